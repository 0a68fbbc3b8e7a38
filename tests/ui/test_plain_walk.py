"""Every page and window of a bid whose every text looks like mark-up that opens a file."""

import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from driving import CTRL, Key, Officer, settle
from hearing import check_heard
from hostile import FILE, MARKED, PNG, hostile_files
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QHelpEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGroupBox,
    QLabel,
    QMenu,
    QTabBar,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot
from walking import pages

from bidwriter.bids.cells import rows_of
from bidwriter.bids.person import Person
from bidwriter.files import settings
from bidwriter.ui.joining.view import JoiningView
from bidwriter.ui.parts.question import Question
from bidwriter.ui.parts.ways_dialog import WaysDialog
from bidwriter.ui.parts.words_dialog import WordsDialog
from bidwriter.ui.window.more_menu import more_menu

pytestmark = pytest.mark.usefixtures("stopped_clock")
ROLES = (
    Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.WhatsThisRole
)  # fmt: skip
HELP = QHelpEvent.Type.ToolTip
OURS = '<div style="white-space: pre-wrap">'


class Opened:
    """Tells how often a file was opened, by whomever."""

    def __init__(self, path: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self._descriptor = libc.inotify_init1(os.O_NONBLOCK)
        opened = 0x20
        assert libc.inotify_add_watch(self._descriptor, os.fsencode(path), opened) > 0

    def times(self) -> int:
        """Since it was asked the last time."""
        try:
            return len(os.read(self._descriptor, 4096)) // 16
        except BlockingIOError:
            return 0


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened | None]:
    """Watches the file that the words name, where the system can."""
    (tmp_path / FILE).write_bytes(PNG)
    monkeypatch.chdir(tmp_path)
    yield Opened(tmp_path / FILE) if sys.platform == "linux" else None


@pytest.fixture
def officer(qtbot: QtBot, tmp_path: Path, opened: Opened | None) -> Officer:
    settings.save(settings.Settings(person=Person(id="joan", name=f"Joan {MARKED}")))
    return Officer(qtbot, hostile_files(tmp_path).mine)


def is_plain(words: str) -> bool:
    """Whether Qt shows these words as they are: no mark-up, or ours around escaped words."""
    inside = words.removeprefix(OURS).removesuffix("</div>") if words.startswith(OURS) else ""
    return "<" not in (inside or words)


def check_plain(root: QWidget, where: str) -> None:
    """All that is in a window, seen or not."""
    for widget in (root, *root.findChildren(QWidget)):
        said = f"{where}: {type(widget).__name__}"
        for words in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
            assert is_plain(words), f"{said} has the tip {words}"
        assert OURS not in widget.accessibleName() + widget.accessibleDescription(), said
        check_words(widget, said)


def check_words(widget: QWidget, said: str) -> None:
    """The words that a widget of this kind shows."""
    match widget:
        case QLabel() if widget.objectName() == "qtooltip_label":
            assert is_plain(widget.text()), f"{said} shows {widget.text()}"
        case QLabel():
            assert widget.textFormat() == Qt.TextFormat.PlainText, said
        case QAbstractButton():
            assert widget.shortcut().isEmpty(), f"{said} has a key: {widget.text()}"
        case QGroupBox():
            assert no_key(QGroupBox.title(widget)), said
        case QTabBar():
            tabs = [QTabBar.tabText(widget, at) for at in range(widget.count())]
            assert all(map(no_key, tabs)), said
        case QMenu():
            assert all(no_key(action.text()) for action in widget.actions()), said
        case QAbstractItemView():
            check_items(widget.model(), said)
        case QTextEdit():
            check_document(widget.document(), said)


def no_key(words: str) -> bool:
    return "&" not in words.replace("&&", "")


def check_items(model: QAbstractItemModel | None, said: str) -> None:
    """What the items of a list or table say when the mouse rests on them."""
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for down in range(model.rowCount()):
        for across in range(columns):
            for role in ROLES:
                words = str(model.index(down, across, QModelIndex()).data(role) or "")
                assert is_plain(words), f"{said}, {down} {across}: {words}"


def check_document(document: QTextDocument, said: str) -> None:
    """Nothing is loaded into it."""
    for kind in QTextDocument.ResourceType:
        assert not document.resource(kind.value, QUrl(FILE)), said
    assert "<img" not in document.toHtml(), said


def hover(root: QWidget) -> None:
    """Rest the mouse on everything that has a tip."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.toolTip():
            point = widget.rect().center()
            QApplication.sendEvent(widget, QHelpEvent(HELP, point, widget.mapToGlobal(point)))
        if isinstance(widget, QAbstractItemView) and widget.isVisible():
            for at in range(min(6, widget.model().rowCount())):
                point = widget.visualRect(widget.model().index(at, 0)).center()
                QApplication.sendEvent(
                    widget.viewport(), QHelpEvent(HELP, point, widget.mapToGlobal(point))
                )
    QToolTip.hideText()
    settle()


def check_window(officer: Officer, where: str) -> None:
    check_part(officer, officer.window, where)


def check_part(officer: Officer, part: QWidget, where: str) -> None:
    """A window, or what is new in it."""
    check_plain(part, where)
    check_heard(part, where)
    hover(part)
    for menu in officer.window.findChildren(QMenu):
        menu.close()


def test_every_page_shows_words_as_words(officer: Officer, opened: Opened | None) -> None:
    officer.session.check_now()
    assert officer.window.windowTitle().startswith(MARKED)
    for key in pages(officer):
        check_part(officer, officer.page, key)
        for tab in (1, 2, 3) if officer.page.has_panel else ():
            officer.view.show_tab(tab)
            settle()
            check_part(officer, officer.view.panel, f"{key} {tab}")
    check_window(officer, "all pages")
    assert opened is None or opened.times() == 0
    officer.press(Key.Key_K, CTRL)
    officer.type("src=e")
    check_window(officer, "find")
    officer.press(Key.Key_Escape)
    more_menu(officer.window).popup(QPoint())
    officer.view.toast.say(MARKED, MARKED)
    check_window(officer, "a menu and a toast")
    officer.go(f"cost-lines/{rows_of(officer.bid, 'cost-lines')[0].id}")
    check_window(officer, "a cost line")
    assert opened is None or opened.times() == 0


def test_every_other_window_shows_words_as_words(
    officer: Officer, opened: Opened | None, tmp_path: Path
) -> None:
    theirs = next(tmp_path.glob("theirs*"))
    officer.window.joining.join((theirs,))
    officer.qtbot.waitUntil(lambda: officer.window.joining.view is not None)
    officer.qtbot.waitUntil(lambda: joining(officer).work is not None)
    view = joining(officer)
    assert view.work is not None
    for key in (*(conflict.id for conflict in view.work.conflicts), *view_groups(view), "end"):
        view.show_page(key)
        settle()
        check_window(officer, f"joining {key}")
    officer.window.joining.drop()
    officer.go("cost-lines")
    QGuiApplication.clipboard().setText(f"What\t{MARKED}\tTotal\n{MARKED}\t{MARKED}\t12,50\n")
    officer.click("Paste")
    check_window(officer, "taking in")
    for dialog in officer.window.findChildren(QWidget):
        if dialog.isWindow() and dialog.isVisible():
            dialog.close()
    settle()
    officer.window.show_start()
    settle()
    check_window(officer, "start")
    assert officer.window.open_path(theirs, only_read=True)
    settle()
    check_window(officer, "reading")
    for dialog in (
        Question(officer.window, MARKED, MARKED, MARKED, MARKED),
        WaysDialog(officer.window, MARKED, MARKED, (MARKED,)),
        WordsDialog(officer.window, MARKED, MARKED, MARKED, MARKED),
    ):
        check_plain(dialog, type(dialog).__name__)
        dialog.deleteLater()
    officer.window.show_start()
    settle()
    assert opened is None or opened.times() == 0


def joining(officer: Officer) -> JoiningView:
    view = officer.window.joining.view
    assert view is not None
    return view


def view_groups(view: JoiningView) -> list[str]:
    from bidwriter.desk.entries import group_key

    return [group_key(group) for group in view.groups]


def test_the_watch_sees_a_file_that_is_opened(opened: Opened | None, qtbot: QtBot) -> None:
    label = QLabel(f"<img src={FILE}>")
    qtbot.addWidget(label)
    label.sizeHint()
    assert opened is None or opened.times() > 0
