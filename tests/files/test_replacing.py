"""A file is replaced whole, or what was there is there still."""

import errno
import os
from pathlib import Path

import pytest

from bidwriter.files.replacing import replace
from bidwriter.files.trouble import FileTroubleError


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

    if step == "write":
        monkeypatch.setattr(Path, "open", full)
    else:
        monkeypatch.setattr(os, step, full)
    with pytest.raises(FileTroubleError, match="the disk is full"):
        replace(path, b"new")
    monkeypatch.undo()
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
