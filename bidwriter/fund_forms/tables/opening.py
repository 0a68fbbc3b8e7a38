"""A workbook or CSV file as a form: an XLSForm, a list of questions, or one laid out in cells."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from bidwriter.bids.sheets.grid import MOST_COLUMNS, MOST_ROWS
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.doubts import Met
from bidwriter.files.tables.table_files import sheets_in
from bidwriter.fund_forms.found import FoundForm, ShownLine
from bidwriter.fund_forms.size import check_size
from bidwriter.fund_forms.tables.headed import Headed, place_of
from bidwriter.fund_forms.tables.laid_out import pieces_of_sheets
from bidwriter.fund_forms.tables.question_list import list_in, read_list
from bidwriter.fund_forms.tables.xlsform import read_xlsform, xlsform_in
from bidwriter.fund_forms.words.line import shown
from bidwriter.fund_forms.words.reading import read_words

Read = Callable[[Met], FoundForm]


class OpenedTable(NamedTuple):
    """How a file is read, the lines of one that is laid out, and whether it is an XLSForm."""

    read: Read
    lines: tuple[ShownLine, ...] = ()
    is_xlsform: bool = False


def open_table(data: bytes, file: str, name: str) -> OpenedTable:
    """A file of tables, called `name` as a form. Raises FileTroubleError."""
    sheets = sheets_in(data, file)
    check_size(sum(len(cell) for sheet in sheets for row in sheet.grid for cell in row), file)
    if (survey := xlsform_in(sheets)) is not None:
        return OpenedTable(partial(read_xlsform, sheets, *survey, name), is_xlsform=True)
    seen = [sheet for sheet in sheets if not sheet.is_hidden]
    if (listed := list_in(seen)) is not None:
        return OpenedTable(partial(_read_list, sheets, *listed, name))
    lines = shown(pieces_of_sheets(sheets))
    return OpenedTable(partial(_read_laid_out, sheets, name), lines)


def _read_list(
    sheets: tuple[Sheet, ...], sheet: Sheet, head: Headed, name: str, met: Met
) -> FoundForm:
    found = read_list(sheet, head, name, met)
    others = [f"Sheet “{one.name}”" for one in sheets if one is not sheet]
    return found._replace(passed=(*found.passed, *others, *_beyond(sheets)))


def _read_laid_out(sheets: tuple[Sheet, ...], name: str, met: Met) -> FoundForm:
    found = read_words(pieces_of_sheets(sheets), name, met)
    hidden = [f"Sheet “{one.name}”, which is hidden" for one in sheets if one.is_hidden]
    return found._replace(
        passed=(*found.passed, *hidden, *_lists_unknown(sheets), *_beyond(sheets))
    )


def _lists_unknown(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """The cells whose lists stand in another file, or are worked out."""
    for sheet in sheets:
        for one in sheet.offered:
            if not one.words and not sheet.is_hidden:
                place = place_of(sheet, one.top, one.left - 1)
                yield f"The list that {place} drops down, which could not be read"


def _beyond(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """What stands beyond the rows and columns that are read."""
    for sheet in sheets:
        if sheet.goes_on:
            yield (f"All of sheet “{sheet.name}” beyond row {MOST_ROWS:,} or column {MOST_COLUMNS}")
