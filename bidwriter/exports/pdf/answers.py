"""ANSWERS: how the answer to each kind of question prints, as blocks."""

from collections.abc import Callable
from typing import Any

from bidwriter.bids.printing.printed import printed, printed_text
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.appraisal import appraisal_blocks
from bidwriter.exports.pdf.costs import cost_blocks
from bidwriter.exports.pdf.declarations import declaration_blocks
from bidwriter.exports.pdf.languages import answer_words
from bidwriter.exports.pdf.outputs import output_blocks
from bidwriter.exports.pdf.own_table import own_table_blocks
from bidwriter.exports.pdf.partners import partner_blocks
from bidwriter.exports.pdf.rich_text import rich_text_blocks
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Block, ItemList, Paragraph, TextStyle
from bidwriter.kinds.frozen import is_empty
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.values.declarations import Declarations

# How the answers of a kind print that are more than a line or a few words. A test names a kind of
# long answers without one.
PRINTS: dict[str, Callable[[Sheet, Any], list[Block]]] = {
    "rich-text": lambda sheet, question: rich_text_blocks(
        str(printed(sheet.bid, question)), sheet.bid.language
    ),
    "partners": partner_blocks,
    "outputs": output_blocks,
    "cost-lines": cost_blocks,
    "appraisal": appraisal_blocks,
    "table": own_table_blocks,
    "declarations": declaration_blocks,
}
NO_ANSWER = "No answer yet"
WITHHELD = "Withheld"
NO_FILE = "No file goes with this public copy"


def answer_blocks(sheet: Sheet, question: AnyQuestion) -> list[Block]:
    """The answer beneath its heading."""
    value = printed(sheet.bid, question)
    if sheet.hides(question):
        return [Paragraph(WITHHELD, style.MUTED)]
    if is_empty(value) and not isinstance(question, Declarations):
        return [Paragraph(no_answer(sheet, question), style.MUTED)]
    prints = PRINTS.get(question.kind)
    return prints(sheet, question) if prints else short_blocks(sheet, question, style.BODY)


def short_blocks(sheet: Sheet, question: AnyQuestion, given: TextStyle) -> list[Block]:
    """A short answer: its words, or a list where several things were chosen."""
    if sheet.hides(question):
        return [Paragraph(WITHHELD, given.but(colour=style.TEXT3))]
    words = printed_text(sheet.bid, question)
    if not words:
        return [Paragraph(no_answer(sheet, question), given.but(colour=style.TEXT3))]
    if question.is_set:
        items = [answer_words(sheet, question, line) for line in words.split("\n")]
        return [ItemList(items, given, indent=12, bullet_colour=style.TEXT3, gap=0)]
    *lines, last = (answer_words(sheet, question, line) for line in words.split("\n"))
    return [*(Paragraph(line, given.but(after=0)) for line in lines), Paragraph(last, given)]


def no_answer(sheet: Sheet, question: AnyQuestion) -> str:
    """What is printed where there is no answer. A public copy may have been left without files that
    the bid has."""
    return NO_FILE if sheet.public and question.is_of_files else NO_ANSWER
