"""Rich text: the editor with its live figures, what is left of the limit, the surplus shaded and
doubtful figures underlined in place."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolButton

from bidwriter.bids.editing import set_answer
from bidwriter.bids.places import Place
from bidwriter.bids.printing.limits import limit_words, use_of_limit
from bidwriter.bids.printing.live_figures import comes_from, live_figure
from bidwriter.bids.printing.printed import shown_blocks
from bidwriter.checks.problem import Problem
from bidwriter.kinds.values.rich_text import RichText, too_long_words
from bidwriter.prose.blocks import Block
from bidwriter.prose.counting import count_words, nth_word_end
from bidwriter.prose.figures import may_hold_figures
from bidwriter.prose.markdown import is_too_long, write
from bidwriter.ui.answers.answer_editor import AnswerEditor
from bidwriter.ui.answers.figures_menu import figures_menu
from bidwriter.ui.editor.editor_box import EditorBox
from bidwriter.ui.editor.link_dialog import asking_in
from bidwriter.ui.editor.marks import Mark
from bidwriter.ui.editor.start_dialog import asking_start_in
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.heard import say_problem
from bidwriter.ui.parts.words import Words
from bidwriter.ui.parts.words_left import WordsLeft
from bidwriter.ui.session import Session


class RichTextEditor(AnswerEditor):
    """The editor of a prose answer."""

    def __init__(
        self, session: Session, question: RichText, navigator: Navigator, *, alone: bool
    ) -> None:
        super().__init__(session, question, navigator, alone=alone)
        self.box = EditorBox(asking_in(self), asking_start_in(self), lines=9)
        self.text = self.box.text
        optional = ", optional" if question.optional else ""
        self.box.setAccessibleName(f"{question.wording}{optional}")
        self._describe("")
        self.figure = self.box.bar.add_extra(
            "pound-sterling", "Insert figure", self.text.figure_asked.emit, "Ctrl+Shift+F"
        )
        self.left = WordsLeft()
        self._shown = False
        outer = column(self, 8)
        if not alone:
            outer.addWidget(Words(self.wording, "h3"))
            if question.hint:
                outer.addWidget(Words(question.hint, "small", "text2"))
        outer.addWidget(self.box, 1)
        outer.addWidget(self.left)
        self.setFocusProxy(self.text)
        self.box.set_read_only(read_only=self.read_only)
        self.box.bar.expand_asked.connect(navigator.alone_asked)
        self.text.edited.connect(self._on_edited)
        self.text.refused.connect(navigator.say)
        self.text.said.connect(navigator.say)
        self.text.break_in_typing.connect(session.break_typing)
        self.text.undo_asked.connect(session.undo)
        self.text.redo_asked.connect(session.redo)
        self._follow_figures()
        self._note()

    def _follow_figures(self) -> None:
        announcer = Announcer(self.text, 200)
        self.left.turned.connect(announcer.say)
        self.text.about_figure = self._about
        self.text.level_changed.connect(lambda level: announcer.say(f"List level {level}"))
        self.text.figure_asked.connect(self._on_figure_asked)
        self.text.figure_followed.connect(self._on_figure_followed)
        self.text.figure_met.connect(lambda name: announcer.say(self._about(name)))
        self.navigator.passage_asked.connect(self._on_passage_asked)

    def _note(self) -> None:
        limit = self.question.limit if isinstance(self.question, RichText) else None
        if limit and limit.basis == "assumed":
            self.left.set_note("This limit is assumed, not published")

    @property
    def _stored(self) -> str:
        return str(self.session.bid.answer(self.question.id) or "")

    def _on_edited(self) -> None:
        markdown = write(self.text.blocks())
        if markdown == self._stored:
            self.refresh()  # something got into a live figure
            return
        if is_too_long(markdown) and len(markdown) > len(self._stored):
            self.refresh()
            self.navigator.say(f"That was not taken in: {too_long_words(len(markdown))}")
            return
        self.session.edit(
            lambda bid: set_answer(bid, self.question.id, markdown),
            f"Changed {self.question.name}",
            self.question.id,
        )

    def refresh(self) -> None:
        """The bid's words, unless the editor has them already."""
        stored = self._stored
        blocks = shown_blocks(self.session.bid, stored)
        if write(self.text.blocks()) != stored:
            self.text.set_blocks(blocks, follow=self._shown)
        elif may_hold_figures(stored) and self.text.blocks() != blocks:
            self.text.set_blocks(blocks)  # only what figures come to has changed
        self._shown = True
        use = use_of_limit(self.session.bid, self.question)
        if use:
            self.left.show_count(use.used, use.limit, use.unit[:-1])
            self._shade(use.limit if use.unit == "words" and use.left < 0 else None)

    def _shade(self, limit: int | None) -> None:
        place = surplus(self.text.blocks(), limit) if limit is not None else None
        self.text.shade_from(*(place or (None, 0)))

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """A crimson edge where something stops export; the words are in the panel and summary,
        and a screen reader hears the first of them here."""
        said = next((problem.words for problem in problems if problem.stops), "")
        self._describe(said)
        wrong = bool(said)
        if bool(self.box.property("problem")) != wrong:
            self.box.setProperty("problem", wrong)
            self.box.update()
        self.text.set_marks([mark for p in problems if (mark := self._mark(p)) is not None])

    def _describe(self, problem: str) -> None:
        say_problem(self.box, problem, limit_words(self.question), self.question.hint)

    def _mark(self, problem: Problem) -> Mark | None:
        if problem.passage is None or problem.place != self.question.id:
            return None
        block, start, end = placed(self.text.blocks(), *problem.passage)
        return Mark(block, start, end, "wrong" if problem.stops else "noted")

    # --- live figures ------------------------------------------------------------------------

    def _about(self, name: str) -> str:
        bid = self.session.bid
        figure = live_figure(bid, name)
        return f"{figure.label}: {figure.printed}. It comes from “{comes_from(bid, figure)}”"

    def _on_figure_asked(self) -> None:
        if self.read_only:
            return
        menu = figures_menu(self.session.bid, self, self.insert_figure)
        beside = self.text.viewport().mapToGlobal(self.text.cursorRect().bottomLeft())
        menu.popup(_below(self.figure) if self.figure.hasFocus() else beside)

    def insert_figure(self, name: str) -> None:
        """Put a live figure where the cursor is."""
        self.text.insert_figure(name, live_figure(self.session.bid, name).printed)
        self.text.setFocus()

    def _on_figure_followed(self, name: str) -> None:
        figure = live_figure(self.session.bid, name)
        if figure.place:
            self.navigator.go(figure.place)
        else:
            self.navigator.say(self._about(name))

    def _on_passage_asked(self, question: str, start: int, end: int) -> None:
        if question == self.question.id:
            self.text.go_to(*placed(self.text.blocks(), start, end))
            self.text.setFocus()

    # --- what its page asks ------------------------------------------------------------------

    def write_alone(self, *, alone: bool) -> None:
        """Write without distraction, or with everything round it again."""
        self.box.bar.expand.setChecked(alone)
        self.text.setFocus()

    def go_to(self, place: Place) -> None:  # noqa: ARG002 - prose has one place
        """The words."""
        self.text.setFocus()

    def in_focus(self) -> tuple[Place, str]:
        """The answer, and the words selected in it."""
        return self.place, self.text.textCursor().selection().toPlainText()


def _below(button: QToolButton) -> QPoint:
    return button.mapToGlobal(QPoint(0, button.height()))


def placed(blocks: tuple[Block, ...], start: int, end: int) -> tuple[int, int, int]:
    """Block, first and last character of a passage that is counted through the whole text."""
    for at, block in enumerate(blocks):
        if start <= len(block.text):
            return at, start, min(end, len(block.text))
        start, end = start - len(block.text) - 1, end - len(block.text) - 1
    return max(0, len(blocks) - 1), 0, 0


def surplus(blocks: tuple[Block, ...], limit: int) -> tuple[int, int] | None:
    """Block and character where a limit of `limit` words leaves no room for more."""
    for at, block in enumerate(blocks):
        words = count_words(block.text)
        if words > limit:
            return at, nth_word_end(block.text, limit) or 0
        limit -= words
    return None
