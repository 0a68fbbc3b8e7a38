"""The way through a bid: which page follows which, as pure functions of its tasks."""

from collections.abc import Sequence

from bidwriter.bids.places import LANGUAGE, Place
from bidwriter.checks.progress import TaskProgress
from bidwriter.ui.navigator import PageKey
from bidwriter.ui.pages.offered import ANSWERS, ATTACHMENTS, EXPORT, OVERVIEW

Tasks = Sequence[TaskProgress]


def task_of(tasks: Tasks, name: str) -> TaskProgress | None:
    """The task of this name; None when the bid does not ask it."""
    return next((t for t in tasks if t.task.id == name), None)


def page_of(tasks: Tasks, place: Place) -> PageKey | None:
    """The page of a place; None for an answer that is not asked."""
    if place.root == "attachments":
        return PageKey(ATTACHMENTS)
    asking = (t for t in tasks if any(question.id == place.question for question in t.questions))
    task = next(asking, None)
    if task is not None:
        return PageKey(task.task.id)
    return None if place.question and place != LANGUAGE else PageKey(OVERVIEW)


def following(tasks: Tasks, sections: Sequence[str], current: PageKey) -> PageKey:
    """The page after this one: the next task; after the last of a section's several, its answers
    to check; at the end, the export. `sections` are their names, in the round's order."""
    keys = [t.task.id for t in tasks]
    if current not in keys:
        return _after_page(tasks, sections, current)
    at = keys.index(current)
    section = tasks[at].section
    is_last = at + 1 == len(keys) or tasks[at + 1].section is not section
    if is_last and sum(t.section is section for t in tasks) > 1:
        return PageKey.of(ANSWERS, section.id)
    return PageKey(keys[at + 1] if at + 1 < len(keys) else EXPORT)


def _after_page(tasks: Tasks, sections: Sequence[str], page: PageKey) -> PageKey:
    """What follows a page that is no task."""
    if page.name == OVERVIEW:
        return PageKey(tasks[0].task.id if tasks else EXPORT)
    at = sections.index(page.part) + 1 if page.name == ANSWERS else len(sections)
    later = sections[at:]
    return PageKey(next((t.task.id for t in tasks if t.section.id in later), EXPORT))


def page_before(old: Tasks, tasks: Tasks, current: str) -> PageKey:
    """The nearest page before one that is asked no more, of those that still are."""
    earlier: list[str] = []
    for task in old:
        if task.task.id == current:
            break
        earlier.append(task.task.id)
    left = [key for key in earlier if task_of(tasks, key) is not None]
    return PageKey(left[-1] if left else OVERVIEW)


def stepped(keys: Sequence[str], current: str, by: int) -> str:
    """The page `by` steps on in this row; it stays at either end, and begins at the first."""
    at = keys.index(current) if current in keys else 0
    return keys[max(0, min(at + by, len(keys) - 1))]
