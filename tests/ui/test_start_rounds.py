"""The rounds on the start window and in its menu: those that have closed say so, and stand last."""

import pytest
from driving import Officer
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from bidwriter.bids.person import Person
from bidwriter.files import settings
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.window.rounds_card import RoundsCard

BEGIN = "Start a bid for Local Digital Fund, round 1: expression of interest"


@pytest.mark.usefixtures("stopped_clock")
def test_closed_rounds_open_on_demand_and_say_in_the_menu_when_they_closed(qtbot: QtBot) -> None:
    settings.save(settings.Settings(person=Person(id="p", name="Joan Price")))
    officer = Officer(qtbot)
    [card] = officer.window.findChildren(RoundsCard)
    [closed] = card.findChildren(Disclosure)
    assert officer.says("1 closed round", card)
    assert officer.says("Closes Thu 15 Nov 2018", card)
    assert not officer.says(BEGIN, card)
    closed.set_open(is_open=True)
    assert officer.says(BEGIN, card)
    starts = officer.window.findChildren(Button)
    next(button for button in starts if button.text() == "Start a bid").click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert names[0] == "Local Digital Fund, round 1"  # the next to close
    assert names[-4:] == [
        "Local Digital Fund, round 1: expression of interest (closed Fri 5 Oct 2018)",
        "From a form…",
        "Change a round…",
        "Look round a made-up bid",
    ]
