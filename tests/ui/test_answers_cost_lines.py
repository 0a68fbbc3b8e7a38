"""The table of cost lines, by keys and clicks."""

from decimal import Decimal
from pathlib import Path

import pytest
from answering import edited, editor_of, session_on, shown
from cost_table import (
    ALT,
    CTRL,
    FIRST,
    SECOND,
    THIRD,
    Q,
    at,
    go,
    line,
    lines,
    list_of,
    press,
    start,
    typing_in,
)
from hearing import Text, face, met
from making import copy_of_sample
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.bids.editing import remove_row, set_cell
from bidwriter.bids.sheets.grid import grid_of
from bidwriter.bids.sheets.taking_in import read_grid
from bidwriter.desk.cost_columns import column_of
from bidwriter.ui.answers.cost_lines import CostLinesEditor
from bidwriter.ui.look.theme import theme
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session


@pytest.fixture
def session(tmp_path: Path, stopped_clock: None) -> Session:
    return session_on(copy_of_sample(tmp_path))


@pytest.fixture
def editor(qtbot: QtBot, session: Session) -> CostLinesEditor:
    editor = editor_of(CostLinesEditor, session, Q)
    shown(qtbot, editor)
    return editor


# --- cells -------------------------------------------------------------------------------------


def test_typing_replaces_enter_goes_down_and_sums_follow(
    session: Session, editor: CostLinesEditor
) -> None:
    go(editor, FIRST, "unit-cost")
    QTest.keyClicks(editor.table, "7")
    box = typing_in(editor)
    assert box.text() == "7"
    assert box.accessibleName() == "Unit cost, User researcher, supplier"
    QTest.keyClicks(box, "00.50")
    press(box, Qt.Key.Key_Return)
    assert line(session, FIRST).unit_cost == Decimal("700.50")
    assert at(editor) == (SECOND, column_of("unit-cost"))
    assert editor.table.hasFocus()
    assert editor.tiles.asked.findChildren(QWidget)
    assert editor.model.index_of(FIRST, column_of("total")).data() == "£31,522.50"


def test_f2_edits_what_is_there_and_tab_goes_right(
    session: Session, editor: CostLinesEditor
) -> None:
    go(editor, SECOND, "quantity")
    press(editor.table, Qt.Key.Key_F2)
    box = typing_in(editor)
    assert box.text() == "30 days"
    press(box, Qt.Key.Key_Home)
    press(box, Qt.Key.Key_Delete)
    press(box, Qt.Key.Key_Tab)
    assert line(session, SECOND).quantity == 0
    assert at(editor) == (SECOND, column_of("unit-cost"))
    press(editor.table, Qt.Key.Key_F2)
    press(typing_in(editor), Qt.Key.Key_Backtab)
    assert at(editor) == (SECOND, column_of("quantity"))


def test_arrows_pass_over_the_rows_of_groups(editor: CostLinesEditor) -> None:
    go(editor, "cost000006", "quantity")
    press(editor.table, Qt.Key.Key_Down)
    assert at(editor) == ("cost000007", column_of("quantity"))
    press(editor.table, Qt.Key.Key_Up)
    assert at(editor) == ("cost000006", column_of("quantity"))
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End):
        press(editor.table, key)
        assert editor.table.row_id
    press(editor.table, Qt.Key.Key_Home, CTRL)
    assert at(editor) == (FIRST, column_of("what"))


def test_a_cell_still_being_typed_can_be_taken_in(
    session: Session, editor: CostLinesEditor
) -> None:
    go(editor, FIRST, "unit-cost")
    start(editor, "800")
    editor.take_in()
    assert line(session, FIRST).unit_cost == Decimal("800.00")
    assert typing_in(editor).text() == "800"


def test_esc_leaves_a_cell_as_it_was(session: Session, editor: CostLinesEditor) -> None:
    go(editor, SECOND, "what")
    start(editor, "Nobody")
    press(typing_in(editor), Qt.Key.Key_Escape)
    assert line(session, SECOND).what == "Service designer, supplier"
    assert editor.table.hasFocus()
    assert not session.timeline.done


def test_bad_words_stay_in_the_box_with_a_sentence(
    session: Session, editor: CostLinesEditor
) -> None:
    go(editor, FIRST, "unit-cost")
    start(editor, "tbc")
    box = typing_in(editor)
    press(box, Qt.Key.Key_Return)
    assert typing_in(editor) is box
    assert box.text() == "tbc"
    assert editor.findings.sentences[0].startswith("Unit cost “tbc”: Write a sum of money")
    editor.paste_button.setFocus()
    assert editor.model.index_of(FIRST, column_of("unit-cost")).data() == "tbc"
    assert line(session, FIRST).unit_cost == Decimal("720.00")
    go(editor, FIRST, "unit-cost")
    press(editor.table, Qt.Key.Key_F2)
    assert typing_in(editor).text() == "tbc"
    press(typing_in(editor), Qt.Key.Key_Escape)
    assert editor.findings.sentences == ()
    assert editor.model.index_of(FIRST, column_of("unit-cost")).data() == "£720"


def test_words_for_a_quantity_keep_the_total_and_a_number_brings_it_back(
    session: Session, editor: CostLinesEditor
) -> None:
    go(editor, FIRST, "quantity")
    start(editor, "half a post")
    press(typing_in(editor), Qt.Key.Key_Return)
    found = line(session, FIRST)
    assert (found.quantity_words, found.total) == ("half a post", Decimal("32400.00"))
    go(editor, FIRST, "total")
    start(editor, "30k")
    press(typing_in(editor), Qt.Key.Key_Return)
    assert line(session, FIRST).total == Decimal("30000.00")
    go(editor, FIRST, "quantity")
    start(editor, "40 days")
    press(typing_in(editor), Qt.Key.Key_Return)
    found = line(session, FIRST)
    assert (found.quantity, found.unit_cost) == (Decimal(40), Decimal("750.00"))
    assert found.total is None


def test_a_computed_total_says_why_it_cannot_be_typed(editor: CostLinesEditor) -> None:
    go(editor, FIRST, "total")
    press(editor.table, Qt.Key.Key_F2)
    assert editor.table.hasFocus()
    assert editor.findings.sentences == (
        "The total is worked out from the quantity and the unit cost",
    )


# --- choices -----------------------------------------------------------------------------------


def test_who_pays_is_chosen_and_the_line_changes_group(
    session: Session, editor: CostLinesEditor
) -> None:
    go(editor, FIRST, "payer")
    press(editor.table, Qt.Key.Key_Return)
    menu = list_of(editor)
    assert [action.text() for action in menu.actions()] == ["Fund", "In kind", "Cash match"]
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Return)
    assert line(session, FIRST).payer == "in-kind"
    assert at(editor) == (FIRST, column_of("payer"))
    titles = [editor.model.index(row, 0).data() for row in range(editor.model.rowCount())]
    assert titles.index("User researcher, supplier") > titles.index("Our own time, in kind")


def test_several_councils_are_one_step(session: Session, editor: CostLinesEditor) -> None:
    go(editor, FIRST, "councils")
    press(editor.table, Qt.Key.Key_F2)
    menu = list_of(editor)
    assert [a.text() for a in menu.actions() if a.text()][:2] == ["All four", "Hambleton, district"]
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    press(menu, Qt.Key.Key_Escape)
    assert line(session, FIRST).councils == ("E07000164", "E07000167")
    assert editor.model.index_of(FIRST, column_of("councils")).data() == "Hambleton, Ryedale"
    assert len(session.timeline.done) == 1


def test_all_councils_stand_alone(session: Session, editor: CostLinesEditor) -> None:
    go(editor, FIRST, "councils")
    press(editor.table, Qt.Key.Key_F2)
    menu = list_of(editor)
    press(menu, Qt.Key.Key_Up)
    press(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert line(session, FIRST).councils == ("all",)


def test_a_click_opens_the_list_of_principles(session: Session, editor: CostLinesEditor) -> None:
    edited(session, lambda bid: set_cell(bid, Q, FIRST, {"principle": None}))
    cell = editor.table.visualRect(editor.model.index_of(FIRST, column_of("principle")))
    QTest.mouseClick(editor.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    menu = list_of(editor)
    menu.actions()[2].trigger()
    menu.close()
    assert line(session, FIRST).principle == 3


# --- lines -------------------------------------------------------------------------------------


def test_a_new_line_opens_for_typing_in_its_group(
    session: Session, editor: CostLinesEditor
) -> None:
    go(editor, FIRST, "what")
    QTest.mouseClick(editor.add_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(typing_in(editor), "Content designer")
    press(typing_in(editor), Qt.Key.Key_Tab)
    names = [row.what for row in lines(session)]
    assert names[:2] == ["User researcher, supplier", "Content designer"]
    assert lines(session)[1].payer == "fund"
    assert at(editor)[1] == column_of("quantity")


def test_delete_says_so_with_a_way_back(qtbot: QtBot, session: Session) -> None:
    navigator = Navigator()
    editor = editor_of(CostLinesEditor, session, Q, navigator)
    shown(qtbot, editor)
    go(editor, SECOND, "unit-cost")
    with qtbot.waitSignal(navigator.said) as said:
        press(editor.table, Qt.Key.Key_Delete)
    assert said.args == ["Deleted “Service designer, supplier”", True]
    assert SECOND not in [row.id for row in lines(session)]
    assert at(editor) == (THIRD, column_of("unit-cost"))
    session.undo()
    assert line(session, SECOND).what == "Service designer, supplier"
    assert at(editor) == (THIRD, column_of("unit-cost"))


def test_lines_move_within_their_group(session: Session, editor: CostLinesEditor) -> None:
    edited(session, lambda bid: set_cell(bid, Q, SECOND, {"payer": "cash"}))
    go(editor, FIRST, "what")
    press(editor.table, Qt.Key.Key_Down, ALT)
    fund = [row.id for row in lines(session) if row.payer == "fund"]
    assert fund[:2] == [THIRD, FIRST]
    assert at(editor) == (FIRST, column_of("what"))
    press(editor.table, Qt.Key.Key_Up, ALT)
    press(editor.table, Qt.Key.Key_Up, ALT)
    fund = [row.id for row in lines(session) if row.payer == "fund"]
    assert fund[:2] == [FIRST, THIRD]


def test_a_line_is_duplicated_below(session: Session, editor: CostLinesEditor) -> None:
    go(editor, FIRST, "what")
    editor.duplicate_row()
    assert [row.what for row in lines(session)][:2] == ["User researcher, supplier"] * 2
    assert editor.table.row_id == lines(session)[1].id


# --- the clipboard -----------------------------------------------------------------------------


def test_what_is_copied_can_be_pasted_and_is_one_step(
    session: Session, editor: CostLinesEditor
) -> None:
    QTest.mouseClick(editor.copy_button, Qt.MouseButton.LeftButton)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("What\tQuantity\tUnit cost\tTotal\tWho pays")
    assert "Total asked of the fund\t\t\t£78,400" in data.text()
    assert "<th>What</th>" in data.html()
    before = lines(session)
    for text, html in ((data.text(), ""), ("", data.html())):
        rows = read_grid(session.bid, grid_of(text, html)).rows
        assert [row["what"] for row in rows] == [row.what for row in before]
    QTest.mouseClick(editor.paste_button, Qt.MouseButton.LeftButton)
    assert editor.dialog is None
    assert editor.findings.sentences[-1] == "3 rows of sums were passed over"
    bare = {"id": "", "order": ""}
    copies = [row.model_copy(update=bare) for row in lines(session)[len(before) :]]
    assert copies == [row.model_copy(update=bare) for row in before]
    assert editor.table.row_id == lines(session)[len(before)].id
    session.undo()
    assert lines(session) == before


def test_an_empty_clipboard_says_what_to_do(editor: CostLinesEditor) -> None:
    QGuiApplication.clipboard().clear()
    QTest.mouseClick(editor.paste_button, Qt.MouseButton.LeftButton)
    assert "Copy the cells in Excel or Word first" in editor.findings.sentences[-1]


# --- what it says ------------------------------------------------------------------------------


def test_the_cap_in_words(session: Session, editor: CostLinesEditor) -> None:
    assert editor.tiles.asked.meter.accessibleDescription() == (
        "£1,600 below the £80,000 discovery cap"
    )
    edited(session, lambda bid: set_cell(bid, Q, FIRST, {"unit-cost": "800.00"}))
    assert editor.tiles.asked.meter.accessibleDescription() == (
        "£2,000 over the £80,000 discovery cap"
    )
    assert editor.tiles.asked.meter.is_over
    assert editor.findings.sentences == ("Bring what you ask the fund for down by £2,000",)


def test_only_with_the_focus_a_cell_says_so_and_its_line_is_known_without(
    session: Session, editor: CostLinesEditor
) -> None:
    def focused() -> list[str]:
        return [n.text(Text.Name) for n in met(face(editor.table)) if n.state().focused]

    spoken = "Unit cost, User researcher, supplier, £720"
    go(editor, FIRST, "unit-cost")
    assert focused() == [spoken]
    editor.add_button.setFocus()
    assert focused() == []
    assert editor.table.row_id == FIRST and editor.in_focus()[0] == f"{Q}/{FIRST}"
    edited(session, lambda bid: set_cell(bid, Q, FIRST, {"note": "By day"}))
    assert focused() == [] and editor.table.row_id == FIRST
    editor.table.setFocus()
    assert focused() == [spoken]
    editor.table.edit(editor.table.here)  # left with its editor open
    editor.add_button.setFocus()
    QApplication.processEvents()
    assert focused() == [] and editor.table.row_id == FIRST
    editor.table.go(SECOND)
    assert focused() == [] and editor.table.row_id == SECOND


def test_cells_read_out_and_bad_ones_say_so(session: Session, editor: CostLinesEditor) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    index = editor.model.index_of(FIRST, column_of("unit-cost"))
    assert index.data(spoken) == "Unit cost, User researcher, supplier, £720"
    edited(session, lambda bid: set_cell(bid, Q, FIRST, {"councils": None}))
    index = editor.model.index_of(FIRST, column_of("councils"))
    assert index.data(spoken) == "Council, User researcher, supplier, empty"

    def described() -> str:
        cells = met(face(editor.table))
        said = {node.text(Text.Name): node.text(Text.Description) for node in cells}
        return said[index.data(spoken)]

    assert described() == "Problem: Choose a council for “User researcher, supplier”"
    edited(session, lambda bid: set_cell(bid, Q, FIRST, {"councils": ("E07000164",)}))
    assert described() == ""
    assert face(editor.table).text(Text.Name) == "Cost lines"


def test_a_change_from_outside_keeps_cell_scroll_and_typing(
    session: Session, editor: CostLinesEditor
) -> None:
    editor.resize(500, 1400)
    go(editor, THIRD, "principle")
    scrolled = editor.table.horizontalScrollBar().value()
    assert scrolled > 0
    edited(session, lambda bid: remove_row(bid, Q, FIRST))
    assert at(editor) == (THIRD, column_of("principle"))
    assert editor.table.horizontalScrollBar().value() == scrolled
    go(editor, THIRD, "what")
    start(editor, "Half ty")
    edited(session, lambda bid: set_cell(bid, Q, THIRD, {"unit-cost": "1.00"}))
    assert typing_in(editor).text() == "Half ty"


def test_the_note_and_principles_of_the_current_line(
    session: Session, editor: CostLinesEditor
) -> None:
    go(editor, FIRST, "note")
    assert QApplication.focusWidget() is editor.detail.note
    QTest.keyClicks(editor.detail.note, "From a framework")
    assert line(session, FIRST).note == "From a framework"
    assert editor.detail.strip.place == f"{Q}/{FIRST}"
    editor.table.setFocus()
    press(editor.table, Qt.Key.Key_Down)
    assert editor.detail.note.text() == ""
    assert editor.detail.strip.place == f"{Q}/{SECOND}"


def test_an_empty_table_asks_for_the_first_line(qtbot: QtBot, session: Session) -> None:
    for row in lines(session):
        edited(session, lambda bid, row=row: remove_row(bid, Q, row.id))  # type: ignore[misc]
    editor = editor_of(CostLinesEditor, session, Q)
    shown(qtbot, editor)
    assert editor.table.isHidden()
    editor.empty.asked.emit()
    QTest.keyClicks(typing_in(editor), "First")
    press(typing_in(editor), Qt.Key.Key_Return)
    assert [row.what for row in lines(session)] == ["First"]


def test_read_only_takes_no_edits(qtbot: QtBot, tmp_path: Path) -> None:
    session = session_on(copy_of_sample(tmp_path), read_only=True)
    editor = editor_of(CostLinesEditor, session, Q)
    shown(qtbot, editor)
    go(editor, FIRST, "what")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_A):
        press(editor.table, key)
    assert editor.table.hasFocus()
    assert editor.add_button.isHidden()
    assert len(lines(session)) == 10


def test_twice_the_text_scrolls_only_within_the_table(editor: CostLinesEditor) -> None:
    theme().set_scale(2)
    editor.resize(900, 1600)
    QApplication.processEvents()
    assert editor.minimumSizeHint().width() <= 900
    assert editor.table.horizontalScrollBar().maximum() > 0
