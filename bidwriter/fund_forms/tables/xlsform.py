"""An XLSForm (a workbook with the sheets survey and choices): text, select, numbers, dates, notes,
groups, repeats and simple conditions. What else it has is named."""

import re
from collections.abc import Mapping
from typing import Any

from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.doubts import Doubt, Met, Reading, Way
from bidwriter.fund_forms.cases import Cases, TangledError
from bidwriter.fund_forms.comparing import Comparing, Expression, UnclearError
from bidwriter.fund_forms.found import (
    FoundColumn,
    FoundForm,
    FoundOption,
    FoundPage,
    FoundQuestion,
    FoundSection,
    unlike,
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
from bidwriter.kinds.frozen import one_line
from bidwriter.kinds.values.patterns import wrong_with

_SURVEY: Names = near(
    type="type",
    name="name",
    label="label, label::english, label::english en, label:english, label english",
    hint="hint, hint::english, hint::english en, hint:english, guidance hint",
    required="required",
    relevant="relevant, relevance",
    constraint="constraint",
    constraint_words="constraint message, constraint message::english, constraint message english",
    appearance="appearance",
)
_CHOICES: Names = near(
    list="list name, list_name, listname",
    name="name, value",
    label="label, label::english, label::english en, label:english, label english",
)
_KINDS = {
    "text": "short-text", "string": "short-text", "integer": "number", "int": "number",
    "decimal": "number", "range": "number", "date": "date", "today": "", "file": "file",
    "image": "file", "photo": "file", "audio": "file", "video": "file",
    "acknowledge": "declarations", "trigger": "declarations",
}  # fmt: skip
_COLUMNS = {"rich-text": "long-text", "file": "short-text", "declarations": "yes-no"}
_OF_ITSELF = frozenset({
    "start", "end", "today", "deviceid", "phonenumber", "username", "email", "audit", "calculate",
    "hidden", "simserial", "subscriberid", "start-geopoint",
})  # fmt: skip
_SELECT = re.compile(
    r"(?P<kind>select_one|select_multiple|select one|select multiple|rank)\s+(?P<list>\S+)"
    r"(?P<other>\s+or_other)?"
)
_BEGIN, _END = re.compile(r"begin[ _](group|repeat)"), re.compile(r"end[ _](group|repeat)")
_BOUNDS = re.compile(r"\.\s*(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)")
_LONGEST = re.compile(r"string-length\(\s*\.\s*\)\s*<(=?)\s*(\d+)")
_REGEX = re.compile(r"regex\(\s*\.\s*,\s*(['\"])(?P<pattern>.*?)\1\s*\)")


def xlsform_in(sheets: tuple[Sheet, ...]) -> tuple[Sheet, Headed] | None:
    """The survey sheet of an XLSForm; None where there is none."""
    for sheet in sheets:
        if sheet.name.strip().lower() == "survey":
            head = headed(sheet, _SURVEY, ("type", "name"))
            return None if head is None else (sheet, head)
    return None


def read_xlsform(
    sheets: tuple[Sheet, ...], survey: Sheet, head: Headed, name: str, met: Met
) -> FoundForm:
    """The form of these sheets."""
    return _XlsForm(sheets, survey, head, met).read(name)


class _XlsForm:
    def __init__(self, sheets: tuple[Sheet, ...], survey: Sheet, head: Headed, met: Met) -> None:
        self._survey, self._head, self._met = survey, head, met
        self._choices = _choices(sheets)
        self._found: dict[str, FoundQuestion] = {}
        self._asked: dict[str, Cases] = {}
        self._comparing = Comparing(self._found)
        self._passed = [f"Column “{words}” of sheet survey" for words in head.strange]
        self._relevant: list[str] = []  # of the groups around
        self._sections: list[tuple[str, list[FoundPage]]] = []
        self._notes: list[str] = []
        self._repeat: list[FoundColumn] | None = None
        self._repeat_row: Row | None = None

    def read(self, name: str) -> FoundForm:
        depth = 0
        for row in rows_under(self._survey, self._head):
            kind = row.get("type").lower()
            if found := _BEGIN.match(kind):
                depth += 1
                self._begin(row, found[1], depth)
            elif found := _END.match(kind):
                depth = max(0, depth - 1)
                self._end(found[1])
            elif kind == "note":
                self._notes.append(one_line(row.get("label")))
            elif kind in _OF_ITSELF:
                self._passed.append(f"{self._place(row)}: “{kind}” asks nobody anything")
            elif kind:
                self._ask(row, kind, name)
        sections = tuple(
            FoundSection(title, tuple(pages)) for title, pages in self._sections if pages
        )
        return FoundForm(name, sections, passed=tuple(self._passed))

    # --- groups and repeats ----------------------------------------------------------------------

    def _begin(self, row: Row, what: str, depth: int) -> None:
        self._relevant.append(row.get("relevant"))
        if what == "repeat" and self._repeat is None:
            self._repeat, self._repeat_row = [], row
        elif depth == 1 and what == "group":
            self._sections.append((one_line(row.get("label")) or row.get("name"), []))

    def _end(self, what: str) -> None:
        if self._relevant:
            self._relevant.pop()
        if what != "repeat" or self._repeat is None or self._repeat_row is None:
            return
        row, columns = self._repeat_row, tuple(self._repeat)
        self._repeat = self._repeat_row = None
        if columns:
            label = one_line(row.get("label")) or row.get("name")
            table = FoundQuestion(
                row.get("name"), label, "table", self._place(row), columns=columns
            )
            self._add(table, row, label)

    # --- questions -------------------------------------------------------------------------------

    def _ask(self, row: Row, typed: str, name: str) -> None:
        kind, options, more = self._kind(row, typed)
        if not kind:
            return
        label = one_line(row.get("label")) or row.get("name")
        if self._repeat is not None:
            if row.get("relevant"):
                self._passed.append(f"{self._place(row)}: a condition within a row of a table")
            self._repeat.append(
                _column(label, kind, options, more, self._repeat, needed=_is_yes(row))
            )
            return
        question = FoundQuestion(
            key=_key(row.get("name")), wording=label, kind=kind, place=self._place(row),
            hint=one_line(row.get("hint")), optional=not _is_yes(row), options=options,
            statements=(label,) if kind == "declarations" else (), more=more,
        )  # fmt: skip
        self._add(question, row, name)

    def _add(self, question: FoundQuestion, row: Row, name: str) -> None:
        terms = self._terms(question, row)
        if self._notes:
            question = question._replace(text="\n\n".join(self._notes))
            self._notes = []
        question = question._replace(asked_when=terms)
        if not self._sections:
            self._sections.append((name, []))
        self._sections[-1][1].append(FoundPage(question.wording, (question,)))
        self._found[question.key] = question

    def _kind(self, row: Row, typed: str) -> tuple[str, tuple[FoundOption, ...], dict[str, Any]]:
        more = self._rules(row)
        if found := _SELECT.match(typed):
            options = self._choices.get(found["list"].lower(), ())
            if not options:
                self._passed.append(
                    f"{self._place(row)}: there is no list “{found['list']}”, so it is one line"
                )
                return "short-text", (), {}
            keys = {option.key.lower() for option in options}
            is_one = "one" in found["kind"]
            if is_one and keys in ({"yes", "no"}, {"y", "n"}, {"1", "0"}, {"true", "false"}):
                return "yes-no", (), {}
            other = {"other": True} if found["other"] else {}
            return "choose-one" if is_one else "choose-several", options, other
        kind = _KINDS.get(typed.split(maxsplit=1)[0])
        if kind is None:
            words, place = one_line(row.get("label")), self._place(row)
            readings = tuple(Reading(said, Way("kind", one)) for one, said in _ANY_KIND)
            doubt = Doubt(
                f"kind:{place}",
                f"“{words}”",
                typed,
                "This type is not known. How is it answered?",
                readings,
            )
            kind = self._met.way(doubt).typed
        if kind == "short-text" and "multiline" in row.get("appearance"):
            kind = "rich-text"
        if kind == "number" and typed.startswith("int"):
            more["whole"] = True
        allowed = {
            "number": ("min", "max", "whole"),
            "short-text": ("limit", "pattern", "pattern-words"),
            "rich-text": ("limit",),
        }
        return kind, (), {key: value for key, value in more.items() if key in allowed.get(kind, ())}

    def _rules(self, row: Row) -> dict[str, Any]:
        """The bounds, the longest line and the pattern of a constraint."""
        words = row.get("constraint")
        more: dict[str, Any] = {}
        left = words
        for sign, figure in _BOUNDS.findall(words):
            more["min" if sign[0] == ">" else "max"] = figure
            if len(sign) == 1:
                self._passed.append(
                    f"{self._place(row)}: {sign} {figure} is taken as {sign}= {figure}"
                )
        left = _BOUNDS.sub("", left)
        if found := _LONGEST.search(words):
            more["limit"] = {"characters": max(1, int(found[2]) - (not found[1]))}
            left = _LONGEST.sub("", left)
        if found := _REGEX.search(words):
            pattern = found["pattern"].removeprefix("^").removesuffix("$")
            left = _REGEX.sub("", left)
            if wrong := wrong_with(pattern):
                self._passed.append(
                    f"{self._place(row)}: its pattern cannot be checked here. {wrong}"
                )
            else:
                said = one_line(row.get("constraint-words"))
                more |= {
                    "pattern": pattern,
                    "pattern-words": said or "Write it in the form that is asked for",
                }
        if re.sub(r"\b(and|or)\b|[\s()]", "", left):
            self._passed.append(f"{self._place(row)}: the rule “{words[:80]}” is not checked")
        return more

    # --- conditions ------------------------------------------------------------------------------

    def _terms(self, question: FoundQuestion, row: Row) -> tuple[Any, ...]:
        """When it is asked: its own condition and those of the groups around it."""
        around = (
            [*self._relevant, row.get("relevant")]
            if row is not self._repeat_row
            else self._relevant
        )
        words = " and ".join(f"({_as_python(one)})" for one in around if one)
        if not words:
            return ()
        why = ""
        try:
            cases = Expression(self._comparing, _no_name, _key).cases(words)
            terms = self._comparing.terms(cases, self._asked)
            self._asked[question.key] = cases
            if terms is not None:
                return terms
            why = "one answer or another decides it, and a round can only say “and”"
        except UnclearError as error:
            why = str(error)
        except TangledError:
            why = "there are too many cases"
        doubt = Doubt(
            f"asked-when:{question.place}", f"“{question.wording}”", row.get("relevant"),
            f"When it is asked cannot be said exactly: {why}",
            (Reading("Ask it always", Way("always")),),
        )  # fmt: skip
        self._met.way(doubt)
        return ()

    def _place(self, row: Row) -> str:
        return place_of(self._survey, row.number, self._head.columns["name"])


_ANY_KIND = (
    ("short-text", "One line"), ("rich-text", "Prose"), ("yes-no", "Yes or no"), ("date", "A day"),
    ("number", "A number"), ("money", "A sum in pounds"), ("file", "A file"),
)  # fmt: skip


def _choices(sheets: tuple[Sheet, ...]) -> Mapping[str, tuple[FoundOption, ...]]:
    """The lists to choose from, by name."""
    found: dict[str, dict[str, FoundOption]] = {}
    for sheet in sheets:
        head = (
            headed(sheet, _CHOICES, ("list", "name"))
            if sheet.name.strip().lower() == "choices"
            else None
        )
        for row in rows_under(sheet, head) if head else ():
            key, label = row.get("name"), one_line(row.get("label"))
            if key and row.get("list"):
                alone = key.lower() == "none" or label.lower().startswith("none of")
                found.setdefault(row.get("list").lower(), {}).setdefault(
                    key, FoundOption(key, label or key, alone=alone)
                )
    return {name: tuple(options.values()) for name, options in found.items()}


def _column(
    label: str, kind: str, options: tuple[FoundOption, ...], more: Mapping[str, Any],
    taken: list[FoundColumn], *, needed: bool,
) -> FoundColumn:  # fmt: skip
    label = unlike(label, {one.label for one in taken})
    kept = {key: value for key, value in more.items() if key in ("min", "max", "limit")}
    made = kept | ({} if needed else {"optional": True})
    return FoundColumn(label, _COLUMNS.get(kind, kind), options, made)


def _is_yes(row: Row) -> bool:
    return row.get("required").lower() in ("yes", "true", "true()", "1", "y")


def _as_python(words: str) -> str:
    """An XLSForm expression in the signs that `Expression` reads."""
    words = re.sub(r"\$\{\s*([A-Za-z_][\w.-]*)\s*\}", lambda found: _key(found[1]), words)
    words = re.sub(r"(?<![<>!=])=(?!=)", "==", words.replace("‘", "'").replace("’", "'"))
    return words.replace("true()", "true").replace("false()", "false")


def _no_name(name: str) -> Cases:
    raise UnclearError(f"“{name[:60]}” is not compared with anything")


def _key(name: str) -> str:
    return name.replace("-", "_")
