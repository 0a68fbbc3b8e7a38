"""A copy for a partner: for whom, with what note, and which parts they may change."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from bidwriter import clock
from bidwriter.bids.bid import Lent
from bidwriter.bids.partner_copy import ATTACHMENTS
from bidwriter.bids.places import Place
from bidwriter.desk.partner_copy import Sending
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.page import Page
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.check import CheckBox
from bidwriter.ui.parts.choice_card import ChoiceCard
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import LineEdit, TextArea
from bidwriter.ui.parts.parts_of_pages import centred
from bidwriter.ui.parts.words import Words, heading
from bidwriter.ui.session import Session

_HOW = (
    "They open the file in bidwriter, write, and send it back. You join it to yours, and nobody "
    "loses a word: you see what joined by itself and decide where you both changed something."
)


class PartnerCopyPage(Page):
    """The window writes the file once it is known what the copy says."""

    title = "A copy for a partner"

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self.heading = heading("Save a copy for a partner", "display")
        self.to = LineEdit(characters=40, most=200)
        self._to_field = Field(
            "Who is it for?", self.to, hint="A council or a person, as you call them"
        )
        self.note = TextArea(lines=3, most=5_000)
        self._note_field = Field(
            "Note to them", self.note, hint="They see it when they open the copy", optional=True
        )
        self.whole = ChoiceCard("The whole bid", "They may change anything")
        self.parts = ChoiceCard("Only some parts", "The rest is there to read and comment on")
        self._boxes: dict[str, CheckBox] = {}
        self._choice = self._make_choice()
        self._parts_field = Field("Parts they may change", self._choice)
        self.bare = CheckBox("Leave out earlier versions and what was taken out")
        self._carries = Callout("info", "The copy carries the history and the comments")
        self.save = Button("Save the copy", "primary", "copy")
        self.whole.setChecked(True)
        self.fill(centred(self._content(), 760))
        self.parts.toggled.connect(self._parts_field.setVisible)
        self.save.clicked.connect(self._on_save)
        self.bare.toggled.connect(self.refresh)
        self._parts_field.hide()

    def _content(self) -> QWidget:
        inside = QWidget()
        body = column(inside, 16)
        body.addWidget(self.heading)
        body.addWidget(Words(_HOW, "body", "text2"))
        body.addWidget(self._to_field)
        body.addWidget(self._note_field)
        group = QButtonGroup(self)
        cards = QWidget()
        line = row(cards, 12)
        for card in (self.whole, self.parts):
            group.addButton(card)
            line.addWidget(card, 1)
        body.addWidget(Words("What may they change?", "body", weight=600))
        body.addWidget(cards)
        body.addWidget(self._parts_field)
        self._about = body
        body.addWidget(self.bare)
        body.addWidget(self._carries)
        body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        return inside

    def _make_choice(self) -> QWidget:
        choice = QWidget()
        body = column(choice, 2)
        for section in self.bid.round.sections:
            asked = [q for q in self.bid.asked if self._section_of(q.id) == section.id]
            if asked:
                body.addWidget(Words(section.title, "small", "text2", weight=600))
            for question in asked:
                number = f"{question.number} " if question.number else ""
                body.addWidget(self._box(question.id, f"{number}{question.name}"))
        body.addWidget(Words("Beside the answers", "small", "text2", weight=600))
        body.addWidget(self._box(ATTACHMENTS, "Attachments"))
        return choice

    def _section_of(self, question: str) -> str:
        for section in self.bid.round.sections:
            if any(question in task.questions for task in section.tasks):
                return section.id
        return ""

    def _box(self, part: str, words: str) -> CheckBox:
        self._boxes[part] = CheckBox(words)
        return self._boxes[part]

    def refresh(self) -> None:
        """How much goes with the copy."""
        many = sum(not comment.taken_back for comment in self.bid.comments)
        self._about.removeWidget(self._carries)
        self._carries.hide()
        self._carries.deleteLater()
        self._carries = Callout("info", *_carried(many, bare=self.bare.isChecked()))
        self._about.insertWidget(self._about.indexOf(self.save), self._carries)

    def _on_save(self) -> None:
        to = self.to.text().strip()
        chosen = tuple(part for part, box in self._boxes.items() if box.isChecked())
        self._to_field.set_error("" if to else "Say who the copy is for")
        lacking = self.parts.isChecked() and not chosen
        self._parts_field.set_error("Tick what they may change" if lacking else "")
        if not to or lacking:
            (self.to if not to else next(iter(self._boxes.values()))).setFocus()
            return
        lent = Lent(
            by=self.session.person,
            when=clock.now(),
            to=to,
            note=self.note.toPlainText().strip(),
            open=chosen if self.parts.isChecked() else (),
        )
        self.navigator.lend(Sending(lent, with_history=not self.bare.isChecked()))

    def go_to(self, place: Place) -> None:  # noqa: ARG002 - it has one beginning
        """The heading."""
        self.heading.setFocus()


def _carried(comments: int, *, bare: bool) -> tuple[str, str]:
    """What goes with the copy: a title and a sentence or two."""
    many = f"{comments} {'comment' if comments == 1 else 'comments'}"
    if not bare:
        with_them = f", and so {'does' if comments == 1 else 'do'} {many}" if comments else ""
        return (
            "The copy carries the history" + (" and the comments" if comments else ""),
            "Every version that you can see under History goes with it, with who made it"
            f"{with_them}.",
        )
    return (
        "The copy carries no earlier version" + (f", but {many}" if comments else ""),
        "What was taken out of the bid stays with you. The copy can be joined as any other, but "
        "nobody can look back in it.",
    )
