"""Your name and council, kept on this computer as you type; the text size beside them."""

from PySide6.QtWidgets import QWidget

from bidwriter import clock
from bidwriter.councils.register import council, find
from bidwriter.files import settings as kept
from bidwriter.ui.look.space import column, widths
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.check import RadioSet
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.type_ahead import Match, TypeAhead
from bidwriter.ui.window.frame import Frame


class PersonFields(QWidget):
    """So partners can see who wrote what."""

    def __init__(self, window: Frame, *, text_size: bool = True) -> None:
        super().__init__()
        self._window = window
        person = window.settings.person
        self.name = LineEdit(person.name, characters=30)
        self.council = TypeAhead(self._matches)
        found = council(person.council) if person.council else None
        self.council.show_text(found.title if found else "")
        self._code = person.council
        name = Field(
            "Your name", self.name, hint="So partners can see who wrote what", optional=True
        )
        own = Field("Your council", self.council, hint="Fills itself into new bids", optional=True)
        widths(own, most=420)
        body = column(self, 16)
        body.addWidget(Beside([(_top(name), 2), (_top(own), 3)], least=480, spacing=24))
        if text_size:
            body.addWidget(self._sizes())
        self.name.editingFinished.connect(self._keep)
        self.council.chosen.connect(self._on_council)
        self.council.typed.connect(self._on_typed)

    def _sizes(self) -> Field:
        choices = (("100", "100%"), ("125", "125%"), ("150", "150%"), ("200", "200%"))
        sizes = RadioSet(choices, across=True)
        sizes.choose(str(self._window.settings.text_size))
        sizes.chosen.connect(lambda key: self._window.set_text_size(int(key)))
        return Field("Text size", sizes, hint="Change it any time with Ctrl and + or −")

    def _matches(self, words: str) -> list[Match]:
        today = clock.now().date()
        return [Match(c.code, c.title, c.code) for c in find(words, today)[:50]] if words else []

    def _on_council(self, code: str) -> None:
        self._code = code
        self._keep()

    def _on_typed(self, words: str) -> None:
        if not words.strip():
            self._on_council("")

    def _keep(self) -> None:
        name = " ".join(self.name.text().split())
        person = self._window.settings.person
        if (name, self._code) != (person.name, person.council):
            self._window.keep(kept.with_person(self._window.settings, name, self._code))


def _top(field: Field) -> QWidget:
    holder = QWidget()
    body = column(holder, 0)
    body.addWidget(field)
    body.addStretch(1)
    return holder
