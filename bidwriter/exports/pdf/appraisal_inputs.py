"""APPRAISAL INPUTS: every input with whose it is, its value, its source and what it shows."""

from collections.abc import Sequence

from bidwriter.bids.cells import rows_of
from bidwriter.bids.places import Place
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.languages import answered, said_in
from bidwriter.exports.pdf.principle_marks import mark_runs
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.tagged import Block, Cell, Column, Paragraph, Row, Table, Words
from bidwriter.kinds.tables.appraisal import (
    CLASSES,
    CONFIDENCE,
    Appraisal,
    Input,
    rule_words,
    value_words,
    whose_words,
)


def input_blocks(sheet: Sheet, question: Appraisal) -> list[Block]:
    """The table of inputs; with a benefit the principles that it shows."""
    rows = [row for row in rows_of(sheet.bid, question.id) if isinstance(row, Input)]
    if not rows:
        return []
    told = "Source, method and confidence"
    columns = (Column(1.25), Column(0.8), Column(1.7))
    marks = {row.id: mark_runs(sheet, Place(question.id).at(row.id)) for row in rows}
    header = ("Input", "Value", f"{told}; principles" if any(marks.values()) else told)
    table = [_row(sheet, row, marks[row.id]) for row in rows]
    return [Table(columns, table, style.TABLE, header=header, after=6)]


def _row(sheet: Sheet, row: Input, shows: list[Block]) -> Row:
    return Row(
        [
            Cell(_blocks(input_words(sheet, row), _about(row)), "Row"),
            Cell(_blocks(value_words(row) or "–", rule_words(row))),
            Cell([*_blocks(_source(sheet, row), _method(sheet, row)), *shows]),
        ],
    )


def input_words(sheet: Sheet, row: Input) -> Words:
    """What an input is called: as the officer named it, or as bidwriter calls its sort."""
    return answered(sheet, row.title) if row.name else row.title


def _blocks(words: Words, small: Sequence[Words]) -> list[Block]:
    below = [Paragraph(one, style.TINY) for one in small if one]
    return [Paragraph(words, style.SMALL_TEXT), *below]


def _about(row: Input) -> list[str]:
    whose = whose_words(row)
    kind = CLASSES[row.benefit_class] if row.benefit_class else ""
    citizens = "Gained by citizens: in no sum" if row.citizens else ""
    return [_joined(whose[:1].upper() + whose[1:], kind, citizens)]


def _source(sheet: Sheet, row: Input) -> Words:
    """The year of prices is a convention and has no source."""
    if row.source:
        return answered(sheet, row.source)
    return "" if row.input == "price-year" else "No source given"


def _method(sheet: Sheet, row: Input) -> list[Words]:
    sure = f"Confidence: {CONFIDENCE[row.confidence].lower()}" if row.confidence else ""
    method = row.method or ""
    return [said_in(sheet, _joined(method, sure), answers=(method,))]


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
