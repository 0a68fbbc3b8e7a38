"""Every key that the keyboard map lists does what it says."""

import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from driving import ALT, CTRL, NONE, SHIFT, Key, Officer, name_of, settle
from making import copy_of_sample
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

import bidwriter
from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import evidence_at
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.ui.answers.cost_lines import CostLinesEditor
from bidwriter.ui.answers.rich_text import RichTextEditor
from bidwriter.ui.editor.link_dialog import LinkDialog
from bidwriter.ui.look.theme import theme
from bidwriter.ui.pages.pdf_dialog import PdfDialog
from bidwriter.ui.pages.principle_map import PrincipleMapPage
from bidwriter.ui.parts.scroll import ReadScroll
from bidwriter.ui.window.keys import KEYS
from bidwriter.ui.window.keys_dialog import KeysDialog
from bidwriter.ui.window.more_menu import look_at_pdf

pytestmark = pytest.mark.usefixtures("stopped_clock")


@pytest.fixture
def officer(qtbot: QtBot, tmp_path: Path) -> Officer:
    return Officer(qtbot, copy_of_sample(tmp_path))


def prose(officer: Officer) -> RichTextEditor:
    officer.go("approach")
    editor = officer.task.editors["approach"]
    assert isinstance(editor, RichTextEditor)
    assert officer.focused is editor.text
    return editor


def costs(officer: Officer) -> CostLinesEditor:
    officer.go("cost-lines")
    editor = officer.task.editors["cost-lines"]
    assert isinstance(editor, CostLinesEditor)
    return editor


def finds(officer: Officer) -> None:
    prose(officer)
    officer.press(Key.Key_K, CTRL)
    assert name_of(officer.focused) == "Find or go to"
    officer.type("data analyst")
    officer.press(Key.Key_Return)
    assert officer.view.current == "cost-the-team"
    assert not officer.view.finder.isVisible()
    officer.press(Key.Key_K, CTRL)
    officer.type("copy for a partner")
    officer.press(Key.Key_Return)
    assert officer.view.current == "partner-copy"
    officer.press(Key.Key_K, CTRL)
    officer.type("no such thing anywhere")
    assert officer.says("Nothing here is called or says")
    officer.press(Key.Key_Escape)
    assert not officer.view.finder.isVisible()


def goes_on(officer: Officer) -> None:
    """At both ends: through the first section, and from the last task to the end."""
    tasks = [t.task.id for t in officer.view.progress]
    seen: list[str] = []
    for start, end in (("overview", tasks[3]), (tasks[-2], "export")):
        officer.go(start)
        for _ in range(9):
            officer.press(Key.Key_Return, CTRL)
            seen.append(officer.view.current)
            if seen[-1] == end:
                break
        assert seen[-1] == end
    assert [key for key in seen if key in tasks] == [*tasks[:4], tasks[-1]]
    assert [key for key in seen if key.startswith("answers/")]


def steps(officer: Officer) -> None:
    """At both ends; building all pages between them is what takes long."""
    keys = ["overview", "map", *[t.task.id for t in officer.view.progress]]
    for some in (keys[:4], keys[-3:]):
        officer.go(some[0])
        for key in some[1:]:
            officer.press(Key.Key_PageDown, ALT)
            assert officer.view.current == key
        for key in reversed(some[:-1]):
            officer.press(Key.Key_PageUp, ALT)
            assert officer.view.current == key


def problems(officer: Officer) -> None:
    edit = officer.session.edit
    edit(lambda bid: set_typed(bid, "contact-email", "nobody"), "Typed")
    edit(lambda bid: set_typed(bid, "approach", ""), "Typed")
    found = officer.session.check_now()
    seen = []
    for _ in found:
        officer.press(Key.Key_F8)
        seen.append(officer.view.current)
    assert {"name-a-contact", "approach"} <= set(seen)
    officer.press(Key.Key_F8, SHIFT)
    assert officer.view.current == seen[-2]


def regions(officer: Officer) -> None:
    officer.view.open_page("approach")
    settle()
    parts = [officer.view.panel, officer.view.header, officer.view.tasks, officer.view.stack]
    for part in parts:
        officer.press(Key.Key_F6)
        assert part.isAncestorOf(officer.focused), part
    for part in reversed([officer.view.stack, *parts[:-1]]):
        officer.press(Key.Key_F6, SHIFT)
        assert part.isAncestorOf(officer.focused), part


def tabs(officer: Officer) -> None:
    prose(officer)
    for key, at in ((Key.Key_2, 1), (Key.Key_3, 2), (Key.Key_4, 3), (Key.Key_1, 0)):
        officer.press(key, CTRL)
        assert officer.view.panel.tabs.currentIndex() == at


def comment(officer: Officer) -> None:
    prose(officer)
    officer.press(Key.Key_Home, CTRL)
    officer.press(Key.Key_Right, SHIFT | CTRL)
    officer.press(Key.Key_M, CTRL | ALT)
    assert officer.view.panel.tabs.currentIndex() == 2
    officer.type("Why only we?")
    officer.press(Key.Key_Return, CTRL)
    (said,) = officer.bid.comments
    assert (said.about, said.text, said.quote.strip()) == ("approach", "Why only we?", "We")


def panel(officer: Officer) -> None:
    prose(officer)
    officer.press(Key.Key_Backslash, CTRL)
    assert not officer.view.panel.isVisible()
    officer.press(Key.Key_Backslash, CTRL)
    assert officer.view.panel.isVisible()
    officer.window.resize(1024, 700)
    settle()
    assert not officer.view.panel.isVisible(), "a drawer is shut until asked for"
    officer.press(Key.Key_Backslash, CTRL)
    assert officer.view.panel.isVisible()
    officer.press(Key.Key_Escape)
    assert not officer.view.panel.isVisible()


def finished(officer: Officer) -> None:
    prose(officer)
    officer.press(Key.Key_D, CTRL)
    assert "approach" not in officer.bid.finished
    officer.press(Key.Key_D, CTRL)
    assert "approach" in officer.bid.finished


def strengths(officer: Officer) -> None:
    prose(officer)
    before = evidence_at(officer.bid, "approach", 4)
    for number in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5):
        officer.press(number, ALT)
    after = evidence_at(officer.bid, "approach", 4)
    assert before is None
    assert after is not None
    assert after.strength == "some"
    assert len(officer.session.timeline.done) == 5


def undo(officer: Officer) -> None:
    prose(officer)
    before = officer.bid.answer("approach")
    officer.type("x")
    after = officer.bid.answer("approach")
    officer.press(Key.Key_Z, CTRL)
    assert officer.bid.answer("approach") == before
    officer.press(Key.Key_Y, CTRL)
    assert officer.bid.answer("approach") == after
    officer.press(Key.Key_Z, CTRL)
    officer.press(Key.Key_Z, CTRL | SHIFT)
    assert officer.bid.answer("approach") == after


def saves(officer: Officer) -> None:
    prose(officer)
    officer.type("x")
    assert officer.saved().answers == officer.bid.answers


def opens(officer: Officer) -> None:
    officer.script.files = [None]
    officer.press(Key.Key_O, CTRL)
    assert officer.script.files == []


def bold(officer: Officer) -> None:
    prose(officer)
    officer.press(Key.Key_End, CTRL)
    officer.press(Key.Key_B, CTRL)
    officer.type(" bold")
    officer.press(Key.Key_B, CTRL)
    officer.press(Key.Key_I, CTRL)
    officer.type(" slanted")
    written = str(officer.bid.answer("approach"))
    assert "**bold**" in written
    assert "*slanted*" in written


def lists(officer: Officer) -> None:
    prose(officer)
    officer.press(Key.Key_End, CTRL)
    officer.press(Key.Key_Return)
    officer.press(Key.Key_7, CTRL | SHIFT)
    officer.type("one")
    assert "1. one" in str(officer.bid.answer("approach"))
    officer.press(Key.Key_8, CTRL | SHIFT)
    assert "- one" in str(officer.bid.answer("approach"))


def levels(officer: Officer) -> None:
    editor = prose(officer)
    officer.press(Key.Key_End, CTRL)
    for text in ("", "- a", "b"):
        officer.press(Key.Key_Return)
        officer.type(text)
    officer.press(Key.Key_Tab)
    assert str(officer.bid.answer("approach")).endswith("- a\n  - b")
    officer.press(Key.Key_Backtab, SHIFT)
    assert str(officer.bid.answer("approach")).endswith("- a\n- b")
    officer.press(Key.Key_Z, CTRL)  # one step each
    assert str(officer.bid.answer("approach")).endswith("- a\n  - b")
    officer.press(Key.Key_Tab)
    assert officer.focused is not editor.text


def heights(officer: Officer) -> None:
    prose(officer)
    officer.press(Key.Key_End, CTRL)
    officer.type("2")
    for key, ending in ((Key.Key_Period, "²"), (Key.Key_Comma, "₂")):
        officer.press(Key.Key_Left, SHIFT)
        officer.press(key, CTRL)
        assert str(officer.bid.answer("approach")).endswith(ending)
        officer.press(Key.Key_Right)


def pastes_plain(officer: Officer) -> None:
    prose(officer)
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    QApplication.clipboard().setMimeData(data)
    officer.press(Key.Key_End, CTRL)
    officer.press(Key.Key_V, CTRL | SHIFT)
    assert str(officer.bid.answer("approach")).endswith("bold")


def link(officer: Officer) -> None:
    prose(officer)
    officer.press(Key.Key_End, CTRL)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LinkDialog)
        words, address = dialog.findChildren(QLineEdit)
        words.setText("the register")
        address.setText("https://example.org")
        dialog.accept()

    QTimer.singleShot(0, answer)
    officer.press(Key.Key_K, CTRL | SHIFT)
    assert "[the register](https://example.org)" in str(officer.bid.answer("approach"))


def alone(officer: Officer) -> None:
    editor = prose(officer)
    officer.press(Key.Key_F11)
    assert not officer.view.tasks.isVisible()
    assert not officer.view.panel.isVisible()
    assert officer.focused is editor.text
    officer.press(Key.Key_Escape)
    assert officer.view.tasks.isVisible()
    assert officer.view.panel.isVisible()
    assert officer.focused is editor.text


def figure(officer: Officer) -> None:
    prose(officer)
    officer.press(Key.Key_End, CTRL)
    officer.press(Key.Key_F, CTRL | SHIFT)
    officer.choose("Grant asked for")
    assert str(officer.bid.answer("approach")).endswith("{{figure:requested}}")
    officer.press(Key.Key_Left, SHIFT)
    officer.press(Key.Key_Return)
    assert officer.view.current == "cost-the-team"


def cells(officer: Officer) -> None:
    editor = costs(officer)
    row = rows_of(officer.bid, "cost-lines")[0]
    editor.go_to(Place(f"cost-lines/{row.id}/quantity"))
    settle()
    officer.press(Key.Key_F2)
    officer.press(Key.Key_A, CTRL)
    officer.type("46")
    officer.press(Key.Key_Return)
    assert getattr(rows_of(officer.bid, "cost-lines")[0], "quantity", None) == 46
    assert editor.table.row_id == rows_of(officer.bid, "cost-lines")[1].id


def moves_row(officer: Officer) -> None:
    editor = costs(officer)
    first, second = [row.id for row in rows_of(officer.bid, "cost-lines")[:2]]
    editor.go_to(Place(f"cost-lines/{first}/what"))
    settle()
    officer.press(Key.Key_Down, ALT)
    assert [row.id for row in rows_of(officer.bid, "cost-lines")[:2]] == [second, first]
    officer.press(Key.Key_Up, ALT)
    assert [row.id for row in rows_of(officer.bid, "cost-lines")[:2]] == [first, second]


def deletes(officer: Officer) -> None:
    editor = costs(officer)
    first = rows_of(officer.bid, "cost-lines")[0].id
    editor.go_to(Place(f"cost-lines/{first}/what"))
    settle()
    officer.press(Key.Key_Delete)
    assert first not in [row.id for row in rows_of(officer.bid, "cost-lines")]
    assert officer.says("Undo", officer.view.toast)
    officer.click("Undo", officer.view.toast)
    assert first in [row.id for row in rows_of(officer.bid, "cost-lines")]


def cycles(officer: Officer) -> None:
    officer.go("map")
    page = officer.page
    assert isinstance(page, PrincipleMapPage)
    page.go_to(Place("evidence/approach/4"))
    settle()
    officer.press(Key.Key_Space)
    found = evidence_at(officer.bid, "approach", 4)
    assert found is not None
    assert found.strength == "some"
    assert page.table.currentIndex().column() == 4
    page.heading.setFocus()
    assert not page.table.currentIndex().isValid()  # Qt would say that it has the focus
    page.table.setFocus()
    assert page.table.currentIndex().column() == 4
    officer.press(Key.Key_Return)
    assert officer.view.current == "approach"
    chip = officer.task.strips["approach"].chips[4]
    chip.setFocus()
    officer.press(Key.Key_Space)
    assert chip.strength == "strong"


def sizes(officer: Officer) -> None:
    prose(officer)
    officer.press(Key.Key_Plus, CTRL)
    assert theme().scale == 1.1
    officer.press(Key.Key_Minus, CTRL)
    officer.press(Key.Key_Minus, CTRL)
    assert theme().scale == 1.0
    officer.press(Key.Key_Plus, CTRL)
    officer.press(Key.Key_0, CTRL)
    assert theme().scale == 1.0


def finds_in_the_pdf(officer: Officer) -> None:
    officer.go("approach")
    look_at_pdf(officer.window)
    officer.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PdfDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PdfDialog)
    officer.qtbot.waitUntil(dialog.isActiveWindow)
    officer.press(Key.Key_F, CTRL)
    officer.type("residents")
    for key, held in ((Key.Key_F3, NONE), (Key.Key_F3, NONE), (Key.Key_F3, SHIFT)):
        officer.press(key, held)
    assert officer.says("1 of ", dialog)
    dialog.reject()
    settle()


def lists_keys(officer: Officer) -> None:
    officer.press(Key.Key_F1, NONE)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    for keys, what in KEYS:
        assert officer.says(keys, dialog)
        assert officer.says(what, dialog)
    dialog.reject()
    settle()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_list_of_keys_is_read_to_its_end_by_keys(qtbot: QtBot, percent: int) -> None:
    officer = Officer(qtbot, size=(1024, 700))
    officer.window.set_text_size(percent)
    officer.press(Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeysDialog)
    listed = dialog.findChildren(ReadScroll)[0]
    bar = listed.verticalScrollBar()
    assert listed.hasFocus()
    assert bar.maximum() > 0
    turns = (Key.Key_End, bar.maximum()), (Key.Key_Home, 0), (Key.Key_Down, bar.singleStep())
    for key, at in (*turns, (Key.Key_Up, 0), (Key.Key_PageDown, bar.pageStep())):
        officer.press(key)
        assert bar.value() == min(at, bar.maximum()), key
    for _ in KEYS:
        officer.press(Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    officer.press(Key.Key_Tab)
    assert name_of(officer.focused) == "Close"
    dialog.reject()
    settle()


TRIALS: dict[str, Callable[[Officer], None]] = {
    "Ctrl K": finds,
    "Ctrl Enter": goes_on,
    "Alt Page Down, Alt Page Up": steps,
    "F8, Shift F8": problems,
    "F6, Shift F6": regions,
    "Ctrl 1 to Ctrl 4": tabs,
    "Ctrl Alt M": comment,
    "Ctrl \\": panel,
    "Ctrl D": finished,
    "Alt 1 to Alt 5": strengths,
    "Ctrl Z, Ctrl Y or Ctrl Shift Z": undo,
    "Ctrl S": saves,
    "Ctrl O": opens,
    "Ctrl B, Ctrl I": bold,
    "Ctrl Shift 7, Ctrl Shift 8": lists,
    "Tab, Shift Tab in a list item": levels,
    "Ctrl . or Ctrl ,": heights,
    "Ctrl Shift V": pastes_plain,
    "Ctrl Shift K": link,
    "Ctrl Shift F": figure,
    "F11": alone,
    "F2, or type": cells,
    "Alt Up, Alt Down": moves_row,
    "Delete": deletes,
    "Space": cycles,
    "Ctrl +, Ctrl −, Ctrl 0": sizes,
    "Ctrl F, F3, Shift F3": finds_in_the_pdf,
    "F1": lists_keys,
}


@pytest.mark.parametrize("keys", [keys for keys, _ in KEYS])
def test_a_key_does_what_the_map_says(officer: Officer, keys: str) -> None:
    TRIALS[keys](officer)


KEYPAD = Qt.KeyboardModifier.KeypadModifier
DIGITS = (
    *(Key.Key_0, Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4),
    *(Key.Key_5, Key.Key_6, Key.Key_7, Key.Key_8, Key.Key_9),
)
WITHOUT_NUM_LOCK = (
    *(Key.Key_Insert, Key.Key_End, Key.Key_Down, Key.Key_PageDown, Key.Key_Left, Key.Key_Clear),
    *(Key.Key_Right, Key.Key_Home, Key.Key_Up, Key.Key_PageUp),
)


@pytest.mark.skipif(sys.platform == "darwin", reason="no character is typed by its number there")
@pytest.mark.parametrize("keys", [DIGITS, WITHOUT_NUM_LOCK], ids=["numbers", "no Num Lock"])
def test_a_character_typed_by_its_number_does_nothing_else(
    officer: Officer, keys: tuple[Qt.Key, ...]
) -> None:
    prose(officer)
    before, page = officer.bid.evidence, officer.view.current
    for key in keys:
        officer.press(key, ALT | KEYPAD)
        assert (officer.bid.evidence, officer.view.current) == (before, page), key
    officer.press(Key.Key_2, ALT)
    assert officer.bid.evidence != before


@pytest.mark.skipif(sys.platform == "darwin", reason="there the arrows are the keypad's")
def test_no_row_moves_while_a_character_is_typed_by_its_number(officer: Officer) -> None:
    editor = costs(officer)
    editor.table.setFocus()
    before = rows_of(officer.bid, "cost-lines")
    officer.press(Key.Key_Down)
    for key in (Key.Key_Down, Key.Key_Up):
        officer.press(key, ALT | KEYPAD)
        assert rows_of(officer.bid, "cost-lines") == before
    officer.press(Key.Key_Down, ALT)
    assert rows_of(officer.bid, "cost-lines") != before


def test_no_shortcut_answers_to_a_digit_of_the_keypad(officer: Officer) -> None:
    prose(officer)
    before, heard = officer.bid, list[str]()
    for shortcut in officer.window.findChildren(QShortcut):
        said = partial(heard.append, shortcut.key().toString())
        shortcut.activated.connect(said)
        shortcut.activatedAmbiguously.connect(said)
    for held in (CTRL, CTRL | SHIFT, CTRL | ALT, ALT, ALT | SHIFT):
        for key in DIGITS:
            officer.press(key, held | KEYPAD)
            assert (heard, officer.bid) == ([], before), (held, key)
    for key in (Key.Key_Asterisk, Key.Key_Period, Key.Key_Comma):
        officer.press(key, CTRL | SHIFT | KEYPAD)
        officer.press(key, CTRL | KEYPAD)
        assert officer.bid is before, key
    for held in (ALT, CTRL):  # of the main row they do
        for key in DIGITS[1:5]:
            officer.press(key, held)
    assert heard == [f"{held}+{digit}" for held in ("Alt", "Ctrl") for digit in "1234"]


def test_every_window_asks_what_the_keypad_types_and_where_tab_goes() -> None:
    root = Path(bidwriter.__file__).parent
    made = {
        path.stem
        for path in root.rglob("*.py")
        if re.search(r"^class .*\bQ(MainWindow|Dialog)\b", path.read_text("utf-8"), re.MULTILINE)
    }
    assert made == {"frame", "dialog"}  # `MainWindow` stands on the first, all others on the second


def test_the_keypads_own_plus_and_minus_change_the_text_size(officer: Officer) -> None:
    officer.press(Key.Key_Plus, CTRL | KEYPAD)
    assert officer.window.settings.text_size == 110
    officer.press(Key.Key_Minus, CTRL | KEYPAD)
    assert officer.window.settings.text_size == 100
