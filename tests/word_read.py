"""Word files made and read at once, for tests of what is read."""

from typing import Any

from word_made import docx, paragraph

from bidwriter.files.word.blocks import Document, Paragraph, Table, paragraphs
from bidwriter.files.word.reading import read_document


def read(*blocks: str, **parts: Any) -> Document:
    """What `docx` makes of these, read."""
    return read_document(docx(*blocks, **parts), "form.docx")


def texts(*blocks: str, **parts: Any) -> list[str]:
    """What its paragraphs say."""
    return [paragraph.text for paragraph in paragraphs(read(*blocks, **parts).blocks)]


def one(*parts: str, looks: str = "", **more: Any) -> Paragraph:
    """The only paragraph, of these texts and runs."""
    (found,) = read(paragraph(*parts, looks=looks), **more).blocks
    assert isinstance(found, Paragraph)
    return found


def grid(table_: Table) -> list[list[str]]:
    """What its cells say."""
    return [[cell.text for cell in row.cells] for row in table_.rows]
