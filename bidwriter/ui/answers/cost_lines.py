"""Cost lines: tiles with the sums, the table, and the current line's note and principles."""

from PySide6.QtCore import QMimeData, QModelIndex, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bidwriter.bids.places import Place
from bidwriter.bids.sheets.grid import TooMuchCopiedError, grid_of
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.bids.sheets.taking_in import (
    Pasted,
    misread_sentence,
    passed_sentence,
    read_sheet,
    unsettled_sums,
    went_in_as_shown,
)
from bidwriter.bids.sheets.wanted import LEFT_OUT, TO_NOTE
from bidwriter.checks.problem import Problem
from bidwriter.desk.cost_cells import meant
from bidwriter.desk.cost_columns import COLUMNS, COUNCILS, FURTHER, PRINCIPLE, column_of
from bidwriter.desk.cost_copying import as_html, as_text, rows_to_copy
from bidwriter.files import settings
from bidwriter.files.tables.cost_files import lines_as_file, sheets_of_costs
from bidwriter.kinds.cells.column import in_sight
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.ui.answers.answer_editor import AnswerEditor
from bidwriter.ui.answers.cost_table.choices import menu_for
from bidwriter.ui.answers.cost_table.column_menu import column_menu
from bidwriter.ui.answers.cost_table.foot import CostFoot
from bidwriter.ui.answers.cost_table.line_actions import LineActions
from bidwriter.ui.answers.cost_table.model import CostModel
from bidwriter.ui.answers.cost_table.row_detail import RowDetail
from bidwriter.ui.answers.cost_table.tiles import MoneyTiles
from bidwriter.ui.answers.cost_table.totals_by import TotalsBy
from bidwriter.ui.answers.cost_table.view import CostTable
from bidwriter.ui.answers.row_table.findings import Findings
from bidwriter.ui.answers.row_table.model import Unread
from bidwriter.ui.answers.row_table.row_menu import row_menu
from bidwriter.ui.answers.taking_in.dialog import TakeInDialog, Taking
from bidwriter.ui.answers.taking_in.files import COSTS, export_table, import_table
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.empty_state import EmptyState
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.session import Session

_NO_TABLE = "There is no table to paste. Copy the cells in Excel or Word first"

_NO_LINES = "There are no cost lines in that file"


class CostLinesEditor(AnswerEditor):
    """A wide page's whole content under its heading."""

    wide = True
    is_titled = False

    def __init__(
        self, session: Session, question: CostLines, navigator: Navigator, *, alone: bool
    ) -> None:
        super().__init__(session, question, navigator, alone=alone)
        self.asked = question
        self.lines = LineActions(session, question.id, navigator, "cost line")
        self.model = CostModel(session.bid, question.id, read_only=self.read_only, parent=self)
        self.table = CostTable(self.model, read_only=self.read_only)
        self.table.setAccessibleName("Cost lines")
        self.table.choose_columns(settings.load().cost_columns)
        self.tiles = MoneyTiles()
        self.findings = Findings()
        self.totals = TotalsBy(navigator)
        self.foot: CostFoot = CostFoot(navigator)
        self.detail = RowDetail(session, question, navigator, self.lines)
        self.dialog: TakeInDialog | None = None
        self._remarks: tuple[str, ...] = ()
        self._wrong: tuple[str, ...] = ()
        self._lay_out()
        self._listen()

    # --- making ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        outer = column(self, 16)
        outer.addWidget(self.tiles)
        outer.addWidget(self._buttons())
        self.card = Card(padding=(10, 2, 10, 10))
        words = "Add a line for each person or thing. Totals and the cap keep up as you type."
        action = "" if self.read_only else "Add a line"
        self.empty = EmptyState("table", "Who will do the work?", words, action, kind="secondary")
        self.card.body.addWidget(self.table)
        self.card.body.addWidget(self.empty)
        outer.addWidget(self.card)
        outer.addWidget(self.findings)
        outer.addWidget(self.detail)
        outer.addWidget(self.totals)
        outer.addStretch(1)

    def _buttons(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, 10, 8)
        self.add_button = Button("Add a line", "secondary", "plus")
        self.paste_button = Button("Paste from Excel", "secondary", "clipboard-paste")
        self.import_button = Button("Import…", "quiet", "folder-open")
        self.export_button = Button("Export…", "quiet", "download")
        self.copy_button = Button("Copy as a table", "quiet", "copy")
        self.columns_button = Button("Columns", "quiet", "table")
        for button in (
            self.add_button, self.paste_button, self.import_button, self.export_button,
            self.copy_button, self.columns_button,
        ):  # fmt: skip
            flow.addWidget(button)
        for button in (self.add_button, self.paste_button, self.import_button):
            button.setVisible(not self.read_only)
        return holder

    def _listen(self) -> None:
        self.add_button.clicked.connect(self.add_line)
        self.empty.asked.connect(self.add_line)
        self.paste_button.clicked.connect(self.paste)
        self.copy_button.clicked.connect(self.copy)
        self.import_button.clicked.connect(self.import_file)
        self.export_button.clicked.connect(self.export_file)
        self.columns_button.clicked.connect(self._on_columns_asked)
        self.model.typed.connect(self._on_typed)
        table = self.table
        table.choice_asked.connect(self._on_choice_asked)
        table.refused.connect(lambda why: self._say((why,), ()))
        table.line_changed.connect(self._show_detail)
        table.delete_asked.connect(self.delete_row)
        table.move_asked.connect(self.move_row)
        table.menu_asked.connect(self._on_menu_asked)
        table.paste_asked.connect(self.paste)
        table.dropped.connect(lambda: self._say((), ()))
        self.detail.menu_asked.connect(
            lambda: self._on_menu_asked(
                self.detail.more.mapToGlobal(QPoint(0, self.detail.more.height()))
            )
        )

    # --- showing -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """The bid's lines and sums; the same cell stays the current one."""
        row, col = self.table.row_id, max(0, self.table.here.column())
        bars = self.table.horizontalScrollBar(), self.table.verticalScrollBar()
        at = [bar.value() for bar in bars]
        if self.model.show_bid(self.session.bid):
            self.table.fit()
            self.table.stand_at(self.model.index_of(row, col))
            for bar, value in zip(bars, at, strict=True):
                bar.setValue(value)
        self.table.show_columns()
        self.tiles.show_bid(self.session.bid)
        self.totals.show_bid(self.session.bid)
        self.foot.show_bid(self.session.bid)
        none = not self.model.rows
        self.table.setVisible(not none)
        self.totals.setVisible(not none)
        self.empty.setVisible(none)
        for button in (self.copy_button, self.export_button, self.columns_button):
            button.setVisible(not none)
        self.add_button.setVisible(not none and not self.read_only)
        self._show_detail()
        self._show_findings()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Mark the cells; what concerns the whole table is said under it."""
        self.model.show_problems(problems)
        stopping = sorted((p for p in problems if p.stops), key=lambda p: p.check != "cost-cap")
        self._wrong = tuple(p.words for p in stopping if p.place.is_answer)
        self.foot.show_wrong(wrong=bool(stopping))
        self._show_findings()

    def in_focus(self) -> tuple[Place, str]:
        """The current line, or the table."""
        row = self.table.row_id
        return (self.place.at(row) if row else self.place), ""

    def go_to(self, place: Place) -> None:
        """The very cell, the line's note or reason, or the table."""
        if place.is_evidence:
            self.table.go(place.item.row)
            self.detail.strip.go_to(place)
            return
        row, field = place.row, place.field
        if not self.model.rows:
            self.empty.setFocus()
            return
        self.table.setFocus()
        there = self.table.go(row, column_of(field)) if row else False
        if not there and not self.table.row_id:
            self.table.go(self.model.lines()[0].id)
        col = column_of(field)
        if there and col in FURTHER and (field == "note" or self.table.isColumnHidden(col)):
            self.detail.fields.go_to(field)

    def take_in(self) -> None:
        """Take a cell that is still being typed into the bid: before saving and before leaving."""
        self.table.take_in()
        self.detail.fields.take_in()

    def _show_detail(self) -> None:
        self.detail.show_line(self.lines.line(self.table.row_id))

    def _say(self, wrong: tuple[str, ...], remarks: tuple[str, ...]) -> None:
        self._remarks = (*wrong, *remarks)
        self._show_findings()

    def _show_findings(self) -> None:
        unread = tuple(
            f"{COLUMNS[col].title} “{words.typed}”: {words.sentence}"
            for (_, col), words in self.model.unread.items()
        )
        self.findings.show_sentences((*unread, *self._wrong), self._remarks)

    # --- what the officer does ---------------------------------------------------------------

    def _on_typed(self, row: str, column_: int, typed: str) -> None:
        line, col = self.lines.line(row), column_
        if line is None:
            return
        self._remarks = ()
        try:
            cells = meant(self.session.bid, self.asked, line, col, typed)
            self.model.unread.pop((row, col), None)
            self.session.break_typing()
            self.lines.set_cells(row, cells)
        except NotAllowedError as error:
            sentence = str(error).rsplit(": ", 1)[-1]
            self.model.unread[row, col] = Unread(typed, sentence)
        self.refresh()

    def _on_choice_asked(self, index: QModelIndex, at: QPoint) -> None:
        line, col = self.model.line_at(index), index.column()
        if line is None:
            return
        if col == COUNCILS and not any(p.key for p in self.session.bid.partners):
            self._say(("Add partners first, then choose which council the line belongs to",), ())
            return
        menu = menu_for(self.session.bid, self.asked, line, col, self.table)
        menu.chosen.connect(lambda keys: self._on_chosen(line.id, col, keys))
        menu.popup(at)

    def _on_chosen(self, row: str, col: int, keys: tuple[str, ...]) -> None:
        one = keys[0] if keys else None
        value: Leaf = keys if col == COUNCILS else one
        if col == PRINCIPLE and one:
            value = int(one)
        self.lines.set_cells(row, {COLUMNS[col].key: value})
        self.refresh()
        self.table.go(row, col)

    def _on_menu_asked(self, at: QPoint) -> None:
        if self.table.row_id and not self.read_only:
            row_menu(self, "line", self).popup(at)

    def add_line(self) -> None:
        """A new line, with the first cell open for typing."""
        row = self.lines.add(self.table.row_id)
        self.refresh()
        if self.table.go(row):
            self.table.setFocus()
            self.table.edit(self.table.here)

    def delete_row(self) -> None:
        """Take the current line out; the next one becomes the current one."""
        if self.read_only:
            return
        row, ids = self.table.row_id, [line.id for line in self.model.lines()]
        col = self.table.here.column()
        at = ids.index(row)
        beside = (*ids[at + 1 : at + 2], *ids[max(0, at - 1) : at], "")[0]
        self.lines.delete(row)
        self.refresh()
        self.table.go(beside, col)
        if not self.model.rows:
            self.empty.setFocus()

    def move_row(self, by: int) -> None:
        """Move the current line within its group."""
        if self.table.row_id and not self.read_only:
            self.lines.move(self.table.row_id, by)
            self.refresh()
            self.table.scrollTo(self.table.here)

    def duplicate_row(self) -> None:
        """The same line again, which becomes the current one."""
        row = self.lines.duplicate(self.table.row_id)
        self.refresh()
        self.table.go(row)

    def copy(self) -> None:
        """The lines and sums onto the clipboard, as text and as a table."""
        rows = rows_to_copy(self.session.bid, self.asked, self.model.lines())
        data = QMimeData()
        data.setText(as_text(rows))
        data.setHtml(as_html(rows))
        QGuiApplication.clipboard().setMimeData(data)
        self.navigator.say("Copied the table")

    def _on_columns_asked(self) -> None:
        below = self.columns_button.mapToGlobal(QPoint(0, self.columns_button.height()))
        column_menu(self.table, self.navigator).popup(below)

    def paste(self) -> None:
        """The clipboard's rows as new lines."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        text, html = (data.text(), data.html()) if data else ("", "")
        try:
            grid = grid_of(text, html)
        except TooMuchCopiedError as error:
            self._say((str(error),), ())
        else:
            self.take_in_sheet(Sheet("", grid), _NO_TABLE)

    def import_file(self) -> None:
        """The lines of a CSV or XLSX file as new lines."""
        import_table(
            self,
            COSTS,
            self.session.path.parent,
            lambda sheets: sheets_of_costs(self.session.bid, sheets),
            lambda sheet: self.take_in_sheet(sheet, _NO_LINES),
        )

    def export_file(self) -> None:
        """The lines as a CSV or XLSX file."""
        bid, lines = self.session.bid, self.model.lines()
        done = export_table(
            self, self.session, COSTS, "costs", lambda p: lines_as_file(bid, self.asked, lines, p)
        )
        if done:
            self.navigator.say(done)

    def take_in_sheet(self, sheet: Sheet, otherwise: str) -> None:
        """Rows of cells as new lines: at once, or after asking about what is doubtful."""
        pasted = read_sheet(self.session.bid, sheet, self.asked)
        if not pasted.rows and not pasted.doubts:
            self._say(tuple(filter(None, (otherwise, passed_sentence(pasted)))), ())
        elif not pasted.is_doubtful:
            self._on_taken(pasted)
        else:
            self.dialog = TakeInDialog(self, self._taking(sheet))
            self.dialog.taken.connect(self._on_taken)
            self.dialog.finished.connect(self._on_asked)
            self.dialog.open()

    @property
    def _offered(self) -> tuple[tuple[str, str], ...]:
        """What a column of another's table can be taken for."""
        own = tuple((column.key, column.title) for column in in_sight(self.asked.columns))
        return (*own, (TO_NOTE, "Into the note"), (LEFT_OUT, "Leave it out"))

    def _taking(self, sheet: Sheet) -> Taking:
        bid = self.session.bid
        return Taking(sheet, lambda way: read_sheet(bid, sheet, self.asked, way), self._offered)

    def _on_asked(self) -> None:
        self.dialog = None

    def _on_taken(self, pasted: Pasted) -> None:
        """All lines as one change, and what was passed over."""
        row = self.lines.paste(pasted)
        in_notes = misread_sentence(tuple(d for d in pasted.doubts if d.column != "total"))
        became = (*unsettled_sums(pasted), *went_in_as_shown(pasted))
        told = (in_notes, passed_sentence(pasted), *became, *pasted.remarks)
        self._remarks = tuple(filter(None, told))
        self.refresh()
        self.table.setFocus()
        self.table.go(row)
