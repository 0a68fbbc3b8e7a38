"""Every place in a bid that can be set, with its kind and what it takes."""

from collections.abc import Iterator
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import rows_of
from bidwriter.bids.leaves import leaves_of
from bidwriter.bids.principles import items
from bidwriter.kinds.kinds import ROW_TYPES, AnyQuestion
from bidwriter.kinds.tables.cost_lines import PAYERS, CostLines
from bidwriter.kinds.values import choice, declarations, yes_no

_CELL_KINDS = {
    "quantity": "number", "unit-cost": "money", "total": "money", "payer": "choose-one",
    "councils": "councils", "council": "council", "principle": "principle", "lead": "yes-no",
    "signed": "yes-no", "agreed": "yes-no", "signed-on": "date",
    "stage": "stage", "category": "choose-one",
}  # fmt: skip


class PlaceRow(NamedTuple):
    """One place. `allowed` is empty where any value of the kind will do; `value` is what is
    there."""

    place: str
    kind: str
    name: str
    allowed: tuple[str, ...] = ()
    asked: bool = True
    value: object = None


def places_of(bid: Bid) -> tuple[PlaceRow, ...]:
    """All places: questions (those not asked in this phase too), rows, cells, evidence, marks."""
    values = leaves_of(bid)
    asked = {question.id for question in bid.asked}
    rows = [*_question_places(bid, asked), *_evidence_places(bid), *_other_places(bid)]
    return tuple(row._replace(value=values.get(row.place)) for row in rows)


def _question_places(bid: Bid, asked: set[str]) -> Iterator[PlaceRow]:
    for question in bid.round.questions:
        is_asked = question.id in asked
        if question.kind not in ROW_TYPES:
            yield PlaceRow(question.id, question.kind, question.name, allowed(question), is_asked)
            continue
        yield PlaceRow(
            f"{question.id}/+", "row as JSON", f"A new row of {question.name}", (), is_asked
        )
        for row in rows_of(bid, question.id):
            yield PlaceRow(f"{question.id}/{row.id}", "row", row.title, (), is_asked)
        for id_ in (*(row.id for row in rows_of(bid, question.id)), "ROW"):
            for field in cell_names(question.kind):
                kind = _CELL_KINDS.get(field, "short-text")
                place = f"{question.id}/{id_}/{field}"
                allowed_ = _cell_allowed(bid, question, field)
                yield PlaceRow(place, kind, field, allowed_, is_asked)


def cell_names(kind: str) -> tuple[str, ...]:
    """The cells of a row, in order."""
    fields = ROW_TYPES[kind].model_fields.items()
    return tuple(info.alias or name for name, info in fields if name not in ("id", "order"))


def allowed(question: AnyQuestion) -> tuple[str, ...]:
    """The values that a question takes, where they can be listed."""
    match question:
        case choice.ChooseOne() | choice.ChooseSeveral():
            own = ("or your own words",) if question.other else ()
            return tuple(option.id for option in question.options) + own
        case declarations.Declarations():
            return tuple(statement.id for statement in question.statements)
        case yes_no.YesNo():
            return ("yes", "no")
        case _:
            return ()


def _cell_allowed(bid: Bid, question: AnyQuestion, field: str) -> tuple[str, ...]:
    match field:
        case "category" if isinstance(question, CostLines):
            return tuple(option.id for option in question.kinds_of_cost)
        case "payer":
            return tuple(PAYERS)
        case "principle":
            return tuple(str(p.number) for p in bid.round.principles)
        case "lead" | "signed" | "agreed":
            return ("yes", "no")
        case "councils":
            return ("all", *(p.key for p in bid.partners if p.key))
        case _:
            return ()


def _evidence_places(bid: Bid) -> Iterator[PlaceRow]:
    for item in items(bid):
        for principle in bid.round.principles:
            place = f"evidence/{item.place}/{principle.number}"
            name = f"{item.title} shows {principle.name}"
            yield PlaceRow(place, "evidence", name, ("strong", "some", "none"))
            yield PlaceRow(f"{place}/reason", "short-text", f"Why {item.title} shows it")
            if bid.round.commitments:
                ids = tuple(commitment.id for commitment in bid.round.commitments)
                yield PlaceRow(f"{place}/commitment", "choose-one", "The commitment it keeps", ids)


def _other_places(bid: Bid) -> Iterator[PlaceRow]:
    for question in bid.asked:
        yield PlaceRow(
            f"finished/{question.id}", "yes-no", f"{question.name} is finished", ("yes", "no")
        )
    for conflict in bid.conflicts:
        name = f"Two copies disagree on {conflict.place}"
        ways = ("mine", "theirs", "or other words")
        yield PlaceRow(f"conflicts/{conflict.id}", "conflict", name, ways)
    yield PlaceRow("own-deadline", "date", "The team's own deadline")
    for attachment in bid.attachments:
        yield PlaceRow(f"attachments/{attachment.sha256}", "short-text", attachment.name)
        yield PlaceRow(
            f"attachments/{attachment.sha256}/about", "short-text", f"What {attachment.name} is"
        )
