"""Typed words → the value they mean at any written place: for the command line and the tables.

Errors are sentences for the person who typed.
"""

import json
from typing import Any

from pydantic import ValidationError

from bidwriter.bids.bid import Bid, chooses_language
from bidwriter.bids.cells import around_at, column_at, row_at, rows_of, table_at
from bidwriter.bids.editing import (
    add_rows,
    evidence_at,
    remove_row,
    set_cell,
    set_evidence,
    set_finished,
    set_language,
    set_own_deadline,
)
from bidwriter.bids.leaves import with_answer, with_leaves
from bidwriter.bids.places import Place, read_place
from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.tables.table import Table
from bidwriter.kinds.values import day, yes_no
from bidwriter.kinds.values.lists import split_list
from bidwriter.kinds.wording import plain_errors
from bidwriter.rounds.languages import languages_of
from bidwriter.rounds.second_language import LANGUAGES


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
            return set_finished(bid, place.row, done=bool(typed.strip()) and yes_no.parse(typed))
        case "own-deadline":
            return set_own_deadline(bid, day.parse(typed) if typed.strip() else None)
        case "attachments":
            if place.field not in ("", "about", "for") or not any(
                a.sha256 == place.row for a in bid.attachments
            ):
                raise NotAllowedError("Add files with: bidwriter attach FILE PATH")
            leaf = _answered(bid, typed) if place.field == "for" else typed.strip()
            return with_leaves(bid, {place: leaf or None})
        case "round" | "comments" | "conflicts" | "history" | "bid":
            raise NotAllowedError(f"“{text}” cannot be set")
    if chooses_language(bid, place):
        return set_language(bid, language_code(bid, typed))
    return _set_typed_answer(bid, place, typed)


def language_code(bid: Bid, typed: str) -> str:
    """The code of the language that typed words name, in its own words or in English.
    Raises NotAllowedError."""
    wanted, offered = typed.strip().casefold(), languages_of(bid.round)
    if wanted in ("", "en", "en-gb", "english", "saesneg"):
        return ""
    for code in offered:
        if wanted in (code, LANGUAGES[code].casefold(), "welsh"):
            return code
    if not offered:
        raise NotAllowedError("The form of this round is there in English alone")
    known = " or ".join(("en", *offered))
    raise NotAllowedError(
        f"The form of this round is not there in “{typed.strip()[:20]}”; write {known}"
    )


def _set_typed_answer(bid: Bid, place: Place, typed: str) -> Bid:
    question = _question(bid, place.root)
    if isinstance(question, InParts) and (place.row or typed.lstrip().startswith("{")):
        return _set_typed_parts(bid, question, place, typed)
    if not place.row:
        return with_answer(bid, question.id, _parsed(bid, question, typed))
    if not isinstance(question, Table):
        raise NotAllowedError(f"“{place.root}” has no rows")
    return _set_typed_row(bid, place, typed)


def _answered(bid: Bid, typed: str) -> tuple[str, ...]:
    """The questions that a file answers, as they are typed."""
    ids = sorted({id_.strip() for id_ in split_list(typed) if id_.strip()})
    known = bid.round.questions_of_files
    if strange := [id_ for id_ in ids if id_ not in known]:
        asks = f"; these do: {', '.join(known)}" if known else ""
        raise NotAllowedError(f"“{strange[0][:60]}” asks for no files{asks}")
    return tuple(ids)


def _set_typed_parts(bid: Bid, question: InParts, place: Place, typed: str) -> Bid:
    """One part, or several as JSON."""
    if place.row:
        return with_leaves(bid, {place: _part_leaf(bid, question, place, typed)})
    for part, value in _object(typed, "answer", '{"town": "York"}').items():
        bid = _set_typed_parts(bid, question, place.at(part), _typed_form(value))
    return bid


def _part_leaf(bid: Bid, question: InParts, place: Place, typed: str) -> Leaf:
    """What typed words mean in a part of an answer; None for none."""
    column = column_at(bid, place)
    if column is None:
        keys = ", ".join(known.key for known in question.columns)
        part = "/".join(filter(None, (place.row, place.field)))
        raise NotAllowedError(f"“{part}” is not one of: {keys}")
    return column.cell.read(typed.strip(), around_at(bid, place)) if typed.strip() else None


def _parsed(bid: Bid, question: AnyQuestion, typed: str) -> Any:
    """The answer that typed words mean; None for none."""
    if not typed.strip():
        return None
    try:
        return question.parse(typed, Around(bid, question))
    except ValidationError as error:
        raise NotAllowedError(plain_errors(error)[0]) from None


def _question(bid: Bid, id_: str) -> AnyQuestion:
    question = bid.asked_by_id.get(id_) or bid.round.by_id.get(id_)
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
    return {
        field: cell_leaf(bid, Place(question).at("+", field), _typed_form(value))
        for field, value in _object(typed, "row", '{"what": "User researcher"}').items()
    }


def _object(typed: str, what: str, example: str) -> dict[str, Any]:
    """The named values typed as JSON."""
    try:
        # A number with a point is taken as it is written; it never becomes a binary fraction.
        raw = json.loads(typed, parse_float=str)
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict):
        raise NotAllowedError(f"Write the {what} as JSON, like {example}")
    return raw


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
    column = column_at(bid, place)
    if column is None:
        row = row_at(bid, place)
        if row is not None and not typed.strip() and place.field in dict(row.leaves()):
            return None  # of a column that the round has no more
        table = table_at(bid, place)
        keys = sorted(known.key for known in table.columns) if table else []
        raise NotAllowedError(f"“{place.field}” is not one of: {', '.join(keys)}")
    typed = typed.strip()
    return column.cell.read(typed, around_at(bid, place)) if typed else column.cell.nothing


def _set_typed_evidence(bid: Bid, place: Place, typed: str) -> Bid:
    if place.principle not in bid.principle_names:
        numbers = ", ".join(map(str, bid.principle_names))
        raise NotAllowedError(f"Write the number of a principle: {numbers}")
    item = place.item
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
        return with_leaves(bid, {place: typed or None})
    if typed.casefold() not in ("strong", "some", "none", ""):
        raise NotAllowedError("Write strong, some or none")
    strength: Any = {"strong": "strong", "some": "some"}.get(typed.casefold())
    return set_evidence(bid, place.item, place.principle, strength)
