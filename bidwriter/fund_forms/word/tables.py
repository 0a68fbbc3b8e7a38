"""The tables of a Word form: questions beside or over empty cells, and tables that ask for rows."""

from collections.abc import Iterator

from bidwriter.files.word.blocks import Cell, Control, Row, Table, paragraphs
from bidwriter.fund_forms.word.lines import line_of, place_of, with_box, words_of
from bidwriter.fund_forms.words.limits import limit_in
from bidwriter.fund_forms.words.line import Grid, Line, Piece, numbered, tidy

_LEAST_HEADS = 3  # columns of a table that asks for rows
_TWO = 2
_LONGEST_HEAD, _LONGEST_ASKED, _LONGEST_NUMBER = 90, 30, 6  # characters


def pieces_of_table(table: Table) -> Iterator[Piece]:
    """What a table asks: rows to fill in under headings, or a question a row."""
    rows = [row for row in table.rows if row.cells]
    at = _heads_at(rows)
    for number, row in enumerate(rows[: len(rows) if at is None else at], 1):
        yield from _asked_in(table, number, row)
    if at is not None:
        yield _grid(table, rows, at)


def is_told(table: Table) -> bool:
    """Whether it has nothing to fill in: no empty cell, no box, no question."""
    cells = [cell for row in table.rows for cell in row.cells]
    asks = any(words.endswith("?") or limit_in(words).value for words in map(_words, cells))
    return bool(cells) and not asks and all(_words(cell) and not _controls(cell) for cell in cells)


# --- rows to fill in -------------------------------------------------------------------------


def _heads_at(rows: list[Row]) -> int | None:
    """The row of headings over rows to fill in, from 0; None in a table that asks question by
    question."""
    for at, row in enumerate(rows):
        words = [_words(cell) for cell in row.cells]
        below = rows[at + 1 :]
        if len(words) < _LEAST_HEADS or not below or not all(words[1:]):
            continue
        if _is_number(words[0]) or not all(map(_is_head, words)):
            continue
        if all(len(one.cells) == len(words) and _is_open(one) for one in below):
            return at
    return None


def _is_head(words: str) -> bool:
    """Whether words are short enough to stand over a column; a short one may ask: "Done?"."""
    return len(words) <= (_LONGEST_ASKED if words.endswith("?") else _LONGEST_HEAD)


def _is_open(row: Row) -> bool:
    """Whether all of a row but its label is to be filled in."""
    return all(_is_empty(cell) for cell in row.cells[1:])


def _grid(table: Table, rows: list[Row], at: int) -> Grid:
    heads = tuple(_words(cell) for cell in rows[at].cells)
    below = rows[at + 1 :]
    labels = tuple(words for row in below if (words := _words(row.cells[0])))
    options = tuple(
        next((c.choices for c in _controls(cell) if c.sort == "choice"), ())
        for cell in below[0].cells
    )
    place = f"table/{table.number}/{at + 1}"
    return Grid(heads, labels, len(below) - len(labels), place, options if any(options) else ())


# --- a question a row ------------------------------------------------------------------------


def _asked_in(table: Table, number: int, row: Row) -> Iterator[Piece]:
    """The lines of a row: what is asked in its first filled cell, the rest of it below, and the
    empty cell or the box in which it is answered."""
    cells = list(row.cells)
    label = ""
    if len(cells) > 1 and _is_number(_words(cells[0])):
        label = _words(cells.pop(0)).strip(" .:)")
    asked, *beside = cells
    if not beside:
        yield from _alone(table, number, asked, label)
        return
    box = next((cell for cell in beside if _is_empty(cell)), None)
    lines = list(_lines(asked))
    if not lines:
        return
    first = lines[0]._replace(label=label or lines[0].label, level=0)
    yield _answered(first, table, number, box) if box is not None else first
    yield from lines[1:]
    for cell in beside:
        if cell is not box:
            yield from (line._replace(level=0) for line in _lines(cell))


def _alone(table: Table, number: int, cell: Cell, label: str) -> Iterator[Line]:
    """A row of one cell: a bar with the name of a section, a question, or the box for the one
    above."""
    if _is_empty(cell):
        yield _answered(Line("", sort="rich"), table, number, cell)
        return
    lines = list(_lines(cell))
    if len(lines) == 1 and not label and len(table.rows) > 1 and _is_bar(lines[0]):
        yield lines[0]._replace(level=_TWO)
        return
    for at, line in enumerate(lines):
        yield line._replace(label=label or line.label) if at == 0 else line


def _is_bar(line: Line) -> bool:
    words = tidy(line.words)
    is_short = len(words) <= _LONGEST_HEAD and not words.endswith(("?", ".", ":"))
    return is_short and not line.sort and not limit_in(words).value and not numbered(words)[0]


def _answered(line: Line, table: Table, number: int, cell: Cell | None) -> Line:
    """A line that is answered in a cell: in its control, if it has one."""
    if cell is None:
        return line
    controls = _controls(cell)
    ticks = [control for control in controls if control.sort == "tick"]
    if ticks:
        options = [option for option in (_words(cell).split("\n")) if option.strip()]
        return line._replace(ticks=tuple(options), place=place_of(ticks[0]))
    if controls:
        return with_box(line, controls[0])
    return line._replace(
        sort=line.sort or "rich", place=f"table/{table.number}/{number}/{cell.column + 1}"
    )


def _lines(cell: Cell) -> Iterator[Line]:
    gap = False
    for paragraph in paragraphs(cell.blocks):
        line = line_of(paragraph, gap=gap, bold_heads=False)
        gap = line is None
        if line is not None:
            yield line


def _controls(cell: Cell) -> list[Control]:
    return [control for paragraph in paragraphs(cell.blocks) for control in paragraph.controls]


def _is_empty(cell: Cell) -> bool:
    """Whether it is there to be filled in: no words, or only a box."""
    controls = _controls(cell)
    return not _words(cell) or (bool(controls) and not _own_words(cell, controls))


def _own_words(cell: Cell, controls: list[Control]) -> str:
    """The words of a cell that stand in no control, and beside no box to tick."""
    if any(control.sort == "tick" for control in controls):
        return ""
    words = _words(cell)
    return "" if words in {control.text.strip() for control in controls} else words


def _words(cell: Cell) -> str:
    return "\n".join(filter(None, (tidy(words_of(one)) for one in paragraphs(cell.blocks))))


def _is_number(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_NUMBER and numbered(f"{words.strip(' .:)')}. x")[0] != ""
