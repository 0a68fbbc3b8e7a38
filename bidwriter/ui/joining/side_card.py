"""The two cards of a conflict: yours and theirs, each marked against where both started."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import column_at
from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.joining.words import Run
from bidwriter.bids.person import Stamp
from bidwriter.bids.places import Place
from bidwriter.bids.printing.printed import shown_blocks
from bidwriter.bids.telling.conflicts import (
    is_about_leads,
    item_title,
    mine_of,
    side_words,
    subject,
    theirs_of,
    who_took_out,
)
from bidwriter.bids.telling.prose import reading
from bidwriter.bids.telling.sides import when_words
from bidwriter.bids.telling.values import cell_label, leaf_words, principle_name
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.question import Written
from bidwriter.kinds.tables.table import Table
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.parts.avatar import Avatar
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.compared import ComparedText, Runs, prose_runs
from bidwriter.ui.parts.words import Words

_HIDDEN = ("type", "size")
LINE, _LABEL = 25, 116


class Shown(NamedTuple):
    """One value of a side: its name where there are several, and its words with marks."""

    label: str
    runs: Runs
    note: str = ""


class SideCard(Card):
    """Who, when, and what they have there."""

    def __init__(self, title: str, stamp: Stamp | None, name: str, values: list[Shown]) -> None:
        super().__init__(padding=(20, 16, 20, 18), spacing=6)
        head = row(spacing=10)
        head.addWidget(Avatar(name, size=28), 0, Qt.AlignmentFlag.AlignVCenter)
        names = column(spacing=0)
        names.addWidget(Words(title, "body", weight=600))
        by = f"{name}, {when_words(stamp)}" if stamp else name
        if by != title:
            names.addWidget(Words(by, "small", "text2"))
        head.addLayout(names, 1)
        self.body.addLayout(head)
        self.body.addSpacing(4)
        for shown in values:
            self.body.addWidget(_value(shown))
        self.body.addStretch(1)


def shown_values(bid: Bid, conflict: Conflict, *, theirs: bool) -> list[Shown]:
    """What one side has, part by part, marked against where both started."""
    if is_about_leads(conflict):
        leaves = theirs_of(conflict) if theirs else mine_of(conflict)
        return [Shown("", (Run("in", side_words(bid, conflict, leaves)),))]
    gone = {"mine": not theirs, "theirs": theirs}.get(who_took_out(conflict), False)
    if gone and conflict.kind == "deleted":
        return [Shown("", (Run("out", item_title(bid, conflict)),), "Taken out")]
    worth = [part for part in conflict.parts if _is_worth_showing(part)]
    parts = _in_order(bid, subject(conflict).root, worth)
    made = []
    for part in parts:
        own, other = (part.theirs, part.mine) if theirs else (part.mine, part.theirs)
        was = part.base if conflict.base_known else other
        made.append(_shown(bid, conflict, part.place, was, own))
    if len(made) > 1:
        named = zip(made, parts, strict=True)
        made = [s._replace(label=_label(bid, p.place)) for s, p in named if s.runs]
    return made or [Shown("", (), "Nothing here")]


def _shown(bid: Bid, conflict: Conflict, place: Place, was: Leaf, now: Leaf) -> Shown:
    known = conflict.base_known
    if conflict.kind == "prose":
        return _prose(bid, was, now, known=known)
    return _leaf(bid, place, was, now, known=known)


def base_values(bid: Bid, conflict: Conflict) -> list[Shown]:
    """Where both started, without marks."""
    if is_about_leads(conflict):
        leaves: dict[Place, Leaf] = {part.place: part.base for part in conflict.parts}
        return [Shown("", (Run("same", side_words(bid, conflict, leaves)),))]
    parts = [p.model_copy(update={"mine": p.base, "theirs": p.base}) for p in conflict.parts]
    return shown_values(bid, conflict.model_copy(update={"parts": tuple(parts)}), theirs=False)


def values_widget(values: list[Shown]) -> QWidget:
    """The values, one below the other."""
    made = QWidget()
    body = column(made, 6, (21, 2, 0, 8))
    for shown in values:
        body.addWidget(_value(shown))
    return made


def _prose(bid: Bid, was: Leaf, now: Leaf, *, known: bool) -> Shown:
    old, new = (shown_blocks(bid, str(leaf or "")) for leaf in (was, now))
    runs = prose_runs(reading(old), reading(new), is_beginning=known)
    if not new:
        return Shown("", runs, "Taken out" if old and known else "Nothing here")
    if old != new and reading(old) == reading(new):
        return Shown("", runs, "Only bold, italic, links or the kind of paragraph differ")
    return Shown("", runs)


def _leaf(bid: Bid, place: Place, was: Leaf, now: Leaf, *, known: bool) -> Shown:
    old, new = (leaf_words(bid, place, leaf) for leaf in (was, now))
    runs = prose_runs(old, new, as_value=not _is_text(bid, place), is_beginning=known)
    if not new:
        return Shown("", runs, "Taken out" if old and known else "Nothing here")
    return Shown("", runs if old else (Run("in", new),))


def _in_order(bid: Bid, root: str, parts: list[Part]) -> list[Part]:
    """The cells of a row as its table has them, then what the row shows."""
    table = bid.round.by_id.get(root)
    if not isinstance(table, Table):
        return parts
    names = ["", *(column.key for column in table.columns)]

    def at(part: Part) -> int:
        field = part.place.field
        return names.index(field) if field in names else len(names)

    return sorted(parts, key=at)


def _is_text(bid: Bid, place: Place) -> bool:
    read = place
    column = column_at(bid, read)
    if column is not None:
        return column.cell.kind == "short-text"
    if read.root in bid.round.by_id:
        return isinstance(bid.round.by_id[read.root], Written)
    return read.field in ("reason", "about")


def _is_worth_showing(part: Part) -> bool:
    """A row's own leaf says only where it stands."""
    read = part.place
    if read.root in ("evidence", "attachments"):
        return read.field not in _HIDDEN
    return bool(read.field) or not read.row


def _label(bid: Bid, place: Place) -> str:
    read = place
    if read.root == "evidence":
        shows = f"Shows {principle_name(bid, read.principle)}"
        return f"{shows}: {cell_label(bid, place).lower()}" if read.field else shows
    return cell_label(bid, place)


def _value(shown: Shown) -> QWidget:
    """The words, or a label and its value side by side."""
    made = QWidget()
    across = row(made, 12)
    if shown.label:
        label = Words(shown.label, "small", "text2")
        widths(label, least=_LABEL, most=_LABEL)
        beside = column(spacing=0, margins=(0, (LINE - 20) / 2, 0, 0))  # level with the value
        beside.addWidget(label)
        beside.addStretch(1)
        across.addLayout(beside)
    body = column(spacing=0)
    if shown.runs:
        body.addWidget(ComparedText(shown.runs, line=LINE))
    if shown.note:
        body.addWidget(Words(shown.note, "small", "text2"))
    across.addLayout(body, 1)
    return made
