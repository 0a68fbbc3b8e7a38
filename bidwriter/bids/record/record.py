"""`bid.json`: the record of a bid, readable without bidwriter, and back.

The record repeats each question's wording and gives each answer both as data and as printed
words. Only the data is believed when it is read: words, counts, sums and the content hash are
worked out again, and `differing.py` says where the record stated something else.
"""

from typing import Any, Literal

from pydantic import Field, JsonValue, ValidationError

from bidwriter.bids.bid import Answer, Attachment, Bid, Evidence, kept_answers
from bidwriter.bids.person import Stamp
from bidwriter.bids.printing.limits import use_of_limit, words_in
from bidwriter.bids.printing.live_figures import live_figure
from bidwriter.bids.printing.printed import names_of, printed_text
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.figures import Figures, figures
from bidwriter.bids.record.file_names import file_names
from bidwriter.bids.record.migrations import second_form
from bidwriter.forms import Form, Unknown, put_back, read_known
from bidwriter.kinds.frozen import Frozen, Words, is_empty
from bidwriter.kinds.kinds import KINDS, AnyQuestion, Value, adapter
from bidwriter.kinds.wording import plain_errors
from bidwriter.rounds.languages import in_language
from bidwriter.rounds.round import Round

FORM = Form("This bid", "version", (second_form,))


class Withheld(Frozen):
    """Stands in a public copy for what was left out."""

    withheld: Literal[True] = True


class RoundName(Frozen):
    """Which round was answered, and the SHA-256 of its pack."""

    id: str
    version: str
    name: str
    hash: str


class Entry(Frozen):
    """One question with its wording and its answer. `text` is the answer in words; `count` the
    words that its limit counts. `language` is that of a wording that the pack has in English alone,
    in a record of another language."""

    id: str
    number: Words = ""
    wording: Words
    kind: str
    answer: JsonValue = None
    text: Words | Withheld = ""
    count: int = Field(default=0, ge=0)
    limit: int | None = None
    limit_unit: Literal["words", "characters"] | None = None
    language: Literal["en-GB"] | None = None


class FigureInProse(Frozen):
    """What `{{figure:NAME}}` prints in this bid's answers, and the place it comes from."""

    name: str
    label: str
    value: str
    place: str = ""


class KeptAnswer(Frozen):
    """An answer that the bid's round or phase does not ask for: kept, never exported."""

    id: str
    kind: str
    answer: JsonValue


class RecordedAttachment(Attachment):
    """An attachment and its name inside the bag's `attachments` folder."""

    file: str = ""


class Record(Frozen):
    """The whole of `bid.json`."""

    format: Literal["bidwriter-bid"] = "bidwriter-bid"
    version: Literal[2] = 2  # FORM.number
    audience: Literal["full", "public"] = "full"
    bid_id: str = Field(pattern=r"^[a-z0-9]{8,40}$")
    round: RoundName
    language: Literal["cy"] | None = None
    phase: str = ""
    changed: Stamp | None = None
    own_deadline: str | None = None
    content_hash: str = ""
    public_hash: str | None = None
    questions: tuple[Entry, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    finished: tuple[str, ...] = ()
    attachments: tuple[RecordedAttachment, ...] = ()
    figures: Figures | None = None
    figures_in_prose: tuple[FigureInProse, ...] | None = None
    kept: tuple[KeptAnswer, ...] = ()


class RecordError(Exception):
    """A record that cannot become a bid; the message says why, in one line."""


# --- writing ---------------------------------------------------------------------------------


def record(bid: Bid, *, whole: bool) -> dict[str, Any]:
    """The record as JSON values. `whole` keeps what this phase does not ask for and the team's own
    deadline, as a bid file does; a package has neither."""
    asked = bid.asked_by_id
    made = Record(
        bid_id=bid.bid_id,
        round=RoundName(
            id=bid.round.id, version=bid.round.version, name=bid.round.name, hash=bid.round.hash
        ),
        language="cy" if bid.language == "cy" else None,
        phase=bid.phase,
        changed=bid.changed,
        own_deadline=bid.own_deadline.isoformat() if bid.own_deadline and whole else None,
        content_hash=content_hash(bid),
        questions=tuple(entry_of(bid, question) for question in bid.asked),
        evidence=tuple(e for e in bid.evidence if whole or e.place.question in asked),
        finished=tuple(q for q in bid.finished if whole or q in asked),
        attachments=_attachments(bid.attachments if whole else bid.attached),
        figures=figures(bid),
        figures_in_prose=figures_in_prose_of(bid),
        kept=tuple(map(_kept, kept_answers(bid))) if whole else (),
    )
    data = made.model_dump(mode="json", by_alias=True, exclude_none=True)
    return put_back(data, bid.unknown) if whole else data


def _attachments(attached: tuple[Attachment, ...]) -> tuple[RecordedAttachment, ...]:
    names = file_names(attached)
    return tuple(RecordedAttachment(**a.model_dump(), file=names[a.sha256]) for a in attached)


def entry_of(bid: Bid, question: AnyQuestion) -> Entry:
    """What the record says of a question and its answer."""
    value = bid.answer(question.id)
    use = use_of_limit(bid, question)
    return Entry(
        id=question.id,
        number=question.number,
        wording=question.wording,
        kind=question.kind,
        answer=None if value is None else written(question.kind, value),
        text=printed_text(bid, question),
        count=words_in(bid, question),
        limit=use.limit if use else None,
        limit_unit="characters" if use and use.unit == "characters" else "words" if use else None,
        language="en-GB" if bid.language and bid.round.is_english(question.wording) else None,
    )


def figures_in_prose_of(bid: Bid) -> tuple[FigureInProse, ...] | None:
    """Those that the answers hold, each once; None where there are none."""
    names = dict.fromkeys(name for question in bid.asked for name in names_of(bid, question))
    found = (live_figure(bid, name) for name in names)
    listed = tuple(
        FigureInProse(name=f.name, label=f.label, value=f.printed, place=f.place) for f in found
    )
    return listed or None


def written(kind: str, value: Value) -> Any:
    """An answer as JSON values."""
    return adapter(kind).dump_python(value, mode="json", by_alias=True, exclude_none=True)


def _kept(answer: Answer) -> KeptAnswer:
    return KeptAnswer(
        id=answer.question, kind=answer.kind, answer=written(answer.kind, answer.value)
    )


# --- reading ---------------------------------------------------------------------------------


def read_record(data: Any) -> tuple[Record, tuple[Unknown, ...]]:
    """The record in JSON values, and what in it is not known. Raises RecordError, and
    NewerFormError before anything is validated."""
    if not isinstance(data, dict) or data.get("format") != "bidwriter-bid":
        raise RecordError("This is not a bid that bidwriter wrote")
    try:
        return read_known(FORM.current(data), Record.model_validate)
    except ValidationError as error:
        raise RecordError(f"The bid cannot be read: {plain_errors(error)[0]}") from None


def bid_of(made: Record, round_: Round, unknown: tuple[Unknown, ...] = ()) -> Bid:
    """The bid that a record holds, answered against `round_`. `unknown` is what was put aside when
    the record was read; more may be found in the answers. Raises RecordError."""
    answers: dict[str, Answer] = {}
    given = [
        ("questions", e.id, e.kind, e.answer)
        for e in made.questions
        if e.answer is not None and not _is_made_of_files(e.kind)
    ]
    kept = [("kept", k.id, k.kind, k.answer) for k in made.kept]
    for list_, id_, kind, value in (*given, *kept):
        if id_ in answers:
            raise RecordError(f"The bid answers “{id_}” twice")
        if isinstance(value, dict) and value.get("withheld") is True:
            continue
        answer, more = _read_answer(id_, kind, value, round_)
        unknown += tuple(u._replace(path=(list_, id_, "answer", *u.path)) for u in more)
        if not is_empty(answer.value):
            answers[id_] = answer
    try:
        return Bid(
            bid_id=made.bid_id,
            round=_in_its_language(made, round_),
            answers=tuple(answers[id_] for id_ in sorted(answers)),
            evidence=_unique(made.evidence, lambda e: (e.place, e.principle)),
            finished=tuple(sorted(set(made.finished))),
            attachments=_unique(
                tuple(_attachment(a) for a in made.attachments),
                lambda a: (a.name.casefold(), a.sha256),
            ),
            own_deadline=adapter("date").validate_python(made.own_deadline)
            if made.own_deadline
            else None,
            changed=made.changed,
            unknown=unknown,
        )
    except ValidationError as error:
        raise RecordError(f"The bid cannot be read: {plain_errors(error)[0]}") from None


def _in_its_language(made: Record, round_: Round) -> Round:
    try:
        return in_language(round_, made.language or "")
    except KeyError:
        raise RecordError(
            f"The bid says that its form is in “{made.language}”, which its round does not have"
        ) from None


def _is_made_of_files(kind: str) -> bool:
    """Whether the answer is there with the attachments, which are read for themselves."""
    return kind in KINDS and KINDS[kind].is_of_files


def _attachment(recorded: RecordedAttachment) -> Attachment:
    return Attachment.model_validate(recorded.model_dump(exclude={"file"}))


def _read_answer(
    id_: str, kind: str, value: Any, round_: Round
) -> tuple[Answer, tuple[Unknown, ...]]:
    question = round_.by_id.get(id_)
    if question is not None and question.kind != kind:
        raise RecordError(
            f"The answer to “{id_}” is of the kind {kind}; the round asks {question.kind}"
        )
    try:
        read, unknown = read_known(value, adapter(kind).validate_python)
    except KeyError:
        raise RecordError(
            f"“{id_}” is of a kind that bidwriter does not know: {kind[:40]}"
        ) from None
    except ValidationError as error:
        raise RecordError(
            f"The answer to “{id_}” cannot be read: {plain_errors(error)[0]}"
        ) from None
    ids = [row.id for row in read if hasattr(row, "id")] if isinstance(read, tuple) else []
    if len(ids) != len(set(ids)):
        raise RecordError(f"Two rows of “{id_}” have the same id")
    return Answer(id_, kind, question.tidy(read) if question else read), unknown


def _unique(things: tuple[Any, ...], key: Any) -> tuple[Any, ...]:
    by_key = {key(thing): thing for thing in things}
    if len(by_key) != len(things):
        raise RecordError("The bid says the same thing twice in its evidence or attachments")
    return tuple(by_key[k] for k in sorted(by_key))
