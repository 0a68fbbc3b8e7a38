"""The lock beside an open bid tells of living people, and stops nobody."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from making import NOW

from bidwriter.files.disk import lock, strict_json
from bidwriter.files.disk.lock import Holder


def locked_by(path: Path, process: int, computer: str) -> Holder:
    holder = Holder(user="ann", computer=computer, process=process, since=NOW)
    data = strict_json.dumps(holder.model_dump(mode="json"))
    path.with_name(f".{path.name}.open").write_bytes(data)
    return holder


def ended() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_one_s_own_lock_is_nobody_else_s_and_goes_when_released(tmp_path: Path) -> None:
    path = tmp_path / "a.bid"
    assert lock.take(path, NOW)
    assert lock.held_by_other(path) is None
    lock.release(path)
    assert not list(tmp_path.iterdir())


def test_who_lives_is_told_and_who_is_gone_is_not(tmp_path: Path) -> None:
    path, here = tmp_path / "a.bid", socket.gethostname()
    holder = locked_by(path, os.getppid(), here)
    assert lock.held_by_other(path) == holder
    lock.release(path)
    assert lock.held_by_other(path) == holder, "another's lock is not released"
    locked_by(path, ended(), here)
    assert lock.held_by_other(path) is None
    holder = locked_by(path, ended(), "another-computer")
    assert lock.held_by_other(path) == holder


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"user": 1}', b"\xff" * 20_000])
def test_a_lock_that_cannot_be_read_is_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.bid"
    (tmp_path / ".a.bid.open").write_bytes(data)
    assert lock.held_by_other(path) is None
    lock.release(path)


def test_a_lock_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    assert not lock.take(tmp_path / "none" / "a.bid", NOW)
