"""One container for bids and packages: a BagIt bag (RFC 8493) in a zip, the same bytes for the
same content. `write` makes it, `read` takes it in under limits, `verify` says what is whole.

Nothing in an archive is ever used as a path on this computer.
"""

import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

import bidwriter
from bidwriter.files.disk.trouble import DamagedError, NotABidError, TooLargeError

LARGEST_FILE = 400_000_000
LARGEST_WHOLE = 400_000_000
MOST_ENTRIES = 1_000
LARGEST_DIRECTORY = 1_000_000
STEEPEST = 200  # inflated bytes to each packed byte, once an entry is large

_EPOCH = (1980, 1, 1, 0, 0, 0)
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

Standing = Literal["whole", "missing", "added", "changed"]


class Entry(NamedTuple):
    """One payload file and how it stands against the manifest."""

    path: str
    standing: Standing
    size: int = 0


class Bag(NamedTuple):
    """A bag as read: `payload` without "data/", `info` of bag-info.txt, and how all files stand."""

    folder: str
    payload: dict[str, bytes]
    info: dict[str, str]
    entries: tuple[Entry, ...]

    @property
    def whole(self) -> bool:
        """Whether every file is there, as it was written, and no other."""
        return all(entry.standing == "whole" for entry in self.entries)


# --- writing ---------------------------------------------------------------------------------


def write(folder: str, payload: Mapping[str, bytes], info: Mapping[str, str]) -> bytes:
    """A bag in a zip, under the top folder `folder`. `payload` paths are relative to "data/"."""
    oxum = f"{sum(map(len, payload.values()))}.{len(payload)}"
    lines = {**info, "Payload-Oxum": oxum}
    files: dict[str, bytes] = {f"data/{path}": data for path, data in payload.items()}
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": "".join(f"{k}: {one_line(v)}\n" for k, v in lines.items()).encode(),
        "manifest-sha256.txt": _manifest(files),
    }
    tags["tagmanifest-sha256.txt"] = _manifest(tags)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, data in sorted({**files, **tags}.items()):
            entry = zipfile.ZipInfo(f"{folder}/{path}", _EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)
    return out.getvalue()


def software() -> dict[str, str]:
    """The line of `bag-info.txt` that says what wrote the bag."""
    return {"Bag-Software-Agent": f"bidwriter {bidwriter.__version__}"}


def _manifest(files: Mapping[str, bytes]) -> bytes:
    rows = (f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items()))
    return "".join(rows).encode()


def one_line(text: str) -> str:
    """`text` as bag-info.txt holds it."""
    return " ".join(text.split())


# --- reading ---------------------------------------------------------------------------------


def read(path: Path) -> Bag:
    """The bag in a file from anyone. Raises FileTroubleError: it was not touched."""
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise TooLargeError(
            f"“{path.name}” is larger than bidwriter opens ({LARGEST_FILE // 10**6} MB)"
        )
    with path.open("rb") as file:
        return read_open(file, size, path.name)


def read_open(file: io.BufferedIOBase | io.BytesIO, size: int, name: str) -> Bag:
    """As `read`, from an open file of `size` bytes."""
    if file.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
        raise NotABidError(f"“{name}” is not a bid or a package that bidwriter made")
    _check_directory(file, size, name)
    try:
        with zipfile.ZipFile(file) as archive:
            return _read_archive(archive, size, name)
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        zipfile.LargeZipFile,
        OverflowError,
    ) as error:
        raise _damaged(name, "its zip cannot be read") from error
    except (UnicodeError, ValueError, KeyError, RuntimeError) as error:
        raise _damaged(name, "its zip is broken") from error
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma", "bz2"):
            raise _damaged(name, "something in it cannot be unpacked") from error
        raise


def _damaged(name: str, why: str) -> DamagedError:
    return DamagedError(f"“{name}” is damaged: {why}. It has not been touched; use another copy")


def _check_directory(file: io.BufferedIOBase | io.BytesIO, size: int, name: str) -> None:
    """Look at the end record before zipfile reads a directory of any length into memory."""
    tail = min(size, 66_000)
    file.seek(size - tail)
    data = file.read(tail)
    at = data.rfind(b"PK\x05\x06")
    if at < 0 or len(data) - at < 22:
        raise _damaged(name, "it ends too early")
    entries = int.from_bytes(data[at + 10 : at + 12], "little")
    length = int.from_bytes(data[at + 12 : at + 16], "little")
    if entries > MOST_ENTRIES or length > LARGEST_DIRECTORY:
        raise TooLargeError(
            f"“{name}” holds more files than a bid can have. It has not been opened"
        )
    file.seek(0)


def _read_archive(archive: zipfile.ZipFile, size: int, name: str) -> Bag:
    entries = archive.infolist()
    _check_entries(entries, size, name)
    tops = {entry.filename.split("/", 1)[0] for entry in entries}
    if len(tops) != 1 or not any(e.filename.endswith("/bagit.txt") for e in entries):
        raise NotABidError(f"“{name}” is a zip, but not a bid or a package that bidwriter made")
    folder = tops.pop()
    files = {
        e.filename.partition("/")[2]: _read_entry(archive, e, name)
        for e in entries
        if not e.is_dir()
    }
    return _bag(folder, files, name)


def _check_entries(entries: list[zipfile.ZipInfo], size: int, name: str) -> None:
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise TooLargeError(
            f"“{name}” unpacks to more than bidwriter opens. It has not been opened"
        )
    seen: set[str] = set()
    for entry in entries:
        parts = entry.filename.rstrip("/").split("/")
        if "\\" in entry.filename or {"", ".", ".."} & set(parts) or ":" in entry.filename:
            raise _damaged(name, "it names a place outside itself")
        if (entry.external_attr >> 16) & 0o170000 == 0o120000:
            raise _damaged(name, "it holds a link")
        if entry.flag_bits & 1:
            raise _damaged(name, "part of it is locked with a password")
        if entry.file_size > 1_000_000 and entry.file_size > STEEPEST * max(entry.compress_size, 1):
            raise TooLargeError(
                f"“{name}” unpacks to far more than its size. It has not been opened"
            )
        if entry.compress_size > size or entry.header_offset > size:
            raise _damaged(name, "its parts are longer than the whole")
        key = unicodedata.normalize("NFC", entry.filename).casefold()
        if key in seen:
            raise _damaged(name, "two files in it have the same name")
        seen.add(key)


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    with archive.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise _damaged(name, "a part of it ends too early")
    return data


# --- verifying -------------------------------------------------------------------------------


def _bag(folder: str, files: dict[str, bytes], name: str) -> Bag:
    if not files.get("bagit.txt", b"").startswith(b"BagIt-Version: "):
        raise NotABidError(f"“{name}” is a zip, but not a bid or a package that bidwriter made")
    payload = {path: data for path, data in files.items() if path.startswith("data/")}
    tags = {path: data for path, data in files.items() if not path.startswith("data/")}
    manifest = tags.get("manifest-sha256.txt")
    if manifest is None:
        entries = [Entry("manifest-sha256.txt", "missing")]
    else:
        entries = _stand(payload, _read_manifest(manifest, name))
    listed = tags.pop("tagmanifest-sha256.txt", None)
    if listed is None:
        entries.append(Entry("tagmanifest-sha256.txt", "missing"))
    else:
        entries += _stand(tags, _read_manifest(listed, name))
    info = _read_info(tags.get("bag-info.txt", b""))
    oxum = f"{sum(map(len, payload.values()))}.{len(payload)}"
    whole = all(entry.standing == "whole" for entry in entries)
    if whole and info.get("Payload-Oxum", oxum) != oxum:
        entries.append(Entry("bag-info.txt", "changed"))
    return Bag(
        folder, {p.removeprefix("data/"): d for p, d in payload.items()}, info, tuple(entries)
    )


def _stand(files: dict[str, bytes], listed: dict[str, str]) -> list[Entry]:
    entries = []
    for path in sorted(files.keys() | listed.keys()):
        if path not in files:
            entries.append(Entry(path, "missing"))
        elif path not in listed:
            entries.append(Entry(path, "added", len(files[path])))
        else:
            same = hashlib.sha256(files[path]).hexdigest() == listed[path]
            entries.append(Entry(path, "whole" if same else "changed", len(files[path])))
    return entries


_ROW = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(\S.*)")


def _read_manifest(data: bytes, name: str) -> dict[str, str]:
    listed: dict[str, str] = {}
    for line in data.decode("utf-8-sig").splitlines():
        if not line.strip():
            continue
        row = _ROW.fullmatch(line.rstrip("\r"))
        if row is None:
            raise _damaged(name, "its list of checksums cannot be read")
        path = (
            row[2].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%").removeprefix("./")
        )
        if path in listed and listed[path] != row[1].lower():
            raise _damaged(name, "its list of checksums contradicts itself")
        listed[path] = row[1].lower()
    return listed


def _read_info(data: bytes) -> dict[str, str]:
    info: dict[str, str] = {}
    last = ""
    for line in data.decode("utf-8-sig").splitlines():
        if line[:1] in (" ", "\t") and last:
            info[last] += f" {line.strip()}"
        elif ":" in line:
            last, _, value = line.partition(":")
            last = last.strip()
            info[last] = value.strip()
    return info
