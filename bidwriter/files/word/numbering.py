"""The numberings of a Word file: how each level of a list counts and looks."""

from typing import NamedTuple

from bidwriter.files.office.parts import Silent, TooMuchError, attribute, is_on
from bidwriter.files.word.styles import Styles, small
from bidwriter.prose.symbol_fonts import PRIVATE_LETTERS, shown, symbol_font

LEVELS = 9
MOST_LISTS = 20_000
_LONGEST_LABEL = 100
_MOST_STEPS = 10  # from a list to the style of lists that it is like, and on
_SHAPE, _LIST = "numbering/abstractNum", "numbering/num"
_OVERRIDE = f"{_LIST}/lvlOverride"
_LEVEL, _OTHER_LEVEL = f"{_SHAPE}/lvl", f"{_OVERRIDE}/lvl"


class Level(NamedTuple):
    """A level. `text` is its label, with "%1" for the number of the first level. `restarts` is the
    level, from 1, below which it starts anew: 0 for never, None for any above it. `style` is the id
    of the style whose paragraphs are on it."""

    start: int = 0
    format: str = "decimal"
    text: str = ""
    restarts: int | None = None
    style: str = ""
    is_legal: bool = False
    font: str = ""

    @property
    def sign(self) -> str:
        """The sign of a bullet, as it is seen."""
        return shown(self.text, self.font) if self.font else self.text.translate(PRIVATE_LETTERS)


USUAL = Level()


class _Shape:
    """Levels that several lists can have, or the id of the style of lists that it is `like`."""

    __slots__ = ("levels", "like")

    def __init__(self) -> None:
        self.levels: dict[int, Level] = {}
        self.like = ""


class _List:
    """A list: the id of its shape, and what it has otherwise."""

    __slots__ = ("levels", "shape", "starts")

    def __init__(self) -> None:
        self.shape = ""
        self.levels: dict[int, Level] = {}
        self.starts: dict[int, int] = {}


class NumberedList(NamedTuple):
    """A list: lists of one `shape` count on together, but where `starts` has another start."""

    id: str
    shape: str
    levels: tuple[Level, ...]
    starts: dict[int, int]

    def level_of_style(self, style: str) -> int | None:
        """The level that paragraphs of a style are on, from 0; None where none is said."""
        told = (at for at, level in enumerate(self.levels) if style and level.style == style)
        return next(told, None)


class Numbering(Silent):
    """Hears the part of numberings; `of` then tells of each list."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._shapes: dict[str, _Shape] = {}
        self._lists: dict[str, _List] = {}
        self._known: dict[str, NumberedList | None] = {}
        self._shape, self._list = _Shape(), _List()
        self._at = 0  # the level that is heard

    def of(self, id_: str) -> NumberedList | None:
        """The list of an id; None where there is none, as for "0"."""
        if id_ not in self._known:
            self._known[id_] = self._found(id_)
        return self._known[id_]

    def _found(self, id_: str) -> NumberedList | None:
        told = of = self._lists.get(id_)
        shape = self._shapes.get(told.shape) if told else None
        for _ in range(_MOST_STEPS):
            if of is None or shape is None or shape.levels or not shape.like:
                break
            of = self._lists.get(self._styles.style_of_list(shape.like))
            shape = self._shapes.get(of.shape) if of else None
        if told is None or of is None or shape is None or id_ == "0":
            return None
        levels = (told.levels.get(at) or shape.levels.get(at, USUAL) for at in range(LEVELS))
        return NumberedList(id_, of.shape, tuple(levels), told.starts)

    # --- what is heard -----------------------------------------------------------------------

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        """A shape or a list begins, or says something of itself."""
        if path.startswith(_LEVEL):
            self._hear(self._shape.levels, path.removeprefix(_LEVEL), attributes)
        elif path.startswith(_OTHER_LEVEL):
            self._hear(self._list.levels, path.removeprefix(_OTHER_LEVEL), attributes)
        elif path == _SHAPE:
            self._shape = self._shapes.setdefault(attribute(attributes, "abstractNumId"), _Shape())
            self._check()
        elif path == f"{_SHAPE}/numStyleLink":
            self._shape.like = attribute(attributes, "val")
        elif path == _LIST:
            self._list = self._lists.setdefault(attribute(attributes, "numId"), _List())
            self._check()
        elif path == f"{_LIST}/abstractNumId":
            self._list.shape = attribute(attributes, "val")
        elif path == _OVERRIDE:
            self._at = min(small(attribute(attributes, "ilvl")) or 0, LEVELS)
        elif path == f"{_OVERRIDE}/startOverride":
            self._list.starts[self._at] = small(attribute(attributes, "val")) or 0

    def _check(self) -> None:
        if len(self._shapes) + len(self._lists) > MOST_LISTS:
            raise TooMuchError

    def _hear(self, levels: dict[int, Level], what: str, attributes: dict[str, str]) -> None:
        value = attribute(attributes, "val")
        if not what:
            self._at = min(small(attribute(attributes, "ilvl")) or 0, LEVELS)
            levels[self._at] = USUAL
            return
        level = levels.get(self._at, USUAL)
        match what:
            case "/start":
                level = level._replace(start=small(value) or 0)
            case "/numFmt" | "/AlternateContent/Fallback/numFmt":
                level = level._replace(format=value)
            case "/lvlText":
                level = level._replace(text=value[:_LONGEST_LABEL])
            case "/lvlRestart":
                level = level._replace(restarts=small(value))
            case "/pStyle":
                level = level._replace(style=value)
            case "/isLgl":
                level = level._replace(is_legal=is_on(attributes))
            case "/rPr/rFonts":
                level = level._replace(font=symbol_font(attribute(attributes, "ascii")))
        levels[self._at] = level
