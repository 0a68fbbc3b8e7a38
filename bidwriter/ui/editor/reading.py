"""Reads a text document as blocks, again only where it changed.

A list runs beside the document's blocks. After each change the stretch that Qt says has
changed is read again; the rest is kept, so a key press costs the same in any document.
"""

from typing import NamedTuple

from PySide6.QtGui import QTextDocument

from bidwriter.prose.blocks import Block, normal, tidied, whole
from bidwriter.ui.editor.formats import Shape, read_block


class Line(NamedTuple):
    """One block of the document: its shape, the list it is in, its value unless it is empty."""

    shape: Shape
    group: int
    block: Block | None


class Reading:
    """The lines of a document, kept up to date. `passage`: it is part of an answer."""

    def __init__(self, document: QTextDocument, *, passage: bool = False) -> None:
        self._document = document
        self.settle = normal if passage else whole
        self._lines: list[Line] = []
        self._blocks: tuple[Block, ...] | None = None
        self.kinds_changed = False
        self.read_all()
        document.contentsChange.connect(self._on_contents_change)

    def blocks(self) -> tuple[Block, ...]:
        """The document as blocks in the stored shape."""
        if self._blocks is None:
            lines = tuple(line.block for line in self._lines if line.block is not None)
            self._blocks = self.settle(lines)
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
            tidy = tidied((raw,))
            group = block.blockFormat().objectIndex()
            shape = Shape(raw.kind, raw.level, raw.start)
            lines.append(Line(shape, group, tidy[0] if tidy else None))
            block = block.next()
        return lines
