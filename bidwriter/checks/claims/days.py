"""Days typed by hand: of what, where their words say so; or all the days of the work."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bidwriter.checks.claims.claim import Claim, Sentence, Stated
from bidwriter.checks.claims.hedges import bound, is_open, slack
from bidwriter.checks.claims.money_words import LONG_AGO
from bidwriter.checks.claims.phrases import after, before, within
from bidwriter.prose.numbers import NUMBER, read_number

_DAYS = re.compile(
    rf"(?<![\w-])(?P<number>{NUMBER}|\d{{1,4}}\.\d{{1,2}})\s+(?:working\s+|person\s+)?"
    r"days?(?:’|')?(?!\w)",
    re.IGNORECASE,
)
_NOT_A_LINES = before(
    "first", "last", "next", "further", "extra", "another", "every", "each", "after", "before",
    "used", "half of", "some of",
)  # fmt: skip
_A_RATE = after(
    "an?", "each", "every", "per", "in", "more", "less", "fewer", "later", "earlier", "early",
    "late", "long", "ago", "before", "after", "off", "over",
)  # fmt: skip
# "Ten days of the analyst's time will be spent matching records": a part of what a line has.
_A_PART = within(
    "(will |would )?be (spent|used)",
    "(is|are) (spent|used)",
    "(go|goes|going) (on|to|into)",
)
_OF = re.compile(
    r"\s+(?:work\s+)?(?:of|for|from|with|by)\s+(?:(?:a|an|the|our|one|its)\s+)?"
    r"(?P<subject>[A-Za-z][\w’' -]{2,60})"
)
_OF_WORK = after(r"of (\w+ )?(work|effort|people's time|staff time)( in (it|all|total))?")
_ALL_TOLD = within(
    "between (us|them)", "the total", "plan", "planned",
    "the (project|work|team|bid)", "(the )?(grant|fund|funding)",
    "we (need|budget|cost|have|ask for)",
)  # fmt: skip


def days(sentence: Sentence) -> Iterator[Claim]:
    """How many days something is said to take; `subject` is what, or the words before the number,
    for the cost lines to know; "team-days" are all of them."""
    for found in _days_in(sentence.text):
        if (
            bound(found.before) or is_open(found.before) or _NOT_A_LINES.search(found.before)
            or LONG_AGO.search(found.past)
            or LONG_AGO.search(found.after[:40])
        ):  # fmt: skip
            continue
        what, subject, hints = _of_what(found)
        if what:
            yield Claim(
                what, found.words, sentence.start + found.start, sentence.start + found.end,
                found.amount, found.step, slack(found), subject=subject, hints=hints,
            )  # fmt: skip


def _of_what(found: Stated) -> tuple[str, str, tuple[str, ...]]:
    """What kind of claim it is, and of what; the hint "before" where that stands before it."""
    of_work = _OF_WORK.match(found.after)
    if of_work and (_ALL_TOLD.search(found.before) or _ALL_TOLD.search(found.after)):
        return "team-days", "", ()
    of = _OF.match(found.after)
    if (not of and _A_RATE.match(found.after)) or (of and _A_PART.search(found.after)):
        return "", "", ()
    if of:
        return "days", " ".join(of["subject"].split()), ()
    return "days", found.past, ("before",)


def _days_in(text: str) -> Iterator[Stated]:
    found = list(_DAYS.finditer(text))
    edges = [0, *(one.end() for one in found)]
    starts = [*(one.start() for one in found), len(text)]
    for at, one in enumerate(found):
        number = one["number"]
        whole = read_number(number)  # none where it has a point
        # Training in which no day is lost, or one day to decide, is no length of work.
        if whole is not None and whole < 2:
            continue
        yield Stated(
            number, one.start(), one.start() + len(number),
            Decimal(number if whole is None else whole),
            Decimal(1).scaleb(-len(number.partition(".")[2])),
            text[edges[at] : one.start()], text[one.end() : starts[at + 1]],
            text[: one.start()], text,
        )  # fmt: skip
