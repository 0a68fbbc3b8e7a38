"""Joining prose: by paragraph, never inventing one, and the same from either side."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from laws import tries

from bidwriter.bids.joining.paragraphs import Disagreement, join_prose
from bidwriter.bids.joining.regions import Region, regions
from bidwriter.prose.markdown import parse, stored

A = "We will talk to forty residents who moved home last year."
B = "Each council opens its records of moves to the team."
C = "The work runs in four sprints of three weeks each."
BASE = stored(f"{A}\n\n{B}\n\n{C}")


def text(*paragraphs: str) -> str:
    return stored("\n\n".join(paragraphs))


def agreed(mine: str, theirs: str, base: str = BASE) -> str:
    made = join_prose(base, mine, theirs)
    assert made.disagreements == ()
    assert join_prose(base, theirs, mine) == made, "from the other side"
    return made.text


def clash(mine: str, theirs: str, base: str = BASE) -> Disagreement:
    made = join_prose(base, mine, theirs)
    (found,) = made.disagreements
    return found


def test_neighbouring_paragraphs_join() -> None:
    mine = text(A.replace("forty", "fifty"), B, C)
    theirs = text(A, B.replace("opens", "shares"), C)
    assert agreed(mine, theirs) == text(
        A.replace("forty", "fifty"), B.replace("opens", "shares"), C
    )


def test_two_sentences_of_one_paragraph_are_a_conflict() -> None:
    base = text("We finish in June 2027. The team stays.")
    found = clash(
        text("We finish in September 2027. The team stays."),
        text("We finish in June 2027. The team goes."),
        base,
    )
    assert found.base == base


def test_the_same_change_on_both_sides_is_none() -> None:
    both = text(A, B.replace("opens", "shares"), C)
    assert agreed(both, both) == both


def test_a_change_and_a_new_paragraph_beside_it_join() -> None:
    new = "A supplier joins for the alpha only."
    assert agreed(text(A, B, C.replace("four", "five")), text(A, B, C, new)) == text(
        A, B, C.replace("four", "five"), new
    )
    assert agreed(text(A, new, B, C), text(A.replace("forty", "ten"), B, C)) == text(
        A.replace("forty", "ten"), new, B, C
    )


def test_two_new_paragraphs_at_one_spot_are_a_conflict_and_keep_mine() -> None:
    made = join_prose(BASE, text(A, B, C, "Mine."), text(A, B, C, "Theirs."))
    assert made.text == text(A, B, C, "Mine.")
    assert made.disagreements == (Disagreement(C, "", "Mine.", "Theirs."),)


def test_of_new_paragraphs_at_one_spot_those_that_hold_the_others_are_taken() -> None:
    assert agreed(text(A, "New.", "More.", B, C), text(A, "New.", B, C)) == text(
        A, "New.", "More.", B, C
    )
    assert agreed(text(A, B, C, "New.", "More."), text(A, B, C, "More.")) == text(
        A, B, C, "New.", "More."
    )
    assert clash(text(A, B, C, "New.", "More."), text(A, B, C, "More.", "New.")).after == C


def test_the_base_is_kept_where_that_is_asked() -> None:
    mine, theirs = text(A, B.replace("opens", "shares")), text(A, B.replace("opens", "closes"), C)
    made = join_prose(BASE, mine, theirs, keep_base=True)
    assert made.text == text(A, B), "the rest joins"
    assert len(made.disagreements) == 1
    other = join_prose(BASE, theirs, mine, keep_base=True)
    assert (other.text, len(other.disagreements)) == (made.text, 1), "from the other side"


def test_a_paragraph_put_in_beside_one_that_is_taken_out_joins() -> None:
    assert agreed(text(A, C), text(A, "A quite different sentence.", B, C)) == text(
        A, "A quite different sentence.", C
    )
    assert agreed(text(A, C), text(A, B, "A quite different sentence.", C)) == text(
        A, "A quite different sentence.", C
    )


HALF = [
    # words shared of both paragraphs' words: 4 of 8, 2 of 8, and 6 of 14
    ("one two river plain", "one two mountain valley", 2),
    ("one two river plain", "one forest mountain valley", 1),
    ("one two six river plain hill sea", "one two six forest mountain valley tarn", 1),
]


@pytest.mark.parametrize(("old", "new", "pieces"), HALF)
def test_half_the_words_make_it_the_same_paragraph(old: str, new: str, pieces: int) -> None:
    """What is the same paragraph is joined apart from the next; else the stretch is one."""
    before, after = parse(text(old, "Something.")), parse(text(new, "Everyone."))
    assert len(regions(before, after)) == pieces


@pytest.mark.parametrize(
    ("left", "out"),
    [
        (A, [1, 2]),
        (A.replace("forty", "ten"), [1, 2]),
        (C.replace("four", "five"), [0, 1]),
    ],
)
def test_paragraphs_are_taken_out_one_by_one(left: str, out: list[int]) -> None:
    made = regions(parse(BASE), parse(left))
    assert [region for region in made if not region.now] == [Region(i, i + 1, ()) for i in out]


@pytest.mark.parametrize(("many", "made"), [(100, 100), (101, 1)])
def test_a_rewritten_stretch_of_very_many_paragraphs_is_one(many: int, made: int) -> None:
    def answer(paragraphs: int, said: str) -> str:
        return text(*(f"Line{n} council{n} {said}" for n in range(paragraphs)))

    assert len(regions(parse(answer(many, "old")), parse(answer(100, "new")))) == made


def test_what_only_one_side_changed_is_taken_as_it_is_written() -> None:
    written = "* one\n* two"
    assert join_prose(BASE, BASE, written).text == join_prose(BASE, written, BASE).text == written


PIECES = [
    # how many of the new one's long words the old one had: 1 of 2, and 1 of 3
    ("beta lakes.", 1),
    ("beta lakes meadow.", 2),
    ("rule lakes.", 1),
    ("the lakes.", 2),
]


@pytest.mark.parametrize(("second", "pieces"), PIECES)
def test_half_the_long_words_make_it_a_piece_of_a_paragraph(second: str, pieces: int) -> None:
    old, first = "alpha the rule. Beta forest hills.", "gamma the rule. Beta forest hills."
    assert len(regions(parse(text(old)), parse(text(first, second)))) == pieces


def test_two_first_answers_are_a_conflict() -> None:
    assert clash("Mine.", "Theirs.", "") == Disagreement("", "", "Mine.", "Theirs.")


def test_taken_out_against_changed_is_a_conflict() -> None:
    found = clash(text(A, C), text(A, B.replace("opens", "shares"), C))
    assert found == Disagreement(A, B, "", B.replace("opens", "shares"))


def test_taken_out_and_unchanged_is_taken_out() -> None:
    assert agreed(text(A, C), text(A, B, C.replace("four", "five"))) == text(
        A, C.replace("four", "five")
    )


def test_a_paragraph_split_in_two_against_a_change_is_one_conflict() -> None:
    long = "We test with made-up households and real addresses. Our leads agree a plan before any sample is drawn."
    first, second = (
        "We test with made-up households and real addresses.",
        "Our leads agree a plan before any sample is drawn.",
    )
    found = clash(
        text(A, first, second), text(A, long.replace("a plan", "an assessment")), text(A, long)
    )
    assert found.mine == text(first, second)
    assert found.theirs == long.replace("a plan", "an assessment")


def test_both_moving_one_paragraph_differently_never_doubles_it() -> None:
    made = join_prose(BASE, text(B, A, C), text(A, C, B))
    blocks = parse(made.text)
    assert len(blocks) == len(set(blocks))


def test_a_paragraph_that_both_moved_elsewhere_is_to_decide_and_stands_once() -> None:
    last = "Everyone learns from it."
    base = text(A, B, C, last)
    mine, theirs = text(B, C, last, A), text(B, C, A, last)
    for one, other in ((mine, theirs), (theirs, mine)):
        made = join_prose(base, one, other)
        assert made == (one, (Disagreement("", base, one, other),))


def test_a_paragraph_that_would_double_with_theirs_alone_is_to_decide_from_both_sides() -> None:
    mine, theirs = text(A, B, "A supplier joins.", C, A), text(A, B, A, C)
    for one, other in ((mine, theirs), (theirs, mine)):
        assert join_prose(BASE, one, other) == (one, (Disagreement("", BASE, one, other),))


def test_a_new_paragraph_before_one_that_the_other_changed_joins() -> None:
    changed = B.replace("opens", "shares")
    assert agreed(text(A, "A supplier joins.", B, C), text(A, changed, C)) == text(
        A, "A supplier joins.", changed, C
    )


def test_list_items_join_one_by_one() -> None:
    base = "- count calls\n- read letters\n- watch visits"
    assert agreed("- count all calls\n- read letters\n- watch visits", "- count calls\n- read letters\n- watch home visits", base) == (
        "- count all calls\n- read letters\n- watch home visits"
    )  # fmt: skip


WORDS = st.sampled_from(
    "council move home data share resident plan open record team sprint".split()
)
PARAGRAPH = st.lists(WORDS, min_size=2, max_size=9).map(" ".join)
ANSWER = st.lists(PARAGRAPH, max_size=6).map(lambda parts: stored("\n\n".join(parts)))


@st.composite
def rewritten(draw: st.DrawFn, base: str) -> str:
    """The text with some paragraphs changed, taken out, put in or moved."""
    parts = base.split("\n\n") if base else []
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(parts)))
        match draw(st.sampled_from(["in", "out", "change", "move"])):
            case "in":
                parts.insert(at, draw(PARAGRAPH))
            case "out":
                del parts[at : at + 1]
            case "change" if parts:
                parts[at % len(parts)] += f" {draw(WORDS)}"
            case "move" if parts:
                parts.insert(at % len(parts), parts.pop())
    return stored("\n\n".join(parts))


TRIPLES = ANSWER.flatmap(lambda base: st.tuples(st.just(base), rewritten(base), rewritten(base)))


@settings(max_examples=tries(400))
@given(TRIPLES)
def test_no_paragraph_is_invented_doubled_or_lost(texts: tuple[str, str, str]) -> None:
    base, mine, theirs = texts
    made = join_prose(base, mine, theirs)
    ours, others = list(parse(mine)), list(parse(theirs))
    joined = list(parse(made.text))
    for block in joined:
        assert block in ours or block in others
        assert joined.count(block) <= max(ours.count(block), others.count(block))
    in_doubt = [b for d in made.disagreements for b in parse(d.theirs)]
    for block in others:
        if block not in parse(base):
            assert block in joined or block in in_doubt
    for block in ours:
        if block not in parse(base):
            assert block in joined


@settings(max_examples=tries(400))
@given(TRIPLES)
@example(
    (
        "council council\n\nhome move move\n\nhome move move",
        "council council\n\nhome move move move\n\nhome move move",
        "council council\n\ncouncil council\n\nhome move move move\n\nhome move move council",
    )
)
def test_joining_is_the_same_from_either_side_and_joins_once(texts: tuple[str, str, str]) -> None:
    base, mine, theirs = texts
    made, other = join_prose(base, mine, theirs), join_prose(base, theirs, mine)
    assert len(made.disagreements) == len(other.disagreements)
    if not made.disagreements:
        assert made.text == other.text
        assert join_prose(theirs, made.text, theirs).text == made.text
    assert join_prose(base, mine, base).text == mine
    assert join_prose(base, base, theirs).text == theirs
    assert join_prose(base, mine, mine).text == mine
