"""What a story has heard so far: paragraphs and tables that may still grow, and the budget of all.

They become blocks once all of the story is heard (`setting.py`).
"""

from typing import TypeAlias

from bidwriter.files.office.parts import TooMuchError
from bidwriter.files.word.blocks import Control, ControlSort, Run, Tracked

MOST_THINGS = 150_000  # paragraphs, runs, cells, controls and bookmarks together
MOST_CHARACTERS = 4_000_000  # over a thousand pages; also what controls repeat of them


class Budget:
    """Counts what is kept of a file. Raises TooMuchError."""

    def __init__(self) -> None:
        self._things = self._characters = 0

    def one_more(self) -> None:
        """A thing is kept."""
        self._things += 1
        if self._things > MOST_THINGS:
            raise TooMuchError

    def text(self, words: str) -> str:
        """`words`, which are kept."""
        self._characters += len(words)
        if self._characters > MOST_CHARACTERS:
            raise TooMuchError
        return words


class ControlDraft:
    """A control while its text is heard; `begins` is where that starts among the pieces heard."""

    __slots__ = (
        "alias", "begins", "choices", "id", "is_field", "is_open", "is_prompt", "sort", "tag",
        "text", "ticked",
    )  # fmt: skip

    def __init__(self, begins: int) -> None:
        self.begins = begins
        self.id = self.tag = self.alias = self.text = ""
        self.sort: ControlSort = "rich"
        self.choices: list[str] = []
        self.ticked = self.is_prompt = self.is_open = self.is_field = False

    def made(self) -> Control:
        """The control."""
        return Control(
            self.id, self.tag, self.alias, self.sort, tuple(self.choices), self.ticked, self.text,
            self.is_prompt, self.is_open, self.is_field,
        )  # fmt: skip


# Bold, italic, link, whether it is a prompt, tracked changes, whether it ends a paragraph.
Look: TypeAlias = tuple[bool, bool, str, bool, tuple[Tracked, ...], bool]


class ParagraphDraft:
    """A paragraph. `hanging` are the blocks of text boxes that hang on it, read after it."""

    __slots__ = (
        "_look",
        "_pieces",
        "bookmarks",
        "contents",
        "controls",
        "hanging",
        "has_hidden",
        "is_mark_hidden",
        "level",
        "list_id",
        "list_level",
        "mark",
        "number",
        "runs",
        "shown",
        "stands",
        "style",
    )  # fmt: skip

    def __init__(self, number: int) -> None:
        self.number = number
        self.style = self.list_id = ""
        self.level: int | None = None
        self.list_level: int | None = None
        self.mark: Tracked | None = None
        self.is_mark_hidden = self.has_hidden = False
        self.stands = False  # whether text is left once all changes are taken as made
        self.runs: list[Run] = []
        self.bookmarks: list[str] = []
        self.controls: list[ControlDraft] = []
        self.hanging: list[Draft] = []
        self.shown = self.contents = 0  # characters of it, and of those in a table of contents
        self._look: Look | None = None
        self._pieces: list[str] = []

    def add(self, words: str, look: Look, budget: Budget) -> None:
        """More text; of the same look as what is before it, it belongs to that run."""
        if look != self._look:
            self.end_run()
            budget.one_more()
            self._look = look
            self.stands = self.stands or all(change.sort != "deleted" for change in look[4])
        self._pieces.append(words)
        self.shown += len(words)

    def run_on(self, after: "ParagraphDraft") -> "ParagraphDraft":
        """This paragraph and the next as one, where the end of this was deleted. It looks as this
        one did if text of it is left, else as the next."""
        if self.mark:
            self.runs.append(Run("\n", tracked=(self.mark,), ends_paragraph=True))
        kept = self if self.stands else after
        self.runs += after.runs
        self.bookmarks += after.bookmarks
        self.controls += after.controls
        self.hanging += after.hanging
        kept.runs, kept.bookmarks, kept.controls = self.runs, self.bookmarks, self.controls
        kept.hanging, kept.mark = self.hanging, after.mark
        return kept

    def end_run(self) -> None:
        """What comes next is another run."""
        if self._look is not None:
            self.runs.append(Run("".join(self._pieces), *self._look))
        self._look, self._pieces = None, []


class CellDraft:
    """A cell. `joins` is "restart" or "continue" where it is merged with others in its column;
    `goes_on`: it belongs to the one before it."""

    __slots__ = ("blocks", "goes_on", "joins", "span")

    def __init__(self) -> None:
        self.blocks: list[Draft] = []
        self.span = 1
        self.joins = ""
        self.goes_on = False


class RowDraft:
    """A row; `before` is how many columns it leaves out at its beginning."""

    __slots__ = ("before", "cells", "is_header", "is_hidden", "tracked")

    def __init__(self) -> None:
        self.cells: list[CellDraft] = []
        self.before = 0
        self.is_header = self.is_hidden = False
        self.tracked: Tracked | None = None


class TableDraft:
    """A table."""

    __slots__ = ("number", "rows", "style")

    def __init__(self, number: int) -> None:
        self.number = number
        self.rows: list[RowDraft] = []
        self.style = ""


Draft: TypeAlias = ParagraphDraft | TableDraft
