"""A small round whose questions depend on each other."""

import json
from pathlib import Path
from typing import Any

from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.rounds.linting.lint import lint
from bidwriter.rounds.round import Round, read_round

YES = [{"question": "match", "is": ["yes"]}]


def question(id_: str, kind: str = "short-text", /, **more: Any) -> dict[str, Any]:
    """A question of a pack, as plain as it can be."""
    return {
        "id": id_, "kind": kind, "wording": f"The {id_}?", **more,
        "guidance": {"looks-for": ["Something"]},
    }  # fmt: skip


def round_of(*questions: dict[str, Any], **more: Any) -> Round:
    """A round that asks a title and these, all in one task but where `sections` say otherwise."""
    return read_round(pack_of(*questions, **more))


def pack_of(*questions: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The data of such a round."""
    asked = (question("title"), *questions)
    task = {"id": "all", "label": "All", "title": "All", "questions": [q["id"] for q in asked]}
    return {
        "format": 2, "id": "asking", "version": "1", "fund": "A fund", "name": "Asking",
        "short-name": "Asking", "cover": {"title": "title"}, "questions": list(asked),
        "sections": [{"id": "all", "title": "All", "tasks": [task]}], **more,
    }  # fmt: skip


def faults_of(
    folder: Path, *questions: dict[str, Any], pack: dict[str, Any] | None = None, **more: Any
) -> list[str]:
    """What the linter says of such a pack, written into `folder`: "place: words" each, but for
    advice on how short labels are."""
    pack = pack or pack_of(*questions, **more)
    text = "\n".join(f"{key} = {_toml(value)}" for key, value in pack.items())
    (folder / "round.toml").write_text(text, "utf-8")
    return [
        f"{one.place}: {one.words}" for one in lint(folder, CATALOGUE) if one.words not in _PLAIN
    ]


_PLAIN = (
    "The first page of the PDF shows nothing but the title", "The answer has no limit",
)  # fmt: skip


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
