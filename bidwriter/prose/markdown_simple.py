"""The common inline Markdown read without a parser: plain words, live figures, raised and lowered
ones, and bold, italic and links that stand clear of their neighbours. Whatever else is left to
markdown-it-py, which takes 50 ms to import alone. Where `read_simple` answers, it answers as
CommonMark does: a test holds it to that.
"""

import re

from bidwriter.prose.blocks import Span
from bidwriter.prose.figures import MARKER, figure, named_by
from bidwriter.prose.links import safe_link
from bidwriter.prose.rises import RISES

# One character that means itself, or one that is escaped.
_CHAR = (
    r"(?:[^\\*\[\]`_{}<&~!\n\s]|(?<![\s])[ \t](?![\s])|(?<=[^\W_])_(?=[^\W_])"
    r"|<(?![\w/!?])|&(?!#?\w{1,40};)|!(?!\[)|\\[\\*\[\]`_{}<&~!#+>=|.)-])"
)
_WORD = r"[^\W_]"
_STYLED = rf"(?={_WORD}){_CHAR}+?(?<![\s\\])"
_TOKEN = re.compile(
    rf"(?P<plain>{_CHAR}+)|(?P<marker>{MARKER})"
    rf"|(?:(?<=[\s(])|(?<![\s\S]))\*\*(?P<bold>{_STYLED})\*\*(?=[\s.,;:)]|\Z)"
    rf"|(?:(?<=[\s(])|(?<![\s\S]))\*(?P<italic>{_STYLED})\*(?=[\s.,;:)]|\Z)"
    rf"|<(?P<tag>sup|sub)>(?P<risen>{_CHAR}+)</(?P=tag)>"
    rf"|\[(?P<words>{_CHAR}+)\]\((?P<link>https?://[^\s\\()<>\[\]*_`{{}}~&]+)\)"
)
_ESCAPE = re.compile(r"\\(.)")


def read_simple(text: str) -> tuple[Span, ...] | None:
    """The spans of inline Markdown; None where it is not so simple."""
    if text != text.strip():
        return None
    spans: list[Span] = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            return None
        spans.append(_span(found))
        at = found.end()
    return tuple(spans)


def _span(found: re.Match[str]) -> Span:
    if found["marker"]:
        return figure(named_by(found["marker"]))
    plain, bold, italic, words, link = found.group("plain", "bold", "italic", "words", "link")
    chars = _ESCAPE.sub(r"\1", plain or bold or italic or words or found["risen"])
    rise = RISES[found["tag"]] if found["tag"] else ""
    address = safe_link(link) if link else ""
    return Span(chars, bold is not None, italic is not None, address, rise=rise)
