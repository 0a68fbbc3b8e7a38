"""Word files read into blocks: what a person sees in them, in order."""

from word_made import docx, paragraph, table

from bidwriter.files.word.blocks import Document, Paragraph, Run, Table
from bidwriter.files.word.reading import read_document


def read(*blocks: str, **parts: str) -> Document:
    return read_document(docx(*blocks, **parts), "form.docx")  # type: ignore[arg-type]  # by name


def test_paragraphs_and_tables_come_in_order() -> None:
    read_ = read(
        paragraph("Your project", style="heading 1"),
        "Tell us about it.",
        table(("Name", ""), ("Post", "")),
        "The end.",
    )
    heading, words, grid, end = read_.blocks
    assert heading == Paragraph((Run("Your project"),), "heading 1", level=1, number=1)
    assert isinstance(words, Paragraph) and words.text == "Tell us about it."
    assert isinstance(grid, Table) and [[c.text for c in r.cells] for r in grid.rows] == [
        ["Name", ""],
        ["Post", ""],
    ]
    assert isinstance(end, Paragraph) and end.number == 7
