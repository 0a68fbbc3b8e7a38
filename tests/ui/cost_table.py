"""The table of cost lines, driven by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bidwriter.bids.cells import rows_of
from bidwriter.bids.places import Place
from bidwriter.kinds.tables.cost_lines import CostLine
from bidwriter.ui.answers.cost_lines import CostLinesEditor
from bidwriter.ui.answers.cost_table.choices import ChoiceMenu
from bidwriter.ui.answers.row_table.delegate import CellEdit
from bidwriter.ui.session import Session

Q = "cost-lines"
FIRST, SECOND, THIRD = "cost000001", "cost000002", "cost000003"
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def line(session: Session, row: str) -> CostLine:
    return next(r for r in lines(session) if r.id == row)


def lines(session: Session) -> list[CostLine]:
    return [row for row in rows_of(session.bid, Q) if isinstance(row, CostLine)]


def typing_in(editor: CostLinesEditor) -> CellEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, CellEdit)
    assert editor.isAncestorOf(found)
    return found


def start(editor: CostLinesEditor, words: str) -> None:
    """Type into the current cell: the first letter opens it, the rest goes into its box."""
    QTest.keyClicks(editor.table, words[0])
    QTest.keyClicks(typing_in(editor), words[1:])


def at(editor: CostLinesEditor) -> tuple[str, int]:
    return editor.table.row_id, editor.table.currentIndex().column()


def go(editor: CostLinesEditor, row: str, field: str) -> None:
    editor.go_to(Place(f"{Q}/{row}/{field}"))


def press(widget: QWidget, key: Qt.Key, with_: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(widget, key, with_ or Qt.KeyboardModifier.NoModifier)


def list_of(editor: CostLinesEditor) -> ChoiceMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoiceMenu)
    assert popup.parent() is editor.table
    return popup
