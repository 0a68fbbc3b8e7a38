"""Rich text: the editor, what is left of the limit, and the surplus shaded in place."""

from bidwriter.bids.counting import use_of_limit
from bidwriter.bids.editing import set_answer
from bidwriter.checks.problem import Problem
from bidwriter.kinds.rich_text import RichText
from bidwriter.prose.blocks import Block
from bidwriter.prose.counting import count_words, nth_word_end
from bidwriter.prose.markdown import parse, write
from bidwriter.ui.answers.base import AnswerEditor
from bidwriter.ui.editor.editor_box import EditorBox
from bidwriter.ui.editor.link_dialog import asking_in
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.words import Words
from bidwriter.ui.parts.words_left import WordsLeft
from bidwriter.ui.session import Session


class RichTextEditor(AnswerEditor):
    """The editor of a prose answer."""

    def __init__(
        self, session: Session, question: RichText, navigator: Navigator, *, alone: bool
    ) -> None:
        super().__init__(session, question, navigator, alone=alone)
        self.box = EditorBox(asking_in(self), lines=9)
        self.text = self.box.text
        self.box.setAccessibleName(question.wording)
        self.box.setAccessibleDescription(question.hint)
        self.left = WordsLeft()
        self._shown = False
        outer = column(self, 8)
        if not alone:
            outer.addWidget(Words(question.wording, "h3"))
            if question.hint:
                outer.addWidget(Words(question.hint, "small", "text2"))
        outer.addWidget(self.box, 1)
        outer.addWidget(self.left)
        self.setFocusProxy(self.text)
        self.box.set_read_only(self.read_only)
        self.box.bar.expand_asked.connect(navigator.alone_asked)
        self.text.edited.connect(self._on_edited)
        self.text.break_in_typing.connect(session.break_typing)
        self.text.undo_asked.connect(session.undo)
        self.text.redo_asked.connect(session.redo)
        self._note()

    def _note(self) -> None:
        limit = self.question.limit if isinstance(self.question, RichText) else None
        if limit and limit.basis == "assumed":
            self.left.set_note("This limit is assumed, not published")

    def _on_edited(self) -> None:
        markdown = write(self.text.blocks())
        self.session.edit(
            lambda bid: set_answer(bid, self.question.id, markdown),
            f"Changed {self.question.name}",
            self.question.id,
        )

    def refresh(self) -> None:
        """The bid's words, unless the editor has them already."""
        stored = str(self.session.bid.answer(self.question.id) or "")
        if write(self.text.blocks()) != stored:
            self.text.set_blocks(parse(stored), follow=self._shown)
        self._shown = True
        use = use_of_limit(self.session.bid, self.question)
        if use:
            self.left.show_count(use.used, use.limit, use.unit[:-1])
            self._shade(use.limit if use.unit == "words" and use.left < 0 else None)

    def _shade(self, limit: int | None) -> None:
        place = surplus(self.text.blocks(), limit) if limit is not None else None
        self.text.shade_from(*(place or (None, 0)))

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """A crimson edge where something stops export; the words are in the panel and summary."""
        wrong = any(problem.stops for problem in problems)
        if bool(self.box.property("problem")) != wrong:
            self.box.setProperty("problem", wrong)
            self.box.update()

    def write_alone(self, alone: bool) -> None:
        """Write without distraction, or with everything round it again."""
        self.box.bar.expand.setChecked(alone)
        self.text.setFocus()

    def go_to(self, place: str) -> None:  # noqa: ARG002 - prose has one place
        """The words."""
        self.text.setFocus()

    def in_focus(self) -> tuple[str, str]:
        """The answer, and the words selected in it."""
        return self.question.id, self.text.textCursor().selection().toPlainText()


def surplus(blocks: tuple[Block, ...], limit: int) -> tuple[int, int] | None:
    """Block and character where a limit of `limit` words leaves no room for more."""
    for at, block in enumerate(blocks):
        words = count_words(block.text)
        if words > limit:
            return at, nth_word_end(block.text, limit) or 0
        limit -= words
    return None
