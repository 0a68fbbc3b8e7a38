"""One council: found by any part of its name or code, among those of the round's day."""

from bidwriter import clock
from bidwriter.councils.register import find
from bidwriter.kinds.values.body import Body, OneCouncil
from bidwriter.ui.answers.field_editor import FieldEditor
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.type_ahead import Match, TypeAhead
from bidwriter.ui.session import Session


class CouncilEditor(FieldEditor):
    """Type to find."""

    def __init__(
        self, session: Session, question: OneCouncil, navigator: Navigator, *, alone: bool
    ) -> None:
        self.finder = TypeAhead(self._matches)
        super().__init__(session, question, navigator, self.finder, alone=alone)
        self.finder.chosen.connect(lambda code: self.put(Body(code=code)))
        self.finder.typed.connect(self._on_typed)

    def _matches(self, words: str) -> list[Match]:
        day = self.session.bid.round.day_of_register or clock.now().date()
        return [Match(c.code, c.title, c.code) for c in find(words, day)[:50]] if words else []

    def _on_typed(self, words: str) -> None:
        if not words.strip():
            self.put(None)

    def refresh(self) -> None:
        """The council's name."""
        value = self.value
        if not self.finder.box.hasFocus() or isinstance(value, Body):
            self.finder.show_text(value.title if isinstance(value, Body) else "")
