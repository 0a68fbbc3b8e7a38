"""The round's rules about partners, each in one line: met with a tick, or what to do."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bidwriter.bids.bid import Bid
from bidwriter.checks.problem import Problem
from bidwriter.ui.look.space import row
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.words import Words

_LINE = {
    "met": ("check", "ok", "text"),
    "stops": ("octagon-alert", "bad", "bad"),
    "advice": ("lightbulb", "text2", "text"),
}


class RuleLine(NamedTuple):
    """`state` is "met", "stops" or "advice"."""

    state: str
    words: str


def rule_lines(bid: Bid, found: tuple[Problem, ...]) -> tuple[RuleLine, ...]:
    """How the bid stands to each of the round's rules about who takes part."""
    lines: list[RuleLine] = []
    broken = {problem.check: problem for problem in found if problem.check != "partner"}
    if "lead" in broken:
        lines.append(RuleLine("stops", broken["lead"].words))
    for use in bid.checks:
        params = dict(use.params)
        if params.get("phase", bid.phase) != bid.phase:
            continue
        words = _met(bid, use.check, params)
        if use.check in broken and words is not None:
            problem = broken[use.check]
            lines.append(RuleLine(problem.severity, problem.words))
        elif words:
            lines.append(RuleLine("met", words))
    return tuple(lines)


def _met(bid: Bid, check: str, params: Mapping[str, object]) -> str | None:
    """What is said of a rule that is met; "" to say nothing, None for rules of other things."""
    needed = f", {params['min']} needed" if params.get("min") else ""
    named = [partner for partner in bid.partners if partner.council]
    match check:
        case "signatories":
            return f"{len([p for p in named if p.signed])} have signed the Declaration{needed}"
        case "authorities":
            return f"{len(named)} take part{needed}"
        case "lead-type":
            nations = params.get("nations") or ("England",)
            where = " or ".join(nations) if isinstance(nations, tuple) else str(nations)
            return f"The lead is in {where}" if bid.lead and bid.lead.council else ""
        case "lead-signed":
            return "The lead has signed the Declaration" if bid.lead else ""
        case "agreed":
            return "All have agreed to take part" if len(named) > 1 else ""
        case _:
            return None


class RuleLines(QWidget):
    """The lines in a row, as many as fit."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, 24, 6)
        self.lines: tuple[RuleLine, ...] = ()

    def show_lines(self, lines: tuple[RuleLine, ...]) -> None:
        """Show these, if they are others than before."""
        if lines == self.lines:
            return
        self.lines = lines
        while item := self._flow.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for line in lines:
            self._flow.addWidget(_line(line))
        self.setVisible(bool(lines))
        self.updateGeometry()


def _line(line: RuleLine) -> QWidget:
    icon, colour, words = _LINE[line.state]
    holder = QWidget()
    inner = row(holder, 8)
    inner.addWidget(IconMark(icon, colour, 18, line=22), 0, Qt.AlignmentFlag.AlignTop)
    weight = 600 if line.state == "stops" else 400
    inner.addWidget(Words(line.words, "body", words, weight=weight), 1)
    return holder
