"""Check and export: settle what stops it, choose what to send, save the package."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter import clock
from bidwriter.bids.places import Place
from bidwriter.checks.checking import stops
from bidwriter.checks.problem import Problem
from bidwriter.exports.package import ExportStoppedError, Wanted, package_name
from bidwriter.ui import jobs
from bidwriter.ui.asking import ask
from bidwriter.ui.look.space import column, grid, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.export_choices import ExportChoices
from bidwriter.ui.pages.exported import ExportedView
from bidwriter.ui.pages.exporting import ALL_STEPS, Exported, export
from bidwriter.ui.pages.page import Page
from bidwriter.ui.pages.passed import PassedChecks
from bidwriter.ui.pages.step_number import StepNumber
from bidwriter.ui.panel.figure_links import FigureLinks
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.error_summary import ErrorLine, ErrorSummary
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.parts_of_pages import centred, emptied, things_stop, where
from bidwriter.ui.parts.steps_card import StepsCard
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session

_WHAT = (
    "One zip holding the bid as an accessible PDF and as JSON, the round’s questions, the "
    "attachments and a checksum for every file. bidwriter does not send it."
)


class ExportPage(Page):
    """Pressing Export while something stops it moves to what stops it."""

    title = "Check and export"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self.heading = heading("Check and export", "display")
        self._finding = Words("", "body", "text2")
        self.summary = ErrorSummary()
        self.summary.followed.connect(self._on_followed)
        self._listed: tuple[Problem, ...] = ()
        self._settled = Callout(
            "met", "Nothing stops export", "Everything the round asks for is there and adds up."
        )
        self.choices = ExportChoices(session)
        self.choices.changed.connect(self._on_choices)
        self.export_button = Button("Export package", "primary", "package-check")
        self.export_button.clicked.connect(lambda: self.press_export(draft=False))
        self.draft_button = Button("Export a draft", "secondary")
        self.draft_button.clicked.connect(lambda: self.press_export(draft=True))
        self.pdf_button = Button("Look at the PDF", "secondary", "file-text")
        self.pdf_button.clicked.connect(self._on_pdf)
        self._advice = column(spacing=10)
        self._passed = PassedChecks()
        self._place = column(spacing=0)
        self._grid = grid(spacing=32)
        self._job: jobs.Job | None = None
        self._work: QWidget | None = None
        self.fill(centred(self._content(), 1060))
        self._across = True
        self.fit(1360)

    # --- making ------------------------------------------------------------------------------

    def _content(self) -> QWidget:
        self._main, self._side = QWidget(), QWidget()
        self._build_main(column(self._main, 12))
        side = column(self._side, 10)
        side.addWidget(Words("Worth a look", "h3"))
        side.addWidget(Words("Advice never stops export", "small", "text2"))
        side.addLayout(self._advice)
        side.addWidget(Rule())
        side.addWidget(self._passed)
        side.addStretch(1)
        inside = QWidget()
        outer = column(inside, 0)
        outer.addLayout(self._place)
        self._checks = QWidget()
        self._checks.setLayout(self._grid)
        outer.addWidget(self._checks)
        outer.addStretch(1)
        return inside

    def _build_main(self, body: QVBoxLayout) -> None:
        body.addWidget(self.heading)
        body.addWidget(self._finding)
        self._first, self._second = StepNumber(1), StepNumber(2)
        settle = self._step(body, self._first, "Settle what stops export")
        settle.addWidget(self.summary)
        settle.addWidget(self._settled)
        save = self._step(body, self._second, "Save the package")
        card = Card(padding=20, spacing=14)
        card.body.addWidget(Words(_WHAT, "body", "text2"))
        card.body.addWidget(self.choices)
        buttons = QWidget()
        line = FlowLayout(buttons, 12, 10)
        for button in (self.export_button, self.draft_button, self.pdf_button):
            line.addWidget(button)
        card.body.addWidget(buttons)
        card.body.addWidget(
            Words(
                "A draft can be made at any time and is marked DRAFT on every page.",
                "small",
                "text2",
            )
        )
        save.addWidget(card)
        body.addStretch(1)

    def _step(self, body: QVBoxLayout, number: StepNumber, title: str) -> QVBoxLayout:
        line = row(spacing=18)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        inner = column(spacing=10)
        inner.addWidget(Words(title, "h2"))
        line.addLayout(inner, 1)
        body.addSpacing(8)
        body.addLayout(line)
        return inner

    def fit(self, effective_width: int) -> None:
        """Advice beside, or below."""
        beside = effective_width >= 1100
        self._grid.addWidget(self._main, 0, 0)
        self._grid.addWidget(self._side, *((0, 1) if beside else (1, 0)))
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 2 if beside else 0)

    # --- what it shows -----------------------------------------------------------------------

    def refresh(self) -> None:
        """The checks as they are now."""
        self.choices.refresh()
        self.show_problems()

    def show_problems(self) -> None:
        """What stops export, advice, and what is right."""
        found = stops(self.session.problems)
        self._finding.setText(
            f"{things_stop(len(found))}. Checked {clock.now().astimezone():%H:%M}."
        )
        self.summary.show_errors(
            [self._error(str(at), problem) for at, problem in enumerate(found)], focus=False
        )
        self._listed = tuple(found)
        self.summary.setVisible(bool(found))
        self._settled.setVisible(not found)
        self._first.set_done(done=not found)
        self._passed.show_bid(self.bid, self.session.problems)
        emptied(self._advice)
        for problem in (p for p in self.session.problems if not p.stops):
            self._advice.addWidget(self._advice_row(problem))

    def _error(self, key: str, problem: Problem) -> ErrorLine:
        links = (
            FigureLinks(self.session, self.navigator, problem, to_words=False)
            if problem.source
            else None
        )
        return ErrorLine(key, problem.words, where(self.bid, problem), links)

    def _on_followed(self, key: str) -> None:
        self.navigator.go_to_problem(self._listed[int(key)])

    def _advice_row(self, problem: Problem) -> QWidget:
        holder = QWidget()
        line = row(holder, 10)
        line.addWidget(IconMark("lightbulb", "ink", 18, line=22), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=1)
        words.addWidget(Words(problem.words, "small"))
        if problem.detail:
            words.addWidget(Words(problem.detail, "caption", "text2"))
        if problem.place:
            link = Link("Go there", "small")
            link.setAccessibleName(f"Go to: {problem.words}")
            link.clicked.connect(lambda: self.navigator.go_to_problem(problem))
            words.addWidget(link)
        if problem.source:
            words.addWidget(FigureLinks(self.session, self.navigator, problem, to_words=False))
        line.addLayout(words, 1)
        return holder

    def _on_choices(self) -> None:
        self.show_problems()

    # --- exporting ---------------------------------------------------------------------------

    def press_export(self, *, draft: bool) -> None:
        """Export, or move to what stops it."""
        self.session.break_typing()
        self.session.check_now()
        if not draft and stops(self.session.problems):
            self.summary.setFocus()
            return
        if not self.choices.is_decided():
            self.choices.ask_to_decide()
            return
        wanted = self.choices.wanted(draft=draft)
        suggested = self.session.path.with_name(package_name(self.bid, wanted))
        path = ask().file_to_save(self, "Save the package", "Packages (*.zip)", suggested)
        if path is not None:
            self._start(wanted, path if path.suffix else path.with_suffix(".zip"))

    def _start(self, wanted: Wanted, path: Path) -> None:
        bid, contents = self.bid, dict(self.session.contents)
        card = StepsCard("Making the package", ALL_STEPS)
        self._show_work(card)
        self._job = jobs.run(
            lambda steps: export(bid, contents, wanted, path, steps),
            self._on_done,
            self._on_failed,
            card.show_step,
        )
        card.stop_asked.connect(self._job.stop)

    def _on_done(self, made: Exported) -> None:
        self._job = None
        view = ExportedView(made, self.bid, self._back)
        self._show_work(view)
        view.heading.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._back()
        if isinstance(error, jobs.StoppedError):
            self.navigator.say("Stopped. Nothing was written")
        elif isinstance(error, ExportStoppedError):
            self.session.check_now()
            self.summary.setFocus()
        else:
            ask().tell(self, "The package was not saved", str(error))

    def _show_work(self, widget: QWidget) -> None:
        emptied(self._place)
        self._place.addWidget(widget)
        self._checks.hide()

    def _back(self) -> None:
        emptied(self._place)
        self._checks.show()

    def _on_pdf(self) -> None:
        from bidwriter.ui.pages.pdf_dialog import show_pdf

        show_pdf(self, self.bid)

    def go_to(self, place: Place) -> None:  # noqa: ARG002 - one place
        """The heading."""
        self.heading.setFocus()
