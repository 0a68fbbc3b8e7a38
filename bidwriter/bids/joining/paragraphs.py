"""Joining two copies of one prose answer, paragraph by paragraph.

A paragraph or list item is the smallest thing that joins: both changed it differently is a
conflict, even in different sentences. No paragraph is ever made that neither side wrote.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from bidwriter.bids.joining.regions import Blocks, Region, apply_regions, regions
from bidwriter.prose.markdown import parse, write


class Disagreement(NamedTuple):
    """Paragraphs that both changed; `after` is the paragraph before them in mine."""

    after: str
    base: str
    mine: str
    theirs: str


class JoinedProse(NamedTuple):
    """The joined answer, with mine where the two disagree."""

    text: str
    disagreements: tuple[Disagreement, ...] = ()


class _Cluster(NamedTuple):
    """Regions of both sides that touch each other, and the stretch that they cover."""

    start: int
    end: int
    mine: tuple[Region, ...]
    theirs: tuple[Region, ...]


def join_prose(base: str, mine: str, theirs: str, *, keep_base: bool = False) -> JoinedProse:
    """The three texts as one. `keep_base` keeps the text as it was, not mine, in a conflict."""
    if theirs in (mine, base):
        return JoinedProse(mine)
    if mine == base:
        return JoinedProse(theirs)
    old, ours, others = parse(base), parse(mine), parse(theirs)
    made: list[Blocks] = []
    turned: list[Blocks] = []  # the same with theirs where the two disagree
    found: list[Disagreement] = []
    at = 0
    for cluster in _clusters(regions(old, ours), regions(old, others)):
        made.append(old[at : cluster.start])
        turned.append(old[at : cluster.start])
        at = cluster.end
        my_text = apply_regions(old, cluster.start, cluster.end, cluster.mine)
        their_text = apply_regions(old, cluster.start, cluster.end, cluster.theirs)
        taken = _taken(cluster, my_text, their_text)
        if taken is None:
            was = old[cluster.start : cluster.end]
            found.append(Disagreement(_last(made), write(was), write(my_text), write(their_text)))
            my_text, their_text = (was, was) if keep_base else (my_text, their_text)
        made.append(my_text if taken is None else taken)
        turned.append(their_text if taken is None else taken)
    joined, other = _flat([*made, old[at:]]), _flat([*turned, old[at:]])
    # A base that is kept has paragraphs that neither side has any more: those are no doubles. And
    # both ways of reading it are looked at, else one side would be asked and the other not.
    sides = (ours, others, old) if keep_base else (ours, others)
    if _doubles(joined, sides) or _doubles(other, sides):
        return JoinedProse(base if keep_base else mine, (Disagreement("", base, mine, theirs),))
    return JoinedProse(write(joined), tuple(found))


def _flat(parts: list[Blocks]) -> Blocks:
    return tuple(block for part in parts for block in part)


def _taken(cluster: _Cluster, mine: Blocks, theirs: Blocks) -> Blocks | None:
    """What stands in a cluster without asking; None if somebody must decide."""
    if not cluster.theirs or mine == theirs:
        return mine
    if not cluster.mine:
        return theirs
    if cluster.start == cluster.end:  # both put paragraphs in at the same spot
        if _within(theirs, mine):
            return mine
        if _within(mine, theirs):
            return theirs
    return None


def _within(few: Blocks, many: Blocks) -> bool:
    """Whether all of `few` stand in `many`, in the same order."""
    rest = iter(many)
    return all(block in rest for block in few)


def _last(made: list[Blocks]) -> str:
    """The paragraph that stands last."""
    return write(_flat(made)[-1:])


def _doubles(joined: Blocks, sides: tuple[Blocks, ...]) -> bool:
    """Whether a paragraph would stand more often than on any side: both moved it."""
    counted = [Counter(side) for side in sides]
    often = Counter(joined).items()
    return any(many > max(side[block] for side in counted) for block, many in often)


def _clusters(mine: tuple[Region, ...], theirs: tuple[Region, ...]) -> Iterator[_Cluster]:
    """Both sides' regions in order, those that touch as one."""
    waiting = sorted(
        [(r, True) for r in mine] + [(r, False) for r in theirs],
        key=lambda item: (item[0].start, item[0].end),
    )
    group: list[tuple[Region, bool]] = []
    start = end = 0
    for region, is_mine in waiting:
        if group and not _touch(start, end, region):
            yield _cluster(start, end, group)
            group = []
        if not group:
            start = end = region.start
        end = max(end, region.end)
        group.append((region, is_mine))
    if group:
        yield _cluster(start, end, group)


def _touch(start: int, end: int, region: Region) -> bool:
    """Whether a region that begins no earlier touches the stretch before it. New paragraphs touch
    a stretch only inside it, and other new ones at the same spot."""
    if start == end:
        return region.is_new and region.start == start
    # Not <=: a new paragraph beside one that the other changed or took out joins.
    return region.start < end


def _cluster(start: int, end: int, group: list[tuple[Region, bool]]) -> _Cluster:
    return _Cluster(
        start,
        end,
        tuple(region for region, is_mine in group if is_mine),
        tuple(region for region, is_mine in group if not is_mine),
    )
