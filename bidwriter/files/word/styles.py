"""The styles of a Word file, each with all that it takes from those it is based on."""

import re
from typing import NamedTuple

from bidwriter.files.office.parts import Silent, TooMuchError, attribute, is_on

MOST_STYLES = 20_000
_HEADING = re.compile(r"heading ([1-9])")
_STYLE = "styles/style"
_DEFAULT_LANGUAGE = "styles/docDefaults/rPrDefault/rPr/lang"


class Style(NamedTuple):
    """What a style makes of a paragraph or of a run. `bold`, `italic` and `hidden` are None where
    it says nothing of them. `list_id` is the id of its numbering ("0" for none, "" where it says
    nothing), `list_level` its level there, from 0, and `list_style` the id of the style that says
    so."""

    name: str = ""
    level: int = 0
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    list_id: str = ""
    list_level: int | None = None
    list_style: str = ""
    language: str = ""


class _Told:
    """A style as the file has it, without what it is based on."""

    __slots__ = ("above", "id", "level", "said")

    def __init__(self, id_: str) -> None:
        self.id, self.above = id_, ""
        self.level: int | None = None
        self.said = Style(name=id_)


class Styles(Silent):
    """Hears the part of styles; `of` then tells of each."""

    def __init__(self) -> None:
        self._told: dict[str, _Told] = {}
        self._known: dict[str, Style] = {}
        self._open = _Told("")
        self._usual = ""
        self._language = ""

    def of(self, id_: str) -> Style:
        """The style of an id."""
        if id_ not in self._known:
            self._resolve(id_)
        return self._known[id_]

    def paragraph(self, id_: str) -> Style:
        """The style of a paragraph: the usual one where it names none that there is."""
        return self.of(id_ if id_ in self._told else self._usual)

    def style_of_list(self, id_: str) -> str:
        """The id of the numbering in a style of lists."""
        told = self._told.get(id_)
        return told.said.list_id if told else ""

    @property
    def language(self) -> str:
        """The language that text is in where nothing else is said of it; "" for unknown."""
        return self.paragraph("").language or self._language

    def _resolve(self, id_: str) -> None:
        """From the style that nothing known is above, down to this one."""
        chain: dict[str, _Told] = {}
        while id_ not in self._known and id_ not in chain and id_ in self._told:
            chain[id_] = self._told[id_]
            id_ = chain[id_].above
        style = self._known.get(id_, Style())
        self._known.setdefault(id_, style)  # one that is not there, or based on itself
        for told in reversed(chain.values()):
            style = _based(told, style)
            self._known[told.id] = style

    # --- what is heard -----------------------------------------------------------------------

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        """A style begins, or says something of itself."""
        if path == _STYLE:
            self._begin_style(attributes)
        elif path == _DEFAULT_LANGUAGE:
            self._language = attribute(attributes, "val")
        elif path.startswith(f"{_STYLE}/"):
            self._say(path.removeprefix(f"{_STYLE}/"), attributes)

    def _begin_style(self, attributes: dict[str, str]) -> None:
        id_ = attribute(attributes, "styleId")
        self._open = self._told.setdefault(id_, _Told(id_))
        if len(self._told) > MOST_STYLES:
            raise TooMuchError
        if attribute(attributes, "type") == "paragraph" and (
            attribute(attributes, "default") in ("1", "true", "on")
        ):
            self._usual = id_

    def _say(self, what: str, attributes: dict[str, str]) -> None:
        style = self._open
        value = attribute(attributes, "val")
        match what.split("/"):
            case ["name"]:
                style.said = style.said._replace(name=value)
            case ["basedOn"]:
                style.above = value
            case ["rPr", "b"]:
                style.said = style.said._replace(bold=is_on(attributes))
            case ["rPr", "i"]:
                style.said = style.said._replace(italic=is_on(attributes))
            case ["rPr", "vanish"]:
                style.said = style.said._replace(hidden=is_on(attributes))
            case ["rPr", "lang"]:
                style.said = style.said._replace(language=value)
            case ["pPr", "outlineLvl"]:
                style.level = level_of(value)
            case ["pPr", "numPr", "numId"]:
                style.said = style.said._replace(list_id=value, list_style=style.id)
            case ["pPr", "numPr", "ilvl"]:
                style.said = style.said._replace(list_level=small(value))


def _based(told: _Told, above: Style) -> Style:
    """A style with what it takes from the one it is based on."""
    own = told.said
    heading = _HEADING.fullmatch(own.name.strip().casefold())
    level = int(heading[1]) if heading else told.level
    if own.list_id or own.list_level is not None:
        own = own._replace(list_style=told.id)
    return Style(
        own.name,
        above.level if level is None else level,
        above.bold if own.bold is None else own.bold,
        above.italic if own.italic is None else own.italic,
        above.hidden if own.hidden is None else own.hidden,
        own.list_id or above.list_id,
        above.list_level if own.list_level is None else own.list_level,
        own.list_style or above.list_style,
        own.language or above.language,
    )


def level_of(value: str) -> int | None:
    """The level of a heading by its place in the outline: "0" → 1, "9" → 0, which is text."""
    at = small(value)
    return None if at is None or at > 9 else (at + 1) % 10


def small(value: str) -> int | None:
    """A number of a few digits; None for anything else."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else None
