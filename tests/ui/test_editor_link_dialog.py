"""Asking for a link."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from bidwriter.ui.editor.link_dialog import LinkDialog
from bidwriter.ui.parts.inputs import LineEdit


def fill(dialog: LinkDialog, text: str, address: str) -> None:
    words, where = dialog.findChildren(LineEdit)
    words.setText(text)
    where.setText(address)
    dialog.accept()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://x.org/a", "https://x.org/a"),
        ("www.gov.uk", "https://www.gov.uk"),
        ("joan@council.gov.uk", "mailto:joan@council.gov.uk"),
    ],
)
def test_an_address_is_completed(qtbot: QtBot, typed: str, address: str) -> None:
    dialog = LinkDialog("here", "")
    qtbot.addWidget(dialog)
    fill(dialog, "here", typed)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.answer == ("here", address)


@pytest.mark.parametrize("typed", ["", "javascript:alert(1)", "file:///c/x", "two words"])
def test_a_wrong_address_keeps_the_dialog_open(qtbot: QtBot, typed: str) -> None:
    dialog = LinkDialog("here", "")
    qtbot.addWidget(dialog)
    fill(dialog, "here", typed)
    assert dialog.result() != QDialog.DialogCode.Accepted
    where = dialog.findChildren(LineEdit)[1]
    assert where.accessibleName() == "Address"
    assert where.accessibleDescription().startswith("Problem: Enter an address")


def test_an_empty_address_takes_a_link_away(qtbot: QtBot) -> None:
    dialog = LinkDialog("here", "https://x.org")
    qtbot.addWidget(dialog)
    fill(dialog, "here", "")
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.answer == ("here", "")
