"""Tables pasted and imported: what is doubtful is asked before anything goes in."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from answering import editor_of, session_on, shown
from driving import Script
from hearing import check_heard
from making import copy_of_sample
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from workbooks_made import TABLE, sheet, workbook

from bidwriter.bids.cells import rows_of
from bidwriter.bids.sheets.line_reader import STATED
from bidwriter.kinds.tables.cost_lines import CostLine
from bidwriter.ui import asking, jobs
from bidwriter.ui.answers.cost_lines import CostLinesEditor
from bidwriter.ui.answers.taking_in.dialog import TakeInDialog
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.session import Session

Q = "cost-lines"
DOUBTFUL = (
    "What\tGrade\tQuantity\tUnit cost\tTotal\tWho pays\tCouncil\n"
    "Researcher\tG7\t2 days\t1,25\t\tMHCLG\tHambleton\n"
    "Designer\t\t2\t£50\t£99\tMHCLG\tNowhere\n"
    "Total\t\t\t\t£99\n"
)


@pytest.fixture
def session(tmp_path: Path, stopped_clock: None) -> Session:
    return session_on(copy_of_sample(tmp_path))


@pytest.fixture
def editor(qtbot: QtBot, session: Session) -> CostLinesEditor:
    editor = editor_of(CostLinesEditor, session, Q)
    shown(qtbot, editor)
    return editor


@pytest.fixture
def script() -> Iterator[Script]:
    made = Script()
    before = asking.use(made)
    yield made
    asking.use(before)


def lines(session: Session) -> list[CostLine]:
    return [row for row in rows_of(session.bid, Q) if isinstance(row, CostLine)]


def pasted(editor: CostLinesEditor, text: str = DOUBTFUL) -> TakeInDialog:
    QGuiApplication.clipboard().setText(text)
    QTest.mouseClick(editor.paste_button, Qt.MouseButton.LeftButton)
    assert editor.dialog is not None
    return editor.dialog


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_goes_in_before_the_button_and_then_it_is_one_step(
    session: Session, editor: CostLinesEditor
) -> None:
    dialog, before = pasted(editor), lines(session)
    assert dialog.title.text() == "4 things to look at before 2 lines go in"
    assert dialog.rows[0].ways.accessibleName() == "Column “Grade”, how to settle it"
    assert "1 row of sums was passed over" in dialog.remarks.text()
    assert lines(session) == before
    assert dialog.add.text() == "Add 2 lines"
    press(dialog.add)
    one, other = lines(session)[len(before) :]
    assert (one.note, one.unit_cost) == ("Grade: G7; Unit cost: 1,25", None)
    assert (other.amount, other.note) == (Decimal("100.00"), "Council: Nowhere")
    assert editor.dialog is None
    session.undo()
    assert lines(session) == before


def test_esc_leaves_the_bid_as_it_was(session: Session, editor: CostLinesEditor) -> None:
    dialog, before = pasted(editor), lines(session)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert lines(session) == before
    assert not session.timeline.done


def test_each_doubt_is_settled_by_choosing_typing_or_leaving_out(
    session: Session, editor: CostLinesEditor
) -> None:
    dialog, before = pasted(editor), lines(session)
    _, cost, total, council = dialog.rows
    assert [cost.ways.itemText(at) for at in range(cost.ways.count())] == [
        "Leave it in the note", "£1.25", "£125", "Leave the line out", "Type it…",
    ]  # fmt: skip
    cost.ways.setCurrentIndex(1)
    cost.ways.activated.emit(1)
    at = next(i for i in range(total.ways.count()) if total.ways.itemData(i) == STATED)
    total.ways.activated.emit(at)
    council.ways.setCurrentIndex(council.ways.count() - 1)
    council.ways.activated.emit(council.ways.count() - 1)
    council.box.selectAll()
    QTest.keyClicks(council.box, "Narnia")
    QTest.keyClick(council.box, Qt.Key.Key_Return)
    assert council.error.words == "No council in the bid or the register has this name"
    council.box.selectAll()
    QTest.keyClicks(council.box, "Ryedale")
    QTest.keyClick(council.box, Qt.Key.Key_Return)
    assert council.error.words == ""
    press(dialog.add)
    one, other = lines(session)[len(before) :]
    assert one.amount == Decimal("2.50")
    assert (other.total, other.quantity_words) == (Decimal("99.00"), "2")
    assert other.councils == ("E07000167",)


def test_a_line_can_be_left_out_and_what_is_left_to_look_at_is_heard(
    qtbot: QtBot, session: Session, editor: CostLinesEditor
) -> None:
    dialog = pasted(editor)
    said: list[str] = []
    dialog.announcer.announced.connect(said.append)
    assert dialog.accessibleName() == "4 things to look at before 2 lines go in"
    check_heard(dialog, "taking in")
    out = dialog.rows[1].ways
    at = next(i for i in range(out.count()) if out.itemText(i) == "Leave the line out")
    out.activated.emit(at)
    assert dialog.add.text() == "Add 1 line"
    qtbot.waitUntil(lambda: said == [dialog.accessibleName()])
    assert said[0].endswith("to look at before 1 line goes in")
    press(dialog.add)
    assert lines(session)[-1].what == "Designer"


SUMS = (
    "What\tTotal\tWho pays\nA\t£100\tMHCLG\nB\t£250\tMHCLG\n"
    "Everything\t£350\t\nTotal\t£999\tNobody\n"
)


def choose(box: ComboBox, words: str) -> None:
    at = box.findText(words)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_a_row_that_may_be_a_sum_is_decided_as_a_whole(
    session: Session, editor: CostLinesEditor
) -> None:
    dialog = pasted(editor, SUMS)
    everything, total = dialog.rows
    assert [everything.ways.itemText(at) for at in range(everything.ways.count())] == [
        "A cost: take it as a line", "A sum: leave the row out",
    ]  # fmt: skip
    assert total.ways.currentText() == "A sum: leave the row out"
    assert dialog.add.text() == "Add 3 lines"
    choose(everything.ways, "A sum: leave the row out")
    assert "2 rows of sums were passed over" in dialog.remarks.text()
    press(dialog.add)
    assert [line.what for line in lines(session)[-2:]] == ["A", "B"]


def test_a_sum_that_is_a_line_after_all_is_asked_for_its_cells(
    session: Session, editor: CostLinesEditor
) -> None:
    dialog = pasted(editor, SUMS)
    choose(dialog.rows[1].ways, "A cost: take it as a line")
    assert [row.doubt.id for row in dialog.rows] == ["row/4", "row/5", "payer=nobody"]
    choose(dialog.rows[2].ways, "Fund")
    press(dialog.add)
    last = lines(session)[-1]
    assert (last.what, last.total, last.payer) == ("Total", Decimal(999), "fund")


def test_a_table_of_nothing_but_a_doubtful_sum_is_asked_about(editor: CostLinesEditor) -> None:
    dialog = pasted(editor, "What\tTotal\nTotal\t£5\n")
    assert not dialog.add.isEnabled()
    choose(dialog.rows[0].ways, "A cost: take it as a line")
    assert dialog.add.isEnabled()


def test_a_column_is_taken_for_what_the_officer_says(
    session: Session, editor: CostLinesEditor
) -> None:
    dialog = pasted(editor, "What\tBasis of it\tTotal\nVenue\tInvoice 12\t£5\n")
    box = dialog.block.choices[1]
    assert box.accessibleName() == "Column 2, Basis of it, is taken for"
    box.setCurrentIndex(box.findData("source"))
    box.activated.emit(box.currentIndex())
    assert dialog.title.text() == "Nothing is doubtful: 1 line goes in"
    press(dialog.add)
    assert (lines(session)[-1].source, lines(session)[-1].note) == ("Invoice 12", None)


def test_a_file_goes_straight_in_when_nothing_is_doubtful(
    session: Session, editor: CostLinesEditor, script: Script, tmp_path: Path
) -> None:
    before = lines(session)
    for name in ("out.xlsx", "out.csv"):
        script.files = [tmp_path / name, tmp_path / name]
        press(editor.export_button)
        press(editor.import_button)
        jobs.wait()
        QApplication.processEvents()
        assert len(lines(session)) == 2 * len(before)
        session.undo()
    assert lines(session) == before


def test_which_sheet_is_asked_only_where_none_is_known(
    session: Session, editor: CostLinesEditor, script: Script, tmp_path: Path
) -> None:
    book = Workbook()
    book.create_sheet("Ours").append(["Researcher", "2 days", "£50"])
    book.save(tmp_path / "a.xlsx")
    script.files = [tmp_path / "a.xlsx"]
    script.ways = {"Which sheet": "Ours"}
    press(editor.import_button)
    jobs.wait()
    QApplication.processEvents()
    assert editor.dialog is not None
    press(editor.dialog.add)
    assert lines(session)[-1].amount == Decimal("100.00")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 broken", "damaged or no workbook"),
        (workbook(sheet('<row r="3001"><c><v>1</v></c></row>')), "goes on beyond row 3,000"),
        (workbook(*[sheet()] * 101), "holds far more than a table needs"),
    ],
)
def test_what_is_no_table_is_told(
    editor: CostLinesEditor, script: Script, tmp_path: Path, data: bytes, said: str
) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    script.files = [tmp_path / "a.xlsx"]
    script.tellings = ("The lines were not taken in",)
    press(editor.import_button)
    jobs.wait()
    QApplication.processEvents()
    assert said in script.told[0]


def test_a_hidden_sheet_is_asked_for_by_name(
    session: Session, editor: CostLinesEditor, script: Script, tmp_path: Path
) -> None:
    notes = sheet('<row><c t="inlineStr"><is><t>Our notes</t></is></c></row>')
    data = workbook(notes, sheet(), states=("visible", "hidden"))
    (tmp_path / "a.xlsx").write_bytes(data)
    script.files = [tmp_path / "a.xlsx"]
    script.ways = {"Which sheet": "S2 (hidden)"}
    press(editor.import_button)
    jobs.wait()
    QApplication.processEvents()
    assert lines(session)[-1].what == "A"


# --- what other people's tables say ------------------------------------------------------------

OTHERS = (
    "Our budget (£000s)\nItem\tDays\tCost\tGrant\tMatch\nStaff\nResearcher\t45\t32.4\t30\t2.4\n"
    "Designer\t30\t22.2\t22.2\t\nKit\t\t5\t\t5\nTotal\t\t59.6\t52.2\t7.4\nRates exclude VAT\n"
)


def asked(dialog: TakeInDialog) -> list[str]:
    return [row.doubt.id for row in dialog.rows]


def test_a_table_of_others_asks_once_for_each_thing(
    session: Session, editor: CostLinesEditor
) -> None:
    dialog = pasted(editor, OTHERS)
    assert asked(dialog) == ["column/3", "scale", "payer=match"]
    names = [row.ways.accessibleName() for row in dialog.rows]
    assert names[1:] == [
        "The whole table, “Our budget (£000s)”, how to settle it",
        "Who pays, “Match”, in rows 4 and 6, how to settle it",
    ]
    assert "1 heading, 1 note and 1 row of sums were passed over" in dialog.remarks.text()
    choose(dialog.rows[2].ways, "Cash match")
    assert asked(dialog) == ["column/3", "scale", "payer=match"], "what is settled stays to see"
    press(dialog.add)
    one, other, third, fourth = lines(session)[-4:]
    assert [str(line.amount) for line in (one, other, third, fourth)] == [
        "30000.00", "2400.00", "22200.00", "5000.00"
    ]  # fmt: skip
    assert [line.payer for line in (one, other, third, fourth)] == ["fund", "cash", "fund", "cash"]
    assert one.vat == "Rates exclude VAT"


def test_which_rows_were_passed_over_is_said_on_request(editor: CostLinesEditor) -> None:
    dialog = pasted(editor, OTHERS)
    assert not dialog.which.isVisible()
    opener = dialog.passed.focusProxy()
    assert isinstance(opener, QAbstractButton)
    opener.setFocus()
    QTest.keyClick(opener, Qt.Key.Key_Space)
    assert dialog.which.isVisible()
    assert dialog.which.text().splitlines() == [
        "Row 3, heading: Staff",
        "Row 8, note: Rates exclude VAT",
        "Row 7, row of sums: Total, 59.6, 52.2, 7.4",
    ]


def test_one_answer_shows_the_next_question(editor: CostLinesEditor) -> None:
    dialog = pasted(editor, "Item\tGrade\tCost\nA\tMatch\t5\n")
    assert asked(dialog) == ["column/2"]
    choose(dialog.rows[0].ways, "It is Who pays")
    assert asked(dialog) == ["column/2", "payer=match"]
    box = dialog.block.choices[1]
    assert box.currentText() == "Who pays"
    choose(box, "Leave it out")
    assert asked(dialog) == ["column/2"]
    assert dialog.title.text() == "Nothing is doubtful: 1 line goes in"


def test_of_several_sheets_with_costs_one_is_chosen(
    session: Session, editor: CostLinesEditor, script: Script, tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook(sheet(), sheet()))
    script.files = [tmp_path / "a.xlsx"]
    script.ways = {"Which sheet": "S2"}
    before = len(lines(session))
    press(editor.import_button)
    jobs.wait()
    QApplication.processEvents()
    assert len(lines(session)) == before + 1


def test_hidden_rows_are_asked_about_in_the_window(
    session: Session, editor: CostLinesEditor, script: Script, tmp_path: Path
) -> None:
    rows = TABLE.replace('<row r="2">', '<row r="2" hidden="1">')
    more = '<row r="3"><c t="inlineStr"><is><t>B</t></is></c><c><v>6</v></c></row>'
    (tmp_path / "a.xlsx").write_bytes(workbook(sheet(rows + more)))
    script.files = [tmp_path / "a.xlsx"]
    press(editor.import_button)
    jobs.wait()
    QApplication.processEvents()
    dialog = editor.dialog
    assert dialog is not None
    assert asked(dialog) == ["hidden-rows"]
    assert dialog.add.text() == "Add 1 line"
    assert "1 hidden row was passed over" in dialog.remarks.text()
    choose(dialog.rows[0].ways, "Take them in")
    press(dialog.add)
    assert [line.what for line in lines(session)[-2:]] == ["A", "B"]
