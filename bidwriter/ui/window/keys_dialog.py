"""The keyboard map as a dialog."""

from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import column, grid, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.scroll import ReadScroll
from bidwriter.ui.parts.words import Words
from bidwriter.ui.window.keys import KEYS


class KeysDialog(Dialog):
    """Every key and what it does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Keys")
        body = column(self, 14, (24, 20, 24, 20))
        body.addWidget(Words("Keys", "h2"))
        inside = QWidget()
        table = grid(inside, 10, (10, 8, 10, 8))
        for at, (keys, what) in enumerate(KEYS):
            table.addWidget(Words(keys, "small", weight=600), at, 0)
            table.addWidget(Words(what, "small", "text2"), at, 1)
        table.setColumnStretch(1, 1)
        listed = ReadScroll(inside, "Each key and what it does")
        body.addWidget(listed, 1)
        line = row()
        line.addStretch(1)
        close = Button("Close", "primary")
        close.clicked.connect(self.accept)
        line.addWidget(close)
        body.addLayout(line)
        listed.setFocus()
        room = parent.window().size()
        self.resize(
            min(theme().px(680), room.width() - 40), min(theme().px(640), room.height() - 40)
        )
