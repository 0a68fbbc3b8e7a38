"""For every test: a profile and a home of its own, no display, a stopped clock where asked, and as
much time as it takes. Tests of the window also get a dressed application and a stopped stopwatch,
and must leave nothing behind."""

import gc
import os
import sys
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from laws import tries

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_status: list[int] = []
_folders = count()
_MANY = 40_000  # things: more take longer to look through than all the rest after a test
_lasting: list["QTimer"] = []  # timers of what stays

# No test depends on how quick the machine is. What fails prints how to see it again.
settings.register_profile(
    "patient",
    deadline=None,
    max_examples=tries(100),
    derandomize=False,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` rewrites the expected outputs; `--onscreen` shows the windows."""
    parser.addoption("--accept", action="store_true", help="take today's outputs as expected")
    parser.addoption("--onscreen", action="store_true", help="use the display there is")


def pytest_configure(config: pytest.Config) -> None:
    """No display unless asked; the offscreen platform's own remarks are no warnings; processes that
    start as quickly as an installed program."""
    if config.getoption("--onscreen"):
        os.environ.pop("QT_QPA_PLATFORM", None)
    # The hundreds of processes that tests start find their files compiled, as people's do, even
    # where the machine was told to write none.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(config.rootpath / "build" / "compiled"))
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of the window first: their files take longest, and none should be left for the end,
    when one of the two processes has nothing to do."""
    items.sort(key=lambda item: item.path.parent.name not in ("ui", "journeys"))


def pytest_collection_finish() -> None:
    """What is imported and collected stays: it need not be looked through for garbage. What tests
    make is looked through a fifth as often as by Python's own reckoning."""
    gc.set_threshold(5_000)
    _keep()


def _keep() -> None:
    """What there is now stays: looking for garbage, and for what a test left behind, need not look
    through it again and again."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Where everything must run, a skipped test is a failure."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and os.environ.get("BIDWRITER_NO_SKIPS"):
        names = ", ".join(str(report.nodeid) for report in skipped)
        _status.append(1)
        pytest.exit(f"Skipped where nothing may be: {names}", returncode=1)


def pytest_sessionfinish(exitstatus: int) -> None:
    """Remember the verdict for the very end."""
    _status.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """End here where Qt was used. After a thousand tests of windows, Python's own end tears down
    what is left of Qt's objects in no order and has crashed; the tests' verdict must stand."""
    if "PySide6.QtWidgets" in sys.modules and _status:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_status[-1])


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In place of pytest's, which looks through the folders of all tests before it."""
    return _own_folder(tmp_path_factory, "work")


@pytest.fixture(autouse=True)
def own_profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, recovery copies and own rounds in a temporary folder."""
    folder = _own_folder(tmp_path_factory, "profile")
    monkeypatch.setenv("BIDWRITER_PROFILE", str(folder))
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("BIDWRITER_ROUNDS", raising=False)
    return folder


def _own_folder(factory: pytest.TempPathFactory, kind: str) -> Path:
    folder = factory.getbasetemp() / kind / str(next(_folders))
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is half past ten on Tuesday 6 November 2018, nine days before round 1 closes."""
    monkeypatch.setenv("BIDWRITER_NOW", "2018-11-06T10:32")
    yield


@pytest.fixture
def qtbot(qapp: "QApplication", request: pytest.FixtureRequest) -> "QtBot":
    """In place of pytest-qt's, which gives up after five seconds."""
    from stopwatch import PatientBot

    return PatientBot(request)


@pytest.fixture(autouse=True)
def dressed(request: pytest.FixtureRequest, own_profile: Path) -> Iterator[None]:
    """For tests of the window: light colours at 100 % before and after; nothing left behind."""
    if request.path.parent.name not in ("ui", "journeys"):
        yield
        return
    from stopwatch import stopwatch

    from bidwriter.ui import pauses
    from bidwriter.ui.look.theme import Mode, theme
    from bidwriter.ui.parts.heard import hear

    pauses.use(stopwatch)
    app: QApplication = request.getfixturevalue("qapp")
    if not app.property("dressed"):
        hear()
        theme().start(app, Mode.LIGHT)
        app.setProperty("dressed", True)  # noqa: FBT003 - Qt takes no names
    yield
    theme().set_mode(Mode.LIGHT)
    theme().set_scale(1.0)
    _let_go()
    if answering := sys.modules.get("answering"):
        answering.forget_sessions()
    left = _left_behind(app)
    stopwatch.forget()
    assert not left, f"Left behind: {', '.join(left)}"


def _let_go() -> None:
    """Let work end and what is to be deleted go."""
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool

    for _ in range(2):
        QThreadPool.globalInstance().waitForDone()
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _left_behind(app: "QApplication") -> list[str]:
    """Windows on screen, timers that run, threads at work."""
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid
    from stopwatch import stopwatch

    _let_go()
    found = [type(w).__name__ for w in app.topLevelWidgets() if w.isVisible()]
    made = gc.get_objects()
    # By its very type: asking whether each is one takes four times as long.
    timers = [*_lasting, *(o for o in made if type(o) is QTimer)]
    found += [_owner(timer) for timer in timers if isValid(timer) and timer.isActive()]
    if len(made) > _MANY:
        _lasting[:] = filter(isValid, timers)
        made.clear()
        _keep()
    found += [_owner(timer) for timer, _ in stopwatch.left()]
    found += [thread.name for thread in threading.enumerate() if thread is not _main()]
    return found


def _main() -> threading.Thread:
    return threading.main_thread()


def _owner(timer: object) -> str:
    parent = timer.parent()  # type: ignore[attr-defined]
    return f"a timer of {type(parent).__name__}"
