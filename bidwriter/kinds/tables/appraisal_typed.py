"""What people type for the value of an input: a sum that several share, a count with its unit."""

import re
from decimal import Decimal

from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.values import money
from bidwriter.kinds.values.numbers import parse_number


def parse_amount(typed: str) -> tuple[Decimal, int | None]:
    """ "£200,000" → (200000.00, None); "£200,000 / 3" or "200k shared by 3" → (200000.00, 3)."""
    shared = re.fullmatch(
        r"(.*?)\s*(?:/|÷|shared by|divided by|between)\s*(\d{1,4})(?: councils?)?", typed.strip()
    )
    if shared is None:
        return money.parse(typed), None
    by = int(shared[2])
    if not 1 <= by <= 1000:
        raise NotAllowedError("Share the amount between 1 and 1,000 councils")
    return money.parse(shared[1]), by


def parse_counted(typed: str) -> tuple[Decimal, str]:
    """ "12,000 hours" → (12000, "hours"). Raises NotAllowedError."""
    number, _, unit = typed.strip().partition(" ")
    return parse_number(number), " ".join(unit.split())
