"""THE FIRST PAGE: what a minister reads in thirty seconds."""

from dataclasses import dataclass

from bidwriter.bids.printing.printed import printed
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.cover_facts import facts_strip
from bidwriter.exports.pdf.glance import glance_blocks
from bidwriter.exports.pdf.languages import answered, title_words
from bidwriter.exports.pdf.principle_cards import principle_blocks
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.pdf.words import first_lines, listed, shortened, spoken
from bidwriter.exports.tagged import (
    Block,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    TextStyle,
)
from bidwriter.exports.tagged.blocks import stack_height

_MANY = 6
_LONG_TITLE = 70


@dataclass(frozen=True, slots=True)
class Density:
    """How closely the page is set: the problem's first lines and about how many words of
    them, the list of many partners, and the space above headings and in the strip of facts."""

    lede: TextStyle
    words: int
    partners: TextStyle
    above: float
    pad: float


DENSITIES = (
    Density(style.LEDE, 60, style.WITH_MANY, 18, 10),
    Density(style.LEDE.but(size=11.5, leading=17, after=13), 50, style.WITH_MANY, 13, 7),
    Density(
        style.LEDE.but(size=10.5, leading=15, after=10, measure=0),
        40,
        style.WITH_MANY.but(size=8.5, leading=11.5, after=9),
        10,
        5,
    ),
)


def cover_blocks(sheet: Sheet) -> list[Block]:
    """The whole first page, set as closely as its words need, and the break after it. Where
    even that is not enough, the facts move to the next page and the contents follow them."""
    for density in DENSITIES:
        blocks = _blocks(sheet, density)
        if stack_height(blocks, style.COLUMN) <= style.PAGE:
            return [*blocks, PageBreak()]
    return blocks


def _blocks(sheet: Sheet, density: Density) -> list[Block]:
    return [
        *_stamp(sheet),
        *_title(sheet),
        *_councils(sheet, density),
        *_lede(sheet, density),
        *facts_strip(sheet, density.pad),
        *principle_blocks(sheet, density.above),
        KeepTogether(glance_blocks(sheet, density.above)),
    ]


def _stamp(sheet: Sheet) -> list[Block]:
    """What this copy is not, in words that every reader gets."""
    words = ["Draft, not the final bid."] if sheet.status == "draft" else []
    words += ["Public copy: personal details are withheld."] if sheet.public else []
    return [Paragraph(" ".join(words), style.STAMP)] if words else []


def _title(sheet: Sheet) -> list[Block]:
    long = len(sheet.title)
    given = style.TITLE if long <= _LONG_TITLE else style.LONG_TITLE
    given = style.VERY_LONG_TITLE if long > 4 * _LONG_TITLE else given
    return [Heading(1, title_words(sheet), given, bookmark=shortened(sheet.title))]


def _councils(sheet: Sheet, density: Density) -> list[Block]:
    lead, partners = sheet.bid.lead, sheet.bid.partners
    if not partners:
        return []
    others = [spoken(p.council) for p in partners if p is not lead]
    first = spoken(lead.council) if lead else "No lead council yet"
    if not others:
        return [Paragraph(first, style.WITH)]
    if len(others) <= _MANY:
        return [Paragraph(f"{first}, with {listed(others)}", style.WITH)]
    return [
        Paragraph(f"{first}, with {len(others)} partners", style.WITH.but(after=2)),
        Paragraph(listed(others), density.partners),
    ]


def _lede(sheet: Sheet, density: Density) -> list[Block]:
    question = sheet.bid.asked_by_id.get(sheet.bid.round.cover.summary or "")
    summary = printed(sheet.bid, question) if question else None
    words = first_lines(summary, density.words) if isinstance(summary, str) else ""
    return [Paragraph(answered(sheet, words), density.lede)] if words else []
