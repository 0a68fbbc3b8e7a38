"""Yes or no."""

from typing import Annotated, Literal

from pydantic import StrictBool

from bidwriter.kinds.question import NotAllowedError, Question

Answer = Annotated[bool, StrictBool]


class YesNo(Question):
    """A question answered yes or no; `must_be` names the only answer that is accepted."""

    kind: Literal["yes-no"] = "yes-no"
    yes: str = "Yes"
    no: str = "No"


def parse(typed: str) -> bool:
    """yes, no, true, false, y or n."""
    match typed.strip().casefold():
        case "yes" | "y" | "true":
            return True
        case "no" | "n" | "false":
            return False
        case _:
            raise NotAllowedError("Write yes or no")


def text(question: YesNo, answer: bool) -> str:
    """The words shown for the answer."""
    return question.yes if answer else question.no
