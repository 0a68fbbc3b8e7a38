"""One council: found by any part of its name or code, among those of the round's day."""

from typing_extensions import override

from bidwriter import clock
from bidwriter.councils.register import find
from bidwriter.ui.answers.finding import MOST, FindingEditor
from bidwriter.ui.parts.type_ahead import Match


class CouncilEditor(FindingEditor):
    """Type to find."""

    @override
    def matches(self, words: str) -> list[Match]:
        day = self.session.bid.round.day_of_register or clock.now().date()
        return [Match(c.code, c.title, c.code) for c in find(words, day)[:MOST]] if words else []
