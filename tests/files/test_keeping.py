"""A file that is not what it was is never written over, and what happened is said."""

import os
import stat
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from faults.desk import Desk, found, in_recovery, must_find
from making import copy_of_sample, round_1

from bidwriter.bids.editing import new_bid
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.files.disk import replacing
from bidwriter.files.disk.holding import alone, standing
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery import keeping
from bidwriter.files.recovery.keeping import ChangedElsewhereError, NotThisBidError, replace_known


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk.on_sample(tmp_path)
    made.keep("Mine")
    return made


def refused(desk: Desk, words: str) -> FileTroubleError:
    """A save that is refused in these words and leaves what is there; the work can be had."""
    before = desk.path.read_bytes() if desk.path.is_file() else None
    with pytest.raises(FileTroubleError, match=words) as error:
        desk.save()
    assert before is None or desk.path.read_bytes() == before
    assert len(in_recovery()) == 1
    return error.value


def test_another_version_is_not_overwritten_and_can_be_accepted(desk: Desk) -> None:
    other = Desk(desk.path)
    other.keep("Theirs", "contact-name")
    other.save()
    error = refused(desk, "changed by somebody else while it was open here")
    assert type(error) is ChangedElsewhereError
    theirs = open_file(desk.path)
    desk.keeper.accept(theirs.digest)
    desk.keep("Theirs", "contact-name")  # what joining the two would do
    desk.save()
    saved = open_file(desk.path).bid
    assert (saved.title, saved.answer("contact-name")) == ("Mine", "Theirs")
    assert not in_recovery()


@pytest.mark.parametrize("content", [b"", b"garbage", b"PK\x03\x04"])
def test_something_else_in_its_place_is_not_overwritten(desk: Desk, content: bytes) -> None:
    desk.path.write_bytes(content)
    assert isinstance(refused(desk, "no longer a bid that can be read"), NotThisBidError)


def test_another_bid_in_its_place_is_not_overwritten(desk: Desk) -> None:
    desk.path.write_bytes(bid_bytes(new_bid(round_1()), {}))
    assert isinstance(refused(desk, "is another bid now"), NotThisBidError)


def test_a_folder_in_its_place_is_said(desk: Desk) -> None:
    desk.path.unlink()
    desk.path.mkdir()
    refused(desk, "there is a folder of that name.*safe in the recovery copy")


def test_a_file_that_is_gone_is_written_anew(desk: Desk) -> None:
    desk.path.unlink()
    desk.save()
    assert open_file(desk.path).bid.title == "Mine"


def test_a_folder_that_is_gone_is_said_and_the_work_kept(desk: Desk, tmp_path: Path) -> None:
    away = tmp_path.with_name("away")
    tmp_path.rename(away)
    refused(desk, "its folder is not there any more.*safe in the recovery copy")
    away.rename(tmp_path)
    desk.save()
    assert open_file(desk.path).bid.title == "Mine"


def test_a_read_only_file_is_not_replaced(desk: Desk) -> None:
    desk.path.chmod(0o444)
    refused(desk, "is read-only and was not written over.*safe in the recovery copy")
    desk.path.chmod(0o644)
    desk.save()
    assert open_file(desk.path).bid.title == "Mine"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, link = copy_of_sample(tmp_path / "there"), tmp_path / "link.bid"
    link.symlink_to(real)
    desk = Desk(link)
    desk.keep("Mine")
    desk.save()
    assert link.is_symlink()
    assert open_file(real).bid.title == "Mine"


def test_a_share_that_did_it_and_reports_a_fault_is_no_other_person(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    folders = 0

    def failing(handle: int) -> None:
        nonlocal folders
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            folders += 1
            raise OSError(5, "Input/output error")
        real(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing)
        with pytest.raises(FileTroubleError, match="was written, but the disk did not confirm it"):
            desk.save()
    assert folders == 1
    assert open_file(desk.path).bid.title == "Mine"
    desk.keep("Mine again")
    desk.save()
    assert open_file(desk.path).bid.title == "Mine again"
    assert not in_recovery()


def test_a_share_that_replaced_and_says_it_did_not(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def replacing(source: Path, target: Path) -> None:
        real(source, target)
        raise OSError(110, "Connection timed out")

    monkeypatch.setattr(os, "replace", replacing)
    desk.save()
    assert open_file(desk.path).bid.title == "Mine"
    assert not in_recovery()


def test_a_file_that_cannot_be_compared_is_not_overwritten(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_path: Path) -> str:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("bidwriter.files.recovery.keeping._sha256", unreadable)
    refused(desk, "the disk reported a fault.*safe in the recovery copy")


def test_the_file_as_it_was_before_the_last_save_is_another_version(desk: Desk) -> None:
    before = desk.path.read_bytes()
    desk.save()
    desk.keep("Later")
    desk.path.write_bytes(before)  # a sync program brought it back
    refused(desk, "changed by somebody else")


def test_a_save_of_ones_own_before_the_last_is_another_version_too(desk: Desk) -> None:
    desk.save()
    before = desk.path.read_bytes()
    desk.keep("Later")
    desk.save()
    desk.keep("Later still")
    desk.path.write_bytes(before)
    refused(desk, "changed by somebody else")


def test_the_last_look_is_right_before_the_file_is_put_in_place(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.chmod

    def meanwhile(path: Path, mode: int) -> None:
        real(path, mode)
        desk.path.write_bytes(b"theirs, as mine was being written")

    monkeypatch.setattr(Path, "chmod", meanwhile)
    with pytest.raises(ChangedElsewhereError):
        desk.save()
    assert desk.path.read_bytes() == b"theirs, as mine was being written"
    assert [path.name for path in desk.path.parent.iterdir()] == [desk.path.name]


def test_a_journal_out_of_reach_stops_no_save(desk: Desk, own_profile: Path) -> None:
    desk.crash()
    for file in (own_profile / "recovery").iterdir():
        file.unlink()
    (own_profile / "recovery").rmdir()
    (own_profile / "recovery").write_text("in the way")
    desk.type("More")
    desk.save()
    assert not desk.keeper.waiting
    assert open_file(desk.path).bid.title == "More"
    assert found(desk.path) is None


def test_neither_can_be_written_and_that_is_said(desk: Desk, own_profile: Path) -> None:
    desk.crash()
    for file in (own_profile / "recovery").iterdir():
        file.rename(own_profile / file.name)
    (own_profile / "recovery").rmdir()
    (own_profile / "recovery").write_text("in the way")
    desk.path.chmod(0o444)
    desk.type("More")
    with pytest.raises(FileTroubleError, match="before you close bidwriter"):
        desk.save()


def test_a_save_that_failed_is_not_journalled_twice(desk: Desk) -> None:
    desk.path.chmod(0o444)
    for words in ("One", "Two", "Three"):
        desk.type(words)
        with pytest.raises(FileTroubleError):
            desk.save()
    desk.crash()
    recovered = must_find(desk.path)
    assert (recovered.bid.title, len(recovered.changes), recovered.lost) == ("Three", 4, 0)


def test_a_command_does_not_overwrite_what_came_meanwhile(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    opened = open_file(path)
    replace_known(path, b"mine", opened.digest)
    with pytest.raises(ChangedElsewhereError):
        replace_known(path, b"mine", opened.digest)
    assert path.read_bytes() == b"mine"


def test_what_saves_that_were_cut_off_left_is_taken_away(desk: Desk) -> None:
    folder = desk.path.parent
    old, fresh, other = (
        folder / name
        for name in (".bid.bid.0123abcd.tmp", ".bid.bid.4567abcd.tmp", ".other.bid.0123abcd.tmp")
    )
    for path in (old, fresh, other):
        path.write_bytes(b"half a bid")
    for path in (old, other):
        os.utime(path, (0, 0))
    desk.save()
    assert {path for path in folder.iterdir() if path.suffix == ".tmp"} == {fresh, other}


def test_a_busy_file_is_waited_for_with_the_lock_taken_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, faults, taken = os.replace, [32, 32], list[Path]()

    def busy(source: Path, target: Path) -> None:
        if faults:
            error = OSError(13, "busy")
            error.winerror = faults.pop()  # type: ignore[attr-defined]
            raise error
        real(source, target)

    def noted(path: Path) -> AbstractContextManager[None]:
        taken.append(path)
        return alone(path)

    monkeypatch.setattr(os, "replace", busy)
    monkeypatch.setattr(replacing, "_FIRST_WAIT", 0)
    monkeypatch.setattr(keeping, "alone", noted)
    desk.save()
    assert len(taken) == 1
    assert open_file(desk.path).bid.title == "Mine"


def test_other_windows_wait_while_a_file_is_compared_and_replaced(
    desk: Desk, own_profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, seen = os.replace, list[str]()

    def replacing(source: Path, target: Path) -> None:
        seen.append(standing(own_profile / "saving.lock"))
        real(source, target)

    monkeypatch.setattr(os, "replace", replacing)
    desk.save()
    assert seen == ["held"]
    assert standing(own_profile / "saving.lock") == "free"
