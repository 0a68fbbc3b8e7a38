"""A text box that shows blocks and reads them back, whatever changes them; marks stand over its
words. What the officer's keys and clipboard do is in `rich_text_edit`.

It keeps no history of its own: undo belongs to the bid. `edited` tells of the officer's own
edits only, never of `set_blocks`.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QPaintEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from bidwriter.prose.blocks import Block, Span, normal
from bidwriter.prose.lists import BlockKind
from bidwriter.ui.editor.formats import PARAGRAPH, block_format, kind_of, shape_of
from bidwriter.ui.editor.formatting import change_spans, span_at
from bidwriter.ui.editor.grouping import regroup_lists
from bidwriter.ui.editor.marks import Mark, Marker
from bidwriter.ui.editor.places import CursorKeeper
from bidwriter.ui.editor.reading import Reading
from bidwriter.ui.editor.tokens import Tokens
from bidwriter.ui.editor.writing import insert_blocks, replace_lines, set_shape
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.bid_undo import left_to_the_window
from bidwriter.ui.parts.plain import NOTHING


class BlockBox(QTextEdit):
    """`passage`: it holds part of an answer, which may begin beneath an item that is elsewhere."""

    edited = Signal()
    break_in_typing = Signal()
    format_changed = Signal()
    figure_met = Signal(str)  # the cursor passed or took hold of the figure of this name

    def __init__(
        self, *, lines: int = 8, passage: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines, self._passage = lines, passage
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
        self._reading = Reading(self.document(), passage=passage)
        self._marker = Marker(self, self._reading)
        self.tokens = Tokens(self)
        set_shape(self.document().firstBlock(), PARAGRAPH)
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
        blocks, now = self._reading.settle(normal(blocks)), self.blocks()
        head = _common(blocks, now)
        tail = _common(blocks[head:][::-1], now[head:][::-1])
        fresh = blocks[head : len(blocks) - tail]
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

    def format(self) -> Span:
        """What is in force at the cursor."""
        return span_at(self.textCursor(), self.currentCharFormat())

    def kind(self) -> BlockKind:
        """The kind of the block at the cursor."""
        return kind_of(self.textCursor().block())

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
    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint of live figures lies under the words, lines under doubtful words over them."""
        self.tokens.paint()
        super().paintEvent(event)
        self._marker.paint()

    @override
    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Nothing, as a value: without one, Qt opens the file by itself."""
        return NOTHING

    def _on_cursor_moved(self) -> None:
        if not self._busy and (met := self.tokens.keep_out()) is not None:
            self.figure_met.emit(met.name)

    def _replace(self, start: int, stop: int, fresh: Sequence[Block]) -> None:
        replace_lines(self.document(), start, stop, fresh)
        regroup_lists(self.document(), whole=not self._passage)

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
            self._edit_quietly(lambda: regroup_lists(self.document(), whole=not self._passage))
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
            cursor.mergeBlockFormat(block_format(shape_of(block)))
            block = block.next()
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        change_spans(whole, lambda span: span)
        regroup_lists(self.document(), whole=not self._passage)


def _common(first: Sequence[Block], second: Sequence[Block]) -> int:
    """How many blocks from the start are alike."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
