"""One container for bids and packages: a BagIt bag (RFC 8493) in a zip, the same bytes for the
same content. `write` makes it, `read` takes it in under limits and says how its files stand.
"""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

import bidwriter
from bidwriter.files.container import bagit, unpacking
from bidwriter.files.container.bagit import Entry
from bidwriter.files.container.unpacking import Unpacked, damaged
from bidwriter.files.disk.trouble import NotABidError

_AGENT = "Bag-Software-Agent"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LISTS = ("manifest-sha256.txt", "tagmanifest-sha256.txt")
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class Bag(NamedTuple):
    """A bag as read: `payload` without "data/", `info` of bag-info.txt, how all files stand, what
    else makes it no valid bag, and how many files of the system's it came from were passed over."""

    folder: str
    payload: dict[str, bytes]
    info: dict[str, str]
    entries: tuple[Entry, ...]
    faults: tuple[str, ...] = ()
    passed: int = 0

    @property
    def whole(self) -> bool:
        """Whether every file is there, as it was written, and no other, in a valid bag."""
        return all(entry.standing == "whole" for entry in self.entries) and not self.faults

    @property
    def is_own(self) -> bool:
        """Whether it says that bidwriter put it together."""
        return self.info.get(_AGENT, "").startswith("bidwriter ")


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
    return {_AGENT: f"bidwriter {bidwriter.__version__}"}


def _manifest(files: Mapping[str, bytes]) -> bytes:
    rows = (f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items()))
    return "".join(rows).encode()


def one_line(text: str) -> str:
    """`text` as bag-info.txt holds it."""
    return " ".join(text.split())


# --- reading ---------------------------------------------------------------------------------


def read(path: Path) -> Bag:
    """The bag in a file or an unpacked folder, from anyone. Raises FileTroubleError and OSError:
    it was not touched."""
    return _bag(unpacking.read(path), path.name)


def read_open(file: BinaryIO, size: int, name: str) -> Bag:
    """As `read`, from an open file of `size` bytes."""
    return _bag(unpacking.read_open(file, size, name), name)


def _bag(unpacked: Unpacked, name: str) -> Bag:
    files = unpacked.files
    if not files.get("bagit.txt", b"").startswith(b"BagIt-Version: "):
        raise NotABidError(f"“{name}” is a zip, but not a bid or a package that bidwriter made")
    try:
        checked = bagit.check(files, name)
    except UnicodeError as error:
        raise damaged(name, "its lists are not text in UTF-8") from error
    payload = {p.removeprefix("data/"): d for p, d in files.items() if p.startswith("data/")}
    made = Bag(unpacked.folder, payload, checked.info, checked.entries)
    own = [f"It has no {one}, which bidwriter always writes" for one in _LISTS if one not in files]
    return made._replace(
        faults=(*checked.faults, *(own if made.is_own else ())), passed=unpacked.passed
    )
