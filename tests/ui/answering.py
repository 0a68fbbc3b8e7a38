"""Editors of answers in a window of their own, refreshed as their page would."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bidwriter.bids.bid import Bid
from bidwriter.bids.person import Person
from bidwriter.files.container.bid_file import open_file
from bidwriter.ui.answers.answer_editor import AnswerEditor
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session

E = TypeVar("E", bound=AnswerEditor)


_made: list[Session] = []


def session_on(path: Path, *, read_only: bool = False) -> Session:
    """A session on a file, forgotten after the test."""
    _made.append(Session(open_file(path), path, Person(), read_only=read_only))
    return _made[-1]


def forget_sessions() -> None:
    """Stop the clocks of every session made."""
    while _made:
        _made.pop().forget()


def editor_of(
    kind: Callable[..., E], session: Session, question: str, navigator: Navigator | None = None
) -> E:
    """An editor that follows the session, as it does on its page."""
    bid = session.bid
    asked = bid.asked_by_id.get(question) or bid.round.by_id[question]
    editor = kind(session, asked, navigator or Navigator(), alone=True)

    def show() -> None:
        editor.refresh()
        mine = (p for p in session.found if p.place.split("/")[0] == question)
        editor.show_problems(tuple(mine))

    session.changed.connect(lambda _old, _new: show())
    show()
    return editor


def shown(qtbot: QtBot, widget: QWidget, wide: int = 1100, high: int = 900) -> None:
    """Show a widget and wait until it can take the focus."""
    qtbot.addWidget(widget)
    widget.resize(wide, high)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def edited(session: Session, change: Callable[[Bid], Bid]) -> None:
    """Change the bid from outside."""
    session.edit(change, "Changed")
