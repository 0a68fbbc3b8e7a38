"""Where a story is while it is heard, for all who hear parts of it."""

from collections import Counter
from collections.abc import Callable
from typing import Literal, TypeAlias

from bidwriter.files.office.parts import attribute
from bidwriter.files.word.blocks import Tracked
from bidwriter.files.word.drafts import (
    Budget,
    CellDraft,
    Draft,
    ParagraphDraft,
    RowDraft,
    TableDraft,
)
from bidwriter.files.word.passed import Passed
from bidwriter.files.word.styles import Styles
from bidwriter.prose.characters import seen

# What hears an element begin, and what it gives back to hear it end.
Closer: TypeAlias = Callable[[], None] | None
Handler: TypeAlias = Callable[[dict[str, str]], Closer]
Context: TypeAlias = list[Draft] | ParagraphDraft | TableDraft | RowDraft
_LONGEST_NAME, _LONGEST_TIME = 200, 40


class Here:
    """What is open: blocks, a paragraph, a table or a row, the innermost last; and what counts for
    all that is heard now."""

    def __init__(self, budget: Budget, styles: Styles, passed: Counter[Passed]) -> None:
        self.budget, self.styles, self.passed = budget, styles, passed
        self.blocks: list[Draft] = []
        self.open: list[Context] = [self.blocks]
        self.changes: tuple[Tracked, ...] = ()
        self.left_out: set[int] = set()  # numbers of paragraphs that are not shown
        self.is_hiding = False

    @property
    def paragraph(self) -> ParagraphDraft | None:
        """The paragraph that text stands in now; None between paragraphs."""
        top = self.open[-1]
        return top if isinstance(top, ParagraphDraft) else None

    @property
    def row(self) -> RowDraft | None:
        """The row that cells stand in now."""
        top = self.open[-1]
        return top if isinstance(top, RowDraft) else None

    @property
    def table(self) -> TableDraft | None:
        """The table that rows stand in now."""
        top = self.open[-1]
        return top if isinstance(top, TableDraft) else None

    @property
    def cell(self) -> CellDraft | None:
        """The cell that was begun last in the row around it."""
        around = self.open[-2] if len(self.open) > 1 else None
        return around.cells[-1] if isinstance(around, RowDraft) and around.cells else None

    @property
    def list(self) -> list[Draft]:
        """Where the next block goes: those of a text box hang on their paragraph."""
        for context in reversed(self.open):
            if isinstance(context, ParagraphDraft):
                return context.hanging
            if isinstance(context, list):
                return context
        return self.blocks

    def leave_out(self, number: int, why: Passed) -> None:
        """The paragraph of this number is not shown."""
        if number not in self.left_out:
            self.left_out.add(number)
            self.passed[why] += 1

    def close(self) -> None:
        """The innermost ends."""
        self.open.pop()


def tracked(sort: Literal["inserted", "deleted"], attributes: dict[str, str]) -> Tracked:
    """A change as its element tells of it."""
    by, when = (seen(attribute(attributes, name)) for name in ("author", "date"))
    return Tracked(sort, by[:_LONGEST_NAME], when[:_LONGEST_TIME])
