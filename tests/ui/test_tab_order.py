"""Where Tab goes is found by how things are laid out when it is pressed."""

from collections.abc import Iterator

import pytest
from driving import NONE, SHIFT, Key, settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QGridLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.parts.words import heading


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Dialog]:
    """An empty window of the kind that all others are."""
    made = Dialog(None, "Window", stays=True)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def line(name: str, parent: QWidget | None = None) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made


def order(window: QWidget, held: Qt.KeyboardModifier = NONE) -> str:
    """The names that Tab comes by, from the one that has the focus until it comes round."""
    settle()
    names: list[str] = []
    while (focused := QApplication.focusWidget()) and focused.objectName() not in names:
        names.append(focused.objectName())
        QTest.keyClick(focused, Key.Key_Tab, held)
    return " ".join(names)


def test_one_after_the_other_whatever_was_made_first(window: Dialog) -> None:
    body, last, first = QVBoxLayout(window), line("last"), line("first")
    body.addWidget(last)
    body.insertWidget(0, first)
    first.setFocus()
    assert order(window) == "first last"
    body.insertWidget(1, line("between"))
    assert order(window) == "first between last"
    assert order(window, SHIFT) == "first last between"
    body.removeWidget(first)
    body.addWidget(first)
    assert order(window) == "first between last"  # the same, come round from the end


def test_a_grid_goes_line_by_line(window: Dialog) -> None:
    grid = QGridLayout(window)
    for name, at in (("d", (1, 1)), ("b", (0, 1)), ("c", (1, 0)), ("a", (0, 0))):
        grid.addWidget(line(name), *at)
    window.findChildren(QLineEdit, "a")[0].setFocus()
    assert order(window) == "a b c d"


def test_a_row_filled_from_its_end_goes_as_it_is_seen(window: Dialog) -> None:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight, window)
    for name in "abc":
        row.addWidget(line(name))
    window.findChildren(QLineEdit, "a")[0].setFocus()
    assert order(window) == "a b c"
    for way in (QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.RightToLeft):
        row.setDirection(way)
        assert order(window) == "a c b"  # from a, which is last now, round to c


def test_cards_side_by_side_are_read_card_by_card_and_what_lies_over_them_last(
    window: Dialog,
) -> None:
    line("over", window).move(5, 40)
    line("higher", window).move(90, 2)
    across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    outer = QVBoxLayout(window)
    outer.addLayout(across)
    for one, other in (("a", "b"), ("c", "d")):
        card = QVBoxLayout()
        card.addWidget(line(one))
        card.addWidget(line(other))
        across.addLayout(card)
    flowing, inside = QWidget(), QWidget()
    flow, scrolled = FlowLayout(flowing), QVBoxLayout(inside)
    flow.addWidget(line("e"))
    scrolled.addWidget(line("f"))
    outer.addWidget(flowing)
    outer.addWidget(PageScroll(inside))
    for loose in window.findChildren(QLineEdit):
        loose.show()
    window.findChildren(QLineEdit, "a")[0].setFocus()
    assert order(window) == "a b c d e f higher over"


def test_what_is_hidden_or_cannot_be_used_is_passed(window: Dialog) -> None:
    body, stack = QVBoxLayout(window), QStackedWidget()
    names = {name: line(name) for name in "abcdef"}
    for name in "abc":
        body.addWidget(names[name])
    body.addWidget(stack)
    for name in "de":
        stack.addWidget(names[name])
    body.addWidget(names["f"])
    names["b"].hide()
    names["c"].setEnabled(False)
    names["a"].setFocus()
    assert order(window) == "a d f"
    stack.setCurrentWidget(names["e"])
    names["a"].setFocus()
    assert order(window) == "a e f"


@pytest.mark.parametrize(("held", "then"), [(NONE, "b"), (SHIFT, "a")])
def test_from_what_is_no_stop_it_goes_on_from_there(
    window: Dialog, held: Qt.KeyboardModifier, then: str
) -> None:
    body, title = QVBoxLayout(window), heading("Title")
    for part in (line("a"), title, line("b")):
        body.addWidget(part)
    settle()
    title.setFocus()
    QTest.keyClick(title, Key.Key_Tab, held)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == then


def test_what_is_taken_away_hands_the_focus_to_what_follows_it(window: Dialog) -> None:
    body, names = QVBoxLayout(window), {name: line(name) for name in "abc"}
    for part in names.values():
        body.addWidget(part)
    settle()
    names["b"].setFocus()
    names["b"].hide()
    assert names["c"].hasFocus()


def test_where_nothing_is_a_stop_the_focus_stays(window: Dialog) -> None:
    title = heading("Title")
    QVBoxLayout(window).addWidget(title)
    settle()
    title.setFocus()
    QTest.keyClick(title, Key.Key_Tab)
    assert title.hasFocus()
