"""Plain boxes to type or choose in. The style sheet draws them; undo is the bid's, not Qt's."""

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from bidwriter.kinds.frozen import MOST_IN_A_LINE
from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_FIELD
from bidwriter.ui.parts.announcer import announce
from bidwriter.ui.parts.bid_undo import handed_on, left_to_the_window
from bidwriter.ui.parts.copied_files import WHY, are_files
from bidwriter.ui.parts.heard import say_opened
from bidwriter.ui.parts.plain import show_tip, tip


def _is_first_half(character: str) -> bool:
    """Whether this is the first of the two that Qt makes of a character such as an emoji."""
    return "\ud800" <= character <= "\udbff"


def _say_full(box: QWidget, most: int) -> None:
    """Say that what was typed or pasted did not all fit."""
    _say(box, f"Only {most:,} characters fit here. What came after them was left out")


def _say(box: QWidget, words: str) -> None:
    show_tip(box.mapToGlobal(box.rect().bottomLeft()), words, box)
    announce(box, words, at_once=True)


def _passed_by(box: QWidget, source: QMimeData | None) -> bool:
    """Whether files are all that would come in: they stay out, and that is said."""
    found = are_files(source)
    if found:
        _say(box, WHY)
    return found


class LineEdit(QLineEdit):
    """One line. `characters` suggests how long the answer is; `most` fit. What does not fit is
    left out, as `filled_up` tells, so that the box never shows what the bid cannot hold."""

    undo_asked = Signal()
    redo_asked = Signal()
    filled_up = Signal()

    def __init__(
        self,
        text: str = "",
        *,
        characters: int = 0,
        most: int = MOST_IN_A_LINE,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setMaxLength(most)
        self.inputRejected.connect(self._on_rejected)
        self._characters = characters
        self.setPlaceholderText(placeholder)
        self.setProperty("ringRadius", RADIUS_FIELD)
        theme().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_text(self, text: str) -> None:
        """Take a text from outside, only if it differs, so that the cursor never jumps."""
        if text != self.text():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))

    @override
    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's own shortcuts."""
        return not left_to_the_window(event) and super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Forward undo and redo; words come in, copied files do not."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.put_in()
        elif not handed_on(event, self.undo_asked, self.redo_asked):
            super().keyPressEvent(event)

    def put_in(self) -> None:
        """Paste."""
        if not self.isReadOnly() and not _passed_by(self, QGuiApplication.clipboard().mimeData()):
            self.paste()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Words come in, dragged files do not."""
        if not _passed_by(self, event.mimeData()):
            super().dropEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's menu, with the bid's undo in place of Qt's own."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.put_in)
            asked = {"edit-undo": self.undo_asked, "edit-redo": self.redo_asked}
            if action.objectName() in asked:
                action.triggered.disconnect()
                action.triggered.connect(asked[action.objectName()])
                action.setEnabled(not self.isReadOnly())
        menu.popup(event.globalPos())

    def _on_rejected(self) -> None:
        _say_full(self, self.maxLength())
        self.filled_up.emit()

    def _on_theme_changed(self) -> None:
        if self._characters:
            one = theme().font("body").pixelSize() * 0.56
            self.setMaximumWidth(round(self._characters * one) + theme().px(28))


class TextArea(QPlainTextEdit):
    """A few lines of plain words; `most` characters fit, and `filled_up` tells that more were
    left out. Tab leaves it."""

    undo_asked = Signal()
    redo_asked = Signal()
    filled_up = Signal()

    def __init__(
        self, *, lines: int = 3, most: int = MOST_IN_A_LINE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines, self._most = lines, most
        self.textChanged.connect(self._on_changed)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", RADIUS_FIELD)
        theme().changed.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        """Take a text from outside, only if it differs."""
        if text != self.toPlainText():
            at = self.textCursor().position()
            self.setPlainText(text)
            cursor = self.textCursor()
            cursor.setPosition(min(at, len(text)))
            self.setTextCursor(cursor)

    @override
    def sizeHint(self) -> QSize:
        """Room for the lines asked for."""
        height = theme().line("body") * self._lines + theme().px(22)
        return QSize(theme().px(320), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """Never less than the lines asked for, or a scroll area would squeeze it."""
        return QSize(theme().px(120), self.sizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's own shortcuts."""
        return not left_to_the_window(event) and super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Forward undo and redo."""
        if not handed_on(event, self.undo_asked, self.redo_asked):
            super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words come in, copied and dragged files do not."""
        if not _passed_by(self, source):
            super().insertFromMimeData(source)

    def _on_changed(self) -> None:
        over = self.document().characterCount() - 1 - self._most
        if over <= 0:
            return
        cursor = self.textCursor()
        start = max(0, cursor.position() - over)
        if start and _is_first_half(self.document().characterAt(start - 1)):
            start, over = start - 1, over + 1
        cursor.setPosition(start)
        cursor.setPosition(start + over, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        _say_full(self, self._most)
        self.filled_up.emit()


class ComboBox(QComboBox):
    """A closed list. The wheel passes it by."""

    heard_as = QAccessible.Role.ComboBox

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", RADIUS_FIELD)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        self.setMinimumContentsLength(8)
        self.currentTextChanged.connect(self._tell_rest)

    def _tell_rest(self) -> None:
        """A choice that is cut off is told in full when the mouse rests on it."""
        words = self.currentText()
        tip(self, words if self.fontMetrics().horizontalAdvance(words) > self._room() else "")

    def _room(self) -> int:
        """For words."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        box, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(box, option, field, self).width() - 2

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of the choice may show."""
        super().resizeEvent(event)
        self._tell_rest()

    @override
    def showPopup(self) -> None:
        """Open the list."""
        self.is_open = True
        super().showPopup()
        say_opened(self)

    @override
    def hidePopup(self) -> None:
        """Shut the list."""
        super().hidePopup()
        if self.is_open:
            self.is_open = False
            say_opened(self)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change no answer while the officer only scrolls past: left unaccepted, the wheel goes on
        to the page behind and scrolls it."""
        event.ignore()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, then our chevron: a style sheet cannot recolour one."""
        self._paint_box()
        painter, side = painter_on(self), theme().px(16)
        left = self.width() - side - theme().px(11)
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-down", spot, "text2" if self.isEnabled() else "control")
        painter.end()

    def _paint_box(self) -> None:
        """As Qt does, but words that do not fit end in three dots."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        words = self.currentText()
        if self.currentIndex() < 0:
            words = self.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        elide = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(words, elide, self._room())
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
