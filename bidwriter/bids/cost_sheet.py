"""The cost lines as a sheet for other programs: a header, and a row for each line.

What is written reads back (`pasting.read_grid`) as the same lines.
"""

from decimal import Decimal
from functools import partial

from bidwriter.bids.bid import Bid
from bidwriter.bids.pasted_cells import LineReader
from bidwriter.bids.pasted_columns import HEADERS
from bidwriter.kinds.cells.councils import ALL, council_name
from bidwriter.kinds.tables.cost_lines import PAYERS, CostLine, CostLines, category_label
from bidwriter.kinds.values import stage
from bidwriter.kinds.values.numbers import plain

Cell = str | Decimal
ORDER = (
    "what", "quantity", "unit", "unit-cost", "total", "payer", "councils", "principle",
    "category", "stage", "vat", "note", "source",
)  # fmt: skip
MONEY = ("unit-cost", "total")
_MANY = ("", "", "Both", "three", "four", "five", "six", "seven", "eight", "nine")


def all_words(bid: Bid) -> str:
    """ "All four", by the number of partners."""
    many = len([p for p in bid.partners if p.key])
    if many == 2:
        return _MANY[2]
    return f"All {_MANY[many] if 2 < many < len(_MANY) else many}" if many > 1 else "All partners"


def columns_of(
    bid: Bid, question: CostLines | None, lines: tuple[CostLine, ...]
) -> tuple[str, ...]:
    """The columns that a sheet of these lines needs: one for quantities in words only where words
    would read back as something else."""
    as_usual = partial(_reads_back, bid, question)
    return ORDER if all(map(as_usual, lines)) else (*ORDER, "quantity-words")


def sheet_of(
    bid: Bid, question: CostLines | None, lines: tuple[CostLine, ...]
) -> tuple[tuple[Cell, ...], ...]:
    """The header and the lines. Sums and quantities are numbers, all else text; "" is empty."""
    columns = columns_of(bid, question, lines)
    rows: list[tuple[Cell, ...]] = [tuple(HEADERS[key] for key in columns)]
    for line in lines:
        cells = cells_of(bid, question, line, words_apart="quantity-words" in columns)
        rows.append(tuple(cells.get(key, "") for key in columns))
    return tuple(rows)


def cells_of(
    bid: Bid, question: CostLines | None, line: CostLine, *, words_apart: bool = False
) -> dict[str, Cell]:
    """The cells of one line by column. `words_apart`: a quantity in words has its own column."""
    words = line.quantity_words or ""
    cells: dict[str, Cell | None] = {
        "what": line.what,
        "quantity": line.quantity if words_apart or line.quantity is not None else words,
        "quantity-words": words if words_apart else None,
        "unit": line.unit,
        "unit-cost": line.unit_cost,
        "total": line.amount,
        "payer": PAYERS[line.payer] if line.payer else None,
        "councils": councils_words(bid, question, line.councils),
        "principle": _principle(bid, line.principle),
        "category": category_label(question, line.category) if line.category else None,
        "stage": stage.show(line.stage) if line.stage else None,
        "vat": line.vat,
        "note": line.note,
        "source": line.source,
    }
    return {key: cell for key, cell in cells.items() if cell is not None and cell != ""}


def councils_words(bid: Bid, question: CostLines | None, councils: tuple[str, ...]) -> str:
    """ "All four", or names that read back as these councils."""
    if councils == (ALL,):
        return all_words(bid)
    return "; ".join(_council(bid, question, key) for key in councils)


def _council(bid: Bid, question: CostLines | None, key: str) -> str:
    name = council_name(bid, key)
    read = LineReader(bid, question, 1, {}).read({"councils": name})
    return name if read.get("councils") == (key,) else key


def _principle(bid: Bid, number: int | None) -> str:
    found = bid.round.principle(number) if number else None
    return f"{number} {found.name}" if found else str(number or "")


def _reads_back(bid: Bid, question: CostLines | None, line: CostLine) -> bool:
    if line.quantity_words is None:
        return True
    cells = {key: _text(cell) for key, cell in cells_of(bid, question, line).items()}
    read = LineReader(bid, question, 1, {}).read(cells)
    names = ("quantity", "quantity_words", "unit", "unit_cost", "total")
    return all(read.get(name) == getattr(line, name) for name in names)


def _text(cell: Cell) -> str:
    return plain(cell) if isinstance(cell, Decimal) else cell
