"""Short text: one line, perhaps an e-mail address, a phone number or a web address."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import OneLine, Since
from bidwriter.kinds.question import Fault, Written
from bidwriter.kinds.values.addresses import (
    email_in,
    phone_in,
    wrong_with_email,
    wrong_with_phone,
)
from bidwriter.kinds.values.patterns import has_form, wrong_with

Answer = OneLine
TextFormat = Literal["text", "email", "phone", "web"]

_WEB = re.compile(r"https?://[^\s/]+\.[^\s]+", re.IGNORECASE)
_SAY_WEB = "Enter a web address that begins with https://"


class ShortText(Written):
    """A question answered in one line, perhaps of the form of a `pattern`: `pattern_words` are the
    pack's own for what is wanted."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Fill in “{name}”"

    kind: Literal["short-text"] = "short-text"
    format: TextFormat = "text"
    pattern: Annotated[str, Since(2)] = ""
    pattern_words: Annotated[str, Since(2)] = ""

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
        if self._is_held_to_a_form and not has_form(value, self.pattern):
            yield self.pattern_words

    @property
    def _is_held_to_a_form(self) -> bool:
        return bool(self.pattern and self.pattern_words) and not wrong_with(self.pattern)

    @override
    def wanted(self) -> str:
        return self.pattern_words if self._is_held_to_a_form else ""

    @override
    def faults(self) -> Iterator[Fault]:
        if bool(self.pattern) != bool(self.pattern_words.strip()):
            name = "pattern" if not self.pattern else "pattern-words"
            words = "A pattern and the words for what is wanted go together"
            yield Fault(name, words, f"Write {name}, or take the other out")
        if self.pattern and (wrong := wrong_with(self.pattern)):
            yield Fault("pattern", wrong, "See docs/round-packs.md for what a pattern can say")
