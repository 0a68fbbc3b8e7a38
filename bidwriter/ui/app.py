"""The program with a window: made, dressed, and run until it is closed."""

import gc
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from bidwriter.desk.log import write_down
from bidwriter.files import settings
from bidwriter.language_settings import let_qt_have_utf8
from bidwriter.ui import jobs
from bidwriter.ui.look.icons import forget_pictures
from bidwriter.ui.look.lines import forget_lines
from bidwriter.ui.look.theme import Mode, theme
from bidwriter.ui.parts.heard import hear
from bidwriter.ui.window.main_window import MainWindow


def start(path: Path | None) -> int:
    """Open the window, perhaps with a file; hands back the exit status."""
    app = make_app()
    window = MainWindow(path)
    sys.excepthook = _hook(window)
    window.show()
    QTimer.singleShot(0, jobs.begin_collecting)
    status = app.exec()
    take_down(app)
    return status


def take_down(app: QApplication) -> None:
    """Undo what was made, in the one order that is safe: threads, windows, pictures. What is left
    to the interpreter's own end is torn down in no order at all."""
    jobs.wait()
    for window in app.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    forget_pictures()
    forget_lines()
    gc.collect()


def make_app() -> QApplication:
    """The application, dressed as the settings say."""
    let_qt_have_utf8()
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["bidwriter"])
    app.setApplicationName("bidwriter")
    app.setApplicationDisplayName("bidwriter")
    kept = settings.load()
    hear()
    theme().start(app, Mode(kept.theme), kept.text_size / 100)
    return app


def _hook(window: MainWindow):  # type: ignore[no-untyped-def]
    """What nobody foresaw: the journal first, then the log, then plain words; go on if possible."""

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        window.keep_safe()
        write_down(error.with_traceback(trace))
        window.say_unforeseen(kind.__name__)

    return report
