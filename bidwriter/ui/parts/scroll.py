"""A page that scrolls down, never across, and whose content never shrinks to fit."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.theme import theme


class PageScroll(QScrollArea):
    """Scrolls `content` by whole lines of text. It is not a Tab stop itself."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hold(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def hold(self, content: QWidget) -> None:
        """Scroll this from now on."""
        self._content = content
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.setWidget(content)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What changes in the content may change how narrow it can be: Qt tells nobody of that."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as the content allows; any height will do."""
        return QSize(self._content.minimumSizeHint().width(), theme().px(80))

    def _on_theme_changed(self) -> None:
        self.verticalScrollBar().setSingleStep(theme().line("body") * 2)


class ReadScroll(PageScroll):
    """For what is only read, and holds nothing that Tab stops at: a stop itself, so that arrows,
    Page Up and Page Down, Home and End reach all of it."""

    def __init__(self, content: QWidget, name: str) -> None:
        super().__init__(content)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt knows all of these but Home and End."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
