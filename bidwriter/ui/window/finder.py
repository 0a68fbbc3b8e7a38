"""Ctrl K: find or go to any place in the bid."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.bids.cells import rows_of
from bidwriter.bids.places import Place
from bidwriter.bids.printing.printed import printed_text
from bidwriter.kinds.tables.table import Table
from bidwriter.ui.look.theme import theme
from bidwriter.ui.navigator import Navigator, PageKey
from bidwriter.ui.pages.offered import offered_in
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.type_ahead import Match, TypeAhead
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session

_MOST = 40


class Target(NamedTuple):
    """Somewhere to go: a place or a page, what it is called, and all that is said there."""

    to: Place | PageKey
    name: str
    note: str
    words: str = ""


class Finder(Card):
    """A sheet over the top of the window; Esc shuts it and puts the focus back."""

    def __init__(self, host: QWidget, session: Session, navigator: Navigator) -> None:
        super().__init__(padding=(18, 14, 18, 18), spacing=8, deep=True, fill="raised", parent=host)
        self._host, self._session, self._navigator = host, session, navigator
        self._before: QWidget | None = None
        self._shown: list[Target] = []
        self.finder = TypeAhead(
            self._matches, placeholder="A question, a row, a word, a page", most=_MOST
        )
        self.finder.setAccessibleName("Find or go to")
        self._none = Words("", "small", "text2")
        self.body.addWidget(Words("Find or go to", "h3"))
        self.body.addWidget(self.finder)
        self.body.addWidget(self._none)
        self.finder.chosen.connect(self._on_chosen)
        self.finder.typed.connect(self._on_typed)
        self.finder.box.installEventFilter(self)
        host.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the sheet with an empty box."""
        self._before = self._host.window().focusWidget()
        self.finder.show_text("")
        self._none.hide()
        self._settle()
        self.show()
        self.raise_()
        self.finder.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shut(self) -> None:
        """Hide the sheet; the focus goes back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    @override
    def event(self, event: QEvent) -> bool:
        """The sheet is as high as what it holds."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.adjustSize()
        return done

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape shuts; the sheet keeps its place and size."""
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self._settle()
        if (
            watched is self.finder.box
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.shut()
            return True
        return False

    def _settle(self) -> None:
        width = min(theme().px(640), self._host.width() - theme().px(40))
        self.setFixedWidth(width)
        spare = self._host.height() - theme().px(230)
        self.finder.show_rows(min(10, spare // theme().px(34)))
        self.adjustSize()
        self.move((self._host.width() - width) // 2, theme().px(70))

    def _matches(self, typed: str) -> list[Match]:
        self._shown = found(typed, targets(self._session))
        return [Match(str(at), t.name, t.note) for at, t in enumerate(self._shown)]

    def _on_typed(self, typed: str) -> None:
        none = bool(typed.strip()) and not self._matches(typed)
        self._none.setText(f"Nothing here is called or says “{typed.strip()}”" if none else "")
        self._none.setVisible(none)
        self._settle()

    def _on_chosen(self, key: str) -> None:
        self.hide()
        to = self._shown[int(key)].to
        if isinstance(to, PageKey):
            self._navigator.open(to)
        else:
            self._navigator.go(to)


def targets(session: Session) -> list[Target]:
    """Every place that can be gone to."""
    bid = session.bid
    found = [Target(key, title, "page") for key, title in offered_in(bid)]
    for question in bid.asked:
        task = bid.round.task_of(question.id)
        name = f"{question.number} {question.name}".strip()
        words = f"{question.wording}\n{task.label if task else ''}"
        if not isinstance(question, Table):
            words += f"\n{printed_text(bid, question)}"
        found.append(Target(Place(question.id), name, "question", words))
        for row in rows_of(bid, question.id):
            found.append(Target(Place(question.id).at(row.id), row.title, question.name, row.words))
    found += [
        Target(p.place, p.words, "stops export") for p in session.problems if p.stops and p.place
    ]
    return found


def found(typed: str, places: list[Target]) -> list[Target]:
    """The places that `typed` means: names that begin with it, names that hold it, then words."""
    wanted = typed.casefold().split()
    if not wanted:
        return [t for t in places if t.note in ("page", "question")][:_MOST]
    ranked = []
    for at, target in enumerate(places):
        name = target.name.casefold()
        if all(word in name for word in wanted):
            ranked.append((0 if name.startswith(wanted[0]) else 1, at, target))
        elif all(word in f"{name}\n{target.words}".casefold() for word in wanted):
            ranked.append((2, at, target._replace(note=_around(target.words, wanted[0]))))
    return [target for _, _, target in sorted(ranked, key=lambda r: r[:2])][:_MOST]


def _around(words: str, wanted: str) -> str:
    at = max(0, words.casefold().find(wanted))
    start = max(0, at - 12)
    piece = " ".join(words[start : at + 28].split())
    return f"…{piece}…"
