"""The longest answer: a figure, and what is counted."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import row
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.rounds.boxes import Line

_UNITS = ("words", "characters")


class LimitField(QWidget):
    """`changed` carries the limit as a pack says it, with what else the pack said of it; None for
    no limit."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._limit: Mapping[str, Any] = {}
        self.many, self.unit = Line(characters=8, most=9), ComboBox()
        self.many.setAccessibleName("The longest answer")
        self.unit.setAccessibleName("Words or characters")
        self.unit.addItems(_UNITS)
        line = row(self, 8)
        line.addWidget(self.many)
        line.addWidget(self.unit)
        line.addStretch(1)
        self.setFocusProxy(self.many)
        self.many.left.connect(self._tell)
        self.unit.activated.connect(self._tell)

    def show_limit(self, limit: Mapping[str, Any]) -> None:
        """What the pack says."""
        self._limit = limit
        unit = next((unit for unit in _UNITS if unit in limit), _UNITS[0])
        self.unit.setCurrentText(unit)
        self.many.show_words(str(limit.get(unit, "")), anew=not self.many.hasFocus())

    def tell(self) -> None:
        """Say what was typed and is not left yet."""
        self.many.tell()

    def _tell(self, *_: object) -> None:
        digits = self.many.text().replace(",", "").replace(" ", "")
        if not digits.isdecimal() or not digits.isascii() or not int(digits):
            if not digits:
                self.changed.emit(None)
            self.many.show_words(str(self._limit.get(self.unit.currentText(), "")), anew=True)
            return
        kept = {name: value for name, value in self._limit.items() if name not in _UNITS}
        self.changed.emit({self.unit.currentText(): int(digits), **kept})
