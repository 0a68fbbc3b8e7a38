"""What an answer or a row shows of the principles: a chip for each, and a reason for each one set.

The place can be any that evidence can name: a question, an output or a cost line.
"""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bidwriter.bids.bid import Bid, Evidence
from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import set_evidence
from bidwriter.bids.places import NOWHERE, Place, read_place
from bidwriter.bids.principles import evidence_of
from bidwriter.ui.answers.evidence_reason import ReasonRow
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.chip import PrincipleChip
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.strength import STRENGTHS, StrengthDisc
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session


class EvidenceStrip(QWidget):
    """Chips and reasons for one place at a time. The page calls `refresh` when the bid changes."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__()
        self.session = session
        self.navigator = navigator
        self.place = NOWHERE
        self._title = Words(role="small", weight=600)
        outer = column(self, 8)
        outer.addLayout(self._head())
        self.chips: dict[int, PrincipleChip] = {}
        self.reasons: dict[int, ReasonRow] = {}
        outer.addWidget(self._chips())
        for principle in session.bid.round.principles:
            reason = ReasonRow(principle, session.bid.round.commitments)
            self._listen(principle.number, reason)
            self.reasons[principle.number] = reason
            outer.addWidget(reason)
            reason.hide()

    # --- making ------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        line = row(spacing=6)
        line.addWidget(self._title, 1)
        for strength in ("strong", "some"):
            line.addWidget(StrengthDisc(strength))
            line.addWidget(Words(strength, "caption", "text2", wrap=False))
        return line

    def _chips(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, 10, 8)
        for principle in self.session.bid.round.principles:
            chip = PrincipleChip(principle.number, principle.name)
            chip.strength_chosen.connect(partial(self._on_strength_chosen, principle.number))
            self.chips[principle.number] = chip
            flow.addWidget(chip)
        return holder

    def _listen(self, number: int, reason: ReasonRow) -> None:
        reason.reason_typed.connect(partial(self._on_reason_typed, number))
        reason.commitment_chosen.connect(partial(self._on_commitment_chosen, number))
        reason.reason.editingFinished.connect(self.session.break_typing)
        reason.reason.undo_asked.connect(self.session.undo)
        reason.reason.redo_asked.connect(self.session.redo)

    # --- showing -----------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Turn to another item."""
        if place != self.place:
            self.session.break_typing()
        self.place = place
        is_open = self.session.may_change(place.question)
        for number, chip in self.chips.items():
            chip.setEnabled(is_open)
            self.reasons[number].set_read_only(read_only=not is_open)
        self.refresh()

    def refresh(self) -> None:
        """Show what the bid says of this item."""
        if not self.place:
            return
        bid = self.session.bid
        said, subject = said_of(bid, self.place), _subject(bid, self.place)
        self._set_title(f"“{subject}” shows" if "/" in self.place else "This answer shows")
        for number, chip in self.chips.items():
            found = said.get(number)
            strength = found.strength if found else "none"
            if chip.strength != strength:
                chip.set_strength(strength)
            name = f"Principle {number}, {chip.text()}, {strength}"
            chip.setAccessibleName(f"{name}, {subject}" if subject else name)
            if found:
                self.reasons[number].show_evidence(found, subject)
            self.reasons[number].setVisible(found is not None)

    def _set_title(self, words: str) -> None:
        if words != self._title.text():
            self._title.setText(words)

    def go_to(self, place: Place) -> None:
        """Focus the reason or the chip that a written place of evidence names."""
        wanted = read_place(place)
        self.refresh()
        reason = self.reasons.get(wanted.principle)
        if wanted.field and reason and not reason.isHidden():
            (reason.choice if wanted.field == "commitment" else reason.reason).setFocus()
        elif wanted.principle in self.chips:
            self.chips[wanted.principle].setFocus()

    # --- what the officer does ---------------------------------------------------------------

    def cycle(self, number: int) -> None:
        """The next strength of a principle: none, some, strong."""
        chip = self.chips.get(number)
        if chip:
            at = STRENGTHS.index(chip.strength)
            self._on_strength_chosen(number, STRENGTHS[(at + 1) % len(STRENGTHS)])

    def _on_strength_chosen(self, number: int, strength: str) -> None:
        wanted = None if strength == "none" else strength
        name = self.chips[number].text()
        self.session.edit(
            lambda bid: set_evidence(bid, self.place, number, wanted),  # type: ignore[arg-type]
            f"Showed {name} as {strength}" if wanted else f"No longer shows {name}",
        )

    def _on_reason_typed(self, number: int, words: str) -> None:
        self._say(number, self.place.showing(number).at("reason"), reason=" ".join(words.split()))

    def _on_commitment_chosen(self, number: int, id_: str) -> None:
        self._say(number, "", commitment=id_)

    def _say(self, number: int, join: str, **parts: str) -> None:
        found = said_of(self.session.bid, self.place).get(number)
        if found is None:
            return
        words = f"Changed why it shows {self.chips[number].text()}"
        self.session.edit(
            lambda bid: set_evidence(bid, self.place, number, found.strength, **parts), words, join
        )


def said_of(bid: Bid, place: str) -> dict[int, Evidence]:
    """What is said of one item by principle; a cost line's main principle counts as said."""
    return {number: e for (at, number), e in evidence_of(bid).items() if at == place}


def _row_title(bid: Bid, text: str) -> str:
    place = read_place(text)
    rows = rows_of(bid, place.root) if place.row else ()
    return next((row_.title for row_ in rows if row_.id == place.row), "")


def _subject(bid: Bid, text: str) -> str:
    """What tells this item's controls from others on its page; "" where nothing needs to."""
    title = _row_title(bid, text)
    task = bid.round.task_of(read_place(text).root)
    if title or task is None or len(task.questions) < 2:
        return title
    question = bid.round.by_id.get(read_place(text).root)
    return question.name if question else ""
