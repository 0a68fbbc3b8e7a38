"""A callout: what is so, why it matters, and one thing to do."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_CARD
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import Words

CalloutKind = Literal["info", "problem", "waiting", "met"]


class _Look(NamedTuple):
    icon: str
    colour: str
    fill: str
    spoken: str


_LOOKS: dict[CalloutKind, _Look] = {
    "info": _Look("lightbulb", "ink", "tint2", "Advice"),
    "problem": _Look("octagon-alert", "bad", "bad_tint", "Stops export"),
    "waiting": _Look("clock", "text2", "sunken", "Waiting"),
    "met": _Look("badge-check", "ok", "ok_tint", "Met"),
}


class Callout(QFrame):
    """A tinted box. `followed` when its action is taken."""

    followed = Signal()

    def __init__(
        self,
        kind: CalloutKind,
        title: str,
        text: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = _LOOKS[kind]
        line = row(self, 12, (14, 13, 16, 14))
        mark = IconMark(self._look.icon, self._look.colour, 19, line=22)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        inner = column(spacing=2)
        head = Words(title, "body", weight=600)
        head.setAccessibleName(f"{self._look.spoken}: {title}")
        inner.addWidget(head)
        if text:
            inner.addWidget(Words(text, "body", "text2"))
        if action:
            link = Link(action)
            link.clicked.connect(self.followed)
            inner.addWidget(link)
        line.addLayout(inner, 1)
        theme().changed.connect(self.update)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint."""
        painter = painter_on(self)
        box(
            painter,
            QRectF(self.rect()),
            theme().px(RADIUS_CARD - 2),
            theme().colour(self._look.fill),
        )
        painter.end()
