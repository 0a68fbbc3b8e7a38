"""The language of the form, where the round has it in more than one."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bidwriter.bids.editing import set_language
from bidwriter.bids.places import LANGUAGE
from bidwriter.rounds.languages import languages_of
from bidwriter.rounds.second_language import LANGUAGES
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.check import RadioSet
from bidwriter.ui.parts.field import Field
from bidwriter.ui.session import Session

_ENGLISH = "en"
_HINT = "Of the questions and of the print. Your answers stay as you wrote them"


class FormLanguage(QWidget):
    """English, or the other language that the round has."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__()
        self._session, self._navigator = session, navigator
        offered = languages_of(session.bid.round)
        names = ((_ENGLISH, "English"), *((code, LANGUAGES[code]) for code in offered))
        self._radios = RadioSet(names, across=True)
        self._radios.chosen.connect(self._on_chosen)
        self._radios.setEnabled(session.may_change(LANGUAGE))
        column(self, 0).addWidget(Field("Language of the form", self._radios, hint=_HINT))
        self.setFocusProxy(self._radios)
        if not offered:
            self.hide()

    def refresh(self) -> None:
        """Show the bid's."""
        self._radios.choose(self._session.bid.language or _ENGLISH)

    def _on_chosen(self, key: str) -> None:
        navigator = self._navigator
        code = "" if key == _ENGLISH else key
        words = f"Put the form into {LANGUAGES.get(code, 'English')}"
        self._session.edit(lambda bid: set_language(bid, code), words)
        # Every page is made anew, this one too; the new one has the focus once the click is over.
        QTimer.singleShot(0, navigator, lambda: navigator.go(LANGUAGE))
