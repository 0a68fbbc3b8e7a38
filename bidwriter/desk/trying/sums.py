"""Whether sums can be found that keep to bounds: exactly, in fractions, so that “there are none” is
proved. The bounds of money in packs are sums of lines that are no less, or no more, than something
or than a share of other lines; that is all this knows."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

_LARGEST, _MOST_STEPS = 60_000, 400  # of a table of bounds by lines; of the search


class Bound(NamedTuple):
    """That the sum of `of[i]` × line i is `least` or more."""

    of: tuple[Fraction, ...]
    least: Fraction


class TooManyError(Exception):
    """More than is looked at."""


def no_more(of: Sequence[Fraction], most: Fraction) -> Bound:
    """The bound from above, turned round."""
    return Bound(tuple(-one for one in of), -most)


def amounts(bounds: Sequence[Bound], many: int) -> tuple[Fraction, ...] | None:
    """What each of `many` lines comes to, nought or more, so that all bounds are kept; most of them
    nought. None where there are no such sums. Raises TooManyError."""
    rows = len(bounds)
    width = many + 2 * rows + 1
    if rows * width > _LARGEST:
        raise TooManyError
    table, base = _begun(bounds, many)
    short = [sum((row[at] for row, in_ in zip(table, base, strict=True) if in_ >= many + rows),
                 Fraction(0)) for at in range(width)]  # fmt: skip
    for _ in range(_MOST_STEPS):
        enters = next((at for at in range(many + rows) if short[at] > 0), None)
        if enters is None:
            break
        ratios = [(row[-1] / row[enters], base[at], at) for at, row in enumerate(table)
                  if row[enters] > 0]  # fmt: skip
        if not ratios:
            break
        leaves = min(ratios)[2]
        _turned(table, leaves, enters)
        if factor := short[enters]:
            short = [a - factor * b if b else a for a, b in zip(short, table[leaves], strict=True)]
        base[leaves] = enters
    else:
        raise TooManyError
    if short[-1] > 0:
        return None
    found = [Fraction(0)] * many
    for row, at in zip(table, base, strict=True):
        if at < many:
            found[at] = row[-1]
    return tuple(found)


def _begun(bounds: Sequence[Bound], many: int) -> tuple[list[list[Fraction]], list[int]]:
    """Each bound as a row: lines, what is over it, what is short of it, and what it comes to."""
    rows = len(bounds)
    table, base = [], []
    for at, bound in enumerate(bounds):
        row = [*bound.of, *[Fraction(0)] * (2 * rows), bound.least]
        row[many + at] = Fraction(-1)
        if bound.least <= 0:  # kept where every line is nought
            row = [-one for one in row]
            base.append(many + at)
        else:
            row[many + rows + at] = Fraction(1)
            base.append(many + rows + at)
        table.append(row)
    return table, base


def _turned(table: list[list[Fraction]], at: int, enters: int) -> None:
    """The row `at` solved for the line that enters, which is taken out of all others."""
    pivot = table[at][enters]
    table[at] = [one / pivot if one else one for one in table[at]]
    for other, row in enumerate(table):
        if other != at and (factor := row[enters]):
            table[other] = [a - factor * b if b else a for a, b in zip(row, table[at], strict=True)]
