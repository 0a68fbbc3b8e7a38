"""Rows: clocks that go backwards, and names in every script and of every length."""

import os
import random
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from unittest.mock import patch

from bidwriter import clock
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk import lock
from bidwriter.files.disk.trouble import FileTroubleError
from faults.desk import Desk, after_crash, copy_of_sample, found, in_recovery, profile_in
from faults.row import Row


def clocks(many: int, folder: Path, seed: int) -> Row:
    """Crash upon crash on one bid, while the clock jumps back and forth."""
    row = Row("clock going backwards between crashes")
    chance = random.Random(seed)
    for turn in range(many):
        place = folder / str(turn)
        place.mkdir()
        row.tried += 1
        with profile_in(place / "profile"):
            _crashes(row, copy_of_sample(place), chance)
    return row


def _crashes(row: Row, path: Path, chance: random.Random) -> None:
    written = 0
    for _ in range(4):
        desk = Desk(path)
        if recovered := found(path):
            desk.take(recovered)
        for _ in range(3):
            written += 1
            with _some_time(chance):
                desk.keep(f"Title {written}")
        if chance.random() < 0.2:
            with _some_time(chance):
                desk.save()
        file = desk.crash()
        moment = chance.randrange(10**9)
        with suppress(OSError):
            os.utime(file, (moment, moment))
    row.acknowledged += written
    if (title := after_crash(path).title) != f"Title {written}":
        row.lose(1, f"{title} where {written} were written")


@contextmanager
def _some_time(chance: random.Random) -> Iterator[None]:
    """Any moment, for the clock of changes and for the system's."""
    moment = chance.randrange(2 * 10**18)
    day = {"BIDWRITER_NOW": f"20{chance.randrange(10, 38)}-01-01T10:00"}
    with (
        patch.dict(os.environ, day),
        patch(
            "bidwriter.files.recovery.journal_records.time.time_ns",
            lambda: moment,
        ),
    ):
        yield


# Where scripts of today begin in Unicode, and symbols, marks that combine, and signs of direction.
STARTS = (
    *(0x20, 0x41, 0xC0, 0x370, 0x410, 0x531, 0x5D0, 0x627, 0x710, 0x905, 0x985, 0xA05, 0xB85),
    *(0xC05, 0xD05, 0xE01, 0xE81, 0xF40, 0x1000, 0x10D0, 0x1200, 0x13A0, 0x1780, 0x1820, 0x1E00),
    *(0x300, 0x200B, 0x202A, 0x2600, 0x3041, 0x30A1, 0x4E00, 0xAC00, 0xFB50, 0x1F600, 0x20000),
)
LONGEST = 255


def names(many: int, folder: Path, seed: int) -> Row:
    """Locked, journalled, crashed, recovered, saved, with each name."""
    row = Row("names in every script and of every length")
    chance = random.Random(seed)
    for turn in range(many):
        name = _name(chance, STARTS[turn % len(STARTS)])
        place = folder / str(turn)
        place.mkdir()
        with profile_in(place / "profile"):
            row.tried += 1
            try:
                _live(row, place, name)
            except FileTroubleError as error:
                row.hear(str(error))
                row.lose(1, f"{name!r}: {error}")
    return row


def _name(chance: random.Random, start: int) -> str:
    letters = [chr(start + n) for n in range(40)]
    usable = [c for c in letters if c not in "/\0" and unicodedata.category(c) != "Cs"]
    longest = chance.choice((8, 60, LONGEST - 4, LONGEST - 4, LONGEST - 4))
    name = ""
    while len(longer := name + chance.choice([*usable, " "])) and (
        len(os.fsencode(longer)) <= longest
    ):
        name = longer
    return f"{name}.bid"


def _live(row: Row, folder: Path, name: str) -> None:
    path = copy_of_sample(folder, name)
    if not lock.take(path, clock.now()):
        row.damage(f"no lock beside {name!r}")
    desk = Desk(path)
    desk.keep("Title 1")
    row.acknowledged += 1
    desk.crash()
    again = Desk(path)
    if recovered := found(path):
        again.take(recovered)
    again.save()
    lock.release(path)
    if open_file(path).bid.title != "Title 1":
        row.lose(1, f"what was typed in {name!r} is not there")
    if in_recovery() or [p.name for p in folder.iterdir()] != [name, "profile"]:
        left = {p.name for p in folder.iterdir()} - {name, "profile"}
        if left or in_recovery():
            row.damage(f"{left | set(in_recovery())} left beside {name!r}")
