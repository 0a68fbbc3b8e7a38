"""The parts of an Office file, each heard element by element, under limits on all that is read.

No tree of a part is ever built, so what is kept in memory is what a listener keeps. XML that
declares entities or a document type is refused (defusedxml).
"""

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, Protocol

from defusedxml.ElementTree import DefusedXMLParser

_STEEPEST, _LARGE = 250, 1_000_000  # bytes to each packed byte, of a part of so many
_XML = (".xml", ".rels")  # pictures of one colour pack far better, and are not read
_LONGEST_NAME, _MOST_NAMES = 2_000, 5_000  # of elements where they stand: "sst/si/t"
_MOST_WORDS = 20_000  # names of elements and attributes: the parser keeps them all
_AT_ONCE = 65_536
_LONGEST_SILENCE = 300_000  # bytes that are one attribute or tag: the parser holds them all
_DIRECTORY_ENTRY = b"PK\x01\x02"


class Limits(NamedTuple):
    """How much of a file is ever looked at: entries of its zip, bytes unpacked as it tells them,
    bytes unpacked of the parts that are read, beginnings, ends and pieces of text in those, and
    elements within each other."""

    entries: int = 1_000
    unpacked: int = 40_000_000
    read: int = 24_000_000
    heard: int = 1_200_000
    deepest: int = 60


LIMITS = Limits()


class TooMuchError(Exception):
    """A file beyond the limits."""


class BrokenPartError(Exception):
    """A part that is missing, or does not hold what it should."""


class EnoughError(Exception):
    """No fault: the listener has heard all it wants of a part."""


class Listener(Protocol):
    """Hears a part. `path` names an element as the `naming` of `Parts.hear` does; without one it
    names all that are open, without namespaces: "sst/si/t"."""

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        """The last of `path` begins."""

    def end(self, path: str) -> None:
        """The last of `path` ends."""

    def text(self, path: str, words: str) -> None:
        """A piece of the text in the last of `path`."""


class Silent:
    """A listener that hears nothing, for those that hear little."""

    def begin(self, path: str, attributes: dict[str, str]) -> None:
        """The last of `path` begins."""

    def end(self, path: str) -> None:
        """The last of `path` ends."""

    def text(self, path: str, words: str) -> None:
        """A piece of the text in the last of `path`."""


# The name of an element, by the name of the one around it and its tag, "namespace}name".
Naming = Callable[[str, str], str]


def by_path(parent: str, tag: str) -> str:
    """ "sst/si" and "…}t" → "sst/si/t"."""
    return f"{parent}/{_bare(tag)}".lstrip("/")


class Parts:
    """The parts of one file; all that is heard of any counts towards the same limits."""

    def __init__(self, data: bytes, limits: Limits = LIMITS) -> None:
        # zipfile makes an object of every entry; an end record can lie about how many there are.
        if data.count(_DIRECTORY_ENTRY) > limits.entries:
            raise TooMuchError
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        entries = self._archive.infolist()
        self._names = {_plain(entry.filename): entry for entry in entries}
        self._read = self.heard = 0
        self.limits = limits
        told = [entry for entry in entries if entry.filename.casefold().endswith(_XML)]
        if sum(entry.file_size for entry in entries) > limits.unpacked or any(
            map(_is_swollen, told)
        ):
            raise TooMuchError

    def has(self, path: str) -> bool:
        """Whether there is such a part."""
        return _plain(path) in self._names

    def hear(self, path: str, listener: Listener, naming: Naming = by_path) -> None:
        """Read a part out to `listener`, until it has enough."""
        ears = _Ears(self, listener, naming)
        parser = ears.parser()
        try:
            for piece in self._pieces(path):
                before = self.heard
                parser.feed(piece)
                ears.silence = 0 if self.heard > before else ears.silence + len(piece)
                if ears.silence > _LONGEST_SILENCE or len(parser.parser.intern) > _MOST_WORDS:
                    raise TooMuchError
            parser.close()
        except EnoughError:
            return

    def _pieces(self, path: str) -> Iterator[bytes]:
        entry = self._names.get(_plain(path))
        if entry is None or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BrokenPartError(path)
        if _is_swollen(entry):
            raise TooMuchError
        with self._archive.open(entry) as part:
            while piece := part.read(_AT_ONCE):
                self._read += len(piece)
                if self._read > self.limits.read:
                    raise TooMuchError
                yield piece

    def count(self) -> None:
        """One more thing was heard."""
        self.heard += 1
        if self.heard > self.limits.heard:
            raise TooMuchError


class _Ears:
    """What the parser calls: names the element, counts, and passes on."""

    def __init__(self, parts: Parts, listener: Listener, naming: Naming) -> None:
        self._parts, self._listener, self._naming = parts, listener, naming
        self._open = [""]
        self._known: dict[tuple[str, str], str] = {}
        self.silence = 0

    def parser(self) -> Any:
        """A guarded parser that calls these, without the tree builder between."""
        made = DefusedXMLParser(target=_Nobody(), forbid_dtd=True)
        inner = made.parser
        inner.ordered_attributes = False
        inner.StartElementHandler, inner.EndElementHandler = self._on_start, self._on_end
        inner.CharacterDataHandler = self._on_text
        inner.CommentHandler = inner.ProcessingInstructionHandler = self._on_other
        return made

    def _on_start(self, tag: str, attributes: dict[str, str]) -> None:
        self._parts.count()
        key = self._open[-1], tag
        path = self._known.get(key) or self._learn(key)
        self._open.append(path)
        if len(self._open) > self._parts.limits.deepest + 1:
            raise TooMuchError
        self._listener.begin(path, attributes)

    def _learn(self, key: tuple[str, str]) -> str:
        """A name met for the first time."""
        name = self._naming(*key)
        if len(name) > _LONGEST_NAME or len(self._known) == _MOST_NAMES:
            raise TooMuchError
        self._known[key] = name
        return name

    def _on_end(self, _tag: str) -> None:
        self._parts.count()
        self._listener.end(self._open.pop())

    def _on_text(self, words: str) -> None:
        self._parts.count()
        self._listener.text(self._open[-1], words)

    def _on_other(self, *_words: str) -> None:
        self._parts.count()


class _Nobody:
    """Builds no tree."""

    def close(self) -> None:
        """There is nothing to end."""


def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def attribute(attributes: dict[str, str], name: str) -> str:
    """An attribute whatever its namespace (`r:id`, also in strict workbooks); "" without it."""
    if name in attributes:
        return attributes[name]
    ending = f"}}{name}"
    for key, value in attributes.items():
        if key.endswith(ending):
            return value
    return ""


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a switch such as `<strike/>` is on: it is unless it says otherwise."""
    return attribute(attributes, "val") not in ("0", "false", "off")


def beside(path: str, target: str) -> str:
    """The part that `target` names in the part at `path`."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(path), target)).lstrip("/")


def _plain(path: str) -> str:
    return path.replace("\\", "/").lstrip("/").casefold()


def _is_swollen(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > max(_LARGE, _STEEPEST * entry.compress_size)
