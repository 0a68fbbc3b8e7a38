"""One principle that an item shows: why, and the commitment that it keeps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from bidwriter.bids.bid import Evidence
from bidwriter.rounds.round import Commitment, Principle
from bidwriter.ui.look.space import row, widths
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.badge import Badge
from bidwriter.ui.parts.inputs import ComboBox, LineEdit
from bidwriter.ui.parts.plain import tip

_NO_COMMITMENT = "No commitment"
_BESIDE = 480
_KEY = int(Qt.ItemDataRole.UserRole)


class ReasonRow(QWidget):
    """A badge, the reason, and where the round has commitments a choice of one.

    `reason_typed` carries the words, `commitment_chosen` the id of one, or nothing.
    """

    reason_typed = Signal(str)
    commitment_chosen = Signal(str)

    def __init__(self, principle: Principle, commitments: tuple[Commitment, ...]) -> None:
        super().__init__()
        self.principle = principle
        self.badge = Badge(principle.number, principle.name)
        self.reason = LineEdit(placeholder="Why, in a few words")
        self.choice = CommitmentChoice(commitments)
        outer = row(self, 10)
        outer.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sides = row(spacing=8)
        self._sides.addWidget(self.reason, 5)
        self._sides.addWidget(self.choice, 3)
        outer.addLayout(self._sides, 1)
        self.choice.setVisible(bool(commitments))
        self.reason.textEdited.connect(self.reason_typed)
        self.choice.activated.connect(self._on_activated)

    def show_evidence(self, evidence: Evidence, subject: str) -> None:
        """Show what is said; the words only if they differ, so that the cursor stays."""
        self.badge.set_filled(filled=evidence.strength == "strong")
        if " ".join(self.reason.text().split()) != evidence.reason:
            self.reason.show_text(evidence.reason)
        tip(self.reason, evidence.reason)
        self.choice.show_commitment(evidence.commitment)
        of = f" for {subject}" if subject else ""
        shown = f"it shows {self.principle.name}{of}"
        self.reason.setAccessibleName(f"Why {shown}")
        self.choice.setAccessibleName(f"Commitment kept where {shown}")

    def set_read_only(self, *, read_only: bool) -> None:
        """Only look, or type too."""
        self.reason.setReadOnly(read_only)
        self.choice.setEnabled(not read_only)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other while there is room."""
        super().resizeEvent(event)
        beside = event.size().width() >= theme().px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != way:
            self._sides.setDirection(way)

    def _on_activated(self, at: int) -> None:
        self.commitment_chosen.emit(self.choice.itemData(at, _KEY) or "")


class CommitmentChoice(ComboBox):
    """The round's commitments under whom they bind, each quoted or said to be in our words."""

    def __init__(self, commitments: tuple[Commitment, ...]) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        widths(self.view(), least=480)
        items = QStandardItemModel(self)
        items.appendRow(_item(_NO_COMMITMENT, ""))
        audience = ""
        for commitment in commitments:
            if commitment.audience != audience:
                audience = commitment.audience
                items.appendRow(_heading(audience))
            items.appendRow(_item(_words(commitment), commitment.id))
        self.setModel(items)

    def show_commitment(self, id_: str) -> None:
        """Show one without asking for it; an unknown one shows as none."""
        at = max(0, self.findData(id_, _KEY))
        if at != self.currentIndex():
            self.setCurrentIndex(at)
        tip(self, self.currentText())


def _words(commitment: Commitment) -> str:
    return f"{commitment.text} ({'quoted' if commitment.quoted else 'in our words'})"


def _item(words: str, key: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(key, _KEY)
    tip(item, words)
    return item


def _heading(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
