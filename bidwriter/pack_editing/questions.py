"""The questions of a pack, added, taken away, split, joined and made of another kind. Ids stay what
they are, because bids keep answers under them."""

from collections.abc import Iterable, Mapping
from typing import Any

from bidwriter.fund_forms.pack.ids import id_of
from bidwriter.fund_forms.words.kinds import Words, guess
from bidwriter.kinds.frozen import kebab
from bidwriter.kinds.kinds import KINDS
from bidwriter.pack_editing.deciding import kept_in_order
from bidwriter.pack_editing.naming import named_by
from bidwriter.pack_editing.order import (
    new_page,
    page_of,
    position,
    stands,
    with_page,
    without_stand,
)
from bidwriter.pack_editing.texts import CannotBeChangedError, PackTexts
from bidwriter.pack_editing.writing import insert
from bidwriter.rounds.round import LATER_RESERVED_IDS, RESERVED_IDS
from bidwriter.rounds.toml_parts import Way

Data = Mapping[str, Any]
_NO_GUIDANCE = "Nothing more is said of this question."
_CHOICES = ("choose-one", "choose-several")


def question(texts: PackTexts, id_: str) -> Data:
    """What the pack says of a question. Raises KeyError."""
    found: Data = texts.data["questions"][position(texts.data, id_)]
    return found


def with_name(texts: PackTexts, id_: str, name: str, value: Any) -> PackTexts:
    """The pack in which a question says this under a name ("hint", "limit", "guidance"), or no
    longer says anything there."""
    if name == "kind":
        return with_kind(texts, id_, value)
    return texts.with_value(("questions", position(texts.data, id_), name), value)


def with_kind(texts: PackTexts, id_: str, kind: str) -> PackTexts:
    """The pack in which a question is of another kind, without what that kind does not know."""
    known = {kebab(name) for name in KINDS[kind].model_fields}
    way: Way = ("questions", position(texts.data, id_))
    before = question(texts, id_)
    texts = texts.with_value((*way, "kind"), kind)
    for name in before:
        if name not in known or _is_other_format(name, before[name], kind):
            texts = texts.with_value((*way, name), None)
    if kind == "choose-one" and any(one.get("alone") for one in before.get("options", ())):
        options = [{k: v for k, v in one.items() if k != "alone"} for one in before["options"]]
        texts = texts.with_value((*way, "options"), options)
    return texts


def _is_other_format(name: str, value: Any, kind: str) -> bool:
    """Whether a name that both kinds have means something else in this one."""
    return name in ("min", "max") and kind == "money" and isinstance(value, int)


def with_options(texts: PackTexts, id_: str, labels: Iterable[str]) -> PackTexts:
    """The pack in which a question offers these, one a label. What is still offered keeps its id
    and all that was said of it; a label in the place of another is that option, reworded."""
    name = "statements" if question(texts, id_)["kind"] == "declarations" else "options"
    wording = "text" if name == "statements" else "label"
    before = [dict(one) for one in question(texts, id_).get(name, ())]
    wanted = list(dict.fromkeys(label.strip() for label in labels if label.strip()))
    kept = {one[wording]: one for one in before if one.get(wording) in wanted}
    free = [one for one in before if one.get(wording) not in wanted]
    is_reworded = len(wanted) == len(before)
    taken = {one["id"] for one in before}
    made: list[dict[str, Any]] = []
    for at, label in enumerate(wanted):
        if label in kept:
            made.append(kept[label])
        elif is_reworded and before[at] in free:
            made.append(before[at] | {wording: label})
        else:
            new = id_of(label, taken, "option")
            taken.add(new)
            made.append({"id": new, wording: label})
    return texts.with_value(("questions", position(texts.data, id_), name), made)


def added(texts: PackTexts, wording: str, after: str = "", kind: str = "") -> tuple[PackTexts, str]:
    """The pack with one more question, on a page of its own behind the one that asks `after` (at
    the end without one), and its id. Its kind is the one that its words speak of, if none is
    said."""
    data = texts.data
    taken = {one.get("id", "") for one in data.get("questions", ())}
    taken |= RESERVED_IDS | LATER_RESERVED_IDS
    id_ = id_of(wording, taken)
    made: dict[str, Any] = {"id": id_, "kind": kind or guess(Words(wording)).kind}
    made |= {"wording": wording, "guidance": {"text": _NO_GUIDANCE}}
    at = position(data, after) + 1 if after else len(data.get("questions", ()))
    way: Way = ("questions",)
    texts = texts.with_text(way, insert(texts.text_of(way), way, at, made))
    return _on_new_page(texts, id_, after), id_


def _on_new_page(texts: PackTexts, id_: str, after: str) -> PackTexts:
    stand = stands(texts.data).get(after)
    page = new_page(texts.data, id_)
    if stand is not None:
        return with_page(texts, stand.section, stand.task + 1, page)
    sections = texts.data.get("sections", [])
    if sections:
        return with_page(texts, len(sections) - 1, len(sections[-1]["tasks"]), page)
    section = {"id": "questions", "title": "Questions", "tasks": [page]}
    return texts.with_value(("sections",), [section])


def without(texts: PackTexts, id_: str) -> PackTexts:
    """The pack without a question. Raises CannotBeChangedError where something else of the round
    names it."""
    data = texts.data
    if reasons := named_by(data, id_):
        raise CannotBeChangedError(f"This question cannot go yet. {'. '.join(reasons)}")
    if len(data["questions"]) == 1:
        raise CannotBeChangedError("A round asks one question at least")
    stand = stands(data).get(id_)
    texts = texts.with_value(("questions", position(data, id_)), None)
    return texts if stand is None else without_stand(texts, stand)


def split(texts: PackTexts, id_: str, at: int) -> tuple[PackTexts, str]:
    """The pack in which a question's wording ends at a character, and what followed is a question
    of its own behind it; and the id of that. Raises CannotBeChangedError where nothing stands on
    one side."""
    wording = str(question(texts, id_)["wording"])
    first, second = wording[:at].strip(" ;,–—-"), wording[at:].strip(" ;,–—-")
    if not first or not second:
        raise CannotBeChangedError("Nothing stands on one side, so there is nothing to split")
    return added(with_name(texts, id_, "wording", first), second[:1].upper() + second[1:], id_)


def joined(texts: PackTexts, id_: str) -> tuple[PackTexts, str, int]:
    """The pack in which a question is one with the one before it; the id of that, and at which
    character of its wording the other's begins. What the other said beside its wording goes into
    the guidance of the one that stays. Raises CannotBeChangedError."""
    order = list(stands(texts.data))
    if order.index(id_) == 0:
        raise CannotBeChangedError("No question stands before this one")
    before = order[order.index(id_) - 1]
    first, second = question(texts, before), question(texts, id_)
    texts = without(texts, id_)
    wording = f"{first['wording']} {second['wording']}".strip()
    texts = with_name(texts, before, "wording", wording)
    guidance = dict(first.get("guidance", {}))
    said = [guidance.get("text", ""), second.get("hint", "")]
    said.append(second.get("guidance", {}).get("text", ""))
    if text := "\n\n".join(filter(None, said)):
        texts = with_name(texts, before, "guidance", guidance | {"text": text})
    return texts, before, len(str(first["wording"])) + 1


def joined_page(texts: PackTexts, id_: str, title: str) -> PackTexts:
    """The pack in which a question is asked on the page of the one before it. A page of several
    needs a title; `title` is given to one that has none. Raises CannotBeChangedError."""
    order = list(stands(texts.data))
    if order.index(id_) == 0:
        raise CannotBeChangedError("No question stands before this one")
    before, stand = (stands(texts.data)[one] for one in (order[order.index(id_) - 1], id_))
    if before.page == stand.page:
        return texts
    page, as_it_was = page_of(texts.data, before), texts
    texts = texts.with_value((*before.page, "questions"), [*page["questions"], id_])
    if not page.get("title"):
        texts = texts.with_value((*before.page, "title"), title)
    return kept_in_order(as_it_was, without_stand(texts, stand))


def own_page(texts: PackTexts, id_: str) -> PackTexts:
    """The pack in which a question is asked on a page of its own, after the one it was on. Raises
    CannotBeChangedError."""
    stand = stands(texts.data)[id_]
    if len(page_of(texts.data, stand)["questions"]) == 1:
        return texts
    page = new_page(texts.data, id_)
    made = with_page(without_stand(texts, stand), stand.section, stand.task + 1, page)
    return kept_in_order(texts, made)
