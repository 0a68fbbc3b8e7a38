"""What all values share: they never change, and what is not allowed is said in words."""

from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from bidwriter.prose.blocks import whole_characters
from bidwriter.prose.characters import seen
from bidwriter.spoken import SpokenError


def kebab(name: str) -> str:
    """A field's name as it is written in files and places: `unit_cost` → "unit-cost"."""
    return name.rstrip("_").replace("_", "-")


class Frozen(BaseModel):
    """A value: never changed, its parts neither; unknown keys are refused, not dropped."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=kebab, populate_by_name=True, defer_build=True
    )


class Since:
    """Marks a field that came with a form of round packs: `limit: Annotated[int, Since(2)]`."""

    def __init__(self, form: int) -> None:
        self.form = form


class NotAllowedError(SpokenError, ValueError):
    """A typed value that its place cannot take; the message says what would do."""


def one_line(text: str) -> str:
    """`text` on one line, of what can be seen."""
    return " ".join(seen(" ".join(text.split())).split())


def _whole(value: object) -> object:
    # Qt hands on half of an emoji where a line is full, or where one was copied so.
    return whole_characters(value) if isinstance(value, str) else value


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Words = Annotated[str, AfterValidator(seen)]  # of any length; it has no more than can be seen
MOST_IN_A_LINE = 20_000  # characters
OneLine = Annotated[
    str,
    BeforeValidator(_whole),
    AfterValidator(one_line),
    Field(max_length=MOST_IN_A_LINE),
]
Leaf = str | bool | int | tuple[str, ...] | None  # what is kept at one place, as JSON has it


class Composite(Frozen):
    """An answer of several fields, which may all have nothing in them."""

    @property
    def is_blank(self) -> bool:
        """Whether they have."""
        raise NotImplementedError


def is_empty(value: object) -> bool:
    """Whether nothing has been answered."""
    if isinstance(value, Composite):
        return value.is_blank
    return value is None or (isinstance(value, str | tuple) and not value)
