"""What is doubtful in a table is asked before any of it goes into the bid."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter.bids.sheets.headings import column_id, taken_for
from bidwriter.bids.sheets.row_read import numbered
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.bids.sheets.taking_in import Pasted, passed_sentence, shortened
from bidwriter.bids.sheets.wanted import ACROSS, LEFT_OUT, TO_NOTE
from bidwriter.doubts import Doubt, Settled, Way, answer
from bidwriter.kinds.tables.own_table import plural
from bidwriter.ui.answers.taking_in.block import Block, Offered
from bidwriter.ui.answers.taking_in.doubt_row import DoubtRow
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.parts.words import Words, heading

_MOST_ASKED = 60
_MOST_TOLD = 100
_MOST_KEPT = 8  # readings of the same sheet


class Taking(NamedTuple):
    """What is read and how: the sheet, the reader, what a column can be taken for, what one row
    is called, and what becomes of doubts that are not shown."""

    sheet: Sheet
    read: Callable[[Settled], Pasted]
    offered: Offered
    noun: str = "line"
    unseen: str = "their words go into the notes of their lines"


_TEXT = (
    "Nothing goes into the bid until you press the button. What you do not change goes in as shown."
)


class TakeInDialog(Dialog):
    """`taken` carries the lines as they were settled."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, taking: Taking) -> None:
        super().__init__(parent, "Take in a table")
        self._taking, self._sheet = taking, taking.sheet
        self._settled: dict[str, Way] = {}
        self._known: dict[tuple[tuple[str, Way], ...], Pasted] = {}
        self.rows: list[DoubtRow] = []
        self.pasted = self._read({})
        self.block = Block(self._sheet.grid, self.pasted.columns, taking.offered)
        self.title = heading("", "h3")
        self.remarks = Words("", "small", "text2")
        self.which = Words("", "small", "text2")
        self.passed = Disclosure("Which ones", self.which, quiet=True)
        self.announcer = Announcer(self)
        self.add = Button("", "primary")
        self._list: QVBoxLayout = column(spacing=0)
        self._lay_out(parent)
        self.block.taken.connect(self._on_column)
        self.add.clicked.connect(self._on_add)
        self._ask()
        (self.rows[0].ways if self.rows else self.block.choices[0]).setFocus()
        self.setAccessibleDescription(_TEXT)

    def _lay_out(self, parent: QWidget) -> None:
        body = column(self, 10, (22, 18, 22, 16))
        body.addWidget(self.title)
        body.addWidget(Words(_TEXT, "body", "text2"))
        body.addWidget(self.block, 3)
        inside = QWidget()
        inner = column(inside, 4)
        inner.addWidget(self.remarks)
        inner.addWidget(self.passed)
        inner.addLayout(self._list)
        inner.addStretch(1)
        body.addWidget(PageScroll(inside), 4)
        line = row(spacing=12)
        line.addStretch(1)
        leave = Button("Leave it", "secondary")
        leave.clicked.connect(self.reject)
        line.addWidget(leave)
        line.addWidget(self.add)
        body.addLayout(line)
        room = parent.window().size()
        look = theme()
        self.resize(min(look.px(980), room.width() - 40), min(look.px(700), room.height() - 40))

    def _read(self, settled: Settled) -> Pasted:
        key = tuple(sorted(settled.items()))
        if key not in self._known:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            self._known[key] = self._taking.read(settled)
        return self._known[key]

    # --- asking ------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Everything doubtful anew, as after another choice of columns."""
        emptied(self._list)
        self.rows = []
        asked = self._doubts()
        most = _most_asked(asked)
        for doubt in asked[:most]:
            made = DoubtRow(doubt, self._settled.get(doubt.id))
            made.settled.connect(lambda way, id_=doubt.id: self._on_settled(id_, way))
            self._list.addWidget(made)
            self.rows.append(made)
        more = len(asked) - most
        if more > 0:
            words = f"and {more} more: {self._taking.unseen}"
            self._list.addWidget(Words(words, "small", "text2"))
        self._show()

    def _doubts(self) -> tuple[Doubt, ...]:
        """All there is to ask: what shows only once something else is settled, too."""
        given = {id_: way.id for id_, way in self._settled.items()}
        found = answer(lambda settled: self._read(settled).doubts, given)
        still = {doubt.id for doubt in found.open} | self._settled.keys()
        return tuple(doubt for doubt in found.met if doubt.id in still)

    def _show(self) -> None:
        """What would go in now."""
        now = self._read(self._settled)
        self.pasted = now
        still = {doubt.id: doubt for doubt in now.doubts}
        for made in self.rows:
            way = self._settled.get(made.doubt.id)
            typed = way is not None and way.kind == "typed"
            wrong = still.get(made.doubt.id) if typed else None
            made.show_error(wrong.why if wrong else "")
        cells = {(row_, d.column): d.why for d in still.values() for row_ in d.rows}
        self.block.show_columns(now.columns, cells)
        passed = passed_sentence(now)
        self.remarks.setText("\n".join([*([passed] if passed else []), *now.remarks]))
        self.remarks.setVisible(bool(self.remarks.text()))
        self.which.setText("\n".join(self._which(now)))
        self.passed.setVisible(bool(passed))
        many = len(now.rows)
        self.add.setText(f"Add {_counted(many, self._taking.noun)}")
        self.add.setEnabled(bool(many))
        self.title.setText(doubt_words(now, self._taking.noun))
        self.setAccessibleName(self.title.text())

    def _which(self, now: Pasted) -> Iterator[str]:
        """Each row passed over with its words, but for empty ones."""
        for kind, found in now.passed:
            if kind == "empty row":
                continue
            for row_ in found[:_MOST_TOLD]:
                words = shortened(", ".join(filter(None, self._sheet.grid[row_ - 1])), 80)
                yield f"Row {row_}, {kind}: {words}"
            if len(found) > _MOST_TOLD:
                yield f"and {numbered('row', found[_MOST_TOLD:])}, {kind}"

    def _on_column(self, at: int, key: str) -> None:
        """A column is taken for something: no other column that was chosen is the same."""
        if key[:1] == ACROSS:  # as its heading has it
            self._settled.pop(column_id(at), None)
        else:
            way = taken_for(key)
            same = [id_ for id_, own in self._settled.items() if own == way]
            for id_ in same if key not in (TO_NOTE, LEFT_OUT) else ():
                if id_.startswith("column/"):
                    del self._settled[id_]
            self._settled[column_id(at)] = way
        self._ask()
        self.announcer.say(self.title.text())

    def _on_settled(self, id_: str, way: Way) -> None:
        self._settled[id_] = way
        if self._has_more_to_ask():
            self._ask()
            self._row_of(id_).ways.setFocus()
        else:
            self._show()
        self.announcer.say(self.title.text())

    def _has_more_to_ask(self) -> bool:
        doubts = self._doubts()
        return [doubt.id for doubt in doubts[: _most_asked(doubts)]] != self._asked()

    def _asked(self) -> list[str]:
        return [made.doubt.id for made in self.rows]

    def _row_of(self, id_: str) -> DoubtRow:
        return self.rows[self._asked().index(id_)]

    def _on_add(self) -> None:
        self.taken.emit(self.pasted)
        self.accept()


def _most_asked(doubts: tuple[Doubt, ...]) -> int:
    """How many are asked; all but those about single cells, which come last, always."""
    return max(_MOST_ASKED, sum(not doubt.takes_words for doubt in doubts))


def _counted(many: int, noun: str) -> str:
    return f"{many} {noun if many == 1 else plural(noun)}"


def doubt_words(pasted: Pasted, noun: str) -> str:
    """ "3 things to look at before 12 lines go in"."""
    many, lines = len(pasted.doubts), len(pasted.rows)
    line = f"{_counted(lines, noun)} {'goes' if lines == 1 else 'go'} in"
    if not many:
        return f"Nothing is doubtful: {line}"
    return f"{many} {'thing' if many == 1 else 'things'} to look at before {line}"
