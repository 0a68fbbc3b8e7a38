"""The other side of a joining by name: the council, the person, or just the copy."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from bidwriter.bids.person import Person, Stamp
from bidwriter.councils.register import council
from bidwriter.kinds.values.day import show as show_day


class Side(NamedTuple):
    """`name` is a council or a person; "" where only the copy can be named."""

    name: str = ""

    @property
    def subject(self) -> str:
        """As in: "Scarborough changed it", "the copy changed it"."""
        return self.name or "the copy"

    @property
    def whose(self) -> str:
        """As in: "Use Scarborough’s", "Use the copy’s"."""
        return possessive(self.subject)

    @property
    def heading(self) -> str:
        """As it begins a sentence or stands over a card: "Scarborough’s", "The copy’s"."""
        return capital(self.whose)


def capital(words: str) -> str:
    """With a capital, as it begins a sentence."""
    return words[:1].upper() + words[1:]


def possessive(name: str) -> str:
    """ "Scarborough’s", "St Helens’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def side_of(who: Person | None, own: Person) -> Side:
    """How to call somebody beside `own`: by council, or where that is the same or not known, by
    name."""
    if who is None or who.is_same(own):
        return Side()
    found = council(who.council) if who.council else None
    if found and who.council != own.council:
        return Side(found.name)
    return Side(who.name)


def copies_title(files: Iterable[tuple[Side, str]]) -> str:
    """ "Scarborough’s copy", "“team.bid”" or "3 copies"."""
    several = list(files)
    if len(several) != 1:
        return f"{len(several)} copies"
    side, file = several[0]
    return f"{possessive(side.name)} copy" if side.name else f"“{file}”"


def when_words(stamp: Stamp) -> str:
    """ "Thu 1 Nov 2018 09:12", in the computer's own time."""
    return moment_words(stamp.when)


def moment_words(when: datetime) -> str:
    """As `when_words`, of a moment that is nobody's."""
    local = when.astimezone()
    return f"{show_day(local.date())} {local:%H:%M}"


def day_words(stamp: Stamp) -> str:
    """ "Thu 1 Nov 2018"."""
    return show_day(stamp.when.astimezone().date())
