"""Places: every part of a bid that can be changed, linked to or spoken of has one written form.

approach                          an answer
contact/email                     a part of an answer
cost-lines/k3m9t2vbxq             a row
cost-lines/k3m9t2vbxq/unit-cost   a cell
evidence/approach/3               that an item shows a principle, and how strongly
evidence/approach/3/reason        why
finished/approach                 the officer's own mark
attachments/<sha-256>             an attachment's name; /about, /type, /size
own-deadline, round               the team's deadline; the round pack
language                          of the form: "cy"; a question's, where a round asks one so called
comments/<id>, conflicts/<id>     what the team says; what two copies disagree on

Only this file knows how a place is put together and taken apart.
"""

from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.rounds.languages import LANGUAGE as LANGUAGE_ID
from bidwriter.rounds.round import RESERVED_IDS

LONGEST = 400
_EVIDENCE_FIELDS = ("reason", "commitment")


class _Parts(NamedTuple):
    """`root` is a question's id or a reserved word. For evidence, `item` is the written form of
    what shows the principle."""

    root: str
    row: str = ""
    field: str = ""
    item: str = ""
    principle: int = 0


class Place(str):
    """A place is its written form, and knows its parts. One that comes from outside is read with
    `read_place`, which refuses what is none."""

    __slots__ = ()

    # --- its parts ---------------------------------------------------------------------------

    @property
    def root(self) -> str:
        """The question's id, or the reserved word that it begins with."""
        return _parts(self).root

    @property
    def row(self) -> str:
        """The row's id, or the part's name; of a mark, a comment, a conflict or an attachment what
        it is about."""
        return _parts(self).row

    @property
    def field(self) -> str:
        """The cell's written name; of evidence "reason" or "commitment"; "" for none."""
        return _parts(self).field

    @property
    def item(self) -> "Place":
        """What shows the principle; "" where this is no evidence."""
        return Place(_parts(self).item)

    @property
    def principle(self) -> int:
        """The principle's number; 0 where this is no evidence."""
        return _parts(self).principle

    # --- what it is --------------------------------------------------------------------------

    @property
    def is_evidence(self) -> bool:
        """Whether it says that something shows a principle."""
        return self.root == "evidence"

    @property
    def is_reserved(self) -> bool:
        """Whether it is part of no answer."""
        return self.root in RESERVED_IDS

    @property
    def is_answer(self) -> bool:
        """Whether it is a whole answer."""
        return not self.row and not self.is_reserved

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table, or a part of an answer: the round tells which."""
        return bool(self.row) and not self.field and not self.is_reserved

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a row."""
        return bool(self.row and self.field) and not self.is_reserved

    @property
    def question(self) -> str:
        """The question that it belongs to; "" if to none."""
        if self.is_evidence:
            return self.item.question
        if self.root == "finished":
            return self.row
        return "" if self.is_reserved else self.root

    # --- from one to another -----------------------------------------------------------------

    @property
    def whole(self) -> "Place":
        """The row of a cell, the evidence of a reason, the attachment of what is said of it."""
        return Place(self[: -len(self.field) - 1]) if self.field else self

    def at(self, *parts: str) -> "Place":
        """A place within this one: a row of a table, a cell of a row, a field of evidence."""
        return Place("/".join((self, *parts)))

    def showing(self, principle: int) -> "Place":
        """The evidence that what is here shows a principle."""
        return Place(f"evidence/{self}/{principle}")

    def holds(self, other: str) -> bool:
        """Whether another place is this one, or within it."""
        return other == self or other.startswith(f"{self}/")

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Text of any model becomes a place; it is written as the text it is."""
        return core_schema.no_info_after_validator_function(cls, handler(str))


OWN_DEADLINE, ROUND = Place("own-deadline"), Place("round")
LANGUAGE = Place(LANGUAGE_ID)
FINISHED, ATTACHMENTS = Place("finished"), Place("attachments")
COMMENTS, CONFLICTS = Place("comments"), Place("conflicts")
NOWHERE = Place("")


def read_place(text: str) -> Place:
    """The place with this written form. Raises NotAllowedError."""
    if not all(text.split("/")) or len(text) > LONGEST:
        raise NotAllowedError(f"“{text[:80]}” is not a place in a bid")
    parts = _parts(text)
    if parts.root == "evidence" and not parts.principle:
        raise NotAllowedError(f"“{text[:80]}” is not a place in a bid; write evidence/PLACE/NUMBER")
    if parts.root != "evidence" and text.count("/") > 2:
        raise NotAllowedError(f"“{text[:80]}” is not a place in a bid")
    return Place(text)


@lru_cache(maxsize=4096)
def _parts(text: str) -> _Parts:
    root, *rest = text.split("/")
    if root != "evidence":
        row, field = (*rest, "", "")[:2]
        return _Parts(root, row, field)
    field = rest.pop() if rest and rest[-1] in _EVIDENCE_FIELDS else ""
    number = rest.pop() if len(rest) > 1 and rest[-1].isdecimal() and len(rest[-1]) == 1 else "0"
    return _Parts(root, "", field, "/".join(rest), int(number))
