"""Whether a message is fit for the person whose file it is."""

import re

_TECHNICAL = re.compile(
    r"(?i:errno|\w*error\b|\w*exception|traceback)|\bNone\b|\b[A-Z][a-z]+[A-Z]\w*|\w+\(\)|0x[0-9a-f]+"
    r"|^\W*$|\n|[{}\[\]<>]|\.py\b"
)
LONGEST = 300
_QUOTED = re.compile("“[^”]*”")


def unclear(message: str) -> str:
    """What is wrong with a message; empty if nothing is. Names of files may be anything."""
    words = _QUOTED.sub("“a file”", message.strip())
    if not words:
        return "it says nothing"
    if found := _TECHNICAL.search(words):
        return f"it says {found[0]!r}"
    sentences = [part for part in re.split(r"[.!?](?:\s+|$)", words) if part]
    if len(sentences) > 2:
        return f"it has {len(sentences)} sentences"
    return "it is too long" if len(words) > LONGEST else ""
