"""Telling what makes one bid into another: a line for each thing that changed, verbs first, so
that a name can stand before it: "Leeds | raised User researcher from 40 to 45 days"."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from bidwriter.bids.bid import Bid, chooses_language
from bidwriter.bids.cells import around_at, column_at, row_at
from bidwriter.bids.changes import Edit, diff
from bidwriter.bids.history.bringing_back import shown_as
from bidwriter.bids.places import COMMENTS, Place
from bidwriter.bids.telling.prose import prose_words
from bidwriter.bids.telling.tables import cell_changed, row_added, row_removed
from bidwriter.bids.telling.values import leaf_words, principle_name
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.tables.table import Table


class Told(NamedTuple):
    """One thing that changed: where, in words, and what stood and stands there as plain text."""

    place: Place
    words: str
    before: str = ""
    after: str = ""


def tell(old: Bid, new: Bid) -> tuple[Told, ...]:
    """What makes `old` into `new`, in the order of the questions. Comments and the language
    of the form are not told."""
    old = shown_as(old, new)  # what was, in the words of today
    edits = [e for e in diff(old, new) if not COMMENTS.holds(e.place)]
    edits = [e for e in edits if not chooses_language(new, e.place)]
    order = {q.id: i for i, q in enumerate(new.round.questions)}
    told = [t for e in edits if (t := _told(old, new, e, edits)) is not None]
    return tuple(sorted(told, key=lambda t: order.get(t.place.root, len(order))))


def question_name(bid: Bid, place: Place) -> str:
    """What the question of a place is called, or what stands for it."""
    root = place.question or place.root
    question = bid.round.by_id.get(root)
    names = {
        "attachments": "Attachments", "own-deadline": "Your own deadline", "round": "The round",
        "language": "The language of the form",
        "conflicts": "Left to decide",
    }  # fmt: skip
    return question.name if question else names.get(root, root)


def _told(old: Bid, new: Bid, edit: Edit, edits: list[Edit]) -> Told | None:
    place = edit.place
    match place.root:
        case "evidence":
            return _evidence(new, place, edit, edits)
        case "finished":
            words = "marked the answer as finished" if edit.after else "opened the answer again"
            return Told(edit.place, words)
        case "attachments":
            return _attachment(old, new, place, edit)
        case "own-deadline":
            return Told(edit.place, f"set your own deadline to {edit.after or 'none'}")
        case "round":
            was, is_ = old.round.version, new.round.version
            return Told(edit.place, f"took version {is_} of the round in place of {was}")
        case "conflicts":
            return _conflict(edit)
        case _:
            return _answer(old, new, place, edit)


def _answer(old: Bid, new: Bid, place: Place, edit: Edit) -> Told | None:
    question = new.round.by_id.get(place.root) or old.round.by_id.get(place.root)
    if question is None:
        return Told(edit.place, "changed an answer that the round does not ask for")
    was, is_ = (leaf_words(b, edit.place, v) for b, v in ((old, edit.before), (new, edit.after)))
    if isinstance(question, Table):
        words = _row(old, new, place, edit)
        shown = (was, is_) if place.field else ("", "")
        return Told(edit.place, words, *shown) if words else None
    if column := column_at(new, place) or column_at(old, place):
        around = around_at(new, place)
        words = column.cell.changed(column.told, edit.before, edit.after, around)
        return Told(edit.place, words, was, is_)
    return Told(edit.place, _single(question, edit, was, is_), was, is_)


def _single(question: AnyQuestion, edit: Edit, was: str, is_: str) -> str:
    if question.is_prose:
        return prose_words(str(edit.before or ""), str(edit.after or ""))
    if isinstance(edit.before, tuple) or isinstance(edit.after, tuple):
        return _choices(was, is_)
    if not was:
        return f"answered “{_short(is_)}”"
    if not is_:
        return f"took the answer “{_short(was)}” out"
    return f"changed “{_short(was)}” to “{_short(is_)}”"


def _choices(was: str, is_: str) -> str:
    old, new = was.splitlines(), is_.splitlines()
    added = [f"“{c}”" for c in new if c not in old]
    out = [f"“{c}”" for c in old if c not in new]
    parts = [*([f"chose {', '.join(added)}"] if added else []),
             *([f"took out {', '.join(out)}"] if out else [])]  # fmt: skip
    return " and ".join(parts) or "put the choices in another order"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:57].rstrip()}..."


def _row(old: Bid, new: Bid, place: Place, edit: Edit) -> str:
    """Words for an edit in a table; "" where a row's own words say it already."""
    was, is_ = row_at(old, place), row_at(new, place)
    if was is None or is_ is None:
        if place.field:
            return ""
        return row_added(is_) if is_ is not None else row_removed(was) if was is not None else ""
    if not place.field:
        return f"moved {is_.title}"
    return cell_changed(new, place, is_, edit.before, edit.after)


def _evidence(new: Bid, place: Place, edit: Edit, edits: list[Edit]) -> Told | None:
    name = principle_name(new, place.principle)
    if place.field and any(e.place == place.whole for e in edits):
        return None
    if not place.field:
        words = (
            f"marked {name} as {edit.after}" if edit.after else f"took back that it shows {name}"
        )
        return Told(edit.place, words)
    what = "the reason for" if place.field == "reason" else "the commitment named with"
    return Told(edit.place, f"changed {what} {name}", *_values(new, edit))


def _values(bid: Bid, edit: Edit) -> tuple[str, str]:
    return leaf_words(bid, edit.place, edit.before), leaf_words(bid, edit.place, edit.after)


def _attachment(old: Bid, new: Bid, place: Place, edit: Edit) -> Told | None:
    names = {a.sha256: a.name for a in (*old.attachments, *new.attachments)}
    name = names.get(place.row, "a file")
    if place.field == "about" and edit.before is not None:
        return Told(edit.place, f"changed what “{name}” is", *_values(new, edit))
    both = {a.sha256 for a in old.attachments} & {a.sha256 for a in new.attachments}
    if place.field == "for" and place.row in both:
        was, is_ = _values(new, edit)
        words = f"“{name}” answers {is_}" if is_ else f"“{name}” no longer answers {was}"
        return Told(edit.place, words, was, is_)
    if place.field:
        return None
    if edit.before is None:
        return Told(edit.place, f"attached “{name}”")
    if edit.after is None:
        return Told(edit.place, f"took the attachment “{edit.before}” out")
    return Told(edit.place, f"renamed the attachment “{edit.before}” to “{edit.after}”")


def _conflict(edit: Edit) -> Told:
    raw = json.loads(str(edit.after or edit.before))
    place = Place(raw["parts"][0]["place"])
    return Told(place, "left a conflict to decide" if edit.after else "decided a conflict")


def told_together(old: Bid, new: Bid) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """What changed, gathered under the name of each question."""
    found: dict[str, list[Told]] = {}
    for told in tell(old, new):
        found.setdefault(question_name(new, told.place), []).append(told)
    yield from ((name, tuple(lines)) for name, lines in found.items())
