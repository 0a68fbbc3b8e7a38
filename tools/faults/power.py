"""Rows: the power goes while a bid is written. What a disk promises is only what was synced: of a
file the bytes at its last sync, of a folder the names at its last. All else is dropped, or, for
the other row, any part of it is.

Each sync is a moment at which the power may go, just before it or just after. The folders are then
put back as such a disk would have them, and the bid is opened as an officer would.
"""

import hashlib
import os
import random
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bidwriter.bids.bid import Attachment
from bidwriter.bids.changes import Change, apply, diff
from bidwriter.bids.editing import attach
from bidwriter.bids.typed.setting import set_typed
from bidwriter.clock import now
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery.keeping import replace_known
from faults.desk import Desk, copy_of_sample, found, profile_in
from faults.row import Row

Tree = dict[Path, bytes | None]  # a file's bytes; None for a folder
_MOST_SYNCS = 60


class PowerCutError(BaseException):
    """The power went."""


class Disk:
    """A folder as it is, and what of it is on the disk for certain."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._bytes: dict[int, bytes] = {}
        self._names: dict[int, dict[str, int]] = {}
        # All that was ever seen stays open, so that no number is given to anything else.
        self._held: dict[int, int] = {}
        self._hold_all()
        for folder, _, files in os.walk(top):
            self._on_folder(Path(folder))
            for name in files:
                path = Path(folder) / name
                self._bytes[path.stat().st_ino] = path.read_bytes()

    def close(self) -> None:
        """Nothing more is watched."""
        for descriptor in self._held.values():
            os.close(descriptor)
        self._held.clear()

    def _hold_all(self) -> None:
        for folder, _, files in os.walk(self._top):
            for path in (Path(folder), *(Path(folder) / name for name in files)):
                if path.stat().st_ino not in self._held:
                    self._held[path.stat().st_ino] = os.open(path, os.O_PATH)

    @contextmanager
    def watched(self, syncs: float) -> Iterator[None]:
        """The power goes after so many syncs; at a half, before the next is done."""
        real, count = os.fsync, 0.0

        def sync(fd: Any) -> None:
            nonlocal count
            count += 1
            self._hold_all()
            if count > syncs:
                raise PowerCutError
            real(fd)
            self._on_sync(fd)
            if count == syncs:
                raise PowerCutError

        os.fsync = sync
        try:
            yield
        finally:
            os.fsync = real

    def _on_sync(self, descriptor: int) -> None:
        found = os.fstat(descriptor)
        if stat.S_ISDIR(found.st_mode):
            folders = [Path(folder) for folder, _, _ in os.walk(self._top)]
            self._on_folder(next(f for f in folders if f.stat().st_ino == found.st_ino))
        else:
            # By its number: the file may have no name any more.
            self._bytes[found.st_ino] = Path(f"/proc/self/fd/{descriptor}").read_bytes()

    def _on_folder(self, folder: Path) -> None:
        self._names[folder.stat().st_ino] = _names(folder)

    def after(self, keeps: Callable[[], bool]) -> Tree:
        """The tree when the power is back; `keeps` says whether a part that was not synced made it
        to the disk."""
        made: Tree = {self._top: None}
        self._fill(made, self._top, self._top.stat().st_ino, keeps)
        return made

    def _fill(self, made: Tree, at: Path, folder: int, keeps: Callable[[], bool]) -> None:
        now_there = _names(at) if at.is_dir() else {}
        safe = self._names.get(folder, {})
        for name in sorted(safe.keys() | now_there.keys()):
            number = safe.get(name)
            if number != now_there.get(name) and keeps():
                number = now_there.get(name)
            if number is None:
                continue
            path = at / name
            if number in self._names or (number == now_there.get(name) and path.is_dir()):
                made[path] = None
                self._fill(made, path, number, keeps)
            else:
                made[path] = self._content(path, number, now_there.get(name), keeps)

    def _content(
        self, path: Path, number: int, there: int | None, keeps: Callable[[], bool]
    ) -> bytes:
        safe = self._bytes.get(number, b"")
        written = path.read_bytes() if number == there else safe
        if written == safe or not keeps():
            return safe
        if keeps():
            return written
        # A disk may make room for bytes and have only some of them: the rest reads as noughts.
        half = (len(safe) + len(written)) // 2
        new = min(len(safe), half)
        if keeps():
            return written[:half] + bytes(max(0, len(written) - half) * keeps())
        return written[:new] + bytes(half - new) + written[half:]


def all_dropped(many: int, folder: Path, seed: int) -> Row:
    """What was not synced is gone."""
    row = Row("power gone, all that was not synced dropped")
    return _cut(row, many, folder, random.Random(seed), lambda _: lambda: False)


def some_dropped(many: int, folder: Path, seed: int) -> Row:
    """Of what was not synced, any part is gone."""
    row = Row("power gone, any part of what was not synced dropped")
    return _cut(
        row, many, folder, random.Random(seed), lambda chance: lambda: chance.random() < 0.5
    )


Keeps = Callable[[random.Random], Callable[[], bool]]


def _cut(row: Row, many: int, folder: Path, chance: random.Random, keeps: Keeps) -> Row:
    for turn in range(many):
        row.tried += 1
        top = folder / f"turn-{turn}"
        (top / "bids").mkdir(parents=True)
        with profile_in(top / "profile"):
            path = copy_of_sample(top / "bids")
            disk = Disk(top)
            officer = _Officer(path, chance)
            with disk.watched(chance.randrange(1, _MOST_SYNCS) + chance.choice((0, 0.5))):
                officer.work()
            tree = disk.after(keeps(chance))
            disk.close()
            shutil.rmtree(top)
            for place, data in tree.items():
                place.mkdir(parents=True, exist_ok=True) if data is None else place.write_bytes(
                    data
                )
            row.acknowledged += officer.acknowledged
            _check(row, path, officer)
        shutil.rmtree(top)
    return row


class _Officer:
    """Types, saves, attaches, closes and opens again until the power goes."""

    def __init__(self, path: Path, chance: random.Random) -> None:
        self.path = path
        self.acknowledged = self.tried = 0
        self.attached: dict[str, bytes] = {}
        self._chance = chance

    def work(self) -> None:
        """All of it, as one window after the other."""
        try:
            for _ in range(40):
                self._sit_down()
                if self._chance.random() < 0.3:
                    self._command()
        except PowerCutError:
            pass

    def _sit_down(self) -> None:
        desk = Desk(self.path)
        try:
            if (left := found(self.path)) is not None:
                desk.take(left)
            for _ in range(self._chance.randrange(1, 6)):
                self._act(desk)
            if self._chance.random() < 0.5:
                self._save(desk)
        finally:
            desk.crash()

    def _command(self) -> None:
        """A command changes the saved file, where nothing is left to recover."""
        opened = open_file(self.path)
        if found(self.path) is None:
            self.tried += 1
            bid = set_typed(opened.bid, "title", f"Title {self.tried}")
            replace_known(self.path, bid_bytes(bid, opened.contents), opened.digest)
            self.acknowledged = self.tried

    def _act(self, desk: Desk) -> None:
        self.tried += 1
        many = self._chance.choice((0, 0, 900))
        desk.keep(f"Title {self.tried} {'and more ' * many}".strip())
        self.acknowledged = self.tried
        if self._chance.random() < 0.15:
            self._attach(desk)
        if self._chance.random() < 0.3:
            self._save(desk)

    def _attach(self, desk: Desk) -> None:
        data = f"letter {self.tried}".encode()
        digest = hashlib.sha256(data).hexdigest()
        item = Attachment(
            sha256=digest, name=f"{self.tried}.txt", type="text/plain", size=len(data)
        )
        new = attach(desk.bid, item)
        change = Change(when=now(), words="Attached", edits=diff(desk.bid, new))
        desk.keeper.keep(digest, data)
        desk.keeper.append((change,))
        desk.bid = apply(desk.bid, change)
        self.attached[digest] = data

    def _save(self, desk: Desk) -> None:
        wanted = {item.sha256 for item in desk.bid.attachments}
        contents = {digest: data for digest, data in self.attached.items() if digest in wanted}
        desk.keeper.save(bid_bytes(desk.bid, contents))
        self.acknowledged = self.tried


def _check(row: Row, path: Path, officer: _Officer) -> None:
    try:
        opened = open_file(path)
        recovered = found(path)
    except FileTroubleError as error:
        row.damage(str(error))
        return
    if not opened.whole:
        row.damage("the bid file is not whole")
    bid = recovered.bid if recovered else opened.bid
    number = _number(bid.title)
    if not officer.acknowledged <= number <= officer.tried:
        row.lose(
            max(1, officer.acknowledged - number), f"“{bid.title[:20]}” of {officer.acknowledged}"
        )
    if recovered and recovered.lost:
        row.misread("what nobody was told was safe is told as lost")
    there = {**opened.contents, **(recovered.contents if recovered else {})}
    for digest, data in officer.attached.items():
        if there.get(digest) != data:
            row.lose(1, "an attachment's bytes")


def _number(title: str) -> int:
    words = title.split()
    return int(words[1]) if words[:1] == ["Title"] else 0


def _names(folder: Path) -> dict[str, int]:
    return {entry.name: entry.inode() for entry in os.scandir(folder)}
