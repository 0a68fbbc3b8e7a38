"""Edits written small for the history: of a long text only what went out and what came in.

Packed edits can be read both ways: from before to after, and back.
"""

from difflib import SequenceMatcher
from typing import Any

from bidwriter.bids.changes import ChangeError, Edit
from bidwriter.bids.places import NOWHERE, Place
from bidwriter.kinds.frozen import Leaf

_LONG = 80

Packed = list[Any]  # [place, before, after], or [place, [[at, out, in], ...]]


def pack(edit: Edit) -> Packed:
    """One edit as JSON values."""
    before, after = edit.before, edit.after
    if isinstance(before, str) and isinstance(after, str) and len(before) + len(after) > _LONG:
        return [edit.place, _splices(before, after)]
    return [edit.place, _plain(before), _plain(after)]


def unpack(packed: Packed, before: Leaf) -> Edit:
    """The edit, where `before` is what stands at its place. Raises ChangeError if it does not
    begin there."""
    match packed:
        case [str(place), list(splices)]:
            if not isinstance(before, str):
                raise ChangeError(f"The change to {place} does not fit")
            return Edit(place=Place(place), before=before, after=_spliced(before, splices, place))
        case [str(place), was, is_]:
            if _leaf(was) != before:
                raise ChangeError(f"The change to {place} does not fit")
            return Edit(place=Place(place), before=before, after=_leaf(is_))
        case _:
            raise ChangeError("A change in the history cannot be read")


def undone(packed: Packed, after: Leaf) -> Leaf:
    """What stood at the place before, where `after` stands now. Raises ChangeError."""
    match packed:
        case [str(place), list(splices)]:
            back = []
            moved = 0
            for splice in splices:
                match splice:
                    case [int(start), str(out), str(into)]:
                        back.append([start + moved, into, out])
                        moved += len(into) - len(out)
                    case _:
                        raise ChangeError(f"The change to {place} does not fit")
            return unpack([place, back], after).after
        case [str(place), was, is_]:
            return unpack([place, is_, was], after).after
        case _:
            raise ChangeError("A change in the history cannot be read")


def place_of(packed: Packed) -> Place:
    """Which place a packed edit is about."""
    return Place(packed[0]) if packed else NOWHERE


def _plain(leaf: Leaf) -> Any:
    return list(leaf) if isinstance(leaf, tuple) else leaf


def _leaf(value: Any) -> Leaf:
    if isinstance(value, list):
        return tuple(str(part) for part in value)
    if value is None or isinstance(value, str | bool | int):
        return value
    raise ChangeError("A change in the history cannot be read")


def _splices(before: str, after: str) -> list[list[Any]]:
    """What differs, paragraph by paragraph, each cut down to the characters that differ."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    found = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            found.append(_trimmed(starts[i1], "".join(old[i1:i2]), "".join(new[j1:j2])))
    return found


def _trimmed(at: int, out: str, into: str) -> list[Any]:
    most = min(len(out), len(into))
    head = next((i for i in range(most) if out[i] != into[i]), most)
    out, into = out[head:], into[head:]
    most = min(len(out), len(into))
    tail = next((i for i in range(most) if out[-1 - i] != into[-1 - i]), most)
    return [at + head, out[: len(out) - tail], into[: len(into) - tail]]


def _spliced(before: str, splices: list[Any], place: str) -> str:
    parts: list[str] = []
    at = 0
    for splice in splices:
        match splice:
            case [int(start), str(out), str(into)] if (
                at <= start and before[start : start + len(out)] == out
            ):
                parts += [before[at:start], into]
                at = start + len(out)
            case _:
                raise ChangeError(f"The change to {place} does not fit")
    return "".join([*parts, before[at:]])
