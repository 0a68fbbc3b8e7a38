"""The rows of the list beside the pages: what to decide, and what joined by itself."""

from typing import NamedTuple

from bidwriter.bids.conflict import Conflict
from bidwriter.bids.telling.brought import Group, in_figures
from bidwriter.bids.telling.conflicts import in_short
from bidwriter.bids.telling.telling import question_name
from bidwriter.desk.decisions import Work
from bidwriter.desk.whose import Story, listed

_BESIDE = {
    "comments": "message-square", "attachments": "paperclip", "own-deadline": "calendar-clock",
    "conflicts": "git-merge-conflict",
}  # fmt: skip


class Entry(NamedTuple):
    """One row. A row without a key is a heading, or says that there is nothing."""

    key: str
    title: str
    second: str = ""
    icon: str = ""
    is_open: bool = False  # still to decide
    leads_on: bool = False  # opens a page of changes
    is_head: bool = False

    @property
    def said(self) -> str:
        """What a reader says of the row."""
        state = ["to decide"] if self.is_open else []
        return ", ".join(part for part in [self.title, self.second, *state] if part)


def entries(work: Work, story: Story, groups: tuple[Group, ...]) -> tuple[Entry, ...]:
    """All rows, from the top."""
    done = len(work.conflicts) - len(work.undecided)
    many = f"{done} of {len(work.conflicts)} done" if work.conflicts else ""
    rows = [Entry("", "For you to decide", many, is_head=True)]
    rows += [_conflict(work, story, conflict) for conflict in work.conflicts]
    rows += [] if work.conflicts else [Entry("", "Nothing to decide")]
    if story.is_joining:
        count = changes(groups) if groups else ""
        rows.append(Entry("", "Joined automatically", count, is_head=True))
        rows += [_group(work, story, group) for group in groups]
        rows += [] if groups else [Entry("", "Nothing joined by itself")]
    return tuple(rows)


def changes(groups: tuple[Group, ...], without: frozenset[str] = frozenset()) -> str:
    """ "14 changes", of those that were not left out."""
    told = (told for group in groups for told in group.things if told.thing.key not in without)
    many = sum(len(one.lines) for one in told)
    return f"{many} change" if many == 1 else f"{many} changes"


def group_key(group: Group) -> str:
    """The key of a group's page; a conflict's is its id."""
    return f"joined/{group.root}"


def decided_words(work: Work, story: Story, conflict: Conflict) -> str:
    """ "You kept yours"; "" while it is to decide."""
    decision = work.decided.get(conflict.id)
    if decision is None:
        return ""
    return {
        "mine": "You kept yours",
        "theirs": f"You used {story.side(conflict).whose}",
        "both": "You used both",
        "other": "You wrote it again",
    }[decision.choice]


def _conflict(work: Work, story: Story, conflict: Conflict) -> Entry:
    name = question_name(work.joined, conflict.place)
    done = decided_words(work, story, conflict)
    second = done or in_short(work.joined, conflict, story.side(conflict))
    icon = "circle-check" if done else "git-merge-conflict"
    return Entry(conflict.id, name, second, icon, is_open=not done)


def _group(work: Work, story: Story, group: Group) -> Entry:
    figures = in_figures(group)
    sides = tuple(dict.fromkeys(s for told in group.things for s in story.origin(told.thing)))
    if group.root not in ("comments", "attachments"):
        figures = f"{figures}, from {listed(sides)}"
    out = sum(len(t.lines) for t in group.things if t.thing.key in work.left_out)
    second = f"{figures}, {out} left out" if out else figures
    return Entry(group_key(group), group.name, second, _icon(group), leads_on=True)


def _icon(group: Group) -> str:
    return group.question.icon if group.question else _BESIDE.get(group.root, "pencil-line")
