"""The published rule for counting words (docs/word-count.md), case by case."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.prose.counting import count_block_words, count_words, nth_word_end
from bidwriter.prose.markdown import parse


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("   \u00a0 \n", 0),
        ("one two  three", 3),
        ("well-known council's officer’s", 3),
        ("and/or", 1),
        ("a — b", 2),
        ("a—b", 2),
        ("a – b - c", 3),
        ("2018–2019", 1),
        ("• one\n* two\n- three\n– four", 4),
        ("1. one\n2) two\na. three\nb) four", 4),
        ("we chose 1. and 2.", 5),
        ("Section 4.", 2),
        ("R&D for <b>all</b> & &pound;80 <x>", 5),
        ("name@council.gov.uk https://a.example/b?c=d", 2),
        ("zero\u200bwidth soft\u00adhyphen", 2),
        ("line\u2028break", 2),
        ("£80,000.00 50% 3.5", 3),
        ("*** --- • … & / <> ()", 0),
        ("naïve Ŵyre Łódź 東京", 4),
        ("one\ntwo", 2),
        ("1.", 0),
        ("one\n2)\nthree", 2),
        ("10. ten\n123) more", 2),
        ("1.5 million\na.m. to p.m.", 5),
        ("Mr. Smith\nno) five", 4),
        ("paragraph\u2029break\u20281. two", 3),
    ],
)
def test_counts_what_a_person_counts(text: str, words: int) -> None:
    assert count_words(text) == words


def test_rich_text_counts_words_not_marks() -> None:
    text = "## A heading\n\n- one **two**\n- [three four](https://five.example)\n\n1. six\n2. seven"
    assert count_block_words(parse(text)) == 8


def test_blocks_are_never_joined() -> None:
    assert count_block_words(parse("one\n\n2\\) two")) == 2
    assert count_block_words(parse("one\n\ntwo")) == 2
    assert count_block_words(parse("- one\n- two")) == 2


@given(st.text(st.sampled_from("ab1 .)—-\n\u00a0&<"), max_size=40), st.text(max_size=40))
def test_two_lines_count_as_their_sum(one: str, two: str) -> None:
    assert count_words(f"{one}\n{two}") == count_words(one) + count_words(two)


@given(st.text(st.sampled_from("ab1 .)—-\n\u00a0&<"), max_size=40), st.integers(1, 9))
def test_the_surplus_begins_where_the_limit_ends(text: str, limit: int) -> None:
    end = nth_word_end(text, limit)
    if count_words(text) < limit:
        assert end is None
    else:
        assert end is not None
        assert count_words(text[:end]) == limit


@pytest.mark.parametrize(
    ("text", "words", "end"),
    [
        ("one two", 0, 0),
        ("one two", -1, 0),
        ("one two", 1, 3),
        ("one two", 2, 7),
        ("one two", 3, None),
        ("", 1, None),
        ("one — two", 2, 9),
        ("one—two three", 2, 7),
        ("one - two", 2, 9),
        ("1. one two", 1, 6),
        ("1. one two", 2, 10),
        ("1.5 two", 1, 3),
        ("10) one", 1, 7),
        ("one\n2. two", 2, 10),
        ("one\r\ntwo", 2, 8),
        ("one\u2028two", 2, 7),
        ("1.\none", 1, 6),
    ],
)
def test_where_a_limit_ends(text: str, words: int, end: int | None) -> None:
    assert nth_word_end(text, words) == end


def counted_at_once(text: str) -> int:
    """The rule as it is published, over whole lines."""
    words = 0
    for line in text.splitlines():
        runs = re.split(r"[\s\u2014]+", line.strip(" \u2014\u00a0\t"))
        runs = [run for run in runs if run]
        if runs and re.fullmatch(r"(?:\d+|[^\W\d_])[.)]", runs[0]):
            runs = runs[1:]
        words += sum(any(map(str.isalnum, run)) for run in runs)
    return words


@given(
    st.lists(
        st.sampled_from(["a", "1", ".", ")", ",", "!", "; ", " ", "\u2014", "\n", "\u00a0"])
    ).map("".join)
)
def test_counting_by_the_sentence_is_counting(text: str) -> None:
    assert count_words(text) == counted_at_once(text)
    assert nth_word_end(text, counted_at_once(text) + 1) is None


def test_a_key_press_counts_one_sentence_anew() -> None:
    calls = 0

    def note(_frame: object, what: str, _about: object) -> None:
        nonlocal calls
        calls += what == "c_call"

    def cost_of(text: str) -> int:
        nonlocal calls
        calls = 0
        sys.setprofile(note)
        try:
            assert count_words(text) == 3_000
        finally:
            sys.setprofile(None)
        return calls

    sentences = [f"Sentence {number} of one long paragraph" for number in range(500)]
    first = cost_of(". ".join(sentences))
    sentences[250] = "Sentence xyz of one long paragraph"
    assert cost_of(". ".join(sentences)) < first / 5
