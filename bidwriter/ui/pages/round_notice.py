"""A notice that this computer has the bid's round in another form, and the way to take it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bidwriter.bids.editing import take_round
from bidwriter.rounds import library
from bidwriter.rounds.between import Difference, counted, differences
from bidwriter.rounds.languages import languages_of
from bidwriter.rounds.library import Pack
from bidwriter.rounds.second_language import LANGUAGES
from bidwriter.ui.look.space import column
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session

_MOST = 200  # differences that are listed


class RoundNotice(QWidget):
    """Looks once the page stands, so that opening a bid is not held up by reading packs."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._for = ""
        self._body = column(self, 0)
        self.hide()

    def refresh(self) -> None:
        """Look again where the bid's round is another than before."""
        if self._session.bid.round.hash != self._for and not self._session.read_only:
            self._for = self._session.bid.round.hash
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        emptied(self._body)
        pack = library.other_form(self._session.bid.round)
        self.setVisible(pack is not None)
        if pack is not None:
            mine = self._session.bid.round.in_english
            found = differences(mine, pack.round)
            self._body.addWidget(self._callout(pack, counted(found)))
            if found:
                self._body.addWidget(_list_of(found))

    def _callout(self, pack: Pack, different: str) -> Callout:
        mine = self._session.bid.round
        title = f"This computer has another form of this round, version {pack.round.version}"
        text = (
            f"Your bid goes on with the one it carries, version {mine.version}. If you take the "
            "other, answers that it does not ask for are kept but not exported. You can undo it. "
            f"What differs: {different}."
        )
        if mine.language and mine.language not in languages_of(pack.round):
            text += f" It is not there in {LANGUAGES[mine.language]}: the form will be in English."
        made = Callout("info", title, text, "Use the one on this computer")
        made.followed.connect(
            lambda: self._session.edit(
                lambda bid: take_round(bid, pack.round),
                f"Took version {pack.round.version} of the round",
            )
        )
        return made


def _list_of(found: tuple[Difference, ...]) -> Disclosure:
    """What differs, one thing a line; what answers that are there may no longer do for stands
    first."""
    content = QWidget()
    lines = column(content, 4, (0, 0, 0, 8))
    order = sorted(found, key=lambda one: not one.matters)
    for one in order[:_MOST]:
        lines.addWidget(Words(one.words, "small"))
    if len(order) > _MOST:
        lines.addWidget(Words(f"and {len(order) - _MOST:,} more", "small", "text2"))
    return Disclosure("Each thing that differs", content, quiet=True)
