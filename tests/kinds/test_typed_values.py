"""What people type becomes what they mean, or a sentence that says what would do."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.kinds import body, cost_lines, day, money
from bidwriter.kinds.base import NotAllowedError
from bidwriter.kinds.rows import Row, in_order, key_between, keys_after


@pytest.mark.parametrize(
    ("typed", "pounds"),
    [
        ("£1,250", "1250.00"),
        ("1250.00", "1250.00"),
        ("1.25k", "1250.00"),
        ("1 250.5", "1250.50"),
        ("(1,250)", "-1250.00"),
        ("-£3.50", "-3.50"),
        ("−3.50", "-3.50"),
        ("£1.2m", "1200000.00"),
        (".50", "0.50"),
    ],
)
def test_sums_as_people_type_them(typed: str, pounds: str) -> None:
    assert str(money.parse(typed)) == pounds


@pytest.mark.parametrize("typed", ["", "ten", "1,25", "1.234", "£", "1e9", "NaN", "9" * 20, "1..2"])
def test_what_is_no_sum_is_said_so(typed: str) -> None:
    with pytest.raises(NotAllowedError):
        money.parse(typed)


@given(st.decimals(min_value=-10_000_000, max_value=10_000_000, places=2))
def test_a_shown_sum_reads_back(amount: Decimal) -> None:
    assert money.parse(money.show(amount)) == amount


def test_a_line_rounds_half_up_to_pence() -> None:
    line = cost_lines.CostLine(id="aaaa", quantity=Decimal("0.5"), unit_cost=Decimal("0.01"))
    assert str(line.amount) == "0.01"


@pytest.mark.parametrize(
    "typed", ["2018-11-15", "15/11/2018", "15 Nov 2018", "Thu 15 November 2018", "15.11.2018"]
)
def test_days_as_people_type_them(typed: str) -> None:
    assert day.parse(typed) == date(2018, 11, 15)


def test_days_show_with_weekday_and_year() -> None:
    assert day.show(date(2018, 11, 15)) == "Thu 15 Nov 2018"


@pytest.mark.parametrize("typed", ["30 Feb 2019", "soon", "2019-13-01", ""])
def test_what_is_no_day_is_said_so(typed: str) -> None:
    with pytest.raises(NotAllowedError):
        day.parse(typed)


def test_councils_by_code_name_and_day() -> None:
    assert body.parse("Hambleton").code == "E07000164"
    assert body.parse("Dorset", date(2018, 11, 15)).code == "E10000009"
    assert body.parse("Oxford Parish (parish or town, England)").kind == "parish or town"
    with pytest.raises(NotAllowedError, match="more than one"):
        body.parse("Dorset")
    with pytest.raises(NotAllowedError, match="No English council"):
        body.parse("Narnia")


@given(st.lists(st.integers(0, 40), max_size=40))
def test_a_row_can_always_be_put_between_two(places: list[int]) -> None:
    keys = list(keys_after((), 3))
    for place in places:
        at = place % (len(keys) + 1)
        low = keys[at - 1] if at else ""
        high = keys[at] if at < len(keys) else ""
        keys.insert(at, key_between(low, high))
    assert keys == sorted(keys)
    rows = [Row(id=f"row{i:04d}", order=key) for i, key in enumerate(keys)]
    assert list(in_order(reversed(rows))) == rows
