"""Many values in one file → what one would type at each place."""

import json
from collections.abc import Iterator, Mapping
from typing import Any


def pairs(raw: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each place with its value; of a list of rows ("outputs/+"), each row."""
    for place, value in raw.items():
        is_rows = isinstance(value, list) and place.endswith("/+")
        for one in value if is_rows else (value,):
            yield place, one


def as_typed(value: Any) -> str:
    """What one would type to set a value."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return value
        case int():
            return str(value)
        case _:
            return json.dumps(value, ensure_ascii=False)
