"""How the record of an earlier form becomes today’s, a step each, on plain JSON values."""

import re
from typing import Any

_TAGS = re.compile(r"(?<!\\)((?:\\\\)*)(?=</?su[bp]>)")


def second_form(record: dict[str, Any]) -> dict[str, Any]:
    """1 → 2: both steps below."""
    return tags_as_characters(own_hash_of_a_public_copy(record))


def own_hash_of_a_public_copy(record: dict[str, Any]) -> dict[str, Any]:
    """A public copy states a hash of what it holds (`public-hash`) and no longer that of the
    full bid. One of the first form keeps what it states: its own hash was never worked out."""
    return record


def tags_as_characters(record: dict[str, Any]) -> dict[str, Any]:
    """`<sup>` and `<sub>` in prose were characters like any others. bidwriter itself wrote them
    escaped, as it does still where somebody types them; other software may not have."""
    for entries in ("questions", "kept"):
        for entry in record.get(entries) or ():
            answer = entry.get("answer") if isinstance(entry, dict) else None
            if isinstance(answer, str) and entry.get("kind") == "rich-text":
                entry["answer"] = _TAGS.sub(r"\1\\", answer)
    return record
