"""The history page: versions at the left, and beside them what the chosen one changed."""

from datetime import datetime

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QBoxLayout, QWidget

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.bids.history.bringing_back import shown_as, with_answer_of, with_everything_of
from bidwriter.bids.history.log import HistoryError, Log
from bidwriter.bids.places import Place
from bidwriter.desk.forgetting import COST, NOTHING_TO_FORGET, forgetting
from bidwriter.ui.asking import ask
from bidwriter.ui.look.space import column, widths
from bidwriter.ui.look.theme import theme
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.history.comparison import show_comparison
from bidwriter.ui.pages.history.version_dialog import VersionDialog
from bidwriter.ui.pages.history.version_list import VersionList, VersionRow, version_rows
from bidwriter.ui.pages.page import Page
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.empty_state import EmptyState
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.parts.moments import moment
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session

BEFORE, NOW = "before", "now"


class HistoryPage(Page):
    """Looking changes nothing; bringing back is a change like any other, and can be undone."""

    title = "History"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self.heading = heading("Every version of the bid")
        self.versions = VersionList()
        self.against = ComboBox()
        self._against_field = Field("What changed since", self.against, role="small")
        self._name = Button("Name this version", "secondary", "bookmark-plus")
        self._read = Button("Read it whole", "secondary", "book-open")
        self._back = Button("Bring this version back", "secondary", "undo-2")
        self._forget = Button("Forget earlier versions", "secondary", "trash-2")
        self._title = Words("", "h2")
        self._detail = Words("", "small", "text2")
        self._changes = column(spacing=12)
        self._log: Log | None = None
        self._of: object = None
        self._version = ""
        self._shown: object = None
        self._across: bool | None = None
        self._lay_out()
        self.versions.chosen.connect(self.show_version)
        self.against.currentIndexChanged.connect(lambda _at: self._show_changes())
        self._name.clicked.connect(self._on_name)
        self._back.clicked.connect(self._on_back)
        self._read.clicked.connect(self._on_read)
        self._forget.clicked.connect(self._on_forget)
        self.fit(1360)

    def _lay_out(self) -> None:
        outer = column(self, 12, (28, 22, 12, 12))
        outer.addWidget(self.heading)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        outer.addLayout(self._sides, 1)
        self._sides.addWidget(self.versions)
        beside = QWidget()
        body = column(beside, 8, (12, 0, 14, 20))
        body.addWidget(self._title)
        body.addWidget(self._detail)
        body.addWidget(self._against_field)
        tools = QWidget()
        flow = FlowLayout(tools, 12, 8)
        flow.addWidget(self._read)
        flow.addWidget(self._back)
        flow.addWidget(self._name)
        flow.addWidget(self._forget)
        body.addWidget(tools)
        body.addSpacing(8)
        body.addLayout(self._changes)
        body.addStretch(1)
        self._sides.addWidget(PageScroll(beside), 1)
        widths(self._against_field, most=460)

    def fit(self, effective_width: int) -> None:
        """Beside each other, or one below the other."""
        across = effective_width >= 900
        if across == self._across:
            return
        self._across = across
        way = QBoxLayout.Direction
        self._sides.setDirection(way.LeftToRight if across else way.TopToBottom)
        widths(self.versions, least=240, most=320 if across else 10_000)
        self.versions.setMaximumHeight(16_777_215 if across else theme().px(124))

    # --- what it shows -----------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the history again if anything was added to it."""
        of = (self.bid, self.session.kept.history)
        if self._log is not None and of == self._of:
            return
        self._of, self._log = of, self.session.told().log()
        rows = version_rows(self._log, self.bid.round, clock.now())
        if self._version not in self._log.by_id:
            self._version = rows[0].id
        self.versions.show_rows(rows, self._version)
        self._fill_against(rows)
        self._show_changes()

    def _fill_against(self, rows: list[VersionRow]) -> None:
        wanted = self.against.currentData() or BEFORE
        with QSignalBlocker(self.against):
            self.against.clear()
            self.against.addItem("The version before it", BEFORE)
            self.against.addItem("The bid as it is now", NOW)
            for made in rows:
                self.against.addItem(f"{made.title}: {made.detail}", made.id)
            self.against.setCurrentIndex(max(0, self.against.findData(wanted)))

    def show_version(self, version: str) -> None:
        """Show one version."""
        self._version = version
        self._show_changes()

    def _show_changes(self) -> None:
        if self._log is None or self._version not in self._log.by_id:
            return
        version = self._log.by_id[self._version]
        row_ = next(r for r in version_rows(self._log, self.bid.round, clock.now())
                    if r.id == version.id)  # fmt: skip
        self._title.setText(row_.title)
        self._detail.setText(row_.detail)
        is_now = version is self._log.head
        may = not self.session.read_only
        self._back.setVisible(may and not is_now)
        self._name.setVisible(may)
        # "Earlier" is earlier than the bid as it is now.
        self._forget.setVisible(may and is_now and len(self._log.versions) > 1)
        body = self._changes
        emptied(body)
        try:
            old, new = self._pair()
        except HistoryError as error:
            body.addWidget(Callout("problem", "This version cannot be shown", str(error)))
            return
        many = show_comparison(body, old, new, self._on_answer_back if may and not is_now else None)
        if not many:
            text = "The two say the same in every answer."
            body.addWidget(EmptyState("settled", "Nothing differs", text))

    def _pair(self) -> tuple[Bid, Bid]:
        """What to compare: the older side, and the chosen version. Raises HistoryError."""
        assert self._log is not None
        chosen = self._log.by_id[self._version]
        new = self._bid_at(chosen.id)
        wanted = self.against.currentData() or BEFORE
        if wanted == NOW:
            return self.session.bid, new
        if wanted != BEFORE:
            return self._bid_at(wanted), new
        parents = self._log.parents[chosen.id]
        return (self._bid_at(parents[0]) if parents else new), new

    def _bid_at(self, version: str) -> Bid:
        """A version with its form in the language of today. Raises HistoryError."""
        assert self._log is not None
        return shown_as(self._log.bid_at(version), self.session.bid)

    # --- what can be done --------------------------------------------------------------------

    def _on_read(self) -> None:
        assert self._log is not None
        try:
            bid = self._bid_at(self._version)
        except HistoryError as error:
            ask().tell(self, "This version cannot be shown", str(error))
            return
        VersionDialog(self, bid, self._title.text(), self._detail.text()).open()

    def _on_back(self) -> None:
        assert self._log is not None
        version, log = self._log.by_id[self._version], self._log
        words = f"Brought back the version of {_when(version.when)}"
        try:
            then = log.bid_at(version.id)
        except HistoryError as error:
            ask().tell(self, "This version cannot be brought back", str(error))
            return
        if self.session.edit_apart(lambda bid: with_everything_of(bid, then), words):
            self.navigator.say(words, undo=True)

    def _on_answer_back(self, question: str) -> None:
        assert self._log is not None
        version = self._log.by_id[self._version]
        then = self._log.bid_at(version.id)
        name = shown_as(then, self.session.bid).round.by_id[question].name
        words = f"Brought back “{name}” of {_when(version.when)}"
        if self.session.edit_apart(lambda bid: with_answer_of(bid, then, question), words):
            self.navigator.say(words, undo=True)

    def _on_name(self) -> None:
        assert self._log is not None
        now = self._log.names.get(self._version, "")
        name = ask().words(self, "What is this version called?", "Name", "Name it", now)
        if name is None:
            return
        if self._log.head is not None and self._version == self._log.head.id:
            self.session.name_now(name)
        else:
            self.session.name_version(self._version, name)
        self.refresh()

    def _on_forget(self) -> None:
        what = forgetting(self.session.told(), self.session.contents)
        if not what:
            ask().tell(self, "Nothing to forget", f"{NOTHING_TO_FORGET}.")
            return
        title, text = "Forget what was removed?", f"{what.would} {COST}"
        if ask().choose(self, title, text, "Keep them", "Forget them", danger=True):
            self.session.forget_earlier()
            self.refresh()
            self.navigator.say(what.did)

    def go_to(self, place: Place) -> None:  # noqa: ARG002 - it shows the whole bid
        """The heading."""
        self.heading.setFocus()

    def look_at(self, item: str) -> None:
        """A version."""
        if self._log is not None and item in self._log.by_id:
            self.against.setCurrentIndex(0)
            self.versions.show_rows(self.versions.rows(), item)
            self.show_version(item)
            self.versions.setFocus()
        else:  # what was the newest when it was told of
            self.versions.setCurrentRow(0)


def _when(when: datetime) -> str:
    return moment(when, clock.now())
