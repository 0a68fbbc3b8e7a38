"""What joined by itself, one thing at a time, so that each can be looked at and left out."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import row_places
from bidwriter.bids.changes import Edit, diff
from bidwriter.bids.comment import Comment
from bidwriter.bids.joining.arranging import rewritten
from bidwriter.bids.joining.moves import Move, rewriting, together
from bidwriter.bids.joining.regions import Region
from bidwriter.bids.leaves import with_leaves
from bidwriter.bids.places import COMMENTS, Place
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.kinds import table_of
from bidwriter.prose.markdown import parse, write


class Brought(NamedTuple):
    """One thing that the joined bid has otherwise than mine, left out or taken as a whole: some
    paragraphs, a cell, a row, a piece of evidence, an attachment, a thread of comments.

    `key` names it, `root` is the question or reserved word it belongs to. Of paragraphs, `region`
    is set where they were changed and `moves` where they were put elsewhere. A round's change
    holds up others and can only be taken.
    """

    key: str
    root: str
    edits: tuple[Edit, ...]
    region: Region | None = None
    moves: tuple[Move, ...] = ()

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.edits[0].place

    @property
    def is_of_paragraphs(self) -> bool:
        """Whether it is only some of an answer's paragraphs."""
        return self.region is not None or bool(self.moves)

    @property
    def can_be_left_out(self) -> bool:
        """Whether it can stay as it is in mine."""
        return self.root != "round"


def brought(mine: Bid, joined: Bid) -> tuple[Brought, ...]:
    """Everything that makes `mine` into `joined`, in order of place."""
    threads = {c.id: c.thread or c.id for c in (*mine.comments, *joined.comments)}
    rows = _rows(mine), _rows(joined)
    found: dict[Place, list[Edit]] = {}
    for edit in diff(mine, joined):
        found.setdefault(_unit(edit.place, rows, threads), []).append(edit)
    made: list[Brought] = []
    for key, edits in _with_tied_cells(joined, found).items():
        question = joined.round.by_id.get(key)
        if question is not None and question.is_prose:
            made += _paragraphs(key, edits[0])
        else:
            made.append(Brought(key, _root(edits[0].place), tuple(edits)))
    return tuple(made)


def without(mine: Bid, joined: Bid, left_out: Iterable[Brought]) -> Bid:
    """`joined` with some of what it brought as it is in mine."""
    wanted: dict[Place, Leaf] = {}
    in_prose: dict[Place, list[Brought]] = {}
    for one in left_out:
        if one.is_of_paragraphs:
            in_prose.setdefault(one.place, []).append(one)
        else:
            wanted |= {edit.place: edit.before for edit in one.edits}
    for place, out in in_prose.items():
        old, new = (parse(str(bid.answer(place) or "")) for bid in (mine, joined))
        regions = {one.region for one in out if one.region}
        moves = {move for one in out for move in one.moves}
        wanted[place] = write(rewritten(old, rewriting(old, new), regions, moves)) or None
    return with_leaves(joined, wanted) if wanted else joined


def comments_in(one: Brought) -> Iterator[tuple[Comment | None, Comment | None]]:
    """Each comment of a thread, before and after."""
    for edit in one.edits:
        before, after = (
            Comment.model_validate_json(str(leaf)) if leaf else None
            for leaf in (edit.before, edit.after)
        )
        yield before, after


def _paragraphs(place: Place, edit: Edit) -> Iterator[Brought]:
    old, new = (parse(str(leaf or "")) for leaf in (edit.before, edit.after))
    done = rewriting(old, new)
    if not done.regions and not done.moves:  # only the way it is written differs
        yield Brought(place, place, (edit,))
    for at, region in enumerate(done.regions):
        yield Brought(f"{place}#{at}", place, (edit,), region)
    for at, moves in enumerate(together(done.moves), len(done.regions)):
        yield Brought(f"{place}#{at}", place, (edit,), moves=moves)


def _root(place: Place) -> str:
    return place.question or place.root


_Rows = tuple[set[str], set[str]]


def _rows(bid: Bid) -> set[str]:
    """The places of all rows."""
    return row_places(bid) | {
        Place(answer.question).at(row.id)
        for answer in bid.answers
        if table_of(answer.kind)
        for row in answer.value
    }


def _unit(place: Place, rows: _Rows, threads: dict[str, str]) -> Place:
    """What a change at `place` stands and falls with."""
    match place.root:
        case "comments":
            return COMMENTS.at(threads.get(place.row, place.row))
        case "evidence":  # goes with its row where that came or went, else it is a thing of its own
            return place.item if _came_or_went(place.item, rows) else place.whole
        case "attachments":
            return place.whole
        case _:
            return place.whole if _came_or_went(place.whole, rows) else place


def _came_or_went(row: str, rows: _Rows) -> bool:
    return (row in rows[0]) != (row in rows[1])


def _with_tied_cells(joined: Bid, found: dict[Place, list[Edit]]) -> dict[Place, list[Edit]]:
    """The same, where cells of a row that only make sense together are one: a quantity that took
    the place of a total."""
    made: dict[Place, list[Edit]] = {}
    tied = {unit.whole for unit, edits in found.items() if not _comes_alone(joined, unit, edits)}
    for unit, edits in found.items():
        made.setdefault(unit.whole if unit.whole in tied else unit, []).extend(edits)
    return made


def _comes_alone(joined: Bid, unit: Place, edits: list[Edit]) -> bool:
    if not unit.is_cell:
        return True
    try:
        with_leaves(joined, {edit.place: edit.before for edit in edits})
    except (NotAllowedError, ValueError):
        return False
    return True
