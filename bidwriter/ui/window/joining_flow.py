"""Joining copies, from asking for the files to the toast at the end: what the window does around
the joining view."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import NOWHERE, Place
from bidwriter.desk.opening import Found
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.ui import jobs
from bidwriter.ui.asking import ask
from bidwriter.ui.pauses import Pause
from bidwriter.ui.session import Session
from bidwriter.ui.window.bid_view import BidView
from bidwriter.ui.window.frame import Frame

if TYPE_CHECKING:  # the view and all that it needs are loaded when copies are first joined
    from bidwriter.desk.joining import JoinedCopies
    from bidwriter.ui.joining.view import JoiningView

KINDS = "Bids (*.bid);;All files (*)"
_SHOWN_AFTER_MS = 300


class _UnderWay(NamedTuple):
    """Copies that are being read for the bid as it was when that began."""

    number: int
    paths: tuple[Path, ...]
    bid: Bid
    job: jobs.Job


class JoiningFlow(QObject):
    """One for a window. `view` is the joining view while it covers the bid's; `under_way` is there
    while copies are read."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self.view: JoiningView | None = None
        self.under_way: _UnderWay | None = None
        self._step = self._number = 0
        self._late = Pause(self, _SHOWN_AFTER_MS, self._show_waiting)

    # --- ways in -----------------------------------------------------------------------------

    def ask_for_copies(self) -> None:
        """Ask for files and join them."""
        folder = self._window.bids_folder()
        paths = ask().files_to_open(self._window, "Join a copy", KINDS, folder)
        if paths:
            self.join(paths)

    def is_taken_by(self, found: Found) -> bool:
        """Whether a file that was to be opened is joined to the open bid instead."""
        session = self._session()
        if session is None or found.only_read or not _is_copy(session, found):
            return False
        return self._offer((found.path,))

    def are_taken(self, paths: list[Path]) -> bool:
        """Whether several dropped files are joined to the open bid."""
        if self._session() is None or len(paths) < 2:
            return False
        return all(path.suffix == ".bid" for path in paths) and self._offer(tuple(paths))

    def _offer(self, paths: tuple[Path, ...]) -> bool:
        one = len(paths) == 1
        title = f"“{paths[0].name}” is a copy of this bid" if one else f"Join {len(paths)} copies?"
        text = (
            "Join it to bring what both of you did together: you see every change first. Or open "
            "it in place of this bid, which is saved."
        )
        safe, other = ("Open it", "Join it") if one else ("Open the first", "Join them")
        if not ask().choose(self._window, title, text, safe, other):
            return False
        self.join(paths)
        return True

    def decide(self, place: Place) -> None:
        """Show what an earlier joining left to decide, beginning with the conflict at `place`."""
        session = self._session()
        id_ = place.row
        if session is None or all(c.id != id_ for c in session.bid.conflicts):
            return
        from bidwriter.desk.decisions import work_left
        from bidwriter.desk.whose import story_of_left

        self._window.keep_safe()
        view = self._cover()
        bid = session.bid
        view.begin(work_left(bid), story_of_left(bid, session.person), id_)
        view.finished.connect(self._on_left_decided)

    # --- reading and joining -----------------------------------------------------------------

    def join(self, paths: tuple[Path, ...]) -> None:
        """Read the copies and show what joining them would do."""
        session = self._session()
        if session is None:
            return
        from bidwriter.desk.joining import join_files

        self._window.keep_safe()
        kept, contents, name = session.record(), dict(session.contents), session.path.name
        self._step = 0
        self._number += 1
        job = jobs.run(
            lambda steps: join_files(kept, contents, name, paths, steps.begin),
            self._only(self._number, self._on_joined),
            self._only(self._number, self._on_failed),
            self._on_step,
        )
        self.under_way = _UnderWay(self._number, paths, session.bid, job)
        if self.view is None:
            self._late.begin()

    def _only(self, number: int, then: Callable[[object], None]) -> Callable[[object], None]:
        """`then`, if the work was not given up meanwhile, perhaps for another."""

        def call(value: object) -> None:
            if self.under_way is not None and self.under_way.number == number:
                then(value)

        return call

    def _show_waiting(self) -> None:
        if self.under_way is None:
            return
        job = self.under_way.job
        page = self._cover().wait(tuple(path.name for path in self.under_way.paths))
        page.stop_asked.connect(job.stop)
        page.stop_asked.connect(self.drop)
        job.progressed.connect(page.begin)
        page.begin(self._step)

    def _on_step(self, step: int) -> None:
        self._step = step

    def _on_failed(self, error: object) -> None:
        self.drop()
        from bidwriter.bids.joining.copies import JoinError

        if isinstance(error, FileTroubleError | JoinError):
            ask().tell(self._window, "The copy could not be joined", str(error))
        elif isinstance(error, Exception) and not isinstance(error, jobs.StoppedError):
            raise error

    def _on_joined(self, found: object) -> None:
        from bidwriter.desk.decisions import work_on
        from bidwriter.desk.joining import JoinedCopies
        from bidwriter.desk.whose import story_of

        under_way, session = self.under_way, self._session()
        assert isinstance(found, JoinedCopies) and under_way is not None and session is not None
        self._late.stop()
        if session.bid is not under_way.bid:  # somebody went on writing meanwhile
            self.join(under_way.paths)
            return
        self.under_way = None
        view, story = self._cover(), story_of(found, session.person)
        if found.is_nothing_new:
            self._accept(under_way.paths, found, session)
            session.save()
            view.show_nothing_new(story, found.known_since(), len(found.others))
            return
        paths = under_way.paths
        view.finished.connect(lambda: self._on_finished(paths, found))
        view.begin(work_on(found.mine.copy.bid, found.joining.bid, found.joining.conflicts), story)

    # --- applying ----------------------------------------------------------------------------

    def _on_finished(self, paths: tuple[Path, ...], found: "JoinedCopies") -> None:
        from bidwriter.desk.decisions import result
        from bidwriter.desk.endings import joined_words

        session, view = self._session(), self.view
        assert session is not None and view is not None and view.work is not None
        work, words = view.work, joined_words(view.work, view.title)
        self.drop()
        self._accept(paths, found, session)
        session.take_joined(found.mine, found.new, found.joining, result(work))
        self._say(words)

    def _accept(self, paths: tuple[Path, ...], found: "JoinedCopies", session: Session) -> None:
        """Where the bid's own file, changed by somebody else, was among the copies, the bid has
        all of it now and may be saved over it."""
        for path, digest in zip(paths, found.digests, strict=True):
            if path == session.path:
                session.saving.keeper.accept(digest)

    def _on_left_decided(self) -> None:
        from bidwriter.desk.decisions import result
        from bidwriter.desk.endings import decided_words

        session, view = self._session(), self.view
        assert session is not None and view is not None and view.work is not None
        work, words = view.work, decided_words(view.work)
        self.drop()
        if work.decided:
            session.edit_apart(lambda _: result(work), words)
            self._say(words)

    def _say(self, words: str) -> None:
        if isinstance(self._window.view, BidView):
            self._window.view.toast.say(words, "Undo")

    # --- the view ----------------------------------------------------------------------------

    def may_leave(self) -> bool:
        """Whether the joining view can go, as nothing is lost by it."""
        return self.view is None or self.view.may_leave()

    def drop(self) -> None:
        """Back to the bid; what is under way is given up."""
        self._late.stop()
        self.under_way = None
        if self.view is not None:
            view, self.view = self.view, None
            self._window.uncover(view)
            if isinstance(self._window.view, BidView) and self._window.view.page is not None:
                self._window.view.page.go_to(NOWHERE)

    def _cover(self) -> "JoiningView":
        """The joining view over the bid's."""
        if self.view is None:
            from bidwriter.ui.joining.view import JoiningView

            self.view = JoiningView()
            self.view.left.connect(self.drop)
            self._window.cover(self.view)
        return self.view

    def _session(self) -> Session | None:
        session = self._window.session
        return session if session is not None and not session.read_only else None


def _is_copy(session: Session, found: Found) -> bool:
    """Whether a file is the open bid at another place."""
    if found.opened.kind != "bid" or found.opened.bid.bid_id != session.bid.bid_id:
        return False
    try:
        return not found.path.samefile(session.path)
    except OSError:
        return True
