"""MARKS OF PRINCIPLES: badges, chips and short words that say which principles an item shows."""

from bidwriter.bids.principles import ANSWERS, Item
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.icons import icon
from bidwriter.exports.pdf.languages import said, said_in
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Badge, Block, Chip, Chips, Paragraph, Run, TextStyle, Words
from bidwriter.exports.tagged.drawings import operators
from bidwriter.exports.tagged.pages import Pen
from bidwriter.exports.tagged.text import as_runs
from bidwriter.rounds.round import Principle

STRENGTH_WORDS = {"strong": "strongly", "some": "in part"}


def badge(principle: int, *, outlined: bool = False, size: float = 13) -> Badge:
    """A principle's numbered square."""
    return Badge(str(principle), style.look(principle).colour, outlined=outlined, size=size)


def chips(sheet: Sheet, place: str) -> list[Block]:
    """A row of chips for what an item shows; nothing if it shows nothing."""
    found = []
    for principle in sheet.bid.round.principles:
        strength = sheet.strength(place, principle.number)
        if strength:
            look, some = style.look(principle.number), strength == "some"
            fill = style.WHITE if some else look.tint
            words = f"{principle.name}, {STRENGTH_WORDS[strength]}"
            said_so = said_in(sheet, words, principle.name)
            mark = badge(principle.number, outlined=some)
            found.append(Chip(mark, said_so, fill, look.colour))
    if not found:
        return []
    return [Chips(found, style.SMALL_BOLD.but(size=8.5), after=7, keep_with_next=True)]


def mark_runs(sheet: Sheet, place: str) -> list[Block]:
    """A badge, name and strength a line, for a cell of a table."""
    return [
        named(sheet, principle.number, style.SMALL_TEXT, strength)
        for principle in sheet.bid.round.principles
        if (strength := sheet.strength(place, principle.number))
    ]


def named(sheet: Sheet, number: int, given: TextStyle, strength: str = "") -> Paragraph:
    """A badge and the principle's name, and how strongly it is shown."""
    principle = sheet.bid.round.principle(number)
    words = [*as_runs(said(sheet, principle.name if principle else "Principle"))]
    if strength:
        words.append(Run(f", {STRENGTH_WORDS[strength]}"))
    return Paragraph(words, given, badge=badge(number, outlined=strength == "some", size=12))


def item_title(item: Item) -> str:
    """An answer by its number and name; a row of a table by its own name."""
    if item.group == ANSWERS:
        return f"{item.question.number} {item.title}".strip()
    return item.title


def item_words(sheet: Sheet, words: str, *items: Item) -> Words:
    """Words in which items stand by their titles. A row that says nothing has a title of
    bidwriter's own."""
    answers = [item for item in items if item.group == ANSWERS]
    rows = tuple(item.title for item in items if item.group != ANSWERS and not item.empty)
    return said_in(sheet, words, *(item.title for item in answers), answers=rows)


class BadgeLine(Paragraph):
    """A principle's badge and, beside it, its icon, which is decoration."""

    def __init__(self, principle: Principle, given: TextStyle, size: float = 15) -> None:
        super().__init__("", given, badge=badge(principle.number, size=size))
        self._icon = icon(principle.icon, style.look(principle.number).colour, size - 2)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        super().paint(pen, x, top, width)
        if self._icon and self.badge:
            middle = top - max(self.style.leading, self.badge.size) / 2
            foot = middle - float(self._icon.height) / 2
            left = x + self.badge.advance
            pen.decorate(operators(self._icon, pen.book.subsets, left, foot))
