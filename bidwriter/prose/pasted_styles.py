"""What the style of an element in pasted HTML says: its own, and that of its tag and classes in the
style sheets that came along."""

import re

from bidwriter.prose.mark_up import unescaped

Style = dict[str, str]
_SHEET = re.compile(r"<style\b[^>]*>", re.IGNORECASE)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?", re.IGNORECASE)
_MOST_RULES, _LONGEST_SHEETS = 2_000, 400_000
# The only ones that anything is made of; a sheet of an office program has thousands of others.
_HEEDED = frozenset((
    "display", "visibility", "opacity", "font-size", "font-family", "font-weight", "font-style",
    "text-decoration", "text-decoration-line", "vertical-align", "mso-hide", "mso-text-raise",
    "mso-list", "list-style-type", "mso-element", "mso-special-character", "mso-footnote-id",
    "mso-endnote-id", "mso-symbol-font-family", "clip", "clip-path",
))  # fmt: skip


class Styles:
    """The styles of one pasted page."""

    def __init__(self, html: str) -> None:
        self._rules: dict[tuple[str, str], Style] = {}
        for selector, said in _rules(html):
            found = _SELECTOR.fullmatch(selector.strip())
            if found and found.group() and len(self._rules) < _MOST_RULES:
                key = (found[1] or "").lower(), (found[2] or "").lower()
                self._rules.setdefault(key, {}).update(said)

    def of(self, tag: str, values: dict[str, str]) -> Style:
        """What is said of an element, its own style last."""
        said: Style = {}
        if self._rules:
            names = values.get("class", "").lower().split()[:20]
            keys = [(tag, ""), *(("", name) for name in names), *((tag, name) for name in names)]
            for key in keys:
                said |= self._rules.get(key, {})
        style = values.get("style", "")
        return said | declared(style) if style else said


def declared(style: str) -> Style:
    """What a list of declarations says, by name."""
    parts = (part.partition(":") for part in style.lower().split(";"))
    found = {name.strip(): value.strip() for name, _, value in parts}
    return {name: value for name, value in found.items() if name in _HEEDED}


def _rules(html: str) -> list[tuple[str, Style]]:
    """Selectors, each with what it says of the few properties that are heeded."""
    found: list[tuple[str, Style]] = []
    left = _LONGEST_SHEETS
    at = 0
    while left > 0 and (sheet := _SHEET.search(html, at)) is not None:
        at = html.find("</", sheet.end())
        at = len(html) if at < 0 else at
        text = html[sheet.end() : min(at, sheet.end() + left)]
        left -= len(text)
        for rule in text.replace("<!--", "").replace("-->", "").split("}"):
            selectors, _, said = rule.partition("{")
            style = declared(unescaped(said))
            if style:
                found += [(selector, style) for selector in selectors.split(",")[:50]]
    return found
