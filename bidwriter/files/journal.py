"""The recovery journal: every change, on disk in the user's own folder, until the bid is saved.

One append-only file for each bid and path. A record is a line: CRC-32, a space, JSON. A torn or
broken tail is passed over; what stands before it counts. Nothing here is deleted but by `clear`,
after a save or when the user says so.
"""

import errno
import hashlib
import json
import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, ChangeError, apply
from bidwriter.files import strict_json
from bidwriter.files.replacing import reason
from bidwriter.files.trouble import FileTroubleError
from bidwriter.paths import profile


class Recovered(NamedTuple):
    """What a journal adds to a bid as saved: the bid with it, the changes taken, how many could
    not be, and the attachments' bytes that it kept."""

    bid: Bid
    changes: tuple[Change, ...]
    lost: int
    contents: dict[str, bytes]

    @property
    def last(self) -> datetime | None:
        """When the last recovered change was made."""
        return self.changes[-1].when if self.changes else None


class Journal:
    """The journal of one bid at one path. Appending is safe from one thread at a time."""

    def __init__(self, bid_id: str, path: Path) -> None:
        where = hashlib.sha256(
            os.path.abspath(path).encode(  # noqa: PTH100 - never resolved: mapped drives
                "utf-8", "surrogatepass"
            )
        ).hexdigest()
        self.file = folder() / f"{bid_id}-{where[:12]}.journal"
        self._path = path

    def append(self, changes: Iterable[Change], base: str) -> None:
        """Put changes on disk; `base` is the SHA-256 of the bid file they start from. When this
        returns they survive a crash. Raises FileTroubleError."""
        records = [change.model_dump(mode="json", exclude_none=True) for change in changes]
        if not self.file.exists():
            head: dict[str, Any] = {"journal": 1, "base": base, "path": str(self._path)}
            records.insert(0, head)
        self._write(records)

    def keep(self, sha256: str, data: bytes) -> None:
        """Put an attachment's bytes on disk before the change that names it."""
        try:
            self._attachments().mkdir(parents=True, exist_ok=True)
            target = self._attachments() / sha256
            with target.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise FileTroubleError(f"The attachment could not be kept: {reason(error)}") from error

    def saving(self, digest: str) -> None:
        """Note that all before this is in the bid file with this SHA-256, once it is in place."""
        if self.file.exists():
            self._write([{"saving": digest}])

    def clear(self) -> None:
        """Empty the journal: its changes are in the bid file, or the user gave them up."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
            for kept in self._attachments().glob("*"):
                kept.unlink(missing_ok=True)
            if self._attachments().exists():
                self._attachments().rmdir()

    def recover(self, bid: Bid, digest: str) -> Recovered | None:
        """What the journal adds to `bid`, whose file has this SHA-256; None if nothing."""
        records = read_records(self.file)
        for at in range(len(records) - 1, -1, -1):
            if records[at].get("saving") == digest:
                records = records[at + 1 :]
                break
        taken: list[Change] = []
        lost = 0
        for raw in records:
            if "journal" in raw or "saving" in raw:
                continue
            try:
                change = Change.model_validate(raw)
                bid = apply(bid, change)
                taken.append(change)
            except (ValidationError, ChangeError):
                lost += 1
        return Recovered(bid, tuple(taken), lost, self._contents()) if taken or lost else None

    def _attachments(self) -> Path:
        return self.file.with_suffix(".attachments")

    def _contents(self) -> dict[str, bytes]:
        found = {}
        for path in self._attachments().glob("*"):
            with suppress(OSError):
                data = path.read_bytes()
                if hashlib.sha256(data).hexdigest() == path.name:
                    found[path.name] = data
        return found

    def _write(self, records: list[dict[str, Any]]) -> None:
        lines = b"".join(_line(record) for record in records)
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with self.file.open("ab") as file:
                start = file.tell()
                try:
                    file.write(_after_torn(self.file, start) + lines)
                    file.flush()
                    os.fsync(file.fileno())
                except OSError:
                    with suppress(OSError):
                        file.truncate(start)
                    raise
        except OSError as error:
            why = reason(error) if error.errno != errno.EISDIR else "something is in its place"
            raise FileTroubleError(f"The recovery copy could not be written: {why}") from error


def folder() -> Path:
    """Where the journals are."""
    return profile() / "recovery"


def _line(record: dict[str, Any]) -> bytes:
    body = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _after_torn(path: Path, size: int) -> bytes:
    """A line feed where the last append was torn, so that the next record begins a line."""
    if size == 0:
        return b""
    with path.open("rb") as file:
        file.seek(size - 1)
        return b"" if file.read(1) == b"\n" else b"\n"


def read_records(path: Path) -> list[dict[str, Any]]:
    """The whole records of a journal file; torn and broken ones are passed over."""
    records = []
    try:
        data = path.read_bytes()
    except OSError:
        return []
    for line in data.split(b"\n"):
        crc, _, body = line.partition(b" ")
        if body and crc == b"%08x" % zlib.crc32(body):
            with suppress(FileTroubleError):
                record = strict_json.loads(body, "the recovery copy")
                if isinstance(record, dict):
                    records.append(record)
    return records
