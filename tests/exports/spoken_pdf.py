"""What a screen reader finds in a PDF: each stretch of marked text, in order of the structure tree,
with the language that is in force for it (ISO 32000-1, 14.9.2)."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw


class Heard(NamedTuple):
    """Text and its language; `tag` is its element's."""

    language: str
    tag: str
    text: str


def language_of(pdf: bytes) -> str:
    """What the catalog of a file says."""
    document = pypdfium2.PdfDocument(pdf)
    return _string(raw.FPDFCatalog_GetLanguage, document.raw)


def heard(pdf: bytes, language: str) -> list[Heard]:
    """All marked text of a file whose catalog has this language."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[Heard] = []
    for page in document:
        texts = _texts(page)
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        for at in range(raw.FPDF_StructTree_CountChildren(tree)):
            element = raw.FPDF_StructTree_GetChildAtIndex(tree, at)
            found += _within(element, language, texts)
        raw.FPDF_StructTree_Close(tree)
    return found


def _within(element: Any, around: str, texts: dict[int, str]) -> Iterator[Heard]:
    language = _string(raw.FPDF_StructElement_GetLang, element) or around
    tag = _string(raw.FPDF_StructElement_GetType, element)
    for at in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
        if child:
            yield from _within(child, language, texts)
            continue
        number = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
        if texts.get(number, "").strip():
            yield Heard(language, tag, " ".join(texts[number].split()))


def _texts(page: Any) -> dict[int, str]:
    """The text of each mark of a page."""
    found: dict[int, str] = {}
    text_page = page.get_textpage()
    for at in range(raw.FPDFPage_CountObjects(page.raw)):
        thing = raw.FPDFPage_GetObject(page.raw, at)
        number = raw.FPDFPageObj_GetMarkedContentID(thing)
        if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_TEXT and number >= 0:
            said = _string(lambda o, b, n: raw.FPDFTextObj_GetText(o, text_page.raw, b, n), thing)
            found[number] = found.get(number, "") + said
    return found


def _string(ask: Any, thing: Any) -> str:
    wide = ask(thing, None, 0)
    if wide <= 2:
        return ""
    held = ctypes.create_string_buffer(wide)
    buffer = ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort))
    try:
        ask(thing, buffer, wide)
    except ctypes.ArgumentError:
        ask(thing, held, wide)
    return held.raw[:wide].decode("utf-16-le").rstrip("\0")
