"""Bid → bid functions: what the window and the command line do to a bid.

They hand back a new bid; `changes.diff` then says what changed, so nobody builds edits by hand.
"""

import json
from datetime import date
from typing import Any

from pydantic import ValidationError

from bidwriter.bids.bid import Attachment, Bid, Evidence, Strength, rebuilt
from bidwriter.bids.leaves import Leaf, with_answer, with_leaves
from bidwriter.bids.places import Place, read_place
from bidwriter.kinds import body, cost_lines, day, money, yes_no
from bidwriter.kinds.answering import ROW_TYPES, AnyRow, Value, parse
from bidwriter.kinds.base import NotAllowedError
from bidwriter.kinds.partners import Partner
from bidwriter.kinds.rows import key_between, keys_after, new_id
from bidwriter.kinds.wording import plain_errors
from bidwriter.rounds.round import Round


def new_bid(round_: Round) -> Bid:
    """An empty bid for a round."""
    return Bid(bid_id=new_id() + new_id(), round=round_)


def set_answer(bid: Bid, question: str, value: Value | None) -> Bid:
    """`bid` with one answer replaced; None or an empty value takes it away."""
    return with_answer(bid, question, value)


def rows_of(bid: Bid, question: str) -> tuple[AnyRow, ...]:
    """The rows of a table question."""
    rows = bid.answer(question)
    return tuple(row for row in rows if not isinstance(row, str)) if isinstance(rows, tuple) else ()


def add_rows(bid: Bid, question: str, rows: tuple[dict[str, Any], ...], after: str = "") -> Bid:
    """`bid` with new rows at the end of a table, or after the row `after`. Cells are JSON values.

    Raises NotAllowedError.
    """
    kind = bid.round.by_id[question].kind
    present = rows_of(bid, question)
    keys = _keys_after_row(present, after, len(rows)) if after else keys_after(present, len(rows))
    try:
        made = tuple(
            ROW_TYPES[kind].model_validate({**cells, "id": new_id(), "order": key})
            for cells, key in zip(rows, keys, strict=True)
        )
    except ValidationError as error:
        raise NotAllowedError(plain_errors(error)[0]) from None
    return with_answer(bid, question, present + made)


def _keys_after_row(rows: tuple[AnyRow, ...], after: str, many: int) -> tuple[str, ...]:
    orders = [row.order for row in rows]
    at = next(i for i, row in enumerate(rows) if row.id == after)
    low, high = orders[at], orders[at + 1] if at + 1 < len(orders) else ""
    keys: list[str] = []
    for _ in range(many):
        low = key_between(low, high)
        keys.append(low)
    return tuple(keys)


def remove_row(bid: Bid, question: str, row: str) -> Bid:
    """`bid` without one row and without what it was evidence of."""
    kept = tuple(r for r in rows_of(bid, question) if r.id != row)
    place = f"{question}/{row}"
    evidence = tuple(e for e in bid.evidence if e.place != place)
    return rebuilt(with_answer(bid, question, kept), evidence=evidence)


def move_row(bid: Bid, question: str, row: str, by: int) -> Bid:
    """`bid` with one row moved up (-1) or down (+1) by a place; at the edge it stays."""
    rows = list(rows_of(bid, question))
    at = next(i for i, r in enumerate(rows) if r.id == row)
    moved = rows.pop(at)
    to = min(max(at + by, 0), len(rows))
    low = rows[to - 1].order if to > 0 else ""
    high = rows[to].order if to < len(rows) else ""
    if to == at:
        return bid
    rows.insert(to, moved.model_copy(update={"order": key_between(low, high)}))
    return with_answer(bid, question, tuple(rows))


def set_cell(bid: Bid, question: str, row: str, cells: dict[str, Leaf]) -> Bid:
    """`bid` with cells of one row set, by their written names. Raises NotAllowedError."""
    return with_leaves(bid, {f"{question}/{row}/{field}": leaf for field, leaf in cells.items()})


def make_lead(bid: Bid, question: str, row: str) -> Bid:
    """`bid` with this partner as its only lead."""
    rows = tuple(
        r.model_copy(update={"lead": True if r.id == row else None})
        for r in rows_of(bid, question)
        if isinstance(r, Partner)
    )
    return with_answer(bid, question, rows)


def set_evidence(  # noqa: PLR0917
    bid: Bid, place: str, principle: int, strength: Strength | None, reason: str | None = None,
    commitment: str | None = None,
) -> Bid:  # fmt: skip
    """`bid` where the item at `place` shows a principle this strongly; None: not at all. What is
    not given stays as it was."""
    old = evidence_at(bid, place, principle)
    others = [e for e in bid.evidence if (e.place, e.principle) != (place, principle)]
    if strength:
        others.append(
            Evidence(
                place=place,
                principle=principle,
                strength=strength,
                reason=reason if reason is not None else (old.reason if old else ""),
                commitment=commitment
                if commitment is not None
                else (old.commitment if old else ""),
            )
        )
    return rebuilt(bid, evidence=tuple(sorted(others, key=lambda e: (e.place, e.principle))))


def evidence_at(bid: Bid, place: str, principle: int) -> Evidence | None:
    """What is said of an item and a principle."""
    return next((e for e in bid.evidence if (e.place, e.principle) == (place, principle)), None)


def set_finished(bid: Bid, question: str, done: bool) -> Bid:
    """`bid` with the officer's own mark on a question set or taken away."""
    marks = set(bid.finished) - {question} | ({question} if done else set())
    return rebuilt(bid, finished=tuple(sorted(marks)))


def set_own_deadline(bid: Bid, deadline: date | None) -> Bid:
    """`bid` with the team's own deadline."""
    return rebuilt(bid, own_deadline=deadline)


def attach(bid: Bid, attachment: Attachment) -> Bid:
    """`bid` with an attachment; the same content again only changes its name."""
    others = [a for a in bid.attachments if a.sha256 != attachment.sha256]
    both = sorted([*others, attachment], key=lambda a: (a.name.casefold(), a.sha256))
    return rebuilt(bid, attachments=tuple(both))


def detach(bid: Bid, sha256: str) -> Bid:
    """`bid` without an attachment."""
    return rebuilt(bid, attachments=tuple(a for a in bid.attachments if a.sha256 != sha256))


def take_round(bid: Bid, round_: Round) -> Bid:
    """`bid` drafted with another pack; answers that it no longer asks are kept."""
    return rebuilt(bid, round=round_)


# --- typed values at any place ---------------------------------------------------------------


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
        case "round" | "comments" | "history" | "bid":
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
        raw = json.loads(typed)
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
            raise NotAllowedError(f'Write the number {value} as text, like "{value}"')
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
        return () if place.field == "councils" else None
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
        case _:
            return typed


def _named_councils(bid: Bid, typed: str) -> tuple[str, ...]:
    from bidwriter.kinds.answering import split_list

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
