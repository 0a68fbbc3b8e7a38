"""The columns of the table, as the kind of row describes them. A column is known by its number,
from left to right; only those that the table treats in a way of their own have a name here."""

from bidwriter.kinds.cells.column import Column, in_sight
from bidwriter.kinds.tables.cost_lines import CostLine

COLUMNS: tuple[Column, ...] = tuple(c for c in in_sight(CostLine.columns) if not c.within)
FURTHER = tuple(at for at, column in enumerate(COLUMNS) if column.further)
CHOICES = tuple(at for at, column in enumerate(COLUMNS) if column.cell.is_chosen)
_ROOMY = 1180
_WITHIN = {column.key: column.within for column in CostLine.columns}
_AT = {column.key: at for at, column in enumerate(COLUMNS)}


def column_of(key: str) -> int:
    """The column in which a cell's written name is edited."""
    return _AT.get(_WITHIN.get(key) or key, 0)


WHAT, QUANTITY = column_of("what"), column_of("quantity")
UNIT_COST, TOTAL = column_of("unit-cost"), column_of("total")
COUNCILS, PRINCIPLE = column_of("councils"), column_of("principle")


def shown_in(
    room: float, chosen: tuple[str, ...] | None, asked: tuple[str, ...], used: set[str]
) -> tuple[int, ...]:
    """The further columns to show: those chosen; while none were chosen, those that the round
    asks for, and in a roomy table (`room` at 100 % text) those that a line uses."""
    if chosen is not None:
        return tuple(col for col in FURTHER if COLUMNS[col].key in chosen)
    wanted = {*asked, *(used if room >= _ROOMY else ())}
    return tuple(col for col in FURTHER if COLUMNS[col].key in wanted)
