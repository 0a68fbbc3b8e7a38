"""What one side did to the paragraphs of an answer: regions of the text as it was, each with what
stands there now. Regions are as small as can be told for certain."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from bidwriter.bids.joining.similar import alike, held
from bidwriter.prose.blocks import Block

Blocks = tuple[Block, ...]
_SURELY_THE_SAME = 0.5  # shared words from which a paragraph counts as the other one edited
_SURELY_ANOTHER = 0.5  # and below which one that has no partner is new, or was taken out
MOST_PAIRS = 10_000


class Region(NamedTuple):
    """Paragraphs `start` to `end` of the text as it was became `now`; `start == end`: new ones
    were put in before paragraph `start`."""

    start: int
    end: int
    now: Blocks

    @property
    def is_new(self) -> bool:
        """Whether paragraphs were only put in."""
        return self.start == self.end


def regions(old: Blocks, new: Blocks) -> tuple[Region, ...]:
    """What makes `old` into `new`, in order."""
    found: list[Region] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "insert":
            found.append(Region(i1, i1, new[j1:j2]))
        elif tag == "delete":
            # As small as can be: each can be left out, or clash, without the others.
            found += [Region(i, i + 1, ()) for i in range(i1, i2)]
        elif tag == "replace":
            found += _replaced(i1, old[i1:i2], new[j1:j2])
    return tuple(found)


def apply_regions(old: Blocks, start: int, end: int, done: tuple[Region, ...]) -> Blocks:
    """What paragraphs `start` to `end` of `old` have become."""
    made: list[Block] = []
    at = start
    for region in done:
        made += [*old[at : region.start], *region.now]
        at = region.end
    return (*made, *old[at:end])


def _replaced(at: int, old: Blocks, new: Blocks) -> list[Region]:
    """One stretch that was rewritten, taken apart where it is plain which paragraph became
    which; else as a whole."""
    whole = [Region(at, at + len(old), new)]
    if len(old) * len(new) > MOST_PAIRS:
        return whole
    pairs = paired(old, new)
    if not pairs or any(alike(old[i], new[j]) < _SURELY_THE_SAME for i, j in pairs):
        return whole
    found: list[Region] = []
    for i1, i2, j1, j2 in _between(pairs, len(old), len(new)):
        if not _stand_alone(old[i1:i2], new) or not _stand_alone(new[j1:j2], old):
            return whole
        found += _left_over(at + i1, at + i2, new[j1:j2])
        if i2 < len(old):
            found.append(Region(at + i2, at + i2 + 1, (new[j2],)))
    return found


def _left_over(start: int, end: int, now: Blocks) -> list[Region]:
    if now:
        return [Region(start, end, now)]
    return [Region(i, i + 1, ()) for i in range(start, end)]


def _stand_alone(blocks: Blocks, others: Blocks) -> bool:
    """Whether none of these is a piece of one of the others, as in a paragraph split or joined."""
    return all(held(block, other) < _SURELY_ANOTHER for block in blocks for other in others)


def _between(
    pairs: list[tuple[int, int]], olds: int, news: int
) -> Iterator[tuple[int, int, int, int]]:
    """The stretches before each pair and after the last."""
    i1 = j1 = 0
    for i, j in [*pairs, (olds, news)]:
        yield i1, i, j1, j
        i1, j1 = i + 1, j + 1


def paired(old: Blocks, new: Blocks) -> list[tuple[int, int]]:
    """Pairs in order that share the most words; only pairs that share enough to be told."""
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best[i][j] = max(
                best[i + 1][j], best[i][j + 1], _worth(old[i], new[j], best[i + 1][j + 1])
            )
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _worth(old: Block, new: Block, rest: float) -> float:
    share = alike(old, new)
    return share + rest if share >= _SURELY_THE_SAME else 0.0
