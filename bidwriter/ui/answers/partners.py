"""Partners: the rules that the round has for them, a card for each, and a way to add more."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget
from typing_extensions import override

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.costs.groups import payers_of
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.editing import add_rows, make_lead, move_row, remove_row, set_cell
from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.tables.partners import Partner, Partners
from bidwriter.kinds.values.body import Body
from bidwriter.ui.answers.answer_editor import AnswerEditor
from bidwriter.ui.answers.council_finder import CouncilFinder
from bidwriter.ui.answers.partner_card import PartnerCard, gives_words
from bidwriter.ui.answers.partner_rules import RuleLines, rule_lines
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.look.theme import theme
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.empty_state import EmptyState
from bidwriter.ui.session import Session

_BESIDE, _FINDER = 960, 350


class PartnersEditor(AnswerEditor):
    """A wide page's whole content under its heading."""

    wide = True
    is_titled = False

    def __init__(
        self, session: Session, question: Partners, navigator: Navigator, *, alone: bool
    ) -> None:
        super().__init__(session, question, navigator, alone=alone)
        self.rules, self.finder = RuleLines(), CouncilFinder()
        self.cards: dict[str, PartnerCard] = {}
        self._problems: tuple[Problem, ...] = ()
        outer = column(self, 14)
        outer.addWidget(self.rules)
        self.sides = row(spacing=28)
        outer.addLayout(self.sides, 1)
        self.sides.addWidget(self._left(), 1)
        self.sides.addWidget(self.finder)
        widths(self.finder, least=240)
        if self.read_only:
            self.finder.hide()
        self.finder.chosen.connect(self._on_chosen)

    def _left(self) -> QWidget:
        left = QWidget()
        self._column = column(left, 12)
        words = "Add the council that leads, then every council that has agreed to take part."
        self.empty = Card()
        self.empty.body.addWidget(EmptyState("partners", "Who is in this with you?", words))
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        return left

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The finder stands at the right, or above the cards where there is no room."""
        super().resizeEvent(event)
        beside = event.size().width() / theme().scale >= _BESIDE
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if beside else ways.BottomToTop
        self.finder.setMaximumWidth(theme().px(_FINDER) if beside else 16_777_215)
        if self.sides.direction() != way:
            self.sides.setDirection(way)

    # --- showing -----------------------------------------------------------------------------

    @property
    def _rows(self) -> list[Partner]:
        rows = rows_of(self.session.bid, self.question.id)
        partners = [partner for partner in rows if isinstance(partner, Partner)]
        return sorted(partners, key=lambda partner: not partner.is_lead)

    def refresh(self) -> None:
        """A card for each council, those that stay kept as they are."""
        rows = self._rows
        for gone in self.cards.keys() - {partner.id for partner in rows}:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        by_council = totals(self.session.bid).by_council
        for at, partner in enumerate(rows):
            card = self.cards.get(partner.id) or self._card(partner.id)
            if self._column.indexOf(card) != at + 1:
                self._column.removeWidget(card)
                self._column.insertWidget(at + 1, card)
            card.show_partner(partner, gives_words(by_council.get(partner.key, {}).get("in-kind")))
        self.empty.setVisible(not rows)
        self.finder.show_bid(self.session.bid)
        self.rules.show_lines(rule_lines(self.session.bid, self.session.found))

    def _card(self, row_id: str) -> PartnerCard:
        card = self.cards[row_id] = PartnerCard(
            read_only=self.read_only,
            signs=self.session.bid.round.has_declaration,
            gives="in-kind" in payers_of(self.session.bid),
        )
        card.edited.connect(lambda cells: self._on_edited(row_id, cells, typing=False))
        card.typed.connect(lambda cells: self._on_edited(row_id, cells, typing=True))
        card.asked.connect(lambda what: self._on_asked(row_id, what))
        card.typing_ended.connect(self.session.break_typing)
        for line in (card.part, card.signed_on):
            line.undo_asked.connect(self.session.undo)
            line.redo_asked.connect(self.session.redo)
        return card

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Each card has its own."""
        for row_id, card in self.cards.items():
            mine = (p for p in problems if self.place.at(row_id).holds(p.place))
            card.show_problems(tuple(mine))
        self.rules.show_lines(rule_lines(self.session.bid, self.session.found))

    def in_focus(self) -> tuple[Place, str]:
        """The council whose card has the focus, or the list."""
        focused = QApplication.focusWidget()
        for id_, card in self.cards.items():
            if focused is not None and card.isAncestorOf(focused):
                return self.place.at(id_), ""
        return self.place, ""

    def go_to(self, place: Place) -> None:
        """The control of a cell, or the finder."""
        card = self.cards.get(place.row)
        (card.field(place.field) if card else self.finder.box).setFocus()

    # --- what the officer does ---------------------------------------------------------------

    def _on_chosen(self, body: Body) -> None:
        if any(partner.key == str(body) for partner in self._rows):
            self.navigator.say(f"{body.title} is in the bid already")
            return
        first = not self._rows
        cells = {"council": str(body), **({"lead": True} if first else {})}
        words = f"Added {body.title}{' as the lead' if first else ''}"
        self.session.edit(lambda bid: add_rows(bid, self.question.id, (cells,)), words)
        self.navigator.say(words, undo=True)
        self.refresh()

    def _on_edited(self, row_id: str, cells: dict[str, Leaf], *, typing: bool) -> None:
        join = self.place.at(row_id, next(iter(cells))) if typing else ""
        words = f"Changed {self._title(row_id)}"
        if not typing:
            self.session.break_typing()
        self.session.edit(lambda bid: set_cell(bid, self.question.id, row_id, cells), words, join)
        self.refresh()

    def _on_asked(self, row_id: str, what: str) -> None:
        title, id_ = self._title(row_id), self.question.id
        match what:
            case "lead":
                self.session.edit(lambda bid: make_lead(bid, id_, row_id), f"Made {title} the lead")
            case "remove":
                self.session.edit(lambda bid: remove_row(bid, id_, row_id), f"Removed {title}")
                self.navigator.say(f"Removed {title}", undo=True)
            case _:
                by = -1 if what == "up" else 1
                self.session.edit(lambda bid: _moved(bid, id_, row_id, by), f"Moved {title}")
        self.refresh()
        self.go_to(self.place.at(row_id))

    def _title(self, row_id: str) -> str:
        return next((p.title for p in self._rows if p.id == row_id), "a partner")


def _moved(bid: Bid, question: str, row_id: str, by: int) -> Bid:
    """Past the neighbour among those that do not lead."""
    rows = [row for row in rows_of(bid, question) if isinstance(row, Partner)]
    others = [row for row in rows if not row.is_lead or row.id == row_id]
    ids = [row.id for row in others]
    to = ids.index(row_id) + by
    if not 0 <= to < len(others):
        return bid
    steps = rows.index(others[to]) - next(at for at, row in enumerate(rows) if row.id == row_id)
    return move_row(bid, question, row_id, steps)
