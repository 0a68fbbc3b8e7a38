"""TEXT AS VALUES: runs of characters, the style of a paragraph, and the ink that draws them.

User text enters here as plain characters and stays so: there is no mark-up to escape, so an
answer that holds `<img>` or `&amp;` prints just that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from bidwriter.exports.tagged.faces import Face, Weight, face
from bidwriter.prose.glyphs import pieces

Align = Literal["left", "right", "centre"]


class Run(NamedTuple):
    """Characters that look alike. `text` may hold "\\n", a line break. `link` is a web or mail
    address, `goto` the key of a destination in this document (a heading's `key`): at most one
    of the two. `raised` and `lowered` are set smaller: at most one of the two. `colour` is
    "#RRGGBB", or the style's. `language` is a tag such as "cy"; "" for that of what it stands
    in."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    goto: str = ""
    raised: bool = False
    lowered: bool = False
    colour: str = ""
    language: str = ""


Words = str | Sequence[Run]
"""What any text parameter takes: a plain string, or runs."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph looks. Sizes in points. `before` and `after` are the space around it
    (the larger of two neighbours counts); `measure` is the greatest width of a line, 0 for
    the whole column."""

    size: float = 11
    leading: float = 17
    colour: str = "#000000"
    weight: Weight = "regular"
    align: Align = "left"
    before: float = 0
    after: float = 0
    measure: float = 0
    link_colour: str = ""
    keep_with_next: bool = False

    def but(self, **changes: Any) -> "TextStyle":
        """A copy with some fields changed."""
        return replace(self, **changes)

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline: the leading is shared above and below."""
        return (self.leading - 1.3 * self.size) / 2 + 0.984 * self.size


class Link(NamedTuple):
    """Where a stretch of text leads. Runs side by side with one address are one link; `place`
    tells apart two links to the same address."""

    place: int
    link: str
    goto: str


class Tongue(NamedTuple):
    """The language of a stretch of text. Runs side by side in one language are one stretch;
    `place` tells two apart."""

    place: int
    language: str


class Ink(NamedTuple):
    """How characters are drawn: face, size and rise in points, colour, link; and in which
    language they are read, None where they say none."""

    face: Face
    size: float
    colour: str
    rise: float = 0
    link: Link | None = None
    tongue: Tongue | None = None

    def width(self, text: str) -> float:
        """Width of `text` in points."""
        return self.face.width(text) * self.size / 1000


class Bit(NamedTuple):
    """Characters in one ink."""

    text: str
    ink: Ink


def as_runs(words: Words) -> tuple[Run, ...]:
    """Words in their one form."""
    if isinstance(words, str):
        return (Run(words),) if words else ()
    return tuple(words)


def plain(words: Words) -> str:
    """The characters alone, line breaks as spaces: for bookmarks and descriptions."""
    return "".join(run.text for run in as_runs(words)).replace("\n", " ")


def language_of(words: Words) -> str:
    """The one language that all words are in; "" if there are several, or none is said. What has no
    letters, such as a number before a title, is read in the language of the rest."""
    found = {run.language for run in as_runs(words) if any(map(str.isalpha, run.text))}
    return found.pop() if len(found) == 1 else ""


def inked(runs: Sequence[Run], style: TextStyle) -> Iterator[Bit]:
    """The runs as bits: each character in a font that has it (see `prose.glyphs`)."""
    for (run, link), tongue in zip(_linked(runs), _tongues(runs), strict=True):
        colour = run.colour or (style.link_colour if link else "") or style.colour
        size, rise = _set(run, style.size)
        weight: Weight = "bold" if run.bold else style.weight
        for piece in pieces(run.text):
            chosen = face(piece.role, weight, italic=run.italic)
            yield Bit(piece.text, Ink(chosen, size, colour, rise, link, tongue))


def _set(run: Run, size: float) -> tuple[float, float]:
    """Size and rise of a run's characters."""
    if run.raised or run.lowered:
        return size * 0.68, size * (0.36 if run.raised else -0.16)
    return size, 0.0


def _linked(runs: Sequence[Run]) -> Iterator[tuple[Run, Link | None]]:
    link: Link | None = None
    for place, run in enumerate(runs):
        if not (run.link or run.goto):
            link = None
        elif link is None or (link.link, link.goto) != (run.link, run.goto):
            link = Link(place, run.link, run.goto)
        yield run, link


def _tongues(runs: Sequence[Run]) -> Iterator[Tongue | None]:
    tongue: Tongue | None = None
    for place, run in enumerate(runs):
        if not run.language:
            tongue = None
        elif tongue is None or tongue.language != run.language:
            tongue = Tongue(place, run.language)
        yield tongue
