"""The appraisal: what the work costs and what it brings, year by year, as inputs in rows.

Each input is a row: a cost, a benefit, or a rule that fills series (take-up, growth, sharing,
adoption). Only inputs are kept; every result is worked out from them by `bids/appraising`.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema
from pydantic import model_validator as validates
from typing_extensions import override

from bidwriter.kinds.question import Id, OneLine, Option, Question, Stated
from bidwriter.kinds.tables.cost_lines import plain
from bidwriter.kinds.tables.rows import Row, new_id
from bidwriter.kinds.values import money
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import Money
from bidwriter.prose.counting import count_words

Whose = Literal["lead", "partner", "other"]
WHOSE: dict[Whose, str] = {
    "lead": "The lead", "partner": "Each partner", "other": "Each other council",
}  # fmt: skip
InputName = Literal[
    "development", "fixed-cost", "variable-cost", "renewal", "fixed-benefit", "variable-benefit",
    "take-up", "growth", "lead-effect", "reuse-effect", "renewal-effect", "confidence-factor",
    "partners", "councils-adopting", "councils-possible", "councils-interested",
]  # fmt: skip
Unit = Literal["pounds", "per cent", "councils"]
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
    "partners": InputKind("Partners", "councils", alone=True),
    "councils-adopting": InputKind("Councils joining each year", "councils", alone=True),
    "councils-possible": InputKind("Councils it could serve", "councils", alone=True),
    "councils-interested": InputKind("Councils that have shown interest", "councils", alone=True),
}
COSTS: tuple[InputName, ...] = ("development", "fixed-cost", "variable-cost", "renewal")
BENEFITS: tuple[InputName, ...] = ("fixed-benefit", "variable-benefit")
GREW: tuple[InputName, ...] = ("variable-cost", "variable-benefit")
_FOR_ALL: tuple[InputName, ...] = (
    "confidence-factor", "partners", "councils-adopting", "councils-possible",
    "councils-interested",
)  # fmt: skip
_MOST = 100_000
_ORDER_OF_WHOSE = tuple(WHOSE)


def _no_float(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ValueError('write the number as text, like "12.5"')  # noqa: TRY004
    if isinstance(value, str) and not re.fullmatch(r"-?\d{1,12}(\.\d{1,12})?", value):
        raise ValueError('write the number in digits, like "12.5"')
    return value


Number = Annotated[
    Decimal,
    BeforeValidator(_no_float),
    Field(allow_inf_nan=False, max_digits=24, decimal_places=12),
    AfterValidator(lambda number: Decimal(plain(number))),
    PlainSerializer(lambda number: plain(number), return_type=str),  # noqa: PLW0108
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]{1,12})?$"}),
]
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


class Input(Row):
    """One input of the appraisal.

    `amount` is in pounds, a cost as well as a benefit more than nought; `shared_by` divides it
    equally, unrounded. `number` is a per cent or a count of councils, or for a benefit that is
    counted but not in money how many `unit` a year. `first` and `last` are financial years by
    the year they begin in; `every` is the years between renewals, `rise` the points that take-up
    gains a year. `years` are typed values that stand in place of the rule: "2019=200000.00".
    `uncertainty` is a per cent either way.
    """

    input: InputName | None = None
    name: OneLine | None = None
    whose: Annotated[
        tuple[Whose, ...], BeforeValidator(lambda v: v if v is not None else ()),
        AfterValidator(_in_order),
    ] = ()  # fmt: skip
    amount: Money | None = None
    shared_by: int | None = Field(default=None, ge=1, le=1000)
    number: Number | None = None
    unit: OneLine | None = None
    stage: Id | None = None
    first: Year | None = None
    last: Year | None = None
    every: int | None = Field(default=None, ge=1, le=100)
    rise: Number | None = None
    years: Annotated[tuple[str, ...], Field(max_length=200), AfterValidator(_typed_years)] = ()
    uncertainty: Number | None = Field(default=None, ge=0, le=100)
    benefit_class: BenefitClass | None = None
    citizens: bool | None = None
    source: OneLine | None = None
    method: OneLine | None = None
    confidence: Confidence | None = None

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
    def title(self) -> str:
        """What the input is called in lists."""
        label = INPUTS[self.input].label if self.input else ""
        return self.name or label or "An input with no name yet"

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


Answer = Annotated[tuple[Input, ...], Field(max_length=500)]


class DiscountStep(Stated):
    """A yearly rate in per cent, up to the year `to` (the first year is year 0); none: for good."""

    rate: Number = Field(ge=0, le=50)
    to: int | None = Field(default=None, ge=1, le=500)


class Appraisal(Question):
    """A question answered by an appraisal over `years` financial years from `first_year`."""

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
    if row.number is None:
        return ""
    if row.input and INPUTS[row.input].unit == "per cent":
        return f"{plain(row.number)}%"
    unit = row.unit or ("councils" if row.is_rule else "")
    return f"{row.number:,f} {unit}".strip()


def rule_words(row: Input) -> list[str]:
    """How a value fills the years, in words: what is not the usual."""
    parts = [
        f"from {year_label(row.first)}" if row.first is not None else "",
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
    has_value = row.amount is not None or row.number is not None or bool(row.years)
    return has_value or (row.benefit_class == "qualitative" and bool(row.name))


def words(row: Input) -> str:
    """What one input says in words, a cell a line."""
    cells = [row.title, value_words(row), row.source, row.method]
    return "\n".join(cell for cell in cells if cell)


def count(rows: tuple[Input, ...]) -> int:
    """Words in all inputs."""
    return sum(count_words(words(row)) for row in rows)
