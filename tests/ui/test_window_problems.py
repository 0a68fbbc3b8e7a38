"""Each problem of a bid full of faults leads to the very field that it is about."""

from collections.abc import Callable
from pathlib import Path

import pytest
from driving import CTRL, Key, Officer, name_of, settle
from making import copy_of_sample
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from stopwatch import time_passes

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.places import read_place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import stops
from bidwriter.checks.problem import Problem
from bidwriter.ui.answers.appraisal import AppraisalEditor
from bidwriter.ui.answers.cost_lines import CostLinesEditor
from bidwriter.ui.answers.outputs import OutputsEditor
from bidwriter.ui.answers.partners import PartnersEditor
from bidwriter.ui.answers.rich_text import RichTextEditor
from bidwriter.ui.pages.task_page import TaskPage
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import Heading

pytestmark = pytest.mark.usefixtures("stopped_clock")

FAULTS = {
    "title": "",
    "contact-email": "joan.price@",
    "contact-phone": "",
    "approach": "word " * 320,
    "benefits": "",
    "relevance": "Write to joan@hambleton.gov.uk about it",
    "impacts": "",
    "cost-lines/cost000001/councils": "",
    "cost-lines/cost000002/unit-cost": "900000",
    "cost-lines/cost000003/what": "",
    "cost-lines/cost000004/payer": "",
    "partners/prow000002/signed": "no",
    "partners/prow000003/part": "",
    "evidence/summary/1": "",
}


@pytest.fixture
def officer(qtbot: QtBot, tmp_path: Path) -> Officer:
    officer = Officer(qtbot, copy_of_sample(tmp_path))
    for place, typed in FAULTS.items():
        officer.session.edit(lambda bid, p=place, t=typed: set_typed(bid, p, t), "Typed")  # type: ignore[misc]
    outputs = rows_of(officer.bid, "outputs")
    place = f"outputs/{outputs[0].id}/when"
    officer.session.edit(lambda bid: set_typed(bid, place, ""), "Typed")
    officer.session.check_now()
    return officer


def belongs(officer: Officer, problem: Problem) -> bool:
    """Whether the focus is on the field that the problem is about."""
    focused, page = officer.focused, officer.page
    if isinstance(focused, Heading) or not isinstance(page, TaskPage):
        return not problem.place or page.title in ("Check and export", "Overview")
    if problem.place.startswith("evidence/"):
        strips: list[QWidget] = [*page.strips.values(), *page.editors.values()]
        return any(strip.isAncestorOf(focused) for strip in strips)
    editor = page.editors[problem.place.question]
    place = read_place(problem.place)
    if not editor.isAncestorOf(focused):
        return False
    if not place.row:
        return True
    match editor:
        case CostLinesEditor():
            return isinstance(focused, QAbstractItemView) and editor.table.row_id == place.row
        case PartnersEditor():
            return editor.cards[place.row].isAncestorOf(focused)
        case OutputsEditor():
            return editor.blocks[place.row].isAncestorOf(focused)
        case AppraisalEditor():
            return editor.inputs.rows[place.row].isAncestorOf(focused)
    return False


def test_each_problem_leads_to_its_field(officer: Officer) -> None:
    problems = officer.session.problems
    assert len([p for p in problems if p.stops]) >= 8
    assert {read_place(p.place).root for p in problems if p.place} >= {"approach", "partners"}
    for problem in problems:
        officer.view.tasks.rows.setFocus()
        officer.go(problem.place or "export")
        assert belongs(officer, problem), (problem.place, name_of(officer.focused))


def test_a_link_of_the_panel_goes_to_the_field(officer: Officer) -> None:
    officer.view.open_page("name-a-contact")
    settle()
    officer.press(Key.Key_2, CTRL)
    officer.click("Show me where: Enter an email address")
    assert name_of(officer.focused).startswith("Work email")


def test_continue_says_once_what_stops_and_then_goes_on(officer: Officer) -> None:
    officer.view.open_page("name-a-contact")
    settle()
    officer.click("Continue", officer.task)
    summary = officer.task.summary
    assert summary.hasFocus()
    assert "There is a problem" in name_of(summary)
    words = [link.text() for link in summary.findChildren(Link)]
    assert words[0].startswith("Enter an email address in the right form")
    field = officer.find(QLineEdit, "Work email", officer.task)
    assert words[0] in field.accessibleDescription()
    officer.click(words[0], summary)
    assert name_of(officer.focused).startswith("Work email")
    officer.press(Key.Key_A, CTRL)
    officer.type("joan.price@hambleton.gov.uk")
    officer.session.check_now()
    settle()
    assert words[0] not in [link.text() for link in summary.findChildren(Link) if link.isVisible()]
    officer.press(Key.Key_Return, CTRL)
    assert officer.view.current != "name-a-contact"


def test_over_limit_words_are_kept_and_shaded(officer: Officer) -> None:
    officer.go("approach")
    editor = officer.task.editors["approach"]
    assert isinstance(editor, RichTextEditor)
    assert officer.says("20 words too many")
    shaded = [s for s in editor.text.extraSelections() if s.cursor.hasSelection()]
    assert shaded
    assert shaded[-1].cursor.selectedText().split() == ["word"] * 20
    officer.press(Key.Key_End, CTRL)
    officer.type(" more")
    assert len(str(officer.saved().answer("approach")).split()) == 321
    assert officer.says("21 words too many")


def constantly(changed: Bid) -> Callable[[Bid], Bid]:
    return lambda _bid: changed


def test_what_stops_export_is_true_after_every_key(officer: Officer) -> None:
    officer.go("approach")
    box = officer.task.editors["approach"].box  # type: ignore[attr-defined]
    many = len(stops(officer.session.check_now()))
    officer.press(Key.Key_End, CTRL)
    for letter in " more wo":
        officer.type(letter)
        assert len(stops(officer.session.problems)) == many
        assert box.property("problem")
    for words, is_over in ((301, True), (300, False)):
        changed = set_typed(officer.bid, "approach", " ".join(["word"] * words))
        officer.session.edit(constantly(changed), "Typed")
        assert len(stops(officer.session.problems)) == many - (not is_over)
        assert bool(box.property("problem")) == is_over


def test_a_problem_that_is_settled_goes_from_its_field_at_once(officer: Officer) -> None:
    officer.go("approach")
    box = officer.task.editors["approach"].box  # type: ignore[attr-defined]
    assert box.property("problem")
    officer.press(Key.Key_A, CTRL)
    officer.type("Short")
    assert not box.property("problem")


def test_a_new_problem_waits_for_a_quiet_moment(qtbot: QtBot, officer: Officer) -> None:
    officer.session.edit(lambda bid: set_typed(bid, "title", "A" * 119), "Typed")
    time_passes(1000)
    officer.go("title")
    officer.press(Key.Key_End)
    officer.type("AA")
    assert not [p for p in officer.session.problems if p.place == "title"]
    time_passes(500)
    assert not [p for p in officer.session.problems if p.place == "title"]
    time_passes(100)
    assert [p for p in officer.session.problems if p.place == "title"]
    assert officer.view.tasks.rows.count()


def test_export_moves_to_what_stops_it(officer: Officer) -> None:
    officer.view.open_page("export")
    settle()
    officer.click("Export package")
    summary = officer.page.summary  # type: ignore[attr-defined]
    assert summary.hasFocus()
    officer.click("Enter an email address", summary)
    assert name_of(officer.focused).startswith("Work email")


def test_a_wrong_figure_leads_to_its_words_and_is_mended_with_one_click(
    qtbot: QtBot, tmp_path: Path
) -> None:
    officer = Officer(qtbot, copy_of_sample(tmp_path))
    text = "## Money\n\nWe give {{figure:contributed}} of our own time, and ask for £79,000."
    officer.session.edit(lambda bid: set_typed(bid, "benefits", text), "Typed")
    (problem,) = (p for p in officer.session.check_now() if p.check == "figure-in-prose")
    officer.go("export")
    officer.click("You wrote £79,000; the cost lines ask for £78,400")
    editor = officer.task.editors["benefits"]
    assert isinstance(editor, RichTextEditor)
    assert editor.text.textCursor().selectedText() == "£79,000"
    officer.press(Key.Key_2, CTRL)
    officer.click("Go to “Cost the team”: You wrote £79,000", officer.view.panel)
    assert officer.view.current == "cost-the-team"
    officer.press(Key.Key_F8)
    assert officer.task.editors["benefits"] is editor
    assert editor.text.textCursor().selectedText() == "£79,000"
    officer.click("Use the live figure: You wrote £79,000", officer.view.panel)
    assert officer.bid.answer("benefits") == text.replace("£79,000", "{{figure:requested}}")
    assert problem not in officer.session.check_now()
    assert officer.says("Used the live figure for £79,000")
    officer.press(Key.Key_Z, CTRL)
    assert officer.bid.answer("benefits") == text
    officer.session.check_now()
    officer.go("export")
    officer.click("Use the live figure: You wrote £79,000", officer.page)
    assert officer.bid.answer("benefits") == text.replace("£79,000", "{{figure:requested}}")


def test_a_shown_problem_stays_while_words_round_it_are_typed(qtbot: QtBot, tmp_path: Path) -> None:
    officer = Officer(qtbot, copy_of_sample(tmp_path))
    officer.session.edit(lambda bid: set_typed(bid, "benefits", "We ask for £79,000."), "Typed")
    officer.session.check_now()
    officer.session.edit(lambda bid: set_typed(bid, "benefits", "So we ask for £79,000."), "Typed")
    (problem,) = (p for p in officer.session.problems if p.check == "figure-in-prose")
    assert problem.passage == (14, 21)
