"""A number: how many, how much, how far; with the words of what it counts after it."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema
from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.question import Fault, Question
from bidwriter.kinds.values import money_reading
from bidwriter.kinds.values.bounds import span_words
from bidwriter.kinds.values.numbers import plain
from bidwriter.prose.characters import seen

_PLACES, _FIGURES = 4, 12  # after the point and before it
_LONGEST = 60  # characters of a number with its marks
_DASHES = dict.fromkeys((*range(8208, 8214), 8722, 65112), "-")
_FRACTIONS = {"¼": ".25", "½": ".5", "¾": ".75"}
# Digits with the marks that people part them by, perhaps in thousands or millions.
_SHAPE = re.compile(
    r"[+-]? ?(?:\d[\d,.' ]*|\.\d+)(?: ?(?:k|thousand|m|mn|million|bn|billion))?", re.IGNORECASE
)
_THOUSANDS_OR_PARTS = re.compile(r"[+-]? ?[1-9]\d{0,2}\.\d\d0")
# As sums of money never are: three figures and more after the point.
_WITH_POINT = re.compile(
    r"[+-]? ?(?:\d{1,3}(?:(?P<mark>[, '])\d{3})(?:(?P=mark)\d{3})*|\d+)\.\d{3,}"
)
_SAY = "Write a number in digits, like 12 or 1,250.5"
_SAY_WHOLE = "Write a whole number in digits, like 12 or 1,250"


def _in_digits(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ValueError('write the number as text, like "12.5"')  # noqa: TRY004
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", value):
        raise ValueError('write the number in digits, like "12.5"')
    return value


def _held(number: Decimal) -> Decimal:
    if abs(number) >= 10**_FIGURES:
        raise ValueError("is more than bidwriter can hold")
    if number != round(number, _PLACES):
        raise ValueError("has more than four figures after the point")
    return Decimal(plain(number))


Answer = Annotated[
    Decimal,
    BeforeValidator(_in_digits),
    Field(allow_inf_nan=False),
    AfterValidator(_held),
    PlainSerializer(plain, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]{1,4})?$"}),
]


class Number(Question):
    """A question answered by a number. `unit` is what it counts: "homes"."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Enter a number for “{name}”"
    since: ClassVar[int] = 2

    kind: Literal["number"] = "number"
    min: Answer | None = None
    max: Answer | None = None
    whole: bool = False
    unit: str = Field(default="", max_length=60)

    @override
    def parse(self, typed: str, around: Around) -> Any:
        return parse(typed, self.unit, whole=self.whole)

    @override
    @classmethod
    def leaf(cls, value: Any) -> Leaf:
        return plain(value)

    @override
    def text(self, value: Any) -> str:
        return f"{show(value)} {self.unit}".rstrip()

    @property
    def _span(self) -> str:
        least, most = ("" if edge is None else show(edge) for edge in (self.min, self.max))
        return span_words(least, most)

    @override
    def wanted(self) -> str:
        what = f"A {'whole ' if self.whole else ''}number"
        said = [f"{what} of {self.unit}" if self.unit and self.unit[0].isalpha() else what]
        said += [self._span] if self._span else []
        return ": ".join(said) if len(said) > 1 or self.whole or self.unit else ""

    @override
    def misfits(self, value: Any) -> Iterator[str]:
        if self.whole and value != value.to_integral_value():
            yield "Enter a whole number"
        if (self.min is not None and value < self.min) or (
            self.max is not None and value > self.max
        ):
            yield f"Enter {self._span} {self.unit}".rstrip()

    @override
    def faults(self) -> Iterator[Fault]:
        if self.min is not None and self.max is not None and self.min > self.max:
            yield Fault("max", "The most is less than the least", "Put the smaller one in min")
        for name, edge in (("min", self.min), ("max", self.max)):
            if self.whole and edge is not None and edge != edge.to_integral_value():
                yield Fault(name, "Only whole numbers are asked for", "Write a whole number")
        if self.unit[:1].isdigit():
            remedy = "Begin it with what is counted"
            yield Fault(
                "unit", "The unit begins with a figure, which reads as the number’s", remedy
            )


def parse(typed: str, unit: str = "", *, whole: bool = False) -> Decimal:
    """1250; 1,250; 1 250.5; 12½; −3; 1.2 million; with or without the unit after it. Raises
    NotAllowedError, for what could mean two numbers (12,5; 1.250) too."""
    say = _SAY_WHOLE if whole else _SAY
    words = _without_unit(_plain(typed), _plain(unit))
    if len(words) > _LONGEST or not _SHAPE.fullmatch(words):
        raise NotAllowedError(f"{say}, followed by “{unit}” or nothing" if unit else say)
    if _THOUSANDS_OR_PARTS.fullmatch(words):
        many, point = words.replace(".", ","), plain(Decimal(words.replace(" ", "")))
        raise NotAllowedError(f"{words} could mean two numbers: write {many} or {point}")
    try:
        if _WITH_POINT.fullmatch(words):
            return _held(Decimal(re.sub("[, ']", "", words)))
        return _held(money_reading.read(words))
    except money_reading.UnreadError:
        remedy = "Put a point before the part of a number and commas only between thousands"
        raise NotAllowedError(f"{remedy}, like 1,250.5") from None
    except ValueError as error:
        raise NotAllowedError(f"The number {words} {error}") from None


def show(number: Decimal) -> str:
    """1,250.5; a number below nought has a minus sign."""
    whole, point, part = plain(abs(number)).partition(".")
    return f"{'−' if number < 0 else ''}{int(whole):,}{point}{part}"


def _plain(typed: str) -> str:
    words = typed[: 10 * _LONGEST]
    for sign, part in _FRACTIONS.items():
        words = words.replace(f" {sign}", sign).replace(sign, part)
    words = unicodedata.normalize("NFKC", seen(words)).translate(_DASHES)
    return " ".join(words.replace("’", "'").split())


def _without_unit(words: str, unit: str) -> str:
    """ "12 homes" → "12"; one of several ("1 home") may lack its s."""
    for ending in filter(None, (unit, unit.removesuffix("s"))):
        if words.casefold().endswith(ending.casefold()):
            return words[: -len(ending)].rstrip()
    return words
