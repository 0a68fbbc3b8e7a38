"""Which part of a Word file holds its text, by what the file says of its parts."""

from typing import NamedTuple

from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.office.links import links_of
from bidwriter.files.office.parts import Parts, Silent, TooMuchError
from bidwriter.files.word.foreign import OTHER, refused

_TYPES_PART = "[Content_Types].xml"
_MOST_TYPES = 20_000
_WORD = ("wordprocessingml.", "ms-word.")
_OTHERS = {
    ("spreadsheetml.", "ms-excel."): "an Excel workbook, no Word document",
    ("presentationml.", "ms-powerpoint."): "a PowerPoint presentation, no Word document",
    ("ms-visio.",): "a Visio drawing, no Word document",
}


class MainPart(NamedTuple):
    """Its path in the file, and whether the file says that it has macros."""

    path: str
    has_macros: bool


def main_part(parts: Parts, name: str) -> MainPart:
    """The part that holds the text. Raises FileTroubleError where it is none of Word's."""
    if not parts.has(_TYPES_PART):
        raise refused(name, "a zip file, no Word document", OTHER)
    types = _Types()
    parts.hear(_TYPES_PART, types)
    path = links_of("", parts).first("/officeDocument")
    if not path:
        path = next((p for p, kind in types.by_path.items() if _is_main(kind)), "")
    kind = types.of(path)
    for words, what in _OTHERS.items():
        if any(word in kind for word in words):
            raise refused(name, what, OTHER)
    if not path or not (_is_main(kind) or kind.endswith("/xml")):
        raise _no_word(name)
    return MainPart(path, "macroenabled" in kind or bool(links_of(path, parts).all("/vbaProject")))


def _no_word(name: str) -> FileTroubleError:
    return refused(name, "no Word document", OTHER)


def _is_main(kind: str) -> bool:
    return any(word in kind for word in _WORD) and kind.endswith(".main+xml")


class _Types(Silent):
    """The kind of each part, in small letters."""

    def __init__(self) -> None:
        self.by_path: dict[str, str] = {}
        self._by_ending: dict[str, str] = {}

    def of(self, path: str) -> str:
        """The kind of the part at `path`; "" for none that is said."""
        ending = path.rpartition(".")[2].casefold()
        return self.by_path.get(path.casefold()) or self._by_ending.get(ending, "")

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        """One kind more."""
        kind = attributes.get("ContentType", "").casefold()
        if path == "Types/Override":
            self.by_path[attributes.get("PartName", "").lstrip("/").casefold()] = kind
        elif path == "Types/Default":
            self._by_ending[attributes.get("Extension", "").casefold()] = kind
        if len(self.by_path) + len(self._by_ending) > _MOST_TYPES:
            raise TooMuchError
