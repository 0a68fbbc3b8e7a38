"""The public copy: a record without personal contact data and without people's names."""

from typing import Any

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.record import record as recorded

WITHHELD: dict[str, Any] = {"withheld": True}


def public_record(full: Bid, ticked: frozenset[str]) -> dict[str, Any]:
    """The record of `full` with `{"withheld": true}` for every answer to a question marked
    personal, without people's names, and with the attachments that were ticked one by one.

    The consent answer makes no difference. The content hash stays that of the full bid, so that
    the two copies can be matched; nobody can work it out again from the public one."""
    bid = without_attachments(full, ticked)
    record = redacted(recorded(bid, whole=False), bid)
    told = recorded(without_personal(bid), whole=False)
    prose = {entry["id"]: entry for entry in told["questions"] if entry["kind"] == "rich-text"}
    record["questions"] = [
        entry if entry.get("answer") == WITHHELD else prose.get(entry["id"], entry)
        for entry in record["questions"]
    ]
    if "figures-in-prose" in record:
        record["figures-in-prose"] = told.get("figures-in-prose", [])
    return {**record, "content-hash": content_hash(full)}


def without_personal(bid: Bid) -> Bid:
    """`bid` without the answers to questions marked personal and without people's names: no live
    figure in its prose can tell them either."""
    personal = {question.id for question in bid.round.questions if question.personal}
    changed = Stamp(who=Person(), when=bid.changed.when) if bid.changed else None
    kept = tuple(answer for answer in bid.answers if answer.question not in personal)
    return rebuilt(bid, answers=kept, changed=changed)


def redacted(record: dict[str, Any], bid: Bid) -> dict[str, Any]:
    """`record` without personal answers and names."""
    personal = {question.id for question in bid.asked if question.personal}
    questions = [_entry(entry, personal=entry["id"] in personal) for entry in record["questions"]]
    changed = {"when": record["changed"]["when"]} if "changed" in record else None
    found = {**record, "audience": "public", "questions": questions}
    if changed:
        found["changed"] = {"who": {}, **changed}
    return found


def _entry(entry: dict[str, Any], *, personal: bool) -> dict[str, Any]:
    if not personal or "answer" not in entry:
        return entry
    return {**entry, "answer": WITHHELD, "text": WITHHELD, "count": 0}


def without_attachments(bid: Bid, ticked: frozenset[str]) -> Bid:
    """`bid` with only the attachments that were ticked."""
    return rebuilt(bid, attachments=tuple(a for a in bid.attachments if a.sha256 in ticked))
