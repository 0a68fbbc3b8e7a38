"""A new officer: first run without settings, a bid begun, every kind of question answered."""

from pathlib import Path

import pytest
from driving import ALT, CTRL, Key, Officer, name_of, settle
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bidwriter.bids.cells import rows_of
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.places import Place
from bidwriter.files import settings
from bidwriter.files.container.bid_file import open_file
from bidwriter.ui.answers.cost_lines import CostLinesEditor
from bidwriter.ui.answers.partners import PartnersEditor
from bidwriter.ui.window.bid_view import BidView

pytestmark = pytest.mark.usefixtures("stopped_clock")

WORD = (
    "<html><body lang=EN-GB><p class=MsoNormal><span style='color:red;font-family:Papyrus'>We "
    "will <b>listen</b> first.</span></p>"
    "<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><!--[if !supportLists]-->"
    "<span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>"
    "</span><!--[endif]-->forty interviews</p>"
    "<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><!--[if !supportLists]-->"
    "<span style='font-family:Symbol'><span style='mso-list:Ignore'>·</span></span>"
    "<!--[endif]-->two <a href='https://example.org/'>surveys</a></p></body></html>"
)


@pytest.fixture
def officer(qtbot: QtBot) -> Officer:
    officer = Officer(qtbot)
    assert officer.says("Write a bid your council can stand behind")
    return officer


def tell_who(officer: Officer) -> None:
    """Name and council, as first run asks them."""
    officer.find(QLineEdit, "Your name").setFocus()
    officer.type("Joan Price")
    officer.press(Key.Key_Tab)
    assert name_of(officer.focused).startswith("Your council")
    officer.type("hambl")
    officer.press(Key.Key_Return)
    settle()


def start(officer: Officer, fund: str = "Local Digital Fund, round 1") -> None:
    officer.click("Start a bid")
    officer.choose(fund)
    assert isinstance(officer.window.view, BidView)


def field(officer: Officer, place: str, words: str) -> None:
    """Go to a field, empty it and type."""
    officer.go(place)
    officer.press(Key.Key_A, CTRL)
    officer.type(words)


def test_who_you_are_is_asked_once(qtbot: QtBot, officer: Officer) -> None:
    tell_who(officer)
    start(officer)
    assert settings.load().person.name == "Joan Price"
    lead = officer.bid.lead
    assert lead is not None
    assert lead.title.startswith("Hambleton")
    assert officer.bid.changed is not None
    officer.window.close()
    again = Officer(qtbot)
    assert again.says("Your bids")
    assert not again.says("Your name")


def test_nothing_has_to_be_filled_in_before_work_begins(officer: Officer) -> None:
    start(officer)
    assert officer.session.path.parent == officer.window.bids_folder()
    assert officer.view.current == "overview"
    assert officer.says("things stop export")
    assert officer.says("A bid with no title yet")


def test_every_kind_of_question_is_answered_with_keys(officer: Officer) -> None:
    tell_who(officer)
    start(officer)
    officer.view.open_page("name-the-bid")
    settle()
    officer.click("Discovery")
    field(officer, "title", "Tell us once")
    assert officer.says("Tell us once", officer.view.header)
    field(officer, "contact-name", "Joan Price")
    field(officer, "contact-email", "joan.price@hambleton.gov.uk")
    officer.go("approach")
    officer.type("We start with people.")
    officer.press(Key.Key_1, ALT)
    officer.view.open_page("partners")
    settle()
    partners = officer.task.editors["partners"]
    assert isinstance(partners, PartnersEditor)
    partners.finder.box.box.setFocus()
    officer.type("ryedale")
    officer.press(Key.Key_Return)
    officer.view.open_page("cost-the-team")
    settle()
    officer.click("Add a line")
    officer.type("User researcher")
    officer.press(Key.Key_Return)
    costs = officer.task.editors["cost-lines"]
    assert isinstance(costs, CostLinesEditor)
    line = rows_of(officer.bid, "cost-lines")[0].id
    for column, typed in (("quantity", "45"), ("unit-cost", "720")):
        costs.go_to(Place(f"cost-lines/{line}/{column}"))
        settle()
        officer.type(typed)
        officer.press(Key.Key_Return)
    officer.view.open_page("declare")
    settle()
    for box in next(iter(officer.task.editors.values())).boxes.values():  # type: ignore[attr-defined]
        box.setFocus()
        officer.press(Key.Key_Space)
    saved = officer.saved()
    assert (saved.phase, saved.title) == ("discovery", "Tell us once")
    assert saved.answer("contact-email") == "joan.price@hambleton.gov.uk"
    assert saved.answer("approach") == "We start with people."
    assert [(e.place, e.principle, e.strength) for e in saved.evidence] == [("approach", 1, "some")]
    assert [p.title.split(",")[0] for p in saved.partners] == ["Hambleton", "Ryedale"]
    assert totals(saved).unpaid == 32400


def test_pasting_from_word_keeps_lists_bold_and_links(officer: Officer) -> None:
    start(officer)
    data = QMimeData()
    data.setHtml(WORD)
    data.setText("not this")
    QGuiApplication.clipboard().setMimeData(data)
    officer.go("approach")
    officer.press(Key.Key_V, CTRL)
    assert officer.saved().answer("approach") == (
        "We will **listen** first.\n\n- forty interviews\n- two [surveys](https://example.org/)"
    )
    assert officer.says("8 used") or officer.says("8 of 300")
    officer.press(Key.Key_Z, CTRL)
    assert officer.bid.answer("approach") is None
    QGuiApplication.clipboard().clear()


def test_a_commitment_has_no_costs_and_still_goes_from_end_to_end(officer: Officer) -> None:
    start(officer, "Local Digital Declaration")
    tasks = [t.task.id for t in officer.view.progress]
    for key in tasks:
        officer.press(Key.Key_Return, CTRL)
        assert officer.view.current == key
        if officer.view.current == key:
            officer.press(Key.Key_Return, CTRL)
    assert not officer.says("Asking the fund for")


def test_looking_round_opens_a_copy_that_counts_for_nothing(
    officer: Officer, tmp_path: Path
) -> None:
    officer.click("Look round first")
    assert officer.bid.title == "Tell us once when you move home"
    assert officer.session.path.parent == officer.window.bids_folder()
    assert open_file(officer.session.path).bid == officer.bid
