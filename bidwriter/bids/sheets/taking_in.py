"""A table from elsewhere as cost lines: the reading of any table, and what only costs have.

Rows of sums, sums for each payer or month, quantity × unit cost, and how VAT was reckoned. What is
doubtful does not stop the rest: it is told with ways to settle it, and while nobody does, its words
are kept in the line's note. The same table and answers always give the same lines.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import ValidationError

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import tables
from bidwriter.bids.sheets.across import is_quantity, parts_of_costs, spread
from bidwriter.bids.sheets.grid import Grid
from bidwriter.bids.sheets.headings import Columns
from bidwriter.bids.sheets.layout import MOST_READ, Laid, Passed, lay_out
from bidwriter.bids.sheets.line_reader import LineReader, figures_in, unit_in
from bidwriter.bids.sheets.row_read import RowRead
from bidwriter.bids.sheets.row_reader import gathered
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.bids.sheets.sums_in_table import sums_in
from bidwriter.bids.sheets.wanted import ACROSS, Wanted
from bidwriter.doubts import Doubt, Settled
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import LINE
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines

_MOST_ROWS = 2000
_VAT = re.compile(r"\bv\.?a\.?t\b", re.IGNORECASE)
_VAT_WORDS = re.compile(r"\bv\.?a\.?t\b|\bnet\b|\bgross\b", re.IGNORECASE)
_FIGURES = re.compile(r"[£\d.,\s%-]+")
_LONGEST_VAT = 200


class Pasted(NamedTuple):
    """Lines as cells for `add_rows`, each with its row in the sheet; what is doubtful; sentences
    about the rest; and which rows were passed over, by what they are."""

    rows: tuple[dict[str, Any], ...]
    doubts: tuple[Doubt, ...] = ()
    columns: Columns = Columns(())
    numbers: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
    passed: tuple[tuple[Passed, tuple[int, ...]], ...] = ()

    @property
    def sums(self) -> int:
        """How many rows of sums were passed over."""
        return len(dict(self.passed).get("row of sums", ()))

    @property
    def column_doubts(self) -> tuple[Doubt, ...]:
        """Those about columns as a whole."""
        return tuple(doubt for doubt in self.doubts if doubt.id.startswith("column"))

    @property
    def is_doubtful(self) -> bool:
        """Whether there is anything to ask."""
        return bool(self.doubts)


def wanted_lines(bid: Bid, question: CostLines | None = None) -> Wanted:
    """Cost lines as the reader of tables looks for them; of the question that the bid asks first,
    unless another is given."""
    asked = question or next((q for q, _ in tables(bid)), None)
    around = Around(bid, asked)
    return Wanted(CostLine, around, parts_of_costs(around))


def read_grid(
    bid: Bid, grid: Grid, question: CostLines | None = None, settled: Settled | None = None
) -> Pasted:
    """The cost lines in rows of cells, as a clipboard has them."""
    return read_sheet(bid, Sheet("", grid), question, settled)


def read_sheet(
    bid: Bid, sheet: Sheet, question: CostLines | None = None, settled: Settled | None = None
) -> Pasted:
    """The cost lines in a sheet; `settled` says how doubts were settled. Empty rows, rows of sums,
    headings, notes, and what does not show are passed over and counted."""
    wanted, settled = wanted_lines(bid, question), settled or {}
    laid = lay_out(sheet, wanted, settled)
    sums = sums_in(laid.rows, laid.unseen, settled)
    kept = tuple(row for row in laid.rows if row.named and row.number not in sums.out)
    as_quantity, across = is_quantity(kept, _rate_and_total, settled)
    rows: list[dict[str, Any]] = []
    numbers: list[int] = []
    doubts = [*laid.doubts, *across, *sums.doubts]  # first: of very many only these are all shown
    many = 0
    for row, named in _lines(kept, laid, wanted, as_quantity=as_quantity):
        many += 1
        if many > _MOST_ROWS:
            break
        reader = LineReader(wanted, row.number, settled)
        units = [unit_in(row.columns.heading_of(key)) for key in ("quantity", "unit-cost")]
        made = reader.read_line(named, *units)
        doubts += reader.doubts
        if not reader.left_out:
            rows.append(_surely_valid(made, named, wanted))
            numbers.append(row.number)
    passed = {**laid.passed, "row of sums": tuple(sorted(sums.out))}
    remarks = (*_cut_short(many, laid), *_vat_remarks(laid), *_across_remarks(kept))
    listed = tuple((kind, found) for kind, found in passed.items() if found)
    return Pasted(
        tuple(rows), gathered(doubts), laid.columns, tuple(numbers), remarks, listed
    )  # fmt: skip


def is_cost_table(bid: Bid, sheet: Sheet) -> bool:
    """Whether a sheet has a header with what and how much."""
    columns = lay_out(sheet, wanted_lines(bid), {}).columns
    has_sums = {"total", "unit-cost"} & {*columns.keys} or columns.parts
    return bool(columns.headings) and "what" in columns.keys and bool(has_sums)


# --- lines -----------------------------------------------------------------------------------


def _lines(
    rows: tuple[RowRead, ...], laid: Laid, wanted: Wanted, *, as_quantity: bool
) -> Iterator[tuple[RowRead, dict[str, str]]]:
    """The cells of each line by column, with what headings and notes say of them."""
    noted = next((text for _, text in laid.words if _VAT.search(text)), "")
    for row in rows:
        shares = spread(row, as_quantity=as_quantity)
        whole = sum((Decimal(named.get("share", "0")) for named in shares), Decimal(0))
        for share in shares:
            named = {**share, **_counted(row, share)}
            if "what" not in row.columns.keys:  # what a table of categories calls its rows
                named.setdefault("what", named.get("category", ""))
            if "share" in named:
                named["shares"] = f"{whole:f}"
            own = named.get("vat", "")
            if own and _FIGURES.fullmatch(own) and not wanted.wrote(row.columns.headings):
                own = f"VAT {own}"
            vat = (_vat_said(row.columns, named) or noted)[:_LONGEST_VAT]
            named["vat"] = "; ".join(dict.fromkeys(filter(None, (vat, own))))
            yield row, named


def _counted(row: RowRead, named: dict[str, str]) -> dict[str, str]:
    """A second quantity with its unit, as its heading has it: "12 months"."""
    words = named.get("quantity-words", "")
    unit = unit_in(row.columns.heading_of("quantity-words"))
    has_unit = unit and re.fullmatch(r"[\d.,]+", words)
    return {"quantity-words": f"{words} {unit}"} if has_unit else {}


def _vat_said(columns: Columns, named: dict[str, str]) -> str:
    """What the headings over a line's sums say of VAT: "Total (ex VAT)"."""
    if not {"total", "unit-cost", "share"} & named.keys():
        return ""
    return next(
        (
            " ".join(heading.split())
            for key, heading in zip(columns.keys, columns.headings, strict=False)
            if (key in ("total", "unit-cost") or key[:1] == ACROSS) and _VAT_WORDS.search(heading)
        ),
        "",
    )


def _rate_and_total(row: RowRead) -> tuple[Decimal | None, Decimal | None]:
    found = figures_in(row.named)
    return found.rate, found.total


def _surely_valid(row: dict[str, Any], named: dict[str, str], wanted: Wanted) -> dict[str, Any]:
    """`row`, or where the model would refuse it a line that holds all its words."""
    try:
        CostLine.model_validate({**row, "id": "aaaa"})
    except ValidationError:
        words = "; ".join(f"{wanted.title(key) or key}: {cell}" for key, cell in named.items())
        return {"what": row.get("what"), "note": words[: LINE.longest]}
    return row


# --- what is said ----------------------------------------------------------------------------


def _cut_short(lines: int, laid: Laid) -> tuple[str, ...]:
    if lines > _MOST_ROWS:
        return (f"Only the first {_MOST_ROWS:,} lines were taken",)
    return (f"Only the first {MOST_READ:,} rows were read",) if laid.cut_short else ()


def _vat_remarks(laid: Laid) -> Iterator[str]:
    found = next(((row, text) for row, text in laid.words if _VAT.search(text)), None)
    if found:
        words = f"“{shortened(found[1], 80)}” (row {found[0]})"
        yield f"{words} went into the VAT note of each line that says nothing else of VAT"


def _across_remarks(rows: tuple[RowRead, ...]) -> Iterator[str]:
    parts = [part for row in rows[:1] for _, part in row.columns.parts]
    givers = [part.words for part in parts if part.kind != "period"]
    if givers:
        yield f"A row with sums under several of {', '.join(givers)} makes a line for each"
    elif parts:
        yield "What stands under months or years is added up for each line, and told in its note"


def misread_sentence(doubts: tuple[Doubt, ...], became: str = "in the note") -> str:
    """ "2 cells were not understood: row 3 Unit cost “tbc”, … Their words are in the note"; "" for
    none."""
    cells = [doubt for doubt in doubts if doubt.takes_words]
    if not cells:
        return ""
    many = sum(len(doubt.rows) for doubt in cells)
    were = "1 cell was" if many == 1 else f"{many} cells were"
    shown = [f"{_cell_words(d)} “{shortened(d.words)}”" for d in cells[:6]]
    more = f" and {len(cells) - 6} more" if len(cells) > 6 else ""
    words = "its words are" if many == 1 else "their words are"
    return f"{were} not understood: {', '.join(shown)}{more}. {words.capitalize()} {became}"


def _cell_words(doubt: Doubt) -> str:
    if "=" not in doubt.id:
        return f"{doubt.where[:1].lower()}{doubt.where[1:]}"
    more = f" and {len(doubt.rows) - 1} more" if len(doubt.rows) > 1 else ""
    return f"row {doubt.row}{more} {doubt.where}"


def unsettled_sums(pasted: Pasted) -> tuple[str, ...]:
    """What became of each row that may be a sum and that nobody decided."""
    taken = {*pasted.numbers}
    told = []
    for doubt in pasted.doubts:
        if doubt.id == f"row/{doubt.row}":
            became = "went in as a line" if doubt.row in taken else "is left out"
            why = f"{doubt.why[0].lower()}{doubt.why[1:]}"
            told.append(f"Row {doubt.row} “{shortened(doubt.words)}” {became}: {why}")
    return tuple(told)


def went_in_as_shown(pasted: Pasted) -> Iterator[str]:
    """What became of each other doubt, which is not about one cell, that nobody decided."""
    for doubt in pasted.doubts:
        if not doubt.takes_words and doubt.id != f"row/{doubt.row}" and doubt.readings:
            words = f" “{shortened(doubt.words, 80)}”" if doubt.words not in doubt.where else ""
            done = doubt.readings[0].words
            why = f"{doubt.why[0].lower()}{doubt.why[1:]}"
            yield f"{doubt.where}{words}: {why}. Done: {done[0].lower()}{done[1:]}"


def passed_sentence(pasted: Pasted) -> str:
    """ "1 row of sums and 2 empty rows were passed over"; "" for none."""
    told = [f"{len(found)} {_named_many(kind, len(found))}" for kind, found in pasted.passed]
    were = "was" if sum(len(found) for _, found in pasted.passed) == 1 else "were"
    joined = f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else "".join(told)
    return f"{joined} {were} passed over" if told else ""


def _named_many(kind: Passed, many: int) -> str:
    if many == 1:
        return kind
    return "rows of sums" if kind == "row of sums" else f"{kind}s"


def shortened(words: str, longest: int = 40) -> str:
    """Words on one line, cut where they are longer."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= longest else f"{one_line[: longest - 1]}…"
