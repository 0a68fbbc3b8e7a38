"""What changed between two texts, word by word: for showing, and for taking both sides' words."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from bidwriter.prose.figures import MARKER

_TOKEN = re.compile(MARKER + r"|</?su[bp]>|\s+|\w+(?:['’-]\w+)*|[^\w\s]+")


class Run(NamedTuple):
    """Words that stayed, that came in, or that went out."""

    kind: Literal["same", "in", "out"]
    text: str


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """`new` beside `old`: what went out stands before what came in its place."""
    was, is_ = _TOKEN.findall(old), _TOKEN.findall(new)
    runs: list[Run] = []
    for tag, i1, i2, j1, j2 in _matcher(was, is_).get_opcodes():
        if tag == "equal":
            runs.append(Run("same", "".join(is_[j1:j2])))
            continue
        if i1 < i2:
            runs.append(Run("out", "".join(was[i1:i2])))
        if j1 < j2:
            runs.append(Run("in", "".join(is_[j1:j2])))
    return _tidied(runs)


def words_changed(old: str, new: str) -> tuple[int, int]:
    """How many words came in, and how many went out."""
    runs = compare_words(old, new)
    return _many(runs, "in"), _many(runs, "out")


def _many(runs: tuple[Run, ...], kind: str) -> int:
    return sum(len(re.findall(r"\w+(?:['’-]\w+)*", run.text)) for run in runs if run.kind == kind)


def _tidied(runs: list[Run]) -> tuple[Run, ...]:
    """A lone space between two changes belongs to both: "a plan" becomes "an assessment" as one."""
    made: list[Run] = []
    for at, run in enumerate(runs):
        after = runs[at + 1 :]
        is_gap = run.kind == "same" and run.text.isspace()
        if is_gap and made and made[-1].kind != "same" and after:
            made += [Run("out", run.text), Run("in", run.text)]
        else:
            made.append(run)
    return _gathered(made)


def _gathered(runs: list[Run]) -> tuple[Run, ...]:
    """Within each stretch of changes, all that went out and then all that came in."""
    made: list[Run] = []
    out = into = ""
    for run in [*runs, Run("same", "")]:
        if run.kind == "out":
            out += run.text
        elif run.kind == "in":
            into += run.text
        else:
            made += [Run("out", out)] if out else []
            made += [Run("in", into)] if into else []
            out = into = ""
            made += [run] if run.text else []
    return tuple(made)


def both(base: str, mine: str, theirs: str) -> str:
    """One text with the words of both: what either changed is changed; where both changed the
    same words, mine stand first and theirs after. To be read by a person before it is taken."""
    if not base or not mine or not theirs:
        return "\n\n".join(part for part in (mine, theirs) if part)
    was = _TOKEN.findall(base)
    made: list[str] = []
    at = 0
    for start, end, ours, others in _clusters(
        _edits(was, _TOKEN.findall(mine)), _edits(was, _TOKEN.findall(theirs))
    ):
        made += was[at:start]
        at = end
        mine_now, theirs_now = _now(was, start, end, ours), _now(was, start, end, others)
        made.append(_one_of("".join(was[start:end]), mine_now, theirs_now))
    return "".join([*made, *was[at:]])


_Edit = tuple[int, int, str]


def _matcher(a: list[str], b: list[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(lambda token: token.isspace(), a, b, autojunk=False)


def _edits(old: list[str], new: list[str]) -> list[_Edit]:
    codes = _matcher(old, new).get_opcodes()
    return [(i1, i2, "".join(new[j1:j2])) for tag, i1, i2, j1, j2 in codes if tag != "equal"]


def _clusters(
    mine: list[_Edit], theirs: list[_Edit]
) -> Iterator[tuple[int, int, list[_Edit], list[_Edit]]]:
    """Both sides' edits in order, those that touch the same words together."""
    waiting = sorted([(e, 0) for e in mine] + [(e, 1) for e in theirs], key=lambda one: one[0][:2])
    start = end = -1
    sides: tuple[list[_Edit], list[_Edit]] = ([], [])
    for edit, side in waiting:
        # Side by side is not touching: "a map." and "a plan!" for "a plan." make "a map!".
        is_there = edit[0] < end or edit[:2] == (start, end)
        if not is_there:
            if start >= 0:
                yield start, end, *sides
            start, end, sides = edit[0], edit[1], ([], [])
        end = max(end, edit[1])
        sides[side].append(edit)
    if start >= 0:
        yield start, end, *sides


def _now(old: list[str], start: int, end: int, edits: list[_Edit]) -> str:
    made: list[str] = []
    at = start
    for first, last, text in edits:
        made += [*old[at:first], text]
        at = last
    return "".join([*made, *old[at:end]])


def _one_of(base: str, mine: str, theirs: str) -> str:
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    gap = "" if not mine or not theirs or mine[-1].isspace() or theirs[0].isspace() else " "
    return f"{mine}{gap}{theirs}"
