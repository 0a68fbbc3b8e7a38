"""A leaf at any place as people read it: money as £, councils by name, days with their weekday."""

from decimal import Decimal

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import rows_of
from bidwriter.bids.places import Leaf, Place, read_place
from bidwriter.bids.printing import printed_prose
from bidwriter.bids.telling.appraisal import LABELS as INPUT_LABELS
from bidwriter.bids.telling.appraisal import cell_words
from bidwriter.kinds.kinds import ROW_TYPES, AnyRow, Value, adapter, text
from bidwriter.kinds.tables.appraisal import Appraisal, Input
from bidwriter.kinds.tables.cost_lines import ALL, PAYERS, CostLine, CostLines, category_label
from bidwriter.kinds.values.body import Body
from bidwriter.kinds.values.day import show as show_day
from bidwriter.kinds.values.money import show
from bidwriter.kinds.values.stage import show as show_stage

_LABELS = {
    "what": "What",
    "quantity": "Quantity",
    "unit": "Unit",
    "unit-cost": "Unit cost",
    "total": "Total",
    "quantity-words": "Quantity in words",
    "payer": "Who pays",
    "councils": "Councils",
    "principle": "Principle",
    "note": "Note",
    "stage": "Stage",
    "category": "Category",
    "vat": "VAT",
    "source": "Source",
    "council": "Council",
    "lead": "Lead",
    "signed": "Signed the declaration",
    "signed-on": "Signed on",
    "agreed": "Agreed",
    "part": "Part in the project",
    "output": "Output",
    "action": "What is done for it",
    "when": "When",
    "reason": "Reason",
    "commitment": "Commitment",
    "about": "What it is",
    "type": "Type of file",
    "size": "Size",
}


def leaf_words(bid: Bid, place: str, leaf: Leaf) -> str:
    """A leaf as people read it; "" for none."""
    if leaf is None:
        return ""
    read = read_place(place)
    question = bid.round.by_id.get(place)
    if question is not None and question.kind not in ROW_TYPES:
        return _answer(bid, place, leaf)
    try:
        if isinstance(bid.round.by_id.get(read.root), Appraisal):
            row = row_at(bid, read)
            return cell_words(row if isinstance(row, Input) else None, read.field, leaf)
        return _cell(bid, read, leaf)
    except (ValueError, ArithmeticError):
        return _plain(leaf)


def typed_words(bid: Bid, place: str, leaf: Leaf) -> str:
    """What an officer would type for a leaf: its words, without what the box cannot take."""
    read = read_place(place)
    if read.field == "quantity" and leaf is not None:
        return _number(leaf)
    if read.field == "principle" and leaf is not None:
        return str(leaf)
    if isinstance(leaf, tuple):
        if read.field == "councils" and leaf != (ALL,):
            return "; ".join(_council(bid, key) for key in leaf)
        return "; ".join(leaf)
    return leaf_words(bid, place, leaf)


def cell_label(place: str) -> str:
    """What stands before a value in a list of several: "Unit cost"."""
    read = read_place(place)
    if read.root == "evidence" and not read.field:
        return "How strongly"
    if read.root == "attachments" and not read.field:
        return "Name"
    return _LABELS.get(read.field) or INPUT_LABELS.get(read.field, "")


def row_at(bid: Bid, place: Place) -> AnyRow | None:
    """The row that a place is in, if the bid has it."""
    return next((row for row in rows_of(bid, place.root) if row.id == place.row), None)


def principle_name(bid: Bid, number: int) -> str:
    """A principle by its short name."""
    principle = bid.round.principle(number)
    return principle.name if principle else f"principle {number}"


def category_words(bid: Bid, question: str, leaf: Leaf) -> str:
    """A category by its label."""
    asked = bid.round.by_id.get(question)
    return category_label(asked if isinstance(asked, CostLines) else None, str(leaf))


def _answer(bid: Bid, place: str, leaf: Leaf) -> str:
    question = bid.round.by_id[place]
    try:
        value: Value = adapter(question.kind).validate_python(leaf)
    except ValueError:
        return str(leaf)
    if question.kind == "rich-text":
        value = printed_prose(bid, str(value))
    return text(question, value)


def _cell(bid: Bid, read: Place, leaf: Leaf) -> str:
    match read.root, read.field:
        case ("own-deadline", _) | (_, "signed-on"):
            return _day(leaf)
        case "attachments" | "evidence", _:
            return _beside(bid, read, leaf)
        case _, "unit-cost" | "total":
            return show(Decimal(str(leaf)))
        case _, "quantity":
            row = row_at(bid, read)
            unit = row.unit if isinstance(row, CostLine) and row.unit else ""
            return f"{_number(leaf)} {unit}".strip()
        case _, "payer":
            return PAYERS.get(str(leaf), str(leaf))  # type: ignore[call-overload, no-any-return]
        case _, "councils":
            return _councils(bid, leaf)
        case _, "council":
            return Body.model_validate(leaf).title
        case _, "stage":
            return show_stage(str(leaf))
        case _, "category":
            return category_words(bid, read.root, leaf)
        case _, "principle":
            return f"{leaf} {principle_name(bid, int(str(leaf)))}"
        case _:
            return _plain(leaf)


def _beside(bid: Bid, read: Place, leaf: Leaf) -> str:
    """Of evidence or of an attachment."""
    if (read.root, read.field) == ("evidence", "commitment"):
        found = (c.text for c in bid.round.commitments if c.id == leaf)
        return next(found, _plain(leaf))
    if (read.root, read.field) == ("attachments", "size"):
        return f"{max(1, round(int(str(leaf)) / 1024)):,} KB"
    return _plain(leaf)


def _plain(leaf: Leaf) -> str:
    if isinstance(leaf, bool):
        return "yes" if leaf else "no"
    return ", ".join(leaf) if isinstance(leaf, tuple) else str(leaf)


def _number(leaf: Leaf) -> str:
    words = f"{Decimal(str(leaf)):f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def _day(leaf: Leaf) -> str:
    return show_day(adapter("date").validate_python(leaf))


def _councils(bid: Bid, leaf: Leaf) -> str:
    keys = leaf if isinstance(leaf, tuple) else ()
    if keys == (ALL,):
        return "all of them"
    return ", ".join(_council(bid, key) for key in keys)


def _council(bid: Bid, key: str) -> str:
    names = {partner.key: partner.title for partner in bid.partners}
    try:
        return names.get(key) or Body.model_validate(key).title
    except ValueError:
        return key
