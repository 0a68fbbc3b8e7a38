"""All claims of a stretch of prose, in order. Kept by the text: a key press reads one sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bidwriter.checks.claims.claim import Claim, Sentence
from bidwriter.checks.claims.councils import councils
from bidwriter.checks.claims.days import days
from bidwriter.checks.claims.money import sums_of_money
from bidwriter.checks.claims.shares import shares

# A sentence may begin with a sum ("£80,000 is requested from the fund.") or with a live figure.
_END = re.compile(r"[.!?][”’\"')]*\s+(?=[A-Z£“\"(\d\ufffc])|\n")
_FIGURES = re.compile(
    r"\d[\d,.]*|\bpounds\b|\bdays?\b|\b(?:half|third|quarter|fifth)s?\b", re.IGNORECASE
)
_WORTH_READING = re.compile(
    r"[£%]|pounds|per ?cent|\bdays?\b|councils|authorities|partners|districts|counties"
    r"|\b(?:half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b",
    re.IGNORECASE,
)


_LONGEST = 1_500  # characters; no sentence is longer, and a paragraph without an end is cut there
_MOST = 40  # figures: what has more is a list or a table, and no prose


@lru_cache(maxsize=8192)
def claims(text: str) -> tuple[Claim, ...]:
    """What is claimed in `text`, in which live figures are `LIVE` marks."""
    if not _WORTH_READING.search(text):
        return ()
    return tuple(
        claim._replace(start=sentence.start + claim.start, end=sentence.start + claim.end)
        for sentence in _sentences(text)
        for claim in _claimed(sentence.text)
    )


@lru_cache(maxsize=16384)
def _claimed(words: str) -> tuple[Claim, ...]:
    """The claims of one sentence, in order: a key press changes one, however many there are."""
    if not _WORTH_READING.search(words):
        return ()
    sentence = Sentence(words, 0)
    if len(_FIGURES.findall(words)) > _MOST:
        return ()
    found = (*sums_of_money(sentence), *councils(sentence), *shares(sentence), *days(sentence))
    return tuple(sorted(found, key=lambda claim: claim.start))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for end in (*(found.end() for found in _END.finditer(text)), len(text)):
        while end - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
            yield Sentence(text[start:cut].rstrip(), start)
            start = cut
        yield Sentence(text[start:end].rstrip(), start)
        start = end


def sentences_round(text: str, places: Iterable[int]) -> list[str]:
    """The sentences that the characters at `places` stand in."""
    sentences = list(_sentences(text))
    starts = [one.start for one in sentences]
    found = []
    for at in places:
        one = sentences[max(0, bisect_right(starts, at) - 1)]
        found.append(one.text.strip() if at < one.start + len(one.text) else "")
    return found
