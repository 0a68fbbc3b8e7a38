"""A form's lines and tables, read: the questions that they ask, with kinds, limits, options,
conditions and guidance; the rules that they state; and what is doubtful."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bidwriter.doubts import Doubt, Met, Reading, Way
from bidwriter.fund_forms.found import (
    FoundForm,
    FoundOption,
    FoundPage,
    FoundQuestion,
    FoundSection,
    FoundTerm,
)
from bidwriter.fund_forms.words.columns import Shape, columns_of, shape_of
from bidwriter.fund_forms.words.gathering import Asked, gather
from bidwriter.fund_forms.words.kinds import KINDS, Guess, Words, guess, of_options, without_types
from bidwriter.fund_forms.words.line import Grid, Piece
from bidwriter.fund_forms.words.only_if import OnlyIf
from bidwriter.fund_forms.words.said import Said, said_of

_TOGETHER = 6  # short questions on one page
_FOLLOWING = 3  # questions after one that are looked at
_HINT = 160  # characters of a hint: more is guidance
_OF_COSTS = ("cost-cap", "cost-minimum", "cost-between", "contribution-share")
_SHORT = frozenset({
    "short-text", "yes-no", "date", "month", "money", "number", "council", "address", "contact",
    "choose-one", "choose-several", "file", "declarations",
})  # fmt: skip
_SOMETIMES = "Its words begin with a condition that could not be read. When is it asked?"
_NOT_FOUND = "It is asked only after an answer that could not be found. When is it asked?"
_ARE_COSTS = "Are these the costs that bidwriter adds up, or a table of its own?"


def read_words(
    pieces: Iterable[Piece], name: str, met: Met, *, left: Iterable[str] = ()
) -> FoundForm:
    """The form in these pieces, called `name` if it has no title of its own. `left` are sentences
    on what never came to be a piece."""
    found = _Reader(met).read(pieces, name)
    return found._replace(passed=(*found.passed, *left))


class _Reader:
    def __init__(self, met: Met) -> None:
        self._met = met
        self._found: dict[str, FoundQuestion] = {}  # by number, and by key
        self._before: FoundQuestion | None = None

    def read(self, pieces: Iterable[Piece], name: str) -> FoundForm:
        parts = gather(pieces)
        name = parts.title or name
        sections = tuple(
            FoundSection(heading or name, tuple(self._pages(asked)))
            for heading, asked in parts.sections
        )
        has_costs = any(found.kind == "cost-lines" for found in self._found.values())
        unused = [rule for rule in parts.rules if rule.check in _OF_COSTS and not has_costs]
        passed = dict.fromkeys(
            f"A rule on costs, as no table of costs was found: “{rule.quote}”" for rule in unused
        )
        rules = tuple(rule for rule in parts.rules if rule not in unused)
        return FoundForm(name, sections, rules, parts.closes, (*parts.passed, *passed))

    # --- pages -----------------------------------------------------------------------------------

    def _pages(self, asked: list[Asked]) -> Iterator[FoundPage]:
        """Short questions under one heading together; each longer one on a page of its own. What
        depends on the question before stands with it."""
        page: list[FoundQuestion] = []
        heading = ""
        for at, one in enumerate(asked):
            found = self._question(one, tuple(o.first.words for o in asked[at + 1 :][:_FOLLOWING]))
            if page and not (
                len(page) < _TOGETHER and _is_with(found, page, same=one.heading == heading)
            ):
                yield _page(page, heading)
                page = []
            page.append(found)
            heading = one.heading
        if page:
            yield _page(page, heading)

    # --- questions -------------------------------------------------------------------------------

    def _question(self, one: Asked, following: tuple[str, ...]) -> FoundQuestion:
        said = said_of(one)
        key = one.place
        terms = self._terms(said.on, key)
        if one.grid is not None:
            found = self._table(one.grid, key, said.words or one.heading)
        else:
            words = said.words.removesuffix("£").strip() and said.words
            found = self._of_words(one, said, words or one.heading or one.quote, following)
        found = found._replace(
            number=one.first.number,
            optional=self._is_optional(said, key, found.wording),
            asked_when=terms,
            weight=said.weight,
            stands=one.first.piece.place,
            quote=one.quote if one.quote != found.wording else "",
        )
        found = _with_guidance(found, said.guidance)
        for name in (found.number.lower(), key):
            self._found.setdefault(name, found)
        self._before = found
        return found

    def _of_words(
        self, one: Asked, said: Said, words: str, following: tuple[str, ...]
    ) -> FoundQuestion:
        options = tuple(dict.fromkeys(option for option in one.options if option))
        if options:
            guessed = of_options(words, options, chosen=said.chosen, sort=one.box)
        else:
            below = said.guidance[0] if said.guidance else ""
            guessed = guess(Words(words, below, said.limit, following), sort=one.box)
        kind = self._settled(guessed, one.place, words)
        more = dict(guessed.more) if kind == guessed.kind else {}
        if said.limit and kind in ("short-text", "rich-text"):
            more["limit"] = dict(said.limit)
        listed = tuple(FoundOption(one, one, alone=_stands_alone(one, kind)) for one in options)
        wording = words.removesuffix("£").strip(" :") or words
        if kind == "file":
            wording = without_types(wording)
        return FoundQuestion(
            key=one.place,
            wording=wording,
            kind=kind,
            place=one.place,
            options=listed if kind in ("choose-one", "choose-several") else (),
            statements=(options or (wording,)) if kind == "declarations" else (),
            more=more,
        )

    def _settled(self, guessed: Guess, key: str, words: str) -> str:
        """The kind, asked about where it is not sure."""
        if not guessed.others:
            said = self._met.said(f"kind:{key}")
            return said.typed if said is not None and said.typed in KINDS else guessed.kind
        kinds = dict.fromkeys((guessed.kind, *guessed.others))
        readings = tuple(Reading(KINDS[kind], Way("kind", kind)) for kind in kinds)
        return self._met.way(Doubt(f"kind:{key}", f"“{words}”", "", guessed.why, readings)).typed

    def _is_optional(self, said: Said, key: str, words: str) -> bool:
        if said.optional != "perhaps":
            return said.optional == "yes"
        readings = (Reading("Yes", Way("optional")), Reading("No", Way("needed")))
        doubt = Doubt(f"optional:{key}", f"“{words}”", "", "May it be left empty?", readings)
        return self._met.way(doubt).kind == "optional"

    # --- tables ----------------------------------------------------------------------------------

    def _table(self, grid: Grid, key: str, words: str) -> FoundQuestion:
        shape = shape_of(grid)
        words = words or ("Costs" if shape.is_costs else "Table")
        kind = "table"
        if shape.is_costs and not grid.labels:
            guessed = Guess("cost-lines", others=("table",), why=_ARE_COSTS)
            kind = self._settled(guessed, key, words)
        made = FoundQuestion(key, words, kind, grid.place)
        if kind == "cost-lines":
            return made._replace(more=self._of_costs(shape, key, words))
        return made._replace(columns=columns_of(grid), rows=tuple(dict.fromkeys(grid.labels)))

    def _of_costs(self, shape: Shape, key: str, words: str) -> dict[str, Any]:
        """What a pack says of such costs: by year, and who may give what the fund does not."""
        more: dict[str, Any] = {"by-year": True} if shape.years else {}
        if not shape.match:
            return more
        readings = (
            Reading("In cash or in kind", Way("both")),
            Reading("In cash only", Way("cash")),
            Reading("In kind only", Way("in-kind")),
        )
        why = f"Is “{shape.match}” in cash, or in kind too?"
        way = self._met.way(Doubt(f"match:{key}", f"“{words}”", shape.match, why, readings)).kind
        return more if way == "both" else more | {"payers": ["fund", way]}

    # --- conditions ------------------------------------------------------------------------------

    def _terms(self, on: OnlyIf, key: str) -> tuple[FoundTerm, ...]:
        if on.answer:
            decider = self._found.get(on.number.lower()) if on.number else self._decider(on.answer)
            answer = None if decider is None else _answer_of(decider, on.answer)
            if decider is not None and answer is not None:
                return (FoundTerm(decider.key, (answer,)),)
        if on.answer or on.is_unclear:
            why = _NOT_FOUND if on.answer else _SOMETIMES
            readings = (Reading("Ask it always", Way("always")),)
            words = f"If {on.answer}" if on.answer else ""
            self._met.way(Doubt(f"asked-when:{key}", f"“{on.words}”", words, why, readings))
        return ()

    def _decider(self, answer: str) -> FoundQuestion | None:
        """The question before, or the one that it depends on itself: "If yes, …", "If yes, …"."""
        before = self._before
        while before is not None and _answer_of(before, answer) is None and before.asked_when:
            before = self._found.get(before.asked_when[0].question)
        return before


def _is_with(found: FoundQuestion, page: list[FoundQuestion], *, same: bool) -> bool:
    """Whether a question stands on the page of those before it; `same`: under the same heading."""
    keys = {question.key for question in page}
    if any(term.question in keys for term in found.asked_when):
        return True
    return same and found.kind in _SHORT and page[-1].kind in _SHORT


def _page(questions: list[FoundQuestion], heading: str) -> FoundPage:
    title = heading if heading and len(questions) > 1 else questions[0].wording
    return FoundPage(title, tuple(questions))


def _with_guidance(found: FoundQuestion, lines: tuple[str, ...]) -> FoundQuestion:
    """A short first line is its hint; the rest is guidance."""
    if lines and len(lines[0]) <= _HINT:
        return found._replace(hint=lines[0], text="\n\n".join(lines[1:]))
    return found._replace(text="\n\n".join(lines))


def _answer_of(question: FoundQuestion, answer: str) -> str | None:
    """The key of an answer that a question offers, by its words."""
    if question.kind == "yes-no":
        return answer if answer in ("yes", "no") else None
    labels = {option.label.lower(): option.key for option in question.options}
    begun = (key for label, key in labels.items() if re.match(rf"{re.escape(answer)}\b", label))
    return labels.get(answer) or next(begun, None)


def _stands_alone(option: str, kind: str) -> bool:
    found = re.match(r"none(?: of (?:these|the above))?\W*$", option, re.IGNORECASE)
    return kind == "choose-several" and bool(found)
