"""Who the package is for, and what a public copy may hold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidwriter.exports.package import Wanted
from bidwriter.ui.look.space import column
from bidwriter.ui.parts.check import CheckBox, RadioSet
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session

_AUDIENCES = (
    ("full", "For the fund: everything"),
    ("public", "For the public: personal contact data left out"),
)


class ExportChoices(QWidget):
    """Nothing personal leaves in a public copy unless it was looked at."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.audience = RadioSet(_AUDIENCES)
        self.audience.setTitle("Who is it for?")
        self.audience.setAccessibleName("Who is the package for?")
        self.audience.choose("full")
        self.audience.chosen.connect(self._on_chosen)
        self.history = CheckBox("Put the history in: who changed what, and when")
        self._more = QWidget()
        self._body = column(self._more, 6)
        self.ticks: dict[str, CheckBox] = {}
        self.decided = CheckBox("I have looked at these and they may be published")
        outer = column(self, 8)
        outer.addWidget(self.audience)
        outer.addWidget(self.history)
        outer.addWidget(self._more)
        self._kept: set[str] = set()
        self._shown: object = None
        self._more.hide()

    @property
    def is_public(self) -> bool:
        """Whether a public copy is wanted."""
        return self.audience.choice == "public"

    def wanted(self, *, draft: bool) -> Wanted:
        """What to export."""
        ticked = frozenset(key for key, box in self.ticks.items() if box.isChecked())
        return Wanted(
            "draft" if draft else "final",
            "public" if self.is_public else "full",
            ticked,
            self.is_public and self.decided.isChecked(),
            self._session.record().whole_history() if self._has_history() else b"",
        )

    def _has_history(self) -> bool:
        return self.history.isChecked() and not self.is_public

    def _found(self) -> list[str]:
        problems = self._session.found
        return [
            f"{p.words.split(',')[0]} ({p.place})" for p in problems if p.check == "personal-data"
        ]

    def is_decided(self) -> bool:
        """Whether personal data found in prose was looked at, where that matters."""
        return not self.is_public or not self._found() or self.decided.isChecked()

    def ask_to_decide(self) -> None:
        """Move to the question."""
        self.decided.setFocus()

    def refresh(self) -> None:
        """The attachments and findings of the bid as it is."""
        key = (self.is_public, tuple(self._found()), self._session.bid.attached)
        if key == self._shown:
            return
        self._shown = key
        ticked = {k for k, box in self.ticks.items() if box.isChecked()}
        self._body.removeWidget(self.decided)
        self.decided.setParent(None)
        emptied(self._body)
        self.ticks = {}
        if self.is_public:
            self._show_public(ticked)
        self._more.setVisible(self.is_public)
        self.history.setVisible(not self.is_public)

    def _show_public(self, ticked: set[str]) -> None:
        if self._session.bid.attached:
            self._body.addWidget(Words("Attachments that may be published", "small", weight=600))
        for item in self._session.bid.attached:
            box = CheckBox(item.name)
            box.setChecked(item.sha256 in ticked)
            self.ticks[item.sha256] = box
            self._body.addWidget(box)
        found = self._found()
        if found:
            self._body.addWidget(Words("Personal data found in answers", "small", weight=600))
            for words in found:
                self._body.addWidget(Words(words, "small", "text2"))
            self._body.addWidget(self.decided)
        self.decided.setVisible(bool(found))

    def _on_chosen(self) -> None:
        self.refresh()
        self.changed.emit()
