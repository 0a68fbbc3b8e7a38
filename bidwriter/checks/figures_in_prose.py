"""Figures in prose: live ones without a value, and typed ones that the bid's figures bear out or
do not. What a typed figure is said to be is read in `claims`, and held against the bid in `held`.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from bidwriter.bids.bid import Bid
from bidwriter.bids.places import Place
from bidwriter.bids.printing.live_figures import comes_from, live_figure, live_figures
from bidwriter.bids.printing.printed import names_of, shown_blocks
from bidwriter.checks.answers import where
from bidwriter.checks.claims.claim import LIVE, Claim
from bidwriter.checks.claims.reading import claims, sentences_round
from bidwriter.checks.held import counts, parts, shares, sums, totals
from bidwriter.checks.held.disagreement import Disagreement
from bidwriter.checks.problem import Problem
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.tables.outputs import Output, Outputs
from bidwriter.kinds.values.rich_text import RichText
from bidwriter.prose.blocks import Block
from bidwriter.prose.markdown import is_too_long

_LONGEST = 140


def check_figures_in_prose(bid: Bid) -> Iterator[Problem]:
    """Problems of live figures, then of typed ones, in the order of the questions."""
    for question in bid.asked:
        if isinstance(question, RichText):
            stored = bid.answer(question.id)
            if not isinstance(stored, str) or is_too_long(stored):  # which is a problem already
                continue
            yield from _without_value(bid, question)
            blocks = shown_blocks(bid, stored)
            for text, claim in _claims_in(blocks):
                yield from _held_against(bid, question, Place(question.id), text, claim, live=True)
        elif isinstance(question, Outputs):
            yield from _in_outputs(bid, question)


def _without_value(bid: Bid, question: RichText) -> Iterator[Problem]:
    for name in names_of(bid, question):
        figure = live_figure(bid, name)
        if figure.value is not None:
            continue
        known = name in live_figures(bid)
        words = (
            f"Give the figure “{figure.label}” a value, or take it out of “{question.name}”"
            if known
            else f"Take the {figure.label} out of “{question.name}”: the bid has none"
        )
        detail = f"It prints as “{figure.printed}”"
        if known and figure.place:
            detail += f"; it comes from “{comes_from(bid, figure)}”"
        yield Problem(
            "live-figure", Place(question.id), words, detail, source=figure.place, which=name
        )


def _in_outputs(bid: Bid, question: Outputs) -> Iterator[Problem]:
    rows = bid.answer(question.id)
    for row in rows if isinstance(rows, tuple) else ():
        if isinstance(row, Output):
            for field, text in (("output", row.output), ("action", row.action)):
                for claim in claims(text or ""):
                    place = Place(question.id).at(row.id, field)
                    yield from _held_against(bid, question, place, text or "", claim, live=False)


@lru_cache(maxsize=256)
def _claims_in(blocks: tuple[Block, ...]) -> tuple[tuple[str, Claim], ...]:
    """Each claim with its paragraph; its places are those in the whole printed text."""
    found: list[tuple[str, Claim]] = []
    at = 0
    for block in blocks:
        made = claims(_typed_by_hand(block))
        sentences = sentences_round(block.text, (claim.start for claim in made)) if made else ()
        for sentence, claim in zip(sentences, made, strict=True):
            found.append((sentence, claim._replace(start=at + claim.start, end=at + claim.end)))
        at += len(block.text) + 1
    return tuple(found)


def _typed_by_hand(block: Block) -> str:
    return "".join(LIVE * len(s.text) if s.figure else s.text for s in block.spans)


# --- one claim against the bid ---------------------------------------------------------------

_HELD: Mapping[str, Callable[[Bid, Claim], Disagreement | None]] = {
    **dict.fromkeys(totals.TOTALS, totals.total),
    "sum": sums.any_sum,
    "council-grant": parts.council_grant,
    "day-rate": parts.day_rate,
    "contributed-share": shares.of_whole,
    "requested-share": shares.of_whole,
    "share": shares.of_part,
    "councils": counts.councils,
    "partners": counts.councils,
    "either": counts.councils,
    "days": counts.days,
    "team-days": counts.all_days,
}


def _held_against(
    bid: Bid, question: AnyQuestion, place: Place, sentence: str, claim: Claim, *, live: bool
) -> Iterator[Problem]:
    found = _HELD[claim.what](bid, claim)
    if found is None:
        return
    line = sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST].rsplit(' ', 1)[0]}…"
    yield Problem(
        "figure-in-prose",
        place,
        found.words,
        f"{where(question)}: “{line}”",
        found.severity,
        typed=claim.words,
        passage=(claim.start, claim.end),
        source=found.source,
        figure=found.figure if live else "",
    )
