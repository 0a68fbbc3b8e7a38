"""How many councils, partners, or councils of one type a bid is said to have."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bidwriter.checks.claims.claim import Claim, Sentence
from bidwriter.checks.claims.hedges import bound
from bidwriter.checks.claims.phrases import after, before, within
from bidwriter.prose.numbers import NUMBER, read_number

_COUNCILS = re.compile(
    rf"(?<![\w-])(?P<number>{NUMBER})\s+(?P<other>other|partner)?\s*"
    r"(?:local\s+)?(?:(?P<type>district|county|unitary)\s+)?"
    r"(?P<noun>councils|authorities|partners|districts|counties)"
    r"\b(?=(?P<after>[^.;]{0,80}))",
    re.IGNORECASE,
)
_TYPES = {"districts": "district", "counties": "county"}
_HEDGE = before("about", "around", "roughly", "nearly", "almost", "approximately", "some")
_MORE = before(
    "extra", "further", "first", "last", "next", "another", "between", "as (many|few) as",
    "all but",
)  # fmt: skip
_OURS = before(
    "(all )?our", "all of our", "we are( the| all)?", "we,? ?the", "us,? ?the",
    "on behalf of( the)?",
    "(partnership|group|consortium|team|alliance|bid|project) of( the)?", "made up of",
    "(bid|application|project|proposal) (from|by)( the)?",
    "(put forward|made|submitted|led|backed) by( the)?", "(brings?|bringing) together( the)?",
    "(bid|project|partnership) has( the)?",
)  # fmt: skip
_PERHAPS_OURS = before("all( the)?", "the", "of the", "all of the")
_WITH = before(
    "with( the| our)?", "and( the| our)?", "our", "(all )?the", "all( our| of our)?",
    "alongside( the)?", "there are", "beside(s)?( the)?", "joined by( the)?",
)  # fmt: skip
# "Three of the five councils have no in-house team" does not count them all.
_OTHERS = before(
    r"(one|two|three|some|half|most|few|many|none|any|each|either|both|\d+) of (the|our|all our)"
)
# Only some of them, or councils elsewhere.
_NOT_ALL = after(
    "that", "which", "who", "whose", "with", "where", "like", "such as", "outside", "beyond",
    "elsewhere", "across", "around", "on", "of", "from", "named", "listed", "already",
    "in (?!(this|the|our) (bid|partnership|project)|all|one|it\\b)",
)  # fmt: skip
_SAID_OF_ALL = after(
    "$", "[,:)]", "and", "have", "has", "will", "are", "agree", "share", "work", "sign", "bid",
    "in (this|the|our) (bid|partnership|project)",
)  # fmt: skip
_BID = (
    "(it|(this|the|our) (joint |shared )?"
    "(bid|partnership|project|discovery|alpha|application|work|proposal))"
)
_JOIN = (
    "(put|setting|set|lent|given|lend|give) their (names?|weight|hands?|support) to"
    "|joined( together)?( in| for)?|come together( for| in| behind| on)?|signed( up to)?"
    "|agreed( to)?|combined (in|for)"
)
_HERE = after(
    "in (this|the|our) (bid|partnership|project)",
    "(are|is|will be) (bidding|in it|in this together|behind it)",
    "(bid|bidding|work|working|take part|taking part) (together|in (this|the) (bid|project))",
    f"(take|are taking|will take) part(?! in (?!{_BID}))",
    rf"(have )?({_JOIN}) {_BID}(?! (meeting|survey|event|workshop))",
    "(make|making) up (this|the|our) (bid|partnership|project)",
    "(stand |standing |are |is )?behind (it|this( bid)?|the bid|us)",
    "(are )?(making|submitting|make|submit|sign) (this|the|our) (bid|application)",
)
_BEHIND_HERE = after("(stand |standing )?behind (it|this|the bid|us)", "in it", "to its name")
_BID_HAS = before("(bid|project|partnership|application) has( the)?")
_JOINED = after("(have |has )?(joined|joining|join) (it|us|this|as|in)", "as partners")
_LEADS = within("leads", "leading", "lead")
_BESIDES = before(
    "with( the| its| our)?", "alongside( the| its)?", "beside(s)?( the| its)?", "and( the| its)?"
)


def councils(sentence: Sentence) -> Iterator[Claim]:
    """How many councils, or partners besides the lead, the bid is said to have. "Partners" may be
    said of all or of the others: that is "either". Where a type is named, `hints` holds it."""
    ours = False  # "a partnership of three district councils and two county councils"
    for found in _COUNCILS.finditer(sentence.text):
        what, number = _which(found, also=ours), read_number(found["number"])
        ours = ours or what == "councils"
        if not what or not number or (number < 2 and not found["type"]):
            continue
        start = sentence.start + found.start("number")
        kind = (found["type"] or _TYPES.get(found["noun"].casefold(), "")).casefold()
        subject = " ".join(filter(None, (found["other"], found["type"], found["noun"])))
        yield Claim(
            what, found["number"], start, start + len(found["number"]), Decimal(number),
            subject=subject, hints=(kind,) if kind else (),
        )  # fmt: skip


def _which(found: re.Match[str], *, also: bool) -> str:
    said, rest = found.string[: found.start()], found["after"]
    other, noun = (found["other"] or "").casefold(), found["noun"].casefold()
    if bound(said) or _HEDGE.search(said) or _MORE.search(said):
        return ""
    if _OTHERS.search(said):
        return ""
    typed = bool(found["type"] or noun in _TYPES)
    if typed and _NOT_ALL.match(rest):
        return ""
    if typed:
        return "councils" if _OURS.search(said) or (also and _AND.search(said)) else ""
    if other == "other":
        joined = _JOINED.match(rest) and _LEADS.search(said)
        return "partners" if joined or (_WITH.search(said) and _SAID_OF_ALL.match(rest)) else ""
    if _HERE.match(rest) or (_BID_HAS.search(said) and _BEHIND_HERE.match(rest)):
        return "either" if other or noun == "partners" else "councils"
    if _NOT_ALL.match(rest):
        return ""
    if other == "partner" or noun == "partners":
        if _LEADS.search(said) and _BESIDES.search(said):
            return "partners"
        return "either" if _WITH.search(said) or _OURS.search(said) else ""
    ours = _OURS.search(said) or (_PERHAPS_OURS.search(said) and _SAID_OF_ALL.match(rest))
    return "councils" if ours else ""


_AND = before("and", ",")
