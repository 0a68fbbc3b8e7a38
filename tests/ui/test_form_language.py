"""The language of the form in the window: chosen on the overview, shown everywhere, undone."""

from pathlib import Path

import pytest
from driving import CTRL, Key, Officer, name_of, settle
from making import NOW, copy_of_sample, welsh_bid
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from bidwriter.bids.bid import Lent
from bidwriter.bids.editing import set_language
from bidwriter.bids.partner_copy import lend
from bidwriter.files.container.bid_file import bid_bytes


@pytest.fixture
def english(qtbot: QtBot, tmp_path: Path) -> Officer:
    path = tmp_path / "halls.bid"
    path.write_bytes(bid_bytes(set_language(welsh_bid({"title": "To newydd"}), ""), {}))
    return Officer(qtbot, path)


def test_it_is_chosen_by_key_shown_at_once_and_undone(english: Officer) -> None:
    english.go("overview")
    english.go("language")
    assert name_of(english.focused) == "English"
    english.click("Cymraeg")
    assert english.bid.language == "cy"
    assert english.view.current == "overview"
    assert name_of(english.focused) == "Cymraeg"
    assert english.says("Cronfa Neuaddau Pentref")
    english.press(Key.Key_Z, CTRL)
    settle()
    assert english.bid.language == ""
    assert not english.says("Cronfa Neuaddau Pentref")
    english.go("name-it")
    assert english.says("About the bid")
    english.session.redo()
    settle()
    assert english.says("Am y cais")
    assert english.saved().language == "cy"


def test_a_form_in_one_language_offers_no_choice(qtbot: QtBot, tmp_path: Path) -> None:
    officer = Officer(qtbot, copy_of_sample(tmp_path))
    officer.go("overview")
    assert not officer.says("Language of the form")


def test_a_copy_that_leaves_other_parts_open_keeps_it(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "halls.bid"
    path.write_bytes(bid_bytes(lend(welsh_bid({}), Lent(when=NOW, open=("title",))), {}))
    officer = Officer(qtbot, path)
    officer.go("overview")
    assert not officer.find(QRadioButton, "Cymraeg").isEnabled()
