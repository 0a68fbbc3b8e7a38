"""Packages with one line bent and all checksums made anew: what can be worked out again shows it,
and nothing is claimed that nobody can know."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from making import NOW, SAMPLE, sample

from bidwriter.bids.bid import Attachment, rebuilt
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.editing import attach, take_round
from bidwriter.bids.person import Stamp
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.typed.setting import set_typed
from bidwriter.exports.package import Wanted, make_package
from bidwriter.exports.public import public_bid
from bidwriter.exports.schemas import RELEASED, schema_bytes
from bidwriter.exports.verifying import Report, lines, report
from bidwriter.files.container import bag
from bidwriter.files.container.bid_file import Opened, open_file, read_bag
from bidwriter.rounds.round import data_of, read_round

OTHER_HASH = "0" * 64
PLAN = b"%PDF-1.7 a plan"
BID = attach(
    set_typed(sample(), "support", "We ask for {{figure:requested}}."),
    Attachment(
        sha256=hashlib.sha256(PLAN).hexdigest(),
        name="Plan.pdf",
        type="application/pdf",
        size=len(PLAN),
    ),
)
PUBLIC = public_bid(BID, frozenset(a.sha256 for a in BID.attachments))
Bend = Callable[[dict[str, bytes], dict[str, str]], None]


@lru_cache(maxsize=2)
def package(audience: str = "full") -> bytes:
    """The sample with an attachment, as a package."""
    ticked = frozenset(a.sha256 for a in BID.attachments)
    wanted = Wanted(
        "final", "public" if audience == "public" else "full", ticked, prose_decided=True
    )
    return make_package(BID, contents(), wanted, NOW).data


def contents() -> dict[str, bytes]:
    """The bytes of all attachments."""
    return {**open_file(SAMPLE).contents, hashlib.sha256(PLAN).hexdigest(): PLAN}


def opened(data: bytes) -> Opened:
    return read_bag(bag.read_open(io.BytesIO(data), len(data), "a.zip"), "a.zip")


def bent(bend: Bend, audience: str = "full") -> Report:
    """What is found of the package after `bend` changed its parts or bag-info.txt, and whoever did
    it made every checksum anew."""
    whole = opened(package(audience))
    payload = dict(whole.bag.payload)
    info = {name: value for name, value in whole.bag.info.items() if name != "Payload-Oxum"}
    bend(payload, info)
    found = report(opened(bag.write("package", payload, info)))
    assert all(entry.standing == "whole" for entry in found.entries)
    return found


def in_json(part: str, change: Callable[[dict[str, Any]], None]) -> Bend:
    def bend(payload: dict[str, bytes], _info: dict[str, str]) -> None:
        told = json.loads(payload[part])
        change(told)
        payload[part] = json.dumps(told).encode()

    return bend


def setting(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda told: told.update({name: value})


def leaving_out(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda told: told.pop(name)


@pytest.mark.parametrize("audience", ["full", "public"])
def test_a_package_as_it_was_made_claims_no_more_than_is_known(audience: str) -> None:
    found = report(opened(package(audience)))
    assert found.whole
    said = "\n".join(lines(found))
    assert f"All {len(found.entries)} files match the checksums in this package" in said
    assert "it does not show who made it" in said
    assert f"Content hash: {content_hash(BID if audience == 'full' else PUBLIC)}" in said
    assert not re.search(r"unchanged|nothing has changed|as it was made|proves?\b", said, re.I)
    assert "ot compared" not in said


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


@pytest.mark.parametrize("audience", ["full", "public"])
@pytest.mark.parametrize("name", ABOUT)
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


@pytest.mark.parametrize("personal", ["title", "partners", "cost-lines", "appraisal", "summary"])
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


@pytest.mark.parametrize("audience", ["full", "public"])
@pytest.mark.parametrize("name", INFO)
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


# --- parts -------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["bid.pdf", "bid.schema.json"])
def test_a_missing_part_is_said(part: str) -> None:
    def bend(payload: dict[str, bytes], _info: dict[str, str]) -> None:
        del payload[part]

    assert bent(bend).notes == (f"The package has no {part}",)


@pytest.mark.parametrize(
    ("part", "data", "words"),
    [
        ("bid.schema.json", b"", "bid.schema.json is no schema that this bidwriter knows"),
        ("bid.schema.json", b"{}", "bid.schema.json is no schema that this bidwriter knows"),
        ("bid.pdf", b"", "bid.pdf is no PDF"),
        ("bid.pdf", b"not a pdf", "bid.pdf is no PDF"),
        ("strange.exe", b"MZ", "The package holds strange.exe, which bidwriter does not put there"),
        ("attachments/other.pdf", b"x", "The package holds attachments/other.pdf, which"),
    ],
)
def test_a_bent_or_strange_part_is_said(part: str, data: bytes, words: str) -> None:
    (note,) = bent(lambda payload, _: payload.update({part: data})).notes
    assert note.startswith(words)


def test_a_public_copy_has_no_history() -> None:
    def bend(payload: dict[str, bytes], _info: dict[str, str]) -> None:
        payload["history.jsonl"] = b"{}"

    assert bent(bend).whole
    (note,) = bent(bend, "public").notes
    assert note.startswith("The package holds history.jsonl")


def test_an_attachment_that_is_not_there_is_said() -> None:
    def bend(payload: dict[str, bytes], _info: dict[str, str]) -> None:
        del payload["attachments/plan.pdf"]

    notes = bent(bend).notes
    assert "The attachment “Plan.pdf” is not in the file" in notes
    assert not any("stated size" in note for note in notes)


def zipped(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The zip with some of its files changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    change(files)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def relisted(files: dict[str, bytes]) -> None:
    """The list of the bag's own files, anew."""
    own = [n for n in files if "/data/" not in n and "tagmanifest" not in n]
    rows = [f"{hashlib.sha256(files[n]).hexdigest()}  {n.partition('/')[2]}\n" for n in own]
    files["package/tagmanifest-sha256.txt"] = "".join(rows).encode()


def test_a_strange_file_beside_the_data_is_said() -> None:
    def change(files: dict[str, bytes]) -> None:
        files["package/approved.txt"] = b"yes"
        relisted(files)

    found = report(opened(zipped(package(), change)))
    assert found.notes == ("The package holds approved.txt, which bidwriter does not put there",)


def test_checksums_in_capitals_are_the_same() -> None:
    def change(files: dict[str, bytes]) -> None:
        manifest = files["package/manifest-sha256.txt"].decode()
        files["package/manifest-sha256.txt"] = re.sub(
            r"^\w{64}", lambda digest: digest[0].upper(), manifest, flags=re.M
        ).encode()
        relisted(files)

    assert report(opened(zipped(package(), change))).whole

    def upper(payload: dict[str, bytes], info: dict[str, str]) -> None:
        for part in ("bid.json", "package.json"):
            told = json.loads(payload[part])
            told |= {name: told[name].upper() for name in told if name.endswith("-hash")}
            payload[part] = json.dumps(told).encode()
        told = json.loads(payload["bid.json"])
        told["round"]["hash"] = told["round"]["hash"].upper()
        payload["bid.json"] = json.dumps(told).encode()
        for name in {"Content-Hash", "Public-Hash", "Round-Hash"} & {*info}:
            info[name] = f"sha256 {info[name].removeprefix('sha256 ').upper()}"

    # The PDF holds bid.json as it was.
    for audience in ("full", "public"):
        notes = bent(upper, audience).notes
        assert notes == ("bid.pdf is not what this bidwriter prints of the bid",)
    assert bent(upper, "public").content_hash == content_hash(PUBLIC)


def test_the_schema_of_each_release_is_known() -> None:
    changes = (Path(__file__).parents[2] / "CHANGELOG.md").read_text("utf-8")
    released = hashlib.sha256(schema_bytes()).hexdigest() in RELEASED.values()
    assert released or "## Unreleased" in changes
    assert [*RELEASED] == sorted(set(re.findall(r"^## (\d\S+)", changes, re.M)) & {*RELEASED})


# --- bid files ---------------------------------------------------------------------------------


def test_a_bid_file_is_held_to_its_lines_too() -> None:
    whole = open_file(SAMPLE)
    assert report(whole).whole
    info = {**whole.bag.info, "External-Description": "A bid being drafted: another"}
    del info["Payload-Oxum"]
    data = bag.write("bid", whole.bag.payload, info)
    (note,) = report(opened(data)).notes
    assert note == "bag-info.txt states another “External-Description” than the bid in it"


def test_damage_is_told_without_claiming_what_was_before() -> None:
    def change(files: dict[str, bytes]) -> None:
        files["package/data/bid.pdf"] += b" "
        files["package/data/more.txt"] = b""
        del files["package/data/bid.schema.json"]

    said = lines(report(opened(zipped(package(), change))))
    many = len(report(opened(package())).entries) + 1
    assert said[1].startswith(f"Something is wrong: 1 missing, 1 added, 1 changed of {many} files")
    assert "  data/bid.pdf does not match its checksum" in said
    assert "  data/more.txt is there, but is not listed" in said
    assert "  data/bid.schema.json is listed, but is not there" in said


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("bid.pdf",), "1 changed of"),
        (("bid.pdf", "bid.schema.json"), "2 changed of"),
    ],
)
def test_only_what_there_is_is_numbered(parts: tuple[str, ...], said: str) -> None:
    def change(files: dict[str, bytes]) -> None:
        for part in parts:
            files[f"package/data/{part}"] += b" "

    found = report(opened(zipped(package(), change)))
    assert found.finding.startswith(f"Something is wrong: {said}")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Lead",), "1 thing it states is not borne out"),
        (("Lead", "Title"), "2 things it states are not borne out"),
    ],
)
def test_only_what_is_not_borne_out_is_numbered(names: tuple[str, ...], said: str) -> None:
    found = bent(lambda _, info: info.update(dict.fromkeys(names, "other")))
    many = len(found.entries)
    assert found.finding == f"Something is wrong: all {many} files match their checksums; {said}"


def test_a_package_json_cannot_be_taken_for_a_list_of_nothing() -> None:
    def bend(payload: dict[str, bytes], _info: dict[str, str]) -> None:
        payload["package.json"] = b"{}"

    notes = bent(bend).notes
    assert len([note for note in notes if "package.json does not state the" in note]) == len(ABOUT)


def test_a_history_in_a_package_is_not_compared_and_that_is_said() -> None:
    def bend(payload: dict[str, bytes], _info: dict[str, str]) -> None:
        payload["history.jsonl"] = b"{}"

    assert "The history was not compared with the bid" in bent(bend).not_compared
    assert not any("history" in words for words in report(opened(package())).not_compared)


def test_an_order_is_only_said_where_nothing_is_missing() -> None:
    def change(told: dict[str, Any]) -> None:
        told["questions"] = told["questions"][:0:-1]

    notes = bent(in_json("bid.json", change)).notes
    assert any("bid.json leaves out “" in note for note in notes)
    assert not any("in another order" in note for note in notes)
