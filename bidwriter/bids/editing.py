"""Bid → bid functions: what the window and the command line do to a bid.

They hand back a new bid; `changes.diff` then says what changed, so nobody builds edits by hand.
"""

from datetime import date
from typing import Any

from pydantic import ValidationError

from bidwriter.bids.bid import Attachment, Bid, Evidence, Strength, rebuilt
from bidwriter.bids.cells import rows_of
from bidwriter.bids.leaves import with_answer, with_leaves, with_round
from bidwriter.bids.places import LANGUAGE, Place
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.kinds import Value
from bidwriter.kinds.tables.partners import Partner
from bidwriter.kinds.tables.rows import Row, key_between, keys_after, new_id
from bidwriter.kinds.tables.table import Table
from bidwriter.kinds.wording import plain_errors
from bidwriter.rounds.languages import as_spoken
from bidwriter.rounds.round import Round


def new_bid(round_: Round) -> Bid:
    """An empty bid for a round."""
    return Bid(bid_id=new_id() + new_id(), round=round_)


def set_answer(bid: Bid, question: str, value: Value | None) -> Bid:
    """`bid` with one answer replaced; None or an empty value takes it away."""
    return with_answer(bid, question, value)


def add_rows(bid: Bid, question: str, rows: tuple[dict[str, Any], ...], after: str = "") -> Bid:
    """`bid` with new rows at the end of a table, or after the row `after`. Cells are JSON values.

    Raises NotAllowedError.
    """
    table = _table(bid, question)
    if table.rows_are_fixed:
        raise NotAllowedError(f"The rows of “{table.name}” are the fund's: fill in those it has")
    row_type = table.row
    present = rows_of(bid, question)
    if len(present) + len(rows) > table.most_added:
        raise NotAllowedError(f"“{table.name}” can hold {table.most_added:,} rows at most")
    keys = _keys_after_row(present, after, len(rows)) if after else keys_after(present, len(rows))
    try:
        made = tuple(
            row_type.model_validate({**cells, "id": row_type.id_for(cells), "order": key})
            for cells, key in zip(rows, keys, strict=True)
        )
    except ValidationError as error:
        raise NotAllowedError(plain_errors(error)[0]) from None
    there = {row.id for row in present}
    for row in made:
        if row.id in there:
            raise NotAllowedError(f"“{row.title}” is there already: change {question}/{row.id}")
        there.add(row.id)
    return with_answer(bid, question, present + made)


def _table(bid: Bid, question: str) -> Table:
    table = bid.round.by_id.get(question)
    if not isinstance(table, Table):
        raise NotAllowedError(f"“{question}” has no rows")
    return table


def _not_fixed(bid: Bid, question: str, row: str) -> None:
    table = _table(bid, question)
    if table.is_fixed(row):
        raise NotAllowedError(
            f"This row of “{table.name}” is the fund's: it stays where it is; clear its cells"
        )


def _keys_after_row(rows: tuple[Row, ...], after: str, many: int) -> tuple[str, ...]:
    orders = [row.order for row in rows]
    at = next(i for i, row in enumerate(rows) if row.id == after)
    low, high = orders[at], orders[at + 1] if at + 1 < len(orders) else ""
    keys: list[str] = []
    for _ in range(many):
        low = key_between(low, high)
        keys.append(low)
    return tuple(keys)


def remove_row(bid: Bid, question: str, row: str) -> Bid:
    """`bid` without one row and without what it was evidence of. Raises NotAllowedError for a row
    that the pack fixes."""
    _not_fixed(bid, question, row)
    kept = tuple(r for r in rows_of(bid, question) if r.id != row)
    place = Place(question).at(row)
    evidence = tuple(e for e in bid.evidence if e.place != place)
    return rebuilt(with_answer(bid, question, kept), evidence=evidence)


def clear_rows(bid: Bid, question: str) -> Bid:
    """`bid` without the rows of a table and without what they were evidence of; rows that the pack
    fixes are emptied."""
    table = _table(bid, question)
    for row in rows_of(bid, question):
        if table.is_fixed(row.id):
            bid = set_cell(bid, question, row.id, {key: None for key, _ in row.leaves() if key})
        else:
            bid = remove_row(bid, question, row.id)
    return bid


def move_row(bid: Bid, question: str, row: str, by: int) -> Bid:
    """`bid` with one row moved up (-1) or down (+1) by a place; at the edge it stays. Raises
    NotAllowedError for a row that the pack fixes."""
    _not_fixed(bid, question, row)
    rows = list(rows_of(bid, question))
    at = next(i for i, r in enumerate(rows) if r.id == row)
    moved = rows.pop(at)
    to = min(max(at + by, 0), len(rows))
    low = rows[to - 1].order if to > 0 else ""
    high = rows[to].order if to < len(rows) else ""
    if to == at:
        return bid
    rows.insert(to, moved.model_copy(update={"order": key_between(low, high)}))
    return with_answer(bid, question, tuple(rows))


def set_cell(bid: Bid, question: str, row: str, cells: dict[str, Leaf]) -> Bid:
    """`bid` with cells of one row set, by their written names. Raises NotAllowedError."""
    return with_leaves(bid, {Place(question).at(row, field): leaf for field, leaf in cells.items()})


def make_lead(bid: Bid, question: str, row: str) -> Bid:
    """`bid` with this partner as its only lead."""
    rows = tuple(
        r.model_copy(update={"lead": True if r.id == row else None})
        for r in rows_of(bid, question)
        if isinstance(r, Partner)
    )
    return with_answer(bid, question, rows)


def set_evidence(  # noqa: PLR0917
    bid: Bid, place: str, principle: int, strength: Strength | None, reason: str | None = None,
    commitment: str | None = None,
) -> Bid:  # fmt: skip
    """`bid` where the item at `place` shows a principle this strongly; None: not at all. What is
    not given stays as it was."""
    old = evidence_at(bid, place, principle)
    others = [e for e in bid.evidence if (e.place, e.principle) != (place, principle)]
    if strength:
        others.append(
            Evidence(
                place=Place(place),
                principle=principle,
                strength=strength,
                reason=reason if reason is not None else (old.reason if old else ""),
                commitment=commitment
                if commitment is not None
                else (old.commitment if old else ""),
            )
        )
    return rebuilt(bid, evidence=tuple(sorted(others, key=lambda e: (e.place, e.principle))))


def evidence_at(bid: Bid, place: str, principle: int) -> Evidence | None:
    """What is said of an item and a principle."""
    return next((e for e in bid.evidence if (e.place, e.principle) == (place, principle)), None)


def set_finished(bid: Bid, question: str, *, done: bool) -> Bid:
    """`bid` with the officer's own mark on a question set or taken away."""
    marks = set(bid.finished) - {question} | ({question} if done else set())
    return rebuilt(bid, finished=tuple(sorted(marks)))


def set_own_deadline(bid: Bid, deadline: date | None) -> Bid:
    """`bid` with the team's own deadline."""
    return rebuilt(bid, own_deadline=deadline)


def attach(bid: Bid, attachment: Attachment) -> Bid:
    """`bid` with an attachment. The same content again only changes its name, what is said of it
    where something is, and adds to the questions that it answers."""
    others = [a for a in bid.attachments if a.sha256 != attachment.sha256]
    same = next((a for a in bid.attachments if a.sha256 == attachment.sha256), attachment)
    for_ = tuple(sorted({*attachment.for_, *same.for_}))
    about = attachment.about or same.about
    attachment = attachment.model_copy(update={"about": about, "for_": for_})
    both = sorted([*others, attachment], key=lambda a: (a.name.casefold(), a.sha256))
    return rebuilt(bid, attachments=tuple(both))


def answer_with(bid: Bid, question: str, sha256: str, *, answers: bool) -> Bid:
    """`bid` in which an attachment answers a question that asks for files, or does not."""
    held = {question} if answers else set()

    def of(item: Attachment) -> Attachment:
        if item.sha256 != sha256:
            return item
        return item.model_copy(update={"for_": tuple(sorted({*item.for_} - {question} | held))})

    return rebuilt(bid, attachments=tuple(map(of, bid.attachments)))


def detach(bid: Bid, sha256: str) -> Bid:
    """`bid` without an attachment."""
    return rebuilt(bid, attachments=tuple(a for a in bid.attachments if a.sha256 != sha256))


def take_round(bid: Bid, round_: Round) -> Bid:
    """`bid` drafted with another pack; answers that it no longer asks are kept."""
    return with_round(bid, as_spoken(round_, bid.round))


def set_language(bid: Bid, code: str) -> Bid:
    """`bid` with its form in one of its round's languages; "" for English. Raises
    NotAllowedError."""
    return with_leaves(bid, {LANGUAGE: code or None})
