"""The side panel's tabs: words, a count, and a bar of ink under the one that shows."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import painter_on, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.plain import PlainTabs


class SideTabs(PlainTabs):
    """A real tab bar, painted. Counts are part of the tab's text, so readers hear them."""

    def __init__(self, names: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ringRadius", 4)
        self._names = names
        for name in names:
            self.add(name)
        theme().changed.connect(self._on_theme_changed)

    def set_count(self, index: int, count: int) -> None:
        """Show how many things are open behind a tab; 0 shows none."""
        name = self._names[index]
        text = f"{name} {count}" if count else name
        if text != self.tabText(index):
            self.setTabText(index, text)

    @override
    def tabSizeHint(self, index: int) -> QSize:
        """The words at their boldest, so that nothing moves when another tab is chosen."""
        metrics = QFontMetricsF(theme().font("small", 600))
        width = metrics.horizontalAdvance(self.tabText(index)) + theme().px(18)
        return QSize(round(width), max(theme().px(46), theme().line("small") + theme().px(26)))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        """The same."""
        return self.tabSizeHint(index)

    def ring_box(self) -> QRectF:
        """The focus ring goes round the tab, not round the whole bar."""
        return QRectF(self.tabRect(self.currentIndex())).adjusted(3, 8, -3, -8)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline, then each tab."""
        painter = painter_on(self)
        painter.setPen(QPen(theme().colour("line"), 1))
        bottom = self.height() - 0.5
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        chosen, rect = index == self.currentIndex(), QRectF(self.tabRect(index))
        px = theme().px
        inner = rect.adjusted(px(9), 0, 0, 0)
        painter.setFont(theme().font("small", 600 if chosen else 500))
        painter.setPen(theme().colour("text" if chosen else "text2"))
        text_at(painter, inner, self.tabText(index), Qt.AlignmentFlag.AlignLeft)
        if chosen:
            width, height = rect.width() - px(18), px(2.5)
            line = QRectF(inner.x(), self.height() - height, width, height)
            painter.fillRect(line, theme().colour("ink"))

    def _on_theme_changed(self) -> None:
        # Qt measures tabs only when told that one has changed.
        self.setIconSize(QSize(theme().px(16), theme().px(16)))
        self.updateGeometry()
        self.update()
