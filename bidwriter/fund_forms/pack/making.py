"""What was found in a form, as the data of a round pack."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from bidwriter.fund_forms.found import (
    FoundColumn,
    FoundForm,
    FoundOption,
    FoundPage,
    FoundQuestion,
    FoundTerm,
)
from bidwriter.fund_forms.pack.ids import id_of, label_of, short_name
from bidwriter.rounds.round import FORM, LATER_RESERVED_IDS, RESERVED_IDS
from bidwriter.rounds.source import Source

Data = dict[str, Any]
_NAME, _WORDING = 160, 600  # characters that a name and a wording may have
_WHOLE = 100  # per cent
NO_GUIDANCE = "The form gives no further guidance on this question."
_OF_THE_BID = re.compile(
    r"\b(name|title) of (the |your |this )?(project|proposal|bid|scheme|application|programme)\b|"
    r"\b(project|proposal|bid|scheme|application|programme)('s)? (name|title)\b|^title$",
    re.IGNORECASE,
)
_OF_A_PERSON = re.compile(
    r"\b(full|first|last|sur|contact|your|officer'?s?|applicant'?s?) ?name\b|^name$", re.IGNORECASE
)
# What the first page of the PDF takes from a question of a kind.
_ON_THE_COVER = {"partners": "partners", "outputs": "outputs", "cost-lines": "costs"}
_TITLE = "title"
_OWN_TITLE = "What do you call this bid?"
_NO_TITLE = "the form asks for no name of the project, and bids are told apart by it"
_WHY_TITLE = "The form asks for no name of the project; bidwriter needs one to tell bids apart."


class Named(NamedTuple):
    """What the person says of the round; "" leaves it to the form. `closes` is a day (ISO) and
    `time` a time of day; `id` stands in for the id that would be made of the name."""

    fund: str = ""
    name: str = ""
    closes: str = ""
    time: str = ""
    id: str = ""


class MadePack(NamedTuple):
    """The data of a pack, the lists that go beside it by file name (id, label), and what of it is
    ours, in sentences."""

    data: Data
    lists: Mapping[str, tuple[tuple[str, str], ...]]
    said: tuple[str, ...]


def pack_of(form: FoundForm, source: Source, named: Named) -> MadePack:
    """The pack of a form. Its ids are made from the wordings."""
    return _Making(form, source, named).made()


class _Making:
    def __init__(self, form: FoundForm, source: Source, named: Named) -> None:
        self._form, self._source, self._named = form, source, named
        self._taken = set(RESERVED_IDS | LATER_RESERVED_IDS)
        self._ids: dict[str, str] = {}  # of questions, by their keys
        self._options: dict[str, dict[str, str]] = {}  # of their options, by theirs
        self._lists: dict[str, tuple[tuple[str, str], ...]] = {}
        self._said: list[str] = []

    def made(self) -> MadePack:
        form, named = self._form, self._named
        name = _cut(named.name or form.name, _NAME)
        self._taken.add(_TITLE)  # of the question that is added where the form has none
        for question in form.questions:
            self._name(question)
        title = self._title()
        data: Data = {
            "format": FORM.number,
            "id": named.id or id_of(name, (), "round"),
            "version": "1.0",
            "fund": _cut(named.fund or name, _NAME),
            "name": name,
            "short-name": short_name(name),
            "closes": self._closes(),
            "source": self._source.model_dump(mode="json", by_alias=True),
            "cover": {"title": title or _TITLE} | self._cover(),
            "checks": [{"check": r.check, **r.params, "quote": r.quote} for r in form.rules],
            "criteria": list(self._criteria()),
            "sections": list(self._sections(asks_title=not title)),
            "questions": [self._question(question) for question in form.questions],
        }
        if not title:
            data["questions"].insert(0, own_title(_WHY_TITLE))
            self._said.append(f"One question is added at the start, “{_OWN_TITLE}”: {_NO_TITLE}")
        self._say_personal(data["questions"])
        if not named.fund:
            self._said.append(
                f"The fund is called “{data['fund']}”, after the form, until you give it another "
                "name"
            )
        if not data["closes"]:
            self._said.append(
                "The form does not say when the round closes, so it has no closing day until you "
                "say it"
            )
        return MadePack({k: v for k, v in data.items() if v}, self._lists, tuple(self._said))

    # --- names -----------------------------------------------------------------------------------

    def _name(self, question: FoundQuestion) -> None:
        id_ = id_of(question.wording, self._taken)
        self._taken.add(id_)
        self._ids[question.key] = id_
        taken: set[str] = set()
        for option in question.options:
            made = id_of(option.label, taken, "option")
            taken.add(made)
            self._options.setdefault(question.key, {})[option.key] = made

    def _terms(self, terms: Iterable[FoundTerm]) -> list[Data]:
        return [self._term(term) for term in terms if term.question in self._ids]

    def _term(self, term: FoundTerm) -> Data:
        options = self._options.get(term.question, {})
        made: Data = {"question": self._ids[term.question]}
        if term.is_:
            made["is"] = [options.get(key, key) for key in term.is_]
        if term.is_not:
            made["is-not"] = [options.get(key, key) for key in term.is_not]
        return made | ({"at-least": term.at_least} if term.at_least else {})

    # --- questions -------------------------------------------------------------------------------

    def _question(self, question: FoundQuestion) -> Data:
        id_ = self._ids[question.key]
        wording = _cut(question.wording, _WORDING)
        rest = question.wording if wording != question.wording else ""
        made: Data = {
            "id": id_,
            "kind": question.kind,
            "number": question.number,
            "wording": wording,
            "hint": question.hint,
            "optional": question.optional,
            "personal": _is_personal(question),
            "place": question.place[:200],
            "asked-when": self._terms(question.asked_when),
            **self._of_kind(question),
            **question.more,
            "quote": question.quote,
            "guidance": _guidance(question, rest),
        }
        return {name: value for name, value in made.items() if value not in ("", False, [], {})}

    def _of_kind(self, question: FoundQuestion) -> Data:
        ids = self._options.get(question.key, {})
        if question.kind == "register":
            name = f"{self._ids[question.key]}.csv"
            self._lists[name] = tuple((ids[o.key], o.label) for o in question.options)
            return {"from": name}
        if question.options:
            beside = any(not option.alone for option in question.options)
            several = question.kind == "choose-several" and beside
            made = [
                self._option(ids[o.key], o, alone=several and o.alone) for o in question.options
            ]
            return {"options": made}
        if question.kind == "table":
            return self._table(question)
        if question.statements:
            taken: set[str] = set()
            return {"statements": [_named_text(words, taken) for words in question.statements]}
        return {}

    def _option(self, id_: str, option: FoundOption, *, alone: bool = False) -> Data:
        made: Data = {
            "id": id_,
            "label": _cut(option.label, _WORDING),
            "hint": option.hint,
            "alone": alone,
            "asked-when": self._terms(option.asked_when),
        }
        return {name: value for name, value in made.items() if value}

    def _table(self, question: FoundQuestion) -> Data:
        taken = {"id", "order"}
        columns = [self._column(column, taken) for column in question.columns]
        rows: list[Data] = []
        used: set[str] = set()
        for label in question.rows:
            rows.append({"id": id_of(label, used, "row"), "label": label})
            used.add(rows[-1]["id"])
        return {"columns": columns} | ({"rows": rows} if rows else {})

    def _column(self, column: FoundColumn, taken: set[str]) -> Data:
        id_ = id_of(column.label, taken, "column")
        taken.add(id_)
        used: set[str] = set()
        options = []
        for option in column.options:
            options.append(self._option(id_of(option.label, used, "option"), option))
            used.add(options[-1]["id"])
        made = {"id": id_, "label": column.label, "kind": column.kind, **column.more}
        return made | ({"options": options} if options else {})

    # --- the round -------------------------------------------------------------------------------

    def _title(self) -> str:
        """The id of the question that names the project; "" where none is asked of everybody."""
        for page in (page for part in self._form.sections for page in part.pages):
            for question in page.questions if not page.asked_when else ():
                if _names_the_project(question):
                    return self._ids[question.key]
        return ""

    def _cover(self) -> Data:
        """The first questions of their kinds that everybody is asked."""
        found: Data = {}
        for question in self._form.questions:
            if question.kind in _ON_THE_COVER and not question.asked_when:
                found.setdefault(_ON_THE_COVER[question.kind], self._ids[question.key])
        return found

    def _closes(self) -> Data:
        day, time, quote = self._form.closes
        if self._named.closes:
            day, time, quote = self._named.closes, self._named.time, ""
        made = {"day": day, "time": time, "quote": quote}
        return {name: value for name, value in made.items() if value} if day else {}

    def _criteria(self) -> Iterator[Data]:
        """What the form says is scored, with its weights where they come to 100."""
        weighed = [question for question in self._form.questions if question.weight]
        whole = sum(question.weight or 0 for question in weighed)
        taken: set[str] = set()
        for question in weighed:
            id_ = id_of(question.wording, taken, "criterion")
            taken.add(id_)
            made: Data = {"id": id_, "name": _cut(question.wording, _NAME)}
            if whole == _WHOLE:
                made["weight"] = question.weight
            else:
                made["about"] = f"The form gives it {question.weight}."
            yield made | {"questions": [self._ids[question.key]]}

    def _sections(self, *, asks_title: bool) -> Iterator[Data]:
        sections, tasks = set[str](), set[str]()
        for at, section in enumerate(self._form.sections):
            id_ = id_of(section.title, sections, "section")
            sections.add(id_)
            made = [self._task(page, tasks) for page in section.pages]
            if asks_title and at == 0:
                own = {"id": id_of("name the bid", tasks), "label": "Name the bid"}
                made.insert(0, {**own, "questions": [_TITLE]})
            yield {"id": id_, "title": _cut(section.title, _NAME), "tasks": made}

    def _task(self, page: FoundPage, taken: set[str]) -> Data:
        id_ = id_of(page.title, taken, "page")
        taken.add(id_)
        title = _cut(page.title, _NAME)
        made: Data = {"id": id_, "label": label_of(title)}
        if len(page.questions) > 1 or page.title != page.questions[0].wording:
            made["title"] = title
        made |= {"text": page.text, "asked-when": self._terms(page.asked_when)}
        kept = {name: value for name, value in made.items() if value}
        return kept | {"questions": [self._ids[question.key] for question in page.questions]}

    def _say_personal(self, questions: list[Data]) -> None:
        many = sum(one.get("personal", False) for one in questions)
        if many:
            ask = "1 question asks" if many == 1 else f"{many} questions ask"
            self._said.append(
                f"{ask} for a person’s name, e-mail or telephone: marked as personal, so that a "
                "public copy leaves the answers out"
            )


def own_title(why: str) -> Data:
    """A question for the name of the bid, assumed for this reason."""
    return {
        "id": _TITLE,
        "kind": "short-text",
        "wording": _OWN_TITLE,
        "basis": "assumed",
        "note": why,
        "limit": {"characters": 80, "basis": "assumed", "note": "So that it fits on one line."},
        "guidance": {"looks-for": ["A few words that tell this bid from others"]},
    }


def _guidance(question: FoundQuestion, rest: str) -> Data:
    text = "\n\n".join(filter(None, (rest, question.text)))
    folded = [
        {"title": _cut(title, _NAME), "text": words} for title, words in question.folded if words
    ]
    if not (text or folded):
        text = NO_GUIDANCE
    return ({"text": text} if text else {}) | ({"folded": folded} if folded else {})


def _names_the_project(question: FoundQuestion) -> bool:
    """Whether it asks everybody for a line that is the project's name."""
    if question.kind != "short-text" or question.asked_when or question.optional:
        return False
    return "format" not in question.more and bool(_OF_THE_BID.search(question.wording))


def _is_personal(question: FoundQuestion) -> bool:
    if question.kind != "short-text":
        return False
    return question.more.get("format") in ("email", "phone") or bool(
        _OF_A_PERSON.search(question.wording)
    )


def _named_text(words: str, taken: set[str]) -> Data:
    id_ = id_of(words, taken, "statement")
    taken.add(id_)
    return {"id": id_, "text": _cut(words, _WORDING)}


def _cut(words: str, longest: int) -> str:
    """No longer than this, cut between words."""
    if len(words) <= longest:
        return words
    return f"{words[:longest].rpartition(' ')[0] or words[: longest - 1]}…"[:longest]
