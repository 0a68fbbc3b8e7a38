"""WHAT WAS ASSUMED: what the pack states of the round without a published source.

A note that stands for several facts is printed once, with all their names.
"""

from collections.abc import Iterator

from bidwriter.bids.bid import Bid
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.languages import said, said_in
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.pdf.words import in_words, listed
from bidwriter.exports.tagged import Block, Cell, Column, Heading, Paragraph, Row, Table
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.question import Stated, limit_of
from bidwriter.kinds.values.declarations import Declarations
from bidwriter.rounds.round import Round

Fact = tuple[str, str, Stated]
"""What kind of fact, its name, and what the pack says of it."""

_SMALL = style.TINY.but(colour=style.TEXT, leading=12)
NO_NOTE = "The pack gives no source."
_KINDS = {
    "date": ("Date", "Dates"),
    "question": ("Question", "Questions"),
    "limit": ("Limit", "Limits"),
    "statement": ("Declaration", "Declarations"),
    "check": ("Rule", "Rules"),
    "output": ("Required output", "Required outputs"),
    "principle": ("Principle", "Principles"),
    "commitment": ("Commitment", "Commitments"),
    "criterion": ("Criterion", "Criteria"),
}
"""What each kind of fact is called: one, and several."""


def assumed_blocks(sheet: Sheet) -> list[Block]:
    """The facts in a table, assumed ones first."""
    groups = grouped_facts(sheet)
    if not groups:
        return []
    rows: list[Row] = []
    names = tuple(_names_within(sheet))
    for title, among in (("Assumed", True), ("Published, with a note", False)):
        members = [(name, note) for name, assumed, note in groups if assumed is among]
        if members:
            head = Cell(title, "Row", 2, style.TINY.but(colour=style.TEXT, weight="bold"))
            rows.append(Row((head,), fill=style.SUNKEN, group=True))
        rows += [
            Row((Cell(said_in(sheet, name, *names), "Row"), said(sheet, note)), _SMALL)
            for name, note in members
        ]
    columns = (Column(1.1), Column(2.2))
    intro = (
        "The fund did not publish everything that a bid needs to know. This is what the round’s "
        "pack assumes or notes about what this bid was asked."
    )
    return [
        Heading(2, "What was assumed", style.SECTION, topic="What was assumed"),
        Paragraph(intro, style.NOTE),
        Table(columns, rows, style.TABLE, header=("What", "Note"), after=10),
    ]


def grouped_facts(sheet: Sheet) -> list[tuple[str, bool, str]]:
    """Names, whether assumed, and note: one for each kind of fact and note, assumed first."""
    groups: dict[tuple[str, str, bool], list[str]] = {}
    for kind, name, stated in _facts(sheet):
        key = (kind, stated.note or NO_NOTE, stated.basis == "assumed")
        groups.setdefault(key, []).append(name)
    rows = [(_names(kind, names), assumed, note) for (kind, note, assumed), names in groups.items()]
    return sorted(rows, key=lambda row: not row[1])


def _names_within(sheet: Sheet) -> Iterator[str]:
    """The texts of the pack that the names of facts are made of."""
    yield from (name for _, name, _ in _facts(sheet))
    yield from (question.name for question in sheet.bid.asked)
    yield from (principle.name for principle in sheet.bid.round.principles)


def _names(kind: str, names: list[str]) -> str:
    one, more = _KINDS[kind]
    if kind == "limit" and all(name[:1].isdigit() for name in names):
        return f"{one if len(names) == 1 else more}: {_of_questions(names)}"
    if kind == "statement" and len(names) > 1:
        return f"{more}: the wording of {in_words(len(names))}"
    return f"{one}: {names[0]}" if len(names) == 1 else f"{more}: {'; '.join(names)}"


def _of_questions(names: list[str]) -> str:
    return f"question {names[0]}" if len(names) == 1 else f"questions {listed(names)}"


def _facts(sheet: Sheet) -> Iterator[Fact]:
    """Facts that this bid's phase meets and that are assumed or carry a note."""
    for kind, name, stated in _all_facts(sheet):
        if stated.basis == "assumed" or stated.note:
            yield kind, name, stated


def _all_facts(sheet: Sheet) -> Iterator[Fact]:
    yield from _date_facts(sheet.bid.round)
    for question in sheet.bid.asked:
        yield from _question_facts(question)
    yield from _phase_facts(sheet.bid)
    yield from _scored_facts(sheet)


def _date_facts(round_: Round) -> Iterator[Fact]:
    for moment, name in ((round_.opens, "opening"), (round_.closes, "closing")):
        if moment:
            yield "date", f"{name} day", moment.model_copy(update={"note": ""})
            yield "date", f"{name} time", Stated(basis=moment.time_basis, note=moment.note)


def _phase_facts(bid: Bid) -> Iterator[Fact]:
    for use in bid.checks:
        if dict(use.params).get("phase", bid.phase) == bid.phase:
            yield "check", use.check.replace("-", " "), use
    for output in bid.round.required_outputs:
        is_asked = bid.asking.holds(output.asked_when)
        if is_asked and (not output.phases or bid.phase in output.phases):
            yield "output", output.name, output


def _scored_facts(sheet: Sheet) -> Iterator[Fact]:
    round_ = sheet.bid.round
    for principle in round_.principles:
        yield "principle", f"{principle.number}, {principle.name}", principle
    cited = {one.commitment for one in sheet.evidence.values()}
    for commitment in round_.commitments:
        if commitment.id in cited:
            yield "commitment", commitment.text, commitment
    for criterion in round_.criteria:
        yield "criterion", criterion.name, criterion


def _question_facts(question: AnyQuestion) -> Iterator[Fact]:
    yield "question", f"{question.number} {question.name}".strip(), question
    if limit := limit_of(question):
        yield "limit", question.number or question.name, limit
    if isinstance(question, Declarations):
        for statement in question.statements:
            yield "statement", statement.text, statement
