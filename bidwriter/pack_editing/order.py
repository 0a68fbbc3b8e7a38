"""In what order a pack asks its questions: sections, their pages, and the questions on each."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bidwriter.fund_forms.pack.ids import id_of, label_of
from bidwriter.pack_editing.deciding import kept_in_order
from bidwriter.pack_editing.texts import PackTexts
from bidwriter.pack_editing.writing import insert, move
from bidwriter.rounds.toml_parts import Way

Data = Mapping[str, Any]


class Stand(NamedTuple):
    """Where a question is asked: the positions of its section, its page, and of itself on that."""

    section: int
    task: int
    at: int

    @property
    def page(self) -> Way:
        """The way to its page."""
        return ("sections", self.section, "tasks", self.task)


def stands(data: Data) -> dict[str, Stand]:
    """Where each question is asked, in the order in which they are asked."""
    return {
        id_: Stand(s, t, q)
        for s, section in enumerate(data.get("sections", ()))
        for t, task in enumerate(section.get("tasks", ()))
        for q, id_ in enumerate(task.get("questions", ()))
    }


def position(data: Data, id_: str) -> int:
    """Where a question is written in the list of questions. Raises KeyError."""
    for at, question in enumerate(data.get("questions", ())):
        if question.get("id") == id_:
            return at
    raise KeyError(id_)


def page_of(data: Data, stand: Stand) -> Data:
    """The page that a question is asked on."""
    found: Data = data["sections"][stand.section]["tasks"][stand.task]
    return found


def with_page(texts: PackTexts, section: int, at: int, page: Data) -> PackTexts:
    """The pack with one more page in a section."""
    way: Way = ("sections", section, "tasks")
    return texts.with_text(way, insert(texts.text_of(way), way, at, dict(page)))


def without_stand(texts: PackTexts, stand: Stand) -> PackTexts:
    """The pack in which nothing is asked there. A page, and a section, that asks nothing more goes
    with its last question."""
    asked = [*page_of(texts.data, stand)["questions"]]
    del asked[stand.at]
    if asked:
        return texts.with_value((*stand.page, "questions"), asked)
    tasks = texts.data["sections"][stand.section]["tasks"]
    gone: Way = stand.page if len(tasks) > 1 else ("sections", stand.section)
    return texts.with_value(gone, None)


def moved(texts: PackTexts, id_: str, step: int) -> PackTexts:
    """The pack in which a question is asked one place earlier (-1) or later (1): among those of its
    page, else with its page among the pages, and from section to section. The same pack where it
    is the first or last already. Raises CannotBeChangedError."""
    return kept_in_order(texts, _moved(texts, id_, step))


def _moved(texts: PackTexts, id_: str, step: int) -> PackTexts:
    data = texts.data
    stand, order = stands(data)[id_], list(stands(data))
    if not 0 <= order.index(id_) + step < len(order):
        return texts
    asked = page_of(data, stand)["questions"]
    to = stand.at + step
    if 0 <= to < len(asked):
        way: Way = (*stand.page, "questions")
        return texts.with_text(way, move(texts.text_of(way), way, stand.at, to))
    if len(asked) > 1:
        return _on_a_page_of_its_own(texts, id_, stand, step)
    tasks = data["sections"][stand.section]["tasks"]
    if 0 <= stand.task + step < len(tasks):
        way = ("sections", stand.section, "tasks")
        return texts.with_text(way, move(texts.text_of(way), way, stand.task, stand.task + step))
    return _into_next_section(texts, stand, step)


def _on_a_page_of_its_own(texts: PackTexts, id_: str, stand: Stand, step: int) -> PackTexts:
    left = without_stand(texts, stand)
    at = stand.task + (1 if step > 0 else 0)
    return with_page(left, stand.section, at, new_page(texts.data, id_))


def _into_next_section(texts: PackTexts, stand: Stand, step: int) -> PackTexts:
    sections = texts.data["sections"]
    to = stand.section + step
    if not 0 <= to < len(sections):
        return texts
    at = len(sections[to]["tasks"]) if step < 0 else 0
    return without_stand(with_page(texts, to, at, page_of(texts.data, stand)), stand)


def new_section(texts: PackTexts, id_: str, title: str) -> PackTexts:
    """The pack in which a section of this title begins with the page of a question; the same pack
    where one begins there already."""
    stand = stands(texts.data)[id_]
    if stand.task == 0:
        return texts
    section = texts.data["sections"][stand.section]
    taken = {one.get("id") for one in texts.data["sections"]}
    tasks = [dict(task) for task in section["tasks"][stand.task :]]
    made = {"id": id_of(title, taken, "section"), "title": title, "tasks": tasks}
    way: Way = ("sections",)
    texts = texts.with_text(way, insert(texts.text_of(way), way, stand.section + 1, made))
    for at in range(len(section["tasks"]) - 1, stand.task - 1, -1):
        texts = texts.with_value(("sections", stand.section, "tasks", at), None)
    return texts


def new_page(data: Data, id_: str) -> dict[str, Any]:
    """A page that asks one question, called after it."""
    question = data["questions"][position(data, id_)]
    taken = {task.get("id") for s in data.get("sections", ()) for task in s.get("tasks", ())}
    words = str(question.get("label") or question.get("wording", ""))
    return {"id": id_of(words, taken, "page"), "label": label_of(words), "questions": [id_]}
