"""Which cells each sort of input of the appraisal uses: another cell would be kept, printed and
change nothing, so that it is asked to be taken out."""

from bidwriter.kinds.tables.appraisal import Input, InputName

# What every input has beside these (what it is, name, whose, source, method, confidence) is words.
_NAMED: dict[str, str] = {
    "amount": "the sum in pounds",
    "number": "the number",
    "unit": "the unit",
    "shared-by": "by how many it is shared",
    "stage": "the stage",
    "first": "the first year",
    "last": "the last year",
    "every": "the years between renewals",
    "rise": "the points a year",
    "years": "the typed years",
    "uncertainty": "the uncertainty",
    "benefit-class": "the kind of benefit",
    "citizens": "that citizens gain it",
}
# HM Treasury, supplementary Green Book guidance on optimism bias, table of adjustments: what it
# publishes for equipment and development projects. Starting values, no bounds.
COST_HINT = "HM Treasury’s published range for equipment and development is 10% to 200%"
HINTS: dict[InputName, str] = {
    "cost-optimism": COST_HINT,
    "benefit-delay": "In years, like 0.5. HM Treasury’s published range for equipment and "
    "development is 10% to 54% of the time the works take",
    "price-year": "Sums are real: no inflation is in them",
}
_MONEY = ("amount", "shared-by", "first", "years", "uncertainty")
_BENEFIT = (*_MONEY, "last", "number", "unit", "benefit-class", "citizens")
_RULE = ("number", "years", "uncertainty")
USED: dict[InputName, tuple[str, ...]] = {
    "development": (*_MONEY, "stage"),
    "fixed-cost": (*_MONEY, "last"),
    "variable-cost": (*_MONEY, "last"),
    "renewal": (*_MONEY, "last", "every"),
    "fixed-benefit": _BENEFIT,
    "variable-benefit": _BENEFIT,
    "take-up": (*_RULE, "first", "last", "rise"),
    "growth": (*_RULE, "first", "last"),
    "lead-effect": _RULE,
    "reuse-effect": _RULE,
    "renewal-effect": _RULE,
    "confidence-factor": _RULE,
    "cost-optimism": _RULE,
    "benefit-delay": ("number", "uncertainty"),
    "price-year": ("first",),
    "partners": ("number", "uncertainty"),
    "councils-adopting": (*_RULE, "first", "last"),
    "councils-possible": ("number",),
    "councils-interested": ("number",),
}


def uses(name: InputName, cell: str) -> bool:
    """Whether a cell says something of this sort of input; cells of words always do."""
    return cell in USED[name] or cell not in _NAMED


def says(row: Input, cell: str) -> bool:
    """Whether a row's cell holds anything."""
    value = getattr(row, cell.replace("-", "_"))
    return value is not None and value != () and value is not False


def unused(row: Input) -> tuple[tuple[str, str], ...]:
    """The cells of a row that hold something its sort of input does not use, each with its name
    in words: ("first", "the first year"). What it is of the wrong unit is asked for elsewhere."""
    if row.input is None:
        return ()
    name = row.input
    own = (cell for cell in _NAMED if cell not in ("amount", "number"))
    return tuple((cell, _NAMED[cell]) for cell in own if says(row, cell) and not uses(name, cell))
