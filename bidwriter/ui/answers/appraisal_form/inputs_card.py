"""The form's card: a tab for each kind of council, and under it the boxes of that kind."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from bidwriter.bids.appraising.findings import lead_name
from bidwriter.bids.appraising.inputs import input_rows
from bidwriter.bids.appraising.slots import Group, Slot, groups
from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.kinds.tables.appraisal import (
    BENEFITS,
    COSTS,
    INPUTS,
    WHOSE,
    InputName,
    Whose,
    is_for_all,
)
from bidwriter.kinds.values.numbers import plain
from bidwriter.ui.answers.appraisal_form.actions import InputActions
from bidwriter.ui.answers.appraisal_form.value_row import ValueRow
from bidwriter.ui.look.space import column
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.plain import Menu
from bidwriter.ui.parts.side_tabs import SideTabs
from bidwriter.ui.parts.words import Words

_KINDS: tuple[Whose, ...] = tuple(WHOSE)
_ADDING: dict[str, tuple[str, tuple[InputName, ...]]] = {
    "What it costs": ("Add another cost", COSTS),
    "What it saves": ("Add another benefit", BENEFITS),
}


class InputsCard(Card):
    """Keeps a row while its input stays, so that no cursor moves."""

    def __init__(self, actions: InputActions) -> None:
        super().__init__(padding=(0, 6, 0, 18), spacing=0)
        self.edits = actions
        self.tabs = SideTabs(("Lead", "Each partner", "Other councils"))
        self.tabs.setAccessibleName("Whose money")
        self.rows: dict[str, ValueRow] = {}
        self._problems: tuple[Problem, ...] = ()
        self._shown = ""
        self.body.addWidget(self.tabs)
        holder = QWidget()
        self._inside = column(holder, 14, (18, 16, 18, 0))
        self.body.addWidget(holder)
        self.body.addStretch(1)
        self.tabs.currentChanged.connect(lambda _at: self.refresh())

    @property
    def whose(self) -> Whose:
        """The kind of council whose boxes show."""
        return _KINDS[max(0, self.tabs.currentIndex())]

    # --- showing -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the boxes as the bid has them; build them anew only if there are others."""
        bid = self.edits.session.bid
        self._name_lead(lead_name(bid))
        found = groups(bid, self.whose)
        shape = f"{self.whose} {[(g.title, [s.key for s in g.slots]) for g in found]}"
        slots = [slot for group in found for slot in group.slots]
        if shape != self._shown and not self._adopted(slots):
            self._build(found)
        self._shown = shape
        by_key = {slot.key: slot for slot in slots}
        for row in self.rows.values():
            if row.slot.key in by_key:
                row.show_slot(by_key[row.slot.key])
        self.show_problems(self._problems)

    def _name_lead(self, name: str) -> None:
        if self.tabs.tabText(0) != name:
            self.tabs.setTabText(0, name)

    def _adopted(self, slots: list[Slot]) -> bool:
        """Whether the boxes there are already stand for these slots: a box that was empty may
        have become an input, or an input's box empty."""
        rows = list(self.rows.values())
        if len(rows) != len(slots) or self._shown.split(" ")[0] != self.whose:
            return False
        same = all(r.slot.input == s.input for r, s in zip(rows, slots, strict=True))
        known = {row.slot.row.id for row in rows if row.slot.row}
        moved = any(
            s.row is not None
            and s.row.id in known
            and (not r.slot.row or r.slot.row.id != s.row.id)
            for r, s in zip(rows, slots, strict=True)
        )
        if not same or moved:
            return False
        for row, slot in zip(rows, slots, strict=True):
            row.show_slot(slot)
        return True

    def _build(self, found: tuple[Group, ...]) -> None:
        opened = {key for key, row in self.rows.items() if row.detail is not None}
        while (item := self._inside.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        self._add_same_figures()
        for at, group in enumerate(found):
            if at:
                self._inside.addWidget(Rule(room=0))
            self._inside.addWidget(Words(group.title, "small", weight=600))
            for slot in group.slots:
                row = self.rows[slot.key] = ValueRow(self.edits, slot)
                row.show_slot(slot)
                row.set_open(is_open=slot.key in opened)
                self._inside.addWidget(row)
            if group.title in _ADDING and not self.edits.closed:
                self._inside.addWidget(self._adding(group.title))
        self._add_discount()

    def _add_same_figures(self) -> None:
        """Other councils can start from what each partner pays and saves."""
        rows = input_rows(self.edits.session.bid)
        theirs = any("other" in row.whose for row in rows)
        ours = any("partner" in row.whose for row in rows)
        if self.whose == "other" and ours and not theirs and not self.edits.closed:
            button = Button("Use each partner’s figures", "secondary", "copy")
            button.clicked.connect(self._on_same_figures)
            self._inside.addWidget(button)

    def _adding(self, title: str) -> Button:
        words, names = _ADDING[title]
        button = Button(words, "quiet", "plus")
        button.clicked.connect(lambda _on=False: self._on_add(button, names))
        return button

    def _add_discount(self) -> None:
        first = self.edits.question.discount[0]
        words = f"Discount rate {plain(first.rate)}%, set by the round"
        self._inside.addWidget(Words(words, "small"))
        note = first.note or "The first year counts in full"
        self._inside.addWidget(Words(note, "caption", "text2"))

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Beside the boxes."""
        self._problems = problems
        for row in self.rows.values():
            own = Place(self.edits.question.id).at(row.slot.key)
            row.show_problems(tuple(p for p in problems if own.holds(p.place)))

    # --- going to places ---------------------------------------------------------------------

    def go_to(self, row_id: str, place: Place) -> bool:
        """Turn to the tab that has an input and put the focus on its cell, or its evidence."""
        found = self.edits.row(row_id)
        if found is None:
            return False
        if (
            found.whose
            and self.whose not in found.whose
            and not (found.input and is_for_all(found.input))
        ):
            self.tabs.setCurrentIndex(_KINDS.index(found.whose[0]))
        row = self.rows.get(row_id) or next(
            (r for r in self.rows.values() if r.slot.row and r.slot.row.id == row_id), None
        )
        if row is None:
            return False
        row.go_to(place)
        return True

    def focused(self) -> str:
        """The id of the input that has the focus."""
        for row in self.rows.values():
            if row.isAncestorOf(row.window().focusWidget()) and row.slot.row:
                return row.slot.row.id
        return ""

    def take_in(self) -> None:
        """What is still being typed is taken in."""
        for row in self.rows.values():
            row.take_in()

    # --- what the officer does ---------------------------------------------------------------

    def adding_menu(self, names: tuple[InputName, ...]) -> Menu:
        """Which sort of input to add."""
        menu = Menu(self)
        menu.setAccessibleName("What to add")
        for name in names:
            menu.add(INPUTS[name].label, partial(self.add, name))
        return menu

    def add(self, name: InputName) -> None:
        """Another input, opened so that it can be named."""
        row_id = self.edits.add(Slot(name, (self.whose,)))
        self.refresh()
        self.go_to(row_id, Place(self.edits.question.id).at(row_id, "name"))

    def _on_add(self, button: Button, names: tuple[InputName, ...]) -> None:
        self.adding_menu(names).popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_same_figures(self) -> None:
        self.edits.share_with_others()
        self.refresh()
