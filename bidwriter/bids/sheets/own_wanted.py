"""The rows of a fund's own table, as the reader of tables looks for them."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property, lru_cache

from pydantic import create_model
from typing_extensions import override

from bidwriter.bids.bid import Bid
from bidwriter.bids.sheets.headings import plain
from bidwriter.bids.sheets.wanted import Wanted
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.cells.own import OwnCell
from bidwriter.kinds.cells.own_sorts import of_options
from bidwriter.kinds.tables.own_rows import OwnRow
from bidwriter.kinds.tables.own_table import OwnTable

# In tables from elsewhere "note" takes what has no column. These are names that no pack can give.
WHICH, _NOTE = "row_", "note_"


class OwnWanted(Wanted):
    """Its columns are found by their labels; those of a grid's rows by the labels of the rows."""

    takes_words_alone = True

    def __init__(self, bid: Bid, question: OwnTable) -> None:
        super().__init__(_sheet_row(question), Around(bid, question))
        self.question = question
        self.titles = {_exact(column.title): column.key for column in self.row.columns}

    @cached_property
    @override
    def key_of(self) -> Mapping[str, str]:
        names = Counter(plain(column.title) for column in self.row.columns)
        found = ((plain(column.title), column.key) for column in self.row.columns)
        return {name: key for name, key in found if name and names[name] == 1}


def titles_of(question: OwnTable) -> tuple[str, ...]:
    """The headings of its sheet, in order."""
    return tuple(column.title for column in _sheet_row(question).columns)


def _exact(title: str) -> str:
    return " ".join(title.split()).casefold()


def _sheet_row(question: OwnTable) -> type[OwnRow]:
    return _made(question.row.columns, _which(question) if question.is_grid else None)


@lru_cache(maxsize=64)
def _made(columns: tuple[Column, ...], which: Column | None) -> type[OwnRow]:
    made = create_model("SheetRow", __base__=OwnRow)
    own = (column.named(_NOTE) if column.key == "note" else column for column in columns)
    made.columns = (*([which] if which else []), *own)
    return made


@lru_cache(maxsize=64)
def _which(question: OwnTable) -> Column:
    """The column that says which of the fixed rows a row is."""
    taken = {_exact(column.title) for column in question.columns}
    noun = f"{question.noun[:1].upper()}{question.noun[1:]}"
    names = (noun, "Row", *(f"Row ({at})" for at in range(1, len(taken) + 2)))
    title = next(name for name in names if _exact(name) not in taken)
    rows = {row.id: row.label for row in question.fixed_rows}
    cell = OwnCell(of_options(rows, several=False), title)
    return Column(title, cell, told=f"“{title}” of {{}}", each=True).named(WHICH)
