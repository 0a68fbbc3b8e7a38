"""One output: what it is, when, and what is done for it, in three fields."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from typing_extensions import override

from bidwriter.checks.problem import Problem
from bidwriter.kinds.tables.outputs import Output
from bidwriter.ui.look.icons import icon
from bidwriter.ui.look.space import row, widths
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.plain import Menu, tip

FIELDS = {"output": "Output", "when": "When", "action": "What you will do for it"}


class OutputRow(Card):
    """`labels` are the fund's own words for the fields. `edited` carries a field and its words;
    `asked` "up", "down", "delete", or "shows", which goes to what it shows of the principles, if
    the round has any; `entered` when the focus comes in."""

    edited = Signal(str, str)
    asked = Signal(str)
    entered = Signal()
    typing_ended = Signal()

    def __init__(self, labels: Mapping[str, str], *, read_only: bool, shows: bool) -> None:
        super().__init__(padding=(14, 12, 10, 16), spacing=8)
        self._read_only, self._shows = read_only, shows
        self._title = ""
        self._labels = {**FIELDS, **labels}
        self.lines = {key: LineEdit() for key in FIELDS}
        self.fields = {
            key: Field(words, self.lines[key], role="small") for key, words in self._labels.items()
        }
        self.more = IconButton("ellipsis", "More about this output")
        if read_only:
            self.more.hide()
        widths(self.fields["when"], least=110, most=150)
        self._lay_out()
        for key, line in self.lines.items():
            line.setReadOnly(read_only)
            line.textEdited.connect(partial(self.edited.emit, key))
            line.editingFinished.connect(self.typing_ended)
            line.installEventFilter(self)
        self.more.installEventFilter(self)
        self.more.clicked.connect(self._on_more)

    def _lay_out(self) -> None:
        bottom = Qt.AlignmentFlag.AlignBottom
        first = row(spacing=12)
        first.addWidget(self.fields["output"], 1, bottom)
        first.addWidget(self.fields["when"], 0, bottom)
        first.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(first)
        self.body.addWidget(self.fields["action"])

    def show_output(self, output: Output, number: int) -> None:
        """Show a row's words without moving the cursor."""
        values = {"output": output.output, "when": output.when, "action": output.action}
        title = output.output or f"output {number}"
        for key, value in values.items():
            line = self.lines[key]
            if " ".join(line.text().split()) != (value or ""):
                line.show_text(value or "")
            tip(line, value or "")
        if title != self._title:
            self._title = title
            self.more.set_name(f"More about {title}")
            self._name_all()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """What stops export beside its field."""
        for key, field in self.fields.items():
            words = [p.words for p in problems if p.stops and p.place.field == key]
            if field.error != (words or [""])[0]:
                field.set_error((words or [""])[0])

    def _name_all(self) -> None:
        """Names that tell the fields of one output from those of another."""
        for key, words in self._labels.items():
            self.lines[key].setAccessibleName(f"{words}, {self._title}")

    def set_current(self, *, current: bool) -> None:
        """Whether what is under the list is about this output."""
        self._fill = "tint2" if current else "surface"
        self.update()

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice that the focus came in."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return False

    def menu(self) -> Menu:
        """Move, delete, or go to what it shows: Tab passes all other outputs on its way there."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.more.accessibleName())
        for key, picture, words in (
            ("up", "arrow-up", "Move up"),
            ("down", "arrow-down", "Move down"),
            ("delete", "trash-2", "Delete the output"),
        ):
            menu.add(words, partial(self.asked.emit, key), icon=icon(picture))
        if self._shows:
            menu.add("What it shows", partial(self.asked.emit, "shows"), icon=icon("grid-3x3"))
        return menu

    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
