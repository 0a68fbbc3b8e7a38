"""What is checked of the cells of any row: that those asked for are there, and that each fits."""

from collections.abc import Iterator

from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.kinds.around import Around
from bidwriter.kinds.tables.rows import Row
from bidwriter.kinds.tables.table import Table


def check_cells(check: str, name: str, around: Around, detail: str) -> Iterator[Problem]:
    """Problems of the cells of the row in `around`, which is called `name`."""
    table, row = around.question, around.row
    assert isinstance(table, Table) and isinstance(row, Row)
    for column in table.columns:
        place, leaf = Place(table.id).at(row.id, column.key), column.leaf(row)
        if leaf is None:
            if table.asks_of(column, row):
                words = column.missing or f"Fill in “{column.label}” of {{}}"
                yield Problem(check, place, words.replace("{}", name), detail)
            continue
        for misfit in column.cell.misfits(leaf, around):
            words, detail_ = misfit.words.replace("{}", name), misfit.detail
            yield Problem(check, place, words, detail_, which=detail_)
