"""What joined by itself and may still be wrong: each part is right alone, and nobody has looked at
them together. It is advice to whoever joins; nothing waits for it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from bidwriter.bids.bid import Bid, kept_answers
from bidwriter.bids.cells import row_places, rows_of
from bidwriter.bids.joining.folded import folded, read_alike
from bidwriter.bids.joining.items import Cells
from bidwriter.bids.joining.similar import alike
from bidwriter.bids.leaves import leaves_of
from bidwriter.bids.places import LANGUAGE, Place
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.tables.rows import Row
from bidwriter.kinds.tables.table import Table
from bidwriter.prose.blocks import Block, Span

Kind = Literal[
    "finished", "twice", "renamed", "moved", "comment", "not asked", "asked no more", "language"
]
_ANOTHER = 0.5  # words shared, below which a row that was renamed is another thing


class Doubtful(NamedTuple):
    """One thing to look at. "finished": an answer is marked so, and has words that whoever marked
    it never saw; "twice": each side added a row of this name; "renamed": one side gave a row
    another name, the other changed what it says; "moved": both moved a row, and it stands in the
    higher place; "comment": what it is about was taken out; "not asked": an answer came in that the
    joined bid does not ask for; "asked no more": one that mine asks for is kept and asked no more
    since another came in; "language": the form is in another language on each side, and mine stands
    (history knows none, so nobody can say which side chose). `was` is the name that a row had, or
    the language of mine that the pack which came in does not have."""

    kind: Kind
    place: Place
    was: str = ""


def doubtful(base: Bid | None, mine: Bid, theirs: Bid, joined: Bid) -> tuple[Doubtful, ...]:
    """What to look at once three bids have become one, in order of place."""
    found = [*_finished(mine, theirs, joined), *_comments(mine, theirs, joined)]
    found += [*_not_asked(mine, joined), *_language(mine, theirs, joined)]
    if base is not None:
        for question in (q for q in joined.round.questions if isinstance(q, Table)):
            found += _rows(question, base, mine, theirs, joined)
    return tuple(sorted(found, key=lambda one: (one.place, one.kind)))


def _finished(mine: Bid, theirs: Bid, joined: Bid) -> Iterator[Doubtful]:
    now, mine_has, theirs_has = map(_by_question, (joined, mine, theirs))
    for question in joined.finished:
        marked = mine_has if question in mine.finished else theirs_has
        if marked.get(question) != now.get(question):
            yield Doubtful("finished", Place(question))


def _not_asked(mine: Bid, joined: Bid) -> Iterator[Doubtful]:
    for question in (answer.question for answer in kept_answers(joined)):
        if mine.answer(question) != joined.answer(question):
            yield Doubtful("not asked", Place(question))
        elif question in mine.asked_by_id:
            yield Doubtful("asked no more", Place(question))


def languages_differ(mine: Bid, theirs: Bid) -> Iterator[Doubtful]:
    """Whether the two copies have their form in two languages."""
    if mine.language != theirs.language:
        yield Doubtful("language", LANGUAGE)


def _language(mine: Bid, theirs: Bid, joined: Bid) -> Iterator[Doubtful]:
    if joined.language != mine.language:
        yield Doubtful("language", LANGUAGE, mine.language)
    else:
        yield from languages_differ(mine, theirs)


def _by_question(bid: Bid) -> dict[str, Cells]:
    """The leaves of each answer."""
    found: dict[str, Cells] = {}
    for place, leaf in leaves_of(bid).items():
        found.setdefault(place.root, {})[place] = leaf
    return found


def _comments(mine: Bid, theirs: Bid, joined: Bid) -> Iterator[Doubtful]:
    """Open ones about a row that one side had and the joined bid has not."""
    had = row_places(mine) | row_places(theirs)
    gone = had - row_places(joined)
    for comment in joined.comments:
        if comment.is_head and not comment.settled and comment.about.whole in gone:
            yield Doubtful("comment", Place("comments").at(comment.id))


# --- rows --------------------------------------------------------------------------------------


def _rows(question: Table, base: Bid, mine: Bid, theirs: Bid, joined: Bid) -> Iterator[Doubtful]:
    was, ours, others, now = (
        {row.id: row for row in rows_of(bid, question.id)} for bid in (base, mine, theirs, joined)
    )
    new = [{id_: side[id_] for id_ in side.keys() - was.keys()} for side in (ours, others)]
    for id_ in (new[1].keys() - new[0].keys()) & now.keys():
        if any(_same_thing(new[1][id_], row) for key, row in new[0].items() if key not in new[1]):
            yield Doubtful("twice", Place(question.id).at(id_))
    for id_ in was.keys() & ours.keys() & others.keys() & now.keys():
        place = Place(question.id).at(id_)
        if _is_renamed(question.columns, was[id_], ours[id_], others[id_]):
            yield Doubtful("renamed", place, was[id_].title)
        if len({was[id_].order, ours[id_].order, others[id_].order}) == 3:
            yield Doubtful("moved", place)


def _same_thing(one: Row, other: Row) -> bool:
    """Whether two rows have one name and are not, by a column that says so, of different
    councils."""
    names = [folded(row.title).casefold() for row in (one, other)]
    if one.is_blank or other.is_blank or names[0] != names[1]:
        return False
    return not any(_are_apart(column.leaf(one), column.leaf(other)) for column in one.columns)


def _are_apart(one: Leaf, other: Leaf) -> bool:
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return False
    return not {*one} & {*other} and "all" not in (*one, *other)


def _is_renamed(columns: tuple[Column, ...], was: Row, mine: Row, theirs: Row) -> bool:
    """Whether one side gave it the name of another thing and the other changed the rest of it."""
    name, *rest = columns
    for one, other in ((mine, theirs), (theirs, mine)):
        titles = [str(name.leaf(row) or "") for row in (was, one)]
        is_other_thing = alike(*map(_block, titles)) < _ANOTHER and all(titles)
        is_changed = any(not read_alike(c.leaf(was), c.leaf(other)) for c in rest)
        if is_other_thing and is_changed and read_alike(name.leaf(was), name.leaf(other)):
            return True
    return False


def _block(words: str) -> Block:
    return Block("paragraph", (Span(words),))
