"""The rounds on this computer, on the start window: those that have closed in a part that opens."""

from datetime import datetime

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter import clock
from bidwriter.kinds.values.day import show
from bidwriter.kinds.values.money import show as show_money
from bidwriter.rounds import library
from bidwriter.rounds.library import Pack
from bidwriter.rounds.round import Round, cap
from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.pill import Pill
from bidwriter.ui.parts.words import Words
from bidwriter.ui.window.frame import Frame


class RoundsCard(Card):
    """Each with its closing day and caps, and a link that begins a bid for it."""

    def __init__(self, window: Frame) -> None:
        super().__init__(padding=18, spacing=6)
        self._window, self._now = window, clock.now()
        usable, broken = library.packs()
        self._usable = usable
        ordered = library.in_order(usable, self._now)
        closed = [pack for pack in ordered if _has_closed(pack.round, self._now)]
        self._rounds(self.body, [pack for pack in ordered if pack not in closed])
        if closed:
            self._closed(closed)
        for found in broken:
            _parted(self.body)
            self.body.addWidget(Words(found.why, "small", "bad"))
        _parted(self.body)
        folder = Link("Open the folder for rounds of your own", "small")
        folder.clicked.connect(_open_rounds_folder)
        self.body.addWidget(folder)

    def _closed(self, packs: list[Pack]) -> None:
        inside = QWidget()
        self._rounds(column(inside, 6), packs)
        many = "1 closed round" if len(packs) == 1 else f"{len(packs)} closed rounds"
        _parted(self.body)
        self.body.addWidget(Disclosure(many, inside))

    def _rounds(self, body: QVBoxLayout, packs: list[Pack]) -> None:
        for pack in packs:
            _parted(body)
            self._round(body, pack)

    def _round(self, body: QVBoxLayout, pack: Pack) -> None:
        round_, closed = pack.round, _has_closed(pack.round, self._now)
        line = row(spacing=8)
        line.addWidget(Words(round_.name, "h3"), 1)
        if round_.closing:
            pill = Pill("Closed" if closed else "Open", "plain" if closed else "met")
            line.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(line)
        if round_.closes:
            words = f"{'Closed' if closed else 'Closes'} {show(round_.closes.day)}"
            body.addWidget(Words(words, "small", "text2"))
        if caps := _caps(round_):
            body.addWidget(Words(caps, "small", "text2"))
        if any(_twin(other, pack) for other in self._usable):
            body.addWidget(Words(f"In {pack.folder}", "caption", "text2"))
        begin = Link("Start a bid for this round", "small")
        begin.setAccessibleName(f"Start a bid for {round_.name}")
        begin.clicked.connect(lambda: self._window.start_bid(round_))
        body.addWidget(begin)


def _parted(body: QVBoxLayout) -> None:
    """A line above what comes next, but for the first."""
    if body.count():
        body.addWidget(Rule())


def _has_closed(round_: Round, now: datetime) -> bool:
    return round_.closing is not None and now > round_.closing


def _caps(round_: Round) -> str:
    """ "Discovery to £80,000, alpha to £100,000"."""
    always = [use for use in round_.checks if not use.asked_when]
    caps = [
        f"{phase.name} to {show_money(most)}"
        for phase in round_.phases
        if (most := cap(always, phase.id)) is not None
    ]
    return ", ".join(caps).capitalize()


def _open_rounds_folder() -> None:
    folder = library.own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _twin(one: Pack, other: Pack) -> bool:
    """Equal id and version with another hash: told apart by their folders."""
    same = (one.round.id, one.round.version) == (other.round.id, other.round.version)
    return same and one.round.hash != other.round.hash
