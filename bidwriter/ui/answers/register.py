"""One entry of a list of the pack, found by any part of its name or id."""

from typing_extensions import override

from bidwriter.kinds.values.register import Register
from bidwriter.ui.answers.finding import MOST, FindingEditor
from bidwriter.ui.parts.type_ahead import Match


class RegisterEditor(FindingEditor):
    """Type to find."""

    @override
    def matches(self, words: str) -> list[Match]:
        assert isinstance(self.question, Register)
        labels = self.question.labels
        found = self.question.find(words, MOST)
        return [Match(id_, labels[id_], id_ if labels[id_] != id_ else "") for id_ in found]

    @override
    def picked(self, key: str) -> str:
        return key
