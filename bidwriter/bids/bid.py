"""The bid: everything that a council answers in one round, as one value that never changes."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints
from typing_extensions import override

from bidwriter.bids.comment import Comment
from bidwriter.bids.conflict import Conflict
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.places import LANGUAGE, Place
from bidwriter.kinds.frozen import Frozen, Id, OneLine, Words
from bidwriter.kinds.kinds import AnyQuestion, Value
from bidwriter.kinds.tables.partners import Partner, Partners
from bidwriter.kinds.values.files import AnsweringFile
from bidwriter.rounds.asking import Asking
from bidwriter.rounds.round import CheckUse, Round, cap

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Strength = Literal["strong", "some"]


class Evidence(Frozen):
    """That the item at `place` shows a principle; one for each place and principle."""

    place: Place = Field(max_length=300)
    principle: int = Field(ge=1, le=9)
    strength: Strength
    reason: OneLine = ""
    commitment: str = Field(default="", max_length=60)


def _as_set(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*ids}))


class Attachment(Frozen):
    """A file that goes with the bid, known by its SHA-256; `name` is as the officer had it. `for_`
    names the questions that it answers, `pages` how many a PDF has."""

    sha256: Sha256
    name: OneLine = Field(min_length=1, max_length=255)
    type: str = Field(max_length=120)
    size: int = Field(ge=0, le=2**40)
    about: OneLine = ""
    for_: Annotated[tuple[Id, ...], AfterValidator(_as_set)] = Field(default=(), max_length=100)
    pages: int | None = Field(default=None, ge=1, le=2**31)


class Lent(Frozen):
    """What was said when this copy was made for a partner. `open` names the questions that the
    partner may change; none named means all."""

    by: Person = Person()
    when: AwareDatetime
    to: OneLine = Field(default="", max_length=200)
    note: Words = Field(default="", max_length=5_000)
    open: tuple[str, ...] = ()


class Answer(NamedTuple):
    """The answer to one question. Rows and choices are in the order their question keeps; the
    kind lets an answer be kept that the round asks no more."""

    question: str
    kind: str
    value: Any  # a `Value`; a table's is its rows


class Bid(Frozen):
    """A bid and the round it answers. Its tuples are sorted, so that equal bids are equal."""

    bid_id: str = Field(pattern=r"^[a-z0-9]{8,40}$")
    round: Round
    answers: tuple[Any, ...] = ()  # of `Answer`, by question id; validated leaf by leaf
    evidence: tuple[Evidence, ...] = ()
    finished: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    own_deadline: date | None = None
    conflicts: tuple[Conflict, ...] = ()
    comments: tuple[Comment, ...] = ()
    lent: Lent | None = None
    changed: Stamp | None = None
    unknown: tuple[Any, ...] = ()  # of `forms.Unknown`: kept and written back, part of nothing

    @cached_property
    def by_id(self) -> dict[str, Value]:
        """The answers by question id, those made of attachments too."""
        typed = {answer.question: answer.value for answer in self.answers}
        return typed | dict(self._files()) if self.round.questions_of_files else typed

    def _files(self) -> Iterator[tuple[str, tuple[AnsweringFile, ...]]]:
        for question in self.round.questions_of_files:
            files = tuple(
                AnsweringFile(sha256=a.sha256, name=a.name, size=a.size, pages=a.pages)
                for a in self.attachments
                if question in a.for_
            )
            if files:
                yield question, files

    def answer(self, question: str) -> Value | None:
        """The answer to a question; None if there is none."""
        return self.by_id.get(question)

    @cached_property
    def phase(self) -> str:
        """The id of the phase bid for; "" while none is chosen, or where a round has none."""
        chosen = self.by_id.get(self.round.phase_question or "")
        return chosen if isinstance(chosen, str) else ""

    @cached_property
    def asking(self) -> Asking:
        """What the round asks of this bid, by its phase and its answers."""
        return Asking(self.round, self.by_id)

    @property
    def asked(self) -> tuple[AnyQuestion, ...]:
        """The questions that the round asks of this bid, in order, as they are asked."""
        return self.asking.questions

    @cached_property
    def asked_by_id(self) -> dict[str, AnyQuestion]:
        """The questions that the round asks of this bid, by id."""
        return {question.id: question for question in self.asked}

    def asked_answer(self, question: str | None) -> Value | None:
        """The answer to a question that is asked; what is not asked has none."""
        return self.by_id.get(question) if question in self.asked_by_id else None

    @cached_property
    def checks(self) -> tuple[CheckUse, ...]:
        """The round's own checks that hold of this bid; each says itself in which phase."""
        return self.asking.checks

    @property
    def cap(self) -> Decimal | None:
        """The most that the fund pays for this bid."""
        return cap(self.checks, self.phase)

    @cached_property
    def attached(self) -> tuple[Attachment, ...]:
        """The attachments that go with what is asked: not those for other questions alone."""
        asked = self.asked_by_id
        return tuple(a for a in self.attachments if not a.for_ or any(q in asked for q in a.for_))

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """The rows of the partners question, the lead first."""
        rows: tuple[Any, ...] = ()
        for question in self.asked:
            if isinstance(question, Partners):
                rows += self.by_id.get(question.id, ())  # type: ignore[operator]
        return tuple(sorted(rows, key=lambda partner: not partner.is_lead))

    @cached_property
    def lead(self) -> Partner | None:
        """The lead's row."""
        return next((partner for partner in self.partners if partner.is_lead), None)

    # --- what cells look at (`kinds/around`) -------------------------------------------------

    @property
    def day_of_register(self) -> date | None:
        """The day on which a council must exist to be offered."""
        return self.round.day_of_register

    @cached_property
    def principle_names(self) -> dict[int, str]:
        """The round's principles: number → short name."""
        return {principle.number: principle.name for principle in self.round.principles}

    @property
    def language(self) -> str:
        """The code of the language that its form is in; "" for English. It is its round's, so that
        everything that shows a wording shows it in this language."""
        return self.round.language

    @property
    def title(self) -> str:
        """The bid's title; "" while it has none."""
        found = self.asked_answer(self.round.cover.title)
        return found if isinstance(found, str) else ""


def kept_answers(bid: Bid) -> tuple[Answer, ...]:
    """The answers that are kept though the round does not ask this bid for them."""
    return tuple(answer for answer in bid.answers if answer.question not in bid.asked_by_id)


def chooses_language(bid: Bid, place: Place) -> bool:
    """Whether this place is the language of the form: where the round has a question of that id,
    it is its answer."""
    return place == LANGUAGE and place.root not in bid.round.by_id


def rebuilt(bid: Bid, **parts: Any) -> Bid:
    """`bid` with some parts replaced; they must be valid and sorted already."""
    fields = {name: getattr(bid, name) for name in Bid.model_fields}
    return Bid.model_construct(**{**fields, **parts})


class Same:
    """A bid as a key that is equal only to itself: bids never change."""

    __slots__ = ("bid",)

    def __init__(self, bid: Bid) -> None:
        self.bid = bid

    @override
    def __hash__(self) -> int:
        return id(self.bid)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.bid is self.bid
