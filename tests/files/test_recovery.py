"""Work left behind by windows that are gone: found, ordered, taken over, put away; and what
belongs to living ones left alone."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from faults.desk import Desk, after_crash, found, in_recovery, must_find
from making import copy_of_sample, sample

from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk import holding
from bidwriter.files.recovery import journal, left_behind
from bidwriter.files.recovery.journal import folder
from bidwriter.files.recovery.journal_records import line, parse
from bidwriter.files.recovery.recovery import discard


def test_what_a_living_window_has_is_left_alone(tmp_path: Path) -> None:
    desk = Desk.on_sample(tmp_path)
    desk.keep("Mine")
    assert found(desk.path) is None
    desk.keep("Mine still")
    desk.crash()
    assert after_crash(desk.path).title == "Mine still"


def test_two_windows_on_one_bid_keep_apart(tmp_path: Path) -> None:
    one = Desk.on_sample(tmp_path)
    two = Desk(one.path)
    one.keep("One")
    two.keep("Two", "contact-name")
    one.save()
    one.crash()
    two.crash()
    recovered = must_find(one.path)
    assert recovered.before.title == "One"
    assert (recovered.bid.title, recovered.bid.answer("contact-name")) == ("One", "Two")
    assert recovered.elsewhere, "the second was typed into the file as it was before"


def test_windows_on_different_paths_keep_apart(tmp_path: Path) -> None:
    one, two = Desk.on_sample(tmp_path), Desk(copy_of_sample(tmp_path, "copy.bid"))
    one.keep("One")
    two.keep("Two")
    one.crash()
    two.crash()
    assert (after_crash(one.path).title, after_crash(two.path).title) == ("One", "Two")


CHILD = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from faults.desk import Desk
desk = Desk(Path(sys.argv[1]))
desk.keep("From another process")
print("kept", flush=True)
sys.stdin.read()  # until it is killed
"""


def test_another_process_is_known_to_live_and_to_be_gone(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    tools = Path(__file__).parent.parent.parent / "tools"
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, path, tools],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout
        assert child.stdout.readline() == "kept\n"
        assert found(path) is None
        child.kill()
        child.wait()
        assert after_crash(path).title == "From another process"


def test_recovered_work_survives_crash_upon_crash_until_it_is_saved(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    for turn in range(4):
        desk = Desk(path)
        if turn:
            assert desk.take(must_find(path))
            assert desk.bid.title == f"Turn {turn - 1}"
        desk.keep(f"Turn {turn}")
        desk.crash()
    assert len(in_recovery()) == 4
    desk = Desk(path)
    desk.take(must_find(path))
    desk.save()
    assert not in_recovery()
    assert open_file(path).bid.title == "Turn 3"


def test_reading_recovered_work_changes_nothing(tmp_path: Path) -> None:
    desk = Desk.on_sample(tmp_path)
    desk.keep("Mine")
    file = desk.crash()
    before = file.read_bytes()
    assert must_find(desk.path) == must_find(desk.path)
    assert (file.read_bytes(), in_recovery()) == (before, [file.name])


def test_work_not_taken_over_is_still_there_after_a_save(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    first = Desk(path)
    first.keep("Forgotten", "contact-name")
    first.crash()
    second = Desk(path)  # opened without it
    second.keep("Second")
    second.save()
    recovered = must_find(path)
    assert recovered.bid.answer("contact-name") == "Forgotten"
    assert recovered.bid.title == "Second"
    discard(recovered)
    assert not in_recovery()


@pytest.mark.parametrize("saved", [0, 1, 2])
def test_a_crash_while_journals_are_put_away_repeats_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saved: int
) -> None:
    path = copy_of_sample(tmp_path)
    for turn in range(2):
        desk = Desk(path)
        if turn:
            desk.take(must_find(path))
        desk.keep(f"Turn {turn}")
        desk.crash()
    desk = Desk(path)
    desk.take(must_find(path))
    desk.keep("Last")
    left = [saved]

    def removed(_old: object) -> bool:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return real(_old)  # type: ignore[arg-type]

    real = journal.put_away
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(journal, "put_away", removed)
        desk.save()
    desk.crash()
    assert in_recovery()
    assert open_file(path).bid.title == "Last"
    again = Desk(path)
    assert found(path) is None
    assert not in_recovery()
    again.keep("Turn 0")
    again.save()
    assert found(path) is None
    assert open_file(path).bid.title == "Turn 0"


def test_what_does_not_fit_is_counted_and_kept_aside(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    desk = Desk(path)
    desk.keep("Mine")
    desk.keep("Somebody", "contact-name")
    desk.crash()
    other = Desk(path)
    other.keep("Theirs")
    other.save()
    recovered = must_find(path)
    assert (recovered.bid.title, recovered.bid.answer("contact-name")) == ("Theirs", "Somebody")
    assert (recovered.lost, recovered.elsewhere) == (1, True)
    again = Desk(path)
    again.take(recovered)
    again.save()
    assert [name.rpartition(".")[2] for name in in_recovery()] == ["kept"]
    assert b"Mine" in next(folder().iterdir()).read_bytes()
    assert found(path) is None


def test_work_of_which_nothing_fits_is_said_and_kept_all_the_same(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    desk = Desk(path)
    desk.keep("Mine")
    desk.crash()
    other = Desk(path)
    other.keep("Theirs")
    other.save()
    recovered = must_find(path)
    assert (recovered.bid.title, recovered.lost, recovered.changes) == ("Theirs", 1, ())
    assert len(in_recovery()) == 1
    discard(recovered)
    assert [name.rpartition(".")[2] for name in in_recovery()] == ["kept"]


def test_the_second_window_to_take_recovered_work_is_told(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    desk = Desk(path)
    desk.keep("Mine")
    desk.crash()
    one, two = Desk(path), Desk(path)
    recovered = must_find(path)
    assert one.take(recovered)
    assert not two.take(recovered)
    one.save()
    assert not in_recovery()


def test_discarding_leaves_what_another_window_took(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    desk = Desk(path)
    desk.keep("Mine")
    desk.crash()
    recovered, other = must_find(path), Desk(path)
    other.take(recovered)
    discard(recovered)
    other.crash()
    assert after_crash(path).title == "Mine"


def test_order_does_not_come_from_a_clock_that_went_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copy_of_sample(tmp_path)
    for turn in range(5):
        monkeypatch.setattr(time, "time_ns", lambda back=turn: 10**18 - back)
        desk = Desk(path)
        if turn:
            desk.take(must_find(path))
        desk.keep(f"Turn {turn}")
        file = desk.crash()
        os.utime(file, ns=(10**18 - turn, 10**18 - turn))
    recovered = must_find(path)
    assert (recovered.bid.title, recovered.lost) == ("Turn 4", 0)


def test_where_the_system_has_no_locks_the_process_number_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "_hold", lambda *_, **__: "unknown")
    desk = Desk.on_sample(tmp_path)
    desk.keep("Mine")
    assert found(desk.path) is None, "it lives in this process"
    file = desk.crash()
    assert after_crash(desk.path).title == "Mine"
    record = parse(file.read_bytes())[0]
    rest = file.read_bytes().partition(b"\n")[2]
    file.write_bytes(line(record | {"process": os.getppid()}) + rest)
    assert found(desk.path) is None, "another process that lives has it"
    file.write_bytes(line(record | {"process": os.getppid(), "computer": "other"}) + rest)
    assert after_crash(desk.path).title == "Mine"
    file.write_bytes(line(record).replace(b'"process"', b'"procezz"') + rest)
    assert must_find(desk.path).lost, "a broken head is no reason to hide the work"


def test_a_journal_that_does_not_change_the_bid_is_no_news(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    desk = Desk(path)
    desk.keep("There")
    desk.keep(sample().title)
    desk.crash()
    assert found(path) is None


def test_a_journal_just_being_begun_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk.on_sample(tmp_path)
    real = holding._hold_soon  # noqa: SLF001 - between making and holding a file nothing else stands

    def looked_at_first(descriptor: int) -> holding.Standing:
        monkeypatch.setattr(holding, "_hold_soon", real)
        assert found(desk.path) is None  # another window opens the bid at this moment
        return real(descriptor)

    monkeypatch.setattr(holding, "_hold_soon", looked_at_first)
    desk.keep("Mine")
    desk.crash()
    assert after_crash(desk.path).title == "Mine"


def test_a_crash_while_what_is_saved_is_put_away_repeats_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copy_of_sample(tmp_path)
    first = Desk(path)
    first.keep("First")
    first.crash()
    desk = Desk(path)
    desk.take(must_find(path))
    desk.keep("Last")
    desk.keeper.journal.clear = lambda: None  # type: ignore[method-assign]
    desk.save()
    desk.crash()
    real, left = journal.put_away, [1]

    def one(old: journal.Old) -> bool:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return real(old)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(left_behind, "put_away", one)
        found(path)
    assert len(in_recovery()) == 1
    assert found(path) is None
    assert not in_recovery()


def test_work_on_the_file_as_it_is_comes_before_work_on_an_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copy_of_sample(tmp_path)
    older, desk = Desk(path), Desk(path)
    older.keep("Stale", "contact-name")
    older.crash()
    desk.keep("Saved")
    desk.save()
    monkeypatch.setattr(time, "time_ns", lambda: 10**20)  # by the clock it came last
    desk.keep("Fresh", "contact-name")
    desk.crash()
    recovered = must_find(path)
    assert (recovered.bid.answer("contact-name"), recovered.lost) == ("Fresh", 1)


def test_windows_on_the_same_state_count_in_the_order_they_began(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copy_of_sample(tmp_path)
    places = ("title", "contact-name", "summary", "approach", "benefits")
    for turn in (3, 0, 4, 1, 2):
        monkeypatch.setattr(time, "time_ns", lambda turn=turn: 10**18 + turn)
        desk = Desk(path)
        desk.keep("Here", places[turn])
        desk.crash()
    found_at = [edit.place for change in must_find(path).changes for edit in change.edits]
    assert found_at == list(places)
