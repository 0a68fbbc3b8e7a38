"""Short text: one line, perhaps an e-mail address, a phone number or a web address."""

import re
from typing import Literal

from bidwriter.kinds.question import Limit, OneLine, Question
from bidwriter.prose.counting import count_words

Answer = OneLine
TextFormat = Literal["text", "email", "phone", "web"]

_FORMS: dict[TextFormat, re.Pattern[str]] = {
    "text": re.compile(r".*"),
    "email": re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+"),
    "phone": re.compile(r"\+?[\d\s().-]{7,25}(\s*(ext\.?|x)\s*\d+)?", re.IGNORECASE),
    "web": re.compile(r"https?://[^\s/]+\.[^\s]+", re.IGNORECASE),
}


class ShortText(Question):
    """A question answered in one line."""

    kind: Literal["short-text"] = "short-text"
    format: TextFormat = "text"
    limit: Limit | None = None


def in_right_form(question: ShortText, answer: str) -> bool:
    """Whether `answer` has the form that the question asks for."""
    return _FORMS[question.format].fullmatch(answer) is not None


def count(answer: str) -> int:
    """Words in the answer."""
    return count_words(answer)
