"""Editors that are one labelled field: what short answers of every kind share."""

from pydantic import ValidationError
from PySide6.QtWidgets import QWidget

from bidwriter.bids.editing import set_answer
from bidwriter.bids.places import Place
from bidwriter.bids.printing.limits import limit_words
from bidwriter.checks.problem import Problem
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.kinds import AnyQuestion, Value
from bidwriter.kinds.wording import plain_errors
from bidwriter.ui.answers.answer_editor import AnswerEditor
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.field import Field
from bidwriter.ui.session import Session


class FieldEditor(AnswerEditor):
    """One `Field` round `control`; its error is what cannot be understood, or the first problem."""

    says_optional = True

    def __init__(
        self,
        session: Session,
        question: AnyQuestion,
        navigator: Navigator,
        control: QWidget,
        *,
        alone: bool,
    ) -> None:
        super().__init__(session, question, navigator, alone=alone)
        hints = ("" if alone else question.hint, question.wanted())
        self.field = Field(
            question.wording,
            control,
            hint="\n".join(filter(None, hints)),
            spoken=limit_words(question),
            optional=question.optional,
        )
        self.control = control
        self.misunderstood = ""
        self._problem = ""
        self.layout_ = column(self, 8)
        self.layout_.addWidget(self.field)
        self.setFocusProxy(control)
        if self.read_only:
            control.setEnabled(False)

    @property
    def value(self) -> Value | None:
        """The answer in the bid."""
        return self.session.bid.answer(self.question.id)

    def put(self, value: Value | None, *, typing: bool = False) -> None:
        """Make `value` the answer; `typing` joins up for undo."""
        join = self.question.id if typing else ""
        self.session.edit(
            lambda bid: set_answer(bid, self.question.id, value),
            f"Changed {self.question.name}",
            join,
        )

    def put_typed(self, read: object, typed: str) -> bool:
        """Make what typed words mean the answer; if they mean nothing, keep them and say so."""
        assert callable(read)
        try:
            value = read(typed) if typed.strip() else None
        except NotAllowedError as error:
            self.misunderstood = str(error)
        except ValidationError as error:
            self.misunderstood = plain_errors(error)[0]
        else:
            self.misunderstood = ""
            self.put(value)
        self._show_error()
        return not self.misunderstood

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """The first problem beside the field."""
        stops = [problem.words for problem in problems if problem.stops]
        self._problem = (stops or [""])[0]
        self._show_error()

    def go_to(self, place: Place) -> None:  # noqa: ARG002 - a field has one place
        """The field itself."""
        self.control.setFocus()

    def _show_error(self) -> None:
        error = self.misunderstood or self._problem
        if error != self.field.error:
            self.field.set_error(error)
