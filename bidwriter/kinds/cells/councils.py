"""Cells that name councils: one council, or those of the bid that a row belongs to."""

import re
from collections.abc import Iterator
from typing import Any

from typing_extensions import override

from bidwriter.kinds.around import Around, Surroundings
from bidwriter.kinds.cells.cell import Cell, Misfit
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.values import body
from bidwriter.kinds.values.lists import split_list

ALL = "all"
_ALL_WORDS = re.compile(
    r"all(?: (?:of (?:us|them)|two|three|four|five|six|seven|eight|nine|\d+|councils|partners))*"
    r"|both|every (?:council|partner)",
    re.IGNORECASE,
)
_LEAD = ("lead", "lead council", "lead authority", "the lead")
_MANY = ("", "", "Both", "three", "four", "five", "six", "seven", "eight", "nine")
_MOST_OFFERED = 12
_MOST_NAMED = 500  # as many as a row can hold; each is looked for by name
# What people add to a name: "Hambleton District Council" is Hambleton.
_ADDED = {"council", "district", "borough", "county", "city", "metropolitan", "unitary", "the"}


class OneCouncil(Cell):
    """A council or body, kept in its written form."""

    kind = "council"

    @override
    def leaf(self, value: Any) -> Leaf:
        return str(value)

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return str(body.parse(typed, around.bid.day_of_register))

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else body.title_of(str(leaf))


class Councils(Cell):
    """Councils of the bid by key, or all of them."""

    kind = "councils"
    is_chosen = True
    nothing: Leaf = ()
    doubtful = "No council in the bid or the register has this name"

    @override
    def leaf(self, value: Any) -> Leaf:
        return tuple(str(part) for part in value)

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        if _ALL_WORDS.fullmatch(typed.strip()):
            return (ALL,)
        if typed.lstrip().startswith("["):
            parts = split_list(typed)
            if parts == (ALL,):
                return parts
            return tuple(_sure_key(part, around) for part in parts)
        return _several(typed, around)

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        if leaf == (ALL,):
            return "all of them"
        names = {partner.key: partner.title for partner in around.bid.partners if partner.key}
        return ", ".join(names.get(key) or body.title_of(key) for key in _keys(leaf))

    @override
    def short(self, leaf: Leaf, around: Around) -> str:
        """ "All four", or the names."""
        if leaf == (ALL,):
            return all_words(around.bid)
        names = {p.key: p.short_name for p in around.bid.partners if p.key}
        return ", ".join(names.get(key, key) for key in _keys(leaf))

    @override
    def typed(self, leaf: Leaf, around: Around) -> str:
        if leaf == (ALL,):
            return all_words(around.bid)
        return "; ".join(_name_that_reads_back(key, around) for key in _keys(leaf))

    @override
    def allowed(self, around: Around) -> tuple[str, ...]:
        return (ALL, *(partner.key for partner in around.bid.partners if partner.key))

    @override
    def readings(self, words: str, around: Around) -> tuple[tuple[str, str], ...]:
        keys = [partner.key for partner in around.bid.partners if partner.key][:_MOST_OFFERED]
        all_ = [("All of them", ALL)] if len(keys) > 1 else []
        return (*all_, *((council_name(around.bid, key), key) for key in keys))

    @override
    def misfits(self, leaf: Leaf, around: Around) -> Iterator[Misfit]:
        known = {partner.key for partner in around.bid.partners} | {ALL}
        for key in _keys(leaf):
            if key not in known:
                detail = f"{body.title_of(key)} is not one of the partners"
                yield Misfit("Choose a council in the bid for {}", detail)


def _keys(leaf: Leaf) -> tuple[str, ...]:
    return leaf if isinstance(leaf, tuple) else ()


def all_words(bid: Surroundings) -> str:
    """ "All four", by the number of partners."""
    many = len([partner for partner in bid.partners if partner.key])
    if many == 2:
        return _MANY[2]
    return f"All {_MANY[many] if 2 < many < len(_MANY) else many}" if many > 1 else "All partners"


def council_name(bid: Surroundings, key: str) -> str:
    """The council that rows call `key`: its short name, where no other partner has it."""
    for partner in bid.partners:
        if partner.key == key and key:
            same = [p for p in bid.partners if p.key and p.short_name == partner.short_name]
            return partner.short_name if len(same) == 1 else partner.title
    return body.title_of(key)


def _name_that_reads_back(key: str, around: Around) -> str:
    name = council_name(around.bid, key)
    return name if _key(name, around) == key else key


# --- reading ---------------------------------------------------------------------------------


def _several(typed: str, around: Around) -> tuple[str, ...]:
    """One council, or several parted by marks; a name that holds a mark is tried whole first."""
    whole = _key(typed, around)
    if whole:
        return (whole,)
    for marks in (r"[;\n]", r"[;\n/&+]|,| and "):
        parts = [part for part in re.split(marks, typed) if part.strip()][: _MOST_NAMED + 1]
        if len(parts) > _MOST_NAMED:
            raise NotAllowedError("These are more councils than one cell can name")
        keys = [_key(part, around) for part in parts]
        if keys and all(keys):
            return tuple(dict.fromkeys(keys))
    return tuple(_sure_key(part, around) for part in re.split(r"[;\n]", typed) if part.strip())


def _sure_key(typed: str, around: Around) -> str:
    """The key that typed words mean. Raises NotAllowedError, which says what would do."""
    return _key(typed, around) or str(body.parse(typed, around.bid.day_of_register))


def _key(typed: str, around: Around) -> str:
    """The key of a partner by name or code, or of a council in the register; "" for none."""
    named = [partner for partner in around.bid.partners if partner.key]
    if typed.strip().casefold() in _LEAD:
        lead = next((partner.key for partner in named if partner.is_lead), "")
        if lead:
            return lead
    for partner in named:
        if typed.strip() in (partner.key, partner.title):
            return partner.key
    wanted = _simple(typed)
    for partner in named:
        simple = (_simple(partner.short_name), _simple(partner.title), partner.key.casefold())
        if wanted in simple:
            return partner.key
    try:
        return str(body.parse(typed, around.bid.day_of_register))
    except NotAllowedError:
        return ""


def _simple(name: str) -> str:
    words = name.casefold().replace(",", " ").split()
    return " ".join(word for word in words if word not in _ADDED) or name.casefold().strip()


COUNCIL, COUNCILS = OneCouncil(), Councils()
