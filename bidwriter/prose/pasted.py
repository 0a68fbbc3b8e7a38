"""What comes off the clipboard, as blocks: HTML from Word, Outlook, LibreOffice and the web,
and plain text. Keeps words and structure; drops looks, pictures, scripts, comments and what a
tracked change took out. It must know no Qt.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from bidwriter.prose.blocks import (
    MOST_CHARACTERS,
    Block,
    Span,
    TooLongError,
    normal,
    whole_characters,
)
from bidwriter.prose.figures import figure, is_name
from bidwriter.prose.lists import BlockKind
from bidwriter.prose.mark_up import Closed, Comment, Opened, pieces

_DROPPED = {
    "script", "style", "head", "title", "template", "svg", "math", "object", "iframe",
    "noscript", "del", "s", "strike", "select", "textarea", "button", "audio", "video",
}  # fmt: skip
_BREAKS = {
    "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "blockquote",
    "pre", "ul", "ol", "table", "tr", "dl", "dt", "dd", "figure", "figcaption", "address", "form",
    "fieldset", "hr", "body", "html", "caption",
}  # fmt: skip
_LISTS = ("ul", "ol")
_HEADINGS = {f"h{n}" for n in range(1, 7)}
_EMPTY = {"br", "hr", "img", "meta", "link", "input", "col", "wbr", "area", "base", "source"}
_BOLD, _ITALIC = {"b", "strong", "th"}, {"i", "em", "cite", "dfn", "var"}
_LINKS = re.compile(r"(?:https?://[^\s/]|mailto:[^\s]*@)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_CONDITIONAL = re.compile(r"\[if[^\]]*+\]>", re.IGNORECASE)
_END_OF_CONDITION = "<![endif]"
_WORD_LIST = re.compile(r"(?!none|ignore|skip)(?:\S++\s++)?l\d")
_WORD_MARK = re.compile(r"mso-list:\s*+ignore", re.IGNORECASE)
_LONGEST_MARK = 20  # characters of a list item's own bullet or number
_MOST_BLOCKS = 40_000  # of a few letters each: what they take besides their letters is bounded too
_LONGEST_ASIDE, _MOST_ASIDES = 1_000, 2_000  # conditional comments that are looked into
_NUMBERED = re.compile(r"^\s*(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\s*$")
_TEXT_BULLET = re.compile(r"^\s*[-*•·▪◦‣–o§]\s+(?=\S)")
_TEXT_NUMBER = re.compile(r"^\s*\(?\d{1,3}[.)]\s+(?=\S)")
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffc\ufeff\ufdd0-\ufdef\u2028\u2029\ue000-\uf8ff]"
)


def cleaned(text: str) -> str:
    """`text` without control characters, object marks and private glyphs of symbol fonts."""
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return whole_characters(plain)


def allowed_link(address: str) -> str:
    """`address` if it is one that an answer may hold (web or mail), else nothing."""
    address = address.strip()
    return address if _LINKS.match(address) else ""


def blocks_from_text(text: str) -> tuple[Block, ...]:
    """Each line is a paragraph; lines that start like list items become list items. Raises
    TooLongError."""
    if len(text) > MOST_CHARACTERS:
        raise TooLongError
    lines = re.split("[\n\u2028\u2029\x0b\x0c]", text.replace("\r\n", "\n").replace("\r", "\n"))
    return normal(tuple(_block_of_line(cleaned(line)) for line in lines))


def _block_of_line(line: str) -> Block:
    for kind, mark in (("bullet", _TEXT_BULLET), ("number", _TEXT_NUMBER)):
        found = mark.match(line)
        if found:
            return Block(kind, (Span(line[found.end() :]),))  # type: ignore[arg-type]
    return Block("paragraph", (Span(line),))


def blocks_from_html(html: str) -> tuple[Block, ...]:
    """The paragraphs, lists, bold, italic, links and headings of `html`. Raises
    TooMuchMarkUpError, and TooLongError for more words than an answer holds."""
    reader = _Reader()
    reader.read(_fragment(html))
    return normal(reader.blocks())


def _fragment(html: str) -> str:
    """What was selected of the page that `html` is, where its marks say so."""
    start, end = html.find(_START), html.find(_END)
    return html[start + len(_START) : end] if 0 <= start < end else html


@dataclass(slots=True)
class _Look:
    """What one open element does to the words inside it."""

    tag: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    hidden: bool = False
    kept: bool = False
    word_mark: bool = False


@dataclass(slots=True)
class _Draft:
    kind: BlockKind = "paragraph"
    spans: list[Span] = field(default_factory=list)
    word_list: bool = False
    mark: str = ""

    def finished(self) -> Block:
        kind = self.kind
        if self.word_list:
            kind = "number" if _NUMBERED.match(self.mark) else "bullet"
        return Block(kind, tuple(self.spans))


class _Open:
    """The elements that are open, innermost last. Nothing here looks through all of them, so that
    thousands within each other cost no more than thousands beside each other."""

    def __init__(self) -> None:
        self._looks = [_Look("")]
        self._many: Counter[str] = Counter()
        self._items: list[int] = []  # where lists and their items stand among the looks

    @property
    def last(self) -> _Look:
        return self._looks[-1]

    @property
    def in_row(self) -> bool:
        return bool(self._many["td"] or self._many["th"])

    def add(self, look: _Look) -> None:
        if look.tag in _LISTS or look.tag == "li":
            self._items.append(len(self._looks))
        self._looks.append(look)
        self._many[look.tag] += 1

    def close(self, tag: str) -> bool:
        """Close the innermost `tag` and all in it; whether there was one."""
        if not self._many[tag]:
            return False
        closed = self._pop()
        while closed != tag:
            closed = self._pop()
        return True

    def close_item(self) -> None:
        """A new item ends one that was left open, unless a list was opened in between."""
        if self._items and self._looks[self._items[-1]].tag == "li":
            self.close("li")

    def _pop(self) -> str:
        tag = self._looks.pop().tag
        self._many[tag] -= 1
        if self._items and self._items[-1] == len(self._looks):
            self._items.pop()
        return tag


class _Reader:
    """Reads tags into drafts. Broken mark-up never fails: unclosed tags end with their parent."""

    def __init__(self) -> None:
        self._open = _Open()
        self._lists: list[BlockKind] = []
        self._drafts: list[_Draft] = [_Draft()]
        self._cells = 0
        self._left, self._asides = MOST_CHARACTERS, _MOST_ASIDES

    def blocks(self) -> tuple[Block, ...]:
        return tuple(draft.finished() for draft in self._drafts)

    def read(self, html: str) -> None:
        for piece in pieces(html):
            match piece:
                case Opened():
                    self._on_opened(piece)
                case Closed():
                    self._on_closed(piece.tag)
                case Comment():
                    self._on_comment(piece.text)
                case _:
                    self._on_words(piece)

    def _on_opened(self, found: Opened) -> None:
        if found.tag == "br":
            self._add("\n")
        elif found.tag == "hr":
            self._new_draft("paragraph")
        elif found.tag not in _EMPTY and not found.alone:
            self._enter(found.tag, found.values)

    def _on_comment(self, text: str) -> None:
        # Word hides a list item's own bullet in a conditional comment, seen only by browsers that
        # are not Internet Explorer; the span in it is what tells a bullet from a number.
        if len(text) > _LONGEST_ASIDE or not self._asides:
            return
        shown = _CONDITIONAL.match(text)
        if shown and text.endswith(_END_OF_CONDITION) and _WORD_MARK.search(text):
            self._asides -= 1
            self.read(text[shown.end() : -len(_END_OF_CONDITION)])

    def _on_closed(self, tag: str) -> None:
        if not self._open.close(tag):
            if tag == "p":
                self._new_draft("paragraph")
            return
        if tag in _LISTS and self._lists:
            self._lists.pop()
        if tag in _BREAKS | _HEADINGS or tag == "li":
            self._new_draft("paragraph")

    def _on_words(self, data: str) -> None:
        look = self._open.last
        if look.hidden:
            return
        if look.word_mark:
            draft = self._drafts[-1]
            draft.mark = (draft.mark + data[:_LONGEST_MARK])[:_LONGEST_MARK]
            return
        if len(data) - sum(map(data.count, " \t\r\n")) > MOST_CHARACTERS:
            raise TooLongError  # before as many copies are made as there are words
        clean = cleaned(data)
        if look.kept:
            self._add(clean)
            return
        text = _SPACES.sub(" ", clean)
        before = "".join(span.text for span in self._drafts[-1].spans[-1:])
        if text.startswith(" ") and (not before or before[-1] in " \n"):
            text = text[1:]
        self._add(text)

    def _enter(self, tag: str, values: dict[str, str]) -> None:
        if tag in _LISTS:
            self._lists.append("bullet" if tag == "ul" else "number")
        if tag == "li":
            self._open.close_item()
        elif tag in ("td", "th"):
            self._next_cell()
        if tag in _HEADINGS:
            self._new_draft("heading")
        elif tag == "li":
            self._new_draft(self._lists[-1] if self._lists else "bullet")
        elif tag in _BREAKS:
            self._begin_block(tag, values)
        if tag == "tr":
            self._cells = 0
        look = _look_inside(self._open.last, tag, values)
        name = values.get("data-figure", "")
        if is_name(name):  # whatever it came to where it was copied, it comes to its own here
            self._add(figure(name).text, name)
            look.hidden = True
        self._open.add(look)

    def _begin_block(self, tag: str, values: dict[str, str]) -> None:
        draft = self._drafts[-1]
        if tag == "p" and self._open.last.tag in ("li", "td", "th") and not draft.spans:
            return
        if self._open.in_row and tag in ("p", "div"):
            parted = not draft.spans or draft.spans[-1].text.endswith(" ")
            self._add("" if parted else " ")
            return
        self._new_draft("paragraph")
        word_class = values.get("class", "").lower()
        if tag == "p" and _WORD_LIST.match(_style(values).get("mso-list", "")):
            self._drafts[-1].word_list = True
        if tag == "p" and word_class in ("msotitle", "msosubtitle"):
            self._drafts[-1].kind = "heading"

    def _next_cell(self) -> None:
        if self._cells and not self._open.last.hidden:
            self._add(" | ")
        self._cells += 1

    def _new_draft(self, kind: BlockKind) -> None:
        if self._open.in_row and kind == "paragraph":
            return
        if self._drafts[-1].spans:
            if len(self._drafts) == _MOST_BLOCKS:
                raise TooLongError
            self._drafts.append(_Draft(kind))
        else:
            self._drafts[-1] = _Draft(kind)

    def _add(self, text: str, name: str = "") -> None:
        look = self._open.last
        if not text or look.hidden:
            return
        self._left -= len(text)
        if self._left < 0:
            raise TooLongError
        heading = self._drafts[-1].kind == "heading"
        span = Span(text, look.bold and not heading, look.italic, look.link, name)
        self._drafts[-1].spans.append(span)


def _style(values: dict[str, str]) -> dict[str, str]:
    """What the `style` of an element says, by name."""
    style = values.get("style", "")
    said = (part.partition(":") for part in style.lower().split(";")) if style else ()
    return {name.strip(): value.strip() for name, _, value in said}


def _look_inside(outer: _Look, tag: str, values: dict[str, str]) -> _Look:
    """What the words inside `tag` look like, given what they look like round it."""
    style = _style(values)
    look = _Look(tag, outer.bold, outer.italic, outer.link, outer.hidden, outer.kept)
    look.word_mark = outer.word_mark or style.get("mso-list", "").startswith("ignore")
    weight, slant = style.get("font-weight"), style.get("font-style")
    look.bold = outer.bold or tag in _BOLD if weight is None else _is_heavy(weight)
    look.italic = outer.italic or tag in _ITALIC if slant is None else _is_slanted(slant)
    look.kept = outer.kept or tag == "pre"
    if tag == "a":
        look.link = allowed_link(values.get("href", "")) or outer.link
    hidden = tag in _DROPPED or tag.startswith(("v:", "w:", "m:"))
    look.hidden = outer.hidden or hidden or _is_unseen(style) or _is_comment(style, values)
    return look


def _is_unseen(style: dict[str, str]) -> bool:
    return style.get("display", "").startswith("none") or style.get("mso-hide") == "all"


def _is_comment(style: dict[str, str], values: dict[str, str]) -> bool:
    """Word's margin comments and their reference marks."""
    marks = (style.get("mso-element", ""), style.get("mso-special-character", ""))
    name = values.get("class", "").lower()
    return any(mark.startswith("comment") for mark in marks) or name.startswith(
        ("msocomment", "msocomanchor")
    )


def _is_heavy(value: str) -> bool:
    return value.startswith("bold") or (value[:3].isdecimal() and int(value[:3]) >= 600)


def _is_slanted(value: str) -> bool:
    return value.startswith(("italic", "oblique"))
