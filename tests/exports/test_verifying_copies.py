"""Verifying what stands beside the record: the PDF, public copies, and packages of old."""

import io
import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from making import NOW, SAMPLE, sample

from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.typed.setting import set_typed
from bidwriter.cli import run
from bidwriter.exports.about import Audience, Status
from bidwriter.exports.build import build, worked_out
from bidwriter.exports.package import Wanted, make_package
from bidwriter.exports.public import public_bid
from bidwriter.exports.verifying import Report, lines, report, verify
from bidwriter.files.container import bag
from bidwriter.files.container.bid_file import Opened, open_file, read_bag

OLD = Path(__file__).parent.parent / "old_files"
PHONE = "01609 123456"


@lru_cache(maxsize=8)
def made(status: Status = "final", audience: Audience = "full", title: str = "") -> bytes:
    bid = set_typed(sample(), "contact-phone", PHONE)
    bid = set_typed(bid, "title", title) if title else bid
    wanted = Wanted(status, audience, prose_decided=True)
    return make_package(bid, open_file(SAMPLE).contents, wanted, NOW).data


def opened(data: bytes) -> Opened:
    return read_bag(bag.read_open(io.BytesIO(data), len(data), "a.zip"), "a.zip")


def with_(data: bytes, parts: dict[str, bytes], info: dict[str, str]) -> Report:
    """What is found where these parts and lines stand in a package, all checksums made anew."""
    whole = opened(data)
    told = {**whole.bag.info, **info}
    told = {name: value for name, value in told.items() if value and name != "Payload-Oxum"}
    return report(opened(bag.write("package", {**whole.bag.payload, **parts}, told)))


# --- the PDF -----------------------------------------------------------------------------------

NOT_PRINTED = ("bid.pdf is not what this bidwriter prints of the bid",)
NOT_INSIDE = ("bid.pdf does not hold the bid.json that is beside it",)


@pytest.mark.parametrize(
    ("status", "audience"),
    [
        *(("final", "full"), ("draft", "public")),
        *(
            pytest.param(*copy, marks=pytest.mark.proof)
            for copy in (("draft", "full"), ("final", "public"))
        ),
    ],
)
def test_the_pdf_is_printed_again(status: Status, audience: Audience) -> None:
    found = report(opened(made(status, audience)))
    assert (found.notes, found.not_compared) == ((), ())


@pytest.mark.parametrize(
    "pdf",
    [
        lambda: opened(made(title="Another bid")).bag.payload["bid.pdf"],
        lambda: opened(made("draft")).bag.payload["bid.pdf"],
        lambda: opened(made()).bag.payload["bid.pdf"] + b"\n",
        lambda: b"%PDF-1.7 nothing",
    ],
    ids=["another bid's", "the draft's", "one byte more", "no PDF"],
)
def test_any_other_pdf_of_this_build_is_found(pdf: Callable[[], bytes]) -> None:
    assert with_(made(), {"bid.pdf": pdf()}, {}).notes == NOT_PRINTED


@pytest.mark.parametrize(
    ("stated", "why"),
    [("0" * 64, "another build of bidwriter made it"), ("", "an earlier bidwriter made it")],
)
def test_of_another_build_the_record_inside_is_compared(stated: str, why: str) -> None:
    build_line = {"Build": stated}
    found = with_(made(), {}, build_line)
    assert found.notes == ()
    assert found.not_compared == (f"What bid.pdf prints was not compared: {why}",)
    pdf = opened(made()).bag.payload["bid.pdf"]
    others = opened(made(title="Another bid")).bag.payload["bid.pdf"]
    for bent in (
        others,
        pdf.replace(b"/EmbeddedFile ", b"/embeddedFile "),
        pdf + others,
        pdf.replace(b"stream\nx\x9c", b"stream\nyy"),
        b"%PDF-1.7",
    ):
        found = with_(made(), {"bid.pdf": bent}, build_line)
        assert (found.notes, found.not_compared) == (NOT_INSIDE, ())


def test_a_build_is_known_by_its_code() -> None:
    assert build() == worked_out() == opened(made()).bag.info["Build"]
    assert len(build()) == 64


# --- public copies -----------------------------------------------------------------------------


def test_a_public_copy_states_a_hash_of_its_own_alone() -> None:
    full, public = opened(made()), opened(made("final", "public"))
    secret = content_hash(full.bid)
    assert all(secret.encode() not in part for part in public.bag.payload.values())
    assert secret not in str(public.bag.info)
    own = json.loads(public.bag.payload["bid.json"])["public-hash"]
    assert own == content_hash(public_bid(full.bid)) == report(public).content_hash
    about = json.loads(full.bag.payload["package.json"])
    assert (about["content-hash"], about["public-hash"]) == (secret, own)


def test_whatever_the_telephone_number_is_the_public_copy_is_the_same() -> None:
    bids = [set_typed(sample(), "contact-phone", number) for number in (PHONE, "01609 654321")]
    wanted = Wanted("final", "public", prose_decided=True)
    one, other = (make_package(bid, {}, wanted, NOW).data for bid in bids)
    assert one == other


def test_a_public_hash_that_is_not_its_own_is_said() -> None:
    public = opened(made("final", "public"))
    told = json.loads(public.bag.payload["bid.json"]) | {"public-hash": "0" * 64}
    found = with_(made("final", "public"), {"bid.json": json.dumps(told).encode()}, {})
    assert "The stated content hash is not the hash of the content" in found.notes


# --- packages of old ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(OLD.glob("package-*.zip")), ids=lambda path: path.stem)
def test_a_package_of_a_release_is_whole_for_ever(path: Path) -> None:
    found = verify(path)
    assert found.whole
    assert found.content_hash == "5774d9071f03dbe300296b89da8fbc34952f82c8fd1474f1cf298997a3693918"
    said = "\n".join(found.not_compared)
    assert "What bid.pdf prints was not compared: an earlier bidwriter made it" in said
    assert ("the full bid’s and cannot be worked out" in said) == ("public" in path.stem)


# --- the hash that one was told ----------------------------------------------------------------


@pytest.fixture
def verified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    path = tmp_path / "a.zip"
    path.write_bytes(made())

    def call(given: str) -> tuple[int, str]:
        status = run(["verify", str(path), "--content-hash", given])
        streams = capsys.readouterr()
        return status, streams.out + streams.err

    return call


def test_the_hash_that_was_told_is_compared(verified: Any) -> None:
    true = content_hash(opened(made()).bid)
    grouped = " ".join(true[at : at + 4] for at in range(0, 64, 4))
    for given in (true, true.upper(), grouped, f"sha256 {true}"):
        status, said = verified(given)
        assert status == 0
        assert "Its content hash is the one you gave" in said
    status, said = verified("0" * 64)
    assert status == 1
    assert "Its content hash is not the one you gave: these are other answers" in said
    for given in ("", "abc", true[:-1], true + "0"):
        status, said = verified(given)
        assert status == 2
        assert "64 characters" in said


def test_the_lines_name_the_public_copys_hash() -> None:
    full = opened(made())
    assert f"Content hash of its public copy: {content_hash(public_bid(full.bid))}" in lines(
        report(full)
    )
