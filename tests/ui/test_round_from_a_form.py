"""A round made from a fund's form in the window: what is read is shown beside the form, what is
doubtful is asked, and nothing is written before the round is made."""

from collections import Counter
from pathlib import Path

import pytest
from builder_made import as_file, component, page
from builder_made import form as form_of
from driving import NONE, SHIFT, Key, Officer, name_of, settle
from fitting import cut_off
from hearing import check_heard
from hostile import MARKED
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot
from walking import controls

from bidwriter.rounds import library
from bidwriter.ui import jobs
from bidwriter.ui.forms.names import Names
from bidwriter.ui.forms.view import FormsView
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.window.bid_view import BidView

pytestmark = pytest.mark.usefixtures("stopped_clock")
FORM = """Halls Fund 2027: application form
Grants of up to £25,000 are available. Applications close at 5pm on 31 March 2027.
Project title (no more than 80 characters)
A1. Which areas will it serve?
- North
- South
A2. Describe the need (max 300 words)
Tell us how you know. We score this question out of 25.
A3. Have you a lease? Yes / No
If yes, on what date does it end?
"""


class Maker(Officer):
    """An officer on the page that makes a round."""

    @property
    def form(self) -> FormsView:
        """The page, once nothing is under way."""
        while self.window.forms.under_way is not None:
            jobs.wait()
            settle()
        settle()
        assert isinstance(self.window.view, FormsView)
        return self.window.view

    def paste(self, words: str) -> FormsView:
        """Paste a list, and have it read."""
        if self.form.start.box.isHidden() or not self.form.start.box.isVisible():
            self.click("Paste a list instead")
        self.find(QPlainTextEdit, "The fund’s questions").setPlainText(words)
        self.click("Read this list")
        return self.form

    def settle_on(self, name: str, words: str) -> FormsView:
        """Choose in the list of this name with keys alone."""
        box = self.find(QComboBox, name)
        box.setFocus()
        for _ in range(box.count() + 1):
            if box.currentText() == words:
                break
            self.press(Key.Key_Down)
        assert box.currentText() == words
        return self.form

    def pick(self, name: str, words: str) -> None:
        """Choose in the list of this name, and wait for nothing."""
        box = self.find(QComboBox, name)
        at = box.findText(words)
        box.setCurrentIndex(at)
        box.activated.emit(at)

    def drop(self, *paths: Path) -> None:
        """Let go of files over the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        at = QPointF(9, 9)
        self.window.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, left, none))

    def told(self) -> list[tuple[str, str, str, str]]:
        """Wording, what was read, kind and limit of each row."""
        rows = [row.shown for row in self.form.page.questions.rows]
        return [(r.wording, r.about, r.kinds[0], r.limit) for r in rows if r is not None]


@pytest.fixture
def maker(qtbot: QtBot) -> Maker:
    made = Maker(qtbot)
    made.window.make_round()
    settle()
    return made


def written() -> list[Path]:
    """What stands in the person's own folder for rounds."""
    folder = library.own_folder()
    return sorted(folder.rglob("*")) if folder.exists() else []


def test_a_pasted_form_is_asked_about_made_and_bid_on(maker: Maker) -> None:
    form = maker.paste(FORM)
    assert form.page.heading.text() == "5 questions found, 1 to ask you about"
    assert maker.told() == [
        ("Project title", "", "short-text", "80 characters"),
        ("Which areas will it serve?", "Number A1. 2 options", "choose-several", ""),
        (
            "Describe the need",
            "Number A2. Weighs 25. "
            "Hint kept: “Tell us how you know. We score this question out of 25”",
            "rich-text",
            "300 words",
        ),
        ("Have you a lease?", "Number A3", "yes-no", ""),
        ("On what date does it end?", "Asked only if A3 is yes", "date", ""),
    ]
    for words in ("Wed 31 Mar 2027, 17:00", "1 thing passed over"):
        assert maker.says(words, form.page), words
    check_all_is_named(maker)

    maker.click("Make the round")  # nothing is guessed: the first doubt is asked instead
    assert maker.says("Answer 1 question first")
    assert name_of(maker.focused).endswith("May one of these be chosen, or several?")
    assert written() == []
    box = maker.focused
    form = maker.settle_on(name_of(box), "One of a list")
    assert maker.focused is box, "the focus stays where the answer was given"
    assert form.page.heading.text() == "5 questions found, nothing to ask you about"
    form = maker.settle_on("1 Project title: kind", "Prose")
    assert [kind for _, _, kind, _ in maker.told()][:2] == ["rich-text", "choose-one"]

    fund = maker.find(LineEdit, "Name of the fund")
    fund.setFocus()
    maker.type("Halls Fund")
    maker.click("Make the round")
    form = maker.form
    made = library.find("halls-fund-2027-application-form")
    assert made.folder.parent == library.own_folder()
    assert made.round.fund == "Halls Fund"
    assert [q.kind for q in made.round.questions][:3] == ["short-text", "rich-text", "choose-one"]
    maker.click("Start a bid for this round")
    assert isinstance(maker.window.view, BidView)
    assert maker.bid.round == made.round


def check_all_is_named(maker: Maker) -> None:
    named = [(name_of(widget), widget) for widget in controls(maker.window)]
    assert not [widget for name, widget in named if not name]
    assert [name for name, many in Counter(name for name, _ in named).items() if many > 1] == []
    check_heard(maker.window, "form")


def test_a_line_leads_to_its_question_and_a_question_marks_its_line(maker: Maker) -> None:
    lines = maker.paste(FORM).written.list
    lines.setFocus()
    maker.press(Key.Key_Home)
    for _ in range(3):
        maker.press(Key.Key_Down)
    maker.press(Key.Key_Return)
    settle()
    row = maker.form.page.questions.rows[1]
    assert row.isAncestorOf(maker.focused)
    assert lines.marked_row() == 3
    maker.form.page.questions.rows[4].take_focus()
    settle()
    marked = lines.item(lines.marked_row())
    said = marked.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "If yes, on what date does it end?, question 5"


def test_what_cannot_be_read_is_said_and_nothing_is_lost(maker: Maker, tmp_path: Path) -> None:
    maker.click("Paste a list instead")
    maker.click("Read this list")
    assert maker.says("Paste the fund’s questions into the box, or choose a file")
    form = maker.paste("Nothing here asks anything.")
    assert maker.says("No question was found in “Pasted list.txt”. Nothing was taken in")
    assert form.start.box.toPlainText() == "Nothing here asks anything."
    old, gone = tmp_path / "old.doc", tmp_path / "gone.docx"
    old.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    for path, words in ((old, "“old.doc” is an old Word or Excel file"), (gone, "“gone.docx”")):
        maker.script.files = [path]
        maker.click("Choose a file")
        assert maker.form.start.isVisible()
        assert maker.says(words)
    maker.paste(FORM)
    maker.click("Paste a list instead")
    maker.paste("")
    maker.click("Go back to “Pasted list.txt”")
    assert maker.form.page.isVisible()
    assert written() == []


def test_a_file_is_chosen_or_dropped(maker: Maker, tmp_path: Path) -> None:
    path = tmp_path / "<b>halls & co.txt"
    asked = f"A4. {MARKED}? (50 words)\nA4. {MARKED}?\n- {MARKED}\n- B\n\u202ereversed\nWhy?\n"
    path.write_text(FORM + asked, "utf-8")
    maker.drop(path, path)
    assert maker.says("2 files were dropped, and a form is one file. Nothing was taken in")
    maker.drop(path)
    assert maker.form.page.isVisible()
    assert maker.says("<b>halls & co.txt")
    assert maker.says(f"{MARKED}?", maker.form.page)
    check_all_is_named(maker)


def test_a_round_of_the_same_name_is_never_written_over(maker: Maker) -> None:
    form = FORM.replace("Which areas will it serve?", "Choose one area.")
    for at in (1, 2):
        maker.paste(form)
        maker.script.choices = {"There is a round called": at == 2}
        maker.click("Make the round")
        assert maker.form.sheet.heading.text().endswith("is made")
        maker.window.make_round()
        settle()
    names = sorted(path.name for path in library.own_folder().iterdir())
    assert names == ["halls-fund-2027-application-form", "halls-fund-2027-application-form-2"]
    assert {library.find(name).round.id for name in names} == {*names}
    before = {path: path.read_bytes() for path in written() if path.is_file()}
    maker.paste(form)
    maker.script.choices = {"There is a round called": False}
    maker.click("Make the round")
    assert {path: path.read_bytes() for path in written() if path.is_file()} == before


def test_the_form_is_tried_with_made_up_answers_and_waits(maker: Maker, tmp_path: Path) -> None:
    maker.paste(FORM)
    maker.settle_on("2 Which areas will it serve?: May", "One of a list")
    maker.script.files = [tmp_path]
    maker.click("Try it as an officer")
    maker.qtbot.waitUntil(lambda: isinstance(maker.window.view, BidView))
    assert maker.session.path.parent == tmp_path
    assert maker.bid.round.name == "Halls Fund 2027: application form"
    assert written() == []
    maker.window.show_start()
    maker.window.make_round()
    assert maker.form.page.heading.text() == "5 questions found, nothing to ask you about"


def test_a_day_that_is_none_is_said_at_its_field(maker: Maker) -> None:
    maker.paste(FORM.replace("Applications close at 5pm on 31 March 2027.", ""))
    maker.settle_on("2 Which areas will it serve?: May", "One of a list")
    names = maker.form.page.findChildren(Names)[0]
    names.day.setFocus()
    maker.type("32 March 2027")
    maker.press(Key.Key_Tab)
    maker.click("Make the round")
    assert maker.focused is names.day
    assert written() == []
    names.day.setText("")
    maker.type("31 March 2027")
    names.time.setFocus()
    maker.type("noon")
    maker.press(Key.Key_Tab)
    assert maker.says("Wed 31 Mar 2027, 12:00", maker.form.page.rules)


def test_what_was_said_last_counts_whatever_comes_between(maker: Maker, tmp_path: Path) -> None:
    form = maker.paste(FORM)
    for kind in ("Prose", "One line"):  # to and fro before it was read again
        maker.pick("1 Project title: kind", kind)
    assert maker.form.page.heading.text() == "5 questions found, 1 to ask you about"
    assert maker.told()[0][2] == "short-text"
    maker.pick("2 Which areas will it serve?: May", "One of a list")
    maker.drop(tmp_path / "gone.docx")  # while that is being read
    form = maker.form
    assert maker.says("“gone.docx” could not be read")
    maker.click("Go back to “Pasted list.txt”")
    assert form.page.heading.text() == "5 questions found, nothing to ask you about"
    path = tmp_path / "other.txt"
    path.write_text("Other fund\nWhich of these?\n- North\n- South\n")
    form.page.names.fund.setFocus()
    maker.type("Halls")
    maker.drop(path)
    form.page.names.fund.editingFinished.emit()  # what is left says what was typed
    form.page.bar.make.click()
    form = maker.form
    assert form.page.heading.text() == "1 question found, 1 to ask you about"
    assert form.page.names.fund.text() == ""
    assert written() == []


def test_what_was_pasted_and_not_read_stays(maker: Maker) -> None:
    maker.click("Paste a list instead")
    maker.find(QPlainTextEdit, "The fund’s questions").setPlainText(FORM)
    maker.press(Key.Key_Escape)
    assert not isinstance(maker.window.view, FormsView)
    maker.window.make_round()
    assert maker.form.start.box.isVisible()
    maker.click("Read this list")
    assert len(maker.form.page.questions.rows) == 5


def test_the_focus_follows_a_doubt_whose_question_is_left_out(maker: Maker, tmp_path: Path) -> None:
    asked = component("YesNoField", "a", "Have you a lease?")
    unclear = component("TextField", "b", "Why?", condition="nowhere")
    path = tmp_path / "form.json"
    path.write_bytes(as_file(form_of(page("/one", asked, unclear))))
    maker.drop(path)
    form = maker.form
    for words, rows in (("Leave it out", 1), ("Ask it always", 2)):
        maker.find(QComboBox, "", form.page).setFocus()
        maker.pick(name_of(maker.focused), words)
        assert len(maker.form.page.questions.rows) == rows
        assert "When it is asked cannot be said exactly" in name_of(maker.focused)
    path.write_bytes(as_file(form_of(page("/one", unclear))))
    maker.drop(path)
    box = maker.find(QComboBox, "", maker.form.page)
    maker.script.tellings = ("The form cannot be read so",)
    maker.pick(name_of(box), "Leave it out")
    assert maker.form.page.isVisible()
    assert "No question was found" in maker.script.told[0]
    assert box.currentIndex() == -1, "what was refused does not show"


def test_keys_go_to_what_is_asked_and_from_region_to_region(maker: Maker) -> None:
    ask = "Which of these?\n- North\n- South\n"
    words = "".join(f"A{n}. {'Describe it.' if n % 20 else ask}\n" for n in range(1, 61))
    form = maker.paste(f"The fund\n{words}")
    reached = []
    for key in (NONE, NONE, NONE, SHIFT):
        maker.press(Key.Key_F8, key)
        reached.append(name_of(maker.focused).partition(" ")[0])
        assert maker.focused.visibleRegion().boundingRect().height() > 20
    assert reached == ["20", "40", "60", "40"]
    parts = [form.page.bar, form.header, form.written, form.page]
    for part in parts:
        maker.press(Key.Key_F6)
        assert part.isAncestorOf(maker.focused)
    maker.press(Key.Key_F6, SHIFT)
    assert form.written.isAncestorOf(maker.focused)


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_off(maker: Maker, percent: int) -> None:
    maker.window.set_text_size(percent)
    maker.window.resize(1024, 700)
    assert not cut_off(maker.window)
    form = maker.paste(FORM + "Any other thing?\n" * 3)
    assert form.minimumSizeHint().width() <= maker.window.width()
    assert not cut_off(maker.window)
    maker.click("Linted: nothing to mend")
    assert not cut_off(maker.window)
    if percent == 200:  # no room beside each other: one in the other's place
        maker.click("Show what the fund wrote")
        assert form.written.list.hasFocus()
        assert not cut_off(maker.window)
        maker.click("Back to the questions")
        assert form.page.isVisible()


def test_escape_leads_back_and_keys_reach_everything(maker: Maker) -> None:
    form = maker.paste(FORM)
    stops = set()
    for _ in range(60):
        QTest.keyClick(maker.focused, Key.Key_Tab)
        stops.add(maker.focused)
    row = form.page.questions.rows[1]
    wanted = {form.written.list, row.kind, *(line.choice for line in row.doubts.lines.values())}
    assert wanted | {form.page.bar.make, form.page.bar.try_it, form.page.names.day} <= stops
    maker.press(Key.Key_Escape)
    assert not isinstance(maker.window.view, FormsView)
