"""Answers in parts: what each part takes, what is told, what joins, and what a public copy holds."""

import json
from typing import Any

import pytest
from every_kind import TYPED_PARTS, pack_asking, round_asking
from hypothesis import given
from hypothesis import strategies as st
from making import NOW

from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, apply, diff, inverted
from bidwriter.bids.conflict import Conflict
from bidwriter.bids.editing import new_bid
from bidwriter.bids.history.snapshot import bid_of as bid_of_snapshot
from bidwriter.bids.history.snapshot import snapshot
from bidwriter.bids.joining.brought import brought
from bidwriter.bids.joining.deciding import decide
from bidwriter.bids.joining.join import join
from bidwriter.bids.leaves import leaf_at, with_leaves
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.places import Place
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.record import RecordError, bid_of, read_record, record
from bidwriter.bids.telling.conflict_lines import conflict_line
from bidwriter.bids.telling.conflicts import finding, in_short, outcome_title
from bidwriter.bids.telling.sides import Side
from bidwriter.bids.telling.telling import tell
from bidwriter.bids.telling.values import typed_words
from bidwriter.bids.typed.place_list import places_of
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.exports.public import public_bid, public_record
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.rounds.round import read_round

OFFICE = {"id": "office", "kind": "address", "label": "Our office"}
LEAD = {"id": "lead", "kind": "contact", "label": "Whom to write to"}


def asking(*questions: dict[str, Any]) -> Bid:
    return new_bid(round_asking(questions or (OFFICE, LEAD)))


def filled(bid: Bid, question: str, **parts: str) -> Bid:
    kind = bid.round.by_id[question].kind
    for key, typed in (TYPED_PARTS[kind] | parts).items():
        bid = set_typed(bid, f"{question}/{key}", typed)
    return bid


BASE = filled(filled(asking(), "office"), "lead")

POSTCODES = [
    # typed, kept, what is said
    ("YO1 6GA", "YO1 6GA", False), ("yo16ga", "YO1 6GA", False), (" Yo1  6ga. ", "YO1 6GA", False),
    ("m11ae", "M1 1AE", False), ("sw1a1aa", "SW1A 1AA", False), ("w1a 0ax", "W1A 0AX", False),
    ("DN551PT", "DN55 1PT", False), ("gir0aa", "GIR 0AA", False), ("ＹＯ１ ６ＧＡ", "YO1 6GA", False),
    ("YO1", "YO1", True), ("YO1 6G", "YO1 6G", True), ("Y01 6CA", "Y01 6CA", True),
    ("YO1 6GV", "YO1 6GV", True), ("YO1 66A", "YO1 66A", True), ("YOO1 6GA", "YOO1 6GA", True),
    ("75008 Paris", "75008 Paris", True), ("YO1 6GA, UK", "YO1 6GA, UK", True),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "kept", "wrong"), POSTCODES)
def test_a_postcode_has_one_form(typed: str, kept: str, wrong: bool) -> None:
    bid = set_typed(BASE, "office/postcode", typed)
    assert leaf_at(bid, "office/postcode") == kept
    said = [p.words for p in check(bid, NOW) if p.place == "office/postcode"]
    assert said == (["Enter a full UK postcode, like YO1 6GA"] if wrong else [])


FORMS = [
    ("lead/email", "mailto:a@b.gov.uk", "a@b.gov.uk", ""),
    ("lead/email", "Joan <a@b.gov.uk>", "a@b.gov.uk", ""),
    ("lead/email", "a@b", "a@b", "Enter an email address in the right form"),
    ("lead/phone", "tel:01904 551550", "01904 551550", ""),
    ("lead/phone", "01904", "01904", "this has only 5 digits"),
    ("lead/name", "x\u202e" * 3, "xxx", ""),
]  # fmt: skip


@pytest.mark.parametrize(("place", "typed", "kept", "words"), FORMS)
def test_a_part_is_checked_where_it_stands(place: str, typed: str, kept: str, words: str) -> None:
    bid = set_typed(BASE, place, typed)
    assert leaf_at(bid, place) == kept
    found = [p for p in check(bid, NOW) if p.place.root == "lead" and p.stops]
    assert [p.place for p in found] == ([place] if words else [])
    assert all(words in p.words for p in found)


def missing(bid: Bid) -> list[str]:
    return [p.place for p in check(bid, NOW) if p.check == "required" and p.place != "title"]


def test_what_is_not_begun_is_one_problem_and_what_is_begun_one_a_part() -> None:
    assert missing(asking()) == ["office", "lead"]
    begun = set_typed(asking(), "office/town", "York")
    assert missing(begun) == ["office/line-1", "office/postcode", "lead"]
    [words] = [p.words for p in check(begun, NOW) if p.place == "office/line-1"]
    assert words == "Fill in the first line of “Our office”"
    bare = set_typed(set_typed(BASE, "office/line-2", ""), "office/county", "")
    assert missing(bare) == []
    assert missing(set_typed(BASE, "lead/phone", "")) == ["lead/phone"]
    without = {**LEAD, "optional-parts": ["phone", "post"]}
    less = filled(asking(without), "lead", phone="", post="")
    assert missing(less) == []
    optional = asking({**LEAD, "optional": True})
    assert missing(optional) == []
    assert missing(set_typed(optional, "lead/name", "Joan")) == [
        "lead/post", "lead/email", "lead/phone",
    ]  # fmt: skip


NO_PLACES = [
    ("lead", "x", "has parts: set each by itself: lead/name, lead/post, lead/email, lead/phone"),
    ("lead/fax", "x", "“fax” is not one of: name, post, email, phone"),
    ("lead/name/first", "x", "“name/first” is not one of"),
    ("lead/+", "{}", "“[+]” is not one of"),
]


@pytest.mark.parametrize(("place", "typed", "words"), NO_PLACES)
def test_a_place_that_is_no_part_is_refused_in_a_sentence(
    place: str, typed: str, words: str
) -> None:
    with pytest.raises(NotAllowedError, match=words):
        set_typed(BASE, place, typed)


def test_several_parts_are_set_at_once_and_all_or_none() -> None:
    bid = set_typed(BASE, "office", '{"town": "Malton", "postcode": "yo177lh", "county": null}')
    assert bid.round.by_id["office"].text(bid.answer("office")) == (
        "The Guildhall\nParliament Street\nMalton\nYO17 7LH"
    )
    for typed in ('{"town": "Malton", "fax": "1"}', '{"town": ', '{"town": {"a": 1}}'):
        with pytest.raises(NotAllowedError):
            set_typed(BASE, "office", typed)


@pytest.mark.parametrize("place", ["lead", "lead/fax", "lead/name/first"])
def test_a_leaf_that_is_no_part_is_refused(place: str) -> None:
    with pytest.raises(NotAllowedError, match="has the parts name, post, email, phone"):
        with_leaves(BASE, {Place(place): "x"})


def test_each_part_is_listed_told_and_undone_by_itself() -> None:
    listed = {row.place: (row.kind, row.name, row.value) for row in places_of(BASE)}
    assert listed[Place("lead/email")] == (
        "short-text", "Whom to write to: Email", "joan.archer@york.gov.uk",
    )  # fmt: skip
    changed = set_typed(BASE, "lead/phone", "01904 613161")
    assert [edit.place for edit in diff(BASE, changed)] == ["lead/phone"]
    [told] = tell(BASE, changed)
    assert told.words == "changed the telephone number from “01904 551550” to “01904 613161”"
    change = Change(when=NOW, edits=diff(BASE, changed))
    assert apply(BASE, change).answers == changed.answers
    assert apply(changed, inverted(change, NOW)).answers == BASE.answers
    [cleared] = tell(changed, set_typed(changed, "lead/phone", ""))
    assert cleared.words == "cleared the telephone number, which was “01904 613161”"


def test_two_who_change_different_parts_do_not_clash() -> None:
    mine = set_typed(BASE, "lead/phone", "01904 613161")
    theirs = set_typed(BASE, "lead/name", "Ruth Marsh")
    made = join(BASE, mine, theirs)
    assert not made.conflicts
    assert not made.left_out
    assert leaf_at(made.bid, "lead/phone") == "01904 613161"
    assert leaf_at(made.bid, "lead/name") == "Ruth Marsh"
    assert join(BASE, theirs, mine).bid.answers == made.bid.answers
    [one] = brought(mine, made.bid)
    assert one.place == "lead/name"
    both = join(
        asking(), set_typed(asking(), "lead/name", "A"), set_typed(asking(), "lead/post", "B")
    )
    assert not both.conflicts
    assert both.bid.round.by_id["lead"].text(both.bid.answer("lead")) == "A\nB"


def a_conflict(mine: str, theirs: str) -> tuple[Bid, Conflict]:
    sides = (set_typed(BASE, "lead/phone", typed) for typed in (mine, theirs))
    made = join(BASE, *sides)
    [conflict] = made.conflicts
    return made.bid, conflict


def test_two_who_change_the_same_part_are_asked_and_told_which() -> None:
    bid, conflict = a_conflict("01904 613161", "01904 000000")
    them = Side("Leeds")
    assert leaf_at(bid, "lead/phone") == "01904 613161"
    assert (conflict.kind, conflict.place, conflict.moved) == ("cell", "lead/phone", "")
    assert finding(bid, conflict, them) == (
        "You both changed the telephone of “Whom to write to”"
    )  # fmt: skip
    assert in_short(bid, conflict, them) == "Telephone: 01904 613161 or 01904 000000"
    assert outcome_title(bid, conflict) == "The telephone of “Whom to write to” will be"
    assert conflict_line(bid, conflict) == (
        "“Whom to write to”, Telephone: 01904 613161 in mine; 01904 000000 in theirs; "
        "it was 01904 551550"
    )
    assert leaf_at(decide(bid, conflict, "theirs"), "lead/phone") == "01904 000000"
    assert leaf_at(decide(bid, conflict, "other", "tel:0113 222 4444"), "lead/phone") == (
        "0113 222 4444"
    )  # fmt: skip


def test_a_part_that_one_cleared_and_the_other_changed_is_asked_about() -> None:
    bid, conflict = a_conflict("", "01904 000000")
    assert (conflict.kind, conflict.moved) == ("deleted", "")
    assert "Telephone" in in_short(bid, conflict, Side("Leeds"))
    assert leaf_at(bid, "lead/phone") is None
    assert leaf_at(decide(bid, conflict, "theirs"), "lead/phone") == "01904 000000"


def test_a_contact_is_left_out_of_public_copies_and_an_address_is_not() -> None:
    said = json.dumps(public_record(BASE, frozenset()))
    assert public_bid(BASE).answer("lead") is None
    assert not [w for w in TYPED_PARTS["contact"].values() if w in said]
    assert all(words in said for words in TYPED_PARTS["address"].values())
    public = asking({**LEAD, "personal": False}, {**OFFICE, "personal": True})
    copy = public_bid(filled(filled(public, "lead"), "office"))
    assert copy.answer("lead") is not None
    assert copy.answer("office") is None


def test_a_contacts_name_in_prose_is_found() -> None:
    prose = {"id": "why", "kind": "rich-text"}
    bid = set_typed(filled(asking(LEAD, prose), "lead"), "why", "Ask Joan Archer for it.")
    [problem] = [p for p in check(bid, NOW) if p.check == "personal-data"]
    assert (problem.place, problem.which) == ("why", "Joan Archer")
    open_one = filled(asking({**LEAD, "personal": False}), "lead")
    places = {p.place for p in check(open_one, NOW) if p.check == "personal-data"}
    assert places == {Place("lead/email"), Place("lead/phone")}


def test_records_hold_the_parts_that_say_something() -> None:
    bid = set_typed(BASE, "office/line-2", "")
    made = record(bid, whole=True)
    [entry] = [e for e in made["questions"] if e["id"] == "office"]
    assert entry["answer"] == {
        "line-1": "The Guildhall", "town": "York", "county": "North Yorkshire",
        "postcode": "YO1 9QN",
    }  # fmt: skip
    assert entry["text"] == "The Guildhall\nYork\nNorth Yorkshire\nYO1 9QN"
    read, unknown = read_record(made)
    again = bid_of(read, bid.round, unknown)
    assert again.answers == bid.answers
    assert content_hash(again) == content_hash(bid)


@pytest.mark.parametrize("answer", ["a line", ["a"], {"line-1": 5}, {"line-1": "x" * 20_001}])
def test_a_record_that_holds_no_parts_is_refused(answer: Any) -> None:
    made = record(BASE, whole=True)
    for entry in made["questions"]:
        if entry["id"] == "office":
            entry["answer"] = answer
    with pytest.raises(RecordError, match="office"):
        bid_of(read_record(made)[0], BASE.round)


def test_a_part_of_a_later_release_is_kept_and_written_back() -> None:
    made = record(BASE, whole=True)
    for entry in made["questions"]:
        if entry["id"] == "office":
            entry["answer"]["uprn"] = "100050"
    read, unknown = read_record(made)
    bid = bid_of(read, BASE.round, unknown)
    assert [one.name for one in bid.unknown] == ["uprn"]
    again = record(bid, whole=True)
    assert [e["answer"]["uprn"] for e in again["questions"] if e["id"] == "office"] == ["100050"]


def test_an_empty_answer_is_none_and_one_no_longer_asked_is_kept() -> None:
    made = record(BASE, whole=True)
    for entry in made["questions"]:
        if entry["id"] == "office":
            entry["answer"] = {"line-1": ""}
    assert bid_of(read_record(made)[0], BASE.round).answer("office") is None
    fewer = BASE.model_copy(update={"round": round_asking([OFFICE])})
    taken = snapshot("0" * 64, fewer)
    back = bid_of_snapshot(taken, fewer.bid_id, fewer.round, Stamp(who=Person(), when=NOW))
    assert back.answers == BASE.answers


@pytest.mark.parametrize(("parts", "many"), [(["phone"], 0), (["fax", "phone"], 1), ([], 0)])
def test_an_optional_part_that_is_not_there_is_a_fault(parts: list[str], many: int) -> None:
    asked = read_round(pack_asking([{**LEAD, "optional-parts": parts}])).by_id["lead"]
    assert [fault.name for fault in asked.faults()] == ["optional-parts"] * many


@given(st.sampled_from(["office", "lead"]), st.data())
def test_a_part_typed_again_as_it_shows_is_the_same(question: str, data: st.DataObject) -> None:
    keys = list(TYPED_PARTS[BASE.round.by_id[question].kind])
    place = Place(question).at(data.draw(st.sampled_from(keys)))
    bid = set_typed(BASE, place, data.draw(st.text(max_size=40)))
    leaf = leaf_at(bid, place)
    again = set_typed(bid, place, typed_words(bid, place, leaf))
    assert leaf_at(again, place) == leaf
