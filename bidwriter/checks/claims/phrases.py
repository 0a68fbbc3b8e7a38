"""Phrases that words beside a figure are looked through for, written as people say them."""

import re

HEDGES = (
    "about|around|roughly|approximately|some|nearly|almost|just|only|exactly|circa"
    "|an? (total|sum|grant) of|the sum of|(grant|funding) of"
)
FUND = (
    "the (fund|ministry|department|government|panel)|mhclg|(the )?local digital fund"
    "|this (fund|round)"
)
NUMBERS = r"two|three|four|five|six|seven|eight|nine|ten|\d{1,3}"


def before(*phrases: str) -> re.Pattern[str]:
    """Matches words that end with one of the phrases, hedges ("about") let be."""
    return _compiled(rf"(?:^|\b)(?:{_any(phrases)})(?:\s*\b(?:{_spaced(HEDGES)}))*\s*\Z")


def after(*phrases: str) -> re.Pattern[str]:
    """Matches words that begin with one of the phrases."""
    return _compiled(rf"\s*(?:{_any(phrases)})(?!\w)")


def within(*phrases: str) -> re.Pattern[str]:
    """Matches words that hold one of the phrases."""
    return _compiled(rf"(?<!\w)(?:{_any(phrases)})(?!\w)")


def _any(phrases: tuple[str, ...]) -> str:
    return "|".join(_spaced(phrase) for phrase in phrases)


def _spaced(phrase: str) -> str:
    """A phrase whose blanks are any white space, and whose apostrophes may be curly."""
    spaced = phrase.replace(" ?", r"\s*").replace(" ", r"\s+").replace("'", "[’']")
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", spaced)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
