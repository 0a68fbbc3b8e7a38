"""The header: back, which form it is, and that nothing is kept yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.pill import Pill
from bidwriter.ui.parts.words import OneLine

PROMISE = "Nothing is kept until you choose Make the round"
_PROMISE_FROM = 1000


class FormHeader(QWidget):
    """Never scrolls. Where it is narrow, the page says the promise."""

    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        line = row(self, 12, (16, 8, 20, 8))
        self.back = IconButton("arrow-left", "Your bids", "Esc")
        self.back.clicked.connect(self.back_asked)
        line.addWidget(self.back)
        names = column(spacing=0)
        names.addWidget(OneLine("Make a round from a form", "h3"))
        self._file = OneLine("", "caption", "text2")
        names.addWidget(self._file)
        line.addLayout(names, 1)
        self._promise = Pill(PROMISE, "plain", "shield-check")
        line.addWidget(self._promise)
        self.show_file("")

    def show_file(self, name: str) -> None:
        """Which form it is; "" while there is none."""
        self._file.setText(name)
        self._file.setAccessibleName(name)
        self._file.setVisible(bool(name))

    def show_promise(self, *, shown: bool) -> None:
        """Whether there is anything that could be kept."""
        self._promise.setVisible(shown)


def has_promise(effective_width: int) -> bool:
    """Whether the header has room for the promise."""
    return effective_width >= _PROMISE_FROM
