"""Typed words → the value they mean at any written place: for the command line and the tables.

Errors are sentences for the person who typed.
"""

import json
from typing import Any

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import (
    add_rows,
    evidence_at,
    remove_row,
    rows_of,
    set_cell,
    set_evidence,
    set_finished,
    set_own_deadline,
)
from bidwriter.bids.leaves import with_answer, with_leaves
from bidwriter.bids.places import Leaf, Place, read_place
from bidwriter.bids.typed_inputs import input_leaf
from bidwriter.kinds.kinds import ROW_TYPES, parse, split_list
from bidwriter.kinds.question import NotAllowedError
from bidwriter.kinds.tables import cost_lines
from bidwriter.kinds.tables.appraisal import Input
from bidwriter.kinds.values import body, day, money, stage, yes_no


def set_typed(bid: Bid, text: str, typed: str) -> Bid:
    """`bid` with the value that typed words mean at a written place; "" clears it.

    Raises NotAllowedError with words for a person.
    """
    place = read_place(text)
    match place.root:
        case "evidence":
            return _set_typed_evidence(bid, place, typed.strip())
        case "finished":
            _question(bid, place.row)
            return set_finished(bid, place.row, bool(typed.strip()) and yes_no.parse(typed))
        case "own-deadline":
            return set_own_deadline(bid, day.parse(typed) if typed.strip() else None)
        case "attachments":
            if place.field not in ("", "about") or not any(
                a.sha256 == place.row for a in bid.attachments
            ):
                raise NotAllowedError("Add files with: bidwriter attach FILE PATH")
            return with_leaves(bid, {text: typed.strip() or None})
        case "round" | "comments" | "conflicts" | "history" | "bid":
            raise NotAllowedError(f"“{text}” cannot be set")
    question = _question(bid, place.root)
    if not place.row:
        value = parse(question, typed, bid.round.day_of_register) if typed.strip() else None
        return with_answer(bid, question.id, value)
    if question.kind not in ROW_TYPES:
        raise NotAllowedError(f"“{place.root}” has no rows")
    return _set_typed_row(bid, place, typed)


def _question(bid: Bid, id_: str) -> Any:
    question = bid.round.by_id.get(id_)
    if question is None:
        raise NotAllowedError(f"This round asks nothing called “{id_}”; see: bidwriter places FILE")
    return question


def _set_typed_row(bid: Bid, place: Place, typed: str) -> Bid:
    if place.row == "+":
        return add_rows(bid, place.root, (_cells(bid, place.root, typed),))
    if all(row.id != place.row for row in rows_of(bid, place.root)):
        raise NotAllowedError(f"There is no row {place.row} in “{place.root}”")
    if not place.field:
        if typed.strip() in ("", "null"):
            return remove_row(bid, place.root, place.row)
        return set_cell(bid, place.root, place.row, _cells(bid, place.root, typed))
    return set_cell(bid, place.root, place.row, {place.field: cell_leaf(bid, place, typed)})


def _cells(bid: Bid, question: str, typed: str) -> dict[str, Any]:
    """The cells of a row typed as JSON, each read as its cell reads typed words."""
    try:
        # A number with a point is taken as it is written; it never becomes a binary fraction.
        raw = json.loads(typed, parse_float=str)
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict):
        raise NotAllowedError('Write the row as JSON, like {"what": "User researcher"}')
    return {
        field: cell_leaf(bid, Place(question, "+", field), _typed_form(value))
        for field, value in raw.items()
    }


def _typed_form(value: Any) -> str:
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case float():
            raise NotAllowedError("NaN and infinity are no numbers")
        case None:
            return ""
        case list():
            return json.dumps(value)
        case {"code": str(code)}:
            return code
        case _:
            raise NotAllowedError("A cell takes text, a whole number, true, false or a list")


def cell_leaf(bid: Bid, place: Place, typed: str) -> Leaf:
    """What typed words mean in a cell, as a leaf; "" clears it. Raises NotAllowedError."""
    row_type = ROW_TYPES[_question(bid, place.root).kind]
    fields = {info.alias or name for name, info in row_type.model_fields.items()} - {"id", "order"}
    if place.field not in fields:
        raise NotAllowedError(f"“{place.field}” is not one of: {', '.join(sorted(fields))}")
    typed = typed.strip()
    if not typed:
        return () if place.field in ("councils", "whose", "years") else None
    if row_type is Input:
        rows = (r for r in rows_of(bid, place.root) if r.id == place.row and isinstance(r, Input))
        return input_leaf(_question(bid, place.root), next(rows, None), place.field, typed)
    return _meant(bid, place, typed)


def _meant(bid: Bid, place: Place, typed: str) -> Leaf:
    match place.field:
        case "unit-cost" | "total":
            return f"{money.parse(typed):.2f}"
        case "quantity":
            quantity, unit = cost_lines.parse_quantity(typed)
            if quantity is None or unit:
                raise NotAllowedError("Write the quantity as a number, like 45 or 12.5")
            return cost_lines.plain(quantity)
        case "payer":
            return cost_lines.parse_payer(typed)
        case "councils":
            return _named_councils(bid, typed)
        case "council":
            return str(body.parse(typed, bid.round.day_of_register))
        case "lead" | "signed" | "agreed":
            return yes_no.parse(typed)
        case "signed-on":
            return day.parse(typed).isoformat()
        case "principle":
            return _principle(bid, typed)
        case "stage":
            return stage.parse(typed)
        case "category":
            return cost_lines.parse_category(_question(bid, place.root), typed)
        case _:
            return typed


def _named_councils(bid: Bid, typed: str) -> tuple[str, ...]:
    parts = split_list(typed)
    if parts == (cost_lines.ALL,):
        return parts
    return tuple(str(body.parse(part, bid.round.day_of_register)) for part in parts)


def _principle(bid: Bid, typed: str) -> int:
    numbers = [p.number for p in bid.round.principles]
    if not typed.isdecimal() or int(typed) not in numbers:
        raise NotAllowedError(f"Write the number of a principle: {', '.join(map(str, numbers))}")
    return int(typed)


def _set_typed_evidence(bid: Bid, place: Place, typed: str) -> Bid:
    _principle(bid, str(place.principle))
    item = read_place(place.item)
    question = _question(bid, item.root)
    if item.field or (item.row and all(r.id != item.row for r in rows_of(bid, question.id))):
        raise NotAllowedError(f"There is nothing at “{place.item}” that could show a principle")
    if place.field:
        known = {c.id for c in bid.round.commitments}
        if place.field == "commitment" and typed and typed not in known:
            raise NotAllowedError(f"“{typed}” is not one of: {', '.join(sorted(known))}")
        if evidence_at(bid, place.item, place.principle) is None:
            raise NotAllowedError(
                f"Say first how strongly: set evidence/{place.item}/{place.principle}"
            )
        return with_leaves(bid, {str(place): typed or None})
    if typed.casefold() not in ("strong", "some", "none", ""):
        raise NotAllowedError("Write strong, some or none")
    strength: Any = {"strong": "strong", "some": "some"}.get(typed.casefold())
    return set_evidence(bid, place.item, place.principle, strength)
