"""All claims of a stretch of prose, in order. Kept by the text: a key press reads one paragraph."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bidwriter.checks.claims.claim import Claim, Sentence
from bidwriter.checks.claims.counts import councils, days, shares
from bidwriter.checks.claims.money import sums_of_money

# A sentence may begin with a sum ("£80,000 is requested from the fund.") or with a live figure.
_END = re.compile(r"[.!?][”’\"')]*\s+(?=[A-Z£“\"(\d\ufffc])|\n")
_WORTH_READING = re.compile(r"[£%]|pounds|per ?cent|\bdays?\b|councils|authorities|partners", re.I)


@lru_cache(maxsize=8192)
def claims(text: str) -> tuple[Claim, ...]:
    """What is claimed in `text`, in which live figures are `LIVE` marks."""
    if not _WORTH_READING.search(text):
        return ()
    found = [
        claim
        for sentence in _sentences(text)
        for claim in (
            *sums_of_money(sentence), *councils(sentence), *shares(sentence), *days(sentence)
        )
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda claim: claim.start))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for end in _END.finditer(text):
        yield Sentence(text[start : end.end()].rstrip(), start)
        start = end.end()
    yield Sentence(text[start:].rstrip(), start)


def sentence_round(text: str, at: int) -> str:
    """The sentence that the character `at` stands in."""
    found = (one for one in _sentences(text) if one.start <= at < one.start + len(one.text))
    return next((one.text.strip() for one in found), "")
