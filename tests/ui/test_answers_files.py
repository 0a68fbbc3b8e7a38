"""Files asked for: attached beside the question, chosen among what is attached, taken off again."""

from pathlib import Path

from answering import editor_of, forget_sessions, session_on, shown
from asking_round import question, round_of
from attached_made import pdf
from driving import Script, name_of, settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from bidwriter.bids.editing import new_bid
from bidwriter.files.container.bid_file import bid_bytes
from bidwriter.ui import asking
from bidwriter.ui.answers.files import FilesEditor
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session

ROUND = round_of(
    question("plan", "file", types=["pdf"], most=2, **{"largest-mb": 5}),
    question("letter", "file", optional=True),
)


def session(folder: Path) -> Session:
    path = folder / "a.bid"
    path.write_bytes(bid_bytes(new_bid(ROUND), {}))
    return session_on(path)


def click(editor: FilesEditor, name: str) -> None:
    [button] = [b for b in editor.findChildren(QAbstractButton) if name_of(b).startswith(name)]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def said(editor: FilesEditor) -> list[str]:
    return [words.text() for words in editor.findChildren(Words) if words.isVisible()]


def test_a_file_is_attached_used_again_and_taken_off(qtbot: QtBot, tmp_path: Path) -> None:
    script = Script()
    asking.use(script)
    open_ = session(tmp_path)
    plan = editor_of(FilesEditor, open_, "plan")
    letter = editor_of(FilesEditor, open_, "letter")
    shown(qtbot, plan)
    assert "PDF, 2 files at most, 5 MB each" in said(plan)
    file = tmp_path / "Plan.pdf"
    file.write_bytes(pdf())
    script.files = [file]
    click(plan, "Attach a file")
    assert "Plan.pdf" in said(plan)
    assert any(words.endswith(", 1 page") for words in said(plan))
    answers = [a.for_ for a in open_.bid.attachments]
    assert answers == [("plan",)]
    [action] = letter.menu().actions()
    action.trigger()
    assert [*open_.bid.attachments[0].for_] == ["letter", "plan"]
    click(plan, "Take Plan.pdf off this answer")
    assert [*open_.bid.attachments[0].for_] == ["letter"]
    assert "Plan.pdf" not in said(plan)
    open_.undo()
    settle()
    assert "Plan.pdf" in said(plan)
    forget_sessions()


def test_what_cannot_be_attached_says_why_beside_the_question(qtbot: QtBot, tmp_path: Path) -> None:
    script = Script()
    asking.use(script)
    plan = editor_of(FilesEditor, session(tmp_path), "plan")
    shown(qtbot, plan)
    empty = tmp_path / "Empty.pdf"
    empty.write_bytes(b"")
    script.files = [empty]
    click(plan, "Attach a file")
    assert plan.field.error == "“Empty.pdf” is empty"
    forget_sessions()
