"""THE STRIP OF FACTS on the first page: the sums, the councils, the phase or the dates."""

from datetime import date
from decimal import Decimal

from bidwriter.bids.cells import rows_of
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.pdf.words import in_words, many
from bidwriter.exports.tagged import Block, Card, Cards, Paragraph, TextStyle
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.kinds.tables.outputs import Outputs
from bidwriter.kinds.tables.partners import Partners
from bidwriter.kinds.values import day, money

Fact = tuple[str, str, str, str]
"""Label, figure, the small line below, and the small line's colour ("" for its own)."""


def facts_strip(sheet: Sheet, pad: float) -> list[Block]:
    """Up to four facts side by side; none in a round that asks for none of them."""
    facts = [*_sums(sheet), *_councils(sheet), *_work(sheet)]
    if not facts:
        return []
    cards = [Card(_blocks(fact)) for fact in facts]
    strip = Cards(
        cards,
        gap=0,
        pad=11,
        pad_y=pad,
        before=12,
        lines=style.LINE2,
        top_line=style.TEXT3,
        foot_line=style.LINE2,
    )
    return [strip]


def _blocks(fact: Fact) -> list[Block]:
    label, figure, below, colour = fact
    small = style.FACT.but(colour=colour or style.FACT.colour)
    return [
        Paragraph(label, style.FACT),
        Paragraph(figure, _fitting(figure)),
        Paragraph(below, small),
    ]


def _fitting(figure: str) -> TextStyle:
    """A long figure is set smaller, so that it stays whole."""
    for most, size in ((8, 19.0), (11, 15.5), (14, 12.0)):
        if len(figure) <= most:
            return style.FIGURE.but(size=size)
    return style.FIGURE.but(size=9.5)


def _sums(sheet: Sheet) -> list[Fact]:
    if not any(isinstance(question, CostLines) for question in sheet.bid.asked):
        return []
    sums = sheet.figures
    cap, colour = against_cap(sums.requested, sums.cap)
    kind = ("We give in kind", money.show(sums.contributed_in_kind), _also(sheet), "")
    return [("We ask the fund for", money.show(sums.requested), cap, colour), kind]


def against_cap(requested: Decimal, cap: Decimal | None) -> tuple[str, str]:
    """How the request stands to the cap of the phase, and the words' colour."""
    if cap is None:
        return "", ""
    over = requested - cap
    if over > 0:
        return f"{money.show(over)} over the {money.show(cap)} cap", style.BAD
    return f"{'at' if not over else 'under'} the {money.show(cap)} cap", ""


def _also(sheet: Sheet) -> str:
    sums = sheet.figures
    if sums.contributed_in_cash:
        return f"and {money.show(sums.contributed_in_cash)} in cash"
    return f"of {money.show(sums.whole_project)} in all" if sums.whole_project else ""


def _councils(sheet: Sheet) -> list[Fact]:
    if not any(isinstance(question, Partners) for question in sheet.bid.asked):
        return []
    partners = sheet.bid.partners
    signed = sum(partner.signed is True for partner in partners)
    if not partners:
        below = "none named yet"
    elif signed == len(partners):
        below = "signed the Declaration" if signed == 1 else "all signed the Declaration"
    else:
        below = f"{in_words(signed) if signed else 'none'} signed the Declaration"
    if not sheet.bid.round.principles:
        below = ""
    others = any(partner.council and not partner.council.code for partner in partners)
    label = "Councils and bodies" if others else "Councils"
    return [(label, str(len(partners)), below, "")]


def _work(sheet: Sheet) -> list[Fact]:
    cover, phase = sheet.bid.round.cover, sheet.bid.round.phase(sheet.bid.phase)
    starts, ends = (_day(sheet, id_) for id_ in (cover.starts, cover.ends))
    if starts and ends:
        weeks = round(((ends - starts).days + 1) / 7)
        length = many(weeks, "week") if weeks else many((ends - starts).days + 1, "day")
        return [("The work runs", length, f"{_short(starts)} to {_short(ends)}", "")]
    if ends:
        return [("Delivered by", _short(ends), day.DAYS[ends.weekday()], "")]
    if phase:
        return [("Phase", phase.name, _outputs(sheet), "")]
    return [("Phase", "Not chosen", "", "")] if sheet.bid.round.phases else []


def _outputs(sheet: Sheet) -> str:
    rows = [
        row
        for question in sheet.bid.asked
        if isinstance(question, Outputs)
        for row in rows_of(sheet.bid, question.id)
    ]
    return f"{many(len(rows), 'output')} to deliver" if rows else ""


def _day(sheet: Sheet, question: str | None) -> date | None:
    value = sheet.bid.answer(question) if question else None
    return value if isinstance(value, date) else None


def _short(given: date) -> str:
    return f"{given.day} {day.MONTHS[given.month - 1]} {given.year}"
