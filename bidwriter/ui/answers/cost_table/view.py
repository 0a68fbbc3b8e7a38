"""The table of costs that officers see: which of its further columns show, and its principles."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from typing_extensions import override

from bidwriter.desk.cost_columns import (
    COLUMNS,
    COUNCILS,
    FURTHER,
    PRINCIPLE,
    TOTAL,
    column_of,
    shown_in,
)
from bidwriter.ui.answers.cost_table.model import CostModel
from bidwriter.ui.answers.row_table.delegate import RowDelegate
from bidwriter.ui.answers.row_table.model import Index
from bidwriter.ui.answers.row_table.painting import Look, inner, write
from bidwriter.ui.answers.row_table.view import RowTable
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.badge import paint_badge

ADD_PRINCIPLE = "Add a principle"
_LOOK = Look(quiet=(column_of("payer"), COUNCILS, *FURTHER), strong=(TOTAL,))


class CostDelegate(RowDelegate):
    """A principle has its badge."""

    look = _LOOK

    @override
    def paint_own(self, painter: QPainter, rect: QRectF, index: Index, words: str) -> bool:
        line = self.costs.line_at(index)
        if index.column() != PRINCIPLE or line is None:
            return False
        _paint_principle(painter, inner(rect), words, line.principle)
        return True

    @property
    def costs(self) -> CostModel:
        """The lines."""
        assert isinstance(self.model, CostModel)
        return self.model


class CostTable(RowTable):
    """The table of one cost question."""

    Delegate = CostDelegate

    def __init__(self, model: CostModel, *, read_only: bool) -> None:
        self.costs = model
        self.chosen: tuple[str, ...] | None = None
        super().__init__(model, "the cost table", read_only=read_only)

    def choose_columns(self, fields: tuple[str, ...] | None) -> None:
        """Show these further columns; None: as the room allows."""
        self.chosen = fields
        self.show_columns()

    @property
    def further(self) -> tuple[int, ...]:
        """The further columns that its question has."""
        asked = self.costs.asked
        return tuple(col for col in FURTHER if asked is None or COLUMNS[col] in asked.columns)

    @override
    def hidden_in(self, room: float) -> tuple[int, ...]:
        question = self.costs.asked
        columns = question.columns if question else ()
        asked = tuple(c.key for c in columns if c.theme or (question and question.asks_for(c)))
        wanted = shown_in(room, self.chosen, asked, self.costs.used)
        unknown = () if self.costs.bid.round.principles else (PRINCIPLE,)
        shown = {col for col in self.further if col in wanted}
        return (*unknown, *(col for col in FURTHER if col not in shown))


def _paint_principle(painter: QPainter, room: QRectF, words: str, number: int | None) -> None:
    if number is None:
        write(painter, room, ADD_PRINCIPLE, "link", 600)
        return
    side = theme().px(20)
    spot = QRectF(room.left(), room.center().y() - side / 2, side, side)
    paint_badge(painter, spot, number, filled=True)
    write(painter, room.adjusted(side + theme().px(8), 0, 0, 0), words, "text", 400)
