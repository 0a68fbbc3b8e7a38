"""Every page of every kind of bid: names for screen readers, room for its words, no flashes."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from copying import Desk
from driving import Officer, name_of, settle
from making import NOW, copy_of_sample
from making import sample as sample_bid
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bidwriter.bids.cells import rows_of
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.talk import say
from bidwriter.bids.talk import settle as settle_thread
from bidwriter.bids.typed import set_typed
from bidwriter.files.bid_file import bid_bytes
from bidwriter.rounds import library
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.window.bid_view import BidView

pytestmark = pytest.mark.usefixtures("stopped_clock")

CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractItemView)


def pages(officer: Officer) -> Iterator[str]:
    """Show every page, one after the other."""
    sections = [f"answers/{section.id}" for section in officer.bid.round.sections]
    for key in [*officer.view.tasks.keys(), *sections, "comments", "history", "partner-copy"]:
        officer.view.open_page(key)
        settle()
        yield key


def controls(root: QWidget) -> list[QWidget]:
    """What can be used, as far as it is seen and stands for itself."""
    return [w for w in root.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisible()]


def sample(qtbot: QtBot, tmp_path: Path) -> Officer:
    return Officer(qtbot, copy_of_sample(tmp_path))


def talked(qtbot: QtBot, tmp_path: Path) -> Officer:
    """The sample with comments, several versions, and a copy beside it that has news."""
    desk = Desk("Joan", sample_bid()).types("approach", "First.").later(60).types("title", "A")
    stamp = Stamp(who=Person(name="Ruth Selwyn"), when=NOW)
    bid = say(desk.bid, "approach", "Can we name a deputy?", stamp, "First")
    bid = say(bid, f"cost-lines/{rows_of(bid, 'cost-lines')[0].id}", "Check the rate", stamp)
    bid = settle_thread(bid, bid.comments[0].id, True, stamp)
    beside = desk.sends("Ruth").types("summary", "B")
    (tmp_path / "a-LAPTOP.bid").write_bytes(bid_bytes(beside.bid, {}, beside.history))
    path = tmp_path / "a.bid"
    path.write_bytes(bid_bytes(bid, {}, desk.history))
    return Officer(qtbot, path)


def new(qtbot: QtBot, name: str) -> Officer:
    officer = Officer(qtbot)
    officer.window.start_bid(library.find(name).round)
    settle()
    return officer


@pytest.fixture(params=["sample", "empty", "commitment", "talked"])
def officer(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Officer:
    if request.param == "sample":
        return sample(qtbot, tmp_path)
    if request.param == "talked":
        return talked(qtbot, tmp_path)
    packs = {"empty": "local-digital-fund-2018"}
    return new(qtbot, packs.get(request.param, "local-digital-declaration-commitment"))


def test_every_control_has_a_name_of_its_own(officer: Officer) -> None:
    officer.session.check_now()
    for key in pages(officer):
        for tab in (1, 2, 3) if officer.page.has_panel else (0,):
            officer.view.show_tab(tab)
            settle()
            names = [name_of(w) for w in controls(officer.window)]
            assert all(names), [w for w in controls(officer.window) if not name_of(w)]
            twice = [name for name, many in Counter(names).items() if many > 1]
            assert not twice, f"{key}: {twice}"


def test_names_begin_with_the_labels_that_are_seen(officer: Officer) -> None:
    for key in pages(officer):
        for field in officer.page.findChildren(Field):
            if field.isVisible():
                label = field.findChild(QLabel)
                assert label is not None
                seen = label.text().removesuffix(" (optional)")
                inner = field.editor.focusProxy() or field.editor
                said = {name_of(field.editor), name_of(inner), inner.accessibleName()}
                assert any(seen in name for name in said), f"{key}: {seen} is called {said}"


def test_no_page_opens_a_window_of_its_own(officer: Officer) -> None:
    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if (
                event.type() == QEvent.Type.Show
                and isinstance(watched, QWidget)
                and watched.isWindow()
            ):
                seen.append(type(watched).__name__)
            return False

    seen: list[str] = []
    watch, app = Watch(), QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    for _ in pages(officer):
        pass
    app.removeEventFilter(watch)
    assert seen == []


def test_the_focus_is_on_the_heading_and_stays_there(officer: Officer) -> None:
    for key in pages(officer):
        heading = officer.page.heading  # type: ignore[attr-defined]
        assert heading.hasFocus(), key
        officer.view._on_changed(officer.bid, officer.bid)
        officer.view._on_problems_changed()
        settle()
        assert heading.hasFocus(), key


def overhang(scroll: PageScroll) -> int:
    """By how much the content is wider than what is seen of it."""
    content = scroll.widget()
    return content.width() - scroll.viewport().width() if content else 0


SIZES = [(1024, 700, 100), (1024, 700, 150), (1360, 860, 100), (1360, 860, 200)]


@pytest.mark.parametrize(("wide", "high", "percent"), SIZES)
def test_nothing_is_cut_off_at_the_side(
    qtbot: QtBot, tmp_path: Path, wide: int, high: int, percent: int
) -> None:
    officer = talked(qtbot, tmp_path)
    officer.window.resize(wide, high)
    officer.window.set_text_size(percent)
    settle()
    for key in pages(officer):
        assert officer.view.minimumSizeHint().width() <= wide, key
        for scroll in officer.window.findChildren(PageScroll):
            if scroll.isVisible():
                assert overhang(scroll) <= 0, key
    officer.click("Your bids")
    for scroll in officer.window.findChildren(PageScroll):
        assert overhang(scroll) <= 0


def test_the_overview_shows_its_tiles_from_the_start(qtbot: QtBot, tmp_path: Path) -> None:
    officer = Officer(qtbot, copy_of_sample(tmp_path))
    for words in ("Tasks done", "Asking the fund for", "4 councils", "Time left"):
        assert officer.says(words, officer.page), words


def test_text_size_and_colours_change_while_a_bid_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    officer = sample(qtbot, tmp_path)
    officer.go("approach")
    before = officer.bid
    low = officer.task.continue_button.height()
    officer.window.set_text_size(200)
    officer.window.set_theme("dark")
    settle()
    assert officer.task.continue_button.height() > 1.5 * low
    assert officer.window.settings.text_size == 200
    for _ in pages(officer):
        pass
    officer.window.set_text_size(100)
    settle()
    assert officer.bid is before


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
    officer.window._show(view)
    for _ in pages(officer):
        assert not officer.says("shows", officer.page)
    assert view.tasks.keys().count("map") == 0
