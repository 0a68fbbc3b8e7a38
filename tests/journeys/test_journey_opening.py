"""Opening: read only, damaged, locked, dropped, and a bid that is only looked at."""

import json
from functools import cache
from pathlib import Path

import pytest
from driving import CTRL, Key, Officer, settle
from making import NOW, SAMPLE, copy_of_sample
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from bidwriter.exports.package import Wanted, make_package
from bidwriter.exports.verifying import report
from bidwriter.files.container import bag
from bidwriter.files.container.bid_file import open_file
from bidwriter.ui.editor.rich_text_edit import RichTextEdit
from bidwriter.ui.window.bid_view import BidView
from bidwriter.ui.window.reading_view import ReadingView
from bidwriter.ui.window.start_view import StartView

pytestmark = pytest.mark.usefixtures("stopped_clock")


def lock_by_another(path: Path) -> None:
    holder = {"user": "ruth", "computer": "RYE-114", "process": 4, "since": NOW.isoformat()}
    path.with_name(f".{path.name}.open").write_text(json.dumps(holder), encoding="utf-8")


def package(folder: Path) -> Path:
    path = folder / "package.zip"
    path.write_bytes(packed())
    return path


@cache
def packed() -> bytes:
    opened = open_file(SAMPLE)
    return make_package(opened.bid, opened.contents, Wanted("final"), NOW).data


@pytest.mark.parametrize(
    "each", [4, pytest.param(1, marks=pytest.mark.proof)], ids=["some pages", "every page"]
)
def test_a_bid_only_looked_at_is_never_written(qtbot: QtBot, tmp_path: Path, each: int) -> None:
    path = copy_of_sample(tmp_path)
    before, when = path.read_bytes(), path.stat().st_mtime_ns
    officer = Officer(qtbot, path)
    for key in ["overview", "map", "attachments", "export", *officer.view.tasks.keys()[::each]]:
        officer.go(key)
        officer.press(Key.Key_Tab)
    officer.press(Key.Key_S, CTRL)
    officer.window.close()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, when)
    assert not list(tmp_path.glob(".*")), "the lock is gone"


def test_a_package_opens_to_be_read(qtbot: QtBot, tmp_path: Path) -> None:
    path = package(tmp_path)
    before = path.read_bytes()
    officer = Officer(qtbot, path)
    view = officer.window.view
    assert isinstance(view, ReadingView)
    assert officer.says("Read only")
    assert officer.says("Matches its checksums")
    assert "Forty interviews" in view.pages["reading"].document.toPlainText()  # type: ignore[attr-defined]
    for place in ("proof", "problems", "map", "approach"):
        view.show_named(place)
        settle()
    for edit in view.findChildren(RichTextEdit):
        assert edit.isReadOnly()
    view.show_named("map")
    settle()
    table = view.pages["map"].table  # type: ignore[attr-defined]
    table.setFocus()
    officer.press(Key.Key_Space)
    officer.click("Your bids")
    assert isinstance(officer.window.view, StartView)
    assert path.read_bytes() == before


def test_a_package_says_what_its_checksums_show_and_what_not(qtbot: QtBot, tmp_path: Path) -> None:
    path = package(tmp_path)
    officer = Officer(qtbot, path)
    view = officer.window.view
    assert isinstance(view, ReadingView)
    view.show_named("proof")
    settle()
    assert officer.says("All files match their checksums")
    assert officer.says("it does not show who made it")
    officer.click("Copy the content hash")
    assert QGuiApplication.clipboard().text() == report(open_file(path)).content_hash


def test_a_package_with_all_checksums_made_anew_is_not_called_whole(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = package(tmp_path)
    made = open_file(path).bag
    info = {**made.info, "Lead": "Oxford, district"}
    del info["Payload-Oxum"]
    path.write_bytes(bag.write("package", made.payload, info))
    officer = Officer(qtbot, path)
    assert officer.says("Something is wrong")
    assert officer.says("bag-info.txt states another “Lead” than the bid in it")
    assert not officer.says("Matches its checksums")


def test_a_changed_package_says_so_first(qtbot: QtBot, tmp_path: Path) -> None:
    path = package(tmp_path)
    data = bytearray(path.read_bytes())
    at = data.find(b"data/round.json")
    data[at + 40] ^= 1
    path.write_bytes(bytes(data))
    officer = Officer(qtbot)
    officer.script.tellings = ("could not be opened",)
    opened = officer.window.open_path(path)
    settle()
    assert officer.says("Something is wrong") if opened else officer.script.told


@pytest.mark.parametrize("keep", [0, 7, 900, -200])
def test_a_damaged_file_is_refused_in_words_and_left_alone(
    qtbot: QtBot, tmp_path: Path, keep: int
) -> None:
    path = copy_of_sample(tmp_path)
    path.write_bytes(path.read_bytes()[:keep])
    before = path.read_bytes()
    officer = Officer(qtbot)
    officer.script.tellings = ("could not be opened",)
    officer.script.files = [path]
    officer.click("Open a file")
    assert isinstance(officer.window.view, StartView)
    assert officer.script.told
    assert "Traceback" not in officer.script.told[0]
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [False, True])
def test_a_bid_that_somebody_has_open(qtbot: QtBot, tmp_path: Path, write: bool) -> None:
    path = copy_of_sample(tmp_path)
    lock_by_another(path)
    officer = Officer(qtbot)
    officer.script.choices = {"ruth has this bid open": write}
    officer.window.open_path(path)
    settle()
    assert "RYE-114" in officer.script.asked[0]
    assert "Only read it" in officer.script.asked[0]
    assert isinstance(officer.window.view, BidView if write else ReadingView)


def test_a_file_dropped_on_the_window_opens(qtbot: QtBot, tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    officer = Officer(qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    officer.window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, button, Qt.KeyboardModifier(0)))
    settle()
    assert officer.bid.title == "Tell us once when you move home"


def test_a_recent_bid_is_one_click_away_and_can_be_forgotten(qtbot: QtBot, tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    officer = Officer(qtbot, path)
    officer.click("Your bids")
    officer.click("Tell us once when you move home")
    assert officer.session.path == path
    officer.click("Your bids")
    path.unlink()
    officer.script.choices = {"not where it was": True}
    officer.click("Tell us once when you move home")
    assert not officer.window.settings.recent
    assert isinstance(officer.window.view, StartView)
