"""What one version of a round says otherwise than another, in the words of those who have begun a
bid on it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.question import Limit, limit_of
from bidwriter.kinds.values.day import show as show_day
from bidwriter.rounds.round import Round

Sort = Literal["new", "dropped", "reworded", "kind", "limit", "offers", "asked", "wanted", "rules"]
_SHORT = 70
_NO_LIMIT = "no limit"


class Difference(NamedTuple):
    """One thing that differs: the question that it is about ("" for one of the whole round), and
    what a person reads. It `matters` where answers that are there may no longer do."""

    sort: Sort
    question: str
    words: str
    matters: bool = False


def differences(mine: Round, other: Round) -> tuple[Difference, ...]:
    """What `other` says otherwise than `mine`: questions in the order of `other`, those that it
    does not ask after them, and last what is said of the whole round."""
    found: list[Difference] = []
    for id_ in _order(other):
        question = other.by_id[id_]
        before = mine.by_id.get(id_)
        if before is None:
            needed = "" if question.optional else ", and it must be answered"
            words = f"New: “{_short(question.name)}”{needed}"
            found.append(Difference("new", id_, words, not question.optional))
        else:
            found += _of_question(before, question)
    for id_ in _order(mine):
        if id_ not in other.by_id:
            name = _short(mine.by_id[id_].name)
            words = f"No longer asked: “{name}”. An answer is kept and not exported"
            found.append(Difference("dropped", id_, words, matters=True))
    return (*found, *_of_round(mine, other))


def counted(found: tuple[Difference, ...]) -> str:
    """ "1 new question, 2 reworded, 1 with another limit"; "Nothing that officers see differs"
    where there is none."""
    names: dict[Sort, str] = {
        "new": "new", "dropped": "no longer asked", "reworded": "reworded",
        "kind": "answered in another way", "limit": "with another limit",
        "offers": "that offer other answers", "asked": "asked at other times",
        "wanted": "that want something else", "rules": "changes to the rules",
    }  # fmt: skip
    many = {sort: sum(one.sort == sort for one in found) for sort in names}
    said = [f"{many[sort]} {words}" for sort, words in names.items() if many[sort]]
    return ", ".join(said) or "Nothing that officers see differs"


def _order(round_: Round) -> list[str]:
    asked = [id_ for section in round_.sections for task in section.tasks for id_ in task.questions]
    return [id_ for id_ in dict.fromkeys(asked) if id_ in round_.by_id]


def _of_question(mine: AnyQuestion, other: AnyQuestion) -> Iterator[Difference]:
    id_, name = other.id, _short(other.name)
    if _told(mine.wording) != _told(other.wording):
        words = f"“{_short(mine.wording)}” now reads “{_short(other.wording)}”"
        yield Difference("reworded", id_, words)
    if mine.kind != other.kind:
        words = f"“{name}” is answered in another way. An answer is kept, and given anew"
        yield Difference("kind", id_, words, matters=True)
        return
    yield from _of_limits(limit_of(mine), limit_of(other), id_, name)
    yield from _of_offers(mine, other, name)
    if (mine.asked_when, mine.phases) != (other.asked_when, other.phases):
        yield Difference(
            "asked", id_, f"“{name}” is asked at other times than before", matters=True
        )
    if mine.optional != other.optional:
        words = f"“{name}” {'may be left empty' if other.optional else 'must be answered'} now"
        yield Difference("wanted", id_, words, not other.optional)
    elif mine.wanted() != other.wanted():
        words = f"“{name}” wants {other.wanted() or 'nothing in particular'}"
        words += f", not {mine.wanted()}" if mine.wanted() else ""
        yield Difference("wanted", id_, words, matters=True)


def _of_limits(
    mine: Limit | None, other: Limit | None, id_: str, name: str
) -> Iterator[Difference]:
    before, after = _limit_words(mine), _limit_words(other)
    if before != after:
        words = f"“{name}”: {after}, not {before}"
        yield Difference("limit", id_, words, matters=other is not None)


def _limit_words(limit: Limit | None) -> str:
    if limit is None:
        return _NO_LIMIT
    counts = ((limit.words, "words"), (limit.characters, "characters"))
    return " and ".join(f"{many:,} {unit}" for many, unit in counts if many) or _NO_LIMIT


def _of_offers(mine: AnyQuestion, other: AnyQuestion, name: str) -> Iterator[Difference]:
    """Options, statements, columns, rows: whatever a question lists."""
    before = {(group, id_): text for group, id_, text in mine.parts()}
    after = {(group, id_): text for group, id_, text in other.parts()}
    new = [text for key, text in after.items() if key not in before]
    gone = [text for key, text in before.items() if key not in after]
    renamed = [
        f"“{_short(before[key])}” reads “{_short(text)}”"
        for key, text in after.items()
        if key in before and before[key] != text
    ]
    said = [f"{_listed(some)} {word}" for some, word in ((new, "new"), (gone, "gone")) if some]
    if said or renamed:
        words = f"“{name}”: {'; '.join([*said, *renamed[:3]])}"
        yield Difference("offers", other.id, words, bool(gone))


def _listed(texts: list[str]) -> str:
    first = ", ".join(f"“{_short(text)}”" for text in texts[:3])
    return first if len(texts) <= 3 else f"{first} and {len(texts) - 3} more"


def _of_round(mine: Round, other: Round) -> Iterator[Difference]:
    for name, words in (("name", "The round is called"), ("fund", "The fund is called")):
        if getattr(mine, name) != getattr(other, name):
            yield Difference("rules", "", f"{words} “{getattr(other, name)}”")
    if mine.closes != other.closes:
        closes = other.closes
        when = f"on {show_day(closes.day)} at {closes.time}" if closes else "at no stated time"
        yield Difference("rules", "", f"It closes {when}", matters=True)
    before, after = ([use.model_dump_json() for use in one.checks] for one in (mine, other))
    new, gone = sum(one not in before for one in after), sum(one not in after for one in before)
    if new or gone:
        words = f"Rules that are checked: {new} new or changed, {gone} gone or changed"
        yield Difference("rules", "", words, bool(new))


def _short(words: str) -> str:
    line = _told(words)
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"


def _told(words: str) -> str:
    return " ".join(words.split())
