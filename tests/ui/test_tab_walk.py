"""Tab, and Shift and Tab, on every page: the focus always moves on, is always on what can be seen
and used, and reaches all of it before it comes round."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from driving import NONE, SHIFT, Key, Officer, settle
from making import NOW, copy_of_sample, round_1, sample
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from walking import new, pages

from bidwriter.bids.bid import Lent, rebuilt
from bidwriter.bids.editing import new_bid
from bidwriter.bids.person import Person
from bidwriter.files.container.bid_file import bid_bytes
from bidwriter.ui.answers.evidence_strip import EvidenceStrip
from bidwriter.ui.pages.task_page import TaskPage
from bidwriter.ui.window.reading_view import ReadingView

pytestmark = pytest.mark.usefixtures("stopped_clock")
MOST = 400  # more stops than any page has
Stop = tuple[QWidget, QModelIndex | None]


def stop() -> Stop:
    """What has the focus, and where in it: in a table Tab goes from cell to cell."""
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the focus"
    assert focused.isVisible(), f"{told(focused)} has the focus and cannot be seen"
    assert focused.isEnabled(), f"{told(focused)} has the focus and cannot be used"
    return focused, focused.currentIndex() if isinstance(focused, QAbstractItemView) else None


def told(widget: QWidget) -> str:
    said = widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
    return f"{type(widget).__name__} “{said}”"


def round_trip(held: Qt.KeyboardModifier) -> set[QWidget]:
    """All that has the focus, one after the other, until it comes round."""
    QTest.keyClick(stop()[0], Key.Key_Tab, held)
    first = before = stop()
    met = {first[0]}
    for _ in range(MOST):
        QTest.keyClick(before[0], Key.Key_Tab, held)
        now = stop()
        assert now != before, f"the focus stays on {told(now[0])}"
        met.add(now[0])
        if now[0] is first[0]:
            return met
        before = now
    raise AssertionError(f"The focus never comes round; it goes among {sorted(map(told, met))}")


def to_reach(window: QWidget) -> set[QWidget]:
    """What can be seen and used and takes the focus by Tab. Of radio buttons, one
    stands for all, and is asked for apart."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QRadioButton)
    }


def turns(widget: QWidget) -> bool:
    """Whether it is about the row that has the focus, and follows it: backwards it is met after the
    last row alone."""
    part: QWidget | None = widget
    while part is not None and not isinstance(part, EvidenceStrip):
        part = part.parentWidget()
    return part is not None


def leads_astray(widget: QWidget) -> bool:
    proxy = widget.focusProxy()
    return proxy is not None and not proxy.isVisible()


def check(officer: Officer, where: str) -> list[str]:
    """What is wrong on the page that shows."""
    hidden = (w for w in officer.window.findChildren(QWidget) if w.isVisible() and leads_astray(w))
    wrong = [f"{where}: {told(widget)} hands the focus on to what is hidden" for widget in hidden]
    for words, held in (("Tab", NONE), ("Shift Tab", SHIFT)):
        try:
            met = round_trip(held)
        except AssertionError as error:
            wrong.append(f"{where}, {words}: {str(error).splitlines()[0]}")
            continue
        missed = sorted(
            told(w) for w in to_reach(officer.window) - met if held == NONE or not turns(w)
        )
        wrong += [f"{where}, {words} never reaches {one}" for one in missed]
        sets = {group_of(button) for button in radio_buttons(officer.window)}
        sets -= {group_of(w) for w in met if isinstance(w, QRadioButton)}
        wrong += [f"{where}, {words} never reaches {told(one)}" for one in sets]
    return wrong


def group_of(button: QRadioButton) -> QWidget:
    """Whatever holds the buttons that exclude each other."""
    group = button.parentWidget()
    assert group is not None
    return group


def radio_buttons(window: QWidget) -> list[QRadioButton]:
    """Those that can be seen and used."""
    return [b for b in window.findChildren(QRadioButton) if b.isVisible() and b.isEnabled()]


def walk(officer: Officer) -> Iterator[str]:
    """Every page, each question that a link leads to, and where Continue says what is wrong."""
    for key in pages(officer):
        yield from check(officer, key)
        for question in officer.page.questions if isinstance(officer.page, TaskPage) else ():
            officer.go(question.id)
            focused = stop()[0]
            if not officer.page.isAncestorOf(focused):
                yield f"{key}: a link to {question.id} leads to {told(focused)}"
        if isinstance(officer.page, TaskPage) and officer.task.summary.isHidden():
            officer.task.press_continue()
            settle()
            if officer.view.current == key:
                yield from check(officer, f"{key} with what is wrong")


def all_well(wrong: Iterable[str]) -> None:
    found = list(wrong)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "name", ["local-digital-fund-2018", "local-digital-declaration-commitment"]
)
def test_on_every_page_of_a_new_bid(qtbot: QtBot, name: str) -> None:
    all_well(walk(new(qtbot, name)))


def test_on_every_page_of_a_whole_bid(qtbot: QtBot, tmp_path: Path) -> None:
    all_well(walk(Officer(qtbot, copy_of_sample(tmp_path))))


@pytest.mark.parametrize(
    "begun", [False, pytest.param(True, marks=pytest.mark.proof)], ids=["new", "whole"]
)
def test_in_a_copy_with_parts_that_are_closed(qtbot: QtBot, tmp_path: Path, begun: bool) -> None:
    bid = sample() if begun else new_bid(round_1())
    lent = Lent(by=Person(id="joan", name="Joan"), when=NOW, open=("title",))
    path = tmp_path / "lent.bid"
    path.write_bytes(bid_bytes(rebuilt(bid, lent=lent), {}))
    all_well(walk(Officer(qtbot, path)))


def test_in_a_bid_to_be_read(qtbot: QtBot, tmp_path: Path) -> None:
    officer = Officer(qtbot)
    assert officer.window.open_path(copy_of_sample(tmp_path), only_read=True)
    settle()
    view, wrong = officer.window.view, list[str]()
    assert isinstance(view, ReadingView)
    for place in ("reading", "proof", "problems", "map"):
        view.show_named(place)
        settle()
        wrong += check(officer, place)
    all_well(wrong)


def test_where_a_bid_is_begun(qtbot: QtBot, tmp_path: Path) -> None:
    officer = Officer(qtbot, copy_of_sample(tmp_path))
    officer.window.show_start()
    settle()
    officer.press(Key.Key_Tab)
    all_well(check(officer, "start"))
