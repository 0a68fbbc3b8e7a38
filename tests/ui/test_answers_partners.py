"""Councils in the bid: found, added, described, moved and removed."""

from datetime import date
from pathlib import Path

import pytest
from answering import edited, editor_of, session_on, shown
from making import copy_of_sample
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import make_lead, remove_row, set_cell
from bidwriter.bids.places import Place
from bidwriter.kinds.tables.partners import Partner
from bidwriter.ui.answers.partner_card import PartnerCard
from bidwriter.ui.answers.partners import PartnersEditor
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.session import Session

Q = "partners"
LEAD, RYEDALE, SCARBOROUGH = "prow000001", "prow000002", "prow000003"


@pytest.fixture
def session(tmp_path: Path, stopped_clock: None) -> Session:
    return session_on(copy_of_sample(tmp_path))


@pytest.fixture
def editor(qtbot: QtBot, session: Session) -> PartnersEditor:
    editor = editor_of(PartnersEditor, session, Q)
    shown(qtbot, editor)
    return editor


def partners(session: Session) -> list[Partner]:
    return [row for row in rows_of(session.bid, Q) if isinstance(row, Partner)]


def partner(session: Session, row: str) -> Partner:
    return next(found for found in partners(session) if found.id == row)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().topLeft())


def choose(card: PartnerCard, words: str) -> None:
    next(action for action in card.menu().actions() if action.text() == words).trigger()


def find(editor: PartnersEditor, words: str) -> None:
    box = editor.finder.box.box
    box.setFocus()
    QTest.keyClicks(box, words)


def test_rules_are_ticked_or_say_what_to_do(session: Session, editor: PartnersEditor) -> None:
    assert [line.words for line in editor.rules.lines] == [
        "4 have signed the Declaration, 2 needed",
        "The lead is in England",
    ]
    for row in (LEAD, RYEDALE, SCARBOROUGH):
        QTest.keyClick(editor.cards[row].signed, Qt.Key.Key_Space)
    assert partner(session, LEAD).signed is False
    assert partner(session, LEAD).signed_on is None
    first = editor.rules.lines[0]
    assert (first.state, first.words) == (
        "stops",
        "Add 1 more council that has signed the declaration",
    )


def test_a_lead_that_may_not_lead(session: Session, editor: PartnersEditor) -> None:
    welsh = "Powys (council, Wales)"
    edited(session, lambda bid: set_cell(bid, Q, LEAD, {"council": welsh}))
    assert editor.rules.lines[-1].words == "Choose another lead: Powys cannot lead in this round"
    assert editor.cards[LEAD].kind.text() == "Council  ·  Wales"
    edited(session, lambda bid: set_cell(bid, Q, LEAD, {"lead": None}))
    assert editor.rules.lines[0].words == "Choose which council leads"


def test_a_card_shows_its_council(editor: PartnersEditor) -> None:
    card = editor.cards[LEAD]
    assert card.name.text() == "Hambleton"
    assert card.kind.text() == "District  ·  E07000164"
    assert card.gives.text() == "£14,915"
    assert card.signed_on.text() == "Thu 9 Aug 2018"
    assert card.signed.accessibleName() == "Signed the Declaration, Hambleton"
    assert card.findings.sentences == ()


def test_a_card_says_that_its_council_has_since_been_replaced(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIDWRITER_NOW", "2026-01-05T09:00")
    editor = editor_of(PartnersEditor, session, Q)
    shown(qtbot, editor)
    session.check_now()
    editor.show_problems(session.problems)
    assert "North Yorkshire, unitary took over" in editor.cards[LEAD].findings.sentences[0]


def test_a_day_is_read_echoed_and_kept_when_not_understood(
    session: Session, editor: PartnersEditor
) -> None:
    card = editor.cards[RYEDALE]
    card.signed_on.setFocus()
    card.signed_on.selectAll()
    QTest.keyClicks(card.signed_on, "3/10/2018")
    QTest.keyClick(card.signed_on, Qt.Key.Key_Return)
    assert partner(session, RYEDALE).signed_on == date(2018, 10, 3)
    assert card.signed_on.text() == "Wed 3 Oct 2018"
    card.signed_on.selectAll()
    QTest.keyClicks(card.signed_on, "soon")
    card.part.setFocus()
    assert card.signed_on.text() == "soon"
    assert card.findings.sentences[0].startswith("Write a real date")
    assert partner(session, RYEDALE).signed_on == date(2018, 10, 3)


def test_a_part_typed_is_one_step(session: Session, editor: PartnersEditor) -> None:
    part = editor.cards[SCARBOROUGH].part
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Home)
    QTest.keyClicks(part, "The ")
    assert partner(session, SCARBOROUGH).part == "The Contact centre; tests with private tenants"
    assert part.cursorPosition() == 4
    session.undo()
    assert part.text() == "Contact centre; tests with private tenants"


def test_agreeing_by_key(session: Session, editor: PartnersEditor) -> None:
    QTest.keyClick(editor.cards[RYEDALE].agreed, Qt.Key.Key_Space)
    assert partner(session, RYEDALE).agreed is False


def test_a_council_is_found_and_added(qtbot: QtBot, session: Session) -> None:
    navigator = Navigator()
    editor = editor_of(PartnersEditor, session, Q, navigator)
    shown(qtbot, editor)
    find(editor, "york")
    said = [editor.finder.box.matches.item(n).text() for n in range(3)]
    assert said == ["York, unitary", "East Riding of Yorkshire, unitary", "North Yorkshire, county"]
    assert editor.finder.note.text() == (
        "3 matches. Names are those in force on Thu 15 Nov 2018, "
        "so North Yorkshire, unitary (from 2023) is not offered"
    )
    with qtbot.waitSignal(navigator.said) as told:
        QTest.keyClick(editor.finder.box.box, Qt.Key.Key_Return)
    assert told.args == ["Added York, unitary", True]
    assert partners(session)[-1].key == "E06000014"
    assert not partners(session)[-1].is_lead
    assert len(editor.cards) == 5
    assert editor.finder.box.box.text() == ""


def test_one_that_is_in_already_is_not_added(session: Session, editor: PartnersEditor) -> None:
    find(editor, "hamb")
    QTest.keyClick(editor.finder.box.box, Qt.Key.Key_Return)
    assert len(partners(session)) == 4
    assert editor.finder.note.text() == "Hambleton, district is in the bid already"


def test_a_body_outside_the_register(session: Session, editor: PartnersEditor) -> None:
    disclosure = editor.finder.findChild(Disclosure)
    assert isinstance(disclosure, Disclosure)
    disclosure.set_open(is_open=True)
    other = editor.finder.other
    add = other.findChild(Button)
    assert isinstance(add, Button)
    add.click()
    assert QApplication.focusWidget() is other.name
    QTest.keyClicks(other.name, "Fife")
    other.kind.setCurrentText("Council")
    other.nation.setCurrentText("Scotland")
    add.click()
    assert partners(session)[-1].key == "Fife (council, Scotland)"
    assert editor.cards[partners(session)[-1].id].name.text() == "Fife"


def test_the_first_council_leads(session: Session, editor: PartnersEditor) -> None:
    for row in partners(session):
        edited(session, lambda bid, row=row: remove_row(bid, Q, row.id))  # type: ignore[misc]
    assert not editor.empty.isHidden()
    find(editor, "E06000014")
    QTest.keyClick(editor.finder.box.box, Qt.Key.Key_Return)
    assert partners(session)[0].is_lead
    assert editor.empty.isHidden()


def test_removing_says_so_with_a_way_back(qtbot: QtBot, session: Session) -> None:
    navigator = Navigator()
    editor = editor_of(PartnersEditor, session, Q, navigator)
    shown(qtbot, editor)
    with qtbot.waitSignal(navigator.said) as told:
        choose(editor.cards[RYEDALE], "Remove from the bid")
    assert told.args == ["Removed Ryedale, district", True]
    assert RYEDALE not in editor.cards
    session.undo()
    assert RYEDALE in editor.cards


def test_another_lead_and_another_order(session: Session, editor: PartnersEditor) -> None:
    choose(editor.cards[SCARBOROUGH], "Move up")
    order = [row.id for row in partners(session)]
    assert order.index(SCARBOROUGH) < order.index(RYEDALE)
    choose(editor.cards[RYEDALE], "Make it the lead")
    assert session.bid.lead == partner(session, RYEDALE)
    assert editor.cards[RYEDALE].pill.text() == "Lead"
    assert next(iter(editor.cards[RYEDALE].menu().actions())).text() == "Remove from the bid"


def test_going_to_a_cell(editor: PartnersEditor) -> None:
    editor.go_to(Place(f"{Q}/{RYEDALE}/signed-on"))
    assert QApplication.focusWidget() is editor.cards[RYEDALE].signed_on
    editor.go_to(Place(Q))
    assert QApplication.focusWidget() is editor.finder.box.box


def test_the_finder_goes_above_the_cards(editor: PartnersEditor) -> None:
    assert editor.finder.x() > editor.cards[LEAD].width()
    editor.resize(700, 900)
    QApplication.processEvents()
    assert editor.sides.direction() == QBoxLayout.Direction.BottomToTop
    assert (
        editor.finder.mapTo(editor, QPoint()).y() < editor.cards[LEAD].mapTo(editor, QPoint()).y()
    )


def test_read_only(qtbot: QtBot, tmp_path: Path) -> None:
    session = session_on(copy_of_sample(tmp_path), read_only=True)
    editor = editor_of(PartnersEditor, session, Q)
    shown(qtbot, editor)
    assert editor.finder.isHidden()
    assert not editor.cards[LEAD].signed.isEnabled()
    assert editor.cards[LEAD].part.isReadOnly()
    edited(session, lambda bid: make_lead(bid, Q, RYEDALE))
    assert session.bid.lead == partner(session, LEAD)
