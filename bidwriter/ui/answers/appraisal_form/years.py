"""Single years of an input: what the rule gives stands grey in each box until one is typed."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bidwriter.bids.appraising.inputs import inputs_of
from bidwriter.bids.appraising.reading import rule_values
from bidwriter.kinds.cells.years import year_value
from bidwriter.kinds.tables.appraisal import INPUTS, Input
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import show
from bidwriter.kinds.values.numbers import plain
from bidwriter.ui.answers.appraisal_form.actions import InputActions
from bidwriter.ui.answers.appraisal_form.read_line import ReadLine
from bidwriter.ui.look.space import column, grid
from bidwriter.ui.parts.field import FieldError
from bidwriter.ui.parts.heard import say_problem
from bidwriter.ui.parts.words import Words


class YearsForm(QWidget):
    """A box for each year of the horizon; a typed one is bold and overrides the rule."""

    def __init__(self, actions: InputActions, row_: Input) -> None:
        super().__init__()
        self.edits, self.row = actions, row_
        self.boxes: dict[int, ReadLine] = {}
        self._labels: dict[int, Words] = {}
        self._error = FieldError()
        self._error.show_words("")
        outer = column(self, 8)
        outer.addWidget(
            Words("A typed year stands in place of the rule. Clear it to go back.", "caption",
                  "text2")
        )  # fmt: skip
        boxes = grid(spacing=6)
        question = actions.question
        half = -(-question.years // 2)
        for at in range(question.years):
            year = question.first_year + at
            self._labels[year] = Words(year_label(year), "caption", "text2", wrap=False)
            self.boxes[year] = self._box(year)
            boxes.addWidget(self._labels[year], at % half, 2 * (at // half))
            boxes.addWidget(self.boxes[year], at % half, 2 * (at // half) + 1)
        outer.addLayout(boxes)
        outer.addWidget(self._error)

    def _box(self, year: int) -> ReadLine:
        box = ReadLine(self._read, partial(self._take, year), self.edits.session)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setReadOnly(self.edits.closed)
        box.unread.connect(self._error.show_words)
        box.unread.connect(partial(say_problem, box))
        return box

    def show_row(self, row_: Input) -> None:
        """Show the typed years, and what the rule gives in the others."""
        self.row = row_
        inputs = inputs_of(self.edits.session.bid)
        rule = rule_values(inputs, row_) if inputs else {}
        typed = row_.typed
        for year, box in self.boxes.items():
            box.setPlaceholderText(self._text(rule.get(year)))
            box.show_held(self._text(typed.get(year)))
            mark = "typed" if year in typed else "by the rule"
            value = box.text() or box.placeholderText()
            self._labels[year].set_strong(year_label(year) if year in typed else "")
            box.setAccessibleName(f"{row_.title} in {year_label(year)}, {value}, {mark}")

    def _text(self, value: Decimal | None) -> str:
        if value is None:
            return ""
        if self.row.in_money:
            return show(value)
        per_cent = self.row.input and INPUTS[self.row.input].unit == "per cent"
        return f"{plain(value.quantize(Decimal('0.01')))}%" if per_cent else plain(value)

    def _read(self, typed: str) -> object:
        return year_value(typed, in_money=self.row.in_money) if typed.strip() else ""

    def _take(self, year: int, typed: str) -> None:
        value = self._read(typed)
        kept = [one for one in self.row.years if not one.startswith(f"{year}=")]
        years = sorted([*kept, *([f"{year}={value}"] if value else [])])
        self.edits.set_cells(self.row.id, {"years": tuple(years)}, join=f"years/{year}")
