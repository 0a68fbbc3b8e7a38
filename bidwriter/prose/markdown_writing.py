"""The spans of one block → inline CommonMark that reads back as the same spans.

CommonMark cannot write every mixture of bold and italic (none that begins with white space,
none that begins with a punctuation mark glued to a letter outside, and some neighbours are
ambiguous). There the styles give way, never the text: the first of a few plainer renderings
that reads back true is taken.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from bidwriter.prose.blocks import Block, Span, normal
from bidwriter.prose.figures import figure, marker
from bidwriter.prose.links import safe_link
from bidwriter.prose.markdown_reading import read_spans
from bidwriter.prose.rises import TAGS

Spans = tuple[Span, ...]


@lru_cache(maxsize=8192)
def write_spans(spans: Spans) -> str:
    """Inline Markdown for `spans` (already normal); line breaks stay bare line breaks."""
    # Whatever a figure reads now, it is written by its name, and its styles stand round that.
    spans = tuple(_by_name(span) if span.figure else span for span in spans)
    if not any(span.bold or span.italic or span.link or span.rise for span in spans):
        return "".join(_escape(span) for span in spans)
    for rendering in _renderings(spans):
        written = _written(rendering)
        if _same(read_spans(written.replace("\n", "\\\n")), rendering):
            return written
    return "".join(_escape(span) for span in spans)


def _by_name(span: Span) -> Span:
    return span._replace(text=figure(span.figure).text)


def _same(read: Spans, meant: Spans) -> bool:
    """Equal once both are normal."""
    return normal((Block("paragraph", read),)) == normal((Block("paragraph", meant),))


def _renderings(spans: Spans) -> Iterator[Spans]:
    """`spans` from as meant to ever plainer."""
    linked = tuple(span._replace(link=safe_link(span.link)) for span in spans)
    for style in (
        lambda span: span,
        lambda span: span._replace(italic=span.italic and not span.bold),
        lambda span: span._replace(italic=False),
        lambda span: span._replace(bold=False),
        lambda span: span._replace(bold=False, italic=False),
        lambda span: Span(span.text, link=span.link, figure=span.figure),
    ):
        # Edges are trimmed after each restyling, so that what is written once is written the same
        # again when it is read back.
        yield _without_loose_edges(_restyled(linked, style))


def _restyled(spans: Spans, style: Callable[[Span], Span]) -> Spans:
    return tuple(style(span) for span in spans)


# --- where a style may begin and end ---------------------------------------------------------


def _without_loose_edges(spans: Spans) -> Spans:
    """`spans` with white space, and punctuation glued to an outer letter, taken out of styles."""
    # A figure is one cell, and its marker a punctuation mark to CommonMark.
    cells = [
        (cell, span) for span in spans for cell in ((span.text,) if span.figure else span.text)
    ]
    cells = _loosened(cells, "bold")
    cells = _loosened(cells, "italic")
    block = normal((Block("paragraph", tuple(_spans_of(cells))),))
    return block[0].spans if block else ()


def _spans_of(cells: list[tuple[str, Span]]) -> Iterator[Span]:
    """The cells put together again, as far as their style goes; each figure stays by itself."""
    for span, group in groupby(cells, key=itemgetter(1)):
        texts = [cell for cell, _ in group]
        for text in texts if span.figure else ("".join(texts),):
            yield span._replace(text=text)


def _loosened(cells: list[tuple[str, Span]], style: str) -> list[tuple[str, Span]]:
    result = list(cells)
    start = 0
    for styled, group in groupby(cells, key=lambda cell: (getattr(cell[1], style), cell[1].link)):
        end = start + len(list(group))
        if styled[0]:
            first, last = _tight(cells, start, end)
            for i in (*range(start, first), *range(last, end)):
                result[i] = (cells[i][0], cells[i][1]._replace(**{style: False}))
        start = end
    return result


def _tight(cells: list[tuple[str, Span]], start: int, end: int) -> tuple[int, int]:
    """The part of `start`..`end` that CommonMark lets carry a style."""
    while start < end and _loose(_seen(cells[start]), _seen(cells[start - 1]) if start else " "):
        start += 1
    while end > start and _loose(
        _seen(cells[end - 1]), _seen(cells[end]) if end < len(cells) else " "
    ):
        end -= 1
    return start, end


def _seen(cell: tuple[str, Span]) -> str:
    """What CommonMark sees there: a raised or lowered character stands behind a tag."""
    return "<" if cell[1].rise else cell[0]


def _loose(edge: str, outside: str) -> bool:
    return edge.isspace() or (not edge.isalnum() and outside.isalnum())


# --- writing ---------------------------------------------------------------------------------

_ESCAPED = re.compile(
    r"[\\`*\[\]{}~]|(?<![^\W_])_|_(?![^\W_])|<(?=[\w/!?])|&(?=#?[A-Za-z0-9]+;)|!(?=\[)"
)


def _escape(span: Span) -> str:
    if span.figure:
        return marker(span.figure)
    return _ESCAPED.sub(lambda found: "\\" + found.group(0), span.text)


def _written(spans: Spans) -> str:
    written = ""
    for link, group in groupby(spans, key=lambda span: span.link):
        inner = _styled(tuple(group))
        if link and written.endswith("!"):
            written = written[:-1] + "\\!"
        written += f"[{inner}]({_write_address(link)})" if link else inner
    return written


def _styled(spans: Spans) -> str:
    """Bold goes around italic."""
    written = ""
    for bold, group in groupby(spans, key=lambda span: span.bold):
        parts = groupby(group, key=lambda span: span.italic)
        inner = "".join(_slanted(part, italic=italic) for italic, part in parts)
        written += f"**{inner}**" if bold else inner
    return written


def _slanted(spans: Iterator[Span], *, italic: bool) -> str:
    inner = "".join(_risen(span) for span in spans)
    return f"*{inner}*" if italic else inner


def _risen(span: Span) -> str:
    tag = TAGS.get(span.rise)
    return f"<{tag}>{_escape(span)}</{tag}>" if tag else _escape(span)


def _write_address(link: str) -> str:
    return re.sub(r"([()*_\[\]~])", r"\\\1", link).replace("&", "&amp;")
