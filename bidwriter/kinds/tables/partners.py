"""Partners: the councils and bodies in the bid, the lead among them."""

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from bidwriter.kinds.cells.cell import LINE
from bidwriter.kinds.cells.choices import YES_NO
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.cells.councils import COUNCIL
from bidwriter.kinds.cells.day import DAY
from bidwriter.kinds.frozen import OneLine
from bidwriter.kinds.tables.rows import MOST_READ, Row
from bidwriter.kinds.tables.table import Table
from bidwriter.kinds.values.body import Body


def _council_changed(title: str, was: str, is_: str) -> str:
    if was and is_:
        return f"put {title} in the place of {was}"
    if is_:
        return f"set the council of {title} to “{is_}”"
    return f"cleared the council of {title}, which was “{was}”"


def _lead_changed(title: str, was: str, is_: str) -> str:  # noqa: ARG001
    return f"made {title} the lead" if is_ == "yes" else f"made {title} a partner, not lead"


def _signed_changed(title: str, was: str, is_: str) -> str:  # noqa: ARG001
    said = {"yes": "a signatory", "no": "not a signatory"}
    return f"marked {title} as {said.get(is_, 'not answered yet')}"


def _agreed_changed(title: str, was: str, is_: str) -> str:  # noqa: ARG001
    return f"marked {title} as {'agreed' if is_ == 'yes' else 'not agreed'}"


class Partner(Row):
    """One council or body. `signed` is what the officer states of the declaration; `part` says
    in words what it does in the project."""

    council: Annotated[Body | None, Column("Council", COUNCIL, tell=_council_changed)] = None
    lead: Annotated[bool | None, Column("Lead", YES_NO, tell=_lead_changed)] = None
    signed: Annotated[
        bool | None,
        Column("Signed the declaration", YES_NO, tell=_signed_changed, theme="declaration"),
    ] = None
    signed_on: Annotated[
        date | None, Column("Signed on", DAY, "the day of signing of {}", theme="declaration")
    ] = None
    agreed: Annotated[bool | None, Column("Agreed", YES_NO, tell=_agreed_changed)] = None
    part: Annotated[OneLine | None, Column("Part in the project", LINE, "the part of {}")] = None

    @property
    def key(self) -> str:
        """How cost lines name this partner: its code, or its written form."""
        return str(self.council) if self.council else ""

    @property
    @override
    def title(self) -> str:
        return self.council.title if self.council else "A partner with no name yet"

    @property
    def short_name(self) -> str:
        """The name without its type."""
        return self.council.short_name if self.council else ""

    @property
    def is_lead(self) -> bool:
        """Whether this is the lead."""
        return self.lead is True

    @property
    @override
    def words(self) -> str:
        role = "lead" if self.is_lead else "partner"
        return f"{self.title} ({role}){': ' + self.part if self.part else ''}"

    @property
    @override
    def in_full(self) -> str:
        return f"{self.title} as lead" if self.is_lead else self.title


Answer = Annotated[tuple[Partner, ...], Field(max_length=MOST_READ)]


class Partners(Table):
    """A question answered by a list of councils."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Add the councils that take part"
    of: ClassVar[type[Row]] = Partner
    row_noun: ClassVar[str] = "partner"
    most_added: ClassVar[int] = 500
    icon: ClassVar[str] = "landmark"

    kind: Literal["partners"] = "partners"
