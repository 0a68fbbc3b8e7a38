"""The editor as the officer sees it: one frame round the bar and the words."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from bidwriter.ui.editor.editor_bar import EditorBar
from bidwriter.ui.editor.formatting_box import AskLink, AskStart
from bidwriter.ui.editor.rich_text_edit import RichTextEdit
from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.space import column
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_EDITOR


class EditorBox(QFrame):
    """`passage`: part of an answer is written. `text` is the RichTextEdit, `bar` the EditorBar over
    it."""

    def __init__(
        self,
        ask_link: AskLink | None = None,
        ask_start: AskStart | None = None,
        *,
        lines: int = 8,
        passage: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read_only = False
        self.text = RichTextEdit(ask_link, ask_start, lines=lines, passage=passage)
        self.bar = EditorBar(self.text)
        outer = column(self, 0, (1, 1, 1, 4))
        # Tab goes to the words first: most visits are to write, not to format.
        outer.addWidget(self.text, 1)
        outer.insertWidget(0, self.bar)
        self.setFocusProxy(self.text)
        self.setProperty("isEditorFrame", True)  # noqa: FBT003 - Qt takes no names
        self.setProperty("ringRadius", RADIUS_EDITOR)
        theme().changed.connect(self.update)

    @override
    def setAccessibleName(self, name: str) -> None:
        """Pass the name to the words, which are what has focus."""
        super().setAccessibleName(name)
        self.text.setAccessibleName(name)

    @override
    def setAccessibleDescription(self, description: str) -> None:
        """Pass the description to the words."""
        super().setAccessibleDescription(description)
        self.text.setAccessibleDescription(description)

    def set_read_only(self, *, read_only: bool) -> None:
        """The same words without frame and bar, or with them."""
        self._read_only = read_only
        self.text.setReadOnly(read_only)
        self.bar.setVisible(not read_only)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw surface, bar and frame; children are clear, so that no corner is covered."""
        if self._read_only:
            return
        painter, colour = painter_on(self), theme().colour
        rect, radius = QRectF(self.rect()), theme().px(RADIUS_EDITOR)
        box(painter, rect, radius, colour("surface"))
        self._paint_bar(painter, rect, radius)
        problem = bool(self.property("problem"))
        edge, width = ("bad", 2.0) if problem else ("control", 1.0)
        box(painter, rect, radius, None, colour(edge), pen=width)
        painter.end()

    def _paint_bar(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        bottom = self.bar.geometry().bottom() + 0.5
        shape = QPainterPath()
        shape.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.save()
        painter.setClipPath(shape)
        top = QRectF(rect.x(), rect.y(), rect.width(), bottom)
        painter.fillRect(top, theme().colour("sunken"))
        painter.restore()
        painter.setPen(QPen(theme().colour("line"), 1))
        painter.drawLine(QPointF(1, bottom), QPointF(rect.right() - 1, bottom))
