"""HEADINGS: their level, their bookmark, the rule below and the small words at the right."""

import copy

from typing_extensions import override

from bidwriter.exports.tagged import shapes
from bidwriter.exports.tagged.blocks import Block
from bidwriter.exports.tagged.nodes import Node
from bidwriter.exports.tagged.pages import Entry, Pen
from bidwriter.exports.tagged.paragraph import Paragraph
from bidwriter.exports.tagged.text import TextStyle, Words, language_of, plain


class Heading(Block):
    """A heading of level 1 to 4. `key` is its destination for links (unique in the document);
    `bookmark` its words in the outline and the contents list (its own words if empty);
    `topic` the running title from here on; `aside` small words at the right of its last line,
    read after it as a paragraph; `rule` the colour of a line below. It stands in the story
    itself, in a KeepTogether or a Beside, not in a panel or a cell. Raises ValueError for
    another level."""

    keep_with_next = True

    def __init__(
        self,
        level: int,
        words: Words,
        style: TextStyle,
        *,
        key: str = "",
        bookmark: Words = "",
        topic: str = "",
        aside: Paragraph | None = None,
        rule: str = "",
        rule_gap: float = 6,
    ) -> None:
        if not 1 <= level <= 4:
            raise ValueError(f"a heading is of level 1 to 4, not {level}")
        self.level = level
        self.given_key = key
        self.key = ""
        self.bookmark = plain(bookmark or words)
        self._language = language_of(bookmark or words)
        self.topic = topic
        self.before, self.after = style.before, style.after
        self._words = Paragraph(words, style, tag=f"H{level}")
        self._aside = aside
        self._rule = rule
        self._rule_gap = rule_gap
        self._continued = False

    def attach(self, parent: Node) -> None:
        self._words.attach(parent)
        self.node = self._words.node
        if self._aside:
            self._aside.attach(parent)

    @property
    def entry(self) -> Entry:
        """Level, words and key, for bookmarks and contents."""
        return Entry(self.level, self.bookmark, self.key, self._language)

    def height(self, width: float) -> float:
        extra = self._rule_gap + 1 if self._rule else 0
        return max(self._words.height(self._room(width)), self._aside_height(width)) + extra

    def _aside_height(self, width: float) -> float:
        return self._aside.height(width - self._room(width)) if self._aside else 0.0

    @override
    def split(self, width: float, room: float, force: bool) -> tuple[Block, Block] | None:
        """Only a heading that no page can hold is parted: people type what they like."""
        halves = self._words.split(self._room(width), room, force=force) if force else None
        if halves is None:
            return None
        first, rest = copy.copy(self), copy.copy(self)
        first._words, rest._words = halves  # noqa: SLF001 - copies of its own
        first._aside, first._rule, rest._continued = None, "", True  # noqa: SLF001 - copies of its own
        return first, rest

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        if not self.key:
            raise ValueError(f"heading {self.bookmark!r} stands within another block")
        if not self._continued:
            pen.arrive(self.key, top + 8)
            if self.topic:
                pen.page.topics.append((self.topic, len(pen.page.owners) > 0))
        room = self._room(width)
        foot = top - max(self._words.height(room), self._aside_height(width))
        self._words.paint(pen, x, foot + self._words.height(room), room)
        if self._aside:
            self._paint_aside(pen, x + room, foot, width - room)
        if self._rule:
            line = foot - self._rule_gap
            pen.decorate(shapes.line(x, line, x + width, line, self._rule, width=1))

    def _paint_aside(self, pen: Pen, x: float, foot: float, width: float) -> None:
        """Its last line on the baseline of the heading's last line."""
        assert self._aside is not None
        style, small = self._words.style, self._aside.style
        baseline = foot + style.leading - style.baseline
        above = (len(self._aside.lines(width)) - 1) * small.leading
        self._aside.paint(pen, x, baseline + small.baseline + above, width)

    def _room(self, width: float) -> float:
        """What the aside leaves for the words: it takes more lines where that saves them one."""
        if not self._aside:
            return width
        wide, narrow = (self._left_by(self._aside, width, share) for share in (0.4, 0.18))
        fewer = len(self._words.lines(narrow)) < len(self._words.lines(wide))
        return narrow if fewer else wide

    @staticmethod
    def _left_by(aside: Paragraph, width: float, share: float) -> float:
        lines = aside.lines(width * share)
        return width - max((line.width for line in lines), default=0) - 12
