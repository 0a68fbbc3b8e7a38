"""The lines of a form by the question that they belong to, and the questions by section."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bidwriter.fund_forms.found import FoundRule
from bidwriter.fund_forms.words.limits import limit_in
from bidwriter.fund_forms.words.line import Grid, Line, Piece, tidy
from bidwriter.fund_forms.words.rules import UNCLEAR, closing_in, rules_in
from bidwriter.fund_forms.words.sorting import Sorted, sort_pieces

MOST_QUESTIONS, _MOST_RULES = 900, 50


class Asked:
    """A question being gathered: its line, the heading over it, and what belongs to it."""

    def __init__(self, first: Sorted, heading: str) -> None:
        self.first, self.heading = first, heading
        self.options: list[str] = []
        self.words: list[str] = []
        self.box = ""  # what a box for the answer takes
        self.place = first.piece.place
        self.grid: Grid | None = None
        if isinstance(first.piece, Grid):
            self.grid = first.piece
        else:
            self._take(first)

    @property
    def takes_table(self) -> bool:
        """Whether a table that stands below it belongs to it; not where words or ticks answer."""
        said = (self.first.words, *self.words)
        return not (self.grid or self.options or any(limit_in(words).value for words in said))

    @property
    def quote(self) -> str:
        """The words that it was read from."""
        piece = self.first.piece
        return tidy(piece.words) if isinstance(piece, Line) else " | ".join(piece.heads)

    def add(self, one: Sorted) -> None:
        """Take what stands below it."""
        if one.sort == "option" and one.words:
            self.options.append(one.words)
        elif one.words:
            self.words.append(one.words)
        self._take(one)

    def _take(self, one: Sorted) -> None:
        piece = one.piece
        assert isinstance(piece, Line)
        self.options += (*one.ticks, *piece.choices)
        if piece.sort and not self.box:
            self.box, self.place = piece.sort, piece.place


class Section(NamedTuple):
    """A heading of the form, and the questions under it."""

    heading: str
    asked: list[Asked]


class Gathered(NamedTuple):
    """A form in its parts: its title ("" for none), its sections, the rules and the closing time
    that its words state, and what was passed over, in sentences."""

    title: str
    sections: tuple[Section, ...]
    rules: tuple[FoundRule, ...]
    closes: tuple[str, str, str]
    passed: tuple[str, ...]


def gather(pieces: Iterable[Piece]) -> Gathered:
    """The pieces of a form by what they belong to."""
    made = _Gathering()
    for one in sort_pieces(pieces):
        made.take(one)
    return made.done()


class _Gathering:
    def __init__(self) -> None:
        self._title, self._sub = "", ""
        self._sections: list[Section] = []
        self._current: Asked | None = None
        self._loose: list[str] = []  # words that no question stands over
        self._rules: list[FoundRule] = []
        self._closes = ("", "", "")
        self._many, self._left, self._rules_left = 0, 0, 0

    def take(self, one: Sorted) -> None:
        is_rule = self._hear(one)
        match one.sort:
            case "title":
                self._title = one.words
            case "heading":
                self._open(one)
            case "table" if self._current is not None and self._current.takes_table:
                self._current.grid = one.piece if isinstance(one.piece, Grid) else None
            case "question" | "table":
                self._ask(one)
            case _ if self._current is not None:
                self._current.add(one)
            case _ if one.words and not is_rule:
                self._loose.append(one.words)

    def done(self) -> Gathered:
        passed = []
        if self._loose:
            many = len(self._loose)
            stand = "1 line stands" if many == 1 else f"{many} lines stand"
            passed.append(f"{stand} under no question: “{self._loose[0][:80]}”" + " …" * (many > 1))
        if self._left:
            passed.append(f"{self._left} questions after the first {MOST_QUESTIONS}")
        passed += [
            f"A rule that contradicts itself: “{rule.quote}”"
            for rule in self._rules
            if rule.check == UNCLEAR
        ]
        if self._rules_left:
            passed.append(f"{self._rules_left} rules after the first {_MOST_RULES}")
        rules = tuple(rule for rule in self._rules if rule.check != UNCLEAR)
        sections = tuple(section for section in self._sections if section.asked)
        return Gathered(self._title, sections, rules, self._closes, tuple(passed))

    def _open(self, one: Sorted) -> None:
        self._current = None
        words = re.sub(r"^#+\s*", "", one.words) or one.number
        is_sub = one.level > 1 and bool(self._sections)
        self._sub = words if is_sub else ""
        if not is_sub:
            self._sections.append(Section(words, []))

    def _ask(self, one: Sorted) -> None:
        self._current = Asked(one, self._sub)
        self._many += 1
        if self._many > MOST_QUESTIONS:
            self._left += 1
            return
        if not self._sections:
            self._sections.append(Section("", []))
        self._sections[-1].asked.append(self._current)

    def _hear(self, one: Sorted) -> bool:
        """Take the rules that a line states; they stand anywhere. Hands back whether it has any."""
        if not isinstance(one.piece, Line):
            return False
        words = tidy(one.piece.words)
        found, closes = list(rules_in(words)), closing_in(words)
        for rule in found:
            if rule not in self._rules and len(self._rules) < _MOST_RULES:
                self._rules.append(rule)
            elif rule not in self._rules:
                self._rules_left += 1
        if closes and not self._closes[0]:
            self._closes = closes
        return bool(found or closes)
