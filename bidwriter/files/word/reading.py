"""A Word file from anyone, read into blocks: what it says, whatever it is for.

Nothing in it is run, fetched or followed. What is read is bounded at every step.
"""

import struct
import zipfile
import zlib
from collections import Counter
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException

from bidwriter.files.disk.trouble import DamagedError, TooLargeError
from bidwriter.files.office.links import Links, links_of
from bidwriter.files.office.parts import BrokenPartError, Limits, Parts, TooMuchError
from bidwriter.files.word.blocks import Document
from bidwriter.files.word.drafts import Budget
from bidwriter.files.word.foreign import check_beginning
from bidwriter.files.word.here import Here
from bidwriter.files.word.main_part import MainPart, main_part
from bidwriter.files.word.naming import name_in_story
from bidwriter.files.word.numbering import Numbering
from bidwriter.files.word.passed import Passed, said
from bidwriter.files.word.settling import Settling
from bidwriter.files.word.small_parts import HoldsText, Properties
from bidwriter.files.word.story import Story
from bidwriter.files.word.styles import Styles

LARGEST = 50_000_000  # bytes of a file; pictures make most of it
LIMITS = Limits(entries=5_000, unpacked=400_000_000, heard=1_000_000, deepest=200)
_BROKEN = (
    BrokenPartError, ParseError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError,
    ValueError, LookupError, OSError, struct.error,
)  # fmt: skip


def read_document(data: bytes, name: str) -> Document:
    """What a .docx, .docm or .dotx says; `name` is the file's. Raises FileTroubleError."""
    if len(data) > LARGEST:
        raise TooLargeError(
            f"“{name}” is larger than {LARGEST // 10**6} MB. Take its pictures out, or save the "
            "part that is needed as a new .docx. Nothing was taken in"
        )
    check_beginning(data, name)
    try:
        parts = Parts(data, LIMITS)
        return _read(parts, main_part(parts, name))
    except TooMuchError:
        raise TooLargeError(
            f"“{name}” holds far more than bidwriter reads of a Word file. Save the part that is "
            "needed as a new .docx. Nothing was taken in"
        ) from None
    except DefusedXmlException:
        raise DamagedError(f"“{name}” holds XML that could do harm. Nothing was taken in") from None
    except _BROKEN:
        raise DamagedError(
            f"“{name}” is damaged or not complete. Open it in Word or LibreOffice, save it again "
            "as .docx, or ask for another copy. Nothing was taken in"
        ) from None


def _read(parts: Parts, main: MainPart) -> Document:
    links, budget = links_of(main.path, parts), Budget()
    styles = Styles()
    if path := links.first("/styles"):
        parts.hear(path, styles)
    numbering = Numbering(styles)
    if path := links.first("/numbering"):
        parts.hear(path, numbering)
    properties = Properties(budget)
    if path := links_of("", parts).first("/metadata/core-properties"):
        parts.hear(path, properties)
    passed: Counter[Passed] = Counter({"macros": int(main.has_macros)})
    here = Here(budget, styles, passed)
    parts.hear(main.path, Story(here, links.elsewhere, "w:document"), name_in_story)
    blocks = Settling(here, numbering).blocks(here.blocks)
    passed["header"] = sum(_holds_text(path, parts) for path in _headers(links))
    return Document(blocks, properties.title, styles.language or properties.language, said(passed))


def _headers(links: Links) -> set[str]:
    return {*links.all("/header"), *links.all("/footer")}


def _holds_text(path: str, parts: Parts) -> bool:
    listener = HoldsText()
    if parts.has(path):
        parts.hear(path, listener)
    return listener.found
