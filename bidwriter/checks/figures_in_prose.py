"""Figures in prose: live ones without a value, and typed ones that the bid's figures bear out or
do not. What a typed figure is said to be is read in `claims`; here it is held against the bid.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import cost_lines, totals
from bidwriter.bids.places import Place
from bidwriter.bids.printing.live_figures import (
    comes_from,
    contributed_percent,
    in_days,
    live_figure,
    live_figures,
    place_of,
)
from bidwriter.bids.printing.printed import names_of, shown_blocks
from bidwriter.checks.answers import where
from bidwriter.checks.claims.claim import LIVE, Claim
from bidwriter.checks.claims.reading import claims, sentences_round
from bidwriter.checks.problem import Problem, Severity
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.tables.outputs import Output, Outputs
from bidwriter.kinds.tables.partners import Partners
from bidwriter.kinds.values.money import show
from bidwriter.kinds.values.numbers import plain
from bidwriter.kinds.values.rich_text import RichText
from bidwriter.prose.blocks import Block
from bidwriter.prose.markdown import is_too_long
from bidwriter.prose.numbers import in_words
from bidwriter.rounds.round import cap

_MONEY = {
    "requested": "the cost lines ask for {}",
    "contributed": "the cost lines give {}",
    "contributed-in-kind": "the cost lines give {} in kind",
    "contributed-in-cash": "the cost lines give {} in cash",
    "whole-project": "the cost lines come to {}",
    "cap": "the cap is {}",
    "below-cap": "{} is left below the cap",
}
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


def _held_against(
    bid: Bid, question: AnyQuestion, place: Place, sentence: str, claim: Claim, *, live: bool
) -> Iterator[Problem]:
    found = _disagreement(bid, claim)
    if found is None:
        return
    words, source, figure = found
    severity: Severity = "stops" if claim.what in _GRAVE else "advice"
    line = sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST].rsplit(' ', 1)[0]}…"
    yield Problem(
        "figure-in-prose",
        place,
        words,
        f"{where(question)}: “{line}”",
        severity,
        typed=claim.words,
        passage=(claim.start, claim.end),
        source=source,
        figure=figure if live else "",
    )


_GRAVE = ("requested", "contributed", "contributed-in-kind", "contributed-in-cash", "whole-project")
_Disagreement = tuple[str, Place, str]  # words, the true figure's place, the live figure


def _disagreement(bid: Bid, claim: Claim) -> _Disagreement | None:
    """What is wrong with a claim; None where it is right, or the bid has nothing to hold it to."""
    if claim.what == "days":
        return _days(bid, claim)
    if claim.what in ("councils", "partners", "either"):
        return _councils(bid, claim)
    true = _sum(bid, claim.what)
    if true is None or claim.agrees_with(true):
        return None
    figure = live_figure(bid, claim.what)
    if claim.what == "contributed-share":
        given = f"the councils give {figure.value} of the whole project"
        return f"You wrote {claim.words}; {given}", figure.place, claim.what
    said = _MONEY[claim.what].format(show(true))
    return f"You wrote {claim.words}; {said}", figure.place, claim.what


def _sum(bid: Bid, what: str) -> Decimal | None:
    sums, most = totals(bid), cap(bid.round, bid.phase)
    if what == "cap":
        return most
    if not cost_lines(bid):
        return None
    if what == "below-cap":
        return most - sums.fund if most is not None and sums.fund <= most else None
    return {
        "requested": sums.fund,
        "contributed": sums.contributed,
        "contributed-in-kind": sums.in_kind,
        "contributed-in-cash": sums.cash,
        "whole-project": sums.whole,
        "contributed-share": contributed_percent(sums),
    }[what]


def _councils(bid: Bid, claim: Claim) -> _Disagreement | None:
    """Partners are the councils besides the lead; who says “partners” may count the lead too."""
    many = sum(partner.council is not None for partner in bid.partners)
    others = sum(partner.council is not None for partner in bid.partners if not partner.is_lead)
    right = {"councils": (many,), "partners": (others,), "either": (others, many)}[claim.what]
    if not many or claim.amount in right:
        return None
    figure = "councils" if claim.what == "councils" else "partners"
    noun = "council" if right[0] == 1 else "councils"
    besides = " besides the lead" if figure == "partners" else ""
    words = f"You wrote {claim.words} {claim.subject}; the bid has {in_words(right[0])} {noun}"
    return f"{words}{besides}", place_of(bid, Partners), figure


def _days(bid: Bid, claim: Claim) -> _Disagreement | None:
    """Days are compared only where their words name the very cost lines that they are of."""
    named = [line for line in cost_lines(bid) if in_days(line) and _is_named(line, claim.subject)]
    true = [line.quantity for line in named if line.quantity is not None]
    together = sum(true, Decimal(0))
    if not true or any(claim.agrees_with(one) for one in (*true, together)):
        return None
    place = place_of(bid, CostLines)
    if len(named) > 1:
        said = f"the cost lines for it have {plain(together)}"
    else:
        place = place.at(named[0].id)
        said = f"the cost line “{named[0].title}” has {plain(true[0])}"
    return f"You wrote {claim.words} days; {said}", place, ""


def _is_named(line: CostLine, subject: str) -> bool:
    """Whether words begin or end with what a line is for, up to its first comma or bracket: "user
    researcher’s time" and "a user researcher" name "User researcher, supplier"; so does "user
    research"."""
    name = (line.what or "").split(",")[0].split("(")[0].strip().casefold()
    said = subject.casefold()
    if len(name) < 5:
        return False
    for stem in (name, name.removesuffix("er")) if " " in name else (name,):
        if re.match(rf"{re.escape(stem)}\b", said) or re.search(rf"\b{re.escape(stem)}$", said):
            return True
    return False
