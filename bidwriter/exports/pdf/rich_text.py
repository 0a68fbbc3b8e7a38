"""RICH TEXT: an answer's stored blocks as paragraphs, sub-headings and lists."""

from itertools import groupby

from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.words import shortened
from bidwriter.exports.tagged import Block, Heading, ItemList, Paragraph, Run
from bidwriter.prose import blocks as prose
from bidwriter.prose.markdown import parse


def rich_text_blocks(stored: str) -> list[Block]:
    """The blocks of an answer; neighbouring items of one kind form one list."""
    found: list[Block] = []
    for kind, group in groupby(parse(stored), key=lambda block: block.kind):
        members = list(group)
        match kind:
            case "bullet" | "number":
                found.append(_list(members, ordered=kind == "number"))
            case "heading":
                found += [_subheading(block) for block in members]
            case "paragraph":
                found += [Paragraph(runs(block), style.BODY) for block in members]
    return found


def _subheading(block: prose.Block) -> Heading:
    return Heading(4, runs(block), style.SUBHEAD, bookmark=shortened(block.text))


def runs(block: prose.Block) -> tuple[Run, ...]:
    """A stored block's spans as runs."""
    return tuple(
        Run(span.text, bold=span.bold, italic=span.italic, link=span.link) for span in block.spans
    )


def _list(members: list[prose.Block], *, ordered: bool) -> ItemList:
    items = [runs(block) for block in members]
    return ItemList(items, style.BODY, ordered=ordered, bullet_colour=style.TEXT3, after=8)
