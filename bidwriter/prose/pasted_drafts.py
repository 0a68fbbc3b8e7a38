"""Blocks of pasted HTML while they are read, and the characters that they may hold."""

import re
from dataclasses import dataclass, field

from bidwriter.prose.blocks import Block, Span, whole_characters
from bidwriter.prose.lists import BlockKind
from bidwriter.prose.symbol_fonts import PRIVATE_LETTERS

LONGEST_MARK = 20  # characters of a list item's own bullet or number
_NUMBERED = re.compile(
    r"\s*\(?(?:\d{1,3}\.){0,8}(?:(?P<number>\d{1,3})|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s*"
)
_LEGAL = re.compile(r"\s*(?:\d{1,3}\.){1,8}(?P<number>\d{1,3})\s*")  # 1.2, as in contracts
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffc\ufeff\ufdd0-\ufdef\u2028\u2029\ue000-\uf8ff]"
)


def cleaned(text: str) -> str:
    """`text` without control characters and object marks; private letters of symbol fonts are the
    signs that they show."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(PRIVATE_LETTERS)
    return whole_characters(_CONTROL.sub("", plain))


@dataclass(slots=True)
class Draft:
    """A block that is being read. In Word's lists the item's own mark tells what it is."""

    kind: BlockKind = "paragraph"
    spans: list[Span] = field(default_factory=list)
    level: int = 1
    number: int | None = None
    word_list: bool = False
    mark: str = ""

    def finished(self) -> Block:
        """What it came to, with its number as `start` in a numbered list."""
        kind, number = self.kind, self.number
        if self.word_list:
            found = _NUMBERED.fullmatch(self.mark) or _LEGAL.fullmatch(self.mark)
            kind = "number" if found else "bullet"
            number = int(found["number"]) if found and found["number"] else None
        return Block(kind, tuple(self.spans), self.level, number)


@dataclass(slots=True)
class ListOpen:
    """A list whose items are being read; `next` is the number of the next one."""

    kind: BlockKind
    next: int = 1
    lettered: bool = False
