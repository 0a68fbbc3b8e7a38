"""A link: a button that looks like one, so that Tab reaches it."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QCursor, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.ui.look.lines import Lines, laid_out
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import Role
from bidwriter.ui.parts.heard import say_opened
from bidwriter.ui.parts.painted import PaintedButton


class Link(PaintedButton):
    """Underlined words that wrap. `clicked` when followed, by mouse, Space or Enter. One that
    `opens` something is told whether it is open."""

    heard_as = QAccessible.Role.Link

    def __init__(
        self,
        text: str,
        role: Role = "body",
        colour: str = "link",
        *,
        weight: int = 0,
        underline: bool = True,
        opens: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role: Role = role
        self._token, self._weight, self._underline = colour, weight, underline
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setFlat(True)
        self.opens = opens
        self.setCheckable(opens)
        self.setAutoDefault(True)
        self.let_height_follow_width()
        self.setProperty("ringRadius", 4)

    def show_opened(self, *, is_open: bool) -> None:
        """What it opens shows, or not."""
        self.setChecked(is_open)
        say_opened(self)

    def set_colour(self, token: str) -> None:
        """Use another colour token."""
        self._token = token
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        """The height of the words in `width`, never less than a finger needs."""
        return max(theme().px(24), round(self._lines(width).height))

    @override
    def sizeHint(self) -> QSize:
        """The words on one line."""
        width = round(self._lines(1e6).natural_width) + 2
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """Links may wrap down to a few words a line."""
        width = min(self.sizeHint().width(), theme().px(120))
        return QSize(width, theme().px(24))

    @override
    def hitButton(self, pos: QPointF) -> bool:  # type: ignore[override]
        """Only the words can be clicked, not the empty room beside them."""
        width = self._lines(self.width()).natural_width
        return bool(0 <= pos.y() <= self.height() and pos.x() <= width)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        painter = painter_on(self)
        lines = self._lines(self.width())
        hovered = self.underMouse() and self._token == "link"
        top = max(0.0, (self.height() - lines.height) / 2)
        colour = theme().colour("text" if hovered else self._token)
        lines.draw(painter, QPointF(0, top), colour)
        painter.end()

    def _lines(self, width: float) -> Lines:
        font = theme().font(self._role, self._weight)
        height = theme().line(self._role)
        return laid_out(self.text(), font, height, width, underline=self._underline)
