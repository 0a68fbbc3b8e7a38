"""Ids made from wordings: the same form read again gives the same ids."""

import re
import unicodedata
from collections.abc import Container

from bidwriter.rounds.linting.advice import LONG_LABEL

_LONGEST = 40  # characters; an id may have 60, and the count behind it needs room
# Words that say nothing of what a question is about, left out at its beginning.
_OPENERS = re.compile(
    r"^((please|apply|funding|can|could|you|we|tell|us|about|describe|explain|outline|provide|give|state|set|out|"
    r"how|what|which|when|where|who|why|will|would|do|does|did|is|are|have|has|your|the|a|an|of|"
    r"any|in|to|for)\b\s*)+",
    re.IGNORECASE,
)


def id_of(words: str, taken: Container[str], otherwise: str = "question") -> str:
    """An id for `words` that is not `taken`: whole words of it, the first ones that say something;
    `otherwise` where none of its letters can stand in an id."""
    plain = _slug(_OPENERS.sub("", words)) or _slug(words) or otherwise
    short = plain if len(plain) <= _LONGEST else plain[: _LONGEST + 1].rpartition("-")[0]
    base = (short or plain)[:_LONGEST].strip("-")
    if base not in taken:
        return base
    return next(f"{base}-{n}" for n in range(2, 100_000) if f"{base}-{n}" not in taken)


def _slug(words: str) -> str:
    """Lower-case letters, digits and single hyphens, from the first letter on."""
    bare = unicodedata.normalize("NFKD", words.replace("’", "").replace("'", "")).lower()
    ascii_ = bare.encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", ascii_).strip("-")
    return found if found[:1].isalpha() else re.sub(r"^[0-9-]+", "", found)


def label_of(words: str) -> str:
    """A name for the list of tasks, which has room for so many letters: whole words of it."""
    line = " ".join(words.split()).strip(" ?:.") or "Question"
    if len(line) <= LONG_LABEL:
        return line
    return f"{line[:LONG_LABEL].rpartition(' ')[0] or line[: LONG_LABEL - 1]}…"


def short_name(name: str) -> str:
    """For file names: the first letters of a round's name and its figures, "VHF27"."""
    words = re.findall(r"[A-Za-z]+|\d+", name)
    small = {"the", "of", "for", "and", "to", "a", "an", "in", "by", "with", "your", "our"}
    made = "".join(w[-2:] if w.isdigit() else w[0].upper() for w in words if w.lower() not in small)
    return made[:24] or "ROUND"
