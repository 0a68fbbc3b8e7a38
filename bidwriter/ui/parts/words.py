"""Labels with exact line heights. Plain text only: what the officer typed is never mark-up."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.ui.look.lines import Lines, laid_out
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import Role
from bidwriter.ui.parts.plain import PlainLabel, tip

_MEASURE = 620
_HEADINGS = ("display", "h1", "h2", "h3")


class Words(PlainLabel):
    """Words in one type role and one colour token; `strong` is a part of them to set bolder. What
    looks like a heading is heard as one."""

    heard_as: QAccessible.Role | None = None

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        colour: str = "text",
        *,
        weight: int = 0,
        strong: str = "",
        wrap: bool = True,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._role: Role = role
        if role in _HEADINGS:
            self.heard_as = QAccessible.Role.Heading
        self._token = colour
        self._weight = weight
        self._strong = strong
        self._centred = centred
        self.setWordWrap(wrap)
        self.setText(text)
        theme().changed.connect(self._on_theme_changed)

    def set_colour(self, token: str) -> None:
        """Use another colour token."""
        self._token = token
        self.update()

    def set_strong(self, strong: str) -> None:
        """Set another part of the text bolder."""
        self._strong = strong
        self._on_theme_changed()

    @override
    def heightForWidth(self, width: int) -> int:
        """The height of the words in `width`."""
        return round(self._lines(width).height) if self.wordWrap() else self._line()

    @override
    def sizeHint(self) -> QSize:
        """As wide as the words up to a comfortable measure."""
        natural = round(self._lines(1e6).natural_width) + 2
        width = min(natural, theme().px(_MEASURE)) if self.wordWrap() else natural
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word, within reason, when the words can wrap."""
        if not self.wordWrap():
            return QSize(theme().px(24), self._line())
        metrics = QFontMetricsF(theme().font(self._role, self._weight))
        longest = max((metrics.horizontalAdvance(w) for w in self.text().split()), default=0)
        return QSize(min(round(longest) + 2, theme().px(160)), self._line())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.wordWrap():
            self.updateGeometry()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, centred in the height left over."""
        painter = painter_on(self)
        lines = self._shown()
        top = max(0.0, (self.height() - lines.height) / 2) if not self.wordWrap() else 0.0
        lines.draw(painter, QPointF(0, top), theme().colour(self._token))
        painter.end()

    def _shown(self) -> Lines:
        if self.wordWrap():
            return self._lines(self.width())
        metrics = QFontMetricsF(theme().font(self._role, self._weight))
        short = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        return self._made(short, max(self.width(), 1))

    def _lines(self, width: float) -> Lines:
        return self._made(self.text(), width)

    def _made(self, text: str, width: float) -> Lines:
        return laid_out(
            text,
            theme().font(self._role, self._weight),
            self._line(),
            width,
            strong=self._strong,
            align=Qt.AlignmentFlag.AlignHCenter if self._centred else Qt.AlignmentFlag.AlignLeft,
        )

    def _line(self) -> int:
        return theme().line(self._role)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class OneLine(Words):
    """Words that stay on one line and take what room there is: what does not fit is told when the
    mouse rests on them, and to screen readers always."""

    def __init__(self, text: str, role: Role = "body", colour: str = "text") -> None:
        super().__init__(text, role, colour, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer of the words may show."""
        super().resizeEvent(event)
        tip(self, self.text() if self.sizeHint().width() > self.width() else "")


class Heading(Words):
    """A heading that can take focus when its page opens, without being a Tab stop."""

    def __init__(self, text: str = "", role: Role = "h1", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("ringRadius", 4)

    def ring_box(self) -> QRectF:
        """The focus ring goes round the words, not round the empty line beside them."""
        width = min(self.width(), self.sizeHint().width() + theme().px(2))
        return QRectF(0, 0, width, self.height())


def heading(text: str, role: Role = "h1") -> Heading:
    """A heading."""
    return Heading(text, role)


def words(text: str, role: Role = "body", colour: str = "text2", *, weight: int = 0) -> Words:
    """Wrapping words in the second text colour."""
    return Words(text, role, colour, weight=weight)
