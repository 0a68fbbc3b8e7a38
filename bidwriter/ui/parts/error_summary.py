""" "There is a problem": what stops Continue, each line a link to its field."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.space import column
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import RADIUS_EDITOR
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import Words

_TITLE = "There is a problem"


class ErrorLine(NamedTuple):
    """What to do, in the words used at the field; where; and the key that `followed` carries.
    `below` is what else can be done about it."""

    key: str
    words: str
    where: str = ""
    below: QWidget | None = None


class ErrorSummary(QFrame):
    """Hidden while there is nothing to say. `followed` carries the key of the line picked."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(_TITLE)
        self.setProperty("ringRadius", RADIUS_EDITOR)
        self.setProperty("ringAlways", True)  # noqa: FBT003 - Qt takes no names
        outer = column(self, 10, (22, 18, 22, 20))
        outer.addWidget(Words(_TITLE, "h2"))
        self._lines: QVBoxLayout = column(spacing=8)
        outer.addLayout(self._lines)
        theme().changed.connect(self.update)
        self.hide()

    def show_errors(self, errors: Sequence[ErrorLine], *, focus: bool = True) -> None:
        """List `errors` and take focus, so that a reader hears them; hide if there are none."""
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for error in errors:
            self._lines.addWidget(self._line(error))
        said = ". ".join(error.words for error in errors)
        self.setAccessibleName(f"{_TITLE}. {said}" if errors else _TITLE)
        self.setVisible(bool(errors))
        if errors and focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the crimson edge."""
        painter, colour = painter_on(self), theme().colour
        radius = theme().px(RADIUS_EDITOR)
        box(painter, QRectF(self.rect()), radius, colour("surface"), colour("bad"), pen=3.0)
        painter.end()

    def _line(self, error: ErrorLine) -> QWidget:
        holder = QWidget()
        inner = column(holder, 0)
        link = Link(error.words, "body", "bad", weight=600)
        link.clicked.connect(lambda: self.followed.emit(error.key))
        inner.addWidget(link)
        if error.where:
            inner.addWidget(Words(error.where, "small", "text2"))
        if error.below is not None:
            inner.addWidget(error.below)
        return holder
