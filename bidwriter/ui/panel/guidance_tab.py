"""Guidance for a task's questions: what the panel looks for, and how each shows a principle."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter.bids.editing import evidence_at
from bidwriter.kinds.kinds import AnyQuestion
from bidwriter.kinds.question import Guidance, limit_of
from bidwriter.rounds.round import Principle
from bidwriter.rounds.scoring import scored_under
from bidwriter.ui.look.space import column, row
from bidwriter.ui.panel.criteria import criteria
from bidwriter.ui.panel.scrolled import Scrolled
from bidwriter.ui.parts.badge import Badge
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.fund_words import FundWords, item
from bidwriter.ui.parts.hairline import Rule
from bidwriter.ui.parts.pill import Pill
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session

_COUNTING = (
    "A word is what stands between two spaces and has a letter or a digit in it. Words joined by "
    "a hyphen, an apostrophe or a slash count once, as do email and web addresses. Bullets, list "
    "numbers and lone dashes do not count; headings do. The same count is used on screen, in the "
    "checks, in the PDF and in the package."
)


class GuidanceTab(Scrolled):
    """Rebuilt when the questions, or what they show, change."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.questions: tuple[AnyQuestion, ...] = ()
        self._shown: object = None

    def show_questions(self, questions: tuple[AnyQuestion, ...]) -> None:
        """Guidance for these questions."""
        self.questions = questions
        ids = {question.id for question in questions}
        said = tuple(e for e in self.session.bid.evidence if e.place in ids)
        shown = (questions, tuple((e.place, e.principle, e.strength) for e in said))
        if shown != self._shown:
            self._shown = shown
            self._show()

    def _show(self) -> None:
        body = self.emptied(self.questions)
        for question in self.questions:
            self._guide(body, question)
        if not any(q.guidance.looks_for or q.guidance.text for q in self.questions):
            body.addWidget(Words("The round gives no guidance on this page", "small", "text2"))
        if any(limit_of(question) for question in self.questions):
            body.addWidget(Disclosure("How words are counted", Words(_COUNTING, "small", "text2")))
        if self.session.bid.round.criteria:
            body.addWidget(Disclosure("What the panel scores", criteria(self.session.bid.round)))
        if self.session.bid.round.commitments and any(q.answer_shows for q in self.questions):
            body.addWidget(Disclosure("What signatories commit to", self._commitments()))
        body.addStretch(1)

    def _guide(self, body: QVBoxLayout, question: AnyQuestion) -> None:
        guidance = question.guidance
        if guidance.looks_for:
            many = len([q for q in self.questions if q.guidance.looks_for]) > 1
            body.addWidget(Words(question.name if many else "What the panel looks for", "h3"))
            for words in guidance.looks_for:
                body.addWidget(item(words))
        self._from_the_fund(body, question)
        if guidance.example:
            body.addWidget(_example(guidance.example))
        notes = [
            n
            for n in (question.note if question.basis == "published" else "", _limit_note(question))
            if n
        ]
        for note in dict.fromkeys(notes):
            body.addWidget(Words(note, "small", "text2"))
        for hint in guidance.principles:
            principle = self.session.bid.round.principle(hint.principle)
            if principle:
                body.addWidget(Rule())
                self._principle(body, question, principle, hint.how)
        if guidance != Guidance() or notes:
            body.addWidget(Rule())

    def _from_the_fund(self, body: QVBoxLayout, question: AnyQuestion) -> None:
        """Its own guidance, and what it scores the answer by."""
        if question.guidance.text:
            body.addWidget(FundWords(question.guidance.text))
        for folded in question.guidance.folded:
            body.addWidget(Disclosure(folded.title, FundWords(folded.text)))
        for scored in scored_under(self.session.bid.round.criteria, question.id):
            body.addWidget(Words(f"Scored: {scored.words}", "small", weight=600))

    def _principle(
        self, body: QVBoxLayout, question: AnyQuestion, principle: Principle, how: str
    ) -> None:
        said = evidence_at(self.session.bid, question.id, principle.number)
        head = QWidget()
        line = row(head, 8)
        line.addWidget(
            Badge(principle.number, principle.name, filled=bool(said and said.strength == "strong"))
        )
        line.addWidget(Words(principle.name, "h3", wrap=False))
        line.addStretch(1)
        if said:
            line.addWidget(Pill(said.strength.title(), "plain"))
        body.addWidget(head)
        first = principle.text.split(". ")[0].rstrip(".")
        quote = f"“{first}.”" if principle.quoted else f"{first}."
        body.addWidget(Words(quote, "small", "text2"))
        body.addWidget(Words(how, "small"))

    def _commitments(self) -> QWidget:
        inside = QWidget()
        body = column(inside, 6)
        audience = ""
        for commitment in self.session.bid.round.commitments:
            if commitment.audience != audience:
                audience = commitment.audience
                body.addWidget(Words(audience, "small", weight=600))
            how = "quoted" if commitment.quoted else "in our words"
            if commitment.basis == "assumed":
                how += ", wording not checked"
            body.addWidget(Words(f"{commitment.text} ({how})", "small", "text2"))
        return inside


def _example(sentence: str) -> QWidget:
    card = Card(padding=(14, 12, 14, 14), spacing=4, fill="tint2")
    card.body.addWidget(Words("A made-up good sentence", "small", weight=600))
    card.body.addWidget(Words(f"“{sentence}”", "small", "text2"))
    return card


def _limit_note(question: AnyQuestion) -> str:
    limit = limit_of(question)
    return f"Assumed, not published: {limit.note}" if limit and limit.basis == "assumed" else ""
