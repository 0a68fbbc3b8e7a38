"""What an officer makes of the words of a text box: looks, links, kinds and levels of blocks."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidwriter.prose.blocks import Span
from bidwriter.prose.lists import BlockKind
from bidwriter.prose.rises import Rise
from bidwriter.ui.editor.block_box import BlockBox
from bidwriter.ui.editor.formats import char_format, shape_of
from bidwriter.ui.editor.formatting import (
    change_rise,
    change_spans,
    link_at,
    put_link,
    toggle_kind,
)
from bidwriter.ui.editor.typing_rules import press_tab
from bidwriter.ui.editor.writing import set_shape

AskLink = Callable[[str, str], tuple[str, str] | None]
AskStart = Callable[[int], int | None]


class FormattingBox(BlockBox):
    """`ask_link` is given a link's words and address, and returns both, or None to leave it;
    `ask_start` the number that a list begins at, and returns another, or None."""

    level_changed = Signal(int)

    def __init__(
        self,
        ask_link: AskLink | None = None,
        ask_start: AskStart | None = None,
        *,
        lines: int = 8,
        passage: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(lines=lines, passage=passage, parent=parent)
        self.ask_link, self.ask_start = ask_link, ask_start

    def toggle_bold(self) -> None:
        """Bold, or not."""
        on = not self.format().bold
        self._change(lambda span: span._replace(bold=on))

    def toggle_italic(self) -> None:
        """Italic, or not."""
        on = not self.format().italic
        self._change(lambda span: span._replace(italic=on))

    def toggle_rise(self, rise: Rise) -> None:
        """Superscript or subscript, or neither."""
        if self.isReadOnly():
            return
        now: Rise = "" if self.format().rise == rise else rise
        if not self.textCursor().hasSelection():
            self._change(lambda span: span._replace(rise=now))
            return
        self.break_in_typing.emit()
        cursor = self.textCursor()
        low, high = cursor.selectionStart(), cursor.selectionEnd()
        change_rise(cursor, now)
        cursor.setPosition(low)
        cursor.setPosition(high, cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.break_in_typing.emit()
        self.format_changed.emit()

    def toggle_kind(self, kind: BlockKind) -> None:
        """Make the selected blocks of a kind, or paragraphs again."""
        if self.isReadOnly():
            return
        self.break_in_typing.emit()
        made = toggle_kind(self.textCursor(), kind)
        if self.textCursor().block().length() == 1:
            self.setCurrentCharFormat(char_format(made, Span("")))
        self.format_changed.emit()

    def list_start(self) -> int | None:
        """The number that the list at the cursor begins at; None where there is none."""
        block = self.textCursor().block()
        if self.kind() != "number" or block.textList() is None:
            return None
        return block.textList().format().start()

    def edit_start(self) -> None:
        """Ask for the number that the list at the cursor begins at."""
        start = self.list_start()
        if self.isReadOnly() or self.ask_start is None or start is None:
            return
        first = self.textCursor().block().textList().item(0)
        answer = self.ask_start(start)
        if answer is not None and answer != start:
            self.break_in_typing.emit()
            set_shape(first, shape_of(first)._replace(start=answer))
            self.break_in_typing.emit()

    def change_level(self, *, back: bool) -> bool:
        """Set the selected list items in, or back; whether any could be."""
        if self.isReadOnly():
            return False
        self.break_in_typing.emit()
        cursor = self.textCursor()
        done = press_tab(cursor, back=back)
        if done:
            self.setTextCursor(cursor)
            self.break_in_typing.emit()
            self.level_changed.emit(1 if back else 2)
            self.format_changed.emit()
        return done

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
