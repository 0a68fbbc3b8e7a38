"""What every editor of an answer is."""

from PySide6.QtWidgets import QWidget

from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.kinds.around import Around
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session


class AnswerEditor(QWidget):
    """Shows one question's answer from the session and hands edits to it.

    It takes a value from the bid only if it differs, so that the cursor never jumps. `wide`
    editors get a wide page to themselves; others stand in the question column. Editors that are
    the page's only question have its heading above them; others carry their own label.

    An editor of several controls has no focus proxy: Tab would jump to that one over those before
    it, and never leave the page's heading while it is hidden.
    """

    wide = False
    is_titled = True  # shows its question's wording itself, where it is not alone
    says_optional = False  # says so itself, alone too
    foot: QWidget | None = None  # what it says beside Continue

    def __init__(
        self, session: Session, question: AnyQuestion, navigator: Navigator, *, alone: bool
    ) -> None:
        super().__init__()
        self.session = session
        self.question = question
        self.navigator = navigator
        self.alone = alone

    def refresh(self) -> None:
        """Show what the bid has now."""
        raise NotImplementedError

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these problems of this question beside their fields; none: show none."""
        raise NotImplementedError

    def go_to(self, place: Place) -> None:
        """Put the focus on the field of a written place in this question."""
        raise NotImplementedError

    def fit(self, effective_width: int) -> None:
        """The window's width, divided by the text scale, has changed."""

    def take_in(self) -> None:
        """Put what is still being typed into the bid, where the editor has not done so yet."""

    @property
    def wording(self) -> str:
        """The question as it stands over its answer."""
        return (
            f"{self.question.wording} (optional)"
            if self.question.optional
            else (self.question.wording)
        )

    @property
    def place(self) -> Place:
        """The answer's own place."""
        return Place(self.question.id)

    @property
    def around(self) -> Around:
        """What reading typed words may look at."""
        return Around(self.session.bid, self.question)

    def in_focus(self) -> tuple[Place, str]:
        """The place that a comment made now is about, and the words selected there."""
        return self.place, ""

    @property
    def read_only(self) -> bool:
        """Whether this answer can only be read here."""
        return not self.session.may_change(self.question.id)
