"""Comments and history through the window: said, answered, settled; looked at and brought back."""

from pathlib import Path

import pytest
from driving import ALT, CTRL, Key, Officer, settle
from making import copy_of_sample
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from bidwriter import clock
from bidwriter.bids.cells import rows_of
from bidwriter.bids.person import Person
from bidwriter.bids.places import Place
from bidwriter.exports.package import Wanted, make_package
from bidwriter.files import settings
from bidwriter.files.container import history_file
from bidwriter.files.container.bid_file import open_file
from bidwriter.ui.pages.history.page import NOW, HistoryPage
from bidwriter.ui.pages.history.version_dialog import VersionDialog

pytestmark = pytest.mark.usefixtures("stopped_clock")


@pytest.fixture
def officer(qtbot: QtBot, tmp_path: Path) -> Officer:
    settings.save(settings.Settings(person=Person(id="joan", name="Joan Price")))
    return Officer(qtbot, copy_of_sample(tmp_path))


def comments(officer: Officer, place: str = "approach") -> None:
    officer.go(place)
    officer.press(Key.Key_3, CTRL)


def write(officer: Officer, words: str) -> None:
    officer.find(QPlainTextEdit, "Add a comment").setFocus()
    officer.type(words)
    officer.click("Add the comment")


def test_a_comment_is_written_answered_given_and_settled(officer: Officer) -> None:
    comments(officer)
    assert officer.says("No open comments here")
    write(officer, "Can we name a deputy?")
    assert officer.says("Comments 1", officer.view.panel)
    said = [row.said for row in officer.view.tasks.rows.rows()]
    assert "2 Describe your approach, completed, 1 comment" in said
    officer.click("Reply: Can we")
    officer.find(QPlainTextEdit, "Your reply").setFocus()
    officer.type("Tom stands in.")
    officer.click("Add the reply")
    assert officer.says("Tom stands in.")
    officer.script.typed = ["Ruth Selwyn"]
    officer.click("Ask somebody")
    officer.choose("Somebody else")
    assert officer.says("For Ruth Selwyn to settle")
    officer.click("Settle: Can we")
    assert officer.says("1 settled")
    assert not officer.says("Comments 1", officer.view.panel)
    officer.press(Key.Key_Z, CTRL)
    assert officer.says("Comments 1", officer.view.panel)
    saved = officer.saved()
    assert {c.text for c in saved.comments} == {"Can we name a deputy?", "Tom stands in."}


def test_a_row_is_commented_on_and_its_comment_leads_back(officer: Officer) -> None:
    row = rows_of(officer.bid, "cost-lines")[1]
    officer.go(f"cost-lines/{row.id}/what")
    officer.press(Key.Key_M, CTRL | ALT)
    officer.type("Check the day rate")
    officer.press(Key.Key_Return, CTRL)
    (said,) = officer.bid.comments
    assert said.about == f"cost-lines/{row.id}"
    officer.go("comments")
    assert officer.says("1 comment is open")
    officer.click(f"Cost the team: {row.title}")
    assert officer.view.current == "cost-lines" or "cost" in officer.view.current
    assert officer.view.panel.tabs.currentIndex() == 2


def test_a_mark_to_do_is_for_its_writer_alone(officer: Officer) -> None:
    comments(officer)
    officer.find(QPlainTextEdit, "Add a comment").setFocus()
    officer.type("Ask finance")
    officer.click("To do, for me alone")
    officer.click("Add the comment")
    assert officer.says("To do, for you")
    officer.go("comments")
    assert officer.says("For you (1)")
    officer.window.keep(settings.with_person(settings.Settings(), "Ruth", ""))
    officer.go("overview")
    officer.go("comments")
    assert officer.says("No comments are open")


def test_comments_never_leave_in_a_package(officer: Officer) -> None:
    comments(officer)
    write(officer, "Not for the fund")
    made = make_package(officer.bid, {}, Wanted("draft"), clock.now())
    assert b"Not for the fund" not in made.data


def test_the_story_of_an_answer_names_a_moment_and_brings_it_back(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = officer.bid.answer("approach")
    officer.go("approach")
    officer.press(Key.Key_End, CTRL)
    officer.type(" One more thing.")
    officer.press(Key.Key_4, CTRL)
    assert officer.says("changed", officer.view.panel)
    assert officer.says("+3 words", officer.view.panel)
    officer.script.typed = ["Sent to Leeds"]
    officer.click("Name this moment")
    assert officer.says("Sent to Leeds", officer.view.panel)
    monkeypatch.setenv("BIDWRITER_NOW", "2018-11-06T12:00")
    officer.task.editors["approach"].go_to(Place("approach"))
    officer.press(Key.Key_Home, CTRL)
    officer.type("Later. ")
    officer.go("history")
    page = officer.page
    assert isinstance(page, HistoryPage)
    assert [row.title for row in page.versions.rows()] == [
        "Describe your approach", "Sent to Leeds", "How it began",
    ]  # fmt: skip
    page.versions.setCurrentRow(2)
    page.against.setCurrentIndex(page.against.findData(NOW))
    settle()
    assert officer.says("[taken out: Later.")
    officer.click("Bring this answer back: Describe your approach")
    assert officer.bid.answer("approach") == first
    officer.press(Key.Key_Z, CTRL)
    assert str(officer.bid.answer("approach")).startswith("Later.")
    titles = [row.title for row in page.versions.rows()]
    page.versions.setCurrentRow(titles.index("How it began"))
    officer.click("Read it whole")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, VersionDialog)
    assert "One more thing" not in dialog.document.toPlainText()
    assert "We will spend twelve weeks" in dialog.document.toPlainText()
    dialog.accept()
    settle()
    officer.click("Bring this version back")
    assert officer.bid.answer("approach") == first
    again = officer.saved()
    assert again.answer("approach") == first
    opened = open_file(officer.session.path)
    log = history_file.read_log(opened.history, opened.bid.bid_id)
    assert "Sent to Leeds" in log.names.values()
    assert log.head is not None
    assert log.head.words.startswith("Brought back the version of")


def test_a_name_is_also_given_to_an_older_version(officer: Officer) -> None:
    officer.go("approach")
    officer.press(Key.Key_End, CTRL)
    officer.type(" More.")
    officer.go("history")
    page = officer.page
    assert isinstance(page, HistoryPage)
    page.versions.setCurrentRow(1)
    officer.script.typed = ["As we found it"]
    officer.click("Name this version")
    assert officer.says("As we found it")
    assert officer.saved().answer("approach")
