"""What is said to a screen reader, and where the focus goes from page to page."""

from functools import partial
from pathlib import Path

import pytest
from driving import CTRL, Key, Officer, settle
from making import copy_of_sample
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import set_answer
from bidwriter.files import settings
from bidwriter.files.settings import RecentFile
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.parts.words_left import WordsLeft
from bidwriter.ui.window.bid_card import BidCard

LIMIT = 150
TURNS = [
    # words before and after, and what is said
    (129, 130, "20 words left, 130 of 150 used"),
    (130, 131, None),
    (149, 150, "0 words left, 150 of 150 used"),
    (150, 151, "1 word too many, 151 of 150 used"),
    (151, 152, None),
    (151, 150, "0 words left, 150 of 150 used"),
    (150, 149, "1 word left, 149 of 150 used"),
    (130, 129, "21 words left, 129 of 150 used"),
    (100, 160, "10 words too many, 160 of 150 used"),
]


@pytest.mark.parametrize(("before", "after", "said"), TURNS)
def test_the_limit_is_spoken_of_as_it_comes_near(
    qtbot: QtBot, before: int, after: int, said: str | None
) -> None:
    left = WordsLeft()
    qtbot.addWidget(left)
    left.show_count(before, LIMIT)
    heard: list[str] = []
    left.turned.connect(heard.append)
    left.show_count(after, LIMIT)
    assert heard == ([said] if said else [])


def test_without_a_limit_nothing_is_said(qtbot: QtBot) -> None:
    left = WordsLeft()
    qtbot.addWidget(left)
    heard: list[str] = []
    left.turned.connect(heard.append)
    for used in (0, 1, 500):
        left.show_count(used, 0)
    left.show_count(1, 150)
    assert heard == []


@pytest.fixture
def officer(qtbot: QtBot, tmp_path: Path, stopped_clock: None) -> Officer:
    return Officer(qtbot, copy_of_sample(tmp_path))


def heard(announcer: Announcer) -> list[str]:
    """All that is said from now on."""
    said: list[str] = []
    announcer.announced.connect(said.append)
    return said


def test_saving_and_marking_are_said_once_they_are_done(qtbot: QtBot, officer: Officer) -> None:
    said = heard(officer.view.announcer)
    officer.go("title")
    officer.type("New ")
    officer.saved()
    qtbot.waitUntil(lambda: any(words.startswith("Saved ") for words in said))
    officer.press(Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: sum(words.startswith("Saved ") for words in said) == 2)
    before = len(said)
    was = officer.task.finished.isChecked()
    officer.press(Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: len(said) > before)
    assert said[-1].endswith(": not finished" if was else ": finished")


def test_counts_finds_and_toasts_are_said(qtbot: QtBot, officer: Officer) -> None:
    said = heard(officer.view.counts)
    officer.go("title")
    officer.session.edit(lambda bid: set_answer(bid, "title", None), "Emptied")
    officer.session.check_now()
    qtbot.waitUntil(lambda: len(said) == 1)
    officer.session.undo()
    officer.session.check_now()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == ["1 thing stops export", "Nothing stops export"]
    finds_are_said(qtbot, officer)
    toasts_are_said(qtbot, officer)


def is_said(words: str, said: list[str], times: int) -> bool:
    return said.count(words) == times


def finds_are_said(qtbot: QtBot, officer: Officer) -> None:
    """How many, as one types, and what is walked to with what it is."""
    finder = officer.view.finder.finder
    said = heard(finder.announcer)
    for typed, words in (("user researcher, supp", "1 match"), ("!", "No matches")):
        officer.press(Key.Key_K, CTRL)
        officer.type(typed)
        qtbot.waitUntil(partial(said.__contains__, words))
    officer.press(Key.Key_Escape)
    for times in (1, 2):  # the same again is said again
        officer.press(Key.Key_K, CTRL)
        officer.type("e")
        qtbot.waitUntil(partial(is_said, "40 matches or more", said, times))
        officer.press(Key.Key_Escape)
        officer.press(Key.Key_Escape)


def toasts_are_said(qtbot: QtBot, officer: Officer) -> None:
    """What was done, with its way back; and that it was undone."""
    said = heard(officer.view.toast.announcer)
    line = rows_of(officer.bid, "cost-lines")[0]
    officer.go(f"cost-lines/{line.id}/what")
    officer.press(Key.Key_Delete)
    qtbot.waitUntil(lambda: len(said) == 1)
    assert line.title in said[0] and said[0].endswith(". Undo: Ctrl Z")
    officer.press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert line.title in said[1] and "Ctrl Z" not in said[1]


def test_the_focus_goes_from_page_to_heading_past_nothing_else(officer: Officer) -> None:
    officer.go("summary")
    met: list[QWidget] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(lambda _old, new: met.append(new))
    for page in ("approach", "cost-lines", "overview", "partners"):
        met.clear()
        officer.view.open_page(page) if page == "overview" else officer.view.show_named(page)
        settle()
        inside = [widget for widget in met if widget is not None]
        assert inside, page
        assert all(officer.page.isAncestorOf(widget) for widget in inside), page


def test_other_guidance_begins_at_its_top(officer: Officer) -> None:
    officer.window.resize(1360, 420)
    officer.go("approach")
    guidance = officer.view.panel._guidance  # noqa: SLF001
    scrolled = 0
    for key in [t.task.id for t in officer.view.progress][::3]:
        officer.go(key)
        bar = guidance.findChildren(PageScroll)[-1].verticalScrollBar()
        assert bar.value() == 0, key
        bar.setValue(bar.maximum())
        scrolled += bar.value() > 0
    assert scrolled > 2


@pytest.mark.parametrize("page", ["approach", "cost-lines", "contact-name"])
def test_a_toast_covers_nothing_that_one_presses_next(officer: Officer, page: str) -> None:
    officer.go(page)
    toast, stack = officer.view.toast, officer.view.stack
    toast.say("Took a line out")
    settle()
    foot = officer.task.continue_button
    top = foot.mapTo(stack, QPoint(0, 0)).y()
    assert toast.isVisible()
    assert toast.geometry().bottom() <= top + 10  # its shadow's room


def test_the_start_list_says_what_was_saved_though_the_program_ends(
    qtbot: QtBot, officer: Officer
) -> None:
    officer.go("title")
    officer.type("Quite new ")
    title = officer.saved().title
    qtbot.waitUntil(lambda: settings.load().recent[0].title == title)
    officer.crash()
    assert settings.load().recent[0].title == title


def test_of_bids_with_one_title_the_file_is_named_too(qtbot: QtBot) -> None:
    def card(path: str, *, by_file: bool) -> str:
        made = BidCard(RecentFile(path=path, title="Moving once"), ("", ""), by_file=by_file)
        qtbot.addWidget(made)
        return made.accessibleName()

    assert "bid-2.bid in Bids" in card("/home/joan/Bids/bid-2.bid", by_file=True)
    assert "bid-2.bid" not in card("/home/joan/Bids/bid-2.bid", by_file=False)
