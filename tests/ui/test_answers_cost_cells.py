"""The further cells of cost lines, which columns show, and totals that open to their lines."""

from pathlib import Path

import pytest
from answering import edited, editor_of, session_on, shown
from cost_table import (
    FIRST,
    SECOND,
    THIRD,
    Q,
    at,
    go,
    line,
    list_of,
    press,
    start,
    typing_in,
)
from hearing import face
from making import NOW, copy_of_plain_sample
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bidwriter.bids.editing import set_cell
from bidwriter.bids.places import Place
from bidwriter.checks.checking import check
from bidwriter.checks.problem import Problem
from bidwriter.desk.cost_columns import column_of
from bidwriter.files import settings
from bidwriter.ui.answers.cost_lines import CostLinesEditor
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.link import Link
from bidwriter.ui.session import Session


@pytest.fixture
def session(tmp_path: Path, stopped_clock: None) -> Session:
    return session_on(copy_of_plain_sample(tmp_path))


@pytest.fixture
def editor(qtbot: QtBot, session: Session) -> CostLinesEditor:
    editor = editor_of(CostLinesEditor, session, Q)
    shown(qtbot, editor)
    return editor


def test_when_is_read_as_it_is_left_and_echoed_in_full(
    session: Session, editor: CostLinesEditor
) -> None:
    go(editor, FIRST, "stage")
    fields = editor.detail.fields
    assert QApplication.focusWidget() is fields.read["stage"]
    QTest.keyClicks(fields.read["stage"], "jan-mar 2019")
    press(fields.read["stage"], Qt.Key.Key_Return)
    assert line(session, FIRST).stage == "2019-01/2019-03"
    assert fields.read["stage"].text() == "Jan to Mar 2019"


def test_a_stage_that_is_not_understood_stays_with_its_line(
    session: Session, editor: CostLinesEditor
) -> None:
    go(editor, FIRST, "stage")
    fields = editor.detail.fields
    QTest.keyClicks(fields.read["stage"], "in spring")
    press(fields.read["stage"], Qt.Key.Key_Return)
    assert fields.fields["stage"].error.startswith("Write a month with its year")
    editor.table.go(SECOND)
    assert (fields.read["stage"].text(), fields.fields["stage"].error) == ("", "")
    editor.table.go(FIRST)
    assert fields.read["stage"].text() == "in spring"
    assert fields.fields["stage"].error
    assert line(session, FIRST).stage is None


def test_category_vat_and_source_beneath_the_table(
    session: Session, editor: CostLinesEditor
) -> None:
    go(editor, FIRST, "what")
    fields = editor.detail.fields
    assert (
        fields.combos["category"].accessibleName()
        == "Category, User researcher, supplier, optional"
    )
    at = fields.combos["category"].findText("Supplier")
    fields.combos["category"].setCurrentIndex(at)
    fields.combos["category"].activated.emit(at)
    QTest.keyClicks(fields.words["vat"], "No VAT")
    QTest.keyClicks(fields.words["source"], "Rate card")
    found = line(session, FIRST)
    assert (found.category, found.vat, found.source) == ("supplier", "No VAT", "Rate card")
    fields.combos["category"].setCurrentIndex(0)
    fields.combos["category"].activated.emit(0)
    assert line(session, FIRST).category is None


def test_columns_are_chosen_and_remembered(
    session: Session, qtbot: QtBot, editor: CostLinesEditor
) -> None:
    assert editor.table.columns[-1] == column_of("principle")
    with qtbot.waitSignal(editor.navigator.columns_chosen) as kept:
        QTest.mouseClick(editor.columns_button, Qt.MouseButton.LeftButton)
        menu = list_of(editor)
        press(menu, Qt.Key.Key_Down)
        press(menu, Qt.Key.Key_Space)
        press(menu, Qt.Key.Key_Down)
        press(menu, Qt.Key.Key_Space)
        press(menu, Qt.Key.Key_Escape)
    assert kept.args == [("category", "stage")]
    assert editor.table.columns[-2:] == (column_of("category"), column_of("stage"))
    settings.save(settings.Settings(cost_columns=("vat",)))
    assert editor_of(CostLinesEditor, session, Q).table.columns[-1] == column_of("vat")


def test_further_cells_are_typed_and_chosen_in_their_columns(
    session: Session, editor: CostLinesEditor
) -> None:
    editor.table.choose_columns(("category", "stage"))
    go(editor, FIRST, "stage")
    start(editor, "sprint 2")
    press(typing_in(editor), Qt.Key.Key_Return)
    assert line(session, FIRST).stage == "sprint-2"
    assert editor.model.index_of(FIRST, column_of("stage")).data() == "Sprint 2"
    assert at(editor) == (SECOND, column_of("stage"))
    go(editor, FIRST, "category")
    press(editor.table, Qt.Key.Key_Return)
    list_of(editor).actions()[1].trigger()
    assert line(session, FIRST).category == "staff"
    go(editor, FIRST, "stage")
    editor.table.step(0, 1)
    assert at(editor) == (SECOND, column_of("what"))


def test_a_roomy_table_shows_what_lines_use(qtbot: QtBot, session: Session) -> None:
    edited(session, lambda bid: set_cell(bid, Q, FIRST, {"category": "staff"}))
    editor = editor_of(CostLinesEditor, session, Q)
    shown(qtbot, editor, wide=1300)
    assert editor.table.columns[7:] == (column_of("category"),)
    editor.resize(1000, 900)
    QApplication.processEvents()
    assert editor.table.columns[7:] == ()


def test_each_total_opens_to_its_lines_which_lead_to_their_rows(
    qtbot: QtBot, session: Session
) -> None:
    navigator = Navigator()
    editor = editor_of(CostLinesEditor, session, Q, navigator)
    shown(qtbot, editor)
    editor.totals.disclosure.set_open(is_open=True)
    editor.totals.choose("council")
    first = editor.totals.rows[0]
    assert first.accessibleName() == "Hambleton, from the fund £65,750, together £80,665"
    assert face(first).state().collapsed
    first.setFocus()
    press(first, Qt.Key.Key_Return)
    assert face(first).state().expanded
    links = [link for link in editor.totals.findChildren(Link) if link.isVisible()]
    assert links[0].accessibleName() == "User researcher, supplier, £32,400, in Hambleton"
    with qtbot.waitSignal(navigator.asked) as asked:
        links[0].click()
    assert asked.args == [f"{Q}/{FIRST}"]
    edited(session, lambda bid: set_cell(bid, Q, FIRST, {"unit-cost": "700.00"}))
    assert editor.totals.rows[0].accessibleName().endswith("together £79,765")
    assert face(editor.totals.rows[0]).state().expanded


def test_nothing_adds_up_while_the_cap_is_passed(session: Session, editor: CostLinesEditor) -> None:
    assert not editor.foot.well.isHidden()
    for rate, is_well in (("755.56", False), ("755.55", True)):  # 45 days: £80,000.20, £79,999.75
        edited(session, lambda bid, rate=rate: set_cell(bid, Q, FIRST, {"unit-cost": rate}))  # type: ignore[misc]
        editor.show_problems(tuple(p for p in check(session.bid, NOW) if p.place.question == Q))
        assert editor.foot.well.isHidden() is not is_well
    problems = tuple(
        Problem(name, Place(Q), words, "", "stops")
        for name, words in (("least", "Second"), ("cost-cap", "First"))
    )
    editor.show_problems(problems)
    assert editor.findings.sentences[:2] == ("First", "Second")


def test_the_foot_says_what_lines_lack_and_leads_there(
    qtbot: QtBot, session: Session, editor: CostLinesEditor
) -> None:
    foot = editor.foot
    assert (foot.well.isHidden(), foot.lack.isHidden()) == (False, True)
    for row in (SECOND, THIRD):
        edited(session, lambda bid, row=row: set_cell(bid, Q, row, {"councils": None}))  # type: ignore[misc]
    assert foot.link.text() == "Two lines do not name a council"
    with qtbot.waitSignal(editor.navigator.asked) as asked:
        foot.link.click()
    assert asked.args == [f"{Q}/{SECOND}/councils"]
    edited(session, lambda bid: set_cell(bid, Q, FIRST, {"unit-cost": None}))
    assert foot.link.text() == "One line has no total"
    assert foot.well.isHidden()
