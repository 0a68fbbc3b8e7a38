"""A table of a fund's own columns in the window, by keys and clicks."""

from pathlib import Path

import pytest
from answering import editor_of, session_on, shown
from own_tables import EVERY, MILESTONES, SPEND, bid_on, own_rows, round_with
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.bids.editing import take_round
from bidwriter.bids.typed.setting import set_typed
from bidwriter.files.container.bid_file import bid_bytes
from bidwriter.kinds.tables.own_rows import OwnRow
from bidwriter.ui.answers.cost_table.choices import ChoiceMenu
from bidwriter.ui.answers.own_table import OwnTableEditor
from bidwriter.ui.answers.row_table.delegate import CellEdit
from bidwriter.ui.session import Session

GRID = {**SPEND, "columns": [*SPEND["columns"], {"id": "sure", "label": "Sure", "kind": "yes-no"}]}
TABLE = {**MILESTONES, "shows-principles": True}
TYPED = {
    "m/+": '{"what": "Alpha", "cost": "100"}',
    "m/+#2": '{"what": "Beta"}',
    "s/year-1/capital": "10",
}


@pytest.fixture
def session(tmp_path: Path, stopped_clock: None) -> Session:
    path = tmp_path / "own.bid"
    path.write_bytes(bid_bytes(bid_on(m=TABLE, s=GRID, t=EVERY, typed=TYPED), {}))
    return session_on(path)


def opened(qtbot: QtBot, session: Session, question: str) -> OwnTableEditor:
    editor = editor_of(OwnTableEditor, session, question)
    shown(qtbot, editor)
    return editor


def rows(session: Session, question: str) -> list[OwnRow]:
    return own_rows(session.bid, question)


def press(widget: QWidget, key: Qt.Key, mods: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(widget, key, mods or Qt.KeyboardModifier.NoModifier)


def box() -> CellEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, CellEdit)
    return found


def menu() -> ChoiceMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, ChoiceMenu)
    return found


def words_in(editor: OwnTableEditor, row: int, column: int) -> str:
    return str(editor.model.index(row, column).data())


def test_typing_goes_into_the_cell_and_the_total_follows(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session, "m")
    [_, beta] = rows(session, "m")
    editor.go_to(editor.place.at(beta.id, "cost"))
    QTest.keyClicks(editor.table, "2")
    assert box().accessibleName() == "Cost, Beta"
    QTest.keyClicks(box(), "50")
    press(box(), Qt.Key.Key_Return)
    assert rows(session, "m")[1].cells["cost"] == "250.00"
    assert words_in(editor, 2, 0) == "Total" and words_in(editor, 2, 1) == "£350"
    assert editor.table.hasFocus()
    press(editor.table, Qt.Key.Key_F2)
    assert box().text() == "250"


def test_what_is_no_value_stays_and_is_told(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session, "m")
    editor.go_to(editor.place.at(rows(session, "m")[1].id, "cost"))
    QTest.keyClicks(editor.table, "t")
    QTest.keyClicks(box(), "bc")
    press(box(), Qt.Key.Key_Tab)
    assert any("Cost “tbc”" in one for one in editor.findings.sentences)
    assert "cost" not in rows(session, "m")[1].cells
    press(box(), Qt.Key.Key_Escape)
    assert not any("tbc" in one for one in editor.findings.sentences)


def test_tab_leaves_the_table_and_arrows_walk_it(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session, "s")
    editor.go_to(editor.place.at("year-1", "capital"))
    press(editor.table, Qt.Key.Key_Down)
    assert editor.table.row_id == "year-2"
    press(editor.table, Qt.Key.Key_Right)
    assert editor.table.currentIndex().column() == 2
    press(editor.table, Qt.Key.Key_Tab)
    assert not editor.table.hasFocus()


def test_a_choice_is_made_by_keys(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session, "s")
    editor.go_to(editor.place.at("year-2", "sure"))
    press(editor.table, Qt.Key.Key_Return)
    offered = menu()
    assert [a.text() for a in offered.actions() if a.text()] == ["Yes", "No", "No answer"]
    offered.actions()[1].trigger()
    offered.close()
    assert rows(session, "s")[1].cells == {"sure": False}
    assert words_in(editor, 1, 3) == "No"


def test_prose_is_written_beneath_the_table(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session, "m")
    alpha = rows(session, "m")[0]
    editor.go_to(editor.place.at(alpha.id, "note"))
    area = editor.detail.boxes["note"]
    assert area.hasFocus() and area.accessibleName() == "Note, Alpha, optional"
    QTest.keyClicks(area, "one two ")
    press(area, Qt.Key.Key_Return)
    QTest.keyClicks(area, "three")
    assert area.toPlainText() == "one two \nthree"
    assert rows(session, "m")[0].cells["note"] == "one two \nthree"
    assert len(session.timeline.done) == 1
    assert words_in(editor, 0, 2) == "one two three"


def test_rows_are_added_moved_copied_and_deleted(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session, "m")
    alpha, beta = (row.id for row in rows(session, "m"))
    editor.go_to(editor.place.at(alpha))
    editor.add_button.click()
    QTest.keyClicks(box(), "Gamma")
    press(box(), Qt.Key.Key_Return)
    assert [row.title for row in rows(session, "m")] == ["Alpha", "Gamma", "Beta"]
    editor.table.setFocus()
    editor.table.go(beta)
    press(editor.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.title for row in rows(session, "m")] == ["Alpha", "Beta", "Gamma"]
    editor.duplicate_row()
    assert [row.title for row in rows(session, "m")] == ["Alpha", "Beta", "Beta", "Gamma"]
    press(editor.table, Qt.Key.Key_Delete)
    assert [row.title for row in rows(session, "m")] == ["Alpha", "Beta", "Gamma"]


def test_the_rows_of_a_grid_stay(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session, "s")
    assert not editor.add_button.isVisible()
    assert not editor.detail.more.isVisible()
    editor.go_to(editor.place.at("year-1", "capital"))
    press(editor.table, Qt.Key.Key_Delete)
    press(editor.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in rows(session, "s")] == ["year-1", "year-2"]
    assert any("which rows there are" in one for one in editor.findings.sentences)
    editor.table.go("year-1", 0)
    QTest.keyClicks(editor.table, "x")
    assert not isinstance(QApplication.focusWidget(), CellEdit)


def test_a_block_is_pasted_and_what_is_doubtful_is_asked(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session, "m")
    QGuiApplication.clipboard().setText("Milestone\tCost\nGamma\t£300\nDelta\ttbc\n")
    editor.paste_button.click()
    dialog = editor.in_and_out.dialog
    assert dialog is not None
    assert dialog.title.text() == "1 thing to look at before 2 milestones go in"
    dialog.add.click()
    assert [r.title for r in rows(session, "m")] == ["Alpha", "Beta", "Gamma", "Delta"]
    assert any("tbc" in one for one in editor.findings.sentences)
    session.undo()
    assert len(rows(session, "m")) == 2


def test_a_block_without_labels_fills_a_grid_once_asked(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session, "s")
    QGuiApplication.clipboard().setText("Capital\tRevenue\n1\t2\n3\t4\n")
    editor.paste_button.click()
    dialog = editor.in_and_out.dialog
    assert dialog is not None
    assert "fund's order" in dialog.rows[0].doubt.why
    dialog.add.click()
    assert [row.cells["revenue"] for row in rows(session, "s")] == ["2.00", "4.00"]
    assert "1 cell that held something else was written over" in editor.findings.sentences


def test_rows_show_principles_and_the_answer_as_a_whole_does_not(
    qtbot: QtBot, session: Session
) -> None:
    editor = opened(qtbot, session, "m")
    alpha = rows(session, "m")[0]
    editor.go_to(editor.place.at(alpha.id).showing(1))
    assert editor.detail.strip.isVisible()
    assert editor.detail.strip.chips[1].hasFocus()
    assert not opened(qtbot, session, "s").detail.strip.isVisible()


def test_a_reader_hears_column_row_value_and_what_is_wrong(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session, "m")
    qtbot.waitUntil(lambda: bool(session.found))
    editor.show_problems(tuple(p for p in session.found if p.place.root == "m"))
    cell = editor.model.index(1, 1)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Cost, Beta, empty"
    said = cell.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said == "Problem: Enter “Cost” for milestone 2"
    total = editor.model.index(2, 0)
    assert total.data(Qt.ItemDataRole.AccessibleTextRole) == "Total, £100"


def test_who_may_only_read_changes_nothing(qtbot: QtBot, tmp_path: Path, session: Session) -> None:
    reader = session_on(session.path, read_only=True)
    editor = opened(qtbot, reader, "m")
    for button in (editor.add_button, editor.paste_button, editor.import_button):
        assert not button.isVisible()
    assert editor.export_button.isVisible()
    editor.go_to(editor.place.at(rows(reader, "m")[0].id, "cost"))
    QTest.keyClicks(editor.table, "5")
    press(editor.table, Qt.Key.Key_Delete)
    assert len(rows(reader, "m")) == 2
    assert editor.detail.boxes["note"].isReadOnly()


def test_other_rows_are_left_be_while_one_is_typed_in(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session, "m")
    alpha = rows(session, "m")[0]
    editor.go_to(editor.place.at(alpha.id, "note"))
    resets, changed = [], []
    editor.model.modelReset.connect(lambda: resets.append(1))
    editor.model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    QTest.keyClicks(editor.detail.boxes["note"], "x")
    assert not resets
    assert set(changed) <= {0, 2}


def test_a_column_that_may_be_empty_is_hidden_and_gone_to(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session, "m")
    editor.columns_button.click()
    [note] = [action for action in menu().actions() if action.text() == "Note"]
    note.trigger()
    menu().close()
    assert editor.table.isColumnHidden(2)
    editor.go_to(editor.place.at(rows(session, "m")[0].id, "note"))
    assert not editor.table.isColumnHidden(2)
    assert editor.detail.boxes["note"].hasFocus()
    assert not opened(qtbot, session, "s").columns_button.isVisible()


def test_what_the_round_has_no_place_for_is_told_and_taken_out(
    qtbot: QtBot, session: Session
) -> None:
    less = {**TABLE, "columns": TABLE["columns"][:1]}
    one_row = {**GRID, "rows": GRID["rows"][1:]}
    newer = round_with("2", m=less, s=one_row, t=EVERY)
    session.edit(lambda bid: take_round(bid, newer), "Took another version of the round")
    editor = opened(qtbot, session, "m")
    editor.go_to(editor.place.at(rows(session, "m")[0].id))
    assert [line.key for line in editor.detail.left_over.lines] == ["cost"]
    editor.detail.left_over.buttons["cost"].click()
    assert rows(session, "m")[0].cells == {"what": "Alpha"}
    assert not editor.detail.left_over.isVisible()
    grid = opened(qtbot, session, "s")
    grid.go_to(grid.place.at("year-1"))
    grid.detail.left_over.buttons[""].click()
    assert [row.id for row in rows(session, "s")] == ["year-2"]


def test_what_a_filled_cell_breaks_is_said_under_the_table(qtbot: QtBot, session: Session) -> None:
    session.edit(lambda bid: set_typed(bid, "t/+", '{"cost": "9000"}'), "Added a row")
    editor = opened(qtbot, session, "t")
    qtbot.waitUntil(
        lambda: any(p.place.field == "cost" and p.place.root == "t" for p in session.found)
    )
    editor.show_problems(tuple(p for p in session.found if p.place.root == "t"))
    editor.table.go(rows(session, "t")[0].id)
    assert editor.detail.wrong.text() == "Enter at most £5,000 in “Cost” of row 1"
