"""Patterns of words, put together from lists that a person can read."""

import re


def either(*words: str) -> re.Pattern[str]:
    """Any of these as whole words, in capitals or not; each may be a pattern."""
    return re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def begins(*words: str) -> re.Pattern[str]:
    """Any of these at the beginning, perhaps after "please"; for `match`."""
    return re.compile(rf"(?:please\s+)?(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
