"""Phrases that words beside a figure are looked through for, written as people say them."""

import re
from collections.abc import Iterator
from functools import cached_property

HEDGES = (
    "about|around|roughly|approximately|some|nearly|almost|just|only|exactly|circa"
    "|an? (total|sum|grant) of|the sum of|(grant|funding) of|the (full|whole)"
)
FUND = (
    "the (fund|ministry|department|government|panel)|mhclg|(the )?local digital fund"
    "|this (fund|round)"
)
NUMBERS = r"two|three|four|five|six|seven|eight|nine|ten|\d{1,3}"


class Phrases:
    """Phrases to look for in any writing of capitals. Compiled when first looked for: most texts
    need few of them, and all of them together cost a tenth of a start."""

    def __init__(self, pattern: str) -> None:
        self._written = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._written, re.IGNORECASE)

    def match(self, words: str) -> re.Match[str] | None:
        """Where the words begin with one of the phrases."""
        return self._compiled.match(words)

    def search(self, words: str) -> re.Match[str] | None:
        """The first place in the words where one of the phrases stands."""
        return self._compiled.search(words)

    def all(self, words: str) -> Iterator[re.Match[str]]:
        """Every place in the words where one of the phrases stands."""
        return self._compiled.finditer(words)


def before(*phrases: str) -> Phrases:
    """Matches words that end with one of the phrases, hedges ("about") let be."""
    return Phrases(rf"(?:^|\b)(?:{_any(phrases)})(?:\s*\b(?:{_spaced(HEDGES)}))*\s*\Z")


def after(*phrases: str) -> Phrases:
    """Matches words that begin with one of the phrases."""
    return Phrases(rf"\s*(?:{_any(phrases)})(?!\w)")


def within(*phrases: str) -> Phrases:
    """Matches words that hold one of the phrases."""
    return Phrases(rf"(?<!\w)(?:{_any(phrases)})(?!\w)")


def _any(phrases: tuple[str, ...]) -> str:
    return "|".join(_spaced(phrase) for phrase in phrases)


def _spaced(phrase: str) -> str:
    """A phrase whose blanks are any white space, and whose apostrophes may be curly."""
    spaced = phrase.replace(" ?", r"\s*").replace(" ", r"\s+").replace("'", "[’']")
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", spaced)
