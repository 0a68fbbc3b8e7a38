"""A question: its number, its wording with what was read of it, its kind and its limit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.desk.form_rows import FoundRow
from bidwriter.doubts import Way
from bidwriter.fund_forms.telling import shortened
from bidwriter.fund_forms.words.kinds import KINDS
from bidwriter.ui.forms.doubt_line import DoubtLine, DoubtLines
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.parts.words import Words, heading

_BESIDE_FROM = 560
_NUMBER, _KIND, _LIMIT = 40, 244, 98


class QuestionRow(QWidget):
    """`settled` carries the id of what was said and the way: the kind, or the answer to a doubt."""

    settled = Signal(str, object)

    def __init__(self, shown: FoundRow, *, is_first: bool) -> None:
        super().__init__()
        self.shown: FoundRow | None = None
        self._said = ""  # the kind that was said last, and perhaps not read yet
        self._number = Words("", "body", "link", weight=600)
        widths(self._number, least=_NUMBER, most=_NUMBER)
        self.wording = heading("", "h3")
        self._about = Words("", "small", "text2")
        self.doubts = DoubtLines()
        self.kind = ComboBox()
        self._only = Words("", "body")
        self._limit = Words("", "small", "text2")
        self._lay_out(is_first=is_first)
        self.kind.activated.connect(self._on_kind)
        self.doubts.answered.connect(self.settled)
        self.show_row(shown)

    def _lay_out(self, *, is_first: bool) -> None:
        said, side = QWidget(), QWidget()
        inner = column(said, 2)
        for part in (self.wording, self._about, self.doubts):
            inner.addWidget(part)
        inner.addStretch(1)
        across = row(side, 14)
        for kind in (self.kind, self._only):
            widths(kind, least=_KIND, most=_KIND)
            across.addWidget(kind, 0, Qt.AlignmentFlag.AlignTop)
        widths(self._limit, least=_LIMIT, most=_LIMIT)
        limited = column(spacing=0)
        limited.addWidget(self._limit)
        limited.addStretch(1)
        across.addLayout(limited)
        across.addStretch(1)
        line = row(spacing=0, margins=(0, 10, 0, 12))
        line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Beside([(said, 1), (side, 0)], least=_BESIDE_FROM, spacing=14), 1)
        outer = column(self, 0)
        rule = Rule(room=0)
        rule.show_line(shown=not is_first)
        outer.addWidget(rule)
        outer.addLayout(line)

    def show_row(self, shown: FoundRow) -> None:
        """Show what was read now."""
        if shown != self.shown:
            self._show_words(shown)
        self.doubts.show_doubts(shown.asked, _named(shown))
        self._said = shown.kinds[0]
        self.kind.setCurrentIndex(self.kind.findData(self._said))

    def _show_words(self, shown: FoundRow) -> None:
        before, self.shown = self.shown, shown
        self._number.setText(str(shown.number))
        self.wording.setText(shown.wording)
        self._about.setText(shown.about)
        self._about.setVisible(bool(shown.about))
        self._limit.setText(shown.limit)
        if before is None or set(before.kinds) != set(shown.kinds):
            self._offer(shown.kinds)
        self.kind.setAccessibleName(f"{_named(shown)}: kind of answer")

    def _offer(self, kinds: tuple[str, ...]) -> None:
        """What it may be of, always in one order; only words where it can be nothing else."""
        self.kind.clear()
        for kind in sorted(kinds, key=list(KINDS).index):
            self.kind.addItem(KINDS[kind], kind)
        several = len(kinds) > 1
        self.kind.setVisible(several)
        self._only.setVisible(not several)
        self._only.setText(KINDS[kinds[0]])

    def first_open(self) -> DoubtLine | None:
        """The first of its doubts that waits for an answer."""
        return self.doubts.first_open()

    def take_focus(self) -> None:
        """Its first open doubt, or its wording."""
        doubt = self.first_open()
        (doubt.choice if doubt else self.wording).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kind(self) -> None:
        assert self.shown is not None
        kind, id_ = str(self.kind.currentData()), f"kind:{self.shown.key}"
        is_asked = any(one.doubt.id == id_ and one.way is None for one in self.shown.asked)
        if kind != self._said or is_asked:  # the kind that stands there is an answer too
            self._said = kind
            self.settled.emit(id_, Way("kind", kind))


def _named(shown: FoundRow) -> str:
    """What a screen reader hears a question called."""
    return f"{shown.number} {shortened(shown.wording, 80)}"
