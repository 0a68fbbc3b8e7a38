"""The text of a Word file as it is heard: its paragraphs, tables and text boxes, put together."""

import re
from collections.abc import Callable

from bidwriter.files.office.parts import BrokenPartError, attribute, is_on
from bidwriter.files.word.controls import Controls
from bidwriter.files.word.drafts import ParagraphDraft
from bidwriter.files.word.fields import INSTRUCTIONS
from bidwriter.files.word.here import Closer, Handler, Here, tracked
from bidwriter.files.word.naming import SKIPPED, is_understood
from bidwriter.files.word.passed import Passed
from bidwriter.files.word.runs import TEXTS, Runs
from bidwriter.files.word.styles import level_of, small
from bidwriter.files.word.tables import Tables

_CONTENTS = re.compile(r"toc (?:[1-9]|heading)|table of figures|contents heading")
# What is counted where it stands. Text inside it is heard, but within an object.
_COUNTED: dict[str, Passed] = {
    "pic:pic": "picture", "v:imagedata": "picture", "c:chart": "chart", "dgm:relIds": "diagram",
    "w:object": "object", "w:control": "object", "w:contentPart": "ink", "w14:contentPart": "ink",
    "w:altChunk": "file", "w:subDoc": "file", "w:footnoteReference": "footnote",
    "w:endnoteReference": "endnote", "w:commentReference": "comment",
}  # fmt: skip


class Story:
    """Hears a part that holds text, by the names of `name_in_story`."""

    def __init__(self, here: Here, addresses: dict[str, str], root: str) -> None:
        self._here, self._root = here, root
        self._controls = Controls(here)
        self._runs = Runs(here, self._controls, addresses)
        self._fields = self._runs.fields
        self._paragraphs = self._skipping = 0
        self._closers: list[Closer] = []
        self._bookmarks: list[str] = []  # that stand before the next paragraph
        self._copies: list[bool] = []  # whether one of two copies was taken
        self._handlers: dict[str, Handler] = {
            **self._runs.handlers,
            **self._controls.handlers,
            **Tables(here).handlers,
            **self._of_blocks(),
            **{name: self._counter(name, sort) for name, sort in _COUNTED.items()},
        }

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._root and path != self._root:
            raise BrokenPartError(self._root)
        self._root = ""
        if self._skipping:
            self._skipping += 1
        elif path != SKIPPED:
            handler = self._handlers.get(path)
            closer = handler(attributes) if handler else None
            if not self._skipping:
                self._closers.append(closer)

    def end(self, path: str) -> None:
        """An element ends."""
        if self._skipping:
            self._skipping -= 1
        elif path != SKIPPED and (closer := self._closers.pop()):
            closer()

    def text(self, path: str, words: str) -> None:
        """Text, or what else stands between two elements."""
        if self._skipping:
            return
        if path in TEXTS:
            self._runs.hear(words)
        elif path in INSTRUCTIONS:
            self._fields.hear(words)

    def _of_blocks(self) -> dict[str, Handler]:
        return {
            "w:p": self._on_paragraph,
            "w:pPr/pStyle": self._on_style,
            "w:pPr/outlineLvl": self._on_level,
            "w:pPr/numPr/numId": self._on_list,
            "w:pPr/numPr/ilvl": self._on_list_level,
            "w:pPr/rPr/vanish": self._on_mark_hidden,
            **dict.fromkeys(("w:pPr/rPr/ins", "w:pPr/rPr/moveTo"), self._on_mark_inserted),
            **dict.fromkeys(("w:pPr/rPr/del", "w:pPr/rPr/moveFrom"), self._on_mark_deleted),
            "w:bookmarkStart": self._on_bookmark,
            "w:txbxContent": self._on_box,
            "mc:AlternateContent": self._on_copies,
            "mc:Choice": self._on_copy,
            "mc:Fallback": self._on_copy,
        }

    def _skip(self) -> None:
        """Hear nothing of the element that begins."""
        self._skipping = 1

    # --- paragraphs --------------------------------------------------------------------------

    def _on_paragraph(self, _attributes: dict[str, str]) -> Closer:
        self._here.budget.one_more()
        self._paragraphs += 1
        paragraph = ParagraphDraft(self._paragraphs)
        self._here.list.append(paragraph)
        self._here.open.append(paragraph)
        self._here.is_hiding = False
        paragraph.bookmarks, self._bookmarks = self._bookmarks, []
        self._controls.begin_paragraph()
        return lambda: self._end_paragraph(paragraph)

    def _end_paragraph(self, paragraph: ParagraphDraft) -> None:
        here = self._here
        is_contents = 0 < paragraph.shown == paragraph.contents
        self._fields.end_paragraph(paragraph.number, is_contents=is_contents)
        paragraph.end_run()
        here.close()
        self._controls.hear("\n")
        if paragraph.is_mark_hidden and paragraph.has_hidden and not paragraph.shown:
            here.left_out.add(paragraph.number)  # its text was counted
        elif _CONTENTS.fullmatch(here.styles.paragraph(paragraph.style).name.casefold()):
            here.leave_out(paragraph.number, "contents")

    def _properties(self) -> ParagraphDraft:
        paragraph = self._here.paragraph
        if paragraph is None:  # the naming lets none of them stand elsewhere
            raise LookupError("w:pPr")
        return paragraph

    def _on_style(self, attributes: dict[str, str]) -> None:
        self._properties().style = attribute(attributes, "val")

    def _on_level(self, attributes: dict[str, str]) -> None:
        self._properties().level = level_of(attribute(attributes, "val"))

    def _on_list(self, attributes: dict[str, str]) -> None:
        self._properties().list_id = attribute(attributes, "val")

    def _on_list_level(self, attributes: dict[str, str]) -> None:
        self._properties().list_level = small(attribute(attributes, "val"))

    def _on_mark_hidden(self, attributes: dict[str, str]) -> None:
        self._properties().is_mark_hidden = is_on(attributes)

    def _on_mark_inserted(self, attributes: dict[str, str]) -> None:
        paragraph = self._properties()
        paragraph.mark = paragraph.mark or tracked("inserted", attributes)

    def _on_mark_deleted(self, attributes: dict[str, str]) -> None:
        self._properties().mark = tracked("deleted", attributes)

    def _on_bookmark(self, attributes: dict[str, str]) -> None:
        if name := attribute(attributes, "name"):
            self._here.budget.one_more()
            paragraph = self._here.paragraph
            marks = self._bookmarks if paragraph is None else paragraph.bookmarks
            marks.append(self._here.budget.text(name))

    def _on_box(self, _attributes: dict[str, str]) -> Closer:
        self._here.open.append(self._here.list)
        return self._here.close

    # --- what is there twice, and what is not read -------------------------------------------

    def _on_copies(self, _attributes: dict[str, str]) -> Closer:
        self._copies.append(False)
        return self._end_copies

    def _end_copies(self) -> None:
        self._copies.pop()

    def _on_copy(self, attributes: dict[str, str]) -> None:
        """The first copy that is understood, else the last one, which asks for nothing."""
        if not self._copies:
            return
        if self._copies[-1] or not is_understood(attribute(attributes, "Requires")):
            self._skip()
        else:
            self._copies[-1] = True

    def _counter(self, name: str, sort: Passed) -> Callable[[dict[str, str]], None]:
        def on_counted(_attributes: dict[str, str]) -> None:
            self._here.passed[sort] += 1
            if name == "w:object":  # a picture of it is no picture
                self._skip()

        return on_counted
