"""Questions that ask for files: an attachment says which it answers, and counts as that answer."""

from pathlib import Path

import pytest
from asking_round import YES, faults_of, question, round_of
from making import NOW

from bidwriter.bids.bid import Attachment, Bid
from bidwriter.bids.changes import Change, apply, diff
from bidwriter.bids.editing import answer_with, attach, detach, new_bid
from bidwriter.bids.joining.join import join
from bidwriter.bids.person import Person
from bidwriter.bids.printing.printed import printed_text
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.record import bid_of, read_record, record
from bidwriter.bids.telling.telling import tell
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.kinds.frozen import NotAllowedError

PLAN, MAP = "a" * 64, "b" * 64
ROUND = round_of(
    question("match", "yes-no"),
    question("plan", "file", types=["pdf", "docx"], most=2, **{"largest-mb": 5, "most-pages": 4}),
    question("letter", "file", optional=True, **{"asked-when": YES}),
)


def file(sha: str = PLAN, name: str = "Plan.pdf", size: int = 10, pages: int | None = 1,
         for_: tuple[str, ...] = ("plan",)) -> Attachment:  # fmt: skip
    mime = "application/pdf"
    return Attachment(sha256=sha, name=name, type=mime, size=size, pages=pages, for_=for_)


def bid_with_files(*files: Attachment) -> Bid:
    bid = set_typed(set_typed(new_bid(ROUND), "title", "Halls"), "match", "no")
    for one in files:
        bid = attach(bid, one)
    return bid


def problems(bid: Bid) -> list[str]:
    return [p.words for p in check(bid, NOW) if p.place == "plan" and p.stops]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ((), ["Attach a file for “The plan?”"]),
        ((file(),), []),
        ((file(for_=()),), ["Attach a file for “The plan?”"]),
        ((file(), file(MAP)), []),
        ((file(), file(MAP), file("c" * 64)), ["Attach no more than 2 files for “The plan?”: there are 3"]),
        ((file(name="Plan.DOCX", pages=None),), []),
        ((file(name="Plan.png"),), ["Attach “Plan.png” as PDF or DOCX"]),
        ((file(size=4_999_999),), []),
        ((file(size=5_000_000),), []),
        ((file(size=5_000_001),), ["Make “Plan.pdf” smaller: no more than 5 MB is taken"]),
        ((file(size=0),), ["Attach “Plan.pdf” again: it is empty"]),
        ((file(pages=3),), []),
        ((file(pages=4),), []),
        ((file(pages=5),), ["Shorten “Plan.pdf”: it has 5 pages, and 4 are taken"]),
    ],
)  # fmt: skip
def test_what_a_file_lacks_is_said_at_its_question(
    files: tuple[Attachment, ...], words: list[str]
) -> None:
    assert problems(bid_with_files(*files)) == words


def test_a_file_that_answers_is_printed_recorded_and_told() -> None:
    bid = bid_with_files(file())
    assert printed_text(bid, ROUND.by_id["plan"]) == "Plan.pdf"
    data = record(bid, whole=True)
    [entry] = [e for e in data["questions"] if e["id"] == "plan"]
    assert (entry["answer"][0]["sha256"], entry["text"]) == (PLAN, "Plan.pdf")
    made, unknown = read_record(data)
    assert bid_of(made, ROUND, unknown) == bid.model_copy(update={"changed": None})
    none = answer_with(bid, "plan", PLAN, answers=False)
    assert [told.words for told in tell(bid, none)] == ["“Plan.pdf” no longer answers “The plan?”"]
    assert [told.words for told in tell(none, bid)] == ["“Plan.pdf” answers “The plan?”"]
    gone = detach(bid, PLAN)
    assert [told.words for told in tell(bid, gone)] == ["took the attachment “Plan.pdf” out"]
    assert [told.words for told in tell(gone, bid)] == ["attached “Plan.pdf”"]
    assert content_hash(bid) != content_hash(none)
    for old, new in ((bid, none), (none, bid), (bid, detach(bid, PLAN)), (detach(bid, PLAN), bid)):
        change = Change(who=Person(), when=NOW, words="", edits=diff(old, new))
        assert apply(old, change).attachments == new.attachments


def test_what_a_file_answers_joins_as_a_set() -> None:
    base = bid_with_files(file(for_=("plan",)))
    mine = answer_with(base, "plan", PLAN, answers=False)
    theirs = answer_with(base, "letter", PLAN, answers=True)
    for one, other in ((mine, theirs), (theirs, mine)):
        joined = join(base, one, other)
        assert not joined.conflicts
        assert joined.bid.attachments[0].for_ == ("letter",)


def test_the_same_file_answers_several_questions_and_says_so_when_it_is_attached_again() -> None:
    bid = attach(bid_with_files(file()), file(for_=("letter",)))
    [one] = bid.attachments
    assert one.for_ == ("letter", "plan")


def test_files_for_what_is_not_asked_stay_behind() -> None:
    bid = bid_with_files(file(), file(MAP, "Letter.pdf", for_=("letter",)))
    assert [a.name for a in bid.attached] == ["Plan.pdf"]
    assert [a["name"] for a in record(bid, whole=False)["attachments"]] == ["Plan.pdf"]
    assert len(record(bid, whole=True)["attachments"]) == 2
    assert content_hash(bid) == content_hash(detach(bid, MAP))
    asked = set_typed(bid, "match", "yes")
    assert [a.name for a in asked.attached] == ["Letter.pdf", "Plan.pdf"]
    assert content_hash(asked) != content_hash(detach(asked, MAP))
    both = answer_with(bid, "plan", MAP, answers=True)
    assert len(both.attached) == 2


def test_it_is_set_by_the_attachment_not_by_the_question() -> None:
    bid = bid_with_files(file(for_=()))
    with pytest.raises(NotAllowedError, match="bidwriter attach FILE PATH --for plan"):
        set_typed(bid, "plan", "Plan.pdf")
    assert set_typed(bid, f"attachments/{PLAN}/for", "plan; letter").attachments[0].for_ == (
        "letter", "plan",
    )  # fmt: skip
    with pytest.raises(NotAllowedError, match="“match” asks for no files; these do: plan, letter"):
        set_typed(bid, f"attachments/{PLAN}/for", "match")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"types": ["exe"]}, "No file that ends in “exe” can be attached"),
        ({"types": ["pdf"]}, ""),
        ({"largest-mb": 20}, ""),
        ({"largest-mb": 21}, "bidwriter takes attachments of up to 20 MB"),
        ({"types": ["docx"], "most-pages": 5}, "Pages are counted of PDFs alone"),
    ],
)
def test_what_no_file_could_meet_is_a_fault(
    tmp_path: Path, more: dict[str, object], words: str
) -> None:
    told = faults_of(tmp_path, question("plan", "file", **more))
    assert any(words in one for one in told) if words else told == []
