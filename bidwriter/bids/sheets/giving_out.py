"""The cost lines as a sheet for other programs: a header, and a row for each line.

What is written reads back (`taking_in.read_sheet`) as the same lines.
"""

from decimal import Decimal
from functools import partial

from bidwriter.bids.bid import Bid
from bidwriter.bids.sheets.line_reader import LineReader
from bidwriter.bids.sheets.taking_in import wanted_lines
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.column import in_sight
from bidwriter.kinds.cells.councils import COUNCILS
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.values.numbers import plain

Cell = str | Decimal
_WORDS_APART = "quantity-words"
_TITLES = {column.key: column.title for column in CostLine.columns}
MONEY = tuple(c.key for c in CostLine.columns if c.cell.is_money)


def columns_of(
    bid: Bid, question: CostLines | None, lines: tuple[CostLine, ...]
) -> tuple[str, ...]:
    """The columns that a sheet of these lines needs: one for quantities in words only where words
    would read back as something else."""
    as_usual = partial(_reads_back, bid, question)
    asked = question.columns if question else CostLine.columns
    order = tuple(c.key for c in in_sight(asked) if c.key != _WORDS_APART)
    return order if all(map(as_usual, lines)) else (*order, _WORDS_APART)


def sheet_of(
    bid: Bid, question: CostLines | None, lines: tuple[CostLine, ...]
) -> tuple[tuple[Cell, ...], ...]:
    """The header and the lines. Sums and quantities are numbers, all else text; "" is empty."""
    columns = columns_of(bid, question, lines)
    rows: list[tuple[Cell, ...]] = [tuple(_TITLES[key] for key in columns)]
    for line in lines:
        cells = cells_of(bid, question, line, words_apart=_WORDS_APART in columns)
        rows.append(tuple(cells.get(key, "") for key in columns))
    return tuple(rows)


def cells_of(
    bid: Bid, question: CostLines | None, line: CostLine, *, words_apart: bool = False
) -> dict[str, Cell]:
    """The cells of one line by column. `words_apart`: a quantity in words has its own column."""
    around = Around(bid, question, line)
    cells: dict[str, Cell | None] = {
        column.key: column.cell.written(column.leaf(line), around) for column in line.columns
    }
    words = line.quantity_words or ""
    cells["quantity"] = line.quantity if words_apart or line.quantity is not None else words
    cells[_WORDS_APART] = words if words_apart else None
    cells["total"] = line.amount
    return {key: cell for key, cell in cells.items() if cell is not None and cell != ""}


def councils_words(bid: Bid, question: CostLines | None, councils: tuple[str, ...]) -> str:
    """ "All four", or names that read back as these councils."""
    return COUNCILS.typed(councils, Around(bid, question))


def _reads_back(bid: Bid, question: CostLines | None, line: CostLine) -> bool:
    if line.quantity_words is None:
        return True
    cells = {key: _text(cell) for key, cell in cells_of(bid, question, line).items()}
    read = LineReader(wanted_lines(bid, question), 1, {}).read_line(cells)
    names = ("quantity", "quantity_words", "unit", "unit_cost", "total")
    return all(read.get(name) == getattr(line, name) for name in names)


def _text(cell: Cell) -> str:
    return plain(cell) if isinstance(cell, Decimal) else cell
