"""Telling what changed in the rows of a table."""

from collections.abc import Callable
from decimal import Decimal

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import rows_of
from bidwriter.bids.places import Leaf
from bidwriter.bids.telling.appraisal import input_cell_changed, input_words
from bidwriter.kinds.kinds import AnyRow
from bidwriter.kinds.tables.appraisal import Input
from bidwriter.kinds.tables.cost_lines import (
    ALL,
    PAYERS,
    CostLine,
    CostLines,
    category_label,
    plain,
    quantity_text,
)
from bidwriter.kinds.tables.outputs import Output
from bidwriter.kinds.tables.partners import Partner
from bidwriter.kinds.values.body import Body
from bidwriter.kinds.values.money import show
from bidwriter.kinds.values.stage import show as show_stage

_CELLS = {
    "unit": "the unit of",
    "principle": "the principle of",
    "note": "the note of",
    "vat": "the VAT note of",
    "source": "the source of",
    "stage": "the stage of",
    "category": "the category of",
    "quantity-words": "the quantity of",
    "part": "the part of",
    "signed-on": "the day of signing of",
    "council": "the council of",
    "output": "the output",
    "action": "what is done for",
    "when": "the date of",
}


def row_added(row: AnyRow) -> str:
    """ "added User researcher, 45 days at £720"."""
    return f"added {_full(row)}"


def row_removed(row: AnyRow) -> str:
    """ "took out User researcher, 45 days at £720"."""
    return f"took out {_full(row)}"


def cell_changed(bid: Bid, row: AnyRow, cell: str, before: Leaf, after: Leaf) -> str:
    """ "raised User researcher from 40 to 45 days"; `row` as it is afterwards."""
    match row:
        case CostLine():
            return _cost_cell(bid, row, cell, before, after)
        case Partner():
            return _partner_cell(row, cell, before, after)
        case Output():
            return _plain_cell(row.title, cell, before, after)
        case Input():
            return input_cell_changed(row, cell, before, after)


def _full(row: AnyRow) -> str:
    match row:
        case CostLine():
            cells = [quantity_text(row)]
            if row.unit_cost is not None:
                cells.append(f"at {show(row.unit_cost)}")
            elif row.total is not None:
                cells.append(show(row.total))
            told = " ".join(cell for cell in cells if cell)
            return f"{row.title}, {told}" if told else row.title
        case Partner():
            return f"{row.title} as lead" if row.is_lead else row.title
        case Output():
            return f"“{row.title}”"
        case Input():
            return input_words(row)


def _cost_cell(bid: Bid, row: CostLine, cell: str, before: Leaf, after: Leaf) -> str:
    match cell:
        case "what":
            return f"renamed {before or 'a line with no name'} to {after or 'nothing'}"
        case "quantity":
            unit = f" {row.unit}" if row.unit else ""
            return _figure(row.title, before, after, plain, unit)
        case "unit-cost":
            return _figure(f"the unit cost of {row.title}", before, after, show)
        case "total":
            return _figure(f"the total of {row.title}", before, after, show)
        case "payer":
            was, is_ = (PAYERS.get(str(x), "nobody") for x in (before, after))  # type: ignore[call-overload]
            return f"changed who pays for {row.title} from {was} to {is_}"
        case "councils":
            return f"changed the councils of {row.title} to {_councils(bid, after)}"
        case "stage":
            return _plain_cell(
                row.title, cell, *(x and show_stage(str(x)) for x in (before, after))
            )
        case "category":
            was, is_ = (x and _category(bid, row, str(x)) for x in (before, after))
            return _plain_cell(row.title, cell, was, is_)
        case _:
            return _plain_cell(row.title, cell, before, after)


def _category(bid: Bid, row: CostLine, category: str) -> str:
    asked = (q for q in bid.round.questions if isinstance(q, CostLines))
    return category_label(next((q for q in asked if row in rows_of(bid, q.id)), None), category)


def _figure(
    what: str, before: Leaf, after: Leaf, say: Callable[[Decimal], str], unit: str = ""
) -> str:
    if before is None:
        return f"set {what} to {say(Decimal(str(after)))}{unit}"
    was = Decimal(str(before))
    if after is None:
        return f"cleared {what}, which was {say(was)}{unit}"
    is_ = Decimal(str(after))
    return f"{'raised' if is_ > was else 'lowered'} {what} from {say(was)} to {say(is_)}{unit}"


def _councils(bid: Bid, leaf: Leaf) -> str:
    keys = leaf if isinstance(leaf, tuple) else ()
    if keys == (ALL,):
        return "all of them"
    names = {partner.key: partner.title for partner in bid.partners}
    return ", ".join(names.get(key, key) for key in keys) or "none"


def _partner_cell(row: Partner, cell: str, before: Leaf, after: Leaf) -> str:
    match cell:
        case "lead":
            return (
                f"made {row.title} the lead" if after else f"made {row.title} a partner, not lead"
            )
        case "signed":
            said = {True: "a signatory", False: "not a signatory", None: "not answered yet"}
            return f"marked {row.title} as {said[bool(after) if after is not None else None]}"
        case "agreed":
            return f"marked {row.title} as {'agreed' if after else 'not agreed'}"
        case "council" if before is not None and after is not None:
            return f"put {row.title} in the place of {Body.model_validate(before).title}"
        case _:
            return _plain_cell(row.title, cell, before, after)


def _plain_cell(title: str, cell: str, before: Leaf, after: Leaf) -> str:
    what = _CELLS.get(cell, cell)
    if what.endswith((" of", " for")):
        what = f"{what} {title}"
    if before is None:
        return f"set {what} to “{after}”"
    if after is None:
        return f"cleared {what}, which was “{before}”"
    return f"changed {what} from “{before}” to “{after}”"
