"""A field: label, hint and error round any widget that takes an answer."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.space import column, row, spaced
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import Role
from bidwriter.ui.parts.heard import say_problem
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.words import Words


class Field(QWidget):
    """Wraps `editor`. A screen reader hears the label as its name, what is wrong and the hint after
    it; `spoken` is what else it hears, such as the limit that is shown below."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        hint: str = "",
        spoken: str = "",
        optional: bool = False,
        role: Role = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._error_text, self._spoken = "", spoken
        shown = f"{label} (optional)" if optional else label
        self._label = Words(shown, role, strong=label)
        self._hint = Words(hint, "small", "text2")
        self._error = FieldError()
        self._outer = column(self, 4)
        for part in (self._label, self._hint, self._error, editor):
            self._outer.addWidget(part)
        self.setFocusProxy(editor)
        editor.setAccessibleName(f"{label}, optional" if optional else label)
        self.set_hint(hint)
        self.set_error("")
        theme().changed.connect(self.update)

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return self._error_text

    def set_hint(self, hint: str) -> None:
        """Say something else under the label."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._describe()

    def set_error(self, error: str) -> None:
        """Say what to do about this field, or clear it with an empty string."""
        self._error_text = error
        self._error.show_words(error)
        spaced(self._outer, 4, (18, 2, 0, 2) if error else (0, 0, 0, 0))
        self._describe()
        _mark_problem(self.editor, problem=bool(error))
        inner = self.editor.focusProxy()
        if inner is not None:
            _mark_problem(inner, problem=bool(error))
        self.update()

    def _describe(self) -> None:
        say_problem(self.editor, self._error_text, self._spoken, self._hint.text())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the crimson bar at the left when something is wrong."""
        if not self._error_text:
            return
        painter = painter_on(self)
        box(painter, QRectF(0, 0, 4, self.height()), 2, theme().colour("bad"))
        painter.end()


class FieldError(QWidget):
    """An octagon and crimson words: what to do about something, beside it."""

    def __init__(self) -> None:
        super().__init__()
        line = row(self, 7, (0, 0, 0, 2))
        mark = IconMark("octagon-alert", "bad", 16, line=20)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self._words = Words(role="small", colour="bad", weight=600)
        line.addWidget(self._words, 1)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def show_words(self, text: str) -> None:
        """Say what to do; nothing hides it."""
        self._words.setText(text)
        self.setVisible(bool(text))


def _mark_problem(widget: QWidget, *, problem: bool) -> None:
    """Give the style sheet its crimson edge; polishing again makes it look."""
    if bool(widget.property("problem")) == problem:
        return
    widget.setProperty("problem", problem)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
