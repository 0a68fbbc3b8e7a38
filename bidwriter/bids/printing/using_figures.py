"""Putting a live figure in the place of words typed by hand, as a bid → bid function."""

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import set_answer
from bidwriter.bids.printing.printed import shown_blocks
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.prose.blocks import Block, Span
from bidwriter.prose.figures import figure
from bidwriter.prose.markdown import write


def use_live_figure(
    bid: Bid, question: str, passage: tuple[int, int], typed: str, name: str
) -> Bid:
    """`bid` whose answer has the live figure `name` where `typed` stands now: from the first to
    before the last character of `passage`, in the printed text. It looks as the words did. Raises
    NotAllowedError where other words stand there by now."""
    blocks = list(shown_blocks(bid, str(bid.answer(question) or "")))
    start, end = passage
    for at, block in enumerate(blocks):
        if start <= len(block.text):
            if block.text[start:end] != typed:
                break
            blocks[at] = _with_figure(block, start, end, name)
            return set_answer(bid, question, write(tuple(blocks)))
        start, end = start - len(block.text) - 1, end - len(block.text) - 1
    raise NotAllowedError(f"“{typed}” is not there any more; nothing was changed")


def _with_figure(block: Block, start: int, end: int, name: str) -> Block:
    spans: list[Span] = []
    at, put = 0, False
    for span in block.spans:
        low, high = max(0, start - at), max(0, end - at)
        if low < len(span.text) and high > 0 and not span.figure:
            spans.append(span._replace(text=span.text[:low]))
            if not put:
                look = span[1:4]
                spans.append(Span(figure(name).text, *look, name))
                put = True
            spans.append(span._replace(text=span.text[high:]))
        else:
            spans.append(span)
        at += len(span.text)
    return block._replace(spans=tuple(span for span in spans if span.text))
