"""The header of a bid: its title, what is saved, the time left, find, and more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter import clock
from bidwriter.rounds.deadline import time_left
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.plain import tip
from bidwriter.ui.parts.words import Words
from bidwriter.ui.saving import SaveState
from bidwriter.ui.session import Session


class Header(QWidget):
    """Never scrolls. What gives way when the window is narrow is the date, then the details."""

    home_asked = Signal()
    find_asked = Signal()
    panel_asked = Signal()
    more_asked = Signal()
    copy_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Words("", "h3", wrap=False)
        self._detail = Words("", "caption", "text2", wrap=False)
        self._full_title = self._full_detail = ""
        self._effective = 0
        self.home = IconButton("house", "Your bids")
        self.finder = Button("Find or go to   Ctrl K", "secondary", "search")
        self.finder.setAccessibleName("Find or go to, Ctrl K")
        self.find_small = IconButton("search", "Find or go to", "Ctrl K")
        self.panel = IconButton("panel-right", "Show or hide the panel", "Ctrl \\")
        self.more = IconButton("ellipsis", "More")
        self.saved = _Saved()
        self._clock = IconMark("calendar-clock", "text2", 18)
        self._left = Words("", "small", weight=600, wrap=False)
        self._day = Words("", "small", "text2", wrap=False)
        self._lay_out()
        self.home.clicked.connect(self.home_asked)
        self.finder.clicked.connect(self.find_asked)
        self.find_small.clicked.connect(self.find_asked)
        self.panel.clicked.connect(self.panel_asked)
        self.more.clicked.connect(self.more_asked)
        self.saved.copy_asked.connect(self.copy_asked)
        session.save_state_changed.connect(self.show_saved)
        theme().changed.connect(self._elide)
        self.show_saved()

    def _lay_out(self) -> None:
        line = row(self, 10, (16, 8, 20, 8))
        line.addWidget(self.home)
        names = QWidget()
        self._names = column(names, 0)
        self._names.addWidget(self._title)
        self._names.addWidget(self._detail)
        line.addWidget(names, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.saved)
        line.addSpacing(8)
        for part in (self._clock, self._left, self._day):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addSpacing(8)
        for button in (self.finder, self.find_small, self.panel, self.more):
            line.addWidget(button)

    # --- what it shows -----------------------------------------------------------------------

    def show_bid(self) -> None:
        """Title, round, phase, lead and time."""
        bid = self.session.bid
        self._full_title = bid.title or "A bid with no title yet"
        phase = bid.round.phase(bid.phase)
        parts = [bid.round.name]
        parts += [phase.name] if phase else []
        if bid.lead and bid.lead.council:
            parts.append(f"led by {bid.lead.council.short_name}")
        self._full_detail = "  ·  ".join(parts)
        left = time_left(bid.round, bid.own_deadline, clock.now())
        self._left.setText(left.words if left else "")
        self._day.setText(left.day if left else "")
        self._show_time()
        self._elide()

    def show_saved(self) -> None:
        """What is truly safe."""
        self.saved.show_state(self.session.save_state)

    def fit(self, effective: int, *, panel: bool) -> None:
        """Give way to a narrow window."""
        wide = effective >= 1100
        shown: QWidget = self.finder if wide else self.find_small
        other: QWidget = self.find_small if wide else self.finder
        shown.show()
        if other.hasFocus():
            shown.setFocus()
        other.hide()
        self._detail.setVisible(effective >= 760)
        self._effective = effective
        self._show_time()
        self.panel.setVisible(panel)
        self._elide()

    def _show_time(self) -> None:
        left = self._left.text()
        self._clock.setVisible(bool(left) and self._effective >= 600)
        least = 700 if left == "Closed" else 1100
        self._day.setVisible(bool(left) and self._effective >= least)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to the room."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        others = sum(
            part.sizeHint().width() + theme().px(10)
            for part in (self.home, self.saved, self._clock, self._left, self._day,
                         self.finder, self.find_small, self.panel, self.more)
            if not part.isHidden()
        )  # fmt: skip
        room = max(theme().px(24), self.width() - others - theme().px(48) - 16)
        for part, full, role in (
            (self._title, self._full_title, "h3"),
            (self._detail, self._full_detail, "caption"),
        ):
            metrics = QFontMetricsF(theme().font(role))  # type: ignore[arg-type]
            part.setText(metrics.elidedText(full, Qt.TextElideMode.ElideRight, room))
            part.setAccessibleName(full)
            tip(part, full if part.text() != full else "")


class _Saved(QWidget):
    """The save state: a mark and true words. Trouble stays and offers a copy."""

    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        line = row(self, 8)
        self._marks = {
            "saved": IconMark("check", "ok", 18),
            "kept": IconMark("shield-check", "ok", 18),
            "saving": IconMark("loader", "text2", 18),
            "trouble": IconMark("octagon-alert", "bad", 18),
            "read-only": IconMark("lock", "text2", 18),
        }
        for mark in self._marks.values():
            line.addWidget(mark)
        self._words = Words("", "small", "text2", wrap=False)
        self._copy = Link("Save a copy", "small")
        self._copy.clicked.connect(self.copy_asked)
        line.addWidget(self._words)
        line.addWidget(self._copy)

    def show_state(self, state: SaveState) -> None:
        """Show a state."""
        for kind, mark in self._marks.items():
            mark.setVisible(kind == state.kind)
        words = state_words(state)
        self._words.setText(words)
        self._words.setAccessibleName(f"{words}. {state.why}" if state.why else words)
        self._words.set_colour("bad" if state.kind == "trouble" else "text2")
        tip(self._words, state.why)
        self._copy.setVisible(state.kind == "trouble")


def state_words(state: SaveState) -> str:
    """The words for a save state."""
    time = state.when.astimezone().strftime("%H:%M") if state.when else ""
    match state.kind:
        case "saved":
            return f"Saved {time}"
        case "kept":
            return f"Kept safe {time}"
        case "saving":
            return "Saving"
        case "read-only":
            return "Read only"
        case _:
            return f"Not saved since {time}" if time else "Not saved"
