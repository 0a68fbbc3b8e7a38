"""More than a field or an answer holds: typed, pasted, set and opened. It is said, and the field
never shows what the bid does not have."""

from pathlib import Path

import pytest
from answering import editor_of, session_on
from making import NOW, copy_of_sample, sample
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bidwriter.bids.bid import Lent
from bidwriter.bids.editing import set_answer
from bidwriter.bids.person import Person
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.desk.partner_copy import copy_name
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.kinds.frozen import MOST_IN_A_LINE, NotAllowedError
from bidwriter.prose.blocks import MOST_CHARACTERS
from bidwriter.ui.answers.rich_text import RichTextEditor
from bidwriter.ui.answers.short_text import ShortTextEditor
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.inputs import LineEdit, TextArea
from bidwriter.ui.parts.words_dialog import WordsDialog

FULL = "x" * MOST_CHARACTERS


def pasted_into(box: LineEdit | TextArea, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    box.paste()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return copy_of_sample(tmp_path)


@pytest.mark.parametrize("more", [0, 1, 50_000])
def test_a_line_keeps_what_fits_and_says_so(qtbot: QtBot, path: Path, more: int) -> None:
    session = session_on(path)
    editor = editor_of(ShortTextEditor, session, "title")
    qtbot.addWidget(editor)
    said: list[None] = []
    editor.line.filled_up.connect(lambda: said.append(None))
    editor.line.selectAll()
    pasted_into(editor.line, "x" * (MOST_IN_A_LINE + more))
    assert session.bid.answer("title") == editor.line.text() == "x" * MOST_IN_A_LINE
    assert len(said) == bool(more)
    QTest.keyClicks(editor.line, "y")
    assert len(said) == bool(more) + 1
    assert session.bid.answer("title") == editor.line.text()


def test_half_a_character_at_the_end_of_a_line_can_be_kept(qtbot: QtBot, path: Path) -> None:
    session = session_on(path)
    editor = editor_of(ShortTextEditor, session, "title")
    qtbot.addWidget(editor)
    editor.line.selectAll()
    pasted_into(editor.line, "x" + "\U0001f600" * MOST_IN_A_LINE)
    kept = session.bid.answer("title")
    assert kept == editor.line.text()
    assert len(str(kept).encode()) > MOST_IN_A_LINE  # and a file can hold it


def test_a_box_of_lines_keeps_what_fits_and_says_so(qtbot: QtBot) -> None:
    box = TextArea(most=10)
    qtbot.addWidget(box)
    said: list[None] = []
    box.filled_up.connect(lambda: said.append(None))
    box.setPlainText("ab\ncd")
    box.moveCursor(QTextCursor.MoveOperation.Start)
    pasted_into(box, "1234567890")
    assert box.toPlainText() == "12345ab\ncd"
    QTest.keyClicks(box, "6")
    assert box.toPlainText() == "12345ab\ncd"
    assert len(said) == 2
    box.setPlainText("")
    pasted_into(box, "123456789\U0001f600")
    assert box.toPlainText() == "123456789"


def prose(qtbot: QtBot, path: Path, answer: str) -> tuple[RichTextEditor, list[str]]:
    path.write_bytes(bid_bytes(set_answer(sample(), "approach", answer), {}))
    said: list[str] = []
    navigator = Navigator()
    navigator.said.connect(lambda words, _undo: said.append(words))
    editor = editor_of(RichTextEditor, session_on(path), "approach", navigator)
    qtbot.addWidget(editor)
    return editor, said


def test_an_answer_that_is_full_takes_no_more(qtbot: QtBot, path: Path) -> None:
    editor, said = prose(qtbot, path, FULL)
    editor.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor.text, "y")
    assert editor.session.bid.answer("approach") == FULL
    assert editor.text.toPlainText() == FULL
    assert said == [
        "That was not taken in: it has 200,001 characters, and one answer holds 200,000"
    ]
    QTest.keyClicks(editor.text, "\b")
    assert editor.session.bid.answer("approach") == FULL[1:]


@pytest.mark.parametrize("is_html", [True, False])
def test_more_than_an_answer_holds_is_not_pasted(qtbot: QtBot, path: Path, is_html: bool) -> None:
    editor, said = prose(qtbot, path, "Words")
    clip = QMimeData()
    if is_html:
        clip.setHtml(f"<p>{FULL}y</p>")
    clip.setText(f"{FULL}y")
    editor.text.insertFromMimeData(clip)
    assert editor.text.toPlainText() == editor.session.bid.answer("approach") == "Words"
    (words,) = said
    assert words.startswith("Nothing was pasted: one answer holds 200,000 characters")


@pytest.mark.proof
def test_more_formatting_than_is_read_is_not_pasted(qtbot: QtBot, path: Path) -> None:
    editor, said = prose(qtbot, path, "Words")
    clip = QMimeData()
    clip.setHtml("<b>" * 200_001)
    editor.text.insertFromMimeData(clip)
    assert editor.text.toPlainText() == "Words"
    assert said[-1].startswith("Nothing was pasted: what you copied holds too much formatting")


def test_what_is_set_in_writing_is_refused_in_words() -> None:
    with pytest.raises(NotAllowedError, match="200,001 characters, and one answer holds 200,000"):
        set_typed(sample(), "approach", f"{FULL}y")
    with pytest.raises(NotAllowedError, match="is too long: 20,000 characters fit here at most"):
        set_typed(sample(), "title", "x" * (MOST_IN_A_LINE + 1))


LONG = "**One** " + "*[_`<& " * 280_000


def test_an_older_file_with_more_opens_and_keeps_every_letter(qtbot: QtBot, path: Path) -> None:
    editor, said = prose(qtbot, path, LONG)
    assert open_file(path).bid.answer("approach") == LONG
    assert open_file(path).whole
    wrong = [p.words for p in check(open_file(path).bid, NOW) if p.place == "approach"]
    assert any("characters, and one answer holds 200,000" in words for words in wrong)
    before = editor.text.toPlainText()
    assert before == LONG.strip()
    editor.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor.text, "y")
    assert editor.session.bid.answer("approach") == LONG
    assert said


def test_names_of_versions_hold_what_history_keeps(qtbot: QtBot, path: Path) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    dialog = WordsDialog(host, "What is this moment called?", "Name", "Name it", "")
    pasted_into(dialog.box, "\u202e" + "x" * 300)
    session = session_on(path)
    session.name_now(dialog.typed)
    named = session.record().log().names
    assert list(named.values())[-1] == "x" * 199
    assert len(copy_name(Lent(to="y" * 200, by=Person(), when=NOW))) == 200
