"""The whole bid as one document, in the small HTML that Qt shows. All words are escaped."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import assert_never

from bidwriter.bids.bid import Bid
from bidwriter.bids.counting import use_of_limit
from bidwriter.bids.editing import rows_of
from bidwriter.bids.printing import printed
from bidwriter.bids.totals import totals
from bidwriter.kinds.kinds import AnyQuestion, AnyRow, text
from bidwriter.kinds.tables.appraisal import Appraisal, Input, value_words, whose_words
from bidwriter.kinds.tables.cost_lines import (
    ALL,
    PAYERS,
    CostLine,
    CostLines,
    quantity_text,
    told_beneath,
)
from bidwriter.kinds.tables.outputs import Output, Outputs
from bidwriter.kinds.tables.partners import Partner, Partners
from bidwriter.kinds.values.day import show as show_day
from bidwriter.kinds.values.money import show
from bidwriter.kinds.values.rich_text import RichText
from bidwriter.prose.blocks import Block, Span
from bidwriter.prose.markdown import parse


def reading_html(bid: Bid) -> str:
    """The document: title, sums, then every question asked, with anchors by question id."""
    return "".join(_parts(bid))


def _parts(bid: Bid) -> Iterator[str]:
    yield f"<h1>{escape(bid.title or 'A bid with no title yet')}</h1>"
    phase = bid.round.phase(bid.phase)
    parts = [
        bid.round.name,
        phase.name if phase else "",
        f"led by {bid.lead.title}" if bid.lead else "",
    ]
    yield f"<p>{escape('  ·  '.join(part for part in parts if part))}</p>"
    sums = totals(bid)
    if sums.whole:
        yield (
            f"<p><b>{show(sums.fund)}</b> asked of the fund, "
            f"<b>{show(sums.contributed)}</b> given by "
            f"the applicants, <b>{show(sums.whole)}</b> in all.</p>"
        )
    asked = {question.id: question for question in bid.asked}
    for section in bid.round.sections:
        questions = [asked[q] for task in section.tasks for q in task.questions if q in asked]
        if questions:
            yield f'<h2><a name="section-{section.id}"></a>{escape(section.title)}</h2>'
            for question in questions:
                yield from _question(bid, question)
    if bid.attachments:
        yield '<h2><a name="section-attachments"></a>Attachments</h2><ul>'
        for item in bid.attachments:
            about = f": {escape(item.about)}" if item.about else ""
            yield f"<li>{escape(item.name)}{about}</li>"
        yield "</ul>"


def _question(bid: Bid, question: AnyQuestion) -> Iterator[str]:
    number = f"{escape(question.number)}&nbsp;&nbsp;" if question.number else ""
    yield f'<h3><a name="{question.id}"></a>{number}{escape(question.wording)}</h3>'
    use = use_of_limit(bid, question)
    notes = [f"{use.used:,} of {use.limit:,} {use.unit}"] if use else []
    for evidence in bid.evidence:
        if evidence.place == question.id:
            principle = bid.round.principle(evidence.principle)
            name = principle.name if principle else f"principle {evidence.principle}"
            notes.append(f"{evidence.principle} {name}, {evidence.strength}")
    if notes:
        yield f"<p><small>{escape('  ·  '.join(notes))}</small></p>"
    yield from _answer(bid, question)


def _answer(bid: Bid, question: AnyQuestion) -> Iterator[str]:
    value = printed(bid, question)
    if value is None:
        yield "<p><i>No answer yet</i></p>"
        return
    match question:
        case RichText():
            yield from _prose(parse(str(value)))
        case Partners() | Outputs() | CostLines() | Appraisal():
            yield from _table(bid, question)
        case _:
            for line in text(question, value).splitlines():
                yield f"<p>{escape(line)}</p>"


def _prose(blocks: tuple[Block, ...]) -> Iterator[str]:
    tags = {"bullet": "ul", "number": "ol"}
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind in tags:
            items = "".join(f"<li>{_spans(block.spans)}</li>" for block in group)
            yield f"<{tags[kind]}>{items}</{tags[kind]}>"
        else:
            tag = "h4" if kind == "heading" else "p"
            yield from (f"<{tag}>{_spans(block.spans)}</{tag}>" for block in group)


def _spans(spans: tuple[Span, ...]) -> str:
    written = ""
    for span in spans:
        words = escape(span.text).replace("\n", "<br>")
        words = f"<i>{words}</i>" if span.italic else words
        words = f"<b>{words}</b>" if span.bold else words
        written += f'<a href="{escape(span.link)}">{words}</a>' if span.link else words
    return written


def _table(bid: Bid, question: Partners | Outputs | CostLines | Appraisal) -> Iterator[str]:
    match question:
        case Partners():
            head: tuple[str, ...] = ("Council", "Part", "Declaration", "What it does")
        case Outputs():
            head = ("Output", "Action", "When")
        case CostLines():
            head = ("What", "Quantity", "Total", "Who pays", "Council")
        case Appraisal():
            head = ("Input", "Whose", "Value", "Source")
        case _:
            assert_never(question)
    yield '<table border="0" cellspacing="0" cellpadding="6" width="100%"><tr>'
    yield "".join(f'<th align="left">{name}</th>' for name in head)
    yield "</tr>"
    for row in rows_of(bid, question.id):
        cells = [escape(cell) for cell in _cells(bid, row)]
        if isinstance(row, CostLine) and isinstance(question, CostLines):
            beneath = (f"<br><small>{escape(w)}</small>" for w in told_beneath(question, row))
            cells[0] += "".join(beneath)
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    yield "</table>"


def _cells(bid: Bid, row: AnyRow) -> tuple[str, ...]:
    match row:
        case Partner():
            signed = (
                f"Signed {show_day(row.signed_on)}"
                if row.signed_on
                else "Signed"
                if row.signed
                else "Not signed"
            )
            return row.title, "Lead" if row.is_lead else "Partner", signed, row.part or ""
        case Output():
            return row.output or "", row.action or "", row.when or ""
        case CostLine():
            amount = show(row.amount) if row.amount is not None else ""
            payer = PAYERS[row.payer] if row.payer else ""
            return row.what or "", quantity_text(row), amount, payer, councils(bid, row)
        case Input():
            return row.title, whose_words(row), value_words(row), row.source or ""
        case _:
            assert_never(row)


def councils(bid: Bid, line: CostLine) -> str:
    """The councils of a line in words."""
    if line.councils == (ALL,):
        return f"All {len(bid.partners)}" if bid.partners else "All"
    names = {p.key: p.council.short_name for p in bid.partners if p.council}
    return ", ".join(names.get(key, key) for key in line.councils)
