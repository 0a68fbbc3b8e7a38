"""AT A GLANCE: the facts that the fund's team sorts by, at the foot of the first page."""

from bidwriter.bids.cells import rows_of
from bidwriter.bids.printing.printed import printed_text
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.answers import NO_ANSWER, WITHHELD
from bidwriter.exports.pdf.languages import answer_words, said, said_in
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.pdf.words import all_in_words, in_words, moment, shortened
from bidwriter.exports.tagged import Block, Cell, Column, Heading, Row, Run, Table, Words
from bidwriter.exports.tagged.text import as_runs
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.parts.contact import Contact, Person
from bidwriter.kinds.tables.outputs import Outputs
from bidwriter.kinds.tables.partners import Partner
from bidwriter.kinds.values import day
from bidwriter.kinds.values.declarations import Declarations
from bidwriter.kinds.values.short_text import ShortText
from bidwriter.rounds.round import Round

Line = tuple[Words, Words]

_MANY = 6


def glance_blocks(sheet: Sheet, above: float) -> list[Block]:
    """A table of names and facts."""
    lines = [
        *_facts(sheet),
        *_signed(sheet),
        *_reuse(sheet),
        *contact_lines(sheet),
        *_times(sheet),
    ]
    heads = [Cell(label, "Row", style=style.SMALL) for label, _ in lines]
    rows = [Row((head, words)) for head, (_, words) in zip(heads, lines, strict=True)]
    return [
        Heading(2, "At a glance", style.COVER_HEAD.but(before=above)),
        Table((Column(width=118), Column()), rows, style.TABLE),
    ]


def _facts(sheet: Sheet) -> list[Line]:
    asked = {question.id: question for question in sheet.bid.asked}
    found = [asked[id_] for id_ in sheet.bid.round.cover.facts if id_ in asked]
    return [
        (
            said(sheet, question.name),
            WITHHELD if sheet.hides(question) else _in_a_line(sheet, question) or NO_ANSWER,
        )
        for question in found
    ]


def _in_a_line(sheet: Sheet, question: AnyQuestion) -> Words:
    """An answer whose lines stand side by side."""
    lines = printed_text(sheet.bid, question).split("\n")
    words = [answer_words(sheet, question, line) for line in lines]
    if all(isinstance(line, str) for line in words):
        return ", ".join(lines)
    return tuple(run for line in words for run in (Run(", "), *as_runs(line)))[1:]


def _signed(sheet: Sheet) -> list[Line]:
    partners = sheet.bid.partners
    if not partners or not sheet.bid.round.has_declaration:
        return []
    return [("Signed the Declaration", f"{_who_signed(partners)}, as the officer states")]


def _who_signed(partners: tuple[Partner, ...]) -> str:
    signed = [partner for partner in partners if partner.signed is True]
    days = [partner.signed_on for partner in signed if partner.signed_on]
    last = f", the last on {day.show(max(days))}" if len(days) == len(signed) > 1 else ""
    if len(signed) == len(partners):
        return f"{all_in_words(len(partners))}{last}" if len(partners) > 1 else "The lead"
    return f"{in_words(len(signed)).capitalize()} of {in_words(len(partners))}{last}"


def _reuse(sheet: Sheet) -> list[Line]:
    """What others can reuse: the bid's outputs, once the officer has agreed to a statement that
    speaks of an open licence. No other answer says it in few words."""
    agreed = [
        statement.text
        for question in sheet.bid.asked
        if isinstance(question, Declarations) and not sheet.hides(question)
        for statement in question.statements
        if "open licence" in statement.text.casefold() and statement.id in _agreed(sheet, question)
    ]
    titles = [
        row.title
        for question in sheet.bid.asked
        if isinstance(question, Outputs) and not sheet.hides(question)
        for row in rows_of(sheet.bid, question.id)
        if not row.is_blank
    ]
    if not agreed or not titles:
        return []
    more = len(titles) - _MANY
    short = tuple(shortened(title, 60) for title in titles[:_MANY])
    named = "; ".join(short)
    rest = f"; and {in_words(more)} more" if more > 0 else ""
    words = f"{named}{rest}, under an open licence"
    return [("What others can reuse", said_in(sheet, words, answers=short))]


def _agreed(sheet: Sheet, question: Declarations) -> tuple[str, ...]:
    value = sheet.bid.answer(question.id)
    return tuple(str(one) for one in value) if isinstance(value, tuple) else ()


def contact_lines(sheet: Sheet) -> list[Line]:
    """The contact's role and council. Of short texts a pack does not say which asks for the role,
    so it is known by its id; where there is none, the line is left out."""
    roles = [
        question
        for question in sheet.bid.asked
        if isinstance(question, Contact)
        or (
            isinstance(question, ShortText)
            and question.personal
            and question.id.rpartition("-")[2] in ("role", "title")
        )
    ]
    if not roles:
        return []
    if sheet.hides(roles[0]):
        return [("Contact", WITHHELD)]
    council = sheet.bid.lead.title if sheet.bid.lead else ""
    role = _role(sheet, roles[0])
    words = " · ".join(part for part in (role, council) if part) or NO_ANSWER
    return [("Contact", said_in(sheet, words, answers=(role,)))]


def _role(sheet: Sheet, question: AnyQuestion) -> str:
    if not isinstance(question, Contact):
        return printed_text(sheet.bid, question)
    value = sheet.bid.answer(question.id)
    return value.post or "" if isinstance(value, Person) else ""


def _times(sheet: Sheet) -> list[Line]:
    closes = closing_words(sheet.bid.round)
    changed = moment(sheet.changed) if sheet.changed else "Not changed since it was begun"
    closing = sheet.bid.round.closing
    if sheet.changed and closing and sheet.changed > closing:
        changed += ", after the round had closed"
    return [*([("Round closes", closes)] if closes else []), ("Bid last changed", changed)]


def closing_words(round_: Round) -> str:
    """ "Thu 15 Nov 2018, 23:59 (time assumed)", in the round's own time; "" if none is given."""
    closes = round_.closes
    if closes is None:
        return ""
    zone = "UK time" if round_.time_zone == "Europe/London" else round_.time_zone
    assumed = {
        (True, True): ", assumed",
        (True, False): ", day assumed",
        (False, True): ", time assumed",
    }.get((closes.basis == "assumed", closes.time_basis == "assumed"), "")
    return f"{day.show(closes.day)}, {closes.time} {zone}{assumed}"
