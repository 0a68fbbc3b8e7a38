"""What a pack says in a second language: the texts as they lie in its files, which names of a pack
are texts at all, and which entry of a list a text belongs to."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any

import rfc8785
from pydantic import BeforeValidator

from bidwriter.kinds.frozen import Frozen, kebab

ENGLISH = "en-GB"
LANGUAGES = {"cy": "Cymraeg"}
"""The languages that a form can have beside English: code → what it calls itself."""

# The names of a pack that hold words for people, wherever they stand. A test finds a new name that
# stands neither here nor among those that hold none.
TEXTS = frozenset(
    {
        "about", "action", "audience", "criteria_note", "example", "fund", "hint", "how", "label",
        "looks_for", "looks_like", "name", "no", "note", "output", "pattern_words",
        "principles_name", "principles_source", "quote", "role", "row_name", "sending", "statement",
        "text", "title", "unit", "when", "word", "wording", "yes",
    }
)  # fmt: skip
# Parts of a pack that hold no words at all, though names in them are those of texts elsewhere.
NO_WORDS = frozenset({"cover", "asked_when", "made_from"})
TEXT_PARAMS = frozenset({"words"})
"""The parameters of checks that are texts."""

# What an entry of a list is known by; one that has none of these is known by its position.
_KNOWN_BY = ("id", "number", "score", "check", "strong", "principle")


class OtherLanguage(Frozen):
    """The texts of one language: its code, and what its files hold as canonical JSON."""

    code: str
    texts: str

    @property
    def data(self) -> dict[str, Any]:
        """The texts as JSON values."""
        data: dict[str, Any] = json.loads(self.texts)
        return data


def _as_kept(value: object) -> object:
    if not isinstance(value, dict):
        return value
    if not all(isinstance(texts, dict) for texts in value.values()):
        raise ValueError("must hold a group of texts for each language")
    return tuple(
        OtherLanguage(code=code, texts=rfc8785.dumps(value[code]).decode())
        for code in sorted(value)
    )


Languages = Annotated[tuple[OtherLanguage, ...], BeforeValidator(_as_kept)]


def key_of(kind: type[Frozen]) -> str:
    """The name that entries of this kind are known by; "" for their position."""
    return next((name for name in _KNOWN_BY if name in kind.model_fields), "")


def name_of(entry: Any) -> str:
    """What one entry is known by; "" for its position."""
    key = key_of(type(entry)) if isinstance(entry, Frozen) else ""
    return str(getattr(entry, key)) if key else ""


def matched(entries: Sequence[Frozen], given: Sequence[Any]) -> dict[int, int]:
    """Where each given entry belongs: its position → that of the entry. Of several known by the
    same, the second belongs to the second. One that belongs to none is left out."""
    key = key_of(type(entries[0])) if entries else ""
    if not key:
        return {at: at for at in range(min(len(entries), len(given)))}
    places = {name: at for at, name in enumerate(_counted(getattr(one, key) for one in entries))}
    names = _counted(one.get(kebab(key)) if isinstance(one, dict) else None for one in given)
    return {at: places[name] for at, name in enumerate(names) if name in places}


def _counted(names: Any) -> list[tuple[str, int]]:
    """Each name with how often it was there before."""
    seen: Counter[str] = Counter()
    counted = []
    for name in map(repr, names):
        counted.append((name, seen[name]))
        seen[name] += 1
    return counted
