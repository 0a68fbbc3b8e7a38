"""The real window, driven as an officer drives it: with keys and clicks, looking at what it says."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.bids.bid import Bid
from bidwriter.files.container.bid_file import open_file
from bidwriter.ui import asking, jobs
from bidwriter.ui.pages.page import Page
from bidwriter.ui.pages.task_page import TaskPage
from bidwriter.ui.session import Session
from bidwriter.ui.window.bid_view import BidView
from bidwriter.ui.window.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, CTRL, ALT, SHIFT = Mod.NoModifier, Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier
TEXT = QAccessible.Text


class Script:
    """A gate that answers what the test foresaw and fails on any other question."""

    def __init__(self) -> None:
        self.choices: dict[str, bool] = {}
        self.ways: dict[str, str | None] = {}
        self.told: list[str] = []
        self.tellings: tuple[str, ...] = ()
        self.files: list[Path | None] = []
        self.typed: list[str | None] = []
        self.asked: list[str] = []

    def choose(
        self,
        _parent: QWidget,
        title: str,
        text: str,
        safe: str,
        other: str,
        *,
        danger: bool = False,
    ) -> bool:
        """Whether the test wants the other thing."""
        self.asked.append(f"{title} / {text} / {safe} / {other} / {danger}")
        wanted = [answer for words, answer in self.choices.items() if words in title]
        assert wanted, f"Unexpected question: {title}"
        return wanted[0]

    def pick(self, _parent: QWidget, title: str, text: str, ways: tuple[str, ...]) -> str | None:
        """The way that the test takes."""
        self.asked.append(f"{title} / {text} / {ways}")
        wanted = [way for words, way in self.ways.items() if words in title]
        assert wanted, f"Unexpected question: {title}"
        assert wanted[0] is None or wanted[0] in ways, f"{wanted[0]} is none of {ways}"
        return wanted[0]

    def tell(self, _parent: QWidget, title: str, text: str) -> None:
        """Only what the test expects to be told."""
        assert any(words in title for words in self.tellings), f"Unexpectedly said: {title} {text}"
        self.told.append(f"{title}: {text}")

    def words(
        self, _parent: QWidget, title: str, _label: str, _action: str, _start: str = ""
    ) -> str | None:
        """The next words of the script."""
        assert self.typed, f"Unexpectedly asked for words: {title}"
        return self.typed.pop(0)

    def file_to_open(self, _parent: QWidget, title: str, _kinds: str, _folder: Path) -> Path | None:
        """The next file of the script."""
        assert self.files, f"Unexpectedly asked for a file: {title}"
        return self.files.pop(0)

    def files_to_open(
        self, _parent: QWidget, title: str, _kinds: str, _folder: Path
    ) -> tuple[Path, ...]:
        """All files of the script that are left, up to one that is none."""
        assert self.files, f"Unexpectedly asked for files: {title}"
        picked = tuple(path for path in self.files if path is not None)
        self.files = []
        return picked

    def file_to_save(
        self, _parent: QWidget, title: str, _kinds: str, suggested: Path
    ) -> Path | None:
        """The next file of the script; a folder takes the name that was suggested."""
        assert self.files, f"Unexpectedly asked where to save: {title}"
        found = self.files.pop(0)
        return found / suggested.name if found and found.is_dir() else found


class Officer:
    """Somebody at the window."""

    def __init__(self, qtbot: QtBot, path: Path | None = None, size: tuple[int, int] = (1360, 860)):
        self.qtbot = qtbot
        self.script = Script()
        asking.use(self.script)
        self.window = MainWindow(path)
        qtbot.addWidget(self.window)
        self.window.resize(*size)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    # --- where things are --------------------------------------------------------------------

    @property
    def view(self) -> BidView:
        """The open bid's view."""
        assert isinstance(self.window.view, BidView)
        return self.window.view

    @property
    def session(self) -> Session:
        """The open bid's session."""
        assert self.window.session is not None
        return self.window.session

    @property
    def bid(self) -> Bid:
        """The bid as it is in the window."""
        return self.session.bid

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.view.pages[self.view.current]

    @property
    def task(self) -> TaskPage:
        """The page that is shown, which is a task's."""
        assert isinstance(self.page, TaskPage)
        return self.page

    @property
    def focused(self) -> QWidget:
        """What has the focus."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def find(self, kind: type[W], name: str, inside: QWidget | None = None) -> W:
        """The one visible widget of a kind whose accessible name begins so."""
        found = [
            w
            for w in (inside or self.window).findChildren(kind)
            if w.isVisible() and name_of(w).startswith(name)
        ]
        assert len(found) == 1, f"{len(found)} called {name}: {[name_of(w) for w in found]}"
        return found[0]

    def says(self, words: str, inside: QWidget | None = None) -> bool:
        """Whether these words can be seen or heard somewhere in the window."""
        return any(words in said for said in spoken(inside or self.window))

    # --- what an officer does ----------------------------------------------------------------

    def press(self, key: Qt.Key, mods: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, mods)
        settle()

    def type(self, words: str) -> None:
        """Type where the focus is."""
        for letter in words:  # the first may open an editor that takes the rest
            QTest.keyClicks(self.focused, letter)
        settle()

    def click(self, name: str, inside: QWidget | None = None) -> None:
        """Click a button, link, row or box by its name."""
        button = self.find(QAbstractButton, name, inside)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(6, button.height() // 2))
        settle()

    def choose(self, words: str) -> None:
        """Choose from the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(a for a in menu.actions() if a.text().split("\t")[0].startswith(words))
        menu.close()
        action.trigger()
        settle()

    def go(self, place: str) -> None:
        """Go to a page or place, as a link does."""
        self.view.show_named(place)
        settle()

    def saved(self) -> Bid:
        """Save as Ctrl S does; hands back what the file then holds."""
        self.press(Key.Key_S, CTRL)
        self.qtbot.waitUntil(lambda: not self.session.unsaved and self.says("Saved "))
        return open_file(self.session.path).bid

    def crash(self) -> None:
        """The program is gone without a word: nothing is saved, nothing let go."""
        jobs.wait()
        settle()
        self.session.forget()
        self.window.session = None
        self.window.close()


def settle() -> None:
    """Let layouts, short timers and deletions take place."""
    for _ in range(5):
        QApplication.sendPostedEvents()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def name_of(widget: QWidget) -> str:
    """The name a screen reader hears."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()  # on Linux Qt gives a list's choice as its name
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(TEXT.Name) if found else ""


def shown_in(root: QWidget) -> Iterator[QWidget]:
    """All that shows below `root`. What hides, as all pages but one do, is not looked into: that,
    each time that somebody looks, would take longer than all else."""
    for child in root.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            yield from shown_in(child)


def spoken(root: QWidget) -> Iterator[str]:
    """The names of everything visible, from `root` downwards."""
    yield from map(name_of, (root, *shown_in(root)) if root.isVisible() else ())
