"""Every page of every kind of bid: names for screen readers, room for its words, no flashes."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from driving import Officer, name_of, settle, shown_in
from fitting import cut_off
from hearing import check_heard
from making import copy_of_sample
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override
from walking import controls, narrow, new, pages, talked

from bidwriter.bids.typed.setting import set_typed
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import DARK
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.window.bid_view import BidView
from bidwriter.ui.window.side_panel import COMMENTS

pytestmark = pytest.mark.usefixtures("stopped_clock")


# "talked" is the whole sample with comments.
@pytest.fixture(
    params=[
        "talked",
        *(pytest.param(name, marks=pytest.mark.proof) for name in ("empty", "commitment")),
    ]
)
def officer(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Officer:
    match request.param:
        case "talked":
            return talked(qtbot, tmp_path)
        case "commitment":
            return new(qtbot, "local-digital-declaration-commitment")
        case _:
            return new(qtbot)


# One walk for all that is asked of a page: building the pages is what takes long.
def test_each_page_is_named_takes_the_focus_fits_and_opens_no_window(officer: Officer) -> None:
    officer.session.check_now()
    for key in opened_alone(pages(officer)):
        check_focus(officer, key)
        check_labels(officer, key)
        check_names(officer, key)
        check_heard(officer.window, key)
        check_room(officer, key)
    officer.window.resize(*NARROW)
    settle()
    for key in pages(officer, *officer.view.tasks.keys()[::5]):
        check_room(officer, key)


def opened_alone(turned: Iterator[str]) -> Iterator[str]:
    """The pages, none of which opens a window of its own. Only while they are opened is every event
    looked at."""
    while True:
        with windows_shown() as shown:
            key = next(turned, None)
        assert shown == [], key
        if key is None:
            return
        yield key


def check_focus(officer: Officer, key: str) -> None:
    """The focus is on the heading and stays there."""
    heading = officer.page.heading  # type: ignore[attr-defined]
    assert heading.hasFocus(), key
    officer.view.session.changed.emit(officer.bid, officer.bid)
    officer.view.session.problems_changed.emit()
    settle()
    assert heading.hasFocus(), key


def check_labels(officer: Officer, key: str) -> None:
    """Names begin with the labels that are seen."""
    for field in officer.page.findChildren(Field):
        if field.isVisible():
            label = field.findChild(QLabel)
            assert label is not None
            seen = label.text().removesuffix(" (optional)")
            inner = field.editor.focusProxy() or field.editor
            said = {name_of(field.editor), name_of(inner), inner.accessibleName()}
            assert any(seen in name for name in said), f"{key}: {seen} is called {said}"


def check_names(officer: Officer, key: str) -> None:
    """Every control has a name, and one of its own, beside each tab of the panel."""
    for tab in (1, 2, 3, 0) if officer.page.has_panel else (0,):
        officer.view.show_tab(tab)
        settle()
        named = [(name_of(w), w) for w in controls(officer.window)]
        assert not [w for name, w in named if not name], key
        twice = [name for name, many in Counter(name for name, _ in named).items() if many > 1]
        assert not twice, f"{key}: {twice}"


@contextmanager
def windows_shown() -> Iterator[list[str]]:
    """The names of windows that open meanwhile."""

    class Watch(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            is_shown = event.type() == QEvent.Type.Show
            if is_shown and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    shown: list[str] = []
    watch, app = Watch(), QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    yield shown
    app.removeEventFilter(watch)


NARROW = (1024, 700)
SIZES = [(100, NARROW), (150, NARROW), (200, (1360, 860)), (200, NARROW)]
WITH_PANEL = ("approach", "partners")


def check_room(officer: Officer, key: str) -> None:
    """Nothing is cut off, on the page or beside it."""
    assert officer.view.minimumSizeHint().width() <= officer.window.width(), key
    assert not cut_off(officer.window), key
    if officer.page.has_panel and key in WITH_PANEL:
        for tab in (1, 2, 3, 0):
            officer.view.show_tab(tab)
            settle()
            assert not cut_off(officer.window), f"{key}, tab {tab}"


@pytest.mark.proof
@pytest.mark.parametrize(("percent", "size"), SIZES)
def test_nothing_is_cut_off_in_less_room_or_at_another_text_size(
    qtbot: QtBot, tmp_path: Path, percent: int, size: tuple[int, int]
) -> None:
    officer = talked(qtbot, tmp_path)
    officer.window.set_text_size(percent)
    officer.window.resize(*size)
    settle()
    for key in pages(officer):
        check_room(officer, key)


def test_once_a_round_has_closed_its_header_still_fits(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIDWRITER_NOW", "2018-12-01T10:32")
    officer = narrow(Officer(qtbot, copy_of_sample(tmp_path)))
    officer.go("approach")
    assert officer.says("Closed", officer.view.header)
    assert not cut_off(officer.window)


def test_the_overview_shows_its_tiles_from_the_start(qtbot: QtBot, tmp_path: Path) -> None:
    officer = Officer(qtbot, copy_of_sample(tmp_path))
    for words in ("Tasks done", "Asking the fund for", "4 councils", "Time left"):
        assert officer.says(words, officer.page), words


@pytest.mark.parametrize(
    "some",
    [
        ("overview", "approach", "partners", "cost-the-team", "appraise"),
        pytest.param((), marks=pytest.mark.proof),
    ],
    ids=["some pages", "every page"],
)
def test_text_size_and_colours_change_while_a_bid_is_open(
    qtbot: QtBot, tmp_path: Path, some: tuple[str, ...]
) -> None:
    officer = talked(qtbot, tmp_path)
    officer.go("approach")
    before = officer.bid
    low = officer.task.continue_button.height()
    for _ in pages(officer, *some):
        pass
    officer.go("approach")
    with dressed_anew() as dressed:
        officer.window.set_text_size(200)
        officer.window.set_theme("dark")
    hidden = [page for page in officer.view.pages.values() if page is not officer.page]
    assert officer.page in dressed
    assert not [w for w in dressed if any(page.isAncestorOf(w) for page in hidden)]
    settle()
    assert officer.task.continue_button.height() > 1.5 * low
    assert officer.window.settings.text_size == 200
    officer.window.resize(*NARROW)
    settle()
    for key in pages(officer, *some):
        check_dress(officer, key)
        check_room(officer, key)
    officer.window.set_text_size(100)
    settle()
    assert officer.bid is before


def check_dress(officer: Officer, key: str) -> None:
    """What shows is in the colours and at the text size there are now, as a new window would be."""
    colour = officer.page.palette().color(QPalette.ColorRole.Window)
    assert colour == QColor(DARK.surface), key
    for widget in shown_in(officer.view):
        if isinstance(widget, QLineEdit | QComboBox | QAbstractScrollArea):
            assert worn(widget) == theme().sheet, f"{key}: {type(widget).__name__}"
        if isinstance(widget, LineEdit):
            assert widget.font().pixelSize() == 30, f"{key}: {name_of(widget)}"


def worn(widget: QWidget | None) -> str:
    """The style sheet that a widget wears, its own or that of what it lies in."""
    while widget is not None and not widget.styleSheet():
        widget = widget.parentWidget()
    return widget.styleSheet() if widget else ""


@contextmanager
def dressed_anew() -> Iterator[list[QWidget]]:
    """The widgets that are given another style meanwhile."""

    class Watch(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
                found.append(watched)
            return False

    found: list[QWidget] = []
    watch, app = Watch(), QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    yield found
    app.removeEventFilter(watch)


def test_what_has_the_focus_keeps_it_at_another_text_size(qtbot: QtBot, tmp_path: Path) -> None:
    officer = Officer(qtbot, copy_of_sample(tmp_path))
    officer.go("costs")
    officer.go("name-a-contact")
    field = officer.page.findChildren(LineEdit)[0]
    officer.view.show_tab(COMMENTS)
    comment = officer.find(QPlainTextEdit, "Add a comment")
    for widget in (comment, field, officer.task.continue_button, officer.task.finished):
        widget.setFocus()
        for percent in (150, 200, 100):
            officer.window.set_text_size(percent)
            assert officer.focused is widget, percent
            settle()
            assert officer.focused is widget, percent
    comment.setFocus()
    officer.window.set_text_size(200)
    officer.type("Who?")
    assert comment.toPlainText() == "Who?"


def test_a_round_without_principles_and_costs_closes_up(qtbot: QtBot) -> None:
    officer = new(qtbot, "local-digital-declaration-commitment")
    officer.go("overview")
    assert not officer.says("Asking the fund for", officer.page)
    plain = officer.bid.round.model_copy(
        update={"principles": (), "commitments": (), "principles_name": "", "checks": ()}
    )
    officer.session.edit(lambda bid: set_typed(bid, "title", "A plain bid"), "Typed")
    officer.session.bid = officer.bid.model_copy(update={"round": plain})
    officer.session.check_now()
    view = BidView(officer.session)
    officer.window.show_view(view, "")
    for _ in pages(officer):
        assert not officer.says("shows", officer.page)
    assert view.tasks.keys().count("map") == 0
