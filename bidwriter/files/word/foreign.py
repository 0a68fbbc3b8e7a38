"""Files that are no Word file of today, told by how they begin: what each is and what to do."""

import re

from bidwriter.files.container.attached_office import (
    EXCEL,
    OLE,
    OUTLOOK,
    WORD,
    DamagedError,
    look_into_ole,
)
from bidwriter.files.disk.trouble import FileTroubleError

SAVE_AS = "Open it in Word or LibreOffice and save it as .docx"
OTHER = "Choose the .docx file"
_START = 4_096  # bytes
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_WEB_PAGE = re.compile(r"(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.DOTALL)
_ONE_XML = re.compile(r"progid=[\"']word\.document|<pkg:package|<w:worddocument|<office:document")
_OLD = {
    WORD: ("a .doc file of an older Word", SAVE_AS),
    EXCEL: ("an Excel workbook, no Word document", OTHER),
    OUTLOOK: ("an e-mail, no Word document", OTHER),
}


def check_beginning(data: bytes, name: str) -> None:
    """Raises FileTroubleError, with what it is and what to do, unless it may be a Word file."""
    if not data.strip(b"\0"):
        raise refused(name, "empty", "Ask for another copy")
    if data.startswith(OLE):
        raise refused(name, *_old(data))
    if not data.startswith(_ZIP):
        raise refused(name, *_unzipped(data[:_START]))
    if data[30:].startswith(_OPEN_DOCUMENT):
        kind = data[30 + len(_OPEN_DOCUMENT) :][:20]
        if not kind.startswith(b"text"):
            raise refused(name, "an OpenDocument file, no Word document", OTHER)
        raise refused(name, "an OpenDocument text, no Word document", SAVE_AS)


def refused(name: str, what: str, do: str) -> FileTroubleError:
    """The error for a file that is `what`, with what to do."""
    return FileTroubleError(f"“{name}” is {what}. {do}. Nothing was taken in")


def _old(data: bytes) -> tuple[str, str]:
    try:
        looked = look_into_ole(data)
    except DamagedError:
        return "damaged, or no Word document", "Ask for another copy, as .docx"
    if looked.is_locked:
        return "locked with a password", "Open it in Word, take the password off and save it again"
    return _OLD.get(looked.kind, ("an older Office file, no Word document", OTHER))


def _unzipped(start: bytes) -> tuple[str, str]:
    text = _decoded(start)
    if text.startswith("%pdf"):
        return "a PDF, no Word document", SAVE_AS
    if text.startswith("{\\rtf"):
        return "an RTF document, no Word document", SAVE_AS
    if _ONE_XML.search(text):
        return "an XML document, no .docx file", SAVE_AS
    is_page = _WEB_PAGE.match(re.sub(r"^<\?xml[^>]*\?>\s*", "", text)) is not None
    if is_page or text.startswith("mime-version:"):
        return "a web page, no Word document", SAVE_AS
    return "no Word document", OTHER


def _decoded(start: bytes) -> str:
    is_wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = start.decode("utf-16" if is_wide else "utf-8", "replace")
    return text.lstrip("\ufeff \t\r\n").casefold()
