"""Cost lines: what is needed, how much of it, what it costs, who pays, which council, when."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from bidwriter.kinds.question import NotAllowedError, OneLine, Option, Question
from bidwriter.kinds.tables.rows import Row
from bidwriter.kinds.values.money import Money, pence
from bidwriter.kinds.values.stage import Sprints, Stage
from bidwriter.kinds.values.stage import show as show_stage
from bidwriter.prose.counting import count_words

Payer = Literal["fund", "in-kind", "cash"]
PAYERS: dict[Payer, str] = {"fund": "Fund", "in-kind": "In kind", "cash": "Cash match"}
ALL = "all"
Asked = Literal["stage", "category", "vat", "note", "source"]
CATEGORIES = tuple(
    Option(id=id_, label=label)
    for id_, label in (
        ("supplier", "Supplier"), ("staff", "Staff"), ("backfill", "Backfill"),
        ("travel", "Travel"), ("licences", "Licences"), ("other", "Other"),
    )
)  # fmt: skip
VAT_NOTES = (
    "No VAT",
    "VAT left out: we recover it",
    "VAT included: we cannot recover it",
)


def _no_float(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ValueError('write the quantity as text, like "12.5"')  # noqa: TRY004
    return value


Quantity = Annotated[
    Decimal,
    BeforeValidator(_no_float),
    Field(allow_inf_nan=False, max_digits=13, decimal_places=4, ge=0),
    PlainSerializer(lambda q: plain(q), return_type=str),  # noqa: PLW0108 - defined below
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]+(\.[0-9]{1,4})?$"}),
]


class CostLine(Row):
    """One line. Its total is `quantity` × `unit_cost`, or `total` as stated with the quantity in
    `quantity_words`; never both. `councils` names partners by code or written form, or "all".
    `category` is an id that the question offers; `vat` says in words how VAT was reckoned."""

    what: OneLine | None = None
    quantity: Quantity | None = None
    unit: OneLine | None = None
    unit_cost: Money | None = None
    total: Money | None = None
    quantity_words: OneLine | None = None
    payer: Payer | None = None
    councils: Annotated[tuple[OneLine, ...], Field(max_length=500)] = ()
    principle: int | None = Field(default=None, ge=1, le=99)
    note: OneLine | None = None
    stage: Stage | None = None
    category: OneLine | None = None
    vat: OneLine | None = None
    source: OneLine | None = None

    @model_validator(mode="after")
    def _one_way_to_a_total(self) -> Self:
        if self.total is not None and (self.quantity is not None or self.unit_cost is not None):
            raise ValueError("give a quantity and a unit cost, or a total; not both")
        return self

    @property
    def title(self) -> str:
        """What the line is called in lists."""
        return self.what or "A cost line with no name yet"

    @property
    def amount(self) -> Decimal | None:
        """The line's total in pounds and pence; None while something is missing."""
        if self.total is not None:
            return self.total
        if self.quantity is None or self.unit_cost is None:
            return None
        return pence(self.quantity * self.unit_cost)


Answer = Annotated[tuple[CostLine, ...], Field(max_length=2000)]


class CostLines(Question):
    """A question answered by a table of costs. `stages` are the kinds of stage it offers (none
    named: both); `asks` the cells that every line must have besides the usual ones."""

    kind: Literal["cost-lines"] = "cost-lines"
    stages: tuple[Literal["months", "sprints"], ...] = ()
    first_sprint: date | None = None
    sprint_weeks: int = Field(default=2, ge=1, le=26)
    categories: tuple[Option, ...] = ()
    asks: tuple[Asked, ...] = ()

    @property
    def kinds_of_cost(self) -> tuple[Option, ...]:
        """The categories that a line can have."""
        return self.categories or CATEGORIES

    @property
    def sprints(self) -> Sprints | None:
        """The calendar of sprints, if the round states one."""
        return Sprints(self.first_sprint, self.sprint_weeks) if self.first_sprint else None


def plain(number: Decimal) -> str:
    """A decimal in digits without an exponent or needless noughts: 12.5, 40."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity_text(line: CostLine) -> str:
    """ "45 days", or the quantity in words."""
    if line.quantity is None:
        return line.quantity_words or ""
    return f"{plain(line.quantity)} {line.unit or ''}".strip()


def category_label(question: CostLines | None, category: str) -> str:
    """What a category is called; one that is not offered is called by its id."""
    offered = question.kinds_of_cost if question else CATEGORIES
    return next((option.label for option in offered if option.id == category), category)


def parse_category(question: CostLines, typed: str) -> str:
    """A category by id, by its label, or by either with or without an s at its end."""
    wanted = _singular(typed)
    for option in question.kinds_of_cost:
        if wanted in (_singular(option.id), _singular(option.label)):
            return option.id
    offered = ", ".join(option.label for option in question.kinds_of_cost)
    raise NotAllowedError(f"“{typed.strip()}” is not one of: {offered}")


def _singular(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split()).removesuffix("s")


def parse_payer(typed: str) -> Payer:
    """A payer by id or by the words on screen."""
    wanted = typed.strip().casefold().replace("mhclg", "fund")
    for payer, label in PAYERS.items():
        if wanted in (payer, label.casefold()):
            return payer
    raise NotAllowedError(f"“{typed.strip()}” is not one of: {', '.join(PAYERS)}")


def parse_quantity(typed: str) -> tuple[Decimal | None, str]:
    """ "45 days" → (45, "days"); words without a leading number → (None, "").

    Raises NotAllowedError for less than nought, and where a comma could be a point (1,5).
    """
    number, _, unit = typed.strip().partition(" ")
    if re.fullmatch(r"-?\d+(,\d+)+(\.\d*)?", number):
        if not re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d*)?", number):
            raise NotAllowedError("Put a point before the part of a day, like 12.5")
        number = number.replace(",", "")
    try:
        quantity = Decimal(number)
    except ArithmeticError:
        return None, ""
    if not quantity.is_finite() or quantity < 0:
        raise NotAllowedError("Write the quantity as a number, like 45 or 12.5")
    return quantity, unit.strip()


def told_beneath(question: CostLines | None, line: CostLine) -> tuple[str, ...]:
    """What is told beneath a line: its kind and when, its note, its VAT note, its source."""
    kind = category_label(question, line.category) if line.category else ""
    vat = line.vat or ""
    told = (
        ", ".join(filter(None, (kind, show_stage(line.stage) if line.stage else ""))),
        line.note or "",
        vat if not vat or "vat" in vat.casefold() else f"VAT: {vat}",
        f"Source: {line.source}" if line.source else "",
    )
    return tuple(words for words in told if words)


def words(line: CostLine) -> str:
    """What one line says in words, a cell a line."""
    cells: list[Any] = [line.what, quantity_text(line), line.note, line.vat, line.source]
    return "\n".join(cell for cell in cells if cell)


def count(lines: tuple[CostLine, ...]) -> int:
    """Words in all cells."""
    return sum(count_words(words(line)) for line in lines)
