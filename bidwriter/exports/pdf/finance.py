"""FINANCE: the summary for the section 151 officer, tagged and archival as the bid is."""

from dataclasses import replace
from functools import partial

from bidwriter.bids.bid import Bid
from bidwriter.bids.telling.finance import TITLE, FinanceSummary, Since, finance_summary
from bidwriter.bids.telling.finance_section import Section
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.furniture import furniture
from bidwriter.exports.pdf.languages import title_words
from bidwriter.exports.pdf.sheet import Sheet, make_sheet
from bidwriter.exports.tagged import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    TaggedDocument,
)

_BODY = style.TINY.but(colour=style.TEXT, leading=11.5)
_TABLE = replace(
    style.TABLE, header=_BODY.but(weight="semibold", colour=style.TEXT2), body=_BODY, pad=1.8
)
_HEAD = style.SUBHEAD.but(size=10.5, leading=14, before=8, after=2)


def finance_pdf(bid: Bid, since: Since | None = None) -> bytes:
    """The summary as a PDF/A-2a, PDF/UA-1; the same bid and version give the same bytes."""
    sheet = make_sheet(bid, "final", "full")
    document = TaggedDocument(
        f"{TITLE}: {sheet.title}",
        sheet.bid.lead.title if sheet.bid.lead else "",
        TITLE,
        created=sheet.dated,
        embedded=[],
        furniture=partial(furniture, sheet),
        furniture_style=style.FURNITURE,
    )
    return document.build(_story(sheet, finance_summary(bid, since)))


def _story(sheet: Sheet, summary: FinanceSummary) -> list[Block]:
    story: list[Block] = [
        Heading(1, title_words(sheet), style.LONG_TITLE),
        Paragraph(TITLE, style.SMALL.but(after=4)),
        Paragraph(f"{summary.finding}.", style.BODY.but(size=10.5, leading=15, after=2)),
    ]
    for section in summary.sections:
        story += _section(section)
    return story


def _section(section: Section) -> list[Block]:
    made: list[Block] = [Heading(2, section.title, _HEAD)]
    if section.rows:
        columns = [_column(section, at) for at in range(len(section.header))]
        rows = [Row([Cell(cells[0], "Row"), *cells[1:]]) for cells in section.rows]
        made.append(Table(columns, rows, _TABLE, header=section.header, after=2))
    if section.note:
        made.append(Paragraph(f"{section.note}.", style.TINY.but(after=2)))
    return made


def _column(section: Section, at: int) -> Column:
    """Sums stand right, words left; the first column has room for a sentence."""
    if at == 0:
        return Column(2.2 if len(section.header) < 4 else 1.6)
    cells = [cells[at] for cells in section.rows if cells[at]]
    sums = all(cell[0] in "£−±" for cell in cells)
    return Column(1, align="right" if sums else "left")
