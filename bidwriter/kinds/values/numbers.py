"""Decimals that are no sums of money: quantities, per cents, counts."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema

from bidwriter.kinds.frozen import NotAllowedError


def plain(number: Decimal) -> str:
    """A decimal in digits without an exponent or needless noughts: 12.5, 40."""
    text = f"{number:f}" if number else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _quantity(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ValueError('write the quantity as text, like "12.5"')  # noqa: TRY004
    return value


Quantity = Annotated[
    Decimal,
    BeforeValidator(_quantity),
    Field(allow_inf_nan=False, max_digits=13, decimal_places=4, ge=0),
    PlainSerializer(plain, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]+(\.[0-9]{1,4})?$"}),
]


def _number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ValueError('write the number as text, like "12.5"')  # noqa: TRY004
    if isinstance(value, str) and not re.fullmatch(r"-?\d{1,12}(\.\d{1,12})?", value):
        raise ValueError('write the number in digits, like "12.5"')
    return value


Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    Field(allow_inf_nan=False, max_digits=24, decimal_places=12),
    AfterValidator(lambda number: Decimal(plain(number))),
    PlainSerializer(plain, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]{1,12})?$"}),
]


_LENGTH = re.compile(r"(\d{1,6}):([0-5]\d)(?::([0-5]\d))?(?: ?(?:hours?|hrs?|h))?", re.IGNORECASE)
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}


def hours(typed: str) -> Decimal | None:
    """37:30 → 37.5, as lengths of time are written; None for anything else."""
    found = _LENGTH.fullmatch(typed.strip())
    if not found:
        return None
    seconds = int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3] or 0)
    return Decimal(plain(Decimal(seconds) / 3600))


def parse_quantity(typed: str) -> tuple[Decimal | None, str]:
    """ "45 days" → (45, "days"); "37:30" → (37.5, "hours"); "2½ days" → (2.5, "days"); words
    without a leading number → (None, "").

    Raises NotAllowedError for less than nought, and where a comma could be a point (1,5).
    """
    if (length := hours(typed)) is not None:
        return length, "hours"
    number, _, unit = typed.strip().partition(" ")
    if number[-1:] in _FRACTIONS and re.fullmatch(r"\d{0,9}", number[:-1]):
        number = f"{number[:-1] or 0}{_FRACTIONS[number[-1]]}"
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


def parse_number(typed: str) -> Decimal:
    """12.5, 12.5%, 1,200 or 2/3 (as a per cent: 66.666666666667). Raises NotAllowedError."""
    text = re.sub(r"[\s\u00a0]", "", typed.replace("\u2212", "-"))
    share = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text)
    if share and int(share[2]):
        per_cent = Decimal(share[1]) * 100 / Decimal(share[2])
        return Decimal(plain(per_cent.quantize(Decimal(1).scaleb(-12))))
    digits = text.removesuffix("%").removesuffix("percent").replace(",", "")
    if not re.fullmatch(r"-?\d{1,12}(\.\d{1,12})?", digits):
        raise NotAllowedError("Write a number in digits, like 12.5")
    return Decimal(plain(Decimal(digits)))
