"""THE SHEET: what one copy of a bid may print, worked out once.

In a public copy the answers to questions marked personal are gone from the sheet's bid, so no
part of the document can print them by mistake.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Literal

from bidwriter.bids.bid import Bid, Evidence, Strength
from bidwriter.bids.places import Place
from bidwriter.bids.principles import Item, effective, evidence_of, items
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.figures import Figures, figures
from bidwriter.exports.public import without_personal
from bidwriter.kinds.kinds import AnyQuestion

Status = Literal["final", "draft"]
Audience = Literal["full", "public"]

_UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands for the date of a bid that nobody has changed yet (the oldest a zip can hold)."""


@dataclass(frozen=True)
class Sheet:
    """A bid as one copy prints it. `figures` and `content_hash` are of what it holds."""

    bid: Bid
    figures: Figures
    content_hash: str
    strengths: dict[tuple[str, int], Strength]
    status: Status = "final"
    audience: Audience = "full"

    @property
    def public(self) -> bool:
        """Whether this copy is for everyone."""
        return self.audience == "public"

    def hides(self, question: AnyQuestion) -> bool:
        """Whether this copy withholds the answer to a question."""
        return self.public and question.personal

    @property
    def title(self) -> str:
        """The bid's title, or what stands for it."""
        question = self.bid.round.by_id.get(self.bid.round.cover.title)
        if question and self.hides(question):
            return "A bid whose title is withheld"
        return self.bid.title or "A bid with no title yet"

    @property
    def changed(self) -> datetime | None:
        """When the bid was last changed, in UTC."""
        return self.bid.changed.when.astimezone(UTC) if self.bid.changed else None

    @property
    def dated(self) -> datetime:
        """The one date in the file's own data."""
        return self.changed or _UNDATED

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Everything in this phase that can show a principle."""
        return items(self.bid)

    @cached_property
    def evidence(self) -> dict[tuple[Place, int], Evidence]:
        """What is said of each item and principle."""
        return evidence_of(self.bid)

    def strength(self, place: str, principle: int) -> Strength | None:
        """The strength that counts; None where nothing is said."""
        return self.strengths.get((place, principle))


def make_sheet(bid: Bid, status: Status, audience: Audience) -> Sheet:
    """The sheet for one copy."""
    shown = without_personal(bid) if audience == "public" else bid
    return Sheet(shown, figures(shown), content_hash(shown), _strengths(shown), status, audience)


def _strengths(bid: Bid) -> dict[tuple[str, int], Strength]:
    said = evidence_of(bid)
    return {
        (item.place, principle.number): effective(bid, item, evidence)
        for item in items(bid)
        for principle in bid.round.principles
        if (evidence := said.get((item.place, principle.number)))
    }
