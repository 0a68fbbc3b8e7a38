"""A Word file as a form: its blocks as the lines and tables that the reader of words takes."""

from collections.abc import Iterator

from bidwriter.doubts import Met
from bidwriter.files.word.blocks import Document, Paragraph, Table
from bidwriter.fund_forms.found import FoundForm
from bidwriter.fund_forms.word.lines import line_of, words_of
from bidwriter.fund_forms.word.tables import is_told, pieces_of_table
from bidwriter.fund_forms.words.line import Piece, tidy
from bidwriter.fund_forms.words.reading import read_words


def read_word_form(document: Document, name: str, met: Met) -> FoundForm:
    """The form in a Word file, called `name` if it has no title."""
    found = read_words(pieces_of(document), _title(document) or name, met)
    told = [
        f"Table {block.number}, which has nothing to fill in: “{tidy(_first_words(block))[:60]}”"
        for block in document.blocks
        if isinstance(block, Table) and is_told(block)
    ]
    return found._replace(passed=(*found.passed, *told, *document.passed_over))


def pieces_of(document: Document) -> Iterator[Piece]:
    """The lines and tables of a document in their order."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    bold_heads = not any(one.level for one in paragraphs)
    gap = False
    for block in document.blocks:
        if isinstance(block, Table):
            if not is_told(block):
                yield from pieces_of_table(block)
            gap = True
            continue
        if block.style == "Title":
            continue
        line = line_of(block, gap=gap, bold_heads=bold_heads)
        gap = line is None
        if line is not None:
            yield line


def _title(document: Document) -> str:
    """What stands as the title on the page, else in the file's properties."""
    titles = (
        tidy(words_of(b))
        for b in document.blocks
        if isinstance(b, Paragraph) and b.style == "Title"
    )
    return next(filter(None, titles), "") or document.title


def _first_words(table: Table) -> str:
    return next((cell.text for row in table.rows for cell in row.cells if cell.text.strip()), "")
