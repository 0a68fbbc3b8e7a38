"""A file is replaced whole, or what was there is there still."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bidwriter.files.disk.replacing import reason, replace
from bidwriter.files.disk.trouble import FileTroubleError


def test_writes_and_replaces_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "größe und 名.bid"
    replace(path, b"one")
    replace(path, b"two")
    assert path.read_bytes() == b"two"
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("step", ["fsync", "replace", "write"])
def test_a_fault_at_any_step_leaves_the_old_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.bid"
    path.write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(FileTroubleError, match="the disk is full"):
        owner, name = (Path, "open") if step == "write" else (os, step)
        patch.setattr(owner, name, full)
        replace(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.bid"]


def test_a_busy_file_is_waited_for_and_other_faults_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.bid"
    waits: list[float] = []
    faults = [32, 5]
    real = os.replace

    def busy(source: Path, target: Path) -> None:
        if faults:
            error = OSError(errno.EACCES, "busy")
            error.winerror = faults.pop()  # type: ignore[attr-defined]
            raise error
        real(source, target)

    monkeypatch.setattr(os, "replace", busy)
    replace(path, b"new", pause=waits.append)
    assert waits == [0.05, 0.1]
    assert path.read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileTroubleError, match="its folder is not there any more"):
        replace(tmp_path / "none" / "a.bid", b"x")


def test_what_does_not_read_back_the_same_is_not_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.bid"
    path.write_bytes(b"old")
    real = Path.read_bytes
    with monkeypatch.context() as patch, pytest.raises(FileTroubleError, match="reported a fault"):
        patch.setattr(Path, "read_bytes", lambda p: real(p).replace(b"n", b"m"))
        replace(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_file_is_on_the_disk_itself_before_it_is_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = list[str]()

    def noted(name: str, real: Callable[..., None]) -> None:
        def step(*args: object) -> None:
            steps.append(name)
            real(*args)

        monkeypatch.setattr(os, name, step)

    noted("fsync", os.fsync)
    noted("replace", os.replace)
    replace(tmp_path / "a.bid", b"new")
    assert steps == ["fsync", "replace", "fsync"]


@pytest.mark.parametrize(
    ("windows", "number", "words"),
    [
        (32, errno.EACCES, "another program is using it"),
        (53, errno.ENOENT, "the network drive does not answer"),
        (0, errno.ESTALE, "the network drive does not answer"),
        (0, 9999, "the system refused"),
    ],
)
def test_reasons_are_said_in_plain_words(windows: int, number: int, words: str) -> None:
    error = OSError(number, "Something technical")
    error.winerror = windows  # type: ignore[attr-defined]
    assert reason(error) == words


def test_the_mode_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.bid"
    path.write_bytes(b"old")
    path.chmod(0o660)
    replace(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o660
