"""The register of English principal councils since July 2018 (`resources/councils`).

A council is known by its GSS code; a later code for the same council finds it too. The register
has short names only, so a council shows as its place and type: "Hambleton, district".
"""

import csv
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from bidwriter.paths import RESOURCES


class Council(NamedTuple):
    """One council. `first` is None when it was there before July 2018, `last` when it still is;
    `successors` are the codes of the councils that took over."""

    code: str
    name: str
    type: str
    first: date | None
    last: date | None
    successors: tuple[str, ...]
    later_code: str

    @property
    def title(self) -> str:
        """Name and type, as shown to people."""
        return self.name if self.name == self.type else f"{self.name}, {self.type}"

    def existed_on(self, day: date) -> bool:
        """Whether the council was there on `day`."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@lru_cache(maxsize=1)
def councils() -> dict[str, Council]:
    """All councils by code, in order of code."""
    with (RESOURCES / "councils" / "councils.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: _read(row) for row in csv.DictReader(file)}


def council(code: str) -> Council | None:
    """The council with this code, earlier or later; None if there is none."""
    return councils().get(code) or _by_later_code().get(code)


def find(words: str, day: date) -> tuple[Council, ...]:
    """The councils that existed on `day` and whose name, type or code holds every one of `words`.

    Names that begin with the words come first, then by name; no words find all.
    """
    wanted = words.casefold().replace(",", " ").split()
    there = [council for council in councils().values() if council.existed_on(day)]
    found = [c for c in there if all(word in _haystack(c) for word in wanted)]
    if not found and (plain := plain_name(words).split()):
        found = [c for c in there if all(word in _haystack(c) for word in plain)]
    start = wanted[0] if wanted else ""
    return tuple(
        sorted(found, key=lambda c: (not c.name.casefold().startswith(start), c.name, c.code))
    )


# Words of official names that the register's short names do without.
_GENERIC = frozenset(
    (
        *("the", "of", "and", "council", "city", "borough", "district", "county"),
        *("metropolitan", "london", "royal", "unitary", "corporation"),
    )
)


def plain_name(words: str) -> str:
    """A council's name without the words that say what it is: "Oxford City Council" → "oxford"."""
    return " ".join(w for w in words.casefold().replace(",", " ").split() if w not in _GENERIC)


def named(words: str, day: date | None) -> tuple[Council, ...]:
    """The councils that `words` may name: by short name, by name and type, or by official name
    ("Oxford City Council", "London Borough of Camden"); those of `day` alone, if there are any."""
    wanted = " ".join(words.casefold().split())
    found = list(_by_name().get(wanted, ()))
    if not found and (plain := plain_name(words)):
        found = list(_by_plain_name().get(plain, ()))
        told = [c for c in found if set(c.type.casefold().split()) & set(wanted.split())]
        found = told or found
    return tuple([c for c in found if day and c.existed_on(day)] or found)


# Tables from elsewhere may name thousands of councils.
@lru_cache(maxsize=1)
def _by_name() -> dict[str, list[Council]]:
    found: dict[str, list[Council]] = {}
    for each in councils().values():
        for name in dict.fromkeys((each.name.casefold(), each.title.casefold())):
            found.setdefault(name, []).append(each)
    return found


@lru_cache(maxsize=1)
def _by_plain_name() -> dict[str, list[Council]]:
    found: dict[str, list[Council]] = {}
    for each in councils().values():
        found.setdefault(plain_name(each.name), []).append(each)
    return found


@lru_cache(maxsize=1)
def _by_later_code() -> dict[str, Council]:
    return {council.later_code: council for council in councils().values() if council.later_code}


def _haystack(council: Council) -> str:
    return f"{council.name} {council.type} {council.code} {council.later_code}".casefold()


def _read(row: dict[str, str]) -> Council:
    return Council(
        row["code"],
        row["name"],
        row["type"],
        date.fromisoformat(row["from"]) if row["from"] else None,
        date.fromisoformat(row["to"]) if row["to"] else None,
        tuple(row["successor"].split()),
        row["later_code"],
    )
