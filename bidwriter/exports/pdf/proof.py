"""HASHES: which round and which content this document prints."""

from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.glance import closing_words
from bidwriter.exports.pdf.languages import said, said_in
from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.pdf.words import grouped, moment
from bidwriter.exports.tagged import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    Words,
)


def proof_blocks(sheet: Sheet) -> list[Block]:
    """The round, its pack, and the hashes by which copies can be compared."""
    round_ = sheet.bid.round
    phase = round_.phase(sheet.bid.phase)
    pack = f"{round_.name}, pack {round_.id}, version {round_.version}"
    lines: list[tuple[str, Words]] = [
        ("Fund", said(sheet, round_.fund)),
        ("Round", said_in(sheet, pack, round_.name)),
        ("Phase", said(sheet, phase.name) if phase else ""),
        ("Round closes", closing_words(round_)),
        ("Bid last changed", moment(sheet.changed) if sheet.changed else ""),
        ("Status", _status(sheet)),
        ("Bid, SHA-256 of its content", grouped(sheet.content_hash, 64)),
        ("Round pack, SHA-256", grouped(round_.hash, 64)),
    ]
    rows = [Row((Cell(label, "Row", style=style.SMALL), words)) for label, words in lines if words]
    return [
        Heading(2, "What this document prints", style.SECTION, topic="Hashes"),
        Paragraph(_why(sheet), style.NOTE.but(keep_with_next=True)),
        Table((Column(width=140), Column()), rows, style.TABLE),
    ]


def _status(sheet: Sheet) -> str:
    status = "Draft, not the final bid" if sheet.status == "draft" else "Final"
    return f"{status}; public copy" if sheet.public else status


def _why(sheet: Sheet) -> str:
    words = (
        "Copies of a bid with the same content have the same hash. It does not show who made them."
    )
    if sheet.public:
        words += " This is the hash of what this public copy holds; the full bid has another."
    return words
