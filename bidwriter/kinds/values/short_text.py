"""Short text: one line, perhaps an e-mail address, a phone number or a web address."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from typing_extensions import override

from bidwriter.kinds.frozen import OneLine
from bidwriter.kinds.question import Written

Answer = OneLine
TextFormat = Literal["text", "email", "phone", "web"]

_FORMS: dict[TextFormat, re.Pattern[str]] = {
    "text": re.compile(r".*"),
    "email": re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+"),
    "phone": re.compile(r"\+?[\d\s().-]{7,25}(\s*(ext\.?|x)\s*\d+)?", re.IGNORECASE),
    "web": re.compile(r"https?://[^\s/]+\.[^\s]+", re.IGNORECASE),
}


_SAY: dict[TextFormat, str] = {
    "text": "",
    "email": "Enter an email address in the right form, like name@council.gov.uk",
    "phone": "Enter a phone number in digits, like 01609 123456",
    "web": "Enter a web address that begins with https://",
}


class ShortText(Written):
    """A question answered in one line."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Fill in “{name}”"

    kind: Literal["short-text"] = "short-text"
    format: TextFormat = "text"

    @override
    def misfits(self, value: Any) -> Iterator[str]:
        if _FORMS[self.format].fullmatch(value) is None:
            yield _SAY[self.format]
