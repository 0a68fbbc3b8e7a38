"""Sums, quantities and numbers one below, at and one above each edge: in files, typed and shown."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.values import money
from bidwriter.kinds.values.numbers import Number, Quantity, parse_number, parse_quantity

KINDS: dict[str, TypeAdapter[Any]] = {
    "money": TypeAdapter(money.Money),
    "total": TypeAdapter(money.Total),
    "quantity": TypeAdapter(Quantity),
    "number": TypeAdapter(Number),
}

STORED = [
    # kind, as it stands in a file, as it is written again
    ("money", "1250", "1250.00"),
    ("money", "1250.5000", "1250.50"),
    ("money", "-0.01", "-0.01"),
    ("money", "9999999999.99", "9999999999.99"),
    ("money", "-9999999999.99", "-9999999999.99"),
    ("total", "0.005", "0.01"),
    ("total", "0.0049", "0.00"),
    ("total", "-0.005", "-0.01"),
    ("total", "123456789012345678.90", "123456789012345678.90"),
    ("quantity", "0", "0"),
    ("quantity", "0.0001", "0.0001"),
    ("quantity", "12.50", "12.5"),
    ("quantity", "999999999.9999", "999999999.9999"),
    ("number", "-12.500", "-12.5"),
    ("number", "0.000000000001", "0.000000000001"),
    ("number", "999999999999.999999999999", "999999999999.999999999999"),
    ("number", "100", "100"),
]


@pytest.mark.parametrize(("kind", "stored", "again"), STORED)
def test_what_a_file_may_hold_is_written_again_in_one_way(
    kind: str, stored: str, again: str
) -> None:
    read = KINDS[kind].validate_python(stored)
    assert KINDS[kind].dump_python(read) == again


REFUSED = [
    ("money", "10000000000.00", "more than bidwriter can hold"),
    ("money", "-10000000000.00", "more than bidwriter can hold"),
    ("money", "0.001", "more than two decimal places"),
    ("money", "0.00001", "in digits"),
    ("money", "1e3", "in digits"),
    ("money", "1234567890123456", "in digits"),
    ("money", True, "as text"),
    ("money", 12.5, "as text"),
    ("money", Decimal("NaN"), "finite"),
    ("total", "1234567890123456789.01", "20 digits"),
    ("total", "NaN", "finite"),
    ("quantity", "-0.0001", "greater than or equal"),
    ("quantity", "0.00001", "4 decimal places"),
    ("quantity", "1000000000.0001", "13 digits"),
    ("quantity", True, "as text"),
    ("quantity", 12.5, "as text"),
    ("quantity", "NaN", "finite"),
    ("number", "0.0000000000001", "in digits"),
    ("number", "1000000000000", "in digits"),
    ("number", Decimal("0.0000000000001"), "12 decimal places"),
    ("number", Decimal("1000000000000.000000000001"), "24 digits"),
    ("number", True, "as text"),
    ("number", 12.5, "as text"),
    ("number", Decimal("NaN"), "finite"),
]


@pytest.mark.parametrize(("kind", "stored", "why"), REFUSED)
def test_what_no_file_may_hold_is_refused(kind: str, stored: object, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        KINDS[kind].validate_python(stored)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("£10,000,000,000", "is more than bidwriter can hold"),
        ("-10,000,000,000", "is more than bidwriter can hold"),
        ("1.2345", "has more than two decimal places"),
    ],
)
def test_a_typed_sum_that_cannot_be_held_is_refused(typed: str, why: str) -> None:
    assert str(money.parse("£9,999,999,999.99")) == "9999999999.99"
    with pytest.raises(NotAllowedError, match=why):
        money.parse(typed)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("0", "£0"), ("0.004", "£0"), ("0.005", "£0.01"), ("-0.004", "£0"), ("-0.005", "−£0.01"),
        ("-1", "−£1"), ("1250.5", "£1,250.50"), ("1250.995", "£1,251"), ("1000", "£1,000"),
    ],
)  # fmt: skip
def test_a_sum_shows_pence_where_there_are_any(amount: str, shown: str) -> None:
    assert money.show(Decimal(amount)) == shown


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("0", "£0"), ("-0.49", "£0"), ("-0.50", "−£1"), ("999999.49", "£999,999"),
        ("999999.50", "£1.00m"), ("-1000000", "−£1.00m"), ("2884999", "£2.88m"),
        ("2885000", "£2.89m"), ("1234567890", "£1,234.57m"),
    ],
)  # fmt: skip
def test_a_rough_sum_is_in_millions_from_the_first_on(amount: str, said: str) -> None:
    assert money.rough(Decimal(amount)) == said


@pytest.mark.parametrize(
    ("typed", "quantity", "unit"),
    [
        ("45 days", "45", "days"), (" 45  days of work ", "45", "days of work"), ("0", "0", ""),
        ("1,250.5 days", "1250.5", "days"), ("1,250,000", "1250000", ""), ("12.5", "12.5", ""),
        ("some days", None, ""), ("", None, ""),
    ],
)  # fmt: skip
def test_a_quantity_may_have_a_unit_behind_it(typed: str, quantity: str | None, unit: str) -> None:
    assert parse_quantity(typed) == (None if quantity is None else Decimal(quantity), unit)


@pytest.mark.parametrize("typed", ["-1", "-0.01 days", "inf", "nan", "1,5", "1,50", "1250,000"])
def test_what_is_no_quantity_is_refused(typed: str) -> None:
    with pytest.raises(NotAllowedError):
        parse_quantity(typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12.5", "12.5"), ("12.5 %", "12.5"), ("12.5 per cent", "12.5"), ("1,200", "1200"),
        ("−3.50", "-3.5"), ("2/3", "66.666666666667"), ("1/3", "33.333333333333"), ("0/5", "0"),
        ("1/1", "100"), ("0.123456789012", "0.123456789012"),
        ("999999999999", "999999999999"), ("999999/1", "99999900"),
    ],
)  # fmt: skip
def test_a_number_may_be_a_per_cent_or_a_fraction(typed: str, number: str) -> None:
    assert str(parse_number(typed)) == number


@pytest.mark.parametrize(
    "typed", ["", "lots", "1/0", "1234567/2", "1/1234567", "0.1234567890123", "1000000000000"]
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(NotAllowedError):
        parse_number(typed)
