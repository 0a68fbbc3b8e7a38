"""Bags by the standard, whoever put them together: valid, damaged and invalid told apart; and what
systems and e-mail do to a file on its way."""

import base64
import hashlib
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from making import SAMPLE

from bidwriter.exports.verifying import Report, lines, verify
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.trouble import FileTroubleError, NotABidError, TooLargeError

Files = dict[str, bytes]


def parts() -> Files:
    """The sample's files, without the top folder."""
    with zipfile.ZipFile(SAMPLE) as archive:
        return {e.filename.partition("/")[2]: archive.read(e) for e in archive.infolist()}


def zipped(files: Files, path: Path, top: str = "bid/") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(f"{top}{name}", data)
    return path


def listed(files: Files, checksum: str = "sha256") -> Files:
    """The files with their lists of checksums made anew, as another tool would."""

    def rows(names: list[str]) -> bytes:
        return "".join(
            f"{hashlib.new(checksum, files[n]).hexdigest()}  {n}\n" for n in names
        ).encode()

    files = {name: data for name, data in files.items() if "manifest-" not in name}
    files[f"manifest-{checksum}.txt"] = rows([n for n in files if n.startswith("data/")])
    files[f"tagmanifest-{checksum}.txt"] = rows([n for n in files if not n.startswith("data/")])
    return files


def found(files: Files, folder: Path) -> Report:
    return verify(zipped(files, folder / "a.bid"))


# --- invalid -----------------------------------------------------------------------------------


def changed(name: str, change: Callable[[bytes], bytes]) -> Callable[[Files], Files]:
    return lambda files: listed({**files, name: change(files[name])})


def added(name: str, data: bytes) -> Callable[[Files], Files]:
    return lambda files: {**listed(files), name: data}


def twice(files: Files) -> Files:
    row = files["manifest-sha256.txt"].splitlines(keepends=True)[0]
    return {**files, "manifest-sha256.txt": files["manifest-sha256.txt"] + row}


def outside(files: Files) -> Files:
    row = f"{hashlib.sha256(files['bagit.txt']).hexdigest()}  bagit.txt\n".encode()
    return {**files, "manifest-sha256.txt": files["manifest-sha256.txt"] + row}


INVALID: dict[str, tuple[Callable[[Files], Files], str]] = {
    "no encoding": (
        changed("bagit.txt", lambda data: data.splitlines()[0]), "bagit.txt is not as the BagIt"
    ),
    "a third line": (
        changed("bagit.txt", lambda data: data + b"More: x\n"), "bagit.txt is not as the BagIt"
    ),
    "a later version": (
        changed("bagit.txt", lambda data: data.replace(b"1.0", b"2.0")), "names version 2.0"
    ),
    "another encoding": (
        changed("bagit.txt", lambda data: data.replace(b"UTF-8", b"UTF-16")), "another encoding"
    ),
    "fetch": (
        lambda files: listed({**files, "fetch.txt": b"https://x.example/a 5 data/a\n"}),
        "files to be fetched from elsewhere",
    ),
    "unknown checksum": (added("manifest-crc32.txt", b"00000000  data/bid.json\n"), "does not know"),
    "listed twice": (twice, "lists “data/"),
    "lists its own": (outside, "names “bagit.txt”, which is no data"),
    "size": (
        changed("bag-info.txt", lambda data: data.replace(b"Payload-Oxum: ", b"Payload-Oxum: 1")),
        "another number or size",
    ),
    "a line twice": (
        changed("bag-info.txt", lambda data: data + b"Bagging-Date: 2018-01-01\n"), "twice"
    ),
    "no name": (changed("bag-info.txt", lambda data: data + b"nothing\n"), "line without a name"),
    "no own list": (
        lambda files: {n: d for n, d in files.items() if n != "tagmanifest-sha256.txt"},
        "It has no tagmanifest-sha256.txt, which bidwriter always writes",
    ),
    "other lists alone": (
        lambda files: listed(files, "sha512"), "It has no manifest-sha256.txt, which bidwriter"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", INVALID)
def test_what_the_standard_makes_invalid_is_said(name: str, tmp_path: Path) -> None:
    bend, words = INVALID[name]
    said = found(bend(parts()), tmp_path)
    assert not said.whole
    assert any(words in fault for fault in said.faults), said.faults
    assert "it is no valid bag (BagIt)" in said.finding
    assert any(words in line for line in lines(said))


def test_no_list_at_all(tmp_path: Path) -> None:
    files = {name: data for name, data in parts().items() if "manifest-" not in name}
    said = found(files, tmp_path)
    assert "It has no list of checksums" in said.faults
    assert not said.whole


@pytest.mark.parametrize("checksum", ["md5", "sha1", "sha512", "sha384"])
def test_every_list_is_read(checksum: str, tmp_path: Path) -> None:
    right = listed(parts(), checksum)
    both = {**right, **{n: d for n, d in listed(parts()).items() if "manifest-sha256" in n}}
    both = {**both, "tagmanifest-sha256.txt": listed(both)["tagmanifest-sha256.txt"]}
    wrong = both[f"manifest-{checksum}.txt"].replace(b"a", b"b").replace(b"dbtb", b"data")
    assert found({**both, f"manifest-{checksum}.txt": wrong}, tmp_path).finding.startswith(
        "Something is wrong"
    )


# --- by others ---------------------------------------------------------------------------------


@pytest.mark.parametrize("checksum", ["md5", "sha256", "sha512"])
def test_a_valid_bag_that_others_put_together_is_told_apart(checksum: str, tmp_path: Path) -> None:
    info = b"Bag-Software-Agent: bagit.py v1.8.1\nBagging-Date: 2026-11-27\n"
    files = listed({**parts(), "bag-info.txt": info}, checksum)
    said = found(files, tmp_path)
    assert said.whole
    assert any("Other software than bidwriter put it together" in one for one in said.not_compared)
    del files["data/bid.json"]
    with pytest.raises(NotABidError, match="holds no bid"):
        verify(zipped(files, tmp_path / "b.bid"))


def test_without_lists_of_its_own_files_a_bag_of_others_is_valid(tmp_path: Path) -> None:
    files = listed({n: d for n, d in parts().items() if n != "bag-info.txt"})
    del files["tagmanifest-sha256.txt"]
    assert found(files, tmp_path).whole


# --- on the way --------------------------------------------------------------------------------

LITTER = {
    "__MACOSX/bid/._bagit.txt": b"x", "__MACOSX/._bid": b"x", "bid/.DS_Store": b"x",
    "bid/data/.DS_Store": b"x", "bid/data/._bid.json": b"x", "bid/data/Thumbs.db": b"x",
    "bid/desktop.ini": b"x",
}  # fmt: skip


def test_what_a_system_puts_in_is_passed_over_and_said(tmp_path: Path) -> None:
    files = {**{f"bid/{name}": data for name, data in parts().items()}, **LITTER}
    path = zipped(files, tmp_path / "a.bid", "")
    said = verify(path)
    assert said.whole
    assert f"{len(LITTER)} files that a system put in unasked" in said.not_compared
    assert open_file(path).bid == open_file(SAMPLE).bid


def test_a_bag_without_its_folder_opens(tmp_path: Path) -> None:
    path = zipped(parts(), tmp_path / "a.bid", "")
    assert verify(path).whole
    assert open_file(path).bid == open_file(SAMPLE).bid


def unpacked(folder: Path) -> Path:
    with zipfile.ZipFile(SAMPLE) as archive:
        archive.extractall(folder)
    return folder / "bid"


def test_an_unpacked_folder_is_verified(tmp_path: Path) -> None:
    top = unpacked(tmp_path)
    (top / ".DS_Store").write_bytes(b"x")
    for folder in (top, tmp_path):
        assert verify(folder).whole
    (top / "data" / "bid.json").write_bytes((top / "data" / "bid.json").read_bytes() + b"\n")
    assert not verify(top).whole
    with pytest.raises(NotABidError, match="is a folder; open the bid"):
        open_file(top)


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotABidError, match="not an unpacked bid"):
        verify(tmp_path)
    top = unpacked(tmp_path)
    (top / "data" / "link").symlink_to("/etc/passwd")
    with pytest.raises(FileTroubleError, match="it holds a link"):
        verify(top)
    (top / "data" / "link").unlink()
    os.mkfifo(top / "data" / "pipe")
    with pytest.raises(FileTroubleError):
        verify(top)
    (top / "data" / "pipe").unlink()
    for n in range(1001):
        (top / "data" / f"{n}").write_bytes(b"")
    with pytest.raises(TooLargeError):
        verify(top)


def test_a_bid_in_another_zip_and_as_text_of_an_e_mail(tmp_path: Path) -> None:
    path = tmp_path / "sent.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Our bids/ours.bid", SAMPLE.read_bytes())
        archive.writestr("Our bids/letter.txt", b"Dear all")
    with pytest.raises(NotABidError, match=r"a zip with “ours\.bid” in it\. Unpack it"):
        open_file(path)
    path.write_bytes(base64.encodebytes(SAMPLE.read_bytes()))
    with pytest.raises(NotABidError, match="text by which e-mail carries a zip"):
        open_file(path)


def test_a_second_end_record_hides_no_files(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("bid/bagit.txt", b"x")
    data = made.getvalue()
    at = data.rfind(b"PK\x05\x06")
    path = tmp_path / "a.bid"
    path.write_bytes(data[:at] + b"PK\x06\x07" + b"\0" * 16 + data[at:])
    with pytest.raises(TooLargeError):
        open_file(path)
