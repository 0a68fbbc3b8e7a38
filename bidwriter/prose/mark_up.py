"""HTML as a row of pieces: tags that open and close, comments, and the words between them.

It is read once from front to back, whatever is in it: each search either moves on past what it
found, or finds nothing and is not made again. Python's own reader starts many of them anew. What
makes no sense as mark-up is words, and so never lost.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

LONGEST = 10_000_000  # characters; a picture pasted with its words is among them
MOST_PIECES = 200_000  # tags, their attributes, comments; Word's 2,000 rows of six cells fit


class TooMuchMarkUpError(ValueError):
    """HTML beyond what is read; nothing of it counts."""


class Opened(NamedTuple):
    """A tag that opens; `alone` where it says that it closes at once."""

    tag: str
    values: dict[str, str]
    alone: bool


class Closed(NamedTuple):
    """A tag that closes."""

    tag: str


class Comment(NamedTuple):
    """What stands in a comment."""

    text: str


Piece = Opened | Closed | Comment | str

# None of these can turn back (`++`, `*+`), so none looks at a character more than twice.
_NAME = re.compile(r"</?([a-zA-Z][^\s/>\x00]*+)")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+"""
)
_TAG_END = re.compile(r"\s*+(?:(/)[\s/]*+)?+>")
_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style")}
_LONG_NUMBER = re.compile(r"&#(?:([0-9]{8,})|[xX]([0-9a-fA-F]{8,}));?")


def pieces(html: str) -> Iterator[Piece]:
    """The pieces of `html` in order. Raises TooMuchMarkUpError, where it is too long at once."""
    if len(html) > LONGEST:
        raise TooMuchMarkUpError
    return _Scan(html).pieces()


def unescaped(text: str) -> str:
    """`text` with its entities as the characters that they stand for."""
    # Python raises an error for a number of some thousand digits.
    return unescape(_LONG_NUMBER.sub(_short_number, text) if "&#" in text else text)


def _short_number(found: re.Match[str]) -> str:
    digits = (found[1] or found[2]).lstrip("0")
    if not 1 <= len(digits) <= 7:
        return "\ufffd"
    return f"&#{'' if found[1] else 'x'}{digits};"


class _Scan:
    def __init__(self, html: str) -> None:
        self._html = html
        self._left = MOST_PIECES
        self._found: dict[str, int] = {}  # where each mark was found last; -1 for nowhere any more

    def pieces(self) -> Iterator[Piece]:
        html, at = self._html, 0
        words_from = 0
        while (at := html.find("<", at)) >= 0:
            if html.startswith("<![CDATA[", at) and (end := self._find("]]>", at)) >= 0:
                yield unescaped(html[words_from:at])
                yield html[at + 9 : end]
                words_from = at = end + 3
                continue
            if self._find(">", at) < 0:
                break
            self._count()
            end, found = self._mark_up(at)
            if end < 0:  # no mark-up: the sign is one of the words
                at += 1
                continue
            if words_from < at:
                yield unescaped(html[words_from:at])
            if found is not None:
                yield found
            words_from = at = end
            if isinstance(found, Opened) and found.tag in _RAW and not found.alone:
                words_from = at = self._end_of_raw(found.tag, at)
        if words_from < len(html):
            yield unescaped(html[words_from:])

    def _mark_up(self, at: int) -> tuple[int, Piece | None]:
        """Where the mark-up at a "<" ends and what it is; -1 where it is none."""
        html = self._html
        if (name := _NAME.match(html, at)) is not None:
            if html[at + 1] != "/":
                return self._opened(name)
            return self._find(">", name.end()) + 1, Closed(name[1].lower())
        if html.startswith("<!--", at):
            end = self._find("-->", at + 2)
            if end >= 0:
                return end + 3, Comment(html[at + 4 : end])
        if html.startswith(("<!", "<?", "</"), at):
            return self._find(">", at) + 1, None
        return -1, None

    def _opened(self, name: re.Match[str]) -> tuple[int, Piece | None]:
        html, at = self._html, name.end()
        values: dict[str, str] = {}
        while (found := _ATTRIBUTE.match(html, at)) is not None:
            self._count()
            value = found[2] or found[3] or found[4] or ""
            values.setdefault(found[1].lower(), unescaped(value))
            at = found.end()
        end = _TAG_END.match(html, at)
        if end is None:  # a quotation mark swallowed the rest
            self._found[">"] = -1
            return -1, None
        return end.end(), Opened(name[1].lower(), values, bool(end[1]))

    def _end_of_raw(self, tag: str, at: int) -> int:
        """Where a script or a style sheet ends."""
        end = _RAW[tag].search(self._html, at)
        return end.start() if end else len(self._html)

    def _find(self, mark: str, at: int) -> int:
        """Where `mark` stands next, at `at` or later; -1 for nowhere."""
        known = self._found.get(mark, 0)
        if 0 <= known < at or mark not in self._found:
            known = self._found[mark] = self._html.find(mark, at)
        return known

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise TooMuchMarkUpError
