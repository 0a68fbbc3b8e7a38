"""What every question of a round pack is: the definition that the pack gives, and what its kind
knows of answers. An answer is a plain value; the question reads, words, counts and orders it."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self

from pydantic import Field, TypeAdapter

from bidwriter.kinds.around import Around
from bidwriter.kinds.asked_when import AskedWhen, Holds
from bidwriter.kinds.frozen import Frozen, Id, Leaf, Since, is_empty
from bidwriter.kinds.hand_in import HandIn
from bidwriter.prose.counting import count_words

Basis = Literal["published", "assumed"]


class Stated(Frozen):
    """Something a pack says of its round: published by the fund, or assumed by the pack; `quote`
    are the fund's own words that it was read from."""

    basis: Basis = "published"
    note: str = ""
    quote: Annotated[str, Since(2)] = ""


class Limit(Stated):
    """The most words or characters; `also_counts` names questions counted with this one."""

    words: int | None = Field(default=None, ge=1, le=100_000)
    characters: int | None = Field(default=None, ge=1, le=1_000_000)
    also_counts: tuple[Id, ...] = ()


class PrincipleHint(Frozen):
    """How an answer can show one principle."""

    principle: int = Field(ge=1)
    how: str


class Folded(Frozen):
    """Guidance that opens under a title."""

    title: str = Field(max_length=160)
    text: str = Field(max_length=20_000)


class Guidance(Frozen):
    """What a new officer can act on; `example` is a made-up sentence and is shown as such. `text`
    is the fund's own guidance, with paragraphs, lists and links as prose is written; `folded` what
    of it opens only when it is asked for."""

    looks_for: tuple[str, ...] = ()
    text: Annotated[str, Field(max_length=50_000), Since(2)] = ""
    folded: Annotated[tuple[Folded, ...], Since(2)] = ()
    example: str = ""
    principles: tuple[PrincipleHint, ...] = ()


class Option(Frozen):
    """One thing to choose; the id is stored, the label shown."""

    id: Id
    label: str
    hint: str = ""
    asked_when: AskedWhen = ()


class Fault(NamedTuple):
    """What is wrong with a question as its pack has it: which of its names (""), and the
    remedy."""

    name: str
    words: str
    remedy: str


class Question(Stated):
    """What every question of a round pack has. `label` names it in lists, a verb first;
    no `phases` means all.

    A kind is a class below this one. What it must say of itself: `answer`, the type that its
    answers are validated as, and `missing`, what to do about a required one that is not there.
    """

    answer: ClassVar[Any]
    missing: ClassVar[str]
    icon: ClassVar[str] = "pencil-line"
    is_short: ClassVar[bool] = True  # a line or a few, so that several can share a table in print
    is_prose: ClassVar[bool] = False  # joins by the paragraph, can hold live figures
    is_set: ClassVar[bool] = False  # several things without an order; joins as a set
    is_of_files: ClassVar[bool] = False  # the bid makes its answer of its attachments
    since: ClassVar[int] = 1  # the form of packs that it came with

    kind: str
    id: Id
    number: str = ""
    wording: str
    label: str = ""
    hint: str = ""
    optional: bool = False
    personal: bool = False
    shows_principles: bool = False
    phases: tuple[Id, ...] = ()
    asked_when: AskedWhen = ()
    guidance: Guidance = Guidance()
    hand_in: Annotated[HandIn | None, Since(2)] = None
    place: Annotated[str, Field(max_length=200), Since(2)] = ""  # in the form it was made from

    @property
    def name(self) -> str:
        """How the question is called in lists and problems."""
        return self.label or self.wording

    @property
    def answer_shows(self) -> bool:
        """Whether its answer as a whole can show principles."""
        return self.shows_principles

    # --- what a kind knows of answers --------------------------------------------------------

    @classmethod
    def reader(cls) -> TypeAdapter[Any]:
        """What reads and writes answers of this kind as JSON values."""
        return _reader(cls)

    def parse(self, typed: str, around: Around) -> Any:  # noqa: ARG002
        """The answer that typed words mean. Raises NotAllowedError or pydantic's
        ValidationError."""
        return self.reader().validate_python(typed)

    def as_asked(self, holds: Holds) -> Self:  # noqa: ARG002
        """The question with what it offers now, where parts of it are asked only when terms
        hold."""
        return self

    def tidy(self, value: Any) -> Any:
        """`value` in the one order that its question keeps."""
        return value

    @classmethod
    def leaf(cls, value: Any) -> Leaf:
        """A whole answer as a leaf; tables have leaves for their cells instead."""
        return value  # type: ignore[no-any-return]

    def text(self, value: Any) -> str:
        """An answer as words: what is printed, searched and counted."""
        return str(value)

    def count(self, value: Any) -> int:
        """Words in an answer, by the one published rule."""
        return count_words(self.text(value))

    def allowed(self) -> tuple[str, ...]:
        """The values that it takes, where they can be listed."""
        return ()

    def misfits(self, value: Any) -> Iterator[str]:  # noqa: ARG002
        """What is wrong with an answer that is there, as what to do."""
        yield from ()

    def untimely(self, value: Any, today: date) -> Iterator[str]:  # noqa: ARG002
        """The same, on a day: `today` is the day in the round's time zone."""
        yield from ()

    def wanted(self) -> str:
        """What an answer must be, in a few words beside its field; "" where any will do."""
        return ""

    def lacking(self, value: Any | None) -> Iterator[tuple[str, str]]:
        """What a required answer lacks: what to do, and why ("": it is just not there)."""
        if is_empty(value) and not self.optional:
            yield self.missing.format(name=self.name), ""

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the question itself, though each of its names has a value that it
        can have."""
        yield from ()

    def parts(self) -> list[tuple[str, str, str]]:
        """What the pack lists within it: group, id and text of each. Within a group ids must
        differ, and no text may lack."""
        return []


class Written(Question):
    """A question answered in words, so that it can have a limit."""

    limit: Limit | None = None


@lru_cache(maxsize=64)
def _reader(kind: type[Question]) -> TypeAdapter[Any]:
    return TypeAdapter(kind.answer)


def limit_of(question: Question) -> Limit | None:
    """The question's limit, if its kind can have one."""
    return question.limit if isinstance(question, Written) else None
