"""A scenario as a card to choose: who is in it, what it comes to, and a few words."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.lines import Lines, laid_out
from bidwriter.ui.look.painting import box, painter_on, text_at
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_CARD
from bidwriter.ui.parts.check import paint_radio
from bidwriter.ui.parts.plain import PlainRadioButton

_EDGE, _MARK, _GAP = 15, 18, 10


class ScenarioCard(PlainRadioButton):
    """A radio button: cards with one parent exclude each other, arrows move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._figure = self._sentence = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ringRadius", RADIUS_CARD)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.updateGeometry)

    def show_scenario(self, title: str, figure: str, sentence: str) -> None:
        """Show another result."""
        self.setText(title)
        self._figure, self._sentence = figure, sentence
        self.setAccessibleName(f"{title}, {figure}, {sentence}")
        self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        """Title, figure and sentence, one below the other."""
        look = theme()
        text = self._title(width).height + look.line("figure") + self._words(width).height
        return round(text) + look.px(2 * _EDGE) - look.px(4)

    @override
    def sizeHint(self) -> QSize:
        """A third of the page."""
        width = theme().px(208)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """The words may wrap; the figure stays whole."""
        figure = QFontMetricsF(theme().font("figure")).horizontalAdvance(self._figure)
        return QSize(round(figure) + theme().px(2 * _EDGE + 2), theme().px(80))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """The whole card is one target."""
        return self.rect().contains(pos)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, its mark, title, figure and sentence."""
        painter, px, colour, on = painter_on(self), theme().px, theme().colour, self.isChecked()
        fill = "tint2" if on or self.underMouse() else "surface"
        edge, width = ("ink", 2.0) if on else ("control", 1.0)
        sheet = QRectF(self.rect())
        box(painter, sheet, px(RADIUS_CARD), colour(fill), colour(edge), pen=width)
        title = self._title(self.width())
        top = px(_EDGE) + (theme().line("small") - px(_MARK)) / 2
        paint_radio(painter, QRectF(px(_EDGE), top, px(_MARK), px(_MARK)), on=on)
        title.draw(painter, QPointF(px(_EDGE + _MARK + _GAP), px(_EDGE)), colour("text"))
        below = px(_EDGE) + title.height
        painter.setFont(theme().font("figure"))
        painter.setPen(colour("text"))
        line = QRectF(px(_EDGE), below, self.width() - px(_EDGE), theme().line("figure"))
        text_at(painter, line, self._figure, Qt.AlignmentFlag.AlignLeft)
        foot = QPointF(px(_EDGE), below + theme().line("figure"))
        self._words(self.width()).draw(painter, foot, colour("text2"))
        painter.end()

    def _title(self, width: int) -> Lines:
        look = theme()
        room = max(1, width - look.px(2 * _EDGE + _MARK + _GAP))
        return laid_out(self.text(), look.font("small", 600), look.line("small"), room)

    def _words(self, width: int) -> Lines:
        look = theme()
        room = max(1, width - look.px(2 * _EDGE))
        return laid_out(self._sentence, look.font("caption"), look.line("caption"), room)
