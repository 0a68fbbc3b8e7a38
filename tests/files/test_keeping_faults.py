"""Every call of a save fails in turn, in every way a disk fails: the file is whole, the old or the
new; file and journal together give every edit that was acknowledged; a later save works."""

import errno
from contextlib import suppress
from pathlib import Path

import pytest
from faults.desk import Desk, found, in_recovery
from faults.judging import unclear
from faulty import Disk, Killed
from making import sample

from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.trouble import FileTroubleError

# How many calls lie between two that fail: a full disk meets each call, every second one once and
# the others for good; of the other faults each meets every seventh call, and each call some fault.
LEAP, LEAP_FULL, LEAP_QUICK = 7, 2, 12


def windows(number: int) -> OSError:
    error = OSError(errno.EACCES, "The process cannot access the file")
    error.winerror = number  # type: ignore[attr-defined]
    return error


FAULTS = {
    "full": OSError(errno.ENOSPC, "No space left on device"),
    "denied": OSError(errno.EACCES, "Permission denied"),
    "read-only": OSError(errno.EROFS, "Read-only file system"),
    "broken": OSError(errno.EIO, "Input/output error"),
    "gone": OSError(errno.ENOENT, "No such file or directory"),
    "no network": OSError(errno.ESTALE, "Stale file handle"),
    "scanner": windows(5),
    "shared": windows(32),
    "locked": windows(33),
}


class Work:
    """An officer's work on a disk that fails once set to."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.disk = disk
        self.said: list[str] = []
        crashed = Desk.on_sample(folder)
        crashed.keep("Brought back", "contact-name")
        crashed.crash()
        self.desk = Desk(crashed.path)
        recovered = found(crashed.path)
        assert recovered
        self.desk.take(recovered)
        self.kept = self._step(0)

    def _step(self, n: int) -> str:
        self.desk.keep(f"Title {n}")
        return f"Title {n}"

    def go_on(self) -> None:
        """Type, save, type, save; what fails is said and goes on. `kept` is what the journal has
        acknowledged, or the file."""
        for n in (1, 2):
            try:
                self.kept = self._step(n)
            except FileTroubleError as error:
                self.said.append(str(error))
            try:
                self.desk.save()
                self.kept = f"Title {n}"
            except FileTroubleError as error:
                self.said.append(str(error))


def steps(folder: Path) -> int:
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch)
        work = Work(folder, disk)
        disk.fail(10**9, OSError(), for_good=False)
        work.go_on()
        return len(disk.calls)


def number(title: str) -> int:
    return int(title.split()[1])


def check_law(work: Work, *, once: bool) -> None:
    """After a crash now: the file is whole, nothing acknowledged is missing; and nothing is said
    to be, unless the disk could not take back what it had half written."""
    path = work.desk.path
    opened = open_file(path)
    assert opened.whole
    assert opened.bid.title in (sample().title, "Title 0", "Title 1", "Title 2")
    recovered = found(path)
    assert not (once and recovered and recovered.lost)
    bid = recovered.bid if recovered else opened.bid
    assert number(bid.title) >= number(work.kept)
    assert bid.answer("contact-name") == "Brought back"


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize(
    ("fault", "leap"),
    [
        ("full", LEAP_QUICK),
        pytest.param("full", LEAP_FULL, marks=pytest.mark.proof),
        *(pytest.param(f, LEAP, marks=pytest.mark.proof) for f in FAULTS if f != "full"),
    ],
)
def test_after_any_fault_all_is_there_and_a_later_save_works(
    tmp_path: Path, fault: str, leap: int, for_good: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "count").mkdir()
    many = steps(tmp_path / "count")
    assert many > 40
    disk = Disk(monkeypatch)
    turn = list(FAULTS).index(fault)
    for at in range(turn % leap if turn else for_good, many, leap):
        folder = tmp_path / str(at)
        folder.mkdir()
        work = Work(folder, disk)
        disk.fail(at, FAULTS[fault], for_good=for_good)
        work.go_on()
        disk.mend()
        assert not [(text, unclear(text)) for text in work.said if unclear(text)]
        step = f"at {at}: {disk.calls[at : at + 1]}"
        if (at // LEAP + at) % 2:
            work.desk.crash()
            check_law(work, once=not for_good)
        else:
            work.desk.save()
            opened = open_file(work.desk.path)
            assert opened.bid == work.desk.bid, step
            work.desk.crash()
            assert found(work.desk.path) is None, step
            assert not in_recovery(), step
            left = {p.suffix for p in folder.iterdir()}
            assert left == {".bid"} if not for_good else left <= {".bid", ".tmp"}, step
        _forget_journals()


# Of the calls, each fourth one; the proofs take the others.
@pytest.mark.parametrize(
    "first", [0, *(pytest.param(first, marks=pytest.mark.proof) for first in (1, 2, 3))]
)
def test_after_a_kill_at_any_step_all_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    (tmp_path / "count").mkdir()
    many = steps(tmp_path / "count")
    disk = Disk(monkeypatch)
    for at in range(first, many, 4):
        folder = tmp_path / str(at)
        folder.mkdir()
        work = Work(folder, disk)
        disk.fail(at, Killed(), for_good=True)
        with suppress(Killed):
            work.go_on()
        disk.mend()
        work.desk.crash()
        check_law(work, once=False)
        _forget_journals()


def _forget_journals() -> None:
    from bidwriter.files.recovery.journal import folder

    for name in in_recovery():
        (folder() / name).unlink()
