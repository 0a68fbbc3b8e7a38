"""From the fund's form to a round of one's own: reading, reading again with what was answered,
keeping, trying. What was answered stays while the window does, until the round is made."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bidwriter import clock
from bidwriter.bids.person import Stamp
from bidwriter.desk.new_bid import free_path
from bidwriter.doubts import Way
from bidwriter.files.disk.replacing import reason, replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.rounds import library
from bidwriter.rounds.loading import RoundError, load
from bidwriter.spoken import SpokenError
from bidwriter.ui import jobs
from bidwriter.ui.asking import ask
from bidwriter.ui.pauses import Pause
from bidwriter.ui.window.frame import Frame

if TYPE_CHECKING:  # the view and all readers are loaded when a form is first opened
    from bidwriter.desk.form_rows import FormWork
    from bidwriter.fund_forms.opening import OpenedForm
    from bidwriter.fund_forms.pack.making import Named
    from bidwriter.ui.forms.view import FormsView

_KINDS = (
    "Forms (*.docx *.docm *.dotx *.xlsx *.xlsm *.csv *.tsv *.json *.pdf *.txt *.md);;"
    "Word (*.docx *.docm *.dotx);;Workbooks and CSV (*.xlsx *.xlsm *.csv *.tsv);;"
    "Form builder (*.json);;PDF (*.pdf);;Plain text (*.txt *.md);;All files (*)"
)
_Said = tuple[Mapping[str, Way], "Named"]
_PASTED = "Pasted list"
_SHOWN_AFTER_MS = 300


class FormsFlow(QObject):
    """One for a window. `work` is there once a form was read, `under_way` while something is done
    with it."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self.work: FormWork | None = None
        self.under_way: jobs.Job | None = None
        self._view: FormsView | None = None
        self._then: Callable[[], None] | None = None
        self._said: _Said | None = None
        self._late: Callable[[], None] | None = None
        self._pause = Pause(self, _SHOWN_AFTER_MS, self._on_late)

    @property
    def view(self) -> "FormsView | None":
        """The view while it shows."""
        return self._view if self._view is not None and self._window.view is self._view else None

    def show(self) -> None:
        """Show where it was left, or the first step."""
        from bidwriter.ui.forms.view import FormsView

        self._window.leave_bid()
        self._give_up()
        view = self._view = FormsView()
        view.home_asked.connect(self._on_home)
        view.start.file_asked.connect(self._ask_for_file)
        view.start.pasted.connect(self._read_list)
        view.page.settled.connect(self._on_settled)
        view.page.named.connect(self._on_named)
        view.page.bar.make_asked.connect(lambda: self._once_read(self._make))
        view.page.bar.try_asked.connect(lambda: self._once_read(self._try))
        self._window.show_view(view, "Make a round from a form - bidwriter")
        if self.work is not None:
            view.show_work(self.work)
            if self._said is not None:
                self._again(*self._said)
        view.sheet.heading.setFocus()

    def takes(self, path: Path) -> bool:
        """Whether a file that was dropped is read as a form."""
        if self.view is None or path.suffix.casefold() in (".bid", ".zip"):
            return False
        self._read_file(path)
        return True

    def _on_home(self) -> None:
        self._give_up()
        self._window.show_start()

    # --- reading -----------------------------------------------------------------------------

    def _ask_for_file(self) -> None:
        folder = self._window.bids_folder()
        path = ask().file_to_open(self._window, "The fund’s form", _KINDS, folder)
        if path is not None:
            self._read_file(path)

    def _read_file(self, path: Path) -> None:
        from bidwriter.files.disk.reading import read_file
        from bidwriter.fund_forms.opening import LARGEST, open_form

        def opened() -> "OpenedForm":
            try:
                return open_form(read_file(path, LARGEST + 1), path.name)
            except OSError as error:
                why = f"“{path.name}” could not be read: {reason(error)}. Nothing was taken in"
                raise FileTroubleError(why) from None

        self._read(opened, path.name)

    def _read_list(self, text: str) -> None:
        from bidwriter.fund_forms.opening import paste_form

        self._read(lambda: paste_form(text), _PASTED, of_list=True)

    def _read(
        self, opened: "Callable[[], OpenedForm]", name: str, *, of_list: bool = False
    ) -> None:
        from bidwriter.desk.form_rows import work_on

        def work(steps: jobs.Steps) -> object:
            steps.begin(0)
            form = opened()
            steps.begin(1)
            return work_on(form)

        def failed(error: Exception) -> None:
            if self.view is not None:
                stopped = isinstance(error, jobs.StoppedError)
                self.view.show_start("" if stopped else str(error), of_list=of_list)

        self._give_up()
        self._said = None
        self._run(work, self._on_read, failed, lambda: self._wait(name))

    def _wait(self, name: str) -> None:
        if self.view is None or self.under_way is None:
            return
        page = self.view.wait(name)
        self.under_way.progressed.connect(page.card.show_step)
        page.stop_asked.connect(self._stop)

    def _stop(self) -> None:
        self._give_up()
        if self.view is not None:
            self.view.show_start()

    def _run(
        self,
        work: Callable[[jobs.Steps], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None],
        late: Callable[[], None],
    ) -> None:
        """Do this in place of what is under way; `late` once it takes longer than a moment."""

        def only(then: Callable[..., None]) -> Callable[[object], None]:
            def call(value: object) -> None:
                if self.under_way is job:
                    self.under_way = None
                    self._pause.stop()
                    then(value)

            return call

        job = jobs.run(work, only(done), only(failed), owner=self)
        self.under_way, self._late = job, late
        self._pause.begin()

    def _on_late(self) -> None:
        if self._late is not None:
            self._late()

    def _give_up(self) -> None:
        """What is under way is of no use any more."""
        if self.under_way is not None:
            self.under_way.stop()
        self.under_way = self._then = None
        self._pause.stop()

    def _on_read(self, found: "FormWork") -> None:
        self.work, self._said = found, None
        if self.view is not None:
            self.view.show_work(found)
        then, self._then = self._then, None
        if then is not None:
            then()

    # --- what is said of it ------------------------------------------------------------------

    def _on_settled(self, id_: str, way: Way) -> None:
        ways, named = self._all_said()
        self._again({**ways, id_: way}, named)

    def _on_named(self, named: "Named") -> None:
        self._again(self._all_said()[0], named)

    def _all_said(self) -> "_Said":
        """What was said so far, also since the form began to be read with what was said before."""
        assert self.work is not None
        return self._said or (self.work.ways, self.work.named)

    def _again(self, ways: Mapping[str, Way], named: "Named") -> None:
        """Read the form again with this."""
        from bidwriter.desk.form_rows import work_on

        before = self.work
        assert before is not None
        self._said = ways, named

        def failed(error: Exception) -> None:
            self._said = None
            if self.view is not None:
                self.view.show_work(before)
            ask().tell(self._window, "The form cannot be read so", str(error))

        self._run(
            lambda _: work_on(before.opened, ways, named),
            self._on_read,
            failed,
            lambda: self._say("Reading it again…"),
        )

    def _once_read(self, then: Callable[[], None]) -> None:
        """Do this now, or once what was said last is in it."""
        if self.under_way is None:
            then()
        else:
            self._then = then

    def _is_ready(self) -> bool:
        """Whether nothing is open; else what is shows."""
        work, view = self.work, self.view
        if work is None or view is None:
            return False
        from bidwriter.rounds.linting.lint import faults

        wrong = view.page.names.first_wrong()
        if work.made.doubts:
            view.page.go_to_first_open()
        elif wrong is not None:
            wrong.setFocus()
        elif faults(work.made.findings):
            view.page.findings.open()
        else:
            return True
        return False

    def _say(self, words: str) -> None:
        if self.view is not None:
            self.view.page.bar.say(words)

    # --- making ------------------------------------------------------------------------------

    def _make(self) -> None:
        if not self._is_ready() or self.work is None:
            return
        from bidwriter.desk.making_round import free_id

        id_, taken = self.work.made.id, _taken()
        if id_ in taken:
            free = free_id(id_, taken)
            text = f"It stays as it is. This one can be kept beside it as “{free}”."
            title = f"There is a round called “{id_}” already"
            if ask().choose(self._window, title, text, "Not now", f"Keep it as “{free}”"):
                self._then = self._make
                self._again(self.work.ways, self.work.named._replace(id=free))
            return
        self._keep(library.own_folder() / id_)

    def _keep(self, folder: Path) -> None:
        from bidwriter.desk.making_round import keep_round

        assert self.work is not None
        try:
            keep_round(self.work.made, folder)
            made = load(folder)
        except (OSError, RoundError, SpokenError) as error:
            words = reason(error) if isinstance(error, OSError) else str(error)
            ask().tell(self._window, "The round was not kept", f"{words}. The form is as it was.")
            return
        self.work = None
        if self.view is not None:
            page = self.view.show_made(made.name, str(folder))
            page.bid_asked.connect(lambda: self._window.start_bid(made))

    # --- trying ------------------------------------------------------------------------------

    def _try(self) -> None:
        """A bid with made-up answers, as a file where the person says, opened."""
        if not self._is_ready() or self.work is None:
            return
        from bidwriter.desk.making_round import as_round
        from bidwriter.desk.trying.bid_to_try import bid_to_try

        made = self.work.made
        suggested = free_path(self._window.bids_folder(), f"{made.id}-made-up")
        path = ask().file_to_save(
            self._window, "Where should the made-up bid go?", "Bids (*.bid)", suggested
        )
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".bid")
        now, person = clock.now(), self._window.settings.person

        def work(_: jobs.Steps) -> None:
            _make_folder(path.parent)
            replace(path, bid_to_try(as_round(made), now, Stamp(who=person, when=now)).file())

        def written(_: object) -> None:
            if self._window.open_path(path):
                self._window.say(
                    "Every answer here is made up. Your form waits under Start a bid, From a form"
                )

        def failed(error: Exception) -> None:
            self._say("")
            ask().tell(self._window, "The made-up bid could not be written", str(error))

        self._run(work, written, failed, lambda: self._say("Making up answers…"))


def _taken() -> set[str]:
    """The ids of rounds there are, and the names in the folder for rounds of one's own."""
    folder = library.own_folder()
    names = {path.name.casefold() for path in folder.iterdir()} if folder.is_dir() else set()
    return names | {pack.round.id for pack in library.packs()[0]}


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTroubleError(f"The folder “{folder}” cannot be made: {reason(error)}") from None
