"""Comments: what the team says to each other beside a bid. They never leave in a package."""

from pydantic import AwareDatetime, Field

from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.places import Place
from bidwriter.kinds.frozen import Frozen, Words
from bidwriter.kinds.tables.rows import RowId


class Comment(Frozen):
    """One thing said: the head of a thread about the question or row at `about`, or, with
    `thread` naming that head, a reply. `quote` is the passage it is about.

    Each part that can change knows when it last did, so that two copies' parts can be joined by
    the later one. A comment with no words any more was taken back by its writer.
    """

    id: RowId
    thread: str = Field(default="", max_length=32)
    about: Place = Field(max_length=300)
    by: Person = Person()
    when: AwareDatetime
    text: Words = Field(default="", max_length=20_000)
    quote: Words = Field(default="", max_length=1_000)
    todo: bool = False  # the writer's own mark: to do
    edited: AwareDatetime | None = None
    to: Person | None = None  # for this person to settle
    assigned: AwareDatetime | None = None
    settled: bool = False
    state: Stamp | None = None  # who last settled or opened it again

    @property
    def is_head(self) -> bool:
        """Whether it begins a thread."""
        return not self.thread

    @property
    def taken_back(self) -> bool:
        """Whether its writer took it back."""
        return not self.text
