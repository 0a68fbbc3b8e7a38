"""The text box for answers under the officer's hands: keys, live figures, the clipboard."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from typing_extensions import override

from bidwriter.prose.blocks import Block, Span
from bidwriter.ui.editor.copying import mime_of, selected_blocks
from bidwriter.ui.editor.formats import char_format, shape_of
from bidwriter.ui.editor.formatting_box import FormattingBox
from bidwriter.ui.editor.menu import EditActs, FigureActs, editing_menu
from bidwriter.ui.editor.pasting import NotPastedError, taken, taken_plain
from bidwriter.ui.editor.tokens import Token
from bidwriter.ui.editor.typing_rules import (
    leaves_link,
    press_backspace,
    press_enter,
    start_list,
    turn_into_list,
)
from bidwriter.ui.editor.writing import go_on, set_shape
from bidwriter.ui.parts.bid_undo import handed_on
from bidwriter.ui.parts.plain import Menu, show_tip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class RichTextEdit(FormattingBox):
    """`about_figure` says of a live figure what it is."""

    refused = Signal(str)  # what was pasted was not taken, and why
    said = Signal(str)  # what was passed over of what was pasted
    undo_asked = Signal()
    redo_asked = Signal()
    figure_asked = Signal()  # a live figure is wanted at the cursor
    figure_followed = Signal(str)  # where it comes from is asked for
    about_figure: Callable[[str], str] = str

    def insert_figure(self, name: str, words: str) -> None:
        """Put a live figure at the cursor, in the look that is in force there."""
        look = self.format()._replace(text=words, figure=name)
        self.insert((Block("paragraph", (look,)),))

    def paste_plain(self) -> None:
        """Paste the words alone, a paragraph for each line."""
        source = QGuiApplication.clipboard().mimeData()
        if source is not None and not self.isReadOnly():
            self._take(source, plain=True)

    @override
    def event(self, event: QEvent) -> bool:
        """Tab in a list sets its items in or back; where it cannot, it leaves as anywhere else."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if event.key() in _TABS and held == Qt.KeyboardModifier.NoModifier:
                back = event.key() == Qt.Key.Key_Backtab or bool(event.modifiers())
                # Never to `super`: where nothing else can take the focus, Qt would type a tab.
                if not self.change_level(back=back):
                    self.focusNextPrevChild(not back)
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Forward undo; handle what Qt does not do as officers expect."""
        if handed_on(event, self.undo_asked, self.redo_asked):
            return
        if event.key() in _ENTER and (token := self.tokens.selected()) is not None:
            self.figure_followed.emit(token.name)
            return
        if self.isReadOnly() or not (self._format_key(event) or self._typing_key(event)):
            before = self.document().blockCount()
            first = self.document().findBlock(self.textCursor().selectionStart())
            start = shape_of(first).start
            super().keyPressEvent(event)
            block = self.textCursor().block()
            if self.document().blockCount() < before:
                # What comes into the place of a list's first item takes its number.
                shape = shape_of(block)
                keeps = shape.kind == "number" and shape.start is None
                set_shape(block, shape._replace(start=start) if keeps else shape)
            elif self.document().blockCount() > before:
                go_on(block)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the box ends a stretch of typing."""
        super().focusOutEvent(event)
        self.break_in_typing.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Our own menu: Qt's undo knows nothing of the bid's."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        token = self.tokens.at_point(event.pos()) if by_mouse else self.tokens.at_cursor()
        menu = self.menu_at(token)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu_at(self, token: Token | None) -> Menu:
        """The menu with what can be done with the live figure, if any; the caller deletes it."""
        figure = token and FigureActs(
            partial(self.figure_followed.emit, token.name), partial(self.make_plain, token)
        )
        acts = EditActs(self.undo_asked.emit, self.redo_asked.emit, self.paste_plain)
        return editing_menu(self, acts, figure)

    def make_plain(self, token: Token) -> None:
        """Let a live figure be words like any others."""
        self.break_in_typing.emit()
        self.tokens.make_plain(token)
        self.break_in_typing.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a live figure takes hold of it whole."""
        token = self.tokens.at_point(event.position().toPoint())
        super().mousePressEvent(event)
        if token is not None and event.button() == Qt.MouseButton.LeftButton:
            self.tokens.select(token)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What another way of typing brings is no part of a live figure either."""
        if event.commitString() or event.preeditString():
            self.tokens.type_beside()
        super().inputMethodEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Say of a live figure under the mouse what it is and where it comes from."""
        if isinstance(event, QHelpEvent) and (token := self.tokens.at_point(event.pos())):
            show_tip(event.globalPos(), self.about_figure(token.name), self)
            return True
        return super().viewportEvent(event)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy our few formats only."""
        return mime_of(selected_blocks(self.textCursor()))

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whatever it is: of what cannot go in, it is said why."""
        return bool(source.formats())

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste structure, drop styling."""
        self._take(source)

    def _take(self, source: QMimeData, *, plain: bool = False) -> None:
        try:
            blocks, said = taken_plain(source) if plain else taken(source)
        except NotPastedError as error:
            self.refused.emit(str(error))
            return
        self.insert(blocks)
        if said:
            self.said.emit(said)

    def _typing_key(self, event: QKeyEvent) -> bool:
        if self.tokens.take_out(event):
            return True
        if event.text() and event.text().isprintable():
            self.tokens.type_beside()
        cursor = self.textCursor()
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not shift:
            self.break_in_typing.emit()
            return self._done(cursor, done=press_enter(cursor))
        if event.key() == Qt.Key.Key_Backspace:
            return self._done(cursor, done=press_backspace(cursor))
        if event.text() == " " and (shape := start_list(cursor)) is not None:
            self.break_in_typing.emit()
            turn_into_list(cursor, shape)
            return self._done(self.textCursor(), done=True)
        if event.text().isprintable() and event.text() and leaves_link(cursor):
            plain = self.format()._replace(link="")
            self.setCurrentCharFormat(char_format(self.kind(), plain))
        return False

    def _done(self, cursor: QTextCursor, *, done: bool) -> bool:
        if done:
            self.setTextCursor(cursor)
            self.setCurrentCharFormat(char_format(self.kind(), Span("")))
        return done

    def _format_key(self, event: QKeyEvent) -> bool:
        control = Qt.KeyboardModifier.ControlModifier
        both = control | Qt.KeyboardModifier.ShiftModifier
        held = event.modifiers() & (both | Qt.KeyboardModifier.AltModifier)
        action = _KEYS.get((int(held.value), event.key()))
        if action is not None:
            action(self)
        return action is not None


_CONTROL = int(Qt.KeyboardModifier.ControlModifier.value)
_BOTH = _CONTROL | int(Qt.KeyboardModifier.ShiftModifier.value)
_KEYS: dict[tuple[int, int], Callable[[RichTextEdit], None]] = {
    (_CONTROL, Qt.Key.Key_B): RichTextEdit.toggle_bold,
    (_CONTROL, Qt.Key.Key_I): RichTextEdit.toggle_italic,
    (_CONTROL, Qt.Key.Key_Period): lambda box: box.toggle_rise("raised"),
    (_CONTROL, Qt.Key.Key_Comma): lambda box: box.toggle_rise("lowered"),
    (_BOTH, Qt.Key.Key_V): RichTextEdit.paste_plain,
    (_BOTH, Qt.Key.Key_K): RichTextEdit.edit_link,
    (_BOTH, Qt.Key.Key_F): lambda box: box.figure_asked.emit(),
    # With Shift held a keyboard sends the sign on the key, not its digit.
    (_BOTH, Qt.Key.Key_7): lambda box: box.toggle_kind("number"),
    (_BOTH, Qt.Key.Key_Ampersand): lambda box: box.toggle_kind("number"),
    (_BOTH, Qt.Key.Key_8): lambda box: box.toggle_kind("bullet"),
    (_BOTH, Qt.Key.Key_Asterisk): lambda box: box.toggle_kind("bullet"),
}
