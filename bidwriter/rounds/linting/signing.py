"""What is wrong with a pack's sign-offs, and with what it says of the website and of the form that
it was made from."""

from collections import Counter

from bidwriter.kinds.hand_in import OF_WORDS, HandIn, hand_in_of
from bidwriter.kinds.question import limit_of
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.rounds.linting.finding import Found
from bidwriter.rounds.round import Round


def signing_faults(round_: Round) -> Found:
    """Each fault of the sign-offs."""
    for id_, many in Counter(one.id for one in round_.sign_offs).items():
        if many > 1:
            yield "sign-offs", f"The id “{id_}” is used {many} times", "Give each its own id"
    for one in round_.sign_offs:
        place = f"sign-offs/{one.id}"
        for name, words in (("role", one.role), ("statement", one.statement)):
            if not words.strip():
                yield f"{place}/{name}", "A text is missing", "Write it"
        covered = one.covers if isinstance(one.covers, tuple) else ()
        for id_ in covered:
            if id_ not in round_.by_id:
                words = f"There is no question “{id_}”"
                yield f"{place}/covers", words, "Correct the id, or add the question"
        if one.covers == ():
            yield f"{place}/covers", "It covers nothing", 'Write "money", "whole" or questions'
        if one.covers == "money" and not any(isinstance(q, CostLines) for q in round_.questions):
            words = "It covers the money, and the round asks for no costs"
            yield f"{place}/covers", words, 'Write "whole", or name the questions'


def website_faults(round_: Round) -> Found:
    """Each fault of what is said about the website, and about the form that the pack was made
    from."""
    site = round_.hand_in
    if site and site.website and not site.website.lower().startswith(("https://", "http://")):
        words = "It is no web address"
        yield "hand-in/website", words, "Write an address that begins with https://"
    if site:
        yield from _counting("hand-in", site)
    for question in round_.questions:
        place = f"questions/{question.id}"
        if question.hand_in is not None:
            own = hand_in_of(site, question.hand_in)
            yield from _counting(f"{place}/hand-in", own)
            limit = limit_of(question)
            most = limit and (limit.words if own.count == "words" else limit.characters)
            if most and own.limit and own.count and most > own.limit:
                words = f"The website takes {own.limit:,} {own.count}, the question {most:,}"
                yield f"{place}/hand-in/limit", words, "Lower the question’s limit, or mend this"
        if question.place and round_.made_from is None:
            words = "It has a place in a form, and the pack does not say which form"
            yield f"{place}/place", words, "Write [source], or take the place out"


def _counting(place: str, one: HandIn) -> Found:
    if one.limit is not None and one.count is None:
        words = "There is a limit, but not of what"
        yield f"{place}/count", words, 'Write count = "words" or count = "characters"'
    if one.count and one.rule and (one.rule in OF_WORDS) != (one.count == "words"):
        words = f"The rule “{one.rule}” does not count {one.count}"
        of = OF_WORDS if one.count == "words" else ("utf-16", "code-points", "bytes")
        yield f"{place}/rule", words, f"Use one of: {', '.join(of)}"
