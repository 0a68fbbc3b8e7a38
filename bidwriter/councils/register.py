"""The register of English principal councils since July 2018 (`resources/councils`).

A council is known by its GSS code; a later code for the same council finds it too. The register
has short names only, so a council shows as its place and type: "Hambleton, district".
"""

import csv
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from bidwriter.councils.names import folded, plain_name
from bidwriter.paths import RESOURCES

_JOINED = re.compile(r"\s+and\s+|&|\+|[,/]", re.IGNORECASE)


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
    """The councils that existed on `day` and whose name, type or code holds every one of `words`,
    however they are written; of an office of several councils, each.

    Names that begin with the words come first, then by name; no words find all.
    """
    wanted = folded(words).split()
    there = [council for council in councils().values() if council.existed_on(day)]
    found = [c for c in there if all(word in _haystack(c) for word in wanted)]
    if not found and (plain := plain_name(words).split()):
        found = [c for c in there if all(word in _haystack(c) for word in plain)]
    found = found or list(several(words, day))
    start = wanted[0] if wanted else ""
    return tuple(
        sorted(found, key=lambda c: (not folded(c.name).startswith(start), c.name, c.code))
    )


def named(words: str, day: date | None) -> tuple[Council, ...]:
    """The councils that `words` may name: by short name, by name and type, by a name they had, or
    by official name ("Oxford City Council", "London Borough of Camden"); those of `day` alone, if
    there are any."""
    wanted = folded(words)
    found = list(_by_name().get(wanted, ()))
    if not found and (plain := plain_name(words)):
        found = list(_by_plain_name().get(plain, ()))
        told = [c for c in found if set(folded(c.type).split()) & set(wanted.split())]
        found = told or found
    return tuple([c for c in found if day and c.existed_on(day)] or found)


def several(words: str, day: date | None) -> tuple[Council, ...]:
    """The councils of a shared office ("Adur and Worthing Councils"); none where `words` do not
    name two or more, each beyond doubt."""
    for parts in (_JOINED.split(words), re.split("[,/]", words)):
        found = [named(part, day) for part in parts if folded(part)]
        if len(found) > 1 and all(len(those) == 1 for those in found):
            return tuple(dict.fromkeys(those[0] for those in found))
    return ()


# Tables from elsewhere may name thousands of councils.
@lru_cache(maxsize=1)
def _by_name() -> dict[str, list[Council]]:
    found: dict[str, list[Council]] = {}
    for each in councils().values():
        names = (each.name, each.title, *_other_names().get(each.code, ()))
        for name in dict.fromkeys(map(folded, names)):
            found.setdefault(name, []).append(each)
    return found


@lru_cache(maxsize=1)
def _by_plain_name() -> dict[str, list[Council]]:
    found: dict[str, list[Council]] = {}
    for each in councils().values():
        for name in dict.fromkeys(map(plain_name, (each.name, *_other_names().get(each.code, ())))):
            found.setdefault(name, []).append(each)
    return found


@lru_cache(maxsize=1)
def _other_names() -> dict[str, tuple[str, ...]]:
    """Names by code that a council had, or is commonly called by."""
    found: dict[str, tuple[str, ...]] = {}
    with (RESOURCES / "councils" / "other-names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["code"]] = (*found.get(row["code"], ()), row["name"])
    return found


@lru_cache(maxsize=1)
def _by_later_code() -> dict[str, Council]:
    return {council.later_code: council for council in councils().values() if council.later_code}


@lru_cache(maxsize=1024)
def _haystack(council: Council) -> str:
    names = " ".join((council.name, *_other_names().get(council.code, ())))
    return folded(f"{names} {council.type} {council.code} {council.later_code}")


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
