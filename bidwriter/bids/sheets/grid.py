"""What spreadsheets and word processors put on the clipboard, as rows of cells: tab-separated
text with quotes, and HTML tables. It knows nothing of what the cells mean."""

import re

from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.prose.blocks import whole_characters
from bidwriter.prose.mark_up import Closed, Opened, TooMuchMarkUpError, pieces

Grid = tuple[tuple[str, ...], ...]


class Covered(str):
    """An empty cell that a merged cell above reaches down into."""

    __slots__ = ()


COVERED = Covered("")


class InFull(str):
    """A number that its workbook shows in thousands or millions, as it is stored: in full."""

    __slots__ = ()


# Of files; the rows of a clipboard are read on, and what is not taken of them is said.
MOST_ROWS, MOST_COLUMNS = 3_000, 60
MOST_IN_A_CELL = 32_767  # characters: what Excel keeps in one
MOST_CHARACTERS = 4_000_000  # in all cells together

_MOST_COPIED = 10_000  # rows on a clipboard
_MOST_CELLS = _MOST_COPIED * MOST_COLUMNS
_LONGEST = MOST_CHARACTERS + _MOST_CELLS  # characters of text; HTML has a bound of its own

_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"(?=\t|\r\n|\r|\n|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SPAN = re.compile(r"\s*([0-9]{1,6})\s*", re.ASCII)
_SKIPPED = {"style", "script", "head", "title"}
_BREAKS = {"br", "p", "div", "li"}


class TooMuchCopiedError(NotAllowedError):
    """More than any table of costs, or mark-up without end."""

    def __init__(self) -> None:
        super().__init__(
            "What you copied is more than a table of costs needs: at most "
            f"{MOST_ROWS:,} rows of {MOST_COLUMNS} columns. Copy less of it. "
            "Nothing was taken in"
        )


def grid_of(text: str, html: str = "") -> Grid:
    """The rows on a clipboard: those of its HTML table if it has one, else those of its text.
    Raises TooMuchCopiedError."""
    rows = rows_of_html(html) if "<t" in html.casefold() else ()
    return rows or rows_of_text(text)


def rows_of_text(text: str) -> Grid:
    """Tab-separated rows. A cell in quotes may hold tabs, line breaks and doubled quotes. Raises
    TooMuchCopiedError."""
    if len(text) > _LONGEST:
        raise TooMuchCopiedError
    text, rows, at = whole_characters(text), _Rows(), 0
    while at < len(text):
        quoted = _QUOTED.match(text, at)
        plain = None if quoted else _PLAIN.match(text, at)
        found = quoted or plain
        assert found is not None
        rows.add_cell(quoted[1].replace('""', '"') if quoted else found[0])
        at = found.end()
        if text[at : at + 1] == "\t":
            at += 1
            continue
        rows.end_row()
        at += 2 if text[at : at + 2] == "\r\n" else 1
    if rows.column:
        rows.end_row()
    return tidy(rows.rows)


def rows_of_html(html: str) -> Grid:
    """The rows of the first table in `html`; merged cells leave empty ones beside them. Raises
    TooMuchCopiedError."""
    reader = _TableReader()
    try:
        return tidy(reader.read(html))
    except TooMuchMarkUpError:
        raise TooMuchCopiedError from None


class _Rows:
    """Rows as they come, within bounds. What is beyond them may only be empty."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, ...]] = []
        self._cells: list[str] = []
        self._many = self._characters = 0

    @property
    def column(self) -> int:
        """How many cells the row has so far."""
        return len(self._cells)

    def add_cell(self, cell: str) -> None:
        """One more cell of this row."""
        self._many, self._characters = self._many + 1, self._characters + len(cell)
        if self._many > _MOST_CELLS or self._characters > MOST_CHARACTERS:
            raise TooMuchCopiedError
        if len(self._cells) < MOST_COLUMNS:
            self._cells.append(cell)
        elif _bare(cell):
            raise TooMuchCopiedError

    def end_row(self) -> None:
        """The cells so far are a row, if there are any."""
        if len(self.rows) == _MOST_COPIED:
            raise TooMuchCopiedError
        if self._cells:
            self.rows.append(tuple(self._cells))
            self._cells = []


def tidy(rows: list[tuple[str, ...]]) -> Grid:
    """Cells without space at their ends; rows without empty cells at their ends."""
    tidied: list[tuple[str, ...]] = []
    for row in rows:
        cells = [_bare(cell) for cell in row]
        while cells and not cells[-1] and not isinstance(cells[-1], Covered):
            cells.pop()
        tidied.append(tuple(cells))
    while tidied and not any(tidied[-1]):
        tidied.pop()
    return tuple(tidied)


def _bare(cell: str) -> str:
    if type(cell) is not str:
        return cell  # its class says what it is
    return cell.replace("\u00a0", " ").replace("\u200b", "").strip()


class _TableReader:
    """Reads one table. A table within a cell is read as words of that cell."""

    def __init__(self) -> None:
        self._rows = _Rows()
        self._words: list[str] | None = None
        self._across = self._down = 1
        self._held: dict[int, int] = {}
        self._depth = self._skipping = 0

    def read(self, html: str) -> list[tuple[str, ...]]:
        for piece in pieces(html):
            match piece:
                case Opened():
                    self._on_opened(piece)
                case Closed("table") if self._depth == 1:
                    break
                case Closed():
                    self._on_closed(piece.tag)
                case str() if self._words is not None and not self._skipping:
                    self._words.append(_SPACES.sub(" ", piece))
                case _:
                    pass
        self._end_row()
        return self._rows.rows

    def _on_opened(self, found: Opened) -> None:
        tag = found.tag
        if tag in _SKIPPED:
            self._skipping += not found.alone
        elif tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self._end_row()
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            self._words = []
            self._across = _span(found.values, "colspan", MOST_COLUMNS)
            self._down = _span(found.values, "rowspan", _MOST_COPIED)
        elif tag in _BREAKS and self._words:
            self._words.append("\n")

    def _on_closed(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipping = max(0, self._skipping - 1)
        elif tag == "table" and self._depth:
            self._depth -= 1
        elif self._depth == 1 and tag == "tr":
            self._end_row()
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()

    def _end_cell(self) -> None:
        if self._words is None:
            return
        self._skip_held()
        words = whole_characters("".join(self._words))
        lines = (" ".join(line.split()) for line in words.split("\n"))
        self._rows_across("\n".join(filter(None, lines)))
        self._words = None

    def _rows_across(self, words: str) -> None:
        for at in range(self._across):
            if self._rows.column < MOST_COLUMNS and self._down > 1:
                self._held[self._rows.column] = self._down
            self._rows.add_cell(words if at == 0 else "")

    def _skip_held(self) -> None:
        """Leave room for cells that reach down from rows above."""
        while self._held.get(self._rows.column, 0) > 0:
            self._rows.add_cell(COVERED)

    def _end_row(self) -> None:
        self._end_cell()
        if not self._rows.column:
            return
        self._skip_held()
        self._rows.end_row()
        self._held = {at: left - 1 for at, left in self._held.items() if left > 1}


def _span(values: dict[str, str], name: str, most: int) -> int:
    found = _SPAN.fullmatch(values.get(name, ""))
    return min(max(1, int(found[1])), most) if found else 1
