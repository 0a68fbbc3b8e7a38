"""What is checked of every text that will be printed and published: characters, personal data."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.places import ATTACHMENTS, Place
from bidwriter.bids.printing.printed import printed_text
from bidwriter.bids.remembered import Remembered
from bidwriter.checks.problem import Problem
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.parts.parted import Parted
from bidwriter.kinds.tables.table import Table
from bidwriter.kinds.values.rich_text import RichText
from bidwriter.kinds.values.short_text import ShortText
from bidwriter.prose.glyphs import missing
from bidwriter.prose.markdown import parse
from bidwriter.prose.personal import find_personal, in_address

Text = tuple[Place, str, bool]  # place, words, and whether they are personal


def printed_texts(bid: Bid) -> Iterator[Text]:
    """All that officers typed and is printed. No personal data is looked for in lists of councils
    and years either: they hold no prose."""
    for question in bid.asked:
        yield from _texts_of(bid, question)
    yield from _beside(bid)


def _texts_of(bid: Bid, question: AnyQuestion) -> Iterator[Text]:
    if isinstance(question, Table):
        yield from _cells(bid, question)
    elif isinstance(question, InParts):
        for place, words in _parts(bid, question):
            yield place, words, question.personal
    else:
        yield Place(question.id), printed_text(bid, question), question.personal


def _beside(bid: Bid) -> Iterator[Text]:
    """What is said of evidence and attachments."""
    for evidence in (e for e in bid.evidence if e.place.question in bid.asked_by_id):
        yield evidence.place.showing(evidence.principle).at("reason"), evidence.reason, False
    for attachment in bid.attached:
        named = f"{attachment.name}\n{attachment.type}"
        yield ATTACHMENTS.at(attachment.sha256), named, False
        yield ATTACHMENTS.at(attachment.sha256, "about"), attachment.about, False


def _cells(bid: Bid, table: Table) -> Iterator[tuple[Place, str, bool]]:
    for row in rows_of(bid, table.id):
        for key, leaf in row.leaves():
            if not key:  # where it stands
                continue
            place = Place(table.id).at(row.id, key)
            if isinstance(leaf, str):
                yield place, leaf, table.personal
            elif isinstance(leaf, tuple):
                yield place, "; ".join(map(str, leaf)), True


_KNOWN: Remembered[tuple[Problem, ...]] = Remembered()


def check_printing(bid: Bid) -> Iterator[Problem]:
    """Problems of characters and of personal data in what will be published."""
    withheld = _withheld(bid)
    for question in bid.asked:
        texts = partial(_texts_of, bid, question)
        if isinstance(question, Table):
            values = (bid.by_id.get(question.id, ()), question)
            make = partial(_tuple_of, texts, withheld)
            yield from _KNOWN.of(values, make, withheld)
        else:
            yield from _of_texts(texts(), withheld)
    yield from _of_texts(_beside(bid), withheld)
    yield from _in_links(bid, withheld)


def _tuple_of(
    texts: Callable[[], Iterator[Text]], withheld: tuple[str, ...]
) -> tuple[Problem, ...]:
    return tuple(_of_texts(texts(), withheld))


def _of_texts(texts: Iterable[Text], withheld: tuple[str, ...]) -> Iterator[Problem]:
    for place, words, personal in texts:
        lost = missing(words)
        if lost:
            shown = ", ".join(f"{_shown(char)} (U+{ord(char):04X})" for char in lost[:3])
            detail = "A draft prints each as its code in brackets"
            yield Problem("characters", place, f"Replace what cannot be printed: {shown}", detail)
        found = () if personal else find_personal(words, withheld)
        if found:
            yield _told(place, found[0], "this looks like personal data")


def _in_links(bid: Bid, withheld: tuple[str, ...]) -> Iterator[Problem]:
    """Personal data in the addresses that links lead to: not read, but published."""
    for question in bid.asked:
        stored = bid.answer(question.id)
        if not isinstance(question, RichText) or question.personal or not isinstance(stored, str):
            continue
        addresses = [s.link for block in parse(stored) for s in block.spans if s.link]
        found = [one for address in addresses for one in in_address(address, withheld)]
        if found:
            yield _told(Place(question.id), found[0], "a link leads to this personal data")


def _told(place: Place, words: str, why: str) -> Problem:
    return Problem(
        "personal-data",
        place,
        f"Take out “{words}”, or leave it in knowingly",
        f"Bids are published; {why} and stops a public copy",
        "advice",
        which=words,
    )


def _withheld(bid: Bid) -> tuple[str, ...]:
    """The answers in one line, and the parts of answers, that a public copy leaves out."""
    personal = [q for q in bid.asked if q.personal]
    lines = [bid.answer(q.id) for q in personal if isinstance(q, ShortText)]
    parts = [words for q in personal if isinstance(q, InParts) for _, words in _parts(bid, q)]
    return tuple(answer for answer in (*lines, *parts) if isinstance(answer, str))


def _parts(bid: Bid, question: InParts) -> Iterator[tuple[Place, str]]:
    value = bid.answer(question.id)
    for column in question.columns if isinstance(value, Parted) else ():
        leaf = column.leaf(value)
        if leaf is not None:
            yield Place(question.id).at(column.key), str(leaf)


def _shown(char: str) -> str:
    return f"“{char}”" if char.isprintable() else "a character that cannot be seen"
