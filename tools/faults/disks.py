"""Rows: disks that are full at any write, or read-only, under the bid, the profile or both."""

import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.trouble import FileTroubleError
from faults.desk import Desk, after_crash, copy_of_sample, profile_in
from faults.row import Row

SIZE = 2**20
PAGE = 4096
SKIPPED = "not tried: needs root, to mount a small disk"
Harm = Callable[[Path], Callable[[], None]]  # to a disk; hands back what mends it


def full(many: int, folder: Path, seed: int) -> Row:
    """A disk with room for a few pages, a different number each time."""
    chance = random.Random(seed)

    def fill(disk: Path) -> Callable[[], None]:
        filler, pages = disk / "filler", chance.randrange(50)
        room = shutil.disk_usage(disk).free - pages * PAGE
        filler.write_bytes(bytes(max(0, room)))
        return filler.unlink

    return _on_small_disk(Row("disk full at any write"), many, folder, chance, fill)


def read_only(many: int, folder: Path, seed: int) -> Row:
    """A disk that is read-only: the profile's from the start, as no system closes a disk on which
    a file is being written; the bid's from some moment on."""

    def close(disk: Path) -> Callable[[], None]:
        _mount("remount,ro", disk)
        return lambda: _mount("remount,rw", disk)

    row = Row("folder, profile or both read-only")
    return _on_small_disk(row, many, folder, random.Random(seed), close, harm_comes_late=False)


def _on_small_disk(
    row: Row,
    many: int,
    folder: Path,
    chance: random.Random,
    harm: Harm,
    *,
    harm_comes_late: bool = True,
) -> Row:
    with _small_disk(folder / "disk") as disk:
        if disk is None:
            row.note = SKIPPED
            return row
        for turn in range(many):
            where = chance.choice(("bid", "profile", "both"))
            places = {
                name: (disk if where in (name, "both") else folder) / f"{name}-{turn}"
                for name in ("bid", "profile")
            }
            for place in places.values():
                place.mkdir()
            with profile_in(places["profile"]):
                sudden = harm_comes_late or where == "bid"
                _try(row, places["bid"], disk, harm, chance, 5 if sudden else 1)
            for place in places.values():
                shutil.rmtree(place)
    return row


def _try(  # noqa: PLR0917
    row: Row, folder: Path, disk: Path, harm: Harm, chance: random.Random, first: int
) -> None:
    """Edits in peace before the `first`, then some on the harmed disk; then a crash, or the disk
    mended."""
    row.tried += 1
    desk = Desk(copy_of_sample(folder))
    acknowledged = _write(row, desk, range(1, first), chance)
    mend = harm(disk)
    acknowledged = max(acknowledged, _write(row, desk, range(first, 12), chance))
    row.acknowledged += acknowledged
    if chance.random() < 0.5:
        mend()
        desk.save()
        desk.crash()
        _check(row, desk.path, 11)
    else:
        desk.crash()
        mend()
        _check(row, desk.path, acknowledged)


def _write(row: Row, desk: Desk, numbers: range, chance: random.Random) -> int:
    """Edits and saves; hands back the last that was acknowledged."""
    acknowledged = 0
    for number in numbers:
        try:
            desk.keep(f"Title {number} {'and more ' * chance.randrange(1500)}")
            acknowledged = number
        except FileTroubleError as error:
            row.hear(str(error))
        if chance.random() < 0.4:
            try:
                desk.save()
                acknowledged = number
            except FileTroubleError as error:
                row.hear(str(error))
    return acknowledged


def _check(row: Row, path: Path, acknowledged: int) -> None:
    try:
        whole = open_file(path).whole
    except FileTroubleError:
        whole = False
    if not whole:
        row.damage(str(path))
        return
    title = after_crash(path).title
    found = int(title.split()[1]) if title.startswith("Title ") else 0
    if found < acknowledged:
        row.lose(acknowledged - found, f"{found} of {acknowledged} are there")


@contextmanager
def _small_disk(place: Path) -> Iterator[Path | None]:
    place.mkdir()
    try:
        _mount(f"size={SIZE}", place, "-t", "tmpfs", "tmpfs")
    except (OSError, subprocess.CalledProcessError):
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def _mount(options: str, place: Path, *more: str) -> None:
    words = ["mount", "-o", options, *more, str(place)]
    subprocess.run(words, check=True, stderr=subprocess.DEVNULL)
