"""Every place in a bid that can be set, with its kind and what it takes."""

from collections.abc import Iterator
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.leaves import leaves_of
from bidwriter.bids.places import ATTACHMENTS, CONFLICTS, FINISHED, LANGUAGE, OWN_DEADLINE, Place
from bidwriter.bids.principles import items
from bidwriter.kinds.around import Around
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.tables.table import Table
from bidwriter.rounds.languages import languages_of


class PlaceRow(NamedTuple):
    """One place. `allowed` is empty where any value of the kind will do; `value` is what is
    there."""

    place: Place
    kind: str
    name: str
    allowed: tuple[str, ...] = ()
    asked: bool = True
    value: object = None


def places_of(bid: Bid) -> tuple[PlaceRow, ...]:
    """All places: questions (those not asked now too), rows, cells, evidence, marks."""
    values: dict[Place, object] = {**leaves_of(bid)}
    if languages_of(bid.round):
        values[LANGUAGE] = bid.language or "en"
    rows = [*_question_places(bid), *_evidence_places(bid), *_other_places(bid)]
    return tuple(row._replace(value=values.get(row.place)) for row in rows)


def _question_places(bid: Bid) -> Iterator[PlaceRow]:
    for one in bid.round.questions:
        is_asked, question = one.id in bid.asked_by_id, bid.asked_by_id.get(one.id, one)
        if isinstance(question, Table):
            yield from (row._replace(asked=is_asked) for row in _table_places(bid, question))
        elif isinstance(question, InParts):
            for column in question.columns:
                place, name = Place(question.id).at(column.key), f"{question.name}: {column.label}"
                yield PlaceRow(place, column.cell.kind, name, (), is_asked)
        else:
            name, allowed = question.name, question.allowed()
            yield PlaceRow(Place(question.id), question.kind, name, allowed, is_asked)


def _table_places(bid: Bid, table: Table) -> Iterator[PlaceRow]:
    own = Place(table.id)
    rows = rows_of(bid, table.id)
    new = () if table.rows_are_fixed else (None,)
    if new:
        yield PlaceRow(own.at("+"), "row as JSON", f"A new row of {table.name}")
    for row in rows:
        yield PlaceRow(own.at(row.id), "row", row.title)
    for row_ in (*rows, *new):
        around = Around(bid, table, row_)
        for column in table.columns:
            place = own.at(row_.id if row_ else "ROW", column.key)
            yield PlaceRow(place, column.cell.kind, column.key, column.cell.allowed(around))
    known = {"", *(column.key for column in table.columns)}
    for row in rows:
        for key, _ in row.leaves():
            if key not in known:
                yield PlaceRow(own.at(row.id, key), "kept", key, asked=False)


def _evidence_places(bid: Bid) -> Iterator[PlaceRow]:
    for item in items(bid):
        for principle in bid.round.principles:
            place = item.place.showing(principle.number)
            name = f"{item.title} shows {principle.name}"
            yield PlaceRow(place, "evidence", name, ("strong", "some", "none"))
            yield PlaceRow(place.at("reason"), "short-text", f"Why {item.title} shows it")
            if bid.round.commitments:
                ids = tuple(commitment.id for commitment in bid.round.commitments)
                yield PlaceRow(place.at("commitment"), "choose-one", "The commitment it keeps", ids)


def _other_places(bid: Bid) -> Iterator[PlaceRow]:
    for question in bid.asked:
        yield PlaceRow(
            FINISHED.at(question.id), "yes-no", f"{question.name} is finished", ("yes", "no")
        )
    for conflict in bid.conflicts:
        name = f"Two copies disagree on {conflict.place}"
        ways = ("mine", "theirs", "or other words")
        yield PlaceRow(CONFLICTS.at(conflict.id), "conflict", name, ways)
    yield PlaceRow(OWN_DEADLINE, "date", "The team's own deadline")
    if codes := languages_of(bid.round):
        yield PlaceRow(LANGUAGE, "choose-one", "The language of the form", ("en", *codes))
    for attachment in bid.attachments:
        place = ATTACHMENTS.at(attachment.sha256)
        yield PlaceRow(place, "short-text", attachment.name)
        yield PlaceRow(place.at("about"), "short-text", f"What {attachment.name} is")
        if ids := bid.round.questions_of_files:
            name = f"The questions that {attachment.name} answers"
            yield PlaceRow(place.at("for"), "choose-several", name, ids)
