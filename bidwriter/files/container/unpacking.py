"""Files out of a zip, or out of the folder that it was unpacked into, from anyone and under limits.

Nothing in an archive is ever used as a path on this computer.
"""

import os
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from bidwriter.files.disk.reading import reading
from bidwriter.files.disk.trouble import DamagedError, NotABidError, TooLargeError

LARGEST_FILE = 400_000_000
LARGEST_WHOLE = 400_000_000
MOST_ENTRIES = 1_000
LARGEST_DIRECTORY = 1_000_000
STEEPEST = 200  # inflated bytes to each packed byte, once an entry is large
STEEP_WHOLE = 20  # the same of all together, once they are
LARGE_WHOLE = 50_000_000
_BASE64_ZIP = b"UEsDB"  # how a zip begins in the text of an e-mail
# What systems put into folders and zips unasked.
_LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini", "__macosx"})


class Unpacked(NamedTuple):
    """What was in it: the top folder's name ("" for none), the files below it, and how many files
    were passed over that only the system they came from needs."""

    folder: str
    files: dict[str, bytes]
    passed: int = 0


def read(path: Path) -> Unpacked:
    """The files in a zip or a folder. Raises FileTroubleError and OSError: nothing was touched."""
    if path.is_dir():
        return _read_folder(path)
    with reading(path) as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        if size > LARGEST_FILE:
            raise TooLargeError(
                f"“{path.name}” is larger than bidwriter opens ({LARGEST_FILE // 10**6} MB)"
            )
        return read_open(file, size, path.name)


def read_open(file: BinaryIO, size: int, name: str) -> Unpacked:
    """As `read`, from an open file of `size` bytes."""
    start = file.read(64)
    if not start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise NotABidError(_no_zip(start, name))
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
        raise damaged(name, "its zip cannot be read") from error
    except (UnicodeError, ValueError, KeyError, RuntimeError) as error:
        raise damaged(name, "its zip is broken") from error
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma", "bz2"):
            raise damaged(name, "something in it cannot be unpacked") from error
        raise


def damaged(name: str, why: str) -> DamagedError:
    """The error for a file that is broken."""
    return DamagedError(f"“{name}” is damaged: {why}. It has not been touched; use another copy")


def _no_zip(start: bytes, name: str) -> str:
    if start.lstrip().startswith(_BASE64_ZIP):
        return (
            f"“{name}” is the text by which e-mail carries a zip. Save the attachment itself from "
            "the e-mail, then open that"
        )
    return f"“{name}” is not a bid or a package that bidwriter made"


# --- zips ------------------------------------------------------------------------------------


def _check_directory(file: BinaryIO, size: int, name: str) -> None:
    """Look at the end record before zipfile reads a directory of any length into memory."""
    tail = min(size, 66_000)
    file.seek(size - tail)
    data = file.read(tail)
    at = data.rfind(b"PK\x05\x06")
    if at < 0 or len(data) - at < 22:
        raise damaged(name, "it ends too early")
    entries = int.from_bytes(data[at + 10 : at + 12], "little")
    length = int.from_bytes(data[at + 12 : at + 16], "little")
    # The second end record of a Zip64 has numbers of its own; no bid is so large as to need one.
    is_zip64 = data[max(0, at - 20) : at].startswith(b"PK\x06\x07")
    if entries > MOST_ENTRIES or length > LARGEST_DIRECTORY or is_zip64:
        raise TooLargeError(
            f"“{name}” holds more files than a bid can have. It has not been opened"
        )
    file.seek(0)


def _read_archive(archive: zipfile.ZipFile, size: int, name: str) -> Unpacked:
    entries = archive.infolist()
    _check_entries(entries, size, name)
    kept = [entry for entry in entries if not _is_litter(entry.filename)]
    passed = sum(not entry.is_dir() for entry in entries) - sum(not e.is_dir() for e in kept)
    folder = _top(kept, name)
    cut = len(folder) + 1 if folder else 0
    files = {e.filename[cut:]: _read_entry(archive, e, name) for e in kept if not e.is_dir()}
    return Unpacked(folder, files, passed)


def _is_litter(path: str) -> bool:
    """What macOS (its own folder, hidden files) and Windows (pictures, settings) leave behind."""
    parts = path.rstrip("/").split("/")
    return parts[0].casefold() == "__macosx" or (
        parts[-1].casefold() in _LITTER or parts[-1].startswith("._")
    )


def _top(entries: list[zipfile.ZipInfo], name: str) -> str:
    """The folder that all is in, "" where the bag lies open in the zip."""
    names = [entry.filename for entry in entries]
    if "bagit.txt" in names:
        return ""
    tops = {one.split("/", 1)[0] for one in names}
    if len(tops) == 1 and any(one.endswith("/bagit.txt") for one in names):
        return tops.pop()
    inside = [one for one in names if one.casefold().endswith((".bid", ".zip"))]
    if inside:
        shown = inside[0].rsplit("/", 1)[-1][:60]
        raise NotABidError(f"“{name}” is a zip with “{shown}” in it. Unpack it, then open that")
    raise NotABidError(f"“{name}” is a zip, but not a bid or a package that bidwriter made")


def _check_entries(entries: list[zipfile.ZipInfo], size: int, name: str) -> None:
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise TooLargeError(
            f"“{name}” unpacks to more than bidwriter opens. It has not been opened"
        )
    whole = sum(entry.file_size for entry in entries)
    if whole > LARGE_WHOLE and whole > STEEP_WHOLE * size:
        raise TooLargeError(f"“{name}” unpacks to far more than its size. It has not been opened")
    seen: set[str] = set()
    for entry in entries:
        parts = entry.filename.rstrip("/").split("/")
        if "\\" in entry.filename or {"", ".", ".."} & set(parts) or ":" in entry.filename:
            raise damaged(name, "it names a place outside itself")
        if (entry.external_attr >> 16) & 0o170000 == 0o120000:
            raise damaged(name, "it holds a link")
        if entry.flag_bits & 1:
            raise damaged(name, "part of it is locked with a password")
        if entry.file_size > 1_000_000 and entry.file_size > STEEPEST * max(entry.compress_size, 1):
            raise TooLargeError(
                f"“{name}” unpacks to far more than its size. It has not been opened"
            )
        if entry.compress_size > size or entry.header_offset > size:
            raise damaged(name, "its parts are longer than the whole")
        key = unicodedata.normalize("NFC", entry.filename).casefold()
        if key in seen:
            raise damaged(name, "two files in it have the same name")
        seen.add(key)


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    with archive.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise damaged(name, "a part of it ends too early")
    return data


# --- folders ---------------------------------------------------------------------------------


def _read_folder(top: Path) -> Unpacked:
    """The files of a bag that somebody unpacked; the folder itself or the one that is all in it."""
    if not (top / "bagit.txt").is_file():
        inner = [path for path in top.iterdir() if (path / "bagit.txt").is_file()]
        if len(inner) != 1:
            raise NotABidError(f"“{top.name}” is a folder, but not an unpacked bid or package")
        top = inner[0]
    files: dict[str, bytes] = {}
    left, passed = LARGEST_WHOLE, 0
    for path in _walk(top):
        if _is_litter(path.relative_to(top).as_posix()):
            passed += 1
            continue
        if len(files) + passed > MOST_ENTRIES or path.stat().st_size > left:
            raise TooLargeError(f"“{top.name}” holds more than bidwriter opens")
        data = path.read_bytes()
        left -= len(data)
        files[path.relative_to(top).as_posix()] = data
    return Unpacked(top.name, files, passed)


def _walk(folder: Path) -> Iterator[Path]:
    """Its files, in order; what is no plain file or folder is a reason to refuse all."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)
        else:
            raise damaged(folder.name, "it holds a link, a pipe or a device")
