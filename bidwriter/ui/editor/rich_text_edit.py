"""The text box for answers: shows blocks, lets them be edited, and says so.

It keeps no history of its own: undo belongs to the bid. `edited` tells of the officer's own
edits only, never of `set_blocks`.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from bidwriter.prose.blocks import (
    MOST_CHARACTERS,
    Block,
    Span,
    TooLongError,
    normal,
)
from bidwriter.prose.lists import BlockKind
from bidwriter.prose.mark_up import TooMuchMarkUpError
from bidwriter.prose.pasted import blocks_from_html, blocks_from_text
from bidwriter.ui.editor.copying import mime_of, selected_blocks
from bidwriter.ui.editor.formats import block_format, char_format, kind_of
from bidwriter.ui.editor.formatting import (
    change_spans,
    link_at,
    put_link,
    span_at,
    toggle_kind,
)
from bidwriter.ui.editor.marks import Mark, Marker
from bidwriter.ui.editor.menu import FigureActs, editing_menu
from bidwriter.ui.editor.places import CursorKeeper
from bidwriter.ui.editor.reading import Reading
from bidwriter.ui.editor.tokens import Token, Tokens
from bidwriter.ui.editor.typing_rules import (
    leaves_link,
    press_backspace,
    press_enter,
    start_list,
    turn_into_list,
)
from bidwriter.ui.editor.writing import insert_blocks, regroup_lists, replace_lines, set_kind
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.bid_undo import handed_on, left_to_the_window
from bidwriter.ui.parts.plain import NOTHING, Menu, show_tip

AskLink = Callable[[str, str], tuple[str, str] | None]
_TOO_LONG = (
    f"Nothing was pasted: one answer holds {MOST_CHARACTERS:,} characters, and what you copied "
    "has more. Copy less of it"
)
_TOO_MUCH = (
    "Nothing was pasted: what you copied holds too much formatting to be read. Copy less of it, or "
    "copy it out of a plain text editor"
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RichTextEdit(QTextEdit):
    """`ask_link` is given a link's words and address, and returns both, or None to leave it."""

    edited = Signal()
    refused = Signal(str)  # what was pasted was not taken, and why
    break_in_typing = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    format_changed = Signal()
    figure_asked = Signal()  # a live figure is wanted at the cursor
    figure_met = Signal(str)  # the cursor passed or took hold of the figure of this name
    figure_followed = Signal(str)  # where it comes from is asked for

    def __init__(
        self, ask_link: AskLink | None = None, *, lines: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ask_link = ask_link
        self.about_figure: Callable[[str], str] = str
        self._lines = lines
        self._busy = True
        # Qt also says that the text has changed when only its font has.
        self._known: tuple[Block, ...] = ()
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._reading = Reading(self.document())
        self._marker = Marker(self, self._reading)
        self.tokens = Tokens(self)
        set_kind(self.document().firstBlock(), "paragraph")
        self.textChanged.connect(self._on_text_changed)
        self.currentCharFormatChanged.connect(self.format_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.cursorPositionChanged.connect(self.format_changed)
        theme().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def blocks(self) -> tuple[Block, ...]:
        """What is in the box, in the stored shape. Cheap: only what changed is read again."""
        return self._reading.blocks()

    def set_blocks(self, blocks: tuple[Block, ...], *, follow: bool = False) -> None:
        """Show `blocks`, touching only what differs; `follow` puts the cursor at the change."""
        now = self.blocks()
        head = _common(blocks, now)
        tail = _common(blocks[head:][::-1], now[head:][::-1])
        # What is equal to what we hold is normal already: only the rest needs work.
        fresh = normal(blocks[head : len(blocks) - tail])
        if fresh == now[head : len(now) - tail]:
            return
        filled = self._reading.filled()
        start = filled[head - 1] + 1 if head else 0
        stop = filled[-tail] if tail else self.document().blockCount()
        keeper = CursorKeeper(self.textCursor(), start, stop, len(fresh))
        self._edit_quietly(lambda: self._replace(start, stop, fresh))
        keeper.restore(self, follow=follow)
        self.tokens.note_cursor()
        self._marker.show()

    def insert(self, blocks: tuple[Block, ...]) -> None:
        """Put blocks at the cursor, as pasting does."""
        if not blocks:
            return
        self.break_in_typing.emit()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        insert_blocks(cursor, blocks)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.break_in_typing.emit()

    def insert_figure(self, name: str, words: str) -> None:
        """Put a live figure at the cursor, in the look that is in force there."""
        look = self.format()._replace(text=words, figure=name)
        self.insert((Block("paragraph", (look,)),))

    def format(self) -> Span:
        """What is in force at the cursor."""
        return span_at(self.textCursor(), self.currentCharFormat())

    def kind(self) -> BlockKind:
        """The kind of the block at the cursor."""
        return kind_of(self.textCursor().block())

    def toggle_bold(self) -> None:
        """Bold, or not."""
        on = not self.format().bold
        self._change(lambda span: span._replace(bold=on))

    def toggle_italic(self) -> None:
        """Italic, or not."""
        on = not self.format().italic
        self._change(lambda span: span._replace(italic=on))

    def toggle_kind(self, kind: BlockKind) -> None:
        """Make the selected blocks of a kind, or paragraphs again."""
        if self.isReadOnly():
            return
        self.break_in_typing.emit()
        made = toggle_kind(self.textCursor(), kind)
        if self.textCursor().block().length() == 1:
            self.setCurrentCharFormat(char_format(made, Span("")))
        self.format_changed.emit()

    def edit_link(self) -> None:
        """Ask for a link's words and address, and put it in; an empty address unlinks."""
        if self.isReadOnly() or self.ask_link is None:
            return
        cursor = link_at(self.textCursor())
        old = cursor.charFormat().anchorHref()
        answer = self.ask_link(cursor.selectedText().replace("\u2029", " "), old)
        if answer is not None and answer[0]:
            self.break_in_typing.emit()
            put_link(cursor, *answer)
            self.setTextCursor(cursor)

    def shade_from(self, block: int | None, offset: int = 0) -> None:
        """Shade all words from a place on, as too many; None shades none."""
        self._marker.shade_from(block, offset)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Mark stretches."""
        self._marker.set_marks(marks)

    def go_to(self, block: int, start: int = 0, end: int | None = None) -> None:
        """Select a stretch, or put the cursor at a place, and scroll there."""
        cursor = self.textCursor()
        cursor.setPosition(self._marker.position(block, start))
        if end is not None:
            at = self._marker.position(block, end, after=True)
            cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    @override
    def sizeHint(self) -> QSize:
        """Room for the lines asked for."""
        height = theme().line("prose") * self._lines + 2 * round(self.document().documentMargin())
        return QSize(theme().px(480), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """Never less, or a scroll area would squeeze it."""
        return QSize(theme().px(160), self.sizeHint().height())

    def ring_owner(self) -> QWidget:
        """The focus ring goes round the frame, if there is one."""
        parent = self.parentWidget()
        return parent if parent is not None and parent.property("isEditorFrame") else self

    @override
    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's own shortcuts."""
        return not left_to_the_window(event) and super().event(event)

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
            super().keyPressEvent(event)
            if self.document().blockCount() < before:
                set_kind(self.textCursor().block(), self.kind())

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
        acts = token and FigureActs(
            partial(self.figure_followed.emit, token.name), partial(self.make_plain, token)
        )
        return editing_menu(self, self.undo_asked.emit, self.redo_asked.emit, acts)

    def make_plain(self, token: Token) -> None:
        """Let a live figure be words like any others."""
        self.break_in_typing.emit()
        self.tokens.make_plain(token)
        self.break_in_typing.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint of live figures lies under the words, lines under doubtful words over them."""
        self.tokens.paint()
        super().paintEvent(event)
        self._marker.paint()

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
    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Nothing, as a value: without one, Qt opens the file by itself."""
        return NOTHING

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy our few formats only."""
        return mime_of(selected_blocks(self.textCursor()))

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words can be pasted; pictures and files cannot."""
        return source.hasText() or source.hasHtml()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste structure, drop styling."""
        try:
            blocks = blocks_from_html(source.html()) if source.hasHtml() else ()
            self.insert(blocks or blocks_from_text(source.text()))
        except TooLongError:
            self.refused.emit(_TOO_LONG)
        except TooMuchMarkUpError:
            self.refused.emit(_TOO_MUCH)

    def _on_cursor_moved(self) -> None:
        if not self._busy and (met := self.tokens.keep_out()) is not None:
            self.figure_met.emit(met.name)

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
        if event.text() == " " and (kind := start_list(cursor)) is not None:
            self.break_in_typing.emit()
            turn_into_list(cursor, kind)
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

    def _change(self, change: Callable[[Span], Span]) -> None:
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        if cursor.hasSelection():
            self.break_in_typing.emit()
            change_spans(cursor, change)
        else:
            self.setCurrentCharFormat(char_format(self.kind(), change(self.format())))
        self.format_changed.emit()

    def _replace(self, start: int, stop: int, fresh: Sequence[Block]) -> None:
        replace_lines(self.document(), start, stop, fresh)
        regroup_lists(self.document())

    def _edit_quietly(self, change: Callable[[], None]) -> None:
        self._busy = True
        brush = QTextCursor(self.document())
        brush.beginEditBlock()
        change()
        brush.endEditBlock()
        self._reading.kinds_changed = False
        self._busy = False
        self._known = self.blocks()

    def _on_text_changed(self) -> None:
        if self._busy:
            return
        if self._reading.kinds_changed:
            known = self._known
            self._edit_quietly(lambda: regroup_lists(self.document()))
            self._known = known
        if self.blocks() != self._known:
            self._known = self.blocks()
            self.edited.emit()

    def _on_theme_changed(self) -> None:
        self.setFont(theme().font("prose"))
        self.document().setDefaultFont(theme().font("prose"))
        self.document().setDocumentMargin(theme().px(20))
        self.document().setIndentWidth(theme().px(30))
        self._edit_quietly(self._look_again)
        self.updateGeometry()
        self._marker.show()

    def _look_again(self) -> None:
        """Margins and link colours are written into the document: write them anew."""
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            cursor.mergeBlockFormat(block_format(kind_of(block)))
            block = block.next()
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        change_spans(whole, lambda span: span)
        regroup_lists(self.document())


_CONTROL = int(Qt.KeyboardModifier.ControlModifier.value)
_BOTH = _CONTROL | int(Qt.KeyboardModifier.ShiftModifier.value)
_KEYS: dict[tuple[int, int], Callable[[RichTextEdit], None]] = {
    (_CONTROL, Qt.Key.Key_B): RichTextEdit.toggle_bold,
    (_CONTROL, Qt.Key.Key_I): RichTextEdit.toggle_italic,
    (_BOTH, Qt.Key.Key_K): RichTextEdit.edit_link,
    (_BOTH, Qt.Key.Key_F): lambda box: box.figure_asked.emit(),
    # With Shift held a keyboard sends the sign on the key, not its digit.
    (_BOTH, Qt.Key.Key_7): lambda box: box.toggle_kind("number"),
    (_BOTH, Qt.Key.Key_Ampersand): lambda box: box.toggle_kind("number"),
    (_BOTH, Qt.Key.Key_8): lambda box: box.toggle_kind("bullet"),
    (_BOTH, Qt.Key.Key_Asterisk): lambda box: box.toggle_kind("bullet"),
}


def _common(first: Sequence[Block], second: Sequence[Block]) -> int:
    """How many blocks from the start are alike."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
