"""The joining view: every page named, within its width, told to screen readers; each conflict."""

import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from copies_made import team, text, write
from copying import Desk
from driving import Key, Officer, name_of, settle
from making import sample
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from stopwatch import PATIENCE_MS, time_passes
from typing_extensions import override

from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import make_lead, set_answer, set_evidence
from bidwriter.bids.joining.words import Run
from bidwriter.bids.person import Person
from bidwriter.desk.decisions import result, work_on
from bidwriter.desk.drafts import Drafts
from bidwriter.desk.entries import group_key
from bidwriter.desk.joining import join_files
from bidwriter.desk.whose import story_of
from bidwriter.files.recovery.kept import Kept
from bidwriter.kinds.tables.partners import Partner
from bidwriter.ui import jobs
from bidwriter.ui.joining.conflict_page import ConflictPage
from bidwriter.ui.joining.side_card import SideCard
from bidwriter.ui.joining.view import JoiningView
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.compared import ComparedText, prose_runs, spoken
from bidwriter.ui.parts.focus_ring import FocusRing
from bidwriter.ui.parts.scroll import PageScroll

pytestmark = pytest.mark.usefixtures("stopped_clock")
CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractItemView)
OWN = Person(id="joan", name="Joan")


def joined(qtbot: QtBot, folder: Path, joan: Desk, *others: Desk, wide: int = 1360) -> JoiningView:
    """The view of some desks' copies, shown."""
    paths = tuple(write(folder, other) for other in others)
    kept = Kept(joan.bid, joan.history, {})
    found = join_files(kept, {}, "joan.bid", paths, lambda _: None)
    view = JoiningView()
    qtbot.addWidget(view)
    view.resize(wide, 860)
    view.begin(work_on(joan.bid, found.joining.bid, found.joining.conflicts), story_of(found, OWN))
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    settle()
    return view


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> JoiningView:
    made = team()
    return joined(qtbot, tmp_path, made.joan, made.ruth, made.mark, made.ann)


def pages(view: JoiningView) -> Iterator[str]:
    """Show every page, and on those of conflicts every choice."""
    assert view.work is not None
    for conflict in view.work.conflicts:
        view.show_page(conflict.id)
        settle()
        yield conflict.id
        assert isinstance(view.page, ConflictPage)
        for key in view.page.choices.cards:
            view.page.choices.choose(key)
            settle()
            yield f"{conflict.id} {key}"
    for group in view.groups:
        view.show_page(group_key(group))
        settle()
        yield group_key(group)
    view.show_page("end")
    settle()
    yield "end"


def controls(root: QWidget) -> list[QWidget]:
    return [w for w in root.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisible()]


def conflict(view: JoiningView) -> ConflictPage:
    assert isinstance(view.page, ConflictPage)
    return view.page


def cards(view: JoiningView) -> list[str]:
    """What a reader hears of yours and theirs."""
    return [
        " | ".join(name_of(text) for text in card.findChildren(ComparedText))
        for card in conflict(view).findChildren(SideCard)
    ]


def says(view: JoiningView, words: str) -> bool:
    return any(words in name_of(w) for w in view.findChildren(QWidget) if w.isVisible())


def click(view: JoiningView, button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


@pytest.mark.parametrize("wide", [1360, 700])
def test_every_control_has_a_name_of_its_own(view: JoiningView, wide: int) -> None:
    view.resize(wide, 860)
    for key in pages(view):
        names = [name_of(w) for w in controls(view)]
        assert all(names), f"{key}: {[w for w in controls(view) if not name_of(w)]}"
        twice = [name for name, many in Counter(names).items() if many > 1]
        assert not twice, f"{key}: {twice}"


SIZES = [(1360, 860, 1.0), (1024, 700, 2.0)]
BETWEEN = [(1024, 700, 1.0), (1024, 700, 1.5), (1360, 860, 2.0)]


@pytest.mark.parametrize(
    ("wide", "high", "scale"),
    [*SIZES, *(pytest.param(*size, marks=pytest.mark.proof) for size in BETWEEN)],
)
def test_nothing_is_cut_off_at_the_side(
    view: JoiningView, wide: int, high: int, scale: float
) -> None:
    theme().set_scale(scale)
    view.resize(wide, high)
    settle()
    for key in pages(view):
        assert view.minimumSizeHint().width() <= wide, key
        for scroll in view.findChildren(PageScroll):
            content = scroll.widget()
            if scroll.isVisible() and content:
                assert content.width() <= scroll.viewport().width(), key
        assert view.side.is_column or view.side.list.isVisible(), key
        for button in controls(view):
            if isinstance(button, QAbstractButton):
                assert button.width() >= min(24, button.minimumSizeHint().width()), key


def test_no_page_opens_a_window_of_its_own(view: JoiningView) -> None:
    class Watch(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            is_shown = event.type() == QEvent.Type.Show
            if is_shown and isinstance(watched, QWidget) and watched.isWindow():
                seen.append(type(watched).__name__)
            return False

    seen: list[str] = []
    watch, app = Watch(), QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    made = JoiningView()
    made.wait(("a.bid", "b.bid"))
    for _ in pages(view):
        pass
    app.removeEventFilter(watch)
    made.deleteLater()
    assert seen == []


def test_the_focus_is_on_the_heading_of_each_page(view: JoiningView) -> None:
    FocusRing(view)
    for key in pages(view):
        assert view.page is not None
        if " " not in key:
            assert view.page.heading.hasFocus(), key


def test_the_list_is_one_tab_stop_and_picks_with_enter(view: JoiningView) -> None:
    rows = view.side.rows
    model = rows.model()
    told = [model.data(model.index(at, 0), Qt.ItemDataRole.AccessibleTextRole) for at in range(5)]
    assert told[0] == "For you to decide, 0 of 3 done"
    assert told[1] == "Describe your approach, Paragraph 1, both changed it, to decide"
    assert told[4] == "Joined automatically, 4 changes"
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    settle()
    assert says(view, "You both changed the unit cost of User researcher, supplier")


def test_decided_rows_say_how_and_what_is_left_is_heard(qtbot: QtBot, view: JoiningView) -> None:
    said: list[str] = []
    view.announcer.announced.connect(said.append)
    qtbot.waitUntil(lambda: said == ["3 things are left to decide"])
    page = conflict(view)
    page.choices.choose("mine")
    click(view, page.decide)
    model = view.side.rows.model()
    told = [model.data(model.index(at, 0), Qt.ItemDataRole.AccessibleTextRole) for at in range(2)]
    assert told == ["For you to decide, 1 of 3 done", "Describe your approach, You kept yours"]
    assert says(view, "Decision 2 of 3"), "on to the next"
    qtbot.waitUntil(lambda: said[1:] == ["2 things are left to decide"])
    for _ in range(2):
        conflict(view).choices.choose("mine")
        click(view, conflict(view).decide)
    assert name_of(view.page.heading) == "Everything is decided"  # type: ignore[union-attr]
    assert view.page.heading.hasFocus()  # type: ignore[union-attr]
    assert "Everything is decided" not in said


def test_the_choices_are_one_set_of_radio_buttons(view: JoiningView) -> None:
    choices = conflict(view).choices
    assert list(choices.cards) == ["both", "mine", "theirs", "other"]
    for card in choices.cards.values():
        face = QAccessible.queryAccessibleInterface(card)
        assert face.role() == QAccessible.Role.RadioButton
    first = choices.cards["both"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert choices.cards["mine"].isChecked() and not first.isChecked()


def test_nothing_is_chosen_for_the_officer(view: JoiningView) -> None:
    page = conflict(view)
    assert not any(card.isChecked() for card in page.choices.cards.values())
    assert says(view, "Until you decide, yours stays")
    click(view, page.decide)
    assert says(view, "Choose what to keep")
    assert view.work is not None and view.work.decided == {}


def test_words_are_marked_and_told(view: JoiningView) -> None:
    assert cards(view) == [
        "One is [new: really] as it was here.",
        "One is as it was here [new: today] .",
    ]


def test_both_must_be_read_and_writing_counts_at_once(view: JoiningView) -> None:
    page = conflict(view)
    page.choices.choose("both")
    settle()
    before = page.choices.cards["both"].accessibleName()
    assert before.endswith("of 300 words")
    click(view, page.decide)
    assert says(view, "Read it through, then say that you have")
    assert page.result.looked.hasFocus()  # type: ignore[union-attr]
    page.result.looked.setChecked(True)  # type: ignore[union-attr]
    assert not says(view, "Read it through")
    click(view, page.result.edit)  # type: ignore[union-attr]
    editor = page.findChild(QTextEdit)
    assert editor is not None and editor.hasFocus()
    QTest.keyClicks(editor, "Three more words ")
    settle()
    assert page.choices.cards["both"].accessibleName() != before
    click(view, page.decide)
    assert view.work is not None
    (decision,) = view.work.decided.values()
    assert decision.words.startswith("Three more words One is really")


def test_writing_again_starts_from_either_and_can_be_undone(view: JoiningView) -> None:
    page = conflict(view)
    page.choices.choose("other")
    settle()
    editor = page.findChild(QTextEdit)
    assert editor is not None
    assert editor.toPlainText() == "One is really as it was here."
    buttons = page.findChildren(QAbstractButton)
    click(view, next(button for button in buttons if button.text() == "Start from Ruth’s"))
    assert editor.toPlainText() == "One is as it was here today."
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == "One is really as it was here."
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    click(view, page.decide)
    assert says(view, "Write something, or keep one of the two")


def test_a_limit_that_would_be_passed_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    base = Desk("Joan", sample()).types("approach", "One here.").later(60)
    long = " ".join(["word"] * 310)
    view = joined(
        qtbot, tmp_path, base.types("approach", "One is here."),
        base.sends("Ruth").types("approach", f"One {long}."),
    )  # fmt: skip
    page = conflict(view)
    assert page.choices.cards["theirs"].accessibleName().endswith("311 of 300 words, 11 too many")
    page.choices.choose("theirs")
    settle()
    assert says(view, "The answer goes over its limit")
    assert says(view, "11 words too many")


def test_leads_evidence_and_strangers_are_decided_together(qtbot: QtBot, tmp_path: Path) -> None:
    base = Desk("Joan", sample()).types("contact-role", "Head of joining").later(60)
    rows = [r for r in rows_of(base.bid, "partners") if isinstance(r, Partner) and not r.lead]
    mine = base.saves(make_lead(base.bid, "partners", rows[0].id))
    mine = mine.saves(set_evidence(mine.bid, "approach", 4, "some", "Mine"))
    ruth = base.sends("Ruth").saves(make_lead(base.bid, "partners", rows[1].id))
    ruth = ruth.saves(set_evidence(ruth.bid, "approach", 4, "strong", "Theirs"))
    view = joined(qtbot, tmp_path, mine, ruth)
    assert view.work is not None
    found = {c.place.split("/")[0]: c.id for c in view.work.conflicts}
    view.show_page(found["partners"])
    settle()
    assert says(view, "You each named another lead")
    assert list(conflict(view).choices.cards) == ["mine", "theirs"]
    assert rows[1].title in conflict(view).choices.cards["theirs"].accessibleName()
    assert cards(view) == [f"[new: {rows[0].title}]", f"[new: {rows[1].title}]"]
    conflict(view).choices.choose("theirs")
    click(view, conflict(view).decide)
    assert [p.id for p in result(view.work).partners if p.is_lead] == [rows[1].id]
    view.show_page(found["evidence"])
    settle()
    assert says(view, "You both changed how “Describe your approach” shows Digital leadership")


def test_a_line_taken_out_is_told_whole_and_the_other_cell_by_cell(view: JoiningView) -> None:
    assert view.work is not None
    view.show_page(view.work.conflicts[2].id)
    settle()
    mine, theirs = cards(view)
    assert mine == "[taken out: Payments to people we interview]"
    assert theirs.startswith("Payments to people we interview | 38 | people | £50 | Fund")
    assert "[new: Vouchers]" in theirs
    assert conflict(view).choices.cards["mine"].accessibleName() == "Keep yours. taken out"


def test_a_stranger_shows_every_difference_without_a_beginning(
    qtbot: QtBot, tmp_path: Path
) -> None:
    joan = Desk("Joan", set_answer(sample(), "approach", text("Mine here.")))
    ruth = Desk("Ruth", set_answer(sample(), "approach", text("Theirs here.")))
    view = joined(qtbot, tmp_path, joan, ruth)
    assert says(view, "It shares no version with your bid, so every difference is shown")
    assert not says(view, "Show the")
    assert "taken out" not in cards(view)[0] + cards(view)[1]
    assert "[new: Mine]" in cards(view)[0] and "[new: Theirs]" in cards(view)[1]


def test_runs_are_words_or_whole_values() -> None:
    assert prose_runs("£245", "£260", as_value=True) == (
        Run("out", "£245"), Run("same", " "), Run("in", "£260"),
    )  # fmt: skip
    assert prose_runs("", "New") == (Run("same", "New"),)
    assert prose_runs("Old", "") == (Run("out", "Old"),)
    assert spoken(prose_runs("agree a plan now", "agree an assessment now")) == (
        "agree [taken out: a plan] [new: an assessment] now"
    )
    for run in prose_runs("one two", "one two three four"):
        assert run.kind == "same" or run.text == run.text.strip()


def test_drafts_join_typing_until_a_break() -> None:
    drafts = Drafts("a")
    for state in ("ab", "abc"):
        drafts.take(state)
    drafts.break_typing()
    drafts.take("abcd")
    assert [drafts.undo(), drafts.undo(), drafts.undo()] == ["abc", "a", "a"]
    assert [drafts.redo(), drafts.redo(), drafts.redo()] == ["abc", "abcd", "abcd"]
    drafts.undo()
    drafts.take("x")
    assert drafts.redo() == "x"


def test_under_760_the_list_drops_down_and_leads_everywhere(view: JoiningView) -> None:
    view.resize(700, 860)
    settle()
    assert not view.side.isVisible() and view.side.list.isVisible()
    for at in range(view.side.list.count()):
        view.side.list.setCurrentIndex(at)
        view.side.list.activated.emit(at)
        settle()
        assert view.side.list.currentIndex() == at
    assert says(view, "Nothing changes until you finish"), "the page says what the header cannot"


def test_reading_takes_a_page_and_can_be_stopped(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, go_on = team(), threading.Event()

    def slow(*arguments: Any) -> object:
        assert go_on.wait(PATIENCE_MS / 1000)
        return join_files(*arguments)

    monkeypatch.setattr("bidwriter.desk.joining.join_files", slow)
    officer = Officer(qtbot, write(tmp_path, made.joan))
    flow = officer.window.joining
    flow.join((write(tmp_path, made.ruth),))
    time_passes(1000)
    assert officer.says("Reading the copy")
    assert officer.says("Read “ruth.bid”")
    officer.click("Stop")
    assert flow.view is None
    go_on.set()
    jobs.wait()
    settle()
    assert flow.view is None, "what was read is let go"
    # Given up again, and another begun before the first one has noticed.
    go_on.clear()
    flow.join((tmp_path / "ruth.bid",))
    time_passes(1000)
    assert officer.says("Reading the copy")
    officer.click("Stop")
    flow.join((write(tmp_path, made.mark),))
    go_on.set()
    qtbot.waitUntil(lambda: officer.says("Join Mark’s copy"))
    officer.press(Key.Key_Escape)
    assert flow.view is None
