"""The pages without a decision: everything is decided, nothing is new, copies are being read."""

from PySide6.QtCore import Signal

from bidwriter.bids.person import Stamp
from bidwriter.bids.telling.brought import Group
from bidwriter.bids.telling.sides import when_words
from bidwriter.desk.decisions import Work
from bidwriter.desk.entries import changes
from bidwriter.desk.whose import Story
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.sheet import Sheet
from bidwriter.ui.parts.steps_card import StepsCard
from bidwriter.ui.parts.words import Words


class EndPage(Sheet):
    """What there is to finish. `finish_asked` when the officer has seen enough."""

    finish_asked = Signal()

    def __init__(self, work: Work, story: Story, groups: tuple[Group, ...]) -> None:
        super().__init__("", finding(work))
        for words in _sentences(work, story, groups):
            self.body.addWidget(Words(words, "body", "text2"))
        self.look_at = [Words(f"{words}.", "body") for words in story.look_at]
        if self.look_at:
            self.body.addSpacing(8)
            self.body.addWidget(Words("Look at these before you go on", "body", weight=600))
        for sentence in self.look_at:
            self.body.addWidget(sentence)
        self.body.addStretch(1)
        self.finish = Button(story.finish, "primary")
        self.finish.clicked.connect(self.finish_asked)
        self.foot.addWidget(self.finish)
        self.foot.addStretch(1)


class NothingNewPage(Sheet):
    """The copies brought nothing. `back_asked` to go back to the bid."""

    back_asked = Signal()

    def __init__(self, copies: int, since: Stamp | None) -> None:
        what = "this copy" if copies == 1 else "these copies"
        super().__init__("", f"Nothing in {what} is new")
        for words in _known(copies, since):
            self.body.addWidget(Words(words, "body", "text2"))
        self.body.addStretch(1)
        back = Button("Go back to the bid", "primary")
        back.clicked.connect(self.back_asked)
        self.foot.addWidget(back)
        self.foot.addStretch(1)


class WaitingPage(Sheet):
    """Copies are being read. `stop_asked` when that takes too long."""

    stop_asked = Signal()

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__("", "Reading the copies" if len(names) > 1 else "Reading the copy")
        self._many = len(names)
        steps = [*(f"Read “{name}”" for name in names), "Join"]
        self.card = StepsCard("Joining", steps)
        self.card.stop_asked.connect(self.stop_asked)
        self.body.addWidget(self.card)
        self.body.addStretch(1)

    def begin(self, step: int) -> None:
        """A step begins."""
        self.card.show_step(min(step, self._many))


def finding(work: Work) -> str:
    """ "2 things are left to decide"; "Everything is decided"."""
    left = len(work.undecided)
    if left:
        return "1 thing is left to decide" if left == 1 else f"{left} things are left to decide"
    if not work.conflicts:
        return "Everything joined by itself"
    return "Everything is decided"


def _sentences(work: Work, story: Story, groups: tuple[Group, ...]) -> list[str]:
    said = []
    if groups:
        joined = f"{changes(groups, work.left_out)} joined automatically."
        said.append(f"{joined} Open any in the list to see or reverse it.")
    if work.undecided:
        said.append(
            "What you leave keeps yours in the text and waits in the bid, listed as a problem "
            "until you decide it."
        )
    end = "as one step" if story.is_joining else "as one step, a version of its own"
    said.append(f"{story.finish} puts all of it into your bid {end}, and you can undo it.")
    return said


def _known(copies: int, since: Stamp | None) -> list[str]:
    what = "It was" if copies == 1 else "They were"
    if since is None:
        return ["Your bid has everything that it says, and has gone on since."]
    by = f" by {since.who.name}" if since.who.name else ""
    return [
        f"{what} joined on {when_words(since)}{by}, and nothing was changed in it since.",
        "If you undid that since, bring the joined version back from History.",
    ]
