"""What was found in a fund's form, whichever way it came in: sections of pages of questions, the
rules that its words state, and what was passed over. Nothing here is a pack yet: ids are made when
it becomes one, and until then conditions name questions and options by the form's own `key`."""

from collections.abc import Container, Mapping
from itertools import chain, count
from typing import Any, NamedTuple

NOTHING: Mapping[str, Any] = {}


def unlike(label: str, taken: Container[str]) -> str:
    """A label that is not taken: "Cost", else "Cost 2", "Cost 3"."""
    names = chain((label,), (f"{label} {many}" for many in count(2)))
    return next(name for name in names if name not in taken)


class FoundTerm(NamedTuple):
    """One answer that something depends on: the question's key, and the keys of the options that
    it is one of (`is_`) or none of (`is_not`; "yes" and "no" for themselves), or the least that it
    is."""

    question: str
    is_: tuple[str, ...] = ()
    is_not: tuple[str, ...] = ()
    at_least: str = ""


class FoundOption(NamedTuple):
    """One thing to choose."""

    key: str
    label: str
    hint: str = ""
    alone: bool = False
    asked_when: tuple[FoundTerm, ...] = ()


class FoundColumn(NamedTuple):
    """A column of a table; `more` are further names that a pack gives to a column."""

    label: str
    kind: str
    options: tuple[FoundOption, ...] = ()
    more: Mapping[str, Any] = NOTHING


class FoundQuestion(NamedTuple):
    """A question. `kind` is one of a pack's; `more` are further names that a pack gives to such a
    question (limit, optional, min …) with their values; `place` is where it stands in the form, and
    `quote` the words that it was read from. `text` is the fund's guidance, as prose is written;
    `folded` are titles and texts of what of it opens."""

    key: str
    wording: str
    kind: str
    place: str = ""
    number: str = ""
    hint: str = ""
    text: str = ""
    folded: tuple[tuple[str, str], ...] = ()
    optional: bool = False
    options: tuple[FoundOption, ...] = ()
    columns: tuple[FoundColumn, ...] = ()
    rows: tuple[str, ...] = ()  # labels of the fixed rows of a grid
    statements: tuple[str, ...] = ()
    asked_when: tuple[FoundTerm, ...] = ()
    weight: int | None = None  # per cents or marks, as the form has it
    more: Mapping[str, Any] = NOTHING
    quote: str = ""
    stands: str = ""  # where its words stand, where it is answered at another place


class FoundPage(NamedTuple):
    """Questions that are asked together; `text` is what the fund says to those who answer."""

    title: str
    questions: tuple[FoundQuestion, ...]
    text: str = ""
    asked_when: tuple[FoundTerm, ...] = ()


class FoundSection(NamedTuple):
    """Pages under one heading."""

    title: str
    pages: tuple[FoundPage, ...]


class ShownLine(NamedTuple):
    """A line of the form as a person sees it; `place` is where it stands, `level` a heading's."""

    words: str
    place: str = ""
    level: int = 0


class FoundRule(NamedTuple):
    """A rule that the form's words state: a named check, its parameters, and the sentence."""

    check: str
    params: Mapping[str, Any]
    quote: str


class FoundForm(NamedTuple):
    """All that was found. `closes` is a day (ISO), a time of day or "" and the sentence; `passed`
    are sentences on what was passed over, each with its place."""

    name: str
    sections: tuple[FoundSection, ...]
    rules: tuple[FoundRule, ...] = ()
    closes: tuple[str, str, str] = ("", "", "")
    passed: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[FoundQuestion, ...]:
        """All questions in their order."""
        return tuple(q for part in self.sections for page in part.pages for q in page.questions)
