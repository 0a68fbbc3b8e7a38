"""A bid as leaves: small JSON values, each at a written place. Changes are made of them.

A row's own leaf is its sort key; evidence's own leaf is its strength; an attachment's, its name.
A comment and a conflict are one leaf each: their JSON.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from bidwriter.bids.bid import Answer, Attachment, Bid, Evidence, chooses_language, rebuilt
from bidwriter.bids.comment import Comment
from bidwriter.bids.conflict import Conflict
from bidwriter.bids.places import (
    ATTACHMENTS,
    COMMENTS,
    CONFLICTS,
    FINISHED,
    LANGUAGE,
    OWN_DEADLINE,
    Place,
    read_place,
)
from bidwriter.kinds.frozen import Leaf, NotAllowedError, is_empty
from bidwriter.kinds.kinds import KINDS, Value
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.parts.parted import Parted
from bidwriter.kinds.tables.rows import Row, in_order
from bidwriter.kinds.tables.table import Table
from bidwriter.kinds.values.day import Date
from bidwriter.kinds.wording import plain_errors
from bidwriter.rounds.languages import as_spoken, in_language
from bidwriter.rounds.round import Round, read_round


def answer_leaves(answer: Answer) -> Iterator[tuple[Place, Leaf]]:
    """The leaves of one answer: one, or those of its parts, or of a table's rows and cells."""
    kind = KINDS[answer.kind]
    if issubclass(kind, InParts):
        yield from _part_leaves(answer.question, answer.value)
        return
    if issubclass(kind, Table):
        for row in answer.value:
            yield from row_leaves(answer.question, row)
    else:
        yield Place(answer.question), kind.leaf(answer.value)


def _part_leaves(question: str, value: Parted) -> Iterator[tuple[Place, Leaf]]:
    for column in value.columns:
        leaf = column.leaf(value)
        if leaf is not None:
            yield Place(question).at(column.key), leaf


def row_leaves(question: str, row: Row) -> Iterator[tuple[Place, Leaf]]:
    """The leaves of one row, its own first."""
    place = Place(question).at(row.id)
    for key, leaf in row.leaves():
        yield place.at(key) if key else place, leaf


def evidence_leaves(evidence: Evidence) -> Iterator[tuple[Place, Leaf]]:
    """The leaves of one piece of evidence."""
    place = evidence.place.showing(evidence.principle)
    yield place, evidence.strength
    if evidence.reason:
        yield place.at("reason"), evidence.reason
    if evidence.commitment:
        yield place.at("commitment"), evidence.commitment


def attachment_leaves(attachment: Attachment) -> Iterator[tuple[Place, Leaf]]:
    """The leaves of one attachment."""
    place = ATTACHMENTS.at(attachment.sha256)
    yield place, attachment.name
    yield place.at("type"), attachment.type
    yield place.at("size"), attachment.size
    if attachment.about:
        yield place.at("about"), attachment.about
    if attachment.for_:
        yield place.at("for"), attachment.for_
    if attachment.pages is not None:
        yield place.at("pages"), attachment.pages


def comment_leaves(comment: Comment) -> Iterator[tuple[Place, Leaf]]:
    """The leaf of one comment."""
    yield COMMENTS.at(comment.id), comment.model_dump_json(by_alias=True, exclude_defaults=True)


def conflict_leaves(conflict: Conflict) -> Iterator[tuple[Place, Leaf]]:
    """The leaf of one conflict."""
    yield CONFLICTS.at(conflict.id), conflict.model_dump_json(by_alias=True, exclude_defaults=True)


def marks(bid: Bid) -> dict[Place, Leaf]:
    """The leaves of the officer's own marks."""
    return {FINISHED.at(question): True for question in bid.finished}


def deadline_leaf(bid: Bid) -> Leaf:
    """The leaf of the team's own deadline."""
    return Date.leaf(bid.own_deadline) if bid.own_deadline else None


def language_leaf(bid: Bid) -> Leaf:
    """The leaf of the form's language."""
    return bid.language or None


def leaves_of(bid: Bid) -> dict[Place, Leaf]:
    """Every leaf of the bid but the round's own data, and the comments and the form's language,
    which are beside the bid and no part of it."""
    leaves: dict[Place, Leaf] = {}
    for answer in bid.answers:
        leaves.update(answer_leaves(answer))
    for evidence in bid.evidence:
        leaves.update(evidence_leaves(evidence))
    for attachment in bid.attachments:
        leaves.update(attachment_leaves(attachment))
    leaves.update(marks(bid))
    if bid.own_deadline:
        leaves[OWN_DEADLINE] = deadline_leaf(bid)
    for conflict in bid.conflicts:
        leaves.update(conflict_leaves(conflict))
    return leaves


def leaf_at(bid: Bid, text: str) -> Leaf:
    """The leaf at a written place; None where there is none."""
    place = read_place(text)
    if place.root == "round":
        return bid.round.as_read
    if place.root == "own-deadline":
        return deadline_leaf(bid)
    if chooses_language(bid, place):
        return language_leaf(bid)
    return dict(_leaves_near(bid, place)).get(place)


def _leaves_near(bid: Bid, place: Place) -> Iterator[tuple[Place, Leaf]]:
    """The leaves of the one thing that a place is about."""
    match place.root:
        case "evidence":
            near = (
                e for e in bid.evidence if (e.place, e.principle) == (place.item, place.principle)
            )
            yield from _all(near, evidence_leaves)
        case "finished":
            if place.row in bid.finished:
                yield place, True
        case "attachments":
            yield from _all(
                (a for a in bid.attachments if a.sha256 == place.row), attachment_leaves
            )
        case "comments":
            yield from _all((c for c in bid.comments if c.id == place.row), comment_leaves)
        case "conflicts":
            yield from _all((c for c in bid.conflicts if c.id == place.row), conflict_leaves)
        case question:
            yield from _all((a for a in bid.answers if a.question == question), answer_leaves)


T = TypeVar("T")


def _all(
    things: Iterable[T], leaves: Callable[[T], Iterator[tuple[Place, Leaf]]]
) -> Iterator[tuple[Place, Leaf]]:
    for thing in things:
        yield from leaves(thing)


# --- setting leaves --------------------------------------------------------------------------


def with_leaves(bid: Bid, leaves: Mapping[Place, Leaf]) -> Bid:
    """`bid` with these leaves set (None takes one away). Raises NotAllowedError with the place."""
    by_root: dict[str, dict[Place, Leaf]] = {}
    for text, leaf in leaves.items():
        place = read_place(text)
        by_root.setdefault(place.root, {})[place] = leaf
    for root, wanted in sorted(by_root.items(), key=lambda item: item[0] != "round"):
        try:
            bid = _with_root(bid, root, wanted)
        except ValidationError as error:
            place = next(iter(wanted))
            raise NotAllowedError(f"{place}: {plain_errors(error)[0]}") from None
    return bid


def _with_root(bid: Bid, root: str, wanted: dict[Place, Leaf]) -> Bid:
    match root:
        case "round":
            return _with_round(bid, wanted)
        case "evidence":
            return rebuilt(bid, evidence=_with_evidence(bid, wanted))
        case "attachments":
            return rebuilt(bid, attachments=_with_attachments(bid, wanted))
        case "finished":
            marks = set(bid.finished) - {place.row for place in wanted}
            marks |= {place.row for place, leaf in wanted.items() if leaf is True}
            return rebuilt(bid, finished=tuple(sorted(marks)))
        case "comments":
            said = _with_each(Comment, bid.comments, wanted)
            return rebuilt(bid, comments=tuple(sorted(said, key=lambda c: (c.when, c.id))))
        case "conflicts":
            open_ = _with_each(Conflict, bid.conflicts, wanted)
            return rebuilt(bid, conflicts=tuple(sorted(open_, key=lambda c: (c.place, c.id))))
        case "own-deadline":
            leaf = next(iter(wanted.values()))
            day = Date.reader().validate_python(leaf) if leaf else None
            return rebuilt(bid, own_deadline=day)
        case _ if LANGUAGE in wanted and chooses_language(bid, LANGUAGE):
            return _with_language(bid, wanted[LANGUAGE])
        case question:
            return with_answer(bid, question, _answer_with(bid, question, wanted))


def with_answer(bid: Bid, question: str, value: Value | None) -> Bid:
    """`bid` with one answer replaced by a valid value, or taken away."""
    others = [answer for answer in bid.answers if answer.question != question]
    tidy = None if value is None else bid.round.by_id[question].tidy(value)
    if is_empty(tidy):
        return rebuilt(bid, answers=tuple(others))
    new = Answer(question, bid.round.by_id[question].kind, tidy)
    return rebuilt(bid, answers=tuple(sorted([*others, new], key=lambda answer: answer.question)))


def _answer_with(bid: Bid, id_: str, wanted: dict[Place, Leaf]) -> Value | None:
    question = bid.round.by_id.get(id_)
    if question is None:
        raise NotAllowedError(f"This round asks nothing called “{id_}”")
    if question.is_of_files:
        raise NotAllowedError(f"“{id_}” is answered by attachments alone")
    if isinstance(question, Table):
        rows: Any = bid.answer(id_) or ()
        return _rows_with(question, question.every_row(rows), wanted)
    if isinstance(question, InParts):
        return _parts_with(bid.answer(id_), question, wanted)
    (place, leaf), *more = wanted.items()
    if place.row or more:
        raise NotAllowedError(f"{place}: “{id_}” has no parts")
    value: Value | None = None if leaf is None else question.reader().validate_python(leaf)
    return value


def _parts_with(value: Any, question: InParts, wanted: dict[Place, Leaf]) -> Parted | None:
    parts: dict[str, Leaf] = {
        place.row: leaf for place, leaf in (_part_leaves(question.id, value) if value else ())
    }
    for place, leaf in wanted.items():
        if place.field or question.column(place.row) is None:
            keys = ", ".join(column.key for column in question.columns)
            raise NotAllowedError(f"{place}: “{question.id}” has the parts {keys}")
        parts[place.row] = leaf
    return question.whole.model_validate(parts)


def _rows_with(table: Table, rows: tuple[Row, ...], wanted: dict[Place, Leaf]) -> tuple[Row, ...]:
    raw = {row.id: {key or "order": leaf for key, leaf in row.leaves()} for row in rows}
    changed: set[str] = set()
    for place, leaf in wanted.items():
        if not place.row:
            raise NotAllowedError(f"“{place.root}” is a table; name a row")
        changed.add(place.row)
        cells = raw.setdefault(place.row, {})
        if leaf is None:
            cells.pop(place.field or "order", None)
        else:
            cells[place.field or "order"] = leaf
    built: list[Row] = [row for row in rows if row.id not in changed]
    for id_ in changed:
        row = table.made(id_, raw[id_])
        if row is not None:
            built.append(row)
    return in_order(built)


def _with_evidence(bid: Bid, wanted: dict[Place, Leaf]) -> tuple[Evidence, ...]:
    raw = {(e.place, e.principle): e.model_dump() for e in bid.evidence}
    for place, leaf in wanted.items():
        cells = raw.setdefault(
            (place.item, place.principle), {"place": place.item, "principle": place.principle}
        )
        cells[place.field or "strength"] = leaf if leaf is not None else ""
    kept = [cells for cells in raw.values() if cells.get("strength")]
    made = [Evidence.model_validate(cells) for cells in kept]
    return tuple(sorted(made, key=lambda e: (e.place, e.principle)))


def _with_attachments(bid: Bid, wanted: dict[Place, Leaf]) -> tuple[Attachment, ...]:
    raw = {a.sha256: a.model_dump(by_alias=True) for a in bid.attachments}
    for place, leaf in wanted.items():
        cells = raw.setdefault(place.row, {"sha256": place.row})
        cells[place.field or "name"] = leaf
        if leaf is None:
            cells.pop(place.field or "name")
    made = [Attachment.model_validate(cells) for cells in raw.values() if cells.get("name")]
    return tuple(sorted(made, key=lambda a: (a.name.casefold(), a.sha256)))


C = TypeVar("C", Comment, Conflict)


def _with_each(kind: type[C], things: tuple[C, ...], wanted: dict[Place, Leaf]) -> list[C]:
    """`things` with those of the wanted ids set or taken away; each is one leaf, its JSON."""
    kept = {thing.id: thing for thing in things}
    for place, leaf in wanted.items():
        kept.pop(place.row, None)
        if leaf is not None:
            made = kind.model_validate_json(str(leaf))
            kept[made.id] = made
    return list(kept.values())


def _with_round(bid: Bid, wanted: dict[Place, Leaf]) -> Bid:
    source = next(iter(wanted.values()))
    if not isinstance(source, str):
        raise NotAllowedError("A bid always has a round")
    return with_round(bid, as_spoken(read_round(json.loads(source)), bid.round))


def with_round(bid: Bid, round_: Round) -> Bid:
    """`bid` asked by another pack. Its answers are all kept; the rows of tables are what that
    pack makes of them."""
    answers = tuple(_asked_by(round_, answer) for answer in bid.answers)
    return rebuilt(bid, round=round_, answers=answers)


def _asked_by(round_: Round, answer: Answer) -> Answer:
    question = round_.by_id.get(answer.question)
    if not isinstance(question, Table) or question.kind != answer.kind:
        return answer
    return answer._replace(value=question.tidy(answer.value))


def _with_language(bid: Bid, leaf: Leaf) -> Bid:
    try:
        return rebuilt(bid, round=in_language(bid.round, str(leaf or "")))
    except KeyError:
        raise NotAllowedError(
            f"The form of this round is not there in “{str(leaf)[:20]}”"
        ) from None
