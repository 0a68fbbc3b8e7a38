"""Check boxes, radio buttons and switches, drawn as in the design, with words that wrap."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from bidwriter.ui.look.lines import Lines, laid_out
from bidwriter.ui.look.painting import box, painter_on, tick
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import Role
from bidwriter.ui.parts.plain import PlainCheckBox, PlainGroup, PlainRadioButton

_GAP = 10


class _Wrapped:
    """Size and words of a button with a mark at its left: shared by the three kinds."""

    def __init__(self, button: QAbstractButton, mark: QSize, role: Role = "body") -> None:
        self._button, self._mark = button, mark
        self._role: Role = role
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)
        button.setProperty("ringRadius", 6)

    def height(self, width: int) -> int:
        return max(theme().px(28), round(self._lines(width - self._left()).height))

    def hint(self) -> QSize:
        width = round(self._lines(1e6).natural_width) + self._left() + 2
        return QSize(width, self.height(width))

    def least(self) -> QSize:
        hint = self.hint()
        return QSize(min(hint.width(), theme().px(140)), theme().px(28))

    def mark_box(self) -> QRectF:
        px = theme().px
        width, height = px(self._mark.width()), px(self._mark.height())
        first = max(px(28), theme().line(self._role))
        return QRectF(0, (first - height) / 2, width, height)

    def paint_words(self, painter: QPainter) -> None:
        lines = self._lines(self._button.width() - self._left())
        top = max(0.0, (theme().px(28) - theme().line(self._role)) / 2) if lines.count == 1 else 3.0
        token = "text" if self._button.isEnabled() else "text3"
        lines.draw(painter, QPointF(self._left(), top), theme().colour(token))

    def holds(self, pos: QPoint) -> bool:
        reach = self._left() + self._lines(self._button.width() - self._left()).natural_width
        return self._button.rect().contains(pos) and pos.x() <= reach + 4

    def _left(self) -> int:
        words = _GAP if self._button.text() else 0
        return theme().px(self._mark.width() + words)

    def _lines(self, width: float) -> Lines:
        font, height = theme().font(self._role), theme().line(self._role)
        return laid_out(self._button.text(), font, height, max(1.0, width))


class CheckBox(PlainCheckBox):
    """A check box."""

    MARK = QSize(22, 22)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._wrapped = _Wrapped(self, self.MARK)
        theme().changed.connect(self.updateGeometry)

    @override
    def heightForWidth(self, width: int) -> int:
        """The height of the words in `width`."""
        return self._wrapped.height(width)

    @override
    def sizeHint(self) -> QSize:
        """The words on one line."""
        return self._wrapped.hint()

    @override
    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return self._wrapped.least()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """Mark and words are one target."""
        return self._wrapped.holds(pos)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the words."""
        painter, spot, colour = painter_on(self), self._wrapped.mark_box(), theme().colour
        radius = theme().px(5)
        if self.isChecked():
            box(painter, spot, radius, colour("ink" if self.isEnabled() else "control"))
            side = spot.width()
            tick(
                painter,
                spot.adjusted(side * 0.23, side * 0.27, -side * 0.2, -side * 0.25),
                colour("on_ink"),
                side / 9,
            )
        else:
            fill = "tint2" if self.underMouse() and self.isEnabled() else "surface"
            edge = "control" if self.isEnabled() else "line2"
            box(painter, spot, radius, colour(fill), colour(edge), pen=1.2)
        self._wrapped.paint_words(painter)
        painter.end()


class Switch(CheckBox):
    """A check box that takes effect at once, drawn as a switch."""

    MARK = QSize(38, 22)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, its knob and the words."""
        painter, spot, colour = painter_on(self), self._wrapped.mark_box(), theme().colour
        on, round_end = self.isChecked(), spot.height() / 2
        fill, edge = ("ink", None) if on else ("surface", colour("control"))
        box(painter, spot, round_end, colour(fill), edge, pen=1.2)
        knob = spot.height() * 0.66
        left = (
            spot.right() - knob - spot.height() * 0.17 if on else spot.left() + spot.height() * 0.17
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("on_ink" if on else "control"))
        painter.drawEllipse(QRectF(left, spot.center().y() - knob / 2, knob, knob))
        self._wrapped.paint_words(painter)
        painter.end()


def paint_radio(painter: QPainter, spot: QRectF, *, on: bool, hovered: bool = False) -> None:
    """Draw a radio mark."""
    colour = theme().colour
    if not on:
        fill = colour("tint2" if hovered else "surface")
        box(painter, spot, spot.width() / 2, fill, colour("control"), pen=1.2)
        return
    box(painter, spot, spot.width() / 2, colour("ink"))
    inset = spot.width() * 0.31
    box(painter, spot.adjusted(inset, inset, -inset, -inset), spot.width(), colour("on_ink"))


class RadioButton(PlainRadioButton):
    """One of several."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._wrapped = _Wrapped(self, QSize(20, 20))
        theme().changed.connect(self.updateGeometry)

    @override
    def heightForWidth(self, width: int) -> int:
        """The height of the words in `width`."""
        return self._wrapped.height(width)

    @override
    def sizeHint(self) -> QSize:
        """The words on one line."""
        return self._wrapped.hint()

    @override
    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return self._wrapped.least()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """Mark and words are one target."""
        return self._wrapped.holds(pos)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark and the words."""
        painter, spot = painter_on(self), self._wrapped.mark_box()
        paint_radio(painter, spot, on=self.isChecked(), hovered=self.underMouse())
        self._wrapped.paint_words(painter)
        painter.end()


class RadioSet(PlainGroup):
    """Radio buttons that answer one question. `chosen` carries the key the officer picked."""

    chosen = Signal(str)

    def __init__(
        self,
        options: tuple[tuple[str, str], ...],
        *,
        across: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setStyleSheet("QGroupBox { border: none; margin: 0; padding: 0; }")
        self._buttons = {key: RadioButton(words) for key, words in options}
        layout = row(self, 20) if across else column(self, 4)
        for key, button in self._buttons.items():
            layout.addWidget(button)
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
        if across:
            layout.addStretch(1)
        self.setFocusProxy(next(iter(self._buttons.values())))

    def choose(self, key: str) -> None:
        """Show a choice without asking for it; an unknown key shows none."""
        for own, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(own == key)
            button.setAutoExclusive(True)
        first = next(iter(self._buttons.values()))
        self.setFocusProxy(self._buttons.get(key, first))

    @property
    def choice(self) -> str:
        """The key of what is chosen, or nothing."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A group has no look of its own."""
