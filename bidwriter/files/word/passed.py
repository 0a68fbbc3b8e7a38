"""What of a Word file is not read, counted and said."""

from collections import Counter
from typing import Literal

from bidwriter.prose.numbers import in_words

Passed = Literal[
    "picture", "chart", "diagram", "object", "ink", "file", "footnote", "endnote", "comment",
    "header", "contents", "hidden", "row", "macros",
]  # fmt: skip
_WORDS: dict[Passed, tuple[str, str]] = {
    "picture": ("{} picture was not read", "{} pictures were not read"),
    "chart": ("{} chart was not read", "{} charts were not read"),
    "diagram": ("{} diagram was not read", "{} diagrams were not read"),
    "object": (
        "{} embedded object or control was not read",
        "{} embedded objects or controls were not read",
    ),
    "ink": ("{} drawing in ink was not read", "{} drawings in ink were not read"),
    "file": (
        "{} other file that Word shows within this one was not read",
        "{} other files that Word shows within this one were not read",
    ),
    "footnote": ("{} footnote was not read", "{} footnotes were not read"),
    "endnote": ("{} endnote was not read", "{} endnotes were not read"),
    "comment": ("{} comment was not read", "{} comments were not read"),
    "header": (
        "{} header or footer with text was not read",
        "{} headers or footers with text were not read",
    ),
    "contents": (
        "{} line of a table of contents was left out",
        "{} lines of a table of contents were left out",
    ),
    "hidden": (
        "{} passage that does not show in Word was left out",
        "{} passages that do not show in Word were left out",
    ),
    "row": (
        "{} table row that does not show in Word was left out",
        "{} table rows that do not show in Word were left out",
    ),
    "macros": ("its macros were not looked at", "its macros were not looked at"),
}


def said(counted: Counter[Passed]) -> tuple[str, ...]:
    """One sentence for each sort: "Three pictures were not read"."""
    found = ((counted[sort], words) for sort, words in _WORDS.items() if counted[sort] > 0)
    told = (words[n > 1].format(in_words(n)) for n, words in found)
    return tuple(words[0].upper() + words[1:] for words in told)
