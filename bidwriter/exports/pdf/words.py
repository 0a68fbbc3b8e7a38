"""WORDS OF THE DOCUMENT: names, counts, days and hashes as the print says them. Pure text."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from bidwriter.councils.register import council
from bidwriter.kinds.values import day
from bidwriter.kinds.values.body import Body
from bidwriter.prose.markdown import parse

_SMALL_NUMBERS = "no one two three four five six seven eight nine ten".split()
_SENTENCE = re.compile(r"(?<=[.!?])[”’\"')]*\s+")


def in_words(number: int) -> str:
    """ "four", but "14"."""
    return _SMALL_NUMBERS[number] if number < len(_SMALL_NUMBERS) else f"{number:,}"


def all_in_words(many: int) -> str:
    """ "Both", "All four"."""
    return "Both" if many == 1 + 1 else f"All {in_words(many)}"


def many(number: int, one: str, more: str = "") -> str:
    """ "one council", "14 councils"."""
    return f"{in_words(number)} {one if number == 1 else more or one + 's'}"


def sentence(words: str) -> str:
    """`words` with a capital at the start."""
    return words[:1].upper() + words[1:]


def listed(parts: Sequence[str]) -> str:
    """ "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def shortened(words: str, most: int = 120) -> str:
    """`words` on one line, cut with an ellipsis if there are too many for a bookmark."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def spoken(body: Body | None) -> str:
    """A council in running text: "Hambleton district", "City of Bristol unitary",
    without the commas of lists."""
    if body is None:
        return "a council not named yet"
    found = council(body.code) if body.code else None
    if found is None or found.name == found.type:
        return body.title
    place, _, of = found.name.partition(", ")
    return " ".join(part for part in (of, place, found.type) if part)


def moment(when: datetime) -> str:
    """ "Tue 6 Nov 2018, 10:32 UTC"."""
    utc = when.astimezone(UTC)
    return f"{day.show(utc.date())}, {utc:%H:%M} UTC"


def grouped(digest: str, length: int) -> str:
    """The first digits of a hash in groups of four."""
    short = digest[:length]
    return " ".join(short[place : place + 4] for place in range(0, len(short), 4))


def size(count: int) -> str:
    """ "12 KB", "3.4 MB": thousands, as file managers show them."""
    if count < 1000:
        return f"{count} bytes"
    if count < 999_500:
        return f"{(count + 500) // 1000} KB"
    tenths = (count + 50_000) // 100_000
    return f"{tenths // 10}.{tenths % 10} MB"


def first_lines(stored: str, about: int = 60) -> str:
    """The opening of an answer, cut at the end of a sentence after about so many words. A
    sentence a quarter longer still is cut after a word, with an ellipsis."""
    most = about * 5 // 4
    text = " ".join(b.text for b in parse(stored) if b.kind == "paragraph")
    kept: list[str] = []
    for part in _SENTENCE.split(" ".join(text.split())):
        used = sum(len(one.split()) for one in kept)
        if (kept and used + len(part.split()) > most) or used >= about:
            break
        kept.append(part)
    words = " ".join(kept).split()
    return " ".join(words) if len(words) <= most else " ".join(words[:about]) + "…"
