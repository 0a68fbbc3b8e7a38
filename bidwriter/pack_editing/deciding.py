"""Which questions decide when others are asked: a decider stays before what it decides."""

from collections.abc import Iterator, Mapping
from typing import Any

from bidwriter.pack_editing.texts import CannotBeChangedError, PackTexts

Data = Mapping[str, Any]


def terms_of(part: Data) -> list[Data]:
    """The terms of a question, page, section or option; a single one may stand without a list."""
    found = part.get("asked-when", ())
    return [found] if isinstance(found, Mapping) else list(found)


def kept_in_order(before: PackTexts, after: PackTexts) -> PackTexts:
    """`after`. Raises CannotBeChangedError where a question would then be asked before one that
    decides whether it is asked, and was not."""
    wrong = set(_out_of_order(after.data)) - set(_out_of_order(before.data))
    if wrong:
        decider, decided = min(wrong)
        names = {one.get("id"): one.get("wording", "") for one in after.data["questions"]}
        raise CannotBeChangedError(
            f"“{_short(names.get(decided, decided))}” is asked only after some answers to "
            f"“{_short(names.get(decider, decider))}”, so it stays behind it"
        )
    return after


def _out_of_order(data: Data) -> Iterator[tuple[str, str]]:
    """Each question that is asked before one that decides about it: decider and decided."""
    known = {one.get("id"): one for one in data.get("questions", ())}
    asked: set[str] = set()
    for section in data.get("sections", ()):
        for task in section.get("tasks", ()):
            for id_ in task.get("questions", ()):
                question = known.get(id_, {})
                parts = [section, task, question, *question.get("options", ())]
                parts += question.get("statements", ())
                for term in (term for part in parts for term in terms_of(part)):
                    if term.get("question") not in asked:
                        yield str(term.get("question")), id_
                asked.add(id_)


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"
