"""Forms of the builder, made for the tests, and the way a person goes through one."""

import json
from typing import Any

Data = dict[str, Any]


def component(kind: str, name: str, title: str = "", **more: Any) -> Data:
    """A component; `more` are its options unless they are named schema, hint, list or children."""
    kept = {
        key: more.pop(key)
        for key in ("schema", "hint", "list", "children", "content")
        if key in more
    }
    return {
        "type": kind,
        "name": name,
        "title": title or name,
        "options": more,
        "schema": {},
    } | kept


def page(path: str, *components: Data, to: Any = (), title: str = "", section: str = "") -> Data:
    """A page; `to` are paths, or pairs of a path and a condition."""
    ways = [
        {"path": way} if isinstance(way, str) else {"path": way[0], "condition": way[1]}
        for way in to
    ]
    return {
        "path": path, "title": title or path.strip("/").title(), "components": list(components),
        "next": ways, **({"section": section} if section else {}),
    }  # fmt: skip


def compared(field: str, operator: str, value: str, coordinator: str = "") -> Data:
    """One comparison of a condition."""
    made: Data = {
        "field": {"name": f"S.{field}", "type": "", "display": field},
        "operator": operator,
        "value": {"type": "Value", "value": value, "display": value},
    }
    return made | ({"coordinator": coordinator} if coordinator else {})


def condition(name: str, *comparisons: Data) -> Data:
    """A condition of comparisons."""
    return {
        "name": name,
        "displayName": name,
        "value": {"name": name, "conditions": list(comparisons)},
    }


def form(
    *pages: Data, conditions: Any = (), lists: Any = None, name: str = "A fund", **more: Any
) -> Data:
    """A form that begins on its first page."""
    listed = [
        {"name": key, "title": key, "type": "string",
         "items": [{"text": text, "value": value} for value, text in items.items()]}
        for key, items in (lists or {}).items()
    ]  # fmt: skip
    return {
        "startPage": pages[0]["path"], "pages": list(pages), "lists": listed, "sections": [],
        "conditions": list(conditions), "name": name, **more,
    }  # fmt: skip


def as_file(made: Data) -> bytes:
    """The form as the builder keeps it."""
    return json.dumps(made).encode()
