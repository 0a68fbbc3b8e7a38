"""Levels, numbers, heights and the clipboard under the officer's hands."""

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.prose.markdown import parse, write
from bidwriter.ui.editor.editor_box import EditorBox
from bidwriter.ui.editor.rich_text_edit import RichTextEdit
from bidwriter.ui.editor.start_dialog import StartDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def box(qtbot: QtBot) -> RichTextEdit:
    made = RichTextEdit()
    qtbot.addWidget(made)
    return made


def show(box: RichTextEdit, text: str) -> None:
    box.set_blocks(parse(text))
    box.moveCursor(QTextCursor.MoveOperation.End)


def text_in(box: RichTextEdit) -> str:
    return write(box.blocks())


def test_tab_sets_an_item_in_and_shift_tab_back(box: RichTextEdit) -> None:
    levels: list[int] = []
    box.level_changed.connect(levels.append)
    show(box, "1. a\n2. b\n3. c")
    box.go_to(1, 1)
    QTest.keyClick(box, Key.Key_Tab)
    assert text_in(box) == "1. a\n   1. b\n2. c"
    QTest.keyClick(box, Key.Key_Backtab, SHIFT)
    assert text_in(box) == "1. a\n2. b\n3. c"
    assert levels == [2, 1]
    box.selectAll()
    QTest.keyClick(box, Key.Key_Tab)  # the first has nothing above it
    assert text_in(box) == "1. a\n2. b\n3. c"


def test_an_item_of_another_kind_goes_back_to_the_list_it_is_beneath(box: RichTextEdit) -> None:
    show(box, "1. a\n   - b\n   - c\n2. d")
    box.go_to(1, 0, 1)
    QTest.keyClick(box, Key.Key_Backtab, SHIFT)
    assert text_in(box) == "1. a\n2. b\n   - c\n3. d"


def test_tab_is_never_a_trap(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    before, editor, after = QLineEdit(), EditorBox(), QLineEdit()
    for widget in (before, editor, after):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    box = editor.text
    for text, at, presses in (("- a\n- b", 1, 2), ("- a\n- b", 0, 1), ("x", 0, 1)):
        box.set_blocks(parse(text))
        box.setFocus()
        qtbot.waitUntil(box.hasFocus)
        box.go_to(at, 0)
        for _ in range(presses):
            assert box.hasFocus()
            QTest.keyClick(box, Key.Key_Tab)
        assert not box.hasFocus(), text
    for text, presses in (("- a\n  - b", 2), ("- a", 1)):
        box.set_blocks(parse(text))
        box.setFocus()
        qtbot.waitUntil(box.hasFocus)
        box.moveCursor(QTextCursor.MoveOperation.End)
        for _ in range(presses):
            assert box.hasFocus()
            QTest.keyClick(box, Key.Key_Backtab, SHIFT)
        assert before.hasFocus(), text
    box.setReadOnly(True)
    box.set_blocks(parse("- a\n- b"))
    box.setFocus()
    box.go_to(1, 0)
    QTest.keyClick(box, Key.Key_Tab)
    assert after.hasFocus() or not box.hasFocus()
    assert text_in(box) == "- a\n- b"


def test_enter_on_an_empty_item_goes_back_a_level_at_a_time(box: RichTextEdit) -> None:
    show(box, "3. a\n   - b")
    QTest.keyClick(box, Key.Key_Return)
    QTest.keyClick(box, Key.Key_Return)
    QTest.keyClicks(box, "c")
    assert text_in(box) == "3. a\n   - b\n4. c"
    QTest.keyClick(box, Key.Key_Return)
    QTest.keyClick(box, Key.Key_Return)
    QTest.keyClicks(box, "d")
    assert text_in(box) == "3. a\n   - b\n4. c\n\nd"


def test_backspace_goes_back_a_level_at_a_time(box: RichTextEdit) -> None:
    show(box, "- a\n  - b")
    for expected in ("- a\n- b", "- a\n\nb", "- ab"):
        box.go_to(1, 0)
        QTest.keyClick(box, Key.Key_Backspace)
        assert text_in(box) == expected


def test_a_typed_number_is_the_one_that_the_list_begins_at(box: RichTextEdit) -> None:
    QTest.keyClicks(box, "3. a")
    QTest.keyClick(box, Key.Key_Return)
    QTest.keyClicks(box, "b")
    assert text_in(box) == "3. a\n4. b"
    box.go_to(0, 0)
    QTest.keyClick(box, Key.Key_Return)  # a line above the first takes its number
    QTest.keyClick(box, Key.Key_Up)
    QTest.keyClicks(box, "new")
    assert text_in(box) == "3. new\n4. a\n5. b"
    box.set_blocks(())
    QTest.keyClicks(box, "2018. a")
    assert text_in(box) == "2018\\. a"


@pytest.mark.parametrize(
    ("text", "taken", "left"),
    [
        ("3. a\n4. b\n5. c", (0, 2), "3. b\n4. c"),
        ("x\n\n3. a\n4. b", (2, 4), "x\n\n3. b"),
        ("3. a\n4. b\n5. c", (2, 4), "3. a\n4. c"),
        ("3. a\n\nx", (0, 2), "x"),
        ("3. a\n   - b\n4. c", (0, 4), "3. c"),
    ],
)
def test_a_list_begins_where_it_did_when_its_first_item_goes(
    box: RichTextEdit, text: str, taken: tuple[int, int], left: str
) -> None:
    show(box, text)
    cursor = box.textCursor()
    cursor.setPosition(taken[0])
    cursor.setPosition(taken[1], QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    QTest.keyClick(box, Key.Key_Delete)
    assert text_in(box) == left


def test_where_a_list_begins_is_asked(qtbot: QtBot, box: RichTextEdit) -> None:
    asked: list[int] = []
    box.ask_start = lambda start: asked.append(start) or 7  # type: ignore[func-returns-value]
    show(box, "1. a\n2. b\n\nx")
    assert box.list_start() is None
    box.edit_start()
    box.go_to(1, 0)
    box.edit_start()
    assert (asked, text_in(box)) == ([1], "7. a\n8. b\n\nx")
    dialog = StartDialog(7)
    qtbot.addWidget(dialog)
    for typed, answer in (("0", 0), ("12.", 12), ("9999", 9999), ("10000", None), ("-1", None),
                          ("²", None), ("", None)):  # fmt: skip
        dialog.line.setText(typed)
        assert dialog.answer == answer


def test_raised_and_lowered_characters(box: RichTextEdit) -> None:
    show(box, "CO2 at 10-6, 1st")
    for start, end, key in (
        (2, 3, Key.Key_Comma),
        (9, 11, Key.Key_Period),
        (14, 16, Key.Key_Period),
    ):
        box.go_to(0, start, end)
        QTest.keyClick(box, key, CONTROL)
    assert text_in(box) == "CO₂ at 10⁻⁶, 1<sup>st</sup>"
    assert box.format().rise == "raised"
    for start, end, key in (
        (2, 3, Key.Key_Comma),
        (9, 11, Key.Key_Period),
        (14, 16, Key.Key_Period),
    ):
        box.go_to(0, start, end)
        QTest.keyClick(box, key, CONTROL)
    assert text_in(box) == "CO2 at 10−6, 1st"
    box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(box, Key.Key_Period, CONTROL)
    QTest.keyClicks(box, "2a")
    QTest.keyClick(box, Key.Key_Period, CONTROL)
    QTest.keyClicks(box, "b")
    assert text_in(box) == "CO2 at 10−6, 1st²<sup>a</sup>b"


def test_the_bar_shows_heights(qtbot: QtBot) -> None:
    editor = EditorBox()
    qtbot.addWidget(editor)
    editor.text.set_blocks(parse("a<sup>b</sup>"))
    buttons = {b.accessibleName(): b for b in editor.bar.findChildren(QWidget)}
    editor.text.go_to(0, 1, 2)
    states = [buttons[name].isChecked() for name in ("Superscript", "Subscript")]  # type: ignore[attr-defined]
    assert states == [True, False]


def test_the_menu_has_what_a_list_can_be(box: RichTextEdit) -> None:
    QApplication.clipboard().setText("x")
    show(box, "- a\n- b")
    menu = box.menu_at(None)
    enabled = {action.text().partition("\t")[0]: action.isEnabled() for action in menu.actions()}
    assert enabled["Paste as plain text"] and enabled["One level in"]
    assert not enabled["Number the list begins at…"]
    menu.deleteLater()


def test_copies_keep_lists_and_heights(box: RichTextEdit) -> None:
    text = "3. a\n   - b\n4. c\n\nx<sup>y</sup>"
    show(box, text)
    box.selectAll()
    data = box.createMimeDataFromSelection()
    assert data.text() == "3. a\n    • b\n4. c\nxy"
    assert data.html() == (
        '<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol><p>x<sup>y</sup></p>'
    )
    other = RichTextEdit()
    other.insertFromMimeData(data)
    assert text_in(other) == text
    other.deleteLater()


def test_an_item_put_into_a_list_goes_on_with_it(box: RichTextEdit) -> None:
    data = QMimeData()
    data.setHtml("<ol start=3><li>new</li></ol>")
    show(box, "1. a\n2. b")
    box.insertFromMimeData(data)
    assert text_in(box) == "1. a\n2. b\n3. new"


# --- what cannot go in -----------------------------------------------------------------------


def clipboard(**formats: str) -> QMimeData:
    data = QMimeData()
    for name, value in formats.items():
        data.setData(name.replace("__", "/").replace("_", "-"), QByteArray(value.encode()))
    return data


def files() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/home/j/plan.docx")])
    return data


def picture() -> QMimeData:
    data = QMimeData()
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    return data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (picture, "holds words, not pictures"),
        (lambda: clipboard(image__png="x"), "holds words, not pictures"),
        (lambda: clipboard(text__html="<img src='a'>", text__plain="https://x.org/a"), "pictures"),
        (lambda: clipboard(text__rtf="{\\rtf1 a}"), "the form RTF alone"),
        (files, "What you copied is a file"),
        (lambda: clipboard(text__plain="file:///home/j/plan.docx\n"), "What you copied is a file"),
        (lambda: clipboard(text__html="<s>a b</s>", text__plain="a b"), "two words struck through"),
        (lambda: clipboard(text__plain=" \n "), "holds no words"),
        (lambda: clipboard(application__x_thing="z"), "holds no words"),
    ],
)  # fmt: skip
def test_what_cannot_go_in_is_said(box: RichTextEdit, data: object, why: str) -> None:
    refused: list[str] = []
    box.refused.connect(refused.append)
    show(box, "kept")
    box.insertFromMimeData(data())  # type: ignore[operator]
    assert text_in(box) == "kept"
    assert len(refused) == 1 and why in refused[0] and refused[0].startswith("Nothing was pasted")


def test_what_was_passed_over_is_said_once(box: RichTextEdit) -> None:
    said: list[str] = []
    box.said.connect(said.append)
    box.insertFromMimeData(clipboard(text__html="a<img src=x> <s>b</s> <i>c</i>"))
    box.insertFromMimeData(clipboard(text__html="<p>d</p>"))
    assert said == ["Left out one picture and one word struck through"]


def test_words_beside_rtf_and_pictures_go_in(box: RichTextEdit) -> None:
    box.insertFromMimeData(clipboard(text__rtf="{\\rtf1 a}", text__plain="a", image__png="x"))
    assert text_in(box) == "a"


def test_pasting_as_plain_text(qtbot: QtBot, box: RichTextEdit) -> None:
    QApplication.clipboard().setMimeData(
        clipboard(text__html="<ul><li><b>a</b></ul>", text__plain="- a\nb")
    )
    QTest.keyClick(box, Key.Key_V, CONTROL | SHIFT)
    assert text_in(box) == "\\- a\n\nb"
    QApplication.clipboard().setMimeData(clipboard(text__html="<ul><li><b>c</b></ul>"))
    QTest.keyClick(box, Key.Key_V, CONTROL | SHIFT)
    assert text_in(box) == "\\- a\n\nbc"
    QApplication.clipboard().setMimeData(files())
    with qtbot.waitSignal(box.refused):
        box.paste_plain()
