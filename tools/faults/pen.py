"""What is typed while harm is done: the same from the same seed, so that whoever checks knows
after how many edits a bid reads how."""

import random
from collections.abc import Iterator
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import add_rows, remove_row
from bidwriter.bids.typed.setting import set_typed

FIELDS = ("title", "contact-name", "summary")
Reading = dict[str, str]


class Edit(NamedTuple):
    """One thing done: words typed into a field, a row added or taken away, or a step undone."""

    do: str
    place: str = ""
    words: str = ""


def reading(bid: Bid, fields: tuple[str, ...] = (*FIELDS, "outputs")) -> Reading:
    """How a bid reads where the pen writes."""
    return {field: _field(bid, field) for field in fields}


def edits(seed: int, start: Reading) -> Iterator[tuple[Edit, Reading]]:
    """Edits without end, each with how the bid reads after it. Only the fields of `start` are
    written in."""
    chance = random.Random(seed)
    steps, now, fields = list[Reading](), dict(start), sorted(start)
    for n in range(1, 1_000_000):
        if steps and chance.random() < 0.08:
            now = steps.pop()
            yield Edit("undo"), dict(now)
            continue
        field = chance.choice(fields)
        steps.append(dict(now))
        edit = _edit(chance, field, now[field], f"{n} of {seed}")
        now[field] = _after(edit, now[field])
        yield edit, dict(now)


def changed(bid: Bid, edit: Edit) -> Bid:
    """The bid after an edit that is no undoing."""
    if edit.do == "type":
        return set_typed(bid, edit.place, edit.words)
    if edit.do == "add":
        return add_rows(bid, edit.place, ({"output": edit.words},))
    return remove_row(bid, edit.place, rows_of(bid, edit.place)[-1].id)


def _edit(chance: random.Random, field: str, now: str, words: str) -> Edit:
    if field == "outputs":
        many = now.count("\n") + 1 if now else 0
        take = many > 12 or (many > 1 and chance.random() < 0.4)
        return Edit("take", field) if take else Edit("add", field, f"Output {words}")
    long = field == "summary" and chance.random() < 0.3
    return Edit("type", field, f"Words {words}" + " and more" * (chance.randrange(2000) * long))


def _after(edit: Edit, now: str) -> str:
    if edit.do == "add":
        return f"{now}\n{edit.words}" if now else edit.words
    if edit.do == "take":
        return now.rpartition("\n")[0]
    return edit.words


def _field(bid: Bid, field: str) -> str:
    if field == "outputs":
        return "\n".join(row.title for row in rows_of(bid, field))
    return str(bid.answer(field) or "")
