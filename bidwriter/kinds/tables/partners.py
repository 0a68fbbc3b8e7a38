"""Partners: the councils and bodies in the bid, the lead among them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from bidwriter.kinds.question import OneLine, Question
from bidwriter.kinds.tables.rows import Row
from bidwriter.kinds.values.body import Body


class Partner(Row):
    """One council or body. `signed` is what the officer states of the declaration; `part` says
    in words what it does in the project."""

    council: Body | None = None
    lead: bool | None = None
    signed: bool | None = None
    signed_on: date | None = None
    agreed: bool | None = None
    part: OneLine | None = None

    @property
    def key(self) -> str:
        """How cost lines name this partner: its code, or its written form."""
        return str(self.council) if self.council else ""

    @property
    def title(self) -> str:
        """The name shown to people."""
        return self.council.title if self.council else "A partner with no name yet"

    @property
    def is_lead(self) -> bool:
        """Whether this is the lead."""
        return self.lead is True


Answer = Annotated[tuple[Partner, ...], Field(max_length=500)]


class Partners(Question):
    """A question answered by a list of councils."""

    kind: Literal["partners"] = "partners"


def lead_of(partners: tuple[Partner, ...]) -> Partner | None:
    """The first row marked as lead."""
    return next((partner for partner in partners if partner.is_lead), None)


def words(partner: Partner) -> str:
    """All that one row prints, for reading and finding."""
    role = "lead" if partner.is_lead else "partner"
    return f"{partner.title} ({role}){': ' + partner.part if partner.part else ''}"
