"""What in a pack has the wrong shape: names that are not known, parts that lack or are of another
sort. It is said of each, and put aside, so that the rest can be looked at in the same run."""

import copy
import types
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bidwriter.kinds.frozen import Frozen, kebab
from bidwriter.kinds.kinds import KINDS
from bidwriter.kinds.wording import sentence
from bidwriter.rounds.linting.lines import known_by
from bidwriter.rounds.linting.near import did_you_mean
from bidwriter.rounds.round import Round, read_round

_ROUNDS = 12  # what is wrong within a part shows only once what is wrong around it is put aside
# What stands for a part that a round cannot do without, so that the rest can be looked at.
_STAND_INS: dict[str, Any] = {
    "format": 2, "id": "x", "version": "1", "fund": "x", "name": "x", "short-name": "x",
}  # fmt: skip


class Shaped(NamedTuple):
    """The round without what is misshapen (None where nothing is left), each fault as place, words
    and remedy, and the ids of all that was put aside."""

    round: Round | None
    faults: tuple[tuple[str, str, str], ...]
    aside: frozenset[str]


def shaped(data: dict[str, Any]) -> Shaped:
    """What can be read of a pack's data. Raises NewerFormError."""
    data = copy.deepcopy(data)
    faults: dict[tuple[str, str], str] = {}
    aside: set[str] = set()
    said: set[str] = set()  # places whose parts have been told of
    for _ in range(_ROUNDS):
        try:
            return Shaped(read_round(data), _listed(faults), frozenset(aside))
        except ValidationError as error:
            details = _innermost(error.errors(include_url=False))
        except (ValueError, RecursionError):
            faults["", "A value cannot be kept"] = "Write numbers with a point as text"
            break
        for detail in details:
            place, words, remedy = _told(data, detail)
            is_emptied = detail["type"] == "too_short" and any(
                gone.startswith(f"{place}/") for gone in said
            )
            if is_emptied and "/" not in place:
                return Shaped(None, _listed(faults), frozenset(aside))  # nothing is left to look at
            if not is_emptied and not any(place.startswith(whole) for whole in said):
                faults.setdefault((place, words), remedy)
        for detail in details:
            if (gone := _put_aside(data, detail, aside)) is not None:
                said.add(gone)
        _sweep(data)  # once all are marked: positions count among what was there
    return Shaped(None, _listed(faults), frozenset(aside))


def _innermost(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without lists that are only said to be too short because of what is wrong in them."""
    return [
        detail
        for detail in details
        if detail["type"] != "too_short" or not any(_lies_in(d, detail["loc"]) for d in details)
    ]


def _lies_in(detail: ErrorDetails, loc: tuple[int | str, ...]) -> bool:
    return len(detail["loc"]) > len(loc) and detail["loc"][: len(loc)] == loc


def _listed(faults: dict[tuple[str, str], str]) -> tuple[tuple[str, str, str], ...]:
    return tuple((place, words, remedy) for (place, words), remedy in faults.items())


# --- saying it -------------------------------------------------------------------------------


def _told(data: dict[str, Any], detail: ErrorDetails) -> tuple[str, str, str]:
    place = "/".join(_steps(data, detail["loc"]))
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    if detail["type"] == "extra_forbidden":
        known = _names_at(data, detail["loc"][:-1])
        near = did_you_mean(name, known)
        return place, f"“{name}” is not known here", near or f"Known here: {', '.join(known)}"
    words = sentence(detail)
    words = words.split("” ", 1)[-1] if words.startswith("“") else words
    remedy = "See docs/round-packs.md for what is allowed"
    if detail["type"] == "missing":
        return place, f"“{name}” is missing", "Write it"
    if detail["type"] == "union_tag_invalid":
        typed = str(detail.get("ctx", {}).get("tag", ""))
        words = f"There is no kind of question called “{typed[:60]}”"
        remedy = did_you_mean(typed, KINDS) or f"Use one of: {', '.join(KINDS)}"
    if detail["type"] == "literal_error" and isinstance(detail["input"], str):
        expected = str(detail.get("ctx", {}).get("expected", ""))
        remedy = did_you_mean(detail["input"], expected.split("'")[1::2]) or remedy
    return place, f"“{name}” {words}" if name and not words.startswith("There") else words, remedy


def _steps(data: Any, loc: tuple[int | str, ...]) -> Iterator[str]:
    """The way to a fault by names and ids, without the names that pydantic gives to unions."""
    for step in loc:
        if isinstance(data, list) and isinstance(step, int) and step < len(data):
            yield known_by(data[step]) or str(step)
            data = data[step]
        elif isinstance(data, dict) and step in data:
            yield str(step)
            data = data[step]
        elif isinstance(data, dict) and step == loc[-1] and not _is_kind(step):
            yield str(step)


def _is_kind(step: int | str) -> bool:
    return step in KINDS or (isinstance(step, str) and "[" in step)


def _names_at(data: Any, loc: tuple[int | str, ...]) -> list[str]:
    """The names that a part of a pack can have, by its model."""
    models: list[type[Frozen]] = [Round]
    for step in loc:
        if isinstance(step, int):
            continue
        if step in KINDS and any(issubclass(model, KINDS[str(step)]) for model in models):
            models = [KINDS[str(step)]]
            continue
        fields = [
            info.annotation
            for model in models
            for name, info in model.model_fields.items()
            if (info.alias or kebab(name)) == step
        ]
        models = [model for field in fields for model in _models_in(field)] or models
    del data
    return sorted(
        {info.alias or kebab(n) for model in models for n, info in model.model_fields.items()}
        - {"as-read", "entries"}
    )


def _models_in(annotation: Any) -> list[type[Frozen]]:
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        return [annotation]
    if get_origin(annotation) in (Annotated, Union, types.UnionType, tuple, list, dict):
        return [model for part in get_args(annotation) for model in _models_in(part)]
    return []


# --- putting it aside ------------------------------------------------------------------------


Holders = list[tuple[Any, int | str]]  # each part on the way to a fault, and the step from it


def _put_aside(data: dict[str, Any], detail: ErrorDetails, aside: set[str]) -> str | None:
    """Take what is wrong out of `data`: the name alone where it can lack, else the entry of the
    list that it stands in. Hands back the place of an entry that is gone."""
    holders = _holders(data, detail["loc"])
    if detail["type"] in ("missing", "union_tag_invalid", "union_tag_not_found"):
        return _without_entry(data, holders, detail, aside)
    if not holders:
        return _without_entry(data, holders, detail, aside)
    holder, step = holders[-1]
    if isinstance(holder, dict):
        holder.pop(step, None)
        return None
    return _without_entry(data, holders, detail, aside)


def _holders(part: Any, loc: tuple[int | str, ...]) -> Holders:
    found: Holders = []
    for step in loc:
        is_name = isinstance(part, dict) and step in part
        is_entry = isinstance(part, list) and step in range(len(part))
        if is_name or is_entry:
            found.append((part, step))
            part = part[step]
    return found


def _without_entry(
    data: dict[str, Any], holders: Holders, detail: ErrorDetails, aside: set[str]
) -> str | None:
    for depth in range(len(holders), 0, -1):
        holder, step = holders[depth - 1]
        if isinstance(holder, list) and isinstance(step, int):
            place = "/".join(_steps(data, tuple(s for _, s in holders[:depth])))
            aside.update(_ids_in(holder[step]))
            holder[step] = None
            return place
    name = str(detail["loc"][0]) if detail["loc"] else ""
    if len(holders) >= 1 and isinstance(holders[0][0], dict):
        data.pop(str(holders[0][1]), None)
    if name in _STAND_INS:
        data[name] = _STAND_INS[name]
    if name == "cover":
        questions = data.get("questions")
        ids = [known_by(q) for q in questions] if isinstance(questions, list) else []
        data["cover"] = {"title": next((id_ for id_ in ids if id_), "x")}
    return None


def _sweep(value: Any) -> None:
    """Lists without the entries that were taken out."""
    if isinstance(value, dict):
        for part in value.values():
            _sweep(part)
    if isinstance(value, list):
        value[:] = [part for part in value if part is not None]
        for part in value:
            _sweep(part)


def _ids_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for part in value.values():
            yield from _ids_in(part)
    if isinstance(value, list):
        for part in value:
            yield from _ids_in(part)
