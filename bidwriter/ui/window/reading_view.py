"""A bid or package to read: what verifying found, the document, the map, the problems."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from bidwriter.bids.places import NOWHERE, Place
from bidwriter.checks.checking import stops
from bidwriter.exports.verifying import report
from bidwriter.ui.look.dress import dress
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.page import Page
from bidwriter.ui.pages.principle_map import PrincipleMapPage
from bidwriter.ui.pages.problems import ProblemsPage
from bidwriter.ui.pages.proof import ProofPage
from bidwriter.ui.pages.reading import ReadingPage
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.pill import Pill
from bidwriter.ui.parts.words import OneLine
from bidwriter.ui.session import Session
from bidwriter.ui.window.finder import Finder
from bidwriter.ui.window.task_list import Row, RowList


class ReadingView(QWidget):
    """Nothing in it can be changed."""

    home_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.navigator = Navigator()
        self.rows = RowList("Contents")
        self.stack = QStackedWidget()
        self.pages: dict[str, Page] = {
            "proof": ProofPage(session, self.navigator),
            "reading": ReadingPage(session, self.navigator),
            "problems": ProblemsPage(session, self.navigator),
        }
        if session.bid.round.principles:
            self.pages["map"] = PrincipleMapPage(session, self.navigator)
        for page in self.pages.values():
            page.refresh()
            self.stack.addWidget(page)
        self._lay_out()
        self.finder = Finder(self, session, self.navigator)
        dress(self.finder)
        QShortcut(QKeySequence("Ctrl+K"), self, self.finder.open)
        self.navigator.asked.connect(self.go)
        self.navigator.page_asked.connect(self.open_page)
        self.rows.picked.connect(self.show_named)
        self.rows.show_rows(self._contents())
        self.open_page("proof" if not report(session.opened).whole else "reading")

    def _lay_out(self) -> None:
        outer = column(self, 0)
        header = self._header()
        outer.addWidget(header)
        outer.addWidget(Rule(room=0))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rows)
        middle.addWidget(Rule(upright=True))
        middle.addWidget(self.stack, 1)
        outer.addLayout(middle, 1)
        for part in (header, self.rows):
            dress(part)

    def _header(self) -> QWidget:
        bid, found = self.session.bid, report(self.session.opened)
        bar = QWidget()
        line = row(bar, 12, (16, 8, 20, 8))
        back = IconButton("arrow-left", "Your bids")
        back.clicked.connect(self.home_asked)
        line.addWidget(back)
        names = column(spacing=0)
        names.addWidget(OneLine(bid.title or "A bid with no title", "h3"))
        phase = bid.round.phase(bid.phase)
        parts = [
            bid.round.name,
            phase.name if phase else "",
            f"led by {bid.lead.title}" if bid.lead else "",
        ]
        names.addWidget(OneLine("  ·  ".join(p for p in parts if p), "caption", "text2"))
        line.addLayout(names, 1)
        line.addWidget(Pill("Read only", "plain", "lock"))
        icon, token = ("shield-check", "ok") if found.whole else ("octagon-alert", "bad")
        line.addWidget(IconMark(icon, token, 18))
        proof = Link(
            "Matches its checksums" if found.whole else "Something is wrong",
            "small",
            "text2" if found.whole else "bad",
        )
        proof.clicked.connect(lambda: self.open_page("proof"))
        line.addWidget(proof)
        pdf = IconButton("file-text", "Look at the PDF")
        pdf.clicked.connect(self._on_pdf)
        line.addWidget(pdf)
        return bar

    def _on_pdf(self) -> None:
        from bidwriter.ui.pages.pdf_dialog import show_made, show_pdf

        made = self.session.opened.bag.payload.get("bid.pdf")
        if made:
            show_made(self, made)
        else:
            show_pdf(self, self.session.bid)

    def _contents(self) -> list[Row]:
        bid = self.session.bid
        rows = [Row("proof", "Checksums", icon="shield-check")]
        if "map" in self.pages:
            rows.append(Row("map", "Principle map", icon="grid-3x3"))
        rows.append(
            Row(
                "problems",
                "Problems",
                icon="octagon-alert",
                stops=len(stops(self.session.problems)),
            )
        )
        rows.append(Row("", "The bid"))
        rows.append(Row("reading", "From the top", icon="book-open"))
        rows += [Row(q.id, q.name, q.number, icon="chevron-right") for q in bid.asked]
        return rows

    def open_page(self, key: str) -> None:
        """A page; one that only a bid being written has leads to the document."""
        self._show(key if key in self.pages else "reading", NOWHERE)
        self.rows.mark(key)

    def go(self, place: Place) -> None:
        """The document at a question, or the map at what shows a principle."""
        self._show("map" if place.is_evidence and "map" in self.pages else "reading", place)
        self.rows.mark(place.question)

    def show_named(self, key: str) -> None:
        """A page, or the document at a question, by its written name."""
        if key in self.pages:
            self.open_page(key)
        else:
            self.go(Place(key))

    def _show(self, key: str, place: Place) -> None:
        page = self.pages[key]
        self.stack.setCurrentWidget(page)
        page.go_to(place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows get a narrower list."""
        super().resizeEvent(event)
        effective = round(self.width() / theme().scale)
        self.rows.set_rail(rail=effective < 760)
        self.rows.setFixedWidth(theme().px(58 if self.rows.rail else 272))
        self.rows.fit()
        for page in self.pages.values():
            page.fit(effective)
