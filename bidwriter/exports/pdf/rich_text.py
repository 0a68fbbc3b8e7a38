"""RICH TEXT: an answer's stored blocks as paragraphs, sub-headings and lists."""

from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.words import shortened
from bidwriter.exports.tagged import Block, Heading, ItemList, Paragraph, Run
from bidwriter.prose import blocks as prose
from bidwriter.prose import parted
from bidwriter.prose.markdown import parse


def rich_text_blocks(stored: str, language: str = "") -> list[Block]:
    """The blocks of an answer, whose words are in a language ("" for that of the document)."""
    return [_made(part, language) for part in parted.parted(parse(stored))]


def _made(part: prose.Block | parted.ItemList, language: str) -> Block:
    if isinstance(part, parted.ItemList):
        return _list(part, language, after=8)
    if part.kind == "heading":
        return Heading(
            4,
            runs(part, language),
            style.SUBHEAD,
            bookmark=(Run(shortened(part.text), language=language),),
        )
    return Paragraph(runs(part, language), style.BODY)


def runs(block: prose.Block, language: str = "") -> tuple[Run, ...]:
    """A stored block's spans as runs."""
    return tuple(
        Run(
            span.text,
            bold=span.bold,
            italic=span.italic,
            link=span.link,
            raised=span.rise == "raised",
            lowered=span.rise == "lowered",
            language=language,
        )
        for span in block.spans
    )


def _list(
    part: parted.ItemList, language: str, *, after: float = 0, inner: bool = False
) -> ItemList:
    return ItemList(
        [_item(item, language) for item in part.items],
        style.ITEM,
        ordered=part.kind == "number",
        start=part.start,
        bullet="\u2013" if inner else "\u2022",
        bullet_colour=style.TEXT3,
        before=2 if inner else 0,
        after=after,
    )


def _item(item: parted.Item, language: str) -> list[Block]:
    """The item's own words, and the lists beneath them."""
    words = Paragraph(runs(item.block, language), style.ITEM)
    return [words, *(_list(each, language, inner=True) for each in item.lists)]
