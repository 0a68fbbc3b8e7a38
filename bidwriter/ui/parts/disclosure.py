"""A heading that opens to show more."""

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.icons import paint_icon
from bidwriter.ui.look.lines import Lines
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.space import column
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.painted import PaintedButton


class _Opener(PaintedButton):
    """The heading with its chevron."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.setCheckable(True)
        self.let_height_follow_width()
        self.setProperty("ringRadius", 4)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return round(self._lines(width).height) + theme().px(8)

    def sizeHint(self) -> QSize:  # noqa: N802
        width = theme().px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(theme().px(120), theme().px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, px = painter_on(self), theme().px
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
        room = max(1, width - theme().px(28))
        return Lines(self.text(), theme().font("body", 600), theme().line("body"), room)


class Disclosure(QWidget):
    """`content` is hidden until asked for. `toggled` carries whether it is open."""

    toggled = Signal(bool)

    def __init__(
        self, title: str, content: QWidget, *, is_open: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._content = title, content
        self._opener = _Opener(title)
        outer = column(self, 4)
        outer.addWidget(self._opener)
        outer.addWidget(content)
        self._opener.toggled.connect(self._on_toggled)
        self.setFocusProxy(self._opener)
        self._opener.setChecked(is_open)
        self._show(is_open)

    @property
    def is_open(self) -> bool:
        """Whether the content shows."""
        return self._opener.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or shut."""
        self._opener.setChecked(is_open)

    def _on_toggled(self, is_open: bool) -> None:
        self._show(is_open)
        self.toggled.emit(is_open)

    def _show(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        self._opener.setAccessibleName(f"{self._title}, {'open' if is_open else 'shut'}")
        self._opener.update()
