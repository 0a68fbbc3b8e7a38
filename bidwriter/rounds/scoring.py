"""How a round is scored: the scale, the criteria with what stands below them, and their weights.

A criterion's score is the mean of its sub-criteria, by their weights where they have any, so that
the weight shown is always the weight applied. Nothing here scores a bid.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, NamedTuple

from pydantic import Field

from bidwriter.kinds.frozen import Frozen, Id, Since
from bidwriter.kinds.question import Stated


class Step(Frozen):
    """One step of the scale: its number and its word."""

    score: int = Field(ge=0, le=100)
    word: str = ""


class LooksLike(Frozen):
    """What a step of the scale looks like for one criterion."""

    score: int = Field(ge=0, le=100)
    looks_like: str


class Scored(Stated):
    """What criteria and sub-criteria share. `questions` are those that are judged by it."""

    id: Id
    name: str
    about: str = ""
    weight: int | None = Field(default=None, ge=0, le=100)
    questions: Annotated[tuple[Id, ...], Since(2)] = ()
    steps: Annotated[tuple[LooksLike, ...], Since(2)] = ()


class SubCriterion(Scored):
    """A part of a criterion; its weight counts among its neighbours."""


class Criterion(Scored):
    """What the panel scores. Weights are whole per cents. One that is `pass_or_fail` has no weight;
    a bid that scores less than `threshold` on one fails it."""

    principle: int | None = None
    threshold: Annotated[int | None, Field(ge=0, le=100), Since(2)] = None
    pass_or_fail: Annotated[bool, Since(2)] = False
    sub_criteria: Annotated[tuple[SubCriterion, ...], Since(2)] = ()


class Scoring(Stated):
    """The scale, lowest step first; the least total that passes, in per cent of the top; whether a
    criterion may be "not applicable"; how many decimals are shown; and the criteria that decide
    a tie, in order."""

    scale: tuple[Step, ...]
    threshold: int | None = Field(default=None, ge=0, le=100)
    not_applicable: bool = False
    decimals: int = Field(default=1, ge=0, le=3)
    ties: tuple[Id, ...] = ()


class ScoredUnder(NamedTuple):
    """That a question is judged by a criterion, or by a part of one (`part`, "" for none). `share`
    is how much of the whole score that is; None where the round gives no weights."""

    criterion: Criterion
    part: str
    share: Fraction | None

    @property
    def words(self) -> str:
        """ "Skills (Project delivery), 15%"; "Skills (Project delivery, 50%)" where the round does
        not say what each part counts."""
        if self.part and self.share is not None and not _are_weighed(self.criterion):
            return f"{self.part} ({self.criterion.name}, {self.criterion.weight}%)"
        name = f"{self.part} ({self.criterion.name})" if self.part else self.criterion.name
        if self.criterion.pass_or_fail:
            return f"{name}, pass or fail"
        return f"{name}, {percent(self.share)}" if self.share is not None else name


def scored_under(criteria: tuple[Criterion, ...], question: str) -> Iterator[ScoredUnder]:
    """What judges a question, in the round's order."""
    for criterion in criteria:
        whole = None if criterion.weight is None else Fraction(criterion.weight, 100)
        if question in criterion.questions:
            yield ScoredUnder(criterion, "", whole)
        weights = weights_within(criterion)
        for part in criterion.sub_criteria:
            if question in part.questions:
                share = None if whole is None else whole * weights[part.id]
                yield ScoredUnder(criterion, part.name, share)


def weights_within(criterion: Criterion) -> dict[str, Fraction]:
    """What each sub-criterion counts within its criterion; all together are 1. Without weights
    they count alike."""
    given = [part.weight for part in criterion.sub_criteria]
    whole = sum(weight or 0 for weight in given)
    if not whole:
        return {part.id: Fraction(1, len(given)) for part in criterion.sub_criteria}
    return {part.id: Fraction(part.weight or 0, whole) for part in criterion.sub_criteria}


def _are_weighed(criterion: Criterion) -> bool:
    return any(part.weight for part in criterion.sub_criteria)


def percent(share: Fraction) -> str:
    """A share in per cent, to one place where it is not whole, half up: "15%", "7.5%"."""
    tenths = (share * 1000 + Fraction(1, 2)) // 1
    whole, tenth = divmod(int(tenths), 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"
