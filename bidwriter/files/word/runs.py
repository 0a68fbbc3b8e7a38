"""The text of a story as a person sees it, and how it looks."""

import re

from bidwriter.files.office.parts import attribute, is_on
from bidwriter.files.word.blocks import Tracked
from bidwriter.files.word.controls import Controls
from bidwriter.files.word.drafts import ParagraphDraft
from bidwriter.files.word.fields import Fields
from bidwriter.files.word.here import Closer, Handler, Here, tracked
from bidwriter.prose.characters import seen
from bidwriter.prose.symbol_fonts import PRIVATE_LETTERS, shown, symbol_font

_TITLES = ("title", "subtitle")
_SPACE = " \t\r\n"
_CODE = re.compile(r"[0-9A-Fa-f]{1,4}")
_AS_SEEN: dict[int, str | None] = {
    **PRIVATE_LETTERS, 0xAD: None, 0x2011: "-", 0x0A: " ", 0x0D: " ", 0x2028: "\n", 0x2029: "\n"
}  # fmt: skip


class _Run:
    """How the run that is heard looks by itself, where it says so."""

    __slots__ = ("bold", "font", "hidden", "italic", "looks", "style")

    def __init__(self) -> None:
        self.bold: bool | None = None
        self.italic: bool | None = None
        self.hidden: bool | None = None
        self.style = self.font = ""
        self.looks: tuple[bool, bool, bool] | None = None


class Runs:
    """Hears runs, and says their text to the paragraph they stand in."""

    def __init__(self, here: Here, controls: Controls, addresses: dict[str, str]) -> None:
        self._here, self._controls = here, controls
        self.fields = Fields(here, controls, addresses, self.say)
        self._runs = [_Run()]
        self._changes: list[tuple[Tracked, ...]] = []
        self._pieces: list[str] = []
        self._keeps = [False]  # whether space at the ends of a text counts
        self._break: ParagraphDraft | None = None  # a page was begun in it, not at its end
        self.handlers: dict[str, Handler] = {
            "w:r": self._on_run,
            "m:r": self._on_run,
            "w:rPr/b": self._on_bold,
            "w:rPr/i": self._on_italic,
            "w:rPr/vanish": self._on_vanish,
            "w:rPr/rStyle": self._on_style,
            "w:rPr/rFonts": self._on_fonts,
            "w:document": self._on_document,
            **dict.fromkeys(TEXTS, self._on_text),
            "w:tab": lambda _: self.say("\t"),
            "w:ptab": lambda _: self.say("\t"),
            "w:cr": lambda _: self.say("\n"),
            "w:noBreakHyphen": lambda _: self.say("-"),
            "w:br": self._on_break,
            "w:sym": self._on_sign,
            **dict.fromkeys(("w:ins", "w:moveTo"), self._on_inserted),
            **dict.fromkeys(("w:del", "w:moveFrom"), self._on_deleted),
            **self.fields.handlers,
        }

    def hear(self, words: str) -> None:
        """A piece of what stands in one of `TEXTS`."""
        self._pieces.append(words)

    def say(self, words: str) -> None:
        """Text, as it is seen; where nothing shows, it is not kept."""
        here = self._here
        paragraph = here.paragraph
        if paragraph is None or not words or self.fields.is_silent:
            return
        bold, italic, hidden = self._runs[-1].looks or self._look(paragraph)
        if hidden:
            self._hide(paragraph, words)
            return
        here.is_hiding = False
        if self._break is paragraph and paragraph.shown:
            words = f"\n{words}"
        self._break = None
        look = (bold, italic, self.fields.link, self._controls.is_prompt, here.changes, False)
        paragraph.add(here.budget.text(words), look, here.budget)
        if self.fields.in_contents:
            paragraph.contents += len(words)
        self._controls.hear(words)

    def _hide(self, paragraph: ParagraphDraft, words: str) -> None:
        paragraph.has_hidden = True
        if not self._here.is_hiding and words.strip():
            self._here.passed["hidden"] += 1
            self._here.is_hiding = True

    # --- looks -------------------------------------------------------------------------------

    def _look(self, paragraph: ParagraphDraft) -> tuple[bool, bool, bool]:
        """Bold, italic, hidden. What the style of a heading or title makes bold is no emphasis;
        what the styles of both a paragraph and a run make bold is not bold, as Word has it."""
        run, styles = self._runs[-1], self._here.styles
        around = styles.paragraph(paragraph.style)
        of_run = styles.of(run.style)
        counts = not around.level and around.name.casefold() not in _TITLES
        bold, italic = run.bold, run.italic
        if bold is None:
            bold = (counts and bool(around.bold)) != bool(of_run.bold)
        if italic is None:
            italic = (counts and bool(around.italic)) != bool(of_run.italic)
        hidden = bool(around.hidden or of_run.hidden) if run.hidden is None else run.hidden
        run.looks = bold, italic, hidden
        return run.looks

    def _on_run(self, _attributes: dict[str, str]) -> Closer:
        self._runs.append(_Run())
        return self._end_run

    def _end_run(self) -> None:
        self._runs.pop()

    def _on_bold(self, attributes: dict[str, str]) -> None:
        self._runs[-1].bold = is_on(attributes)

    def _on_italic(self, attributes: dict[str, str]) -> None:
        self._runs[-1].italic = is_on(attributes)

    def _on_vanish(self, attributes: dict[str, str]) -> None:
        self._runs[-1].hidden = is_on(attributes)

    def _on_style(self, attributes: dict[str, str]) -> None:
        self._runs[-1].style = attribute(attributes, "val")

    def _on_fonts(self, attributes: dict[str, str]) -> None:
        self._runs[-1].font = symbol_font(attribute(attributes, "ascii"))

    # --- text --------------------------------------------------------------------------------

    def _on_document(self, attributes: dict[str, str]) -> None:
        self._keeps = [_keeps_space(attributes, otherwise=False)]

    def _on_text(self, attributes: dict[str, str]) -> Closer:
        self._pieces = []
        self._keeps.append(_keeps_space(attributes, otherwise=self._keeps[0]))
        return self._end_text

    def _end_text(self) -> None:
        words = "".join(self._pieces)
        self._pieces = []
        if not self._keeps.pop():
            words = words.strip(_SPACE)
        if font := self._runs[-1].font:
            words = shown(words, font)
        if not words.isascii() or "\n" in words or "\r" in words:
            words = words.translate(_AS_SEEN)
        self.say(seen(words))

    def _on_break(self, attributes: dict[str, str]) -> None:
        if attribute(attributes, "type") in ("page", "column"):
            self._break = self._here.paragraph
        else:
            self.say("\n")

    def _on_sign(self, attributes: dict[str, str]) -> None:
        code = attribute(attributes, "char")
        if not _CODE.fullmatch(code):
            return
        sign, font = chr(int(code, 16)), symbol_font(attribute(attributes, "font"))
        self.say(seen(shown(sign, font) if font else sign.translate(_AS_SEEN)))

    # --- changes -----------------------------------------------------------------------------

    def _on_inserted(self, attributes: dict[str, str]) -> Closer:
        return self._change(tracked("inserted", attributes))

    def _on_deleted(self, attributes: dict[str, str]) -> Closer:
        return self._change(tracked("deleted", attributes))

    def _change(self, change: Tracked) -> Closer:
        self._changes.append(self._here.changes)
        self._here.changes = (*self._here.changes, change)
        return self._end_change

    def _end_change(self) -> None:
        self._here.changes = self._changes.pop()


TEXTS = frozenset(("w:t", "m:t", "w:delText"))


def _keeps_space(attributes: dict[str, str], *, otherwise: bool) -> bool:
    said = attribute(attributes, "space")
    return said == "preserve" if said else otherwise
