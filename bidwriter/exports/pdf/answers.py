"""ANSWERS: how the answer to each kind of question prints, as blocks."""

from typing import assert_never

from bidwriter.bids.printing import printed, printed_text
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.appraisal import appraisal_blocks
from bidwriter.exports.pdf.costs import cost_blocks
from bidwriter.exports.pdf.declarations import declaration_blocks
from bidwriter.exports.pdf.outputs import output_blocks
from bidwriter.exports.pdf.partners import partner_blocks
from bidwriter.exports.pdf.rich_text import rich_text_blocks
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Block, ItemList, Paragraph, TextStyle
from bidwriter.kinds.kinds import AnyQuestion, is_empty
from bidwriter.kinds.tables import appraisal, cost_lines, outputs, partners
from bidwriter.kinds.values import (
    body,
    choice,
    day,
    declarations,
    money,
    rich_text,
    short_text,
    yes_no,
)

NO_ANSWER = "No answer yet"
WITHHELD = "Withheld"


def is_short(question: AnyQuestion) -> bool:
    """Whether the answer is a line or a few, so that several questions can share a table."""
    match question:
        case (
            short_text.ShortText()
            | choice.ChooseOne()
            | choice.ChooseSeveral()
            | yes_no.YesNo()
            | day.Date()
            | money.Sum()
            | body.OneCouncil()
        ):
            return True
        case (
            rich_text.RichText()
            | partners.Partners()
            | outputs.Outputs()
            | cost_lines.CostLines()
            | appraisal.Appraisal()
            | declarations.Declarations()
        ):
            return False
        case _:
            assert_never(question)


def answer_blocks(sheet: Sheet, question: AnyQuestion) -> list[Block]:
    """The answer beneath its heading."""
    value = printed(sheet.bid, question)
    if sheet.hides(question):
        return [Paragraph(WITHHELD, style.MUTED)]
    if is_empty(value) and not isinstance(question, declarations.Declarations):
        return [Paragraph(NO_ANSWER, style.MUTED)]
    match question:
        case rich_text.RichText():
            return rich_text_blocks(str(value))
        case partners.Partners():
            return partner_blocks(sheet, question)
        case outputs.Outputs():
            return output_blocks(sheet, question)
        case cost_lines.CostLines():
            return cost_blocks(sheet, question)
        case appraisal.Appraisal():
            return appraisal_blocks(sheet, question)
        case declarations.Declarations():
            return declaration_blocks(sheet, question)
        case _:
            return short_blocks(sheet, question, style.BODY)


def short_blocks(sheet: Sheet, question: AnyQuestion, given: TextStyle) -> list[Block]:
    """A short answer: its words, or a list where several things were chosen."""
    if sheet.hides(question):
        return [Paragraph(WITHHELD, given.but(colour=style.TEXT3))]
    words = printed_text(sheet.bid, question)
    if not words:
        return [Paragraph(NO_ANSWER, given.but(colour=style.TEXT3))]
    if isinstance(question, choice.ChooseSeveral):
        return [ItemList(words.split("\n"), given, indent=12, bullet_colour=style.TEXT3, gap=0)]
    return [Paragraph(words, given)]
