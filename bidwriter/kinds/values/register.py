"""A register: one entry of a long list that comes with the pack, such as areas or charities.

A list has thousands of entries, and every bid carries its pack. So it is one text in the pack's
data, an entry a line, which costs reading a bid next to nothing; it is taken apart when it is used.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field
from typing_extensions import override

from bidwriter.councils.names import folded
from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import NotAllowedError, OneLine, one_line
from bidwriter.kinds.question import Fault, Question

MOST_ENTRIES, LARGEST = 20_000, 2_000_000  # entries; characters of them all, or bytes of a file
FILE_NAME = r"^[A-Za-z0-9][A-Za-z0-9 _.-]{0,75}\.(csv|txt)$"
_NAMED = 3  # entries that a refusal names


def _not_too_many(entries: str) -> str:
    if entries.count("\n") >= MOST_ENTRIES:
        raise ValueError(f"has more than {MOST_ENTRIES:,} entries")
    return entries


class Register(Question):
    """A question answered by an entry of a list. `from_` is the pack's file that holds it, and
    `entries` what stands in it: an id, a tab and a label in each line, or both in one."""

    answer: ClassVar[Any] = OneLine
    missing: ClassVar[str] = "Find an answer to “{name}”"
    icon: ClassVar[str] = "search"
    since: ClassVar[int] = 2

    kind: Literal["register"] = "register"
    from_: str = Field(default="", pattern=rf"{FILE_NAME}|^$")
    entries: Annotated[
        str, Field(max_length=LARGEST, repr=False), AfterValidator(_not_too_many)
    ] = ""
    other: bool = False

    @cached_property
    def labels(self) -> dict[str, str]:
        """The entries: id → label, in the list's order; of two with one id, the first."""
        found: dict[str, str] = {}
        for line in self.entries.split("\n") if self.entries else ():
            id_, _, label = line.partition("\t")
            found.setdefault(id_, label or id_)
        return found

    @cached_property
    def _folded(self) -> tuple[tuple[str, str], ...]:
        """Each entry's label as it is compared, and its id."""
        return tuple((folded(label), id_) for id_, label in self.labels.items())

    def find(self, words: str, most: int = 50) -> tuple[str, ...]:
        """The ids of entries that hold all of these words, those that begin so first."""
        wanted = folded(words).split()
        if not wanted:
            return ()
        begins: list[str] = []
        holds: list[str] = []
        for label, id_ in self._folded:
            if all(word in label or word in id_.casefold() for word in wanted):
                (begins if label.startswith(wanted[0]) else holds).append(id_)
        return tuple((begins + holds)[:most])

    @override
    def parse(self, typed: str, around: Around) -> Any:
        words = one_line(typed)
        named = self._called(words)
        if len(named) == 1:
            return named[0]
        if words in self.labels:
            return words
        if named:
            ids = ", ".join(named[:_NAMED])
            raise NotAllowedError(f"There is more than one “{words[:60]}”: write {ids}")
        if self.other:
            return super().parse(words, around)
        near = "; ".join(f"{self.labels[id_]}" for id_ in self.find(words, _NAMED))
        also = f". Did you mean: {near}?" if near else ". Type part of a name to find it"
        raise NotAllowedError(f"“{words[:60]}” is not in the list{also}")

    def _called(self, words: str) -> list[str]:
        """The ids of entries with this label; where there is none, with one that reads alike."""
        exact = [id_ for id_, label in self.labels.items() if label == words]
        wanted = folded(words)
        return exact or [id_ for label, id_ in self._folded if wanted and label == wanted]

    @override
    def text(self, value: Any) -> str:
        return self.labels.get(value, str(value))

    @override
    def misfits(self, value: Any) -> Iterator[str]:
        if not self.other and value not in self.labels:
            yield f"Choose again: the list of this round has no “{value[:60]}”"

    @override
    def wanted(self) -> str:
        own = ", or write your own words" if self.other else ""
        return f"Type part of a name to find it{own}"

    @override
    def faults(self) -> Iterator[Fault]:
        yield from self._own_faults

    @cached_property
    def _own_faults(self) -> tuple[Fault, ...]:
        if not self.entries:
            remedy = 'Name a file in the folder of the pack, like from = "areas.csv"'
            return (Fault("from", "There is no list to find anything in", remedy),)
        names = {label.casefold(): id_ for id_, label in self.labels.items()}
        for id_, label in self.labels.items():
            if names[label.casefold()] != id_:
                words = f"Two entries are called “{label[:60]}”"
                return (Fault("from", words, "Give each a label of its own"),)
            if names.get(id_.casefold(), id_) != id_:
                words = f"“{id_[:60]}” is the id of one entry and the label of another"
                return (Fault("from", words, "Give one of them another"),)
        return ()
