"""Packages with one line bent and all checksums made anew: what can be worked out again shows it,
and nothing is claimed that nobody can know."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, timedelta
from typing import Any

import pytest
from bent_packages import (
    BID,
    OTHER_HASH,
    bent,
    contents,
    in_json,
    leaving_out,
    opened,
    package,
    setting,
)
from making import NOW

from bidwriter.bids.bid import rebuilt
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.editing import take_round
from bidwriter.bids.person import Stamp
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.typed.setting import set_typed
from bidwriter.exports.package import Wanted, make_package
from bidwriter.exports.public import public_bid
from bidwriter.exports.verifying import report
from bidwriter.files.container import bag
from bidwriter.rounds.round import data_of, read_round

# --- package.json ------------------------------------------------------------------------------

ABOUT: dict[str, tuple[Any, str]] = {
    "format": ("another-package", "format"),
    "version": (3, "version"),
    "status": ("draft", "Status"),
    "audience": ("public", "audience"),
    "fund": ("Another Fund", "fund"),
    "round": ({"id": "x", "version": "1", "name": "Another"}, "name or version of the round"),
    "round-hash": (OTHER_HASH, "hash of the round"),
    "content-hash": (OTHER_HASH, "content hash"),
    "public-hash": (OTHER_HASH, "content hash of the public copy"),
    "phase": ("alpha", "phase"),
    "title": ("Another title", "title"),
    "lead": ("Oxford, district", "lead council"),
    "partners": (["Oxford, district"], "list of partners"),
    "requested": ("1.00", "sum asked for"),
    "contributed": ("1.00", "sum contributed"),
    "whole-project": ("1.00", "sum for the whole project"),
    "last-changed": ("2018-11-01T00:00:00+00:00", "time of the last change"),
    "closes": ("2019-11-01T00:00:00+00:00", "closing time"),
    "changed-after-closing": (True, "answer to whether it was changed after closing"),
}


def test_every_line_of_package_json_is_tried() -> None:
    told = json.loads(opened(package()).bag.payload["package.json"])
    assert list(ABOUT) == list(told)
    assert all(told[name] != value for name, (value, _) in ABOUT.items())


def in_each_copy(names: Iterable[str], *public: str) -> list[Any]:
    """Every line of the full copy; of the public one those it has otherwise, the others among the
    proofs."""
    proof = pytest.mark.proof
    return [
        *((name, "full") for name in names),
        *(pytest.param(n, "public", marks=() if n in public else proof) for n in names),
    ]


@pytest.mark.parametrize(
    ("name", "audience"),
    in_each_copy(ABOUT, "audience", "content-hash", "public-hash", "title"),
)
def test_each_line_of_package_json_is_compared(name: str, audience: str) -> None:
    value, words = ABOUT[name]
    if (name, audience) == ("audience", "public"):
        value = "full"
    if (name, audience) == ("content-hash", "public"):
        words = "package.json states “content-hash”, which bidwriter does not write"
    found = bent(in_json("package.json", setting(name, value)), audience)
    assert any(words in note for note in found.notes)
    assert not found.whole


@pytest.mark.parametrize("name", ABOUT)
def test_each_line_of_package_json_is_missed(name: str) -> None:
    found = bent(in_json("package.json", leaving_out(name)))
    words = "status" if name == "status" else ABOUT[name][1]
    assert f"package.json does not state the {words}" in found.notes


def test_nobody_knows_a_third_status_and_a_strange_line_is_said() -> None:
    def both(payload: dict[str, bytes], info: dict[str, str]) -> None:
        in_json("package.json", setting("status", "agreed"))(payload, info)
        info["Status"] = "agreed"

    assert bent(both).notes == ("package.json states a status that is neither final nor draft",)
    notes = bent(in_json("package.json", setting("approved", "yes"))).notes
    assert notes == ("package.json states “approved”, which bidwriter does not write",)


@pytest.mark.parametrize("data", [b"[]", b"{", b""])
def test_a_package_json_that_says_nothing(data: bytes) -> None:
    def bend(payload: dict[str, bytes], _info: dict[str, str]) -> None:
        payload["package.json"] = data

    assert any("package.json" in note for note in bent(bend).notes)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("version", True),
        ("version", "1"),
        ("changed-after-closing", 0),
        ("changed-after-closing", None),
        ("partners", None),
        ("title", BID.title.upper()),
        ("lead", "hambleton, district"),
        ("requested", "78400"),
        ("content-hash", ""),
        ("content-hash", content_hash(BID)[:-1]),
    ],
)
def test_what_is_nearly_the_same_is_not(name: str, value: Any) -> None:
    notes = bent(in_json("package.json", setting(name, value))).notes
    assert f"package.json states another {ABOUT[name][1]} than the bid in it" in notes


@pytest.mark.parametrize(
    ("name", "value"),
    [("Lead", "hambleton, district"), ("Title", BID.title.upper()), ("Status", "Final")],
)
def test_a_line_of_bag_info_in_other_letters_is_another(name: str, value: str) -> None:
    (note,) = bent(lambda _, info: info.update({name: value})).notes
    assert note == f"bag-info.txt states another “{name}” than the bid in it"


@pytest.mark.parametrize(("late", "said"), [(0, "no"), (1, "yes")])
def test_changed_in_the_closing_minute_is_in_time(late: int, said: str) -> None:
    closing = BID.round.closing
    assert closing
    when = (closing + timedelta(seconds=late)).astimezone(UTC)
    bid = rebuilt(BID, changed=Stamp(when=when))
    data = make_package(
        bid, contents(), Wanted("final", "full", frozenset(), prose_decided=True), NOW
    ).data
    found = opened(data)
    assert found.bag.info["Changed-After-Closing"] == said
    assert json.loads(found.bag.payload["package.json"])["changed-after-closing"] is bool(late)
    assert report(found).whole


def test_a_title_with_spaces_is_the_same_in_one_line() -> None:
    bid = rebuilt(set_typed(BID, "title", "Moving   once"), changed=BID.changed)
    data = make_package(
        bid, contents(), Wanted("final", "full", frozenset(), prose_decided=True), NOW
    ).data
    assert report(opened(data)).whole


@pytest.mark.parametrize(
    "personal",
    [
        *("title", "cost-lines"),
        *(pytest.param(q, marks=pytest.mark.proof) for q in ("partners", "appraisal", "summary")),
    ],
)
def test_what_a_public_copy_withholds_stands_nowhere_in_its_package(personal: str) -> None:
    data = data_of(BID.round)
    for question in data["questions"]:
        question["personal"] = question.get("personal", False) or question["id"] == personal
    bid = set_typed(take_round(BID, read_round(data)), "title", "Quokka at home")
    wanted = Wanted("final", "public", frozenset(), prose_decided=True)
    made = make_package(bid, contents(), wanted, NOW)
    assert report(opened(made.data)).notes == ()
    about = json.loads(opened(made.data).bag.payload["package.json"])
    shown = public_bid(bid)
    assert (about["title"], about["requested"]) == (shown.title, f"{totals(shown).fund:.2f}")
    if personal == "title":
        assert "quokka" not in made.name
        assert all(b"Quokka" not in part for part in opened(made.data).bag.payload.values())


def test_what_is_withheld_must_be_stated_all_the_same() -> None:
    data = data_of(BID.round)
    next(q for q in data["questions"] if q["id"] == "title")["personal"] = True
    bid = take_round(BID, read_round(data))
    wanted = Wanted("final", "public", frozenset(), prose_decided=True)
    whole = opened(make_package(bid, contents(), wanted, NOW).data)
    payload = dict(whole.bag.payload)
    in_json("package.json", leaving_out("title"))(payload, {})
    info = {name: value for name, value in whole.bag.info.items() if name != "Payload-Oxum"}
    notes = report(opened(bag.write("package", payload, info))).notes
    assert "package.json does not state the title" in notes


# --- bag-info.txt ------------------------------------------------------------------------------

INFO = (
    "Bagging-Date", "Source-Organization", "External-Identifier", "External-Description", "Fund",
    "Round", "Phase", "Lead", "Title", "Requested", "Contributed", "Whole-Project", "Round-Closes",
    "Changed-After-Closing", "Status", "Audience", "Content-Hash", "Public-Hash", "Round-Hash",
)  # fmt: skip


def test_every_line_of_bag_info_is_tried() -> None:
    own = {"Bag-Software-Agent", "Build", "Payload-Oxum"}
    assert {*INFO} == {*opened(package()).bag.info} - own


@pytest.mark.parametrize(
    ("name", "audience"), in_each_copy(INFO, "Audience", "Content-Hash", "Public-Hash", "Title")
)
def test_each_line_of_bag_info_is_compared(name: str, audience: str) -> None:
    if (name, audience) == ("Content-Hash", "public"):
        notes = bent(lambda _, info: info.update({name: "x"}), audience).notes
        assert notes == ("bag-info.txt has a line “Content-Hash”, which bidwriter does not write",)
        return
    notes = bent(lambda _, info: info.update({name: "something else"}), audience).notes
    assert notes == (f"bag-info.txt states another “{name}” than the bid in it",)
    notes = bent(lambda _, info: info.update({name: ""}), audience).notes
    assert notes == (f"bag-info.txt states another “{name}” than the bid in it",)


@pytest.mark.parametrize("name", INFO)
def test_each_line_of_bag_info_is_missed(name: str) -> None:
    def bend(_payload: dict[str, bytes], info: dict[str, str]) -> None:
        del info[name]

    assert bent(bend).notes == (f"bag-info.txt has no line “{name}”",)


def test_a_strange_line_of_bag_info_is_said() -> None:
    notes = bent(lambda _, info: info.update({"Approved-By": "Nobody"})).notes
    assert notes == ("bag-info.txt has a line “Approved-By”, which bidwriter does not write",)


def test_of_a_strange_name_forty_letters_are_said() -> None:
    name = "N" * 41
    said = "N" * 40
    (note,) = bent(lambda _, info: info.update({name: "x"})).notes
    assert note.startswith(f"bag-info.txt has a line “{said}”")
    (note,) = bent(in_json("package.json", setting(name, "x"))).notes
    assert note.startswith(f"package.json states “{said}”")
    asked_twice = bent(in_json("bid.json", another_question(name.lower()))).notes
    assert any(note.startswith(f"bid.json holds “{said.lower()}”") for note in asked_twice)


def another_question(id_: str) -> Callable[[dict[str, Any]], None]:
    return lambda told: told["questions"].append(told["questions"][0] | {"id": id_})


# --- bid.json ----------------------------------------------------------------------------------


def first_entry(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """The first question whose answer is text, with `name` bent."""

    def change(told: dict[str, Any]) -> None:
        next(e for e in told["questions"] if e["kind"] == "rich-text")[name] = value

    return change


def of_round(name: str, value: str) -> Callable[[dict[str, Any]], None]:
    return lambda told: told["round"].update({name: value})


def of_attachment(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda told: told["attachments"][-1].update({name: value})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (leaving_out("figures"), "bid.json does not state the figures"),
        (leaving_out("figures-in-prose"), "bid.json does not state the live figures"),
        (leaving_out("content-hash"), "bid.json does not state the content hash"),
        (of_round("hash", ""), "bid.json does not state the hash of the round"),
        (of_round("name", "Another"), "bid.json states another name or version of the round"),
        (of_round("version", "9"), "bid.json states another name or version of the round"),
        (of_round("id", "another"), "bid.json states another name or version of the round"),
        (setting("content-hash", OTHER_HASH), "content hash is not the hash of the content"),
        (setting("own-deadline", "2018-11-01"), "bid.json holds “own-deadline”"),
        (first_entry("number", "99"), "states another number or limit than the round"),
        (first_entry("limit", 9), "states another number or limit than the round"),
        (first_entry("limit-unit", "characters"), "states another number or limit than the round"),
        (setting("kept", [{"id": "x", "kind": "yes-no", "answer": True}]), "bid.json holds “kept”"),
        (
            lambda told: told["questions"].append(told["questions"][0] | {"id": "more"}),
            "bid.json holds “more”, which is not asked",
        ),
        (first_entry("text", "Another"), "states words or a count"),
        (first_entry("count", 1), "states words or a count"),
        (first_entry("wording", "Another?"), "states words or a count"),
        (lambda told: told["questions"].pop(), "bid.json leaves out “"),
        (lambda told: told["questions"].reverse(), "in another order than the round"),
        (of_attachment("file", "other.pdf"), "is stated under another file name"),
        (of_attachment("size", 1), "is not of the stated size"),
    ],
)
def test_what_the_record_states_is_compared(
    change: Callable[[dict[str, Any]], None], words: str
) -> None:
    assert any(words in note for note in bent(in_json("bid.json", change)).notes)


WITHHELD = {"withheld": True}


def of_question(id_: str, entry: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
    return lambda told: next(e for e in told["questions"] if e["id"] == id_).update(entry)


@pytest.mark.parametrize("audience", ["full", "public"])
@pytest.mark.parametrize("entry", [{"answer": WITHHELD}, {"text": WITHHELD}])
def test_nothing_can_be_hidden_from_comparing(audience: str, entry: dict[str, Any]) -> None:
    notes = bent(in_json("bid.json", of_question("title", entry)), audience).notes
    assert any(re.match("bid.json withholds “.*”, which is not personal", note) for note in notes)


def test_a_public_copy_that_tells_what_is_personal_is_said() -> None:
    told = of_question("contact-email", {"answer": "joan@york.gov.uk", "text": "joan@york.gov.uk"})
    notes = bent(in_json("bid.json", told), "public").notes
    assert any("though it is personal and this copy is public" in note for note in notes)


def test_a_package_json_cannot_be_taken_for_a_list_of_nothing() -> None:
    def bend(payload: dict[str, bytes], _info: dict[str, str]) -> None:
        payload["package.json"] = b"{}"

    notes = bent(bend).notes
    assert len([note for note in notes if "package.json does not state the" in note]) == len(ABOUT)


def test_an_order_is_only_said_where_nothing_is_missing() -> None:
    def change(told: dict[str, Any]) -> None:
        told["questions"] = told["questions"][:0:-1]

    notes = bent(in_json("bid.json", change)).notes
    assert any("bid.json leaves out “" in note for note in notes)
    assert not any("in another order" in note for note in notes)
