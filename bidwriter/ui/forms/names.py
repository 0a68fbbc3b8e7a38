"""What the round and its fund are called, and when it closes, where the form does not say it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidwriter.fund_forms.found import FoundForm
from bidwriter.fund_forms.pack.making import Named
from bidwriter.fund_forms.words.rules import time_in
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.values.day import parse
from bidwriter.kinds.values.day import show as show_day
from bidwriter.ui.look.space import column, widths
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.words import heading

_MOST = 160  # characters of a name
_NO_TIME = "Write a time of day, like 17:00 or 5pm"
_NO_DAY = "Write the day too, or leave the time empty"


class Names(QWidget):
    """`named` carries what was said once a field is left."""

    named = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name, self.fund = LineEdit(most=_MOST), LineEdit(most=_MOST)
        self.day, self.time = LineEdit(characters=24), LineEdit(characters=12)
        self._form, self._said = FoundForm("", ()), Named()
        self._fields = {
            "name": Field("Name of the round", self.name),
            "fund": Field("Name of the fund", self.fund, hint="Left empty, it is the round’s name"),
            "day": Field("Closing day", self.day),
            "time": Field("Closing time", self.time, hint="Left empty, it is the end of the day"),
        }
        body = column(self, 14)
        body.addWidget(heading("The round", "h2"))
        for pair in (("name", "fund"), ("day", "time")):
            parts = [(_top(self._fields[key]), 1) for key in pair]
            body.addWidget(Beside(parts, least=520, spacing=20))
        for line in (self.name, self.fund, self.day, self.time):
            line.editingFinished.connect(self._on_finished)

    def forget(self) -> None:
        """Another form: nothing that was typed for the one before stays."""
        for key, line in (("day", self.day), ("time", self.time)):
            self._fields[key].set_error("")
            line.setModified(False)
        self.name.setModified(False)
        self.fund.setModified(False)

    def show_names(self, form: FoundForm, said: Named) -> None:
        """What the person said, else what the form says; what is being typed or was not understood
        stays."""
        self._form, self._said = form, said
        day, time, quote = form.closes
        if said.closes or not day:
            day, time = said.closes, said.time
        shown = {
            "name": (self.name, said.name or form.name),
            "fund": (self.fund, said.fund),
            "day": (self.day, show_day(parse(day)) if day else ""),
            "time": (self.time, time),
        }
        for key, (line, words) in shown.items():
            if not self._fields[key].error and not (line.hasFocus() and line.isModified()):
                line.show_text(words)
        found = f"The form says: “{quote}”" if quote else "Leave it empty if there is none"
        self._fields["day"].set_hint(found)

    def _on_finished(self) -> None:
        said = self._read()
        if said is not None and said != self._said:
            self._said = said
            self.named.emit(said)

    def _read(self) -> Named | None:
        """What the fields say; None where a day or a time cannot be understood, which is said."""
        day, wrong_day = _day(self.day.text())
        typed = self.time.text().strip()
        time = time_in(typed)
        wrong_time = _NO_TIME if typed and not time else ""
        if time and not day and not wrong_day:
            wrong_day = _NO_DAY
        self._fields["day"].set_error(wrong_day)
        self._fields["time"].set_error(wrong_time)
        if wrong_day or wrong_time:
            return None
        if (day, time) == self._form.closes[:2]:
            day = time = ""  # as the form says it
        name = " ".join(self.name.text().split())
        name = "" if name == self._form.name else name
        return Named(" ".join(self.fund.text().split()), name, day, time)

    def first_wrong(self) -> LineEdit | None:
        """The field that was not understood; None where all were."""
        wrong = (key for key in ("day", "time") if self._fields[key].error)
        return {"day": self.day, "time": self.time}.get(next(wrong, ""))


def _day(typed: str) -> tuple[str, str]:
    """The day (ISO), and what is wrong with it."""
    try:
        return (parse(typed).isoformat() if typed.strip() else ""), ""
    except NotAllowedError as error:
        return "", str(error)


def _top(field: Field) -> QWidget:
    """A field that keeps its height beside a higher one."""
    holder = QWidget()
    inside = column(holder, 0)
    inside.addWidget(field)
    inside.addStretch(1)
    widths(holder, least=120)
    return holder
