"""Pictures of the main pages of a bid: for `make run` without a display, the README and the
self-check. The bid is read from a file and never written."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from bidwriter.bids.person import Person
from bidwriter.files.container.bid_file import open_file
from bidwriter.ui.look.theme import Mode, theme
from bidwriter.ui.pages.offered import PAGES
from bidwriter.ui.session import Session
from bidwriter.ui.window.bid_view import BidView


def draw(
    path: Path, folder: Path, *, mode: str = "light", text_size: int = 100,
    size: tuple[int, int] = (1360, 860), places: tuple[str, ...] = (), ratio: float = 1.0,
) -> list[Path]:  # fmt: skip
    """Draw the places (none named: the main pages) of the bid at `path` into `folder`."""
    theme().set_mode(Mode(mode))
    theme().set_scale(text_size / 100)
    session = Session(open_file(path), path, Person(), read_only=False, locks=False)
    view = BidView(session)
    view.resize(*size)
    view.show()
    drawn = []
    for place in places or main_places(session):
        view.show_named(place)
        settle()
        target = folder / f"{place.replace('/', '-')}-{mode}-{text_size}-{size[0]}.png"
        grab(view, ratio).save(str(target))
        drawn.append(target)
    view.hide()
    view.deleteLater()
    session.forget()
    settle()
    return drawn


def main_places(session: Session) -> tuple[str, ...]:
    """The pages worth a picture: the fixed ones, each section's first task, and every wide one."""
    round_ = session.bid.round
    asked = {question.id for question in session.bid.asked}
    tasks = [
        task.id
        for section in round_.sections
        for task in [t for t in section.tasks if asked & set(t.questions)][:2]
    ]
    first = [page.keys(session.bid)[:1] for page in PAGES]
    pages = [key for keys in first for key, _ in keys]
    return tuple(dict.fromkeys([*pages, *tasks]))


def grab(widget: QWidget, ratio: float = 1.0) -> QPixmap:
    """The widget as it looks, at so many pixels to the point."""
    if ratio == 1.0:
        return widget.grab()
    picture = QPixmap(widget.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    widget.render(picture)
    return picture


def settle() -> None:
    """Let layouts, timers at nought and deletions take place."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
