"""What verifying finds of a package's parts and of a bid file, and in which words: nothing is
claimed that nobody can know."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from bent_packages import (
    BID,
    PUBLIC,
    bent,
    opened,
    package,
    relisted,
    zipped,
)
from making import SAMPLE

from bidwriter.bids.record.content_hash import content_hash
from bidwriter.exports.schemas import RELEASED, schema_bytes
from bidwriter.exports.verifying import lines, report
from bidwriter.files.container import bag
from bidwriter.files.container.bid_file import open_file


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


def test_a_package_that_states_no_content_hash_is_said_to() -> None:
    found = report(opened(package("public")))
    assert f"Content hash: {found.content_hash}" in lines(found)
    assert "Content hash: none stated" in lines(found._replace(content_hash=""))


def test_what_is_wrong_is_told_between_the_finding_and_what_it_means() -> None:
    found = bent(lambda _, info: info.update({"Lead": "other"}))
    title, finding, note, meaning, *_ = lines(found)
    assert title == f"Package: {BID.title}"
    assert finding.startswith("Something is wrong: all ")
    assert note == "  bag-info.txt states another “Lead” than the bid in it"
    assert meaning.startswith("Do not rely on this package: ask whoever sent it")
    assert lines(found._replace(title=""))[0] == "Package: no title"
    assert lines(report(open_file(SAMPLE)))[0].startswith("Bid file: ")


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
        assert notes == ("bid.pdf does not hold the bid.json that is beside it",)
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


def test_a_history_in_a_package_is_not_compared_and_that_is_said() -> None:
    def bend(payload: dict[str, bytes], _info: dict[str, str]) -> None:
        payload["history.jsonl"] = b"{}"

    assert "The history was not compared with the bid" in bent(bend).not_compared
    assert not any("history" in words for words in report(opened(package())).not_compared)
