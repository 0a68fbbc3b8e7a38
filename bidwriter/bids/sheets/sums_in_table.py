"""The rows of sums in a table taken in from elsewhere, and what to ask about them."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from bidwriter.bids.sheets.across import across_in
from bidwriter.bids.sheets.adding_rows import Row
from bidwriter.bids.sheets.grid import Covered
from bidwriter.bids.sheets.layout import AS_LINE
from bidwriter.bids.sheets.line_reader import Figures, figures_in
from bidwriter.bids.sheets.row_read import RowRead
from bidwriter.bids.sheets.row_reader import row_id
from bidwriter.bids.sheets.rows_of_sums import Verdict, judge
from bidwriter.bids.sheets.sum_names import Name, is_bare, naming
from bidwriter.doubts import LEAVE_OUT, Doubt, Reading, Settled
from bidwriter.kinds.values import money

_STRONGEST: tuple[Name, ...] = ("sum", "maybe", "other")
_SAYS = ("", "unit-cost", "quantity", "unit")
_AMOUNTS = ("quantity", "unit-cost", "total")
# What sums of each payer are called, and no cost is.
_PAYER = re.compile(
    r"(?:the |our )?(?:mhclg|dluhc|ldf|fund|grant|match|cash|in ?kind|councils?|partners?)"
    r"(?: (?:fund|funding|grant|match|share|contributions?|cash|in ?kind))?:?",
    re.IGNORECASE,
)
_OUT = Reading("A sum: leave the row out", LEAVE_OUT)
_LINE = Reading("A cost: take it as a line", AS_LINE)


class Sums(NamedTuple):
    """The numbers of the rows that are left out as sums, and what to ask."""

    out: frozenset[int]
    doubts: tuple[Doubt, ...]


def sums_in(rows: Iterable[RowRead], unseen: Iterable[RowRead], settled: Settled) -> Sums:
    """Which rows are sums. The table as it came is added up, so that what is typed for one row
    makes no sum of another; a sum may count the rows that are left out `unseen`, or not."""
    by_number = {row.number: row for row in rows}
    verdicts = judge([_as_numbers(row) for row in by_number.values()])
    hidden = {row.number: row for row in unseen}
    if hidden:
        everything = by_number | hidden
        again = judge([_as_numbers(everything[number]) for number in sorted(everything)])
        verdicts |= {n: v for n, v in again.items() if n in by_number and v.kind == "sum"}
    out: set[int] = set()
    doubts: list[Doubt] = []
    for number, verdict in verdicts.items():
        way = settled.get(row_id(number))
        if verdict.kind != "sum" and way is None:
            doubts.append(_doubt(by_number[number], verdict))
        if way == LEAVE_OUT or (way is None and verdict.kind != "line?"):
            out.add(number)
    return Sums(frozenset(out), tuple(doubts))


def _doubt(row: RowRead, verdict: Verdict) -> Doubt:
    ways = (_LINE, _OUT) if verdict.kind == "line?" else (_OUT, _LINE)
    where = f"Row {row.number}"
    return Doubt(row_id(row.number), where, _words(row), verdict.why, ways, (row.number,))


def _words(row: RowRead) -> str:
    """ "Staff costs, £30,300", by which the row is known."""
    found = _figures(row)
    amount = next((a for a in (found.total, found.works, found.rate) if a is not None), None)
    name = next((words for words in _texts(row) if words), "")
    return ", ".join(filter(None, (name, money.show(amount) if amount is not None else "")))


def _figures(row: RowRead) -> Figures:
    """The numbers of a row; what stands across it is its total, where it has no other."""
    found = figures_in(row.named)
    return found if found.total is not None else found._replace(total=across_in(row))


def _as_numbers(row: RowRead) -> Row:
    found = _figures(row)
    works = found.works
    return Row(
        row.number,
        _name(row, found),
        _pence(found.total),
        _pence(works),
        _pence(found.rate),
        found.quantity,
        exact=works is None or works == money.pence(works),
        payer=found.payer,
        is_vat=re.match(r"(?:plus |add )?v\.?a\.?t\b", row.named.get("what", ""), re.I) is not None,
        divides=len(row.named) < 2,
    )


def _pence(amount: Decimal | None) -> int | None:
    return None if amount is None else int(money.pence(amount) * 100)


def _name(row: RowRead, found: Figures) -> Name:
    """What the row is called: by its name, or where it has none by a word beside its amount."""
    what = row.named.get("what", "")
    if what:
        is_payer = not found.payer and _PAYER.fullmatch(" ".join(what.replace("-", " ").split()))
        own: Name = "maybe" if is_payer else "none"
        named = {naming(what), own, *(_beside(key, cell) for key, cell in _cells(row))}
        return next((name for name in _STRONGEST if name in named), "none")
    if any(naming(cell) == "sum" for key, cell in _cells(row) if key != "what"):
        return "sum"
    is_covered = any(isinstance(cell, Covered) for key, cell in _cells(row) if key == "what")
    nameless = row.named.keys() <= {"total", "quantity"} and found.total is not None
    return "none" if nameless and not is_covered else "other"


def _beside(key: str, cell: str) -> Name:
    """What "Total" in another cell says of a row that has a name: where a number should stand all,
    where words may stand little."""
    if key in _SAYS and is_bare(cell):
        return "sum" if key in ("", "unit-cost") else "maybe"
    return "none"


def _texts(row: RowRead) -> list[str]:
    return [row.named.get("what", ""), *(c for k, c in _cells(row) if k not in _AMOUNTS)]


def _cells(row: RowRead) -> list[tuple[str, str]]:
    keys = (*row.columns.keys, *[""] * len(row.cells))
    return list(zip(keys, row.cells, strict=False))
