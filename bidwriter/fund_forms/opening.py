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
from bidwriter.fund_forms.found import FoundForm, FoundQuestion, ShownLine
from bidwriter.fund_forms.size import check_size
from bidwriter.fund_forms.words.kinds import kinds_of
from bidwriter.fund_forms.words.line import shown
from bidwriter.fund_forms.words.pasted import left_out, pieces_of_text
from bidwriter.fund_forms.words.reading import read_words
from bidwriter.rounds.source import Source, SourceKind

LARGEST = 50_000_000  # bytes of a form
_NOTHING = "Nothing was taken in"
_PASTED = "Pasted list.txt"
# What an OpenDocument file says that it is, at its very start.
_MIMETYPE = slice(38, 100)
_TEXT = b"application/vnd.oasis.opendocument.text"
_SHEETS = b"application/vnd.oasis.opendocument.spreadsheet"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


Read = Callable[[Met], FoundForm]


class NoFormError(FileTroubleError):
    """A file that no form could be read from; the message says what it is and what to do."""


class _Reader(NamedTuple):
    """What a form is, how it is read, its lines as a person sees them ((): those of its questions),
    and whether somebody may say of each question of which kind it is."""

    kind: SourceKind
    read: Read
    lines: tuple[ShownLine, ...] = ()
    is_guessed: bool = False


class OpenedForm(NamedTuple):
    """A form that can be read: what it was made from, and its reader, which is given the doubts
    that are settled."""

    source: Source
    reader: _Reader

    def found(self, settled: Settled) -> tuple[FoundForm, tuple[Doubt, ...]]:
        """What is found in it, and what is doubtful still."""
        met = Met(settled)
        return self.read(met), tuple(met.open)

    def read(self, met: Met) -> FoundForm:
        """What is found in it; `met` gets all that is doubtful, and says what is settled."""
        return self.reader.read(met)

    def lines(self, form: FoundForm) -> tuple[ShownLine, ...]:
        """What the fund wrote, line by line."""
        if self.reader.lines:
            return self.reader.lines
        made = [
            (
                ShownLine(section.title, level=1),
                *(ShownLine(q.wording, q.place) for p in section.pages for q in p.questions),
            )
            for section in form.sections
        ]
        return tuple(line for part in made for line in part)

    def kinds_of(self, question: FoundQuestion) -> tuple[str, ...]:
        """The kinds that somebody can say a question is of: `{f"kind:{question.key}": Way("kind",
        KIND)}` among what is settled."""
        return kinds_of(question) if self.reader.is_guessed else (question.kind,)


def open_form(data: bytes, name: str) -> OpenedForm:
    """The form in a file called `name`. Raises NoFormError, and FileTroubleError for one that is
    damaged or too large."""
    if len(data) > LARGEST:
        raise NoFormError(
            f"“{name}” is larger than any form ({LARGEST // 1_000_000} MB). {_NOTHING}"
        )
    reader = _reader(data, name)
    source = Source(file=name[-255:], sha256=sha256(data).hexdigest(), kind=reader.kind)
    return OpenedForm(source, reader)


def paste_form(text: str) -> OpenedForm:
    """The form in words that were pasted. Raises NoFormError where there are none."""
    return open_form(text.encode("utf-8", "replace"), _PASTED)


def _reader(data: bytes, name: str) -> _Reader:
    stem = PurePath(name).stem.replace("-", " ").replace("_", " ").strip() or "Round"
    stem = stem[0].upper() + stem[1:]
    start = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise NoFormError(f"“{name}” is empty. {_NOTHING}")
    if start.startswith(b"PK"):
        return _office_form(data, name, stem)
    if start.startswith(b"%PDF"):
        from bidwriter.fund_forms.pdf_text import text_of_pdf  # a library, for PDFs alone

        return _of_text("pdf", text_of_pdf(data, name), name, stem)
    if (other := _other_kind(start)) is not None:
        raise NoFormError(f"“{name}” {other}. {_NOTHING}")
    if start[:1] == b"{" or name.lower().endswith(".json"):
        return _Reader("json", partial(read_builder_form, _builder_form(data, name), stem))
    if name.lower().endswith((".csv", ".tsv")):
        return _in_cells("csv", data, name, stem)
    return _of_text("pasted", _decoded(data, name), name, stem)


def _of_text(kind: SourceKind, text: str, name: str, stem: str) -> _Reader:
    check_size(len(text), name)
    pieces = tuple(pieces_of_text(text))
    read = partial(read_words, pieces, stem, left=tuple(left_out(text)))
    return _Reader(kind, read, shown(pieces), is_guessed=True)


def _office_form(data: bytes, name: str, stem: str) -> _Reader:
    if data[_MIMETYPE].startswith(_TEXT):
        raise NoFormError(
            f"“{name}” is an OpenDocument text. Open it in your word processor, save it as .docx, "
            f"and choose that. {_NOTHING}"
        )
    if not _is_word(data, name):
        kind: SourceKind = "ods" if data[_MIMETYPE].startswith(_SHEETS) else "xlsx"
        return _in_cells(kind, data, name, stem)
    from bidwriter.files.word.reading import read_document  # XML only when it is needed
    from bidwriter.fund_forms.word.reading import pieces_of, read_word_form

    document = read_document(data, name)
    check_size(sum(len(line.words) for line in shown(pieces_of(document))), name)
    read = partial(read_word_form, document, stem)
    return _Reader("docx", read, shown(pieces_of(document)), is_guessed=True)


def _in_cells(kind: SourceKind, data: bytes, name: str, stem: str) -> _Reader:
    from bidwriter.fund_forms.tables.opening import open_table  # XML only when it is needed

    table = open_table(data, name, stem)
    return _Reader(
        "xlsform" if table.is_xlsform else kind, table.read, table.lines, bool(table.lines)
    )


def _is_word(data: bytes, name: str) -> bool:
    """Whether a container is a Word file: by what is in it, or by its name where it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return any(part.startswith("word/") for part in parts.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return name.lower().endswith((".docx", ".docm", ".dotx"))


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
