"""Joining what is no prose: single values, rows, evidence, attachments and marks.

An item is a group of leaves that come and go together: a row and its cells, a piece of evidence,
an attachment. A row added, a cell changed or a row moved joins by itself; a cell that both
changed, and a row that one took away and the other changed or moved, are conflicts.
"""

from collections.abc import Callable
from typing import NamedTuple

from bidwriter.bids.conflict import Kind, Moved
from bidwriter.bids.joining.folded import newer, read_alike
from bidwriter.bids.places import Place
from bidwriter.kinds.frozen import Leaf

Cells = dict[Place, Leaf]


class Clash(NamedTuple):
    """Places that both sides changed differently and that are decided together. `moved` is who
    moved the row that they are of, where the other took it away."""

    kind: Kind
    places: tuple[Place, ...]
    moved: Moved = ""


class JoinedItem(NamedTuple):
    """The cells that an item has, mine where the two disagree."""

    cells: Cells
    clashes: tuple[Clash, ...] = ()


def by_item(leaves: Cells) -> dict[Place, Cells]:
    """Leaves by the item they belong to."""
    items: dict[Place, Cells] = {}
    for place, leaf in leaves.items():
        items.setdefault(place.whole, {})[place] = leaf
    return items


def join_item(
    item: Place,
    base: Cells,
    mine: Cells,
    theirs: Cells,
    holds: Callable[[Cells], bool],
    *,
    is_part: bool = False,
) -> JoinedItem:
    """Three states of one item as one. `holds` says whether an item can have these cells;
    `is_part`, that it is a part of an answer, which is written as a row is and stands nowhere."""
    if theirs in (mine, base):
        return JoinedItem(mine)
    if mine == base:
        return JoinedItem(theirs)
    if (item in mine) != (item in theirs):
        return _taken_away(item, base, mine, theirs, is_part=is_part)
    return _cell_by_cell(item, base, mine, theirs, holds, is_part=is_part)


def _taken_away(
    item: Place, base: Cells, mine: Cells, theirs: Cells, *, is_part: bool
) -> JoinedItem:
    """One side took the item away; the other changed or moved it."""
    left = mine or theirs
    if all(read_alike(base.get(p), left.get(p)) for p in base.keys() | left.keys()):
        return JoinedItem({})
    is_moved = item.is_row and not is_part and base.get(item) != left.get(item)
    moved: Moved = "" if not is_moved else "mine" if mine else "theirs"
    # What the other emptied and what it added too: the item is taken back or out as a whole.
    places = tuple(sorted(base.keys() | left.keys()))
    return JoinedItem(mine, (Clash("deleted", places, moved),))


def _cell_by_cell(
    item: Place,
    base: Cells,
    mine: Cells,
    theirs: Cells,
    holds: Callable[[Cells], bool],
    *,
    is_part: bool,
) -> JoinedItem:
    cells = dict(mine)
    clashing = []
    for place in sorted(_differ(base, theirs)):
        was, is_, other = (side.get(place) for side in (base, mine, theirs))
        if place.root == "attachments" and place.field == "for":
            _set(cells, place, as_set(was, is_, other))
        elif read_alike(is_, other):
            _set(cells, place, newer(was, is_, other))
        elif read_alike(is_, was):
            _set(cells, place, other)
        elif read_alike(other, was):
            pass  # theirs are the same words, set otherwise
        elif place != item or is_part:
            clashing.append(place)
        else:
            clashing += _own_leaf(item, cells, mine, theirs)
    if not holds(cells):  # each cell is right alone, but not all of them together
        return JoinedItem(mine, (Clash("item", tuple(sorted(_differ(mine, theirs)))),))
    if item.is_evidence and clashing:
        return JoinedItem(cells, (Clash("item", tuple(clashing)),))
    return JoinedItem(cells, tuple(Clash("cell", (place,)) for place in clashing))


def as_set(base: Leaf, mine: Leaf, theirs: Leaf) -> Leaf:
    """Choices: what either added is in, what either took out is out."""
    was, is_, other = (
        dict.fromkeys(x if isinstance(x, tuple) else ()) for x in (base, mine, theirs)
    )
    kept = [c for c in is_ if c in other or c not in was]
    return (*kept, *(c for c in other if c not in is_ and c not in was)) or None


def _own_leaf(item: Place, cells: Cells, mine: Cells, theirs: Cells) -> list[Place]:
    """Both changed an item's own leaf. For a row it is where it stands: no matter to ask about,
    as long as both sides' copies come out the same."""
    if item.is_row:
        cells[item] = min(str(mine[item]), str(theirs[item]))
        return []
    return [item]


def _differ(one: Cells, other: Cells) -> set[Place]:
    return {p for p in one.keys() | other.keys() if one.get(p) != other.get(p)}


def _set(cells: Cells, place: Place, leaf: Leaf) -> None:
    if leaf is None:
        cells.pop(place, None)
    else:
        cells[place] = leaf
