"""Adding a council: found in the register on the round's day, or a body typed by name."""

from datetime import date
from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.councils.names import folded
from bidwriter.councils.register import Council, council, councils, find, named, several
from bidwriter.kinds.values.body import Body, BodyKind, Nation
from bidwriter.kinds.values.day import show
from bidwriter.prose.numbers import in_words
from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.inputs import ComboBox, LineEdit
from bidwriter.ui.parts.type_ahead import Match, TypeAhead
from bidwriter.ui.parts.words import Words

_MOST = 50


class CouncilFinder(QWidget):
    """`chosen` carries the body to add."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._day = clock.now().date()
        self._present: frozenset[str] = frozenset()
        self.box = TypeAhead(self._matches, placeholder="Hambleton, county or E07…", most=_MOST)
        self.box.chosen.connect(self._on_chosen)
        self.box.typed.connect(self._show_note)
        self.note = Words("", "small", "text2")
        self._mark = IconMark("lightbulb", "text2", 17, line=20)
        self.other = OtherBody()
        self.other.chosen.connect(self.chosen)
        outer = column(self, 8)
        hint = "Start typing its name, type or code"
        outer.addWidget(Field("Add a council", self.box, hint=hint))
        note = row(spacing=8)
        note.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self.note, 1)
        outer.addLayout(note)
        outer.addSpacing(4)
        outer.addWidget(Disclosure("Add a body that is not in the register", self.other))
        outer.addStretch(1)
        self.setFocusProxy(self.box)
        self._show_note("")

    def show_bid(self, bid: Bid) -> None:
        """Look on the round's day, and know who is in already."""
        self._day = bid.round.day_of_register or clock.now().date()
        self._present = frozenset(partner.key for partner in bid.partners)
        self._show_note(self.box.box.text())

    def _matches(self, words: str) -> list[Match]:
        if not words.strip():
            return []
        return [Match(c.code, c.title, self._beside(c)) for c in find(words, self._day)[:_MOST]]

    def _beside(self, found: Council) -> str:
        return "Already in" if found.code in self._present else found.code

    def _on_chosen(self, code: str) -> None:
        self.box.show_text("")
        if code in self._present:
            found = council(code)
            self.note.setText(f"{found.title if found else code} is in the bid already")
            self._mark.setVisible(True)
            self.box.announcer.say(self.note.text())
            return
        self._show_note("")
        self.chosen.emit(Body(code=code))

    def _show_note(self, words: str) -> None:
        note = note_of(words, self._day)
        self.note.setText(note)
        self._mark.setVisible(bool(note))
        self.note.setVisible(bool(note))


def note_of(words: str, day: date) -> str:
    """ "4 matches. Names are those in force on Thu 15 Nov 2018, so …"."""
    force = f"Names are those in force on {show(day)}"
    if not words.strip():
        return force
    both = several(words, day)
    if both and not named(words, day):
        each = " and ".join(c.title for c in both)
        return f"An office of {in_words(len(both))} councils. Add {each}, each by itself. {force}"
    many = len(find(words, day))
    found = "1 match" if many == 1 else f"{many or 'No'} matches"
    later = [
        c
        for c in councils().values()
        if c.first and c.first > day and folded(words) in folded(c.name)
    ]
    missing = " and ".join(f"{c.title} (from {c.first.year if c.first else ''})" for c in later[:2])
    offered = "is" if len(later) == 1 else "are"
    return f"{found}. {force}" + (f", so {missing} {offered} not offered" if missing else "")


class OtherBody(QWidget):
    """A body by name, kind and nation. `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.name = LineEdit()
        self.kind = _listed(get_args(BodyKind))
        self.nation = _listed(get_args(Nation))
        self.add = Button("Add this body")
        outer = column(self, 12, (0, 4, 0, 8))
        hint = "A parish, a combined authority, or a council in Scotland, Wales or Northern Ireland"
        self._name_field = Field("Name of the body", self.name, hint=hint)
        outer.addWidget(self._name_field)
        outer.addWidget(Field("Kind of body", self.kind))
        outer.addWidget(Field("Nation", self.nation))
        outer.addWidget(self.add)
        self.add.clicked.connect(self._on_add)
        self.name.returnPressed.connect(self._on_add)

    def _on_add(self) -> None:
        name = " ".join(self.name.text().split())
        self._name_field.set_error("" if name else "Write the name of the body")
        if not name:
            self.name.setFocus()
            return
        kind, nation = self.kind.currentData(), self.nation.currentData()
        self.name.clear()
        self.chosen.emit(Body(name=name, kind=kind, nation=nation))


def _listed(words: tuple[str, ...]) -> ComboBox:
    combo = ComboBox()
    for word in words:
        combo.addItem(word[:1].upper() + word[1:], word)
    return combo
