"""What people type becomes what they mean, or a sentence that says what would do."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables import cost_lines
from bidwriter.kinds.tables.rows import Row, in_order, key_between, keys_after
from bidwriter.kinds.values import body, day, money, money_reading, numbers, stage
from bidwriter.kinds.values.numbers import parse_quantity


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
        ("1 250.00", "1250.00"),
        ("£ 1,250", "1250.00"),
        ("GBP 1,250", "1250.00"),
        ("1,250 pounds", "1250.00"),
        ("1\u202f250", "1250.00"),
        ("1\u2009250", "1250.00"),
        ("£1,250.5", "1250.50"),
        ("-£1,250", "-1250.00"),
        ("£-1,250", "-1250.00"),
        ("£(50)", "-50.00"),
        ("1,250-", "-1250.00"),
        ("1.2500", "1.25"),
        ("nil", "0.00"),
        ("£1.2 million", "1200000.00"),
        ("1.2mn", "1200000.00"),
        ("£1.2M", "1200000.00"),
        ("£80K", "80000.00"),
        ("£80 thousand", "80000.00"),
        ("-£80k", "-80000.00"),
        ("(£80k)", "-80000.00"),
        ("£1.250m", "1250000.00"),
        ("1.5bn", "1500000000.00"),
        ("50p", "0.50"),
        ("150 pence", "1.50"),
        ("-50p", "-0.50"),
        ("£1.50p", "1.50"),
        ("1 250,00", "1250.00"),
        ("1 250 000,5", "1250000.50"),
        ("1\u202f250,00", "1250.00"),
        ("1'250", "1250.00"),
        ("1’250.50", "1250.50"),
        ("1'250,50", "1250.50"),
        ("1,250.-", "1250.00"),
        ("1250.--", "1250.00"),
        ("£1,250.–", "1250.00"),
        ("1'250.-", "1250.00"),
        ("1.250,-", "1250.00"),
        ("-1,250.-", "-1250.00"),
        ("1,250 -", "-1250.00"),
        ("+1,250", "1250.00"),
        ("£1,250 sterling", "1250.00"),
        ("£-", "0.00"),
        ("£ –", "0.00"),
    ],
)
def test_sums_as_people_type_them(typed: str, pounds: str) -> None:
    assert str(money.parse(typed)) == pounds


@pytest.mark.parametrize("typed", ["1,25", "12,50", "1,2345", "1.250", "1.250,00", "12 50", "1 2"])
def test_a_sum_that_could_be_two_is_refused_with_what_to_type(typed: str) -> None:
    with pytest.raises(NotAllowedError, match="commas only between thousands"):
        money.parse(typed)
    assert len(money_reading.readings(typed)) == 2


@pytest.mark.parametrize(
    "typed",
    [
        "(5", "5)", "--5", "£", "5 6 7", "1,250 CR", "1,250DR", "10%", "€5", "-", "-(5)", "+-5",
        "1 250,000", "1,2 million", "k", "m", "p", "1.-5", "£5-£7", "about 12", "5 kg", "5 pm",
    ],
)  # fmt: skip
def test_what_is_almost_a_sum_is_refused(typed: str) -> None:
    with pytest.raises(NotAllowedError):
        money.parse(typed)


@pytest.mark.parametrize(
    ("typed", "sums"),
    [
        ("1,250 CR", ["-1250", "1250"]),
        ("£1,250 dr.", ["1250", "-1250"]),
        ("1,2m", ["1200000.0", "12000000"]),
        ("c. £5,000", ["5000.0"]),
        ("approx 5k", ["5000.0"]),
        ("£5,000 (tbc)", ["5000.0"]),
        ("~1,25", ["1.25", "125"]),
        ("5 to 7", []),
        ("candle", []),
    ],
)
def test_what_doubtful_words_could_mean_is_offered(typed: str, sums: list[str]) -> None:
    assert list(money_reading.readings(typed)) == [Decimal(one) for one in sums]


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("37:30", "37.5"), ("0:20:00", "0.3333333333333333333333333333"), ("7:30 hrs", "7.5"),
        ("100:00", "100"), ("½ day", None), ("7:60", None), ("1:2", None), ("37:30 days", None),
    ],
)  # fmt: skip
def test_a_length_of_time_is_hours(typed: str, hours: str | None) -> None:
    assert numbers.hours(typed) == (None if hours is None else Decimal(hours))
    assert parse_quantity("2½ days") == (Decimal("2.5"), "days")


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


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("Jan 2019", "2019-01", "Jan 2019"),
        ("january 2019", "2019-01", "Jan 2019"),
        ("01/2019", "2019-01", "Jan 2019"),
        ("15/01/2019", "2019-01", "Jan 2019"),
        ("Jan-19", "2019-01", "Jan 2019"),
        ("2019-01-31", "2019-01", "Jan 2019"),
        ("Jan to Mar 2019", "2019-01/2019-03", "Jan to Mar 2019"),
        ("Jan–Mar 2019", "2019-01/2019-03", "Jan to Mar 2019"),
        ("Nov to Feb 2019", "2018-11/2019-02", "Nov 2018 to Feb 2019"),
        ("01/2019 - 03/2019", "2019-01/2019-03", "Jan to Mar 2019"),
        ("Jan and Feb 2019", "2019-01/2019-02", "Jan to Feb 2019"),
        ("Sprint 2", "sprint-2", "Sprint 2"),
        ("s2", "sprint-2", "Sprint 2"),
        ("sprints 1-3", "sprint-1/sprint-3", "Sprints 1 to 3"),
    ],
)
def test_stages_as_people_type_them(typed: str, stored: str, shown: str) -> None:
    assert stage.parse(typed) == stored
    assert stage.show(stored) == shown
    assert stage.parse(shown) == stage.parse(stored) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "Jan",
        "soon",
        "13/2019",
        "sprint 0",
        "Mar 2019 to Jan 2019",
        "Jan and Mar 2019",
        "Mayhem 2019",
    ],
)
def test_what_is_no_stage_is_said_so(typed: str) -> None:
    with pytest.raises(NotAllowedError, match=r"year|month"):
        stage.parse(typed)


@pytest.mark.parametrize("stored", ["2019-03/2019-01", "2019-01/sprint-2", "2019-1", "2019-13"])
def test_a_stage_has_one_written_form(stored: str) -> None:
    with pytest.raises(ValueError, match="stage"):
        cost_lines.CostLine(id="aaaa", stage=stored)


def test_a_sprint_falls_into_the_month_in_which_it_begins() -> None:
    sprints = stage.Sprints(date(2019, 1, 7), 2)
    assert stage.months_of("sprint-1/sprint-3", sprints) == ("2019-01", "2019-01", "2019-02")
    assert stage.months_of("sprint-2", None) == ("sprint-2",)


def test_a_quantity_with_a_comma_for_a_point_is_refused() -> None:
    assert parse_quantity("1,250 days") == (Decimal(1250), "days")
    with pytest.raises(NotAllowedError, match="Put a point"):
        parse_quantity("1,5 days")


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


def test_a_rough_sum_is_said_as_people_say_it() -> None:
    said = {"2883286.12": "£2.88m", "999999.6": "£1.00m", "482817.69": "£482,818",
            "-0.3": "£0", "-1234567": "−£1.23m", "0": "£0"}  # fmt: skip
    assert {amount: money.rough(Decimal(amount)) for amount in said} == said


@pytest.mark.parametrize(
    ("words", "payer"),
    [
        ("MHCLG", "fund"), ("LDF", "fund"), ("the Grant", "fund"), ("MHCLG grant", "fund"),
        ("Grant (MHCLG)", "fund"), ("MHCLG – LDF", "fund"), ("Local Digital Fund", "fund"),
        ("LA - in kind", "in-kind"), ("Council (cash)", "cash"), ("Cash match", "cash"),
        ("Match", ""), ("Council", ""), ("Fund: in kind", ""), ("MHCLG and LA", ""),
        ("refund", ""), ("Funding", ""), ("", ""),
    ],
)  # fmt: skip
def test_who_pays_in_the_words_of_councils(words: str, payer: str) -> None:
    assert cost_lines.payer_named(words) == payer
