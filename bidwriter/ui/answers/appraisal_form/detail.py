"""The details of one input: name, years, whose it is, kind of benefit, source, method, doubt,
typed years, and the principles that a benefit shows."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.kinds.tables.appraisal import CLASSES, CONFIDENCE, INPUTS, WHOSE, Input
from bidwriter.ui.answers.appraisal_form.actions import InputActions
from bidwriter.ui.answers.appraisal_form.cells import (
    cell_text,
    has_whose,
    shows,
    typed_cells,
)
from bidwriter.ui.answers.appraisal_form.read_line import ReadLine
from bidwriter.ui.answers.appraisal_form.years import YearsForm
from bidwriter.ui.answers.evidence_strip import EvidenceStrip
from bidwriter.ui.look.space import grid, row
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.check import CheckBox
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.parts.words import Words

_SHORT = ("first", "last", "every", "rise", "uncertainty")


class InputDetail(Card):
    """`shut` when the officer is done with it."""

    shut = Signal()

    def __init__(self, actions: InputActions, row_: Input) -> None:
        super().__init__(padding=(14, 12, 14, 14), spacing=10, fill="sunken")
        self.edits, self.row = actions, row_
        self.fields: dict[str, Field] = {}
        self.lines: dict[str, ReadLine] = {}
        self.combos: dict[str, ComboBox] = {}
        self.checks: dict[str, CheckBox] = {}
        self.years: YearsForm | None = None
        self.strip: EvidenceStrip | None = None
        self._lay_out()
        self.show_row(row_)

    # --- making ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        short = grid(spacing=10)
        cells = typed_cells(self.row)
        for at, cell in enumerate(c for c in cells if c.field in _SHORT):
            short.addWidget(self._line(cell.field, cell.label, cell.hint), at // 2, at % 2)
        for cell in cells:
            if cell.field not in _SHORT:
                self.body.addWidget(self._line(cell.field, cell.label, cell.hint))
        self.body.addLayout(short)
        self._add_choices()
        if has_whose(self.row):
            self._add_whose()
        if self.row.input is not None and shows(self.row, "years"):
            self.years = YearsForm(self.edits, self.row)
            self.body.addWidget(Disclosure("Type single years", self.years, quiet=True))
        if self.row.is_benefit and self.edits.session.bid.round.principles:
            self.strip = EvidenceStrip(self.edits.session, self.edits.navigator)
            self.body.addWidget(self.strip)
        self.body.addLayout(self._foot())

    def _line(self, field: str, label: str, hint: str) -> Field:
        def read(typed: str) -> object:
            return self.edits.read(self.row.id, field, typed)

        def take(typed: str) -> None:
            self.edits.type_cell(self.row.id, field, typed)

        line = self.lines[field] = ReadLine(read, take, self.edits.session)
        line.setReadOnly(self.edits.closed)
        made = self.fields[field] = Field(label, line, hint=hint, role="small")
        line.unread.connect(partial(self._on_unread, field))
        return made

    def _add_choices(self) -> None:
        if self.row.input is None:
            self._combo("input", "What it is", {n: kind.label for n, kind in INPUTS.items()})
        sure = {str(id_): label for id_, label in CONFIDENCE.items()}
        self._combo("confidence", "Confidence in it", sure)
        if self.row.input is not None and shows(self.row, "stage"):
            stages = {stage.id: stage.label for stage in self.edits.question.stages}
            self._combo("stage", "Stage", stages)
        if self.row.input is not None and shows(self.row, "benefit-class"):
            kinds = {str(id_): label for id_, label in CLASSES.items()}
            self._combo("benefit-class", "Kind of benefit", kinds)
        if self.row.input is not None and shows(self.row, "citizens"):
            gained = self._check("citizens", "Citizens gain it: shown beside, in no sum")
            gained.clicked.connect(self._on_citizens)

    def _combo(self, field: str, label: str, choices: dict[str, str]) -> None:
        combo = self.combos[field] = ComboBox()
        combo.addItem("Not said", "")
        for id_, words in choices.items():
            combo.addItem(words, id_)
        combo.setEnabled(not self.edits.closed)
        combo.activated.connect(lambda _at, field=field: self._on_chosen(field))
        self.fields[field] = Field(label, combo, role="small")
        self.body.addWidget(self.fields[field])

    def _add_whose(self) -> None:
        self.body.addWidget(Words("Holds for", "small", weight=600))
        for one, label in WHOSE.items():
            check = self._check(f"whose {one}", label)
            check.clicked.connect(self._on_whose)

    def _check(self, field: str, label: str) -> CheckBox:
        check = self.checks[field] = CheckBox(label)
        check.setEnabled(not self.edits.closed)
        self.body.addWidget(check)
        return check

    def _foot(self) -> QHBoxLayout:
        line = row(spacing=8)
        self.done = Button("Done", "secondary")
        self.done.clicked.connect(self.shut)
        self.delete = Button("Delete", "quiet", "trash-2")
        self.delete.clicked.connect(lambda: self.edits.remove(self.row.id))
        if self.edits.closed:
            self.delete.hide()
        line.addWidget(self.done)
        line.addStretch(1)
        line.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignRight)
        return line

    # --- showing -----------------------------------------------------------------------------

    def show_row(self, row_: Input) -> None:
        """Show the input as the bid has it."""
        self.row = row_
        for field, line in self.lines.items():
            line.show_held(cell_text(row_, field))
        for field, combo in self.combos.items():
            value = getattr(row_, field.replace("-", "_")) or ""
            combo.setCurrentIndex(max(0, combo.findData(value)))
        for one in WHOSE:
            if f"whose {one}" in self.checks:
                self.checks[f"whose {one}"].setChecked(one in row_.whose)
        if "citizens" in self.checks:
            self.checks["citizens"].setChecked(bool(row_.citizens))
        if self.years is not None:
            self.years.show_row(row_)
        if self.strip is not None:
            self.strip.show_place(Place(self.edits.question.id).at(row_.id))
        self._name_all()

    def _name_all(self) -> None:
        """Names that tell the details of one input from those of another."""
        title = self.row.title
        for field in self.fields:
            control = self.lines.get(field) or self.combos[field]
            control.setAccessibleName(f"{self._label(field)}, {title}")
        for check in self.checks.values():
            check.setAccessibleName(f"{check.text()}, {title}")
        self.done.setAccessibleName(f"Done with the details of {title}")
        self.delete.setAccessibleName(f"Delete {title}")

    def _label(self, field: str) -> str:
        named = {
            "input": "What it is","confidence": "Confidence in it", "stage": "Stage",
                 "benefit-class": "Kind of benefit"}  # fmt: skip
        found = (cell.label for cell in typed_cells(self.row) if cell.field == field)
        return named.get(field) or next(found, field)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """What stops export beside its field."""
        for field, made in self.fields.items():
            words = (p.words for p in problems if p.stops and p.place.field == field)
            line = self.lines.get(field)
            if line is None or not line.trouble:
                made.set_error(next(words, ""))

    def go_to(self, place: Place) -> None:
        """Put the focus on a detail."""
        if place.is_evidence and self.strip is not None:
            self.strip.go_to(place)
            return
        field = place.field
        if field == "whose" and "whose lead" in self.checks:
            self.checks["whose lead"].setFocus()
        elif field in self.combos:
            self.combos[field].setFocus()
        else:
            self.lines.get(field, next(iter(self.lines.values()))).setFocus()

    # --- what the officer does ---------------------------------------------------------------

    def _on_unread(self, field: str, why: str) -> None:
        if self.fields[field].error != why:
            self.fields[field].set_error(why)

    def _on_chosen(self, field: str) -> None:
        self.edits.set_cells(self.row.id, {field: self.combos[field].currentData() or None})

    def _on_citizens(self, on: bool) -> None:  # noqa: FBT001 - a signal gives it
        self.edits.set_cells(self.row.id, {"citizens": on or None})

    def _on_whose(self) -> None:
        chosen = tuple(str(one) for one in WHOSE if self.checks[f"whose {one}"].isChecked())
        if not chosen:  # somebody must have it: the last box stays
            self.show_row(self.row)
            return
        self.edits.set_cells(self.row.id, {"whose": chosen})
