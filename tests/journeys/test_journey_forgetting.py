"""What somebody took out is forgotten, and a copy goes out without earlier versions."""

import zipfile
from pathlib import Path

import pytest
from driving import CTRL, Key, Officer
from making import copy_of_sample
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bidwriter.bids.typed.setting import set_typed
from bidwriter.files.container.bid_file import open_file

pytestmark = pytest.mark.usefixtures("stopped_clock")
SECRET = "Quokka"


def all_bytes(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.fixture
def officer(qtbot: QtBot, tmp_path: Path) -> Officer:
    """Somebody wrote a name into an answer and took it out again, in two versions."""
    made = Officer(qtbot, copy_of_sample(tmp_path))
    for words in (f"{SECRET} leads it.", "Somebody leads it."):
        made.session.edit_apart(lambda bid, w=words: set_typed(bid, "approach", w), "Wrote")  # type: ignore[misc]
    made.saved()
    assert SECRET.encode() in all_bytes(made.session.path)
    return made


def test_forgetting_asks_first_and_says_what_it_costs(officer: Officer) -> None:
    officer.go("history")
    officer.script.choices = {"Forget what was removed?": False}
    officer.click("Forget earlier versions")
    (asked,) = officer.script.asked
    assert "This forgets 2 earlier versions." in asked
    assert "backups and packages keep what they hold" in asked
    assert asked.endswith("Keep them / Forget them / True")
    assert SECRET.encode() in all_bytes(officer.session.path)


def test_what_was_taken_out_is_gone_and_cannot_be_undone(officer: Officer) -> None:
    officer.go("history")
    officer.script.choices = {"Forget what was removed?": True}
    officer.click("Forget earlier versions")
    assert officer.says("Forgot 2 earlier versions.")
    assert not officer.says("Forget earlier versions")
    bid = officer.saved()
    assert bid.answer("approach") == "Somebody leads it."
    assert SECRET.encode() not in all_bytes(officer.session.path)
    officer.go("approach")
    officer.press(Key.Key_Z, CTRL)
    assert officer.bid.answer("approach") == "Somebody leads it."


def test_a_copy_without_earlier_versions(officer: Officer, tmp_path: Path, qtbot: QtBot) -> None:
    officer.go("partner-copy")
    officer.find(QLineEdit, "Who is it for?").setFocus()
    officer.type("Leeds")
    assert officer.says("Every version that you can see under History")
    officer.click("Leave out earlier versions and what was taken out")
    assert officer.says("The copy carries no earlier version")
    copy = tmp_path / "for-leeds.bid"
    officer.script.files = [copy]
    officer.click("Save the copy")
    qtbot.waitUntil(copy.exists)
    assert SECRET.encode() not in all_bytes(copy)
    assert open_file(copy).bid.lent is not None
    officer.saved()
    assert SECRET.encode() in all_bytes(officer.session.path)
