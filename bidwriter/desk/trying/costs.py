"""Made-up cost lines: a few usual ones, or lines of given shapes and sums."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Any, NamedTuple

from bidwriter.desk.trying.rows import row_id
from bidwriter.desk.trying.setting import Setting
from bidwriter.desk.trying.values import AHEAD
from bidwriter.kinds.cells.councils import ALL
from bidwriter.kinds.tables.cost_lines import VAT_NOTES, CostLine, CostLines, Payer
from bidwriter.kinds.tables.rows import keys_after
from bidwriter.kinds.values.financial_years import year_of
from bidwriter.kinds.values.stage import MOST_SPRINTS


class Shape(NamedTuple):
    """What a line is but for its sum. `year` is the financial year that it falls into, by the year
    it begins in; None where the round does not ask when, "" for when nothing says so."""

    payer: Payer
    category: str | None
    principle: int | None = None
    council: str = ALL
    year: str | None = None


_USUAL: tuple[tuple[Payer, Decimal], ...] = (
    ("fund", Decimal(3000)), ("in-kind", Decimal(600)), ("cash", Decimal(400)),
)  # fmt: skip


def cost_lines(question: CostLines, setting: Setting) -> tuple[CostLine, ...]:
    """A line for each of those who can pay."""
    category, year = usual_category(question), str(usual_year(setting))
    shapes = [(Shape(payer, category, year=year), amount) for payer, amount in _USUAL
              if payer in question.ways_of_paying]  # fmt: skip
    return lines_of(question, setting, shapes)


def usual_category(question: CostLines) -> str:
    """The first category that the question offers."""
    return question.kinds_of_cost[0].id


def usual_year(setting: Setting) -> int:
    """The financial year of the weeks to come."""
    return year_of(f"{setting.today + AHEAD:%Y-%m}") or setting.today.year


def lines_of(
    question: CostLines, setting: Setting, shapes: list[tuple[Shape, Decimal]]
) -> tuple[CostLine, ...]:
    """A line of each shape and sum, with all that a round can ask of one."""
    numbers: list[int | None] = [p.number for p in setting.round.principles]
    principles = numbers or [None]
    keys = keys_after((), len(shapes))
    return tuple(
        CostLine(
            id=row_id(at), order=key, what="Made-up cost" if at == 0 else f"Made-up cost {at + 1}",
            total=amount, payer=shape.payer, category=shape.category, councils=(shape.council,),
            principle=shape.principle or principles[at % len(principles)],
            stage=stage_in(question, shape.year), vat=VAT_NOTES[0], note="Made up",
            source="Made up, only to try this round", **_match(question, shape.payer),
        )
        for at, (key, (shape, amount)) in enumerate(zip(keys, shapes, strict=True))
    )  # fmt: skip


def _match(question: CostLines, payer: Payer) -> dict[str, Any]:
    """Who gives what the fund does not pay, where that is asked."""
    if not question.match_by_source or payer == "fund":
        return {}
    return {"given_by": "A made-up giver", "secured": True}


def stage_in(question: CostLines, year: str | None) -> str | None:
    """A stage of the sort that the question takes, in a financial year where one can be."""
    if question.stages == ("sprints",):
        return next(islice(_sprints_in(question, year), 1), "sprint-1")
    if year is None:
        return None
    return f"{int(year)}-04/{int(year) + 1}-03" if question.by_year else f"{int(year)}-04"


def _sprints_in(question: CostLines, year: str | None) -> Iterator[str]:
    sprints = question.sprints
    for number in range(1, MOST_SPRINTS + 1) if sprints and year else ():
        if sprints and str(year_of(sprints.month_of(number))) == year:
            yield f"sprint-{number}"
