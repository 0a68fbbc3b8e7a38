"""What is doubtful in a table is asked before any of it goes into the bid."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter.bids.bid import Bid
from bidwriter.bids.sheets.doubts import Doubt, Way
from bidwriter.bids.sheets.grid import Grid
from bidwriter.bids.sheets.headings import LEFT_OUT, TO_NOTE, Columns, column_sentence
from bidwriter.bids.sheets.taking_in import Pasted, passed_sentence, read_grid
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.ui.answers.taking_in.block import Block
from bidwriter.ui.answers.taking_in.doubt_row import DoubtRow
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.dialog import Dialog
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.parts.words import Words, heading

_MOST_ASKED = 60
_TEXT = (
    "Nothing goes into the bid until you press the button. What you do not change goes in as shown."
)


class TakeInDialog(Dialog):
    """`taken` carries the lines as they were settled."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, bid: Bid, question: CostLines, grid: Grid) -> None:
        super().__init__(parent, "Take in a table")
        self._bid, self._question, self._grid = bid, question, grid
        self._settled: dict[tuple[int, str], Way] = {}
        self.rows: list[DoubtRow] = []
        self.pasted = read_grid(bid, grid, question)
        self.columns: Columns = self.pasted.columns
        self.block = Block(grid, self.columns)
        self.title = heading("", "h3")
        self.remarks = Words("", "small", "text2")
        self.announcer = Announcer(self)
        self.add = Button("", "primary")
        self._list: QVBoxLayout = column(spacing=0)
        self._lay_out(parent)
        self.block.taken.connect(self._on_column)
        self.add.clicked.connect(self._on_add)
        self._ask()
        (self.rows[0].ways if self.rows else self.block.choices[0]).setFocus()
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(_TEXT)

    def _lay_out(self, parent: QWidget) -> None:
        body = column(self, 10, (22, 18, 22, 16))
        body.addWidget(self.title)
        body.addWidget(Words(_TEXT, "body", "text2"))
        body.addWidget(self.block, 3)
        inside = QWidget()
        inner = column(inside, 4)
        inner.addWidget(self.remarks)
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

    # --- asking ------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Every doubtful cell anew, as after another choice of columns."""
        emptied(self._list)
        self.rows = []
        asked = self._doubts()
        most = _most_asked(asked)
        for doubt in asked[:most]:
            made = DoubtRow(doubt, self._settled.get(doubt.key))
            made.settled.connect(lambda way, key=doubt.key: self._on_settled(key, way))
            self._list.addWidget(made)
            self.rows.append(made)
        more = len(asked) - most
        if more > 0:
            words = f"and {more} more: their words go into the notes of their lines"
            self._list.addWidget(Words(words, "small", "text2"))
        self._show()

    def _doubts(self) -> tuple[Doubt, ...]:
        """All there is to ask: of a row that turns out to be a line, its cells too."""
        rows = {key: way for key, way in self._settled.items() if not key[1]}
        fresh = read_grid(self._bid, self._grid, self._question, self.columns)
        if not rows:
            return fresh.doubts
        now = read_grid(self._bid, self._grid, self._question, self.columns, rows)
        known = {doubt.key for doubt in fresh.doubts}
        return (*fresh.doubts, *(doubt for doubt in now.doubts if doubt.key not in known))

    def _show(self) -> None:
        """What would go in now."""
        now = read_grid(self._bid, self._grid, self._question, self.columns, self._settled)
        self.pasted = now
        still = {doubt.key: doubt.why for doubt in now.doubts}
        for made in self.rows:
            way = self._settled.get(made.doubt.key)
            typed = way is not None and way.kind == "typed"
            made.show_error(still.get(made.doubt.key, "") if typed else "")
        self.block.show_columns(self.columns, still)
        sentences = [column_sentence(doubt) for doubt in self.columns.doubts]
        passed = passed_sentence(now)
        self.remarks.setText("\n".join([*sentences, *([passed] if passed else []), *now.remarks]))
        self.remarks.setVisible(bool(self.remarks.text()))
        many = len(now.rows)
        self.add.setText(f"Add {many} {'line' if many == 1 else 'lines'}")
        self.add.setEnabled(bool(many))
        self.title.setText(doubt_words(now))

    def _on_column(self, at: int, key: str) -> None:
        """A column is taken for something: no other column is the same, and nobody asks again."""
        wide = max(len(row_) for row_ in self._grid)
        keys = [*self.columns.keys, *[TO_NOTE] * wide][:wide]
        keys = [TO_NOTE if own == key and key != LEFT_OUT else own for own in keys]
        keys[at] = key
        doubts = tuple(doubt for doubt in self.columns.doubts if doubt.at not in (at, -1))
        self.columns = self.columns._replace(keys=tuple(keys), doubts=doubts)
        self._settled.clear()
        self._ask()
        self.announcer.say(self.add.text())

    def _on_settled(self, key: tuple[int, str], way: Way) -> None:
        self._settled[key] = way
        if not key[1] and self._has_more_to_ask():
            self._ask()
            self._row_of(key).ways.setFocus()
        else:
            self._show()

    def _has_more_to_ask(self) -> bool:
        doubts = self._doubts()
        return [doubt.key for doubt in doubts[: _most_asked(doubts)]] != self._asked()

    def _asked(self) -> list[tuple[int, str]]:
        return [made.doubt.key for made in self.rows]

    def _row_of(self, key: tuple[int, str]) -> DoubtRow:
        return self.rows[self._asked().index(key)]

    def _on_add(self) -> None:
        self.taken.emit(self.pasted)
        self.accept()


def _most_asked(doubts: tuple[Doubt, ...]) -> int:
    """How many are asked; rows that may be sums, which come first, all."""
    return max(_MOST_ASKED, sum(not doubt.column for doubt in doubts))


def doubt_words(pasted: Pasted) -> str:
    """ "3 things to look at before 12 lines go in"."""
    many, lines = len(pasted.doubts) + len(pasted.column_doubts), len(pasted.rows)
    line = f"{lines} {'line goes' if lines == 1 else 'lines go'} in"
    if not many:
        return f"Nothing is doubtful: {line}"
    return f"{many} {'thing' if many == 1 else 'things'} to look at before {line}"
