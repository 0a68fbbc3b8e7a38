"""The four kinds of button. One primary per view."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.painting import box, painter_on, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_BUTTON
from bidwriter.ui.parts.painted import PaintedButton

Kind = Literal["primary", "secondary", "quiet", "danger"]

_WORDS = {"primary": "on_ink", "secondary": "text", "quiet": "ink", "danger": "bad"}
_EDGES = {"secondary": "control", "danger": "bad"}


class Button(PaintedButton):
    """A button: ink (primary), outline (secondary), ink words (quiet) or crimson outline."""

    def __init__(
        self,
        text: str,
        kind: Kind = "secondary",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind: Kind = kind
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", RADIUS_BUTTON)

    def set_kind(self, kind: Kind) -> None:
        """Become another kind of button."""
        self._kind = kind
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Words, icon and padding."""
        px = theme().px
        width = self._content_width() + 2 * px(self._padding())
        return QSize(round(width), max(px(40), theme().line("body") + px(16)))

    @override
    def minimumSizeHint(self) -> QSize:
        """Buttons keep their words."""
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, then icon and words in its middle."""
        painter = painter_on(self)
        self._paint_box(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        colour, fill = theme().colour, self._fill()
        edge = _EDGES.get(self._kind) if self.isEnabled() else None
        box(
            painter,
            QRectF(self.rect()),
            theme().px(RADIUS_BUTTON),
            colour(fill) if fill else None,
            colour(edge) if edge else None,
            pen=1.2,
        )

    def _fill(self) -> str:
        if not self.isEnabled():
            return "" if self._kind == "quiet" else "line"
        hovered = self.underMouse()
        if self._kind == "primary":
            return "ink_press" if self.isDown() else "ink_hover" if hovered else "ink"
        if self.isDown():
            return "tint"
        if hovered:
            return "bad_tint" if self._kind == "danger" else "tint2"
        return "" if self._kind == "quiet" else "surface"

    def _paint_words(self, painter: QPainter) -> None:
        px = theme().px
        token = _WORDS[self._kind] if self.isEnabled() else "text3"
        left = (self.width() - self._content_width()) / 2
        if self._icon:
            size = px(18)
            spot = QRectF(left, (self.height() - size) / 2, size, size)
            paint_icon(painter, self._icon, spot, token)
            left += size + px(9)
        painter.setFont(theme().font("body", 600))
        painter.setPen(theme().colour(token))
        rest = QRectF(left, 0, self.width() - left, self.height())
        text_at(painter, rest, self.text(), Qt.AlignmentFlag.AlignLeft)

    def _content_width(self) -> float:
        metrics = QFontMetricsF(theme().font("body", 600))
        extra = theme().px(18) + theme().px(9) if self._icon else 0
        return metrics.horizontalAdvance(self.text()) + extra

    def _padding(self) -> int:
        return 10 if self._kind == "quiet" else 18
