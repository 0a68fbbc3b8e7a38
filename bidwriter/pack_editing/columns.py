"""The columns of a fund's own table as lines that a person can write: "Cost: A sum in pounds",
"Risk: One of a list (Low, High)"."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from bidwriter.fund_forms.pack.ids import id_of
from bidwriter.fund_forms.words.kinds import KINDS
from bidwriter.kinds.frozen import kebab
from bidwriter.kinds.tables.own_columns import CHOICES, FIGURES, TEXTS, ColumnKind, OwnColumn
from bidwriter.pack_editing.order import position
from bidwriter.pack_editing.texts import CannotBeChangedError, PackTexts

Data = Mapping[str, Any]
NAMES: dict[str, str] = {
    kind: "Prose" if kind == "long-text" else KINDS[kind] for kind in get_args(ColumnKind)
}
_TAKEN = ("id", "order")  # what a row has beside its cells
_LINE = re.compile(r"(?P<label>.*?)(?:\s*:\s*(?P<kind>[^:()]+?)\s*(?:\((?P<options>.*)\))?)?\s*")
_OF: dict[str, tuple[str, ...]] = {
    "options": CHOICES, "min": FIGURES, "max": FIGURES, "total": FIGURES, "limit": TEXTS,
    "format": ("short-text",),
}  # fmt: skip


def lines_of(question: Data) -> list[str]:
    """The columns, one a line."""
    return [_line(column) for column in question.get("columns", ())]


def _line(column: Data) -> str:
    kind = str(column.get("kind", ""))
    words = f"{column.get('label', '')}: {NAMES.get(kind, kind)}"
    labels = ", ".join(str(one.get("label", "")) for one in column.get("options", ()))
    return f"{words} ({labels})" if labels else words


def with_columns(texts: PackTexts, id_: str, lines: Iterable[str]) -> PackTexts:
    """The pack in which a table has these columns. One of the same label stays what it was; one in
    the place of another, where none came or went, is that one, called otherwise. Raises
    CannotBeChangedError for a line that names no kind."""
    at = position(texts.data, id_)
    before: list[Data] = list(texts.data["questions"][at].get("columns", ()))
    wanted = [_read(line) for line in lines if line.strip()]
    by_label = {column.get("label"): column for column in before}
    taken = {str(column.get("id")) for column in before} | {*_TAKEN}
    made: list[dict[str, Any]] = []
    for number, one in enumerate(wanted):
        old = by_label.get(one["label"])
        if old is None and len(wanted) == len(before):
            was = before[number]
            old = None if was.get("label") in [w["label"] for w in wanted] else was
        made.append(_column(one, old, taken))
    return texts.with_value(("questions", at, "columns"), made)


def _column(wanted: Data, old: Data | None, taken: set[str]) -> dict[str, Any]:
    if old is None:
        id_ = id_of(wanted["label"], taken, "column")
        taken.add(id_)
        options = _options(wanted["options"], ())
        return {"id": id_, **wanted, "options": options} if options else _plain(id_, wanted)
    kind = wanted["kind"]
    known = {kebab(field.alias or name) for name, field in OwnColumn.model_fields.items()}
    kept = {k: v for k, v in old.items() if k in known and kind in _OF.get(k, (kind,))}
    made = {**kept, "label": wanted["label"], "kind": kind}
    if kind in CHOICES:
        made["options"] = _options(wanted["options"], old.get("options", ()))
    return made


def _plain(id_: str, wanted: Data) -> dict[str, Any]:
    return {"id": id_, "label": wanted["label"], "kind": wanted["kind"]}


def _options(labels: Iterable[str], before: Iterable[Data]) -> list[dict[str, Any]]:
    old = {str(one.get("label")): dict(one) for one in before}
    taken = {str(one.get("id")) for one in old.values()}
    made = []
    for label in dict.fromkeys(labels):
        if label not in old:
            id_ = id_of(label, taken, "option")
            taken.add(id_)
            old[label] = {"id": id_, "label": label}
        made.append(old[label])
    return made


def _read(line: str) -> dict[str, Any]:
    """Label, kind and options of a line; without a kind it takes one line of text."""
    found = _LINE.fullmatch(line.strip())
    label = found["label"].strip() if found else ""
    words = (found["kind"] or NAMES["short-text"]).strip().casefold() if found else ""
    kind = next((kind for kind, name in NAMES.items() if name.casefold() == words), "")
    if not label or not kind:
        names = ", ".join(NAMES.values())
        raise CannotBeChangedError(
            f"“{line.strip()[:60]}” is no column: write a name, a colon and one of {names}"
        )
    options = [one.strip() for one in (found["options"] or "").split(",")] if found else []
    return {"label": label, "kind": kind, "options": [one for one in options if one]}
