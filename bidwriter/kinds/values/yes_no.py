"""Yes or no."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import StrictBool
from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.question import Question

Answer = Annotated[bool, StrictBool]


class YesNo(Question):
    """A question answered yes or no."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Choose yes or no for “{name}”"

    kind: Literal["yes-no"] = "yes-no"
    yes: str = "Yes"
    no: str = "No"

    @override
    def parse(self, typed: str, around: Around) -> Any:
        return parse(typed)

    @override
    def text(self, value: Any) -> str:
        return self.yes if value else self.no

    @override
    def allowed(self) -> tuple[str, ...]:
        return ("yes", "no")


def parse(typed: str) -> bool:
    """yes, no, true, false, y or n."""
    match typed.strip().casefold():
        case "yes" | "y" | "true":
            return True
        case "no" | "n" | "false":
            return False
        case _:
            raise NotAllowedError("Write yes or no")
