"""What is wrong with a round pack, for the person who writes it: file, place, and the remedy.

The named checks are known to a higher room; they come in by name (`KnownCheck`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pydantic import ValidationError

from bidwriter.forms import NewerFormError
from bidwriter.kinds.question import Limit, Stated, limit_of
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.kinds.values.choice import ChooseOne
from bidwriter.kinds.values.declarations import Declarations
from bidwriter.kinds.wording import plain_errors
from bidwriter.prose.characters import unseen_in
from bidwriter.rounds.asking_faults import asking_faults
from bidwriter.rounds.language_faults import language_faults
from bidwriter.rounds.later_names import later_names
from bidwriter.rounds.loading import RoundError, read_data
from bidwriter.rounds.round import RESERVED_IDS, CheckUse, Round, read_round
from bidwriter.rounds.scoring_faults import scoring_faults
from bidwriter.rounds.signing_faults import signing_faults, website_faults


class KnownCheck(Protocol):
    """What the linter asks of a named check."""

    @property
    def needs(self) -> str:
        """The kind of question without which it can never find anything; "" for none."""

    def faults(self, use: CheckUse) -> tuple[str, ...]:
        """What is wrong with a round's parameters, in words."""

    def questions(self, use: CheckUse) -> dict[str, str]:
        """The questions that a round's parameters name: parameter → id."""

    def later(self, use: CheckUse) -> dict[str, int]:
        """The parameters that came with a later form of packs: name → form."""


Known = Mapping[str, KnownCheck]


class Finding(NamedTuple):
    """One thing to mend. `file` is in the pack's folder; `place` is a path of keys in it."""

    file: str
    place: str
    words: str
    remedy: str


Found = Iterator[tuple[str, str, str]]  # place, words, remedy


def lint(folder: Path, checks: Known) -> tuple[Finding, ...]:
    """Everything found in the pack in `folder`; nothing found means that it can be used."""
    try:
        data, files = read_data(folder)
    except RoundError as error:
        return (Finding(folder.name, "", str(error), "Mend the file and lint again"),)
    try:
        round_ = read_round(data)
    except NewerFormError as error:
        return (Finding("round.toml", "format", str(error), "Lint it with the newer bidwriter"),)
    except ValidationError as error:
        return tuple(
            Finding(
                _file_of(files, words),
                _place_in(words),
                words,
                "See docs/round-packs.md for what is allowed",
            )
            for words in plain_errors(error)
        )
    except (ValueError, RecursionError):
        return (
            Finding(
                "round.toml", "", "A value cannot be kept", "Write numbers with a point as text"
            ),
        )
    rules: tuple[Callable[[Round], Found], ...] = (
        _reused_ids, _reserved_ids, _dangling, _unreachable, _limits, _texts, _phases, _of_kinds,
        asking_faults, scoring_faults, signing_faults, website_faults,
        language_faults,
    )  # fmt: skip
    found = [hit for rule in rules for hit in rule(round_)]
    found += [*_asked_by_checks(round_, checks), *_checks(round_, checks), *_unseen(data)]
    found += later_names(round_, data["format"], _later_params(round_, checks))
    return tuple(
        Finding(_file_at(files, place), place, words, remedy) for place, words, remedy in found
    )


def _file_at(files: dict[str, str], place: str) -> str:
    """The file of a place; those of a second language are known by three steps."""
    first, *rest = place.split("/")
    if first == "languages":
        same = [file for key, file in files.items() if key.startswith("/".join((first, *rest[:1])))]
        return files.get("/".join((first, *rest[:2])), (*same, "round.toml")[0])
    return files.get(first, "round.toml")


def _file_of(files: dict[str, str], words: str) -> str:
    return files.get(_place_in(words).split("/")[0], "round.toml")


def _place_in(words: str) -> str:
    return words[1 : words.index("”")] if words.startswith("“") else ""


def _unseen(data: dict[str, Any]) -> Found:
    for key, value in data.items():
        if strange := unseen_in(value):
            words = f"It holds characters that nobody can see: {', '.join(strange)}"
            yield key, words, "Type that text again; bidwriter leaves them out"


# --- ids -------------------------------------------------------------------------------------


def _reused_ids(round_: Round) -> Found:
    groups = {
        "questions": [q.id for q in round_.questions],
        "sections": [s.id for s in round_.sections],
        "sections/tasks": [t.id for s in round_.sections for t in s.tasks],
        "phases": [p.id for p in round_.phases],
        "criteria": [c.id for c in round_.criteria],
        "commitments": [c.id for c in round_.commitments],
        "required-outputs": [o.id for o in round_.required_outputs],
        "principles": [str(p.number) for p in round_.principles],
    }
    for question in round_.questions:
        for group, id_, _ in question.parts():
            groups.setdefault(f"questions/{question.id}/{group}", []).append(id_)
    for place, ids in groups.items():
        for id_, many in Counter(ids).items():
            if many > 1:
                yield place, f"The id “{id_}” is used {many} times", "Give each its own id"
    asked = Counter(q for s in round_.sections for t in s.tasks for q in t.questions)
    for id_, many in asked.items():
        if many > 1:
            yield "sections", f"The question “{id_}” is asked in {many} tasks", "Ask it in one"


def _reserved_ids(round_: Round) -> Found:
    for question in round_.questions:
        if question.id in RESERVED_IDS:
            yield (
                f"questions/{question.id}",
                f"“{question.id}” has a meaning of its own",
                "Choose another id",
            )


def _dangling(round_: Round) -> Found:
    questions, phases = set(round_.by_id), {p.id for p in round_.phases}
    for place, id_ in _question_references(round_):
        if id_ not in questions:
            yield place, f"There is no question “{id_}”", "Correct the id, or add the question"
    for place, ids in _phase_references(round_):
        for id_ in ids:
            if id_ not in phases:
                yield place, f"There is no phase “{id_}”", "Correct the id, or add the phase"
    numbers = {p.number for p in round_.principles}
    for place, number in _principle_references(round_):
        if number not in numbers:
            yield place, f"There is no principle {number}", "Name a principle of this round"


def _question_references(round_: Round) -> Iterator[tuple[str, str]]:
    for section in round_.sections:
        for task in section.tasks:
            yield from ((f"sections/{section.id}/tasks/{task.id}", id_) for id_ in task.questions)
    cover = round_.cover
    for name in ("title", "partners", "costs", "outputs", "summary", "starts", "ends"):
        if id_ := getattr(cover, name):
            yield f"cover/{name}", id_
    yield from (("cover/facts", id_) for id_ in cover.facts)
    if round_.phase_question:
        yield "phase-question", round_.phase_question
    for question in round_.questions:
        limit = limit_of(question)
        yield from (
            (f"questions/{question.id}/limit", id_) for id_ in (limit.also_counts if limit else ())
        )


def _phase_references(round_: Round) -> Iterator[tuple[str, tuple[str, ...]]]:
    for question in round_.questions:
        yield f"questions/{question.id}/phases", question.phases
    for output in round_.required_outputs:
        yield f"required-outputs/{output.id}/phases", output.phases
    for use in round_.checks:
        yield f"checks/{use.check}/phase", tuple(str(v) for n, v in use.params if n == "phase")


def _principle_references(round_: Round) -> Iterator[tuple[str, int]]:
    for question in round_.questions:
        place = f"questions/{question.id}/guidance"
        yield from ((place, hint.principle) for hint in question.guidance.principles)
    for criterion in round_.criteria:
        if criterion.principle is not None:
            yield f"criteria/{criterion.id}", criterion.principle


# --- reach -----------------------------------------------------------------------------------


def _unreachable(round_: Round) -> Found:
    asked = {id_ for section in round_.sections for task in section.tasks for id_ in task.questions}
    for question in round_.questions:
        if question.id not in asked:
            yield (
                f"questions/{question.id}",
                f"No task asks “{question.id}”, so nobody can answer it",
                "Name it in a task",
            )
    for section in round_.sections:
        for task in section.tasks:
            if not task.questions:
                yield (
                    f"sections/{section.id}/tasks/{task.id}",
                    "The task asks nothing",
                    "Name a question in it",
                )


def _phases(round_: Round) -> Found:
    if not round_.phases:
        return
    question = round_.by_id.get(round_.phase_question or "")
    if not isinstance(question, ChooseOne):
        yield (
            "phase-question",
            "No choose-one question chooses the phase",
            "Name that question as phase-question",
        )
        return
    offered = {option.id for option in question.options}
    for phase in round_.phases:
        if phase.id not in offered:
            yield (
                f"questions/{question.id}/options",
                f"Nobody can choose the phase “{phase.id}”",
                "Add it as an option",
            )
    for id_ in offered - {phase.id for phase in round_.phases}:
        yield (
            f"questions/{question.id}/options",
            f"There is no phase “{id_}”",
            "Add the phase, or take the option out",
        )
    if question.phases:
        yield (
            f"questions/{question.id}/phases",
            "The question that chooses the phase must belong to all",
            "Take its phases out",
        )


def _of_kinds(round_: Round) -> Found:
    for question in round_.questions:
        for fault in question.faults():
            place = f"questions/{question.id}" + (f"/{fault.name}" if fault.name else "")
            yield place, fault.words, fault.remedy


# --- limits, texts ------------------------------------------------------------------


def _limits(round_: Round) -> Found:
    for question in round_.questions:
        limit: Limit | None = limit_of(question)
        if limit and limit.words is None and limit.characters is None:
            yield (
                f"questions/{question.id}/limit",
                "The limit has no unit",
                "Write words = … or characters = …",
            )
        if limit and limit.words is not None and limit.characters is not None:
            yield (
                f"questions/{question.id}/limit",
                "The limit has two units",
                "Keep words or characters",
            )


def _texts(round_: Round) -> Found:
    for place, words in _needed_texts(round_):
        if not words.strip():
            yield place, "A text is missing", "Write it"
    for question in round_.questions:
        if not (question.guidance.looks_for or question.guidance.text):
            yield (
                f"questions/{question.id}/guidance",
                "There is no guidance on what the panel looks for",
                "Write looks-for",
            )
    for place, stated in _stated(round_):
        if stated.basis == "assumed" and not stated.note.strip():
            yield place, "It is assumed, but no note says so in words", 'Write note = "…"'


def _needed_texts(round_: Round) -> Iterator[tuple[str, str]]:
    yield from (("fund", round_.fund), ("name", round_.name))
    for question in round_.questions:
        yield f"questions/{question.id}/wording", question.wording
        for group, id_, text in question.parts():
            yield f"questions/{question.id}/{group}/{id_}", text
    for section in round_.sections:
        yield f"sections/{section.id}/title", section.title
        yield from ((f"sections/{section.id}/tasks/{t.id}/label", t.label) for t in section.tasks)
    yield from ((f"principles/{p.number}", p.text) for p in round_.principles)
    yield from ((f"commitments/{c.id}", c.text) for c in round_.commitments)


def _stated(round_: Round) -> Iterator[tuple[str, Stated]]:
    for question in round_.questions:
        yield f"questions/{question.id}", question
        if isinstance(question, Declarations):
            for statement in question.statements:
                yield f"questions/{question.id}/statements/{statement.id}", statement
        if limit := limit_of(question):
            yield f"questions/{question.id}/limit", limit
    yield from ((f"checks/{use.check}", use) for use in round_.checks)
    for criterion in round_.criteria:
        yield f"criteria/{criterion.id}", criterion
        for part in criterion.sub_criteria:
            yield f"criteria/{criterion.id}/sub-criteria/{part.id}", part
    yield from ((f"sign-offs/{one.id}", one) for one in round_.sign_offs)
    yield from ((f"required-outputs/{one.id}", one) for one in round_.required_outputs)
    if round_.scoring:
        yield "scoring", round_.scoring
    yield from ((f"phases/{phase.id}", phase) for phase in round_.phases)
    if round_.closes:
        yield "closes", round_.closes


# --- checks ----------------------------------------------------------------------------------


def _asked_by_checks(round_: Round, known: Known) -> Found:
    for use in round_.checks:
        named = known[use.check].questions(use) if use.check in known else {}
        for name, id_ in named.items():
            if id_ not in round_.by_id:
                place = f"checks/{use.check}/{name}"
                yield place, f"There is no question “{id_}”", "Correct the id, or add the question"


def _later_params(round_: Round, known: Known) -> Iterator[tuple[str, str, int]]:
    """Place, name and form of each parameter that came later."""
    for use in round_.checks:
        for name, form in known[use.check].later(use).items() if use.check in known else ():
            yield f"checks/{use.check}/{name}", name, form


def _checks(round_: Round, known: Known) -> Found:
    kinds = {question.kind for question in round_.questions}
    for use in round_.checks:
        place = f"checks/{use.check}"
        if use.check not in known:
            yield (
                place,
                f"There is no check called “{use.check}”",
                f"Use one of: {', '.join(sorted(known))}",
            )
            continue
        check = known[use.check]
        yield from ((place, words, "Correct the parameter") for words in check.faults(use)[:1])
        if check.needs == "cost-lines":
            yield from _chosen_lines(round_, use)
        if check.needs not in ("", *kinds):
            yield (
                place,
                "The check can never find anything",
                f"Ask a {check.needs} question, or take the check out",
            )
    for (name, _), many in Counter((u.check, u.params) for u in round_.checks).items():
        if many > 1:
            yield f"checks/{name}", "The same check stands twice", "Take one out"


def _chosen_lines(round_: Round, use: CheckUse) -> Found:
    """A check of money that counts lines which no bid can have."""
    params = dict(use.params)
    asked = [q for q in round_.questions if isinstance(q, CostLines)]
    offered = {option.id for question in asked for option in question.kinds_of_cost}
    category, number = params.get("category"), params.get("principle")
    if category is not None and asked and category not in offered:
        remedy = f"Use one of: {', '.join(sorted(offered))}"
        yield f"checks/{use.check}/category", f"There is no category “{category}”", remedy
    if number is not None and number not in {p.number for p in round_.principles}:
        remedy = "Name a principle of this round"
        yield f"checks/{use.check}/principle", f"There is no principle {number}", remedy
