"""The cells that are kept of the sheets of a workbook, as rows of words."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from bidwriter.bids.sheets.grid import COVERED, MOST_CHARACTERS
from bidwriter.files.office.parts import TooMuchError

MOST_PLACES = 300_000  # cells in the kept rows of all sheets, empty ones too
_Rows = dict[int, dict[int, Any]]


class Area(NamedTuple):
    """Cells from row and column to row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int


class Kept:
    """Makes rows of words; what all of them say is bounded together. `words_of` is a cell's."""

    def __init__(self, words_of: Callable[[Any], str] = str) -> None:
        self._words_of = words_of
        self._characters = self._merged = 0

    def rows(self, cells: _Rows, merges: Iterable[Area]) -> list[tuple[str, ...]]:
        """The rows of a sheet, whose cells are by row and column, from 1."""
        covered = self._covered(cells, merges)
        made: list[tuple[str, ...]] = []
        for at in range(1, max(cells, default=0) + 1):
            row = {**cells.get(at, {}), **covered.get(at, {})}
            words = (self._words(row.get(c, "")) for c in range(1, max(row, default=0) + 1))
            made.append(tuple(words))
        return made

    def _words(self, cell: Any) -> str:
        words = cell if isinstance(cell, str) else self._words_of(cell)
        self._characters += len(words)
        if self._characters > MOST_CHARACTERS:
            raise TooMuchError
        return words

    def _covered(self, cells: _Rows, merges: Iterable[Area]) -> dict[int, dict[int, str]]:
        """What merged cells leave of those beneath them: nothing, and below the first one a mark
        that the first one speaks for them."""
        last = max(cells, default=0)
        wide = max((max(row) for row in cells.values()), default=0)
        found: dict[int, dict[int, str]] = {}
        for area in merges:
            bottom, right = min(area.bottom, last), max(area.left, min(area.right, wide))
            self._merged += max(0, bottom - area.top + 1) * (right - area.left + 1)
            if self._merged > MOST_PLACES:
                raise TooMuchError
            for row in range(area.top, bottom + 1):
                beneath = found.setdefault(row, {})
                beneath |= dict.fromkeys(range(area.left, right + 1), "")
                beneath[area.left] = COVERED
            found.get(area.top, {}).pop(area.left, None)
        return found
