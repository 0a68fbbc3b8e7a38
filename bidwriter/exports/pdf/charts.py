"""CHARTS: sums as bars from nought, each with its name and its amount beside it.

Pure: values in, a drawing and the words of its finding out. Colours and words come from the
caller, so any page can use them; a fill alone never tells two bars apart, their labels do.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from reportlab.graphics.shapes import Drawing, Line, Rect
from reportlab.lib.colors import HexColor

from bidwriter.exports.pdf import style
from bidwriter.exports.pdf.labels import Anchor, label, label_width
from bidwriter.kinds.values import money

_ROW, _THICK, _SIZE, _GAP = 19.0, 11.0, 9.0, 8.0


class Bar(NamedTuple):
    """One bar: its name, its amount (nought or more) and its colour."""

    name: str
    amount: Decimal
    colour: str


def bars(given: Sequence[Bar], show: Callable[[Decimal], str], width: float = 440) -> Drawing:
    """Horizontal bars from nought, the names at the left, the amounts at their ends."""
    amounts = [show(bar.amount) for bar in given]
    left = max((label_width(bar.name, _SIZE) for bar in given), default=0) + _GAP
    wide = (label_width(amount, _SIZE, strong=True) for amount in amounts)
    right = max(wide, default=0) + _GAP
    most = max((bar.amount for bar in given), default=Decimal(0)) or Decimal(1)
    drawing = Drawing(width, _ROW * len(given))
    for row, bar in enumerate(given):
        foot = _ROW * (len(given) - row - 1) + (_ROW - _THICK) / 2
        long = float(max(bar.amount, Decimal(0)) / most) * (width - left - right)
        _add(drawing, left - _GAP, foot, bar.name, "end")
        if long:
            drawing.add(_rect(left, foot, long, bar.colour))
        _add(drawing, left + long + 5, foot, amounts[row], "start")
    nought = Line(left, 0, left, _ROW * len(given))
    nought.strokeColor, nought.strokeWidth = HexColor(style.TEXT3), 0.8
    drawing.add(nought)
    return drawing


def payers_finding(fund: Decimal, ours: Decimal) -> str:
    """What the chart by who pays shows, in one sentence."""
    whole = fund + ours
    if not ours:
        return f"The fund is asked for all of the {money.show(whole)} that the project costs."
    if not fund:
        return f"The applicants give all of the {money.show(whole)} that the project costs."
    return (
        f"The project costs {money.show(whole)}: {money.show(fund)} asked of the fund "
        f"and {money.show(ours)} given by the applicants, {_share(ours, whole)}."
    )


def grant_finding(grant: Sequence[tuple[str, Decimal]], requested: Decimal) -> str:
    """What the chart by principle shows, in one sentence; names with what of the grant each
    mainly serves."""
    name, most = max(grant, key=lambda one: one[1], default=("", Decimal(0)))
    if not most:
        return "No line that the fund pays names a principle."
    return (
        f"The largest part of the grant, {money.show(most)} of {money.show(requested)}, "
        f"mainly serves “{name}”."
    )


def _share(part: Decimal, whole: Decimal) -> str:
    return f"{(100 * part / whole):.0f}% of the whole"


def _add(drawing: Drawing, x: float, foot: float, words: str, anchor: Anchor) -> None:
    """A label beside a bar; the amounts, which stand at the ends, are strong."""
    baseline = foot + (_THICK - 0.668 * _SIZE) / 2
    colour = HexColor(style.TEXT)
    for string in label(words, x, baseline, _SIZE, colour, anchor=anchor, strong=anchor == "start"):
        drawing.add(string)


def _rect(x: float, foot: float, width: float, colour: str) -> Rect:
    bar = Rect(x, foot, width, _THICK)
    bar.fillColor, bar.strokeColor = HexColor(colour), None
    return bar
