"""Joining two copies of one prose answer, paragraph by paragraph.

A paragraph or list item is the smallest thing that joins: both changed it differently is a
conflict, even in different sentences. No paragraph is ever made that neither side wrote.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bidwriter.bids.conflict import Moved
from bidwriter.bids.joining.arranging import Piece, Pieces, arranged, parted, unchanged
from bidwriter.bids.joining.folded import blocks_alike, newer_blocks
from bidwriter.bids.joining.moves import Rewriting, rewriting
from bidwriter.bids.joining.regions import Blocks, Region, apply_regions
from bidwriter.prose.blocks import whole
from bidwriter.prose.markdown import parse, write


class Disagreement(NamedTuple):
    """Paragraphs that both changed; `after` is the paragraph before them in mine. `moved` says who
    put them elsewhere, if one did."""

    after: str
    base: str
    mine: str
    theirs: str
    moved: Moved = ""


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
    done = rewriting(old, ours), rewriting(old, others)
    pieces = arranged(_pieces(old, *done), *done)
    if pieces is None or _doubles(pieces, old, (ours, others), keep_base=keep_base):
        all_of_it = Disagreement("", base, mine, theirs)
        return JoinedProse(base if keep_base else mine, (all_of_it,))
    made: list[Blocks] = []
    found: list[Disagreement] = []
    for piece in pieces:
        was = old[piece.start : piece.end]
        if piece.is_disputed:
            sides = write(was), write(piece.mine), write(piece.theirs)
            found.append(Disagreement(_last(made), *sides, moved=_moved_by(piece, *done)))
        made.append(was if piece.is_disputed and keep_base else piece.mine)
    return JoinedProse(write(whole(_flat(made))), tuple(found))


def _flat(parts: Iterable[Blocks]) -> Blocks:
    return tuple(block for part in parts for block in part)


def _last(made: list[Blocks]) -> str:
    """The paragraph that stands last."""
    return write(_flat(made)[-1:])


# --- what stands in each stretch ---------------------------------------------------------------


def _pieces(old: Blocks, mine: Rewriting, theirs: Rewriting) -> Pieces:
    """The joined text in the order of the text as it was, one paragraph a piece where nothing was
    changed."""
    made: list[Piece] = []
    at = 0
    for cluster in _clusters(mine.regions, theirs.regions):
        made += unchanged(old, at, cluster.start)
        at = cluster.end
        made += _in_cluster(old, cluster, mine, theirs)
    made += unchanged(old, at, len(old))
    return tuple(_if_gone(old, piece, mine.moved, theirs.moved) for piece in made)


def _in_cluster(
    old: Blocks, cluster: _Cluster, mine: Rewriting, theirs: Rewriting
) -> Iterator[Piece]:
    start, end = cluster.start, cluster.end
    my_text = apply_regions(old, start, end, cluster.mine)
    their_text = apply_regions(old, start, end, cluster.theirs)
    taken = _taken(cluster, old[start:end], my_text, their_text)
    if taken is None:
        yield Piece(start, end, my_text, their_text, is_disputed=True)
    else:
        whose = [side for side, text in ((mine, my_text), (theirs, their_text)) if text == taken]
        yield from parted(Piece(start, end, taken, taken), *whose)


def _if_gone(old: Blocks, piece: Piece, by_me: frozenset[int], by_them: frozenset[int]) -> Piece:
    """What one side moved is wanted, so that the other's taking it out is to decide."""
    if piece.mine or piece.is_disputed or piece.end - piece.start != 1:
        return piece
    was = old[piece.start : piece.end]
    if piece.start in by_me:
        return piece._replace(mine=was, is_disputed=True)
    return piece._replace(theirs=was, is_disputed=True) if piece.start in by_them else piece


def _moved_by(piece: Piece, mine: Rewriting, theirs: Rewriting) -> Moved:
    moved = [piece.start in side.moved for side in (mine, theirs)]
    if piece.start == piece.end or moved[0] == moved[1]:
        return ""
    return "mine" if moved[0] else "theirs"


def _taken(cluster: _Cluster, was: Blocks, mine: Blocks, theirs: Blocks) -> Blocks | None:
    """What stands in a cluster without asking; None if somebody must decide."""
    if not cluster.theirs:
        return mine
    if not cluster.mine:
        return theirs
    if blocks_alike(mine, theirs):
        return newer_blocks(was, mine, theirs)
    if blocks_alike(mine, was):
        return theirs
    if blocks_alike(theirs, was):
        return mine
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


def _doubles(pieces: Pieces, old: Blocks, sides: tuple[Blocks, Blocks], *, keep_base: bool) -> bool:
    """Whether a paragraph would stand more often than on any side. Both ways of reading it are
    looked at, else one side would be asked and the other not."""
    # A base that is kept has paragraphs that neither side has any more: those are no doubles.
    known = [Counter(side) for side in ((*sides, old) if keep_base else sides)]
    kept = [
        tuple(
            old[p.start : p.end] if keep_base and p.is_disputed else side
            for p, side in zip(pieces, blocks, strict=True)
        )
        for blocks in ([p.mine for p in pieces], [p.theirs for p in pieces])
    ]
    often = [pair for blocks in kept for pair in Counter(_flat(blocks)).items()]
    return any(many > max(side[block] for side in known) for block, many in often)


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
