"""Joining two copies of a bid: from the bid they both come from, mine and theirs, one bid and the
conflicts that only a person can decide. Pure; nothing is applied."""

from typing import NamedTuple

from pydantic import ValidationError

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.cells import row_places, rows_of
from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.joining.comments import join_comments
from bidwriter.bids.joining.items import Cells, Clash, as_set, by_item, join_item
from bidwriter.bids.joining.paragraphs import join_prose
from bidwriter.bids.leaves import leaves_of, with_leaves, with_round
from bidwriter.bids.places import CONFLICTS, Place
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.tables.partners import Partners
from bidwriter.kinds.tables.table import Table
from bidwriter.rounds.languages import as_spoken
from bidwriter.rounds.round import Round


class Joined(NamedTuple):
    """`bid` holds what joined by itself, and mine where the two disagree. `left_out` are places
    of theirs that the round does not ask for."""

    bid: Bid
    conflicts: tuple[Conflict, ...] = ()
    left_out: tuple[str, ...] = ()


def join(base: Bid | None, mine: Bid, theirs: Bid, *, keep_base: bool = False) -> Joined:
    """Three bids as one. No `base`: the two share no version, and every difference must be
    decided. `keep_base` keeps the base, not mine, in a conflict."""
    return _Joining(base, mine, theirs, keep_base=keep_base).joined()


class _Joining:
    """One joining under way."""

    def __init__(self, base: Bid | None, mine: Bid, theirs: Bid, *, keep_base: bool) -> None:
        self.known = base is not None
        self.mine = mine
        self.keep_base = keep_base
        self.theirs = theirs
        self.base_leaves = leaves_of(base) if base else {}
        self.my_leaves, self.their_leaves = leaves_of(mine), leaves_of(theirs)
        self.round = self._round(base)
        self.found: list[Conflict] = []
        self.left_out: list[str] = []
        if self.round.hash != theirs.round.hash and not _same(base, theirs):
            self.left_out.append("round")

    def _round(self, base: Bid | None) -> Round:
        """The pack that the joined bid answers: the one that a side has changed to."""
        if base is not None and base.round.hash == self.mine.round.hash:
            return as_spoken(self.theirs.round, self.mine.round)
        return self.mine.round

    def joined(self) -> Joined:
        """The joined bid."""
        wanted = self._wanted()
        start = self.mine
        if self.round.hash != start.round.hash:
            start = with_round(start, self.round)
        bid = self._set(start, wanted)
        bid = self._one_lead(bid)
        comments = join_comments(self.mine.comments, self.theirs.comments)
        bid = rebuilt(_without_orphans(bid), comments=comments)
        found = tuple(sorted(self.found, key=lambda c: (c.place, c.id)))
        return Joined(bid, found, tuple(self.left_out))

    def _wanted(self) -> dict[Place, Cells]:
        """The joined cells of every item that theirs has otherwise than mine, by item."""
        base, mine, theirs = map(by_item, (self.base_leaves, self.my_leaves, self.their_leaves))
        _tie_evidence(base, mine, theirs)
        wanted: dict[Place, Cells] = {}
        for item in sorted(mine.keys() | theirs.keys()):
            was, is_, other = (side.get(item, {}) for side in (base, mine, theirs))
            if is_ == other or (self.known and other == was):
                continue
            if not self._is_asked(item):
                self.left_out.append(item)
            else:
                wanted[item] = self._joined_item(item, was, is_, other)
        return wanted

    def _is_asked(self, item: Place) -> bool:
        return not item.question or item.question in self.round.by_id

    def _joined_item(self, item: Place, base: Cells, mine: Cells, theirs: Cells) -> Cells:
        if CONFLICTS.holds(item) and mine and theirs:  # found on both sides
            # Either would do, as long as both sides come to the same bid.
            return min(mine, theirs, key=repr)
        if not self.known:
            return self._all_differ(item, mine, theirs)
        whole = self._whole_answer(item)
        if whole and whole.is_prose:
            return self._prose(item, base, mine, theirs)
        if whole and whole.is_set:
            return {item: as_set(base.get(item), mine.get(item), theirs.get(item))}
        is_part = isinstance(self.round.by_id.get(item.root), InParts)
        made = join_item(
            item, base, mine, theirs, lambda cells: self._holds(item, cells), is_part=is_part
        )
        for clash in made.clashes:
            self._clash(clash, base, mine, theirs)
        cells = dict(made.cells)
        if self.keep_base:
            for place in (p for clash in made.clashes for p in clash.places):
                cells[place] = base.get(place)
        return cells

    def _whole_answer(self, item: Place) -> AnyQuestion | None:
        """The question whose whole answer an item is."""
        return self.round.by_id.get(item)

    def _prose(self, item: Place, base: Cells, mine: Cells, theirs: Cells) -> Cells:
        texts = (str(side.get(item) or "") for side in (base, mine, theirs))
        made = join_prose(*texts, keep_base=self.keep_base)
        for one in made.disagreements:
            part = Part(place=item, base=one.base, mine=one.mine, theirs=one.theirs)
            self.found.append(
                Conflict(kind="prose", parts=(part,), after=one.after, moved=one.moved)
            )
        return {item: made.text or None}

    def _all_differ(self, item: Place, mine: Cells, theirs: Cells) -> Cells:
        """Without a common version nobody can say who changed what."""
        places = sorted(p for p in mine.keys() | theirs.keys() if mine.get(p) != theirs.get(p))
        clash = Clash("cell" if len(places) == 1 else "item", tuple(places))
        whole = self._whole_answer(item)
        if whole and whole.is_prose:
            texts = (str(side.get(item) or "") for side in (mine, theirs))
            part = Part(place=item, base=None, mine=next(texts), theirs=next(texts))
            self.found.append(Conflict(kind="prose", parts=(part,), base_known=False))
        else:
            self._clash(clash, {}, mine, theirs)
        return mine

    def _clash(self, clash: Clash, base: Cells, mine: Cells, theirs: Cells) -> None:
        parts = (
            Part(place=p, base=base.get(p), mine=mine.get(p), theirs=theirs.get(p))
            for p in clash.places
        )
        self.found.append(
            Conflict(kind=clash.kind, parts=tuple(parts), moved=clash.moved, base_known=self.known)
        )

    def _holds(self, item: Place, cells: Cells) -> bool:
        question = self.round.by_id.get(item.root)
        if not isinstance(question, Table):
            return True
        own = {p: leaf for p, leaf in cells.items() if item.holds(p)}  # no evidence beside it
        raw = {p.field or "order": leaf for p, leaf in own.items()}
        try:
            question.made(item.row, raw)
        except (ValidationError, NotAllowedError):
            return False
        return True

    def _set(self, bid: Bid, wanted: dict[Place, Cells]) -> Bid:
        for item, cells in sorted(wanted.items(), key=lambda pair: _rank(pair[0])):
            now: dict[Place, Leaf] = {p: None for p in self.my_leaves if item.holds(p)}
            now |= cells
            try:
                bid = with_leaves(bid, now)
            except (NotAllowedError, ValueError):
                self.left_out.append(item)
        return bid

    def _one_lead(self, bid: Bid) -> Bid:
        """Two sides that each chose another lead disagree; no bid has two leads by joining."""
        sides = (self.my_leaves, self.their_leaves)
        for question in (q.id for q in bid.round.questions if isinstance(q, Partners)):
            leaves = leaves_of(bid)
            leads = len(_leads(leaves, question))
            # Two that one side had already are no news.
            if leads < 2 or leads <= max(len(_leads(side, question)) for side in sides):
                continue
            rows = [Place(question).at(row.id, "lead") for row in rows_of(bid, question)]
            places = tuple(p for p in rows if self.my_leaves.get(p) != self.their_leaves.get(p))
            self._clash(Clash("item", places), self.base_leaves, *sides)
            bid = with_leaves(bid, {p: self.my_leaves.get(p) for p in places})
        return bid


def _rank(item: Place) -> tuple[bool, str]:
    """Evidence after what it is evidence of."""
    return item.is_evidence, item


def _leads(leaves: Cells, question: str) -> list[Place]:
    return [p for p, leaf in leaves.items() if (p.root, p.field) == (question, "lead") and leaf]


def _tie_evidence(*sides: dict[Place, Cells]) -> None:
    """What a row shows goes with the row, where not every side has that row."""
    items = {item for side in sides for item in side}
    rows = {item for item in items if item.is_row}
    apart = {row for row in rows if not all(row in side for side in sides)}
    for item in items:
        row = item.item
        if row in apart:
            for side in sides:
                if item in side:
                    side.setdefault(row, {}).update(side.pop(item))


def _same(one: Bid | None, other: Bid) -> bool:
    return one is not None and one.round.hash == other.round.hash


def _without_orphans(bid: Bid) -> Bid:
    """Without evidence of rows that are not there."""
    rows = {place for place in leaves_of(bid) if place.is_row} | row_places(bid)
    kept = tuple(e for e in bid.evidence if not e.place.is_row or e.place in rows)
    return bid if len(kept) == len(bid.evidence) else rebuilt(bid, evidence=kept)
