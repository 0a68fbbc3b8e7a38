"""CSV: read in any usual encoding and with any usual separator, written so that Excel reads it.

A cell that a spreadsheet program could take for a formula or a command (it begins with = + - @ | %,
with one of them in full width, or with a control character, perhaps after blanks) is written with
an apostrophe before it, which reading takes off again; plain negative numbers are left as they are.
An apostrophe already there before such a mark gets another.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from bidwriter.bids.sheets.grid import (
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_IN_A_CELL,
    MOST_ROWS,
    Grid,
    tidy,
)
from bidwriter.files.disk.trouble import FileTroubleError, TooLargeError

_SEPARATORS = ",;\t"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_END = "\ue000end\ue000"  # of a private use, so that no table holds it
_LONGEST_ROW = 500_000  # characters, quoted line breaks and all
_MOST_EMPTY = 100_000  # rows, empty ones beyond the last that is read too
_LOOKED_AT = 20_000  # characters in which the separator shows
# Programs run what begins so, some after blanks, some in full-width letters, some through "|".
_FORMULA = re.compile(
    r"'*[\s\u200b\u2060\ufeff]*[\t\r\n=+\-@|%\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]"
)
_QUOTED = re.compile(r'(?:(?<=[,;\t|\n])|\A)"(?:[^"]|"")*"(?=[,;\t|\r\n]|\Z)')
_MARKS = frozenset(f'{_SEPARATORS}"\r\n')
_NUMBER = re.compile(r"-\d+(\.\d+)?")


def csv_bytes(rows: Iterable[Sequence[str | Decimal]]) -> bytes:
    """The rows as UTF-8 with a byte order mark, by which Excel knows it, and commas."""
    text = io.StringIO()
    for row in rows:
        text.write(",".join(_quoted(_guarded(cell)) for cell in row) + "\r\n")
    return text.getvalue().encode("utf-8-sig")


def _quoted(cell: str) -> str:
    """In quotation marks wherever some program could take a mark in it for the end of the cell."""
    return '"' + cell.replace('"', '""') + '"' if _MARKS & {*cell} else cell


def _guarded(cell: str | Decimal) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def read_csv(data: bytes, name: str) -> Grid:
    """The rows of a CSV file. Raises FileTroubleError."""
    text = _decoded(data, name)
    lines = _Lines(text)
    rows: list[tuple[str, ...]] = []
    number = characters = 0
    try:
        for row in csv.reader(lines, delimiter=_separator(text)):
            if row == [_END]:
                return tidy(rows)
            number, characters = number + 1, characters + sum(map(len, row))
            if row and row[-1].endswith(_END):
                raise _too_long(lines, name)
            _check_row(row, number, characters, name)
            if number <= MOST_ROWS:
                rows.append(tuple(_unguarded(cell) for cell in row[:MOST_COLUMNS]))
            lines.next_row()
    except (csv.Error, _EndlessError):
        raise _too_long(lines, name) from None
    return tidy(rows)


class _EndlessError(Exception):
    """A row that goes on and on."""


class _Lines:
    """The lines of a text, one by one; after the last comes a line of its own, which shows
    whether a quotation mark is still open. `first` is that in which the row began, from 1."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._began = text, 0, 0
        self._line, self.first = 0, 1

    def __iter__(self) -> Iterator[str]:
        while self._at < len(self._text):
            found = _LINE.match(self._text, self._at, self._began + _LONGEST_ROW)
            if found is None or found.end() == self._began + _LONGEST_ROW:
                raise _EndlessError
            self._at, self._line = found.end(), self._line + 1
            yield found[0] if found[0][-1] in "\r\n" else f"{found[0]}\n"
        yield _END

    def next_row(self) -> None:
        """What follows is a new row."""
        self._began, self.first = self._at, self._line + 1

    @property
    def is_quoted(self) -> bool:
        """Whether there is a quotation mark in the row so far."""
        return '"' in self._text[self._began : self._began + _LONGEST_ROW]


def _check_row(row: list[str], number: int, characters: int, name: str) -> None:
    goes_on = any(cell.strip() for cell in row[MOST_COLUMNS:])
    if goes_on or (number > MOST_ROWS and any(cell.strip() for cell in row)):
        raise TooLargeError(
            f"“{name}” goes on beyond row {MOST_ROWS:,} or column {MOST_COLUMNS}, more than a "
            "table needs. Copy the table into a new file and choose that. Nothing was taken in"
        )
    long = max(map(len, row), default=0) > MOST_IN_A_CELL
    if long or number > _MOST_EMPTY or characters > MOST_CHARACTERS:
        raise _far_too_much(name)


def _too_long(lines: _Lines, name: str) -> FileTroubleError:
    if not lines.is_quoted:
        return _far_too_much(name)
    return FileTroubleError(
        f"“{name}” opens a quotation mark in line {lines.first:,} that is not closed, so it cannot "
        "be told where that row ends. Close it, or save the table again as CSV from your "
        "spreadsheet program. Nothing was taken in"
    )


def _far_too_much(name: str) -> TooLargeError:
    return TooLargeError(
        f"“{name}” holds far more than a table needs. Copy the table into a new file and "
        "choose that. Nothing was taken in"
    )


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _decoded(data: bytes, name: str) -> str:
    """UTF-16 or UTF-8 by its mark, else UTF-8, else Windows' own code page."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in data[:200]:
        encodings = ["utf-16-be" if data[:1] == b"\0" else "utf-16-le"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\0" not in text:
            return text
    raise FileTroubleError(
        f"“{name}” is no text that bidwriter can read. Save it again as “CSV UTF-8”. "
        "Nothing was taken in"
    )


def _separator(text: str) -> str:
    """What separates the cells of most of the first lines."""
    found = dict.fromkeys(_SEPARATORS, 0)
    # A cell in quotation marks may go over several lines.
    for line in _QUOTED.sub("", text[:_LOOKED_AT]).splitlines()[:20]:
        bare = re.sub(r'"(?:[^"]|"")*"', "", line)
        counts = {mark: bare.count(mark) for mark in _SEPARATORS}
        most = max(_SEPARATORS, key=lambda mark: counts[mark])
        if counts[most]:
            found[most] += 1
    return max(_SEPARATORS, key=lambda mark: found[mark])
