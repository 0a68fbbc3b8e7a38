"""A line's further cells as fields: category, when, VAT, note and source."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bidwriter.bids.places import Place
from bidwriter.kinds.cells.cell import Leaf
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.values import stage
from bidwriter.ui.answers.cost_table.vat_notes import offer_vat_notes
from bidwriter.ui.look.space import grid
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import ComboBox, LineEdit
from bidwriter.ui.session import Session

Set = Callable[[str, dict[str, Leaf], str], None]  # a row, its cells, what to join typing with
_WORDS = {"vat": "VAT", "note": "Note", "source": "Source"}
_THREE = 700


class RowFields(QWidget):
    """Three across and two below, or one under the other where room is short."""

    def __init__(self, session: Session, question: CostLines, set_cells: Set) -> None:
        super().__init__()
        self._session, self._question, self._set = session, question, set_cells
        self._line: CostLine | None = None
        self._unread: dict[str, str] = {}
        self.category = ComboBox()
        self.when = LineEdit(placeholder="Jan to Mar 2019, or Sprint 2")
        self.words = {field: LineEdit() for field in _WORDS}
        offer_vat_notes(self.words["vat"])
        boxes = {"category": self.category, "stage": self.when, **self.words}
        labels = {"category": "Category", "stage": "When", **_WORDS}
        self.fields = {
            key: Field(labels[key], box, optional=key not in question.asks, role="small")
            for key, box in boxes.items()
        }
        self._grid = grid(self, 12)
        self._across = 0
        self._arrange(3)
        self._listen()

    def _listen(self) -> None:
        closed = not self._session.may_change(self._question.id)
        self.category.setEnabled(not closed)
        self.category.activated.connect(self._on_category)
        self.when.editingFinished.connect(self._on_when)
        for box in (self.when, *self.words.values()):
            box.setReadOnly(closed)
            box.undo_asked.connect(self._session.undo)
            box.redo_asked.connect(self._session.redo)
        for field, box in self.words.items():
            box.textEdited.connect(lambda words, field=field: self._on_words(field, words))
            box.editingFinished.connect(self._session.break_typing)
            if completer := box.completer():
                completer.activated.connect(lambda words, field=field: self._on_words(field, words))

    # --- where the fields are ----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange the fields for the new width."""
        super().resizeEvent(event)
        self._arrange(3 if event.size().width() / theme().scale >= _THREE else 1)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for at, field in enumerate(self.fields.values()):
            self._grid.removeWidget(field)
            # Six units: three fields of two, then two of three.
            spot = (0, 2 * at, 1, 2) if at < 3 else (1, 3 * (at - 3), 1, 3)
            self._grid.addWidget(field, *(spot if across == 3 else (at, 0, 1, 6)))

    # --- showing -----------------------------------------------------------------------------

    def show_line(self, line: CostLine) -> None:
        """Turn to a line; what was typed and not understood stays with its own line."""
        other = self._line is None or self._line.id != line.id
        self._line = line
        self._show_category(line)
        unread = self._unread.get(line.id)
        if unread is not None:
            self.when.show_text(unread)
        elif other or not (self.when.hasFocus() and self.when.isModified()):
            self.when.show_text(stage.show(line.stage) if line.stage else "")
        if other:
            self.fields["stage"].set_error(_why_no_stage(unread) if unread else "")
        for field, box in self.words.items():
            stored = getattr(line, field) or ""
            if " ".join(box.text().split()) != stored:
                box.show_text(stored)
        for key, field_ in self.fields.items():
            name = [{"stage": "When", "category": "Category", **_WORDS}[key], line.title]
            name += ["optional"] if key not in self._question.asks else []
            name += [f"problem: {field_.error}"] if field_.error else []
            field_.editor.setAccessibleName(", ".join(name))

    def _show_category(self, line: CostLine) -> None:
        offered = [("", "No category"), *((o.id, o.label) for o in self._question.kinds_of_cost)]
        if line.category and line.category not in dict(offered):
            offered.append((line.category, f"{line.category}, not offered by the round"))
        present = [(self.category.itemData(i), self.category.itemText(i))
                   for i in range(self.category.count())]  # fmt: skip
        if present != offered:
            self.category.clear()
            for key, words in offered:
                self.category.addItem(words, key)
        self.category.setCurrentIndex(self.category.findData(line.category or ""))

    def go_to(self, field: str) -> None:
        """Put the focus on one of the fields."""
        self.fields[field].editor.setFocus()

    def take_in(self) -> None:
        """Take what is still being typed."""
        if self.when.isModified():
            self._on_when()

    # --- what the officer does ---------------------------------------------------------------

    def _on_category(self, at: int) -> None:
        if self._line is not None:
            self._set(self._line.id, {"category": self.category.itemData(at) or None}, "")

    def _on_words(self, field: str, words: str) -> None:
        if self._line is None:
            return
        place = Place(self._question.id).at(self._line.id, field)
        try:
            self._set(self._line.id, {field: " ".join(words.split()) or None}, place)
        except NotAllowedError:
            self.show_line(self._line)

    def _on_when(self) -> None:
        """Read when it is left, and echo it in full; what is not understood stays in the box."""
        line, typed = self._line, self.when.text().strip()
        if line is None or self.when.isReadOnly() or not self.when.isModified():
            return
        self.when.setModified(False)
        try:
            meant = stage.parse(typed) if typed else None
        except NotAllowedError as error:
            self._unread[line.id] = typed
            self.fields["stage"].set_error(str(error))
            return
        self._unread.pop(line.id, None)
        self.fields["stage"].set_error("")
        if meant != line.stage:
            self._set(line.id, {"stage": meant}, "")
        else:
            self.show_line(line)


def _why_no_stage(typed: str) -> str:
    try:
        stage.parse(typed)
    except NotAllowedError as error:
        return str(error)
    return ""
