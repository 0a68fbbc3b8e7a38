"""A radio button as a card: title, a few words, and a 2 px ink edge when chosen."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.lines import Lines, laid_out
from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_CARD
from bidwriter.ui.parts.check import paint_radio
from bidwriter.ui.parts.plain import PlainRadioButton

_LEFT, _EDGE, _MARK = 46, 14, 20


class ChoiceCard(PlainRadioButton):
    """One choice of a group: cards with one parent exclude each other, arrows move."""

    def __init__(self, title: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._words = ""
        self.set_words(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ringRadius", RADIUS_CARD)
        theme().changed.connect(self.updateGeometry)

    def set_words(self, text: str) -> None:
        """Say something else under the title."""
        self._words = text
        self.setAccessibleName(f"{self.text()}. {text}" if text else self.text())
        self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        """Title and words, wrapped."""
        title, text = self._lines(width)
        return round(title.height + (text.height + 2 if text else 0)) + 2 * theme().px(_EDGE)

    @override
    def sizeHint(self) -> QSize:
        """A comfortable card."""
        width = theme().px(280)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return QSize(theme().px(150), theme().px(48))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """The whole card is one target."""
        return self.rect().contains(pos)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, its mark and its words."""
        painter, px, on = painter_on(self), theme().px, self.isChecked()
        colour = theme().colour
        fill = colour("tint2" if self.underMouse() and not on else "surface")
        edge, width = ("ink", 2.0) if on else ("control", 1.0)
        box(painter, QRectF(self.rect()), px(RADIUS_CARD - 2), fill, colour(edge), pen=width)
        top = px(_EDGE) + (theme().line("body") - px(_MARK)) / 2
        paint_radio(painter, QRectF(px(_EDGE), top, px(_MARK), px(_MARK)), on=on)
        title, text = self._lines(self.width())
        title.draw(painter, QPointF(px(_LEFT), px(_EDGE)), colour("text"))
        if text:
            below = px(_EDGE) + title.height + 2
            text.draw(painter, QPointF(px(_LEFT), below), colour("text2"))
        painter.end()

    def _lines(self, width: int) -> tuple[Lines, Lines | None]:
        look = theme()
        room = max(1, width - look.px(_LEFT) - look.px(_EDGE))
        title = laid_out(self.text(), look.font("body", 600), look.line("body"), room)
        if not self._words:
            return title, None
        return title, laid_out(self._words, look.font("small"), look.line("small"), room)
