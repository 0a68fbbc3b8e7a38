"""Cost lines: what is needed, how much of it, what it costs, who pays, which council, when."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import LINE, Misfit
from bidwriter.kinds.cells.choices import YES_NO, OneOf
from bidwriter.kinds.cells.column import Column, in_sight
from bidwriter.kinds.cells.councils import COUNCILS
from bidwriter.kinds.cells.day import Stage as StageCell
from bidwriter.kinds.cells.money import POUNDS
from bidwriter.kinds.cells.number import QUANTITY
from bidwriter.kinds.cells.principle import PRINCIPLE
from bidwriter.kinds.frozen import Leaf, NotAllowedError, OneLine, Since
from bidwriter.kinds.question import Fault, Option
from bidwriter.kinds.tables.rows import MOST_READ, Row
from bidwriter.kinds.tables.table import Table
from bidwriter.kinds.values.financial_years import stage_of_years, years_of_stage
from bidwriter.kinds.values.money import Money, pence, show
from bidwriter.kinds.values.numbers import Quantity, plain
from bidwriter.kinds.values.stage import Sprints, Stage

Payer = Literal["fund", "in-kind", "cash"]
PAYERS: dict[Payer, str] = {"fund": "Fund", "in-kind": "In kind", "cash": "Cash match"}
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


# --- cells of its own ------------------------------------------------------------------------


# What people call the fund, and what they add to it.
_GIVER = "mhclg|dluhc|ldf|ldcu|local digital|fund|grant|central government"
_ADDED = "the|fund|funds|funding|funded|grant|money|bid|share|contribution|ask|requested|from"
_FUND = re.compile(rf"(?=.*\b(?:{_GIVER})\b)(?:(?:{_GIVER}|{_ADDED})(?: |$))+", re.IGNORECASE)
_SPEAKS_OF_FUND = re.compile(rf"\b(?:{_GIVER})\b", re.IGNORECASE)
_IN_KIND = re.compile(r"\bin ?kind\b|\b(?:our )?own time\b|\bofficer time\b", re.IGNORECASE)
_CASH = re.compile(r"\bcash\b", re.IGNORECASE)


class PayerCell(OneOf):
    """Who pays: by id, by the words on screen, or as councils write it; a round may ask for some
    ways of paying alone."""

    @override
    def offered(self, around: Around) -> Mapping[str, str]:
        question = around.question
        ways = question.ways_of_paying if isinstance(question, CostLines) else tuple(PAYERS)
        return {payer: PAYERS[payer] for payer in ways}

    @override
    def misfits(self, leaf: Leaf, around: Around) -> Iterator[Misfit]:
        if leaf not in self.offered(around):
            label = self.words(leaf, around._replace(question=None))
            yield Misfit("Choose again who pays for {}", f"The round does not take “{label}”")

    @override
    def chosen(self, typed: str, around: Around) -> str:
        return payer_named(typed) or super().chosen(" ".join(typed.split()), around)


def payer_named(typed: str) -> str:
    """The one payer that words speak of, in the ways that councils write it; "" for none or
    several."""
    words = " ".join(re.sub(r"[-–—_()/,:]", " ", typed[:200]).split())
    said = [payer for payer, pattern in (("in-kind", _IN_KIND), ("cash", _CASH))
            if pattern.search(words)]  # fmt: skip
    if _SPEAKS_OF_FUND.search(words):
        said.append("fund")
    if len(said) == 1 and (said[0] != "fund" or _FUND.fullmatch(words)):
        return said[0]
    labels = {label.casefold(): str(id_) for id_, label in PAYERS.items()}
    return labels.get(words.casefold(), "")


class CategoryCell(OneOf):
    """A category that the question offers, by id or label, with or without an s at its end."""

    @override
    def chosen(self, typed: str, around: Around) -> str:
        wanted, offered = _singular(typed), self.offered(around)
        for id_, label in offered.items():
            if wanted in (_singular(id_), _singular(label)):
                return id_
        labels = ", ".join(offered.values())
        raise NotAllowedError(f"“{typed.strip()}” is not one of: {labels}")

    @override
    def misfits(self, leaf: Leaf, around: Around) -> Iterator[Misfit]:
        if leaf not in self.offered(around):
            detail = f"The round does not offer “{leaf}”"
            yield Misfit("Choose again what kind of cost {} is", detail)


def _singular(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split()).removesuffix("s")


def _categories(around: Around) -> Mapping[str, str]:
    asked = around.question
    offered = asked.kinds_of_cost if isinstance(asked, CostLines) else CATEGORIES
    return {option.id: option.label for option in offered}


class WhenCell(StageCell):
    """When a cost falls; a round may ask for months alone, or for sprints alone. One that adds up
    by financial year takes and shows whole years as such."""

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        by_year = isinstance(around.question, CostLines) and around.question.by_year
        return (stage_of_years(typed) if by_year else None) or super().read(typed, around)

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        by_year = isinstance(around.question, CostLines) and around.question.by_year
        return (years_of_stage(str(leaf)) if by_year else "") or super().words(leaf, around)

    @override
    def misfits(self, leaf: Leaf, around: Around) -> Iterator[Misfit]:
        stages = around.question.stages if isinstance(around.question, CostLines) else ()
        sort = "sprints" if str(leaf).startswith("sprint-") else "months"
        if stages and sort not in stages:
            one = "a sprint" if stages == ("sprints",) else "a month"
            yield Misfit(f"Give {{}} {one}", f"The round asks for {stages[0]}")


def _vat_beneath(words: str) -> str:
    """A note on VAT mostly says itself that it is one."""
    return words if "vat" in words.casefold() else f"VAT: {words}"


def _renamed(title: str, was: str, is_: str) -> str:  # noqa: ARG001 - its old name is said
    return f"renamed {was or 'a line with no name'} to {is_ or 'nothing'}"


def _payer_changed(title: str, was: str, is_: str) -> str:
    return f"changed who pays for {title} from {was or 'nobody'} to {is_ or 'nobody'}"


def _councils_changed(title: str, was: str, is_: str) -> str:  # noqa: ARG001
    return f"changed the councils of {title} to {is_ or 'none'}"


# --- the line --------------------------------------------------------------------------------


class CostLine(Row):
    """One line. Its total is `quantity` × `unit_cost`, or `total` as stated with the quantity in
    `quantity_words`; never both. `councils` names partners by code or written form, or "all".
    `category` is an id that the question offers; `vat` says in words how VAT was reckoned."""

    either: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "months": ("quantity", "stage"),
        "cost": ("total", "unit-cost"),
        "costs": ("total", "unit-cost"),
        "£": ("total", "unit-cost"),
        "amount": ("total", "quantity"),
        "price": ("unit-cost", "total"),
        "type": ("category", "unit"),
        "description": ("what", "note"),
        "details": ("what", "note"),
        "detail": ("what", "note"),
        "name": ("what", "note"),
        "phase": ("stage", "category"),
    }
    goes_with: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "unit-cost": ("quantity", "quantity-words"),
        "quantity": ("unit-cost", "total"),
        "note": ("what",),
        "unit": ("quantity", "unit-cost"),
    }
    sole_sum: ClassVar[str] = "total"
    then: ClassVar[Mapping[str, str]] = {"quantity": "quantity-words"}
    # The further cells are younger than this order.
    without_headings: ClassVar[tuple[str, ...]] = (
        "what", "quantity", "unit", "unit-cost", "total", "payer", "councils", "principle", "note",
    )  # fmt: skip

    what: Annotated[OneLine | None, Column(
        "What", LINE, tell=_renamed, needed=True, missing="Say what {} is for",
        each=True,
        names="what;resource;resources;item;items;role;roles;line;cost line;activity;"
        "role or resource;item or resource;resource required;what it is;post;posts;post title;"
        "job;job title;position;person;budget heading;budget line;budget item;cost heading;"
        "cost item;deliverable;task;expenditure;expense;element;cost element;component;product;"
        "service;work package;workstream",
        room=184, share=30, verb="Say what",
    )] = None  # fmt: skip
    quantity: Annotated[Quantity | None, Column(
        "Quantity", QUANTITY, "{}", each=True,
        names="quantity;qty;number;no;amount of time;how much;how many;days;number of days;"
        "no of days;hours;number of hours;no of hours;weeks;number of weeks;no of weeks;"
        "quantity required;amount required;time required;fte;ftes;wte;number of fte;no of fte;"
        "number of months;no of months;effort;effort days;person days;"
        "time;duration;units needed",
        room=96, share=11, verb="Give",
    )] = None  # fmt: skip
    unit: Annotated[OneLine | None, Column(
        "Unit", LINE, "the unit of {}", names="unit;units;unit type", within="quantity",
        each=True,
    )] = None  # fmt: skip
    unit_cost: Annotated[Money | None, Column(
        "Unit cost", POUNDS, "the unit cost of {}", each=True,
        names="unit cost;day rate;daily rate;rate;unit price;cost per unit;cost per day;cost each;"
        "rate per day;per day;price each;unit rate;hourly rate;rate per hour;"
        "per hour;cost per hour;weekly rate;rate per week;per week;cost per week;monthly rate;"
        "rate per month;per month;cost per month;monthly cost;salary;annual salary;salary cost;"
        "cost per fte;annual cost;unit price ex vat;day rate ex vat",
        room=92, share=10, verb="Give",
    )] = None  # fmt: skip
    total: Annotated[Money | None, Column(
        "Total", POUNDS, "the total of {}", each=True,
        names="total;total cost;total costs;line total;sum;total price;total cost or value;"
        "total cost or value for this application;value;total value;line cost;total amount;"
        "subtotal;budget;net;net cost;net total;total net;net amount;gross;gross cost;gross total;"
        "total gross;gross amount;total ex vat;total excl vat;total excluding vat;cost ex vat;"
        "total inc vat;total incl vat;total including vat;cost inc vat;extended cost;spend",
        room=94, share=10, verb="Give",
    )] = None  # fmt: skip
    quantity_words: Annotated[OneLine | None, Column(
        "Quantity in words", LINE, "the quantity of {}", names="quantity in words",
        each=True,
        within="quantity",
    )] = None  # fmt: skip
    payer: Annotated[Payer | None, Column(
        "Who pays", PayerCell({str(id_): label for id_, label in PAYERS.items()},
                              "It is not clear who pays"),
        tell=_payer_changed, needed=True, missing="Choose who pays for {}",
        names="who pays;who will pay;who will pay for it;payer;paid by;paid for by;pays;funded by;"
        "funding;funding source;source of funding;fund;who is paying;"
        "funder;who funds;source of funds;funding type;type of funding;contribution type;"
        "paid from;met by",
        room=84, share=9, verb="Choose",
    )] = None  # fmt: skip
    councils: Annotated[tuple[OneLine, ...], Field(max_length=500), Column(
        "Councils", COUNCILS, heading="Council", tell=_councils_changed,
        needed=True, missing="Choose a council for {}",
        names="council;councils;authority;local authority;partner;partners;organisation;"
        "which council;lead council",
        room=138, share=15, verb="Choose",
    )] = ()  # fmt: skip
    principle: Annotated[int | None, Field(ge=1, le=99), Column(
        "Principle", PRINCIPLE, "the principle of {}",
        names="principle;principles;main principle", theme="principles",
        share=18,
    )] = None  # fmt: skip
    note: Annotated[OneLine | None, Column(
        "Note", LINE, "the note of {}", further=True, at=-2, missing="Write a note for {}",
        each=True,
        beneath=str,
        names="note;notes;comment;comments;remarks",
        verb="Write",
    )] = None  # fmt: skip
    stage: Annotated[Stage | None, Column(
        "Stage", WhenCell(), "the stage of {}", "When", further=True, at=-4,
        missing="Say when {} falls, like Jan 2019 or Sprint 2",
        names="when;stage;month;period;sprint;sprints;month or sprint;timing;stage of work",
        room=136, share=11, verb="Say when", hint="Jan to Mar 2019, or Sprint 2",
    )] = None  # fmt: skip
    category: Annotated[OneLine | None, Column(
        "Category", CategoryCell(_categories, "The round does not offer this category"),
        "the category of {}", further=True, at=-5, missing="Choose what kind of cost {} is",
        names="category;categories;kind of cost;type of cost;cost type;cost category",
        room=100, share=9, verb="Choose",
    )] = None  # fmt: skip
    vat: Annotated[OneLine | None, Column(
        "VAT", LINE, "the VAT note of {}", further=True, at=-3,
        missing="Say how VAT was reckoned for {}", beneath=_vat_beneath,
        names="vat;vat note;vat notes;vat treatment;vat status;vat amount;vat rate",
        room=140, share=12, verb="Say how", usual=VAT_NOTES,
    )] = None  # fmt: skip
    given_by: Annotated[OneLine | None, Column(
        "Given by", LINE, "who gives {}", further=True, at=-7, theme="match",
        missing="Say who gives {}", each=True,
        names="given by;match funder;source of match funding;source of match;match funding from",
        room=120, share=10, verb="Say who", hint="Who gives it, like Arts Council England",
    )] = None  # fmt: skip
    secured: Annotated[bool | None, Column(
        "Secured", YES_NO, "whether {} is secured", further=True, at=-6, theme="match",
        missing="Say whether {} is secured",
        names="secured;confirmed;is it secured;secured or not;status of match funding",
        beneath=lambda words: "Secured" if words == "yes" else "Not secured yet",
        room=80, share=8, verb="Say", hint="yes or no",
    )] = None  # fmt: skip
    source: Annotated[OneLine | None, Column(
        "Source", LINE, "the source of {}", further=True, at=-1,
        missing="Say where the figure for {} comes from",
        names="source;sources;source of figure;basis;basis of cost;evidence of cost;quote",
        verb="Say where from",
    )] = None  # fmt: skip

    @model_validator(mode="after")
    def _one_way_to_a_total(self) -> Self:
        if self.total is not None and (self.quantity is not None or self.unit_cost is not None):
            raise ValueError("give a quantity and a unit cost, or a total; not both")
        return self

    @property
    @override
    def title(self) -> str:
        return self.what or "A cost line with no name yet"

    @property
    def amount(self) -> Decimal | None:
        """The line's total in pounds and pence; None while something is missing."""
        if self.total is not None:
            return self.total
        if self.quantity is None or self.unit_cost is None:
            return None
        return pence(self.quantity * self.unit_cost)

    @property
    def quantity_text(self) -> str:
        """ "45 days", or the quantity in words."""
        if self.quantity is None:
            return self.quantity_words or ""
        return f"{plain(self.quantity)} {self.unit or ''}".strip()

    @property
    @override
    def words(self) -> str:
        """What the line says in words; its figures are in the sums."""
        further = (getattr(self, column.field) for column in _further_texts())
        return "\n".join(cell for cell in (self.what, self.quantity_text, *further) if cell)

    @property
    @override
    def in_full(self) -> str:
        """ "User researcher, 45 days at £720"."""
        cost = f"at {show(self.unit_cost)}" if self.unit_cost is not None else ""
        stated = show(self.total) if self.total is not None else ""
        told = " ".join(cell for cell in (self.quantity_text, cost or stated) if cell)
        return f"{self.title}, {told}" if told else self.title

    @property
    @override
    def is_blank(self) -> bool:
        return not self.what

    @override
    def shown(self, key: str, around: Around) -> str:
        if key == "quantity":
            return self.quantity_text
        if key == "total":
            return show(self.amount) if self.amount is not None else ""
        return super().shown(key, around)


Answer = Annotated[tuple[CostLine, ...], Field(max_length=MOST_READ)]


def _can_be_asked(key: str) -> str:
    offered = [column.key for column in CostLine.columns if column.further]
    if key not in offered:
        raise ValueError(f"must be one of: {', '.join(offered)}")
    return key


class CostLines(Table):
    """A question answered by a table of costs. `stages` are the kinds of stage it offers (none
    named: both); `asks` the cells that every line must have besides the usual ones; `below_nought`
    says whether a line may be a discount or an income. `by_year` asks when each line falls, and
    adds lines up by financial year instead of by month. `payers` are the ways of paying that it
    takes (none named: all); `match_by_source` asks who gives what the fund does not pay, and
    whether that is secured."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Add at least one cost line"
    of: ClassVar[type[Row]] = CostLine
    row_noun: ClassVar[str] = "line"
    most_added: ClassVar[int] = 2_000
    shows_as: ClassVar[str] = "cost lines"

    kind: Literal["cost-lines"] = "cost-lines"
    stages: tuple[Literal["months", "sprints"], ...] = ()
    first_sprint: date | None = None
    sprint_weeks: int = Field(default=2, ge=1, le=26)
    categories: tuple[Option, ...] = ()
    asks: tuple[Annotated[str, AfterValidator(_can_be_asked)], ...] = ()
    below_nought: bool = True
    by_year: Annotated[bool, Since(2)] = False
    payers: Annotated[tuple[Payer, ...], Since(2)] = ()
    match_by_source: Annotated[bool, Since(2)] = False

    @override
    def in_round(self, themes: frozenset[str]) -> Self:
        return super().in_round(themes | {"match"} if self.match_by_source else themes)

    @property
    def ways_of_paying(self) -> tuple[Payer, ...]:
        """Who can pay for a line."""
        return tuple(payer for payer in PAYERS if not self.payers or payer in self.payers)

    @property
    def kinds_of_cost(self) -> tuple[Option, ...]:
        """The categories that a line can have."""
        return self.categories or CATEGORIES

    @property
    def sprints(self) -> Sprints | None:
        """The calendar of sprints, if the round states one."""
        return Sprints(self.first_sprint, self.sprint_weeks) if self.first_sprint else None

    @override
    def asks_for(self, column: Column) -> bool:
        is_when = self.by_year and column.key == "stage"
        return column.needed or column.key in self.asks or is_when

    @override
    def asks_of(self, column: Column, row: Row) -> bool:
        if column.theme != "match":
            return super().asks_of(column, row)
        return isinstance(row, CostLine) and row.payer not in (None, "fund")

    @override
    def faults(self) -> Iterator[Fault]:
        if self.payers and set(self.payers) == {"fund"} and self.match_by_source:
            words = "Nobody but the fund pays, so there is no match funding"
            yield Fault("match-by-source", words, "Take it out, or add in-kind or cash to payers")

    @override
    def parts(self) -> list[tuple[str, str, str]]:
        return [("categories", option.id, option.label) for option in self.categories]


def category_label(question: CostLines | None, category: str) -> str:
    """What a category is called; one that is not offered is called by its id."""
    offered = question.kinds_of_cost if question else CATEGORIES
    return next((option.label for option in offered if option.id == category), category)


def told_beneath(line: CostLine, around: Around) -> tuple[str, ...]:
    """What is told beneath a line: its kind and when together, then a line for each text."""
    said = {c: c.cell.words(c.leaf(line), around) for c in in_sight(CostLine.columns) if c.further}
    together = [
        column.beneath(words) if column.beneath else words
        for column, words in said.items()
        if column.cell is not LINE and words
    ]
    texts = [c.line_beneath(said[c]) for c in _further_texts() if said[c]]
    return (*([", ".join(together)] if together else []), *texts)


def _further_texts() -> list[Column]:
    """The further cells that hold words, those that need no label first."""
    texts = [c for c in in_sight(CostLine.columns) if c.further and c.cell is LINE]
    return sorted(texts, key=lambda column: column.beneath is not str)
