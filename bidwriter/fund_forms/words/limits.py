"""Limits and the like in a question's words: how long, whether it is needed, what it weighs, how
many options may be chosen. Each takes what it read out of the words and leaves a sentence."""

import re
from typing import Any, NamedTuple

_MOST = (
    r"max(?:imum|\.)?", r"(?:word |character )?(?:limit|count|length)", "limited to", "up to",
    "no (?:more|longer|greater) than", "not (?:more|longer) than", r"not (?:to )?exceed(?:ing)?",
    "(?:fewer|less) than", "within", "under", r"between \d[\d,]{0,9}(?: words| characters)? and",
    r"\d[\d,]{0,9}\s?(?:to|-|–)", r"approx(?:imately|\.)?", "about", "around",
)  # fmt: skip
_LEAD = (
    rf"(?:(?:{'|'.join(_MOST)})\s*(?:word |character )?(?:limit |count |length )?"
    r"(?:(?:of|is|to|:)\s*)?){1,3}"
)
_COUNT, _UNIT = r"(?P<many>\d{1,3}(?:,\d{3})+|\d{1,6})", r"(?P<unit>words?|characters?|chars?)\b"
_AFTER = (
    r"(?:\s*(?:max(?:imum)?\.?|limit|or (?:fewer|less)|at most))*"
    r"(?:\s*\(?(?:including|excluding|not including) (?:spaces|punctuation)\)?)?"
)
_LIMIT = re.compile(rf"(?P<lead>\b{_LEAD})?(?:a )?{_COUNT}[\s-]*{_UNIT}{_AFTER}", re.IGNORECASE)
# "Word limit: 200", "Maximum words 200".
_WORD_LIMIT = re.compile(
    r"\b(?:max(?:imum|\.)?\s*)?(?:number of )?(?P<unit>word|character)s?\s*"
    rf"(?:limit|count|max(?:imum)?|guide)?\s*(?:of|is|[:=–-])?\s*{_COUNT}(?!\s*%)\b",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(at least|minimum(?: of)?|no (?:less|fewer) than|not less than)\s*$", re.IGNORECASE
)
# What a sentence is that spoke of the limit alone, once that is taken out of it.
_REMAINS = re.compile(
    r"\W*(?:(?:please|your|the|this|an?|each|answers?|responses?|should|must|can|may|will|be|is|"
    r"are|use|write|keep|it|to|in|of|provide|using|there|we|ask|for|you|question|here|total|have|"
    r"has)\b\W*)*",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"\b(?P<many>\d{1,3}|one|two|three|four|five|six|ten) (?:sides?|pages?)\b", re.IGNORECASE
)
_NAMED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_OPTIONAL = re.compile(
    r"[\[(]\s*optional\s*[\])]|[-–—:,]?\s*\boptional\b\s*[.:]?\s*$|^optional\s*[:–-]\s*",
    re.IGNORECASE,
)
_MAY_BE_OPTIONAL = re.compile(
    r"\b(if|where|as) (applicable|relevant|available|known|appropriate|any)\b", re.IGNORECASE
)
_NEEDED = re.compile(r"[\[(]\s*(?:required|mandatory|compulsory)\s*[\])]|\s*\*+\s*$", re.IGNORECASE)
_CHOOSE = r"[\[(]?\s*(?:please )?(?:select|choose|tick|check|mark|pick)\s+"
_SEVERAL = re.compile(
    rf"{_CHOOSE}(?:all|any|as many|one or more|at least one)\b(?: (?:of|the|these|those|options?|"
    r"boxes|that|which|as|are|apply|applies|applicable|relevant|necessary|appropriate|you|want|"
    r"like))*\s*\.?\s*[\])]?",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"{_CHOOSE}(?:only )?one(?! or more)(?: (?:options?|answer|box|only|of|the|following|from|"
    r"list|below))*\s*\.?\s*[\])]?",
    re.IGNORECASE,
)
_MARKS = r"\s*(?:%|per cent|marks?|points?)"
_WEIGHT = re.compile(
    r"[\[(]?\s*(?:"
    r"(?:weight(?:ing|ed)?|scor(?:e|ed|ing)|worth|marked)(?: this (?:question|section|answer))?"
    rf"(?: is)?\s*(?:out of|of|at|:)?\s*(?P<a>\d{{1,3}})(?!\d|[,.]\d)(?:{_MARKS})?"
    r"(?: of the (?:total|overall)(?: score| marks)?)?"
    r"|(?P<b>\d{1,3})\s*(?:marks|points)(?: available)?"
    r"|(?<=[\[(])\s*(?P<c>\d{1,3})\s*%(?=\s*[\])])"
    r")\s*[\])]?",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"[\[(]\s*[;,.:–-]*\s*[\])]")
_WHOLE = 100


class Read(NamedTuple):
    """What was read, and the words without it."""

    words: str
    value: Any = None


def limit_in(words: str) -> Read:
    """The most words or characters, as a pack has it: {"words": 250}; None where none is said."""
    for pattern in (_LIMIT, _WORD_LIMIT):
        for found in pattern.finditer(words):
            many = int(found["many"].replace(",", ""))
            unit = "words" if found["unit"].lower().startswith("word") else "characters"
            if many and not _LEAST.search(words[: found.start()]) and _is_limit(words, found):
                return Read(_without_its_sentence(words, found), {unit: many})
    return Read(words)


def _is_limit(words: str, found: re.Match[str]) -> bool:
    """Not "in 3 words": a limit has a lead, or stands alone, at an end or in brackets."""
    if found.re is _WORD_LIMIT or found["lead"]:
        return True
    before, after = words[: found.start()].rstrip(), words[found.end() :].lstrip()
    return not before or before[-1] in "([?.:;-–—," or not after.strip(" .)]")


def _without_its_sentence(words: str, found: re.Match[str]) -> str:
    """The words without the limit, and without the sentence around it that spoke of nothing
    else."""
    start = max(words.rfind(mark, 0, found.start()) for mark in (". ", "? ", "! ", "; ")) + 1
    ends = [words.find(mark, found.end()) for mark in (". ", "? ", "! ")]
    end = min((at + 1 for at in ends if at >= 0), default=len(words))
    rest = words[start : found.start()] + words[found.end() : end]
    if start and _REMAINS.fullmatch(rest):
        return _tidied(words[:start] + words[end:])
    return _without(words, found)


def pages_in(words: str) -> int | None:
    """The most pages that words speak of."""
    found = _PAGES.search(words)
    return None if not found else _NAMED.get(found["many"].lower()) or int(found["many"])


def optional_in(words: str) -> Read:
    """Whether it may be left empty: "yes", "no", "" where nothing is said of it, and "perhaps"
    where it is to be answered if that applies."""
    for pattern, value in ((_OPTIONAL, "yes"), (_NEEDED, "no")):
        if found := pattern.search(words):
            return Read(_without(words, found), value)
    return Read(words, "perhaps" if _MAY_BE_OPTIONAL.search(words) else "")


def chosen_in(words: str) -> Read:
    """How many options may be chosen: "several", "one", or "" where nothing is said."""
    for pattern, value in ((_SEVERAL, "several"), (_ONE, "one")):
        if found := pattern.search(words):
            return Read(_without(words, found), value)
    return Read(words, "")


def weight_in(words: str) -> Read:
    """What it weighs, in per cents or marks; None where nothing is said."""
    found = _WEIGHT.search(words)
    many = int(found["a"] or found["b"] or found["c"]) if found else 0
    return Read(_without(words, found), many) if found and 0 < many <= _WHOLE else Read(words)


def _without(words: str, found: re.Match[str]) -> str:
    return _tidied(f"{words[: found.start()]} {words[found.end() :]}")


def _tidied(words: str) -> str:
    """Words that something was taken out of, without brackets and signs that then hold nothing."""
    left = re.sub(r"\s+", " ", _EMPTY.sub(" ", words)).strip()
    left = re.sub(r"^(?:in|using|with)\s*,\s*", "", left, flags=re.IGNORECASE)
    left = re.sub(r"\s+(?:in|using|within)$", "", left, flags=re.IGNORECASE)
    left = re.sub(r"\s+([?.,;:)\]])", r"\1", left)
    left = re.sub(r"([?.!])[?.,!]+", r"\1", left).strip(" ;,–—-:/|")
    return left[:1].upper() + left[1:]
