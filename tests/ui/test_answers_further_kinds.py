"""Further kinds of questions on their page: what is wanted, what is chosen, what is optional."""

from pathlib import Path
from typing import Any

import pytest
from answering import editor_of, forget_sessions, session_on, shown
from driving import Officer, name_of, settle
from every_kind import round_asking
from fitting import cut_off
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from test_window_walk import check_labels, check_names

from bidwriter.bids.editing import new_bid
from bidwriter.bids.typed.setting import set_typed
from bidwriter.files.container.bid_file import bid_bytes
from bidwriter.kinds.parts.address import Postal
from bidwriter.kinds.parts.contact import Person
from bidwriter.ui.answers.choice import ChooseSeveralEditor
from bidwriter.ui.answers.finding import FindingEditor
from bidwriter.ui.answers.in_parts import InPartsEditor
from bidwriter.ui.answers.register import RegisterEditor
from bidwriter.ui.answers.rich_text import RichTextEditor
from bidwriter.ui.answers.typed import TypedEditor
from bidwriter.ui.parts.inputs import LineEdit

SEVERAL = {
    "id": "plans",
    "kind": "choose-several",
    "options": [
        {"id": "a", "label": "First"},
        {"id": "b", "label": "Second"},
        {"id": "none", "label": "None of these", "alone": True},
    ],
    "other": True,
}
CONTACT = {"id": "lead", "kind": "contact", "label": "Lead", "optional-parts": ["phone"]}
OFFICE = {"id": "office", "kind": "address", "label": "Office", "hint": "Where post is opened"}


def on_a_page(qtbot: QtBot, *questions: dict[str, Any]) -> Officer:
    """A new bid whose one page asks these."""
    officer = Officer(qtbot)
    officer.window.start_bid(round_asking(questions))
    officer.go("title")
    settle()
    return officer


def test_what_stands_alone_takes_the_others_out_and_goes_with_them(qtbot: QtBot) -> None:
    officer = on_a_page(qtbot, SEVERAL)
    editor = officer.task.editors["plans"]
    assert isinstance(editor, ChooseSeveralEditor)
    for name in ("First", "Second"):
        officer.click(name)
    officer.click("None of these")
    assert officer.bid.answer("plans") == ("none",)
    assert [key for key, box in editor.boxes.items() if box.isChecked()] == ["none"]
    QTest.keyClicks(editor.own, "Ours")
    settle()
    assert officer.bid.answer("plans") == ("Ours",)
    officer.click("None of these")
    assert officer.bid.answer("plans") == ("none",)
    assert not editor.own.text()
    officer.session.undo()
    settle()
    assert officer.bid.answer("plans") == ("Ours",)
    assert editor.own.text() == "Ours"


def test_what_is_wanted_stands_beside_the_field_and_is_heard(qtbot: QtBot) -> None:
    homes = {"kind": "number", "min": 10, "max": 200, "whole": True, "unit": "homes"}
    officer = on_a_page(qtbot, {"id": "homes", **homes})
    editor = officer.task.editors["homes"]
    assert isinstance(editor, TypedEditor)
    assert officer.says("A whole number of homes: 10 to 200", editor)
    assert "10 to 200" in editor.line.accessibleDescription()
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "1,250 homes")
    QTest.keyClick(editor.line, Qt.Key.Key_Tab)
    settle()
    assert editor.line.text() == "1,250 homes"
    editor.line.setFocus()
    editor.line.selectAll()
    QTest.keyClicks(editor.line, "a dozen")
    QTest.keyClick(editor.line, Qt.Key.Key_Tab)
    settle()
    assert editor.field.error.startswith("Write a whole number in digits")
    assert editor.line.text() == "a dozen"


def test_every_optional_question_says_so_once(qtbot: QtBot) -> None:
    kinds = ("rich-text", "outputs", "partners", "cost-lines", "number", "yes-no", "month")
    asked = [{"id": f"of-{kind}", "kind": kind, "optional": True} for kind in kinds]
    officer = on_a_page(qtbot, *asked)
    for kind in kinds:
        assert officer.says(f"The of-{kind}? (optional)", officer.page), kind
    prose = officer.task.editors["of-rich-text"]
    assert isinstance(prose, RichTextEditor)
    assert name_of(prose.text) == "The of-rich-text?, optional"


def test_an_entry_of_a_long_list_is_found_typed_and_refused(qtbot: QtBot) -> None:
    entries = "E1\tYork\nE2\tMalton\nE3\tYorkshire Dales"
    officer = on_a_page(qtbot, {"id": "area", "kind": "register", "entries": entries})
    editor = officer.task.editors["area"]
    assert isinstance(editor, FindingEditor)
    box = editor.finder.box
    box.setFocus()
    QTest.keyClicks(box, "york")
    assert [match.key for match in editor.matches("york")] == ["E1", "E3"]
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle()
    assert (officer.bid.answer("area"), box.text()) == ("E3", "Yorkshire Dales")
    box.selectAll()
    QTest.keyClicks(box, "malton")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    settle()
    assert (officer.bid.answer("area"), box.text()) == ("E2", "Malton")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "nowhere")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    settle()
    assert (officer.bid.answer("area"), box.text()) == ("E2", "nowhere")
    assert editor.field.error.startswith("“nowhere” is not in the list")
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    settle()
    assert officer.bid.answer("area") is None
    assert not editor.field.error


def test_what_can_only_be_read_is_read_and_not_changed(qtbot: QtBot, tmp_path: Path) -> None:
    area = {"id": "area", "kind": "register", "entries": "E1\tYork\nE2\tMalton"}
    bid = set_typed(new_bid(round_asking([area, CONTACT, SEVERAL])), "area", "York")
    bid = set_typed(set_typed(bid, "lead/name", "Joan"), "plans", "a")
    path = tmp_path / "one.bid"
    path.write_bytes(bid_bytes(bid, {}))
    session = session_on(path, read_only=True)
    for kind, id_ in ((RegisterEditor, "area"), (InPartsEditor, "lead")):
        editor = editor_of(kind, session, id_)
        shown(qtbot, editor)
        for line in editor.findChildren(LineEdit):
            line.setFocus()
            assert line.hasFocus()
            QTest.keyClicks(line, "x")
            QTest.keyClick(line, Qt.Key.Key_Down)
            QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert session.bid.answers == bid.answers
    forget_sessions()


def test_a_council_that_is_typed_out_is_taken(qtbot: QtBot) -> None:
    officer = on_a_page(qtbot, {"id": "council", "kind": "council"})
    editor = officer.task.editors["council"]
    assert isinstance(editor, FindingEditor)
    editor.finder.box.setFocus()
    QTest.keyClicks(editor.finder.box, "leeds city council")
    QTest.keyClick(editor.finder.box, Qt.Key.Key_Tab)
    settle()
    assert str(officer.bid.answer("council")) == "E08000035"
    assert editor.finder.box.text() == "Leeds, metropolitan borough"


def test_the_parts_of_answers_are_typed_told_apart_and_gone_to(qtbot: QtBot) -> None:
    officer = on_a_page(qtbot, CONTACT, {**CONTACT, "id": "second", "label": "Second"}, OFFICE)
    check_names(officer, "parts")
    check_labels(officer, "parts")
    lead, office = officer.task.editors["lead"], officer.task.editors["office"]
    assert isinstance(lead, InPartsEditor) and isinstance(office, InPartsEditor)
    assert name_of(lead.lines["phone"]) == "Telephone, Lead, optional"
    assert officer.says("Where post is opened", office)
    lead.lines["name"].setFocus()
    officer.type("Joan Archer")
    assert officer.bid.answer("lead") == Person(name="Joan Archer")
    officer.session.undo()
    assert officer.bid.answer("lead") is None
    settle()
    assert not lead.lines["name"].text()
    office.lines["postcode"].setFocus()
    officer.type("yo16ga")
    officer.press(Qt.Key.Key_Tab)
    assert office.lines["postcode"].text() == "YO1 6GA"
    assert officer.bid.answer("office") == Postal(postcode="YO1 6GA")
    office.lines["postcode"].setFocus()
    office.lines["postcode"].selectAll()
    officer.type("YO1")
    officer.session.check_now()
    settle()
    assert office.fields["postcode"].error == "Enter a full UK postcode, like YO1 6GA"
    officer.go("lead/email")
    assert lead.lines["email"].hasFocus()
    officer.go("lead")
    assert lead.lines["name"].hasFocus()


def test_what_is_missing_in_parts_stands_beside_them(qtbot: QtBot) -> None:
    officer = on_a_page(qtbot, CONTACT, OFFICE)
    office = officer.task.editors["office"]
    assert isinstance(office, InPartsEditor)
    office.lines["town"].setFocus()
    officer.type("York")
    officer.click("Continue")
    settle()
    assert office.fields["line-1"].error == "Fill in the first line of “Office”"
    assert not office.fields["county"].error
    assert officer.says("Fill in “Lead”", officer.task.editors["lead"])


@pytest.mark.parametrize("percent", [100, 200])
def test_every_further_kind_fits_a_narrow_window(qtbot: QtBot, percent: int) -> None:
    homes = {"id": "homes", "kind": "number", "unit": "homes", "min": 1, "whole": True}
    area = {"id": "area", "kind": "register", "entries": "E1\tYork"}
    officer = on_a_page(qtbot, CONTACT, OFFICE, SEVERAL, homes, area)
    officer.window.set_text_size(percent)
    officer.window.resize(1024, 700)
    settle()
    assert officer.page.minimumSizeHint().width() <= officer.window.width()
    assert not cut_off(officer.page)
