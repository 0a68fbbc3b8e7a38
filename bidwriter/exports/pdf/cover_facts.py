"""THE STRIP OF FACTS on the first page: the sums, what they are worth, when the work runs.

All are the bid's own figures; what it does not have gives way to the councils and the phase.
"""

import re
from datetime import date
from decimal import Decimal

from bidwriter.bids.appraising.findings import default_scenario, ratio_words
from bidwriter.bids.appraising.inputs import inputs_of
from bidwriter.bids.appraising.uncertainty import cases
from bidwriter.bids.cells import rows_of
from bidwriter.bids.costs.groups import payers_of
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.languages import said
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.pdf.words import in_words, many, sentence
from bidwriter.exports.tagged import Block, Card, Cards, Paragraph, TextStyle
from bidwriter.kinds.tables.appraisal import Appraisal
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.kinds.tables.outputs import Outputs
from bidwriter.kinds.tables.partners import Partners
from bidwriter.kinds.values import day, money
from bidwriter.kinds.values.stage import show as show_stage

Fact = tuple[str, str, str, str]
"""Label, figure, the small line below, and the small line's colour ("" for its own)."""


_MOST = 4
_MONTH = re.compile(r"\d{4}-\d{2}")


def facts_strip(sheet: Sheet, pad: float) -> list[Block]:
    """Up to four facts side by side; none in a round that asks for none of them."""
    facts = [*_sums(sheet), *_worth(sheet), *_work(sheet), *_councils(sheet), *_phase(sheet)]
    if not facts:
        return []
    cards = [Card(_blocks(sheet, fact)) for fact in facts[:_MOST]]
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


def _blocks(sheet: Sheet, fact: Fact) -> list[Block]:
    label, figure, below, colour = fact
    small = style.FACT.but(colour=colour or style.FACT.colour)
    return [
        Paragraph(label, style.FACT),
        Paragraph(said(sheet, figure), _fitting(figure)),
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
    ask = ("We ask the fund for", money.show(sums.requested), cap, colour)
    ways = payers_of(sheet.bid)
    if "in-kind" in ways and (sums.contributed_in_kind or not sums.contributed_in_cash):
        return [ask, ("We give in kind", money.show(sums.contributed_in_kind), _also(sheet), "")]
    whole = f"of {money.show(sums.whole_project)} in all" if sums.whole_project else ""
    given = ("We give in cash", money.show(sums.contributed_in_cash), whole, "")
    return [ask, given] if "cash" in ways else [ask]


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


def _worth(sheet: Sheet) -> list[Fact]:
    """What the appraisal finds for the scenario that the bid is about."""
    found, asked = sheet.figures.appraisal, [q for q in sheet.bid.asked if isinstance(q, Appraisal)]
    if found is None or not asked or any(map(sheet.hides, asked)):
        return []
    name = default_scenario(sheet.bid)
    result = next(one for one in found.scenarios if one.scenario == name)
    inputs = inputs_of(sheet.bid)
    said, _ = ratio_words(cases(inputs, name)) if inputs else ("–", "")
    back = f"{said[0].lower()}{said[1:]} back for each £1" if said != "–" else ""
    years = many(found.years, "year") if found.years == 1 else f"{found.years} years"
    return [(f"Net value, {years}", money.rough(result.net_present_value), back, "")]


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
    if partners and not sheet.bid.round.has_declaration:
        below = ""
    others = any(partner.council and not partner.council.code for partner in partners)
    label = "Councils and bodies" if others else "Councils"
    return [(label, str(len(partners)), below, "")]


def _work(sheet: Sheet) -> list[Fact]:
    """From its first day to its last; or through the months that the cost lines fall into."""
    cover = sheet.bid.round.cover
    starts, ends = (_day(sheet, id_) for id_ in (cover.starts, cover.ends))
    if starts and ends:
        weeks = round(((ends - starts).days + 1) / 7)
        length = many(weeks, "week") if weeks else many((ends - starts).days + 1, "day")
        return [("The work runs", sentence(length), f"{_short(starts)} to {_short(ends)}", "")]
    if ends:
        return [("Delivered by", _short(ends), day.DAYS[ends.weekday()], "")]
    return _months(sheet)


def _months(sheet: Sheet) -> list[Fact]:
    names = [one.name for one in sheet.figures.by_month or ()]
    months = [month for month in names if _MONTH.fullmatch(month)]
    if not months:
        return []
    first, last = min(months), max(months)
    (began, start), (ended, end) = (map(int, month.split("-")) for month in (first, last))
    span = show_stage(first) if first == last else show_stage(f"{first}/{last}")
    length = many((ended - began) * 12 + end - start + 1, "month")
    return [("The costs run", sentence(length), span, "")]


def _phase(sheet: Sheet) -> list[Fact]:
    phase = sheet.bid.round.phase(sheet.bid.phase)
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
