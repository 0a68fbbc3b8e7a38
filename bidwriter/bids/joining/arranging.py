"""Where the pieces of a joined answer stand: in the order of the text as it was, but for what one
side put elsewhere, which follows what it followed there."""

from collections.abc import Container, Iterator
from itertools import pairwise
from typing import NamedTuple

from bidwriter.bids.joining.moves import Move, Origin, Rewriting
from bidwriter.bids.joining.regions import Blocks, Region

_TOP = -1


class Piece(NamedTuple):
    """A stretch of the text as it was (`start == end`: what is new before `start`) and what stands
    there now; `theirs` is what would stand there with theirs where the two disagree. It begins
    with the `nth` of the paragraphs that do."""

    start: int
    end: int
    mine: Blocks
    theirs: Blocks
    is_disputed: bool = False
    nth: int = 0

    @property
    def stretch(self) -> tuple[int, int]:
        """Where the stretch begins, and where it ends."""
        return self.start, self.end


Pieces = tuple[Piece, ...]
_Chain = tuple[int, ...]  # paragraphs of the text as it was that were moved to one spot, in order


def unchanged(old: Blocks, start: int, end: int) -> Iterator[Piece]:
    """A stretch that nobody changed, each paragraph a piece."""
    return (Piece(i, i + 1, old[i : i + 1], old[i : i + 1]) for i in range(start, end))


def parted(piece: Piece, *sides: Rewriting) -> Iterator[Piece]:
    """What stands in a stretch, as several pieces where moved paragraphs have come between them.
    `sides` are those whose paragraphs these are."""
    many = len(piece.mine)
    cuts = {at for side in sides for at in side.parted().get(piece.stretch, ()) if at < many}
    for start, end in pairwise(sorted({0, many} | cuts)):
        part = piece.mine[start:end]
        yield piece._replace(mine=part, theirs=part, nth=start)
    if not many:
        yield piece


def arranged(pieces: Pieces, mine: Rewriting, theirs: Rewriting) -> Pieces | None:
    """The pieces in the order of the joined text. None where the two orders cannot both be: both
    moved one paragraph to different places, or one's move undoes the other's."""
    if not mine.moves and not theirs.moves:
        return pieces
    at = _Pieces(pieces)
    of_moved = {paragraph: at.of_paragraph(paragraph) for paragraph in mine.moved | theirs.moved}
    moved = {paragraph: n for paragraph, n in of_moved.items() if n is not None}
    if len(moved) < len(of_moved):
        return None
    chains = [_chains(at, side, {*moved.values()}) for side in (mine, theirs)]
    spots = sorted(chains[0].keys() | chains[1].keys())
    for oldest_first in (True, False):
        following = {
            spot: _one_chain(*(side.get(spot, ()) for side in chains), oldest_first=oldest_first)
            for spot in spots
        }
        if sum(len(chain) for chain in following.values()) != len(moved):
            return None  # both moved it, and not to the same spot
        made = tuple(pieces[n] for n in _order(len(pieces), following, moved))
        if all(_is_kept(made, side) for side in (mine, theirs)):
            return made
    return None


def rewritten(
    old: Blocks, done: Rewriting, without: Container[Region], unmoved: Container[Move] = ()
) -> Blocks:
    """The text that `done` made of `old`, but for some of what was done: regions that stay as they
    were, and paragraphs that stay where they were."""
    pieces: list[Piece] = []
    at = 0
    for region in done.regions:
        now = old[region.start : region.end] if region in without else region.now
        pieces += unchanged(old, at, region.start)
        pieces += parted(Piece(region.start, region.end, now, now), done)
        at = region.end
    pieces += unchanged(old, at, len(old))
    found = _Pieces(tuple(pieces))
    pieces_of = {at: found.of_origin(Origin(at, at + 1)) for at in done.moved}
    moves = tuple(move for move in done.moves if move not in unmoved)
    following = _chains(found, done._replace(moves=moves), {*pieces_of.values()})
    moved = {move.at: pieces_of[move.at] for move in moves}
    order = _order(len(pieces), following, moved)
    return tuple(block for n in order for block in pieces[n].mine)


class _Pieces:
    """Which piece is which."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._parts: dict[tuple[int, int], list[int]] = {}
        self._old: dict[int, int] = {}
        for n, piece in enumerate(pieces):
            self._parts.setdefault(piece.stretch, []).append(n)
            for at in range(piece.start, piece.end):
                self._old.setdefault(at, n)

    def of_paragraph(self, at: int) -> int | None:
        """The piece that is this paragraph of the text as it was, and no other."""
        found = self._old[at]
        return found if self._parts.get((at, at + 1)) == [found] else None

    def of_origin(self, origin: Origin) -> int:
        """The piece that holds what one side has from there."""
        parts = self._parts.get(origin.stretch)
        if parts is None:  # the other side rewrote more than that
            return self._old[min(origin.start, len(self._old) - 1)]
        return [n for n in parts if self._pieces[n].nth <= origin.nth][-1]


def _chains(at: _Pieces, side: Rewriting, of_moved: set[int]) -> dict[int, _Chain]:
    """What one side moved, by the piece that it follows there, of those that stay."""
    moved = {move.to: move.at for move in side.moves}
    made: dict[int, _Chain] = {}
    spot = _TOP
    for to, origin in enumerate(side.origins):
        if to in moved:
            made[spot] = (*made.get(spot, ()), moved[to])
        elif (stands := at.of_origin(origin)) not in of_moved:
            spot = stands
    return made


def _one_chain(mine: _Chain, theirs: _Chain, *, oldest_first: bool) -> _Chain:
    """What both put into one spot. Of what only one side each moved neither is first by right: the
    order is that of the text as it was, or its reverse, so that both sides come to the same."""

    def by_age(chains: list[_Chain]) -> Iterator[int]:
        in_order = sorted(filter(None, chains), reverse=not oldest_first)
        return (one for chain in in_order for one in chain)

    shared = {*mine} & {*theirs}
    # Where their orders differ, the one that is not as the text was: that is what somebody did.
    both = max(tuple(one for one in chain if one in shared) for chain in (mine, theirs))
    made: list[int] = []
    for paragraph in both:
        parts = [_until(paragraph, chain, {*made, *both}) for chain in (mine, theirs)]
        made += [*by_age(parts), paragraph]
    rest = [tuple(one for one in chain if one not in made) for chain in (mine, theirs)]
    return (*made, *by_age(rest))


def _until(paragraph: int, chain: _Chain, known: set[int]) -> _Chain:
    return tuple(one for one in chain[: chain.index(paragraph)] if one not in known)


def _order(many: int, following: dict[int, _Chain], pieces: dict[int, int]) -> Iterator[int]:
    moved = {*pieces.values()}
    for spot in range(_TOP, many):
        if spot in moved:
            continue
        if spot != _TOP:
            yield spot
        yield from (pieces[paragraph] for paragraph in following.get(spot, ()))


def _is_kept(made: Pieces, side: Rewriting) -> bool:
    """Whether what one side put before something else stands before it."""
    stands = {piece.start: n for n, piece in enumerate(made) if piece.end - piece.start == 1}
    now = {o.start: to for to, o in enumerate(side.origins) if o.end - o.start == 1}

    def turned(move: Move, other: int) -> bool:
        """Whether this side turned the two round, and they are not."""
        was, is_ = move.at < other, now[move.at] < now[other]
        return was != is_ and (stands[move.at] < stands[other]) != is_

    return not any(
        turned(move, other)
        for move in side.moves
        for other in now.keys() & stands.keys()
        if other != move.at
    )
