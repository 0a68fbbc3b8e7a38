"""Blocks as they are shown: lists with their items, each with the lists beneath it, and all that is
in no list by itself."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bidwriter.prose.blocks import Block, numbers, whole
from bidwriter.prose.lists import LIST_KINDS, BlockKind


class Item(NamedTuple):
    """One item, and the lists beneath it."""

    block: Block
    lists: tuple["ItemList", ...] = ()


class ItemList(NamedTuple):
    """A list of one kind; a numbered one begins at `start`."""

    kind: BlockKind
    items: tuple[Item, ...]
    start: int = 1


_Numbered = tuple[Block, int | None]


def parted(blocks: tuple[Block, ...]) -> Iterator[Block | ItemList]:
    """The blocks of an answer, or of a passage of one, in order."""
    blocks = whole(blocks)
    waiting: list[_Numbered] = []
    for block, number in zip(blocks, numbers(blocks), strict=True):
        if block.kind in LIST_KINDS:
            waiting.append((block, number))
            continue
        yield from _lists(waiting, 1)
        waiting = []
        yield block
    yield from _lists(waiting, 1)


def _lists(items: Sequence[_Numbered], level: int) -> Iterator[ItemList]:
    """List items that stand one after another, the first of them of `level`, as lists."""
    if not items:
        return
    starts = [at for at, (block, _) in enumerate(items) if block.level == level]
    made: list[Item] = []
    first = 1
    for at, end in zip(starts, [*starts[1:], len(items)], strict=True):
        block, number = items[at]
        if made and (block.kind != made[0].block.kind or block.start is not None):
            yield ItemList(made[0].block.kind, tuple(made), first)
            made = []
        if not made:
            first = 1 if number is None else number
        made.append(Item(block, tuple(_lists(items[at + 1 : end], level + 1))))
    if made:
        yield ItemList(made[0].block.kind, tuple(made), first)
