"""What joined by itself, told thing by thing and question by question."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.comment import Comment
from bidwriter.bids.joining.brought import Brought, comments_in
from bidwriter.bids.places import COMMENTS, Place
from bidwriter.bids.printing.printed import with_values
from bidwriter.bids.telling.prose import block_name, moves_words, reading, region_words
from bidwriter.bids.telling.telling import Told, question_name, tell
from bidwriter.kinds.question import Question
from bidwriter.kinds.tables.own_table import plural
from bidwriter.kinds.tables.table import Table
from bidwriter.prose.markdown import parse

_COMMENTS, _ATTACHMENTS = "comments", "attachments"


class ToldThing(NamedTuple):
    """One thing that was brought, and a line for each change in it. `who` is set where the lines
    are by somebody of their own, as comments are."""

    thing: Brought
    lines: tuple[Told, ...]
    who: str = ""


class Group(NamedTuple):
    """All that was brought to one question, or to the comments, or the attachments."""

    root: str
    name: str
    question: Question | None
    things: tuple[ToldThing, ...]

    @property
    def many(self) -> int:
        """How many changes it holds."""
        return sum(len(told.lines) for told in self.things)


def groups(mine: Bid, joined: Bid, things: Iterable[Brought]) -> tuple[Group, ...]:
    """The things by question, in the round's order; comments and attachments last."""
    told = {t.place: t for t in tell(mine, joined)}
    found: dict[str, list[ToldThing]] = {}
    for one in things:
        found.setdefault(one.root, []).append(_told(mine, joined, one, told))
    order = [q.id for q in joined.round.questions]
    order += ["own-deadline", "round", "conflicts", _COMMENTS, _ATTACHMENTS]
    roots = sorted(found, key=lambda r: order.index(r) if r in order else len(order))
    return tuple(_group(joined, root, found[root]) for root in roots)


def in_figures(group: Group) -> str:
    """ "2 paragraphs", "3 lines", "4 new, 1 settled"."""
    things = [told.thing for told in group.things]
    if things and all(thing.is_of_paragraphs for thing in things):
        return _many(sum(_blocks(thing) for thing in things), _paragraph(things))
    if isinstance(group.question, Table):
        rows = {thing.place.whole for thing in things if _in_table(thing)}
        if rows and all(_in_table(thing) for thing in things):
            return _many(len(rows), group.question.noun)
    if group.root == _COMMENTS:
        return _comment_figures(things)
    if group.root == _ATTACHMENTS:
        return _many(len(things), "file")
    return _many(group.many, "change")


def _in_table(thing: Brought) -> bool:
    return thing.place.root == thing.root


def _blocks(thing: Brought) -> int:
    if thing.moves:
        return len(thing.moves)
    region = thing.region
    return max(region.end - region.start, len(region.now)) if region else 1


def _paragraph(things: list[Brought]) -> str:
    names = {block_name(b) for t in things if t.region for b in t.region.now}
    return names.pop() if len(names) == 1 else "paragraph"


def _many(number: int, what: str) -> str:
    return f"{number} {what if number == 1 else plural(what)}"


def _group(bid: Bid, root: str, things: list[ToldThing]) -> Group:
    question = bid.round.by_id.get(root)
    name = "Comments" if root == _COMMENTS else question_name(bid, Place(root))
    rows = [row.id for row in rows_of(bid, root)] if question else []

    def at(told: ToldThing) -> int:
        """As the table is read; what is taken out comes last."""
        row = told.thing.place.row
        return rows.index(row) if row in rows else len(rows)

    in_order = sorted(things, key=at) if rows else things
    return Group(root, name, question, tuple(in_order))


def _told(mine: Bid, joined: Bid, one: Brought, told: dict[Place, Told]) -> ToldThing:
    if one.root == _COMMENTS:
        lines = tuple(_comment(joined, before, after) for before, after in comments_in(one))
        return ToldThing(one, lines, _writer(one))
    if one.region is not None:
        was = parse(str(mine.answer(one.place) or ""))
        region = one.region
        before = reading(with_values(mine, was[region.start : region.end]))
        after = reading(with_values(joined, region.now))
        return ToldThing(one, (Told(one.place, region_words(was, region), before, after),))
    if one.moves:
        was, is_ = (parse(str(bid.answer(one.place) or "")) for bid in (mine, joined))
        moved = reading(with_values(joined, tuple(is_[move.to] for move in one.moves)))
        return ToldThing(one, (Told(one.place, moves_words(was, is_, one.moves), moved, moved),))
    lines = tuple(told[edit.place] for edit in one.edits if edit.place in told)
    return ToldThing(one, lines or tuple(_left_to_decide(one)))


def _left_to_decide(one: Brought) -> Iterator[Told]:
    """A conflict's line stands at the place that it is about, not at its own."""
    came = one.edits[0].after is not None
    words = "left something to decide" if came else "decided what was left"
    yield Told(one.place, words if one.root == "conflicts" else "changed it")


def _writer(one: Brought) -> str:
    writers = {(after or before).by.title for before, after in comments_in(one) if after or before}  # type: ignore[union-attr]
    return writers.pop() if len(writers) == 1 else ""


def _comment(bid: Bid, before: Comment | None, after: Comment | None) -> Told:
    one = after or before
    assert one is not None
    about = f" on “{question_name(bid, one.about)}”"
    was = before.text if before else ""
    if after is None:
        return Told(COMMENTS.at(one.id), f"took a comment out{about}", was, "")
    if before is None:
        verb = "wrote a comment" if after.is_head else "answered a comment"
        return Told(
            COMMENTS.at(one.id),
            f"{verb}{about}{', settled' if after.settled else ''}",
            "",
            after.text,
        )
    if after.text != before.text:
        verb = "took a comment back" if after.taken_back else "changed a comment"
        return Told(COMMENTS.at(one.id), f"{verb}{about}", was, after.text)
    if after.settled != before.settled:
        verb = "settled a comment" if after.settled else "opened a comment again"
        return Told(COMMENTS.at(one.id), f"{verb}{about}", was, was)
    return Told(
        COMMENTS.at(one.id), f"gave a comment{about} to {after.to.title if after.to else 'nobody'}"
    )


def _comment_figures(things: list[Brought]) -> str:
    pairs = [pair for thing in things for pair in comments_in(thing)]
    new = sum(before is None for before, _ in pairs)
    settled = sum(bool(b and a and a.settled and not b.settled) for b, a in pairs)
    other = len(pairs) - new - settled
    parts = [f"{new} new" if new else "", f"{settled} settled" if settled else ""]
    parts.append(f"{other} changed" if other else "")
    return ", ".join(part for part in parts if part)
