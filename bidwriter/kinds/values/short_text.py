"""Short text: one line, perhaps an e-mail address, a phone number or a web address."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import OneLine
from bidwriter.kinds.question import Written
from bidwriter.kinds.values.addresses import (
    email_in,
    phone_in,
    wrong_with_email,
    wrong_with_phone,
)

Answer = OneLine
TextFormat = Literal["text", "email", "phone", "web"]

_WEB = re.compile(r"https?://[^\s/]+\.[^\s]+", re.IGNORECASE)
_SAY_WEB = "Enter a web address that begins with https://"


class ShortText(Written):
    """A question answered in one line."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Fill in “{name}”"

    kind: Literal["short-text"] = "short-text"
    format: TextFormat = "text"

    @override
    def parse(self, typed: str, around: Around) -> Any:
        meant = {"email": email_in, "phone": phone_in}.get(self.format)
        return super().parse(meant(typed) if meant else typed, around)

    @override
    def misfits(self, value: Any) -> Iterator[str]:
        match self.format:
            case "email":
                wrong = wrong_with_email(value)
            case "phone":
                wrong = wrong_with_phone(value)
            case "web":
                wrong = "" if _WEB.fullmatch(value) else _SAY_WEB
            case _:
                wrong = ""
        if wrong:
            yield wrong
