"""Questions to the officer: title, consequence, verbs; Esc is the safe one."""

import pytest
from driving import name_of, settle
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.ui.asking import Dialogs
from bidwriter.ui.parts.question import Question
from bidwriter.ui.parts.words import Words


def ask(qtbot: QtBot, key: Qt.Key | None, *, danger: bool = False) -> tuple[bool, list[str]]:
    """Ask, press a key or the other button, and tell what was heard."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    heard: list[str] = []

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Question)
        heard.extend([box.accessibleName(), name_of(box.safe), name_of(box.other)])
        heard.append("safe" if box.focusWidget() is box.safe else "other")
        if key is None:
            QTest.mouseClick(box.other, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(box.focusWidget() or box, key)
        QTimer.singleShot(0, box, box.reject)  # a test must end

    QTimer.singleShot(0, act)
    got = Dialogs().choose(
        parent, "Delete “Architect”?", "£10,200 goes.", "Keep it", "Delete the line", danger=danger
    )
    settle()
    assert not parent.findChildren(Question)
    return got, heard


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_esc_and_the_first_button_are_safe(qtbot: QtBot, key: Qt.Key) -> None:
    got, heard = ask(qtbot, key)
    assert not got
    assert heard == ["Delete “Architect”?", "Keep it", "Delete the line", "safe"]


def test_the_other_must_be_meant(qtbot: QtBot) -> None:
    assert ask(qtbot, None, danger=True)[0]


def test_all_the_words_can_be_read(qtbot: QtBot) -> None:
    text = "Somebody else changed the file while it was open here. " * 4
    box = Question(None, "“bid.bid” was changed elsewhere", text, "Not now", "Save a copy")
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    for words in box.findChildren(Words):
        assert words.height() >= words.heightForWidth(words.width()), words.text()


def test_telling_has_one_button(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    seen: list[bool] = []

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Question)
        seen.append(box.other.isVisible())
        box.safe.click()

    QTimer.singleShot(0, act)
    Dialogs().tell(parent, "The copy could not be saved", "The disk is full.")
    assert seen == [False]
