"""A short state in a pill: a word, with an icon when the state needs one."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import box, painter_on, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.plain import PlainLabel

PillKind = Literal["problem", "waiting", "met", "plain"]


class _Look(NamedTuple):
    words: str
    fill: str
    edge: str


_LOOKS: dict[PillKind, _Look] = {
    "problem": _Look("bad", "bad_tint", ""),
    "waiting": _Look("text2", "tint2", ""),
    "met": _Look("ok", "ok_tint", ""),
    "plain": _Look("text2", "", "line2"),
}


class Pill(PlainLabel):
    """A pill. Its words are its accessible name."""

    def __init__(
        self,
        text: str,
        kind: PillKind = "plain",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._kind: PillKind = kind
        self._icon = icon
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._on_theme_changed)

    def show_state(self, text: str, kind: PillKind, icon: str = "") -> None:
        """Say something else."""
        self._kind, self._icon = kind, icon
        self.setText(text)
        self._on_theme_changed()

    @override
    def sizeHint(self) -> QSize:
        """Words, icon and round ends."""
        px = theme().px
        metrics = QFontMetricsF(theme().font("caption", 600))
        icon = px(15) + px(5) if self._icon else 0
        width = metrics.horizontalAdvance(self.text()) + icon + 2 * px(10)
        return QSize(round(width), max(px(22), theme().line("caption") + px(4)))

    @override
    def minimumSizeHint(self) -> QSize:
        """Pills keep their words."""
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        painter, px, look = painter_on(self), theme().px, _LOOKS[self._kind]
        fill = theme().colour(look.fill) if look.fill else None
        edge = theme().colour(look.edge) if look.edge else None
        box(painter, QRectF(self.rect()), self.height() / 2, fill, edge, pen=1.0)
        left = float(px(10))
        if self._icon:
            spot = QRectF(left - px(1), (self.height() - px(15)) / 2, px(15), px(15))
            paint_icon(painter, self._icon, spot, look.words)
            left += px(15) + px(4)
        painter.setFont(theme().font("caption", 600))
        painter.setPen(theme().colour(look.words))
        rest = QRectF(left, 0, self.width() - left, self.height())
        text_at(painter, rest, self.text(), Qt.AlignmentFlag.AlignLeft)
        painter.end()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
