"""What is in a PDF that is to be attached: whether it opens, and what in it would run."""

import re
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

_END = b"%%EOF"
_ENDS_WITHIN = 2_048  # bytes from the end; some programs write a little more behind it
_MOST_UNPACKED = 20_000_000
_DATA = (".json", ".xml", ".csv", ".txt")  # files that run nothing
_STREAM = re.compile(rb"stream\r?\n")
_LONGEST_HEAD = 400  # bytes of what a stream says of itself

SCRIPTS = "a script, which is a program"
STARTS = "a command that starts a program"
HIDDEN = "more hidden parts than can be looked through"
FILES = "other files inside it, which a reader may not see"


class TooMuchPackedError(Exception):
    """More objects than are looked through."""


class LookedAtPdf(NamedTuple):
    """`trouble` is "locked" or "damaged"; `active` names the first thing in it that would run;
    `pages` is how many it has."""

    trouble: str = ""
    active: str = ""
    pages: int | None = None


def look_into_pdf(data: bytes) -> LookedAtPdf:
    """What a PDF holds. It is asked of PDFium, which draws nothing for it."""
    import pypdfium2 as pdfium  # a library of some megabytes, for this alone

    if _END not in data[-_ENDS_WITHIN:]:  # PDFium would make do with the pages that are left
        return LookedAtPdf("damaged")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return LookedAtPdf("locked" if "password" in str(error).casefold() else "damaged")
    try:
        if not (pages := len(document)):
            return LookedAtPdf("damaged")
        if active := _acts(data):
            return LookedAtPdf(active=active)
        many = document.count_attachments()
        held = [document.get_attachment(at).get_name() for at in range(min(many, 100))]
    finally:
        document.close()
    passive = all(name.casefold().endswith(_DATA) for name in held)
    return LookedAtPdf(active="" if passive and many <= 100 else FILES, pages=pages)


def _acts(data: bytes) -> str:
    """What in the objects of a PDF would run."""
    try:
        for part in chain((data,), _packed(data)):
            for name, words in ((_SCRIPT, SCRIPTS), (_LAUNCH, STARTS)):
                if name.search(part):
                    return words
    except TooMuchPackedError:
        return HIDDEN
    return ""


def _name(word: str) -> re.Pattern[bytes]:
    """A name in a PDF, where each letter can be written as its number too."""
    letters = (f"(?:{letter}|#(?i:{ord(letter):02x}))" for letter in word)
    return re.compile(f"/{''.join(letters)}(?![A-Za-z0-9])".encode())


_SCRIPT, _LAUNCH = _name("JavaScript"), _name("Launch")


def _packed(data: bytes) -> Iterator[bytes]:
    """The objects that are packed together in streams, unpacked. Raises TooMuchPackedError."""
    left, at = _MOST_UNPACKED, 0
    while (stream := _STREAM.search(data, at)) is not None:
        end = data.find(b"endstream", stream.end())
        if end < 0:
            return
        head = data[max(at, stream.start() - _LONGEST_HEAD) : stream.start()]
        if b"/ObjStm" in head:
            unpacked = _unpacked(data[stream.end() : end], left)
            left -= len(unpacked)
            if not left:
                raise TooMuchPackedError
            yield unpacked
        at = end + len(b"endstream")


def _unpacked(packed: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""  # packed in another way, or locked against changes
