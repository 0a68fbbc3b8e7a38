"""Tab, and Shift and Tab, on every page: the focus always moves on, is always on what can be seen
and used, and reaches all of it before it comes round."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from copies_made import team, write
from driving import NONE, SHIFT, Key, Officer, settle
from faults.desk import Desk
from fitting import cut_off
from hearing import Text, check_heard, face
from making import NOW, copy_of_sample, round_1, sample
from own_tables import EVERY, MILESTONES, SPEND, bid_on
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from walking import narrow, new, pages, talked

from bidwriter.bids.bid import Bid, Lent, rebuilt
from bidwriter.bids.editing import new_bid
from bidwriter.bids.person import Person
from bidwriter.desk.entries import group_key
from bidwriter.exports.pdf.document import bid_pdf
from bidwriter.files.container.bid_file import bid_bytes
from bidwriter.ui.answers.appraisal_form.value_row import ValueRow
from bidwriter.ui.answers.council_finder import CouncilFinder
from bidwriter.ui.answers.evidence_strip import EvidenceStrip
from bidwriter.ui.answers.taking_in.dialog import TakeInDialog
from bidwriter.ui.editor.link_dialog import LinkDialog
from bidwriter.ui.editor.start_dialog import StartDialog
from bidwriter.ui.joining.conflict_page import ConflictPage
from bidwriter.ui.pages.history.version_dialog import VersionDialog
from bidwriter.ui.pages.page import Page
from bidwriter.ui.pages.pdf_dialog import PdfDialog
from bidwriter.ui.pages.pdf_reading import PdfReading
from bidwriter.ui.pages.task_page import TaskPage
from bidwriter.ui.parts.question import Question
from bidwriter.ui.parts.toast import Toast
from bidwriter.ui.parts.ways_dialog import WaysDialog
from bidwriter.ui.parts.words_dialog import WordsDialog
from bidwriter.ui.window.about_you import AboutYou
from bidwriter.ui.window.header import Header
from bidwriter.ui.window.keys_dialog import KeysDialog
from bidwriter.ui.window.reading_view import ReadingView
from bidwriter.ui.window.side_panel import SidePanel
from bidwriter.ui.window.task_list import TaskList

pytestmark = pytest.mark.usefixtures("stopped_clock")
TABLE = "What\tQuantity\tCost\tPaid by\nResearcher\t10\t5000\tLDF\nTotal\t\t5000\t\n"
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


def round_trip(held: Qt.KeyboardModifier) -> tuple[set[QWidget], list[str]]:
    """All that has the focus, one after the other, until it comes round; and which steps led
    against the reading order. The one from the last stop to the first does, and is not counted."""
    QTest.keyClick(stop()[0], Key.Key_Tab, held)
    first = before = stop()
    met, against = {first[0]}, list[str]()
    for _ in range(MOST):
        QTest.keyClick(before[0], Key.Key_Tab, held)
        now = stop()
        assert now != before, f"the focus stays on {told(now[0])}"
        step = (now[0], before[0]) if held == SHIFT else (before[0], now[0])
        if step[0] is not step[1] and not is_read_before(*step):
            against.append(f"leads from {told(before[0])} to {told(now[0])}")
        met.add(now[0])
        if now[0] is first[0] and before[0] is not first[0]:
            return met, against if len(against) > 1 else []
        before = now
    raise AssertionError(f"The focus never comes round; it goes among {sorted(map(told, met))}")


REGIONS = (Header, TaskList, Page, Toast, SidePanel)


def is_read_before(one: QWidget, other: QWidget) -> bool:
    """By where both are seen: header, tasks, page, panel; inside each what is above first, of what
    stands side by side what is at the left. Whole parts are compared, so that one card is read
    before that beside it."""
    here, there = region_of(one), region_of(other)
    if here is not None and there is not None and here != there:
        return here < there
    above = parents(one)
    shared = next(part for part in parents(other) if part in above)
    if shared is one or shared is other:
        return shared is one
    first, then = (box_in(shared, widget) for widget in (one, other))
    over = first.intersects(then)
    return (
        over
        or then.top() > first.bottom()
        or (then.left() > first.right() and then.bottom() >= first.top())
    )


def region_of(widget: QWidget) -> int | None:
    """Which of the regions a widget stands in."""
    kinds = [type(part) for part in parents(widget)]
    return next((n for n, r in enumerate(REGIONS) if any(issubclass(k, r) for k in kinds)), None)


def parents(widget: QWidget) -> list[QWidget]:
    """A widget, its parent and so on, up to the window."""
    found = [widget]
    while not found[-1].isWindow() and (up := found[-1].parentWidget()) is not None:
        found.append(up)
    return found


def box_in(shared: QWidget, widget: QWidget) -> QRect:
    """Where that part of `shared` is in which a widget stands."""
    return next(part for part in parents(widget) if part.parentWidget() is shared).geometry()


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


def check(window: QWidget, where: str) -> list[str]:
    """What is wrong on the page that shows. That nothing is cut off is asked here too: no other
    test comes by so many states."""
    cut = [f"{where}: {one}" for one in cut_off(window)]
    hidden = (w for w in window.findChildren(QWidget) if w.isVisible() and leads_astray(w))
    wrong = cut + [
        f"{where}: {told(widget)} hands the focus on to what is hidden" for widget in hidden
    ]
    for words, held in (("Tab", NONE), ("Shift Tab", SHIFT)):
        try:
            met, against = round_trip(held)
        except AssertionError as error:
            wrong.append(f"{where}, {words}: {str(error).splitlines()[0]}")
            continue
        missed = sorted(told(w) for w in to_reach(window) - met if held == NONE or not turns(w))
        wrong += [f"{where}, {words} {one}" for one in against]
        wrong += [f"{where}, {words} never reaches {one}" for one in missed]
        sets = {group_of(button) for button in radio_buttons(window)}
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


def walk(officer: Officer, *some: str) -> Iterator[str]:
    """Every page, or some; each question that a link leads to, and where Continue says what is
    wrong."""
    for key in pages(officer, *some):
        yield from check(officer.window, key)
        for question in officer.page.questions if isinstance(officer.page, TaskPage) else ():
            officer.go(question.id)
            focused = stop()[0]
            if not officer.page.isAncestorOf(focused):
                yield f"{key}: a link to {question.id} leads to {told(focused)}"
        if isinstance(officer.page, TaskPage) and officer.task.summary.isHidden():
            officer.task.press_continue()
            settle()
            if officer.view.current == key:
                yield from check(officer.window, f"{key} with what is wrong")


def all_well(wrong: Iterable[str]) -> None:
    found = list(wrong)
    assert not found, "\n".join(found)


@pytest.mark.proof
def test_on_every_page_of_a_new_bid(qtbot: QtBot) -> None:
    all_well(walk(narrow(new(qtbot))))


@pytest.mark.proof
def test_on_every_page_of_a_new_bid_of_a_small_round(qtbot: QtBot) -> None:
    all_well(walk(new(qtbot, "local-digital-declaration-commitment")))


# One page with each kind of editor, and those that are no task's.
SOME = (
    *("overview", "map", "name-a-contact", "choose-services", "approach", "impacts", "partners"),
    *("cost-the-team", "appraise", "declare", "attachments", "export", "history", "partner-copy"),
)


@pytest.mark.parametrize(
    "some", [SOME, pytest.param((), marks=pytest.mark.proof)], ids=["some", "every"]
)
def test_on_every_page_of_a_whole_bid(qtbot: QtBot, tmp_path: Path, some: tuple[str, ...]) -> None:
    all_well(walk(Officer(qtbot, copy_of_sample(tmp_path)), *some))


def lent(qtbot: QtBot, folder: Path, bid: Bid) -> Officer:
    """A copy in which one part is open."""
    said = Lent(by=Person(id="joan", name="Joan"), when=NOW, open=("title",))
    path = folder / "lent.bid"
    path.write_bytes(bid_bytes(rebuilt(bid, lent=said), {}))
    return narrow(Officer(qtbot, path))


@pytest.mark.proof
@pytest.mark.parametrize("begun", [False, True], ids=["new", "whole"])
def test_on_every_page_of_a_copy_with_parts_that_are_closed(
    qtbot: QtBot, tmp_path: Path, begun: bool
) -> None:
    all_well(walk(lent(qtbot, tmp_path, sample() if begun else new_bid(round_1()))))


def test_in_a_copy_with_parts_that_are_closed(qtbot: QtBot, tmp_path: Path) -> None:
    officer = lent(qtbot, tmp_path, sample())
    some = [officer.view.tasks.keys()[0]]
    for question in ("title", "approach", "partners", "cost-lines"):
        officer.go(question)
        some.append(officer.view.current)
    all_well(walk(officer, *some))


def test_in_a_bid_to_be_read(qtbot: QtBot, tmp_path: Path) -> None:
    officer = narrow(Officer(qtbot))
    assert officer.window.open_path(copy_of_sample(tmp_path), only_read=True)
    settle()
    view, wrong = officer.window.view, list[str]()
    assert isinstance(view, ReadingView)
    for place in ("reading", "proof", "problems", "map"):
        view.show_named(place)
        settle()
        wrong += check(officer.window, place)
    all_well(wrong)


def test_in_what_comes_and_goes_on_a_page(qtbot: QtBot, tmp_path: Path) -> None:
    officer = talked(qtbot, tmp_path)
    wrong = [one for state in states(officer) for one in check(officer.window, state)]
    all_well(wrong)


def states(officer: Officer) -> Iterator[str]:
    """What is built, added or opened while its page shows."""
    for tab in (1, 2, 3):
        officer.go("approach")
        officer.view.show_tab(tab)
        settle()
        yield f"tab {tab} of the panel"
    officer.view.comment()
    settle()
    yield "a comment begun"
    officer.view.toast.say("Done")
    settle()
    yield "a toast"
    officer.go("outputs")
    officer.click("Add an output")
    yield "an output added"
    officer.go("partners")
    officer.page.findChildren(CouncilFinder)[0].box.setFocus()
    officer.type("Craven")
    officer.press(Key.Key_Return)
    yield "a partner added"
    officer.go("appraise")
    next(b for b in officer.page.findChildren(ValueRow) if b.slot.row).details.click()
    settle()
    yield "details of an input"
    narrow(officer)
    officer.go("approach")
    officer.view.toggle_panel()
    settle()
    yield "the panel as a drawer"


def test_in_dialogs(qtbot: QtBot) -> None:
    officer = narrow(new(qtbot))
    window = officer.window
    pdf = bid_pdf(officer.bid, "draft", "full", None)
    wrong = list[str]()
    for dialog in (
        KeysDialog(window),
        AboutYou(window),
        VersionDialog(window, officer.bid, "A version", "of today"),
        Question(window, "Title", "Text", "Safe", "Other"),
        WaysDialog(window, "Title", "Text", ("One", "Two")),
        WordsDialog(window, "Title", "Label", "Action", ""),
        LinkDialog("Words", "https://example.org", window),
        StartDialog(3, window),
        PdfDialog(window, PdfReading(pdf)),
    ):
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        settle()
        wrong += check(dialog, type(dialog).__name__)
        check_heard(dialog, type(dialog).__name__)
        assert face(dialog).text(Text.Name), type(dialog).__name__
        dialog.close()
        dialog.deleteLater()
        settle()
    all_well(wrong)


def test_where_a_table_is_taken_in(qtbot: QtBot) -> None:
    officer = narrow(new(qtbot))
    officer.go("cost-lines")
    QGuiApplication.clipboard().setText(TABLE)
    officer.click("Paste")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TakeInDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    all_well(check(dialog, "taking in"))
    dialog.reject()
    settle()


def test_while_copies_are_joined(qtbot: QtBot, tmp_path: Path) -> None:
    made, wrong = team(), list[str]()
    path = tmp_path / "joan.bid"
    path.write_bytes(bid_bytes(made.joan.bid, {}, made.joan.history))
    officer = narrow(Officer(qtbot, path))
    officer.window.join(tuple(write(tmp_path, one) for one in (made.ruth, made.mark, made.ann)))
    qtbot.waitUntil(lambda: officer.window.joining.view is not None)
    view = officer.window.joining.view
    assert view is not None
    qtbot.waitUntil(lambda: view.work is not None)
    assert view.work is not None
    groups = (group_key(group) for group in view.groups)
    for key in (*(conflict.id for conflict in view.work.conflicts), *groups, "end"):
        view.show_page(key)
        settle()
        if isinstance(view.page, ConflictPage):
            wrong += check(officer.window, f"{key}, open")
            view.page.choices.choose([*view.page.choices.cards][-1])
            settle()
        wrong += check(officer.window, key)
    all_well(wrong)
    officer.window.joining.drop()


def test_where_work_can_be_brought_back(qtbot: QtBot, tmp_path: Path) -> None:
    crashed = Desk.on_sample(tmp_path)
    crashed.keep("Brought back", "contact-name")
    crashed.crash()
    officer = narrow(Officer(qtbot, crashed.path))
    assert officer.says("Work that was not saved can be brought back")
    all_well(check(officer.window, "recovery"))
    check_heard(officer.window, "recovery")


def test_on_the_first_day(qtbot: QtBot) -> None:
    all_well(check(narrow(Officer(qtbot)).window, "first run"))


def test_where_a_bid_is_begun(qtbot: QtBot, tmp_path: Path) -> None:
    officer = narrow(Officer(qtbot, copy_of_sample(tmp_path)))
    officer.window.show_start()
    settle()
    officer.press(Key.Key_Tab)
    all_well(check(officer.window, "start"))


def test_in_tables_of_a_funds_own(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "own.bid"
    typed = {
        "title": "Own",
        "m/+": '{"what": "Alpha", "cost": "9000"}',
        "s/year-1/capital": "10",
        "t/+": "{}",
    }
    shows = {**MILESTONES, "shows-principles": True}
    path.write_bytes(bid_bytes(bid_on(m=shows, s=SPEND, t=EVERY, typed=typed), {}))
    officer = narrow(Officer(qtbot, path))
    keys = []
    for question in ("m", "s", "t"):
        officer.go(question)
        keys.append(officer.view.current)
    all_well(walk(officer, *dict.fromkeys(keys)))
