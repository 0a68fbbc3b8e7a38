"""A walk over every page of an open bid, and bids to walk over."""

from collections.abc import Iterator
from pathlib import Path

from copying import Desk
from driving import Officer, settle, shown_in
from making import NOW
from making import sample as sample_bid
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bidwriter.bids.cells import rows_of
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.threads import say
from bidwriter.bids.threads import settle as settle_thread
from bidwriter.files.container.bid_file import bid_bytes
from bidwriter.rounds import library
from bidwriter.ui.pages.offered import offered_in

CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractItemView)


def pages(officer: Officer, *some: str) -> Iterator[str]:
    """Show every page, one after the other; or some of them."""
    offered = [str(key) for key, _ in offered_in(officer.bid)]
    for key in some or dict.fromkeys([*officer.view.tasks.keys(), *offered]):
        officer.view.open_page(key)
        settle()
        yield key


def controls(root: QWidget) -> list[QWidget]:
    """What can be used, as far as it is seen and stands for itself."""
    return [w for w in shown_in(root) if isinstance(w, CONTROLS)]


def talked(qtbot: QtBot, folder: Path) -> Officer:
    """The sample with comments, several versions, and a copy beside it that has news."""
    desk = Desk("Joan", sample_bid()).types("approach", "First.").later(60).types("title", "A")
    stamp = Stamp(who=Person(name="Ruth Selwyn"), when=NOW)
    bid = say(desk.bid, "approach", "Can we name a deputy?", stamp, "First")
    bid = say(bid, f"cost-lines/{rows_of(bid, 'cost-lines')[0].id}", "Check the rate", stamp)
    bid = settle_thread(bid, bid.comments[0].id, stamp, settled=True)
    beside = desk.sends("Ruth").types("summary", "B")
    (folder / "a-LAPTOP.bid").write_bytes(bid_bytes(beside.bid, {}, beside.history))
    path = folder / "a.bid"
    path.write_bytes(bid_bytes(bid, {}, desk.history))
    return Officer(qtbot, path)


def narrow(officer: Officer) -> Officer:
    """The least room there is: 512 pixels across, as if the text were at 100 %."""
    officer.window.set_text_size(200)
    officer.window.resize(1024, 700)
    settle()
    return officer


def new(qtbot: QtBot, name: str = "local-digital-fund-2018") -> Officer:
    """A new bid for a round, with nothing in it."""
    officer = Officer(qtbot)
    officer.window.start_bid(library.find(name).round)
    settle()
    return officer
