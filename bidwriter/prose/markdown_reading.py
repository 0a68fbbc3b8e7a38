"""Any CommonMark → blocks, by markdown-it-py with all that the subset lacks turned off."""

from functools import lru_cache
from typing import TYPE_CHECKING

from bidwriter.prose.blocks import Block, BlockKind, Span
from bidwriter.prose.figures import figure, marker_at, named_by
from bidwriter.prose.links import safe_link
from bidwriter.prose.markdown_simple import read_simple

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


def read_spans(text: str) -> tuple[Span, ...]:
    """The spans of one block's inline Markdown."""
    simple = read_simple(text)
    return simple if simple is not None else read_any(text)


def read_any(text: str) -> tuple[Span, ...]:
    """As `read_spans`, always by markdown-it-py."""
    tokens = _markdown().parseInline(text)
    return _spans(tokens[0].children or []) if tokens else ()


def read_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of any Markdown text; lists inside lists become one list."""
    blocks: list[Block] = []
    lists: list[BlockKind] = []
    heading = fresh_item = False
    for token in _markdown().parse(text):
        match token.type:
            case "bullet_list_open":
                lists.append("bullet")
            case "ordered_list_open":
                lists.append("number")
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                fresh_item = True
            case "heading_open" | "heading_close":
                heading = token.type == "heading_open"
            case "inline":
                spans = _spans(token.children or [])
                if lists and not fresh_item:  # a second paragraph of one list item
                    blocks[-1] = Block(blocks[-1].kind, (*blocks[-1].spans, Span("\n"), *spans))
                else:
                    kind: BlockKind = lists[-1] if lists else "heading" if heading else "paragraph"
                    blocks.append(Block(kind, spans))
                fresh_item = False
    return tuple(blocks)


def _spans(tokens: "list[Token]") -> tuple[Span, ...]:
    spans: list[Span] = []
    bold = italic = 0
    link = ""
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                spans.append(Span(token.content, bold > 0, italic > 0, link))
            case "figure":
                look = (bold > 0, italic > 0, link)
                spans.append(Span(figure(token.content).text, *look, token.content))
            case "softbreak":
                spans.append(Span(" ", bold > 0, italic > 0, link))
            case "hardbreak":
                spans.append(Span("\n", bold > 0, italic > 0, link))
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                link = safe_link(str(token.attrGet("href") or ""))
            case "link_close":
                link = ""
    return tuple(spans)
