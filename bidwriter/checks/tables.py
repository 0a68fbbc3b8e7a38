"""What is checked of every table: partners, outputs and cost lines, cell by cell."""

from collections.abc import Iterator
from datetime import date, datetime

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.checks.cost_line import check_line
from bidwriter.checks.problem import Problem
from bidwriter.councils.register import council
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.tables.outputs import Output, Outputs
from bidwriter.kinds.tables.partners import Partner, Partners
from bidwriter.kinds.values.day import show


def check_tables(bid: Bid, now: datetime) -> Iterator[Problem]:
    """Problems of rows, table by table."""
    for question in bid.asked:
        rows = rows_of(bid, question.id)
        if isinstance(question, Partners):
            partners = [row for row in rows if isinstance(row, Partner)]
            yield from _leads(question.id, partners)
            for at, partner in enumerate(partners, 1):
                yield from _partner(f"{question.id}/{partner.id}", partner, at, partners)
                yield from _in_register(bid, f"{question.id}/{partner.id}", partner, now.date())
        elif isinstance(question, Outputs):
            for at, row in enumerate(rows, 1):
                if isinstance(row, Output):
                    yield from _output(f"{question.id}/{row.id}", row, at)
        elif isinstance(question, CostLines):
            for at, row in enumerate(rows, 1):
                if isinstance(row, CostLine):
                    yield from check_line(bid, question, row, at)


# --- partners --------------------------------------------------------------------------------


def _leads(question: str, partners: list[Partner]) -> Iterator[Problem]:
    leads = [partner for partner in partners if partner.is_lead]
    if partners and not leads:
        yield Problem(
            "lead", question, "Choose which council leads", "No council is marked as the lead"
        )
    for partner in leads[1:]:
        place = f"{question}/{partner.id}/lead"
        yield Problem(
            "lead", place, "Choose one lead only", f"{partner.title} is marked as lead too"
        )


def _partner(place: str, partner: Partner, at: int, partners: list[Partner]) -> Iterator[Problem]:
    if partner.council is None:
        yield Problem(
            "partner", f"{place}/council", f"Choose a council for partner {at}", "Add partners"
        )
        return
    same = [other for other in partners if other.key == partner.key]
    if len(same) > 1 and partner is not same[0]:
        yield Problem(
            "partner", f"{place}/council", f"Take out {partner.title}: it is in the bid twice"
        )
    if partner.signed_on and partner.signed is False:
        yield Problem(
            "partner",
            f"{place}/signed",
            f"Say whether {partner.title} has signed",
            "There is a day of signing, but the answer is no",
        )


def _in_register(bid: Bid, place: str, partner: Partner, today: date) -> Iterator[Problem]:
    if partner.council is None or not partner.council.code:
        return
    found = council(partner.council.code)
    if found is None:
        yield Problem(
            "council",
            f"{place}/council",
            f"Choose a council again: {partner.council.code} is not a known code",
        )
        return
    day = bid.round.day_of_register
    if day and not found.existed_on(day):
        yield Problem(
            "council",
            f"{place}/council",
            f"Choose a council that was there on {show(day)}",
            _lifetime(found.title, found.first, found.last),
        )
    elif found.last and found.last < today:
        names = " and ".join(c.title for code in found.successors if (c := council(code)))
        yield Problem(
            "council",
            f"{place}/council",
            f"Check the name: {found.title} has since been replaced",
            f"Its last day was {show(found.last)}; {names} took over",
            "advice",
        )


def _lifetime(title: str, first: date | None, last: date | None) -> str:
    parts = [f"began on {show(first)}" if first else "", f"ended on {show(last)}" if last else ""]
    return f"{title} {' and '.join(part for part in parts if part)}"


# --- outputs ---------------------------------------------------------------------------------


def _output(place: str, row: Output, at: int) -> Iterator[Problem]:
    if not row.output:
        yield Problem(
            "output", f"{place}/output", f"Name output {at}, or delete its row", "Outputs"
        )
    else:
        if not row.action:
            yield Problem(
                "output",
                f"{place}/action",
                f"Say what you will do for “{row.output}”",
                "Outputs",
                "advice",
            )
        if not row.when:
            yield Problem(
                "output",
                f"{place}/when",
                f"Say when “{row.output}” will be done",
                "Outputs",
                "advice",
            )
