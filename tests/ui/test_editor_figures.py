"""Live figures under the officer's hands: each is one thing, follows the bid and stays live."""

from pathlib import Path

import pytest
from answering import edited, editor_of, forget_sessions, session_on, shown
from making import copy_of_sample
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from bidwriter.bids.printing.limits import use_of_limit
from bidwriter.bids.typed.setting import set_typed
from bidwriter.ui.answers.rich_text import RichTextEditor
from bidwriter.ui.editor.rich_text_edit import RichTextEdit
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "We ask for {{figure:requested}} and give {{figure:contributed}}."


class Desk:
    """One answer in its editor."""

    def __init__(self, session: Session, qtbot: QtBot, text: str = TEXT) -> None:
        self.session, self.navigator = session, Navigator()
        self.went: list[str] = []
        self.navigator.asked.connect(self.went.append)
        edited(session, lambda bid: set_typed(bid, "approach", text))
        self.editor: RichTextEditor = editor_of(RichTextEditor, session, "approach", self.navigator)
        shown(qtbot, self.editor)
        self.box: RichTextEdit = self.editor.text
        self.box.setFocus()

    @property
    def stored(self) -> str:
        return str(self.session.bid.answer("approach") or "")

    @property
    def cursor(self) -> tuple[int, int]:
        cursor = self.box.textCursor()
        return cursor.anchor(), cursor.position()

    def press(self, key: Key, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.box, key, mods)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.box, words)

    def put(self, words: str, *, after: bool) -> None:
        """Put the cursor beside some words."""
        at = self.box.toPlainText().index(words)
        self.box.go_to(0, at + (len(words) if after else 0))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(session_on(copy_of_sample(tmp_path)), qtbot)


@pytest.fixture(autouse=True)
def forget() -> object:
    yield
    forget_sessions()


def test_a_figure_reads_as_its_value(desk: Desk) -> None:
    assert desk.box.toPlainText() == "We ask for £78,400 and give £21,550."
    found = QAccessible.queryAccessibleInterface(desk.box)
    assert found is not None
    assert found.text(QAccessible.Text.Value) == desk.box.toPlainText()
    assert desk.box.blocks()[0].spans[1].figure == "requested"
    assert desk.stored == TEXT


@pytest.mark.parametrize(
    ("key", "mods", "after", "cursor"),
    [
        (Key.Key_Right, Qt.KeyboardModifier.NoModifier, False, (18, 18)),
        (Key.Key_Left, Qt.KeyboardModifier.NoModifier, True, (11, 11)),
        (Key.Key_Right, SHIFT, False, (11, 18)),
        (Key.Key_Left, SHIFT, True, (18, 11)),
        (Key.Key_Left, CTRL, True, (11, 11)),
    ],
)
def test_arrows_pass_in_one_step(
    desk: Desk, key: Key, mods: Qt.KeyboardModifier, after: bool, cursor: tuple[int, int]
) -> None:
    desk.put("£78,400", after=after)
    desk.press(key, mods)
    assert desk.cursor == cursor


@pytest.mark.parametrize(
    ("key", "mods", "after"),
    [
        (Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, True),
        (Key.Key_Backspace, CTRL, True),
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier, False),
        (Key.Key_Delete, CTRL, False),
    ],
)
def test_deleting_takes_the_whole_figure(
    desk: Desk, key: Key, mods: Qt.KeyboardModifier, after: bool
) -> None:
    desk.put("£78,400", after=after)
    desk.press(key, mods)
    assert "requested" not in desk.stored
    assert "£" not in desk.stored
    desk.session.undo()
    assert desk.stored == TEXT
    assert desk.box.toPlainText() == "We ask for £78,400 and give £21,550."


@pytest.mark.parametrize(
    ("after", "stored"),
    [
        (False, "We ask for just {{figure:requested}}"),
        (True, "We ask for {{figure:requested}}just "),
    ],
)
def test_what_is_typed_beside_it_is_no_part_of_it(desk: Desk, after: bool, stored: str) -> None:
    desk.put("£78,400", after=after)
    desk.type("just ")
    assert desk.stored.startswith(stored)


def test_nothing_can_be_typed_into_it(desk: Desk) -> None:
    desk.box.go_to(0, 14)
    desk.type("x")
    assert desk.stored.replace("x", "") == TEXT
    assert desk.box.toPlainText().replace("x", "") == "We ask for £78,400 and give £21,550."


def test_typing_over_a_selected_figure_takes_its_place(desk: Desk) -> None:
    desk.put("£78,400", after=False)
    desk.press(Key.Key_Right, SHIFT)
    desk.type("it")
    assert desk.stored == "We ask for it and give {{figure:contributed}}."


def test_it_follows_the_cost_lines_and_the_cursor_stays(desk: Desk) -> None:
    row = desk.session.bid.by_id["cost-lines"][0]  # type: ignore[index]
    desk.box.moveCursor(QTextCursor.MoveOperation.End)
    end = desk.cursor
    before = desk.session.timeline
    edited(
        desk.session,
        lambda bid: set_typed(bid, f"cost-lines/{row.id}/unit-cost", "1720"),  # type: ignore[union-attr]
    )
    assert desk.box.toPlainText() == "We ask for £123,400 and give £21,550."
    assert desk.cursor == (end[0] + 1, end[1] + 1)
    assert desk.stored == TEXT
    desk.session.undo()
    assert desk.box.toPlainText() == "We ask for £78,400 and give £21,550."
    assert desk.session.timeline is not before


def test_a_word_that_opens_a_sentence_gets_its_capital(desk: Desk) -> None:
    edited(desk.session, lambda bid: set_typed(bid, "approach", "{{figure:councils}} councils"))
    assert desk.box.toPlainText() == "Four councils"
    desk.box.moveCursor(QTextCursor.MoveOperation.Start)
    desk.type("Our ")
    assert desk.box.toPlainText() == "Our four councils"
    assert desk.stored == "Our {{figure:councils}} councils"


def test_copies_stay_live_here_and_are_values_elsewhere(desk: Desk) -> None:
    desk.box.selectAll()
    desk.box.copy()
    assert QApplication.clipboard().text() == "We ask for £78,400 and give £21,550."
    desk.box.moveCursor(QTextCursor.MoveOperation.End)
    desk.box.paste()
    assert desk.stored == f"{TEXT}{TEXT}"


def test_bold_goes_round_it(desk: Desk) -> None:
    desk.put("£78,400", after=False)
    desk.press(Key.Key_Right, SHIFT)
    desk.press(Key.Key_B, CTRL)
    assert desk.stored.startswith("We ask for **{{figure:requested}}** and")
    desk.press(Key.Key_B, CTRL)
    assert desk.stored == TEXT


def test_two_of_one_figure_side_by_side_stay_two(desk: Desk) -> None:
    twice = "{{figure:requested}}{{figure:requested}}"
    edited(desk.session, lambda bid: set_typed(bid, "approach", twice))
    assert desk.box.toPlainText() == "£78,400£78,400"
    desk.box.moveCursor(QTextCursor.MoveOperation.End)
    desk.press(Key.Key_Left)
    desk.type(" and ")
    assert desk.stored == "{{figure:requested}} and {{figure:requested}}"


def menu_entries(menu: QMenu) -> dict[str, object]:
    return {action.text(): action for action in menu.actions()}


def test_insert_figure_lists_values_and_puts_one_in(desk: Desk) -> None:
    edited(desk.session, lambda bid: set_typed(bid, "approach", "Closing on"))
    desk.box.moveCursor(QTextCursor.MoveOperation.End)
    desk.type(" ")
    desk.press(Key.Key_F, CTRL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Grant asked for\t£78,400" in menu_entries(menu)
    wanted = next(a for a in menu.actions() if a.text().startswith("Closing date"))
    menu.close()
    wanted.trigger()
    assert desk.stored == "Closing on {{figure:closes}}"
    assert desk.box.toPlainText() == "Closing on Thu 15 Nov 2018"
    desk.session.undo()
    assert desk.stored == "Closing on"


def test_a_click_takes_hold_of_it_and_enter_goes_to_its_source(desk: Desk) -> None:
    cursor = desk.box.textCursor()
    cursor.setPosition(14)
    point = desk.box.cursorRect(cursor).center()
    QTest.mouseClick(desk.box.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk.box.textCursor().selectedText() == "£78,400"
    desk.press(Key.Key_Return)
    assert (desk.went, desk.stored) == (["cost-lines"], TEXT)
    assert desk.box.tokens.at_point(point) == desk.box.tokens.selected()
    assert desk.box.tokens.at_point(QPoint(2, 2)) is None


def test_its_menu_goes_to_the_source_or_makes_it_plain(desk: Desk) -> None:
    desk.put("£78,400", after=True)
    menu = desk.box.menu_at(desk.box.tokens.at_cursor())
    actions = {action.text(): action for action in menu.actions()}
    actions["Go to where it comes from"].trigger()
    assert desk.went == ["cost-lines"]
    actions["Turn into plain text"].trigger()
    assert desk.stored == "We ask for £78,400 and give {{figure:contributed}}."
    desk.session.undo()
    assert desk.stored == TEXT


def test_what_it_is_can_be_heard(desk: Desk, qtbot: QtBot) -> None:
    assert desk.box.about_figure("requested") == (
        "Grant asked for: £78,400. It comes from “Cost the team”"
    )
    desk.put("£78,400", after=False)
    with qtbot.waitSignal(desk.box.figure_met) as met:
        desk.press(Key.Key_Right)
    assert met.args == ["requested"]


def test_something_that_got_into_it_all_the_same_is_put_right(desk: Desk) -> None:
    intruder = QTextCursor(desk.box.document())
    intruder.setPosition(13)
    intruder.insertText("x")
    assert desk.box.toPlainText() == "We ask for £78,400 and give £21,550."
    assert desk.stored == TEXT


def test_words_left_count_what_is_printed(desk: Desk) -> None:
    edited(desk.session, lambda bid: set_typed(bid, "approach", "{{figure:partner-names}}"))
    use = use_of_limit(desk.session.bid, desk.editor.question)
    assert use is not None
    assert use.used == 5
    assert heard_of(desk).startswith(f"{use.limit} words at most. Say what you will do")


def test_what_stops_export_is_heard_with_the_limit(desk: Desk) -> None:
    most = heard_of(desk)
    edited(desk.session, lambda bid: set_typed(bid, "approach", ""))
    stops = [p.words for p in desk.session.found if p.stops and p.place == "approach"]
    assert heard_of(desk) == f"Problem: {stops[0]}. {most}"
    edited(desk.session, lambda bid: set_typed(bid, "approach", "We ask first."))
    assert heard_of(desk) == most


def heard_of(desk: Desk) -> str:
    """What a reader says of the box after its name."""
    return QAccessible.queryAccessibleInterface(desk.box).text(QAccessible.Text.Description)


def test_a_link_can_go_round_it(desk: Desk) -> None:
    desk.put("£78,400", after=False)
    desk.press(Key.Key_Right, SHIFT)
    desk.box.ask_link = lambda words, _address: (words, "https://a.example/")
    desk.box.edit_link()
    assert "[{{figure:requested}}](https://a.example/)" in desk.stored


def test_read_only_answers_take_no_figure(desk: Desk) -> None:
    desk.box.setReadOnly(True)
    QApplication.sendEvent(desk.box, QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Backspace, CTRL))
    assert desk.stored == TEXT
