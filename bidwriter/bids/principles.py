"""Where a bid shows the principles: the items that can, what is said of them, and headlines."""

from typing import NamedTuple

from bidwriter.bids.bid import Bid, Evidence, Strength
from bidwriter.bids.cells import rows_of
from bidwriter.bids.places import Place
from bidwriter.kinds.frozen import is_empty
from bidwriter.kinds.kinds import KINDS
from bidwriter.kinds.question import Question
from bidwriter.kinds.tables.cost_lines import CostLine
from bidwriter.kinds.tables.table import Table

ANSWERS = "answers"


class Item(NamedTuple):
    """Something that can show a principle. `group` is ANSWERS, or what its table shows them as."""

    place: Place
    question: Question
    title: str
    group: str
    empty: bool
    line: CostLine | None = None


class Shown(NamedTuple):
    """How one principle fares: the headline word, the counts over answers, and the rule's words."""

    number: int
    word: str
    strong: int
    some: int
    of: int


def items(bid: Bid) -> tuple[Item, ...]:
    """Everything in this phase that can show a principle, empty items too, group by group."""
    found: list[Item] = []
    for question in bid.asked:
        if question.answer_shows:
            empty = is_empty(bid.answer(question.id))
            found.append(Item(Place(question.id), question, question.name, ANSWERS, empty))
    tables = [question for question in bid.asked if isinstance(question, Table)]
    order = [kind.shows_as for kind in KINDS.values() if issubclass(kind, Table)]
    for table in sorted(tables, key=lambda table: order.index(table.shows_as)):
        found += _rows(bid, table) if table.rows_show else []
    return tuple(found)


def _rows(bid: Bid, table: Table) -> list[Item]:
    return [
        Item(Place(table.id).at(row.id), table, row.title, table.shows_as, row.is_blank,
             row if isinstance(row, CostLine) else None)
        for row in rows_of(bid, table.id)
        if row.can_show
    ]  # fmt: skip


def evidence_of(bid: Bid) -> dict[tuple[Place, int], Evidence]:
    """What is said, by place and principle; a cost line's main principle counts as said."""
    said = {(e.place, e.principle): e for e in bid.evidence}
    for item in items(bid):
        if item.line and item.line.principle:
            key = (item.place, item.line.principle)
            said.setdefault(key, Evidence(place=key[0], principle=key[1], strength="some"))
    return said


def effective(bid: Bid, item: Item, evidence: Evidence) -> Strength:
    """The strength that counts: strong needs a reason and a finished item with something in it."""
    if evidence.strength == "strong" and (
        not evidence.reason or item.empty or item.question.id not in bid.finished
    ):
        return "some"
    return evidence.strength


def headlines(bid: Bid) -> tuple[Shown, ...]:
    """Each principle's headline, counted over this phase's answers."""
    said = {(e.place, e.principle): e for e in bid.evidence}
    answers = [item for item in items(bid) if item.group == ANSWERS]
    shown = []
    for principle in bid.round.principles:
        found = [
            effective(bid, item, said[item.place, principle.number])
            for item in answers
            if (item.place, principle.number) in said
        ]
        strong = found.count("strong")
        word = _word(bid, strong, len(found))
        shown.append(Shown(principle.number, word, strong, len(found) - strong, len(answers)))
    return tuple(shown)


def _word(bid: Bid, strong: int, all_: int) -> str:
    if not all_:
        return "Not shown"
    for headline in sorted(bid.round.headlines, key=lambda h: -h.strong):
        if strong >= headline.strong:
            return headline.word
    return "Shown"


def rule_words(bid: Bid) -> str:
    """The rule behind the headline words, in one sentence; "" where the round has none."""
    parts = [
        f"{h.word}: {h.strong} or more" if h.strong else f"{h.word}: fewer"
        for h in sorted(bid.round.headlines, key=lambda h: -h.strong)
    ]
    return f"By the number of answers that show it strongly. {'; '.join(parts)}." if parts else ""
