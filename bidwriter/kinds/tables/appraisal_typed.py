"""What people type into the cells of an appraisal: amounts, numbers, years with values."""

import re
from decimal import Decimal

from bidwriter.kinds.kinds import split_list
from bidwriter.kinds.question import NotAllowedError
from bidwriter.kinds.tables.appraisal import INPUTS, InputName
from bidwriter.kinds.tables.cost_lines import plain
from bidwriter.kinds.values import money
from bidwriter.kinds.values.financial_years import parse_year


def parse_input(typed: str) -> InputName:
    """An input by id or by its label. Raises NotAllowedError."""
    wanted = typed.strip().casefold()
    for name, kind in INPUTS.items():
        if wanted in (name, kind.label.casefold()):
            return name
    raise NotAllowedError(f"“{typed.strip()}” is not one of: {', '.join(INPUTS)}")


def parse_amount(typed: str) -> tuple[Decimal, int | None]:
    """ "£200,000" → (200000.00, None); "£200,000 / 3" or "200k shared by 3" → (200000.00, 3)."""
    found = re.fullmatch(
        r"(.*?)\s*(?:/|÷|shared by|divided by|between)\s*(\d{1,4})(?: councils?)?", typed.strip()
    )
    if found is None:
        return money.parse(typed), None
    by = int(found[2])
    if not 1 <= by <= 1000:
        raise NotAllowedError("Share the amount between 1 and 1,000 councils")
    return money.parse(found[1]), by


def parse_number(typed: str) -> Decimal:
    """12.5, 12.5%, 1,200 or 2/3 (as a per cent: 66.666666666667). Raises NotAllowedError."""
    text = re.sub(r"[\s\u00a0]", "", typed.replace("\u2212", "-"))
    share = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text)
    if share and int(share[2]):
        found = Decimal(share[1]) * 100 / Decimal(share[2])
        return Decimal(plain(found.quantize(Decimal(1).scaleb(-12))))
    digits = text.removesuffix("%").removesuffix("percent").replace(",", "")
    if not re.fullmatch(r"-?\d{1,12}(\.\d{1,12})?", digits):
        raise NotAllowedError("Write a number in digits, like 12.5")
    return Decimal(plain(Decimal(digits)))


def parse_counted(typed: str) -> tuple[Decimal, str]:
    """ "12,000 hours" → (12000, "hours"). Raises NotAllowedError."""
    number, _, unit = typed.strip().partition(" ")
    return parse_number(number), " ".join(unit.split())


def parse_years(typed: str, *, in_money: bool) -> tuple[str, ...]:
    """ "19/20 £200,000; 20/21 0" → ("2019=200000.00", "2020=0.00"). Raises NotAllowedError."""
    made: dict[int, str] = {}
    for part in split_list(typed):
        found = re.fullmatch(r"\s*([\d/–-]+?)\s*(?:=|:|\s)\s*(.+?)\s*", part)
        if found is None:
            raise NotAllowedError("Write each year with its value, like 19/20 = £200,000")
        made[parse_year(found[1])] = year_value(found[2], in_money=in_money)
    return tuple(f"{year}={value}" for year, value in sorted(made.items()))


def year_value(typed: str, *, in_money: bool) -> str:
    """What was typed for one year, as it is kept. Raises NotAllowedError."""
    return f"{money.parse(typed):.2f}" if in_money else plain(parse_number(typed))
