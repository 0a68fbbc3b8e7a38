"""Choose one and choose several: ids of listed options, or the officer's own words where the
list is known only in part (`other`)."""

from typing import Annotated, Literal

from pydantic import Field

from bidwriter.kinds.question import NotAllowedError, OneLine, Option, Question

One = OneLine
Several = Annotated[tuple[OneLine, ...], Field(max_length=500)]


class ChooseOne(Question):
    """A question answered by one of its options."""

    kind: Literal["choose-one"] = "choose-one"
    options: tuple[Option, ...]
    other: bool = False


class ChooseSeveral(Question):
    """A question answered by any number of its options."""

    kind: Literal["choose-several"] = "choose-several"
    options: tuple[Option, ...]
    other: bool = False


Choice = ChooseOne | ChooseSeveral


def label(question: Choice, chosen: str) -> str:
    """What a chosen id is called; own words are called themselves."""
    return next((option.label for option in question.options if option.id == chosen), chosen)


def is_offered(question: Choice, chosen: str) -> bool:
    """Whether the question lists this option."""
    return any(option.id == chosen for option in question.options)


def find(question: Choice, typed: str) -> str:
    """The id of the option that `typed` means, by id or label; own words where allowed."""
    wanted = " ".join(typed.split())
    for option in question.options:
        if wanted.casefold() in (option.id, option.label.casefold()):
            return option.id
    if question.other and wanted:
        return wanted
    offered = ", ".join(option.id for option in question.options)
    raise NotAllowedError(f"“{wanted}” is not one of the choices: {offered}")


def in_order(question: ChooseSeveral, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """`chosen` without doubles: listed options in the list's order, then own words as typed."""
    listed = tuple(option.id for option in question.options if option.id in chosen)
    own = tuple(dict.fromkeys(c for c in chosen if c and not is_offered(question, c)))
    return listed + own
