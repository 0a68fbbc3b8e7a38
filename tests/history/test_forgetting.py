"""What was removed can be forgotten: it is in no file any more, and no join brings it back."""

import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from copying import Desk, same
from making import NOW, sample

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.editing import attach, detach
from bidwriter.bids.history.log import Named
from bidwriter.cli import run
from bidwriter.files.container import history_file
from bidwriter.files.container.attachments import attachment
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.files.recovery.kept import kept

SECRET = "Quokka"
PLAN = b"GIF89a a plan of " + SECRET.encode()


@cache
def worked() -> Desk:
    """Somebody's words came and went, in several versions."""
    desk = Desk("Joan", sample()).types("approach", f"{SECRET} will lead it.").later(60)
    desk = desk.types("approach", "Somebody will lead it.").later(60)
    return desk.types("title", "Moving once").later(60)


def forgetful(desk: Desk) -> Desk:
    history = history_file.forgotten(desk.history, desk.bid)
    return Desk(desk.who, desk.bid, history, desk.minutes)


def test_nothing_of_it_is_left_and_the_version_is_the_same() -> None:
    desk = worked()
    assert SECRET.encode() in desk.history
    after = forgetful(desk)
    assert SECRET.encode() not in after.history
    log = after.copy.copy.log
    assert [v.id for v in log.versions] == [desk.copy.copy.head]
    assert (log.broken, same(log.bid_at(log.versions[0].id), desk.bid)) == (0, True)
    assert history_file.forgotten(after.history, after.bid) == after.history


def test_its_names_stay() -> None:
    desk = worked()
    named = [
        Named(of=v.id, name=f"{n} {SECRET if n == 1 else ''}", when=NOW)
        for n, v in enumerate(desk.copy.copy.log.versions)
    ]
    history = desk.history
    for one in named:
        history = history_file.named(history, one)
    after = history_file.forgotten(history, desk.bid)
    assert SECRET.encode() not in after
    assert history_file.read_log(after, desk.bid.bid_id).names == {named[-1].of: named[-1].name}


def test_work_goes_on_and_can_be_looked_back_on() -> None:
    desk = forgetful(worked()).types("title", "A").later(60).types("title", "B")
    log = desk.copy.copy.log
    assert [log.bid_at(v.id).title for v in log.versions] == ["Moving once", "A", "B"]


@pytest.mark.parametrize("forgets", ["mine", "theirs"])
def test_a_copy_of_that_version_joins_as_ever(forgets: str) -> None:
    desk = worked()
    mine, theirs = desk, desk.sends("Ruth")
    if forgets == "mine":
        mine = forgetful(mine)
    else:
        theirs = forgetful(theirs)
    theirs = theirs.types("summary", "Theirs.")
    joined = mine.types("title", "Mine").joins(theirs)
    assert joined.bid.conflicts == ()
    assert (joined.bid.title, joined.bid.answer("summary")) == ("Mine", "Theirs.")
    assert (SECRET.encode() in joined.history) is (forgets == "theirs")


def test_no_copy_brings_back_what_was_forgotten() -> None:
    early = Desk("Joan", sample()).types("approach", f"{SECRET} will lead it.").later(60)
    theirs = early.sends("Ruth").types("summary", "Theirs.")
    mine = forgetful(early.types("approach", "Somebody will lead it.").later(60))
    joined = mine.joins(theirs)
    listed = history_file.read_log(joined.history, joined.bid.bid_id)
    gone = {v.id for v in early.copy.copy.log.versions}
    assert not gone & {v.id for v in listed.versions}
    # Again, by way of a third.
    third = joined.sends("Lee").later(60).types("title", "Third").joins(theirs)
    assert not gone & {v.id for v in third.copy.copy.log.versions}


# --- files -------------------------------------------------------------------------------------


def all_bytes(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    desk = worked()
    made = attachment("plan.gif", PLAN)
    desk = desk.saves(attach(desk.bid, made)).later(60)
    desk = desk.saves(detach(desk.bid, made.sha256)).later(60)
    path = tmp_path / "a.bid"
    contents = {**open_file_contents(desk.bid), made.sha256: PLAN}
    path.write_bytes(bid_bytes(rebuilt(desk.bid), contents, desk.history))
    assert SECRET.encode() in all_bytes(path)
    return path


def open_file_contents(bid: Bid) -> dict[str, bytes]:
    from making import SAMPLE

    return {k: v for k, v in open_file(SAMPLE).contents.items() if bid.attachments}


def said(capsys: pytest.CaptureFixture[str], *words: Any) -> tuple[int, str]:
    status = run([str(word) for word in words])
    streams = capsys.readouterr()
    return status, streams.out + streams.err


def test_the_command_says_what_goes_and_what_it_costs(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, bid = file.read_bytes(), open_file(file).bid
    status, words = said(capsys, "forget", file)
    assert status == 2
    assert "5 earlier versions and 1 attachment that was taken out" in words
    assert "Copies that others have, backups and packages keep what they hold" in words
    assert "Say --yes to do it. Nothing was changed" in words
    assert file.read_bytes() == before
    status, words = said(capsys, "forget", file, "--yes")
    assert status == 0
    assert words.startswith("Forgot 5 earlier versions and 1 attachment")
    assert SECRET.encode() not in all_bytes(file)
    opened = open_file(file)
    assert (opened.bid, opened.whole) == (bid, True)
    assert len(kept(opened).log().versions) == 1
    status, words = said(capsys, "forget", file, "--yes")
    assert (status, "nothing to forget" in words) == (2, True)


def test_a_copy_without_history_holds_no_more_than_the_bid(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, whole = tmp_path / "out.bid", tmp_path / "whole.bid"
    assert said(capsys, "copy", file, out, "--to", "Ruth", "--without-history")[0] == 0
    assert said(capsys, "copy", file, whole, "--to", "Lee")[0] == 0
    assert SECRET.encode() not in all_bytes(out)
    assert SECRET.encode() in all_bytes(whole)
    assert SECRET.encode() in all_bytes(file)
    assert said(capsys, "set", out, "summary", "From Ruth.", "--as", "Ruth")[0] == 0
    joined = tmp_path / "joined.bid"
    status, words = said(capsys, "merge", file, out, "-o", joined)
    assert (status, open_file(joined).bid.answer("summary")) == (0, "From Ruth."), words


def test_a_copy_that_cannot_be_written_names_nothing(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    status, _ = said(capsys, "copy", file, tmp_path / "no" / "folder" / "x.bid", "--to", "Ruth")
    assert status == 2
    assert file.read_bytes() == before
