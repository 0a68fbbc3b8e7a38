"""Rows: journals and files that were torn, or lost bits, in any place."""

import random
from pathlib import Path

from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery.journal_records import parse
from faults.desk import SAMPLE, Desk, found, profile_in
from faults.row import Row

PLACES = ("title", "contact-name", "approach", "summary")
EDITS = 16


def journals(many: int, folder: Path, seed: int) -> Row:
    """Each edit whose line is whole comes back, and that others are missing is said."""
    row = Row("journals torn or with flipped bits")
    chance = random.Random(seed)
    with profile_in(folder / "profile"):
        path, journal = _written(folder)
        whole = journal.read_bytes()
        for _ in range(many):
            row.tried += 1
            data = torn(whole, chance) if chance.random() < 0.3 else flipped(whole, chance)
            journal.write_bytes(data)
            _check_journal(row, path, whole, data)
    return row


def _written(folder: Path) -> tuple[Path, Path]:
    path = folder / "bid.bid"
    path.write_bytes(SAMPLE.read_bytes())
    desk = Desk(path)
    for n in range(EDITS):
        desk.keep(f"Words {n}", PLACES[n % len(PLACES)])
    return path, desk.crash()


def _check_journal(row: Row, path: Path, whole: bytes, data: bytes) -> None:
    lines = whole.splitlines()
    *ended, tail = data.split(b"\n")
    left = {*ended, tail, tail[:-1]}  # of the last line no more than its line feed may have turned
    last: dict[str, str] = {}
    for line in lines:
        (record,) = parse(line)
        if line in left and "edits" in record:
            row.acknowledged += 1
            (edit,) = record["edits"]
            last[edit["place"]] = edit["after"]
    before = open_file(path).bid
    recovered = found(path)
    bid = recovered.bid if recovered else before
    for place in PLACES:
        wanted = last.get(place, str(before.answer(place) or ""))
        if str(bid.answer(place) or "") != wanted:
            row.lose(1, f"{place} is {bid.answer(place)}, not {wanted}")
    # What no line feed ends was torn as it was written: nobody was told that it was there.
    broken = any(line and line not in lines for line in ended)
    if broken and not (recovered and recovered.lost):
        row.lose(1, "that something is missing was not said")


def files(many: int, folder: Path, seed: int) -> Row:
    """A file is refused in words, said to be not as it was saved, or reads as it was saved; it is
    not touched."""
    row = Row("bid files torn or with flipped bits")
    chance = random.Random(seed)
    whole, bid = SAMPLE.read_bytes(), open_file(SAMPLE).bid
    path = folder / "bid.bid"
    for _ in range(many):
        row.tried += 1
        data = torn(whole, chance) if chance.random() < 0.3 else flipped(whole, chance)
        path.write_bytes(data)
        try:
            opened = open_file(path)
        except FileTroubleError as error:
            row.hear(str(error))
        else:
            if opened.whole and opened.bid != bid:
                row.damage("a broken file was taken for a whole one")
        if path.read_bytes() != data:
            row.damage("a broken file was changed")
    return row


def torn(data: bytes, chance: random.Random) -> bytes:
    """Only its beginning, sometimes with nothing but noughts after it."""
    at = chance.randrange(len(data))
    return data[:at] + bytes((len(data) - at) * (chance.random() < 0.2))


def flipped(data: bytes, chance: random.Random) -> bytes:
    """With one to three bits the other way."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)
