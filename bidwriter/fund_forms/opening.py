"""A fund's form as a file or as pasted words: what it is, and the reader it needs."""

import io
import zipfile
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import PurePath
from typing import Any, NamedTuple

from bidwriter.doubts import Doubt, Met, Settled
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.fund_forms.builder.reading import is_builder_form, read_builder_form
from bidwriter.fund_forms.found import FoundForm
from bidwriter.fund_forms.words.pasted import pieces_of_text
from bidwriter.fund_forms.words.reading import read_words
from bidwriter.rounds.source import Source, SourceKind

LARGEST = 50_000_000  # bytes of a form
_NOTHING = "Nothing was taken in"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


Read = Callable[[Met], FoundForm]


class NoFormError(FileTroubleError):
    """A file that no form could be read from; the message says what it is and what to do."""


class OpenedForm(NamedTuple):
    """A form that can be read: what it was made from, and its reader, which is given the doubts
    that are settled."""

    source: Source
    read: Read

    def found(self, settled: Settled) -> tuple[FoundForm, tuple[Doubt, ...]]:
        """What is found in it, and what is doubtful still."""
        met = Met(settled)
        form = self.read(met)
        return form, tuple(met.open)


def open_form(data: bytes, name: str) -> OpenedForm:
    """The form in a file called `name`. Raises NoFormError, and FileTroubleError for one that is
    damaged or too large."""
    kind, read = _reader(data, name)
    if len(data) > LARGEST:
        raise NoFormError(
            f"“{name}” is larger than any form ({LARGEST // 1_000_000} MB). {_NOTHING}"
        )
    source = Source(file=name[-255:], sha256=sha256(data).hexdigest(), kind=kind)
    return OpenedForm(source, read)


def _reader(data: bytes, name: str) -> tuple[SourceKind, Read]:
    stem = PurePath(name).stem.replace("-", " ").replace("_", " ").strip() or "Round"
    stem = stem[0].upper() + stem[1:]
    start = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise NoFormError(f"“{name}” is empty. {_NOTHING}")
    if start.startswith(b"PK"):
        return _office_form(data, name, stem)
    if start.startswith(b"%PDF"):
        from bidwriter.fund_forms.pdf_text import text_of_pdf  # a library, for PDFs alone

        return "pdf", partial(read_words, tuple(pieces_of_text(text_of_pdf(data, name))), stem)
    if (other := _other_kind(start)) is not None:
        raise NoFormError(f"“{name}” {other}. {_NOTHING}")
    if start[:1] == b"{" or name.lower().endswith(".json"):
        return "json", partial(read_builder_form, _builder_form(data, name), stem)
    if name.lower().endswith((".csv", ".tsv")):
        return "csv", _table_reader(data, name, stem)[1]
    return "pasted", partial(read_words, tuple(pieces_of_text(_decoded(data, name))), stem)


def _office_form(data: bytes, name: str, stem: str) -> tuple[SourceKind, Read]:
    if _is_word(data, name):
        from bidwriter.files.word.reading import read_document  # XML only when it is needed
        from bidwriter.fund_forms.word.reading import read_word_form

        return "docx", partial(read_word_form, read_document(data, name), stem)
    is_xlsform, read = _table_reader(data, name, stem)
    return "xlsform" if is_xlsform else "xlsx", read


def _is_word(data: bytes, name: str) -> bool:
    """Whether a container is a Word file: by what is in it, or by its name where it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return any(part.startswith("word/") for part in parts.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return name.lower().endswith((".docx", ".docm", ".dotx"))


def _table_reader(data: bytes, name: str, stem: str) -> tuple[bool, Read]:
    from bidwriter.fund_forms.tables.opening import open_table  # XML only when it is needed

    return open_table(data, name, stem)


def _other_kind(start: bytes) -> str | None:
    """What a file is that no form is read from, and what to do."""
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return (
            "is an old Word or Excel file, or one with a password. Open it, save it as .docx or "
            ".xlsx without a password, and choose that"
        )
    if start.startswith(b"{\\rtf"):
        return "is in rich text. Open it in your word processor, save it as .docx, and choose that"
    if start[:400].lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        return "is a web page or XML. Copy the questions from the page and paste them"
    if b"\0" in start and not start.startswith(_UTF_16):
        return "is no form that bidwriter can read: Word, Excel, CSV, PDF, JSON or plain text"
    return None


def _decoded(data: bytes, name: str) -> str:
    for encoding in ("utf-16",) if data.startswith(_UTF_16) else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NoFormError(f"“{name}” is not plain text that can be read. {_NOTHING}")


def _builder_form(data: bytes, name: str) -> dict[str, Any]:
    form = strict_json.loads(data, f"“{name}”", fractions=True)
    if not is_builder_form(form):
        raise NoFormError(
            f"“{name}” is JSON, but no form of MHCLG’s form builder: it has no pages with a start "
            f"page. {_NOTHING}"
        )
    return dict(form)
