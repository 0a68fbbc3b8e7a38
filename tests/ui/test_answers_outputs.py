"""Outputs: fields, order, problems and what they show."""

from pathlib import Path

import pytest
from answering import edited, editor_of, session_on, shown
from making import copy_of_sample
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import evidence_at, set_cell
from bidwriter.bids.places import Place
from bidwriter.kinds.tables.outputs import Output
from bidwriter.ui.answers.outputs import OutputsEditor
from bidwriter.ui.answers.outputs_row import OutputRow
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session

Q = "outputs"
FIRST, SECOND = "orep000001", "orep000002"


@pytest.fixture
def session(tmp_path: Path, stopped_clock: None) -> Session:
    return session_on(copy_of_sample(tmp_path))


@pytest.fixture
def editor(qtbot: QtBot, session: Session) -> OutputsEditor:
    editor = editor_of(OutputsEditor, session, Q)
    shown(qtbot, editor, 648)
    return editor


def outputs(session: Session) -> list[Output]:
    return [row for row in rows_of(session.bid, Q) if isinstance(row, Output)]


def choose(block: OutputRow, words: str) -> None:
    next(action for action in block.menu().actions() if action.text() == words).trigger()


def test_typing_is_one_step_and_leaving_ends_it(session: Session, editor: OutputsEditor) -> None:
    line = editor.blocks[FIRST].lines["action"]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Home)
    QTest.keyClicks(line, "First ")
    was = "Interview 40 residents and 22 staff; write up and publish"
    assert outputs(session)[0].action == f"First {was}"
    assert line.cursorPosition() == 6
    assert len(session.timeline.done) == 1
    editor.blocks[FIRST].lines["when"].setFocus()
    line.setFocus()
    QTest.keyClicks(line, "x")
    assert len(session.timeline.done) == 2
    session.undo()
    session.undo()
    assert line.text() == was


def test_a_new_output_is_ready_for_its_name(session: Session, editor: OutputsEditor) -> None:
    QTest.mouseClick(editor.add_button, Qt.MouseButton.LeftButton)
    name = QApplication.focusWidget()
    assert name is not None
    QTest.keyClicks(name, "A film")
    assert outputs(session)[-1].output == "A film"
    assert editor.current == outputs(session)[-1].id
    assert editor.strip.place == f"{Q}/{editor.current}"


def test_deleting_says_so_with_a_way_back(qtbot: QtBot, session: Session) -> None:
    navigator = Navigator()
    editor = editor_of(OutputsEditor, session, Q, navigator)
    shown(qtbot, editor, 648)
    with qtbot.waitSignal(navigator.said) as told:
        choose(editor.blocks[FIRST], "Delete the output")
    assert told.args == ["Deleted “User research report”", True]
    assert FIRST not in editor.blocks
    session.undo()
    assert editor.blocks[FIRST].lines["output"].text() == "User research report"
    assert evidence_at(session.bid, f"{Q}/{FIRST}", 1)


def test_moving_keeps_the_blocks_in_order(session: Session, editor: OutputsEditor) -> None:
    choose(editor.blocks[SECOND], "Move up")
    assert [row.id for row in outputs(session)][:2] == [SECOND, FIRST]
    QApplication.processEvents()
    assert editor.blocks[SECOND].y() < editor.blocks[FIRST].y()


def test_problems_stand_beside_their_fields(session: Session, editor: OutputsEditor) -> None:
    edited(session, lambda bid: set_cell(bid, Q, SECOND, {"output": None}))
    block = editor.blocks[SECOND]
    assert block.fields["output"].error == "Name output 2, or delete its row"
    line = block.lines["output"]
    assert line.accessibleName() == "Output, output 2"
    assert line.accessibleDescription() == "Problem: Name output 2, or delete its row"
    editor.show_problems(())
    assert block.fields["output"].error == line.accessibleDescription() == ""


def test_the_strip_follows_the_focus(session: Session, editor: OutputsEditor) -> None:
    editor.go_to(Place(f"{Q}/{SECOND}/when"))
    assert QApplication.focusWidget() is editor.blocks[SECOND].lines["when"]
    assert editor.strip.place == f"{Q}/{SECOND}"
    QTest.keyClick(editor.strip.chips[1], Qt.Key.Key_Space)
    assert evidence_at(session.bid, f"{Q}/{SECOND}", 1)
    editor.go_to(Place(f"evidence/{Q}/{FIRST}/5/reason"))
    assert QApplication.focusWidget() is editor.strip.reasons[5].reason
    assert editor.strip.place == f"{Q}/{FIRST}"


def test_the_menu_of_an_output_leads_to_what_it_shows(editor: OutputsEditor) -> None:
    editor.go_to(Place(f"{Q}/{SECOND}/when"))
    choose(editor.blocks[FIRST], "What it shows")
    assert QApplication.focusWidget() is editor.strip.chips[1]
    assert editor.strip.place == f"{Q}/{FIRST}"


def test_no_two_controls_have_one_name(editor: OutputsEditor) -> None:
    names = [
        line.accessibleName() for block in editor.blocks.values() for line in block.lines.values()
    ]
    names += [block.more.accessibleName() for block in editor.blocks.values()]
    assert len(names) == len(set(names)) == 16


def test_read_only(qtbot: QtBot, tmp_path: Path) -> None:
    session = session_on(copy_of_sample(tmp_path), read_only=True)
    editor = editor_of(OutputsEditor, session, Q)
    shown(qtbot, editor, 648)
    assert editor.add_button.isHidden()
    assert editor.blocks[FIRST].lines["output"].isReadOnly()
    assert editor.blocks[FIRST].more.isHidden()
