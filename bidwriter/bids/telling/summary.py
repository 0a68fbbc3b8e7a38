"""A bid as lines of plain text, for the command line."""

from collections.abc import Iterator

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.principles import headlines
from bidwriter.bids.printing.limits import use_of_limit
from bidwriter.bids.printing.printed import printed_text
from bidwriter.kinds.around import Around
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.tables.cost_lines import PAYERS, CostLine, told_beneath
from bidwriter.kinds.values.money import show


def summary(bid: Bid) -> Iterator[str]:
    """The bid from its title to its sums, each answer with its count."""
    yield bid.title or "A bid with no title yet"
    phase = bid.round.phase(bid.phase)
    yield ", ".join(
        [
            bid.round.name,
            *([phase.name] if phase else []),
            *([f"led by {bid.lead.title}"] if bid.lead else []),
        ]
    )
    yield from _money(bid)
    for question in bid.asked:
        yield ""
        yield from _answer(bid, question)
    if bid.round.principles:
        yield ""
        for shown in headlines(bid):
            principle = bid.round.principle(shown.number)
            name = principle.name if principle else ""
            counts = f"{shown.strong} strong, {shown.some} some"
            yield f"Principle {shown.number}, {name}: {shown.word} ({counts})"
    for conflict in bid.conflicts:
        yield f"Left to decide: {conflict.place}, yours or that of “{conflict.file}”"
    for attachment in bid.attachments:
        yield f"Attached: {attachment.name} ({attachment.size:,} bytes) {attachment.about}".rstrip()


def _money(bid: Bid) -> Iterator[str]:
    sums = totals(bid)
    limit = bid.cap
    if sums.whole or limit:
        against = f" of a cap of {show(limit)}" if limit is not None else ""
        yield (
            f"Asks the fund for {show(sums.fund)}{against}; gives {show(sums.contributed)}; "
            f"whole project {show(sums.whole)}"
        )


def _answer(bid: Bid, question: AnyQuestion) -> Iterator[str]:
    use = use_of_limit(bid, question)
    count = f"  [{use.used:,} of {use.limit:,} {use.unit}]" if use else ""
    yield f"{question.number + ' ' if question.number else ''}{question.wording}{count}"
    lines = [row for row in rows_of(bid, question.id) if isinstance(row, CostLine)]
    if lines:
        for line in lines:
            yield f"  {_cost_line(line)}"
            yield from (f"    {words}" for words in told_beneath(line, Around(bid, question, line)))
        return
    words = printed_text(bid, question)
    yield from (f"  {line}" for line in (words.splitlines() or ["(no answer yet)"]))


def _cost_line(line: CostLine) -> str:
    amount = show(line.amount) if line.amount is not None else "no total yet"
    payer = PAYERS[line.payer] if line.payer else "nobody pays yet"
    said = ", ".join(filter(None, (line.quantity_text, amount, payer)))
    return f"{line.title}: {said}"
