"""Which parts of a copy for a partner may be changed."""

import hashlib

import pytest
from making import NOW, sample

from bidwriter.bids.bid import Attachment, Bid, Lent, rebuilt
from bidwriter.bids.cells import rows_of
from bidwriter.bids.changes import diff
from bidwriter.bids.comment import Comment
from bidwriter.bids.editing import attach, set_evidence, set_finished, set_own_deadline
from bidwriter.bids.partner_copy import ATTACHMENTS, closed_part, lend, may_change
from bidwriter.bids.typed.setting import set_typed

LETTER = Attachment(
    sha256=hashlib.sha256(b"x").hexdigest(), name="Letter.pdf", type="application/pdf", size=1
)
LINE = f"cost-lines/{rows_of(sample(), 'cost-lines')[0].id}"


def opening(*parts: str) -> Bid:
    """The sample as a copy that leaves these parts open."""
    return lend(sample(), Lent(when=NOW, to="Leeds", open=parts))


CHANGES: list[tuple[Bid, str]] = [
    (set_typed(sample(), "approach", "Ours"), "approach"),
    (set_evidence(sample(), "approach", 5, "some", "So"), "approach"),
    (set_finished(sample(), "approach", done="approach" not in sample().finished), "approach"),
    (set_typed(sample(), f"{LINE}/quantity", "3"), "cost-lines"),
    (set_evidence(sample(), LINE, 5, "some", "So"), "cost-lines"),
    (attach(sample(), LETTER), ATTACHMENTS),
]


@pytest.mark.parametrize(("after", "part"), CHANGES)
def test_a_part_is_changed_only_where_it_is_open(after: Bid, part: str) -> None:
    edits = diff(sample(), after)
    assert closed_part(sample(), edits) is None, "the bid itself is open"
    assert closed_part(opening(), edits) is None, "nothing named is all open"
    assert closed_part(opening(part), edits) is None
    assert closed_part(opening("summary", part), edits) is None
    assert closed_part(opening("summary"), edits) == part
    for copy, open_ in ((sample(), True), (opening(), True), (opening(part), True),
                        (opening("summary"), False)):  # fmt: skip
        assert may_change(copy, part) is open_


def test_one_closed_part_among_open_ones_closes_the_whole_change() -> None:
    after = attach(set_typed(sample(), "approach", "Ours"), LETTER)
    assert closed_part(opening("approach"), diff(sample(), after)) == ATTACHMENTS
    assert closed_part(opening(ATTACHMENTS), diff(sample(), after)) == "approach"
    assert closed_part(opening("approach", ATTACHMENTS), diff(sample(), after)) is None


def test_comments_may_always_be_made_and_the_teams_deadline_not() -> None:
    said = rebuilt(sample(), comments=(Comment(id="said1", about="summary", when=NOW, text="?"),))
    assert closed_part(opening("approach"), diff(sample(), said)) is None
    later = set_own_deadline(sample(), NOW.date())
    assert closed_part(opening("approach"), diff(sample(), later)) == "own-deadline"
