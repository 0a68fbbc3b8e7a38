"""The public copy: a bid without personal contact data and without people's names. All of its
package is made from that bid alone, so nothing else can come into it."""

from typing import Any

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.record import record

WITHHELD: dict[str, Any] = {"withheld": True}


def public_bid(full: Bid, ticked: frozenset[str] = frozenset()) -> Bid:
    """What a public copy of `full` holds, with the attachments that were ticked one by one. The
    consent answer makes no difference."""
    return without_personal(without_attachments(full, ticked))


def public_record(full: Bid, ticked: frozenset[str]) -> dict[str, Any]:
    """The record of the public bid, with `{"withheld": true}` for every answer that it lacks.

    It states the hash of what it holds and not that of the full bid: a telephone number has so few
    digits that it could be found by trying which one leads to the full bid's hash."""
    shown = public_bid(full, ticked)
    made = record(shown, whole=False)
    withheld = {q.id for q in full.asked if q.personal and full.answer(q.id) is not None}
    changed = {"changed": {"who": {}, "when": made["changed"]["when"]}} if "changed" in made else {}
    told = {name: value for name, value in made.items() if name != "content-hash"}
    return {
        **told,
        **changed,
        "audience": "public",
        "public-hash": content_hash(shown),
        "questions": [_told(entry, withheld) for entry in made["questions"]],
    }


def without_personal(bid: Bid) -> Bid:
    """`bid` without the answers to questions marked personal and without people's names: no sum and
    no live figure in its prose can tell them either."""
    personal = {question.id for question in bid.round.questions if question.personal}
    changed = Stamp(who=Person(), when=bid.changed.when) if bid.changed else None
    kept = tuple(answer for answer in bid.answers if answer.question not in personal)
    said = tuple(e for e in bid.evidence if e.place.question not in personal)
    return rebuilt(bid, answers=kept, evidence=said, changed=changed)


def without_attachments(bid: Bid, ticked: frozenset[str]) -> Bid:
    """`bid` with only the attachments that were ticked."""
    return rebuilt(bid, attachments=tuple(a for a in bid.attachments if a.sha256 in ticked))


def _told(entry: dict[str, Any], withheld: set[str]) -> dict[str, Any]:
    if entry["id"] not in withheld:
        return entry
    return {**entry, "answer": WITHHELD, "text": WITHHELD, "count": 0}
