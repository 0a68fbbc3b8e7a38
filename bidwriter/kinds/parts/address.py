"""A postal address."""

from typing import Annotated, Any, ClassVar, Literal

from bidwriter.kinds.cells.addresses import POSTCODE
from bidwriter.kinds.cells.cell import LINE
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.parts.parted import Part, Parted


class Postal(Parted):
    """An address in the United Kingdom."""

    line_1: Annotated[Part, Column("Address line 1", LINE, "the first line")] = None
    line_2: Annotated[Part, Column("Address line 2", LINE, "the second line")] = None
    town: Annotated[Part, Column("Town or city", LINE, "the town")] = None
    county: Annotated[Part, Column("County", LINE, "the county")] = None
    postcode: Annotated[Part, Column("Postcode", POSTCODE, "the postcode")] = None


class Address(InParts):
    """A question answered by a postal address. Funds ask for those of councils and of the places
    where something will be done, so it is not personal unless the pack says so."""

    answer: ClassVar[Any] = Postal
    whole: ClassVar[type[Parted]] = Postal
    never_needed: ClassVar[tuple[str, ...]] = ("line-2", "county")
    icon: ClassVar[str] = "landmark"

    kind: Literal["address"] = "address"
