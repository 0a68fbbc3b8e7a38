"""Declarations: statements that the council agrees to, one tick each."""

from typing import Annotated, Literal

from pydantic import Field

from bidwriter.kinds.question import Id, NotAllowedError, Question, Stated

Answer = Annotated[tuple[Id, ...], Field(max_length=100)]


class Statement(Stated):
    """One statement; all of them must be agreed to unless it is optional."""

    id: Id
    text: str
    optional: bool = False


class Declarations(Question):
    """A question answered by agreeing to statements. A tick is a statement, never a signature."""

    kind: Literal["declarations"] = "declarations"
    statements: tuple[Statement, ...]


def find(question: Declarations, typed: str) -> str:
    """The id of the statement that `typed` names."""
    for statement in question.statements:
        if typed.strip() == statement.id:
            return statement.id
    ids = ", ".join(statement.id for statement in question.statements)
    raise NotAllowedError(f"“{typed.strip()}” is not one of the statements: {ids}")


def in_order(question: Declarations, agreed: tuple[str, ...]) -> tuple[str, ...]:
    """`agreed` in the order of the statements, those of an earlier pack last."""
    listed = tuple(s.id for s in question.statements if s.id in agreed)
    return listed + tuple(dict.fromkeys(a for a in agreed if a not in listed))
