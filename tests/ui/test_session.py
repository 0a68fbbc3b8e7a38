"""The session: what is stored is what undo begins from, and closing leaves nothing waiting."""

from functools import partial
from pathlib import Path

import pytest
from answering import session_on
from making import copy_of_sample
from pytestqt.qtbot import QtBot

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import set_answer
from bidwriter.files.bid_file import open_file


def _answered(bid: Bid, text: str) -> Bid:
    return set_answer(bid, "summary", text)


pytestmark = pytest.mark.usefixtures("stopped_clock")


def test_text_that_is_stored_otherwise_can_be_undone(qtbot: QtBot, tmp_path: Path) -> None:
    session = session_on(copy_of_sample(tmp_path))
    before = session.bid.answer("summary")
    for text in ("One ", "One two  ", "<b> *x"):
        session.edit(partial(_answered, text=text), "Typed")
        session.break_typing()
    for _ in range(3):
        session.undo()
    assert session.bid.answer("summary") == before


def test_closing_saves_what_was_typed(qtbot: QtBot, tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    session = session_on(path)
    session.edit(lambda bid: set_answer(bid, "title", "Closed in a hurry"), "Typed")
    session.close()
    assert open_file(path).bid.title == "Closed in a hurry"
    assert not session.saving.keeper.journal.file.exists()
