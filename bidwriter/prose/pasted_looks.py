"""What one element of pasted HTML does to the words inside it."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from bidwriter.prose.links import allowed_link
from bidwriter.prose.passed_over import Left
from bidwriter.prose.pasted_styles import Style
from bidwriter.prose.rises import RISES, Rise
from bidwriter.prose.symbol_fonts import symbol_font

_BOLD, _ITALIC = {"b", "strong", "th"}, {"i", "em", "cite", "dfn", "var"}
_STRUCK = {"del", "s", "strike"}
_STRUCK_CLASS = re.compile(r"(?:^|[\s_-])(?:msodel|line-through|strike-?through|strike|struck)\b")
_COUNTED: dict[str, Left] = {
    "svg": "picture", "math": "equation", "m:omath": "equation",
    "object": "object", "iframe": "object", "audio": "object", "video": "object",
    "canvas": "object", "select": "field", "textarea": "field", "button": "field",
}  # fmt: skip
_DROPPED = {"script", "style", "head", "title", "template", "noscript", "datalist", *_COUNTED}
_NOTE_CLASS = re.compile(r"(?:foot|end)note-?(?:ref|anc|sym|mark|anchor)|noteref|^reference$")
_NOTE_ROLES = ("doc-noteref", "doc-backlink")
_NOTE_ADDRESS = re.compile(r"(?:^|[^#]*)#[\w.:-]*(?:ft?n|note|edn|cite|ref)[\w.:-]*", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d*\.?\d+")
_CLIPPED = re.compile(r"rect\(\s*(?:0|1)\w*[\s,]|inset\(\s*(?:50|100)%")


Unseen = Literal["", "visibility", "size", "wholly"]


@dataclass(slots=True)
class Look:
    """How the words inside one open element look. `left` says why they are left out, if they are,
    and `unseen` by what they are hidden; `note` that they are the mark of a footnote."""

    tag: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    rise: Rise = ""
    font: str = ""
    left: Left | None = None
    unseen: Unseen = ""
    dropped: bool = False
    kept: bool = False
    word_mark: bool = False
    anchor: bool = False
    note: bool = False

    @property
    def hidden(self) -> bool:
        """Whether nothing inside is taken in."""
        return self.dropped or self.left is not None


def look_inside(outer: Look, tag: str, values: dict[str, str], style: Style) -> Look:
    """What the words inside `tag` look like, given what they look like round it."""
    look = replace(outer, tag=tag)
    look.word_mark = outer.word_mark or style.get("mso-list", "").startswith("ignore")
    weight, slant = style.get("font-weight"), style.get("font-style")
    look.bold = outer.bold or tag in _BOLD if weight is None else _is_heavy(weight)
    look.italic = outer.italic or tag in _ITALIC if slant is None else _is_slanted(slant)
    look.kept = outer.kept or tag == "pre"
    look.rise = _rise(outer, tag, style)
    named = values.get("face") if tag == "font" else None
    family = style.get("mso-symbol-font-family") or style.get("font-family") or named
    look.font = outer.font if family is None else symbol_font(family)
    if tag == "a":
        _follow(look, values.get("href", ""))
    look.note = outer.note or _is_note(look, values, style)
    if look.note:
        look.link, look.rise = "", ""
    look.dropped = outer.dropped or tag in _DROPPED or tag.startswith(("v:", "w:", "m:"))
    look.unseen = _unseen(outer, style, values)
    look.left = _left(outer, tag, values, style) or ("hidden" if look.unseen else None)
    return look


def what_is_dropped(tag: str) -> Left | None:
    """What a tag whose words are not taken in counts as; None for what is nothing to anybody."""
    return _COUNTED.get(tag)


def _left(outer: Look, tag: str, values: dict[str, str], style: Style) -> Left | None:
    # What the author struck out stays so, whatever the elements inside it say.
    if outer.left not in (None, "hidden"):
        return outer.left
    if _is_comment(style, values):
        return "comment"
    return "struck" if tag in _STRUCK or _is_struck(style, values) else None


def _is_struck(style: Style, values: dict[str, str]) -> bool:
    lines = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    by_name = _STRUCK_CLASS.search(values.get("class", "").lower())
    return "line-through" in lines or bool(by_name) or values.get("role") == "deletion"


def _unseen(outer: Look, style: Style, values: dict[str, str]) -> Unseen:
    """By what the words inside cannot be seen. What has no size, or is not visible, can show again
    further in, by just that."""
    if outer.unseen == "wholly" or _is_wholly_unseen(style, values):
        return "wholly"
    visibility, size = style.get("visibility", ""), style.get("font-size", "")
    if visibility.startswith(("hidden", "collapse")):
        return "visibility"
    if outer.unseen == "visibility" and visibility != "visible":
        return "visibility"
    if _is_nought(size):
        return "size"
    is_own = size[:1].isdecimal() and not size.endswith(("%", "em"))
    return "size" if outer.unseen == "size" and not (is_own or size.endswith("rem")) else ""


def _is_wholly_unseen(style: Style, values: dict[str, str]) -> bool:
    return (
        "hidden" in values
        or style.get("display", "").startswith("none")
        or style.get("mso-hide") == "all"
        or _is_nought(style.get("opacity", ""))
        or bool(_CLIPPED.match(style.get("clip", "") or style.get("clip-path", "")))
    )


def _is_nought(value: str) -> bool:
    found = _NUMBER.match(value)
    return found is not None and float(found.group()[:20]) == 0


def _is_comment(style: Style, values: dict[str, str]) -> bool:
    """Word's margin comments and their reference marks."""
    marks = (style.get("mso-element", ""), style.get("mso-special-character", ""))
    name = values.get("class", "").lower()
    return any(mark.startswith("comment") for mark in marks) or name.startswith(
        ("msocomment", "msocomanchor")
    )


def _rise(outer: Look, tag: str, style: Style) -> Rise:
    own = RISES.get(tag, "")
    align = style.get("vertical-align", "")
    if align.startswith(("super", "sub")):
        own = "raised" if align.startswith("super") else "lowered"
    elif "mso-text-raise" in style and (found := _NUMBER.match(style["mso-text-raise"])):
        far = float(found.group()[:20])
        own = "raised" if far > 0 else "lowered" if far < 0 else own
    return own or outer.rise  # "baseline" is that of the element round it, raised or not


def _follow(look: Look, href: str) -> None:
    address = href.strip()
    look.link = allowed_link(address) or look.link
    look.anchor = bool(_NOTE_ADDRESS.match(address[:300])) or address.startswith("#")


def _is_note(look: Look, values: dict[str, str], style: Style) -> bool:
    """Whether this is the mark of a footnote, by what it is called or by where it leads."""
    if look.rise == "raised" and look.anchor:
        return True
    if "mso-footnote-id" in style or "mso-endnote-id" in style:
        return True
    names = values.get("class", "").lower()
    return (
        values.get("role") in _NOTE_ROLES
        or "data-footnote-ref" in values
        or bool(_NOTE_CLASS.search(names))
    )


def _is_heavy(value: str) -> bool:
    return value.startswith("bold") or (value[:3].isdecimal() and int(value[:3]) >= 600)


def _is_slanted(value: str) -> bool:
    return value.startswith(("italic", "oblique"))
