"""What joined by itself can be told and left out, one thing at a time."""

from copying import Desk
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW, sample
from test_changes import randomly_edited

from bidwriter.bids.bid import Attachment, Bid, rebuilt
from bidwriter.bids.cells import rows_of
from bidwriter.bids.changes import diff
from bidwriter.bids.comment import Comment
from bidwriter.bids.editing import add_rows, attach, remove_row, set_answer, set_evidence
from bidwriter.bids.joining.brought import brought, without
from bidwriter.bids.leaves import leaves_of
from bidwriter.bids.person import Person
from bidwriter.bids.telling.brought import groups, in_figures
from bidwriter.bids.typed.setting import set_typed


def same(one: Bid, other: Bid) -> bool:
    return not diff(one, other)


def told(mine: Bid, joined: Bid) -> dict[str, str]:
    """The figures of every group, by name."""
    found = groups(mine, joined, brought(mine, joined))
    return {group.name: in_figures(group) for group in found}


@settings(max_examples=tries(60))
@given(st.integers(0, 10**6), st.integers(0, 2**12))
def test_any_of_it_can_be_left_out_and_all_of_it_is_mine_again(seed: int, mask: int) -> None:
    mine, joined = sample(), randomly_edited(sample(), seed)
    things = brought(mine, joined)
    assert same(without(mine, joined, ()), joined)
    assert same(without(mine, joined, (t for t in things if t.can_be_left_out)), mine)
    out = [t for at, t in enumerate(things) if mask >> (at % 12) & 1 and t.can_be_left_out]
    made = without(mine, joined, out)
    left, mine_leaves, new = (leaves_of(b) for b in (made, mine, joined))
    for thing in things:
        if thing.region is None and not thing.place.startswith("comments/"):
            wanted = mine_leaves if thing in out else new
            assert all(left.get(e.place) == wanted.get(e.place) for e in thing.edits)


def test_paragraphs_are_left_out_one_by_one() -> None:
    mine = set_answer(sample(), "approach", "One.\n\nTwo stays here.\n\nThree.")
    joined = set_answer(
        mine, "approach", "One, changed.\n\nTwo stays here.\n\nThree.\n\nFour is new."
    )
    first, last = brought(mine, joined)
    assert (
        without(mine, joined, (first,)).answer("approach")
        == "One.\n\nTwo stays here.\n\nThree.\n\nFour is new."
    )
    assert str(without(mine, joined, (last,)).answer("approach")).endswith("Three.")
    (group,) = groups(mine, joined, (first, last))
    assert (group.name, in_figures(group)) == ("Describe your approach", "2 paragraphs")
    words = [line.words for one in group.things for line in one.lines]
    assert words == ["changed paragraph 1, +1 word", "added a paragraph, 3 words"]
    assert group.things[0].lines[0].before == "One."


def test_a_row_comes_and_goes_whole_with_what_it_shows() -> None:
    mine = sample()
    row = rows_of(mine, "cost-lines")[0].id
    out = remove_row(set_evidence(mine, "approach", 4, "some"), "cost-lines", row)
    added = add_rows(out, "cost-lines", ({"what": "Van", "total": "500"},))
    new = rows_of(added, "cost-lines")[-1].id
    joined = set_evidence(added, f"cost-lines/{new}", 2, "strong")
    things = {thing.key: thing for thing in brought(mine, joined)}
    assert set(things) == {f"cost-lines/{row}", f"cost-lines/{new}", "evidence/approach/4"}
    back = without(mine, joined, (things[f"cost-lines/{row}"], things[f"cost-lines/{new}"]))
    assert same(back, set_evidence(mine, "approach", 4, "some"))
    assert told(mine, joined)["Cost the team"] == "2 lines"


def test_cells_that_only_make_sense_together_are_one() -> None:
    mine = add_rows(sample(), "cost-lines", ({"what": "Van", "total": "500"},))
    row = f"cost-lines/{rows_of(mine, 'cost-lines')[-1].id}"
    joined = mine
    for cell, typed in (("total", ""), ("quantity", "2"), ("unit-cost", "250"), ("note", "Hired")):
        joined = set_typed(joined, f"{row}/{cell}", typed)
    (thing,) = brought(mine, joined)
    assert thing.key == row
    assert same(without(mine, joined, (thing,)), mine)
    apart = set_typed(set_typed(mine, f"{row}/note", "Hired"), f"{row}/payer", "fund")
    assert len(brought(mine, apart)) == 2


def test_comments_are_told_by_thread_and_attachments_by_file() -> None:
    ruth = Person(id="ruth", name="Ruth Selwyn")
    head = Comment(id="head1", about="approach", by=ruth, when=NOW, text="Is this right?")
    reply = Comment(id="reply1", thread="head1", about="approach", by=ruth, when=NOW, text="Yes")
    mine = rebuilt(sample(), comments=(head,))
    joined = rebuilt(mine, comments=(head.model_copy(update={"settled": True}), reply))
    joined = attach(
        joined, Attachment(sha256="a" * 64, name="Letter.pdf", type="application/pdf", size=9)
    )
    things = brought(mine, joined)
    assert told(mine, joined) == {"Comments": "1 new, 1 settled", "Attachments": "1 file"}
    assert same(without(mine, joined, things), mine)
    group = groups(mine, joined, things)[0]
    assert group.things[0].who == "Ruth Selwyn"
    assert [line.words for line in group.things[0].lines] == [
        "settled a comment on “Describe your approach”",
        "answered a comment on “Describe your approach”",
    ]


def test_a_bid_as_it_is_brings_nothing() -> None:
    desk = Desk("Joan", sample())
    assert brought(desk.bid, desk.bid) == ()
