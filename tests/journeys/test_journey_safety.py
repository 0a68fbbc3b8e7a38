"""Nothing typed is lost: saving, crashes, undo across fields and pages."""

import threading
from pathlib import Path
from typing import Any

import pytest
from driving import ALT, CTRL, SHIFT, Key, Officer, name_of, settle
from making import copy_of_sample
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from stopwatch import PATIENCE_MS

from bidwriter import clock
from bidwriter.bids.history.recording import Doing
from bidwriter.bids.person import Person
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.replacing import replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery.kept import kept
from bidwriter.ui.editor.rich_text_edit import RichTextEdit

pytestmark = pytest.mark.usefixtures("stopped_clock")


@pytest.fixture
def officer(qtbot: QtBot, tmp_path: Path) -> Officer:
    return Officer(qtbot, copy_of_sample(tmp_path))


def write(officer: Officer, place: str, words: str) -> None:
    """Go to a prose answer and type at its end."""
    officer.go(place)
    officer.task.go_to(Place(place))
    officer.press(Key.Key_End, CTRL)
    officer.type(words)


def answer(officer: Officer, place: str) -> str:
    return str(officer.bid.answer(place))


def test_what_was_typed_comes_back_after_a_crash(qtbot: QtBot, officer: Officer) -> None:
    path, before = officer.session.path, officer.session.path.read_bytes()
    write(officer, "approach", " We start on Monday.")
    qtbot.waitUntil(lambda: officer.says("Kept safe"))
    assert not officer.says("Saved 10"), "the file does not have it yet"
    officer.crash()
    assert path.read_bytes() == before

    again = Officer(qtbot, path)
    assert again.says("Work that was not saved can be brought back")
    assert again.says("One part of the bid was changed at 10:32")
    assert again.says("[new: We start on Monday.]")
    assert path.read_bytes() == before
    again.click("Bring it back")
    assert again.says("Brought back")
    assert answer(again, "approach").endswith("We start on Monday.")
    again.go("approach")
    assert again.task.editors["approach"].findChild(RichTextEdit).toPlainText().endswith("Monday.")  # type: ignore[union-attr]
    again.press(Key.Key_Z, CTRL)
    assert not answer(again, "approach").endswith("Monday.")
    again.press(Key.Key_Y, CTRL)
    assert str(again.saved().answer("approach")).endswith("We start on Monday.")


def test_recovered_work_waits_until_it_is_taken_or_thrown_away(
    qtbot: QtBot, officer: Officer
) -> None:
    path, before = officer.session.path, officer.bid.answer("approach")
    write(officer, "approach", " We start on Monday.")
    qtbot.waitUntil(lambda: officer.says("Kept safe"))
    officer.crash()

    left = Officer(qtbot, path)
    left.click("Open without it")
    assert left.bid.answer("approach") == before
    left.window.close()
    again = Officer(qtbot, path)
    assert again.says("Work that was not saved can be brought back")
    again.script.choices = {"Throw the unsaved work away?": False}
    again.click("Throw it away")
    assert again.says("Work that was not saved can be brought back")
    again.script.choices = {"Throw the unsaved work away?": True}
    again.click("Throw it away")
    assert again.bid.answer("approach") == before
    again.window.close()
    assert Officer(qtbot, path).bid.answer("approach") == before


def test_saved_is_said_only_once_the_file_has_it(
    qtbot: QtBot, officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, reached = threading.Event(), threading.Event()
    real = replace

    def slow(path: Path, data: bytes, **more: Any) -> object:
        reached.set()
        assert go_on.wait(PATIENCE_MS / 1000)
        return real(path, data, **more)

    write(officer, "approach", " One more thing.")
    qtbot.waitUntil(lambda: officer.says("Kept safe"))
    monkeypatch.setattr("bidwriter.files.recovery.keeping.replace", slow)
    officer.press(Key.Key_S, CTRL)
    qtbot.waitUntil(reached.is_set)
    settle()
    assert not officer.says("Saved 10")
    go_on.set()
    qtbot.waitUntil(lambda: officer.says("Saved 10:32"))
    assert str(open_file(officer.session.path).bid.answer("approach")).endswith("One more thing.")


def test_a_full_disk_is_said_and_offers_a_copy(
    qtbot: QtBot, officer: Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes, **_: object) -> None:
        raise FileTroubleError("The disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("bidwriter.files.recovery.keeping.replace", full)
        write(officer, "approach", " Still here.")
        officer.press(Key.Key_S, CTRL)
        qtbot.waitUntil(lambda: officer.says("Not saved since 10:32"))
        assert officer.says("disk is full")
        copy = tmp_path / "elsewhere.bid"
        officer.script.files = [copy]
        officer.click("Save a copy")
        assert str(open_file(copy).bid.answer("approach")).endswith("Still here.")
    monkeypatch.setenv("BIDWRITER_NOW", "2018-11-06T10:40")
    officer.press(Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: officer.says("Saved 10:40"))


def test_a_file_changed_elsewhere_is_not_written_over(
    qtbot: QtBot, officer: Officer, tmp_path: Path
) -> None:
    path = officer.session.path
    write(officer, "approach", " Mine.")
    other = copy_of_sample(tmp_path, "other.bid").read_bytes() + b"\0"
    path.write_bytes(other)
    copy = tmp_path / "mine.bid"
    officer.script.ways = {"was changed elsewhere": "Keep both"}
    officer.script.files = [copy]
    officer.press(Key.Key_S, CTRL)
    qtbot.waitUntil(copy.exists)
    assert path.read_bytes() == other
    assert str(open_file(copy).bid.answer("approach")).endswith("Mine.")
    qtbot.waitUntil(lambda: officer.session.path == copy)
    write(officer, "approach", " And more.")
    assert str(officer.saved().answer("approach")).endswith("Mine. And more.")
    assert path.read_bytes() == other
    officer.window.close()
    again = Officer(qtbot, path)
    assert again.bid.answer("approach") == open_file(path).bid.answer("approach"), "nothing left"


def test_a_file_changed_elsewhere_can_be_read_again_and_mine_laid_over_it(
    qtbot: QtBot, officer: Officer
) -> None:
    path = officer.session.path
    opened = open_file(path)
    write(officer, "approach", " Mine.")
    theirs = kept(opened).after(
        set_typed(opened.bid, "title", "Theirs"), Doing(Person(name="Ruth"), clock.now())
    )
    path.write_bytes(theirs.file(opened.contents))
    officer.script.ways = {"was changed elsewhere": "Read theirs, and look at yours again"}
    officer.press(Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: officer.says("Work that was not saved can be brought back"))
    assert officer.says("changed since by somebody else")
    officer.click("Bring it back")
    assert officer.bid.title == "Theirs"
    assert answer(officer, "approach").endswith("Mine.")
    saved = officer.saved()
    assert saved.title == "Theirs"
    assert str(saved.answer("approach")).endswith("Mine.")


def test_a_file_changed_elsewhere_can_be_joined_with_mine(qtbot: QtBot, officer: Officer) -> None:
    path = officer.session.path
    opened = open_file(path)
    write(officer, "approach", " Mine.")
    theirs = kept(opened).after(
        set_typed(opened.bid, "title", "Theirs"), Doing(Person(name="Ruth"), clock.now())
    )
    path.write_bytes(theirs.file(opened.contents))
    officer.script.ways = {"was changed elsewhere": "Join it with yours"}
    officer.press(Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: officer.window.joining.view is not None)
    settle()
    officer.click("Finish joining")
    qtbot.waitUntil(lambda: not officer.session.unsaved)
    saved = open_file(path).bid
    assert saved.title == "Theirs"
    assert str(saved.answer("approach")).endswith("Mine.")


def test_undo_is_one_stack_across_fields_and_pages(officer: Officer) -> None:
    first = officer.bid
    write(officer, "approach", " One.")
    officer.go("contact-name")
    officer.press(Key.Key_End)
    officer.type(" Two")
    officer.press(Key.Key_Tab)
    officer.go("summarise")
    officer.press(Key.Key_1, ALT)
    officer.press(Key.Key_D, CTRL)
    changed = officer.bid
    steps = 0
    while officer.session.timeline.done:
        officer.press(Key.Key_Z, CTRL)
        steps += 1
    assert steps == 4
    assert officer.bid.answers == first.answers
    assert officer.bid.evidence == first.evidence
    assert officer.bid.finished == first.finished
    for _ in range(steps):
        officer.press(Key.Key_Z, CTRL | SHIFT)
    assert officer.bid == changed


def test_typing_is_one_step_until_the_field_is_left(officer: Officer) -> None:
    officer.go("contact-name")
    before = officer.bid.answer("contact-name")
    assert isinstance(officer.focused, QLineEdit)
    officer.press(Key.Key_End)
    officer.type(" of Hambleton")
    officer.press(Key.Key_Z, CTRL)
    assert officer.bid.answer("contact-name") == before
    assert officer.focused.text() == before
    assert name_of(officer.focused).startswith("Full name")


def test_what_was_typed_is_safe_when_the_window_closes(officer: Officer) -> None:
    path = officer.session.path
    write(officer, "approach", " Last words.")
    officer.window.close()
    assert str(open_file(path).bid.answer("approach")).endswith("Last words.")


def test_going_home_saves_and_says_so_on_the_card(officer: Officer) -> None:
    path = officer.session.path
    write(officer, "approach", " Last words.")
    officer.click("Your bids")
    assert str(open_file(path).bid.answer("approach")).endswith("Last words.")
    assert officer.says("Saved today 10:32")
