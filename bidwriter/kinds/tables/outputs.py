"""Outputs: what the project will deliver, what is done for it, and when."""

from dataclasses import replace
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from bidwriter.kinds.cells.cell import LINE
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.frozen import Frozen, OneLine, Since
from bidwriter.kinds.tables.rows import MOST_READ, Row
from bidwriter.kinds.tables.table import Table


class Output(Row):
    """One output."""

    output: Annotated[OneLine | None, Column("Output", LINE, "the output")] = None
    action: Annotated[
        OneLine | None, Column("What is done for it", LINE, "what is done for {}", "Action")
    ] = None
    when: Annotated[OneLine | None, Column("When", LINE, "the date of {}")] = None

    @property
    @override
    def title(self) -> str:
        return self.output or "An output with no name yet"

    @property
    @override
    def in_full(self) -> str:
        return f"“{self.title}”"

    @property
    @override
    def is_blank(self) -> bool:
        return not self.output


Answer = Annotated[tuple[Output, ...], Field(max_length=MOST_READ)]


class Headings(Frozen):
    """What a fund calls the three columns; "" for our own words."""

    output: str = Field(default="", max_length=80)
    action: str = Field(default="", max_length=80)
    when: str = Field(default="", max_length=80)


class Outputs(Table):
    """A question answered by a table of outputs; `headings` are the fund's own."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Add at least one output"
    of: ClassVar[type[Row]] = Output
    row_noun: ClassVar[str] = "output"
    most_added: ClassVar[int] = 500
    shows_as: ClassVar[str] = "outputs"

    kind: Literal["outputs"] = "outputs"
    headings: Annotated[Headings, Since(2)] = Headings()

    @property
    def named(self) -> dict[str, str]:
        """The fund's own headings: column → words."""
        return {key: words for key, words in self.headings.model_dump().items() if words.strip()}

    @property
    @override
    def columns(self) -> tuple[Column, ...]:
        own = self.named
        return tuple(
            replace(column, label=own[column.key], heading="") if column.key in own else column
            for column in super().columns
        )
