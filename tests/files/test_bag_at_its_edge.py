"""Each guard of the container alone: a bag that is right but for one thing, and in which words it
is refused; and what is at a limit beside what is one above it."""

import hashlib
import io
import struct
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest

from bidwriter.files.container import bag, unpacking
from bidwriter.files.disk.trouble import DamagedError, FileTroubleError, NotABidError, TooLargeError

DECLARED = ("bid/bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
END, ENTRY = b"PK\x05\x06", b"PK\x01\x02"


def zipped(*entries: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def bagged(*more: tuple[str, bytes]) -> bytes:
    return zipped(DECLARED, *more)


def read(data: bytes) -> bag.Bag:
    return bag.read_open(io.BytesIO(data), len(data), "x.bid")


def bent(data: bytes, mark: bytes, at: int, form: str, value: int) -> bytes:
    """With one number of the zip's directory changed, in its last entry or its end."""
    changed = bytearray(data)
    struct.pack_into(form, changed, data.rfind(mark) + at, value)
    return bytes(changed)


def refused(data: bytes, kind: type[FileTroubleError], words: str) -> None:
    with pytest.raises(kind, match=words) as error:
        read(data)
    assert type(error.value) is kind


@pytest.mark.parametrize(
    "name",
    [
        *("bid/../evil", "bid/a/..", "bid/./evil", "bid//evil", "/bid/evil", "/", "bid/c:evil"),
        *("bid\\evil", "bid/data\\..\\evil"),
    ],
)
def test_a_name_that_leads_out_is_damage(name: str) -> None:
    refused(bagged((name, b"x")), DamagedError, "names a place outside itself")


@pytest.mark.parametrize("name", ["bid/data/..evil", "bid/data/a..b", "bid/data/.evil"])
def test_dots_within_a_name_lead_nowhere(name: str) -> None:
    assert name.removeprefix("bid/data/") in read(bagged((name, b"x"))).payload


def test_a_folder_within_is_no_file() -> None:
    assert read(bagged(("bid/data/", b""), ("bid/data/a", b"x"))).payload == {"a": b"x"}


@pytest.mark.parametrize(
    ("mode", "is_link"), [(0o120777, True), (0o120000, True), (0o100777, False), (0, False)]
)
def test_a_link_is_damage_whatever_its_permissions(mode: int, is_link: bool) -> None:
    data = bent(bagged(("bid/data/a", b"x")), ENTRY, 38, "<I", mode << 16)
    if is_link:
        refused(data, DamagedError, "holds a link")
    else:
        assert read(data).payload == {"a": b"x"}


@pytest.mark.parametrize(("flags", "locked"), [(1, True), (0x801, True), (0x800, False)])
def test_a_part_with_a_password_is_damage(flags: int, locked: bool) -> None:
    data = bent(bagged(("bid/data/a", b"x")), ENTRY, 8, "<H", flags)
    if locked:
        refused(data, DamagedError, "locked with a password")
    else:
        refused_not = bent(data, b"PK\x03\x04", 6, "<H", flags)
        assert read(refused_not).payload == {"a": b"x"}


@pytest.mark.parametrize(("one", "other"), [("A", "a"), ("\u00e9", "e\u0301"), ("\u1e9e", "ss")])
def test_names_that_some_disks_take_for_one_are_damage(one: str, other: str) -> None:
    data = bagged((f"bid/data/{one}", b"x"), (f"bid/data/{other}", b"x"))
    refused(data, DamagedError, "two files in it have the same name")


@pytest.mark.parametrize(("at", "form"), [(20, "<I"), (42, "<I")])
def test_a_part_longer_or_farther_than_the_whole_is_damage(at: int, form: str) -> None:
    data = bagged(("bid/data/a", b"x"))
    refused(bent(data, ENTRY, at, form, len(data) + 1), DamagedError, "longer than the whole")


def test_a_part_as_long_and_as_far_as_the_whole_is_looked_for() -> None:
    data = bagged(("bid/data/a", b"x"))
    assert read(bent(data, ENTRY, 20, "<I", len(data))).payload == {"a": b"x"}
    refused(bent(data, ENTRY, 42, "<I", len(data)), DamagedError, "its zip cannot be read")


@pytest.mark.parametrize("said", [0, 2])
def test_a_part_of_another_length_than_stated_is_damage(said: int) -> None:
    with pytest.raises(DamagedError):
        read(bent(bagged(("bid/data/a", b"x")), ENTRY, 24, "<I", said))


def test_a_part_that_cannot_be_unpacked_is_damage() -> None:
    packed = zipped(DECLARED, ("bid/data/a", b"one two three " * 9), method=zipfile.ZIP_DEFLATED)
    at = packed.index(b"bid/data/a") + len("bid/data/a")
    refused(packed[:at] + b"\xff" * 9 + packed[at + 9 :], DamagedError, "cannot be unpacked")


# --- limits --------------------------------------------------------------------------------------


def test_as_many_files_as_a_bid_can_have(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bagged(("bid/data/a", b""), ("bid/data/b", b""))
    monkeypatch.setattr(unpacking, "MOST_ENTRIES", 3)
    assert len(read(data).payload) == 2
    monkeypatch.setattr(unpacking, "MOST_ENTRIES", 2)
    refused(data, TooLargeError, "more files than a bid can have")
    fewer = bent(data, END, 10, "<H", 1)  # a directory that is longer than it says
    refused(fewer, TooLargeError, "unpacks to more")


def test_as_long_a_directory_as_a_bid_can_have(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bagged(("bid/data/a", b""))
    length = int.from_bytes(data[-10:-6], "little")
    monkeypatch.setattr(unpacking, "LARGEST_DIRECTORY", length)
    assert read(data).payload == {"a": b""}
    monkeypatch.setattr(unpacking, "LARGEST_DIRECTORY", length - 1)
    refused(data, TooLargeError, "more files than a bid can have")


def test_as_much_as_may_be_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bagged(("bid/data/a", b"12345"), ("bid/data/b", b"67"))
    whole = len(DECLARED[1]) + 7
    monkeypatch.setattr(unpacking, "LARGEST_WHOLE", whole)
    assert read(data).payload == {"a": b"12345", "b": b"67"}
    monkeypatch.setattr(unpacking, "LARGEST_WHOLE", whole - 1)
    refused(data, TooLargeError, "unpacks to more than bidwriter opens")


def test_as_large_a_file_as_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.bid"
    path.write_bytes(bagged(("bid/data/a", b"x")))
    monkeypatch.setattr(unpacking, "LARGEST_FILE", path.stat().st_size)
    assert bag.read(path).payload == {"a": b"x"}
    monkeypatch.setattr(unpacking, "LARGEST_FILE", path.stat().st_size - 1)
    with pytest.raises(TooLargeError, match="larger than bidwriter opens"):
        bag.read(path)


@pytest.mark.parametrize(("size", "refuses"), [(1_000_000, False), (1_000_001, True)])
def test_only_what_is_large_can_unpack_to_far_more_than_its_size(size: int, refuses: bool) -> None:
    data = zipped(DECLARED, ("bid/data/a", bytes(size)), method=zipfile.ZIP_DEFLATED)
    if refuses:
        refused(data, TooLargeError, "far more than its size")
    else:
        assert len(read(data).payload["a"]) == size


def test_as_steep_as_may_be_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    size = 1_000_001
    data = zipped(DECLARED, ("bid/data/a", bytes(size)), method=zipfile.ZIP_DEFLATED)
    packed = zipfile.ZipFile(io.BytesIO(data)).getinfo("bid/data/a").compress_size
    monkeypatch.setattr(unpacking, "STEEPEST", Fraction(size, packed))
    assert len(read(data).payload["a"]) == size
    monkeypatch.setattr(unpacking, "STEEPEST", Fraction(size - 1, packed))
    refused(data, TooLargeError, "far more than its size")


def test_all_together_may_not_unpack_to_far_more_either(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [(f"bid/data/{n}", bytes(1_000)) for n in range(50)]
    data = zipped(DECLARED, *parts, method=zipfile.ZIP_DEFLATED)
    whole = len(DECLARED[1]) + 50_000
    monkeypatch.setattr(unpacking, "STEEP_WHOLE", Fraction(whole - 1, len(data)))
    assert len(read(data).payload) == 50
    monkeypatch.setattr(unpacking, "LARGE_WHOLE", whole - 1)
    refused(data, TooLargeError, "far more than its size")
    monkeypatch.setattr(unpacking, "STEEP_WHOLE", Fraction(whole, len(data)))
    assert len(read(data).payload) == 50


def test_the_limits_are_those_that_are_published() -> None:
    assert (unpacking.LARGEST_FILE, unpacking.LARGEST_WHOLE) == (400_000_000, 400_000_000)
    assert (unpacking.MOST_ENTRIES, unpacking.LARGEST_DIRECTORY, unpacking.STEEPEST) == (
        1_000,
        1_000_000,
        200,
    )


# --- what is a bag ---------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"hell", b"PK", b"PK\x03\x05" + bagged()[4:]])
def test_what_is_no_zip_is_no_bid(data: bytes) -> None:
    refused(data, NotABidError, "is not a bid or a package")


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (("bid/data/a", b"x"),),
        (DECLARED, ("other/data/a", b"x")),
        (("bid/sub/bagit.txt", DECLARED[1]),),
        (("bid/bagit.txt", b"BagIt-Version 1.0\n"),),
        (("bid/bagit.txt", b"\nBagIt-Version: 1.0\n"),),
    ],
)
def test_a_zip_that_is_no_bag_is_no_bid(entries: tuple[tuple[str, bytes], ...]) -> None:
    refused(zipped(*entries), NotABidError, "is a zip, but not a bid")


def test_a_zip_with_a_remark_behind_it_is_read() -> None:
    data = bytearray(bagged(("bid/data/a", b"x")))
    data[-2:] = (65_535).to_bytes(2, "little")
    assert read(bytes(data) + b"." * 65_535).payload == {"a": b"x"}


@pytest.mark.parametrize("cut", [1, 21, 22])
def test_a_zip_without_its_whole_end_is_damage(cut: int) -> None:
    refused(bagged(("bid/data/a", b"x"))[:-cut], DamagedError, "ends too early")


def test_a_zip_whose_directory_is_no_directory_is_damage() -> None:
    refused(bent(bagged(), END, 16, "<I", 9_999), DamagedError, "its zip is broken")
    refused(bent(bagged(), ENTRY, 2, "<H", 0), DamagedError, "its zip cannot be read")


# --- how files stand -------------------------------------------------------------------------------


def listed(files: dict[str, bytes]) -> bytes:
    rows = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return "".join(rows).encode()


def whole(info: str) -> dict[str, bytes]:
    """A whole bag of one file of five bytes, with this `bag-info.txt`."""
    files = {"bagit.txt": DECLARED[1], "bag-info.txt": info.encode()}
    files["manifest-sha256.txt"] = listed({"data/a": b"12345"})
    files["tagmanifest-sha256.txt"] = listed(files)
    return {**files, "data/a": b"12345"}


def made_of(files: dict[str, bytes]) -> bag.Bag:
    return read(zipped(*((f"bid/{name}", data) for name, data in files.items())))


def standing(files: dict[str, bytes]) -> list[tuple[str, str, int]]:
    """The files that do not stand as they were listed."""
    made = made_of(files)
    is_whole = all(entry.standing == "whole" for entry in made.entries)
    assert made.whole == (is_whole and not made.faults)
    return [(e.path, e.standing, e.size) for e in made.entries if e.standing != "whole"]


@pytest.mark.parametrize(
    ("info", "changed"),
    [
        ("Payload-Oxum: 5.1\n", False), ("", False), ("Payload-Oxum: 6.1\n", True),
        ("Payload-Oxum: 5.2\n", True), ("Payload-Oxum:\n", True),
    ],
)  # fmt: skip
def test_how_much_there_is_must_be_as_stated_if_it_is(info: str, changed: bool) -> None:
    assert standing(whole(info)) == []
    said = "bag-info.txt states another number or size of its files (Payload-Oxum)"
    assert made_of(whole(info)).faults == ((said,) if changed else ())


def test_of_what_is_damaged_anyway_it_is_not_said_that_its_sum_differs() -> None:
    files = {**whole("Payload-Oxum: 5.1\n"), "data/a": b"123456"}
    assert standing(files) == [("data/a", "changed", 6)]
    assert made_of(files).faults == ()


def test_what_was_added_or_is_missing_is_told_with_its_size() -> None:
    files = {**whole(""), "data/b": b"123"}
    del files["data/a"]
    assert standing(files) == [("data/a", "missing", 0), ("data/b", "added", 3)]


def test_a_list_may_write_line_feeds_and_per_cents_as_signs() -> None:
    files = whole("")
    del files["data/a"]
    files["data/50%"] = b"x"
    files["manifest-sha256.txt"] = listed({"data/50%25": b"x"})
    files["tagmanifest-sha256.txt"] = listed(
        {name: data for name, data in files.items() if name[:4] in ("bagi", "bag-", "mani")}
    )
    assert standing(files) == []


def test_lines_of_bag_info_may_go_on_and_hold_colons() -> None:
    info = " lost\nTitle : One: two \n  three\n\tfour\nno line\n\nContact: Ruth\n"
    made = read(zipped(*((f"bid/{name}", data) for name, data in whole(info).items())))
    assert made.info == {"Title": "One: two three four", "Contact": "Ruth"}
