"""What is said once copies were joined, or what was left has been decided."""

from bidwriter.bids.telling.brought import groups
from bidwriter.desk.decisions import Work, outcome
from bidwriter.desk.entries import changes


def joined_words(work: Work, title: str) -> str:
    """ "Joined Scarborough’s copy: 14 changes, 2 decided, 1 left to decide"."""
    told = groups(work.mine, work.joined, work.things)
    parts = [changes(told, work.left_out) if told else "", *_figures(work)]
    said = ", ".join(part for part in parts if part)
    name = title.removeprefix("Join ")
    return f"Joined {name}: {said}" if said else f"Joined {name}"


def decided_words(work: Work) -> str:
    """ "Decided 2 of what copies disagreed on, 1 left to decide"."""
    many = len(work.decided)
    left = len(outcome(work).left)
    said = f"Decided {many} {'thing' if many == 1 else 'things'} that copies disagreed on"
    return f"{said}, {left} left to decide" if left else said


def _figures(work: Work) -> list[str]:
    left = len(outcome(work).left)
    done = len(work.conflicts) - left
    return [f"{done} decided" if done else "", f"{left} left to decide" if left else ""]
