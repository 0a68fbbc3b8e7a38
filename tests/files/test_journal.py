"""The journal: what it took survives, whatever happens to its end."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from attached_made import pdf
from faults.desk import Desk, after_crash, found, in_recovery, must_find, typed
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW, copy_of_sample, sample

from bidwriter.bids.changes import Change, diff
from bidwriter.bids.editing import attach
from bidwriter.files.container.attachments import attachment
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.files.disk.holding import HeldFile
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery.journal import Journal, Old, attachments, folder, place, put_away
from bidwriter.files.recovery.journal_records import line, parse, unsaved

LETTER = pdf()
TITLES = ["First", "Second", "Third"]


def left_behind(path: Path, titles: list[str] = TITLES) -> Path:
    """The journal of a desk that typed these titles and crashed."""
    desk = Desk(path)
    for title in titles:
        desk.keep(title)
    return desk.crash()


@pytest.mark.usefixtures("stopped_clock")
def test_recovers_what_was_not_saved(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    left_behind(path)
    recovered = must_find(path)
    assert recovered.before == sample()
    assert recovered.bid.title == "Third"
    assert (len(recovered.changes), recovered.lost, recovered.elsewhere) == (3, 0, False)
    assert recovered.first == recovered.last == NOW


TAILS = [
    (lambda data: data[:-7], "Second", 0),  # torn as it was written: nobody was told of it
    (lambda data: data[:-2], "Second", 0),
    (lambda data: data[:-1], "Third", 0),  # whole, but for its line feed
    (lambda data: data[:-1] + b"\x0b", "Third", 0),
    (lambda data: data[:-9] + b"\0" * 8 + b"\n", "Second", 0),  # room, and no bytes in it
    (lambda data: data[:-9] + b"\0\0" + data[-7:], "Second", 0),
    (lambda data: data[:-9] + b"\0" + data[-8:], "Second", 1),  # one byte that turned
    (lambda data: data[:-7] + b" torn\n", "Second", 0),
    (lambda data: data[:-7] + b"\n", "Second", 1),
]


@pytest.mark.parametrize(("harm", "title", "lost"), TAILS)
def test_a_torn_tail_was_never_told_to_be_safe_and_a_broken_line_is_lost(
    tmp_path: Path, harm: Callable[[bytes], bytes], title: str, lost: int
) -> None:
    path = copy_of_sample(tmp_path)
    journal = left_behind(path)
    journal.write_bytes(harm(journal.read_bytes()))
    recovered = must_find(path)
    assert (recovered.bid.title, recovered.lost) == (title, lost)


def test_after_a_torn_append_the_next_one_counts(tmp_path: Path) -> None:
    desk = Desk.on_sample(tmp_path)
    desk.keep("First")
    with desk.keeper.journal.file.open("ab") as file:
        file.write(line({"half": "a line"})[:9])
    desk.keep("Second")
    desk.crash()
    recovered = must_find(desk.path)
    assert (recovered.bid.title, recovered.lost) == ("Second", 0)


@pytest.fixture
def crashed(tmp_path: Path) -> tuple[Path, Path, bytes]:
    """A bid, the journal beside it after a crash, and how that reads."""
    path = copy_of_sample(tmp_path)
    journal = left_behind(path)
    return path, journal, journal.read_bytes()


@settings(max_examples=tries(200))
@given(st.integers(0, 10**6), st.integers(0, 7))
def test_flipped_bits_never_make_up_a_change(
    crashed: tuple[Path, Path, bytes], at: int, bit: int
) -> None:
    path, journal, whole = crashed
    data = bytearray(whole)
    data[at % len(data)] ^= 1 << bit
    journal.write_bytes(data)
    recovered = must_find(path)
    assert recovered.bid.title in [sample().title, *TITLES]
    if data[:-1] != whole[:-1]:  # the last line feed alone makes no difference
        assert recovered.lost, "that something is missing is said"


def test_what_was_typed_later_counts_though_a_line_before_it_is_broken(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    journal = left_behind(path)
    lines = journal.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b"Second", b"Sekund")
    journal.write_bytes(b"\n".join(lines))
    recovered = must_find(path)
    assert (recovered.bid.title, recovered.lost) == ("Third", 1)


@pytest.mark.parametrize("again", ["123", "1", "3", "12"])
def test_a_line_written_twice_counts_once(tmp_path: Path, again: str) -> None:
    path = copy_of_sample(tmp_path)
    journal = left_behind(path, ["First", sample().title, "Third"])
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines, *(lines[int(n)] for n in again)]))
    recovered = must_find(path)
    assert (recovered.bid.title, len(recovered.changes), recovered.lost) == ("Third", 3, 0)


def test_an_append_is_on_the_disk_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced, real = list[int](), os.fsync

    def sync(handle: int) -> None:
        synced.append(handle)
        real(handle)

    monkeypatch.setattr(os, "fsync", sync)
    desk = Desk.on_sample(tmp_path)
    desk.keep("First")
    first = len(synced)
    desk.keep("Second")
    assert len(synced) == first + 1


def test_an_append_that_fails_leaves_nothing_and_the_next_one_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    desk = Desk.on_sample(tmp_path)
    for words in ("First", "Second"):
        before = [(folder() / name).read_bytes() for name in in_recovery()]
        with monkeypatch.context() as patch, pytest.raises(FileTroubleError, match="disk is full"):
            patch.setattr(os, "fsync", full)
            desk.keep(words)
        assert [(folder() / name).read_bytes() for name in in_recovery()] == before
        desk.keeper.write()
    desk.crash()
    assert after_crash(desk.path).title == "Second"


@pytest.mark.parametrize("marked", [True, False])
def test_a_crash_between_saving_and_emptying_repeats_nothing(tmp_path: Path, marked: bool) -> None:
    desk = Desk.on_sample(tmp_path)
    desk.keep("First")
    desk.keep("Second")
    desk.keeper.journal.clear = lambda: None  # type: ignore[method-assign]
    if not marked:  # as on a disk that was full by then
        desk.keeper.journal.saving = lambda *_: None  # type: ignore[method-assign]
    desk.save()
    file = desk.crash()
    items = unsaved(parse(file.read_bytes()), open_file(desk.path).digest).items
    assert bool(items) is not marked
    assert found(desk.path) is None
    assert not in_recovery(), "what is in the file is put away"


def test_saving_empties_the_journal_and_keeps_what_came_later(tmp_path: Path) -> None:
    desk = Desk.on_sample(tmp_path)
    desk.keep("First")
    desk.save()
    assert not in_recovery()
    desk.keep("Second")
    desk.crash()
    recovered = must_find(desk.path)
    assert recovered.before.title == "First"
    assert (recovered.bid.title, len(recovered.changes)) == ("Second", 1)


@pytest.mark.parametrize("written", [True, False])
def test_what_is_typed_while_a_bid_is_saved_stays_in_the_journal(
    tmp_path: Path, written: bool
) -> None:
    desk = Desk.on_sample(tmp_path)
    desk.keep("First")
    data, through = bid_bytes(desk.bid, {}), desk.keeper.take(())
    desk.type("Second")
    if written:  # the journal was quicker than the save
        desk.keeper.write()
    desk.keeper.save(data, through)
    desk.keeper.write()
    desk.crash()
    recovered = must_find(desk.path)
    assert recovered.before.title == "First"
    assert (recovered.bid.title, recovered.lost, recovered.elsewhere) == ("Second", 0, False)


@pytest.mark.parametrize("when", ["before", "during", "after"])
@pytest.mark.parametrize("written", [True, False])
def test_lines_typed_during_a_save_outlive_the_journal(
    tmp_path: Path, written: bool, when: str
) -> None:
    """The journal vanishes around a save; what was typed meanwhile is in the next one."""
    desk = Desk.on_sample(tmp_path)
    desk.keep("First")
    desk.keep("Before", "contact-name")
    data, through = bid_bytes(desk.bid, {}), desk.keeper.take(())
    desk.type("Second")
    desk.type("During", "contact-role")
    if written:
        desk.keeper.write()
    if when == "before":
        shutil.rmtree(folder())
    desk.keeper.save(data, through)
    if when == "during":
        shutil.rmtree(folder())
    desk.keep("Third", "summary")
    if when == "after":
        shutil.rmtree(folder())
        desk.keep("Fourth", "summary")
    desk.crash()
    recovered = must_find(desk.path)
    said = [edit.after for change in recovered.changes for edit in change.edits]
    last = ["Third", "Fourth"] if when == "after" else ["Third"]
    assert said == ["Second", "During", *last], "each once, and none that the file has"
    assert (recovered.before.title, recovered.bid.title) == ("First", "Second")
    assert (recovered.lost, recovered.elsewhere) == (0, False)


def test_what_was_typed_during_a_save_is_known_to_belong_to_that_file(tmp_path: Path) -> None:
    desk = Desk.on_sample(tmp_path)
    desk.keep("First")
    data, through = bid_bytes(desk.bid, {}), desk.keeper.take(())
    desk.keep("During", "contact-name")
    desk.keeper.save(data, through)
    desk.crash()
    assert not must_find(desk.path).elsewhere
    other = Desk(desk.path)
    other.keep("Theirs", "summary")
    other.save()
    recovered = must_find(desk.path)
    assert recovered.elsewhere, "the file went on since"
    assert (recovered.bid.title, recovered.bid.answer("contact-name")) == ("First", "During")


def test_a_journal_whose_head_is_broken_is_not_taken_for_another_files(tmp_path: Path) -> None:
    journal = left_behind(copy_of_sample(tmp_path))
    data = journal.read_bytes()
    journal.write_bytes(b"0" + data[1:] if data[:1] != b"0" else b"1" + data[1:])
    recovered = must_find(tmp_path / "bid.bid")
    assert (recovered.bid.title, recovered.lost, recovered.elsewhere) == ("Third", 1, False)


def test_a_journal_that_was_taken_away_is_written_anew(tmp_path: Path) -> None:
    desk = Desk.on_sample(tmp_path)
    desk.keep("First")
    desk.keep("Here", "contact-name")
    shutil.rmtree(folder())
    desk.keep("Second")
    desk.crash()
    bid = after_crash(desk.path)
    assert (bid.title, bid.answer("contact-name")) == ("Second", "Here")


def test_attachments_survive_a_crash(tmp_path: Path) -> None:
    desk = Desk.on_sample(tmp_path)
    data = LETTER
    made = attachment("letter.pdf", data)
    desk.keeper.keep(made.sha256, data)
    desk.keeper.append((Change(when=NOW, edits=diff(desk.bid, attach(desk.bid, made))),))
    desk.crash()
    recovered = must_find(desk.path)
    assert recovered.bid.attachments[-1] == made
    assert recovered.contents == {made.sha256: data}
    again = Desk(desk.path)
    again.take(recovered)
    again.keeper.save(bid_bytes(again.bid, recovered.contents))
    assert not in_recovery()


def test_a_second_attachment_lies_beside_the_first(tmp_path: Path) -> None:
    desk = Desk.on_sample(tmp_path)
    for data in (pdf("one"), pdf("other")):
        made = attachment("plan.pdf", data)
        desk.keeper.keep(made.sha256, data)
        desk.bid = attach(desk.bid, made)
    assert len(list(attachments(desk.keeper.journal.file).iterdir())) == 2


def test_the_journal_says_nothing_of_what_is_not_there(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    assert b"null" not in left_behind(path).read_bytes()


@pytest.mark.parametrize("lost", [0, 1])
def test_a_journal_is_put_away_and_one_that_lost_something_set_aside(
    tmp_path: Path, lost: int
) -> None:
    journal = left_behind(copy_of_sample(tmp_path))
    held = HeldFile.take(journal)
    assert held is not None
    assert put_away(Old(held, lost))
    assert in_recovery() == ([journal.with_suffix(".kept").name] if lost else [])


@pytest.mark.parametrize("begun", [True, False])
def test_an_attachment_kept_after_the_journal_was_taken_away_survives(
    tmp_path: Path, begun: bool
) -> None:
    desk = Desk.on_sample(tmp_path)
    if begun:
        desk.keep("First")
        shutil.rmtree(folder())
    made = attachment("letter.pdf", LETTER)
    desk.keeper.keep(made.sha256, LETTER)
    desk.keeper.append((Change(when=NOW, edits=diff(desk.bid, attach(desk.bid, made))),))
    desk.crash()
    recovered = must_find(desk.path)
    assert recovered.contents == {made.sha256: LETTER}
    assert recovered.bid.title == ("First" if begun else sample().title)


def test_an_attachment_kept_during_a_save_outlives_it(tmp_path: Path) -> None:
    desk = Desk.on_sample(tmp_path)
    desk.keep("First")
    through = desk.keeper.take(())
    made = attachment("letter.pdf", LETTER)
    desk.keeper.keep(made.sha256, LETTER)
    desk.keeper.save(bid_bytes(desk.bid, {}), through)
    desk.keeper.append((Change(when=NOW, edits=diff(desk.bid, attach(desk.bid, made))),))
    desk.crash()
    assert must_find(desk.path).contents == {made.sha256: LETTER}


def test_a_journal_that_cannot_be_written_says_so_and_is_tried_again(
    tmp_path: Path, own_profile: Path
) -> None:
    desk = Desk.on_sample(tmp_path)
    (own_profile / "recovery").write_text("in the way")
    with pytest.raises(FileTroubleError, match="recovery copy could not be written: something"):
        desk.keep("First")
    assert desk.keeper.waiting
    (own_profile / "recovery").unlink()
    desk.keep("Second")
    assert not desk.keeper.waiting
    desk.crash()
    recovered = must_find(desk.path)
    assert (recovered.bid.title, len(recovered.changes)) == ("Second", 2)


def test_a_journal_from_before_is_read(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    change = typed(sample(), "From before").model_dump(mode="json", exclude_none=True)
    folder().mkdir()
    file = folder() / f"{sample().bid_id}-{place(path)}.journal"
    file.write_bytes(line({"journal": 1, "base": "x", "path": str(path)}) + line(change))
    assert must_find(path).bid.title == "From before"
    desk = Desk(path)
    desk.take(must_find(path))
    desk.save()
    assert not in_recovery()


def test_a_path_that_is_no_text_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"not-text-\xff\xfe.bid")
    journal = Journal(sample().bid_id, path)
    journal.append([typed(sample(), "Here")], "base")
    journal.close()
    desk_sees = folder().glob("*.journal")
    assert [file.read_bytes().count(b"\n") for file in desk_sees] == [2]
