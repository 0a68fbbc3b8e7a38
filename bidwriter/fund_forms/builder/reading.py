"""A form of the builder, read: its pages become pages of a round, its components questions."""

import json
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from bidwriter.doubts import Doubt, Met, Reading, Way
from bidwriter.fund_forms.builder.components import CONTENT, Components
from bidwriter.fund_forms.builder.conditions import Conditions
from bidwriter.fund_forms.builder.values import Data, is_set, line, part, parts, prose, text
from bidwriter.fund_forms.builder.ways import TANGLED, Reached, reached_in
from bidwriter.fund_forms.cases import ALWAYS, NEVER, Cases, TangledError, both
from bidwriter.fund_forms.comparing import UnclearError
from bidwriter.fund_forms.found import (
    FoundForm,
    FoundPage,
    FoundQuestion,
    FoundSection,
    FoundTerm,
)

_ONLY_LISTS = ("in this section, we'll ask about", "in this section, we will ask about",
               "in this section we'll ask about", "in this section we will ask about")  # fmt: skip


def is_builder_form(data: Any) -> bool:
    """Whether JSON is a form of the builder."""
    return isinstance(data, dict) and bool(parts(data, "pages")) and "startPage" in data


def read_builder_form(form: Data, name: str, met: Met) -> FoundForm:
    """The form, called `name` if it does not say what it is called."""
    form = _with_names(form)
    return _Reader(form, met).read(line(form, "name") or name)


def _with_names(form: Data) -> Data:
    """The form, with a name of its own for each component: one that has none, or another's, is
    called by its page and its place there."""
    seen: set[str] = set()
    pages = []
    for page in parts(form, "pages"):
        made = []
        for at, component in enumerate(parts(page, "components"), 1):
            name = text(component, "name").strip()
            name = name if name and name not in seen else f"{text(page, 'path')}#{at}"
            seen.add(name)
            made.append({**component, "name": name})
        pages.append({**page, "components": made})
    return {**form, "pages": pages}


class _Reader:
    def __init__(self, form: Data, met: Met) -> None:
        self._form, self._met = form, met
        self._components = Components(form, _deciding(form), met)
        self._passed: list[str] = []
        self._asked: dict[str, Cases] = {}  # in which cases each question is asked
        self._conditions = Conditions(form, {})

    def read(self, name: str) -> FoundForm:
        asked = {text(page, "path"): self._questions(page) for page in parts(self._form, "pages")}
        named = {question.key: question for questions in asked.values() for question in questions}
        self._conditions = Conditions(self._form, named)
        pages: list[tuple[str, FoundPage]] = []
        waiting: list[str] = []
        for path, reached in reached_in(self._form, self._conditions).items():
            if not asked[path]:
                waiting += self._words_of(reached.page)
            elif (page := self._page(reached, asked[path], waiting)) is not None:
                pages.append((text(reached.page, "section"), page))
                waiting = []
        passed = (*self._components.passed, *self._passed, *self._not_shown(waiting))
        return FoundForm(name, self._sections(pages, name), passed=tuple(dict.fromkeys(passed)))

    # --- pages -----------------------------------------------------------------------------------

    def _questions(self, page: Data) -> tuple[FoundQuestion, ...]:
        asked = [one for one in parts(page, "components") if text(one, "type") not in CONTENT]
        title = line(page, "title") if len(asked) == 1 else ""
        folded = _folded(page)
        return tuple(
            self._components.question(component, title)._replace(folded=tuple(folded.get(at, ())))
            for at, component in enumerate(asked)
        )

    def _page(
        self, reached: Reached, questions: tuple[FoundQuestion, ...], before: list[str]
    ) -> FoundPage | None:
        """A page with its questions; None for one that is left out."""
        title = line(reached.page, "title") or questions[0].wording
        if reached.cases == NEVER:
            what = "question is" if len(questions) == 1 else f"{len(questions)} questions are"
            self._passed.append(f"“{title}”: no way leads to this page, so its {what} left out")
            return None
        terms = self._terms(reached.cases, reached.why, title, text(reached.page, "path"))
        if terms is None:
            return None
        page = reached.cases if reached.cases is not None else ALWAYS
        own = {text(one, "name"): one for one in parts(reached.page, "components")}
        kept = [self._with_own(question, own[question.key], page) for question in questions]
        said = [prose(_words(one)) for one in own.values() if _is_text(one)]
        words = "\n\n".join(filter(None, (*before, *said)))
        asked = tuple(question for question in kept if question is not None)
        return FoundPage(title, asked, words, terms) if asked else None

    def _with_own(
        self, question: FoundQuestion, component: Data, page: Cases
    ) -> FoundQuestion | None:
        """A question with the condition that it has of its own, if it has one."""
        self._asked[question.key] = page
        name = text(part(component, "options"), "condition")
        if not name:
            return question
        cases, why = self._in_cases(name)
        if cases is not None:
            self._asked[question.key] = both(page, cases, self._conditions.domain)
        terms = self._terms(cases, why, question.wording, question.key)
        return None if terms is None else question._replace(asked_when=terms)

    def _in_cases(self, condition: str) -> tuple[Cases | None, str]:
        try:
            return self._conditions.named(condition), ""
        except UnclearError as error:
            return None, str(error)
        except TangledError:
            return None, TANGLED

    def _terms(
        self, cases: Cases | None, why: str, name: str, id_: str
    ) -> tuple[FoundTerm, ...] | None:
        """When something is asked; None for never. Where no round can say it, that is doubtful."""
        terms = None if cases is None else self._conditions.terms(cases, self._asked)
        later = [
            term for term in terms or () if term.question not in self._asked or term.question == id_
        ]
        if terms is not None and not later:
            return terms
        why = "an answer decides it that is given later" if later else why
        said = why or "one answer or another decides it, and a round can only say “and”"
        doubt = Doubt(
            f"asked-when:{id_}",
            f"“{name}”",
            "",
            f"When it is asked cannot be said exactly: {said}",
            (Reading("Ask it always", Way("always")), Reading("Leave it out", Way("out"))),
        )
        return None if self._met.way(doubt).kind == "out" else ()

    # --- what stands round them ------------------------------------------------------------------

    def _words_of(self, page: Data) -> list[str]:
        """What a page says that asks nothing, for the page after it; nothing of one that only lists
        what is asked, or shows the answers again."""
        said = [prose(_words(one)) for one in parts(page, "components")]
        words = "\n\n".join(filter(None, said))
        if not words:
            return []
        if plain_words(words).startswith(_ONLY_LISTS):
            self._passed.append(f"“{line(page, 'title')}”: this page only lists what is asked")
            return []
        return [words]

    def _not_shown(self, waiting: list[str]) -> Iterator[str]:
        if waiting:
            yield f"What the form says after its last question: “{waiting[0][:120]}”"

    def _sections(self, pages: list[tuple[str, FoundPage]], name: str) -> tuple[FoundSection, ...]:
        """The pages by the sections of the form, as long as that keeps them in their order."""
        titles = {text(one, "name"): _section_title(one) for one in parts(self._form, "sections")}
        runs = [(titles.get(key) or name, [page for _, page in run])
                for key, run in groupby(pages, key=lambda one: one[0])]  # fmt: skip
        if len({title for title, _ in runs}) != len(runs):
            return (FoundSection(name, tuple(page for _, page in pages)),) if pages else ()
        return tuple(FoundSection(title, tuple(found)) for title, found in runs)


def plain_words(words: str) -> str:
    """Prose as its bare words, in small letters, to be compared."""
    return words.replace("*", "").replace("’", "'").strip().casefold()


def _section_title(section: Data) -> str:
    title = line(section, "title")
    hidden = is_set(section, "hideTitle", otherwise=False)
    return "" if hidden or title.casefold() == "default section" else title


def _deciding(form: Data) -> frozenset[str]:
    """The names of components that a condition may ask about: whatever its text names."""
    words = json.dumps([one.get("value") for one in parts(form, "conditions")], default=str)
    return frozenset(re.findall(r"[A-Za-z_][A-Za-z0-9_-]*", words))


def _is_text(component: Data) -> bool:
    return text(component, "type") in CONTENT and text(component, "type") != "Details"


def _words(component: Data) -> str:
    return text(component, "content") or text(component, "title")


def _folded(page: Data) -> dict[int, list[tuple[str, str]]]:
    """What opens under a title, by the question that it stands above, or below where none
    follows."""
    found: dict[int, list[tuple[str, str]]] = {}
    many = sum(text(one, "type") not in CONTENT for one in parts(page, "components"))
    at = 0
    for one in parts(page, "components"):
        if text(one, "type") not in CONTENT:
            at += 1
        elif text(one, "type") == "Details":
            opened = (line(one, "title") or "More", prose(text(one, "content")))
            found.setdefault(min(at, many - 1), []).append(opened)
    return found
