"""The rules that the form's words state, as cards, and when it closes."""

from datetime import date

from PySide6.QtWidgets import QWidget

from bidwriter.fund_forms.found import FoundForm
from bidwriter.fund_forms.pack.making import Named
from bidwriter.fund_forms.telling import ToldRule, told_closing, told_rule
from bidwriter.ui.look.space import column, widths
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.words import Words, heading

_WIDE = 260


class RulesFound(QWidget):
    """One card a rule: what it is on, what it says, and the sentence that it was read from."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ToldRule, ...] = ()
        body = column(self, 8)
        body.addWidget(heading("Rules found", "h2"))
        cards = QWidget()
        self._flow = FlowLayout(cards, 12, 10)
        body.addWidget(cards)

    def show_rules(self, form: FoundForm, named: Named) -> None:
        """Show what was found, and when the round closes."""
        shown = (*map(told_rule, form.rules), _closing(form, named))
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self._flow)
        for rule in shown:
            self._flow.addWidget(_RuleCard(rule))


class _RuleCard(Card):
    """A rule."""

    def __init__(self, rule: ToldRule) -> None:
        super().__init__(padding=(14, 10, 14, 12), spacing=1)
        widths(self, least=150, most=_WIDE)
        self.body.addWidget(Words(rule.title, "small", "text2"))
        self.body.addWidget(Words(rule.value, "body", weight=600))
        if rule.quote:
            self.body.addWidget(Words(f"“{rule.quote}”", "caption", "text2"))
        self.body.addStretch(1)


def _closing(form: FoundForm, named: Named) -> ToldRule:
    """What the person says of it counts; else what the form says."""
    day, time, quote = form.closes
    if named.closes:
        day, time, quote = named.closes, named.time, ""
    known = date.fromisoformat(day) if day else None
    return ToldRule("Closes", told_closing(known, time), quote)
