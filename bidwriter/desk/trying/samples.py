"""The sample answers of a pack, read as one would type them into a bid (`bids/typed`)."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bidwriter.bids.bid import Bid, Evidence
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.bids.typed.values import as_typed
from bidwriter.kinds.frozen import NotAllowedError, is_empty
from bidwriter.kinds.kinds import AnyQuestion, Value
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.tables.table import Table
from bidwriter.prose.characters import all_seen
from bidwriter.rounds.linting.finding import Further
from bidwriter.rounds.linting.near import did_you_mean
from bidwriter.rounds.round import Round
from bidwriter.rounds.samples import SAMPLE_PLACE

EVIDENCE = "evidence"
MOST_ROWS = 100  # of one question: each is checked with the rest of the bid
_ROWS = "Write a table for each row: [[{}]], and below it the cells"
_CELLS = "Write a table for each row that the round gives: [{}.ROW], and below it the cells"


class Samples(NamedTuple):
    """Sample answers by question, what they say shows a principle, and what of them could not be
    taken."""

    answers: Mapping[str, Value] = {}
    evidence: tuple[Evidence, ...] = ()
    passed: tuple[Further, ...] = ()


def samples_of(data: Mapping[str, Any], round_: Round) -> Samples:
    """What the data of a pack's sample answers mean in its round."""
    order = [id_ for s in round_.sections for task in s.tasks for id_ in task.questions]
    bid = Bid(bid_id="madeuptotryaround", round=round_)
    passed: list[Further] = []
    known = {id_: data[id_] for id_ in order if id_ in data}
    for id_, value in known.items():
        try:
            bid = _answered(bid, round_.by_id[id_], all_seen(value))
        except _NotTakenError as error:
            passed.append(error.further)
    passed += [_unknown(name, round_) for name in data if name not in known and name != EVIDENCE]
    if EVIDENCE in data:
        bid, wrong = _with_evidence(bid, all_seen(data[EVIDENCE]))
        passed += wrong
    answers = {answer.question: answer.value for answer in bid.answers}
    return Samples(answers, bid.evidence, tuple(passed))


class _NotTakenError(Exception):
    """A sample answer that is not taken."""

    def __init__(self, steps: str, words: str, remedy: str = "") -> None:
        super().__init__(words)
        remedy = remedy or "Write it as “bidwriter set” takes it; see docs/command-line.md"
        self.further = Further(f"{SAMPLE_PLACE}/{steps}", words.rstrip("."), remedy)


def _unknown(name: str, round_: Round) -> Further:
    words = f"The round asks nothing called “{name[:60]}”"
    near = did_you_mean(name, round_.by_id) or "Write the id of a question"
    aliases = {info.alias or field for field, info in Round.model_fields.items()}
    if name.replace("-", "_") in aliases and name not in round_.by_id:
        words = f"“{name}” is of the round, and this file holds sample answers alone"
        near = "Write it in round.toml, or in a file with another name"
    return Further(f"{SAMPLE_PLACE}/{name}", words, near)


def _answered(bid: Bid, question: AnyQuestion, value: Any) -> Bid:
    """`bid` with one sample answer, or without. Raises _NotTakenError."""
    for steps, place, one in _typed(question, value):
        try:
            bid = set_typed(bid, place, as_typed(one))
        except NotAllowedError as error:
            raise _NotTakenError(steps, str(error)) from None
    if is_empty(bid.answer(question.id)):
        raise _NotTakenError(question.id, "The sample answer says nothing", "Write it, or leave it")
    return bid


def _typed(question: AnyQuestion, value: Any) -> Iterator[tuple[str, str, Any]]:
    """Where each part of a value stands in the file, its place in a bid, and the part."""
    id_ = question.id
    if question.is_of_files:
        words = "A sample answer cannot be a file; bidwriter makes one up"
        raise _NotTakenError(id_, words, "Take it out")
    if isinstance(question, Table) and question.rows_are_fixed:
        if not _is_of_tables(value, dict):
            raise _NotTakenError(id_, "A grid takes its rows by their ids", _CELLS.format(id_))
        yield from ((f"{id_}/{row}", f"{id_}/{row}", cells) for row, cells in value.items())
    elif isinstance(question, Table):
        if not _is_of_tables(value, list):
            raise _NotTakenError(id_, "A table takes its answer by rows", _ROWS.format(id_))
        if len(value) > MOST_ROWS:
            words = f"A sample answer has at most {MOST_ROWS} rows, and this one {len(value):,}"
            raise _NotTakenError(id_, words, "Leave some out")
        yield from ((f"{id_}/{at}", f"{id_}/+", cells) for at, cells in enumerate(value))
    elif isinstance(value, dict) and not isinstance(question, InParts):
        raise _NotTakenError(id_, "This question has one value and no parts")
    elif isinstance(value, list) and not (
        question.is_set and all(isinstance(v, str) for v in value)
    ):
        raise _NotTakenError(id_, "This question takes no list")
    else:
        yield id_, id_, value


def _is_of_texts(value: list[Any]) -> bool:
    return all(isinstance(part, str) for part in value)


def _is_of_tables(value: Any, sort: type) -> bool:
    parts = value.values() if isinstance(value, dict) else value
    return isinstance(value, sort) and all(isinstance(part, dict) for part in parts)


def _with_evidence(bid: Bid, said: Any) -> tuple[Bid, list[Further]]:
    """[evidence.QUESTION] with a principle's number = { strength, reason, commitment }."""
    passed: list[Further] = []
    questions = said if _is_of_tables(said, dict) else {"": said}
    for id_, principles in questions.items():
        for number, parts in principles.items() if isinstance(principles, dict) else [("", "")]:
            steps = "/".join(filter(None, (EVIDENCE, id_, number)))
            try:
                bid = _shown(bid, id_, number, parts)
            except NotAllowedError as error:
                passed.append(_NotTakenError(steps, str(error), _AS_EVIDENCE).further)
    return bid, passed


_AS_EVIDENCE = 'Write it like [evidence.summary] and 1 = { strength = "strong", reason = "…" }'


def _shown(bid: Bid, id_: str, number: str, parts: Any) -> Bid:
    if not (isinstance(parts, dict) and number.isdecimal() and "strength" in parts):
        raise NotAllowedError("Evidence is a strength and a reason for each principle")
    if bid.round.by_id.get(id_) and is_empty(bid.answer(id_)):
        raise NotAllowedError(f"“{id_}” has no sample answer that could show a principle")
    place = Place(id_).showing(int(number))
    if any(not isinstance(part, str) for part in parts.values()):
        raise NotAllowedError(f"Evidence takes words alone, not {json.dumps(parts)[:60]}")
    bid = set_typed(bid, str(place), parts["strength"])
    for name, words in parts.items():
        if name not in ("strength", "reason", "commitment"):
            raise NotAllowedError(f"“{name[:60]}” is not one of: strength, reason, commitment")
        if name != "strength":
            bid = set_typed(bid, str(place.at(name)), words)
    return bid
