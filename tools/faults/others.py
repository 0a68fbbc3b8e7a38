"""Rows: what others do to a file while it is open here: put another in its place, read it all the
time."""

import os
import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import new_bid
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.rounds.library import find
from faults.desk import Desk, after_crash, copy_of_sample, profile_in
from faults.killing import Tell, kill_all
from faults.row import Row


def replaced(many: int, folder: Path, seed: int) -> Row:
    """The file is replaced, changed, made read-only, taken away or turned into a folder under an
    open window; what is there is left alone, and what was typed can be had."""
    row = Row("file replaced or gone under an open window")
    chance = random.Random(seed)
    for turn in range(many):
        place = folder / str(turn)
        place.mkdir()
        with profile_in(place / "profile"):
            _one(row, place, HARMS[turn % len(HARMS)], chance)
    return row


def _one(row: Row, folder: Path, harm: Callable[[Path], None], chance: random.Random) -> None:
    row.tried += 1
    home = folder / "home"
    home.mkdir()
    desk = Desk(copy_of_sample(home))
    desk.keep("Title 1")
    if chance.random() < 0.5:
        desk.save()
    desk.keep("Title 2")
    row.acknowledged += 2
    saved = desk.path.read_bytes()
    harm(desk.path)
    before = _content(desk.path)
    try:
        desk.save()
    except FileTroubleError as error:
        row.hear(str(error))
        if _content(desk.path) != before:
            row.damage(f"{harm.__name__}: what was there was written over")
    else:
        if before is not None:
            row.damage(f"{harm.__name__}: what was there was written over without a word")
    desk.crash()
    _check_all_there(row, desk.path, saved, harm.__name__)


def _check_all_there(row: Row, path: Path, saved: bytes, harm: str) -> None:
    """What was typed is in the file, or comes back once the file is as it was."""
    with suppress(FileTroubleError):
        if open_file(path).bid.title == "Title 2":
            return
    if path.is_dir():
        path.rmdir()
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(saved)
    if (title := after_crash(path).title) != "Title 2":
        row.lose(1, f"{harm}: the title is {title}")


def _content(path: Path) -> bytes | None:
    if path.is_dir():
        return b"a folder"
    return path.read_bytes() if path.exists() else None


def another_version(path: Path) -> None:
    """A colleague, or a sync program, saved theirs."""
    other = Desk(path)
    other.type("Theirs")
    other.save()
    other.crash()


def garbage(path: Path) -> None:
    """Something that is no bid."""
    path.write_bytes(os.urandom(5000))


def another_bid(path: Path) -> None:
    """A bid, but another."""
    bid = new_bid(find("local-digital-fund-2018").round)
    path.write_bytes(bid_bytes(bid, {}))


def a_folder(path: Path) -> None:
    """A folder of the same name."""
    path.unlink()
    path.mkdir()


def taken_away(path: Path) -> None:
    """The file is gone."""
    path.unlink()


def folder_taken_away(path: Path) -> None:
    """The folder is gone, and the file with it."""
    shutil.rmtree(path.parent)


def read_only(path: Path) -> None:
    """Somebody made the file read-only."""
    path.chmod(0o444)


HARMS = (
    *(another_version, garbage, another_bid, a_folder, taken_away, folder_taken_away),
    read_only,
)


def copied(many: int, folder: Path, seed: int) -> Row:
    """A reader copies the file all the time while it is saved; each copy is whole."""
    row = Row("file copied all the time while it is saved")
    path, copies = copy_of_sample(folder), folder / "copy.bid"
    with profile_in(folder / "profile"):
        while row.tried < many:
            copying = partial(_copy, row, path, copies, min(200, many - row.tried))
            work = partial(_save_for_ever, path)
            (told,) = kill_all([work], random.Random(seed), 1, meanwhile=copying)
            row.acknowledged += told
    return row


def _save_for_ever(path: Path, tell: Tell) -> None:
    desk = Desk(path)
    first = _number(desk.bid) + 1
    for number in count(first):
        desk.type(f"Title {number}")
        desk.save()
        tell(number - first + 1)


def _copy(row: Row, path: Path, copies: Path, many: int) -> None:
    last = 0
    for _ in range(many):
        row.tried += 1
        shutil.copyfile(path, copies)
        try:
            opened = open_file(copies)
        except FileTroubleError as error:
            row.damage(str(error))
            continue
        if not opened.whole:
            row.damage("a copy is not whole")
        number = _number(opened.bid)
        if number < last:
            row.lose(last - number, "a later copy has an earlier bid")
        last = number


def _number(bid: Bid) -> int:
    return int(bid.title.split()[1]) if bid.title.startswith("Title ") else 0
