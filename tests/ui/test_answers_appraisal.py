"""The benefits page as an officer uses it: typing, details, tabs, scenarios, reading the chart."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from answering import editor_of, forget_sessions, session_on, shown
from driving import Script
from making import copy_of_sample
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bidwriter.bids.appraising.inputs import input_rows
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.kinds.tables.appraisal import Input
from bidwriter.ui.answers.appraisal import AppraisalEditor
from bidwriter.ui.answers.appraisal_form.cells import shows, typed_cells
from bidwriter.ui.asking import use
from bidwriter.ui.session import Session


@pytest.fixture
def editor(qtbot: QtBot, tmp_path: Path) -> Iterator[AppraisalEditor]:
    session = session_on(copy_of_sample(tmp_path))
    made = editor_of(AppraisalEditor, session, "appraisal")
    shown(qtbot, made, 1060, 2000)
    yield made
    forget_sessions()


def row(session: Session, row_id: str) -> Input:
    return next(one for one in input_rows(session.bid) if one.id == row_id)


def retype(box: QLineEdit, words: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, words)


def test_results_follow_each_key(editor: AppraisalEditor) -> None:
    assert "£2.88m" in editor.results.cards["partners"].accessibleName()
    retype(editor.inputs.rows["apprbuild1"].value, "£100k")
    assert row(editor.session, "apprbuild1").amount == 100_000
    assert "£2.98m" in editor.results.cards["partners"].accessibleName()
    assert "£2.98m" in editor.results.chart.accessibleName()


def test_a_value_is_echoed_in_full_and_what_cannot_be_read_stays(editor: AppraisalEditor) -> None:
    box = editor.inputs.rows["apprbuild1"].value
    retype(box, "150k / 3")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "£150,000 ÷ 3"
    retype(box, "lots")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "lots"
    assert box.accessibleDescription().startswith("Problem: ")
    assert row(editor.session, "apprbuild1").amount == 150_000
    retype(box, "£50,000")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert "Problem" not in box.accessibleDescription()


def test_an_empty_box_becomes_an_input_and_keeps_the_cursor(editor: AppraisalEditor) -> None:
    before = len(input_rows(editor.session.bid))
    box = editor.inputs.rows["growth lead"].value
    retype(box, "12.5")
    assert box.hasFocus()
    assert row(editor.session, "growthlead").number == Decimal("12.5")
    editor.session.break_typing()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert len(input_rows(editor.session.bid)) == before
    editor.session.undo()
    assert row(editor.session, "growthlead").number == Decimal("12.5")
    editor.session.undo()
    assert len(input_rows(editor.session.bid)) == before


def test_details_say_where_a_figure_comes_from(editor: AppraisalEditor) -> None:
    editor.go_to(Place("appraisal/apprrenew1/source"))
    detail = editor.inputs.rows["apprrenew1"].detail
    assert detail is not None
    assert detail.lines["source"].hasFocus()
    QTest.keyClicks(detail.lines["source"], "IT plan")
    assert row(editor.session, "apprrenew1").source == "IT plan"
    details = editor.inputs.rows["apprrenew1"].details
    assert details.text() == "IT plan"
    assert details.accessibleName().endswith(", source IT plan")
    assert details.isChecked()
    QTest.keyClick(details, Qt.Key.Key_Space)
    assert not details.isChecked() and editor.inputs.rows["apprrenew1"].detail is None
    QTest.keyClick(details, Qt.Key.Key_Space)
    detail = editor.inputs.rows["apprrenew1"].detail
    assert details.isChecked() and detail is not None
    retype(detail.lines["every"], "4 years")
    assert row(editor.session, "apprrenew1").every == 4


def test_a_typed_year_stands_in_place_of_the_rule(editor: AppraisalEditor) -> None:
    editor.inputs.rows["apprrun001"].set_open(is_open=True)
    detail = editor.inputs.rows["apprrun001"].detail
    assert detail is not None
    assert detail.years is not None
    box = detail.years.boxes[2022]
    assert box.placeholderText() == "£10,000"
    box.show_held("")
    box.setText("£7k")
    box.textEdited.emit("£7k")
    assert row(editor.session, "apprrun001").typed == {2022: Decimal(7000)}
    assert "typed" in box.accessibleName()


def test_tabs_turn_to_where_an_input_is(editor: AppraisalEditor) -> None:
    editor.go_to(Place("appraisal/apprsave02/amount"))
    assert editor.inputs.whose == "partner"
    assert editor.in_focus()[0] == "appraisal/apprsave02"


def test_other_councils_can_start_from_each_partner(editor: AppraisalEditor) -> None:
    session = editor.session
    for one in input_rows(session.bid):
        if "other" in one.whose:
            editor.edits.set_cells(one.id, {"whose": tuple(w for w in one.whose if w != "other")})
    assert "£2.88m" in editor.results.cards["all"].accessibleName()
    editor.edits.share_with_others()
    assert "£16.58m" in editor.results.cards["all"].accessibleName()
    session.undo()
    assert "£2.88m" in editor.results.cards["all"].accessibleName()


def test_the_chart_is_read_by_arrow_keys_and_as_a_table(editor: AppraisalEditor) -> None:
    results = editor.results
    said: list[str] = []
    results.chart.read.connect(said.append)
    results.choose("lead")
    results.chart.setFocus()
    QTest.keyClick(results.chart, Qt.Key.Key_Home)
    QTest.keyClick(results.chart, Qt.Key.Key_End)
    assert said[0] == "19/20: −£200,000 in the year, −£200,000 added up"
    assert said[-1].endswith("£1.43m added up")
    results.toggle.click()
    assert results.table.isVisible()
    assert not results.chart.isVisible()
    assert results.table.item(11, 7).text() == "£1,434,833.05"  # type: ignore[union-attr]


def test_the_workbook_is_written_where_the_officer_says(
    editor: AppraisalEditor, tmp_path: Path
) -> None:
    script = Script()
    script.files = [tmp_path / "sums.xlsx"]
    before = use(script)
    try:
        editor.results.workbook.click()
    finally:
        use(before)
    assert (tmp_path / "sums.xlsx").read_bytes().startswith(b"PK")


def test_an_input_that_is_nobodys_yet_can_be_placed(editor: AppraisalEditor) -> None:
    session = editor.session
    session.edit(lambda bid: set_typed(bid, "appraisal/+", '{"name": "Training"}'), "Added")
    made = next(one for one in input_rows(session.bid) if one.name == "Training")
    editor.go_to(Place(f"appraisal/{made.id}/input"))
    detail = editor.inputs.rows[made.id].detail
    assert detail is not None
    combo = detail.combos["input"]
    assert combo.hasFocus()
    combo.setCurrentIndex(combo.findData("fixed-cost"))
    combo.activated.emit(combo.currentIndex())
    assert row(session, made.id).input == "fixed-cost"


def test_what_an_input_has_no_use_for_is_shown_to_be_taken_out() -> None:
    cells = {"id": "aaaa", "order": "i", "input": "partners", "number": "3"}
    held = {**cells, "first": 2020, "years": ["2020=5"], "benefit_class": "qualitative"}
    plain, odd = Input.model_validate(cells), Input.model_validate(held)
    assert "first" not in [cell.field for cell in typed_cells(plain)]
    assert "first" in [cell.field for cell in typed_cells(odd)]
    for field in ("years", "benefit-class"):
        assert (shows(plain, field), shows(odd, field)) == (False, True)


def test_the_year_of_prices_is_typed_as_a_financial_year(editor: AppraisalEditor) -> None:
    box = editor.inputs.rows["price-year "].value
    retype(box, "2018/19")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "18/19"
    assert row(editor.session, "priceyear").first == 2018
