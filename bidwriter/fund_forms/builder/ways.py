"""The ways through a form: the order of its pages, and the cases in which each is reached.

On leaving a page the builder takes the first way whose condition holds, else the way without one.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bidwriter.fund_forms.builder.conditions import Conditions
from bidwriter.fund_forms.builder.values import Data, parts, text
from bidwriter.fund_forms.cases import (
    ALWAYS,
    NEVER,
    Cases,
    TangledError,
    any_of,
    both,
    opposite,
)
from bidwriter.fund_forms.comparing import UnclearError

TANGLED = "there are too many cases"


class _Way(NamedTuple):
    to: str
    condition: str


class Reached(NamedTuple):
    """A page, and the cases in which it is reached; None where no round can say them, and why."""

    page: Data
    cases: Cases | None
    why: str = ""


def pages_in_order(form: Data) -> tuple[Data, ...]:
    """The pages as they are gone through, each after all that lead to it; then those that no way
    leads to."""
    pages = {text(page, "path"): page for page in parts(form, "pages")}
    start = text(form, "startPage")
    order: list[str] = []
    for path in (start, *pages):
        _after(path, pages, order)
    reached = set(_from(start, pages)) if start in pages else set(pages)
    order.reverse()
    listed = [*(p for p in order if p in reached), *(p for p in pages if p not in reached)]
    return tuple(pages[path] for path in listed)


def reached_in(form: Data, conditions: Conditions) -> dict[str, Reached]:
    """Each page by its path, with the cases in which it is reached."""
    ordered = pages_in_order(form)
    found: dict[str, list[Cases | str]] = {text(page, "path"): [] for page in ordered}
    start = text(form, "startPage")
    made: dict[str, Reached] = {}
    for page in ordered:
        path = text(page, "path")
        made[path] = _reached(
            page, found[path], conditions, is_start=path == start or start not in found
        )
        for way, cases in _ways_on(page, made[path], conditions):
            if way.to in found and way.to not in made:  # a way back asks nothing new
                found[way.to].append(cases)
    return made


def _reached(
    page: Data, ways: list[Cases | str], conditions: Conditions, *, is_start: bool
) -> Reached:
    if is_start:
        return Reached(page, ALWAYS)
    unclear = next((way for way in ways if isinstance(way, str)), "")
    if unclear:
        return Reached(page, None, unclear)
    try:
        known = [way for way in ways if not isinstance(way, str)]
        return Reached(page, any_of(known, conditions.domain) if known else NEVER)
    except TangledError:
        return Reached(page, None, TANGLED)


def _ways_on(
    page: Data, reached: Reached, conditions: Conditions
) -> Iterator[tuple[_Way, Cases | str]]:
    """Each way from a page, and the cases in which it is taken, or why nobody can say them."""
    ways = [_Way(text(one, "path"), text(one, "condition")) for one in parts(page, "next")]
    left, why = ALWAYS, reached.why
    for way in (*(w for w in ways if w.condition), *_last_plain(ways)):
        try:
            if not why and reached.cases is not None:
                holds = conditions.named(way.condition) if way.condition else ALWAYS
                taken = both(left, holds, conditions.domain)
                left = both(left, opposite(holds, conditions.domain), conditions.domain)
                yield way, both(reached.cases, taken, conditions.domain)
                continue
        except UnclearError as error:
            why = str(error)
        except TangledError:
            why = TANGLED
        yield way, why


def _last_plain(ways: list[_Way]) -> list[_Way]:
    """The way that is taken where no condition holds."""
    return [way for way in ways if not way.condition][-1:]


def _after(path: str, pages: Mapping[str, Data], order: list[str]) -> None:
    """Append the pages that can be gone to from here, the last first; without recursion, as a form
    may be long."""
    opened = {*order, path}
    if path in order or path not in pages:
        return
    stack = [(path, iter(_next(path, pages)))]
    while stack:
        at, ways = stack[-1]
        following = next((to for to in ways if to in pages and to not in opened), None)
        if following is None:
            stack.pop()
            order.append(at)
        else:
            opened.add(following)
            stack.append((following, iter(_next(following, pages))))


def _next(path: str, pages: Mapping[str, Data]) -> list[str]:
    """Where a page leads, the last way first: what is listed first then comes first."""
    return [text(one, "path") for one in reversed(parts(pages[path], "next"))]


def _from(path: str, pages: Mapping[str, Data]) -> Iterator[str]:
    seen, left = set[str](), [path]
    while left:
        at = left.pop()
        if at in pages and at not in seen:
            seen.add(at)
            yield at
            left += _next(at, pages)
