"""A pack as its files, and what they say together."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from bidwriter.pack_editing.shape import misshapen
from bidwriter.pack_editing.writing import parsed, put, take_out
from bidwriter.rounds.loading import RoundError, gather, language_of
from bidwriter.rounds.round import FORM
from bidwriter.rounds.toml_parts import Way

_BOM = b"\xef\xbb\xbf"
_ROUND = "round.toml"
_NOTHING: tuple[Any, ...] = (None, "", [], {}, ())


class CannotBeChangedError(RoundError):
    """A change that would leave something of the round without what it needs."""


@dataclass(frozen=True)
class PackTexts:
    """The TOML files of a pack by name, with line ends of one character, and the file that each
    top-level name stands in. Every change makes a new one."""

    files: Mapping[str, bytes]
    stands_in: Mapping[str, str]

    @cached_property
    def data(self) -> dict[str, Any]:
        """What the files say together, but for those of a second language. Not to be changed."""
        found: dict[str, Any] = {}
        for name, text in self.files.items():
            if name in self.stands_in.values() and not language_of(name):
                found |= parsed(text)
        return found

    def with_value(self, way: Way, value: Any) -> "PackTexts":
        """The pack in which this stands at a way of names and positions; without it where the value
        is empty. Nothing else changes by a byte."""
        file = self.file_of(way)
        before = self.files[file]
        after = take_out(before, way) if value in _NOTHING else put(before, way, value)
        if after == before:
            return self
        stands_in = {str(way[0]): file, **self.stands_in}
        return replace(self, files={**self.files, file: after}, stands_in=stands_in)

    def with_text(self, way: Way, text: bytes) -> "PackTexts":
        """The pack in which the file of a way is this."""
        return replace(self, files={**self.files, self.file_of(way): text})

    def text_of(self, way: Way) -> bytes:
        """The file that a way leads into."""
        return self.files[self.file_of(way)]

    def file_of(self, way: Way) -> str:
        """The name of the file that a way leads into."""
        return self.stands_in.get(str(way[0]), _ROUND)


def read_texts(folder: Path) -> PackTexts:
    """The files of a pack. Raises RoundError for a folder that is none, and for a file that cannot
    be read, which can only be mended by hand."""
    gathered = gather(folder)
    unreadable = next((one for one in gathered.troubles if not one.place), None)
    if unreadable is not None:
        line = f", line {unreadable.line}" if unreadable.line else ""
        raise RoundError(f"{unreadable.words}{line}. {unreadable.remedy}")
    names = dict.fromkeys(gathered.files.values())
    files = {name: _with_short_ends((folder / name).read_bytes()) for name in names}
    texts = PackTexts(files, gathered.files)
    if wrong := misshapen(texts.data):
        raise RoundError(
            f"“{wrong}” is not written in the shape that a round has, so it can only be mended in "
            f"its file, {texts.file_of((wrong,))}. “bidwriter rounds --lint” says where"
        )
    return texts


def in_todays_form(texts: PackTexts) -> PackTexts:
    """A pack of an older form with the number of today's, which can say all that may be added."""
    number = texts.data.get("format")
    is_older = isinstance(number, int) and number < FORM.number
    return texts.with_value(("format",), FORM.number) if is_older else texts


def file_bytes(texts: PackTexts, folder: Path) -> dict[str, bytes]:
    """The files that differ from those in the folder, with the line ends that those have there."""
    found: dict[str, bytes] = {}
    for name, text in texts.files.items():
        path = folder / name
        before = path.read_bytes() if path.is_file() else b""
        after = text.replace(b"\n", b"\r\n") if b"\r\n" in before else text
        after = _BOM + after if before.startswith(_BOM) else after
        if after != before:
            found[name] = after
    return found


def _with_short_ends(text: bytes) -> bytes:
    return text.removeprefix(_BOM).replace(b"\r\n", b"\n")
