"""An empty page: a small drawing, what belongs here, and the one next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.button import Button, Kind
from bidwriter.ui.parts.drawings import Drawing, DrawingName
from bidwriter.ui.parts.words import Words


class EmptyState(QWidget):
    """`asked` when the next step is taken."""

    asked = Signal()

    def __init__(
        self,
        drawing: DrawingName,
        title: str,
        text: str,
        action: str = "",
        *,
        icon: str = "plus",
        kind: Kind = "primary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        outer = column(self, 8, (16, 16, 16, 16))
        outer.addStretch(1)
        outer.addWidget(Drawing(drawing), 0, centre)
        outer.addWidget(Words(title, "h3", centred=True))
        self._text = Words(text, "small", "text2", centred=True)
        widths(self._text, most=300)
        # Alignment on a wrapping label takes its height for width away; stretches do not.
        line = row(spacing=0)
        line.addStretch(1)
        line.addWidget(self._text, 100)
        line.addStretch(1)
        outer.addLayout(line)
        if action:
            button = Button(action, kind, icon)
            button.clicked.connect(self.asked)
            outer.addWidget(button, 0, centre)
            self.setFocusProxy(button)
        outer.addStretch(2)
