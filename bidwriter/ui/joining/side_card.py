"""The two cards of a conflict: yours and theirs, each marked against where both started."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bidwriter.bids.bid import Bid
from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.person import Stamp
from bidwriter.bids.places import Leaf, read_place
from bidwriter.bids.telling.prose import reading
from bidwriter.bids.telling.sides import when_words
from bidwriter.bids.telling.values import cell_label, leaf_words, principle_name
from bidwriter.prose.markdown import parse
from bidwriter.ui.joining.compared_text import ComparedText, Runs, prose_runs, without_out
from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.avatar import Avatar
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.words import Words

_TEXTS = ("note", "reason", "what", "part", "action", "output", "about", "title", "unit", "when")
_HIDDEN = ("type", "size")
LINE = 25


class Shown(NamedTuple):
    """One value of a side: its name where there are several, and its words with marks."""

    label: str
    runs: Runs
    note: str = ""


class SideCard(Card):
    """Who, when, and what they have there."""

    def __init__(self, title: str, stamp: Stamp | None, name: str, values: list[Shown]) -> None:
        super().__init__(padding=(20, 16, 20, 18), spacing=10)
        self.setAccessibleName(title)
        head = row(spacing=10)
        head.addWidget(Avatar(name, size=28), 0, Qt.AlignmentFlag.AlignVCenter)
        names = column(spacing=0)
        names.addWidget(Words(title, "body", weight=600))
        by = f"{name}, {when_words(stamp)}" if stamp else name
        if by != title:
            names.addWidget(Words(by, "small", "text2"))
        head.addLayout(names, 1)
        self.body.addLayout(head)
        for shown in values:
            self.body.addWidget(_value(shown))
        self.body.addStretch(1)


def shown_values(bid: Bid, conflict: Conflict, *, theirs: bool) -> list[Shown]:
    """What one side has, part by part, marked against where both started."""
    parts = [part for part in conflict.parts if _is_worth_showing(part)] or [conflict.parts[0]]
    labelled = len(parts) > 1
    made = []
    for part in parts:
        own, other = (part.theirs, part.mine) if theirs else (part.mine, part.theirs)
        was = part.base if conflict.base_known else other
        shown = _prose(was, own) if conflict.kind == "prose" else _leaf(bid, part.place, was, own)
        if not conflict.base_known:
            shown = shown._replace(runs=without_out(shown.runs), note="")
        label = _label(bid, part.place) if labelled else ""
        if shown.runs or not labelled:
            made.append(shown._replace(label=label))
    return made or [Shown("", (), "Nothing here")]


def base_values(bid: Bid, conflict: Conflict) -> list[Shown]:
    """Where both started, without marks."""
    alone = [part.model_copy(update={"mine": part.base}) for part in conflict.parts]
    return shown_values(bid, conflict.model_copy(update={"parts": tuple(alone)}), theirs=False)


def values_widget(values: list[Shown]) -> QWidget:
    """The values, one below the other."""
    made = QWidget()
    body = column(made, 6, (21, 2, 0, 8))
    for shown in values:
        body.addWidget(_value(shown))
    return made


def _prose(was: Leaf, now: Leaf) -> Shown:
    old, new = (parse(str(leaf or "")) for leaf in (was, now))
    runs = prose_runs(reading(old), reading(new))
    if not new:
        return Shown("", runs, "Taken out" if old else "Nothing here")
    if old != new and reading(old) == reading(new):
        return Shown("", runs, "Only bold, italic, links or the kind of paragraph differ")
    return Shown("", runs)


def _leaf(bid: Bid, place: str, was: Leaf, now: Leaf) -> Shown:
    words = [leaf_words(bid, place, leaf) for leaf in (was, now)]
    runs = prose_runs(*words, as_value=not _is_text(bid, place))
    if not words[1]:
        return Shown("", runs, "Taken out" if words[0] else "Nothing here")
    return Shown("", runs)


def _is_text(bid: Bid, place: str) -> bool:
    question = bid.round.by_id.get(place)
    return question.kind == "short-text" if question else read_place(place).field in _TEXTS


def _is_worth_showing(part: Part) -> bool:
    """A row's own leaf says only where it stands."""
    read = read_place(part.place)
    if read.root in ("evidence", "attachments"):
        return read.field not in _HIDDEN
    return bool(read.field) or not read.row


def _label(bid: Bid, place: str) -> str:
    read = read_place(place)
    if read.root == "evidence":
        shows = f"Shows {principle_name(bid, read.principle)}"
        return f"{shows}: {cell_label(place).lower()}" if read.field else shows
    return cell_label(place)


def _value(shown: Shown) -> QWidget:
    made = QWidget()
    body = column(made, 0)
    if shown.label:
        body.addWidget(Words(shown.label, "small", "text2"))
    if shown.runs:
        body.addWidget(ComparedText(shown.runs, line=LINE))
    if shown.note:
        body.addWidget(Words(shown.note, "small", "text2"))
    return made
