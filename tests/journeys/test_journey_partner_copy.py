"""A copy for a partner: made by the lead, opened by the partner, closed where it was meant to be."""

from pathlib import Path

import pytest
from driving import ALT, CTRL, Key, Officer, settle
from making import copy_of_sample
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from bidwriter.bids.person import Person
from bidwriter.files import settings
from bidwriter.files.container import history_file
from bidwriter.files.container.bid_file import open_file
from bidwriter.ui.editor.rich_text_edit import RichTextEdit
from bidwriter.ui.window.copies_out import save_copy

pytestmark = pytest.mark.usefixtures("stopped_clock")


def make_copy(qtbot: QtBot, folder: Path, *, parts: tuple[str, ...]) -> Path:
    """The lead saves a copy for Leeds and closes the window."""
    settings.save(
        settings.Settings(person=Person(id="joan", name="Joan Price", council="E07000164"))
    )
    officer = Officer(qtbot, copy_of_sample(folder))
    officer.go("partner-copy")
    officer.find(QLineEdit, "Who is it for?").setFocus()
    officer.type("Leeds")
    officer.find(QPlainTextEdit, "Note to them").setFocus()
    officer.type("Look at question 2 first")
    if parts:
        officer.click("Only some parts")
        for part in parts:
            officer.click(part)
    copy = folder / "for-leeds.bid"
    officer.script.files = [copy]
    officer.click("Save the copy")
    qtbot.waitUntil(copy.exists)
    assert officer.says("Send it to Leeds")
    officer.window.close()
    return copy


def partner(qtbot: QtBot, copy: Path) -> Officer:
    settings.save(settings.Settings(person=Person(id="ruth", name="Ruth Selwyn")))
    return Officer(qtbot, copy)


def test_the_copy_says_who_sent_it_and_why(qtbot: QtBot, tmp_path: Path) -> None:
    copy = make_copy(qtbot, tmp_path, parts=())
    officer = partner(qtbot, copy)
    assert officer.says("Joan Price, Hambleton, sent this copy to Leeds")
    assert officer.says("“Look at question 2 first”")
    officer.go("approach")
    officer.press(Key.Key_End, CTRL)
    officer.type(" Ours too.")
    assert str(officer.saved().answer("approach")).endswith("Ours too.")
    opened = open_file(copy)
    log = history_file.read_log(opened.history, opened.bid.bid_id)
    assert "Copy for Leeds" in log.names.values()


def test_closed_parts_can_be_read_and_commented_on_but_not_changed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    copy = make_copy(qtbot, tmp_path, parts=("2 Describe your approach",))
    officer = partner(qtbot, copy)
    assert officer.says("You may change: Describe your approach")
    before = officer.bid
    officer.go("summary")
    assert officer.says("This part is for reading in this copy")
    text = officer.task.editors["summary"].findChild(RichTextEdit)
    assert text is not None
    assert text.isReadOnly()
    officer.press(Key.Key_1, ALT)
    officer.press(Key.Key_D, CTRL)
    assert officer.bid.answers == before.answers
    assert officer.bid.evidence == before.evidence
    assert officer.bid.finished == before.finished
    rows = {row.key: row.said for row in officer.view.tasks.rows.rows()}
    assert "for reading in this copy" in rows["summarise"]
    officer.press(Key.Key_3, CTRL)
    officer.find(QPlainTextEdit, "Add a comment").setFocus()
    officer.type("Too long")
    officer.click("Add the comment")
    assert [c.text for c in officer.bid.comments] == ["Too long"]
    officer.go("approach")
    officer.press(Key.Key_End, CTRL)
    officer.type(" Ours.")
    settle()
    assert str(officer.saved().answer("approach")).endswith("Ours.")


def test_a_copy_never_replaces_the_bid_or_another_file_unasked(
    qtbot: QtBot, tmp_path: Path
) -> None:
    officer = Officer(qtbot, copy_of_sample(tmp_path))
    path, other = officer.session.path, copy_of_sample(tmp_path, "other.bid")
    before = other.read_bytes()
    officer.script.tellings = ("is the bid itself",)
    officer.script.files = [path, tmp_path / "other", tmp_path / "v1.2"]
    save_copy(officer.window)
    assert "is the bid itself" in officer.script.told[0]
    officer.script.choices = {"Replace “other.bid”?": False}
    save_copy(officer.window)
    assert other.read_bytes() == before
    save_copy(officer.window)
    assert (tmp_path / "v1.2.bid").exists()


def test_a_copy_for_nobody_or_with_nothing_to_change_is_not_made(
    qtbot: QtBot, tmp_path: Path
) -> None:
    officer = Officer(qtbot, copy_of_sample(tmp_path))
    officer.go("partner-copy")
    officer.click("Save the copy")
    assert officer.says("Say who the copy is for")
    officer.find(QLineEdit, "Who is it for?").setFocus()
    officer.type("Leeds")
    officer.click("Only some parts")
    officer.click("Save the copy")
    assert officer.says("Tick what they may change")
