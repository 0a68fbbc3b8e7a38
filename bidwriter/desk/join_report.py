"""What a joining did, as lines for people and as JSON values: in all, by copy, by question, and
each thing with the copy that it came from."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.conflict import Conflict
from bidwriter.bids.telling.brought import Group, groups
from bidwriter.bids.telling.conflict_lines import MARKS, conflict_line, conflict_lines
from bidwriter.bids.telling.doubtful import doubtful_words
from bidwriter.bids.telling.sides import Side
from bidwriter.bids.telling.telling import question_name
from bidwriter.desk.decisions import Work
from bidwriter.desk.entries import changes
from bidwriter.desk.joining import JoinedCopies
from bidwriter.desk.whose import Story, listed


class Report(NamedTuple):
    """A joining to be reported: the copies, what of them is taken, and what is left to decide."""

    copies: JoinedCopies
    story: Story
    work: Work
    left: tuple[Conflict, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """What joined by itself, by question."""
        return groups(self.work.mine, self.work.joined, self.work.things)

    @property
    def mine(self) -> Bid:
        """The bid before."""
        return self.work.mine


def headline(report: Report) -> str:
    """The whole in one sentence."""
    many = changes(tuple(g for g in report.groups if g.root != "comments"), report.work.left_out)
    new = len(set(report.work.joined.comments) - set(report.mine.comments))
    comments = f", {new} new in the comments" if new else ""
    left = "nothing is left to decide"
    if report.left:
        many_left = len(report.left)
        left = f"{many_left} {'conflict is' if many_left == 1 else 'conflicts are'} left to decide"
    return f"{many} joined{comments}; {left}"


def lines_in_short(report: Report) -> Iterator[str]:
    """The headline, the copies if there are several, what to look at, and what is to decide."""
    yield headline(report)
    yield from _copies(report)
    yield from _look_at(report)
    for conflict in report.left:
        yield f"To decide: {conflict_line(report.work.joined, conflict)}  [{conflict.id}]"


def report_lines(report: Report) -> Iterator[str]:
    """All of it: each thing that joined with its key and its copy, each conflict with its words."""
    yield headline(report)
    yield from _copies(report)
    yield from _look_at(report)
    yield from _questions(report)
    for group in report.groups:
        yield ""
        yield group.name
        for told in group.things:
            whose = told.who or listed(report.story.origin(told.thing))
            out = ", left out" if told.thing.key in report.work.left_out else ""
            for line in told.lines:
                yield f"  {line.words}, from {whose}{out}  [{told.thing.key}]"
    if any(conflict.kind == "prose" for conflict in report.left):
        yield ""
        yield f"Below, the words of both are marked against those they began with: {MARKS}"
    for number, conflict in enumerate(report.left, 1):
        yield ""
        first, *rest = conflict_lines(report.work.joined, conflict)
        yield f"To decide {number}: {first}"
        yield from rest


def _copies(report: Report) -> Iterator[str]:
    joining = report.copies.joining
    for file in joining.known:
        yield f"“{file}” brings nothing new: it was joined before, or comes from this bid"
    for file in joining.strangers:
        yield f"“{file}” shares no version with this bid, so every difference is left to decide"
    if len(report.copies.others) > 1:
        yield from (words for _, words in _by_copy(report))
    for place in joining.left_out:
        yield f"Left out: {place} in the other copy, which this bid's round does not ask for"


def _by_copy(report: Report) -> Iterator[tuple[str, str]]:
    """ "From “ruth.bid” (Ruth): 4 changes in 3 places, 1 to decide", by the file's name."""
    for other in report.copies.others:
        file = other.copy.file
        side = report.story.sides.get(file, Side())
        found = [
            (group, sum(len(told.lines) for told in group.things if _is_from(report, told, side)))
            for group in report.groups
        ]
        many, where = sum(n for _, n in found), sum(1 for _, n in found if n)
        left = sum(1 for conflict in report.left if conflict.file == file)
        if not many and not left:
            continue
        parts = [f"{_count(many, 'change')} in {_count(where, 'place')}"] if many else []
        parts += [f"{left} to decide"] if left else []
        who = f" ({side.name})" if side.name else ""
        yield file, f"From “{file}”{who}: {', '.join(parts)}"


def _is_from(report: Report, told: Any, side: Side) -> bool:
    return side in report.story.origin(told.thing)


def _questions(report: Report) -> Iterator[str]:
    """ "Describe your approach: 2 changes, from Ruth; 1 to decide", where there are several."""
    left: dict[str, int] = {}
    for conflict in report.left:
        name = question_name(report.work.joined, conflict.place)
        left[name] = left.get(name, 0) + 1
    joined = {group.name: group for group in report.groups}
    names = dict.fromkeys([*joined, *left])
    if len(names) < 2:
        return
    yield ""
    yield "By question"
    for name in names:
        parts = []
        if name in joined:
            group = joined[name]
            sides = dict.fromkeys(s for t in group.things for s in report.story.origin(t.thing))
            parts.append(f"{_count(group.many, 'change')}, from {listed(tuple(sides))}")
        parts += [f"{left[name]} to decide"] if name in left else []
        yield f"  {name}: {'; '.join(parts)}"


def _look_at(report: Report) -> Iterator[str]:
    return (f"Look at: {words}" for words in report.story.look_at)


def _count(many: int, what: str) -> str:
    return f"{many} {what}" if many == 1 else f"{many} {what}s"


def report_json(report: Report) -> dict[str, Any]:
    """The report as JSON values."""
    joining = report.copies.joining
    return {
        "headline": headline(report),
        "joined": [
            {
                "key": told.thing.key, "question": group.name, **line._asdict(),
                "from": told.who or listed(report.story.origin(told.thing)),
                "left-out": told.thing.key in report.work.left_out,
            }
            for group in report.groups for told in group.things for line in told.lines
        ],
        "copies": [{"file": file, "told": words} for file, words in _by_copy(report)],
        "look-at": [
            {"kind": one.kind, "place": one.place, "words": doubtful_words(joining.bid, one)}
            for one in joining.doubtful
        ],
        "conflicts": [
            {
                "id": conflict.id,
                "place": conflict.place,
                "question": question_name(report.work.joined, conflict.place),
                "finding": conflict_line(report.work.joined, conflict),
                **conflict.model_dump(mode="json", by_alias=True),
            }
            for conflict in report.left
        ],
        "known": list(joining.known),
        "strangers": list(joining.strangers),
        "left-out": list(joining.left_out),
    }  # fmt: skip
