"""What the joining view says of the copies: who they are from, what they share with the bid, and
what came from which. Pure words, no widgets."""

from collections.abc import Mapping
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import diff
from bidwriter.bids.conflict import Conflict
from bidwriter.bids.joining.brought import Brought
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.telling.doubtful import sentences
from bidwriter.bids.telling.sides import Side, capital, copies_title, day_words, side_of, when_words
from bidwriter.desk.joining import JoinedCopies


class Story(NamedTuple):
    """`title` and `about` head the view. `sides` and `bases` are by the name of the copy's file:
    who it is from, and the version that it and the bid come from. `origins` are by place.
    `look_at` are sentences about what joined and may still be wrong."""

    title: str
    about: str
    own: Person
    sides: Mapping[str, Side] = {}
    bases: Mapping[str, Stamp | None] = {}
    origins: Mapping[str, tuple[Side, ...]] = {}
    note: str = ""
    look_at: tuple[str, ...] = ()
    is_joining: bool = True

    @property
    def finish(self) -> str:
        """The words of the button that applies it all."""
        return "Finish joining" if self.is_joining else "Finish deciding"

    def side(self, conflict: Conflict) -> Side:
        """The other side of a conflict."""
        if conflict.file in self.sides:
            return self.sides[conflict.file]
        return side_of(conflict.theirs_by.who if conflict.theirs_by else None, self.own)

    def beginning(self, conflict: Conflict, noun: str) -> str:
        """ "Show the paragraph as it was on Wed 31 Oct 2018"."""
        base = self.bases.get(conflict.file)
        if base is None:
            return f"Show the {noun} as it was before either of you changed it"
        return f"Show the {noun} as it was on {day_words(base)}"

    def origin(self, thing: Brought) -> tuple[Side, ...]:
        """Whose copies something came from."""
        found = dict.fromkeys(s for e in thing.edits for s in self.origins.get(e.place, ()))
        return tuple(found) or tuple(dict.fromkeys(self.sides.values()))


def story_of(copies: JoinedCopies, own: Person) -> Story:
    """The story of copies just joined."""
    sides = copies.sides(own)
    files = [other.copy.file for other in copies.others]
    return Story(
        title=f"Join {copies_title(zip(sides, files, strict=True))}",
        about=_about(copies, own),
        own=own,
        sides=dict(zip(files, sides, strict=True)),
        bases=dict(zip(files, copies.bases, strict=True)),
        origins=_origins(copies, sides),
        note=_note(copies),
        look_at=sentences(copies.joining.bid, copies.joining.doubtful),
    )


def story_of_left(bid: Bid, own: Person) -> Story:
    """The story of what an earlier joining left to decide."""
    files = dict.fromkeys(conflict.file for conflict in bid.conflicts if conflict.file)
    names = _and([f"“{file}”" for file in files])
    were = "was" if len(files) == 1 else "were"
    about = f"Left to decide when {names} {were} joined" if files else ""
    return Story("Decide what copies disagree on", about, own, is_joining=False)


def listed(sides: tuple[Side, ...]) -> str:
    """ "Scarborough", "Scarborough and the copy"."""
    return _and([side.subject for side in sides]) or "the copy"


def _and(names: list[str]) -> str:
    *first, last = names or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _about(copies: JoinedCopies, own: Person) -> str:
    if len(copies.others) > 1:
        sides = copies.sides(own)
        names = [
            side.name or f"“{other.copy.file}”"
            for side, other in zip(sides, copies.others, strict=True)
        ]
        apart = f"{len(copies.joining.strangers)} of them share no version with your bid"
        return "  ·  ".join([", ".join(names), *([apart] if copies.joining.strangers else [])])
    (other,) = copies.others
    parts = []
    if copies.joining.strangers:
        parts.append("It shares no version with your bid, so every difference is shown")
    elif copies.bases[0]:
        parts.append(f"Both come from the version of {when_words(copies.bases[0])}")
    changed = other.copy.bid.changed
    if changed:
        by = f" by {changed.who.name}" if changed.who.name else ""
        parts.append(f"last changed {when_words(changed)}{by}")
    return capital("  ·  ".join(parts))


def _note(copies: JoinedCopies) -> str:
    """What cannot be joined, and what brought nothing."""
    said = [f"“{file}” brings nothing new." for file in copies.joining.known]
    many = len(copies.joining.left_out)
    if many:
        what = "1 part of the copy" if many == 1 else f"{many} parts of the copies"
        said.append(f"{what} answers what your round does not ask, and is left out.")
    return " ".join(said)


def _origins(copies: JoinedCopies, sides: tuple[Side, ...]) -> dict[str, tuple[Side, ...]]:
    found: dict[str, tuple[Side, ...]] = {}
    before = copies.mine.copy.bid
    for side, after in zip(sides, copies.after, strict=True):
        for edit in diff(before, after):
            found[edit.place] = (*found.get(edit.place, ()), side)
        before = after
    return found
