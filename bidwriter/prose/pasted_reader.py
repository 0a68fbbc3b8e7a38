"""Reads pasted HTML: tags into drafts of blocks, and counts what it passes over."""

import re
from collections import Counter

from bidwriter.prose.blocks import MOST_CHARACTERS, Block, Span, TooLongError
from bidwriter.prose.counting import count_words
from bidwriter.prose.figures import figure, is_name
from bidwriter.prose.links import allowed_link
from bidwriter.prose.lists import LARGEST_START, LEVELS, BlockKind
from bidwriter.prose.mark_up import Closed, Comment, Opened, pieces
from bidwriter.prose.passed_over import Changed, Left
from bidwriter.prose.pasted_drafts import LONGEST_MARK, Draft, ListOpen, cleaned
from bidwriter.prose.pasted_looks import Look, look_inside, what_is_dropped
from bidwriter.prose.pasted_open import LISTS, Open
from bidwriter.prose.pasted_styles import Style, Styles
from bidwriter.prose.symbol_fonts import UNKNOWN, shown

_BREAKS = {
    "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "blockquote",
    "pre", "ul", "ol", "table", "tr", "dl", "dt", "dd", "figure", "figcaption", "address", "form",
    "fieldset", "hr", "body", "html", "caption",
}  # fmt: skip
_HEADINGS = {f"h{n}" for n in range(1, 7)}
_EMPTY = {"br", "hr", "img", "meta", "link", "input", "col", "wbr", "area", "base", "source"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CONDITIONAL = re.compile(r"\[if[^\]]*+\]>", re.IGNORECASE)
_END_OF_CONDITION = "<![endif]"
_WORD_LIST = re.compile(r"(?!none|ignore|skip)(?:\S++\s++)?l\d")
_WORD_MARK = re.compile(r"mso-list:\s*+ignore", re.IGNORECASE)
_MOST_BLOCKS = 40_000  # of a few letters each: what they take besides their letters is bounded too
_LONGEST_ASIDE, _MOST_ASIDES = 1_000, 2_000  # conditional comments that are looked into
_WORD_LEVEL = re.compile(r"level(\d)")
_LETTERED = ("a", "i", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin", "lower-roman",
             "upper-roman")  # fmt: skip
_SUM_BEFORE = re.compile(r"[£€$]\s?\d[\d,.]*(?: ?(?:k|m|bn|million|billion|thousand))?\Z")
_NOTE = re.compile(
    r"[\[(]?((?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶#]{1,4})(?:\s?[,–-]\s?\d{1,3})*)[\])]?"
)


class Reader:
    """Reads tags into drafts. Broken mark-up never fails: unclosed tags end with their parent.
    `counted` is what was passed over."""

    def __init__(self, styles: Styles) -> None:
        self.counted: Counter[Left | Changed] = Counter()
        self._styles = styles
        self._open = Open()
        self._lists: list[ListOpen] = []
        self._drafts: list[Draft] = [Draft()]
        self._note: list[str] = []
        self._cells = 0
        self._is_new_table = False
        self._left, self._asides = MOST_CHARACTERS, _MOST_ASIDES

    def blocks(self) -> tuple[Block, ...]:
        """What was read, each numbered item with its number as `start`."""
        self._end_note()
        return tuple(draft.finished() for draft in self._drafts)

    def read(self, html: str) -> None:
        """Read on."""
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
        elif found.tag in ("img", "input"):
            self._pass_over("picture" if found.tag == "img" else "field")
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
        if tag in LISTS and self._lists:
            self._lists.pop()
        if tag in _BREAKS | _HEADINGS or tag == "li":
            self._new_draft("paragraph")

    def _on_words(self, data: str) -> None:
        look = self._open.last
        if look.hidden:
            if look.left in ("struck", "hidden") and not look.dropped:
                self.counted[look.left] += count_words(data)
            return
        if look.word_mark:
            draft = self._drafts[-1]
            draft.mark = (draft.mark + data[:LONGEST_MARK])[:LONGEST_MARK]
            return
        if len(data) - sum(map(data.count, " \t\r\n")) > MOST_CHARACTERS:
            raise TooLongError  # before as many copies are made as there are words
        if look.note:
            self._note.append(data[:LONGEST_MARK])
            return
        self._end_note()
        clean = cleaned(shown(data, look.font) if look.font else data)
        self.counted["symbol"] += clean.count(UNKNOWN) - data.count(UNKNOWN)
        if look.kept:
            self._add(clean)
            return
        text = _SPACES.sub(" ", clean)
        before = "".join(span.text for span in self._drafts[-1].spans[-1:])
        if text.startswith(" ") and (not before or before[-1] in " \n"):
            text = text[1:]
        self._add(text)

    def _enter(self, tag: str, values: dict[str, str]) -> None:
        style = self._styles.of(tag, values)
        if tag in LISTS:
            self._begin_list(tag, values, style)
        if tag == "li":
            self._open.close_item()
        elif tag in ("td", "th"):
            self._next_cell()
        outer = self._open.last
        if tag in _HEADINGS:
            self._new_draft("heading")
        elif tag == "li":
            self._begin_item(values, style)
        elif tag in _BREAKS:
            self._begin_block(tag, values, style)
        if tag == "tr":
            self._cells = 0
        elif tag == "table":
            self._is_new_table = not self._open.is_open("table")
        look = look_inside(outer, tag, values, style)
        self._count(outer, look, values)
        name = values.get("data-figure", "")
        if is_name(name):  # whatever it came to where it was copied, it comes to its own here
            self._add(figure(name).text, name)
            look.dropped = True
        self._open.add(look)

    def _count(self, outer: Look, look: Look, values: dict[str, str]) -> None:
        """What is passed over with an element as a whole."""
        if outer.hidden:
            return
        dropped = what_is_dropped(look.tag) if look.dropped else None
        if dropped is not None:
            self.counted[dropped] += 1
        if look.left == "comment" and "msocom" in values.get("class", "").lower():
            self.counted["comment"] += 1
        href = values.get("href", "").strip()
        leads = bool(allowed_link(href)) or href.startswith("#") or look.note
        if look.tag == "a" and href and not leads:
            self.counted["link"] += 1

    def _pass_over(self, what: Left) -> None:
        if not self._open.last.hidden:
            self.counted[what] += 1

    def _begin_list(self, tag: str, values: dict[str, str], style: Style) -> None:
        start = values.get("start", "").strip()
        first = int(start) if start.isdecimal() and len(start) <= 9 else 1
        made = ListOpen("bullet" if tag == "ul" else "number", min(first, LARGEST_START))
        kind = values.get("type", "").strip().lower() or style.get("list-style-type", "")
        self._note_letters(made, kind)
        self._lists.append(made)

    def _note_letters(self, now: ListOpen, kind: str) -> None:
        if now.kind == "number" and kind in _LETTERED and not now.lettered:
            now.lettered = True
            self.counted["lettered"] += 1

    def _begin_item(self, values: dict[str, str], style: Style) -> None:
        now = self._lists[-1] if self._lists else ListOpen("bullet")
        self._note_letters(now, style.get("list-style-type", ""))
        value = values.get("value", "").strip()
        if value.isdecimal() and len(value) <= 9:
            now.next = min(int(value), LARGEST_START)
        self._new_draft(now.kind)
        stated = values.get("aria-level", values.get("data-aria-level", ""))
        depth = max(len(self._lists), int(stated) if stated in set("123456789") else 1)
        self._stand(depth)
        if now.kind == "number":
            self._drafts[-1].number = now.next
        now.next += 1

    def _stand(self, depth: int) -> None:
        """The new item stands so deep; an answer has two levels."""
        self._drafts[-1].level = min(depth, LEVELS)
        self.counted["deep"] += depth > LEVELS and not self._open.last.hidden

    def _begin_block(self, tag: str, values: dict[str, str], style: Style) -> None:
        draft = self._drafts[-1]
        if tag == "p" and self._open.last.tag in ("li", "td", "th") and not draft.spans:
            return
        if self._open.in_row and tag in ("p", "div"):
            parted = not draft.spans or draft.spans[-1].text.endswith(" ")
            self._add("" if parted else " ")
            return
        self._new_draft("paragraph")
        word_class = values.get("class", "").lower()
        told = style.get("mso-list", "")
        if tag == "p" and _WORD_LIST.match(told):
            self._drafts[-1].word_list = True
            level = _WORD_LEVEL.search(told)
            self._stand(int(level[1]) if level else 1)
        if tag == "p" and word_class in ("msotitle", "msosubtitle"):
            self._drafts[-1].kind = "heading"

    def _next_cell(self) -> None:
        if self._cells and not self._open.last.hidden:
            self._add(" | ")
            self.counted["table"] += self._is_new_table
            self._is_new_table = False
        self._cells += 1

    def _new_draft(self, kind: BlockKind) -> None:
        self._end_note()
        if self._open.in_row and kind == "paragraph":
            return
        if self._drafts[-1].spans:
            if len(self._drafts) == _MOST_BLOCKS:
                raise TooLongError
            self._drafts.append(Draft(kind))
        else:
            self._drafts[-1] = Draft(kind)

    def _add(self, text: str, name: str = "") -> None:
        look = self._open.last
        if not text or look.hidden:
            return
        self._end_note()
        heading = self._drafts[-1].kind == "heading"
        rise = look.rise
        mark = _NOTE.fullmatch(text.strip()) if rise == "raised" else None
        if mark and (text.strip().startswith("[") or self._after_a_sum()):
            self._put(Span(f"[{mark[1]}]"))  # no sum is raised to a power
            return
        self._put(Span(text, look.bold and not heading, look.italic, look.link, name, rise))

    def _put(self, span: Span) -> None:
        self._left -= len(span.text)
        if self._left < 0:
            raise TooLongError
        self._drafts[-1].spans.append(span)

    def _after_a_sum(self) -> bool:
        before = "".join(span.text for span in self._drafts[-1].spans[-3:])
        return _SUM_BEFORE.search(before[-40:]) is not None

    def _end_note(self) -> None:
        """Put in the mark of a footnote that has been read: "[1]"."""
        if not self._note:
            return
        text = _SPACES.sub(" ", cleaned("".join(self._note)))
        self._note.clear()
        mark = _NOTE.fullmatch(text.strip())
        self._put(Span(f"[{mark[1]}]" if mark else text))
