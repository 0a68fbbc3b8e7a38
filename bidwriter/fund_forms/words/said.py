"""What the words of a question and the lines below it say beside what is asked."""

from collections.abc import Mapping
from typing import NamedTuple

from bidwriter.fund_forms.words.gathering import Asked
from bidwriter.fund_forms.words.limits import chosen_in, limit_in, optional_in, weight_in
from bidwriter.fund_forms.words.only_if import OnlyIf, only_if

_FEW = 4  # words: a line with less beside its limit says nothing else


class Said(NamedTuple):
    """The question's own words, what they depend on, and what was read out of them: the limit;
    "yes", "no", "perhaps" or "" for whether it may be left empty; "several", "one" or "" for how
    many options; its weight; and the lines of guidance that are left."""

    words: str
    on: OnlyIf
    limit: Mapping[str, int]
    optional: str
    chosen: str
    weight: int | None
    guidance: tuple[str, ...]


def said_of(one: Asked) -> Said:
    """What a question says, in its own line and below it."""
    words, limit = limit_in(one.first.words)
    words, optional = optional_in(words)
    words, chosen = chosen_in(words)
    words, weight = weight_in(words)
    guidance = []
    for line in one.words:
        if line.strip() == "£":  # the box for a sum
            words = f"{words} £"
            continue
        rest, below = limit_in(line)
        limit = limit or below
        rest, how_many = chosen_in(rest)
        chosen = chosen or how_many
        rest, marks = weight_in(rest)
        weight = weight or marks
        if not (below or how_many or marks) or len(rest.split()) >= _FEW:
            guidance.append(line)
    on = only_if(words)
    return Said(on.words.strip(" :"), on, limit or {}, optional, chosen, weight, tuple(guidance))
