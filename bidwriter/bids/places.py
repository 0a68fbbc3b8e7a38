"""Places: every part of a bid that can be changed, linked to or spoken of has one written form.

approach                          an answer
cost-lines/k3m9t2vbxq             a row
cost-lines/k3m9t2vbxq/unit-cost   a cell
evidence/approach/3               that an item shows a principle, and how strongly
evidence/approach/3/reason        why
finished/approach                 the officer's own mark
attachments/<sha-256>             an attachment's name; /about, /type, /size
own-deadline, round               the team's deadline; the round pack
comments/<id>, conflicts/<id>     what the team says; what two copies disagree on
"""

from typing import NamedTuple

from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.rounds.round import RESERVED_IDS

EVIDENCE_FIELDS = ("reason", "commitment")


class Place(NamedTuple):
    """`root` is a question's id or a reserved word; `row` and `field` may be empty. For evidence,
    `item` is the written form of the place that shows the principle."""

    root: str
    row: str = ""
    field: str = ""
    item: str = ""
    principle: int = 0

    def __str__(self) -> str:
        if self.root == "evidence":
            parts = ["evidence", self.item, str(self.principle), self.field]
        else:
            parts = [self.root, self.row, self.field]
        return "/".join(part for part in parts if part)


def read_place(text: str) -> Place:
    """The place with this written form. Raises NotAllowedError."""
    parts = text.split("/")
    if not all(parts) or len(text) > 400:
        raise NotAllowedError(f"“{text[:80]}” is not a place in a bid")
    if parts[0] == "evidence":
        return _read_evidence(text, parts[1:])
    if len(parts) > 3:
        raise NotAllowedError(f"“{text[:80]}” is not a place in a bid")
    root, row, field = (*parts, "", "")[:3]
    return Place(root, row, field)


def evidence_place(item: str, principle: int, field: str = "") -> Place:
    """The place of the evidence that `item` shows `principle`."""
    return Place("evidence", field=field, item=item, principle=principle)


def question_of(text: str) -> str:
    """The question that a written place belongs to; "" if to none."""
    parts = text.split("/")
    if parts[0] in ("evidence", "finished") and len(parts) > 1:
        return parts[1]
    return "" if parts[0] in RESERVED_IDS else parts[0]


def _read_evidence(text: str, parts: list[str]) -> Place:
    field = parts.pop() if parts and parts[-1] in EVIDENCE_FIELDS else ""
    if len(parts) < 2 or not parts[-1].isdecimal() or len(parts[-1]) > 1:
        raise NotAllowedError(f"“{text[:80]}” is not a place in a bid; write evidence/PLACE/NUMBER")
    return evidence_place("/".join(parts[:-1]), int(parts[-1]), field)
