"""What is checked of every text that will be printed and published: characters, personal data."""

from collections.abc import Iterator

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.places import ATTACHMENTS, Place
from bidwriter.bids.printing.printed import printed_text
from bidwriter.checks.problem import Problem
from bidwriter.kinds.tables.table import Table
from bidwriter.prose.glyphs import missing
from bidwriter.prose.personal import find_personal


def printed_texts(bid: Bid) -> Iterator[tuple[Place, str, bool]]:
    """Place, words and whether they are personal, for all that officers typed and is printed."""
    for question in bid.asked:
        if isinstance(question, Table):
            for row in rows_of(bid, question.id):
                for column in row.columns:
                    leaf = column.leaf(row)
                    if isinstance(leaf, str):
                        yield Place(question.id).at(row.id, column.key), leaf, question.personal
        else:
            yield Place(question.id), printed_text(bid, question), question.personal
    for evidence in bid.evidence:
        yield evidence.place.showing(evidence.principle).at("reason"), evidence.reason, False
    for attachment in bid.attachments:
        yield ATTACHMENTS.at(attachment.sha256), attachment.name, False
        yield ATTACHMENTS.at(attachment.sha256, "about"), attachment.about, False


def check_printing(bid: Bid) -> Iterator[Problem]:
    """Problems of characters and of personal data in what will be published."""
    for place, words, personal in printed_texts(bid):
        lost = missing(words)
        if lost:
            shown = ", ".join(f"{_shown(char)} (U+{ord(char):04X})" for char in lost[:3])
            detail = "A draft prints each as its code in brackets"
            yield Problem("characters", place, f"Replace what cannot be printed: {shown}", detail)
        found = () if personal else find_personal(words)
        if found:
            yield Problem(
                "personal-data",
                place,
                f"Take out “{found[0]}”, or leave it in knowingly",
                "Bids are published; this looks like personal data and stops a public copy",
                "advice",
            )


def _shown(char: str) -> str:
    return f"“{char}”" if char.isprintable() else "a character that cannot be seen"
