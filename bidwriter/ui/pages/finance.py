"""The finance summary on screen: what a section 151 officer asks, and the same as a PDF."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bidwriter.bids.places import Place
from bidwriter.bids.record.file_names import safe_name
from bidwriter.bids.telling.finance import TITLE, Since, finance_summary
from bidwriter.bids.telling.finance_section import Section
from bidwriter.files.disk.replacing import replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.ui.asking import ask
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.history.version_list import version_rows
from bidwriter.ui.pages.page import Page
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.parts.parts_of_pages import centred, emptied
from bidwriter.ui.parts.plain_table import PlainTable
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session

_WIDE, _BESIDE = 860, 480


class FinancePage(Page):
    """Looking changes nothing. Changes are told from the version that the officer chooses."""

    title = "Finance summary"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self.heading = heading("The money, for the section 151 officer")
        self.finding = Words("", "body", "text2")
        self.since = ComboBox()
        self.save = Button("Save as PDF", "secondary", "file-text")
        self._sections = column(spacing=14)
        self._of: object = None
        self.fill(centred(self._content(), _WIDE))
        self.since.activated.connect(lambda _at: self._show())
        self.save.clicked.connect(self.save_pdf)

    def _content(self) -> QWidget:
        inside = QWidget()
        body = column(inside, 12)
        body.addWidget(self.heading)
        body.addWidget(self.finding)
        field, saving = Field("Changes since", self.since, role="small"), QWidget()
        widths(field, most=380)
        line = row(saving, 0)
        line.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        body.addWidget(Beside([(field, 1), (saving, 1)], least=_BESIDE))
        body.addLayout(self._sections)
        body.addStretch(1)
        return inside

    def refresh(self) -> None:
        """Show the bid as it is; the list of versions is read again if anything was added."""
        of = (self.bid, self.session.kept.history)
        if of == self._of:
            return
        self._of = of
        self._fill_since()
        self._show()

    def _fill_since(self) -> None:
        from bidwriter import clock

        wanted = self.since.currentData()
        log = self.session.told().log()
        self.since.clear()
        self.since.addItem("Do not tell changes", "")
        for made in version_rows(log, self.bid.round, clock.now()):
            self.since.addItem(f"{made.title}: {made.detail}", made.id)
        self.since.setCurrentIndex(max(0, self.since.findData(wanted)))

    def _chosen(self) -> Since | None:
        version = self.since.currentData()
        if not version:
            return None
        return Since(self.since.currentText(), self.session.told().log().bid_at(version))

    def _show(self) -> None:
        summary = finance_summary(self.bid, self._chosen())
        self.finding.setText(summary.finding)
        emptied(self._sections)
        for section in summary.sections:
            self._sections.addWidget(_card(section))

    def go_to(self, place: Place) -> None:  # noqa: ARG002 - the page has one place
        """The heading."""
        self.heading.setFocus()

    def save_pdf(self) -> None:
        """Write the page where the officer says."""
        from bidwriter.exports.pdf.finance import finance_pdf  # ReportLab, seldom wanted

        name = f"{safe_name(self.session.path.stem) or 'bid'}-finance.pdf"
        suggested = self.session.path.with_name(name)
        path = ask().file_to_save(self, f"Save the {TITLE.lower()}", "PDF (*.pdf)", suggested)
        if path is None:
            return
        path = path.with_name(path.name if path.suffix else f"{path.name}.pdf")
        try:
            replace(path, finance_pdf(self.bid, self._chosen()))
        except FileTroubleError as error:
            ask().tell(self, "The summary was not written", str(error))
            return
        self.navigator.say(f"Wrote {path.name}")


def _card(section: Section) -> Card:
    card = Card(padding=(20, 14, 20, 16), spacing=6)
    card.body.addWidget(Words(section.title, "h3"))
    if section.rows:
        table = PlainTable()
        table.show_rows(section.title, section.header, section.rows)
        card.body.addWidget(table)
    if section.note:
        card.body.addWidget(Words(section.note, "small", "text2"))
    return card
