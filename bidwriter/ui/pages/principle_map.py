"""The principle map: the matrix of items and principles, and the gaps to close."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bidwriter.bids.editing import set_evidence
from bidwriter.bids.places import Place
from bidwriter.bids.principles import evidence_of, headlines, rule_words
from bidwriter.desk.map_gaps import Gap, gaps
from bidwriter.ui.look.space import column, grid, row, widths
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.map_model import MapModel, as_table
from bidwriter.ui.pages.map_table import MapHeader, MapTable
from bidwriter.ui.pages.page import Page
from bidwriter.ui.parts.badge import Badge
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.parts.strength import StrengthDisc
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session

_MOST_GAPS = 5


class PrincipleMapPage(Page):
    """Every item that can show a principle, empty ones too."""

    title = "Principle map"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self.heading = heading("Principle map")
        self.model = MapModel(self)
        self._header = MapHeader()
        self.table = MapTable(self.model, self._header)
        self.table.strength_asked.connect(self._on_strength)
        self.table.opened.connect(navigator.go)
        self._about = Words("", "small", "text2")
        self._gaps = column(spacing=14)
        self._grid = grid(spacing=24)
        self._side = QWidget()
        side = column(self._side, 10)
        side.addWidget(Words("Gaps to close", "h3"))
        side.addLayout(self._gaps)
        side.addStretch(1)
        side.addWidget(_legend())
        self._side_scroll = PageScroll(self._side)
        inside = QWidget()
        body = column(inside, 8, (28, 26, 24, 20))
        body.addLayout(self._head())
        body.addWidget(self._about)
        body.addLayout(self._grid, 1)
        widths(self._side_scroll, least=236, most=236)
        self.fill(inside)
        self._beside: bool | None = None
        self.fit(1360)

    def _head(self) -> QHBoxLayout:
        line = row(spacing=12)
        names = column(spacing=2)
        names.addWidget(self.heading)
        name = self.bid.round.principles_name
        whose = f" of the {name}" if name else ""
        words = f"Where this bid shows each principle{whose}"
        names.addWidget(Words(words, "body", "text2"))
        line.addLayout(names, 1)
        copy = Button("Copy as a table", "secondary", "copy")
        copy.clicked.connect(self._on_copy)
        line.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def fit(self, effective_width: int) -> None:
        """Gaps beside the table, or above it."""
        beside = effective_width >= 1100
        if beside == self._beside:
            return
        self._beside = beside
        if self._side_scroll.widget() is self._side:
            self._side_scroll.takeWidget()
        if beside:
            self._side_scroll.hold(self._side)
            self._grid.addWidget(self._side_scroll, 0, 1)
        else:
            self._side.setAutoFillBackground(False)
            self._grid.addWidget(self._side, 0, 0)
        self._side.show()
        if self._side_scroll.parent() is not None:
            self._side_scroll.setVisible(beside)
        self._grid.addWidget(self.table, 0 if beside else 1, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(0, 1 if beside else 0)
        self._grid.setRowStretch(1, 0 if beside else 1)
        self.table.set_whole(whole=not beside)

    # --- what it shows -----------------------------------------------------------------------

    def refresh(self) -> None:
        """The bid as it is now."""
        bid = self.bid
        lines = {s.number: (s.word, f"{s.strong} strong, {s.some} some") for s in headlines(bid)}
        self._header.show_principles(bid.round.principles, lines)
        self.model.show_bid(bid)
        self._about.setText(rule_words(bid))
        self._about.setVisible(bool(rule_words(bid)))
        emptied(self._gaps)
        found = gaps(bid)
        for gap in found[:_MOST_GAPS]:
            self._gaps.addWidget(self._gap(gap))
        if not found:
            self._gaps.addWidget(
                Words(
                    "None: every principle is shown strongly and has money behind it.",
                    "small",
                    "text2",
                )
            )

    def _gap(self, gap: Gap) -> QWidget:
        card = Card(padding=14, spacing=6)
        line = row(spacing=10)
        principle = self.bid.round.principle(gap.principle)
        name = principle.name if principle else ""
        line.addWidget(Badge(gap.principle, name, filled=True), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Words(gap.finding, "small", weight=600), 1)
        card.body.addLayout(line)
        card.body.addWidget(Words(gap.advice, "small", "text2"))
        link = Link(gap.action, "small")
        link.setAccessibleName(f"{gap.action}: {name}, {gap.finding}")
        link.clicked.connect(lambda: self.navigator.go(gap.place))
        card.body.addWidget(link)
        return card

    # --- what the officer does ---------------------------------------------------------------

    def _on_strength(self, place: Place, principle: int, strength: str) -> None:
        if self.session.read_only:
            return
        wanted = None if strength == "none" else strength
        self.session.edit(
            lambda bid: set_evidence(bid, place, principle, wanted),  # type: ignore[arg-type]
            f"Changed what shows principle {principle}",
        )
        if strength == "strong":
            said = evidence_of(self.bid).get((place, principle))
            if said and not said.reason:
                self.navigator.say(
                    "Now say why, so that it counts as strong: press Enter to go there"
                )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(as_table(self.bid))
        self.navigator.say("Copied the map as a table")

    def go_to(self, place: Place) -> None:
        """The cell of an item and a principle, or the heading."""
        if not place.is_evidence:
            self.heading.setFocus()
            return
        at = self.model.row_of(place.item)
        if at >= 0 and place.principle in self.model.numbers:
            self.table.setCurrentIndex(
                self.model.index(at, 1 + self.model.numbers.index(place.principle))
            )
            self.table.setFocus()


def _legend() -> QWidget:
    holder = QWidget()
    line = row(holder, 8)
    for strength, words in (("strong", "strong"), ("some", "some"), ("none", "none")):
        line.addWidget(StrengthDisc(strength, "ink"))  # type: ignore[arg-type]
        line.addWidget(Words(words, "small", "text2", wrap=False))
    line.addStretch(1)
    widths(holder, least=180)
    return holder
