"""Reading a pattern of a pack: its pieces, or why it cannot be used, in a sentence."""

from collections.abc import Callable
from typing import NamedTuple

from bidwriter.spoken import SpokenError

LONGEST, DEEPEST = 300, 20  # characters of a pattern; groups within groups
MOST_POSITIONS = 100  # of a pattern, written out
_CLASSES: dict[str, Callable[[str], bool]] = {
    "d": lambda char: "0" <= char <= "9",
    "w": lambda char: char.isalnum() or char == "_",
    "s": str.isspace,
}
_QUANTIFIERS = {"?": (0, 1), "*": (0, None), "+": (1, None)}


class BadPatternError(SpokenError, ValueError):
    """A pattern that cannot be used; the message says why."""


class Characters(NamedTuple):
    """Characters: ranges, and classes by letter (a capital: all others); `negated`, all but
    these."""

    ranges: tuple[tuple[str, str], ...] = ()
    classes: tuple[str, ...] = ()
    negated: bool = False

    def holds(self, char: str) -> bool:
        """Whether a character is one of them."""
        found = any(low <= char <= high for low, high in self.ranges) or any(
            _CLASSES[one.lower()](char) != one.isupper() for one in self.classes
        )
        return found != self.negated


class Piece(NamedTuple):
    """A piece of a pattern: a set, or pieces one after the other, or one of several, or a piece so
    many times. `size` is how many positions it has, written out."""

    kind: str
    size: int
    set: Characters = Characters()
    parts: tuple["Piece", ...] = ()
    least: int = 1
    most: int | None = 1


class PatternReader:
    """Reads one pattern from left to right."""

    def __init__(self, written: str) -> None:
        if len(written) > LONGEST:
            raise BadPatternError(f"The pattern has more than {LONGEST} characters")
        # The whole answer is meant in any case.
        self._rest = list(reversed(written.removeprefix("^")))
        if self._rest[:1] == ["$"] and self._rest[1:2] != ["\\"]:
            self._rest.pop(0)

    def read(self) -> Piece:
        """The whole."""
        made = self._either(0)
        if self._rest:
            raise BadPatternError("The pattern has a “)” that nothing opens")
        return made

    @property
    def _next(self) -> str:
        return self._rest[-1] if self._rest else ""

    def _take(self) -> str:
        if not self._rest:
            raise BadPatternError("The pattern ends too soon")
        return self._rest.pop()

    def _either(self, depth: int) -> Piece:
        if depth > DEEPEST:
            raise BadPatternError(f"The pattern has more than {DEEPEST} groups within each other")
        ways = [self._sequence(depth)]
        while self._next == "|":
            self._take()
            ways.append(self._sequence(depth))
        return ways[0] if len(ways) == 1 else _of("either", ways)

    def _sequence(self, depth: int) -> Piece:
        parts: list[Piece] = []
        while self._next not in ("", "|", ")"):
            parts.append(self._times(self._one(depth)))
        return _of("all", parts)

    def _one(self, depth: int) -> Piece:
        char = self._take()
        match char:
            case "(":
                return self._group(depth)
            case "[":
                return Piece("set", 1, self._class())
            case ".":
                return Piece("set", 1, Characters(negated=True))
            case "\\":
                return Piece("set", 1, self._escaped())
            case "*" | "+" | "?" | "{":
                raise BadPatternError(
                    f"The pattern has a “{char}” with nothing before it to repeat"
                )
            case "^" | "$":
                raise BadPatternError(
                    f"The pattern has a “{char}” in it: it is about the whole answer anyway"
                )
            case _:
                return Piece("set", 1, Characters(((char, char),)))

    def _group(self, depth: int) -> Piece:
        if self._next == "?":
            self._take()
            if self._take() != ":":
                raise BadPatternError(
                    "The pattern looks ahead or names a group, which bidwriter does not do: "
                    "group with ( ) alone"
                )
        made = self._either(depth + 1)
        if self._next != ")":
            raise BadPatternError("The pattern has a “(” that is never closed")
        self._take()
        return made

    def _escaped(self) -> Characters:
        char = self._take()
        if char.lower() in _CLASSES:
            return Characters(classes=(char,))
        if char.isalnum():
            raise BadPatternError(
                f"The pattern has “\\{char}”, which bidwriter does not know: it knows \\d, \\w and "
                "\\s, and a \\ before a mark that is meant as it is"
            )
        return Characters(((char, char),))

    def _class(self) -> Characters:
        negated = self._next == "^"
        if negated:
            self._take()
        ranges: list[tuple[str, str]] = []
        classes: list[str] = []
        while self._next != "]" or not (ranges or classes):
            one = self._in_class()
            if one.classes:
                classes += one.classes
                continue
            low = high = one.ranges[0][0]
            if self._next == "-" and self._rest[-2:-1] != ["]"]:
                self._take()
                to = self._in_class()
                high = to.ranges[0][0] if to.ranges else ""
            if high < low:
                raise BadPatternError(
                    f"The pattern has a range that ends before it begins: {low}-{high}"
                )
            ranges.append((low, high))
        self._take()
        return Characters(tuple(ranges), tuple(classes), negated)

    def _in_class(self) -> Characters:
        if not self._rest:
            raise BadPatternError("The pattern has a “[” that is never closed")
        char = self._take()
        return self._escaped() if char == "\\" else Characters(((char, char),))

    def _times(self, part: Piece) -> Piece:
        if self._next in _QUANTIFIERS:
            least, most = _QUANTIFIERS[self._take()]
        elif self._next == "{":
            least, most = self._counted()
        else:
            return part
        if self._next in ("?", "+", "*", "{") and self._next:
            raise BadPatternError(
                f"The pattern has “{self._next}” after a sign that repeats: put what is repeated "
                "twice into ( )"
            )
        if not part.size:  # nothing, however often
            return part
        size = _within(part.size * (most if most is not None else max(1, least)))
        return Piece("times", size, parts=(part,), least=least, most=most)

    def _counted(self) -> tuple[int, int | None]:
        self._take()
        inner = ""
        while self._next != "}":
            inner += self._take()
        self._take()
        low, comma, high = inner.partition(",")
        digits = (low, high) if comma and high else (low,)
        if not all(one.isascii() and one.isdigit() and len(one) <= 4 for one in digits):
            raise BadPatternError("The pattern has “{…}” that is not like {2}, {2,} or {2,4}")
        least = int(low)
        most = int(high) if high else None if comma else least
        if most is not None and most < least:
            raise BadPatternError(
                f"The pattern has a range that ends before it begins: {{{inner}}}"
            )
        return least, most


def _of(kind: str, parts: list[Piece]) -> Piece:
    return Piece(kind, _within(sum(part.size for part in parts)), parts=tuple(parts))


def _within(size: int) -> int:
    if size > MOST_POSITIONS:
        raise BadPatternError(
            f"The pattern is too long: written out it has more than {MOST_POSITIONS} characters. "
            "Say with limit how long an answer may be"
        )
    return size
