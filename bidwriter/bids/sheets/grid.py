"""What spreadsheets and word processors put on the clipboard, as rows of cells: tab-separated
text with quotes, and HTML tables. It knows nothing of what the cells mean."""

import re
from html.parser import HTMLParser

from typing_extensions import override

Grid = tuple[tuple[str, ...], ...]


class Covered(str):
    """An empty cell that a merged cell above reaches down into."""

    __slots__ = ()


COVERED = Covered("")

_MOST_SPAN = 200
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r\n|\r|\n|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_SKIPPED = {"style", "script", "head", "title"}
_BREAKS = {"br", "p", "div", "li"}


def grid_of(text: str, html: str = "") -> Grid:
    """The rows on a clipboard: those of its HTML table if it has one, else those of its text."""
    rows = rows_of_html(html) if "<t" in html.casefold() else ()
    return rows or rows_of_text(text)


def rows_of_text(text: str) -> Grid:
    """Tab-separated rows. A cell in quotes may hold tabs, line breaks and doubled quotes."""
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    at = 0
    while at < len(text):
        quoted = _QUOTED.match(text, at)
        plain = None if quoted else _PLAIN.match(text, at)
        found = quoted or plain
        assert found is not None
        cells.append(quoted[1].replace('""', '"') if quoted else found[0])
        at = found.end()
        if text[at : at + 1] == "\t":
            at += 1
            if at == len(text):
                cells.append("")
            continue
        rows.append(tuple(cells))
        cells = []
        at += 2 if text[at : at + 2] == "\r\n" else 1
    if cells:
        rows.append(tuple(cells))
    return tidy(rows)


def rows_of_html(html: str) -> Grid:
    """The rows of the first table in `html`; merged cells leave empty ones beside them."""
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return tidy(reader.rows)


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


class _TableReader(HTMLParser):
    """Reads one table. A table within a cell is read as words of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[str, ...]] = []
        self._cells: list[str] = []
        self._words: list[str] | None = None
        self._across = self._down = 1
        self._held: dict[int, int] = {}
        self._depth = self._skipping = 0
        self._done = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipping += 1
        elif tag == "table":
            self._depth += 1
        elif self._depth == 1 and not self._done and tag == "tr":
            self._end_row()
        elif self._depth == 1 and not self._done and tag in ("td", "th"):
            self._end_cell()
            self._words = []
            self._across, self._down = _span(attrs, "colspan"), _span(attrs, "rowspan")
        elif tag in _BREAKS and self._words:
            self._words.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipping = max(0, self._skipping - 1)
        elif tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_row()
                self._done = True
        elif self._depth == 1 and tag == "tr":
            self._end_row()
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()

    @override
    def handle_data(self, data: str) -> None:
        if self._words is not None and not self._skipping and not self._done:
            self._words.append(re.sub(r"[ \t\r\n\f]+", " ", data))

    @override
    def close(self) -> None:
        super().close()
        self._end_row()

    def _end_cell(self) -> None:
        if self._words is None:
            return
        self._skip_held()
        lines = (" ".join(line.split()) for line in "".join(self._words).split("\n"))
        for at in range(self._across):
            if self._down > 1:
                self._held[len(self._cells)] = self._down
            self._cells.append("\n".join(filter(None, lines)) if at == 0 else "")
        self._words = None

    def _skip_held(self) -> None:
        """Leave room for cells that reach down from rows above."""
        while self._held.get(len(self._cells), 0) > 0:
            self._cells.append(COVERED)

    def _end_row(self) -> None:
        self._end_cell()
        if not self._cells:
            return
        self._skip_held()
        self.rows.append(tuple(self._cells))
        self._cells = []
        self._held = {at: left - 1 for at, left in self._held.items() if left > 1}


def _span(attrs: list[tuple[str, str | None]], name: str) -> int:
    value = dict(attrs).get(name) or "1"
    return min(max(1, int(value)), _MOST_SPAN) if value.isdecimal() else 1
