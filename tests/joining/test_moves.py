"""Paragraphs and rows that one side moved: found before anything else, never twice, never back in
silence, and the same from either side."""

import pytest
from copying import Desk
from hypothesis import given
from hypothesis import strategies as st
from making import sample

from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import move_row, remove_row
from bidwriter.bids.joining.arranging import rewritten
from bidwriter.bids.joining.brought import brought, without
from bidwriter.bids.joining.moves import Move, rewriting, together
from bidwriter.bids.joining.paragraphs import Disagreement, join_prose
from bidwriter.bids.telling.brought import groups
from bidwriter.bids.telling.prose import prose_words
from bidwriter.bids.typed.setting import set_typed
from bidwriter.prose.markdown import parse, stored

SAID = {
    "1": "One begins with the council and its people.",
    "2": "Two says what the team will do next spring.",
    "3": "Three counts the cost of the alpha in days.",
    "4": "Four thanks the partners for their letters.",
    "2+": "Two says what the team will do next spring and letters.",
    "2-": "Two says what the team will do next autumn.",
    "3+": "Three counts the cost of the whole alpha in days.",
    "N": "Nobody had written this before.",
}


def text(letters: str) -> str:
    return stored("\n\n".join(SAID[one] for one in letters.split()))


def letters(words: str) -> str:
    names = {said: name for name, said in SAID.items()}
    return " ".join(names[block.text] for block in parse(words))


JOINS = [
    # base, one, other, joined
    ("1 2 3 4", "1 3 4 2", "1 2+ 3 4", "1 3 4 2+"),  # moved by one, edited by the other
    ("1 2 3 4", "1 3 4 2+", "1 2 3 4", "1 3 4 2+"),  # moved and edited by one
    ("1 2 3 4", "1 3 4 2+", "1 2 3+ 4", "1 3+ 4 2+"),
    ("1 2 3 4", "1 3 4 2", "1 3 4 2", "1 3 4 2"),  # both moved it alike
    ("1 2 3 4", "1 3 4 2", "N 1 2 3 4", "N 1 3 4 2"),
    ("1 2 3 4", "1 3 4 2", "1 2 3 4 N", "1 3 4 2 N"),
    ("1 2 3 4", "1 3 N 2 4", "1 2+ 3 4", "1 3 N 2+ 4"),  # beside a new one
    ("1 2 3 4", "1 3 2 N 4", "1 2+ 3 4", "1 3 2+ N 4"),
    ("1 2 3 4", "3 4 1 2", "1 2 N 3 4", "3 4 1 2 N"),  # a part of the answer
    ("1 2 3 4", "2 1 3 4", "1 2 4 3", "2 1 4 3"),  # each moved another one
    ("1 2 3 4", "1 3 4 2", "1 2 3", "1 3 2"),  # what it was moved behind is gone
    ("1 2 3 4", "2 3 4 1", "2+ 1 3 4", "2+ 3 4 1"),
]


@pytest.mark.parametrize(("base", "one", "other", "joined"), JOINS)
def test_a_moved_paragraph_joins_where_it_is_now(
    base: str, one: str, other: str, joined: str
) -> None:
    for mine, theirs in ((one, other), (other, one)):
        made = join_prose(text(base), text(mine), text(theirs))
        assert (letters(made.text), made.disagreements) == (joined, ())


@pytest.mark.parametrize(
    ("mine", "theirs", "stands", "two"),
    [
        ("1 3 4", "1 3 4 2", "1 3 4", ("", "2", "theirs")),  # taken out by one, moved by the other
        ("1 3 4 2", "1 3 4", "1 3 4 2", ("2", "", "mine")),
        ("1 3 4", "1 3 4 2+", "1 3 4", ("", "2+", "theirs")),
        ("1 3 4 2+", "1 2- 3 4", "1 3 4 2+", ("2+", "2-", "mine")),  # both changed the words
        ("1 2- 3 4", "1 3 4 2+", "1 3 4 2-", ("2-", "2+", "theirs")),
        ("1 3 4 2+", "1 3 4 2-", "1 3 4 2+", ("2+", "2-", "")),  # and both moved it
    ],
)
def test_what_cannot_join_is_one_conflict_at_the_new_place(
    mine: str, theirs: str, stands: str, two: tuple[str, str, str]
) -> None:
    made = join_prose(text("1 2 3 4"), text(mine), text(theirs))
    assert letters(made.text) == stands
    ours, others, moved = two
    assert made.disagreements == (
        Disagreement(text("4"), text("2"), text(ours), text(others), moved),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2 3 4 1", "2 3 1 4"),  # the same paragraph to two places
        ("2 1 3 4", "1 3 2 4"),  # before the first, and behind the third
    ],
)
def test_two_orders_that_cannot_both_be_are_to_decide(one: str, other: str) -> None:
    base = text("1 2 3 4")
    for mine, theirs in ((text(one), text(other)), (text(other), text(one))):
        made = join_prose(base, mine, theirs)
        assert made == (mine, (Disagreement("", base, mine, theirs),))


def test_short_paragraphs_are_moved_only_where_they_are_the_same() -> None:
    def moves(gone: str, come: str) -> tuple[Move, ...]:
        return rewriting(
            parse(f"{gone}\n\nMiddle.\n\nLast."), parse(f"Middle.\n\nLast.\n\n{come}")
        ).moves

    assert moves("One two three.", "One two three.") == (Move(0, 2),)
    assert moves("One two three.", "One two three four.") == ()
    assert moves("One two three four.", "One two three four five.") == (Move(0, 2),)
    # 6 of 10 words shared, and 4 of 8
    assert moves("a b c d e", "a b c x y") == (Move(0, 2),)
    assert moves("a b c d", "a b x y") == ()


def test_of_two_as_like_neither_is_the_moved_one() -> None:
    old = parse("a b c d e\n\nMiddle.")
    assert rewriting(old, parse("Middle.\n\na b c d x\n\na b c d y")).moves == ()


PARAGRAPH = st.lists(
    st.sampled_from("council move home data plan team".split()), min_size=1, max_size=6
).map(" ".join)
ANSWER = st.lists(PARAGRAPH, max_size=6)


@given(
    ANSWER.flatmap(lambda old: st.tuples(st.just(old), st.permutations(old), ANSWER)),
    st.integers(0, 255),
)
def test_any_of_it_can_be_left_out_and_nothing_else_changes(
    texts: tuple[list[str], list[str], list[str]], mask: int
) -> None:
    first, turned, more = texts
    new_texts = [*turned[: len(turned) // 2], *more[:2], *turned[len(turned) // 2 :]]
    old, new = (parse(stored("\n\n".join(parts))) for parts in (first, new_texts))
    done = rewriting(old, new)
    assert rewritten(old, done, ()) == new
    assert rewritten(old, done, done.regions, done.moves) == old
    regions = [region for at, region in enumerate(done.regions) if mask >> at & 1]
    moves = [move for at, move in enumerate(done.moves) if mask >> (at + 4) & 1]
    part = rewritten(old, done, regions, moves)
    assert {*part} <= {*old, *new}


def test_paragraphs_that_were_moved_together_are_one_move() -> None:
    assert together((Move(0, 3), Move(1, 4), Move(2, 1))) == (
        (Move(0, 3), Move(1, 4)),
        (Move(2, 1),),
    )
    assert together((Move(0, 3), Move(1, 5))) == ((Move(0, 3),), (Move(1, 5),))


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("1 3 4 2", "moved paragraph 2 to below “Four thanks the partners for their…”"),
        ("4 1 2 3", "moved paragraph 4 to the top"),
        ("3 4 1 2", "moved 2 paragraphs from paragraph 3 to the top"),
        ("1 3+ 4 2", "changed paragraph 3, +1 word; moved paragraph 2 to below “Four thanks the partners for their…”"),
        ("4 3 2 1", "moved 3 paragraphs"),
    ],
)  # fmt: skip
def test_what_was_moved_is_told_as_moved(new: str, said: str) -> None:
    assert prose_words(text("1 2 3 4"), text(new)) == said


def test_a_move_that_joined_can_be_left_out() -> None:
    mine = set_typed(sample(), "approach", text("1 2 3 4"))
    joined = set_typed(mine, "approach", text("1 3+ 4 2"))
    changed, moved = brought(mine, joined)
    assert letters(str(without(mine, joined, (moved,)).answer("approach"))) == "1 2 3+ 4"
    assert letters(str(without(mine, joined, (changed,)).answer("approach"))) == "1 3 4 2"
    (group,) = groups(mine, joined, (changed, moved))
    assert [line.words for thing in group.things for line in thing.lines] == [
        "changed paragraph 3, +1 word",
        "moved paragraph 2 to below “Four thanks the partners for their…”",
    ]


def test_a_row_taken_out_by_one_and_moved_by_the_other_is_to_decide() -> None:
    joan = Desk("Joan", sample()).types("contact-role", "Lead officer").later(60)
    row = rows_of(joan.bid, "cost-lines")[0].id
    out = joan.saves(remove_row(joan.bid, "cost-lines", row))
    moved = joan.sends("Ruth").saves(move_row(joan.bid, "cost-lines", row, 1))
    for mine, theirs, who in ((out, moved, "theirs"), (moved, out, "mine")):
        (conflict,) = mine.sees(theirs).conflicts
        assert (conflict.kind, conflict.place.whole.row, conflict.moved) == ("deleted", row, who)
        assert mine.sees(theirs).bid.answer("cost-lines") == mine.bid.answer("cost-lines")
