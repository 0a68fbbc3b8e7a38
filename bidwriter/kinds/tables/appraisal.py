"""The appraisal: what the work costs and what it brings, year by year, as inputs in rows.

Each input is a row: a cost, a benefit, or a rule that fills series (take-up, growth, sharing,
adoption). Only inputs are kept; every result is worked out from them by `bids/appraising`.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic import model_validator as validates
from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import LINE
from bidwriter.kinds.cells.choices import OneOf, SeveralOf, YesNo
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.cells.money import POUNDS, Figure
from bidwriter.kinds.cells.number import WHOLE
from bidwriter.kinds.cells.number import Number as NumberCell
from bidwriter.kinds.cells.years import YEAR, TypedYears
from bidwriter.kinds.frozen import Id, Leaf, OneLine
from bidwriter.kinds.question import Option, Stated
from bidwriter.kinds.tables.rows import MOST_READ, Row, new_id
from bidwriter.kinds.tables.table import Table
from bidwriter.kinds.values import money
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import Money
from bidwriter.kinds.values.numbers import Number, parse_number, plain

Whose = Literal["lead", "partner", "other"]
WHOSE: dict[Whose, str] = {
    "lead": "The lead", "partner": "Each partner", "other": "Each other council",
}  # fmt: skip
InputName = Literal[
    "development", "fixed-cost", "variable-cost", "renewal", "fixed-benefit", "variable-benefit",
    "take-up", "growth", "lead-effect", "reuse-effect", "renewal-effect", "confidence-factor",
    "cost-optimism", "benefit-delay", "price-year",
    "partners", "councils-adopting", "councils-possible", "councils-interested",
]  # fmt: skip
Unit = Literal["pounds", "per cent", "years", "a year", "councils"]
BenefitClass = Literal["cash-releasing", "non-cash-releasing", "quantified", "qualitative"]
CLASSES: dict[BenefitClass, str] = {
    "cash-releasing": "Cash-releasing",
    "non-cash-releasing": "Not cash-releasing, in money",
    "quantified": "Counted, not in money",
    "qualitative": "Told in words",
}
Confidence = Literal["high", "medium", "low"]
CONFIDENCE: dict[Confidence, str] = {"high": "High", "medium": "Medium", "low": "Low"}


class InputKind(NamedTuple):
    """What an input is called on screen, its unit, and whether there is one alone for each kind
    of council (a rule) or as many as there are costs and benefits."""

    label: str
    unit: Unit
    alone: bool = False


INPUTS: dict[InputName, InputKind] = {
    "development": InputKind("Build and set up", "pounds"),
    "fixed-cost": InputKind("Run, the same each year", "pounds"),
    "variable-cost": InputKind("Run, grows with use", "pounds"),
    "renewal": InputKind("Renew", "pounds"),
    "fixed-benefit": InputKind("Saves the same each year", "pounds"),
    "variable-benefit": InputKind("Saves more with use", "pounds"),
    "take-up": InputKind("Take-up", "per cent", alone=True),
    "growth": InputKind("Growth of demand", "per cent", alone=True),
    "lead-effect": InputKind("The lead pays more to build for others", "per cent", alone=True),
    "reuse-effect": InputKind("A council that reuses pays less to build", "per cent", alone=True),
    "renewal-effect": InputKind("Renewal costs less through the project", "per cent", alone=True),
    "confidence-factor": InputKind("Share of benefits counted", "per cent", alone=True),
    "cost-optimism": InputKind(
        "Optimism bias: building and renewing cost more", "per cent", alone=True
    ),
    "benefit-delay": InputKind("Optimism bias: benefits come later", "years", alone=True),
    "price-year": InputKind("Year of prices", "a year", alone=True),
    "partners": InputKind("Partners", "councils", alone=True),
    "councils-adopting": InputKind("Councils joining each year", "councils", alone=True),
    "councils-possible": InputKind("Councils it could serve", "councils", alone=True),
    "councils-interested": InputKind("Councils that have shown interest", "councils", alone=True),
}
COSTS: tuple[InputName, ...] = ("development", "fixed-cost", "variable-cost", "renewal")
BENEFITS: tuple[InputName, ...] = ("fixed-benefit", "variable-benefit")
GREW: tuple[InputName, ...] = ("variable-cost", "variable-benefit")
_FOR_ALL: tuple[InputName, ...] = (
    "confidence-factor", "cost-optimism", "benefit-delay", "price-year", "partners",
    "councils-adopting", "councils-possible", "councils-interested",
)  # fmt: skip
_MOST = 100_000
_ORDER_OF_WHOSE = tuple(WHOSE)


Year = Annotated[int, Field(ge=1900, le=2400)]
_TYPED_YEAR = re.compile(r"(\d{4})=(-?\d{1,12}(?:\.\d{1,12})?)")


def _typed_years(given: tuple[str, ...]) -> tuple[str, ...]:
    """The years in order, one value each: "2019=200000.00"."""
    found: dict[str, str] = {}
    for one in given:
        read = _TYPED_YEAR.fullmatch(one)
        if read is None:
            raise ValueError('write each year as "2019=200000.00"')
        if read[1] in found:
            raise ValueError(f"the year {read[1]} is there twice")
        found[read[1]] = one
    return tuple(found[year] for year in sorted(found))


def _in_order(given: tuple[Whose, ...]) -> tuple[Whose, ...]:
    return tuple(sorted(set(given), key=_ORDER_OF_WHOSE.index))


# --- cells of its own ------------------------------------------------------------------------


def _by_id(labels: Mapping[Any, str]) -> dict[str, str]:
    return {str(id_): label for id_, label in labels.items()}


_LABELS = {str(name): kind.label for name, kind in INPUTS.items()}
_WHOSE = _by_id(WHOSE)


def _stages(around: Around) -> dict[str, str]:
    stages = around.question.stages if isinstance(around.question, Appraisal) else ()
    return {stage.id: stage.label for stage in stages}


class Counted(Figure):
    """A per cent, a count of councils, or how many of its unit a year."""

    @override
    def leaf(self, value: Any) -> Leaf:
        return f"{value:f}"

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return plain(parse_number(typed.strip().removeprefix("±")))

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        row = around.row
        if leaf is None or not isinstance(row, Input):
            return "" if leaf is None else str(leaf)
        if row.input and INPUTS[row.input].unit == "per cent":
            return f"{leaf}%"
        return f"{leaf} {row.unit}" if row.unit else str(leaf)


COUNTED = Counted()


def _whose_changed(title: str, was: str, is_: str) -> str:
    return f"changed whose {title} is, from {was or 'nobody'} to {is_ or 'nobody'}"


class Input(Row):
    """One input of the appraisal.

    `amount` is in pounds, a cost as well as a benefit more than nought; `shared_by` divides it
    equally, unrounded. `number` is a per cent or a count of councils, or for a benefit that is
    counted but not in money how many `unit` a year. `first` and `last` are financial years by
    the year they begin in; `every` is the years between renewals, `rise` the points that take-up
    gains a year. `years` are typed values that stand in place of the rule: "2019=200000.00".
    `uncertainty` is a per cent either way.
    """

    input: Annotated[
        InputName | None, Column("What it is", OneOf(_LABELS), "what is meant by {}")
    ] = None
    name: Annotated[OneLine | None, Column("Name", LINE, "the name of {}")] = None
    whose: Annotated[
        tuple[Whose, ...], BeforeValidator(lambda v: v if v is not None else ()),
        AfterValidator(_in_order),
        Column("Whose", SeveralOf(_WHOSE, ("all", "every council")), tell=_whose_changed),
    ] = ()  # fmt: skip
    amount: Annotated[Money | None, Column("Amount", POUNDS, "{}")] = None
    shared_by: Annotated[
        int | None, Field(ge=1, le=1000), Column("Shared equally by", WHOLE, "how many share {}")
    ] = None
    number: Annotated[Number | None, Column("Number", COUNTED, "{}")] = None
    unit: Annotated[OneLine | None, Column("Unit", LINE, "the unit of {}")] = None
    stage: Annotated[Id | None, Column("Stage", OneOf(_stages), "the stage of {}")] = None
    first: Annotated[Year | None, Column("First year", YEAR, "the first year of {}")] = None
    last: Annotated[Year | None, Column("Last year", YEAR, "the last year of {}")] = None
    every: Annotated[
        int | None, Field(ge=1, le=100),
        Column("Years between renewals", WHOLE, "how often to renew {}"),
    ] = None  # fmt: skip
    rise: Annotated[
        Number | None,
        Column("Points a year", NumberCell(after=" points"), "the yearly rise of {}"),
    ] = None
    years: Annotated[
        tuple[str, ...], Field(max_length=200), AfterValidator(_typed_years),
        Column("Typed years", TypedYears(COUNTED), "the typed years of {}"),
    ] = ()  # fmt: skip
    uncertainty: Annotated[
        Number | None, Field(ge=0, le=100),
        Column("Uncertainty", NumberCell("±", "%"), "the uncertainty of {}"),
    ] = None  # fmt: skip
    benefit_class: Annotated[
        BenefitClass | None,
        Column("Kind of benefit", OneOf(_by_id(CLASSES)), "the kind of benefit of {}"),
    ] = None
    citizens: Annotated[
        bool | None,
        Column("Gained by citizens", YesNo("citizens", "councils"), "who gains from {}"),
    ] = None
    source: Annotated[OneLine | None, Column("Source", LINE, "the source of {}")] = None
    method: Annotated[OneLine | None, Column("Method", LINE, "the method of {}")] = None
    confidence: Annotated[
        Confidence | None,
        Column("Confidence in it", OneOf(_by_id(CONFIDENCE)), "the confidence in {}"),
    ] = None

    @validates(mode="after")
    def _in_its_unit(self) -> Self:
        if self.number is not None and self.amount is not None:
            raise ValueError("give an amount in pounds or a number; not both")
        if self.is_rule and any(abs(value) > _MOST for value in self._numbers()):
            raise ValueError(f"a per cent or a count of councils is at most {_MOST:,}")
        return self

    def _numbers(self) -> Iterator[Decimal]:
        yield from (value for value in (self.number, self.rise) if value is not None)
        yield from self.typed.values()

    @property
    @override
    def title(self) -> str:
        label = INPUTS[self.input].label if self.input else ""
        return self.name or label or "An input with no name yet"

    @property
    @override
    def words(self) -> str:
        cells = [self.title, value_words(self), self.source, self.method]
        return "\n".join(cell for cell in cells if cell)

    @property
    @override
    def in_full(self) -> str:
        """ "Run, the same each year of the lead, £10,000"."""
        of = f" of {whose_words(self)}" if self.whose else ""
        value = value_words(self)
        return f"{self.title}{of}{', ' + value if value else ''}"

    @property
    @override
    def can_show(self) -> bool:
        return self.is_benefit

    @property
    @override
    def is_blank(self) -> bool:
        return not says_something(self)

    @property
    def is_benefit(self) -> bool:
        """Whether it is something gained."""
        return self.input in BENEFITS

    @property
    def is_rule(self) -> bool:
        """Whether it fills other series, or says how many councils there are."""
        return self.input is not None and INPUTS[self.input].alone

    @property
    def in_money(self) -> bool:
        """Whether its values are pounds."""
        counted = self.benefit_class in ("quantified", "qualitative")
        return self.input is not None and INPUTS[self.input].unit == "pounds" and not counted

    @property
    def typed(self) -> dict[int, Decimal]:
        """The typed years: year → value."""
        parts = (one.split("=") for one in self.years)
        return {int(year): Decimal(value) for year, value in parts}

    @classmethod
    @override
    def id_for(cls, cells: Mapping[str, Any]) -> str:
        """A rule has an id of its own, so that two councils who each set it meet in one row."""
        name = cells.get("input")
        if name not in INPUTS or not INPUTS[name].alone:
            return new_id()
        whose = cells.get("whose") or ()
        return rule_id(name, tuple(whose) if name not in _FOR_ALL else ())


Answer = Annotated[tuple[Input, ...], Field(max_length=MOST_READ)]


class DiscountStep(Stated):
    """A yearly rate in per cent, up to the year `to` (the first year is year 0); none: for good."""

    rate: Number = Field(ge=0, le=50)
    to: int | None = Field(default=None, ge=1, le=500)


class Appraisal(Table):
    """A question answered by an appraisal over `years` financial years from `first_year`."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Say what the work costs and what it brings"
    of: ClassVar[type[Row]] = Input
    row_noun: ClassVar[str] = "input"
    most_added: ClassVar[int] = 500
    shows_as: ClassVar[str] = "benefits"

    kind: Literal["appraisal"] = "appraisal"
    first_year: Year
    years: int = Field(ge=1, le=150)
    discount: tuple[DiscountStep, ...] = Field(min_length=1)
    stages: tuple[Option, ...] = (
        Option(id="discovery", label="Discovery"),
        Option(id="alpha", label="Alpha"),
        Option(id="beta", label="Beta"),
        Option(id="after-beta", label="After beta"),
    )

    @validates(mode="after")
    def _steps_in_order(self) -> Self:
        ends = [step.to for step in self.discount[:-1] if step.to is not None]
        rising = all(a < b for a, b in pairwise(ends))
        if len(ends) < len(self.discount) - 1 or not rising:
            raise ValueError("let each discount rate but the last say up to which year it holds")
        return self


# --- rules and their rows --------------------------------------------------------------------


def rule_id(name: InputName, whose: tuple[Whose, ...] = ()) -> str:
    """The id of the one row of a rule: "growthlead", "takeuppartnerother"."""
    return "".join([name.replace("-", ""), *_in_order(whose)])[:32]


def is_for_all(name: InputName) -> bool:
    """Whether an input is the same for every council, so that nobody's is asked."""
    return name in _FOR_ALL


# --- words -----------------------------------------------------------------------------------


def whose_words(row: Input) -> str:
    """ "the lead", "each partner and each other council", "every council"."""
    if set(row.whose) == set(WHOSE):
        return "every council"
    if row.whose == ("partner", "other"):
        return "each partner and other council"
    return " and ".join(WHOSE[one].lower() for one in row.whose)


def value_words(row: Input) -> str:
    """ "£200,000 ÷ 3", "12.5%", "10 councils", "1,200 hours a year"; "" while there is none."""
    if row.amount is not None:
        by = f" ÷ {row.shared_by}" if row.shared_by and row.shared_by > 1 else ""
        return f"{money.show(row.amount)}{by}"
    if row.input == "price-year":
        return year_label(row.first) if row.first is not None else ""
    if row.number is None:
        return ""
    if row.input and INPUTS[row.input].unit == "per cent":
        return f"{plain(row.number)}%"
    unit = row.unit or (INPUTS[row.input].unit if row.input and row.is_rule else "")
    unit = "year" if unit == "years" and row.number == 1 else unit
    return f"{row.number:,f} {unit}".strip()


def rule_words(row: Input) -> list[str]:
    """How a value fills the years, in words: what is not the usual."""
    parts = [
        f"from {year_label(row.first)}"
        if row.first is not None and row.input != "price-year"
        else "",
        f"to {year_label(row.last)}" if row.last is not None else "",
        f"every {row.every} years" if row.every else "",
        f"rising {plain(row.rise)} points a year" if row.rise else "",
        f"±{plain(row.uncertainty)}%" if row.uncertainty else "",
    ]
    said = ", ".join(part for part in parts if part)
    years = "; ".join(
        f"{year_label(y)} {_year_words(row, value)}" for y, value in row.typed.items()
    )
    return [said[:1].upper() + said[1:], f"Typed: {years}" if years else ""]


def _year_words(row: Input, value: Decimal) -> str:
    if row.in_money:
        return money.show(value)
    unit = "%" if row.input and INPUTS[row.input].unit == "per cent" else ""
    return f"{plain(value)}{unit}"


def says_something(row: Input) -> bool:
    """Whether an input has a value, or is a benefit told in words."""
    if row.input == "price-year":
        return row.first is not None
    has_value = row.amount is not None or row.number is not None or bool(row.years)
    return has_value or (row.benefit_class == "qualitative" and bool(row.name))
