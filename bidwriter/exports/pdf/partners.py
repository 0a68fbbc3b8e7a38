"""PARTNERS: the councils and bodies in the bid, what each does and gives."""

from bidwriter.bids.cells import rows_of
from bidwriter.bids.costs.groups import payers_of
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.languages import answered
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Block, Cell, Column, Paragraph, Row, Run, Table
from bidwriter.kinds.tables.partners import Partner, Partners
from bidwriter.kinds.values import day, money

STATEMENT = (
    "That a council has signed the Declaration, and when, is the officer’s statement: "
    "there is no list to check it against."
)


def partner_blocks(sheet: Sheet, question: Partners) -> list[Block]:
    """The table of partners, the lead first."""
    found = [row for row in rows_of(sheet.bid, question.id) if isinstance(row, Partner)]
    rows = sorted(found, key=lambda row: not row.is_lead)
    gives = bool(sheet.figures.whole_project) and "in-kind" in payers_of(sheet.bid)
    signs = sheet.bid.round.has_declaration
    signed = [("Signed", Column(width=76))] if signs else []
    heads = [("Council", Column(width=108)), ("Role", Column(width=38)), *signed]
    heads += [("Agreed", Column(width=38)), ("Part in the project", Column())]
    header, columns = [name for name, _ in heads], [column for _, column in heads]
    if gives:
        header.append("Gives in kind")
        in_cash = any(sums.cash for sums in sheet.figures.by_council)
        columns.append(Column(width=108 if in_cash else 66, align="right"))
    table = Table(
        columns,
        [_row(sheet, row, gives=gives, signs=signs) for row in rows],
        style.TABLE,
        header=header,
        after=6,
    )
    return [table, Paragraph(STATEMENT, style.NOTE)] if signs else [table]


def _row(sheet: Sheet, row: Partner, *, gives: bool, signs: bool) -> Row:
    cells = [
        Cell(_council(row), "Row"),
        Cell("Lead" if row.is_lead else "Partner"),
        *([Cell(signed_words(row))] if signs else []),
        Cell(_agreed_words(row)),
        Cell(answered(sheet, row.part or "")),
    ]
    return Row([*cells, *([Cell(_given(sheet, row))] if gives else [])])


def _council(row: Partner) -> list[Block]:
    blocks: list[Block] = [Paragraph(row.title, style.SMALL_BOLD)]
    body = row.council
    if body:
        about = body.code or f"{body.kind}, {body.nation}"
        blocks.append(Paragraph(about, style.TINY))
    return blocks


def signed_words(row: Partner) -> str:
    """Whether and when a council has signed, as the officer states it."""
    if row.signed_on and row.signed is not False:
        return day.show(row.signed_on)
    return {True: "Yes, no day given", False: "Not signed", None: "Not said"}[row.signed]


def _agreed_words(row: Partner) -> str:
    return {True: "Yes", False: "No", None: "Not said"}[row.agreed]


def _given(sheet: Sheet, row: Partner) -> list[Run]:
    sums = next((s for s in sheet.figures.by_council if s.council == row.key), None)
    if sums is None:
        return [Run("–")]
    cash = f"\nand {money.show(sums.cash)} in cash" if sums.cash else ""
    return [Run((money.show(sums.in_kind) if sums.in_kind or cash else "–") + cash)]
