"""One input of the form: what it is, where it comes from, and its value."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from bidwriter.bids.appraising.inputs import partners_named
from bidwriter.bids.appraising.slots import Slot, value_cells, value_text
from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.kinds.tables.appraisal import INPUTS, rule_words
from bidwriter.kinds.tables.appraisal_cells import HINTS
from bidwriter.ui.answers.appraisal_form.actions import InputActions
from bidwriter.ui.answers.appraisal_form.detail import InputDetail
from bidwriter.ui.answers.appraisal_form.read_line import ReadLine
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.field import FieldError
from bidwriter.ui.parts.heard import say_problem
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import Words

_EMPTY = {"pounds": "£", "per cent": "%", "years": "years", "a year": "19/20", "councils": ""}
_BESIDE = ("input", "whose")  # cells whose problems stand beside the value, as its own do


class ValueRow(QWidget):
    """A box of the form, with its details below it once they are asked for."""

    def __init__(self, actions: InputActions, slot: Slot) -> None:
        super().__init__()
        self.edits, self.slot = actions, slot
        self.detail: InputDetail | None = None
        self._problem = ""
        self._title = Words("", "small")
        self._mark = IconMark("file-text", "text2", 14, line=20)
        self.details = Link("", "caption", underline=False, opens=True)
        self._rule = Words("", "caption", "text3")
        self._error = FieldError()
        empty = _EMPTY[INPUTS[slot.input].unit]
        self.value = ReadLine(self._read, self._take, actions.session, empty)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.value.setReadOnly(actions.closed)
        widths(self.value, least=124, most=124)
        wide, low = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        self.setSizePolicy(wide, low)
        self._title.setSizePolicy(wide, low)
        self._outer = column(self, 4)
        self._lay_out()
        self.value.unread.connect(self._on_unread)
        self.details.clicked.connect(self._on_details)
        self._say("")

    def _lay_out(self) -> None:
        words = column(spacing=0)
        words.addWidget(self._title)
        line = row(spacing=6)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.details, 1)
        words.addLayout(line)
        across = row(spacing=12)
        across.addLayout(words, 1)
        # Beside the source, however many lines the title has: what is read first is seen first.
        across.addWidget(self.value, 0, Qt.AlignmentFlag.AlignBottom)
        self._outer.addLayout(across)
        self._outer.addWidget(self._rule)
        self._outer.addWidget(self._error)

    @property
    def _values(self) -> tuple[str, ...]:
        """The cells that the box is for."""
        return ("amount", "number", "first") if self.slot.input == "price-year" else (
            "amount", "number",
        )  # fmt: skip

    # --- showing -----------------------------------------------------------------------------

    def show_slot(self, slot: Slot) -> None:
        """Show an input as the bid has it."""
        self.slot = slot
        self.value.show_held(value_text(slot.row) if slot.row else "")
        self._title.setText(slot.title)
        self._show_source()
        rules = [words for words in rule_words(slot.row) if words] if slot.row else []
        rules = [HINTS[slot.input], *rules] if slot.input in HINTS else rules
        self._rule.setText("; ".join(rules))
        self._rule.setVisible(bool(rules))
        if self.detail is not None and slot.row is not None:
            self.detail.show_row(slot.row)
        elif slot.row is None:
            self.set_open(is_open=False)
        if slot.input == "partners":
            self.value.setPlaceholderText(str(partners_named(self.edits.session.bid)))
        self._name()

    def _show_source(self) -> None:
        held = self.slot.row
        source = held.source if held else None
        icon, colour = ("file-text", "text2") if source else ("lightbulb", "ink")
        self._mark.set_icon(icon, colour)
        self.details.setText(source or "Add a source")
        self.details.set_colour("text2" if source else "link")
        for part in (self._mark, self.details):
            part.setVisible(held is not None)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """What stops export beside the value; the rest beside its detail, if they are open."""
        beside = (*_BESIDE, *self._values)
        here = (p.words for p in problems if p.stops and p.place.field in beside)
        self._problem = next(here, "")
        self._say(self.value.trouble if not self.value.hasFocus() else "")
        if self.detail is not None:
            self.detail.show_problems(problems)

    def set_open(self, *, is_open: bool) -> None:
        """Show or hide the input's details."""
        if is_open and self.detail is None and self.slot.row is not None:
            self.detail = InputDetail(self.edits, self.slot.row)
            self.detail.shut.connect(self._on_shut)
            self._outer.addWidget(self.detail)
            self.detail.show()  # at once: what does not show yet cannot take the focus
        elif not is_open and self.detail is not None:
            self.detail.hide()
            self.detail.deleteLater()
            self.detail = None
        self.details.show_opened(is_open=self.detail is not None)
        self._name()

    def go_to(self, place: Place) -> None:
        """Put the focus on a cell: the value, or one of the details."""
        is_value = not place.is_evidence and place.field in ("", *self._values)
        if is_value or self.slot.row is None:
            self.value.setFocus()
            return
        self.set_open(is_open=True)
        if self.detail is not None:
            self.detail.go_to(place)

    def take_in(self) -> None:
        """What is still being typed is in the bid already; echo it, or say what is wrong."""
        if self.value.hasFocus():
            self.value.leave()

    def _name(self) -> None:
        self.value.setAccessibleName(f"{self.slot.title}, {self.value.text() or 'empty'}")
        say_problem(self.value, self._error.words, self._rule.text())
        held = self.slot.row
        source = f"source {held.source}" if held and held.source else "no source yet"
        self.details.setAccessibleName(f"Details of {self.slot.title}, {source}")

    # --- typing ------------------------------------------------------------------------------

    def _read(self, typed: str) -> object:
        return value_cells(self.slot, typed)

    def _take(self, typed: str) -> None:
        row_id = self.edits.type_value(self.slot, typed, str(id(self)))
        self.show_slot(self.slot._replace(row=self.edits.row(row_id) if row_id else None))

    def _on_unread(self, why: str) -> None:
        self._say(why)

    def _say(self, unread: str) -> None:
        self._error.show_words(unread or self._problem)
        self._name()

    def _on_details(self) -> None:
        self.set_open(is_open=self.detail is None)
        if self.detail is not None and self.slot.row is not None:
            own = Place(self.edits.question.id).at(self.slot.row.id)
            self.detail.go_to(own.at("source"))

    def _on_shut(self) -> None:
        self.set_open(is_open=False)
        self.details.setFocus()
