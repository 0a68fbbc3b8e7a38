"""THE PRINCIPLE MAP: each principle in its own words, and everything that shows it."""

from collections.abc import Iterator
from itertools import groupby

from bidwriter.bids.bid import Evidence
from bidwriter.bids.principles import Item, rule_words
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.languages import answered, said, said_in
from bidwriter.exports.pdf.principle_marks import item_title, item_words
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Block, Callout, Cell, Column, Heading, Paragraph, Row, Table
from bidwriter.rounds.round import Principle


def principle_map_blocks(sheet: Sheet) -> list[Block]:
    """The map; nothing in a round without principles."""
    round_ = sheet.bid.round
    if not round_.principles:
        return []
    return [
        Heading(2, "How the bid shows the principles", style.SECTION, topic="Principles"),
        *_intro(sheet),
        *(block for principle in round_.principles for block in _principle(sheet, principle)),
        *_showing_none(sheet),
    ]


def _intro(sheet: Sheet) -> Iterator[Block]:
    if rule := rule_words(sheet.bid):
        words = (headline.word for headline in sheet.bid.round.headlines)
        yield Paragraph(said_in(sheet, rule, *words), style.NOTE)
    if source := sheet.bid.round.principles_source:
        quoted = f"The principles are quoted from: {source}."
        yield Paragraph(said_in(sheet, quoted, source), style.NOTE)


def _principle(sheet: Sheet, principle: Principle) -> Iterator[Block]:
    shown = next(one for one in sheet.figures.principles_shown if one.principle == principle.number)
    counted = f"{shown.word}: {shown.strong} strongly, {shown.some} in part"
    yield Heading(
        3,
        said_in(sheet, f"{principle.number}  {principle.name}", principle.name),
        style.QUESTION,
        topic="Principles",
        aside=Paragraph(said_in(sheet, counted, shown.word), style.ASIDE),
        rule=style.look(principle.number).colour,
    )
    yield _quotation(sheet, principle)
    rows = [
        _row(sheet, item, shows)
        for item in sheet.items
        if (shows := sheet.evidence.get((item.place, principle.number)))
    ]
    if not rows:
        yield Paragraph("Nothing in this bid says that it shows this principle.", style.MUTED)
        return
    columns = (Column(1), Column(width=50), Column(1.4))
    lines = [line for row in rows for line in row]
    yield Table(columns, lines, style.TABLE, header=("Where", "How", "Why"), after=10)


def _showing_none(sheet: Sheet) -> Iterator[Block]:
    """The items of which nothing is said, so that all that could show a principle is told."""
    shown = {place for place, _ in sheet.evidence}
    silent = [item for item in sheet.items if item.place not in shown]
    if not silent:
        return
    yield Heading(3, "What shows no principle", style.QUESTION, topic="Principles", rule=style.INK)
    for group, members in groupby(silent, key=lambda item: item.group):
        found = tuple(members)
        names = "; ".join(_named(item) for item in found)
        words = f"{group.capitalize()}: {names}."
        yield Paragraph(item_words(sheet, words, *found), style.NOTE)


def _quotation(sheet: Sheet, principle: Principle) -> Block:
    quoted = f"“{principle.text}”" if principle.quoted else f"{principle.text} (in our own words)"
    blocks: list[Block] = [Paragraph(said_in(sheet, quoted, principle.text), style.SMALL_TEXT)]
    if principle.note:
        blocks.append(Paragraph(said(sheet, principle.note), style.TINY.but(before=3)))
    quotation = Callout(blocks, fill=style.look(principle.number).tint, pad=8, after=4)
    quotation.keep_with_next = True
    return quotation


def _row(sheet: Sheet, item: Item, shows: Evidence) -> Iterator[Row]:
    """Where, how and why; beneath it the commitment it keeps, if one is named."""
    strength = sheet.strength(item.place, shows.principle)
    counts = "" if strength == shows.strength else " (counts as in part)"
    word = {"strong": "Strongly", "some": "In part"}[shows.strength]
    strong = style.SMALL_BOLD if strength == "strong" else style.SMALL_TEXT
    why = (
        answered(sheet, shows.reason)
        if shows.reason
        else ("Its main principle" if item.line else "–")
    )
    kept = _commitment(sheet, shows.commitment)
    cells = (
        Cell(item_words(sheet, _named(item), item), "Row"),
        Cell(word + counts, style=strong),
        Cell(why),
    )
    yield Row(cells, group=bool(kept), lined=not kept)
    if kept:
        texts = (commitment.text for commitment in sheet.bid.round.commitments)
        words = said_in(sheet, f"Keeps the commitment: {kept}", *texts)
        yield Row([Cell(words, columns=3, style=style.TINY)])


def _named(item: Item) -> str:
    return item_title(item) + (" (empty)" if item.empty else "")


def _commitment(sheet: Sheet, id_: str) -> str:
    if not id_:
        return ""
    found = next((one for one in sheet.bid.round.commitments if one.id == id_), None)
    if found is None:
        return id_
    return f"“{found.text}”" if found.quoted else f"{found.text} (in our own words)"
