"""A council or other public body: one in the register by its code, or one typed by name."""

import re
from datetime import date
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, ValidationError, model_validator
from typing_extensions import override

from bidwriter.councils.register import council, named, several
from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import Frozen, Leaf, NotAllowedError, OneLine
from bidwriter.kinds.question import Question
from bidwriter.prose.numbers import in_words

BodyKind = Literal["parish or town", "combined authority", "council", "other public body"]
Nation = Literal["England", "Scotland", "Wales", "Northern Ireland"]
_TYPED = re.compile(
    r"(?P<name>.+) \((?P<kind>parish or town|combined authority|council|other public body), "
    r"(?P<nation>England|Scotland|Wales|Northern Ireland)\)"
)


class Body(Frozen):
    """A register code, or a name with kind and nation; never both.

    Its written form, `str(body)`, is the code, or "Name (kind, nation)".
    """

    code: str = Field(default="", pattern=r"^([A-Z]\d{8})?$")
    name: OneLine = ""
    kind: BodyKind | None = None
    nation: Nation | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_written_form(cls, value: Any) -> Any:
        return _read(value) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        typed = (bool(self.name), self.kind is not None, self.nation is not None)
        if bool(self.code) == any(typed) or any(typed) != all(typed):
            raise ValueError("name a council by its code, or a body by name, kind and nation")
        return self

    @override
    def __str__(self) -> str:
        return self.code or f"{self.name} ({self.kind}, {self.nation})"

    @property
    def title(self) -> str:
        """The name as shown to people; an unknown code shows as the code."""
        if not self.code:
            return self.name
        found = council(self.code)
        return found.title if found else f"Council {self.code}"

    @property
    def short_name(self) -> str:
        """The name without its type."""
        found = council(self.code) if self.code else None
        return found.name if found else self.title


class OneCouncil(Question):
    """A question answered by one council or body."""

    answer: ClassVar[Any] = Body
    missing: ClassVar[str] = "Choose a council for “{name}”"

    kind: Literal["council"] = "council"

    @override
    def parse(self, typed: str, around: Around) -> Any:
        return parse(typed, around.bid.day_of_register)

    @override
    @classmethod
    def leaf(cls, value: Any) -> Leaf:
        return str(value)

    @override
    def text(self, value: Any) -> str:
        return str(value.title)


def title_of(written: str) -> str:
    """The name of a council in its written form; what is no written form is its own name."""
    try:
        return Body.model_validate(written).title
    except ValidationError:
        return written


def parse(typed: str, day: date | None = None) -> Body:
    """A code; a name in the register ("Hambleton"; "Dorset, county"), among the councils of `day`
    first; or "Name (kind, nation)" for any other body."""
    typed = " ".join(typed.split())
    if re.fullmatch(r"[A-Za-z]\d{8}", typed):
        if council(typed.upper()) is None:
            raise NotAllowedError(f"{typed} is not the code of an English council since 2018")
        return Body(code=typed.upper())
    if found := _TYPED.fullmatch(typed):
        return Body.model_validate(found.groupdict())
    return Body(code=_only_match(typed, day))


def _only_match(typed: str, day: date | None) -> str:
    found = named(typed, day)
    if len(found) == 1:
        return found[0].code
    if found:
        choices = ", ".join(f"{c.title} ({c.code})" for c in found)
        raise NotAllowedError(f"There is more than one “{typed}”: {choices}. Write the code")
    if both := several(typed, day):
        each = " and ".join(f"{c.title} ({c.code})" for c in both)
        raise NotAllowedError(
            f"“{typed}” is an office of {in_words(len(both))} councils: {each}. Add each by itself"
        )
    raise NotAllowedError(
        f"No English council is called “{typed}”. Write its code, or for another body "
        "“Name (parish or town, England)”"
    )


def _read(text: str) -> dict[str, Any]:
    if found := _TYPED.fullmatch(text):
        return found.groupdict()
    return {"code": text}
