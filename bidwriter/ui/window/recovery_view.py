"""Work that was never saved: when it was done, how much it is, and what it would change. Nothing
is taken before the officer says so, and nothing thrown away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter import clock
from bidwriter.bids.telling.telling import told_together
from bidwriter.files.recovery.recovery import Recovered
from bidwriter.ui.asking import ask
from bidwriter.ui.look.dress import dress
from bidwriter.ui.look.space import column
from bidwriter.ui.pages.history.comparison import show_comparison
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.moments import moment
from bidwriter.ui.parts.parts_of_pages import centred
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.parts.words import Words, heading


class RecoveryView(QWidget):
    """`taken`: go on with the recovered work; `left`: open the bid as its file has it, and ask
    again next time; `thrown_away`: open it so, and never ask again."""

    taken = Signal()
    left = Signal()
    thrown_away = Signal()
    home_asked = Signal()

    def __init__(self, recovered: Recovered, name: str) -> None:
        super().__init__()
        dress(self)
        self._recovered = recovered
        inside = QWidget()
        body = column(inside, 16, (0, 28, 0, 12))
        body.addWidget(IconMark("history", "ink", 34), 0, Qt.AlignmentFlag.AlignLeft)
        self.heading = heading("Work that was not saved can be brought back", "display")
        body.addWidget(self.heading)
        body.addWidget(Words(_when(recovered, name), "body", "text2"))
        if recovered.lost:
            body.addWidget(Callout("problem", _lost(recovered.lost), _KEPT))
        elif recovered.elsewhere:
            body.addWidget(Callout("info", "The file was changed since by somebody else", _APART))
        body.addWidget(self._buttons())
        body.addWidget(Words("What it would change", "h2"))
        shown = column(spacing=12)
        many = show_comparison(shown, recovered.before, recovered.bid, None)
        body.addLayout(shown)
        comments = len(set(recovered.bid.comments) - set(recovered.before.comments))
        if comments:
            noun = "comment" if comments == 1 else "comments"
            body.addWidget(Words(f"{comments} {noun} written or changed", "body", "text2"))
        if not many and not comments:
            body.addWidget(Words("Nothing that the file does not have", "body", "text2"))
        body.addStretch(1)
        column(self, 0).addWidget(PageScroll(centred(inside, 860)))

    def _buttons(self) -> QWidget:
        line = QWidget()
        body = FlowLayout(line, 14, 10)
        take = Button("Bring it back", "primary", "undo-2")
        take.setEnabled(bool(self._recovered.changes))
        leave = Button("Open without it", "secondary")
        away = Link("Throw it away")
        back = Link("Your bids")
        take.clicked.connect(self.taken)
        leave.clicked.connect(self.left)
        away.clicked.connect(self._on_away)
        back.clicked.connect(self.home_asked)
        for part in (take, leave, away, back):
            body.addWidget(part)
        return line

    def _on_away(self) -> None:
        if ask().choose(
            self,
            "Throw the unsaved work away?",
            "It cannot be brought back afterwards. The file stays as it was saved.",
            "Keep it",
            "Throw it away",
            danger=True,
        ):
            self.thrown_away.emit()

    def take_focus(self) -> None:
        """The heading, so that a reader hears what came back."""
        self.heading.setFocus()


_KEPT = "They stay in the recovery copy on this computer. The rest can be brought back."
_APART = (
    "What you did is laid over the file as it is now, where it fits. Read through what it would "
    "change before you take it."
)


def _lost(many: int) -> str:
    if many == 1:
        return "One change cannot be read, or no longer fits the file"
    return f"{many} changes cannot be read, or no longer fit the file"


def _when(recovered: Recovered, name: str) -> str:
    many, now = len(list(told_together(recovered.before, recovered.bid))), clock.now()
    if recovered.first is None or recovered.last is None:
        return f"The recovery copy of “{name}” has nothing that can be brought back."
    first, last = moment(recovered.first, now), moment(recovered.last, now)
    when = f"at {last}" if first == last else f"between {first} and {last}"
    what = f"{many} parts of the bid were"
    if many < 2:
        what = "One part of the bid was" if many else "Comments were"
    return (
        f"{what} changed {when}, and bidwriter stopped before “{name}” was saved. "
        "The file has not been touched, and nothing is brought back until you say so."
    )
