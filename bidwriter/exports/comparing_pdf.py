"""Whether `bid.pdf` is the PDF of the bid in its package: the record inside it is the one beside
it, and where this same build made it, printing the bid again gives the same bytes."""

import re
import zlib
from typing import NamedTuple

from bidwriter.exports.about import Status
from bidwriter.exports.build import build
from bidwriter.files.container.bid_file import Opened
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.trouble import FileTroubleError

MOST_PRINTED = 3_000_000  # bytes of a record that is printed again: some thousand pages
_EMBEDDED = re.compile(
    rb"<</Type /EmbeddedFile [^\r\n]{0,400}?/Filter /FlateDecode /Length (\d{1,9})>>\nstream\n"
)


class PdfFound(NamedTuple):
    """What the PDF has otherwise than the bid, and what was not compared."""

    differences: tuple[str, ...] = ()
    not_compared: tuple[str, ...] = ()


def compare_pdf(opened: Opened) -> PdfFound:
    """Look at the PDF of a package. It is never parsed: what it should be is known."""
    pdf = opened.bag.payload.get("bid.pdf", b"")
    if not pdf.startswith(b"%PDF-"):
        return PdfFound()
    beside = opened.bag.payload["bid.json"]
    made_by = opened.bag.info.get("Build", "")
    if made_by == build() and len(beside) <= MOST_PRINTED:
        try:
            same = pdf == _printed_again(opened)
        except FileTroubleError:
            return PdfFound()  # package.json cannot be read, and that is said
        return PdfFound(() if same else ("bid.pdf is not what this bidwriter prints of the bid",))
    if not _holds(pdf, beside):
        return PdfFound(("bid.pdf does not hold the bid.json that is beside it",))
    if made_by == build():
        why = "the bid is too long to print again"
    else:
        why = "another build of bidwriter made it" if made_by else "an earlier bidwriter made it"
    return PdfFound((), (f"What bid.pdf prints was not compared: {why}",))


def _printed_again(opened: Opened) -> bytes:
    from bidwriter.exports.pdf.document import bid_pdf  # ReportLab is slow to import

    about = strict_json.loads(opened.bag.payload.get("package.json", b"{}"), "package.json")
    is_draft = isinstance(about, dict) and about.get("status") == "draft"
    status: Status = "draft" if is_draft else "final"
    return bid_pdf(opened.bid, status, opened.record.audience, opened.bag.payload["bid.json"])


def _holds(pdf: bytes, record: bytes) -> bool:
    """Whether the one file in a PDF, as bidwriter writes it, is `record`."""
    if pdf.count(b"/EmbeddedFile ") != 1 or pdf.count(b"startxref") != 1:
        return False
    found = _EMBEDDED.search(pdf)
    if found is None:
        return False
    packed = pdf[found.end() : found.end() + int(found[1])]
    try:
        held = zlib.decompressobj().decompress(packed, len(record) + 1)
    except zlib.error:
        return False
    return held == record
