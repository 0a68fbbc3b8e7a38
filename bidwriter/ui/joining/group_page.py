"""What joined by itself in one question: every change in words, each to leave out or take again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import Place
from bidwriter.bids.telling.brought import Group, ToldThing, in_figures
from bidwriter.bids.telling.sides import capital
from bidwriter.bids.telling.telling import Told
from bidwriter.desk.conflict_words import where
from bidwriter.desk.whose import Story, listed
from bidwriter.kinds.question import Written
from bidwriter.ui.joining.side_card import LINE
from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.compared import ComparedText, prose_runs
from bidwriter.ui.parts.sheet import Sheet
from bidwriter.ui.parts.words import Words


class GroupPage(Sheet):
    """`turned` carries the key of a thing and whether it is left out from now on."""

    turned = Signal(str, bool)

    def __init__(self, bid: Bid, story: Story, group: Group, left_out: frozenset[str]) -> None:
        place = where(bid, Place(group.root))
        crumbs = "  ·  ".join(["Joined automatically", *([place] if place else [])])
        super().__init__(crumbs, _finding(story, group), _hint(group))
        self.body.addSpacing(8)
        self.cards: dict[str, ThingCard] = {}
        for told in group.things:
            card = ThingCard(told, _who(story, told), as_value=not _is_in_words(group))
            card.show_left_out(is_out=told.thing.key in left_out)
            card.turned.connect(self.turned)
            self.cards[told.thing.key] = card
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.foot.addWidget(Words("Nothing changes in your bid until you finish", "small", "text2"))


class ThingCard(Card):
    """One thing that was brought."""

    turned = Signal(str, bool)

    def __init__(self, told: ToldThing, who: str, *, as_value: bool) -> None:
        super().__init__(padding=(20, 8, 10, 14), spacing=0)
        self._key = told.thing.key
        self._is_out = False
        self._said = capital(f"{who} {told.lines[0].words}")
        self.button = Button("", "quiet")
        self.button.clicked.connect(lambda: self.turned.emit(self._key, not self._is_out))
        self._state = Words("Left out: yours stays as it is", "small", "text2", weight=600)
        words = column(spacing=6, margins=(0, 9, 0, 0))  # level with the words of the button
        words.addWidget(Words(self._said, "body", weight=600))
        words.addWidget(self._state)
        for at, line in enumerate(told.lines):
            title = capital(f"{who} {line.words}") if at else ""
            words.addWidget(_line(line, title, as_value=as_value))
        across = row(spacing=8)
        across.addLayout(words, 1)
        if told.thing.can_be_left_out:
            across.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(across)

    def show_left_out(self, *, is_out: bool) -> None:
        """Whether it is left out."""
        self._is_out = is_out
        words = "Take it again" if is_out else "Leave it out"
        self.button.setText(words)
        self.button.setAccessibleName(f"{words}: {self._said}")
        self.button.updateGeometry()
        self._state.setVisible(is_out)


def _is_in_words(group: Group) -> bool:
    """Whether what changed is compared word by word, not as one value."""
    return group.root == "comments" or isinstance(group.question, Written)


def _line(line: Told, title: str, *, as_value: bool) -> QWidget:
    made = QWidget()
    body = column(made, 4)
    if title:
        body.addWidget(Words(title, "body", weight=600))
    runs = prose_runs(line.before, line.after, as_value=as_value)
    if runs:
        body.addWidget(ComparedText(runs, line=LINE))
    return made


def _who(story: Story, told: ToldThing) -> str:
    return told.who or listed(story.origin(told.thing))


def _finding(story: Story, group: Group) -> str:
    sides = tuple(dict.fromkeys(s for told in group.things for s in story.origin(told.thing)))
    if group.root == "comments":
        return f"Comments: {in_figures(group)}"
    what = in_figures(group)
    what = what if group.root == "attachments" else f"{what} of “{group.name}”"
    return f"{what} came from {listed(sides)}"


def _hint(group: Group) -> str:
    if group.root == "comments":
        return "Comments of both sides stay. Leave out what you do not want"
    return (
        "Nobody else changed this, so there was nothing to decide. Leave out what you do not want"
    )
