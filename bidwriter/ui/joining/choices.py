"""The choices of a conflict as cards: one real set of radio buttons, as many to a line as fit."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from typing_extensions import override

from bidwriter.desk.conflict_words import Option
from bidwriter.ui.look.space import grid
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.choice_card import ChoiceCard
from bidwriter.ui.parts.plain import PlainGroup

_CARD = 188


class Choices(PlainGroup):
    """`chosen` carries the key of the card that the officer picked."""

    chosen = Signal(str)

    def __init__(self, options: tuple[Option, ...]) -> None:
        super().__init__()
        self.setFlat(True)
        self.setStyleSheet("QGroupBox { border: none; margin: 0; padding: 0; }")
        self.cards = {o.key: ChoiceCard(o.title, o.words, self) for o in options}
        self._grid = grid(self, 12)
        self._across = 0
        for key, card in self.cards.items():
            card.toggled.connect(lambda on, key=key: self.chosen.emit(key) if on else None)
        self.setFocusProxy(next(iter(self.cards.values())))
        theme().changed.connect(self._place)
        self._place()

    def choose(self, key: str) -> None:
        """Show a choice."""
        self.cards[key].setChecked(True)
        self.setFocusProxy(self.cards[key])

    def show_words(self, key: str, words: str) -> None:
        """Say what a choice comes to now."""
        self.cards[key].set_words(words)

    @override
    def minimumSizeHint(self) -> QSize:
        """One card a line will do."""
        return QSize(theme().px(150), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many to a line as fit."""
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A group has no look of its own."""

    def _place(self) -> None:
        many = len(self.cards)
        fits = max(1, self.width() // theme().px(_CARD))
        # Two lines of two, not three and a lonely one.
        across = many if fits >= many else 2 if fits >= 2 else 1
        if across == self._across:
            return
        self._across = across
        for at, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, at // across, at % across)
        for at in range(many):
            self._grid.setColumnStretch(at, 1 if at < across else 0)
