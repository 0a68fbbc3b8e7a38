"""Numbers and months: what people type is what they mean, or a sentence that says what would do."""

from decimal import Decimal

import pytest
from every_kind import round_asking
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import new_bid
from bidwriter.bids.leaves import leaf_at
from bidwriter.bids.places import Place
from bidwriter.bids.telling.values import typed_words
from bidwriter.bids.typed.setting import set_typed
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.values import month, number

NUMBERS = [
    ("12", "12"), ("1,250", "1250"), ("1 250.5", "1250.5"), ("1\u202f250", "1250"),
    ("12½", "12.5"), ("2 ½", "2.5"), ("½", "0.5"), ("−3", "-3"), ("- 3", "-3"), ("+5", "5"),
    ("1.2 million", "1200000"), ("3k", "3000"), ("12 homes", "12"), ("12homes", "12"),
    ("1 Home", "1"), ("2.125", "2.125"), ("0.250", "0.25"), ("1.2345", "1.2345"), ("5.", "5"),
    (".5", "0.5"), ("1'250", "1250"), ("１２", "12"), ("-0", "0"), ("0.00", "0"),
    ("999,999,999,999.9999", "999999999999.9999"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), NUMBERS)
def test_a_number_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert str(number.parse(typed, "homes")) == meant


NO_NUMBERS = [
    ("1,5", "Put a point before the part"), ("1,25", "Put a point before the part"),
    ("1.250", "write 1,250 or 1.25"), ("1.000", "write 1,000 or 1"), ("4 5", "commas only"),
    ("1.250.000", "commas only between thousands"), ("1.23456", "four figures after the point"),
    ("1000000000000", "more than bidwriter can hold"), ("1e5", "in digits"), ("NaN", "in digits"),
    ("Infinity", "in digits"), ("£5", "in digits"), ("50p", "in digits"), ("--3", "in digits"),
    ("about 5", "in digits"), ("5-6", "in digits"), ("twelve", "in digits"), ("", "in digits"),
    ("12 flats", "followed by “homes” or nothing"), ("1" * 10_000, "in digits"),
    ("\u202e12\n13", "commas only"), ("1" + ",000" * 30, "in digits"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "words"), NO_NUMBERS)
def test_what_is_no_number_is_refused_in_a_sentence(typed: str, words: str) -> None:
    with pytest.raises(NotAllowedError, match=words):
        number.parse(typed, "homes")


MONTHS = [
    ("March 2026", "2026-03"), ("mar. 2026", "2026-03"), ("March, 2026", "2026-03"),
    ("Mar ’26", "2026-03"), ("Mar '26", "2026-03"), ("2026-03", "2026-03"), ("2026/3", "2026-03"),
    ("03/2026", "2026-03"), ("3.2026", "2026-03"), ("Sept 2026", "2026-09"),
    ("January 1900", "1900-01"), ("December 9999", "9999-12"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "kept"), MONTHS)
def test_a_month_is_read_as_it_is_meant(typed: str, kept: str) -> None:
    assert month.parse(typed) == kept


NO_MONTHS = [
    ("March", "Add the year"), ("Mar 26", "year in full"), ("15/3/2026", "without a day"),
    ("2026-03-15", "without a day"), ("2026/03/15", "without a day"), ("13/2026", "with its year"),
    ("Dec 1899", "with its year"), ("Jan to Mar 2026", "with its year"),
    ("Sprint 2", "with its year"), ("Marmite 2026", "with its year"), ("03/26", "with its year"),
    ("2" * 10_000, "with its year"), ("15 March 2026", "with its year"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "words"), NO_MONTHS)
def test_what_is_no_month_is_refused_in_a_sentence(typed: str, words: str) -> None:
    with pytest.raises(NotAllowedError, match=words):
        month.parse(typed)


ASKED = new_bid(
    round_asking(
        [
            {"id": "number", "kind": "number", "unit": "homes"},
            {"id": "month", "kind": "month"},
        ]
    )
)


def is_the_same_again(bid: Bid, place: Place) -> None:
    leaf = leaf_at(bid, place)
    assert leaf_at(set_typed(bid, place, typed_words(bid, place, leaf)), place) == leaf


@given(
    st.decimals(-999_999_999_999, 999_999_999_999, places=4, allow_nan=False),
    st.sampled_from(["", " homes"]),
)
def test_a_number_typed_again_as_it_shows_is_the_same(value: Decimal, unit: str) -> None:
    place = Place("number")
    wholes, _, part = f"{value:f}".partition(".")
    typed = f"{wholes}.{part}".rstrip("0").rstrip(".")
    bid = set_typed(ASKED, place, f"{typed}{unit}")
    assert Decimal(str(leaf_at(bid, place))) == value
    is_the_same_again(bid, place)


@given(st.dates())
def test_a_month_typed_again_as_it_shows_is_the_same(day: object) -> None:
    typed = str(day)[:7]
    if typed >= "1900":
        bid = set_typed(ASKED, "month", typed)
        assert leaf_at(bid, "month") == typed
        is_the_same_again(bid, Place("month"))
