"""A small dialog for your name and council."""

from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.words import Words
from bidwriter.ui.window.frame import Frame
from bidwriter.ui.window.person_fields import PersonFields


class AboutYou(Dialog):
    """What is typed is kept at once."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window, "About you")
        body = column(self, 16, (24, 20, 24, 20))
        body.addWidget(Words("About you", "h2"))
        body.addWidget(
            Words("Kept on this computer, and in the changes you make to a bid.", "small", "text2")
        )
        body.addWidget(PersonFields(window, text_size=False))
        line = row()
        line.addStretch(1)
        close = Button("Close", "primary")
        close.clicked.connect(self.accept)
        line.addWidget(close)
        body.addLayout(line)
        room = window.width() - 40
        self.resize(min(theme().px(660), room), self.sizeHint().height())
