"""The editor under the officer's hands."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.prose.blocks import Block, Span
from bidwriter.ui.editor.editor_box import EditorBox
from bidwriter.ui.editor.marks import Mark
from bidwriter.ui.editor.rich_text_edit import RichTextEdit
from bidwriter.ui.look.theme import Mode, theme

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def par(text: str) -> Block:
    return Block("paragraph", (Span(text),))


@pytest.fixture
def box(qtbot: QtBot) -> RichTextEdit:
    made = RichTextEdit()
    qtbot.addWidget(made)
    return made


def end(box: RichTextEdit) -> None:
    box.moveCursor(QTextCursor.MoveOperation.End)


def test_edited_tells_of_the_officer_only(box: RichTextEdit) -> None:
    heard: list[tuple[Block, ...]] = []
    box.edited.connect(lambda: heard.append(box.blocks()))
    box.set_blocks((par("One"),))
    theme().set_mode(Mode.DARK)
    theme().set_scale(1.5)
    assert heard == []
    end(box)
    QTest.keyClicks(box, "!")
    assert heard == [(par("One!"),)]


def test_equal_blocks_move_nothing(box: RichTextEdit) -> None:
    box.set_blocks((par("One two"), par("Three")))
    box.go_to(0, 3)
    QTest.keyClicks(box, " ")
    at = box.textCursor().position()
    box.set_blocks(box.blocks())
    assert box.textCursor().position() == at


def test_the_cursor_stays_with_its_words(box: RichTextEdit) -> None:
    box.set_blocks((par("One"), par("Two three"), par("Four")))
    box.go_to(1, 4)
    box.set_blocks((par("New"), par("One"), par("Two three"), par("Four")))
    cursor = box.textCursor()
    assert cursor.block().text()[cursor.positionInBlock() :] == "three"
    box.set_blocks((par("New"), par("One"), par("A longer two three"), par("Four")))
    cursor = box.textCursor()
    assert cursor.block().text()[cursor.positionInBlock() :] == "three"
    box.set_blocks((par("New"), par("One"), par("Two three"), par("Changed")), follow=True)
    assert box.textCursor().block().text() == "Changed"
    assert box.textCursor().atBlockEnd()


def test_enter_in_an_empty_item_ends_the_list(box: RichTextEdit) -> None:
    box.set_blocks((Block("bullet", (Span("one"),)),))
    end(box)
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "two")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "after")
    kinds = [(block.kind, block.text) for block in box.blocks()]
    assert kinds == [("bullet", "one"), ("bullet", "two"), ("paragraph", "after")]


def test_after_a_sub_heading_comes_a_paragraph(box: RichTextEdit) -> None:
    QTest.keyClicks(box, "Head")
    box.toggle_kind("heading")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "body")
    assert box.blocks() == (Block("heading", (Span("Head"),)), par("body"))


def test_backspace_takes_the_list_away_first(box: RichTextEdit) -> None:
    box.set_blocks((par("a"), Block("number", (Span("b"),))))
    box.go_to(1, 0)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert box.blocks() == (par("a"), par("b"))
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert box.blocks() == (par("ab"),)


@pytest.mark.parametrize(("typed", "kind"), [("- ", "bullet"), ("1. ", "number")])
def test_a_typed_mark_starts_a_list(qtbot: QtBot, box: RichTextEdit, typed: str, kind: str) -> None:
    with qtbot.waitSignal(box.break_in_typing):
        QTest.keyClicks(box, typed)
    QTest.keyClicks(box, "item")
    assert [(b.kind, b.text) for b in box.blocks()] == [(kind, "item")]


def test_shift_enter_breaks_the_line(box: RichTextEdit) -> None:
    QTest.keyClicks(box, "a")
    QTest.keyClick(box, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(box, "b")
    assert box.blocks() == (par("a\nb"),)


def test_bold_and_italic_by_keys(box: RichTextEdit) -> None:
    box.set_blocks((par("one two"),))
    box.go_to(0, 4, 7)
    QTest.keyClick(box, Qt.Key.Key_B, CONTROL)
    QTest.keyClick(box, Qt.Key.Key_I, CONTROL)
    assert box.blocks()[0].spans == (Span("one "), Span("two", bold=True, italic=True))
    QTest.keyClick(box, Qt.Key.Key_B, CONTROL)
    assert box.blocks()[0].spans == (Span("one "), Span("two", italic=True))
    end(box)
    QTest.keyClick(box, Qt.Key.Key_I, CONTROL)
    QTest.keyClick(box, Qt.Key.Key_B, CONTROL)
    QTest.keyClicks(box, "x")
    assert box.blocks()[0].spans[-1] == Span("x", bold=True)


def test_lists_by_keys(box: RichTextEdit) -> None:
    box.set_blocks((par("a"), par("b")))
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_8, CONTROL | SHIFT)
    assert [b.kind for b in box.blocks()] == ["bullet", "bullet"]
    QTest.keyClick(box, Qt.Key.Key_7, CONTROL | SHIFT)
    assert [b.kind for b in box.blocks()] == ["number", "number"]
    QTest.keyClick(box, Qt.Key.Key_7, CONTROL | SHIFT)
    assert [b.kind for b in box.blocks()] == ["paragraph", "paragraph"]


def test_a_link_is_asked_for_and_can_be_taken_away(box: RichTextEdit) -> None:
    asked: list[tuple[str, str]] = []

    def answer(text: str, address: str) -> tuple[str, str]:
        asked.append((text, address))
        return (text, "" if address else "https://x.org/")

    box.ask_link = answer
    box.set_blocks((par("see here"),))
    box.go_to(0, 4, 8)
    QTest.keyClick(box, Qt.Key.Key_K, CONTROL | SHIFT)
    assert box.blocks()[0].spans == (Span("see "), Span("here", link="https://x.org/"))
    end(box)
    QTest.keyClicks(box, "!")
    assert box.blocks()[0].spans[-1] == Span("!")
    box.go_to(0, 6)
    box.edit_link()
    assert asked[-1] == ("here", "https://x.org/")
    assert box.blocks() == (par("see here!"),)


def test_undo_is_forwarded_and_typing_breaks(qtbot: QtBot, box: RichTextEdit) -> None:
    QTest.keyClicks(box, "a")
    with qtbot.waitSignal(box.undo_asked):
        QTest.keySequence(box, QKeySequence.StandardKey.Undo)
    with qtbot.waitSignal(box.redo_asked):
        QTest.keySequence(box, QKeySequence.StandardKey.Redo)
    assert box.blocks() == (par("a"),)
    with qtbot.waitSignal(box.break_in_typing):
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_tab_leaves(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    editor, after = EditorBox(), QLineEdit()
    layout.addWidget(editor)
    layout.addWidget(after)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.text.hasFocus)
    with qtbot.waitSignal(editor.text.break_in_typing):
        QTest.keyClick(editor.text, Qt.Key.Key_Tab)
    assert not editor.text.hasFocus()
    assert editor.text.toPlainText() == ""


def test_pasting_keeps_structure(box: RichTextEdit) -> None:
    box.set_blocks((par("before after"),))
    box.go_to(0, 7)
    data = QMimeData()
    data.setHtml("<p style='color:red'>one</p><ul><li>two</li></ul><p>three <img src='x'></p>")
    QApplication.clipboard().setMimeData(data)
    breaks: list[int] = []
    box.break_in_typing.connect(lambda: breaks.append(1))
    box.paste()
    kinds = [(b.kind, b.text) for b in box.blocks()]
    assert kinds == [("paragraph", "before one"), ("bullet", "two"), ("paragraph", "threeafter")]
    assert len(breaks) == 2


def test_pasting_plain_text_inside_a_line(box: RichTextEdit) -> None:
    box.set_blocks((Block("bullet", (Span("ab"),)),))
    box.go_to(0, 1)
    data = QMimeData()
    data.setText("x\x00\ufffcy")
    box.insertFromMimeData(data)
    assert box.blocks() == (Block("bullet", (Span("axyb"),)),)


def test_copy_brings_html_and_text(box: RichTextEdit) -> None:
    blocks = (
        Block("heading", (Span("Head"),)),
        Block("number", (Span("a & "), Span("b", bold=True, link="https://x.org/"))),
        Block("number", (Span("😀c"),)),
    )
    box.set_blocks(blocks)
    box.selectAll()
    data = box.createMimeDataFromSelection()
    assert data.text() == "Head\n1. a & b\n2. 😀c"
    assert "<h2>Head</h2><ol><li>a &amp; " in data.html()
    other = RichTextEdit()
    other.insertFromMimeData(data)
    assert other.blocks() == blocks
    other.deleteLater()


def test_surplus_words_are_shaded_in_place(box: RichTextEdit) -> None:
    box.set_blocks((par("😀 one two"), par("three")))
    box.shade_from(0, 6)
    shaded = box.extraSelections()
    cursor = shaded[0].cursor
    assert cursor.selectedText() == "two\u2029three"
    box.shade_from(None)
    assert box.extraSelections() == []


def test_marks_meet_their_words_among_spaces_that_are_not_stored(box: RichTextEdit) -> None:
    QTest.keyClicks(box, "  one ")
    QTest.keyClick(box, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(box, " two three ")
    assert box.blocks() == (par("one\ntwo three"),)
    box.set_marks([Mark(0, 0, 3, "quoted"), Mark(0, 4, 7, "doubtful")])
    marked = box.extraSelections()
    cursors = [one.cursor for one in marked]
    assert [cursor.selectedText() for cursor in cursors] == ["one", "two"]
    box.go_to(0, 8, 13)
    assert box.textCursor().selectedText() == "three"


def test_read_only_and_names(qtbot: QtBot) -> None:
    editor = EditorBox()
    qtbot.addWidget(editor)
    editor.setAccessibleName("How will you approach it?")
    face = QAccessible.queryAccessibleInterface(editor.text)
    assert face.text(QAccessible.Text.Name) == "How will you approach it?"
    editor.set_read_only(read_only=True)
    assert editor.bar.isHidden()
    editor.text.toggle_kind("bullet")
    QTest.keyClicks(editor.text, "x")
    assert editor.text.blocks() == ()


def test_the_bar_is_one_tab_stop_with_arrows(qtbot: QtBot) -> None:
    editor = EditorBox()
    editor.resize(700, 300)
    qtbot.addWidget(editor)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    buttons = [b for b in editor.bar.findChildren(QWidget) if b.accessibleName()]
    stops = [b for b in buttons if b.focusPolicy() == Qt.FocusPolicy.TabFocus]
    assert [b.accessibleName() for b in stops] == ["Bold"]
    stops[0].setFocus()
    qtbot.waitUntil(stops[0].hasFocus)
    QTest.keyClick(stops[0], Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Italic"
    with qtbot.waitSignal(editor.bar.expand_asked):
        editor.bar.expand.click()


def test_what_does_not_fit_goes_into_more(qtbot: QtBot) -> None:
    editor = EditorBox(lambda text, address: (text, address))
    editor.bar.add_extra("quote", "Cite evidence", lambda: None)
    qtbot.addWidget(editor)
    editor.resize(800, 300)
    with qtbot.waitExposed(editor):
        editor.show()
    assert editor.bar.more.isHidden()
    editor.resize(240, 300)
    qtbot.waitUntil(lambda: not editor.bar.more.isHidden())
    words = [action.text() for action in editor.bar.menu_of_hidden().actions()]
    assert words == [
        "Sub-heading",
        "Numbered list",
        "Superscript",
        "Subscript",
        "Link",
        "Cite evidence",
    ]
