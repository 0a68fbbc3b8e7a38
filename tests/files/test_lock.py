"""The lock beside an open bid tells of living people, and stops nobody."""

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
import pytest
from making import NOW

from bidwriter.files.disk import lock, strict_json
from bidwriter.files.disk.lock import Holder


def locked_by(
    path: Path, process: int, computer: str, since: datetime = NOW, began: datetime | None = None
) -> Holder:
    holder = Holder(user="ann", computer=computer, process=process, since=since, began=began)
    data = strict_json.dumps(holder.model_dump(mode="json"))
    held = path.with_name(f".{path.name}.open")
    held.write_bytes(data)
    os.utime(held, (since.timestamp(), since.timestamp()))
    return holder


def held(path: Path, now: datetime = NOW) -> str:
    """The user who has it; "" for nobody."""
    holder = lock.held_by_other(path, now)
    return holder.user if holder else ""


def ended() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def parent_began() -> datetime:
    return datetime.fromtimestamp(psutil.Process(os.getppid()).create_time(), UTC)


def test_one_s_own_lock_is_nobody_else_s_and_goes_when_released(tmp_path: Path) -> None:
    path = tmp_path / "a.bid"
    assert lock.take(path, NOW)
    assert held(path) == ""
    lock.release(path)
    assert not list(tmp_path.iterdir())


def test_who_lives_is_told_and_who_is_gone_is_not(tmp_path: Path) -> None:
    path, here = tmp_path / "a.bid", socket.gethostname()
    locked_by(path, os.getppid(), here, began=parent_began())
    assert held(path) == "ann"
    lock.release(path)
    assert held(path) == "ann", "another's lock is not released"
    locked_by(path, ended(), here)
    assert held(path) == ""
    locked_by(path, ended(), "another-computer")
    assert held(path) == "ann"


@pytest.mark.parametrize(
    ("seconds", "who"), [(-3600, ""), (-62, ""), (-59, "ann"), (59, "ann"), (62, ""), (3600, "")]
)
def test_a_number_that_another_process_has_since_is_nobody(
    tmp_path: Path, seconds: int, who: str
) -> None:
    path, here = tmp_path / "a.bid", socket.gethostname()
    began = parent_began() + timedelta(seconds=seconds)
    locked_by(path, os.getppid(), here, began=began)
    assert held(path) == who


@pytest.mark.parametrize(("seconds", "who"), [(-3600, ""), (-62, ""), (-59, "ann"), (3600, "ann")])
def test_a_lock_of_an_older_bidwriter_says_when_it_was_taken(
    tmp_path: Path, seconds: int, who: str
) -> None:
    path, here = tmp_path / "a.bid", socket.gethostname()
    locked_by(path, os.getppid(), here, since=parent_began() + timedelta(seconds=seconds))
    assert held(path) == who


def test_a_lock_with_this_number_left_behind_before_a_restart_is_not_this_one(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.bid"
    locked_by(path, os.getpid(), socket.gethostname(), began=NOW)
    lock.release(path)
    assert path.with_name(".a.bid.open").exists()
    assert held(path) == ""


def test_another_computer_is_forgotten_a_week_after_its_last_save(tmp_path: Path) -> None:
    path = tmp_path / "a.bid"
    locked_by(path, 5, "another-computer")
    assert held(path, NOW + lock.FORGOTTEN) == "ann"
    assert held(path, NOW + lock.FORGOTTEN + timedelta(seconds=1)) == ""
    later = (NOW + timedelta(days=3)).timestamp()
    os.utime(path.with_name(".a.bid.open"), (later, later))
    assert held(path, NOW + lock.FORGOTTEN + timedelta(days=3)) == "ann"
    assert held(path, NOW + lock.FORGOTTEN + timedelta(days=3, seconds=1)) == ""


def test_a_save_shows_that_somebody_is_there_still(tmp_path: Path) -> None:
    path = tmp_path / "a.bid"
    mark = path.with_name(".a.bid.open")
    lock.take(path, NOW)
    os.utime(mark, (1, 1))
    lock.show_life(path)
    assert mark.stat().st_mtime > 1
    locked_by(path, 5, "another-computer")
    lock.show_life(path)
    assert mark.stat().st_mtime == NOW.timestamp(), "another's mark is left alone"
    mark.unlink()
    lock.show_life(path)
    assert not mark.exists()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"user": 1}', b"\xff" * 20_000])
def test_a_lock_that_cannot_be_read_is_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.bid"
    (tmp_path / ".a.bid.open").write_bytes(data)
    assert held(path) == ""
    lock.release(path)


def test_a_lock_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    assert not lock.take(tmp_path / "none" / "a.bid", NOW)
