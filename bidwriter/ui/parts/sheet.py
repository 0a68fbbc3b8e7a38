"""A page of a whole window: paper that scrolls, with its buttons below."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.parts_of_pages import centred
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.parts.words import Words, heading

WIDE = 900
PINNED_FROM = 760


class Sheet(QWidget):
    """Put widgets into `body` and buttons into `foot`. The focus begins on `heading`."""

    def __init__(self, crumbs: str, title: str, hint: str = "") -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.heading = heading(title)
        inside = QWidget()
        self.body = column(inside, 8)
        if crumbs:
            self.body.addWidget(Words(crumbs, "small", "text2"))
        self.body.addWidget(self.heading)
        if hint:
            self.body.addWidget(Words(hint, "body", "text2"))
        self._scroll = PageScroll(centred(inside, WIDE, (32, 28, 32, 24)))
        self._foot = QWidget()
        self.foot = row(self._foot, 10)
        widths(self._foot, most=WIDE)
        self._small_print = Words("", "small", "text2")
        self._bar = QWidget()
        self._bar_line = row(self._bar, 0, (32, 10, 32, 22))
        self._bar_line.addStretch(1)
        self._bar_line.addStretch(1)
        self._rule = Rule(room=0)
        self._rule.show_line(shown=False)
        outer = column(self, 0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._rule)
        outer.addWidget(self._bar)
        self._pinned: bool | None = None
        self.body.addWidget(self._small_print)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        theme().changed.connect(self._show_surface)
        self._show_surface()

    def take_focus(self) -> None:
        """Put the focus on the heading, at the top."""
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    def begin_at(self, part: QWidget) -> None:
        """Scroll so that this part of the page stands at the top, if there is enough below it."""
        bar = self._scroll.verticalScrollBar()
        below = part.mapTo(self._scroll, QPoint(0, 0)).y()
        bar.setValue(bar.value() + below - theme().px(20))

    def show_small_print(self, words: str) -> None:
        """Say at the end of the page what the header has no room for when it is narrow."""
        self._small_print.setText(words)

    def fit(self, effective_width: int) -> None:
        """The buttons stay in reach below what scrolls; where room is short, they scroll too."""
        pinned = effective_width >= PINNED_FROM
        if pinned == self._pinned:
            return
        self._pinned = pinned
        if pinned:
            self._bar_line.insertWidget(1, self._foot, 1000)
        else:
            self.body.addWidget(self._foot)
            self.body.removeWidget(self._small_print)
            self.body.addWidget(self._small_print)
        self._small_print.setVisible(not pinned and bool(self._small_print.text()))
        self._bar.setVisible(pinned)
        self._rule.setVisible(pinned)

    def _on_range_changed(self, _least: int, most: int) -> None:
        """A hairline says that the page goes on below."""
        self._rule.show_line(shown=most > 0)

    def _show_surface(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, theme().colour("surface"))
        self.setPalette(palette)
