"""Reads a text document as blocks, again only where it changed.

A list runs beside the document's blocks. After each change the stretch that Qt says has
changed is read again; the rest is kept, so a key press costs the same in any document.
"""

from typing import NamedTuple

from PySide6.QtGui import QTextDocument

from bidwriter.prose.blocks import Block, normal
from bidwriter.prose.lists import BlockKind
from bidwriter.ui.editor.formats import read_block


class Line(NamedTuple):
    """One block of the document: its kind, the list it is in, its value unless it is empty."""

    kind: BlockKind
    group: int
    block: Block | None


class Reading:
    """The lines of a document, kept up to date."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._lines: list[Line] = []
        self._blocks: tuple[Block, ...] | None = None
        self.kinds_changed = False
        self.read_all()
        document.contentsChange.connect(self._on_contents_change)

    def blocks(self) -> tuple[Block, ...]:
        """The document as normal blocks."""
        if self._blocks is None:
            self._blocks = tuple(line.block for line in self._lines if line.block is not None)
        return self._blocks

    @property
    def lines(self) -> list[Line]:
        """The lines, empty ones too. Not to be changed."""
        return self._lines

    def filled(self) -> list[int]:
        """For each of `blocks()`, the number of its line."""
        return [at for at, line in enumerate(self._lines) if line.block is not None]

    def read_all(self) -> None:
        """Read everything."""
        self._lines = self._read(0, self._document.blockCount())
        self._blocks = None
        self.kinds_changed = True

    def _on_contents_change(self, at: int, _removed: int, added: int) -> None:
        count = self._document.blockCount()
        first = self._document.findBlock(at).blockNumber()
        last = self._document.findBlock(at + added).blockNumber()
        # Qt may count the mark at the very end of the document, which is in no block.
        first, last = max(first, 0), last if last >= 0 else count - 1
        replaced = last - first + 1 - (count - len(self._lines))
        if replaced < 0:
            self.read_all()
            return
        fresh = self._read(first, last + 1)
        stale = self._lines[first : first + replaced]
        self._lines[first : first + replaced] = fresh
        if [line[:2] for line in fresh] != [line[:2] for line in stale]:
            self.kinds_changed = True
        self._blocks = None

    def _read(self, first: int, stop: int) -> list[Line]:
        lines = []
        block = self._document.findBlockByNumber(first)
        for _ in range(first, stop):
            raw = read_block(block)
            tidy = normal((raw,))
            group = block.blockFormat().objectIndex()
            lines.append(Line(raw.kind, group, tidy[0] if tidy else None))
            block = block.next()
        return lines
