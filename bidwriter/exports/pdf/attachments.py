"""ATTACHMENTS: the files that go with the bid."""

from bidwriter.bids.bid import Attachment
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.languages import answered
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.pdf.words import grouped, size
from bidwriter.exports.tagged import Block, Cell, Column, Heading, Paragraph, Row, Table


def attachment_blocks(sheet: Sheet) -> list[Block]:
    """The files, each with what it is and the start of its SHA-256."""
    heading = Heading(2, "Attachments", style.SECTION, topic="Attachments")
    files = sheet.bid.attached
    if not files:
        with_what = "this public copy" if sheet.public else "this bid"
        return [heading, Paragraph(f"No files go with {with_what}.", style.BODY)]
    columns = (
        Column(1.2),
        Column(1.2),
        Column(width=82),
        Column(width=48, align="right"),
        Column(width=92),
    )
    header = ("Name", "What it is", "Kind", "Size", "SHA-256 begins")
    return [
        heading,
        Table(columns, [_row(sheet, f) for f in files], style.TABLE, header=header, after=8),
    ]


def _row(sheet: Sheet, file: Attachment) -> Row:
    return Row(
        (
            Cell(answered(sheet, file.name), "Row", style=style.SMALL_BOLD),
            answered(sheet, file.about) if file.about else "–",
            file.type,
            size(file.size),
            grouped(file.sha256, 16),
        ),
    )
