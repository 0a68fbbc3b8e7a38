"""Conditions in a question's words: "If yes, …", "If you answered no to B3, …"."""

import re
from typing import NamedTuple

_NUMBER = r"(?P<number>[A-Za-z]{0,2}\d+(?:\.\d+)*[a-z]?)"
_QUOTE = r"[‘’'“”\"]?"
_YES_NO = re.compile(
    r"if (?P<answer>yes|no|so|not)\b"
    rf"(?:\s+to (?:question |q\s?)?(?:{_NUMBER}|the above|above|this))?"
    r"\s*[,:;–-]?\s*",
    re.IGNORECASE,
)
_ANSWERED = (
    r"you(?:r)?(?: have)? (?:answer(?:ed)?|select(?:ed)?|cho(?:se|sen|ose)|tick(?:ed)?|said|put)"
    r"(?: is| was)?",
    r"(?:the|your) answer (?:is|was)",
    r"answered|selected|ticked",
)  # fmt: skip
_NAMED = re.compile(
    rf"if (?:{'|'.join(_ANSWERED)})\s+{_QUOTE}(?P<answer>[^,‘’'“”\"]{{1,60}}?){_QUOTE}"
    rf"(?:\s+(?:to|in|at|for)\s+(?:question\s+|q\s?)?(?:{_NUMBER}|(?:the )?(?:above|previous)"
    r"(?: question)?|(?:this|the) question(?: above)?))?\s*[,:;–-]\s*",
    re.IGNORECASE,
)
_OTHER = re.compile(
    rf"(?:if )?{_QUOTE}(?P<answer>other){_QUOTE}\s*[,:;(–-]?\s*"
    r"(?=(?:please )?(?:specify|state|give|describe|explain))",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"(?:if|where|only if|unless)\b(?! (?:applicable|relevant|available|possible|known|any)\b)",
    re.IGNORECASE,
)
_POLITE = re.compile(r"^(?:please\s+|then\s+|,\s*)+", re.IGNORECASE)
_SAME = {"so": "yes", "not": "no"}


class OnlyIf(NamedTuple):
    """What a question depends on: an answer in words ("yes"), the number of the question that was
    asked for it ("" for the one before), and the question's words without it. `is_unclear` where
    its words begin with a condition that is none of those."""

    words: str
    answer: str = ""
    number: str = ""
    is_unclear: bool = False


def only_if(words: str) -> OnlyIf:
    """The condition that a question's words begin with."""
    for pattern in (_YES_NO, _NAMED, _OTHER):
        found = pattern.match(words)
        rest = _POLITE.sub("", words[found.end() :]) if found else ""
        if found and rest:
            answer = found["answer"].strip().lower()
            number = (found["number"] or "") if "number" in pattern.groupindex else ""
            rest = rest[0].upper() + rest[1:]
            return OnlyIf(rest, _SAME.get(answer, answer), number)
    return OnlyIf(words, is_unclear=bool(_SOME.match(words)))
