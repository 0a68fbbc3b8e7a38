"""Patterns of packs: what they hold for, what is refused, and that none takes long."""

import re

import pytest
from every_kind import pack_asking, round_asking
from hypothesis import given
from hypothesis import strategies as st
from making import NOW

from bidwriter.bids.editing import new_bid
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.kinds.values.pattern_reading import BadPatternError
from bidwriter.kinds.values.patterns import has_form, pattern, wrong_with
from bidwriter.rounds.round import read_round

HOLD = [
    # the pattern, what has its form, what has not
    (r"[A-Z]{2}\d{6}", ["AB123456"], ["AB12345", "AB1234567", "ab123456", "AB１23456", ""]),
    (r"^(\d{2}|[A-Z]{2})\d{6}$", ["12345678", "SC123456"], ["S1234567", "SC 123456"]),
    (r"\w+\s\W", ["é_1 £"], ["a b", "a£"]),
    (r"[^\d,]+", ["a b"], ["a1", "a,", ""]),
    (r"[]a-]+", ["]a-"], ["b"]),
    (r"[\]\-x]", ["]", "-", "x"], ["\\"]),
    (r"\$5\.00", ["$5.00"], ["$5x00"]),
    (r"a{0}b?", ["", "b"], ["a", "bb"]),
    (r"a{2,}", ["aa", "a" * 100], ["a", "a" * 101]),
    (r"(?:ab|a)(bc)?", ["ab", "abbc", "abc", "a"], ["abcbc"]),
    (r"", [""], ["a"]),
    (r"(a*)*b", ["b", "a" * 99 + "b"], ["a" * 100]),
    (r"(a|aa)+", ["a" * 100], ["a" * 99 + "b"]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "has", "has_not"), HOLD)
def test_a_pattern_is_about_the_whole_answer(
    written: str, has: list[str], has_not: list[str]
) -> None:
    assert all(has_form(text, written) for text in has)
    assert not any(has_form(text, written) for text in has_not)


REFUSED = [
    ("(?=a)", "looks ahead"), ("(?P<x>a)", "names a group"), (r"(a)\1", "does not know"),
    (r"\bword", "does not know"), ("(a", "never closed"), ("a)", "nothing opens"),
    ("[a", "never closed"), ("[]", "never closed"), ("*a", "nothing before it"),
    ("a|+", "nothing before it"), ("a**", "put what is repeated"), ("a*?", "put what is repeated"),
    ("a++", "put what is repeated"), ("a{x}", "is not like"), ("a{3,2}", "before it begins"),
    ("[z-a]", "before it begins"), (r"[a-\d]", "before it begins"), ("a\\", "ends too soon"),
    ("a{2", "ends too soon"), ("a^b", "whole answer"), ("a$b", "whole answer"),
    ("a" * 301, "more than 300"), ("a{101}", "too long"), ("(a{10}){11}", "too long"),
    ("((((a{9}){9}){9}){9}){9}", "too long"), ("(" * 30 + ")" * 30, "within each other"),
    ("a{99999}", "is not like"), ("a{²}", "is not like"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "why"), REFUSED)
def test_what_a_pattern_cannot_say_is_refused_in_a_sentence(written: str, why: str) -> None:
    assert why in wrong_with(written)
    with pytest.raises(BadPatternError):
        pattern(written)


@pytest.mark.parametrize("written", ["a" * 100, "a{100}", "(a{10}){10}", "(" * 20 + ")" * 20])
def test_what_is_just_not_too_much_is_taken(written: str) -> None:
    assert not wrong_with(written)


def test_nothing_repeated_without_end_is_nothing() -> None:
    assert has_form("", "(((){9999}){9999}){9999}")
    assert not has_form("a", "((){9999}|(a{0})*)*")


_ONE = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", r"\d", r"\w", r"\s", r"\D", "-", r"\."])
_PATTERNS = st.recursive(
    _ONE,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,}"])).map(
            lambda both: f"({both[0]}){both[1]}"
        ),
    ),
    max_leaves=6,
)


@given(_PATTERNS, st.text(alphabet="ab1. -", max_size=8))
def test_a_pattern_holds_for_what_pythons_own_holds_for(written: str, text: str) -> None:
    assert has_form(text, written) == bool(re.fullmatch(written, text, re.ASCII))


WORDS = "Write the charity’s number, like 1234567"
CHARITY = {"id": "q", "kind": "short-text", "pattern": r"\d{6,7}", "pattern-words": WORDS}


@pytest.mark.parametrize(
    ("typed", "said"),
    [("12345", [WORDS]), ("123456", []), ("1234567", []), ("12345678", [WORDS]), ("", [])],
)
def test_an_answer_of_another_form_is_told_in_the_packs_own_words(
    typed: str, said: list[str]
) -> None:
    bid = set_typed(new_bid(round_asking([CHARITY])), "q", typed)
    found = [p for p in check(bid, NOW) if p.check == "form"]
    assert [p.words for p in found] == said
    assert all(p.stops and p.place == "q" for p in found)


def test_a_pattern_that_cannot_be_used_is_advice_on_the_round() -> None:
    bid = new_bid(round_asking([{**CHARITY, "pattern": "(a+"}]))
    found = check(set_typed(bid, "q", "anything"), NOW)
    assert not [p for p in found if p.check == "form"]
    [advice] = [p for p in found if p.place == "round"]
    assert not advice.stops
    assert "never closed" in advice.detail
    assert "lint" in advice.detail


@pytest.mark.parametrize(
    ("names", "faults"),
    [
        ({}, []),
        ({"pattern": ""}, ["pattern"]),
        ({"pattern-words": " "}, ["pattern-words"]),
        ({"pattern": "("}, ["pattern"]),
        ({"pattern": "", "pattern-words": ""}, []),
    ],
)
def test_a_pattern_and_its_words_go_together(names: dict[str, str], faults: list[str]) -> None:
    asked = read_round(pack_asking([{**CHARITY, **names}])).by_id["q"]
    assert [fault.name for fault in asked.faults()] == faults
