"""One thing that is asked: why, and what it may be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.desk.form_rows import AskedDoubt
from bidwriter.doubts import Way
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.parts.words import Words

_CHOOSE = "Choose an answer"


class DoubtLine(QWidget):
    """`answered` carries the id of the doubt and the way that was chosen. `named` is what it is
    about, as a screen reader hears it; it is shown where the line `stands_alone`."""

    answered = Signal(str, object)

    def __init__(self, named: str, *, stands_alone: bool = False) -> None:
        super().__init__()
        self._named = named
        self._asked: AskedDoubt | None = None
        self._said: Way | None = None  # and not shown yet
        self._mark = IconMark("circle-question-mark", "link", 17, line=20)
        self._why = Words("", "small", "link")
        self.choice = ComboBox()
        self.choice.setPlaceholderText(_CHOOSE)
        self.choice.activated.connect(self._on_chosen)
        widths(self.choice, least=200, most=320)
        line = row(self, 8, (0, 4, 0, 2))
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        said = column(spacing=4)
        if stands_alone and named:
            said.addWidget(Words(named, "body", weight=600))
        said.addWidget(self._why)
        across = row(spacing=0)
        across.addWidget(self.choice, 1000)
        across.addStretch(1)
        said.addLayout(across)
        line.addLayout(said, 1)

    def show_doubt(self, asked: AskedDoubt) -> None:
        """Ask this, or show how it was answered."""
        before, self._asked, self._said = self._asked, asked, asked.way
        doubt = asked.doubt
        if before is None or before.doubt.readings != doubt.readings:
            self.choice.clear()
            self.choice.addItems([reading.words for reading in doubt.readings])
        ways = [reading.way for reading in doubt.readings]
        self.choice.setCurrentIndex(-1 if asked.way is None else ways.index(asked.way))
        if asked == before:
            return
        self.choice.setAccessibleName(": ".join(filter(None, (self._named, doubt.why))))
        self._why.setText(doubt.why)
        is_open = asked.way is None
        self._why.set_colour("link" if is_open else "text2")
        if is_open:
            self._mark.set_icon("circle-question-mark", "link")
        else:
            self._mark.set_icon("check", "text2")

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self._asked is not None and self._asked.way is None

    def _on_chosen(self, at: int) -> None:
        assert self._asked is not None
        doubt = self._asked.doubt
        way = doubt.readings[at].way
        if way != self._said:
            self._said = way
            self.answered.emit(doubt.id, way)


class DoubtLines(QWidget):
    """Several, kept while they are asked, so that the focus stays in them."""

    answered = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, DoubtLine] = {}
        self._list = column(self, 4)
        self.hide()

    def show_doubts(
        self, asked: tuple[AskedDoubt, ...], named: str = "", *, alone: bool = False
    ) -> None:
        """Ask these; `named` is what they are about, where not each says so itself."""
        wanted = {one.doubt.id: one for one in asked}
        for id_ in self.lines.keys() - wanted.keys():
            gone = self.lines.pop(id_)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, (id_, one) in enumerate(wanted.items()):
            if id_ not in self.lines:
                made = DoubtLine(named or one.doubt.where, stands_alone=alone)
                made.answered.connect(self.answered)
                self._list.insertWidget(at, made)
                self.lines[id_] = made
            self.lines[id_].show_doubt(one)
        self.setVisible(bool(wanted))

    def first_open(self) -> DoubtLine | None:
        """The first that waits for an answer, as they stand."""
        waiting = [line for line in self.lines.values() if line.is_open]
        return min(waiting, key=self._list.indexOf, default=None)
