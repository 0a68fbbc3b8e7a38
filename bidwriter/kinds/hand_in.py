"""How the website that a bid is handed in on takes an answer, and how it counts. What is not said
is not known."""

from typing import Literal

from pydantic import Field

from bidwriter.kinds.frozen import Frozen

Form = Literal["plain", "html", "plain-no-marks"]
Rule = Literal[
    "bidwriter", "whitespace", "ascii-whitespace", "strip-tags", "utf-16", "code-points", "bytes"
]
OF_WORDS = ("bidwriter", "whitespace", "ascii-whitespace", "strip-tags")


class HandIn(Frozen):
    """`number` is the question's own there. It takes text of a `form`; counts words or characters
    by a `rule`, a line break as one or two, with or without `spaces`; and takes no more than
    `limit`."""

    number: str = Field(default="", max_length=20)
    form: Form | None = None
    count: Literal["words", "characters"] | None = None
    rule: Rule | None = None
    breaks: Literal[1, 2] | None = None
    spaces: bool | None = None
    limit: int | None = Field(default=None, ge=1, le=10_000_000)


class Website(HandIn):
    """The same for all questions, and where the website is."""

    website: str = Field(default="", max_length=400)


def hand_in_of(all_: Website | None, own: HandIn | None) -> HandIn:
    """What is known of one question: its own, and for the rest what holds for all."""
    general = all_.model_dump(exclude={"website", "number"}) if all_ else {}
    special = own.model_dump(exclude_none=True) if own else {}
    return HandIn(**{**general, **special})
