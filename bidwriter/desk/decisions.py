"""What the officer has decided so far while joining: pure values, no widgets.

Nothing here is applied: `result` is the bid as it would be if the officer finished now.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.cells import rows_of
from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.joining.brought import Brought, brought, without
from bidwriter.bids.joining.copies import with_conflicts
from bidwriter.bids.joining.deciding import decide, passage
from bidwriter.bids.leaves import leaf_at
from bidwriter.bids.places import read_place
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.prose.markdown import parse, write

Choice = Literal["both", "mine", "theirs", "other"]


class Decision(NamedTuple):
    """What to do about one conflict; `words` are those of "both" and "other"."""

    choice: Choice
    words: str = ""


class Work(NamedTuple):
    """A joining under way. `joined` has mine where the two disagree. `decided` is by the ids of
    conflicts, `left_out` holds keys of `things`."""

    mine: Bid
    joined: Bid
    conflicts: tuple[Conflict, ...] = ()
    things: tuple[Brought, ...] = ()
    decided: Mapping[str, Decision] = {}
    left_out: frozenset[str] = frozenset()

    @property
    def undecided(self) -> tuple[Conflict, ...]:
        """What is still to decide, in order."""
        return tuple(c for c in self.conflicts if c.id not in self.decided)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing would be lost by leaving."""
        return not self.decided and not self.left_out

    def conflict(self, id_: str) -> Conflict:
        """The conflict with this id, as it was found."""
        return next(c for c in self.conflicts if c.id == id_)


class Outcome(NamedTuple):
    """The bid with all that was decided, and the conflicts that are left, as they stand now."""

    bid: Bid
    left: tuple[Conflict, ...]


def work_on(mine: Bid, joined: Bid, conflicts: tuple[Conflict, ...]) -> Work:
    """Copies just joined, nothing decided."""
    return Work(mine, joined, in_reading_order(joined, conflicts), brought(mine, joined))


def work_left(bid: Bid) -> Work:
    """What an earlier joining left to decide in `bid`."""
    return Work(bid, rebuilt(bid, conflicts=()), in_reading_order(bid, bid.conflicts))


def with_decision(work: Work, id_: str, decision: Decision | None) -> Work:
    """`work` with one conflict decided, or with None left for later."""
    others = {key: made for key, made in work.decided.items() if key != id_}
    return work._replace(decided=others | ({id_: decision} if decision else {}))


def with_left_out(work: Work, key: str, *, out: bool) -> Work:
    """`work` with one thing that joined by itself left out, or taken again."""
    rest = work.left_out - {key}
    return work._replace(left_out=rest | {key} if out else rest)


def in_reading_order(bid: Bid, conflicts: tuple[Conflict, ...]) -> tuple[Conflict, ...]:
    """The conflicts as the bid is read: by question, then by paragraph or row."""
    return tuple(sorted(conflicts, key=lambda c: _position(bid, c)))


def result(work: Work) -> Bid:
    """The bid if the officer finished now: decided where it is decided, else mine with the
    conflict kept."""
    done = outcome(work)
    return with_conflicts(done.bid, done.left)


def outcome(work: Work) -> Outcome:
    """All decisions applied. One that no longer fits, because another took its row away, is left
    to decide."""
    bid = taken(work)
    left: list[Conflict] = []
    # From the end: a passage is found by the paragraph before it, which must still be there.
    for chain in reversed(_chains(work.conflicts)):
        done = _followed(bid, chain, work.decided)
        bid = done.bid
        left += [conflict for conflict in done.left if not _is_settled(conflict)]
    return Outcome(bid, tuple(left))


def taken(work: Work) -> Bid:
    """What joined by itself, without what the officer left out."""
    return without(work.mine, work.joined, (t for t in work.things if t.key in work.left_out))


def standing(work: Work, id_: str) -> Conflict:
    """A conflict as it stands now: of several copies that disagree on one thing, a later one
    disagrees with what was decided about an earlier one."""
    return _point(work, id_)[1]


def around(work: Work, id_: str) -> Bid:
    """The bid with everything that is decided elsewhere: found once for a page, so that a key
    press costs the same however much was decided."""
    here = {conflict.id for conflict in _chain_of(work, id_)}
    elsewhere = {key: made for key, made in work.decided.items() if key not in here}
    return outcome(work._replace(decided=elsewhere)).bid


def preview(work: Work, id_: str, decision: Decision, rest: Bid) -> Bid:
    """The bid if this were decided so; `rest` is what `around` gave."""
    return _followed(rest, _chain_of(work, id_), {**work.decided, id_: decision}).bid


def check_decision(work: Work, id_: str, decision: Decision) -> None:
    """Raises NotAllowedError, with words for a person, where a decision cannot be taken."""
    _applied(*_point(work, id_), decision)


# --- one disagreement after another ------------------------------------------------------------

_Chain = tuple[Conflict, ...]


class _Followed(NamedTuple):
    bid: Bid
    left: _Chain


def _chains(conflicts: tuple[Conflict, ...]) -> list[_Chain]:
    """Conflicts about one and the same passage or item, gathered in order."""
    made: dict[tuple[str, ...], list[Conflict]] = {}
    for conflict in conflicts:
        made.setdefault(_subject(conflict), []).append(conflict)
    return [tuple(chain) for chain in made.values()]


def _chain_of(work: Work, id_: str) -> _Chain:
    return next(c for c in _chains(work.conflicts) if any(one.id == id_ for one in c))


def _subject(conflict: Conflict) -> tuple[str, ...]:
    if conflict.kind == "prose":
        return conflict.place, str(conflict.parts[0].mine or ""), conflict.after
    return (conflict.place.item or conflict.place.whole,)


def _followed(bid: Bid, chain: _Chain, decided: Mapping[str, Decision]) -> _Followed:
    text: str | None = None
    left: list[Conflict] = []
    for conflict in chain:
        now = _as_it_stands(bid, conflict, text)
        decision = decided.get(conflict.id)
        try:
            bid = _applied(bid, now, decision) if decision else bid
        except NotAllowedError:
            decision = None
        if decision is None:
            left.append(conflict)
        text = _text_after(now, decision)
    return _Followed(bid, tuple(_as_it_stands(bid, conflict, text) for conflict in left))


def _point(work: Work, id_: str) -> tuple[Bid, Conflict]:
    """The bid when it comes to a conflict, and the conflict then."""
    bid, text = taken(work), None
    for conflict in _chain_of(work, id_):
        now = _as_it_stands(bid, conflict, text)
        if conflict.id == id_:
            return bid, now
        decision = work.decided.get(conflict.id)
        if decision:
            bid = _followed(bid, (now,), {now.id: decision}).bid
        text = _text_after(now, decision)
    raise KeyError(id_)


def _applied(bid: Bid, conflict: Conflict, decision: Decision) -> Bid:
    choice = "other" if decision.choice == "both" else decision.choice
    return decide(bid, conflict, choice, decision.words)


def _as_it_stands(bid: Bid, conflict: Conflict, text: str | None) -> Conflict:
    """The conflict with, for mine, what stands in the bid; `text` is the passage if it is known."""
    if conflict.kind != "prose":
        parts = (p.model_copy(update={"mine": leaf_at(bid, p.place)}) for p in conflict.parts)
        return conflict.model_copy(update={"parts": tuple(parts)})
    (part,) = conflict.parts
    if text is None:
        blocks = parse(str(bid.answer(conflict.place) or ""))
        start, end = passage(blocks, conflict)
        text = write(blocks[start:end])
    if text == write(parse(str(part.mine or ""))):
        return conflict
    return conflict.model_copy(update={"parts": (part.model_copy(update={"mine": text}),)})


def _text_after(conflict: Conflict, decision: Decision | None) -> str | None:
    """What a passage reads once it is decided."""
    if conflict.kind != "prose":
        return None
    part: Part = conflict.parts[0]
    if decision is None or decision.choice == "mine":
        return write(parse(str(part.mine or "")))
    chosen = part.theirs if decision.choice == "theirs" else decision.words
    return write(parse(str(chosen or "")))


def _is_settled(conflict: Conflict) -> bool:
    """Whether both sides are the same by now."""
    return all(part.mine == part.theirs for part in conflict.parts)


def _position(bid: Bid, conflict: Conflict) -> tuple[int, int]:
    ids = [question.id for question in bid.round.questions]
    root = conflict.place.question
    question = ids.index(root) if root in ids else len(ids)
    if conflict.kind == "prose":
        return question, passage(parse(str(bid.answer(conflict.place) or "")), conflict)[0]
    read = read_place(conflict.place)
    row = read_place(read.item).row if read.item else read.row
    rows = [one.id for one in rows_of(bid, root)] if row else []
    return question, rows.index(row) if row in rows else len(rows)
