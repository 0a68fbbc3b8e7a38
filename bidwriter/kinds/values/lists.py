"""Lists as people type them."""

import json

from bidwriter.kinds.frozen import NotAllowedError


def split_list(typed: str) -> tuple[str, ...]:
    """The parts of a list typed as JSON (["a", "b"]), or with semicolons or line breaks. Raises
    NotAllowedError."""
    if typed.lstrip().startswith("["):
        return _from_json(typed)
    return tuple(part.strip() for part in typed.replace("\n", ";").split(";") if part.strip())


def _from_json(typed: str) -> tuple[str, ...]:
    try:
        parts = json.loads(typed)
    except (ValueError, RecursionError):
        parts = None
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise NotAllowedError('Write the list as JSON text, like ["first", "second"]')
    return tuple(parts)
