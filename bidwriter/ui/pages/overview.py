"""The overview: the finding as headline, four tiles, what stops export, the five principles."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from bidwriter import clock
from bidwriter.bids.bid import chooses_language
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.editing import set_own_deadline
from bidwriter.bids.places import Place
from bidwriter.bids.principles import headlines, rule_words
from bidwriter.checks.checking import stops
from bidwriter.checks.progress import done, progress
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.kinds.tables.partners import Partners
from bidwriter.kinds.values import day as days
from bidwriter.kinds.values.money import show
from bidwriter.rounds.deadline import time_left
from bidwriter.ui.look.space import column, grid, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.copies_notice import CopiesNotice
from bidwriter.ui.pages.coverage import CoverageRow
from bidwriter.ui.pages.form_language import FormLanguage
from bidwriter.ui.pages.lent_notice import lent_notice
from bidwriter.ui.pages.page import Page
from bidwriter.ui.pages.round_notice import RoundNotice
from bidwriter.ui.parts.avatar import Avatar
from bidwriter.ui.parts.card import Card, Tile
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.gap_row import GapRow
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.meter import Meter
from bidwriter.ui.parts.parts_of_pages import centred, emptied, things_stop, where
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session

_SHOWN = 6


class OverviewPage(Page):
    """Where the bid stands."""

    title = "Overview"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self.heading = heading("", "display")
        self._advice = Words("", "body", "text2")
        self.round_notice = RoundNotice(session)
        self.copies_notice = CopiesNotice(session, navigator)
        self.language = FormLanguage(session, navigator)
        self._tasks, self._tasks_meter = Tile("Tasks done"), Meter("Tasks done", tick=False)
        self._money, self._money_meter = (
            Tile("Asking the fund for"),
            Meter("Asked of the fund", tick=False),
        )
        self._partners = Tile("Partners")
        self._time = Tile("Time left")
        self._faces = row(spacing=6)
        self._tasks.body.addWidget(self._tasks_meter)
        self._money.body.addWidget(self._money_meter)
        self._partners.body.addLayout(self._faces)
        self._deadline = LineEdit(characters=18)
        self._deadline_field = Field(
            "Your own deadline", self._deadline, optional=True, role="small"
        )
        self._time.body.addWidget(self._deadline_field)
        self._deadline.editingFinished.connect(self._on_deadline)
        self._deadline.setReadOnly(not session.may_change("own-deadline"))
        self._gaps = Card(padding=(12, 18, 12, 12), spacing=0)
        self._coverage = Card(padding=20, spacing=6)
        self._tiles = grid(spacing=16)
        self._below = grid(spacing=18)
        self.fill(centred(self._content(), 1060))
        self._across = 0
        self.fit(1360)

    def _content(self) -> QWidget:
        inside = QWidget()
        body = column(inside, 14)
        body.addWidget(self.heading)
        body.addWidget(self._advice)
        if (lent := lent_notice(self.bid)) is not None:
            body.addWidget(lent)
        body.addWidget(self.copies_notice)
        body.addWidget(self.round_notice)
        body.addLayout(self._tiles)
        body.addLayout(self._below)
        body.addWidget(self.language)
        body.addStretch(1)
        return inside

    def fit(self, effective_width: int) -> None:
        """Tiles four, two or one across; the principles beside the gaps, or below."""
        across = 4 if effective_width >= 1100 else 2 if effective_width >= 560 else 1
        if across == self._across:
            return
        self._across = across
        for at, tile in enumerate(self._shown_tiles()):
            self._tiles.addWidget(tile, at // across, at % across)
        _stretch(self._tiles, min(across, len(self._shown_tiles())))
        self._below.addWidget(self._gaps, 0, 0, Qt.AlignmentFlag.AlignTop)
        beside = (0, 1) if across == 4 else (1, 0)
        self._below.addWidget(self._coverage, *beside, Qt.AlignmentFlag.AlignTop)
        self._below.setColumnStretch(0, 3)
        self._below.setColumnStretch(1, 2 if across == 4 else 0)

    def _shown_tiles(self) -> list[Tile]:
        """Only what the round asks for has a tile."""
        kinds = {type(question) for question in self.bid.round.questions}
        tiles = {
            self._tasks: True,
            self._money: CostLines in kinds,
            self._partners: Partners in kinds,
            self._time: True,
        }
        for tile, shown in tiles.items():
            if not shown:
                tile.hide()
        return [tile for tile, shown in tiles.items() if shown]

    # --- what it shows -----------------------------------------------------------------------

    def refresh(self) -> None:
        """Everything anew."""
        self.round_notice.refresh()
        self.copies_notice.refresh()
        self.language.refresh()
        self._show_tiles()
        self._show_coverage()
        self.show_problems()

    def show_problems(self) -> None:
        """Headline and gaps."""
        found = stops(self.session.problems)
        self.heading.setText(things_stop(len(found)))
        self._advice.setText(self._next_step(len(found)))
        emptied(self._gaps.body)
        self._head("What stops export now", "Open all checks", "export")
        for at, problem in enumerate(found[:_SHOWN]):
            self._gap(problem, last=at + 1 == min(len(found), _SHOWN))
        if not found:
            self._gaps.body.addWidget(
                _inset(Words("Nothing. The bid can be exported.", "body", "text2"))
            )
        if len(found) > _SHOWN:
            more = Link(f"And {len(found) - _SHOWN} more")
            more.clicked.connect(lambda: self.navigator.open("export"))
            self._gaps.body.addWidget(_inset(more))
        advice = [p for p in self.session.problems if not p.stops]
        if advice:
            self._gaps.body.addSpacing(12)
            self._head("Worth a look", "", "", note="Advice never stops export")
            for at, problem in enumerate(advice[:_SHOWN]):
                self._gap(problem, last=at + 1 == min(len(advice), _SHOWN))

    def _next_step(self, many: int) -> str:
        left = time_left(self.bid.round, self.bid.own_deadline, clock.now())
        if many:
            words = "Settle them, then export the package"
        else:
            words = "Read it once as the panel will, then export the package"
        if left and not left.closed:
            return f"{words} by {left.day}." if left.days else f"{words}: it {left.day}."
        return (
            f"{words}. The round has closed; you can still draft and export."
            if left
            else f"{words}."
        )

    def _head(self, title: str, link: str, page: str, note: str = "") -> None:
        line = QWidget()
        body = row(line, 8, (10, 0, 10, 6))
        body.addWidget(Words(title, "h3"), 1)
        if link:
            button = Link(link, "small")
            button.clicked.connect(lambda: self.navigator.open(page))
            body.addWidget(button)
        if note:
            body.addWidget(Words(note, "small", "text2", wrap=False))
        self._gaps.body.addWidget(line)

    def _gap(self, problem, *, last: bool) -> None:  # type: ignore[no-untyped-def]
        line = GapRow(problem.words, where(self.bid, problem), stops=problem.stops, last=last)
        line.clicked.connect(lambda: self.navigator.go_to_problem(problem))
        self._gaps.body.addWidget(line)

    def _show_tiles(self) -> None:
        bid = self.bid
        tasks = progress(bid, self.session.problems)
        finished = done(tasks)
        troubled = sum(t.state == "problem" for t in tasks)
        started = sum(t.state == "started" for t in tasks)
        parts = [f"{started} in progress"] if started else []
        parts += [f"{troubled} with a problem"] if troubled else []
        self._tasks.show_figure(
            f"{finished} of {len(tasks)}",
            ", ".join(parts) or "All finished"
            if finished == len(tasks) or parts
            else "Not started",
        )
        self._tasks_meter.show_amount(
            finished, len(tasks), f"{finished} of {len(tasks)} tasks done"
        )
        self._show_money()
        self._show_partners()
        left = time_left(bid.round, bid.own_deadline, clock.now())
        self._time.show_figure(
            left.words.removesuffix(" left") if left else "No deadline",
            left.day if left else "This round gives no closing day",
        )
        shown = days.show(bid.own_deadline) if bid.own_deadline else ""
        if not self._deadline.hasFocus() and not self._deadline_field.error:
            self._deadline.show_text(shown)

    def _show_money(self) -> None:
        sums, limit = totals(self.bid), self.bid.cap
        phase = self.bid.round.phase(self.bid.phase)
        sentence = f"Whole project {show(sums.whole)}"
        if limit is not None:
            name = f"the {phase.name.lower()} cap" if phase else "the cap"
            apart = limit - sums.fund
            sentence = (
                f"{show(apart)} below {name}" if apart >= 0 else f"{show(-apart)} over {name}"
            )
        self._money.show_figure(show(sums.fund), sentence)
        self._money_meter.setVisible(limit is not None)
        self._money_meter.show_amount(int(sums.fund), int(limit or 0), sentence)

    def _show_partners(self) -> None:
        named = [p for p in self.bid.partners if p.council]
        signed = sum(bool(p.signed) for p in named)
        many = f"{len(named)} {'council' if len(named) == 1 else 'councils'}"
        asks = {"signatories", "lead-signed"} & {use.check for use in self.bid.checks}
        lead = self.bid.lead
        led = f"Led by {lead.council.short_name}" if lead and lead.council else "No lead yet"
        self._partners.show_figure(many, f"{signed} signed the Declaration" if asks else led)
        emptied(self._faces)
        for partner in named[:6]:
            assert partner.council is not None
            self._faces.addWidget(Avatar(partner.council.short_name))
        if len(named) > 6:
            self._faces.addWidget(
                Words(f"and {len(named) - 6} more", "caption", "text2", wrap=False)
            )
        self._faces.addStretch(1)

    def _show_coverage(self) -> None:
        self._coverage.setVisible(bool(self.bid.round.principles))
        emptied(self._coverage.body)
        line = QWidget()
        body = row(line, 8, (0, 0, 0, 6))
        body.addWidget(
            Words(
                "The five principles" if len(self.bid.round.principles) == 5 else "The principles",
                "h3",
            ),
            1,
        )
        link = Link("Open the map", "small")
        link.clicked.connect(lambda: self.navigator.open("map"))
        body.addWidget(link)
        self._coverage.body.addWidget(line)
        for shown in headlines(self.bid):
            principle = self.bid.round.principle(shown.number)
            assert principle is not None
            self._coverage.body.addWidget(CoverageRow(shown, principle.name))
        note = f"Blocks are answers: full strong, outlined some. {rule_words(self.bid)}"
        self._coverage.body.addWidget(Words(note, "caption", "text2"))

    # --- the team's own deadline -------------------------------------------------------------

    def _on_deadline(self) -> None:
        typed = self._deadline.text().strip()
        try:
            wanted = days.parse(typed) if typed else None
        except NotAllowedError as error:
            self._deadline_field.set_error(str(error))
            return
        self._deadline_field.set_error("")
        self.session.edit(lambda bid: set_own_deadline(bid, wanted), "Changed your own deadline")

    def go_to(self, place: Place) -> None:
        """The deadline's field, the language's, or the heading."""
        if place == "own-deadline":
            self._deadline.setFocus()
        elif chooses_language(self.bid, place):
            self.language.setFocus()
        else:
            self.heading.setFocus()


def _stretch(tiles: QGridLayout, across: int) -> None:
    for at in range(4):
        tiles.setColumnStretch(at, 1 if at < across else 0)


def _inset(widget: QWidget) -> QWidget:
    holder = QWidget()
    row(holder, 0, (10, 4, 10, 6)).addWidget(widget)
    return holder
