"""A line's further cells as fields, each by the sort of its cell."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.bids.places import Place
from bidwriter.desk.cost_columns import COLUMNS, FURTHER
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import LINE
from bidwriter.kinds.cells.choices import OneOf
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.ui.answers.row_table.usual_words import offer_usual
from bidwriter.ui.look.space import grid
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import ComboBox, LineEdit
from bidwriter.ui.session import Session

Set = Callable[[str, dict[str, Leaf], str], None]  # a row, its cells, what to join typing with
_FURTHER = tuple(COLUMNS[at] for at in FURTHER)
_BY_KEY = {column.key: column for column in _FURTHER}
_THREE = 700


class RowFields(QWidget):
    """Three across, or one under the other where room is short."""

    def __init__(self, session: Session, question: CostLines, set_cells: Set) -> None:
        super().__init__()
        self._session, self._question, self._set = session, question, set_cells
        self._line: CostLine | None = None
        self._unread: dict[tuple[str, str], str] = {}
        self.combos: dict[str, ComboBox] = {}
        self.read: dict[str, LineEdit] = {}  # read when they are left, and echoed in full
        self.words: dict[str, LineEdit] = {}
        self._further = tuple(c for c in _FURTHER if c in question.columns)
        self.fields = {column.key: self._field(column) for column in self._further}
        self._grid = grid(self, 12)
        self._across = 0
        self._arrange(3)
        self._listen()

    def _field(self, column: Column) -> Field:
        box: QWidget
        if isinstance(column.cell, OneOf):
            box = self.combos[column.key] = ComboBox()
        else:
            kept = self.words if column.cell is LINE else self.read
            box = kept[column.key] = LineEdit(placeholder=column.hint)
            if column.usual:
                offer_usual(box, column.usual)
        return Field(column.title, box, optional=self._is_optional(column), role="small")

    def _is_optional(self, column: Column) -> bool:
        if self._line is None:
            return not self._question.asks_for(column)
        return not self._question.asks_of(column, self._line)

    def _listen(self) -> None:
        closed = not self._session.may_change(self._question.id)
        for key, combo in self.combos.items():
            combo.setEnabled(not closed)
            combo.activated.connect(lambda at, key=key: self._on_chosen(key, at))
        for key, box in self.read.items():
            box.editingFinished.connect(lambda key=key: self._on_left(key))
        for box in (*self.read.values(), *self.words.values()):
            box.setReadOnly(closed)
            box.undo_asked.connect(self._session.undo)
            box.redo_asked.connect(self._session.redo)
        for field, box in self.words.items():
            box.textEdited.connect(lambda words, field=field: self._on_words(field, words))
            box.editingFinished.connect(self._session.break_typing)
            if completer := box.completer():
                completer.activated.connect(lambda words, field=field: self._on_words(field, words))

    # --- where the fields are ----------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the fields for the new width."""
        super().resizeEvent(event)
        self._arrange(3 if event.size().width() / theme().scale >= _THREE else 1)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        fields = list(self.fields.values())
        for at, field in enumerate(fields):
            self._grid.removeWidget(field)
            down, along = divmod(at, across)
            # Six units: the fields of a row share them.
            wide = 6 // min(across, len(fields) - down * across)
            self._grid.addWidget(field, down, along * wide, 1, wide)

    # --- showing -----------------------------------------------------------------------------

    def show_line(self, line: CostLine) -> None:
        """Turn to a line; what was typed and not understood stays with its own line."""
        other = self._line is None or self._line.id != line.id
        self._line = line
        for column in self._further:
            if column.key in self.combos:
                self._show_choice(column, line)
            elif column.key in self.read:
                self._show_read(column, line, other=other)
            else:
                self._show_words(column, line)
        for column in self._further:
            field = self.fields[column.key]
            name = [column.title, line.title]
            name += ["optional"] if self._is_optional(column) else []
            field.editor.setAccessibleName(", ".join(name))

    def _show_words(self, column: Column, line: CostLine) -> None:
        box, stored = self.words[column.key], str(column.leaf(line) or "")
        if " ".join(box.text().split()) != stored:
            box.show_text(stored)

    def _show_read(self, column: Column, line: CostLine, *, other: bool) -> None:
        box, unread = self.read[column.key], self._unread.get((line.id, column.key))
        if unread is not None:
            box.show_text(unread)
        elif other or not (box.hasFocus() and box.isModified()):
            box.show_text(column.cell.words(column.leaf(line), self._around(line)))
        if other:
            self.fields[column.key].set_error(self._why_not(column, unread) if unread else "")

    def _show_choice(self, column: Column, line: CostLine) -> None:
        assert isinstance(column.cell, OneOf)
        combo, held = self.combos[column.key], str(column.leaf(line) or "")
        offered = [("", f"No {column.label.lower()}")]
        offered += column.cell.offered(self._around(line)).items()
        if held and held not in dict(offered):
            offered.append((held, f"{held}, not offered by the round"))
        present = [(combo.itemData(i), combo.itemText(i)) for i in range(combo.count())]
        if present != offered:
            combo.clear()
            for key, words in offered:
                combo.addItem(words, key)
        combo.setCurrentIndex(combo.findData(held))

    def _around(self, line: CostLine) -> Around:
        return Around(self._session.bid, self._question, line)

    def go_to(self, field: str) -> None:
        """Put the focus on one of the fields."""
        self.fields[field].editor.setFocus()

    def take_in(self) -> None:
        """Take what is still being typed."""
        for key, box in self.read.items():
            if box.isModified():
                self._on_left(key)

    # --- what the officer does ---------------------------------------------------------------

    def _on_chosen(self, key: str, at: int) -> None:
        if self._line is not None:
            self._set(self._line.id, {key: self.combos[key].itemData(at) or None}, "")

    def _on_words(self, field: str, words: str) -> None:
        if self._line is None:
            return
        place = Place(self._question.id).at(self._line.id, field)
        try:
            self._set(self._line.id, {field: " ".join(words.split()) or None}, place)
        except NotAllowedError:
            self.show_line(self._line)

    def _on_left(self, key: str) -> None:
        """Read when it is left, and echo it in full; what is not understood stays in the box."""
        line, box, column = self._line, self.read[key], _BY_KEY[key]
        if line is None or box.isReadOnly() or not box.isModified():
            return
        typed = box.text().strip()
        box.setModified(False)
        why = self._why_not(column, typed)
        self.fields[key].set_error(why)
        if why:
            self._unread[line.id, key] = typed
            return
        self._unread.pop((line.id, key), None)
        meant = column.cell.read(typed, self._around(line)) if typed else column.cell.nothing
        if meant != column.leaf(line):
            self._set(line.id, {key: meant}, "")
        else:
            self.show_line(line)

    def _why_not(self, column: Column, typed: str) -> str:
        try:
            if typed and self._line is not None:
                column.cell.read(typed, self._around(self._line))
        except NotAllowedError as error:
            return str(error)
        return ""
