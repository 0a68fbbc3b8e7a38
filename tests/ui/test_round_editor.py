"""A round changed in the window, by somebody who has never seen its files: what is typed is said to
the round, undone step by step, kept as a draft, looked over, and saved as a version."""

from collections import Counter
from pathlib import Path

import pytest
from driving import Key, Officer, name_of, settle
from fitting import cut_off
from hearing import check_heard
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from walking import controls

from bidwriter.desk.changing_round import draft_folder
from bidwriter.desk.making_round import make_round
from bidwriter.desk.new_round import keep_files
from bidwriter.fund_forms.opening import paste_form
from bidwriter.fund_forms.pack.making import Named
from bidwriter.rounds import library
from bidwriter.rounds.loading import load
from bidwriter.ui import jobs
from bidwriter.ui.parts.check import CheckBox
from bidwriter.ui.rounds.choice_page import ChoicePage
from bidwriter.ui.rounds.view import ChangingView
from bidwriter.ui.window.bid_view import BidView

pytestmark = pytest.mark.usefixtures("stopped_clock")
FORM = """Halls Fund 2027
Grants of up to £25,000 are available.
Section A: You
Project title (no more than 80 characters)
A1. Which areas will it serve? Select all that apply
- North
- South
A2. Describe the need (max 300 words)
A3. Have you a lease? Yes / No
If yes, on what date does it end?
Section B: Costs
Item | 2026/27 | Total
"""
AREAS, NEED, LEASE = "areas-will-it-serve", "need", "lease"


class Editor(Officer):
    """An officer who changes a round."""

    @property
    def now(self) -> ChangingView:
        """The page, once all is kept and looked over."""
        flow = self.window.changing
        flow.settle()
        while flow.under_way is not None:
            jobs.wait()
            settle()
        settle()
        assert isinstance(self.window.view, ChangingView)
        return self.window.view

    def at(self, id_: str) -> ChangingView:
        """Go to a question."""
        self.now.go_to(f"question:{id_}")
        return self.now

    def question(self, id_: str) -> dict[str, object]:
        """What the round says of a question now."""
        work = self.window.changing.work
        assert work is not None
        found = (one for one in work.texts.data["questions"] if one["id"] == id_)
        return dict(next(found))

    def asked(self) -> list[str]:
        """The wordings, in order."""
        return [row.words.split("  ")[1] for row in self.now.rows.shown if "  " in row.words]


@pytest.fixture
def home() -> Path:
    made = make_round(paste_form(FORM), Named(), {})
    return keep_files(made.files, library.own_folder() / made.id)


@pytest.fixture
def editor(qtbot: QtBot, home: Path) -> Editor:
    made = Editor(qtbot)
    made.window.change_round(home)
    settle()
    return made


def test_an_officer_changes_a_round_and_saves_a_version(editor: Editor, home: Path) -> None:
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    page = editor.at(NEED)
    page.question.wording.setFocus()
    editor.press(Key.Key_End)
    editor.type(" in your area")
    page.question.limit.many.setFocus()
    page.question.limit.many.selectAll()
    editor.type("250")
    page.question.optional.click()
    editor.at(AREAS).question.options.setFocus()
    editor.now.question.options.setPlainText("North\nSouth\nEast")
    editor.now.rows.setFocus()
    assert editor.question(NEED)["wording"] == "Describe the need in your area"
    assert (editor.question(NEED)["limit"], editor.question(NEED)["optional"]) == (
        {"words": 250}, True,
    )  # fmt: skip
    assert editor.now.foot.found.text().startswith("Nothing to mend")
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before
    assert draft_folder(home).is_dir()

    editor.script.ways = {"Save a new version?": "Save as version 1.1"}
    editor.click("Save the round")
    page = editor.now
    assert "1 reworded, 1 with another limit, 1 that offer other answers" in editor.script.asked[-1]
    assert load(home).version == "1.1"
    assert load(home).by_id[NEED].wording == "Describe the need in your area"
    assert not draft_folder(home).exists()


def test_enter_splits_backspace_joins_and_undo_takes_back(editor: Editor) -> None:
    page = editor.at(NEED)
    wordings = editor.asked()
    page.question.wording.setFocus()
    cursor = page.question.wording.textCursor()
    cursor.setPosition(len("Describe "))
    page.question.wording.setTextCursor(cursor)
    editor.press(Key.Key_Return)
    assert editor.asked()[2:4] == ["Describe", "The need"]
    assert editor.focused is editor.now.question.wording
    editor.press(Key.Key_Backspace)
    assert editor.asked()[2] == "Describe The need"
    assert editor.now.question.wording.textCursor().position() == len("Describe ")
    for _ in range(2):
        editor.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.asked() == wordings
    editor.press(Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert editor.asked()[2:4] == ["Describe", "The need"]


def test_questions_are_moved_added_and_taken_away_by_keys(editor: Editor) -> None:
    first = editor.asked()
    rows = editor.at(NEED).rows
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.asked()[:3] == [first[2], *first[:2]]  # past a page of two
    editor.click("Add a question")
    assert editor.asked()[1] == "New question?"
    editor.type("Who will use it?")
    editor.now.rows.setFocus()
    assert editor.asked()[1] == "Who will use it?"
    QTest.keyClick(editor.now.rows, Qt.Key.Key_Delete)
    assert "Who will use it?" not in editor.asked()
    page = editor.at(LEASE)
    editor.click("Take it away")
    assert editor.says("is asked only after some of its answers", page)
    assert LEASE in [one["id"] for one in editor.window.changing.work.texts.data["questions"]]  # type: ignore[union-attr]


def test_a_question_is_asked_only_after_an_answer(editor: Editor) -> None:
    page = editor.at("costs")
    box = page.question.asked.question
    box.setFocus()
    editor.press(Key.Key_Down)
    assert box.currentText() == "Only if “Have you a lease?”"
    assert editor.question("costs")["asked-when"] == [{"question": LEASE, "is": ["yes"]}]
    page.question.asked.answer.setFocus()
    editor.press(Key.Key_Down)
    assert editor.question("costs")["asked-when"] == [{"question": LEASE, "is": ["no"]}]
    box.setFocus()
    editor.press(Key.Key_Home)
    assert "asked-when" not in editor.question("costs")


def test_a_table_and_a_section_are_made(editor: Editor) -> None:
    editor.at(LEASE)
    editor.click("Begin a section with it")
    page = editor.now
    page.question.section.show_text("The place")
    page.question.section.setFocus()
    page.rows.setFocus()
    assert "The place" in [row.words for row in editor.now.rows.shown if not row.key]
    kind = page.question.kind
    kind.setCurrentIndex(kind.findData("table"))
    kind.activated.emit(kind.currentIndex())
    page.question.options.setFocus()
    page.question.options.setPlainText("Milestone\nBy when: bananas")
    page.rows.setFocus()
    assert editor.says("is no column: write a name, a colon")
    assert editor.now.question.options.toPlainText() == "Milestone\nBy when: bananas"  # not lost
    page.question.options.setFocus()
    page.question.options.setPlainText("Milestone\nBy when: a month")
    page.rows.setFocus()
    assert editor.now.question.options.toPlainText() == "Milestone: One line\nBy when: A month"


def test_what_else_a_kind_can_say(editor: Editor) -> None:
    kind = editor.at(NEED).question.kind
    kind.setCurrentIndex(kind.findData("file"))
    kind.activated.emit(kind.currentIndex())
    further = editor.now.question.further
    for name, words in (("types", ".PDF, docx"), ("most", "2"), ("most-pages", "lots")):
        further.boxes[name].setFocus()
        editor.type(words)
    editor.now.rows.setFocus()
    question = editor.question(NEED)
    assert (question["types"], question["most"]) == (["pdf", "docx"], 2)
    assert "limit" not in question and "most-pages" not in question
    assert further.boxes["most-pages"].text() == "lots"  # said to be no number, and not lost
    kind.setCurrentIndex(kind.findData("number"))
    kind.activated.emit(kind.currentIndex())
    whole = editor.now.question.further.boxes["whole"]
    assert isinstance(whole, CheckBox)
    whole.click()
    assert editor.question(NEED)["whole"] is True
    assert "types" not in editor.question(NEED)


def test_rules_are_sentences_with_blanks(editor: Editor) -> None:
    page = editor.now
    page.go_to("rules")
    assert editor.says("The fund pays at most £25,000", page.rules)
    editor.click("Change: The fund pays at most £25,000")
    page.rules.form.boxes["max"].setFocus()
    page.rules.form.boxes["max"].selectAll()  # type: ignore[union-attr]
    editor.type("much")
    editor.click("Keep this rule")
    assert page.rules.form.isVisible()
    assert page.rules.form.errors.isVisible()
    page.rules.form.boxes["max"].selectAll()  # type: ignore[union-attr]
    page.rules.form.boxes["max"].setFocus()
    editor.type("30k")
    editor.click("Keep this rule")
    assert editor.says("The fund pays at most £30,000", editor.now.rules)
    editor.click("Add a rule")
    editor.window.changing.settle()  # what was changed before is looked over meanwhile
    assert editor.now.rules.form.isVisible()
    choice = editor.find(QComboBox, "What is checked")
    choice.setCurrentText("The least that the fund pays")
    choice.activated.emit(choice.currentIndex())
    editor.click("Keep this rule")
    assert editor.says("Fill in: At least", editor.now.rules)
    editor.now.rules.form.boxes["min"].setFocus()
    editor.type("5000")
    editor.click("Keep this rule")
    assert editor.says("The fund pays at least £5,000", editor.now.rules)


def test_what_is_to_mend_leads_to_where_it_is_mended(editor: Editor, home: Path) -> None:
    page = editor.at(NEED)
    kind = page.question.kind
    kind.setCurrentIndex(kind.findData("choose-one"))
    kind.activated.emit(kind.currentIndex())
    before = load(home)
    assert "to mend" in editor.now.foot.found.text()
    editor.click("Save the round")
    page = editor.now
    assert page.sheet is page.found
    assert load(home) == before
    links = [link for link in controls(page.found) if name_of(link).startswith("1: go to")]
    links[0].click()  # type: ignore[attr-defined]
    assert page.key == f"question:{NEED}"
    assert page.question.isVisible()


def test_a_draft_waits_when_the_page_is_left(editor: Editor, home: Path) -> None:
    page = editor.at(NEED)
    page.question.hint.setFocus()
    editor.type("In short")
    editor.press(Key.Key_Escape)  # while it is being typed
    assert not isinstance(editor.window.view, ChangingView)
    editor.window.change_round(home)
    assert editor.question(NEED)["hint"] == "In short"
    assert load(home).by_id[NEED].hint == ""


def test_the_round_is_tried_and_sent(editor: Editor, tmp_path: Path) -> None:
    editor.script.files = [tmp_path / "halls.round"]
    editor.click("Send it as a file")
    assert (tmp_path / "halls.round").is_file()
    editor.script.files = [tmp_path / "tried.bid"]
    editor.click("Try it as an officer")
    editor.qtbot.waitUntil(lambda: isinstance(editor.window.view, BidView))
    assert editor.bid.round.name == "Halls Fund 2027"


def test_one_begins_with_an_empty_round_a_copy_or_a_file(editor: Editor, tmp_path: Path) -> None:
    editor.window.change_round()
    settle()
    assert isinstance(editor.now.sheet, ChoicePage)
    editor.script.typed = ["Barns Fund"]
    editor.click("Begin an empty round")
    assert editor.now.header.isVisible()
    assert editor.asked() == ["What do you call this bid?"]
    editor.window.change_round()
    editor.script.typed = ["Our own fund"]
    editor.click("Change a copy: Local Digital Fund, round 1 1.1")
    assert len(editor.asked()) == 26
    (tmp_path / "bad.round").write_bytes(b"nothing")
    editor.window.change_round()
    editor.script.files = [tmp_path / "bad.round"]
    editor.click("Take in a round that was sent")
    assert editor.says("is damaged or no round")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "bad.round"))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none)
    editor.window.dropEvent(drop)
    assert isinstance(editor.now.sheet, ChoicePage)
    assert editor.says("“bad.round” is damaged or no round")


def test_all_is_named_and_heard(editor: Editor) -> None:
    for key in ("round", "rules", "found", f"question:{AREAS}"):
        editor.now.go_to(key)
        settle()
        named = [(name_of(widget), widget) for widget in controls(editor.window)]
        assert not [widget for name, widget in named if not name], key
        assert [name for name, many in Counter(n for n, _ in named).items() if many > 1] == []
        check_heard(editor.window, key)


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_off(editor: Editor, percent: int) -> None:
    editor.window.set_text_size(percent)
    editor.window.resize(1024, 700)
    for key in ("round", "rules", f"question:{AREAS}"):
        editor.now.go_to(key)
        settle()
        assert not cut_off(editor.window), key
    assert editor.now.minimumSizeHint().width() <= editor.window.width()
