"""Any CommonMark → blocks, by markdown-it-py with all that the subset lacks turned off."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from bidwriter.prose.blocks import Block, Span
from bidwriter.prose.figures import figure, marker_at, named_by
from bidwriter.prose.links import safe_link
from bidwriter.prose.lists import LEVELS, BlockKind, Counting
from bidwriter.prose.markdown_simple import read_simple
from bidwriter.prose.rises import RISES, Rise

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_NOT_IN_THE_SUBSET = [
    *("code", "fence", "blockquote", "hr", "html_block", "reference", "lheading"),
    *("backticks", "image", "autolink", "html_inline"),
]


@lru_cache(maxsize=1)
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # slow, and seldom needed

    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 20})
    markdown.disable(_NOT_IN_THE_SUBSET)
    markdown.inline.ruler.before("text", "figure", _figure_rule)
    markdown.inline.ruler.before("text", "rise", _rise_rule)
    # Addresses are judged and tidied by `safe_link` alone, so that one rule holds everywhere.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


def _figure_rule(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it
    """markdown-it's way to say that a live figure begins here."""
    found = marker_at(state.src, state.pos, state.posMax)
    if found and not silent:
        state.push("figure", "", 0).content = named_by(found)
    state.pos += len(found)
    return bool(found)


_RISE = re.compile(r"</?(?:sup|sub)>")


def _rise_rule(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it
    """One of the two tags; whether it has its other half is seen once all are read."""
    found = _RISE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("rise", "", 0).content = found.group()
    state.pos = found.end()
    return True


def read_spans(text: str) -> tuple[Span, ...]:
    """The spans of one block's inline Markdown."""
    simple = read_simple(text)
    return simple if simple is not None else read_any(text)


def read_any(text: str) -> tuple[Span, ...]:
    """As `read_spans`, always by markdown-it-py."""
    tokens = _markdown().parseInline(text)
    return _spans(tokens[0].children or []) if tokens else ()


class _List:
    """A list that is open: its kind, the number of its next item, and whether that one begins a
    list of its own, as one does that is not numbered from 1 with a full stop."""

    def __init__(self, token: "Token") -> None:
        self.kind: BlockKind = "bullet" if token.type == "bullet_list_open" else "number"
        start = token.attrGet("start")
        self.next = 1 if start is None else int(start)
        self.begins = (self.next, token.markup) != (1, ".")
        self.is_new = True


def read_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of any Markdown text; lists within lists within lists become two levels."""
    blocks: list[Block] = []
    lists: list[_List] = []
    counting = Counting(whole=True)
    heading = fresh_item = False
    for token in _markdown().parse(text):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists.append(_List(token))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                fresh_item = True
            case "list_item_close":
                lists[-1].next += 1
                lists[-1].is_new = False
            case "heading_open" | "heading_close":
                heading = token.type == "heading_open"
            case "inline":
                spans = _spans(token.children or [])
                if lists and fresh_item:
                    blocks.append(_item(spans, lists, counting))
                elif lists and blocks:  # a second paragraph of one list item
                    blocks[-1] = blocks[-1]._replace(spans=(*blocks[-1].spans, Span("\n"), *spans))
                else:
                    blocks.append(Block("heading" if heading else "paragraph", spans))
                    counting.take(blocks[-1].kind, 1, 0)
                fresh_item = False
    return tuple(blocks)


def _item(spans: tuple[Span, ...], lists: list[_List], counting: Counting) -> Block:
    """An item of the innermost list, with its number if that would not follow by itself."""
    now = lists[-1]
    level = counting.level(min(len(lists), LEVELS))
    goes_on = counting.goes_on(now.kind, level)
    is_first = now.is_new and (goes_on or now.begins)
    follows = now.next == counting.following(now.kind, level) and not is_first
    counting.take(now.kind, level, now.next)
    return Block(now.kind, spans, level, None if follows or now.kind == "bullet" else now.next)


def _spans(tokens: "list[Token]") -> tuple[Span, ...]:
    spans: list[Span] = []
    bold = italic = 0
    look = Span("")
    halves = _halves(tokens)
    for at, token in enumerate(tokens):
        match token.type:
            case "figure":
                name = token.content
                spans.append(look._replace(text=figure(name).text, figure=name))
            case "rise" if at in halves:
                look = look._replace(rise=halves[at])
            case "strong_open" | "strong_close":
                bold += token.nesting
                look = look._replace(bold=bold > 0)
            case "em_open" | "em_close":
                italic += token.nesting
                look = look._replace(italic=italic > 0)
            case "link_open":
                look = look._replace(link=safe_link(str(token.attrGet("href") or "")))
            case "link_close":
                look = look._replace(link="")
            case _:
                spans.append(look._replace(text=_BREAKS.get(token.type, token.content)))
    return tuple(spans)


_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def _halves(tokens: "list[Token]") -> dict[int, Rise]:
    """Where a tag has its other half right after it, none between, and what begins there; all
    other tags mean themselves."""
    found = [(at, token.content) for at, token in enumerate(tokens) if token.type == "rise"]
    halves: dict[int, Rise] = {}
    for (first, opened), (last, closed) in pairwise(found):
        if closed == f"</{opened[1:]}":
            halves |= {first: RISES[opened[1:-1]], last: ""}
    return halves
