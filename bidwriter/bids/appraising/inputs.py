"""What the sums need of a bid's appraisal: its horizon, and its inputs as lines of plain values."""

from decimal import Decimal
from typing import NamedTuple

from bidwriter.bids.appraising.arithmetic import NOUGHT, ONE, exactly
from bidwriter.bids.bid import Bid
from bidwriter.kinds.tables.appraisal import (
    INPUTS,
    WHOSE,
    Appraisal,
    BenefitClass,
    Input,
    InputName,
    Whose,
    is_for_all,
)


class Line(NamedTuple):
    """One input. `value` is pounds (shared already, unrounded), per cent or a count; `first` and
    `last` are years from the start of the horizon, which may lie outside it. `doubt` is what
    every value is multiplied with at one end of its uncertainty, after the limits of its kind
    were kept and before they are kept again."""

    row: str
    input: InputName
    whose: tuple[Whose, ...]
    value: Decimal
    first: int | None = None
    last: int | None = None
    every: int | None = None
    rise: Decimal = NOUGHT
    typed: tuple[tuple[int, Decimal], ...] = ()
    uncertainty: Decimal = NOUGHT
    benefit_class: BenefitClass | None = None
    citizens: bool = False
    counted: bool = True
    doubt: Decimal = ONE
    stage: str | None = None

    @property
    def is_rule(self) -> bool:
        """Whether it fills series, or counts councils, and is no money itself."""
        return INPUTS[self.input].alone


class Inputs(NamedTuple):
    """The inputs of one appraisal. `partners` is how many partners the bid itself has, beside the
    lead; `price_year` the financial year whose prices the sums are in, where it is said."""

    question: Appraisal
    lines: tuple[Line, ...]
    partners: int
    price_year: int | None = None

    @property
    def years(self) -> int:
        """How many years the appraisal looks at."""
        return self.question.years

    @property
    def has_money(self) -> bool:
        """Whether there is a cost or a benefit to reckon with."""
        return any(line.counted and not line.is_rule for line in self.lines)

    def rule(self, name: InputName, whose: Whose | None = None) -> Line | None:
        """The rule of this name that holds for a kind of council; the first, if there are more."""
        return next(
            (
                line
                for line in self.lines
                if line.input == name and (is_for_all(name) or whose in line.whose)
            ),
            None,
        )

    def of(self, whose: Whose, *names: InputName) -> tuple[Line, ...]:
        """The lines of these inputs that a kind of council has."""
        return tuple(line for line in self.lines if line.input in names and whose in line.whose)


def appraisal_question(bid: Bid) -> Appraisal | None:
    """The appraisal that this bid's phase asks for."""
    return next((q for q in bid.asked if isinstance(q, Appraisal)), None)


def input_rows(bid: Bid) -> tuple[Input, ...]:
    """The inputs that the bid has, in order."""
    question = appraisal_question(bid)
    rows = bid.answer(question.id) if question else None
    return tuple(r for r in rows if isinstance(r, Input)) if isinstance(rows, tuple) else ()


@exactly
def inputs_of(bid: Bid) -> Inputs | None:
    """The inputs of a bid; None where its round asks for no appraisal."""
    question = appraisal_question(bid)
    if question is None:
        return None
    rows = input_rows(bid)
    lines = tuple(line for row in rows for line in _lines(question, row))
    priced = next((row.first for row in rows if row.input == "price-year"), None)
    return Inputs(question, lines, partners_named(bid), priced)


def partners_named(bid: Bid) -> int:
    """How many partners the bid names beside the lead."""
    return sum(1 for partner in bid.partners if partner.council and not partner.is_lead)


def _lines(question: Appraisal, row: Input) -> tuple[Line, ...]:
    """A row as a line; none while it says nothing that can be reckoned with."""
    value = row.amount if row.amount is not None else row.number
    if row.input is None or (value is None and not row.years):
        return ()
    start = question.first_year
    return (
        Line(
            row.id,
            row.input,
            tuple(WHOSE) if is_for_all(row.input) else row.whose,
            (value or NOUGHT) / (row.shared_by or 1),
            None if row.first is None else row.first - start,
            None if row.last is None else row.last - start,
            row.every,
            row.rise or NOUGHT,
            tuple((year - start, typed) for year, typed in row.typed.items()),
            row.uncertainty or NOUGHT,
            row.benefit_class,
            bool(row.citizens),
            row.in_money or row.is_rule,
            stage=row.stage,
        ),
    )
