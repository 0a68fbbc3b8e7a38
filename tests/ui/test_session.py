"""The session: what is stored is what undo begins from, and closing leaves nothing waiting."""

from functools import partial
from pathlib import Path

import pytest
from answering import session_on
from making import copy_of_sample
from pytestqt.qtbot import QtBot
from stopwatch import time_passes

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import set_answer
from bidwriter.desk.opening import look
from bidwriter.files.container.bid_file import open_file


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


def _title(bid: Bid, text: str) -> Bid:
    return set_answer(bid, "title", text)


def test_typing_is_one_step_until_a_pause_of_a_second(qtbot: QtBot, tmp_path: Path) -> None:
    session = session_on(copy_of_sample(tmp_path))
    before = session.bid.title
    for text, pause in (("A", 900), ("AB", 900), ("ABC", 1000), ("ABCD", 0)):
        session.edit(partial(_title, text=text), "Typed", join="title")
        time_passes(pause)
    session.undo()
    assert session.bid.title == "ABC"
    session.undo()
    assert session.bid.title == before
    session.forget()


def _crashed(qtbot: QtBot, path: Path, text: str) -> None:
    session = session_on(path)
    session.edit(partial(_title, text=text), "Typed")
    session.break_typing()
    qtbot.waitUntil(lambda: session.save_state.kind == "kept")
    session.forget()


def test_recovered_work_that_another_window_has_is_journalled_anew(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = copy_of_sample(tmp_path)
    _crashed(qtbot, path, "Before the crash")
    found = look(path)
    assert found.recovered is not None
    one, two = session_on(path), session_on(path)
    one.take_recovered(found.recovered)
    two.take_recovered(found.recovered)
    qtbot.waitUntil(two.saving.keeper.journal.file.exists)
    assert not one.saving.keeper.journal.file.exists(), "it goes on from the journal there is"
    one.close()
    two.forget()
    assert open_file(path).bid.title == "Before the crash"
    assert look(path).recovered is None, "the file has it already"


def test_an_edit_the_journal_could_not_take_is_kept_with_the_next(
    qtbot: QtBot, tmp_path: Path, own_profile: Path
) -> None:
    path = copy_of_sample(tmp_path)
    (own_profile / "recovery").write_text("in the way")
    session = session_on(path)
    with qtbot.waitSignal(session.saving.warned) as warned:
        session.edit(partial(_title, text="One"), "Typed")
        session.break_typing()
    assert "recovery copy could not be written" in str(warned.args)
    qtbot.waitUntil(lambda: session.save_state.kind == "saved")
    assert open_file(path).bid.title == "One", "the file is saved at once instead"
    (own_profile / "recovery").unlink()
    session.edit(partial(_title, text="Two"), "Typed")
    session.break_typing()
    qtbot.waitUntil(lambda: session.save_state.kind == "kept")
    session.forget()
    recovered = look(path).recovered
    assert recovered is not None
    assert (recovered.bid.title, recovered.lost) == ("Two", 0)
