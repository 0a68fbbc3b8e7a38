"""Declarations: statements that the council agrees to, one tick each."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field
from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.asked_when import AskedWhen, Holds
from bidwriter.kinds.frozen import Id, Leaf, NotAllowedError
from bidwriter.kinds.question import Question, Stated
from bidwriter.kinds.values.lists import split_list

Answer = Annotated[tuple[Id, ...], Field(max_length=100)]


class Statement(Stated):
    """One statement; all of them must be agreed to unless it is optional."""

    id: Id
    text: str
    optional: bool = False
    asked_when: AskedWhen = ()


class Declarations(Question):
    """A question answered by agreeing to statements. A tick is a statement, never a signature."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Agree that: {text}"
    is_short: ClassVar[bool] = False
    is_set: ClassVar[bool] = True

    kind: Literal["declarations"] = "declarations"
    statements: tuple[Statement, ...]

    @override
    def as_asked(self, holds: Holds) -> Self:
        asked = tuple(s for s in self.statements if holds(s.asked_when))
        whole = len(asked) == len(self.statements)
        return self if whole else self.model_copy(update={"statements": asked})

    @override
    def parse(self, typed: str, around: Around) -> Any:
        return self.tidy(tuple(self.find(part) for part in split_list(typed)))

    def find(self, typed: str) -> str:
        """The id of the statement that `typed` names. Raises NotAllowedError."""
        for statement in self.statements:
            if typed.strip() == statement.id:
                return statement.id
        ids = ", ".join(statement.id for statement in self.statements)
        raise NotAllowedError(f"“{typed.strip()}” is not one of the statements: {ids}")

    @override
    def tidy(self, value: Any) -> Any:
        """In the order of the statements, those of an earlier pack last."""
        listed = tuple(s.id for s in self.statements if s.id in value)
        return listed + tuple(dict.fromkeys(a for a in value if a not in listed))

    @override
    @classmethod
    def leaf(cls, value: Any) -> Leaf:
        return tuple(value)

    @override
    def text(self, value: Any) -> str:
        return "\n".join(s.text for s in self.statements if s.id in value)

    @override
    def allowed(self) -> tuple[str, ...]:
        return tuple(statement.id for statement in self.statements)

    @override
    def lacking(self, value: Any | None) -> Iterator[tuple[str, str]]:
        """Each statement that is not agreed to and not optional."""
        for statement in self.statements:
            if statement.id not in (value or ()) and not statement.optional:
                yield self.missing.format(text=statement.text), self.name

    @override
    def parts(self) -> list[tuple[str, str, str]]:
        return [("statements", s.id, s.text) for s in self.statements]
