"""In which cases something is asked: conditions over answers, joined by and, or and not, and
brought back to the one list of terms that a round can say.

A case says of some answers which they may be; cases together hold if any of them does. A `Fact` is
one thing that an answer may be: that the answer to a question is this option, or (of questions that
take several answers, and of figures) whether one thing is true of it.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import NamedTuple

from bidwriter.fund_forms.found import FoundTerm

MOST = 64  # cases: what needs more is too tangled for anybody to follow
TRUE, FALSE = "true", "false"
_SHORT = 2  # answers that are named rather than the one that is left out


class Fact(NamedTuple):
    """What a case speaks of: the answer to a question as a whole (`of` is ""), or whether this
    option is chosen in it ("=x") or its figure is at least this (">5")."""

    question: str
    of: str = ""


Case = frozenset[tuple[Fact, frozenset[str]]]
Cases = frozenset[Case]
Domains = Callable[[Fact], frozenset[str]]

ALWAYS: Cases = frozenset({frozenset()})
NEVER: Cases = frozenset()


class TangledError(Exception):
    """More cases than anybody can follow."""


def is_one_of(fact: Fact, values: Iterable[str]) -> Cases:
    """The case that a fact is one of these."""
    return frozenset({frozenset({(fact, frozenset(values))})})


def any_of(parts: Iterable[Cases], domains: Domains) -> Cases:
    """Cases in which one of these holds."""
    return simplified(frozenset(case for part in parts for case in part), domains)


def both(one: Cases, other: Cases, domains: Domains) -> Cases:
    """Cases in which both hold."""
    if len(one) * len(other) > MOST * MOST:
        raise TangledError
    met = (_met(a, b) for a in one for b in other)
    return simplified(frozenset(case for case in met if case is not None), domains)


def opposite(cases: Cases, domains: Domains) -> Cases:
    """Cases in which none of these holds."""
    return reduce(lambda left, case: both(left, _not(case, domains), domains), cases, ALWAYS)


def _not(case: Case, domains: Domains) -> Cases:
    return frozenset(
        frozenset({(fact, domains(fact) - values)})
        for fact, values in case
        if domains(fact) - values
    )


def _met(one: Case, other: Case) -> Case | None:
    found = dict(one)
    for fact, values in other:
        found[fact] = found.get(fact, values) & values
        if not found[fact]:
            return None
    return frozenset(found.items())


def simplified(cases: Cases, domains: Domains) -> Cases:
    """The same as the fewest wide cases: what follows from two of them is a case too, as long as
    it is within no other, and what is within another goes. Cases that one list of terms can say so
    become that one. Raises TangledError."""
    left: list[Case] = []
    waiting = sorted((_bare(case, domains) for case in cases), key=sorted_words)
    met = 0
    while waiting:
        case = waiting.pop(0)
        met += 1
        if len(left) > MOST or met > MOST * MOST:
            raise TangledError
        if any(_within(case, other) for other in left):
            continue
        left = [other for other in left if not _within(other, case)]
        for other in left:
            waiting += [_bare(one, domains) for one in _following(case, other)]
        left.append(case)
    return frozenset(left)


def _bare(case: Case, domains: Domains) -> Case:
    """A case without the facts that may be anything."""
    return frozenset((fact, values) for fact, values in case if values != domains(fact))


def _following(one: Case, other: Case) -> Iterable[Case]:
    """What holds because of two cases together: whichever answer one fact has, one of them does."""
    a, b = dict(one), dict(other)
    for fact in sorted(a.keys() & b.keys()):
        if a[fact] <= b[fact] or b[fact] <= a[fact]:
            continue
        rest = _met(
            frozenset((f, v) for f, v in one if f != fact),
            frozenset((f, v) for f, v in other if f != fact),
        )
        if rest is not None:
            yield rest | {(fact, a[fact] | b[fact])}


def sorted_words(case: Case) -> list[tuple[Fact, list[str]]]:
    """A case in an order that does not change."""
    return sorted((fact, sorted(values)) for fact, values in case)


def _within(case: Case, other: Case) -> bool:
    """Whether `other` holds wherever `case` does."""
    found = dict(case)
    return all(fact in found and found[fact] <= values for fact, values in other)


# --- as terms --------------------------------------------------------------------------------


def terms_of(
    cases: Cases, asked: Mapping[str, Cases], domains: Domains
) -> tuple[FoundTerm, ...] | None:
    """The terms that must all hold, where cases can be said so; None where they cannot. `asked`
    are the cases in which the deciding questions are asked themselves: a term holds only of a
    question that is asked, so what is true then need not be said."""
    found = _several_chosen(cases)
    if found is None or len(found) != 1:
        return None
    case = dict(next(iter(found)))
    for fact in sorted(case):
        implied = [
            dict(next(iter(asked[other.question])))
            for other in case
            if other != fact and len(asked.get(other.question, NEVER)) == 1
        ]
        if any(one.get(fact) is not None and one[fact] <= case[fact] for one in implied):
            del case[fact]
    terms = [_term(fact, case[fact], domains) for fact in sorted(case)]
    return None if None in terms else tuple(term for term in terms if term is not None)


def _several_chosen(cases: Cases) -> Cases | None:
    """Cases of which each names another option of one question that takes several answers are one:
    any of them is chosen."""
    if len(cases) < 2:
        return cases
    listed = [dict(case) for case in cases]
    differing = [
        {f: v for f, v in case.items() if any(c.get(f) != v for c in listed)} for case in listed
    ]
    chosen = [next(iter(part)) for part in differing if len(part) == 1]
    whose = {fact.question for fact in chosen}
    if len(chosen) != len(listed) or len(whose) != 1:
        return None
    if any(not fact.of.startswith("=") for fact in chosen):
        return None
    if any(set(part.values()) != {frozenset({TRUE})} for part in differing):
        return None
    rest = {f: v for f, v in listed[0].items() if f not in differing[0]}
    together = Fact(next(iter(whose)), "|" + "|".join(sorted(fact.of[1:] for fact in chosen)))
    return frozenset({frozenset({**rest, together: frozenset({TRUE})}.items())})


def _term(fact: Fact, values: frozenset[str], domains: Domains) -> FoundTerm | None:
    if not fact.of:
        rest = domains(fact) - values
        if len(values) > _SHORT and len(rest) == 1:
            return FoundTerm(fact.question, is_not=tuple(sorted(rest)))
        return FoundTerm(fact.question, tuple(sorted(values)))
    holds = values == {TRUE}
    if fact.of[0] == ">":
        return FoundTerm(fact.question, at_least=fact.of[1:]) if holds else None
    named = tuple(part for part in fact.of[1:].split("|") if part)
    return FoundTerm(fact.question, named) if holds else FoundTerm(fact.question, is_not=named)
