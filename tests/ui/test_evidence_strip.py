"""Chips and reasons: what an answer or a row shows of the principles."""

from pathlib import Path

import pytest
from answering import session_on, shown
from making import copy_of_sample
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import evidence_at
from bidwriter.bids.places import Place
from bidwriter.ui.answers.evidence_strip import EvidenceStrip
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session


@pytest.fixture
def session(tmp_path: Path, stopped_clock: None) -> Session:
    return session_on(copy_of_sample(tmp_path))


def strip_on(session: Session, place: str) -> EvidenceStrip:
    strip = EvidenceStrip(session, Navigator())
    strip.show_place(Place(place))
    session.changed.connect(lambda _old, _new: strip.refresh())
    return strip


def test_a_chip_goes_round_its_strengths(qtbot: QtBot, session: Session) -> None:
    strip = strip_on(session, "approach")
    shown(qtbot, strip, 640)
    chip = strip.chips[4]
    assert strip.reasons[4].isHidden()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    found = evidence_at(session.bid, "approach", 4)
    assert found
    assert found.strength == "some"
    assert not strip.reasons[4].isHidden()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.accessibleName() == "Principle 4, Digital leadership, strong"
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert evidence_at(session.bid, "approach", 4) is None
    assert strip.reasons[4].isHidden()


def test_a_reason_typed_is_one_step_and_the_cursor_stays(qtbot: QtBot, session: Session) -> None:
    strip = strip_on(session, "approach")
    shown(qtbot, strip, 640)
    line = strip.reasons[2].reason
    line.setFocus()
    line.setCursorPosition(3)
    steps = len(session.timeline.done)
    QTest.keyClicks(line, " very ")
    assert line.cursorPosition() == 9
    found = evidence_at(session.bid, "approach", 2)
    assert found
    assert found.reason == "The very UPRN is the common key throughout"
    assert len(session.timeline.done) == steps + 1
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "The UPRN is the common key throughout"


def test_a_commitment_is_chosen_and_says_whose_words_it_has(qtbot: QtBot, session: Session) -> None:
    strip = strip_on(session, "approach")
    shown(qtbot, strip, 640)
    choice = strip.reasons[1].choice
    assert choice.currentText() == "No commitment"
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    found = evidence_at(session.bid, "approach", 1)
    assert found
    assert found.commitment == "leaders-expertise"
    assert choice.currentText().endswith("(in our words)")
    QTest.keyClick(choice, Qt.Key.Key_Home)
    found = evidence_at(session.bid, "approach", 1)
    assert found
    assert found.commitment == ""


def test_a_lines_main_principle_counts_as_some(qtbot: QtBot, session: Session) -> None:
    strip = strip_on(session, "cost-lines/cost000002")
    shown(qtbot, strip, 900)
    assert strip.chips[1].strength == "some"
    assert strip.chips[1].accessibleName().endswith("Service designer, supplier")
    QTest.keyClicks(strip.reasons[1].reason, "Draws what people need")
    found = evidence_at(session.bid, "cost-lines/cost000002", 1)
    assert found
    assert (found.strength, found.reason) == ("some", "Draws what people need")


def test_going_to_a_reason(qtbot: QtBot, session: Session) -> None:
    strip = strip_on(session, "approach")
    shown(qtbot, strip, 640)
    strip.go_to(Place("evidence/approach/3/reason"))
    assert QApplication.focusWidget() is strip.reasons[3].reason
    strip.go_to(Place("evidence/approach/4"))
    assert QApplication.focusWidget() is strip.chips[4]


def test_a_bid_that_can_only_be_read(qtbot: QtBot, tmp_path: Path) -> None:
    session = session_on(copy_of_sample(tmp_path), read_only=True)
    strip = strip_on(session, f"outputs/{rows_of(session.bid, 'outputs')[0].id}")
    qtbot.addWidget(strip)
    assert not strip.chips[1].isEnabled()
    assert strip.reasons[1].reason.isReadOnly()
    assert not strip.reasons[1].choice.isEnabled()
