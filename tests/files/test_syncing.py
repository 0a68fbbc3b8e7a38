"""What is on the disk for certain: bytes, names, and folders that are new."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from bidwriter.files.disk import syncing
from bidwriter.files.disk.syncing import make_folder, make_own, sync_file, sync_folder


@pytest.fixture
def folders(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The numbers of the folders that are synced."""
    synced, real = list[int](), os.fsync

    def sync(handle: int) -> None:
        found = os.fstat(handle)
        if stat.S_ISDIR(found.st_mode):
            synced.append(found.st_ino)
        real(handle)

    monkeypatch.setattr(os, "fsync", sync)
    yield synced


def test_each_new_folder_is_named_on_the_disk(tmp_path: Path, folders: list[int]) -> None:
    make_own(tmp_path / "a" / "b")
    assert folders == [tmp_path.stat().st_ino, (tmp_path / "a").stat().st_ino]
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    make_own(tmp_path / "a" / "b")
    make_folder(tmp_path / "a")
    assert len(folders) == 2, "nothing is new"
    make_folder(tmp_path / "c")
    assert stat.S_IMODE((tmp_path / "c").stat().st_mode) & 0o700 == 0o700


def test_something_else_in_the_place_of_a_folder_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    for make in (make_own, make_folder):
        with pytest.raises(FileExistsError):
            make(tmp_path / "a")


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EACCES, errno.ENOTSUP])
def test_a_share_that_cannot_sync_folders_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    sync_folder(tmp_path)


def test_a_disk_that_fails_at_a_folder_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no"):
        sync_folder(tmp_path)


# What a Mac does is played here; no Mac was at hand.


def on_a_mac(patch: pytest.MonkeyPatch, answer: int) -> list[str]:
    """A Mac whose full sync fails with this error, or with 0 does not; what is called."""
    called = list[str]()

    def full(_descriptor: int, command: int) -> None:
        called.append(f"fcntl {command}")
        if answer:
            raise OSError(answer, "no")

    patch.setattr(syncing, "sys", SimpleNamespace(platform="darwin"))
    patch.setitem(sys.modules, "fcntl", SimpleNamespace(F_FULLFSYNC=51, fcntl=full))
    patch.setattr(os, "fsync", lambda _descriptor: called.append("fsync"))
    return called


@pytest.mark.parametrize(
    ("answer", "called"),
    [
        (0, ["fcntl 51"]),
        (errno.ENOTSUP, ["fcntl 51", "fsync"]),
        (errno.EINVAL, ["fcntl 51", "fsync"]),
    ],
)
def test_a_mac_is_asked_for_the_disk_itself(
    monkeypatch: pytest.MonkeyPatch, answer: int, called: list[str]
) -> None:
    seen = on_a_mac(monkeypatch, answer)
    sync_file(0)
    assert seen == called


def test_a_mac_s_full_disk_is_no_disk_that_knows_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = on_a_mac(monkeypatch, errno.ENOSPC)
    with pytest.raises(OSError, match="no"):
        sync_file(0)
    assert seen == ["fcntl 51"]
