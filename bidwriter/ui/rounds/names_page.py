"""The round itself: what it and its fund are called, when it closes, how it is handed in."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidwriter.fund_forms.words.rules import time_in
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.values.day import parse
from bidwriter.kinds.values.day import show as show_day
from bidwriter.rounds.toml_parts import Way
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.check import CheckBox
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.sheet import Sheet
from bidwriter.ui.parts.words import Words
from bidwriter.ui.rounds.boxes import Line, Lines

_NO_TIME = "Write a time of day, like 17:00 or 5pm"


class NamesPage(Sheet):
    """`changed` carries the way to a value of the pack, and the value."""

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__("", "The round")
        self._version = Words("", "body", "text2")
        self.name, self.fund, self.short = (
            Line(most=160),
            Line(most=160),
            Line(characters=26, most=24),
        )
        self.about, self.sending = Lines(lines=3), Lines(lines=2)
        self.day, self.time = Line(characters=24), Line(characters=12)
        self.assumed = CheckBox("The fund did not publish the closing day: it is assumed")
        self.note = Line(most=400)
        self._fields: dict[str, Field] = {}
        self.body.addWidget(self._version)
        self._field("name", "Name of the round", self.name)
        self._field("fund", "Name of the fund", self.fund)
        self._field("short", "Short name", self.short, "For file names: letters, figures, hyphens")
        self._field("about", "About it", self.about, "A sentence or two")
        pair: list[tuple[QWidget, int]] = [
            (self._made("day", "Closing day", self.day, "Leave it empty for none"), 1),
            (self._made("time", "Closing time", self.time, "Left empty, the end of the day"), 1),
        ]
        self.body.addSpacing(6)
        self.body.addWidget(Beside(pair, least=420, spacing=16))
        self.body.addWidget(self.assumed)
        self._field("note", "Why it is assumed", self.note)
        self._field("sending", "How a bid is handed in", self.sending)
        self.body.addStretch(1)
        for name, box in (
            ("name", self.name), ("fund", self.fund), ("short-name", self.short),
            ("about", self.about), ("sending", self.sending),
        ):  # fmt: skip
            box.left.connect(lambda words, name=name: self.changed.emit((name,), words.strip()))
        self.day.left.connect(self._on_closing)
        self.time.left.connect(self._on_closing)
        self.note.left.connect(lambda words: self._put(("closes", "note"), words.strip()))
        self.assumed.clicked.connect(
            lambda on: self._put(("closes", "basis"), "assumed" if on else None)
        )

    def _made(self, name: str, label: str, editor: QWidget, hint: str = "") -> Field:
        self._fields[name] = Field(label, editor, hint=hint)
        return self._fields[name]

    def _field(self, name: str, label: str, editor: QWidget, hint: str = "") -> None:
        self.body.addSpacing(6)
        self.body.addWidget(self._made(name, label, editor, hint))

    def show_round(self, data: Mapping[str, Any]) -> None:
        """Show what the pack says."""
        self._version.setText(f"Version {data.get('version', '')}, id {data.get('id', '')}")
        for name, box in (
            ("name", self.name), ("fund", self.fund), ("short-name", self.short),
            ("about", self.about), ("sending", self.sending),
        ):  # fmt: skip
            box.show_words(str(data.get(name, "")))
        closes = data.get("closes", {})
        if not self._fields["day"].error:
            self.day.show_words(_shown(closes.get("day", "")))
        if not self._fields["time"].error:
            self.time.show_words(str(closes.get("time", "")))
        self.assumed.setChecked(closes.get("basis") == "assumed")
        self.assumed.setVisible(bool(closes))
        self.note.show_words(str(closes.get("note", "")))
        self._fields["note"].setVisible(self.assumed.isChecked())

    def _on_closing(self, _words: str) -> None:
        """Day and time, each said at its field where it cannot be understood."""
        typed, time = self.day.text().strip(), self.time.text().strip()
        day = wrong = ""
        try:
            day = parse(typed).isoformat() if typed else ""
        except NotAllowedError as error:
            wrong = str(error)
        self._fields["day"].set_error(wrong)
        at = time_in(time)
        self._fields["time"].set_error(_NO_TIME if time and not at else "")
        if wrong or (time and not at):
            return
        if not day:
            self._put(("closes",), None)
            return
        self._put(("closes", "day"), day)
        self._put(("closes", "time"), at or None)

    def _put(self, way: Way, value: Any) -> None:
        self.changed.emit(way, value)

    def tell_all(self) -> None:
        """What was typed and is not left yet counts too."""
        for line in (self.name, self.fund, self.short, self.day, self.time, self.note):
            line.tell()
        for lines in (self.about, self.sending):
            lines.tell()


def _shown(day: Any) -> str:
    try:
        return show_day(parse(str(day))) if day else ""
    except NotAllowedError:
        return str(day)
