"""Telling what changed in the inputs of an appraisal, and its cells as people read them."""

from decimal import Decimal

from bidwriter.bids.places import Leaf
from bidwriter.kinds.tables.appraisal import (
    CLASSES,
    CONFIDENCE,
    INPUTS,
    WHOSE,
    Input,
    value_words,
    whose_words,
)
from bidwriter.kinds.values.financial_years import year_label
from bidwriter.kinds.values.money import show

LABELS = {
    "input": "What it is", "name": "Name", "whose": "Whose", "amount": "Amount",
    "shared-by": "Shared equally by", "number": "Number", "unit": "Unit", "stage": "Stage",
    "first": "First year", "last": "Last year", "every": "Years between renewals",
    "rise": "Points a year", "years": "Typed years", "uncertainty": "Uncertainty",
    "benefit-class": "Kind of benefit", "citizens": "Gained by citizens", "source": "Source",
    "method": "Method", "confidence": "Confidence in it",
}  # fmt: skip
_PHRASES = {
    "name": "the name of", "shared-by": "how many share", "unit": "the unit of",
    "stage": "the stage of", "first": "the first year of", "last": "the last year of",
    "every": "how often to renew", "rise": "the yearly rise of", "years": "the typed years of",
    "uncertainty": "the uncertainty of", "benefit-class": "the kind of benefit of",
    "citizens": "who gains from", "source": "the source of", "method": "the method of",
    "confidence": "the confidence in", "whose": "whose", "input": "what is meant by",
}  # fmt: skip

_NAMED: dict[str, dict[str, str]] = {
    "input": {name: kind.label for name, kind in INPUTS.items()},
    "benefit-class": {str(id_): label for id_, label in CLASSES.items()},
    "confidence": {str(id_): label for id_, label in CONFIDENCE.items()},
}
_WHOSE: dict[str, str] = {str(one): label for one, label in WHOSE.items()}


def input_words(row: Input) -> str:
    """ "Run, the same each year of the lead, £10,000"."""
    of = f" of {whose_words(row)}" if row.whose else ""
    value = value_words(row)
    return f"{row.title}{of}{', ' + value if value else ''}"


def input_cell_changed(row: Input, cell: str, before: Leaf, after: Leaf) -> str:
    """ "raised Contact saved from £10,000 to £20,000"; `row` as it is afterwards."""
    was, is_ = (cell_words(row, cell, leaf) for leaf in (before, after))
    if cell in ("amount", "number"):
        return _value_changed(row, before, after, was, is_)
    what = f"{_PHRASES.get(cell, f'{cell} of')} {row.title}"
    if cell == "whose":
        return f"changed {what} is, from {was or 'nobody'} to {is_ or 'nobody'}"
    if not was:
        return f"set {what} to “{is_}”"
    return (
        f"changed {what} from “{was}” to “{is_}”" if is_ else f"cleared {what}, which was “{was}”"
    )


def _value_changed(row: Input, before: Leaf, after: Leaf, was: str, is_: str) -> str:
    if before is None:
        return f"set {row.title} to {is_}"
    if after is None:
        return f"cleared {row.title}, which was {was}"
    risen = Decimal(str(after)) > Decimal(str(before))
    return f"{'raised' if risen else 'lowered'} {row.title} from {was} to {is_}"


def cell_words(row: Input | None, cell: str, leaf: Leaf) -> str:
    """One cell of an input as people read it; "" for none."""
    if leaf is None or leaf == ():
        return ""
    if cell in _NAMED:
        return _NAMED[cell].get(str(leaf), str(leaf))
    match cell:
        case "whose":
            parts = leaf if isinstance(leaf, tuple) else ()
            return " and ".join(_WHOSE.get(one, one).lower() for one in parts)
        case "amount":
            return show(Decimal(str(leaf)))
        case "number":
            return _number(row, str(leaf))
        case "rise":
            return f"{leaf} points"
        case "uncertainty":
            return f"±{leaf}%"
        case "first" | "last":
            return year_label(int(str(leaf)))
        case "years":
            typed = leaf if isinstance(leaf, tuple) else ()
            return "; ".join(_typed_year(row, one) for one in typed)
        case "citizens":
            return "citizens" if leaf else "councils"
        case _:
            return str(leaf)


def _number(row: Input | None, leaf: str) -> str:
    if row is not None and row.input and INPUTS[row.input].unit == "per cent":
        return f"{leaf}%"
    unit = f" {row.unit}" if row is not None and row.unit else ""
    return f"{leaf}{unit}"


def _typed_year(row: Input | None, one: str) -> str:
    year, value = one.split("=")
    in_money = row is None or row.in_money
    return f"{year_label(int(year))} {show(Decimal(value)) if in_money else _number(row, value)}"
