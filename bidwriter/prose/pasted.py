"""What comes off the clipboard, as blocks: HTML from Word, Outlook, LibreOffice and the web,
and plain text. Keeps words and structure; drops looks, pictures, scripts, comments and what a
tracked change took out. It must know no Qt.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from typing_extensions import override

from bidwriter.prose.blocks import Block, BlockKind, Span, normal
from bidwriter.prose.figures import figure, is_name

Attributes = list[tuple[str, str | None]]

_DROPPED = {
    "script", "style", "head", "title", "template", "svg", "math", "object", "iframe",
    "noscript", "del", "s", "strike", "select", "textarea", "button", "audio", "video",
}  # fmt: skip
_BREAKS = {
    "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "blockquote",
    "pre", "ul", "ol", "table", "tr", "dl", "dt", "dd", "figure", "figcaption", "address", "form",
    "fieldset", "hr", "body", "html", "caption",
}  # fmt: skip
_HEADINGS = {f"h{n}" for n in range(1, 7)}
_EMPTY = {"br", "hr", "img", "meta", "link", "input", "col", "wbr", "area", "base", "source"}
_BOLD, _ITALIC = {"b", "strong", "th"}, {"i", "em", "cite", "dfn", "var"}
_LINKS = re.compile(r"(?:https?://[^\s/]|mailto:[^\s]*@)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CONDITIONAL = re.compile(r"<!--\[if[^\]]*\]>(.*?)<!\[endif\]-->", re.DOTALL | re.IGNORECASE)
_DOWNLEVEL = re.compile(r"<!\[(if[^\]]*|endif)\]>", re.IGNORECASE)
_FRAGMENT = re.compile(r"<!--StartFragment-->(.*?)<!--EndFragment-->", re.DOTALL)
_WORD_LIST = re.compile(r"mso-list:\s*(?!none|ignore|skip)\S*\s*l\d+", re.IGNORECASE)
_WORD_MARK = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\s*$")
_TEXT_BULLET = re.compile(r"^\s*[-*•·▪◦‣–o§]\s+(?=\S)")
_TEXT_NUMBER = re.compile(r"^\s*\(?\d{1,3}[.)]\s+(?=\S)")
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffc\ufeff\ufdd0-\ufdef\u2028\u2029\ue000-\uf8ff]"
)


def cleaned(text: str) -> str:
    """`text` without control characters, object marks and private glyphs of symbol fonts."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def allowed_link(address: str) -> str:
    """`address` if it is one that an answer may hold (web or mail), else nothing."""
    address = address.strip()
    return address if _LINKS.match(address) else ""


def blocks_from_text(text: str) -> tuple[Block, ...]:
    """Each line is a paragraph; lines that start like list items become list items."""
    lines = re.split("[\n\u2028\u2029\x0b\x0c]", text.replace("\r\n", "\n").replace("\r", "\n"))
    return normal(tuple(_block_of_line(cleaned(line)) for line in lines))


def _block_of_line(line: str) -> Block:
    for kind, mark in (("bullet", _TEXT_BULLET), ("number", _TEXT_NUMBER)):
        found = mark.match(line)
        if found:
            return Block(kind, (Span(line[found.end() :]),))  # type: ignore[arg-type]
    return Block("paragraph", (Span(line),))


def blocks_from_html(html: str) -> tuple[Block, ...]:
    """The paragraphs, lists, bold, italic, links and headings of `html`."""
    fragment = _FRAGMENT.search(html)
    reader = _Reader()
    # Word hides a list item's own bullet in a conditional comment, seen only by browsers that
    # are not Internet Explorer; the span in it is what tells a bullet from a number.
    shown = _CONDITIONAL.sub(_list_mark_only, fragment.group(1) if fragment else html)
    reader.feed(_DOWNLEVEL.sub("", shown))
    reader.close()
    return normal(reader.blocks())


def _list_mark_only(found: re.Match[str]) -> str:
    return found.group(1) if _WORD_MARK.search(found.group(1)) else ""


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


class _Reader(HTMLParser):
    """Reads tags into drafts. Broken mark-up never fails: unclosed tags end with their parent."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[_Look] = [_Look("")]
        self._lists: list[BlockKind] = []
        self._drafts: list[_Draft] = [_Draft()]
        self._cells = 0

    def blocks(self) -> tuple[Block, ...]:
        return tuple(draft.finished() for draft in self._drafts)

    @override
    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._add("\n")
        elif tag not in _EMPTY:
            self._enter(tag, values)
        elif tag == "hr":
            self._new_draft("paragraph")

    @override
    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        if tag in _EMPTY:
            self.handle_starttag(tag, attrs)

    @override
    def handle_endtag(self, tag: str) -> None:
        if not any(look.tag == tag for look in self._open[1:]):
            if tag == "p":
                self._new_draft("paragraph")
            return
        while self._open[-1].tag != tag:
            self._open.pop()
        self._open.pop()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        if tag in _BREAKS | _HEADINGS or tag == "li":
            self._new_draft("paragraph")

    @override
    def handle_data(self, data: str) -> None:
        look = self._open[-1]
        if look.hidden:
            return
        if look.word_mark:
            self._drafts[-1].mark += data
            return
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
        if tag in ("ul", "ol"):
            self._lists.append("bullet" if tag == "ul" else "number")
        if tag == "li":
            self._close_item()
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
        look = _look_inside(self._open[-1], tag, values)
        name = values.get("data-figure", "")
        if is_name(name):  # whatever it came to where it was copied, it comes to its own here
            self._add(figure(name).text, name)
            look.hidden = True
        self._open.append(look)

    def _close_item(self) -> None:
        """A new item ends one that was left open, unless a list was opened in between."""
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag in ("ul", "ol"):
                return
            if self._open[at].tag == "li":
                del self._open[at:]
                return

    def _begin_block(self, tag: str, values: dict[str, str]) -> None:
        draft = self._drafts[-1]
        if tag == "p" and self._open[-1].tag in ("li", "td", "th") and not draft.spans:
            return
        if self._in_row() and tag in ("p", "div"):
            parted = not draft.spans or draft.spans[-1].text.endswith(" ")
            self._add("" if parted else " ")
            return
        self._new_draft("paragraph")
        style = values.get("style", "")
        word_class = values.get("class", "").lower()
        if tag == "p" and (_WORD_LIST.search(style) or word_class.startswith("msolistparagraph")):
            self._drafts[-1].word_list = bool(_WORD_LIST.search(style))
        if tag == "p" and word_class in ("msotitle", "msosubtitle"):
            self._drafts[-1].kind = "heading"

    def _in_row(self) -> bool:
        return any(look.tag in ("td", "th") for look in self._open)

    def _next_cell(self) -> None:
        if self._cells and not self._open[-1].hidden:
            self._add(" | ")
        self._cells += 1

    def _new_draft(self, kind: BlockKind) -> None:
        if self._in_row() and kind == "paragraph":
            return
        if self._drafts[-1].spans:
            self._drafts.append(_Draft(kind))
        else:
            self._drafts[-1] = _Draft(kind)

    def _add(self, text: str, name: str = "") -> None:
        look = self._open[-1]
        if not text or look.hidden:
            return
        heading = self._drafts[-1].kind == "heading"
        span = Span(text, look.bold and not heading, look.italic, look.link, name)
        self._drafts[-1].spans.append(span)


def _look_inside(outer: _Look, tag: str, values: dict[str, str]) -> _Look:
    """What the words inside `tag` look like, given what they look like round it."""
    style = values.get("style", "").lower().replace(" ", "")
    look = _Look(tag, outer.bold, outer.italic, outer.link, outer.hidden, outer.kept)
    look.word_mark = outer.word_mark or bool(_WORD_MARK.search(style))
    look.bold = _styled(style, "font-weight", _is_heavy, otherwise=outer.bold or tag in _BOLD)
    look.italic = _styled(
        style, "font-style", _is_slanted, otherwise=outer.italic or tag in _ITALIC
    )
    look.kept = outer.kept or tag == "pre"
    if tag == "a":
        look.link = allowed_link(values.get("href", "")) or outer.link
    hidden = tag in _DROPPED or tag.startswith(("v:", "w:", "m:")) or "display:none" in style
    look.hidden = outer.hidden or hidden or "mso-hide:all" in style or _is_comment(style, values)
    return look


def _is_comment(style: str, values: dict[str, str]) -> bool:
    """Word's margin comments and their reference marks."""
    marks = ("mso-element:comment", "mso-special-character:comment")
    name = values.get("class", "").lower()
    return any(mark in style for mark in marks) or name.startswith(("msocomment", "msocomanchor"))


def _styled(style: str, name: str, test: Callable[[str], bool], *, otherwise: bool) -> bool:
    found = re.search(rf"(?:^|;){name}:([^;]+)", style)
    return test(found.group(1)) if found else otherwise


def _is_heavy(value: str) -> bool:
    return value.startswith("bold") or (value[:3].isdigit() and int(value[:3]) >= 600)


def _is_slanted(value: str) -> bool:
    return value.startswith(("italic", "oblique"))
