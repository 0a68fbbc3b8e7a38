"""Long work as a card: named steps with their states, how far it is, and Stop."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.meter import Meter
from bidwriter.ui.parts.state_mark import STATE_WORDS, StateMark, TaskState
from bidwriter.ui.parts.words import Words


class StepsCard(Card):
    """Steps of one job. `stop_asked` when the officer has had enough."""

    stop_asked = Signal()

    def __init__(self, title: str, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(padding=(20, 16, 20, 18), spacing=12, parent=parent)
        self._names = tuple(steps)
        self._title = Words(title, "h3")
        self._far = Words(role="body", colour="text2", wrap=False)
        self.meter = Meter(title, thickness=5, tick=False)
        self.stop = Button("Stop")
        self.stop.clicked.connect(self.stop_asked)
        top = row(spacing=12)
        top.addWidget(self._title, 1)
        top.addWidget(self._far)
        self.body.addLayout(top)
        self.body.addWidget(self.meter)
        self._marks: list[StateMark] = []
        self._add_steps()
        foot = row(spacing=8)
        foot.addStretch(1)
        foot.addWidget(self.stop)
        self.body.addLayout(foot)
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """Step `number`, counted from 0, is going on; those before it are done."""
        for at, mark in enumerate(self._marks):
            state: TaskState = "completed" if at < number else "not_started"
            self._show(at, mark, "started" if at == number else state)
        self._show_far(min(number + 1, len(self._names)))

    def _add_steps(self) -> None:
        steps = column(spacing=7)
        for name in self._names:
            line = row(spacing=11)
            mark = StateMark("not_started", size=17, line=22)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Words(name, "body"), 1)
            self._marks.append(mark)
            steps.addLayout(line)
        self.body.addLayout(steps)

    def _show(self, at: int, mark: StateMark, state: TaskState) -> None:
        mark.set_state(state)
        mark.setAccessibleName(f"{self._names[at]}, {STATE_WORDS[state]}")

    def _show_far(self, reached: int) -> None:
        far = f"{reached} of {len(self._names)}"
        self._far.setText(far)
        self.meter.show_amount(reached - 0.5 if reached else 0, len(self._names), far)
