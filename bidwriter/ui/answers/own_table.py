"""A fund's own table: its rows as a table to type in, and the current row's prose beneath it."""

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.own_rows import OwnRow
from bidwriter.kinds.tables.own_table import OwnTable, a, plural
from bidwriter.ui.answers.answer_editor import AnswerEditor
from bidwriter.ui.answers.own_rows.choices import meant, menu_of
from bidwriter.ui.answers.own_rows.detail import OwnDetail
from bidwriter.ui.answers.own_rows.in_and_out import InAndOut
from bidwriter.ui.answers.own_rows.model import LONG, OwnModel
from bidwriter.ui.answers.own_rows.view import OwnTableView
from bidwriter.ui.answers.row_table.findings import Findings
from bidwriter.ui.answers.row_table.model import Unread
from bidwriter.ui.answers.row_table.row_actions import RowActions
from bidwriter.ui.answers.row_table.row_menu import row_menu
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.empty_state import EmptyState
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session


class OwnTableEditor(AnswerEditor):
    """A wide page's whole content under its heading, or a part of one under its own."""

    wide = True

    def __init__(
        self, session: Session, question: OwnTable, navigator: Navigator, *, alone: bool
    ) -> None:
        super().__init__(session, question, navigator, alone=alone)
        self.asked = question
        self.row_actions = RowActions(session, question.id, navigator, question.noun)
        self.model = OwnModel(session.bid, question, read_only=self.read_only, parent=self)
        name = f"the table “{question.name}”"
        self.table = OwnTableView(self.model, name, read_only=self.read_only)
        self.table.setAccessibleName(question.name)
        self.findings = Findings()
        self.detail = OwnDetail(session, question, navigator, self.row_actions.set_cells)
        self.in_and_out = InAndOut(self, session, question, navigator, self._say)
        self._remarks: tuple[str, ...] = ()
        self._wrong: tuple[str, ...] = ()
        self._lay_out()
        self._listen()

    # --- making ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        outer = column(self, 14)
        if not self.alone:
            titles = column(spacing=2)
            titles.addWidget(Words(self.asked.wording, "h3"))
            titles.addWidget(Words(self.asked.hint, "small", "text2"))
            outer.addLayout(titles)
        noun = self.asked.noun
        outer.addWidget(self._buttons())
        self.card = Card(padding=(10, 2, 10, 10))
        words = self.asked.room_words or "Totals and what is missing keep up as you type"
        action = "" if self.read_only else f"Add {a(noun)}"
        title = f"No {plural(noun)} yet"
        self.empty = EmptyState("table", title, words, action, kind="secondary")
        self.card.body.addWidget(self.table)
        self.card.body.addWidget(self.empty)
        outer.addWidget(self.card)
        outer.addWidget(self.findings)
        outer.addWidget(self.detail)
        if self.alone:
            outer.addStretch(1)

    def _buttons(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, 10, 8)
        self.add_button = Button(f"Add {a(self.asked.noun)}", "secondary", "plus")
        self.paste_button = Button("Paste from Excel", "secondary", "clipboard-paste")
        self.import_button = Button("Import…", "quiet", "folder-open")
        self.export_button = Button("Export…", "quiet", "download")
        self.columns_button = Button("Columns", "quiet", "table")
        for button in (
            self.add_button, self.paste_button, self.import_button, self.export_button,
            self.columns_button,
        ):  # fmt: skip
            flow.addWidget(button)
        for button in (self.paste_button, self.import_button):
            button.setVisible(not self.read_only)
        return holder

    def _listen(self) -> None:
        self.add_button.clicked.connect(self.add_row)
        self.empty.asked.connect(self.add_row)
        self.paste_button.clicked.connect(self.in_and_out.paste)
        self.import_button.clicked.connect(self.in_and_out.import_file)
        self.export_button.clicked.connect(self.in_and_out.export_file)
        self.columns_button.clicked.connect(self._on_columns_asked)
        self.table.paste_asked.connect(self.in_and_out.paste)
        self.model.typed.connect(self._on_typed)
        table = self.table
        table.choice_asked.connect(self._on_opened)
        table.refused.connect(lambda why: self._say((why,)))
        table.line_changed.connect(self._show_detail)
        table.delete_asked.connect(self.delete_row)
        table.move_asked.connect(self.move_row)
        table.menu_asked.connect(self._on_menu_asked)
        table.dropped.connect(lambda: self._say(()))
        self.detail.row_out_asked.connect(lambda _row: self.delete_row())
        self.detail.menu_asked.connect(
            lambda: self._on_menu_asked(
                self.detail.more.mapToGlobal(QPoint(0, self.detail.more.height()))
            )
        )

    # --- showing -----------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        """The bid's rows and totals; the same cell stays the current one."""
        row, col = self.table.row_id, max(0, self.table.here.column())
        bars = self.table.horizontalScrollBar(), self.table.verticalScrollBar()
        at = [bar.value() for bar in bars]
        if self.model.show_bid(self.session.bid):
            self.table.fit()
            self.table.stand_at(self.model.index_of(row, col))
            for bar, value in zip(bars, at, strict=True):
                bar.setValue(value)
        none = not self.model.rows
        self.table.setVisible(not none)
        self.empty.setVisible(none)
        self.add_button.setVisible(self._can_add and not none)
        self.export_button.setVisible(not none)
        self.columns_button.setVisible(not none and bool(self.table.further))
        self._show_detail()
        self._show_findings()

    @property
    def _can_add(self) -> bool:
        return not self.read_only and not self.asked.is_grid

    @override
    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Mark the cells; what concerns a row or the whole table is said under it."""
        self.model.show_problems(problems)
        self.detail.show_problems(problems)
        self._wrong = tuple(
            p.words for p in problems if p.stops and (p.place.is_answer or self._has_no_cell(p))
        )
        self._show_findings()

    def _has_no_cell(self, problem: Problem) -> bool:
        keys = {column.key for column in self.asked.columns}
        return bool(problem.place.row) and problem.place.field not in keys

    @override
    def in_focus(self) -> tuple[Place, str]:
        """The current row, or the table."""
        row = self.table.row_id
        return (self.place.at(row) if row else self.place), ""

    @override
    def go_to(self, place: Place) -> None:
        """The very cell, the box of prose, a reason, or the table."""
        if place.is_evidence:
            self.table.go(place.item.row)
            self.detail.strip.go_to(place)
            return
        ids = self.model.ids()
        if not ids:
            self.empty.setFocus()
            return
        self.table.bring_out(place.field)
        self.table.setFocus()
        row = place.row if place.row in ids else self.table.row_id or ids[0]
        self.table.go(row, self.model.column_of(place.field))
        self.detail.go_to(place.field)

    @override
    def take_in(self) -> None:
        """Take a cell that is still being typed into the bid: before saving and before leaving."""
        self.table.take_in()

    def _show_detail(self) -> None:
        found = self.row_actions.row(self.table.row_id)
        self.detail.show_row(found if isinstance(found, OwnRow) else None)

    def _say(self, remarks: tuple[str, ...]) -> None:
        self._remarks = remarks
        self._show_findings()

    def _show_findings(self) -> None:
        unread = tuple(
            f"{self.model.columns[col].title} “{words.typed}”: {words.sentence}"
            for (_, col), words in self.model.unread.items()
        )
        self.findings.show_sentences((*unread, *self._wrong), self._remarks)

    # --- what the officer does ---------------------------------------------------------------

    def _around(self, row: OwnRow) -> Around:
        return Around(self.session.bid, self.asked, row)

    def _on_typed(self, row: str, col: int, typed: str) -> None:
        found, one = self.row_actions.row(row), self.model.columns[col]
        if not isinstance(found, OwnRow) or not one.key:
            return
        self._remarks = ()
        try:
            words = typed.strip()
            leaf = one.cell.read(words, self._around(found)) if words else None
            self.model.unread.pop((row, col), None)
            self.session.break_typing()
            self.row_actions.set_cells(row, {one.key: leaf})
        except NotAllowedError as error:
            self.model.unread[row, col] = Unread(typed, str(error).rsplit(": ", 1)[-1])
        self.refresh()

    def _on_opened(self, index: QModelIndex, at: QPoint) -> None:
        found, one = self.model.row_at(index), self.model.columns[index.column()]
        if not isinstance(found, OwnRow):
            return
        if one.cell.kind == LONG:
            self.detail.show_row(found)
            self.detail.go_to(one.key)
            return
        menu = menu_of(one, found, self.table)
        menu.chosen.connect(lambda keys: self._on_chosen(found.id, index.column(), keys))
        menu.popup(at)

    def _on_chosen(self, row: str, col: int, keys: tuple[str, ...]) -> None:
        one = self.model.columns[col]
        self.session.break_typing()
        self.row_actions.set_cells(row, {one.key: meant(one, keys)})
        self.refresh()
        self.table.go(row, col)

    def _on_columns_asked(self) -> None:
        below = self.columns_button.mapToGlobal(QPoint(0, self.columns_button.height()))
        self.table.column_menu().popup(below)

    def _on_menu_asked(self, at: QPoint) -> None:
        if self.table.row_id and self._can_add:
            row_menu(self, self.asked.noun, self).popup(at)

    def add_row(self) -> None:
        """A new row after the current one, with its first cell open."""
        if not self._can_add:
            return
        try:
            words = f"Added {a(self.asked.noun)}"
            row = self.row_actions.added(({},), words, after=self.table.row_id)
        except NotAllowedError as error:
            self._say((str(error),))
            return
        self.refresh()
        if self.table.go(row):
            self.table.setFocus()
            self.table.open_cell(self.table.here)

    def delete_row(self) -> None:
        """Take the current row out; the next one becomes the current one."""
        row, ids = self.table.row_id, list(self.model.ids())
        if self.read_only or row not in ids:
            return
        if self.asked.is_fixed(row):
            self._say(("The fund says which rows there are: clear a cell by emptying it",))
            return
        at, col = ids.index(row), self.table.here.column()
        beside = (*ids[at + 1 : at + 2], *ids[max(0, at - 1) : at], "")[0]
        self.row_actions.delete(row)
        self.refresh()
        self.table.go(beside, col)
        if not self.model.rows:
            self.empty.setFocus()

    def move_row(self, by: int) -> None:
        """Move the current row past its neighbour."""
        if self.table.row_id and self._can_add:
            self.row_actions.move(self.table.row_id, by)
            self.refresh()
            self.table.scrollTo(self.table.here)

    def duplicate_row(self) -> None:
        """The same row again, which becomes the current one."""
        try:
            row = self.row_actions.duplicate(self.table.row_id)
        except NotAllowedError as error:
            self._say((str(error),))
            return
        self.refresh()
        self.table.go(row)
