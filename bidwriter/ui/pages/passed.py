"""What is right: the checks that found nothing, in a few words each."""

from PySide6.QtWidgets import QWidget

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import cost_lines, totals
from bidwriter.bids.printing.limits import use_of_limit
from bidwriter.checks.problem import Problem
from bidwriter.kinds.values.money import show
from bidwriter.ui.look.space import column, row
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.words import Words


class PassedChecks(QWidget):
    """A heading with a count, and a line for each."""

    def __init__(self) -> None:
        super().__init__()
        self._body = column(self, 4)

    def show_bid(self, bid: Bid, problems: tuple[Problem, ...]) -> None:
        """The lines for a bid and its problems."""
        emptied(self._body)
        lines = passed(bid, problems)
        if not lines:
            return
        head = QWidget()
        line = row(head, 8)
        line.addWidget(IconMark("check", "ok", 20, line=22))
        many = f"{len(lines)} {'check' if len(lines) == 1 else 'checks'} passed"
        line.addWidget(Words(many, "body", weight=600), 1)
        self._body.addWidget(head)
        for words in lines:
            self._body.addWidget(Words(words, "small", "text2"))


def passed(bid: Bid, problems: tuple[Problem, ...]) -> list[str]:
    """What the checks found to be right."""
    failed = {problem.check for problem in problems}
    limited = [use for q in bid.asked if (use := use_of_limit(bid, q))]
    within = sum(use.left >= 0 for use in limited)
    limit = bid.cap
    below = any((line.amount or 0) < 0 for line in cost_lines(bid))
    lines = [
        ("required", "Every question has an answer"),
        ("limit", f"Answers within limits: {within} of {len(limited)}" if limited else ""),
        (
            "cost-cap",
            f"The grant is within the {show(limit)} cap"
            if limit is not None and totals(bid).fund
            else "",
        ),
        (
            "cost-line",
            "Every cost line says what, how much, who pays and where" if totals(bid).whole else "",
        ),
        ("cost-sum", "No payer and no council comes to less than nought" if below else ""),
        ("signatories", "Enough councils have signed the declaration" if bid.partners else ""),
        ("lead-type", "The lead may lead" if bid.lead else ""),
        ("principles-shown", "Every principle is shown by something" if bid.evidence else ""),
        ("form", "Addresses and choices are in the right form"),
        ("characters", "Every character can be printed"),
        ("personal-data", "No personal data was found in answers"),
    ]
    used = {use.check for use in bid.checks}
    named = {"cost-cap", "signatories", "lead-type", "principles-shown"}
    return [
        words
        for check, words in lines
        if words and check not in failed and (check not in named or check in used)
    ]
