"""The whole bid as one document, in the small HTML that Qt shows. All words are escaped."""

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.printing.limits import use_of_limit
from bidwriter.bids.printing.printed import printed
from bidwriter.kinds.around import Around, Surroundings
from bidwriter.kinds.cells.councils import ALL
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.tables.appraisal import value_words, whose_words
from bidwriter.kinds.tables.cost_lines import CostLine, told_beneath
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.kinds.tables.rows import Row
from bidwriter.kinds.tables.table import Table
from bidwriter.kinds.values.day import show as show_day
from bidwriter.kinds.values.money import show
from bidwriter.prose.blocks import Block, Span
from bidwriter.prose.markdown import parse
from bidwriter.prose.parted import ItemList, parted
from bidwriter.prose.rises import TAGS
from bidwriter.rounds.second_language import ENGLISH


def reading_html(bid: Bid) -> str:
    """The document: title, sums, then every question asked, with anchors by question id."""
    return "".join(_parts(bid))


def _parts(bid: Bid) -> Iterator[str]:
    title = bid.title or "A bid with no title yet"
    yield f"<h1{_written(bid) if bid.title else ''}>{escape(title)}</h1>"
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
            name = f'<a name="section-{section.id}"></a>'
            yield f"<h2{_said(bid, section.title)}>{name}{escape(section.title)}</h2>"
            for question in questions:
                yield from _question(bid, question)
    if bid.attachments:
        yield '<h2><a name="section-attachments"></a>Attachments</h2><ul>'
        for item in bid.attachments:
            about = f": {escape(item.about)}" if item.about else ""
            yield f"<li>{escape(item.name)}{about}</li>"
        yield "</ul>"


def _said(bid: Bid, text: str) -> str:
    """The attribute of an element that holds a text of the pack; "" where the form is English."""
    if not bid.language:
        return ""
    return f' lang="{ENGLISH if bid.round.is_english(text) else bid.language}"'


def _written(bid: Bid) -> str:
    """The same of what the officer wrote."""
    return f' lang="{bid.language}"' if bid.language else ""


def _question(bid: Bid, question: AnyQuestion) -> Iterator[str]:
    number = f"{escape(question.number)}&nbsp;&nbsp;" if question.number else ""
    name, said = f'<a name="{question.id}"></a>', _said(bid, question.wording)
    yield f"<h3{said}>{name}{number}{escape(question.wording)}</h3>"
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
    if question.is_prose:
        prose = "".join(_prose(parse(str(value))))
        yield f"<div{_written(bid)}>{prose}</div>" if bid.language else prose
    elif isinstance(question, Table):
        yield from _table(bid, question)
    else:
        yield from (f"<p>{escape(line)}</p>" for line in question.text(value).splitlines())


def _prose(blocks: tuple[Block, ...]) -> Iterator[str]:
    for part in parted(blocks):
        if isinstance(part, ItemList):
            yield _list(part)
        else:
            tag = "h4" if part.kind == "heading" else "p"
            yield f"<{tag}>{_spans(part.spans)}</{tag}>"


def _list(part: ItemList) -> str:
    items = "".join(
        f"<li>{_spans(item.block.spans)}{''.join(map(_list, item.lists))}</li>"
        for item in part.items
    )
    if part.kind == "bullet":
        return f"<ul>{items}</ul>"
    return f'<ol start="{part.start}">{items}</ol>' if part.start != 1 else f"<ol>{items}</ol>"


def _spans(spans: tuple[Span, ...]) -> str:
    written = ""
    for span in spans:
        words = escape(span.text).replace("\n", "<br>")
        tag = TAGS.get(span.rise)
        words = f"<{tag}>{words}</{tag}>" if tag else words
        words = f"<i>{words}</i>" if span.italic else words
        words = f"<b>{words}</b>" if span.bold else words
        written += f'<a href="{escape(span.link)}">{words}</a>' if span.link else words
    return written


def _table(bid: Bid, table: Table) -> Iterator[str]:
    head, cells_of = _READ.get(table.kind, (_titles(table), _all_cells))
    if table.kind == "partners" and not bid.round.has_declaration:
        head, cells_of = _UNSIGNED
    yield '<table border="0" cellspacing="0" cellpadding="6" width="100%"><tr>'
    yield "".join(f'<th align="left">{escape(name)}</th>' for name in head)
    yield "</tr>"
    for row in rows_of(bid, table.id):
        around = Around(bid, table, row)
        cells = [escape(cell) for cell in cells_of(row, around)]
        if isinstance(row, CostLine):
            beneath = (f"<br><small>{escape(w)}</small>" for w in told_beneath(row, around))
            cells[0] += "".join(beneath)
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    if isinstance(table, OwnTable):
        yield from _totals(bid, table)
    yield "</table>"


def _totals(bid: Bid, table: OwnTable) -> Iterator[str]:
    sums = table.totals(rows_of(bid, table.id))
    shown = [own.shown(sums[own.id]) if own.id in sums else "" for own in table.own_columns]
    if sums:
        first = [] if table.rows_are_fixed else [f"Total {shown.pop(0)}".strip()]
        cells = [*(first or ["Total"]), *shown]
        yield f"<tr>{''.join(f'<td><b>{escape(cell)}</b></td>' for cell in cells)}</tr>"


def _titles(table: Table) -> tuple[str, ...]:
    noun = table.noun
    first = (f"{noun[:1].upper()}{noun[1:]}",) if table.rows_are_fixed else ()
    return (*first, *(column.title for column in table.columns if not column.within))


def _all_cells(row: Row, around: Around) -> tuple[str, ...]:
    table = around.question
    first = (row.title,) if isinstance(table, Table) and table.rows_are_fixed else ()
    columns = table.columns if isinstance(table, Table) else row.columns
    shown = (row.shown(column.key, around) for column in columns if not column.within)
    return (*first, *shown)


def _partner(row: Any, around: Around) -> tuple[str, ...]:  # noqa: ARG001
    signed = "Signed" if row.signed else "Not signed"
    if row.signed_on:
        signed = f"Signed {show_day(row.signed_on)}"
    return row.title, "Lead" if row.is_lead else "Partner", signed, row.part or ""


def _unsigned_partner(row: Any, around: Around) -> tuple[str, ...]:
    title, role, _, part = _partner(row, around)
    return title, role, part


def _cost_line(row: Any, around: Around) -> tuple[str, ...]:
    cells = tuple(row.shown(key, around) for key in ("what", "quantity", "total", "payer"))
    return *cells, councils(around.bid, row)


def _input(row: Any, around: Around) -> tuple[str, ...]:  # noqa: ARG001
    return row.title, whose_words(row), value_words(row), row.source or ""


# Tables that are read in other columns than they have: headings, and what makes the cells. All
# others are read as they are.
_READ: dict[str, tuple[tuple[str, ...], Callable[[Row, Around], tuple[str, ...]]]] = {
    "partners": (("Council", "Part", "Declaration", "What it does"), _partner),
    "cost-lines": (("What", "Quantity", "Total", "Who pays", "Council"), _cost_line),
    "appraisal": (("Input", "Whose", "Value", "Source"), _input),
}


_UNSIGNED = (("Council", "Part", "What it does"), _unsigned_partner)


def councils(bid: Surroundings, line: CostLine) -> str:
    """The councils of a line in words."""
    if line.councils == (ALL,):
        if len(bid.partners) == 2:
            return "Both"
        return f"All {len(bid.partners)}" if bid.partners else "All"
    names = {p.key: p.short_name for p in bid.partners if p.key}
    return ", ".join(names.get(key, key) for key in line.councils)
