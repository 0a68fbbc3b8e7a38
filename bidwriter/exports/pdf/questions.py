"""QUESTIONS AND ANSWERS: every question that the phase asks, in the order of the tasks."""

from collections.abc import Iterator
from itertools import groupby

from bidwriter.bids.bid import Bid
from bidwriter.bids.printing.limits import use_of_limit, words_in
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.answers import answer_blocks, short_blocks
from bidwriter.exports.pdf.languages import question_words, said
from bidwriter.exports.pdf.principle_marks import chips
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Block, Cell, Column, Heading, Paragraph, Row, Table, Words
from bidwriter.kinds.frozen import is_empty
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.question import limit_of
from bidwriter.kinds.values.rich_text import RichText
from bidwriter.rounds.round import Section, Task


def question_blocks(sheet: Sheet) -> list[Block]:
    """All sections with their questions."""
    return [block for section in sheet.bid.round.sections for block in _section(sheet, section)]


def _section(sheet: Sheet, section: Section) -> Iterator[Block]:
    tasks = _tasks(sheet.bid, section)
    if not any(questions for _, questions in tasks):
        return
    yield Heading(2, said(sheet, section.title), style.SECTION, topic=section.title)
    for task, questions in tasks:
        yield from _task(sheet, task, questions, section)


def _task(
    sheet: Sheet, task: Task, questions: list[AnyQuestion], section: Section
) -> Iterator[Block]:
    for words, run in _runs(task, questions):
        if len(run) > 1:
            yield _heading(said(sheet, words))
            yield _short_table(sheet, run)
        else:
            yield from _question(sheet, run[0], section)


def _runs(task: Task, questions: list[AnyQuestion]) -> Iterator[tuple[str, list[AnyQuestion]]]:
    """The headings and what stands under each: neighbouring short questions share a table; every
    other question has a heading of its own."""
    for short, group in groupby(questions, key=lambda question: question.is_short):
        run = list(group)
        if short and len(run) > 1:
            yield task.title or task.label, run
        else:
            yield from ((_numbered(question), [question]) for question in run)


def heading_over(bid: Bid, id_: str) -> str:
    """The words of the heading under which a question is printed; "" if it is not asked."""
    for section in bid.round.sections:
        for task, questions in _tasks(bid, section):
            for words, run in _runs(task, questions):
                if any(question.id == id_ for question in run):
                    return words
    return ""


def _tasks(bid: Bid, section: Section) -> list[tuple[Task, list[AnyQuestion]]]:
    asked = {question.id: question for question in bid.asked}
    return [
        (task, [asked[id_] for id_ in task.questions if id_ in asked]) for task in section.tasks
    ]


def _numbered(question: AnyQuestion) -> str:
    return f"{question.number}  {question.wording}" if question.number else question.wording


def _question(sheet: Sheet, question: AnyQuestion, section: Section) -> Iterator[Block]:
    yield _heading(
        question_words(sheet, question, _numbered(question)),
        topic=question.number or section.title,
        aside=count_words(sheet, question),
    )
    yield from chips(sheet, question.id)
    yield from answer_blocks(sheet, question)


def _heading(words: Words, *, topic: str = "", aside: tuple[str, bool] = ("", False)) -> Heading:
    small, over = aside
    colour = style.BAD if over else style.TEXT2
    return Heading(
        3,
        words,
        style.QUESTION,
        topic=topic,
        aside=Paragraph(small, style.ASIDE.but(colour=colour)) if small else None,
        rule=style.INK,
    )


def _short_table(sheet: Sheet, questions: list[AnyQuestion]) -> Table:
    rows = []
    for question in questions:
        words = question_words(sheet, question, _numbered(question))
        head = Cell(words, "Row", style=style.SMALL)
        limit, over = count_words(sheet, question)
        small = style.TINY.but(colour=style.BAD if over else style.TEXT3)
        answer = short_blocks(sheet, question, style.SMALL_TEXT)
        if limit:
            answer.append(Paragraph(limit, small))
        rows.append(Row((head, Cell(answer))))
    return Table((Column(width=170), Column()), rows, style.TABLE, after=8)


def count_words(sheet: Sheet, question: AnyQuestion) -> tuple[str, bool]:
    """How much of its limit an answer uses, and whether that is too much."""
    if sheet.hides(question):
        return "", False
    use, limit = use_of_limit(sheet.bid, question), limit_of(question)
    if use is None or limit is None:
        written = isinstance(question, RichText) and not is_empty(sheet.bid.answer(question.id))
        return (f"{words_in(sheet.bid, question):,} words" if written else ""), False
    over = f", {-use.left:,} too many" if use.left < 0 else ""
    about = ["table\u00a0included"] if limit.also_counts else []
    about += ["limit\u00a0assumed"] if limit.basis == "assumed" else []
    lines = [f"{use.used:,} of {use.limit:,} {use.unit}{over}", ", ".join(about)]
    return ", ".join(line for line in lines if line), use.left < 0
