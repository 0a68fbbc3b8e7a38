"""A principle on an answer: badge, name and strength. Click or Space goes round the three.

It asks to change and shows what it is told: the caller decides.
"""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import box, painter_on, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.badge import paint_badge
from bidwriter.ui.parts.painted import PaintedButton
from bidwriter.ui.parts.plain import Menu, tip
from bidwriter.ui.parts.strength import STRENGTHS, Strength, paint_strength

_BADGE, _DISC, _EDGE, _GAP = 20, 14, 7, 9


class PrincipleChip(PaintedButton):
    """A chip of three states. `strength_chosen` carries the state the officer wants."""

    strength_chosen = Signal(str)

    def __init__(
        self,
        number: int,
        name: str,
        strength: Strength = "none",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self.number = number
        self._strength: Strength = strength
        self.set_strength(strength)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", 17)
        tip(self, "Press to go from none to some to strong")
        self.clicked.connect(self._on_clicked)

    @property
    def strength(self) -> Strength:
        """The state shown."""
        return self._strength

    def set_strength(self, strength: Strength) -> None:
        """Show a state, without asking for it."""
        self._strength = strength
        self.setAccessibleName(f"Principle {self.number}, {self.text()}, {strength}")
        self.update()

    def menu_of_strengths(self) -> Menu:
        """The three states as a menu."""
        menu = Menu(self)
        menu.setAccessibleName(f"How strongly {self.text()} is shown")
        for strength in STRENGTHS:
            action = menu.add(strength.capitalize())
            action.setCheckable(True)
            action.setChecked(strength == self._strength)
            action.setData(strength)
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """List the states for the menu key and the right button."""
        menu = self.menu_of_strengths()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        event.accept()

    @override
    def sizeHint(self) -> QSize:
        """The same width in all three states, so that no chip moves under the cursor."""
        px = theme().px
        name = QFontMetricsF(theme().font("small", 600)).horizontalAdvance(self.text())
        width = px(_EDGE) + px(_BADGE) + px(_GAP) + name + px(_GAP) + px(_DISC) + px(12)
        return QSize(round(width), max(px(34), theme().line("small") + px(13)))

    @override
    def minimumSizeHint(self) -> QSize:
        """Chips keep their words."""
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = painter_on(self)
        self._paint_pill(painter)
        self._paint_badge(painter)
        self._paint_name(painter)
        painter.end()

    def _paint_pill(self, painter: QPainter) -> None:
        none, colour = self._strength == "none", theme().colour
        fill = {"none": "surface", "some": "surface", "strong": f"p{self.number}t"}
        token = fill[self._strength]
        if token == "surface" and (self.underMouse() or self.isDown()):
            token = "tint2"
        edge = colour("control" if none else f"p{self.number}")
        rect = QRectF(self.rect())
        box(painter, rect, self.height() / 2, colour(token), edge, pen=1.0 if none else 1.5)

    def _paint_badge(self, painter: QPainter) -> None:
        px = theme().px
        spot = QRectF(px(_EDGE), (self.height() - px(_BADGE)) / 2, px(_BADGE), px(_BADGE))
        if self._strength == "none":
            painter.setFont(theme().font("small", 600))
            painter.setPen(theme().colour("text2"))
            text_at(painter, spot, str(self.number), Qt.AlignmentFlag.AlignHCenter)
        else:
            paint_badge(painter, spot, self.number, filled=self._strength == "strong")

    def _paint_name(self, painter: QPainter) -> None:
        px, none = theme().px, self._strength == "none"
        left = px(_EDGE) + px(_BADGE) + px(_GAP)
        painter.setFont(theme().font("small", 500 if none else 600))
        painter.setPen(theme().colour("text2" if none else "text"))
        rest = QRectF(left, 0, self.width() - left, self.height())
        text_at(painter, rest, self.text(), Qt.AlignmentFlag.AlignLeft)
        side = px(_DISC)
        spot = QRectF(self.width() - px(12) - side, (self.height() - side) / 2, side, side)
        paint_strength(painter, spot, self._strength, theme().colour(f"p{self.number}"))

    def _on_clicked(self) -> None:
        following = (STRENGTHS.index(self._strength) + 1) % len(STRENGTHS)
        self.strength_chosen.emit(STRENGTHS[following])

    def _on_menu_triggered(self, action: QAction) -> None:
        self.strength_chosen.emit(action.data())
