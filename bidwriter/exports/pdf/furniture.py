"""HEADERS AND FOOTERS: what stands round each page of the bid."""

from bidwriter.exports.pdf.sheet import Sheet
from bidwriter.exports.pdf.words import grouped, listed, shortened
from bidwriter.exports.tagged import Furniture, PageFacts, Run
from bidwriter.kinds.values import day


def furniture(sheet: Sheet, page: PageFacts) -> Furniture:
    """One page's header, footer and marks."""
    round_ = sheet.bid.round
    phase = round_.phase(sheet.bid.phase)
    first = page.number == 1
    left = f"Bid to the {round_.name}" if first else sheet.title
    return Furniture(
        left=(Run(left, bold=first),),
        right=(phase.name if phase else "") if first else topics(sheet, page.topics),
        foot_left=_foot(sheet),
        foot_right=f"Page {page.number} of {page.total}",
        pill=_pill(sheet),
        diagonal="DRAFT" if sheet.status == "draft" else "",
    )


def topics(sheet: Sheet, given: tuple[str, ...]) -> str:
    """ "Questions 2 and 11", or the names of what is on the page."""
    numbers = {question.number for question in sheet.bid.asked if question.number}
    sections = {section.title for section in sheet.bid.round.sections}
    asked = [topic for topic in given if topic in numbers]
    named = [topic for topic in given if topic not in numbers and not (asked and topic in sections)]
    parts = [f"{'Question' if len(asked) == 1 else 'Questions'} {listed(asked)}"] if asked else []
    return ", ".join([*parts, *named])


def _pill(sheet: Sheet) -> str:
    words = ["DRAFT"] if sheet.status == "draft" else []
    words += ["Public copy"] if sheet.public else []
    return " · ".join(words)


def _foot(sheet: Sheet) -> str:
    changed = f", {day.show(sheet.changed.date())}" if sheet.changed else ""
    version = f"version {grouped(sheet.content_hash, 8)}{changed}"
    return f"{shortened(sheet.title, 60)} · {version}"
