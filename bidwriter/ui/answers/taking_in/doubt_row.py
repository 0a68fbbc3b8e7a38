"""One doubtful cell or row: what it says, why it is doubtful, and how to settle it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidwriter.bids.sheets.row_read import numbered
from bidwriter.bids.sheets.taking_in import shortened
from bidwriter.doubts import Doubt, Way
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.field import FieldError
from bidwriter.ui.parts.heard import say_problem
from bidwriter.ui.parts.inputs import ComboBox, LineEdit
from bidwriter.ui.parts.words import Words

_TYPE = "Type it…"


class DoubtRow(QWidget):
    """`settled` carries the way that was chosen."""

    settled = Signal(object)

    def __init__(self, doubt: Doubt, way: Way | None) -> None:
        super().__init__()
        self.doubt = doubt
        name = doubt_name(doubt)
        self.ways = ComboBox()
        for reading in doubt.readings:
            self.ways.addItem(reading.words, reading.way)
        if doubt.takes_words:
            self.ways.addItem(_TYPE, None)
        self.ways.setAccessibleName(f"{name}, how to settle it")
        self.ways.setAccessibleDescription(doubt.why)
        self.box = LineEdit()
        self.box.setAccessibleName(f"{name}, type it")
        widths(self.ways, least=310, most=310)
        widths(self.box, least=150, most=220)
        self.error = FieldError()
        self._lay_out(name)
        self.ways.activated.connect(self._on_way)
        self.box.editingFinished.connect(self._on_typed)
        self._show_way(way)
        self.error.show_words("")

    def _lay_out(self, name: str) -> None:
        outer = column(self, 4, (0, 6, 0, 6))
        line = row(spacing=10)
        said = column(spacing=0)
        said.addWidget(Words(name, "small", weight=600))
        said.addWidget(Words(self.doubt.why, "small", "text2"))
        line.addLayout(said, 1)
        line.addWidget(self.ways)
        line.addWidget(self.box)
        outer.addLayout(line)
        outer.addWidget(self.error)

    def _show_way(self, way: Way | None) -> None:
        found = [at for at, reading in enumerate(self.doubt.readings) if reading.way == way]
        typed = way is not None and not found
        self.ways.setCurrentIndex(self.ways.count() - 1 if typed else (found or [0])[0])
        self.box.setVisible(typed)
        if typed and way is not None:
            self.box.setText(way.typed)

    def show_error(self, why: str) -> None:
        """Say why what was typed will not do; "" for nothing."""
        self.error.show_words(why)
        say_problem(self.box, why)

    def _on_way(self, at: int) -> None:
        typing = at >= len(self.doubt.readings)
        self.box.setVisible(typing)
        if typing:
            self.box.setText(self.doubt.words)
            self.box.selectAll()
            self.box.setFocus()
        else:
            self.settled.emit(self.doubt.readings[at].way)

    def _on_typed(self) -> None:
        if self.box.isVisible() and self.box.isModified():
            self.settled.emit(Way("typed", self.box.text().strip()))


def doubt_name(doubt: Doubt) -> str:
    """ "Row 3 Unit cost, “tbc”"; "Who pays, “Match”, in rows 2, 5 and 6"."""
    words = f", “{shortened(doubt.words, 60)}”" if doubt.words not in doubt.where else ""
    rows = f", in {numbered('row', doubt.rows)}" if "=" in doubt.id else ""
    return f"{doubt.where}{words}{rows}"
