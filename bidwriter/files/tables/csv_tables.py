"""CSV: read in any usual encoding and with any usual separator, written so that Excel reads it.

A cell that a spreadsheet program would take for a formula (it begins with = + - @ or a control
character) is written with an apostrophe before it, which reading takes off again; plain negative
numbers are left as they are. An apostrophe already there before such a mark gets another.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from bidwriter.bids.sheets.grid import Grid, tidy
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.tables.table_files import MOST_COLUMNS, MOST_ROWS

_SEPARATORS = ",;\t"
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"-\d+(\.\d+)?")


def csv_bytes(rows: Iterable[Sequence[str | Decimal]]) -> bytes:
    """The rows as UTF-8 with a byte order mark, by which Excel knows it, and commas."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _guarded(cell: str | Decimal) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def read_csv(data: bytes, name: str) -> Grid:
    """The rows of a CSV file. Raises FileTroubleError."""
    text = _decoded(data, name)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
        rows = []
        for row in reader:
            rows.append(tuple(_unguarded(cell) for cell in row[:MOST_COLUMNS]))
            if len(rows) == MOST_ROWS:
                break
    except csv.Error:
        raise FileTroubleError(
            f"“{name}” is no table that bidwriter can read. Save it again as CSV from your "
            "spreadsheet program. Nothing was taken in"
        ) from None
    return tidy(rows)


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
    for line in text.splitlines()[:20]:
        bare = re.sub(r'"(?:[^"]|"")*"', "", line)
        counts = {mark: bare.count(mark) for mark in _SEPARATORS}
        most = max(_SEPARATORS, key=lambda mark: counts[mark])
        if counts[most]:
            found[most] += 1
    return max(_SEPARATORS, key=lambda mark: found[mark])
