"""Made-up right answers of the kinds with parts."""

from bidwriter.desk.trying.setting import Setting
from bidwriter.kinds.parts.address import Address, Postal
from bidwriter.kinds.parts.contact import Contact, Person


def address(question: Address, setting: Setting) -> Postal:  # noqa: ARG001
    """An address that is nobody's: no post goes to ZZ99."""
    return Postal(
        line_1="Made-up House", line_2="Made-up Street", town="Made-up Town",
        county="Made-up County", postcode="ZZ99 3WZ",
    )  # fmt: skip


def contact(question: Contact, setting: Setting) -> Person:  # noqa: ARG001
    """Nobody: the number and the address are kept free for examples."""
    return Person(
        name="A Made-up Person", post="Made-up Post", email="made.up@example.org",
        phone="01632 960001",
    )  # fmt: skip
