"""The cost lines as a table for other programs: tab-separated text and HTML. It knows no Qt."""

from html import escape

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.sheets.giving_out import councils_words
from bidwriter.desk.cost_cells import shown
from bidwriter.desk.cost_columns import COLUMNS, COUNCILS, FURTHER, TOTAL, WHAT
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.values import money

_RIGHT = {at for at, column in enumerate(COLUMNS) if column.cell.is_right}


def rows_to_copy(
    bid: Bid, question: CostLines | None, lines: tuple[CostLine, ...]
) -> list[list[str]]:
    """A header, the lines and the sums. Further columns are there where a line fills them."""
    sums = totals(bid)
    every = range(len(COLUMNS))
    used = [c for c in every if c not in FURTHER or any(shown(bid, x, c) for x in lines)]
    rows = [[COLUMNS[col].title for col in used]]
    rows += [[_cell_words(bid, question, line, col) for col in used] for line in lines]
    for words, amount in (
        ("Total asked of the fund", sums.fund),
        ("Total given in kind", sums.in_kind),
        ("Total given in cash", sums.cash),
        ("Total whole project", sums.whole),
    ):
        if amount or words.endswith(("fund", "project")):
            row = [""] * len(rows[0])
            row[WHAT], row[TOTAL] = words, money.show(amount)
            rows.append(row)
    return rows


def _cell_words(bid: Bid, question: CostLines | None, line: CostLine, col: int) -> str:
    if col == COUNCILS:
        return councils_words(bid, question, line.councils)
    return shown(bid, line, col, question)


def as_text(rows: list[list[str]]) -> str:
    """Tab-separated, as spreadsheets read it."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in rows)


def _quoted(cell: str) -> str:
    needs = cell.startswith('"') or any(mark in cell for mark in "\t\n\r")
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if needs else cell


def as_html(rows: list[list[str]]) -> str:
    """A plain table with header cells, for Word and mail."""
    head, *body = rows
    lines = ["<table border='1'>", f"<tr>{''.join(f'<th>{escape(c)}</th>' for c in head)}</tr>"]
    for row in body:
        cells = "".join(_cell(at, cell) for at, cell in enumerate(row))
        lines.append(f"<tr>{cells}</tr>")
    return "\n".join([*lines, "</table>"])


def _cell(at: int, words: str) -> str:
    side = " style='text-align: right'" if at in _RIGHT else ""
    return f"<td{side}>{escape(words)}</td>"
