"""A question that must be answered first: its title asks, its body says the consequence, and its
buttons are verbs. Esc is the safe one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.words import Words

_WIDE = 560


class Question(Dialog):
    """`exec` hands back whether the other button, not the safe one, was pressed."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        safe: str,
        other: str = "",
        *,
        danger: bool = False,
    ) -> None:
        super().__init__(parent, "bidwriter")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        body = column(self, 10, (24, 22, 24, 20))
        body.addWidget(Words(title, "h3"))
        body.addWidget(Words(text, "body", "text2"))
        body.addSpacing(8)
        self.safe = Button(safe, "secondary" if other else "primary")
        self.safe.clicked.connect(self.reject)
        self.other = Button(other, "danger" if danger else "primary")
        self.other.clicked.connect(self.accept)
        line = row(spacing=12)
        line.addStretch(1)
        line.addWidget(self.safe)
        line.addWidget(self.other)
        body.addLayout(line)
        self.other.setVisible(bool(other))
        widths(self, least=_WIDE, most=_WIDE)
        for button in (self.safe, self.other):
            button.setAutoDefault(True)
        self.safe.setDefault(True)
        self.safe.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """As high as the words need in this width."""
        layout = self.layout()
        if layout is not None:
            wide = self.minimumWidth()
            self.setMinimumHeight(layout.totalHeightForWidth(wide))
            self.resize(wide, self.minimumHeight())
        super().showEvent(event)
