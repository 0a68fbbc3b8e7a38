"""What is found by typing part of it: the answer is picked from a list, or read as it was typed."""

from typing import Any

from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.ui.answers.field_editor import FieldEditor
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.type_ahead import Match, TypeAhead
from bidwriter.ui.session import Session

MOST = 50  # matches


class FindingEditor(FieldEditor):
    """Type to find. What is left in the box is read as typed words are; what cannot be understood
    stays there with a sentence, and the bid keeps its value."""

    def __init__(
        self, session: Session, question: AnyQuestion, navigator: Navigator, *, alone: bool
    ) -> None:
        self.finder = TypeAhead(self._offered, most=MOST)
        super().__init__(session, question, navigator, self.finder, alone=alone)
        self.finder.box.setReadOnly(self.read_only)
        self.finder.setEnabled(True)  # to be read and copied
        self.finder.chosen.connect(self._on_chosen)
        self.finder.box.editingFinished.connect(self._on_finished)

    def _offered(self, words: str) -> list[Match]:
        return [] if self.read_only else self.matches(words)

    def matches(self, words: str) -> list[Match]:
        """What typed words find."""
        raise NotImplementedError

    def _on_chosen(self, key: str) -> None:
        self.put_typed(self.picked, key)
        self.refresh()

    def picked(self, key: str) -> Any:
        """The answer that a match stands for."""
        return self._read(key)

    def _on_finished(self) -> None:
        typed = self.finder.box.text()
        if self.read_only:
            return
        if typed.strip() != self._shown() or self.misunderstood:
            self.put_typed(self._read, typed)
            self.refresh()

    def _read(self, typed: str) -> Any:
        return self.question.parse(typed, self.around)

    def _shown(self) -> str:
        return "" if self.value is None else self.question.text(self.value)

    def refresh(self) -> None:
        """What is chosen, unless something is being typed or was not understood."""
        box = self.finder.box
        if not self.misunderstood and not (box.hasFocus() and box.isModified()):
            self.finder.show_text(self._shown())
