"""THE BID AS A PDF: the way in. The same bid gives the same bytes; no clock is read."""

from functools import partial

from bidwriter.bids.bid import Bid
from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.assumed import assumed_blocks
from bidwriter.exports.pdf.attachments import attachment_blocks
from bidwriter.exports.pdf.cover import cover_blocks
from bidwriter.exports.pdf.furniture import furniture
from bidwriter.exports.pdf.languages import document_language
from bidwriter.exports.pdf.principle_map import principle_map_blocks
from bidwriter.exports.pdf.proof import proof_blocks
from bidwriter.exports.pdf.questions import question_blocks
from bidwriter.exports.pdf.sheet import Audience, Sheet, Status, make_sheet
from bidwriter.exports.tagged import (
    Block,
    Contents,
    Embedded,
    Heading,
    TaggedDocument,
)
from bidwriter.rounds.second_language import ENGLISH


def bid_pdf(bid: Bid, status: Status, audience: Audience, bid_json: bytes | None) -> bytes:
    """The document that a panel reads: tagged (PDF/UA-1) and archival, PDF/A-3a with `bid_json`
    inside it, or PDF/A-2a where that is None. Its only dates are the bid's last change and the
    round's closing time."""
    sheet = make_sheet(bid, status, audience)
    document = TaggedDocument(
        sheet.title,
        sheet.bid.lead.title if sheet.bid.lead else "",
        f"Bid to the {bid.round.name}",
        created=sheet.dated,
        # The title, the metadata and most of what is printed are in the language of the form, so
        # the document is: that is what a reader or a catalogue sorts it by. In the structure tree
        # it is the other way round: what says no language is bidwriter's own and English, and
        # every text of the pack in the other language and every answer says its own. So nothing
        # that was forgotten is read to a Welsh speaker in a voice that cannot say it.
        language=document_language(sheet),
        spoken=ENGLISH,
        embedded=_embedded(sheet, bid_json),
        furniture=partial(furniture, sheet),
        furniture_style=style.FURNITURE,
    )
    return document.build(story(sheet))


def story(sheet: Sheet) -> list[Block]:
    """The whole document in reading order."""
    return [
        *cover_blocks(sheet),
        Heading(2, "Contents", style.SECTION, key="contents"),
        Contents(style.CONTENTS, after_key="contents", columns=2),
        *question_blocks(sheet),
        *principle_map_blocks(sheet),
        *attachment_blocks(sheet),
        *assumed_blocks(sheet),
        *proof_blocks(sheet),
    ]


def _embedded(sheet: Sheet, bid_json: bytes | None) -> list[Embedded]:
    if bid_json is None:
        return []
    return [Embedded("bid.json", bid_json, "The bid as data", sheet.dated)]
