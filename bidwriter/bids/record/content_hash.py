"""The content hash: what a sign-off is about, and by which two copies are compared."""

import hashlib
from functools import lru_cache
from typing import Any

import rfc8785

from bidwriter.bids.bid import Bid, Same
from bidwriter.kinds.kinds import adapter, table_of


def content_hash(bid: Bid) -> str:
    """SHA-256 over RFC 8785 JSON of the round's id and hash, the phase, the answers that it asks
    for, their evidence, and the names and hashes of the attachments that go with them. Nothing
    else is in it."""
    return _hashed(Same(bid))


@lru_cache(maxsize=4)  # saving and comparing ask for it again and again
def _hashed(key: Same) -> str:
    return hashlib.sha256(rfc8785.dumps(_content(key.bid))).hexdigest()


def _content(bid: Bid) -> dict[str, Any]:
    asked = {question.id for question in bid.asked}
    return {
        "round": {"id": bid.round.id, "hash": bid.round.hash},
        "phase": bid.phase,
        "answers": {
            question.id: _answer(question.kind, bid.answer(question.id))
            for question in bid.asked
            if bid.answer(question.id) is not None
        },
        "evidence": [e.model_dump(mode="json") for e in bid.evidence if e.place.question in asked],
        "attachments": sorted([a.name, a.sha256] for a in bid.attached),
    }


def _answer(kind: str, value: Any) -> Any:
    written = adapter(kind).dump_python(value, mode="json", by_alias=True, exclude_none=True)
    if table_of(kind):
        return [{key: cell for key, cell in row.items() if key != "order"} for row in written]
    return written
