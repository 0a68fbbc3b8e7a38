"""A leaf at any place as people read it: money as £, councils by name, days with their weekday."""

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import around_at, column_at
from bidwriter.bids.places import Place
from bidwriter.bids.printing.printed import printed_prose
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.values.day import Date
from bidwriter.kinds.values.day import show as show_day

# What stands at places that are no cells, by the last part of the place.
_BESIDE = {
    "evidence": {"": "How strongly", "reason": "Reason", "commitment": "Commitment"},
    "attachments": {
        "": "Name",
        "about": "What it is",
        "type": "Type of file",
        "size": "Size",
        "for": "Answers",
        "pages": "Pages",
    },
}


def leaf_words(bid: Bid, place: Place, leaf: Leaf) -> str:
    """A leaf as people read it; "" for none."""
    if leaf is None:
        return ""
    column = column_at(bid, place)
    try:
        if column is not None:
            return column.cell.words(leaf, around_at(bid, place))
        if place.root in bid.round.by_id and not place.row:
            return _answer(bid, place, leaf)
        return _beside(bid, place, leaf)
    except (ValueError, ArithmeticError):
        return _plain(leaf)


def typed_words(bid: Bid, place: Place, leaf: Leaf) -> str:
    """What an officer would type for a leaf: its words, without what the box cannot take."""
    column = column_at(bid, place)
    if column is not None:
        return column.cell.typed(leaf, around_at(bid, place))
    if isinstance(leaf, tuple):
        return "; ".join(leaf)
    question = bid.round.by_id.get(place.root)
    if question is not None and question.is_prose and not place.row:
        return str(leaf)  # its markdown: what is said of it would lose the emphasis
    return leaf_words(bid, place, leaf)


def cell_label(bid: Bid, place: Place) -> str:
    """What stands before a value in a list of several: "Unit cost"."""
    column = column_at(bid, place)
    return column.label if column else _BESIDE.get(place.root, {}).get(place.field, "")


def principle_name(bid: Bid, number: int) -> str:
    """A principle by its short name."""
    principle = bid.round.principle(number)
    return principle.name if principle else f"principle {number}"


def _answer(bid: Bid, place: Place, leaf: Leaf) -> str:
    question = bid.round.by_id[place.root]
    try:
        value = question.reader().validate_python(leaf)
    except ValueError:
        return str(leaf)
    return question.text(printed_prose(bid, str(value)) if question.is_prose else value)


def _beside(bid: Bid, read: Place, leaf: Leaf) -> str:
    """Of evidence, of an attachment, of the team's own deadline."""
    match read.root, read.field:
        case "own-deadline", _:
            return show_day(Date.reader().validate_python(leaf))
        case "evidence", "commitment":
            texts = (c.text for c in bid.round.commitments if c.id == leaf)
            return next(texts, _plain(leaf))
        case "attachments", "for":
            names = (bid.round.by_id[q].name if q in bid.round.by_id else q for q in _ids(leaf))
            return "; ".join(f"“{name}”" for name in names)
        case "attachments", "size":
            return f"{max(1, round(int(str(leaf)) / 1024)):,} KB"
        case _:
            return _plain(leaf)


def _ids(leaf: Leaf) -> tuple[str, ...]:
    return leaf if isinstance(leaf, tuple) else ()


def _plain(leaf: Leaf) -> str:
    if isinstance(leaf, bool):
        return "yes" if leaf else "no"
    return ", ".join(leaf) if isinstance(leaf, tuple) else str(leaf)
