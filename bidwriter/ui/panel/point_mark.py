"""A named moment in a history: a tinted bar with a bookmark."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_FIELD
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.words import Words


class PointMark(QFrame):
    """The name, a second line, and one thing to do."""

    def __init__(self, name: str, detail: str, action: QWidget) -> None:
        super().__init__()
        line = row(self, 10, (8, 8, 10, 8))
        line.addWidget(IconMark("bookmark", "ink", 18, line=20), 0, Qt.AlignmentFlag.AlignTop)
        inside = column(spacing=0)
        inside.addWidget(Words(name, "small", weight=600))
        inside.addWidget(Words(detail, "caption", "text2"))
        line.addLayout(inside, 1)
        line.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
        theme().changed.connect(self.update)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint."""
        painter = painter_on(self)
        box(painter, QRectF(self.rect()), theme().px(RADIUS_FIELD), theme().colour("tint2"))
        painter.end()
