"""Sums of money: pounds with two places, read as people type them, shown as £1,234.50.

The one rounding rule: half a penny and more goes up (away from nought). No float anywhere.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema
from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import Leaf, NotAllowedError, Since
from bidwriter.kinds.question import Fault, Question
from bidwriter.kinds.values.bounds import span_words
from bidwriter.kinds.values.money_reading import UnreadError, read

MOST = Decimal("9999999999.99")
_PENNY = Decimal("0.01")
# What is typed, and what a quantity makes of it, has fewer places; what is worked out (a third,
# discounted) has 34 digits, and may miss by its last one what it is exactly.
_SETTLED = Decimal("1e-15")
_WIDE = Context(prec=80)


def settled(amount: Decimal) -> Decimal:
    """`amount` without the dust of divisions, so that three thirds of half a penny are half a
    penny; never a nought with a minus."""
    return amount.quantize(_SETTLED, rounding=ROUND_HALF_EVEN, context=_WIDE) or Decimal(0)


def rounded(amount: Decimal, unit: Decimal) -> Decimal:
    """`amount` in whole `unit`s, half up; never a nought with a minus."""
    found = settled(amount).quantize(unit, rounding=ROUND_HALF_UP, context=_WIDE)
    return found if found else abs(found)


def pence(amount: Decimal) -> Decimal:
    """`amount` to two places, half up."""
    return rounded(amount, _PENNY)


def _no_float(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ValueError('write the sum as text, like "1250.00"')  # noqa: TRY004
    if isinstance(value, str) and not re.fullmatch(r"-?\d{1,15}(\.\d{1,4})?", value):
        raise ValueError('write the sum in digits, like "1250.00"')
    return value


def _two_places(amount: Decimal) -> Decimal:
    if abs(amount) > MOST:
        raise ValueError("is more than bidwriter can hold")
    if amount != pence(amount):
        raise ValueError("has more than two decimal places")
    return pence(amount)


def _whole_pence(amount: Decimal) -> Decimal:
    return pence(amount)


Total = Annotated[
    Decimal,
    Field(allow_inf_nan=False, max_digits=20),
    AfterValidator(_whole_pence),
    PlainSerializer(lambda amount: f"{amount:.2f}", return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2}$"}),
]
Money = Annotated[
    Decimal,
    BeforeValidator(_no_float),
    Field(allow_inf_nan=False),
    AfterValidator(_two_places),
    PlainSerializer(lambda amount: f"{amount:.2f}", return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2}$"}),
]


class Sum(Question):
    """A question answered by a sum of money, from `min` to `max`; with `or_nothing`, £0 too."""

    answer: ClassVar[Any] = Money
    missing: ClassVar[str] = "Enter a sum for “{name}”"

    kind: Literal["money"] = "money"
    min: Annotated[Money | None, Since(2)] = None
    max: Annotated[Money | None, Since(2)] = None
    or_nothing: Annotated[bool, Since(2)] = False

    @override
    def parse(self, typed: str, around: Around) -> Any:
        return parse(typed)

    @override
    @classmethod
    def leaf(cls, value: Any) -> Leaf:
        return f"{pence(value):.2f}"

    @override
    def text(self, value: Any) -> str:
        return show(value)

    @override
    def wanted(self) -> str:
        least, most = ("" if edge is None else show(edge) for edge in (self.min, self.max))
        return span_words(least, most, "£0" if self.or_nothing else "")

    @override
    def misfits(self, value: Any) -> Iterator[str]:
        low = self.min is not None and value < self.min
        high = self.max is not None and value > self.max
        if (low or high) and not (self.or_nothing and not value):
            yield f"Enter {self.wanted()}"

    @override
    def faults(self) -> Iterator[Fault]:
        if self.min is not None and self.max is not None and self.min > self.max:
            yield Fault("max", "The most is less than the least", "Put the smaller one in min")
        if self.or_nothing and (self.min is None or self.min <= 0):
            words = "Nothing is fine already, because the least is not above it"
            yield Fault("or-nothing", words, "Write a min above 0, or take or-nothing out")


def parse(typed: str) -> Decimal:
    """£1,250; 1250.00; 1 250,00; 1.25k; £1.2 million; 50p; GBP 1,250; brackets or a minus for a
    negative; nil.

    Raises NotAllowedError, for what could mean two sums (12,50; 1.250) too.
    """
    try:
        return _two_places(read(typed))
    except UnreadError as error:
        raise NotAllowedError(str(error)) from None
    except (InvalidOperation, ValueError) as error:
        raise NotAllowedError(f"The sum {typed.strip()} {error}") from None


def show(amount: Decimal) -> str:
    """£1,250 or, where there are pence, £1,250.50; a negative has a minus sign."""
    shown = pence(amount)
    whole = shown == shown.to_integral_value()
    return ("−" if shown < 0 else "") + (f"£{abs(shown):,.0f}" if whole else f"£{abs(shown):,.2f}")


def rough(amount: Decimal) -> str:
    """A large sum as people say it: £2.88m, £482,818, −£1.2m; under a million in whole pounds."""
    size = abs(amount)
    pounds = rounded(size, Decimal(1))
    sign = "−" if amount < 0 and pounds else ""
    if pounds < 1_000_000:
        return f"{sign}£{pounds:,f}"
    millions = rounded(size / 1_000_000, _PENNY)
    return f"{sign}£{millions:,f}m"
