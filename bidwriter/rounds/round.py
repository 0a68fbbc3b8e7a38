"""A round: one call of a fund, as its pack states it.

A `Round` is made from the pack's data alone (`read_round`), and keeps that data as canonical
JSON: it travels in every bid and package, and its SHA-256 is the pack hash.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

import rfc8785
from pydantic import AfterValidator, Field, model_validator

from bidwriter.forms import Form, Unknown, read_known
from bidwriter.kinds.asked_when import AskedWhen
from bidwriter.kinds.frozen import Frozen, Id, Since
from bidwriter.kinds.hand_in import Website
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.question import Basis, Stated
from bidwriter.kinds.tables.table import Table
from bidwriter.prose.characters import all_seen
from bidwriter.rounds.scoring import Criterion, Scoring
from bidwriter.rounds.second_language import Languages
from bidwriter.rounds.signing import SignOff
from bidwriter.rounds.source import Source

# What begins a written place and is no question; see `bids/places.py`.
RESERVED_IDS = frozenset(
    {
        "evidence", "finished", "attachments", "own-deadline", "round", "comments", "conflicts",
        "history", "bid",
    }
)  # fmt: skip

# What the places of later releases begin with; no question of a new pack may have one of these.
LATER_RESERVED_IDS = frozenset({"sign-offs", "handed-in", "words", "language"})

Name = Annotated[str, Field(max_length=160)]
ShortName = Annotated[str, Field(max_length=60)]
ParamValue = str | int | bool | tuple[str, ...]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError('is not a time zone, like "Europe/London"') from None
    return name


class Moment(Stated):
    """A day and a time of day in the round's time zone; `basis` is the day's."""

    day: date
    time: str = Field(default="23:59", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    time_basis: Basis = "published"


class NamedMoment(Moment):
    """Another date of the round, such as the end of an earlier stage."""

    name: str


class Phase(Stated):
    """A stage of work that the round funds."""

    id: Id
    name: ShortName
    about: str = ""


class Task(Frozen):
    """One page of questions. `label` begins with a verb; `title` heads the page; `text` is what the
    fund says to those who fill it in, with paragraphs, lists and links as prose is written."""

    id: Id
    label: Name
    title: str = ""
    hint: str = ""
    text: Annotated[str, Field(max_length=50_000), Since(2)] = ""
    asked_when: AskedWhen = ()
    questions: tuple[Id, ...]


class Section(Frozen):
    """A group of tasks."""

    id: Id
    title: Name
    asked_when: AskedWhen = ()
    tasks: tuple[Task, ...]


class CheckUse(Stated):
    """A named check and its parameters, as the round uses it."""

    check: str
    asked_when: AskedWhen = ()
    params: tuple[tuple[str, ParamValue], ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _gather_params(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "params" in data:
            return data
        known = {"check", "basis", "note", "quote", "asked-when"}
        params = tuple((key, data[key]) for key in sorted(data) if key not in known)
        return {key: data[key] for key in known & data.keys()} | {"params": params}


class RequiredOutput(Stated):
    """Something that the fund requires each project to deliver."""

    id: Id
    name: str
    about: str = ""
    phases: tuple[Id, ...] = ()
    asked_when: AskedWhen = ()


class Principle(Stated):
    """One of the principles: number, short name, icon and the words themselves."""

    number: int = Field(ge=1, le=9)
    name: ShortName
    icon: str = "circle"
    text: str
    quoted: bool = True


class Commitment(Stated):
    """What signatories commit to; `quoted` tells the source's words from a paraphrase."""

    id: Id
    audience: str
    text: str
    quoted: bool = False


class Headline(Frozen):
    """The word for a principle that at least `strong` answers show strongly."""

    word: ShortName
    strong: int = Field(ge=0)


class Cover(Frozen):
    """Which questions give the facts that a reader sorts by."""

    title: Id
    partners: Id | None = None
    costs: Id | None = None
    outputs: Id | None = None
    summary: Id | None = None
    starts: Id | None = None
    ends: Id | None = None
    facts: tuple[Id, ...] = ()


def _second_form(pack: dict[str, Any]) -> dict[str, Any]:
    """1 → 2: names came, none went or changed (`kinds/frozen.Since` marks those that came)."""
    return pack


FORM = Form("The round", "format", (_second_form,))


class Spoken(NamedTuple):
    """The language that a round is shown in: its code, all texts that the pack has in it, and the
    round as it is in English."""

    code: str
    texts: frozenset[str]
    english: "Round"


class Round(Frozen):
    """All that a fund asks in one call. `as_read` is the pack's data as canonical JSON."""

    _spoken: Spoken | None = None  # not the pack's: see `languages.in_language`

    format: Literal[2]  # FORM.number
    id: Id
    version: str = Field(pattern=r"^\d+(\.\d+){0,2}$")
    fund: Name
    name: Name
    short_name: str = Field(pattern=r"^[A-Za-z0-9-]{1,24}$")
    about: str = ""
    time_zone: Annotated[str, AfterValidator(_known_zone)] = "Europe/London"
    opens: Moment | None = None
    closes: Moment | None = None
    dates: tuple[NamedMoment, ...] = ()
    phase_question: Id | None = None
    phases: tuple[Phase, ...] = ()
    cover: Cover
    sections: tuple[Section, ...] = Field(min_length=1)
    questions: tuple[AnyQuestion, ...] = Field(min_length=1, max_length=1000)
    checks: tuple[CheckUse, ...] = ()
    required_outputs: tuple[RequiredOutput, ...] = ()
    principles: tuple[Principle, ...] = ()
    principles_name: str = ""
    principles_source: str = ""
    commitments: tuple[Commitment, ...] = ()
    headlines: tuple[Headline, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    criteria_note: str = ""
    scoring: Annotated[Scoring | None, Since(2)] = None
    sign_offs: Annotated[tuple[SignOff, ...], Since(2)] = ()
    sending: str = ""
    hand_in: Annotated[Website | None, Since(2)] = None
    made_from: Annotated[Source | None, Field(alias="source"), Since(2)] = None
    languages: Annotated[Languages, Since(2)] = ()
    as_read: str = Field(default="", repr=False, exclude=True)

    @cached_property
    def by_id(self) -> dict[str, AnyQuestion]:
        """The questions by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def questions_of_files(self) -> tuple[str, ...]:
        """The ids of the questions that ask for files."""
        return tuple(question.id for question in self.questions if question.is_of_files)

    @cached_property
    def hash(self) -> str:
        """The pack hash: SHA-256 of the canonical JSON of the pack's data."""
        return hashlib.sha256(self.as_read.encode()).hexdigest()

    @property
    def language(self) -> str:
        """The code of the language that it is shown in; "" for English."""
        return self._spoken.code if self._spoken else ""

    @property
    def in_english(self) -> "Round":
        """The same round with its English texts."""
        return self._spoken.english if self._spoken else self

    def is_english(self, text: str) -> bool:
        """Whether a text that this round shows, or words of bidwriter's own, are English. A text
        that the pack has in its other language too, letter for letter, counts as of that one."""
        return self._spoken is None or text not in self._spoken.texts

    @cached_property
    def closing(self) -> datetime | None:
        """When the round closes, with its time zone."""
        return self._at(self.closes) if self.closes else None

    def day_at(self, now: datetime) -> date:
        """The day that it is in the round's time zone."""
        return now.astimezone(ZoneInfo(self.time_zone)).date()

    @cached_property
    def has_declaration(self) -> bool:
        """Whether councils sign a declaration in it: it lists the signatories' commitments, or a
        check asks who has signed. In any other round nobody is asked."""
        signing = ("signatories", "lead-signed")
        return bool(self.commitments) or any(use.check in signing for use in self.checks)

    @cached_property
    def themes(self) -> frozenset[str]:
        """What it has that columns may be about: principles, a declaration."""
        has = (("principles", bool(self.principles)), ("declaration", self.has_declaration))
        return frozenset(theme for theme, there in has if there)

    @cached_property
    def fitted(self) -> dict[str, AnyQuestion]:
        """The questions by id, tables without the columns that mean nothing in this round."""
        return {
            question.id: question.in_round(self.themes) if isinstance(question, Table) else question
            for question in self.questions
        }

    @property
    def day_of_register(self) -> date | None:
        """The day on which a council must exist to be offered."""
        return self.closes.day if self.closes else None

    def _at(self, moment: Moment) -> datetime:
        return datetime.combine(
            moment.day, time.fromisoformat(moment.time), ZoneInfo(self.time_zone)
        )

    def task_of(self, question: str) -> Task | None:
        """The task that asks a question."""
        return next(
            (
                task
                for section in self.sections
                for task in section.tasks
                if question in task.questions
            ),
            None,
        )

    def phase(self, id_: str) -> Phase | None:
        """The phase with this id."""
        return next((phase for phase in self.phases if phase.id == id_), None)

    def principle(self, number: int) -> Principle | None:
        """The principle with this number."""
        return next((p for p in self.principles if p.number == number), None)


def read_round(data: dict[str, Any]) -> Round:
    """A round from a pack's data as read, whose every name must be known. Raises pydantic's
    ValidationError, and NewerFormError before anything is validated."""
    return _with_source(Round.model_validate(all_seen(FORM.current(data))), data)


def read_carried_round(data: dict[str, Any]) -> tuple[Round, tuple[Unknown, ...]]:
    """A round that a bid brings with it, and what in it is not known. Raises as `read_round`."""
    known, unknown = read_known(all_seen(FORM.current(data)), Round.model_validate)
    return _with_source(known, data), unknown


def _with_source(round_: Round, data: dict[str, Any]) -> Round:
    """The pack's hash is over the data as it lies in the file, before migrations."""
    return round_.model_copy(update={"as_read": rfc8785.dumps(data).decode()})


def data_of(round_: Round) -> dict[str, Any]:
    """The pack's data as it was read."""
    data: dict[str, Any] = json.loads(round_.as_read)
    return data


def cap(checks: Iterable[CheckUse], phase: str) -> Decimal | None:
    """The most that the fund pays in a phase, by the `cost-cap` among these checks."""
    for use in checks:
        params = dict(use.params)
        if use.check == "cost-cap" and params.get("phase", phase) == phase:
            try:
                return Decimal(str(params.get("max")))
            except ArithmeticError:  # the linter and the checks say so
                return None
    return None
