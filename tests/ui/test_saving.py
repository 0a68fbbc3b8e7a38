"""When a bid is put on disk, and what is said of it: in stopped time, with no window."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from faults.desk import found, in_recovery, typed
from making import NOW, copy_of_sample
from PySide6.QtCore import QCoreApplication, QThreadPool
from pytestqt.qtbot import QtBot
from stopwatch import PATIENCE_MS, time_passes

from bidwriter.bids.changes import Change, apply
from bidwriter.bids.editing import new_bid
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery.journal import Journal
from bidwriter.files.recovery.keeping import Keeper
from bidwriter.ui import jobs
from bidwriter.ui.saving import Now, Saving

JOURNAL, SAVE = 400, 10_000


class Officer:
    """Somebody who types into a bid; the first save makes no progress while the gate is shut."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        opened = open_file(path)
        self.path, self.bid = path, opened.bid
        self.before = opened.bid.title
        self.gate = threading.Event()
        self.gate.set()
        self.saves = 0
        self.warned, self.elsewhere = list[str](), list[bool]()
        keeper = Keeper(Journal(self.bid.bid_id, path), path, opened.digest)
        self.saving = Saving(keeper, self.bid, self._now, read_only=read_only)
        self.saving.warned.connect(self.warned.append)
        self.saving.changed_elsewhere.connect(self.elsewhere.append)

    def _now(self) -> Now:
        bid = self.bid
        self.saves += 1
        is_first = self.saves == 1

        def file() -> bytes:
            if is_first:
                self.gate.wait()
            return bid_bytes(bid, {})

        return Now(bid, file)

    def change(self, title: str) -> Change:
        """The bid gets another title."""
        change = typed(self.bid, title)
        self.bid = apply(self.bid, change)
        return change

    def types(self, title: str) -> None:
        """The title is typed."""
        change = self.change(title)
        self.saving.take(self.bid, change)

    @property
    def said(self) -> str:
        """What is said of the bid's safety."""
        return self.saving.state.kind

    @property
    def filed(self) -> str:
        """The title in the file."""
        return open_file(self.path).bid.title

    @property
    def journalled(self) -> bool:
        """Whether there is a recovery copy."""
        return self.saving.keeper.journal.file.exists()

    def crash(self) -> list[str]:
        """The titles that the recovery copy has."""
        self.saving.stop()
        recovered = found(self.path)
        return [str(c.edits[0].after) for c in recovered.changes] if recovered else []


@pytest.fixture
def officer(qtbot: QtBot, tmp_path: Path) -> Iterator[Officer]:
    made = Officer(copy_of_sample(tmp_path))
    yield made
    made.gate.set()
    made.saving.stop()


def told() -> None:
    """Whatever ended is told; no time passes in the window."""
    for _ in range(3):
        QCoreApplication.processEvents()


def until(so: Callable[[], bool], qtbot: QtBot) -> None:
    """As long as it takes; no time passes in the window."""
    QtBot.waitUntil(qtbot, so, timeout=PATIENCE_MS)


def after(ms: int) -> None:
    """So much later, with all that was begun by then at its end."""
    time_passes(ms)
    for _ in range(3):
        told()
        QThreadPool.globalInstance().waitForDone()
    told()


# --- the journal -----------------------------------------------------------------------------------


def test_typing_without_a_pause_is_in_the_journal_all_the_same(officer: Officer) -> None:
    officer.types("A")
    after(300)
    officer.types("AB")
    after(JOURNAL - 301)
    assert (officer.said, officer.journalled) == ("saved", False)
    after(1)
    assert (officer.said, officer.journalled) == ("kept", True)
    assert officer.filed == officer.before


def test_what_is_typed_between_two_writes_is_one_change(officer: Officer) -> None:
    for title in ("A", "AB", "ABC"):
        officer.types(title)
    after(JOURNAL)
    officer.types("ABCD")
    after(JOURNAL)
    assert officer.crash() == ["ABC", "ABCD"]


def test_what_was_typed_and_taken_back_at_once_is_not_written(officer: Officer) -> None:
    officer.types("A")
    officer.types(officer.before)
    after(JOURNAL)
    assert (officer.said, officer.journalled) == ("saved", False)


def test_with_nothing_typed_nothing_is_written(officer: Officer) -> None:
    officer.saving.journal()
    officer.saving.save()
    after(SAVE)
    assert (officer.said, officer.journalled) == ("saved", False)
    assert not officer.saving.unsaved


def test_after_a_write_that_was_asked_for_the_next_words_wait_as_long_as_any(
    officer: Officer,
) -> None:
    officer.types("A")
    officer.saving.journal()
    after(300)
    officer.types("AB")
    after(JOURNAL - 1)
    assert officer.crash() == ["A"]


def slow_journal(officer: Officer, *, fails: bool = False) -> list[None]:
    """The journal is not written while the gate is shut; hands back each try."""
    tries, real = list[None](), officer.saving.keeper.write

    def write() -> None:
        tries.append(None)
        officer.gate.wait()
        if fails:
            raise FileTroubleError("The disk is full")
        real()

    officer.saving.keeper.write = write  # type: ignore[method-assign]
    officer.gate.clear()
    return tries


def test_while_the_journal_is_being_written_what_comes_waits_for_its_turn(
    officer: Officer,
) -> None:
    tries = slow_journal(officer)
    officer.types("A")
    officer.saving.journal()
    officer.types("AB")
    officer.saving.journal()
    officer.gate.set()
    after(0)
    assert len(tries) == 1
    after(JOURNAL)
    assert len(tries) == 2
    assert officer.crash() == ["A", "AB"]


@pytest.mark.parametrize("fails", [True, False])
def test_after_the_end_nothing_is_said_of_the_journal_nor_begun(
    officer: Officer, fails: bool
) -> None:
    slow_journal(officer, fails=fails)
    officer.types("A")
    officer.saving.journal()
    officer.types("AB")
    officer.saving.stop()
    heard = list[object]()
    officer.saving.state_changed.connect(lambda: heard.append(officer.said))
    officer.gate.set()
    after(SAVE)
    assert (heard, officer.warned, officer.filed) == ([], [], officer.before)


def test_the_journal_out_of_reach_is_said_once_and_the_file_saved_at_once(
    officer: Officer, own_profile: Path
) -> None:
    way = own_profile / "recovery"
    way.write_text("in the way")
    officer.types("A")
    after(JOURNAL)
    assert (officer.said, officer.filed) == ("saved", "A")
    officer.types("AB")
    officer.saving.journal()
    after(0)
    assert (officer.said, officer.filed) == ("saved", "AB")
    assert len(officer.warned) == 1
    assert "recovery copy could not be written" in officer.warned[0]
    way.unlink()
    officer.types("ABC")
    officer.saving.journal()
    after(0)
    assert (officer.said, officer.filed) == ("kept", "AB")
    way.rename(own_profile / "away")
    way.write_text("in the way again")  # nothing goes into the file that is elsewhere now
    officer.types("ABCD")
    officer.saving.journal()
    after(0)
    assert (len(officer.warned), officer.filed) == (2, "ABCD")


def test_a_journal_that_could_not_be_written_is_tried_again_after_a_while(
    officer: Officer, qtbot: QtBot, own_profile: Path
) -> None:
    (own_profile / "recovery").write_text("in the way")
    officer.types("A")
    officer.gate.clear()
    time_passes(JOURNAL)
    until(lambda: bool(officer.warned), qtbot)
    assert officer.said == "trouble"
    (own_profile / "recovery").unlink()
    time_passes(SAVE - 1)
    told()
    assert not officer.journalled
    time_passes(1)
    until(lambda: officer.journalled, qtbot)


def test_after_a_save_that_failed_the_journal_is_tried_again_soon(
    officer: Officer, own_profile: Path
) -> None:
    (own_profile / "recovery").write_text("in the way")
    officer.path.chmod(0o444)
    officer.types("A")
    after(JOURNAL)
    assert officer.said == "trouble"
    (own_profile / "recovery").unlink()
    after(JOURNAL)
    assert officer.journalled
    assert officer.said == "trouble", "the file is not written yet"
    officer.path.chmod(0o644)
    after(SAVE)
    assert (officer.said, officer.filed) == ("saved", "A")


# --- the file --------------------------------------------------------------------------------------


def test_the_file_waits_for_a_pause_of_ten_seconds(officer: Officer) -> None:
    for title in ("A", "AB"):
        officer.types(title)
        after(SAVE - 1)
        assert (officer.said, officer.filed) == ("kept", officer.before)
    after(1)
    assert (officer.said, officer.filed) == ("saved", "AB")
    assert not officer.journalled


def test_a_name_in_the_history_is_saved_though_the_bid_is_as_it_was(officer: Officer) -> None:
    assert not officer.saving.unsaved
    officer.saving.want_file()
    assert officer.saving.unsaved
    officer.saving.save()
    after(0)
    assert (officer.said, officer.saving.unsaved) == ("saved", False)


def test_what_is_typed_while_a_save_is_under_way_is_kept_and_saved_after_a_pause(
    officer: Officer,
) -> None:
    officer.types("A")
    officer.gate.clear()
    officer.saving.save()
    officer.types("AB")
    officer.gate.set()
    after(JOURNAL)
    assert (officer.said, officer.filed) == ("kept", "A")
    after(SAVE - 1)
    assert officer.filed == "A"
    after(JOURNAL)
    assert (officer.said, officer.filed) == ("saved", "AB")


def test_a_save_asked_for_while_one_is_under_way_follows_at_once(officer: Officer) -> None:
    officer.types("A")
    officer.gate.clear()
    officer.saving.save()
    officer.types("AB")
    officer.saving.save()
    assert officer.saves == 1
    officer.gate.set()
    after(0)
    assert (officer.said, officer.filed, officer.saves) == ("saved", "AB", 2)


def test_while_a_save_is_under_way_nothing_else_is_said(officer: Officer, qtbot: QtBot) -> None:
    officer.types("A")
    officer.gate.clear()
    officer.saving.save()
    officer.types("AB")
    time_passes(JOURNAL)
    until(lambda: officer.journalled, qtbot)
    told()
    assert officer.said == "saved"
    officer.gate.set()
    after(0)
    assert officer.said == "kept"


def test_a_save_that_failed_is_tried_again_and_said_until_it_goes_well(officer: Officer) -> None:
    officer.path.chmod(0o444)
    officer.types("A")
    after(SAVE)
    assert officer.said == "trouble"
    assert "read-only" in officer.saving.state.why
    officer.types("AB")
    after(JOURNAL)
    assert officer.said == "trouble", "however safe the words are in the recovery copy"
    officer.path.chmod(0o644)
    after(SAVE - JOURNAL - 1)
    assert officer.said == "trouble"
    after(1)
    assert (officer.said, officer.filed) == ("saved", "AB")
    officer.types("ABC")
    after(JOURNAL)
    assert officer.said == "kept"


def test_a_save_asked_for_while_one_fails_follows_at_once(officer: Officer, qtbot: QtBot) -> None:
    officer.path.chmod(0o444)
    officer.types("A")
    officer.gate.clear()
    officer.saving.save()
    officer.saving.save()
    officer.gate.set()
    until(lambda: officer.said == "trouble", qtbot)
    officer.path.chmod(0o644)
    after(0)
    assert (officer.said, officer.filed) == ("saved", "A")


@pytest.mark.parametrize("is_copy", [True, False])
def test_a_file_that_somebody_else_changed_is_told_and_not_tried_again(
    officer: Officer, is_copy: bool
) -> None:
    other = (
        apply(officer.bid, typed(officer.bid, "Theirs")) if is_copy else new_bid(officer.bid.round)
    )
    officer.path.write_bytes(bid_bytes(other, {}))
    officer.types("A")
    after(SAVE)
    assert (officer.said, officer.elsewhere) == ("trouble", [is_copy])
    after(3 * SAVE)
    assert officer.elsewhere == [is_copy]


def test_a_file_that_may_only_be_read_is_never_written(qtbot: QtBot, tmp_path: Path) -> None:
    officer = Officer(copy_of_sample(tmp_path), read_only=True)
    assert officer.said == "read-only"
    officer.types("A")
    officer.saving.save()
    after(SAVE)
    officer.saving.close()
    assert officer.filed == officer.before


# --- brought back ----------------------------------------------------------------------------------


@pytest.mark.parametrize("adopted", [True, False])
def test_what_was_brought_back_is_journalled_at_once_where_no_journal_has_it(
    officer: Officer, adopted: bool
) -> None:
    change = officer.change("A").model_copy(update={"when": NOW})
    officer.saving.take_adopted(officer.bid, change, adopted=adopted)
    assert (officer.said, officer.saving.state.when) == ("kept", NOW)
    after(0)
    assert officer.journalled is not adopted
    after(SAVE - 1)
    assert officer.filed == officer.before
    after(1)
    assert (officer.said, officer.filed) == ("saved", "A")


# --- the end ---------------------------------------------------------------------------------------


def test_closing_saves_what_is_unsaved(officer: Officer) -> None:
    officer.types("A")
    officer.saving.close()
    assert (officer.filed, officer.saving.unsaved, in_recovery()) == ("A", False, [])


def test_closing_with_nothing_unsaved_leaves_the_file_alone(officer: Officer) -> None:
    there = officer.path.stat().st_ino
    officer.saving.close()
    assert officer.path.stat().st_ino == there


def test_closing_where_the_file_cannot_be_written_leaves_all_in_the_journal(
    officer: Officer,
) -> None:
    officer.path.chmod(0o444)
    officer.types("A")
    officer.saving.close()
    assert (officer.filed, officer.saving.unsaved) == (officer.before, True)
    officer.path.chmod(0o644)
    after(SAVE)
    assert officer.filed == officer.before
    assert officer.crash() == ["A"]


def opened_by_waiting(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is under way ends only once somebody waits for it."""
    real = jobs.wait

    def wait() -> None:
        officer.gate.set()
        real()

    monkeypatch.setattr(jobs, "wait", wait)


def test_closing_waits_for_an_older_save_before_it_writes_the_last(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer.types("A")
    officer.gate.clear()
    officer.saving.save()
    officer.types("AB")
    opened_by_waiting(officer, monkeypatch)
    officer.saving.close()
    officer.gate.set()
    after(0)
    assert officer.filed == "AB"


@pytest.mark.parametrize("gives_up", [True, False])
def test_leaving_waits_for_a_save_under_way(
    officer: Officer, monkeypatch: pytest.MonkeyPatch, gives_up: bool
) -> None:
    officer.types("A")
    officer.gate.clear()
    officer.saving.save()
    officer.types("AB")
    opened_by_waiting(officer, monkeypatch)
    if gives_up:
        officer.saving.give_up()
    else:
        officer.saving.let_go()
    assert officer.filed == "A"
    assert officer.crash() == ([] if gives_up else ["AB"])


def test_letting_go_leaves_the_file_and_all_in_the_journal(officer: Officer) -> None:
    officer.types("A")
    officer.saving.let_go()
    after(SAVE)
    assert officer.filed == officer.before
    assert officer.crash() == ["A"]


def test_giving_up_leaves_the_file_and_nothing_in_the_journal(officer: Officer) -> None:
    officer.types("A")
    after(JOURNAL)
    assert officer.journalled
    officer.saving.give_up()
    after(SAVE)
    assert (officer.filed, in_recovery()) == (officer.before, [])


@pytest.mark.parametrize("fails", [True, False])
def test_after_the_end_nothing_is_said_or_begun(officer: Officer, fails: bool) -> None:
    if fails:
        officer.path.chmod(0o444)
    officer.types("A")
    officer.gate.clear()
    officer.saving.save()
    officer.saving.stop()
    heard = list[object]()
    officer.saving.state_changed.connect(lambda: heard.append(officer.said))
    officer.gate.set()
    after(3 * SAVE)
    assert heard == []
    assert officer.filed == (officer.before if fails else "A")
