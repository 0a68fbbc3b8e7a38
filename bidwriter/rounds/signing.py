"""Who a round asks to stand for a bid, and for what of it."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from bidwriter.kinds.asked_when import AskedWhen
from bidwriter.kinds.frozen import Id
from bidwriter.kinds.question import Stated

Covers = Literal["money", "whole"] | tuple[Id, ...]


def _as_given(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class SignOff(Stated):
    """One sign-off: the role, of the lead or of each council; the words that are agreed to; what
    they cover (money, the whole bid, or these questions); and how grave it is if it is not
    there."""

    id: Id
    role: str = Field(max_length=160)
    of: Literal["lead", "each"] = "lead"
    statement: str = Field(max_length=5_000)
    covers: Annotated[Covers, BeforeValidator(_as_given)] = "whole"
    severity: Literal["stops", "advice"] = "advice"
    asked_when: AskedWhen = ()
