"""The slim bar over the editor: one Tab stop, arrow keys inside, "more" when it is narrow."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from bidwriter.ui.editor.bar_buttons import BarButton, Divider
from bidwriter.ui.editor.rich_text_edit import RichTextEdit
from bidwriter.ui.look.icons import icon
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.plain import Menu

# How many of the buttons are formats, the gaps between buttons, and round the divider.
_FORMATS, _GAP, _DIVIDED = 8, 3, 15


class _Entry(NamedTuple):
    button: BarButton
    act: Callable[[], None]
    kept: bool


class EditorBar(QWidget):
    """Works on one RichTextEdit. `expand_asked`: write without distraction, or stop it."""

    expand_asked = Signal(bool)

    def __init__(self, box: RichTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = box
        self._entries: list[_Entry] = []
        self._hidden: list[_Entry] = []
        self.setAccessibleName("Formatting")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._add_formats()
        self._divider = Divider(self)
        self.more = BarButton("ellipsis", "More formats", parent=self)
        self.more.clicked.connect(self._on_more)
        self.expand = BarButton("maximize-2", "Write without distraction", "F11", parent=self)
        self.expand.setCheckable(True)
        self.expand.toggled.connect(self.expand_asked)
        self._stop_at(self._entries[0].button)
        box.format_changed.connect(self._on_format_changed)
        theme().changed.connect(self._on_theme_changed)

    def add_extra(
        self, icon_name: str, words: str, act: Callable[[], None], keys: str = ""
    ) -> QToolButton:
        """Add a button with words after the formats, such as "Insert figure"."""
        button = BarButton(icon_name, words, keys, words=words, parent=self)
        self._enter(button, act, kept=False)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the bar is one Tab stop
        self._lay_out()
        return button

    @override
    def sizeHint(self) -> QSize:
        """As wide as everything, as high as a button and a little air."""
        width = sum(entry.button.sizeHint().width() for entry in self._entries)
        return QSize(width + theme().px(120), theme().px(34) + theme().px(12))

    @override
    def minimumSizeHint(self) -> QSize:
        """Bold, italic, a list and more always fit."""
        return QSize(theme().px(34) * 6, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """What does not fit goes into the menu."""
        super().resizeEvent(event)
        self._lay_out()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right walk, Home and End jump, Escape goes back to the words."""
        shown = self._shown()
        at = next((i for i, button in enumerate(shown) if button.hasFocus()), 0)
        moves = {
            Qt.Key.Key_Right: (at + 1) % len(shown),
            Qt.Key.Key_Left: (at - 1) % len(shown),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(shown) - 1,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._stop_at(shown[moves[key]])
            shown[moves[key]].setFocus(Qt.FocusReason.TabFocusReason)
        elif key == Qt.Key.Key_Escape:
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def menu_of_hidden(self) -> Menu:
        """What does not fit, as a menu."""
        menu = Menu(self)
        for entry in self._hidden:
            button = entry.button
            action = menu.add(button.accessibleName(), entry.act, icon=icon(button.icon_name))
            action.setCheckable(button.isCheckable())
            action.setChecked(button.isChecked())
        return menu

    def _add_formats(self) -> None:
        box = self._box
        for kept, icon_name, name, keys, act in (
            (True, "bold", "Bold", "Ctrl+B", box.toggle_bold),
            (True, "italic", "Italic", "Ctrl+I", box.toggle_italic),
            (False, "heading-2", "Sub-heading", "", lambda: box.toggle_kind("heading")),
            (True, "list", "Bulleted list", "Ctrl+Shift+8", lambda: box.toggle_kind("bullet")),
            (False, "list-ordered", "Numbered list", "Ctrl+Shift+7",
             lambda: box.toggle_kind("number")),
            (False, "superscript", "Superscript", "Ctrl+.", lambda: box.toggle_rise("raised")),
            (False, "subscript", "Subscript", "Ctrl+,", lambda: box.toggle_rise("lowered")),
            (False, "link", "Link", "Ctrl+Shift+K", box.edit_link),
        ):  # fmt: skip
            button = BarButton(icon_name, name, keys, parent=self)
            button.setCheckable(icon_name != "link")
            self._enter(button, act, kept=kept)

    def _enter(self, button: BarButton, act: Callable[[], None], *, kept: bool) -> None:
        self._entries.append(_Entry(button, act, kept))
        button.clicked.connect(lambda: self._on_clicked(act))

    def _on_clicked(self, act: Callable[[], None]) -> None:
        act()
        self._on_format_changed()

    def _on_more(self) -> None:
        menu = self.menu_of_hidden()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _on_format_changed(self) -> None:
        span, kind = self._box.format(), self._box.kind()
        states = {
            "bold": span.bold,
            "italic": span.italic,
            "heading-2": kind == "heading",
            "superscript": span.rise == "raised",
            "subscript": span.rise == "lowered",
            "list": kind == "bullet",
            "list-ordered": kind == "number",
        }
        for entry in self._entries:
            if entry.button.icon_name in states:
                entry.button.setChecked(states[entry.button.icon_name])

    def _shown(self) -> list[QToolButton]:
        """What can be walked to, left to right."""
        found: list[QToolButton] = [e.button for e in self._entries if not e.button.isHidden()]
        found += [button for button in (self.more, self.expand) if not button.isHidden()]
        return found

    def _stop_at(self, chosen: QToolButton) -> None:
        everything = [*(e.button for e in self._entries), self.more, self.expand]
        for button in everything:
            here = button is chosen
            policy = Qt.FocusPolicy.TabFocus if here else Qt.FocusPolicy.NoFocus
            button.setFocusPolicy(policy)

    def _lay_out(self) -> None:
        px, edge = theme().px, theme().px(10)
        end = self.width() - edge - self.expand.sizeHint().width()
        self._hidden = self._that_do_not_fit(end - edge)
        x = edge
        for at, entry in enumerate(self._entries):
            gone = entry in self._hidden
            entry.button.setVisible(not gone)
            if at == _FORMATS:
                self._divider.setVisible(not gone)
                self._divider.setGeometry(x + px(7), (self.height() - px(20)) // 2, 1, px(20))
                x += px(_DIVIDED)
            if not gone:
                x = self._place(entry.button, x)
        if len(self._entries) <= _FORMATS:
            self._divider.hide()
        self.more.setVisible(bool(self._hidden))
        self._place(self.more, x)
        self._place(self.expand, end)
        shown = self._shown()
        if not any(b.focusPolicy() == Qt.FocusPolicy.TabFocus for b in shown):
            self._stop_at(shown[0])

    def _that_do_not_fit(self, room: int) -> list[_Entry]:
        gone: list[_Entry] = []
        more = self.more.sizeHint().width()

        def needed() -> int:
            gap = theme().px(_GAP)
            shown = (e.button.sizeHint().width() + gap for e in self._entries if e not in gone)
            extras = theme().px(_DIVIDED) if len(self._entries) > _FORMATS else 0
            return sum(shown) + extras + (more if gone else 0)

        for entry in reversed([e for e in self._entries if not e.kept]):
            if needed() <= room:
                break
            gone.insert(0, entry)
        return gone

    def _place(self, button: QToolButton, x: int) -> int:
        size = button.sizeHint()
        button.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
        return x + size.width() + theme().px(_GAP)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._lay_out()
