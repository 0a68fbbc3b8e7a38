"""Journals that processes left behind: which there are, in which order they count, and what is
kept beside them.

Order never comes from clocks where anything else tells it: within a journal its lines do, between
journals what they say of each other, then whether they start from the file as it is now.
"""

import hashlib
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from bidwriter.files.disk.holding import HeldFile, standing
from bidwriter.files.disk.processes import ran_at
from bidwriter.files.recovery.journal import Old, attachments, folder, place, put_away
from bidwriter.files.recovery.journal_records import (
    Record,
    Unsaved,
    begun,
    follows,
    is_newer,
    maker,
    parse,
    unsaved,
)


class Left(NamedTuple):
    """A journal left behind."""

    path: Path
    unsaved: Unsaved
    begun: int

    def elsewhere(self, digest: str) -> bool:
        """Whether it starts from another state of the file than this."""
        return self.unsaved.start not in ("", digest)


def left_behind(bid_id: str, path: Path, digest: str) -> Iterator[Left]:
    """The journals of a bid at a path that no living process has."""
    # No "-" before the "*": in the first form a path had one journal, without an id of its own.
    for file in sorted(folder().glob(f"{bid_id}-{place(path)}*.journal")):
        found = standing(file)  # before it is read: whoever has it may yet write
        if found == "held":
            continue
        with suppress(OSError):
            data = file.read_bytes()
            if not data:
                continue  # one that is just being begun is empty before it is held
            records = parse(data)
            if is_newer(records):
                continue
            if found == "free" or not _maker_runs(records):
                when = begun(records) or file.stat().st_mtime_ns
                yield Left(file, unsaved(records, digest), when)


def newer_work(bid_id: str, path: Path) -> bool:
    """Whether a later bidwriter left work on this bid that was never saved."""
    for file in sorted(folder().glob(f"{bid_id}-{place(path)}*.journal")):
        with suppress(OSError):
            if is_newer(parse(file.read_bytes())):
                return True
    return False


def _maker_runs(records: tuple[Record, ...]) -> bool:
    """For where the system has no locks: the number of the process must do."""
    process, computer = maker(records)
    if process == os.getpid():
        return False  # this process knows its own: its number in one left behind says nothing
    when = datetime.fromtimestamp((begun(records) or time.time_ns()) / 10**9, UTC)
    return ran_at(process, computer, when)


def in_order(left: Mapping[str, Left], digest: str) -> Iterator[tuple[str, Record]]:
    """Each item that is not in the file, with its journal's name. A journal that was taken over
    stands where another says so; others begin with those that start from the file as it is."""
    seen = set(_saved(left))

    def walk(name: str) -> Iterator[tuple[str, Record]]:
        if name in left and name not in seen:
            seen.add(name)
            for item in left[name].unsaved.items:
                for other in follows(item):
                    yield from walk(other)
                yield name, item

    def rank(name: str) -> tuple[bool, int, str]:
        return left[name].elsewhere(digest), left[name].begun, name

    for name in sorted(left, key=rank):
        yield from walk(name)


def _saved(left: Mapping[str, Left]) -> dict[str, int]:
    """The journals that another took over and saved, with what they lost."""
    return {
        name: lost for found in left.values() for name, lost in found.unsaved.saved if name in left
    }


def put_all_away(left: Mapping[str, Left], names: set[str]) -> None:
    """Take journals away whose work is in the file. Those that another took over go before it, as
    it says so of them."""
    saved = _saved(left)
    for name in sorted(names, key=lambda name: name not in saved):
        if held := HeldFile.take(left[name].path):
            put_away(Old(held, saved.get(name, 0)))
            held.let_go()


def contents(journal: Path) -> Iterator[tuple[str, bytes]]:
    """The attachments kept beside a journal, each whole, by SHA-256."""
    for path in attachments(journal).glob("*"):
        with suppress(OSError):
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() == path.name:
                yield path.name, data
