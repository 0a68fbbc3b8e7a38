"""Made-up right answers of the kinds that are tables, but for councils and costs."""

from collections.abc import Iterator
from decimal import Decimal

from bidwriter.desk.trying.setting import Setting
from bidwriter.desk.trying.values import AHEAD, a_council, of_form, within
from bidwriter.desk.trying.wording import line, prose
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.tables.appraisal import Appraisal, Input, rule_id
from bidwriter.kinds.tables.outputs import Output, Outputs
from bidwriter.kinds.tables.own_columns import OwnColumn
from bidwriter.kinds.tables.own_rows import OwnRow
from bidwriter.kinds.tables.own_table import OwnTable
from bidwriter.kinds.tables.rows import keys_after
from bidwriter.kinds.values.numbers import plain

_ROWS = 2  # where nothing says how many
_WORDS = 8  # of a cell of prose


def row_id(at: int) -> str:
    """The id of a made-up row, the `at`-th of its table."""
    return f"madeup{at + 1:04d}"


def outputs(question: Outputs, setting: Setting) -> tuple[Output, ...]:
    """An output of each thing that the round requires, one at least."""
    names = [output.name for output in setting.round.required_outputs] or ["Made-up output"]
    when = f"{setting.today + AHEAD:%Y-%m}"
    if question.id in setting.brief:
        return (Output(id=row_id(0), output="Made-up"),)
    keys = keys_after((), len(names))
    return tuple(
        Output(id=row_id(at), order=key, output=name, action="Made-up words", when=when)
        for at, (name, key) in enumerate(zip(names, keys, strict=True))
    )


# --- a table of the fund's own columns --------------------------------------------------------


def table(question: OwnTable, setting: Setting) -> tuple[OwnRow, ...] | None:
    """Each row that the pack fixes, or as many as it asks for; None where a cell that every row
    must have can hold nothing right."""
    cells = dict(_cells(question, setting))
    if any(cells.get(own.id) is None and not own.optional for own in question.own_columns):
        return None
    held = {key: leaf for key, leaf in cells.items() if leaf is not None}
    if not held:
        return None
    if question.is_grid:
        ids = [(row.id, "") for row in question.fixed_rows]
    else:
        usual = 1 if question.id in setting.brief else _ROWS
        most = usual if question.most_rows is None else min(usual, question.most_rows)
        many = max(most, question.least_rows or 1)
        ids = [(row_id(at), key) for at, key in enumerate(keys_after((), many))]
    return tuple(question.row.model_validate({"id": i, "order": o, **held}) for i, o in ids)


def _cells(question: OwnTable, setting: Setting) -> Iterator[tuple[str, Leaf]]:
    """What stands in each column; None in one that nothing fits."""
    for own in question.own_columns:
        yield own.id, cell(own, setting, brief=question.id in setting.brief)


def cell(own: OwnColumn, setting: Setting, *, brief: bool = False) -> Leaf:
    """A right value of one column; None where there is none."""
    day = setting.today + AHEAD
    match own.kind:
        case "short-text":
            return of_form(own.format, own.limit)
        case "long-text":
            return line(prose(1 if brief else _WORDS).rstrip(":"), own.limit) or None
        case "number" | "money":
            return _figure(own)
        case "date" | "month":
            return day.isoformat() if own.kind == "date" else f"{day:%Y-%m}"
        case "yes-no":
            return True
        case "council":
            return str(a_council(setting))
        case "choose-one" | "choose-several":
            first = tuple(option.id for option in own.options[:1])
            return first[0] if first and own.kind == "choose-one" else first or None


def _figure(own: OwnColumn) -> str | None:
    is_money = own.kind == "money"
    usual, step = (Decimal(1000), "0.01") if is_money else (Decimal(10), "1e-9")
    figure = within(usual, own.least, own.most, Decimal(step))
    if figure is None:
        return None
    return f"{figure:.2f}" if is_money else plain(figure)


# --- the appraisal ----------------------------------------------------------------------------


def appraisal(question: Appraisal, setting: Setting) -> tuple[Input, ...]:  # noqa: ARG001
    """What a bid could be worth: building it, running it, what it saves, and the prices' year."""
    stage = next((stage.id for stage in question.stages), None)
    said = {"source": "Made up, only to try this round", "confidence": "low"}
    given: tuple[dict[str, object], ...] = (
        {"input": "price-year", "first": question.first_year, "id": rule_id("price-year")},
        {"input": "development", "whose": ("lead",), "amount": "10000.00", "stage": stage, **said},
        {"input": "fixed-cost", "whose": ("lead",), "amount": "500.00", **said},
        {"input": "fixed-benefit", "whose": ("lead",), "amount": "4000.00",
         "benefit-class": "cash-releasing", **said},
    )  # fmt: skip
    keys = keys_after((), len(given))
    return tuple(
        Input.model_validate({"id": row_id(at), "order": key, **cells})
        for at, (cells, key) in enumerate(zip(given, keys, strict=True))
    )
