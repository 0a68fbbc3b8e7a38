"""A pasted list of questions, or the text of a PDF, as lines and tables."""

import re
from collections.abc import Iterator

from bidwriter.fund_forms.words.line import Grid, Line, Piece
from bidwriter.prose.characters import seen

_CELLS = re.compile(r"\t|\s*\|\s*")
_RULE = re.compile(r"[\s|:+=-]+")
_LEAST_COLUMNS = 3
_MOST_LINES, _LONGEST = 20_000, 5_000  # lines of a form; characters of a line
_NAMED = 5  # lines cut that are named


def left_out(text: str) -> Iterator[str]:
    """What is more than a form has and is not looked at, in sentences."""
    lines = text.splitlines()
    if len(lines) > _MOST_LINES:
        yield f"The {len(lines) - _MOST_LINES:,} lines after the first {_MOST_LINES:,}"
    long = [at for at, line in enumerate(lines[:_MOST_LINES], 1) if len(line) > _LONGEST]
    if long:
        named = ", ".join(f"{at:,}" for at in long[:_NAMED]) + " …" * (len(long) > _NAMED)
        yield f"All after the first {_LONGEST:,} characters of line {named}"


def pieces_of_text(text: str) -> Iterator[Piece]:
    """The lines of a text and the tables in it: a line with two tabs or bars in it is a row. See
    `left_out`."""
    gap = False
    lines = text.splitlines()[:_MOST_LINES]
    at = 0
    while at < len(lines):
        words = seen(lines[at][:_LONGEST].replace("\t", "\u0001")).replace("\u0001", "\t")
        rows = _rows_from(lines, at)
        if rows:
            yield _grid(rows, f"paragraph/{at + 1}")
            at += len(rows)
            gap = False
            continue
        at += 1
        if not words.strip():
            gap = True
            continue
        yield Line(words.strip(), f"paragraph/{at}", after_gap=gap)
        gap = False


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELLS.split(line.strip().strip("|"))]


def _rows_from(lines: list[str], at: int) -> list[list[str]]:
    """The rows of a table that begins in this line."""
    rows: list[list[str]] = []
    for line in lines[at : at + 200]:
        cells = _cells(line[:_LONGEST])
        if len(cells) < _LEAST_COLUMNS or not any(cells):
            break
        if rows and len(cells) > len(rows[0]) + 1:
            break
        rows.append(cells)
    return rows


def _grid(rows: list[list[str]], place: str) -> Grid:
    rows = [row for row in rows if not _RULE.fullmatch("|".join(row) or "-")]
    heads, below = rows[0], rows[1:]
    labels = tuple(row[0] for row in below if row[0] and not any(row[1:]))
    return Grid(tuple(heads), labels, len(below) - len(labels), place)
