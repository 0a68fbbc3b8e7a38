"""Conflicts: where two copies changed one thing differently, and nobody has decided yet."""

import hashlib
from typing import Literal

import rfc8785
from pydantic import Field

from bidwriter.bids.person import Stamp
from bidwriter.bids.places import Place
from bidwriter.kinds.frozen import Frozen, Leaf, Words

Kind = Literal["prose", "cell", "deleted", "item"]
Moved = Literal["", "mine", "theirs"]


class Part(Frozen):
    """One place and its three values; in prose, the paragraphs concerned as Markdown."""

    place: Place = Field(max_length=400)
    base: Leaf = None
    mine: Leaf = None
    theirs: Leaf = None


class Conflict(Frozen):
    """An undecided conflict. "prose": paragraphs of one answer, which follow the paragraph
    `after` in mine; "cell": one value; "deleted": one side took away what the other changed;
    "item": several values that only make sense together.

    `moved` is who put it elsewhere, where only one did. `base_known` is false where the two copies
    share no version. `mine_by` and `theirs_by` are who wrote the two, as far as history tells;
    `file` is the joined copy's name.
    """

    kind: Kind
    parts: tuple[Part, ...] = Field(min_length=1)
    after: str = ""
    moved: Moved = ""
    base_known: bool = True
    mine_by: Stamp | None = None
    theirs_by: Stamp | None = None
    file: Words = Field(default="", max_length=300)

    @property
    def id(self) -> str:
        """The same for the same disagreement, whoever finds it."""
        said = [[p.place, _plain(p.base), _plain(p.mine), _plain(p.theirs)] for p in self.parts]
        return hashlib.sha256(rfc8785.dumps([self.kind, said])).hexdigest()[:16]

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.parts[0].place


def _plain(leaf: Leaf) -> str | bool | int | list[str] | None:
    return list(leaf) if isinstance(leaf, tuple) else leaf
