"""How the files of a bag stand against its lists, by RFC 8493, and what makes it no valid bag."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from bidwriter.files.container.unpacking import damaged

Standing = Literal["whole", "missing", "added", "changed"]

# By the names that they have in file names.
_CHECKSUMS = {
    "md5": "md5", "sha1": "sha1", "sha224": "sha224", "sha256": "sha256", "sha384": "sha384",
    "sha512": "sha512", "sha3224": "sha3_224", "sha3256": "sha3_256", "sha3384": "sha3_384",
    "sha3512": "sha3_512", "blake2b": "blake2b", "blake2s": "blake2s",
}  # fmt: skip
_VERSIONS = ("0.97", "1.0")
_LIST = re.compile(r"(tag)?manifest-([a-z0-9-]+)\.txt", re.IGNORECASE)
_ROW = re.compile(r"([0-9a-fA-F]{8,256})[ \t]+\*?(\S.*)")
_DECLARED = re.compile(
    rb"BagIt-Version: ?(\d{1,2}\.\d{1,2})\r?\n"
    rb"Tag-File-Character-Encoding: ?([\w.-]{1,40})(?:\r?\n)*"
)


class Entry(NamedTuple):
    """A file and how it stands against the lists of checksums."""

    path: str
    standing: Standing
    size: int = 0


class Checked(NamedTuple):
    """How all files of a bag stand, the lines of its bag-info.txt, and, in words, what else makes
    it no valid bag."""

    entries: tuple[Entry, ...]
    info: dict[str, str]
    faults: tuple[str, ...]


def check(files: Mapping[str, bytes], name: str) -> Checked:
    """Look at all lists of checksums, whatever they are made with. Raises DamagedError where one
    cannot be read."""
    payload = {path: data for path, data in files.items() if path.startswith("data/")}
    tags = {path: data for path, data in files.items() if not path.startswith("data/")}
    of_payload, of_tags, faults = _lists(tags, name)
    info, spoilt = _read_info(tags.get("bag-info.txt", b""))
    listed = {path: data for path, data in tags.items() if not path.startswith("tagmanifest-")}
    entries = [*_stand(payload, of_payload), *(_stand(listed, of_tags) if of_tags else ())]
    outside = sorted({p for one in of_payload for p in one.rows if not p.startswith("data/")})
    faults += [f"Its list of checksums names “{path[:60]}”, which is no data" for path in outside]
    faults += [*_declaration(tags), *spoilt]
    if all(entry.standing == "whole" for entry in entries):
        faults += _sizes(info, payload)
    return Checked(tuple(entries), info, tuple(faults))


def _declaration(tags: Mapping[str, bytes]) -> Iterator[str]:
    declared = _DECLARED.fullmatch(tags.get("bagit.txt", b""))
    if declared is None:
        yield "bagit.txt is not as the BagIt standard has it"
    elif declared[1].decode() not in _VERSIONS:
        yield f"bagit.txt names version {declared[1].decode()} of BagIt, which is not known here"
    elif declared[2].upper() != b"UTF-8":
        yield "bagit.txt names another encoding than UTF-8"
    if "fetch.txt" in tags:
        yield "It lists files to be fetched from elsewhere (fetch.txt); bidwriter fetches nothing"


def _sizes(info: Mapping[str, str], payload: Mapping[str, bytes]) -> Iterator[str]:
    true = f"{sum(map(len, payload.values()))}.{len(payload)}"
    if info.get("Payload-Oxum", true) != true:
        yield "bag-info.txt states another number or size of its files (Payload-Oxum)"


# --- lists of checksums ------------------------------------------------------------------------


class _List(NamedTuple):
    """One list: the checksum that it is made with, and what it states of each path."""

    checksum: str
    rows: dict[str, str]


def _lists(tags: Mapping[str, bytes], name: str) -> tuple[list[_List], list[_List], list[str]]:
    of_payload: list[_List] = []
    of_tags: list[_List] = []
    faults: list[str] = []
    for path, data in sorted(tags.items()):
        found = _LIST.fullmatch(path)
        if found is None:
            continue
        checksum = _CHECKSUMS.get(found[2].casefold().replace("-", ""))
        if checksum is None:
            faults.append(f"{path[:60]} uses a checksum that bidwriter does not know")
            continue
        rows = _read_list(data, name)
        twice = [path_ for path_, many in Counter(path_ for path_, _ in rows).items() if many > 1]
        faults += [f"{path} lists “{path_[:60]}” twice" for path_ in twice]
        (of_tags if found[1] else of_payload).append(_List(checksum, dict(reversed(rows))))
    if not of_payload:
        faults.append("It has no list of checksums")
    return of_payload, of_tags, faults


def _read_list(data: bytes, name: str) -> list[tuple[str, str]]:
    found = []
    for line in data.decode("utf-8-sig").splitlines():
        if not line.strip():
            continue
        row = _ROW.fullmatch(line.rstrip("\r"))
        if row is None:
            raise damaged(name, "its list of checksums cannot be read")
        path = row[2].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        found.append((path.removeprefix("./"), row[1].lower()))
    return found


def _stand(files: Mapping[str, bytes], lists: list[_List]) -> Iterator[Entry]:
    """A file is whole that every list has, with its true checksum."""
    for path in sorted(files.keys() | {path for one in lists for path in one.rows}):
        data = files.get(path)
        if data is None:
            yield Entry(path, "missing")
        elif not lists or any(path not in one.rows for one in lists):
            yield Entry(path, "added", len(data))
        else:
            same = all(
                hashlib.new(one.checksum, data).hexdigest() == one.rows[path] for one in lists
            )
            yield Entry(path, "whole" if same else "changed", len(data))


# --- bag-info.txt ------------------------------------------------------------------------------


def _read_info(data: bytes) -> tuple[dict[str, str], list[str]]:
    info: dict[str, str] = {}
    faults: list[str] = []
    last = ""
    for line in data.decode("utf-8-sig").splitlines():
        if line[:1] in (" ", "\t") and last:
            info[last] += f" {line.strip()}"
        elif ":" in line:
            last, _, value = line.partition(":")
            last = last.strip()
            if last in info:
                faults.append(f"bag-info.txt has the line “{last[:40]}” twice")
            info[last] = value.strip()
        elif line.strip():
            faults.append("bag-info.txt has a line without a name")
    return info, faults
