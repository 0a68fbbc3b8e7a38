"""Whom to write to: name, job title, email and telephone."""

from typing import Annotated, Any, ClassVar, Literal

from bidwriter.kinds.cells.addresses import EMAIL, PHONE
from bidwriter.kinds.cells.cell import LINE
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.parts.parted import Part, Parted


class Person(Parted):
    """Somebody to write to."""

    name: Annotated[Part, Column("Name", LINE, "the name")] = None
    post: Annotated[Part, Column("Job title", LINE, "the job title")] = None
    email: Annotated[Part, Column("Email", EMAIL, "the email address")] = None
    phone: Annotated[Part, Column("Telephone", PHONE, "the telephone number")] = None


class Contact(InParts):
    """A question answered by whom to write to. That is personal unless the pack says otherwise:
    it names a person, so a public copy leaves it out."""

    answer: ClassVar[Any] = Person
    whole: ClassVar[type[Parted]] = Person
    icon: ClassVar[str] = "users-round"

    kind: Literal["contact"] = "contact"
    personal: bool = True
