"""Rules of a round as sentences with blanks, and the questions that can decide something."""

from pathlib import Path

import pytest

from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.pack_editing.answers import asked_when_words, deciders
from bidwriter.pack_editing.further import FURTHER, read_further, shown_further
from bidwriter.pack_editing.rules import (
    SENTENCES,
    filled,
    sentence_of,
    told,
    with_rule,
    without_rule,
)
from bidwriter.pack_editing.texts import PackTexts, read_texts
from bidwriter.paths import RESOURCES

MADE = {
    "cost-cap": ({"max": "25,000"}, "The fund pays at most £25,000"),
    "cost-minimum": ({"min": "£5k"}, "The fund pays at least £5,000"),
    "cost-between": ({"max": "150000"}, "In each year the fund pays … at least and £150,000 at most"),
    "contribution-share": ({"min-percent": "10%"}, "The applicants give at least 10% of the whole"),
    "authorities": ({"min": "3"}, "At least 3 councils take part, the lead among them, and at most …"),
    "agreed": ({}, "Every partner has agreed"),
    "must-be": (
        {"question": "phase", "answer": "alpha"}, "“Phase” is answered “Alpha”. Else: …",
    ),
    "all-chosen": ({"question": "themes"}, "Everything is chosen in “Themes”"),
    "date-range": (
        {"question": "starts", "from": "1 May 2027"}, "“starts” is not before Sat 1 May 2027 and not after …",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def fund() -> PackTexts:
    return read_texts(RESOURCES / "rounds" / "local-digital-fund-2018")


@pytest.mark.parametrize("check", MADE)
def test_a_sentence_says_a_rule_and_is_found_again(fund: PackTexts, check: str) -> None:
    typed, words = MADE[check]
    sentence = next(one for one in SENTENCES if one.check == check)
    rule = filled(sentence, typed)
    assert sentence_of(rule) == sentence
    assert told(rule, fund.data) == words
    many = len(fund.data["checks"])
    texts = with_rule(fund, None, rule)
    assert texts.data["checks"][many] == rule
    assert without_rule(texts, many).data["checks"] == fund.data["checks"]


@pytest.mark.parametrize("typed", [{"max": "much"}, {"max": "12.345"}])
def test_what_a_blank_cannot_take_is_said(typed: dict[str, str]) -> None:
    with pytest.raises(NotAllowedError):
        filled(SENTENCES[0], typed)


def test_a_count_is_one_or_more() -> None:
    files = {one.name: one for one in FURTHER["file"]}
    for typed, value in (("", None), ("1", 1), ("1,000", 1000)):
        assert read_further(files["most"], typed) == value
    for typed in ("0", "1.5", "many"):
        with pytest.raises(NotAllowedError):
            read_further(files["most"], typed)
    assert read_further(files["types"], ".PDF, docx,") == ["pdf", "docx"]
    assert shown_further(files["types"], {"types": ["pdf", "docx"]}) == "pdf, docx"


def test_a_share_is_a_whole_number() -> None:
    share = next(one for one in SENTENCES if one.check == "contribution-share")
    assert filled(share, {"min-percent": "10 %"})["min-percent"] == 10
    for typed in ("10.5", "-1", "ten"):
        with pytest.raises(NotAllowedError):
            filled(share, {"min-percent": typed})


def test_a_rule_keeps_its_phase_and_where_it_comes_from(fund: PackTexts) -> None:
    at = next(n for n, one in enumerate(fund.data["checks"]) if one["check"] == "cost-cap")
    before = fund.data["checks"][at]
    texts = with_rule(fund, at, filled(SENTENCES[0], {"max": "90000"}))
    assert texts.data["checks"][at] == {**before, "max": "90000.00"}
    changed = sum(
        a != b
        for a, b in zip(*(t.files["round.toml"].split(b"\n") for t in (fund, texts)), strict=True)
    )
    assert changed == 1  # its line alone


def test_what_no_sentence_says_is_shown_as_it_is_written(fund: PackTexts) -> None:
    rule = {"check": "cost-share", "payer": "fund", "max-percent": 60, "note": "x"}
    assert sentence_of(rule) is None
    assert told(rule, fund.data) == "cost-share: payer fund, max-percent 60"
    assert sentence_of({"check": "cost-between", "payer": "cash", "min": "1.00"}) is None
    assert told({"check": "cost-cap", "max": "lots"}, fund.data) == "The fund pays at most lots"


def test_only_earlier_questions_with_answers_decide(tmp_path: Path) -> None:
    (tmp_path / "round.toml").write_text("""
questions = [
  { id = "a", kind = "yes-no", wording = "Is it?", no = "Never" },
  { id = "b", kind = "money", wording = "How much?" },
  { id = "c", kind = "rich-text", wording = "Why?", asked-when = [{ question = "a", is = ["no"] }, { question = "b", at-least = "5" }] },
  { id = "d", kind = "yes-no", wording = "Mine?", personal = true },
  { id = "e", kind = "choose-one", wording = "Which?", options = [{ id = "x", label = "Ex" }] },
]
[[sections]]
tasks = [{ questions = ["a", "b", "c", "d", "e"] }]
""")
    data = read_texts(tmp_path).data
    assert [one.id for one in deciders(data, "e")] == ["b", "a"]
    assert deciders(data, "a") == ()
    assert deciders(data, "e")[1].answers == (("yes", "Yes"), ("no", "Never"))
    said = asked_when_words(data, data["questions"][2])
    assert said == "“Is it?” is Never and “How much?” is at least 5"
