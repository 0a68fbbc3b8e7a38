"""The window's part of the self-check: pages drawn, a word typed, saved, exported, verified."""

from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest

from bidwriter import clock
from bidwriter.bids.editing import set_answer
from bidwriter.bids.history.recording import Doing
from bidwriter.bids.person import Person
from bidwriter.exports.package import Wanted, make_package
from bidwriter.exports.verifying import verify
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.replacing import replace
from bidwriter.files.recovery.kept import kept
from bidwriter.rounds import library
from bidwriter.ui import jobs, pictures
from bidwriter.ui.app import make_app
from bidwriter.ui.look.fonts import load_fonts
from bidwriter.ui.pages.task_page import TaskPage
from bidwriter.ui.session import Session
from bidwriter.ui.window.bid_view import BidView
from bidwriter.ui.window.main_window import MainWindow

_WORD = "selfcheck"


def check_window(path: Path, folder: Path | None) -> list[str]:
    """What is wrong, in words; nothing where all is well. Pictures go into `folder` if given."""
    warned: list[str] = []
    qInstallMessageHandler(lambda kind, _context, words: _on_message(warned, kind, words))
    app = make_app()
    found = [f"The font {name} could not be read" for name in load_fonts()]
    usable, broken = library.packs()
    found += [pack.why for pack in broken]
    lost = {*library.SHIPPED} - {pack.round.id for pack in usable}
    found += [f"The round {id_} is not there" for id_ in sorted(lost)]
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for mode in ("light", "dark"):
            pictures.draw(path, folder, mode=mode)
    found += _type_and_save(path)
    found += _join(path)
    found += _export(path)
    app.processEvents()
    qInstallMessageHandler(None)
    return found + warned


def _on_message(warned: list[str], kind: QtMsgType, words: str) -> None:
    if kind != QtMsgType.QtDebugMsg and "This plugin does not support" not in words:
        warned.append(words)


def _type_and_save(path: Path) -> list[str]:
    session = Session(open_file(path), path, Person(name="Self check"), read_only=False)
    view = BidView(session)
    view.resize(1360, 860)
    view.show()
    for place in pictures.main_places(session):
        view.show_named(place)
        pictures.settle()
    view.show_named("summary")
    page = view.pages[view.current]
    assert isinstance(page, TaskPage)
    editor = page.editors["summary"].focusProxy()
    assert editor is not None
    QTest.keyClicks(editor, f"{_WORD} ")
    pictures.settle()
    session.close()
    jobs.wait()
    view.hide()
    view.deleteLater()
    pictures.settle()
    saved = str(open_file(path).bid.answer("summary"))
    return [] if _WORD in saved else ["What was typed was not saved"]


def _join(path: Path) -> list[str]:
    """A copy with a conflict is joined through the window and left to decide."""
    copy = path.with_name("a partner's copy.bid")
    opened = open_file(path)
    answer = f"{opened.bid.answer('summary')}"
    for target, words in ((copy, answer.replace(_WORD, "theirs")), (path, f"Ours. {answer}")):
        bid = set_answer(opened.bid, "summary", words)
        after = kept(opened).after(bid, Doing(Person(name=target.stem), clock.now()))
        replace(target, after.file(opened.contents))
    window = MainWindow(path)
    window.show()
    window.joining.join((copy,))
    jobs.wait()
    pictures.settle()
    view = window.joining.view
    if view is None or view.work is None:
        return ["A copy could not be joined"]
    view.finished.emit()
    pictures.settle()
    window.close()
    jobs.wait()
    joined = open_file(path).bid
    return [] if len(joined.conflicts) == 1 else ["A conflict was not kept to be decided"]


def _export(path: Path) -> list[str]:
    opened = open_file(path)
    made = make_package(opened.bid, opened.contents, Wanted("draft"), clock.now())
    target = path.with_suffix(".zip")
    replace(target, made.data)
    found = verify(target)
    if not found.whole:
        return [found.finding]
    again = open_file(target)
    return [] if again.bid.title == opened.bid.title else ["The package does not open as the bid"]
