"""What each line of a form is: a heading, a question, an option, or words about what is asked."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from bidwriter.fund_forms.words.kinds import asks_to_agree, is_statement
from bidwriter.fund_forms.words.limits import chosen_in, limit_in, optional_in, weight_in
from bidwriter.fund_forms.words.line import (
    BOXES,
    Line,
    Piece,
    is_lettered,
    numbered,
    ticks_in,
    tidy,
    without_bullet,
)
from bidwriter.fund_forms.words.only_if import only_if
from bidwriter.fund_forms.words.patterns import begins, either

Sort = Literal["title", "heading", "question", "option", "words", "table"]
_SECTION = re.compile(
    r"#+\s|(?:section|part|stage|annex|appendix|schedule|chapter|step)\s+"
    r"(?:\d{1,2}|[A-Z]|one|two|three|four|five|six)\b",
    re.IGNORECASE,
)
_TITLE = either("application", "form", "fund", "grants?", "programme", "prospectus", "round",
                "expression of interest", "questionnaire")  # fmt: skip
_ASKS = begins(
    "describe", "explain", "tell us", "outline", "set out", r"summari[sz]e", "provide", "give",
    "list", "state", "upload", "attach", "enclose", "name", "select", "choose", "confirm",
    "identify", "demonstrate", "detail", "enter", "specify", "indicate", "complete", "justify",
    "show", "estimate", "how", "what", "which", "who", "when", "where", "why", "is", "are", "do",
    "does", "did", "have", "has", "will", "would", "can", "could", "should",
)  # fmt: skip
_TELLS = begins(
    "notes?", "guidance", "hint", "for example", r"e\.g\.", "tip", "important", "see", "refer",
    "you (?:can|may|must|should|will|do not|need|are|could|might)",
    "we (?:will|score|expect|are|need|want|use|may|do|would|recommend)",
    "this (?:section|question|form|should|includes|is|answer|will|fund)",
    "your (?:answer|response)", "include", "it (?:is|should|must)", "all ", "only ", "do not",
    "(?:applicants?|answers?|bids?|projects?|assessors?|the panel) "
    "(?:must|should|will|may|can|are|need)",
    "the (?:fund|grant|maximum|deadline)", r"max(?:imum)?\b", "word (?:limit|count)", "up to",
    "no more than", "score[ds]?", "weight(?:ing|ed)?", "marks",
    "if you (?:need|have any questions|are unsure|do not)",
    "note", "refer", "read", "ensure", "make sure", "use", "do not", "answer", "remember",
    "complete (?:this|all|the form)",
)  # fmt: skip
_ASKS_PROSE = begins(
    "describe", "explain", "tell us", "outline", "set out", r"summari[sz]e", "how", "why",
    "provide", "demonstrate", "justify", "detail", "give",
)  # fmt: skip
_LONGEST_HEADING, _LONGEST_ASKED, _LEAST_CAPITALS = 90, 12, 3  # characters; words; letters


class Sorted(NamedTuple):
    """A piece with what it is, its number, its words without number and bullet, and the options
    that stand in the line."""

    piece: Piece
    sort: Sort
    number: str = ""
    words: str = ""
    ticks: tuple[str, ...] = ()

    @property
    def level(self) -> int:
        """Of a heading, from 1; 0 where the form says none."""
        return self.piece.level if isinstance(self.piece, Line) else 0


def is_section(words: str) -> bool:
    """Whether words name a section: "Section B: Your project"."""
    return bool(_SECTION.match(words))


def sort_pieces(pieces: Iterable[Piece]) -> tuple[Sorted, ...]:
    """Each piece with what it is, by its own marks and by what stands before it."""
    return tuple(_Sorting(list(_parted(pieces))).all())


def _parted(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces that say something; a line that goes on with "If yes, …" as two."""
    for piece in pieces:
        if not isinstance(piece, Line):
            yield piece
        elif tidy(piece.words) or piece.sort or piece.choices:
            after = ticks_in(tidy(piece.words))[2]
            if after and only_if(after).answer:
                words = tidy(piece.words)
                yield piece._replace(words=words[: words.rindex(after)])
                yield Line(after, f"{piece.place}/2")
            else:
                yield piece


class _Sorting:
    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._lines = [piece for piece in pieces if isinstance(piece, Line)]
        self._has_levels = any(line.level for line in self._lines)
        self._numbers = _numbers_questions(self._lines)
        self._before: Sorted | None = None
        self._asked: Sorted | None = None  # the question that is open
        self._takes_options = False

    def all(self) -> Iterator[Sorted]:
        for at, piece in enumerate(self._pieces):
            if isinstance(piece, Line):
                following = self._pieces[at + 1] if at + 1 < len(self._pieces) else None
                self._before = self._sorted(piece, following, is_first=at == 0)
            else:
                self._before = Sorted(piece, "table")
            self._follow(self._before)
            yield self._before

    def _follow(self, made: Sorted) -> None:
        """Keep in mind which question is open, and whether items below it are its options."""
        if made.sort in ("heading", "title", "table"):
            self._asked = None
        elif made.sort == "question":
            self._asked = made
            prose = _ASKS_PROSE.match(only_if(made.words).words) or limit_in(made.words).value
            self._takes_options = not prose or bool(chosen_in(made.words).value)
        elif made.sort == "words" and chosen_in(made.words).value:
            self._takes_options = True

    def _sorted(self, line: Line, following: Piece | None, *, is_first: bool) -> Sorted:
        bare, is_bullet = without_bullet(tidy(line.words))
        is_item = is_bullet or line.is_item
        number, words = ("", bare) if is_bullet else numbered(bare)
        number = line.label.strip("().:[] ") or number
        words, ticks, after = ticks_in(words)
        words = f"{words} {after}".strip() if after else words
        made = Sorted(line, "words", number, words, ticks or line.ticks)
        return made._replace(sort=self._sort(made, following, is_item=is_item, is_first=is_first))

    def _sort(
        self, made: Sorted, following: Piece | None, *, is_item: bool, is_first: bool
    ) -> Sort:
        line, words = made.piece, made.words
        assert isinstance(line, Line)
        if line.level and _is_heading(line, words, following):
            return "title" if is_first and line.level == 1 and not is_section(words) else "heading"
        if is_first and not made.number and _is_title(words):
            return "title"
        if (line.sort or line.choices or made.ticks) and not (
            self._asked and _is_box(made, is_item=is_item)
        ):
            return "question"
        if self._asked and (
            _is_box(made, is_item=is_item) or self._is_option(made, is_item=is_item)
        ):
            return "option" if made.ticks or words else "words"
        if not self._has_levels and self._is_section(made, following):
            return "heading"
        return "question" if self._is_question(made) else "words"

    def _is_option(self, made: Sorted, *, is_item: bool) -> bool:
        """Whether an item is one of the options of the question above, not of its guidance."""
        is_within = is_item or (is_lettered(made.number) and not _asks(made.words))
        return is_within and self._takes_options

    def _is_section(self, made: Sorted, following: Piece | None) -> bool:
        """A heading of a form that has none by its looks."""
        line, words = made.piece, made.words
        assert isinstance(line, Line)
        if words.endswith(("?", ".")) or len(words) > _LONGEST_HEADING or limit_in(words).value:
            return False
        letters = [char for char in words if char.isalpha()]
        if is_section(without_bullet(tidy(line.words))[0]):
            return True
        if len(letters) > _LEAST_CAPITALS and all(char.isupper() for char in letters):
            return True
        # "1. About you" over "1.1 …".
        if not made.number or not isinstance(following, Line) or _ASKS.match(words):
            return False
        below = (
            following.label.strip("(). ") or numbered(without_bullet(tidy(following.words))[0])[0]
        )
        return below != made.number and below.startswith((f"{made.number}.", f"{made.number}1"))

    def _is_question(self, made: Sorted) -> bool:
        line, words = made.piece, made.words
        assert isinstance(line, Line)
        limit = limit_in(words)
        bare = weight_in(optional_in(limit.words).words).words
        if not bare.strip(" .:£?") or (
            chosen_in(bare).value and not chosen_in(bare).words.strip(" .")
        ):
            return False  # nothing but a limit or the like: it is of the question before
        if made.number and any(char.isdigit() for char in made.number):
            return True
        if only_if(words).answer:
            return True
        if self._instructs(line):
            return False
        if bare.endswith("?") or is_statement(bare):
            return True
        if _TELLS.match(words):
            return False
        if limit.value or _ASKS.match(bare):
            return not (bare.endswith(".") and self._numbers and self._follows(line))
        if self._numbers and self._follows(line):
            return False
        is_short = len(bare.split()) <= _LONGEST_ASKED and not bare.endswith((".", ";", ":"))
        return is_short or (asks_to_agree(bare) and bare.endswith(":"))

    def _follows(self, line: Line) -> bool:
        """Whether it stands directly below a question, or words of one."""
        before = self._before
        return before is not None and before.sort in ("question", "words") and not line.after_gap

    def _instructs(self, line: Line) -> bool:
        """Whether the question before is only a heading ("Q4) Strategic fit"), in a form that
        numbers its questions: what stands below it says what is asked."""
        before = self._before
        if before is None or before.sort != "question" or not (self._numbers and before.number):
            return False
        words = before.words
        return self._follows(line) and not (
            words.endswith("?") or before.ticks or limit_in(words).value or _ASKS.match(words)
        )


def _is_box(made: Sorted, *, is_item: bool) -> bool:
    """Whether a line is a box, or boxes, for the answer to what was asked above."""
    line = made.piece
    assert isinstance(line, Line)
    if made.words:
        return is_item and (line.sort == "tick" or _begins_with_box(line.words))
    return bool(line.sort or line.choices or made.ticks)


def _begins_with_box(words: str) -> bool:
    return words.lstrip()[:1] in BOXES


def _asks(words: str) -> bool:
    return words.endswith("?") or bool(limit_in(words).value) or bool(_ASKS.match(words))


def _is_title(words: str) -> bool:
    """Whether the first line is what the form is called."""
    is_plain = not (limit_in(words).value or words.endswith(("?", ".", ":")))
    return is_plain and not is_section(words) and bool(_TITLE.search(words))


def _is_heading(line: Line, words: str, following: Piece | None) -> bool:
    """A heading by its looks; but a question may be set as one, with its box below."""
    if chosen_in(words).words.endswith("?") or limit_in(words).value:
        return False
    has_box = isinstance(following, Line) and bool(following.sort) and not tidy(following.words)
    return not has_box or line.level == 1


def _numbers_questions(lines: list[Line]) -> bool:
    """Whether the form numbers its questions: no more lines ask without a number than have one."""
    with_number = without = 0
    for line in lines:
        words = tidy(line.words)
        if not line.level and any(char.isdigit() for char in line.label or numbered(words)[0]):
            with_number += 1
        elif not line.level and (words.endswith("?") or limit_in(words).value):
            without += 1
    return with_number > 1 and with_number >= without
