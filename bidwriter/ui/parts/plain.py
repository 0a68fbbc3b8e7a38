"""The one place where words get on to labels, buttons, tabs, menus, tips and title bars.

Left alone, Qt takes words that look like mark-up for mark-up: it would open the files they name,
and show forged words. It takes "&" for a key to press, and "[*]" in a title for a mark of its own.
It obeys marks that turn the direction of writing, with which a file's name can hide its own end.
Here all words are plain, so nobody has to know whose words they are. Nothing else in `ui` may use
Qt's own classes for these; a test reads every file for it.
"""

from collections.abc import Callable
from html import escape
from typing import Protocol

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QGroupBox,
    QLabel,
    QMenu,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from bidwriter.prose.characters import seen
from bidwriter.ui.look.dress import dress
from bidwriter.ui.parts.heard import describe_by_tip

NOTHING = QByteArray()  # what a document gets when it asks for a picture or a style sheet
TIP = Qt.ItemDataRole.ToolTipRole  # give what `tip_words` makes
_LONG = 80


class HasTip(Protocol):
    """A widget, an item or a format."""

    # Qt's name for it; there is nothing above to override.
    def setToolTip(self, words: str, /) -> None: ...  # noqa: N802


def tip(target: HasTip, words: str) -> None:
    """Show words when the mouse rests on something."""
    shown = tip_words(words)
    target.setToolTip(shown)
    if isinstance(target, QWidget):
        describe_by_tip(target, words if shown != words else "")


def tip_words(words: str) -> str:
    """Words as a tip shows them as they are: in lines where they are long."""
    words = seen(words)
    if len(words) <= _LONG and not {"<", "&"} & set(words):
        return words
    return f'<div style="white-space: pre-wrap">{escape(words)}</div>'


def show_tip(at: QPoint, words: str, widget: QWidget) -> None:
    """Show words at a point of the screen now."""
    QToolTip.showText(at, tip_words(words), widget)


def set_title(window: QWidget, words: str) -> None:
    """Name a window."""
    window.setWindowTitle(seen(words).replace("[*]", "[*][*]"))


def keyless(words: str) -> str:
    """Words in which no "&" marks a key."""
    return seen(words).replace("&", "&&")


def worded(words: str) -> str:
    """The words again."""
    return words.replace("&&", "&")


class PlainLabel(QLabel):
    """Words, or what a class draws in their place."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if text:
            self.setText(text)

    @override
    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(seen(text))


class PlainButton(QPushButton):
    """A push button."""

    heard_as = QAccessible.Role.Button

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(keyless(text), parent)

    @override
    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(keyless(text))

    @override
    def text(self) -> str:
        """The words."""
        return worded(super().text())


class PlainToolButton(QToolButton):
    """A small button."""

    heard_as = QAccessible.Role.Button

    @override
    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(keyless(text))

    @override
    def text(self) -> str:
        """The words."""
        return worded(super().text())


class PlainCheckBox(QCheckBox):
    """A check box."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(keyless(text), parent)

    @override
    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(keyless(text))

    @override
    def text(self) -> str:
        """The words."""
        return worded(super().text())


class PlainRadioButton(QRadioButton):
    """A radio button."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(keyless(text), parent)

    @override
    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(keyless(text))

    @override
    def text(self) -> str:
        """The words."""
        return worded(super().text())


class PlainGroup(QGroupBox):
    """Things that belong together."""

    @override
    def setTitle(self, title: str) -> None:
        """Name the group."""
        super().setTitle(keyless(title))

    @override
    def title(self) -> str:
        """The words."""
        return worded(super().title())


class PlainTabs(QTabBar):
    """Tabs of words."""

    def add(self, text: str) -> int:
        """One more tab; its number."""
        return self.addTab(keyless(text))

    @override
    def setTabText(self, index: int, text: str) -> None:
        """Show other words."""
        super().setTabText(index, keyless(text))

    @override
    def tabText(self, index: int) -> str:
        """The words."""
        return worded(super().tabText(index))


class Menu(QMenu):
    """A menu. It is made empty, and its entries are added."""

    def __init__(self, parent: QWidget, title: str = "") -> None:
        super().__init__(keyless(title), parent)
        self.aboutToShow.connect(dress(self).put_on)  # it is measured before it is shown

    def add(
        self,
        words: str,
        then: Callable[[], object] | None = None,
        *,
        icon: QIcon | None = None,
        beside: str = "",
    ) -> QAction:
        """One more entry. `beside` are words at the right: keys, or a value."""
        shown = keyless(words).replace("\t", " ")
        action = QAction(f"{shown}\t{keyless(beside)}" if beside else shown, self)
        if icon is not None:
            action.setIcon(icon)
        if then is not None:
            action.triggered.connect(lambda _on=False: then())
        self.addAction(action)
        return action

    def add_menu(self, words: str) -> "Menu":
        """A menu in this one."""
        menu = Menu(self, words)
        self.addMenu(menu)
        return menu
