"""THE FILE: numbered objects, then the bytes of a PDF 1.7 file (ISO 32000-1, 7.5).

Objects that are not streams are packed in compressed object streams (7.5.7): a structure tree
has thousands, and the file is a third of the size. Same objects, same bytes: the file's /ID is
a digest of its content and no clock is read.
"""

import hashlib
import zlib

from bidwriter.exports.tagged.syntax import byte_string, dictionary, reference

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""ISO 19005-2, 6.1.2: a comment of four bytes above 127 follows the header."""

_PACK = 100
"""Objects in one object stream: a reader inflates a whole stream to get at one."""


class PdfFile:
    """Collects objects; `written` is the whole file, each object under its number."""

    def __init__(self) -> None:
        self._objects: list[bytes | None] = []
        self._streams: set[int] = set()

    def reserve(self) -> int:
        """The number of an object whose content comes later through `fill`."""
        self._objects.append(None)
        return len(self._objects)

    def fill(self, key: int, content: bytes) -> None:
        """Give a reserved object its content."""
        self._objects[key - 1] = content

    def add(self, content: bytes) -> int:
        """Add an object; its number."""
        key = self.reserve()
        self.fill(key, content)
        return key

    def add_stream(self, data: bytes, *, compress: bool = True, **entries: bytes) -> int:
        """Add a stream with these dictionary entries; the XMP metadata alone stay
        uncompressed, so that any tool can find them."""
        key = self.add(_stream(data, entries, compress=compress))
        self._streams.add(key)
        return key

    def written(self, root: int, info: int) -> bytes:
        """The whole file. Raises ValueError if a reserved object was never filled."""
        places = self._pack()
        parts, at = [_HEADER], len(_HEADER)
        for key in sorted(self._streams):
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (key, self._content(key)))
            places[key] = (1, at, 0)
            at += len(parts[-1])
        key = len(self._objects) + 1
        places[key] = (1, at, 0)
        digest = hashlib.sha256(b"".join(parts)).digest()[:16]
        table = _cross_references(places, root, info, digest)
        parts.append(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (key, table, at))
        return b"".join(parts)

    def _content(self, key: int) -> bytes:
        content = self._objects[key - 1]
        if content is None:
            raise ValueError(f"object {key} was reserved and never filled")
        return content

    def _pack(self) -> dict[int, tuple[int, int, int]]:
        """Put all but the streams into object streams; where each has gone, as a row of the
        cross-reference stream (7.5.8.3): 2, the stream's number, the place in it."""
        plain = [key for key in range(1, len(self._objects) + 1) if key not in self._streams]
        places: dict[int, tuple[int, int, int]] = {}
        for start in range(0, len(plain), _PACK):
            keys = plain[start : start + _PACK]
            holder = self._add_packed(keys)
            places.update({key: (2, holder, place) for place, key in enumerate(keys)})
        return places

    def _add_packed(self, keys: list[int]) -> int:
        contents = [self._content(key) for key in keys]
        index, at = [], 0
        for key, content in zip(keys, contents, strict=True):
            index.append(b"%d %d" % (key, at))
            at += len(content) + 1
        head = b" ".join(index) + b"\n"
        return self.add_stream(
            head + b"\n".join(contents),
            Type=b"/ObjStm",
            N=b"%d" % len(keys),
            First=b"%d" % len(head),
        )


def _stream(data: bytes, entries: dict[str, bytes], *, compress: bool) -> bytes:
    """A stream object. An end of line stands before `endstream` (ISO 19005-2, 6.1.7.1): CR and
    LF, since a lone LF after data that happens to end in CR would seem to take that CR in."""
    if compress:
        data = zlib.compress(data, 6)
        entries = entries | {"Filter": b"/FlateDecode"}
    head = dictionary(**entries, Length=b"%d" % len(data))
    return head + b"\nstream\n" + data + b"\r\nendstream"


def _cross_references(
    places: dict[int, tuple[int, int, int]], root: int, info: int, digest: bytes
) -> bytes:
    """The cross-reference stream, which is the trailer too: rows of 1, 4 and 2 bytes."""
    rows = [(0, 0, 65535), *(places[key] for key in sorted(places))]
    data = b"".join(
        kind.to_bytes(1, "big") + where.to_bytes(4, "big") + place.to_bytes(2, "big")
        for kind, where, place in rows
    )
    entries = {
        "Type": b"/XRef",
        "Size": b"%d" % len(rows),
        "W": b"[1 4 2]",
        "Root": reference(root),
        "Info": reference(info),
        "ID": b"[" + byte_string(digest) + b" " + byte_string(digest) + b"]",
    }
    return _stream(data, entries, compress=True)
