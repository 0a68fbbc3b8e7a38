"""What stands before each block of the stored form: empty line, indent, and its mark.

Items of one list stand in lines one under another, those of the second level beneath the words of
their own item. Where two numbered lists stand one after another the second has ")" for ".", which
is how CommonMark tells them apart; so has one that begins at 1 anew at the head of a passage.
"""

from collections.abc import Iterator
from typing import NamedTuple

from bidwriter.prose.blocks import Block, numbers
from bidwriter.prose.lists import LEVELS, Counting

_PASSAGE = "  "  # what items of the second level are written beneath where nothing is above them


class Marker(NamedTuple):
    """`gap` is what parts a block from the one before, `indent` blanks, `mark` "## ", "- " or a
    number."""

    gap: str
    indent: int
    mark: str


def markers(blocks: tuple[Block, ...]) -> Iterator[Marker]:
    """The marker of each of `blocks`, which are normal."""
    counting = Counting()
    stops = ["."] * LEVELS
    above = _PASSAGE  # the mark of the item of the first level
    before: Block | None = None
    for block, number in zip(blocks, numbers(blocks), strict=True):
        at = block.level - 1
        goes_on = counting.goes_on(block.kind, block.level)
        counting.take(block.kind, block.level, number or 0)
        stops[at] = stop_of(block, stops[at], goes_on=goes_on)
        mark = _mark(block, number, stops[at])
        gap = _gap(block, number, before, goes_on=goes_on) if before else ""
        yield Marker(gap, len(above) if at else 0, mark)
        above = above if at else mark
        before = block


def stop_of(block: Block, before: str, *, goes_on: bool) -> str:
    """What stands after an item's number; `before` is what stood after the last of its level."""
    if goes_on:
        return before if block.start is None else {".": ")", ")": "."}[before]
    return ")" if block.start == 1 else "."


def begins(number: int, stop: str, before: str, *, goes_on: bool) -> bool:
    """Whether by its written number and stop an item begins a list anew: the other way round."""
    return stop != before if goes_on else (number, stop) != (1, ".")


def _mark(block: Block, number: int | None, stop: str) -> str:
    if block.kind == "number":
        return f"{number}{stop} "
    return {"heading": "## ", "bullet": "- "}.get(block.kind, "")


def _gap(block: Block, number: int | None, before: Block, *, goes_on: bool) -> str:
    """A line break between items of one list, and before items beneath one; else an empty line."""
    if block.level > 1:
        # CommonMark takes a number but 1 straight beneath words for words.
        is_first = before.level == 1 and number not in (None, 1)
        return "\n\n" if is_first else "\n"
    return "\n" if goes_on and block.start is None else "\n\n"
