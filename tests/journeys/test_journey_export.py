"""Exporting: final, draft and public, read back, and opened again."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from driving import Officer, settle
from making import copy_of_sample
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from bidwriter.bids.typed.setting import set_typed
from bidwriter.exports.verifying import verify
from bidwriter.files.container.bid_file import open_file
from bidwriter.ui import jobs
from bidwriter.ui.window.reading_view import ReadingView

pytestmark = pytest.mark.usefixtures("stopped_clock")


@pytest.fixture
def officer(qtbot: QtBot, tmp_path: Path) -> Officer:
    officer = Officer(qtbot, copy_of_sample(tmp_path))
    officer.view.open_page("export")
    settle()
    return officer


def export(officer: Officer, button: str, folder: Path) -> Path:
    """Press a button of the export page; hands back the package."""
    officer.script.files = [folder]
    officer.click(button)
    officer.qtbot.waitUntil(lambda: officer.says("Package saved and checked"))
    (made,) = folder.glob("*.zip")
    return made


def test_a_final_package_is_saved_checked_and_can_be_read(
    qtbot: QtBot, officer: Officer, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    made = export(officer, "Export package", folder)
    assert verify(made).whole
    assert "DRAFT" not in made.name
    assert officer.says("all 6 match")
    assert officer.says("That does not show who made it")
    officer.click("Copy the content hash")
    assert QGuiApplication.clipboard().text() == verify(made).content_hash
    officer.click("Back to the checks")
    assert officer.says("Settle what stops export")
    officer.click("Your bids")
    officer.script.files = [made]
    officer.click("Check a package")
    assert isinstance(officer.window.view, ReadingView)
    assert officer.says("Matches its checksums")


def test_a_draft_is_always_possible_and_says_so(officer: Officer, tmp_path: Path) -> None:
    officer.session.edit(lambda bid: set_typed(bid, "contact-email", "nobody"), "Typed")
    officer.session.check_now()
    folder = tmp_path / "out"
    folder.mkdir()
    made = export(officer, "Export a draft", folder)
    assert "draft" in made.name.lower()
    assert verify(made).whole


def test_a_public_copy_leaves_the_contact_out(officer: Officer, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    email = str(officer.bid.answer("contact-email"))
    officer.click("For the public")
    made = export(officer, "Export package", folder)
    with ZipFile(made) as bag:
        text = b"".join(bag.read(name) for name in bag.namelist() if name.endswith(".json"))
    assert email.encode() not in text
    assert open_file(made).bid.title == officer.bid.title


def test_nothing_is_written_when_no_place_is_chosen(officer: Officer, tmp_path: Path) -> None:
    officer.script.files = [None]
    officer.click("Export package")
    jobs.wait()
    assert officer.says("Settle what stops export")
    assert not list(tmp_path.glob("*.zip"))


def test_personal_data_must_be_looked_at_before_a_public_copy(officer: Officer) -> None:
    words = str(officer.bid.answer("support")) + " Write to joan@example.org."
    officer.session.edit(lambda bid: set_typed(bid, "support", words), "Typed")
    officer.session.check_now()
    settle()
    officer.click("For the public")
    officer.click("Export package")
    assert officer.focused is officer.page.choices.decided  # type: ignore[attr-defined]


def test_the_pdf_can_be_looked_at_before_export(qtbot: QtBot, officer: Officer) -> None:
    from bidwriter.ui.pages.pdf_dialog import PdfDialog
    from bidwriter.ui.window.more_menu import look_at_pdf

    officer.click("Look at the PDF")
    qtbot.waitUntil(lambda: bool(officer.window.findChildren(PdfDialog)))
    (dialog,) = officer.window.findChildren(PdfDialog)
    assert officer.says("Page 1 of", dialog)
    officer.click("Next page", dialog)
    assert officer.says("Page 2 of", dialog)
    dialog.accept()
    settle()
    assert not officer.window.findChildren(PdfDialog)
    officer.go("approach")
    look_at_pdf(officer.window)
    qtbot.waitUntil(lambda: bool(officer.window.findChildren(PdfDialog)))
    (dialog,) = officer.window.findChildren(PdfDialog)
    assert officer.says("Page 4 of", dialog)  # of what is being written
    dialog.accept()
    settle()
