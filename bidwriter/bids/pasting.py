"""A pasted table as cost lines: which column is which, and what each cell means.

What cannot be read does not stop the rest: it is told, and its words are kept in the line's note.
"""

import re
from typing import Any, NamedTuple

from pydantic import ValidationError

from bidwriter.bids.bid import Bid
from bidwriter.bids.pasted_cells import MOST_CHARACTERS, LineReader, Misread
from bidwriter.bids.table_reading import Grid, grid_of
from bidwriter.kinds.cost_lines import CostLine

COLUMNS = (
    "what", "quantity", "unit", "unit-cost", "total", "payer", "councils", "principle", "note",
)  # fmt: skip
HEADERS = dict(
    zip(
        COLUMNS,
        ("What", "Quantity", "Unit", "Unit cost", "Total", "Who pays", "Council", "Principle",
         "Note"),
        strict=True,
    )
)  # fmt: skip
_NAMES = {
    "what": "what;resource;resources;item;items;description;role;roles;line;cost line;activity",
    "quantity": "quantity;qty;number;no;amount of time;how much;how many;days;number of days;"
    "no of days;hours;number of hours;weeks;months",
    "unit": "unit;units;unit type",
    "unit-cost": "unit cost;day rate;daily rate;rate;unit price;price;cost per unit;cost per day;"
    "cost each;rate per day;per day",
    "total": "total;total cost;cost;costs;total costs;line total;amount;sum;total price",
    "payer": "who pays;who will pay;who will pay for it;payer;paid by;paid for by;pays;funded by;"
    "funding;funding source;source of funding;fund",
    "councils": "council;councils;authority;local authority;partner;partners;organisation;"
    "which council;lead council",
    "principle": "principle;principles;main principle",
    "note": "note;notes;comment;comments;remarks",
}
_COLUMN_OF = {name: key for key, names in _NAMES.items() for name in names.split(";")}
_UNITS = ("days", "hours", "weeks", "months")
_SUM = re.compile(
    r"(?:grand |overall |sub[- ]?)?totals?(?: (?:costs?|of|asked|requested|for|given|in|cash"
    r"|project|whole|ex|inc|excluding|including)\b.*| ?\(.*\)| ?£.*)?\s*:?",
    re.IGNORECASE,
)
_MOST_ROWS = 2000
_HEADER_WITHIN = 10


class Pasted(NamedTuple):
    """Lines as cells for `add_rows`; what was not understood; sentences about the rest."""

    rows: tuple[dict[str, Any], ...]
    misread: tuple[Misread, ...] = ()
    remarks: tuple[str, ...] = ()


class _Columns(NamedTuple):
    """Which column is which. `start` is the first row after the header; unknown columns with a
    heading go into the note under that heading."""

    keys: tuple[str, ...]
    headings: tuple[str, ...] = ()
    start: int = 0
    unit: str = ""


def read_clipboard(bid: Bid, text: str, html: str = "") -> Pasted:
    """The cost lines in a clipboard's text or HTML."""
    return read_grid(bid, grid_of(text, html))


def read_grid(bid: Bid, grid: Grid) -> Pasted:
    """The cost lines in rows of cells. Empty rows and rows of sums are passed over."""
    columns = _find_header(grid) or _usual_order(grid)
    rows: list[dict[str, Any]] = []
    misread: list[Misread] = []
    remarks: list[str] = []
    for number, cells in enumerate(grid[columns.start :], columns.start + 1):
        named = _named(cells, columns)
        if not _is_line(named):
            continue
        if len(rows) == _MOST_ROWS:
            remarks.append(f"Only the first {_MOST_ROWS:,} lines were taken")
            break
        reader = LineReader(bid, number)
        row = reader.read(named, columns.unit)
        rows.append(_surely_valid(row, named))
        misread += reader.misread
        remarks += reader.remarks
    return Pasted(tuple(rows), tuple(misread), tuple(remarks))


def misread_sentence(misread: tuple[Misread, ...]) -> str:
    """ "2 cells were not understood: row 3 Unit cost “tbc”, …"; "" for none."""
    if not misread:
        return ""
    were = "1 cell was" if len(misread) == 1 else f"{len(misread)} cells were"
    shown = [f"row {m.row} {HEADERS[m.column]} “{_short(m.words)}”" for m in misread[:6]]
    more = f" and {len(misread) - 6} more" if len(misread) > 6 else ""
    words = "its words are" if len(misread) == 1 else "their words are"
    return f"{were} not understood: {', '.join(shown)}{more}. {words.capitalize()} in the note"


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= 40 else f"{one_line[:39]}…"


# --- columns ---------------------------------------------------------------------------------


def _plain(heading: str) -> str:
    words = re.sub(r"\(.*?\)|[£$:*.?_/\\-]", " ", heading.casefold())
    return " ".join(words.split())


def _find_header(grid: Grid) -> _Columns | None:
    """The first row, near the top, whose cells are mostly known names of columns."""
    for at, cells in enumerate(grid[:_HEADER_WITHIN]):
        known = {_COLUMN_OF[_plain(c)] for c in cells if _plain(c) in _COLUMN_OF}
        if len(known) >= 2 and 2 * len(known) >= len([c for c in cells if c]):
            return _columns(cells, at + 1)
    return None


def _columns(cells: tuple[str, ...], start: int) -> _Columns:
    keys: list[str] = []
    unit = ""
    for cell in cells:
        key = _COLUMN_OF.get(_plain(cell), "")
        if key == "quantity":
            unit = next((u for u in _UNITS if u in _plain(cell)), unit)
        keys.append("" if key in keys else key)
    return _Columns(tuple(keys), cells, start, unit)


def _usual_order(grid: Grid) -> _Columns:
    """Without a header: our own order, with or without a column for the unit."""
    third = [cells[2] for cells in grid if len(cells) > 2 and cells[2]]
    is_money = any(re.search(r"\d", cell) for cell in third)
    keys = tuple(key for key in COLUMNS if not (is_money and key == "unit"))
    return _Columns(keys)


def _named(cells: tuple[str, ...], columns: _Columns) -> dict[str, str]:
    """Cells by column; what has no column of its own goes into the note, under its heading."""
    named: dict[str, str] = {}
    over: list[str] = []
    for at, cell in enumerate(cells):
        key = columns.keys[at] if at < len(columns.keys) else ""
        heading = columns.headings[at] if at < len(columns.headings) else ""
        if key:
            named[key] = cell
        elif cell:
            over.append(f"{heading}: {cell}" if heading else cell)
    named["note"] = "; ".join(filter(None, [named.get("note", ""), *over]))
    return {key: cell for key, cell in named.items() if cell}


def _is_line(named: dict[str, str]) -> bool:
    if not named:
        return False
    first = named.get("what") or next(iter(named.values()))
    is_sum = bool(_SUM.fullmatch(first.strip())) or named.keys() == {"total"}
    return not (is_sum and not named.keys() & {"quantity", "unit-cost"})


def _surely_valid(row: dict[str, Any], named: dict[str, str]) -> dict[str, Any]:
    """`row`, or where the model would refuse it a line that holds all its words."""
    try:
        CostLine.model_validate({**row, "id": "aaaa"})
    except ValidationError:
        words = "; ".join(f"{HEADERS[key]}: {cell}" for key, cell in named.items())
        return {"what": row.get("what"), "note": words[:MOST_CHARACTERS]}
    return row
