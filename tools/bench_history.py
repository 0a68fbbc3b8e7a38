"""A year's work for `make bench`: 1,000 versions of a 6,000-word bid."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.editing import set_answer
from bidwriter.bids.history.recording import Doing
from bidwriter.bids.joining.copies import begin, join_copy
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.typed.setting import set_typed
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.files.container.copies import copy_now
from bidwriter.files.container.history_file import recorded, settled
from bidwriter.files.disk.replacing import replace

WORDS = (
    "council move home data share resident plan open record team sprint cost week people service "
    "local digital partner address change contact centre"
).split()
VERSIONS = 1_000


def a_years_work(bid: Bid) -> tuple[Bid, bytes, bytes]:
    """The bid with about 6,000 words, its history of 1,000 versions, and an empty history."""
    chance = random.Random(2018)
    questions = [q.id for q in bid.round.questions if q.kind == "rich-text"]
    each = 6_000 // len(questions) // 90
    for question in questions:
        bid = set_answer(bid, question, "\n\n".join(_paragraph(chance) for _ in range(each)))
    when = datetime(2018, 1, 1, tzinfo=UTC)
    bid = rebuilt(bid, changed=Stamp(who=Person(name="Joan"), when=when))
    history = b""
    for at in range(VERSIONS):
        when += timedelta(hours=8)
        before = bid
        for question in chance.sample(questions, 2 if at % 3 == 0 else 1):
            bid = set_answer(bid, question, _edited(str(bid.answer(question)), chance))
        doing = Doing(Person(name="Joan" if at % 5 else "Ruth"), when)
        bid = rebuilt(bid, changed=Stamp(who=doing.who, when=when))
        history = recorded(history, before, bid, doing)
    return bid, history, settled(b"", bid)


def works_on(name: str, bid: Bid, history: bytes, path: Path) -> dict[str, Callable[[], object]]:
    """Opening, saving and joining a bid with this history, kept at `path`."""
    path.write_bytes(bid_bytes(bid, {}, history))
    assert bid.changed is not None
    doing = Doing(bid.changed.who, bid.changed.when)
    mine, theirs = set_typed(bid, "title", "Mine"), set_typed(bid, "summary", "Theirs")

    def save() -> None:
        replace(path, bid_bytes(mine, {}, recorded(history, bid, mine, doing)))

    def join() -> None:
        ours, other = (
            copy_now(side, recorded(history, bid, side, doing), {}, "x.bid").copy
            for side in (mine, theirs)
        )
        join_copy(begin(ours), other)

    return {
        f"open, {name}": lambda: open_file(path),
        f"save, {name}": save,
        f"join two copies, {name}": join,
    }


def _paragraph(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=90)).capitalize() + "."


def _edited(text: str, chance: random.Random) -> str:
    """A few words put in and taken out of one paragraph."""
    paragraphs = text.split("\n\n")
    at = chance.randrange(len(paragraphs))
    words = paragraphs[at].split()
    for _ in range(6):
        words.insert(chance.randrange(len(words)), chance.choice(WORDS))
        del words[chance.randrange(len(words) - 1)]
    paragraphs[at] = " ".join(words)
    return "\n\n".join(paragraphs)
