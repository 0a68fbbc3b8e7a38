"""Words beside the words they came from: what is new is underlined and bold on a tint, what was
taken out is struck through. A screen reader hears which is which."""

from collections.abc import Iterable, Iterator
from itertools import chain

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bidwriter.bids.joining.words import Run, compare_words
from bidwriter.ui.look.lines import Lines
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import Role
from bidwriter.ui.parts.plain import PlainLabel

Runs = tuple[Run, ...]
_MEASURE = 840


def prose_runs(was: str, now: str, *, as_value: bool = False, is_beginning: bool = True) -> Runs:
    """`now` with marks against `was`: word by word, or as one value in the place of another.
    Where nothing stood there is nothing to mark. If `was` is no beginning, but only what somebody
    else has, nothing was taken out."""
    if not was or was == now:
        return (Run("same", now),) if now else ()
    if not now:
        return (Run("out", was),) if is_beginning else ()
    if as_value:
        runs: Runs = (Run("out", was), Run("in", now))
    else:
        runs = compare_words(was, now)
    return _spaced(run for run in runs if is_beginning or run.kind != "out")


def marked_runs(was: str, now: str) -> Runs:
    """`now` against `was`, word by word; all is new where nothing stood."""
    return _spaced(compare_words(was, now))


def _spaced(runs: Iterable[Run]) -> Runs:
    """Marks on words alone, not on the gaps beside them, and a gap between words taken out and
    those in their place."""
    made: list[Run] = []
    for run in chain.from_iterable(map(_trimmed, runs)):
        if made and {made[-1].kind, run.kind} == {"in", "out"}:
            made.append(Run("same", " "))
        made.append(run)
    return tuple(made)


def _trimmed(run: Run) -> Iterator[Run]:
    words = run.text.strip()
    if run.kind == "same" or not words:
        yield run
        return
    start = run.text.index(words)
    for kind, text in (
        ("same", run.text[:start]), (run.kind, words), ("same", run.text[start + len(words) :]),
    ):  # fmt: skip
        if text:
            yield Run(kind, text)  # type: ignore[arg-type]


def spoken(runs: Iterable[Run]) -> str:
    """The same as a sentence that says what is new and what was taken out."""
    said = {"same": "{}", "in": "[new: {}]", "out": "[taken out: {}]"}
    parts = (said[run.kind].format(run.text.strip()) for run in runs if run.text.strip())
    return " ".join(parts)


class ComparedText(PlainLabel):
    """Wrapping words with marks."""

    def __init__(
        self, runs: Runs, role: Role = "body", *, line: float = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._runs, self._role, self._line = runs, role, line
        self._laid: tuple[float, Lines] | None = None
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(spoken(runs))
        theme().changed.connect(self._on_theme_changed)

    @property
    def runs(self) -> Runs:
        """What is shown."""
        return self._runs

    @override
    def heightForWidth(self, width: int) -> int:
        """The height of the words in `width`."""
        return round(self._lines(width).height)

    @override
    def sizeHint(self) -> QSize:
        """As wide as a page lets it be, so that nobody keeps room for lines that do not come."""
        width = theme().px(_MEASURE)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return QSize(theme().px(120), round(self._height()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words and their marks."""
        painter = painter_on(self)
        self._lines(self.width()).draw(painter, QPointF(0, 0), theme().colour("text"))
        painter.end()

    def _lines(self, width: float) -> Lines:
        if self._laid is None or self._laid[0] != width:
            self._laid = (width, self._made(width))
        return self._laid[1]

    def _made(self, width: float) -> Lines:
        looks, at = [], 0
        for run in self._runs:
            length = len(run.text.encode("utf-16-le")) // 2  # as Qt counts
            if run.kind != "same":
                looks.append((at, length, _look(run.kind)))
            at += length
        text = "".join(run.text for run in self._runs)
        return Lines(text, theme().font(self._role), self._height(), max(1, width), looks=looks)

    def _height(self) -> float:
        return theme().px(self._line) if self._line else theme().line(self._role)

    def _on_theme_changed(self) -> None:
        self._laid = None
        self.updateGeometry()
        self.update()


def _look(kind: str) -> QTextCharFormat:
    look = QTextCharFormat()
    if kind == "in":
        look.setBackground(theme().colour("mark2"))
        look.setFontUnderline(True)
        look.setFontWeight(QFont.Weight.DemiBold)
    else:
        look.setForeground(theme().colour("text2"))
        look.setFontStrikeOut(True)
    return look
