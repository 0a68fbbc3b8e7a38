"""Cards and tiles: a hairline, round corners and a shadow so faint that it is felt only."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import box, painter_on, shadow
from bidwriter.ui.look.space import Margins, column
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_CARD
from bidwriter.ui.parts.words import Words


class Card(QFrame):
    """A raised sheet. Put widgets into `body`."""

    def __init__(
        self,
        *,
        padding: float | Margins = 18,
        spacing: float = 8,
        fill: str = "surface",
        deep: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill, self._deep = fill, deep
        around = padding if isinstance(padding, tuple) else (padding,) * 4
        self.body = column(self, spacing, around)
        theme().changed.connect(self.update)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, sheet and hairline inside the widget's own edge."""
        painter, radius = painter_on(self), theme().px(RADIUS_CARD)
        gap = 8 if self._deep else 2
        sheet = QRectF(self.rect()).adjusted(gap if self._deep else 0, 0, 0, -gap)
        if self._deep:
            sheet.adjust(0, 2, -gap, 0)
        shadow(painter, sheet, radius, deep=self._deep)
        box(painter, sheet, radius, theme().colour(self._fill), theme().colour("line"), pen=1.0)
        painter.end()


class Tile(Card):
    """A number that says what it is measured against: label, figure, sentence, and `body`."""

    def __init__(
        self, label: str, figure: str = "", sentence: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=(18, 16, 18, 18), spacing=4, parent=parent)
        # A tile stretched to its neighbours' height keeps its words together at the top.
        # Not by the layout's alignment: that cuts words off once they wrap.
        inner = column(spacing=4)
        self.body.addLayout(inner)
        self.body.addStretch(1)
        self.body = inner
        self._label = Words(label, "small", "text2")
        self._figure = Words(figure, "figure")
        self._sentence = Words(sentence, "small", "text2")
        for part in (self._label, self._figure, self._sentence):
            self.body.addWidget(part)
        self.show_figure(figure, sentence)

    def show_figure(self, figure: str, sentence: str, colour: str = "text2") -> None:
        """Show another number and what it is measured against."""
        self._sentence.set_colour(colour)
        self._figure.setText(figure)
        self._figure.setVisible(bool(figure))
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
