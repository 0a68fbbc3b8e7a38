"""When something of a round is asked: terms over earlier answers, all of which must hold.

    asked-when = { question = "match-used", is = ["yes"] }

There is no language of expressions: of the conditions in public forms nearly all have one term.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from bidwriter.kinds.frozen import Frozen, Id, Since, is_empty


def _in_a_list(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


def _in_digits(value: Any) -> Any:
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    raise ValueError('write the least as text, like "1000" or "12.5"')


Ids = Annotated[tuple[Annotated[str, Field(max_length=60)], ...], BeforeValidator(_in_a_list)]
Least = Annotated[
    Decimal,
    BeforeValidator(_in_digits),
    Field(allow_inf_nan=False, max_digits=20),
    WithJsonSchema({"type": "string"}),
]


class Term(Frozen):
    """What one answer must be: one of `is_`, none of `is_not` (yes, no, or ids of options), or a
    figure of `at_least` so much. It is said of the question's answer alone, never of a sum."""

    question: Id
    is_: Ids = ()
    is_not: Ids = ()
    at_least: Least | None = None

    def holds(self, value: Any | None) -> bool:
        """Whether it holds of an answer; never of one that is not there."""
        if value is None or is_empty(value):
            return False
        if self.at_least is not None:
            return isinstance(value, Decimal) and value >= self.at_least
        chosen = set(chosen_in(value))
        return bool(chosen & set(self.is_)) if self.is_ else not chosen & set(self.is_not)


AskedWhen = Annotated[tuple[Term, ...], BeforeValidator(_in_a_list), Since(2)]
Holds = Callable[[tuple[Term, ...]], bool]


def chosen_in(value: Any) -> tuple[str, ...]:
    """What an answer chose, as a term names it."""
    match value:
        case bool():
            return ("yes",) if value else ("no",)
        case str():
            return (value,)
        case tuple():
            return tuple(one for one in value if isinstance(one, str))
        case _:
            return ()


def all_hold(terms: tuple[Term, ...], answers: Mapping[str, Any]) -> bool:
    """Whether every term holds of these answers: those of questions that are asked."""
    return all(term.holds(answers.get(term.question)) for term in terms)
