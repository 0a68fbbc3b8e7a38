"""Small things that several pages are made of."""

from PySide6.QtWidgets import QLayout, QWidget

from bidwriter.bids.bid import Bid
from bidwriter.checks.problem import Problem
from bidwriter.ui.look.space import row, widths

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def centred(
    inside: QWidget, most: int, margins: tuple[int, int, int, int] = (28, 26, 28, 28)
) -> QWidget:
    """`inside` in the middle of the page, no wider than `most`."""
    outside = QWidget()
    widths(inside, most=most)
    line = row(outside, 0, margins)
    line.addStretch(1)
    line.addWidget(inside, 1000)
    line.addStretch(1)
    return outside


def in_words(number: int) -> str:
    """A count as a sentence begins with it."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def things_stop(many: int) -> str:
    """As in: Two things stop export."""
    return (
        f"{in_words(many)} {'thing stops' if many == 1 else 'things stop'} export"
        if many
        else "Nothing stops export"
    )


def where(bid: Bid, problem: Problem) -> str:
    """The task and why, as a gap row's second line."""
    task = bid.round.task_of(problem.place.question)
    parts = [task.label if task else "", problem.detail]
    return "  ·  ".join(dict.fromkeys(part for part in parts if part and part not in problem.words))


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        inner = item.layout()
        if inner is not None:
            emptied(inner)
