"""A list of questions, a row each, under headings by any near name and in any order."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.doubts import Doubt, Met, Reading, Way
from bidwriter.fund_forms.found import (
    FoundForm,
    FoundOption,
    FoundPage,
    FoundQuestion,
    FoundSection,
    FoundTerm,
)
from bidwriter.fund_forms.tables.headed import (
    Headed,
    Names,
    Row,
    headed,
    near,
    place_of,
    rows_under,
)
from bidwriter.fund_forms.words.gathering import MOST_QUESTIONS
from bidwriter.fund_forms.words.kinds import KINDS, Guess, Words, guess, of_options
from bidwriter.fund_forms.words.limits import limit_in, optional_in, weight_in
from bidwriter.fund_forms.words.only_if import only_if
from bidwriter.kinds.frozen import one_line

NAMES: Names = near(
    question="question, questions, wording, question text, prompt, field, question wording, "
    "criteria, item, label, question title, text",
    number="no, number, ref, reference, id, #, question number, q, question no, q no, question "
    "ref, question id",
    section="section, part, theme, group, category, section title, heading",
    kind="type, kind, answer type, response type, field type, question type, format, answer "
    "format, input type",
    limit="limit, word limit, max words, maximum words, word count, words, length, max length, "
    "maximum length, word limit max, max word count",
    characters="character limit, max characters, maximum characters, characters",
    options="options, choices, answers, values, answer options, list, drop down, dropdown, "
    "possible answers, response options",
    needed="mandatory, required, needed, compulsory, mandatory?, required?, must answer",
    optional="optional, optional?",
    hint="hint, help, help text, guidance, notes, note, description, further guidance, "
    "guidance notes, explanation",
    weight="weight, weighting, score, marks, %, weighting %, max score, points, weight %",
    condition="condition, asked when, only if, depends on, shown if, logic, routing, show if, "
    "conditional on, dependency",
)  # fmt: skip
# What forms call the kinds; the first that stands in the cell counts.
_KINDS = (
    (r"file|upload|attach|document", "file"),
    (r"e-?mail", "email"),
    (r"phone", "phone"),
    (r"url|web", "web"),
    (r"yes ?(/|or) ?no|y/n|boolean|true.?false", "yes-no"),
    (r"multi(ple)?[ -]?(select|choice|answer)|check ?box|tick|several", "choose-several"),
    (r"select (all|many|several|multiple)", "choose-several"),
    (
        r"single[ -]?(select|choice|answer)|radio|drop ?-?down|choice|select|list|option",
        "choose-one",
    ),
    (r"month", "month"),
    (r"date|day", "date"),
    (r"money|currency|£|gbp|pounds|sum|cost", "money"),
    (r"number|integer|numeric|decimal|whole|percent|figure|count", "number"),
    (r"address|postcode", "address"),
    (r"contact", "contact"),
    (r"table|grid|matrix|repeat", "table"),
    (r"declaration|statement|agree|confirm|consent|sign", "declarations"),
    (r"council|authority", "council"),
    (r"partner", "partners"),
    (r"budget", "cost-lines"),
    (r"long|paragraph|multi[ -]?line|essay|narrative|prose|rich", "rich-text"),
    (r"text ?area|free ?text|open", "rich-text"),
    (r"short|single|line|text|string|name", "short-text"),
)
_FORMATS = ("email", "phone", "web")
_YES = ("yes", "y", "true", "1", "mandatory", "required", "x", "✓", "✔")
_EQUALS = re.compile(
    r"(?P<number>\S+)\s*(?:==?|is|:)\s*[‘'“\"]?(?P<answer>[^’'”\"]+)[’'”\"]?$", re.IGNORECASE
)


def list_in(sheets: Iterable[Sheet]) -> tuple[Sheet, Headed] | None:
    """The first sheet that is a list of questions: a column of them and another that says
    something of each."""
    for sheet in sheets:
        head = headed(sheet, NAMES, ("question",))
        if head is not None and len(head.columns) > 1 and any(rows_under(sheet, head)):
            return sheet, head
    return None


def read_list(sheet: Sheet, head: Headed, name: str, met: Met) -> FoundForm:
    """The questions of a sheet."""
    return _ListReader(sheet, head, met).read(name)


class _ListReader:
    def __init__(self, sheet: Sheet, head: Headed, met: Met) -> None:
        self._sheet, self._head, self._met = sheet, head, met
        self._found: dict[str, FoundQuestion] = {}
        self._before: FoundQuestion | None = None
        self._passed = [f"Column “{words}” of sheet “{sheet.name}”" for words in head.strange]

    def read(self, name: str) -> FoundForm:
        sections: dict[str, list[FoundPage]] = {}
        section = name
        for row in rows_under(self._sheet, self._head):
            section = one_line(row.get("section")) or section
            words = one_line(row.get("question"))
            if not words:
                self._passed.append(f"Row {row.number} of sheet “{self._sheet.name}” asks nothing")
            elif len(self._found) >= MOST_QUESTIONS:
                self._passed.append(
                    f"Row {row.number} and what follows: a round has {MOST_QUESTIONS} questions"
                )
                break
            else:
                question = self._question(row, words)
                sections.setdefault(section, []).append(FoundPage(question.wording, (question,)))
        made = tuple(FoundSection(title, tuple(pages)) for title, pages in sections.items())
        return FoundForm(name, made, passed=tuple(self._passed))

    def _question(self, row: Row, words: str) -> FoundQuestion:
        place = place_of(self._sheet, row.number, self._head.columns["question"])
        wording, limit = limit_in(words)
        wording, optional = optional_in(wording)
        limit = _limit(row) or limit or {}
        on = only_if(wording)
        options = tuple(dict.fromkeys(_options(row.get("options"))))
        kind, more = self._kind(row, Words(on.words, limit=limit), options, place)
        if limit and kind in ("short-text", "rich-text"):
            more["limit"] = dict(limit)
        hint = row.get("hint")
        is_line = "\n" not in hint and len(hint) <= _HINT
        question = FoundQuestion(
            key=place,
            wording=on.words,
            kind=kind,
            place=place,
            number=one_line(row.get("number")),
            hint=one_line(hint) if is_line else "",
            text="" if is_line else re.sub(r"\s*\n\s*", "\n\n", hint),
            optional=self._is_optional(row, optional),
            options=tuple(FoundOption(one, one) for one in options) if kind in _CHOSEN else (),
            statements=(options or (on.words,)) if kind == "declarations" else (),
            asked_when=self._terms(row, on.answer, on.number, place),
            weight=weight_in(f"weight {row.get('weight').removesuffix('.0')}").value,
            more=more,
            quote=words if words != on.words else "",
        )
        self._found.setdefault(question.number.lower() or place, question)
        self._before = question
        return question

    def _kind(
        self, row: Row, words: Words, options: tuple[str, ...], place: str
    ) -> tuple[str, dict[str, Any]]:
        typed = row.get("kind").casefold()
        found = (
            next((kind for pattern, kind in _KINDS if re.search(pattern, typed)), "")
            if typed
            else ""
        )
        if found in _FORMATS:
            return "short-text", {"format": found}
        if found in _CHOSEN and not options:
            self._passed.append(
                f"{place}: “{row.get('kind')}” lists nothing to choose, so it is one line"
            )
            return "short-text", {}
        if found == "table":
            self._passed.append(
                f"{place}: a table, whose columns the list does not say, so it is prose"
            )
            found = "rich-text"
        if found:
            return found, {}
        guessed = of_options(words.words, options, chosen="", sort="") if options else guess(words)
        if typed:
            others = tuple(
                kind for kind in KINDS if kind not in ("table", "register", guessed.kind)
            )
            why = f"“{row.get('kind')}” is not known as a type. How is it answered?"
            guessed = Guess(guessed.kind, guessed.more, others, why)
        if not guessed.others:
            return guessed.kind, dict(guessed.more)
        readings = tuple(
            Reading(KINDS[kind], Way("kind", kind))
            for kind in dict.fromkeys((guessed.kind, *guessed.others))
            if options or kind not in _CHOSEN
        )
        doubt = Doubt(f"kind:{place}", f"“{words.words}”", row.get("kind"), guessed.why, readings)
        kind = self._met.way(doubt).typed
        return kind, dict(guessed.more) if kind == guessed.kind else {}

    def _is_optional(self, row: Row, said: str) -> bool:
        needed, optional = row.get("needed").casefold(), row.get("optional").casefold()
        if needed or "needed" in self._head.columns:
            return needed not in _YES
        if optional or "optional" in self._head.columns:
            return optional in _YES
        return said in ("yes", "perhaps")

    def _terms(self, row: Row, answer: str, number: str, place: str) -> tuple[FoundTerm, ...]:
        typed = one_line(row.get("condition"))
        if typed.casefold() in ("", "none", "n/a", "always", "-"):
            typed = ""
        if typed and (
            found := _EQUALS.match(re.sub(r"^(?:only )?if\s+", "", typed, flags=re.IGNORECASE))
        ):
            number, answer = found["number"], found["answer"]
        elif typed:
            on = only_if(f"{typed.rstrip('.')}, asked")
            number, answer = on.number, on.answer
        if not (typed or answer):
            return ()
        decider = self._found.get(number.lower()) if number else self._before
        key = _answer(decider, answer.strip().casefold()) if decider and answer else None
        if decider is not None and key is not None:
            return (FoundTerm(decider.key, (key,)),)
        why = "When it is asked could not be read"
        readings = (Reading("Ask it always", Way("always")),)
        self._met.way(Doubt(f"asked-when:{place}", place, typed or f"If {answer}", why, readings))
        return ()


_CHOSEN = ("choose-one", "choose-several")
_HINT = 160  # characters


def _limit(row: Row) -> dict[str, int]:
    """The limit in a cell: "250", "250 words", "2,000 characters"."""
    for name, unit in (("limit", "words"), ("characters", "characters")):
        typed = row.get(name).casefold()
        if found := re.match(r"(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.0+)?(?!\d)", typed):
            many = int(found[1].replace(",", ""))
            return {"characters" if "char" in typed else unit: many} if many else {}
        if typed and (limit := limit_in(typed).value):
            return dict(limit)
    return {}


def _options(cell: str) -> Iterator[str]:
    """Options an entry a line, or with semicolons, bars or commas between them."""
    for mark in (
        "\n",
        ";",
        "|",
        "/" if re.fullmatch(r"yes\s*/\s*no", cell, re.IGNORECASE) else ",",
    ):
        if mark in cell:
            break
    for part in cell.split(mark):
        if words := re.sub(r"^\s*(?:[-–•*]|\(?[a-z0-9]{1,2}[.)])\s+", "", one_line(part)):
            yield words


def _answer(question: FoundQuestion, words: str) -> str | None:
    if question.kind == "yes-no":
        return words if words in ("yes", "no") else None
    return next((o.key for o in question.options if o.label.casefold() == words), None)
