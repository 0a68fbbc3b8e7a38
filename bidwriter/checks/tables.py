"""What is checked of every table, cell by cell."""

from collections.abc import Iterator
from datetime import date, datetime

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.places import Place
from bidwriter.checks.cost_line import check_line, check_sums
from bidwriter.checks.own_table import check_own_table
from bidwriter.checks.problem import Problem
from bidwriter.councils.register import council
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.tables.outputs import Output, Outputs
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.kinds.tables.partners import Partner, Partners
from bidwriter.kinds.values.day import show


def check_tables(bid: Bid, now: datetime) -> Iterator[Problem]:
    """Problems of rows, table by table."""
    today = bid.round.day_at(now)
    for question in bid.asked:
        rows = rows_of(bid, question.id)
        if isinstance(question, Partners):
            yield from _partners(bid, question, today)
        elif isinstance(question, Outputs):
            for at, row in enumerate(rows, 1):
                if isinstance(row, Output):
                    yield from _output(Place(question.id).at(row.id), row, at)
        elif isinstance(question, OwnTable):
            yield from check_own_table(bid, question)
        elif isinstance(question, CostLines):
            for at, row in enumerate(rows, 1):
                if isinstance(row, CostLine):
                    yield from check_line(bid, question, row, at)
    yield from check_sums(bid)


# --- partners --------------------------------------------------------------------------------


def _partners(bid: Bid, question: Partners, today: date) -> Iterator[Problem]:
    rows = rows_of(bid, question.id)
    partners = [row for row in rows if isinstance(row, Partner)]
    yield from _leads(question.id, partners)
    for at, partner in enumerate(partners, 1):
        yield from _partner(Place(question.id).at(partner.id), partner, at, partners)
        yield from _in_register(bid, Place(question.id).at(partner.id), partner, today)


def _leads(question: str, partners: list[Partner]) -> Iterator[Problem]:
    leads = [partner for partner in partners if partner.is_lead]
    if partners and not leads:
        yield Problem(
            "lead",
            Place(question),
            "Choose which council leads",
            "No council is marked as the lead",
        )
    for partner in leads[1:]:
        place = Place(question).at(partner.id, "lead")
        yield Problem(
            "lead", place, "Choose one lead only", f"{partner.title} is marked as lead too"
        )


def _partner(place: Place, partner: Partner, at: int, partners: list[Partner]) -> Iterator[Problem]:
    if partner.council is None:
        yield Problem(
            "partner", place.at("council"), f"Choose a council for partner {at}", "Add partners"
        )
        return
    same = [other for other in partners if other.key == partner.key]
    if len(same) > 1 and partner is not same[0]:
        yield Problem(
            "partner", place.at("council"), f"Take out {partner.title}: it is in the bid twice"
        )
    if partner.signed_on and partner.signed is False:
        yield Problem(
            "partner",
            place.at("signed"),
            f"Say whether {partner.title} has signed",
            "There is a day of signing, but the answer is no",
        )


def _in_register(bid: Bid, place: Place, partner: Partner, today: date) -> Iterator[Problem]:
    if partner.council is None or not partner.council.code:
        return
    found = council(partner.council.code)
    if found is None:
        yield Problem(
            "council",
            place.at("council"),
            f"Choose a council again: {partner.council.code} is not a known code",
        )
        return
    day = bid.round.day_of_register
    if day and not found.existed_on(day):
        yield Problem(
            "council",
            place.at("council"),
            f"Choose a council that was there on {show(day)}",
            _lifetime(found.title, found.first, found.last),
        )
    elif found.last and found.last < today:
        names = " and ".join(c.title for code in found.successors if (c := council(code)))
        yield Problem(
            "council",
            place.at("council"),
            f"Check the name: {found.title} has since been replaced",
            f"Its last day was {show(found.last)}; {names} took over",
            "advice",
        )


def _lifetime(title: str, first: date | None, last: date | None) -> str:
    parts = [f"began on {show(first)}" if first else "", f"ended on {show(last)}" if last else ""]
    return f"{title} {' and '.join(part for part in parts if part)}"


# --- outputs ---------------------------------------------------------------------------------


def _output(place: Place, row: Output, at: int) -> Iterator[Problem]:
    if not row.output:
        yield Problem(
            "output", place.at("output"), f"Name output {at}, or delete its row", "Outputs"
        )
    else:
        if not row.action:
            yield Problem(
                "output",
                place.at("action"),
                f"Say what you will do for “{row.output}”",
                "Outputs",
                "advice",
            )
        if not row.when:
            yield Problem(
                "output",
                place.at("when"),
                f"Say when “{row.output}” will be done",
                "Outputs",
                "advice",
            )
