"""The container: what goes in comes out, any BagIt tool can check it, and no file can do harm."""

import hashlib
import io
import os
import struct
import subprocess
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import SAMPLE, copy_of_sample, sample

from bidwriter.files.container import bag, unpacking
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.files.disk.trouble import DamagedError, FileTroubleError, NotABidError, TooLargeError

PATHS = st.from_regex(r"[a-z]{1,8}(/[a-z0-9]{1,8})?\.txt", fullmatch=True)
SLOW = settings(max_examples=tries(150))


@given(st.dictionaries(PATHS, st.binary(max_size=200), max_size=6))
def test_a_bag_comes_back_and_is_whole(payload: dict[str, bytes]) -> None:
    data = bag.write("bid", payload, {"Title": "one\ntwo"})
    read = bag.read_open(io.BytesIO(data), len(data), "x.bid")
    assert read.payload == payload
    assert read.whole
    assert read.info["Title"] == "one two"
    assert bag.write("bid", payload, {"Title": "one\ntwo"}) == data


def test_the_sample_is_the_same_bytes_again() -> None:
    assert bid_bytes(sample(), {}) == SAMPLE.read_bytes()


def test_other_tools_can_check_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(SAMPLE) as archive:
        archive.extractall(tmp_path)
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "manifest-sha256.txt", "tagmanifest-sha256.txt"],
        cwd=tmp_path / "bid", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    info = (tmp_path / "bid" / "bag-info.txt").read_text("utf-8")
    files = [p for p in (tmp_path / "bid" / "data").rglob("*") if p.is_file()]
    oxum = f"Payload-Oxum: {sum(p.stat().st_size for p in files)}.{len(files)}"
    assert oxum in info


def rewritten(
    target: Path, change: dict[str, bytes | None], extra: dict[str, bytes] | None = None
) -> Path:
    """The sample with members replaced (None: left out) and added, checksums as they were."""
    with zipfile.ZipFile(SAMPLE) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            data = change.get(entry.filename, old.read(entry))
            if data is not None:
                new.writestr(entry.filename, data)
        for name, data in (extra or {}).items():
            new.writestr(name, data)
    return target


def test_what_was_changed_added_and_missing_is_told_apart(tmp_path: Path) -> None:
    with zipfile.ZipFile(SAMPLE) as archive:
        record = archive.read("bid/data/bid.json")
    path = rewritten(
        tmp_path / "a.bid",
        {"bid/data/bid.json": record.replace(b"moves a", b"moves b")},
        {"bid/data/more.txt": b"x"},
    )
    standing = {entry.path: entry.standing for entry in open_file(path).bag.entries}
    assert standing["data/bid.json"] == "changed"
    assert standing["data/more.txt"] == "added"
    assert standing["data/round.json"] == "whole"
    path = rewritten(tmp_path / "b.bid", {"bid/bag-info.txt": None})
    standing = {entry.path: entry.standing for entry in open_file(path).bag.entries}
    assert standing["bag-info.txt"] == "missing"


def zipped(*entries: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def listed_as(row: str) -> bag.Bag:
    """A bag of one file, which its list of checksums names like this."""
    tags = {"bagit.txt": DECLARED, "manifest-sha256.txt": row.encode()}
    rows = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in tags.items()]
    tags["tagmanifest-sha256.txt"] = "".join(rows).encode()
    entries = [(f"bid/{name}", data) for name, data in tags.items()]
    data = zipped(*entries, ("bid/data/a.txt", b"x"))
    return bag.read_open(io.BytesIO(data), len(data), "x.bid")


SHA = hashlib.sha256(b"x").hexdigest()


@pytest.mark.parametrize(
    ("row", "whole"),
    [
        (f"{SHA}  data/a.txt\n", True),
        (f"{SHA.upper()}  data/a.txt\n", True),
        (f"{SHA[:32]}{SHA[32:].upper()}\t*data/a.txt\r\n", True),
        (f"{SHA}  ./data/a.txt\n\n", True),
        (f"{SHA}  data/a.txt\n{SHA.upper()}  data/a.txt\n", False),
        (f"\ufeff{SHA}  data/a.txt", True),
        (f"{SHA[::-1]}  data/a.txt\n", False),
        (f"{SHA[:-1]}  data/a.txt\n", False),
        (f"{SHA}0  data/a.txt\n", False),
        (f"{SHA}  data/a.txt\n{SHA[::-1]}  data/a.txt\n", False),
        (f"{SHA}  data/A.txt\n", False),
        ("", False),
    ],
)
def test_a_list_of_checksums_is_read_as_any_tool_writes_it(row: str, whole: bool) -> None:
    assert listed_as(row).whole is whole


@pytest.mark.parametrize(
    "row",
    [
        "no sum  data/a.txt\n",
        f"{SHA}data/a.txt\n",
        f"{SHA}  \n",
    ],
)
def test_a_list_of_checksums_that_says_nothing_plain_is_damage(row: str) -> None:
    with pytest.raises(DamagedError, match="list of checksums"):
        listed_as(row)


HOSTILE = {
    "empty": b"",
    "text": b"hello",
    "zip of something else": zipped(("a.txt", b"x")),
    "not ours": zipped(("bag/bagit.txt", b"BagIt-Version: 1.0\n")),
    "up and out": zipped(("bid/bagit.txt", b"x"), ("bid/../../evil", b"x")),
    "absolute": zipped(("/etc/evil", b"x"), ("bid/bagit.txt", b"x")),
    "drive": zipped(("bid/c:evil", b"x"), ("bid/bagit.txt", b"x")),
    "backslash": zipped(("bid\\..\\evil", b"x"), ("bid/bagit.txt", b"x")),
    "same name in other case": zipped(("bid/bagit.txt", b"x"), ("bid/BAGIT.txt", b"x")),
    "same name composed": zipped(
        ("bid/bagit.txt", b"x"), ("bid/\u00e9", b"x"), ("bid/e\u0301", b"x")
    ),
    "bomb": zipped(
        ("bid/bagit.txt", b"x"), ("bid/data/a", b"\0" * 60_000_000), method=zipfile.ZIP_DEFLATED
    ),
    "thousands": zipped(*((f"bid/{n}", b"") for n in range(5000))),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.bid"
    path.write_bytes(HOSTILE[name])
    before = sorted(tmp_path.iterdir())
    tracemalloc.start()
    with pytest.raises(FileTroubleError) as error:
        open_file(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 30_000_000
    assert "\n" not in str(error.value)
    assert path.read_bytes() == HOSTILE[name]
    assert sorted(tmp_path.iterdir()) == before


def test_a_link_and_a_password_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("bid/data/link")
    link.external_attr = 0o120777 << 16
    path = tmp_path / "x.bid"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("bid/bagit.txt", "x")
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(DamagedError, match="link"):
        open_file(path)
    data = bytearray(SAMPLE.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(DamagedError, match="password"):
        open_file(path)


def test_a_lying_size_does_not_fill_the_memory(tmp_path: Path) -> None:
    data = bytearray(
        zipped(("bid/bagit.txt", b"BagIt-Version: 1.0\n"), ("bid/data/a", b"x" * 1000))
    )
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 399_000_000)
    path = tmp_path / "x.bid"
    path.write_bytes(data)
    with pytest.raises(FileTroubleError):
        open_file(path)


@SLOW
@given(st.integers(0, 10**9), st.integers(1, 8))
def test_flipped_bits_are_noticed_or_refused(tmp_path: Path, seed: int, many: int) -> None:
    data = bytearray(SAMPLE.read_bytes())
    for n in range(many):
        at = int.from_bytes(hashlib.sha256(f"{seed}-{n}".encode()).digest()[:6], "big") % len(data)
        data[at] ^= 1 << (seed % 8)
    path = tmp_path / "x.bid"
    path.write_bytes(data)
    try:
        opened = open_file(path)
    except FileTroubleError as error:
        assert "\n" not in str(error)
    else:
        assert not opened.whole or opened.bid == sample()


@SLOW
@given(st.integers(0, 2000))
def test_torn_files_are_refused(tmp_path: Path, permille: int) -> None:
    data = SAMPLE.read_bytes()
    path = tmp_path / "x.bid"
    path.write_bytes(data[: len(data) * permille // 2001])
    with pytest.raises(FileTroubleError):
        open_file(path)


@SLOW
@given(st.binary(max_size=400))
def test_any_bytes_for_the_record_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    payload = {"bid.json": data, "round.json": b"{}"}
    path = tmp_path / "x.bid"
    path.write_bytes(bag.write("bid", payload, {}))
    with pytest.raises(FileTroubleError):
        open_file(path)


def test_folders_and_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileTroubleError):
        open_file(tmp_path)
    with pytest.raises(FileTroubleError, match="not there"):
        open_file(tmp_path / "none.bid")


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.bid"
    with path.open("wb") as file:
        os.truncate(file.fileno(), unpacking.LARGEST_FILE + 1)
    with pytest.raises(TooLargeError):
        open_file(path)


def test_a_bag_of_somebody_else_is_not_a_bid(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(bag.write("other", {"letter.txt": b"Dear all"}, {}))
    with pytest.raises(NotABidError):
        open_file(path)
    assert copy_of_sample(tmp_path).exists()
