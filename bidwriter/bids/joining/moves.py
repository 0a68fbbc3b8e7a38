"""Paragraphs that somebody put elsewhere. They are found before anything else is compared: the
same paragraph, or one like it, that is gone in one spot and has come in another."""

from bisect import bisect_left
from difflib import SequenceMatcher
from typing import NamedTuple

from bidwriter.bids.joining.regions import MOST_PAIRS, Blocks, Region, paired, regions
from bidwriter.bids.joining.similar import alike, many_words
from bidwriter.prose.blocks import Block

# From so many shared words, of so many words at least, a paragraph counts as another one that was
# moved and edited. Shorter ones count as moved only where they are the same.
_SURELY_THE_SAME, _WORDS_ENOUGH = 0.6, 4


class Move(NamedTuple):
    """Paragraph `at` of the text as it was is paragraph `to` of the text as it is."""

    at: int
    to: int


class Origin(NamedTuple):
    """Where a paragraph comes from: the stretch of the text as it was that it stands for
    (`start == end`: it is new), and which of the paragraphs that do so it is."""

    start: int
    end: int
    nth: int = 0

    @property
    def stretch(self) -> tuple[int, int]:
        """Where the stretch begins, and where it ends."""
        return self.start, self.end


class Rewriting(NamedTuple):
    """What somebody did to a text: `moves`, and `regions`, as they would be had every moved
    paragraph stayed where it was. `origins` are those of the text as it is, in order."""

    moves: tuple[Move, ...]
    regions: tuple[Region, ...]
    origins: tuple[Origin, ...]

    @property
    def moved(self) -> frozenset[int]:
        """Which paragraphs of the text as it was are elsewhere."""
        return frozenset(move.at for move in self.moves)

    def parted(self) -> dict[tuple[int, int], set[int]]:
        """Of each stretch that a moved paragraph has come into, before which of its paragraphs."""
        found: dict[tuple[int, int], set[int]] = {}
        arrived = {move.to for move in self.moves}
        last: Origin | None = None
        for to, origin in enumerate(self.origins):
            if to in arrived:
                continue
            if last and last.stretch == origin.stretch and to - 1 in arrived:
                found.setdefault(origin.stretch, set()).add(origin.nth)
            last = origin
        return found


def rewriting(old: Blocks, new: Blocks) -> Rewriting:
    """What makes `old` into `new`. A paragraph that could not be told from those around it, were
    it put back, counts as taken out in one spot and put in at the other."""
    stayed, moves = _found_again(old, new)
    while True:
        order = _put_back(len(new), stayed, moves)
        found = regions(old, tuple(new[at] for at in order))
        origins = _origins(len(old), found)
        clean = tuple(m for m in moves if _stands_alone(m, order, origins))
        if clean == moves:
            by_paragraph = dict(zip(order, origins, strict=True))
            return Rewriting(moves, found, tuple(by_paragraph[at] for at in range(len(new))))
        moves = clean


def together(moves: tuple[Move, ...]) -> tuple[tuple[Move, ...], ...]:
    """The moves, those of paragraphs that stood one after the other, and do still, as one."""
    made: list[tuple[Move, ...]] = []
    for move in moves:
        last = made[-1][-1] if made else None
        if last and (last.at + 1, last.to + 1) == move:
            made[-1] = (*made[-1], move)
        else:
            made.append((move,))
    return tuple(made)


def _stands_alone(move: Move, order: list[int], origins: list[Origin]) -> bool:
    own = Origin(move.at, move.at + 1)
    at = order.index(move.to)
    return origins[at] == own and own._replace(nth=1) not in origins[at + 1 : at + 2]


def _origins(many: int, found: tuple[Region, ...]) -> list[Origin]:
    made: list[Origin] = []
    at = 0
    for region in (*found, Region(many, many, ())):
        made += [Origin(i, i + 1) for i in range(at, region.start)]
        made += [Origin(region.start, region.end, nth) for nth in range(len(region.now))]
        at = region.end
    return made


def _put_back(many: int, stayed: dict[int, int], moves: tuple[Move, ...]) -> list[int]:
    """The paragraphs of the new text in their order, were none of them moved: each moved one
    stands right after what stood before it."""
    was = {to: at for at, to in stayed.items()}
    moved = {move.to for move in moves}
    placed = [at for at in range(many) if at not in moved]
    for move in sorted(moves):
        before = [n for n, at in enumerate(placed, 1) if was.get(at, move.at) < move.at]
        placed.insert(before[-1] if before else 0, move.to)
        was[move.to] = move.at
    return placed


# --- what is gone in one spot and has come in another -----------------------------------------


def _found_again(old: Blocks, new: Blocks) -> tuple[dict[int, int], tuple[Move, ...]]:
    """Which paragraphs stayed, in order, each with where it is now; and those that were moved."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    stayed = {
        i: j
        for tag, i1, i2, j1, j2 in codes
        if tag == "equal"
        for i, j in zip(range(i1, i2), range(j1, j2), strict=True)
    }
    moves = _same(old, new, *_left(old, new, stayed))
    for tag, i1, i2, j1, j2 in codes:
        if tag == "replace" and (i2 - i1) * (j2 - j1) <= MOST_PAIRS:
            taken = {m.at for m in moves}, {m.to for m in moves}
            olds = [i for i in range(i1, i2) if i not in taken[0]]
            news = [j for j in range(j1, j2) if j not in taken[1]]
            pairs = paired(tuple(old[i] for i in olds), tuple(new[j] for j in news))
            stayed |= {olds[i]: news[j] for i, j in pairs}
    moves += _like(old, new, *_left(old, new, stayed | dict(moves)))
    return _in_order(stayed | dict(moves)) if moves else (stayed, ())


def _in_order(pairs: dict[int, int]) -> tuple[dict[int, int], tuple[Move, ...]]:
    """The pairs as few moves as can be: as many as possible stayed, in order. Of two that changed
    places, the first one stayed."""
    ends: list[int] = []  # of the best runs so far, from the end of the text, by length
    last: list[int] = []
    after: dict[int, int | None] = {}
    for i, j in sorted(pairs.items(), reverse=True):
        length = bisect_left(ends, -j)
        after[i] = last[length - 1] if length else None
        ends[length : length + 1], last[length : length + 1] = [-j], [i]
    kept: set[int] = set()
    stays: int | None = last[-1]
    while stays is not None:
        kept.add(stays)
        stays = after[stays]
    stayed = {i: j for i, j in pairs.items() if i in kept}
    return stayed, tuple(Move(i, j) for i, j in sorted(pairs.items()) if i not in kept)


def _left(old: Blocks, new: Blocks, there: dict[int, int]) -> tuple[list[int], list[int]]:
    """Which paragraphs are gone, and which have come."""
    now = {*there.values()}
    gone = [i for i in range(len(old)) if i not in there]
    return gone, [j for j in range(len(new)) if j not in now]


def _same(old: Blocks, new: Blocks, gone: list[int], come: list[int]) -> list[Move]:
    waiting: dict[Block, list[int]] = {}
    for j in reversed(come):
        waiting.setdefault(new[j], []).append(j)
    return [Move(i, waiting[old[i]].pop()) for i in gone if waiting.get(old[i])]


def _like(old: Blocks, new: Blocks, gone: list[int], come: list[int]) -> list[Move]:
    """Those that are each other's best match; of two as good none, for nobody can tell."""
    gone = [i for i in gone if many_words(old[i]) >= _WORDS_ENOUGH]
    come = [j for j in come if many_words(new[j]) >= _WORDS_ENOUGH]
    if len(gone) * len(come) > MOST_PAIRS:
        return []
    scored = [(alike(old[i], new[j]), Move(i, j)) for i in gone for j in come]
    likely = [pair for pair in scored if pair[0] >= _SURELY_THE_SAME]
    best: dict[tuple[str, int], list[float]] = {}
    for score, move in likely:
        best.setdefault(("at", move.at), []).append(score)
        best.setdefault(("to", move.to), []).append(score)

    def is_best(score: float, end: tuple[str, int]) -> bool:
        return score == max(best[end]) and best[end].count(score) == 1

    return [
        move
        for score, move in likely
        if is_best(score, ("at", move.at)) and is_best(score, ("to", move.to))
    ]
