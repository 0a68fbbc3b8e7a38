"""From the fund's form to a round of one's own: reading, and reading again with what was answered.
What was answered and pasted stays while the window does, until the round is made."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bidwriter.doubts import Way
from bidwriter.ui import jobs
from bidwriter.ui.asking import ask
from bidwriter.ui.window.form_asking import (
    dropped_wrong,
    form_file,
    id_to_keep,
    kept,
    trial_of_form,
)
from bidwriter.ui.window.frame import Frame
from bidwriter.ui.window.one_job import OneJob

if TYPE_CHECKING:  # the view and all readers are loaded when a form is first opened
    from bidwriter.desk.form_rows import FormWork
    from bidwriter.fund_forms.opening import OpenedForm
    from bidwriter.fund_forms.pack.making import Named
    from bidwriter.ui.forms.view import FormsView

_Said = tuple[Mapping[str, Way], "Named"]
_WAITS = "Every answer here is made up. Your form waits under Start a bid, From a form"


class FormsFlow(QObject):
    """One for a window. `work` is there once a form was read."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self.work: FormWork | None = None
        self._view: FormsView | None = None
        self._jobs = OneJob(self)
        self._is_opening = False  # another form is being read
        self._then: Callable[[], None] | None = None
        self._said: _Said | None = None  # what `work` is being read again with
        self._list = ""

    @property
    def view(self) -> "FormsView | None":
        """The view while it shows."""
        return self._view if self._view is not None and self._window.view is self._view else None

    @property
    def under_way(self) -> jobs.Job | None:
        """What is being done with a form."""
        return self._jobs.job

    def show(self) -> None:
        """Show where it was left, or the first step."""
        from bidwriter.ui.forms.view import FormsView

        self._window.leave_bid()
        self._drop()
        view = self._view = FormsView()
        view.home_asked.connect(self._on_home)
        view.start.file_asked.connect(self._ask_for_file)
        view.start.pasted.connect(self._read_list)
        view.page.settled.connect(self._on_settled)
        view.page.named.connect(self._on_named)
        view.page.bar.make_asked.connect(lambda: self._once_read(self._make))
        view.page.bar.try_asked.connect(lambda: self._once_read(self._try))
        view.start.show_pasted(self._list)
        self._window.show_view(view, "Make a round from a form - bidwriter")
        if self.work is not None:
            view.show_work(self.work)
        self._read_what_was_said()
        view.sheet.heading.setFocus()

    def takes(self, paths: list[Path]) -> bool:
        """Whether files that were dropped are for this page."""
        if self.view is None:
            return False
        if any(path.suffix.casefold() in (".bid", ".zip") for path in paths):
            self._leave()
            return False
        if wrong := dropped_wrong(paths):
            self._refuse(wrong)
        else:
            self._read_file(paths[0])
        return True

    def _on_home(self) -> None:
        self._leave()
        self._window.show_start()

    def _leave(self) -> None:
        """What was pasted stays."""
        if self.view is not None:
            self._list = self.view.start.box.toPlainText()
        self._drop()

    def _drop(self) -> None:
        self._jobs.drop()
        self._then, self._is_opening = None, False

    # --- reading a form ----------------------------------------------------------------------

    def _ask_for_file(self) -> None:
        path = form_file(self._window)
        if path is not None:
            self._read_file(path)

    def _read_file(self, path: Path) -> None:
        from bidwriter.desk.making_round import form_in

        self._read(lambda: form_in(path), path.name)

    def _read_list(self, text: str) -> None:
        from bidwriter.fund_forms.opening import paste_form

        self._read(lambda: paste_form(text), "Pasted list", of_list=True)

    def _read(
        self, opened: "Callable[[], OpenedForm]", name: str, *, of_list: bool = False
    ) -> None:
        from bidwriter.desk.form_rows import work_on

        def work(steps: jobs.Steps) -> object:
            steps.begin(0)
            form = opened()
            steps.begin(1)
            return work_on(form)

        self._drop()
        self._is_opening = True
        self._jobs.run(
            work,
            self._on_opened,
            lambda error: self._refuse(str(error), of_list=of_list),
            lambda: self._wait(name),
        )

    def _wait(self, name: str) -> None:
        if self.view is None or self.under_way is None:
            return
        page = self.view.wait(name)
        self.under_way.progressed.connect(page.card.show_step)
        page.stop_asked.connect(lambda: self._refuse(""))

    def _on_opened(self, found: "FormWork") -> None:
        self.work, self._said, self._is_opening = found, None, False
        if self.view is not None:
            self.view.show_work(found)

    def _refuse(self, why: str, *, of_list: bool = False) -> None:
        """No other form was read; the one before is as it was, with all that was said of it."""
        self._drop()
        if self.view is not None:
            self.view.show_start(why, of_list=of_list)
        self._read_what_was_said()

    # --- what is said of it ------------------------------------------------------------------

    def _on_settled(self, id_: str, way: Way) -> None:
        if said := self._all_said():
            ways, named = said
            self._again({**ways, id_: way}, named)

    def _on_named(self, named: "Named") -> None:
        if said := self._all_said():
            self._again(said[0], named)

    def _all_said(self) -> "_Said | None":
        """What was said so far, also since the form began to be read with what was said before;
        None while there is no form to say it of."""
        if self.work is None or self._is_opening:
            return None
        return self._said or (self.work.ways, self.work.named)

    def _again(self, ways: Mapping[str, Way], named: "Named") -> None:
        """Read the form again with this."""
        from bidwriter.desk.form_rows import work_on

        before = self.work
        assert before is not None
        self._said = ways, named

        def failed(error: Exception) -> None:
            self._then = None
            self._on_read(before)
            ask().tell(self._window, "The form cannot be read so", str(error))

        self._jobs.run(
            lambda _: work_on(before.opened, ways, named),
            self._on_read,
            failed,
            lambda: self._say("Reading it again…"),
        )

    def _on_read(self, found: "FormWork") -> None:
        self.work, self._said = found, None
        if self.view is not None:
            self.view.update_work(found)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _read_what_was_said(self) -> None:
        """Go on where another form, or leaving the page, came between."""
        if self._said is not None:
            self._again(*self._said)

    def _say(self, words: str) -> None:
        if self.view is not None:
            self.view.page.bar.say(words)

    # --- what comes of it --------------------------------------------------------------------

    def _once_read(self, then: Callable[[], None]) -> None:
        """Do this now, or once what was said last is in it."""
        if self.under_way is None:
            then()
        elif not self._is_opening:
            self._then = then

    def _make(self) -> None:
        if self.work is None or self.view is None or not self.view.is_ready(self.work):
            return
        made = self.work.made
        id_ = id_to_keep(self._window, made)
        if id_ and id_ != made.id:
            self._then = self._make
            self._again(self.work.ways, self.work.named._replace(id=id_))
        elif id_ and (found := kept(self._window, made)):
            self.work, self._list = None, ""
            page = self.view.show_made(found[0].name, str(found[1]))
            page.bid_asked.connect(lambda: self._window.start_bid(found[0]))
            page.change_asked.connect(lambda: self._window.change_round(found[1]))

    def _try(self) -> None:
        """A bid with made-up answers, as a file where the person says, opened."""
        if self.work is None or self.view is None or not self.view.is_ready(self.work):
            return
        wanted = trial_of_form(self._window, self.work.made)
        if wanted is None:
            return
        path, work = wanted

        def written(_: object) -> None:
            self._leave()
            if self._window.open_path(path):
                self._window.say(_WAITS)

        def failed(error: Exception) -> None:
            self._say("")
            ask().tell(self._window, "The made-up bid could not be written", str(error))

        self._jobs.run(work, written, failed, lambda: self._say("Making up answers…"))
