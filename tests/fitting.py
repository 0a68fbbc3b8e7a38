"""Whether all of a window can be seen: nothing cut off, and nothing beyond what scrolls."""

from collections.abc import Iterator

from driving import shown_in
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from bidwriter.ui.parts.side_tabs import SideTabs

SEEN = (QLabel, QAbstractButton, QLineEdit, QComboBox, QTabBar, QAbstractItemView)
SLACK = 1  # rounding


def cut_off(window: QWidget) -> list[str]:
    """What cannot be seen whole, however one scrolls down; tables alone may scroll across."""
    found = []
    for widget in shown_in(window):
        if widget.window() is not window:
            continue
        about = f"{type(widget).__name__} “{_words(widget)[:40]}”"
        if isinstance(widget, SEEN) and (outside := _outside(widget, window)):
            found.append(f"{about} sticks out of {outside}")
        found += [f"{about} {wrong}" for wrong in _cut(widget)]
    return found


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) else "")


def _outside(widget: QWidget, window: QWidget) -> str:
    """The part that a widget sticks out of; of what scrolls only the width counts."""
    rect, part = QRect(QPoint(0, 0), widget.size()), widget
    while part is not window:
        above = part.parentWidget()
        assert above is not None
        rect.translate(part.pos())
        area = above.parentWidget()
        scrolls = isinstance(area, QAbstractScrollArea) and area.viewport() is above
        if scrolls and isinstance(area, QAbstractItemView):
            return ""
        room = above.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if scrolls:
            if rect.left() < room.left() or rect.right() > room.right():
                return f"what {type(area).__name__} scrolls"
            rect = above.rect()
        elif not room.contains(rect):
            return f"{type(above).__name__}: {rect.getRect()} of {above.size().toTuple()}"
        part = above
    return ""


def _cut(widget: QWidget) -> Iterator[str]:
    """What of a widget's own words or sides is cut."""
    match widget:
        case QLabel():
            yield from _cut_label(widget)
        case QComboBox():
            yield from _cut_choice(widget)
        case QAbstractButton() if widget.hasHeightForWidth():
            if widget.heightForWidth(widget.width()) > widget.height() + SLACK:
                yield "is cut below"
        case QAbstractButton() if widget.sizeHint().width() > widget.width() + SLACK:
            yield "is narrower than its words"
        case QLineEdit() if not widget.text():
            needed = QFontMetricsF(widget.font()).horizontalAdvance(widget.placeholderText())
            if needed > widget.contentsRect().width():
                yield f"cuts its “{widget.placeholderText()}”"
        case _:
            yield from _cut_across(widget)


def _cut_across(widget: QWidget) -> Iterator[str]:
    """Tabs without room, and what scrolls across and is no table."""
    if isinstance(widget, SideTabs):
        if sum(widget.tabRect(at).width() for at in range(widget.count())) > widget.width():
            yield "has more tabs than room"
        return
    match widget:
        case QAbstractItemView():
            return
        case QAbstractScrollArea() if widget.horizontalScrollBar().maximum() > 0:
            yield "scrolls across"


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.text() or label.text() in label.toolTip():
        return
    if label.wordWrap():
        metrics = QFontMetricsF(label.font())
        words = [word for word in label.text().split() if word.isalpha()]  # no path and no number
        if any(metrics.horizontalAdvance(word) > label.width() + SLACK for word in words):
            yield "breaks a word"
        if label.heightForWidth(label.width()) > label.height() + SLACK:
            yield "is cut below"
    elif label.sizeHint().width() > label.width() + 2 + SLACK:
        yield "is cut at its end"


def _cut_choice(choice: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    field = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        choice,
    )
    needed = QFontMetricsF(choice.font()).horizontalAdvance(choice.currentText())
    if needed > field.width() and choice.currentText() not in choice.toolTip():
        yield f"cuts “{choice.currentText()}”"
