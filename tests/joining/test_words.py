"""Words beside what they were, and both sides' words in one text."""

from hypothesis import given
from hypothesis import strategies as st

from bidwriter.bids.joining.words import both, compare_words, words_changed

TEXT = st.lists(st.sampled_from(["a", "plan", "is", "agreed", "before", "June", ",", "."]), max_size=9).map(" ".join)  # fmt: skip


@given(TEXT, TEXT)
def test_a_comparison_holds_both_texts(old: str, new: str) -> None:
    runs = compare_words(old, new)
    assert "".join(r.text for r in runs if r.kind != "in").split() == old.split()
    assert "".join(r.text for r in runs if r.kind != "out") == new


def test_a_phrase_changes_as_one() -> None:
    runs = compare_words("leads agree a plan before", "leads agree an impact assessment before")
    assert [r.text.strip() for r in runs] == [
        "leads agree", "a plan", "an impact assessment", "before",
    ]  # fmt: skip
    assert words_changed("one two", "one three four") == (2, 1)


def test_both_have_their_words() -> None:
    base = "our data protection leads agree a plan before any sample is drawn."
    mine = "our four data protection leads agree an impact assessment before any sample is drawn."
    theirs = "our data protection leads or deputies agree a plan before any sample is drawn and again before sharing."
    assert both(base, mine, theirs) == (
        "our four data protection leads or deputies agree an impact assessment before any sample "
        "is drawn and again before sharing."
    )


def test_words_that_both_replaced_stand_apart() -> None:
    assert both("until June 2027", "until September 2027", "until July 2027") == (
        "until September July 2027"
    )


def test_changes_side_by_side_double_nothing() -> None:
    assert both("a plan.", "a map.", "a plan!") == "a map!"


@given(TEXT, TEXT)
def test_one_side_unchanged_leaves_the_other(base: str, other: str) -> None:
    if base and other:
        assert both(base, other, base) == other
        assert both(base, base, other) == other
        assert both(base, other, other) == other
