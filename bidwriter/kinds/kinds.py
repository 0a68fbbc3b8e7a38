"""The way in to all kinds: every use is a `match` that the type checker proves whole.

An answer is a plain value: str, bool, date, Decimal, Body, a tuple of ids, or a tuple of rows.
"""

import json
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, TypeAlias, assert_never

from pydantic import Field, StrictBool, TypeAdapter

from bidwriter.kinds.question import Limit, NotAllowedError
from bidwriter.kinds.tables import appraisal, cost_lines, outputs, partners, rows
from bidwriter.kinds.values import (
    body,
    choice,
    day,
    declarations,
    money,
    rich_text,
    short_text,
    yes_no,
)

AnyQuestion = Annotated[
    short_text.ShortText
    | rich_text.RichText
    | choice.ChooseOne
    | choice.ChooseSeveral
    | yes_no.YesNo
    | day.Date
    | money.Sum
    | body.OneCouncil
    | partners.Partners
    | outputs.Outputs
    | cost_lines.CostLines
    | appraisal.Appraisal
    | declarations.Declarations,
    Field(discriminator="kind"),
]
RowsQuestion: TypeAlias = (
    partners.Partners | outputs.Outputs | cost_lines.CostLines | appraisal.Appraisal
)
AnyRow: TypeAlias = partners.Partner | outputs.Output | cost_lines.CostLine | appraisal.Input
Value: TypeAlias = str | bool | date | Decimal | body.Body | tuple[str, ...] | tuple[AnyRow, ...]

ROW_TYPES: dict[str, type[AnyRow]] = {
    "partners": partners.Partner,
    "outputs": outputs.Output,
    "cost-lines": cost_lines.CostLine,
    "appraisal": appraisal.Input,
}


_ANSWER_TYPES: dict[str, Any] = {
    "short-text": short_text.Answer,
    "rich-text": rich_text.Answer,
    "choose-one": choice.One,
    "choose-several": choice.Several,
    "yes-no": StrictBool,
    "date": date,
    "money": money.Money,
    "council": body.Body,
    "partners": partners.Answer,
    "outputs": outputs.Answer,
    "cost-lines": cost_lines.Answer,
    "appraisal": appraisal.Answer,
    "declarations": declarations.Answer,
}
KINDS = tuple(_ANSWER_TYPES)


@lru_cache(maxsize=64)
def adapter(kind: str) -> TypeAdapter[Any]:
    """What reads and writes the answers of one kind as JSON values. Raises KeyError."""
    return TypeAdapter(_ANSWER_TYPES[kind])


def tidy(question: AnyQuestion, value: Value) -> Value:
    """`value` in the one order its question keeps: rows by key, choices by list."""
    match question:
        case choice.ChooseSeveral():
            return choice.in_order(question, _ids(value))
        case declarations.Declarations():
            return declarations.in_order(question, _ids(value))
        case (
            partners.Partners() | outputs.Outputs() | cost_lines.CostLines() | appraisal.Appraisal()
        ):
            return rows.in_order(_rows(value))
        case _:
            return value


def parse(question: AnyQuestion, typed: str, day_of_round: date | None = None) -> Value:
    """The answer that typed words mean. Raises NotAllowedError with words for a person."""
    match question:
        case short_text.ShortText() | rich_text.RichText():
            value: Value = adapter(question.kind).validate_python(typed)
            return value
        case choice.ChooseOne():
            return choice.find(question, typed)
        case choice.ChooseSeveral():
            chosen = tuple(choice.find(question, part) for part in split_list(typed))
            return choice.in_order(question, chosen)
        case yes_no.YesNo():
            return yes_no.parse(typed)
        case day.Date():
            return day.parse(typed)
        case money.Sum():
            return money.parse(typed)
        case body.OneCouncil():
            return body.parse(typed, day_of_round)
        case declarations.Declarations():
            agreed = tuple(declarations.find(question, part) for part in split_list(typed))
            return declarations.in_order(question, agreed)
        case (
            partners.Partners() | outputs.Outputs() | cost_lines.CostLines() | appraisal.Appraisal()
        ):
            raise NotAllowedError(
                f"“{question.id}” is a table: set {question.id}/+ to add a row, "
                f"or {question.id}/ROW/FIELD to change a cell"
            )
        case _:
            assert_never(question)


def split_list(typed: str) -> tuple[str, ...]:
    """The parts of a list typed as JSON (["a", "b"]), or with semicolons or line breaks."""
    if typed.lstrip().startswith("["):
        parts = json.loads(typed)
        if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
            raise NotAllowedError('Write the list as JSON text, like ["first", "second"]')
        return tuple(parts)
    return tuple(part.strip() for part in typed.replace("\n", ";").split(";") if part.strip())


def is_empty(value: Value | None) -> bool:
    """Whether nothing has been answered."""
    return value is None or (isinstance(value, str | tuple) and not value)


def text(question: AnyQuestion, value: Value | None) -> str:
    """The answer as words: what is printed, searched and counted. "" for none."""
    if value is None:
        return ""
    match question:
        case rich_text.RichText():
            return rich_text.text(str(value))
        case choice.ChooseOne():
            return choice.label(question, str(value))
        case choice.ChooseSeveral():
            return "\n".join(choice.label(question, chosen) for chosen in _ids(value))
        case yes_no.YesNo():
            return yes_no.text(question, value is True)
        case declarations.Declarations():
            agreed = _ids(value)
            return "\n".join(s.text for s in question.statements if s.id in agreed)
        case day.Date():
            return day.show(value) if isinstance(value, date) else ""
        case money.Sum():
            return money.show(value) if isinstance(value, Decimal) else ""
        case body.OneCouncil():
            return value.title if isinstance(value, body.Body) else ""
        case (
            partners.Partners() | outputs.Outputs() | cost_lines.CostLines() | appraisal.Appraisal()
        ):
            return "\n".join(row_words(row) for row in _rows(value))
        case short_text.ShortText():
            return str(value)
        case _:
            assert_never(question)


def row_words(row: AnyRow) -> str:
    """What one row says in words."""
    match row:
        case partners.Partner():
            return partners.words(row)
        case outputs.Output():
            return outputs.words(row)
        case cost_lines.CostLine():
            return cost_lines.words(row)
        case appraisal.Input():
            return appraisal.words(row)
        case _:
            assert_never(row)


def count(question: AnyQuestion, value: Value | None) -> int:
    """Words in the answer, by the one published rule."""
    if value is None:
        return 0
    match question:
        case rich_text.RichText():
            return rich_text.count(str(value))
        case outputs.Outputs():
            return sum(outputs.count((r,)) for r in _rows(value) if isinstance(r, outputs.Output))
        case _:
            return short_text.count(text(question, value))


def limit_of(question: AnyQuestion) -> Limit | None:
    """The question's limit, if its kind can have one."""
    match question:
        case short_text.ShortText() | rich_text.RichText():
            return question.limit
        case _:
            return None


def _ids(value: Value) -> tuple[str, ...]:
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, tuple) else ()


def _rows(value: Value) -> tuple[AnyRow, ...]:
    return tuple(v for v in value if not isinstance(v, str)) if isinstance(value, tuple) else ()
