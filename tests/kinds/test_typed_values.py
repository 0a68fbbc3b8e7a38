"""What people type becomes what they mean, or a sentence that says what would do."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import sample

from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables import cost_lines
from bidwriter.kinds.tables.rows import Row, in_order, key_between, keys_after
from bidwriter.kinds.values import body, day, money, money_reading, numbers, stage
from bidwriter.kinds.values.numbers import parse_quantity
from bidwriter.kinds.values.short_text import ShortText


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
    "typed",
    [
        "15-11-2018", "15.11.2018", "15. 11. 2018", "2018/11/15", "November 15, 2018",
        "Nov 15th 2018", "15th Nov 2018", "15th of November 2018", "15 Novem. 2018",
        "15\u00a0November\u00a02018", "15\u202fNov\u202f2018", "15–11–2018", "15-Nov-2018",
        "Thursday 15 November 2018", "Thu, 15 Nov 2018", "Thurs. 15 Nov 2018",
        "Thursday, November 15, 2018", "the 15th November 2018", "１５/１１/２０１８", "15NOV2018",
        "\u200e15/11/2018",
    ],
)  # fmt: skip
def test_days_that_nobody_could_misread(typed: str) -> None:
    assert day.parse(typed) == date(2018, 11, 15)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("15 Marmite 2018", "real date"),
        ("15 Ma 2018", "real date"),
        ("Someday 15 March 2018", "real date"),
        ("Monday 15 March 2018", "15 March 2018 is a Thursday, not a Monday"),
        ("Wed 15 Nov 2018", "15 November 2018 is a Thursday, not a Wednesday"),
        ("31 June 2018", "There is no 31 June 2018: June has 30 days"),
        ("29 Feb 2018", "There is no 29 February 2018: February has 28 days"),
        ("2018-00-10", "no month 0"),
        ("0/1/2018", "no 0 January"),
        ("15/11/18", "year in full, like 15/11/2018"),
        ("15 Nov 18", "year in full"),
        ("11/15/2018", "no month 15. Write the day before the month, like 15/11/2018"),
        ("31/31/2018", "no month 31"),
        ("15 November", "Write the year too"),
        ("1 Jan 0018", "a year from 1900"),
        ("1/1/0000", "a year from 1900"),
        ("2018-11-15T10:00", "real date"),
        ("", "real date"),
    ],
)
def test_days_that_are_wrong_say_why(typed: str, why: str) -> None:
    with pytest.raises(NotAllowedError, match=why):
        day.parse(typed)


def test_the_last_day_of_february() -> None:
    assert day.parse("29 Feb 2020") == date(2020, 2, 29)
    assert day.parse("Sat 29 Sept. 2018") == date(2018, 9, 29)


@given(st.dates(date(1900, 1, 1), date(9999, 12, 31)))
def test_a_day_as_it_is_shown_reads_as_the_same(one: date) -> None:
    assert day.parse(day.show(one)) == day.parse(one.isoformat()) == one


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a.b@c.gov.uk", "a.b@c.gov.uk"),
        ("mailto:a@b.gov.uk", "a@b.gov.uk"),
        ("MAILTO:a@b.gov.uk?subject=x", "a@b.gov.uk"),
        ("Joan Hall <a@b.gov.uk>", "a@b.gov.uk"),
        ('"Hall, Joan" <mailto:a@b.gov.uk>', "a@b.gov.uk"),
        ("Joan Hall [mailto:a@b.gov.uk];", "a@b.gov.uk"),
        ("<a@b.gov.uk>", "a@b.gov.uk"),
        ("\u202ea@b.gov.uk", "a@b.gov.uk"),
        ("ann.o’neill@b.gov.uk", "ann.o’neill@b.gov.uk"),
    ],
)
def test_addresses_are_taken_as_they_are_meant(typed: str, kept: str) -> None:
    question = ShortText(id="e", wording="E", format="email")
    found = question.parse(typed, Around(sample()))
    assert (found, list(question.misfits(found))) == (kept, [])


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("mailto:a@b", "right form"), ("Joan <a@b.gov.uk", "right form"), ("a@b.gov.uk.", "right form"),
        ("a b@c.uk", "right form"), ("a@b..uk", "right form"), ("http://a@b.uk", "right form"),
        ("a@b.uk; c@d.uk", "one email address"), ("<a@b.uk> <c@d.uk>", "one email address"),
        ("javascript:a@b.uk", "right form"),
    ],
)  # fmt: skip
def test_what_is_no_address_is_said_so(typed: str, why: str) -> None:
    question = ShortText(id="e", wording="E", format="email")
    (said,) = question.misfits(question.parse(typed, Around(sample())))
    assert why in said


@pytest.mark.parametrize(
    "typed",
    [
        "01609 123456", "01609–123456", "01609\u00a0123\u00a0456", "(01609) 123456",
        "+44 (0)1609 123 456", "01609 123456 ext. 12", "01609 123456, extn 12", "01609 123456x12",
        "01609 123456 Extension: 4", "0044-1609-123456", "01609/123456", "tel:+441609123456",
        "\u202d01609 123456\u202c", "1234567", "123456789012345",
    ],
)  # fmt: skip
def test_numbers_that_can_be_rung(typed: str) -> None:
    question = ShortText(id="p", wording="P", format="phone")
    assert list(question.misfits(question.parse(typed, Around(sample())))) == []


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("ask Joan", "without “ask”"),
        ("01609 123456 (mornings)", "without “mornings”"),
        ("123456", "only 6 digits"),
        ("1", "only 1 digit"),
        ("1234567890123456", "one phone number, like 01609 123456: this has 16 digits"),
        ("01609 123456 / 07700 900123", "one phone number"),
        ("01609+123456", "in digits"),
        ("12 ext 3456", "only 2 digits"),
    ],
)
def test_numbers_that_cannot_be_rung_say_why(typed: str, why: str) -> None:
    question = ShortText(id="p", wording="P", format="phone")
    (said,) = question.misfits(question.parse(typed, Around(sample())))
    assert why in said


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
