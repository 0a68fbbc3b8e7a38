"""A bid whose round has another form on this computer: it says so, works, and can take the other."""

import shutil
from pathlib import Path

import pytest
from making import copy_of_sample
from pytestqt.qtbot import QtBot

from bidwriter.paths import RESOURCES
from bidwriter.ui.pages.overview import OverviewPage
from bidwriter.ui.parts.link import Link
from bidwriter.ui.window.bid_view import BidView
from bidwriter.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("stopped_clock")


def test_another_form_of_the_round_is_offered_and_can_be_undone(
    qtbot: QtBot, tmp_path: Path, own_profile: Path
) -> None:
    folder = own_profile / "rounds" / "newer"
    shutil.copytree(RESOURCES / "rounds" / "local-digital-fund-2018", folder)
    pack = (folder / "round.toml").read_text("utf-8")
    pack = pack.replace('version = "1.1"', 'version = "1.2"').replace(
        'label = "Name a contact"', 'label = "Name someone"'
    )
    (folder / "round.toml").write_text(pack, "utf-8")
    window = MainWindow(copy_of_sample(tmp_path))
    qtbot.addWidget(window)
    window.show()
    view = window.view
    assert isinstance(view, BidView)
    page = view.pages["overview"]
    assert isinstance(page, OverviewPage)
    qtbot.waitUntil(page.round_notice.isVisible)
    link = page.round_notice.findChild(Link)
    assert link is not None
    link.click()
    assert view.session.bid.round.version == "1.2"
    assert any(
        "Name someone" in view.tasks.rows.item(at).text() for at in range(view.tasks.rows.count())
    )
    view.session.undo()
    assert view.session.bid.round.version == "1.1"
    view.show_named("name-a-contact")
    assert view.current == "name-a-contact"
    window.close()
