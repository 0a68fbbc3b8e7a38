"""Outputs: what the project will deliver, what is done for it, and when."""

from typing import Annotated, Literal

from pydantic import Field

from bidwriter.kinds.question import OneLine, Question
from bidwriter.kinds.tables.rows import Row
from bidwriter.prose.counting import count_words


class Output(Row):
    """One output."""

    output: OneLine | None = None
    action: OneLine | None = None
    when: OneLine | None = None

    @property
    def title(self) -> str:
        """What the row is called in lists."""
        return self.output or "An output with no name yet"


Answer = Annotated[tuple[Output, ...], Field(max_length=500)]


class Outputs(Question):
    """A question answered by a table of outputs."""

    kind: Literal["outputs"] = "outputs"


def words(row: Output) -> str:
    """What one row prints, a cell a line."""
    return "\n".join(cell for cell in (row.output, row.action, row.when) if cell)


def count(rows: tuple[Output, ...]) -> int:
    """Words in all cells."""
    return sum(count_words(words(row)) for row in rows)
