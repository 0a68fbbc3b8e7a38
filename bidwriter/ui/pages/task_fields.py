"""The questions of a task on its page, one below the other, as the bid is asked them now."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter.bids.places import Place
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.ui.answers.answer_editor import AnswerEditor
from bidwriter.ui.answers.editors import editor_for
from bidwriter.ui.answers.evidence_strip import EvidenceStrip
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session


class TaskFields(QWidget):
    """An editor for each question, and below it what its answer shows. `is_headed` tells a question
    that the page's heading asks already."""

    def __init__(
        self, session: Session, navigator: Navigator, is_headed: Callable[[AnyQuestion], bool]
    ) -> None:
        super().__init__()
        self._session, self._navigator, self._is_headed = session, navigator, is_headed
        self.editors: dict[str, AnswerEditor] = {}
        self.strips: dict[str, EvidenceStrip] = {}
        self._blocks: dict[str, QWidget] = {}
        self._layout = column(self, 10)
        self._layout.addStretch()

    def ask(self, questions: tuple[AnyQuestion, ...]) -> None:
        """Ask these. What was asked before keeps its field, and the focus in it; a question that
        offers other options now gets a new one."""
        wanted = {question.id: question for question in questions}
        for id_, editor in tuple(self.editors.items()):
            if wanted.get(id_) != editor.question:
                self._take_out(id_)
        for at, question in enumerate(questions):
            if question.id not in self._blocks:
                self._layout.insertWidget(at, self._made(question))
        self.editors = {question.id: self.editors[question.id] for question in questions}
        for question in questions:
            grows = self._grows(question.id)
            self._layout.setStretchFactor(self._blocks[question.id], 1 if grows else 0)

    @property
    def wide(self) -> bool:
        """Whether one of them needs a wide page."""
        return any(editor.wide for editor in self.editors.values())

    def _made(self, question: AnyQuestion) -> QWidget:
        block = QWidget()
        inside = column(block, 10)
        inside.addSpacing(6)
        editor = editor_for(
            self._session, question, self._navigator, alone=self._is_headed(question)
        )
        _add_title(inside, editor)
        inside.addWidget(editor, 1)
        if question.answer_shows and self._session.bid.round.principles:
            strip = EvidenceStrip(self._session, self._navigator)
            strip.show_place(Place(question.id))
            inside.addSpacing(4)
            inside.addWidget(strip)
            self.strips[question.id] = strip
        self.editors[question.id], self._blocks[question.id] = editor, block
        return block

    def _take_out(self, id_: str) -> None:
        block = self._blocks.pop(id_)
        self.editors.pop(id_)
        self.strips.pop(id_, None)
        self._layout.removeWidget(block)
        block.hide()
        block.deleteLater()

    def _grows(self, question: str) -> bool:
        return self.wide or (len(self.editors) == 1 and self.editors[question].question.is_prose)


def _add_title(inside: QVBoxLayout, editor: AnswerEditor) -> None:
    """The wording and hint over an editor that has none itself."""
    if not editor.alone and not editor.is_titled:
        inside.addWidget(Words(editor.wording, "h3"))
        if editor.question.hint:
            inside.addWidget(Words(editor.question.hint, "small", "text2"))
