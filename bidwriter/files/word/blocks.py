"""What a Word file says, as values: paragraphs and tables in the order in which they are read.

Text is as a person sees it. Tracked changes are kept, each run with who made it and when;
`Paragraph.text` takes them as made.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias


class Tracked(NamedTuple):
    """One tracked change: who and when as the file says them ("" where it does not)."""

    sort: Literal["inserted", "deleted"]
    by: str = ""
    when: str = ""  # as ISO 8601 has it: "2024-05-01T10:00:00Z"


class Run(NamedTuple):
    """A piece of text of one look. A tab is a tab and a line break "\\n". `link` is an address, or
    "#" and a bookmark of the file. `is_prompt`: it only asks for an answer, in an empty control.
    `tracked` are the changes that it is in, the outermost first. `ends_paragraph`: it is the break
    between two paragraphs, which a tracked change took out."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    is_prompt: bool = False
    tracked: tuple[Tracked, ...] = ()
    ends_paragraph: bool = False

    @property
    def sort(self) -> Literal["plain", "inserted", "deleted"]:
        """What was inserted and then deleted is deleted."""
        sorts = [change.sort for change in self.tracked]
        if "deleted" in sorts:
            return "deleted"
        return "inserted" if sorts else "plain"


ControlSort: TypeAlias = Literal["text", "rich", "tick", "choice", "date", "other"]


class Control(NamedTuple):
    """A content control, or a form field of older Word (`is_field`), whose id is its bookmark's
    name. `text` is what shows in it, its paragraphs on lines of their own; with `is_prompt` that
    only asks for an answer. `choices` are those that can be chosen; with `is_open` others can be
    typed too."""

    id: str
    tag: str = ""
    alias: str = ""
    sort: ControlSort = "rich"
    choices: tuple[str, ...] = ()
    ticked: bool = False
    text: str = ""
    is_prompt: bool = False
    is_open: bool = False
    is_field: bool = False


class Paragraph(NamedTuple):
    """One paragraph.

    `style` is the name of its style ("" for the usual one where the file names none); `level` 0, or
    from 1 to 9 for headings ("Title" is none). `label` is the number that Word shows before it
    ("2.3", "(a)"), or the sign of a bullet; `list_level` is then from 1, else 0. `controls` are
    those that begin in it, also those around it. `number` names it: it counts the paragraphs of the
    main part from 1 as they begin in the file, those that were left out too, but not the second
    copies of text boxes for older programs. `mark` says that its end is a tracked change.
    """

    runs: tuple[Run, ...] = ()
    style: str = ""
    level: int = 0
    label: str = ""
    list_sort: Literal["", "bullet", "number"] = ""
    list_level: int = 0
    bookmarks: tuple[str, ...] = ()
    controls: tuple[Control, ...] = ()
    number: int = 0
    mark: Tracked | None = None

    @property
    def text(self) -> str:
        """Its text with all tracked changes taken as made."""
        return standing(self.runs)


class Cell(NamedTuple):
    """One cell: from `column`, from 0, over `span` columns and `rows` rows."""

    blocks: tuple["Block", ...] = ()
    column: int = 0
    span: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """Its paragraphs on lines of their own, also those of tables inside it."""
        return "\n".join(paragraph.text for paragraph in paragraphs(self.blocks))


class Row(NamedTuple):
    """The cells that begin in a row; those that come down from rows above are not repeated."""

    cells: tuple[Cell, ...] = ()
    is_header: bool = False
    tracked: Tracked | None = None


class Table(NamedTuple):
    """One table. `number` counts all tables of the main part from 1 as they begin in the file."""

    rows: tuple[Row, ...] = ()
    number: int = 0
    style: str = ""


Block: TypeAlias = Paragraph | Table


class Document(NamedTuple):
    """A whole file. `language` is as in "en-GB". `passed_over` says what was not read, each with
    its count: "3 pictures were not read"."""

    blocks: tuple[Block, ...] = ()
    title: str = ""
    language: str = ""
    passed_over: tuple[str, ...] = ()


def standing(runs: Iterable[Run]) -> str:
    """The text of runs with all tracked changes taken as made."""
    return "".join(run.text for run in runs if run.sort != "deleted")


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs of blocks as they are read, those in tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
