"""A question with several ways on, each a button that says what it does; Esc takes none."""

from functools import partial

from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import column, widths
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.words import Words


class WaysDialog(Dialog):
    """`picked` is the way that was taken; None if none was. The first way is the one to expect."""

    def __init__(self, parent: QWidget, title: str, text: str, ways: tuple[str, ...]) -> None:
        super().__init__(parent, "bidwriter")
        self.picked: str | None = None
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        body = column(self, 10, (24, 22, 24, 20))
        body.addWidget(Words(title, "h3"))
        body.addWidget(Words(text, "body", "text2"))
        body.addSpacing(8)
        for at, way in enumerate(ways):
            button = Button(way, "secondary" if at else "primary")
            button.clicked.connect(partial(self._on_picked, way))
            body.addWidget(button)
        later = Button("Not now", "quiet")
        later.clicked.connect(self.reject)
        body.addWidget(later)
        widths(self, least=520, most=520)

    def _on_picked(self, way: str) -> None:
        self.picked = way
        self.accept()
