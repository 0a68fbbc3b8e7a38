"""What a screen reader is told a part is, where Qt would say something else.

A part says its role as `heard_as`, and `heard_whole` where it is one thing with one name, whatever
it is drawn with. PySide (6.11) takes a factory of such faces from Python; what they say is asked
for only while a reader runs. Items of lists and tabs have no face of their own: they are Qt's.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QComboBox,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

Role, Text = QAccessible.Role, QAccessible.Text
_BY_TIP = "described"  # a property: the description is that of the tip
_VIEWPORT = "qt_scrollarea_viewport"
_SCROLLED = (QScrollArea, QTextEdit, QPlainTextEdit)  # tables and lists have cells instead
_PRESS = QAccessibleActionInterface.pressAction()
_MENU = QAccessibleActionInterface.showMenuAction()


class Face(QAccessibleWidget):
    """Any part: the words on it are its name, and nothing is said twice."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)

    @override
    def text(self, kind: QAccessible.Text) -> str:
        """The name, or what else there is to say."""
        said = super().text(kind)
        words = getattr(self.object(), "text", None)
        if kind == Text.Name and not said and callable(words):
            return str(words())
        if kind == Text.Description:
            return _further(said, self.text(Text.Name))
        return said

    @override
    def childCount(self) -> int:
        """None, for what is one thing."""
        return 0 if getattr(self.object(), "heard_whole", False) else super().childCount()


class ButtonFace(Face):
    """What can be pressed. What opens says whether it is open; what stays down, whether it is."""

    @override
    def state(self) -> QAccessible.State:
        """As a button of Qt's says it."""
        state, button = super().state(), self.object()
        assert isinstance(button, QAbstractButton)
        if getattr(button, "opens", False):
            state.expandable = True
            state.expanded, state.collapsed = button.isChecked(), not button.isChecked()
        elif button.isCheckable():
            state.checkable, state.checked = True, button.isChecked()
        state.pressed = button.isDown()
        return state

    @override
    def actionNames(self) -> list[str]:
        """It can be pressed."""
        return [_PRESS, *super().actionNames()]

    @override
    def doAction(self, name: str) -> None:
        """Press it."""
        button = self.object()
        if name == _PRESS and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)


class ListFace(Face):
    """A closed list: its choice is its value. Shut, it holds nothing: Qt tells of the rows behind
    it, in every page that there is, and that one of them has the focus."""

    @override
    def text(self, kind: QAccessible.Text) -> str:
        """The name is that of the field, the value what is chosen."""
        box = self.object()
        assert isinstance(box, QComboBox)
        return box.currentText() if kind == Text.Value else super().text(kind)

    @override
    def state(self) -> QAccessible.State:
        """Whether it is open."""
        state, is_open = super().state(), self._is_open()
        state.expandable, state.hasPopup = True, True
        state.expanded, state.collapsed = is_open, not is_open
        return state

    @override
    def childCount(self) -> int:
        """The rows, while they show."""
        return 1 if self._is_open() else 0

    @override
    def child(self, index: int) -> QAccessibleInterface:
        """The rows."""
        box = self.object()
        if index or not self._is_open() or not isinstance(box, QComboBox):
            return super().child(self.childCount())  # none, as Qt has it
        return QAccessible.queryAccessibleInterface(box.view())

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The rows are the one child."""
        box = self.object()
        is_rows = self._is_open() and isinstance(box, QComboBox) and child.object() is box.view()
        return 0 if is_rows else -1

    @override
    def actionNames(self) -> list[str]:
        """It can be opened."""
        return [_MENU, _PRESS, *super().actionNames()]

    @override
    def doAction(self, name: str) -> None:
        """Open it, or shut it."""
        box = self.object()
        if name not in (_MENU, _PRESS) or not isinstance(box, QComboBox):
            super().doAction(name)
        elif self._is_open():
            box.hidePopup()
        else:
            box.showPopup()

    def _is_open(self) -> bool:
        return bool(getattr(self.object(), "is_open", False))


class HolderFace(Face):
    """What hands the focus on to something in it. Only that has the focus and says its name."""

    @override
    def text(self, kind: QAccessible.Text) -> str:
        """Nothing that is said inside."""
        holder, said = self.object(), super().text(kind)
        assert isinstance(holder, QWidget)
        inner = holder.focusProxy()
        while inner is not None and inner.focusProxy() is not None:
            inner = inner.focusProxy()
        face = QAccessible.queryAccessibleInterface(inner) if inner is not None else None
        is_said = face is not None and said == face.text(kind)
        return "" if is_said else said

    @override
    def state(self) -> QAccessible.State:
        """Never focused: Qt says it of whatever hands the focus on."""
        state = super().state()
        state.focused = state.focusable = False
        return state


class ViewportFace(Face):
    """What scrolls within an area. Qt says of it that it has the focus where the area has."""

    @override
    def state(self) -> QAccessible.State:
        """Never focused."""
        state = super().state()
        state.focused = state.focusable = False
        return state


def _further(described: str, name: str) -> str:
    """A description without the name: of "Save (Ctrl S)" the keys are left."""
    if name and described.startswith(name):
        described = described[len(name) :]
        return described.strip(" ()") if described.startswith(" (") else described.strip(" .,")
    return described


def face_of(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """The face of a part of ours; None leaves it to Qt."""
    role = getattr(thing, "heard_as", None)
    if isinstance(thing, QWidget) and isinstance(role, Role):
        if isinstance(thing, QComboBox):
            return ListFace(thing, role)
        return (ButtonFace if isinstance(thing, QAbstractButton) else Face)(thing, role)
    if type(thing) is QWidget and thing.objectName() == _VIEWPORT:
        above = thing.parent()
        return ViewportFace(thing, Role.Client) if isinstance(above, _SCROLLED) else None
    if type(thing).__module__.startswith("bidwriter.") and isinstance(thing, QWidget):
        inner = thing.focusProxy()
        if inner is not None and thing.isAncestorOf(inner):
            return HolderFace(thing, Role.Grouping)
    return None


def hear() -> None:
    """Let readers meet the parts by their faces; once for the application."""
    QAccessible.installFactory(face_of)


def say_opened(button: QWidget) -> None:
    """Tell a reader to ask again whether `button` is open."""
    changed = QAccessible.State()
    changed.expanded = changed.collapsed = True
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))


def describe(widget: QWidget, *said: str) -> None:
    """What is read after the name, in sentences; with nothing to say, a tip may stay."""
    words = ". ".join(part.rstrip(".") for part in said if part)
    if words or not widget.property(_BY_TIP):
        widget.setAccessibleDescription(words)
        widget.setProperty(_BY_TIP, None)


def describe_by_tip(widget: QWidget, words: str) -> None:
    """A reader reads the tip of what has no description: the words, not how they are written
    down."""
    if widget.property(_BY_TIP) or not widget.accessibleDescription():
        widget.setAccessibleDescription(words)
        widget.setProperty(_BY_TIP, bool(words))


def say_problem(widget: QWidget, problem: str, *further: str) -> None:
    """What is wrong with an answer, before what else there is to say of it."""
    # Qt's state "invalid" is no way to tell it: a Mac passes over what is in it, as over what is
    # gone.
    describe(widget, f"Problem: {problem}" if problem else "", *further)
