"""An answer in parts: a field for each, under the question's wording."""

from pydantic import ValidationError

from bidwriter.bids.leaves import leaf_at, with_leaves
from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.kinds.cells.column import Column
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.parts.address import Address
from bidwriter.kinds.parts.contact import Contact
from bidwriter.kinds.wording import plain_errors
from bidwriter.ui.answers.answer_editor import AnswerEditor
from bidwriter.ui.look.space import column as stacked
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.field import Field, FieldError
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session

_WIDTHS = {"postcode": 12, "phone": 22}
_WIDTH = 44  # characters


class InPartsEditor(AnswerEditor):
    """Each part is kept as it is typed, and brought to its one form when it is left."""

    def __init__(
        self, session: Session, question: Address | Contact, navigator: Navigator, *, alone: bool
    ) -> None:
        super().__init__(session, question, navigator, alone=alone)
        outer = stacked(self, 12)
        if not alone:
            titles = stacked(spacing=2)
            titles.addWidget(Words(self.wording, "h3"))
            if question.hint:
                titles.addWidget(Words(question.hint, "small", "text2"))
            outer.addLayout(titles)
        self._error = FieldError()
        self._error.show_words("")
        outer.addWidget(self._error)
        self.lines: dict[str, LineEdit] = {}
        self.fields: dict[str, Field] = {}
        for part in question.columns:
            outer.addWidget(self._field(question, part))

    def _field(self, question: Address | Contact, part: Column) -> Field:
        line = LineEdit(characters=_WIDTHS.get(part.key, _WIDTH))
        optional = not question.needs(part)
        field = Field(part.label, line, optional=optional)
        # Two contacts on one page have a name each.
        name = f"{part.label}, {question.name}"
        line.setAccessibleName(f"{name}, optional" if optional else name)
        line.setReadOnly(self.read_only)
        line.textEdited.connect(lambda typed: self._put(part, typed.strip() or None))
        line.editingFinished.connect(lambda: self._on_left(part))
        line.undo_asked.connect(self.session.undo)
        line.redo_asked.connect(self.session.redo)
        self.lines[part.key], self.fields[part.key] = line, field
        return field

    def _put(self, part: Column, leaf: Leaf) -> None:
        place = self.place.at(part.key)
        try:
            with_leaves(self.session.bid, {place: leaf})
        except (NotAllowedError, ValidationError) as error:
            words = plain_errors(error)[0] if isinstance(error, ValidationError) else str(error)
            self.navigator.say(words)
            self.refresh()
            return
        self.session.edit(
            lambda bid: with_leaves(bid, {place: leaf}), f"Changed {self.question.name}", place
        )

    def _on_left(self, part: Column) -> None:
        typed = self.lines[part.key].text().strip()
        leaf = part.cell.read(typed, self.around) if typed and not self.read_only else None
        if leaf is not None and leaf != leaf_at(self.session.bid, self.place.at(part.key)):
            self._put(part, leaf)
        self.session.break_typing()
        self.refresh()

    def refresh(self) -> None:
        """The parts as the bid has them, unless only white space differs from what is typed."""
        for key, line in self.lines.items():
            now = str(leaf_at(self.session.bid, self.place.at(key)) or "")
            if " ".join(line.text().split()) != now:
                line.show_text(now)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """What is wrong with a part beside it, what is wrong with the whole above them."""
        stops = [problem for problem in problems if problem.stops]
        whole = next((p.words for p in stops if not p.place.row), "")
        if whole != self._error.words:
            self._error.show_words(whole)
        for key, field in self.fields.items():
            words = next((p.words for p in stops if p.place.row == key), "")
            if words != field.error:
                field.set_error(words)

    def go_to(self, place: Place) -> None:
        """The part, or the first one."""
        self.lines.get(place.row, next(iter(self.lines.values()))).setFocus()

    def in_focus(self) -> tuple[Place, str]:
        """The answer as a whole: a comment is about all of it."""
        return self.place, ""
