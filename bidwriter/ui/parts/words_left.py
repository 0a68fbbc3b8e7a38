"""Words left: a thin bar and a sentence under it. It never stops anybody from typing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.meter import Meter
from bidwriter.ui.parts.words import Words

_NEAR = 20  # words left, from which on the limit is spoken of


class WordsLeft(QWidget):
    """A bar, "54 words left", "96 of 150 used", and a quiet note on the right. Without the bar the
    note stands on the left."""

    turned = Signal(str)

    def __init__(self, *, bar: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_bar = bar
        self.bar = Meter("Words used", thickness=4, tick=False)
        self._octagon = IconMark("octagon-alert", "bad", 16)
        self._left = Words(role="small", weight=600, wrap=False)
        self._used = Words(role="small", colour="text3", wrap=False)
        self._note_icon = IconMark("book-open", "text2", 16)
        self._note = Words(role="small", colour="text2")
        for count in (self._left, self._used):  # the note gives way
            count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        outer = column(self, 6)
        outer.addWidget(self.bar)
        line = row(spacing=8)
        counts, note = (self._octagon, self._left, self._used), (self._note_icon, self._note)
        first, second = (counts, note) if bar else (note, counts)
        for part in first:
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        for part in second:
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(line)
        self.set_note("")
        self._stretch: str | None = None
        self.show_count(0, 0)

    def show_count(self, used: int, limit: int, unit: str = "word") -> None:
        """Show `used` of `limit`; a limit of 0 means that there is none. Emits `turned` where the
        count comes near the limit, to it, over it, or back."""
        was, self._stretch = self._stretch, _stretch(used, limit)
        over = bool(limit) and used > limit
        self._left.setText(_left_words(used, limit, unit))
        self._left.set_colour("bad" if over else "text")
        self._used.setText(f"{used:,} of {limit:,} used" if limit else "")
        self._used.setVisible(bool(limit))
        self._octagon.setVisible(over)
        self.bar.setVisible(bool(limit) and self._has_bar)
        self.bar.show_amount(used, limit, self.sentence)
        if limit and was not in (None, self._stretch):
            self.turned.emit(self.sentence)

    def set_note(self, text: str) -> None:
        """Say something quiet on the right, such as the reading age."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._note_icon.setVisible(bool(text) and self._has_bar)

    @property
    def sentence(self) -> str:
        """What the part says, as one sentence for a screen reader."""
        used = self._used.text()
        return f"{self._left.text()}, {used}" if used else self._left.text()


def _stretch(used: int, limit: int) -> str:
    """Which part of its way to the limit a count is on; no part's end is passed unsaid."""
    left = limit - used
    if not limit or left > _NEAR:
        return "far"
    return "near" if left > 0 else "at" if left == 0 else "over"


def _left_words(used: int, limit: int, unit: str) -> str:
    if not limit:
        return _counted(used, unit)
    if used > limit:
        return f"{_counted(used - limit, unit)} too many"
    return f"{_counted(limit - used, unit)} left"


def _counted(number: int, unit: str) -> str:
    return f"{number:,} {unit}" if number == 1 else f"{number:,} {unit}s"
