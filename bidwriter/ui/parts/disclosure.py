"""A heading that opens to show more."""

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.lines import Lines, laid_out
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.space import column
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.heard import say_opened
from bidwriter.ui.parts.painted import PaintedButton


class _Opener(PaintedButton):
    """The heading with its chevron: at the right of a strong heading, before a quiet one."""

    opens = True

    def __init__(self, title: str, *, quiet: bool) -> None:
        super().__init__(title)
        self._quiet = quiet
        self.setCheckable(True)
        self.let_height_follow_width()
        self.setProperty("ringRadius", 4)

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._lines(width).height) + theme().px(8)

    @override
    def sizeHint(self) -> QSize:
        width = theme().px(240)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(30))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px = painter_on(self), theme().px
        if self._quiet:
            self._paint_quiet(painter)
            painter.end()
            return
        self._lines(self.width()).draw(painter, QPointF(0, px(4)), theme().colour("text"))
        side, name = px(17), "chevron-up" if self.isChecked() else "chevron-down"
        spot = QRectF(self.width() - side, (self.height() - side) / 2, side, side)
        if name == "chevron-up":
            painter.translate(spot.center())
            painter.rotate(180)
            painter.translate(-spot.center())
        paint_icon(painter, "chevron-down", spot, "text2")
        painter.end()

    def _lines(self, width: int) -> Lines:
        room, font = max(1, width - theme().px(28)), theme().font("body", 0 if self._quiet else 600)
        return laid_out(self.text(), font, theme().line("body"), room, underline=self._quiet)

    def _paint_quiet(self, painter: QPainter) -> None:
        px, side = theme().px, theme().px(16)
        name = "chevron-down" if self.isChecked() else "chevron-right"
        top = px(4) + (theme().line("body") - side) / 2
        paint_icon(painter, name, QRectF(0, top, side, side), "text2")
        colour = theme().colour("text" if self.underMouse() else "link")
        self._lines(self.width()).draw(painter, QPointF(px(21), px(4)), colour)


class Disclosure(QWidget):
    """`content` is hidden until asked for. `toggled` carries whether it is open. A `quiet` one
    looks like a link."""

    toggled = Signal(bool)

    def __init__(
        self,
        title: str,
        content: QWidget,
        *,
        is_open: bool = False,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._opener = _Opener(title, quiet=quiet)
        outer = column(self, 4)
        outer.addWidget(self._opener)
        outer.addWidget(content)
        self._opener.toggled.connect(self._on_toggled)
        self.setFocusProxy(self._opener)
        self._opener.setChecked(is_open)
        self._show(is_open=is_open)

    @property
    def is_open(self) -> bool:
        """Whether the content shows."""
        return self._opener.isChecked()

    def set_open(self, *, is_open: bool) -> None:
        """Open or shut."""
        self._opener.setChecked(is_open)

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - a signal gives it
        self._show(is_open=is_open)
        self.toggled.emit(is_open)

    def _show(self, *, is_open: bool) -> None:
        self._content.setVisible(is_open)
        say_opened(self._opener)
        self._opener.update()
