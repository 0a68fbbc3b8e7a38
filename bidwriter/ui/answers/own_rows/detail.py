"""Under the table: the current row's prose, and which principles it shows."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.cells.own import loose_words
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.tables.own_rows import OwnRow
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.ui.answers.evidence_strip import EvidenceStrip
from bidwriter.ui.answers.own_rows.left_over import Left, LeftOver
from bidwriter.ui.answers.own_rows.model import LONG
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.inputs import TextArea
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session

SetCells = Callable[[str, dict[str, Leaf], str], None]  # a row, its cells, what to join with


class OwnDetail(QWidget):
    """Shows one row. `menu_asked` when the officer wants what else can be done with it;
    `row_out_asked` carries a row that the round has no more."""

    menu_asked = Signal()
    row_out_asked = Signal(str)

    def __init__(
        self, session: Session, question: OwnTable, navigator: Navigator, set_cells: SetCells
    ) -> None:
        super().__init__()
        self._session, self._question, self._set = session, question, set_cells
        self._row: OwnRow | None = None
        self._problems: tuple[Problem, ...] = ()
        self.shows = question.rows_show and bool(session.bid.round.principles)
        self.title = Words("", "h3")
        self.more = IconButton("ellipsis", f"More about this {question.noun}")
        self.boxes: dict[str, TextArea] = {}
        self.fields: dict[str, Field] = {}
        self.strip = EvidenceStrip(session, navigator)
        self.wrong = Words("", "small", "bad", weight=600)
        self.wrong.hide()
        self.left_over = LeftOver(may_change=session.may_change(question.id))
        self.left_over.taken_out.connect(self._on_taken_out)
        self._lay_out()
        # Not before they lie in it: what shows by itself is a window.
        self.more.setVisible(session.may_change(question.id) and not question.is_grid)
        self.strip.setVisible(self.shows)
        self.more.clicked.connect(self.menu_asked)
        self.hide()

    def _lay_out(self) -> None:
        outer = column(self, 10)
        head = row(spacing=8)
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(head)
        outer.addWidget(self.wrong)
        for one in self._question.columns:
            if one.cell.kind == LONG:
                outer.addWidget(self._field(one))
        outer.addWidget(self.left_over)
        outer.addWidget(self.strip)

    def _field(self, one: Column) -> Field:
        box = self.boxes[one.key] = TextArea()
        box.setReadOnly(not self._session.may_change(self._question.id))
        box.undo_asked.connect(self._session.undo)
        box.redo_asked.connect(self._session.redo)
        box.textChanged.connect(lambda: self._on_words(one.key))
        field = self.fields[one.key] = Field(
            one.title, box, hint=one.hint, optional=not one.needed, role="small"
        )
        return field

    @property
    def has_more(self) -> bool:
        """Whether there is anything under the table that the table itself has not."""
        always = bool(self.boxes) or self.shows or not self._question.is_grid
        return always or bool(self.left_over.lines) or bool(self.wrong.text())

    # --- showing -----------------------------------------------------------------------------

    def show_row(self, shown: OwnRow | None) -> None:
        """Turn to a row; none hides all."""
        self.left_over.show_lines(self._left_over(shown) if shown else ())
        is_other = shown is None or self._row is None or shown.id != self._row.id
        self._row = shown
        if is_other:
            self._show_errors()
        self.setVisible(shown is not None and self.has_more)
        if shown is None:
            return
        if is_other:
            self._session.break_typing()
        self.title.setText(shown.title)
        for one in self._question.columns:
            if one.key in self.boxes:
                self._show_words(one, shown)
        if self.shows:
            self.strip.show_place(Place(self._question.id).at(shown.id))

    def _left_over(self, shown: OwnRow) -> tuple[Left, ...]:
        """What the round has no place for any more: a row of a grid, cells of columns."""
        if self._question.is_grid and not shown.label:
            return (Left("", f"The round has no row for “{shown.title}” any more"),)
        known = {one.key for one in self._question.columns}
        return tuple(
            Left(key, f"The round has no column for “{loose_words(leaf)}” any more")
            for key, leaf in shown.cells.items()
            if key not in known
        )

    def _on_taken_out(self, key: str) -> None:
        if self._row is not None and key:
            self._set(self._row.id, {key: None}, "")
        elif self._row is not None:
            self.row_out_asked.emit(self._row.id)

    def _show_words(self, one: Column, shown: OwnRow) -> None:
        box, held = self.boxes[one.key], loose_words(one.leaf(shown))
        box.setAccessibleName(f"{one.title}, {shown.title}" + ("" if one.needed else ", optional"))
        if _plain(box.toPlainText()) != held:
            box.blockSignals(True)  # noqa: FBT003 - Qt takes no names
            box.show_text(held)
            box.blockSignals(False)  # noqa: FBT003

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """What stops export beside its box."""
        self._problems = problems
        self._show_errors()
        self.setVisible(self._row is not None and self.has_more)

    def _show_errors(self) -> None:
        own = Place(self._question.id).at(self._row.id) if self._row else None
        # An empty cell says itself what to do; a filled one says only what it holds.
        filled = self._row.cells.keys() - self.boxes.keys() if self._row else set()
        told = [p.words for p in self._problems if own and p.stops and own.holds(p.place)
                and p.place.field in filled]  # fmt: skip
        self.wrong.setText("\n".join(told))
        self.wrong.setVisible(bool(told))
        for key, field in self.fields.items():
            here = [p.words for p in self._problems if own and p.stops and p.place == own.at(key)]
            words = here[0] if here else ""
            if field.error != words:
                field.set_error(words)

    def go_to(self, key: str) -> bool:
        """Put the focus in the box of a column; whether it has one."""
        if key in self.boxes:
            self.boxes[key].setFocus()
        return key in self.boxes

    # --- what the officer does ---------------------------------------------------------------

    def _on_words(self, key: str) -> None:
        if self._row is None or self.boxes[key].isReadOnly():
            return
        words, place = _plain(self.boxes[key].toPlainText()), Place(self._question.id)
        if words == loose_words(self._row.cells.get(key)):
            return
        try:
            self._set(self._row.id, {key: words or None}, place.at(self._row.id, key))
        except NotAllowedError:
            self._show_words(next(c for c in self._question.columns if c.key == key), self._row)


def _plain(words: str) -> str:
    """What is kept of a box while it is typed in: nothing of lines that only have spaces."""
    return words.strip()
