"""A round that is changed, as a list of what can be gone to: the round itself, its rules, and its
questions in the order in which they are asked."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from bidwriter.fund_forms.words.kinds import KINDS
from bidwriter.pack_editing.answers import asked_when_words
from bidwriter.pack_editing.order import page_of, stands
from bidwriter.rounds.linting.finding import Finding
from bidwriter.rounds.linting.lines import path_of

Data = Mapping[str, Any]
ROUND, RULES, FOUND = "round", "rules", "found"
_QUESTION = "question:"
_SHORT = 90


class OutlineRow(NamedTuple):
    """A row: the key of the page it leads to ("" for a heading), its words, what stands below them,
    and how many faults are there."""

    key: str
    words: str
    below: str = ""
    faults: int = 0

    @property
    def said(self) -> str:
        """What a screen reader hears."""
        wrong = f"{self.faults} to mend" if self.faults else ""
        name = self.words if self.key else f"Heading: {self.words}"
        return ". ".join(filter(None, (name, self.below, wrong)))


def key_of(id_: str) -> str:
    """The key of a question's page."""
    return f"{_QUESTION}{id_}"


def question_of(key: str) -> str:
    """The question that a key leads to; "" for none."""
    return key.removeprefix(_QUESTION) if key.startswith(_QUESTION) else ""


def page_key(data: Data, finding: Finding) -> str:
    """The page on which something that was found can be mended."""
    match path_of(data, finding.place):
        case ("questions", int() as at, *_):
            return key_of(str(data["questions"][at].get("id", "")))
        case ("checks", *_):
            return RULES
        case ("sections", int() as section, "tasks", int() as task, *_):
            asked = data["sections"][section]["tasks"][task].get("questions", ())
            return key_of(asked[0]) if asked else ROUND
        case _:
            return ROUND


def outline(data: Data, findings: Iterable[Finding]) -> tuple[OutlineRow, ...]:
    """All rows. Faults count where they can be mended; advice counts nowhere."""
    wrong: dict[str, int] = {}
    for one in findings:
        if not one.is_advice:
            key = page_key(data, one)
            wrong[key] = wrong.get(key, 0) + 1
    many = len(data.get("checks", ()))
    rules = "1 rule" if many == 1 else f"{many} rules"
    rows = [
        OutlineRow(ROUND, "The round", str(data.get("name", "")), wrong.get(ROUND, 0)),
        OutlineRow(RULES, "What is checked", rules, wrong.get(RULES, 0)),
    ]
    known = {one.get("id"): one for one in data.get("questions", ())}
    section = -1
    for number, (id_, stand) in enumerate(stands(data).items(), 1):
        if stand.section != section:
            section = stand.section
            rows.append(OutlineRow("", str(data["sections"][section].get("title", ""))))
        question = known.get(id_, {})
        words = f"{number}  {_short(str(question.get('wording', id_)))}"
        key = key_of(id_)
        rows.append(OutlineRow(key, words, _about(data, question), wrong.get(key, 0)))
    return tuple(rows)


def _about(data: Data, question: Data) -> str:
    said = [KINDS.get(str(question.get("kind", "")), str(question.get("kind", "")))]
    limit = question.get("limit")
    if isinstance(limit, Mapping):
        said += [f"{limit[unit]} {unit}" for unit in ("words", "characters") if unit in limit]
    if question.get("optional"):
        said.append("may be left empty")
    if terms := asked_when_words(data, question):
        said.append(f"asked only if {terms}")
    return ", ".join(said)


def shares_page(data: Data, id_: str) -> bool:
    """Whether a question is asked on a page with others."""
    stand = stands(data).get(id_)
    return stand is not None and len(page_of(data, stand)["questions"]) > 1


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"
