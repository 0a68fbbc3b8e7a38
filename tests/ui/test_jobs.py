"""Work off the interface thread: what was foreseen is told, what was not is logged and said."""

import gc
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from answering import edited, forget_sessions, session_on
from making import copy_of_sample
from pytestqt.qtbot import QtBot

from bidwriter.bids.typed.setting import set_typed
from bidwriter.exports.package import ExportStoppedError
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.ui import jobs


class Left:
    """Something that only the search for garbage finds; tells on which thread it went."""

    def __init__(self, went: list[int]) -> None:
        self.me, self.went = self, went

    def __del__(self) -> None:
        self.went.append(threading.get_ident())


def test_what_is_left_of_a_window_never_goes_on_another_thread(qtbot: QtBot) -> None:
    went: list[int] = []
    ended: list[object] = []

    def work(_steps: jobs.Steps) -> int:
        return len([[number] for number in range(60_000)])  # garbage would be looked for

    for _ in range(2):
        Left(went)
        jobs.run(work, ended.append, ended.append)
    qtbot.waitUntil(lambda: len(ended) == 2)
    gc.collect()
    assert went == [threading.get_ident()] * 2
    assert gc.isenabled()


def test_garbage_is_looked_for_from_the_start_on_but_not_during_work(qtbot: QtBot) -> None:
    ended: list[object] = []
    gc.disable()
    try:
        jobs.run(lambda _: None, ended.append, ended.append)
        jobs.begin_collecting()
        assert not gc.isenabled()
        qtbot.waitUntil(lambda: bool(ended))
        assert gc.isenabled()
    finally:
        gc.enable()


@pytest.fixture
def hooked(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What reached the hook that writes the log and says plain words."""
    seen: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: seen.append(error))
    return seen


def failing(error: Exception) -> Callable[[jobs.Steps], None]:
    def work(_steps: jobs.Steps) -> None:
        raise error

    return work


@pytest.mark.parametrize(
    "error", [FileTroubleError("The disk is full"), ExportStoppedError(()), jobs.StoppedError()]
)
def test_what_was_foreseen_is_handed_on(
    error: Exception, hooked: list[BaseException], qtbot: QtBot
) -> None:
    told: list[Exception] = []
    jobs.run(failing(error), print, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [error]
    assert not hooked


def test_what_nobody_foresaw_is_logged_and_said_in_plain_words(
    hooked: list[BaseException], qtbot: QtBot
) -> None:
    told: list[Exception] = []
    bug = KeyError("question")
    jobs.run(failing(bug), print, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert hooked == [bug]
    assert isinstance(told[0], jobs.UnforeseenError)
    assert str(told[0]) == "Something went wrong that was not foreseen"


def test_a_save_that_fails_in_an_unforeseen_way_shows_no_words_of_python(
    hooked: list[BaseException], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    session = session_on(copy_of_sample(tmp_path))
    bug = KeyError("question")
    with monkeypatch.context() as patched:
        patched.setattr(session.saving.keeper, "save", lambda *_: failing(bug)(jobs.Steps(print)))
        edited(session, lambda bid: set_typed(bid, "title", "Another title"))
        session.save()
        qtbot.waitUntil(lambda: session.save_state.kind == "trouble")
        assert hooked[0] is bug
        assert session.save_state.why == "Something went wrong that was not foreseen"
    session.save()
    qtbot.waitUntil(lambda: session.save_state.kind == "saved")
    forget_sessions()
