"""What two copies disagree on, as lines of plain text: what each side did, and nothing else."""

from collections.abc import Iterator

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import parts_at
from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.joining.words import compare_words
from bidwriter.bids.person import Stamp
from bidwriter.bids.places import Place
from bidwriter.bids.telling.conflicts import item_title, subject, thing, who_took_out
from bidwriter.bids.telling.sides import moment_words
from bidwriter.bids.telling.telling import question_name
from bidwriter.bids.telling.values import cell_label, leaf_words
from bidwriter.kinds.frozen import Leaf

_SIDES = ("mine", "theirs")
_LONGEST = 60  # characters of a value told within a line
MARKS = "[-words taken out-] and {+words put in+}"


def conflict_line(bid: Bid, conflict: Conflict) -> str:
    """The whole in one line: "“Cost the team”, Show and tells: taken out in mine; quantity 4 → 5
    in theirs"."""
    name = f"“{question_name(bid, conflict.place)}”"
    if conflict.kind == "prose":
        return f"{name}: {_prose_in_short(conflict)}"
    title = item_title(bid, conflict) if conflict.place.row or subject(conflict).row else ""
    if conflict.kind == "cell" and (not title or parts_at(bid, conflict.place)):
        what = f"{name}, {title}" if title else name
        return f"{what}: {_cell(bid, conflict.parts[0], conflict)}"
    what = title or thing(bid, conflict)
    did = [f"{_did(bid, conflict, side)} in {side}" for side in _SIDES]
    return f"{name}, {what}: {'; '.join(did)}"


def conflict_lines(bid: Bid, conflict: Conflict) -> Iterator[str]:
    """The same, where it comes from, and the words of both where it is prose."""
    yield conflict_line(bid, conflict)
    sides = [f"{side}{_by(by)}" for side, by in _who(conflict)]
    yield f"  [{conflict.place}] from “{conflict.file}”, conflict {conflict.id}"
    if conflict.kind != "prose":
        said = [f"{side} by {_who_words(by)}" for side, by in _who(conflict) if by]
        yield from ([f"  {', '.join(said)}"] if said else [])
        return
    (part,) = conflict.parts
    base = str(part.base or "") if conflict.base_known else None
    yield from _passage("as it was", "not known" if base is None else base)
    for side, leaf in zip(sides, (part.mine, part.theirs), strict=True):
        yield from _passage(side, _marked(base, str(leaf or "")))


def _prose_in_short(conflict: Conflict) -> str:
    if not conflict.base_known:
        return "the two differ"
    gone = who_took_out(conflict)
    if gone:
        other = "theirs" if gone == "mine" else "mine"
        (part,) = conflict.parts
        kept = part.theirs if gone == "mine" else part.mine
        did = ["moved"] if conflict.moved == other else []
        did += ["changed"] if kept != part.base else []
        return f"a passage taken out in {gone}; {' and '.join(did) or 'kept'} in {other}"
    if not conflict.parts[0].base:
        return "both wrote something here"
    moved = f", and moved in {conflict.moved}" if conflict.moved else ""
    return f"both changed the same passage{moved}"


def _did(bid: Bid, conflict: Conflict, side: str) -> str:
    """What one side did to a row, an attachment or a piece of evidence: "quantity 4 → 5"."""
    leaves: dict[Place, Leaf] = {part.place: getattr(part, side) for part in conflict.parts}
    if all(leaf is None for leaf in leaves.values()):
        return "taken out" if conflict.base_known else "not there"
    parts = [part for part in conflict.parts if not _is_order(part)]
    said = ["moved"] if conflict.moved == side else []
    if conflict.base_known:
        changed = [part for part in parts if leaves[part.place] != part.base]
        said += [f"{_name(bid, part)}{_change(bid, part, leaves[part.place])}" for part in changed]
        return ", ".join(said) or "kept"
    differ = [part for part in parts if part.mine != part.theirs and leaves[part.place] is not None]
    said += [f"{_name(bid, part)}{_value(bid, part, leaves[part.place])}" for part in differ]
    return ", ".join(said) or "as in the other"


def _is_order(part: Part) -> bool:
    """Whether it is only where a row stands."""
    return part.place.is_row


def _cell(bid: Bid, part: Part, conflict: Conflict) -> str:
    sides = (f"{_value(bid, part, getattr(part, side))} in {side}" for side in _SIDES)
    was = f"; it was {_value(bid, part, part.base)}" if conflict.base_known else ""
    return f"{'; '.join(sides)}{was}"


def _name(bid: Bid, part: Part) -> str:
    label = cell_label(bid, part.place)
    if not label:
        return ""
    return f"{label if label.isupper() else label[0].lower() + label[1:]} "


def _change(bid: Bid, part: Part, leaf: Leaf) -> str:
    return f"{_value(bid, part, part.base)} → {_value(bid, part, leaf)}"


def _value(bid: Bid, part: Part, leaf: Leaf) -> str:
    words = " ".join((leaf_words(bid, part.place, leaf) or "nothing").split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _who(conflict: Conflict) -> list[tuple[str, Stamp | None]]:
    return [("mine", conflict.mine_by), ("theirs", conflict.theirs_by)]


def _by(stamp: Stamp | None) -> str:
    return f" ({_who_words(stamp)})" if stamp else ""


def _who_words(stamp: Stamp) -> str:
    return f"{stamp.who.title}, {moment_words(stamp.when)}"


def _passage(name: str, words: str) -> Iterator[str]:
    lines = words.splitlines() or ["nothing"]
    if len(lines) == 1:
        yield f"  {name}: {lines[0]}"
    else:
        yield f"  {name}:"
        yield from (f"    {line}" for line in lines)


def _marked(base: str | None, words: str) -> str:
    """The words with what makes them otherwise than the base marked."""
    if not base or not words:
        return words
    signs = {"same": "{}", "in": "{{+{}+}}", "out": "[-{}-]"}
    return "".join(signs[run.kind].format(run.text) for run in compare_words(base, words))
