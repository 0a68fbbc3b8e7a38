"""Rows: `kill -9` at any moment, of one process and of two on one bid, and of a command.

A command of its own is a row in a few lines: `command_row` with the words it is given and a check.
"""

import os
import random
import shutil
from collections.abc import Callable
from functools import partial
from itertools import chain, islice
from pathlib import Path

from bidwriter.bids.bid import Bid
from bidwriter.cli import run
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery.recovery import recover
from faults.desk import copy_of_sample, must_open, profile_in
from faults.killing import Tell, kill_all
from faults.pen import FIELDS, Reading, edits, reading
from faults.row import Row
from faults.sessions import work

FRESH = 15  # kills of one bid, each on what the one before left
MOST = 20  # things told to be safe before a session is killed
MOST_COMMANDS = 6  # and before a command is
AHEAD = 20_000  # edits that a child may have made beyond the last it told of


def typing(many: int, folder: Path, seed: int) -> Row:
    """Typing, never saved: all is in journals, on journals, on journals."""
    row = Row("killed while typing (`kill -9`)")
    return _one_after_the_other(row, many, folder, seed, saves=False)


def saving(many: int, folder: Path, seed: int) -> Row:
    """Typing, and saving all the time."""
    row = Row("killed while typing and saving (`kill -9`)")
    return _one_after_the_other(row, many, folder, seed, saves=True)


def _one_after_the_other(row: Row, many: int, folder: Path, seed: int, *, saves: bool) -> Row:
    chance = random.Random(seed)
    path = folder / "none"
    for turn in range(many):
        if turn % FRESH == 0:
            place = folder / str(turn)
            place.mkdir()
            path = copy_of_sample(place)
            now = reading(open_file(path).bid)
        with profile_in(path.parent / "profile"):
            one = partial(work, path, seed + turn, now, saves=saves)
            (told,) = kill_all([one], chance, MOST)
            row.tried += 1
            row.acknowledged += told
            bid = after_kill(row, path)
            check(row, bid, seed + turn, now, told)
            now = reading(bid)
    return row


def two_processes(many: int, folder: Path, seed: int) -> Row:
    """Two windows write in one bid, in different fields, and are killed."""
    row = Row("two windows on one bid, both killed")
    chance = random.Random(seed)
    for turn in range(many):
        place = folder / str(turn)
        place.mkdir()
        path = copy_of_sample(place)
        start = open_file(path).bid
        starts = [reading(start, FIELDS[:2]), reading(start, (FIELDS[2], "outputs"))]
        with profile_in(place / "profile"):
            works = [
                partial(work, path, seed + turn * 2 + n, starts[n], saves=True) for n in (0, 1)
            ]
            told = kill_all(works, chance, MOST)
            row.tried += 1
            bid = after_kill(row, path)
            for n in (0, 1):
                row.acknowledged += told[n]
                check(row, bid, seed + turn * 2 + n, starts[n], told[n])
    return row


def after_kill(row: Row, path: Path) -> Bid:
    """The bid as the next window has it: its file, and what is recovered."""
    try:
        opened = open_file(path)
    except FileTroubleError as error:
        row.damage(f"{path}: {error}")
        return must_open().bid
    if not opened.whole:
        row.damage(f"{path} is not whole")
    recovered = recover(path, opened.bid, opened.digest)
    return recovered.bid if recovered else opened.bid


def check(row: Row, bid: Bid, seed: int, start: Reading, told: int) -> None:
    """The bid must read as it did after the last edit that was told to be safe, or after a later
    one: nothing is missing, nothing was made up."""
    found = reading(bid, tuple(start))
    readings = chain([start], (after for _, after in edits(seed, start)))
    before = [after == found for after in islice(readings, told)]
    if found in islice(readings, AHEAD):
        return
    if any(before):
        row.lose(told - before.index(True), f"{told} were told, seed {seed}")
    else:
        row.lose(max(told, 1), f"the bid reads as it never did, seed {seed}")


# --- commands --------------------------------------------------------------------------------


def commands(many: int, folder: Path, seed: int) -> Row:
    """`bidwriter set`, again and again."""
    path = copy_of_sample(folder)

    def words(n: int) -> list[str]:
        return ["set", str(path), "title", f"Title {n}"]

    def is_there(n: int) -> bool:
        title = open_file(path).bid.title
        return int(title.split()[1]) >= n if title.startswith("Title ") else n == 0

    row = Row("killed while a command changes a bid (`kill -9`)")
    return command_row(row, many, folder, seed, words, is_there, [path])


def merging(many: int, folder: Path, seed: int) -> Row:
    """Two copies changed by commands in turn, and `bidwriter merge` into the first."""
    mine, theirs = copy_of_sample(folder), folder / "theirs.bid"
    shutil.copy(mine, theirs)

    def words(n: int) -> list[str]:
        match n % 3:
            case 1:
                return ["set", str(theirs), "title", f"Title {n}", "--as", "Ruth"]
            case 2:
                return ["set", str(mine), "summary", f"Words {n}", "--as", "Joan"]
            case _:
                return ["merge", str(mine), str(theirs), "-o", str(mine)]

    def is_there(n: int) -> bool:
        joined, other = open_file(mine).bid, open_file(theirs).bid
        return (
            _number(other.title) >= _last(n, 1)
            and _number(str(joined.answer("summary"))) >= _last(n, 2)
            and _number(joined.title) >= _last(_last(n, 0), 1)
            and not joined.conflicts
        )

    row = Row("killed while copies are changed and joined (`kill -9`)")
    return command_row(row, many, folder, seed, words, is_there, [mine, theirs])


def _last(n: int, of: int) -> int:
    """The last run up to `n` that did the thing `of` of the three; 0 if none did."""
    return max(0, n - (n - of) % 3)


def _number(words: str) -> int:
    """The run that wrote these words; 0 for the sample's own."""
    last = words.rpartition(" ")[2]
    return int(last) if words.startswith(("Title ", "Words ")) and last.isdecimal() else 0


def command_row(  # noqa: PLR0917
    row: Row,
    many: int,
    folder: Path,
    seed: int,
    words: Callable[[int], list[str]],
    is_there: Callable[[int], bool],
    whole: list[Path],
) -> Row:
    """A command run again and again and killed: `words` are those of its n-th run, `is_there` says
    whether what the n-th run did is there, `whole` are the files that must be whole or absent."""
    chance = random.Random(seed)
    done = 0
    with profile_in(folder / "profile"):
        for _ in range(many):
            work = partial(_run, words, done)
            (told,) = kill_all([work], chance, MOST_COMMANDS)
            row.tried += 1
            row.acknowledged += max(0, told - done)
            done = max(done, told)
            for path in whole:
                _check_whole(row, path)
            if not is_there(done):
                row.lose(1, f"what run {done} did is not there")
    return row


def _run(words: Callable[[int], list[str]], done: int, tell: Tell) -> None:
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), 1)
    for n in range(done + 1, done + 1_000):
        if run(words(n)) != 0:
            raise RuntimeError(f"{words(n)} failed")
        tell(n)


def _check_whole(row: Row, path: Path) -> None:
    if not path.exists():
        return
    try:
        if not open_file(path).whole:
            row.damage(f"{path} is not whole")
    except FileTroubleError as error:
        row.damage(f"{path}: {error}")
