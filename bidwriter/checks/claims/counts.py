"""Councils, shares and days typed by hand, where the words beside them say they are the bid's."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bidwriter.checks.claims.claim import Claim, Sentence
from bidwriter.checks.claims.phrases import after, before
from bidwriter.prose.numbers import NUMBER, read_number

_HEDGE = before("about", "around", "roughly", "nearly", "almost", "approximately", "some")
_BOUND = before(
    "over", "under", "(more|less|fewer) than", "at (least|most)", "up to", "below", "above",
    "extra", "further", "between", "within", "first", "last", "next",
)  # fmt: skip

# --- councils --------------------------------------------------------------------------------

_COUNCILS = re.compile(
    rf"\b(?P<number>{NUMBER})\s+(?P<other>other|partner)?\s*(?P<noun>councils|authorities|partners)"
    r"\b(?P<after>[^.;]{0,60})",
    re.IGNORECASE,
)
_OURS = before(
    "(all )?our", "all of our", "we are( the| all)?", "we,? ?the", "us,? ?the",
    "on behalf of( the)?",
    "(partnership|group|consortium|team|alliance) of( the)?", "made up of",
    "(brings?|bringing) together( the)?",
)  # fmt: skip
_PERHAPS_OURS = before("all( the)?", "the", "of the", "all of the")
_WITH = before("with( the| our)?", "and( the| our)?", "our", "(all )?the", "all( our| of our)?")
# "Three of the five councils have no in-house team" does not count them all.
_OTHERS = before(
    r"(one|two|three|some|half|most|few|many|none|any|each|either|both|\d+) of (the|our|all our)"
)
# Only some of them, or councils elsewhere.
_NOT_ALL = after(
    "that", "which", "who", "whose", "with", "where", "like", "such as", "outside", "beyond",
    "elsewhere", "across", "around", "on", "of", "from", "named", "listed", "already",
    "in (?!(this|the|our) (bid|partnership|project)|all|one)",
)  # fmt: skip
_SAID_OF_ALL = after(
    "$", "[,:)]", "and", "have", "has", "will", "are", "agree", "share", "work", "sign", "bid",
    "in (this|the|our) (bid|partnership|project)",
)  # fmt: skip
_HERE = after(
    "in (this|the|our) (bid|partnership|project)", "(are|is) (bidding|taking part)",
    "(bid|bidding|work|working|take part|taking part) (together|in (this|the) (bid|project))",
)  # fmt: skip


def councils(sentence: Sentence) -> Iterator[Claim]:
    """How many councils, or partners besides the lead, the bid is said to have. "Partners" may be
    said of all or of the others: that is "either"."""
    for found in _COUNCILS.finditer(sentence.text):
        what, number = _which(found), read_number(found["number"])
        if not what or not number or number < 2:
            continue
        start = sentence.start + found.start("number")
        subject = f"{found['other'] or ''} {found['noun']}".strip()
        end = start + len(found["number"])
        yield Claim(what, found["number"], start, end, Decimal(number), subject=subject)


def _which(found: re.Match[str]) -> str:
    said, rest = found.string[: found.start()], found["after"]
    other, noun = (found["other"] or "").casefold(), found["noun"].casefold()
    if _BOUND.search(said) or _HEDGE.search(said) or _OTHERS.search(said):
        return ""
    if _HERE.match(rest) and other != "other":
        return "either" if other else "councils"
    if _NOT_ALL.match(rest):
        return ""
    if other == "other":
        return "partners" if _WITH.search(said) and _SAID_OF_ALL.match(rest) else ""
    if other == "partner" or noun == "partners":
        return "either" if _WITH.search(said) or _OURS.search(said) else ""
    ours = _OURS.search(said) or (_PERHAPS_OURS.search(said) and _SAID_OF_ALL.match(rest))
    return "councils" if ours else ""


# --- shares ----------------------------------------------------------------------------------

_PERCENT = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per ?cent\b)", re.IGNORECASE)
_OF_WHOLE = after("of (the |our |all )?(whole|total|full|project|overall)")
_WE_GIVE = before(
    r"(we|(our|the) councils|our own)\b[^.;%£]{0,40}\b(contribute|contributing|give|giving|put in"
    r"|provide|match|own)",
    r"(our|the councils') (own )?contribution[^.;%£]{0,20}",
)
_SHARE_IS = before("our (own )?(contribution|share|match)( funding)? (is|will be|comes to)")


def shares(sentence: Sentence) -> Iterator[Claim]:
    """What share of the whole project the applicants are said to give."""
    for found in _PERCENT.finditer(sentence.text):
        said, rest = sentence.text[: found.start()], sentence.text[found.end() :]
        of_whole = _OF_WHOLE.match(rest) is not None
        ends = re.match(r"\s*(?:[.,;]|$)", rest) is not None
        # "We give 25% of the interviews to people in crisis" is a share of something else.
        ours = (of_whole and _WE_GIVE.search(said)) or (
            (of_whole or ends) and _SHARE_IS.search(said)
        )
        if not ours or _BOUND.search(said):
            continue
        start = sentence.start + found.start()
        step = Decimal(1).scaleb(-len(found["number"].partition(".")[2]))
        yield Claim(
            "contributed-share", found.group(), start, start + len(found.group()),
            Decimal(found["number"]), step, _HEDGE.search(said) is not None,
        )  # fmt: skip


# --- days ------------------------------------------------------------------------------------

_DAYS = rf"(?P<number>{NUMBER}|\d{{1,4}}\.\d{{1,2}})\s+(?:working\s+|person\s+)?days?(?:’|')?"
_OF_DAYS = re.compile(
    rf"\b{_DAYS}\s+(?:work\s+)?(?:of|for|from|with|by)\s+(?:(?:a|an|the|our|one)\s+)?"
    r"(?P<subject>[A-Za-z][\w’' -]{2,60})",
    re.IGNORECASE,
)
_FOR_DAYS = re.compile(
    rf"(?P<subject>[A-Za-z][\w’' -]{{2,80}}?)\s*(?:\bfor|[:(–]|,(?!\d))\s*{_DAYS}"
    r"(?!\s+(?:a|an|each|every|per|in)\b)",
    re.IGNORECASE,
)


def days(sentence: Sentence) -> Iterator[Claim]:
    """How many days something is said to take; `subject` is what, for the cost lines to know."""
    for found in (*_OF_DAYS.finditer(sentence.text), *_FOR_DAYS.finditer(sentence.text)):
        number, said = found["number"], sentence.text[: found.start("number")]
        # "Training: no day is lost" is no number of days that a line could have.
        if _BOUND.search(said) or number.casefold() == "no":
            continue
        whole = read_number(number)  # none where it has a point
        start = sentence.start + found.start("number")
        step = Decimal(1).scaleb(-len(number.partition(".")[2]))
        amount = Decimal(number if whole is None else whole)
        about = _HEDGE.search(said) is not None
        subject = " ".join(found["subject"].split())
        yield Claim("days", number, start, start + len(number), amount, step, about, subject)
