"""One question: its wording, how it is answered, when it is asked, and what helps to answer it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bidwriter.desk.round_outline import shares_page
from bidwriter.fund_forms.words.kinds import KINDS
from bidwriter.kinds.frozen import kebab
from bidwriter.kinds.kinds import KINDS as KNOWN
from bidwriter.pack_editing.columns import lines_of
from bidwriter.pack_editing.order import page_of, stands
from bidwriter.ui.look.space import column, widths
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.check import CheckBox
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.inputs import ComboBox
from bidwriter.ui.parts.sheet import Sheet
from bidwriter.ui.rounds.asked_field import AskedField
from bidwriter.ui.rounds.boxes import Line, Lines, Wording
from bidwriter.ui.rounds.further_fields import FurtherFields
from bidwriter.ui.rounds.limit_field import LimitField

_COLUMNS = "One a line: a name, a colon, and what it takes, such as “Cost: A sum in pounds”"
_LISTS = {"choose-one": "options", "choose-several": "options", "declarations": "statements"}
_BOUNDS = ("money", "number")
_SPLITS = (
    "Enter splits it where the cursor stands; Backspace at its start joins it to the one before"
)
_ONE_A_LINE = "One a line"
_MORE = "Short name, number, section and page"


class QuestionPage(Sheet):
    """`changed` carries a name of the question and its value, `listed` what it offers, or its
    columns, one a line. `placed` carries what the section or page that it stands in is called:
    "section", "label" or "title", and the words. The others ask for what concerns its place among
    the questions."""

    changed = Signal(str, object)
    listed = Signal(list)
    split_asked = Signal(int)
    join_asked = Signal()
    move_asked = Signal(int)
    share_asked = Signal()
    own_asked = Signal()
    section_asked = Signal()
    placed = Signal(str, str)
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__("", "")
        self._question: Mapping[str, Any] = {}
        self._id, self._anew = "", True  # whether it is another question than was shown before
        self.wording, self.hint, self.label = Wording(lines=2), Line(most=300), Line(most=160)
        self.kind, self.limit, self.asked = ComboBox(), LimitField(), AskedField()
        self.options, self.further = Lines(lines=5), FurtherFields()
        self.least, self.most = Line(characters=14), Line(characters=14)
        self.number = Line(characters=10, most=20)
        self.section, self.page_label, self.page_title = (Line(most=160) for _ in range(3))
        self.optional = CheckBox("It may be left empty")
        self.personal = CheckBox("The answer names a person: a public copy leaves it out")
        self.looks_for, self.guidance = Lines(lines=3), Lines(lines=5, most=50_000)
        self.example = Line(most=600)
        self.assumed = CheckBox("The fund did not publish this: it is assumed")
        self.note = Line(most=400)
        self._fields: dict[str, Field] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for kind, words in KINDS.items():
            self.kind.addItem(words, kind)
        widths(self.kind, least=200, most=300)
        self._field("wording", "Wording", self.wording, _SPLITS)
        self._field("kind", "How it is answered", self.kind)
        self._field("options", "What it offers", self.options, _ONE_A_LINE)
        self._field("limit", "The longest answer", self.limit, "Leave it empty for no limit")
        bounds = [(self._made("min", "At least", self.least), 1)]
        bounds.append((self._made("max", "At most", self.most), 1))
        self._bounds = Beside(bounds, least=360, spacing=16)
        self.body.addWidget(self._bounds)
        self.body.addWidget(self.further)
        self._field("hint", "Hint", self.hint, "One line under the question")
        self._field("asked", "When it is asked", self.asked)
        self.body.addWidget(self.optional)
        self.body.addWidget(self.personal)
        self._field("looks-for", "What a good answer has", self.looks_for, _ONE_A_LINE)
        self._field(
            "text", "Guidance of the fund", self.guidance,
            "An empty line parts paragraphs; “- ” begins an item of a list",
        )  # fmt: skip
        self._field("example", "A made-up example", self.example)
        self.body.addWidget(self.assumed)
        self._field("note", "Why it is assumed", self.note)
        self.body.addWidget(Disclosure(_MORE, self._more(), quiet=True))
        self.body.addSpacing(8)
        self.body.addWidget(self._ways())
        self.body.addStretch(1)

    def _more(self) -> QWidget:
        more = QWidget()
        inner = column(more, 12, (0, 4, 0, 8))
        inner.addWidget(self._made("label", "Short name, for lists", self.label))
        inner.addWidget(self._made("number", "The fund’s number for it", self.number))
        inner.addWidget(self._made("section", "The section it stands in", self.section))
        inner.addWidget(self._made("page", "Its page, in the list of tasks", self.page_label))
        inner.addWidget(self._made("title", "Heading of its page", self.page_title))
        return more

    def _ways(self) -> QWidget:
        ways = QWidget()
        flow = FlowLayout(ways, 10, 8)
        self.up = Button("Ask it earlier", "quiet", "arrow-up")
        self.down = Button("Ask it later", "quiet", "arrow-down")
        self.share = Button("Put it on the page before", "quiet", "link")
        self.own = Button("Give it a page of its own", "quiet", "unlink")
        self.remove = Button("Take it away", "quiet", "trash-2")
        self.begin = Button("Begin a section with it", "quiet", "heading-2")
        for button in (self.up, self.down, self.share, self.own, self.begin, self.remove):
            flow.addWidget(button)
        return ways

    def _made(self, name: str, label: str, editor: QWidget, hint: str = "") -> Field:
        self._fields[name] = Field(label, editor, hint=hint)
        return self._fields[name]

    def _field(self, name: str, label: str, editor: QWidget, hint: str = "") -> None:
        self.body.addSpacing(6)
        self.body.addWidget(self._made(name, label, editor, hint))

    def _connect(self) -> None:
        for name, box in (
            ("wording", self.wording), ("hint", self.hint), ("label", self.label),
            ("number", self.number), ("note", self.note), ("min", self.least), ("max", self.most),
        ):  # fmt: skip
            box.left.connect(lambda words, name=name: self.changed.emit(name, words.strip()))
        self.options.left.connect(lambda words: self.listed.emit(words.split("\n")))
        self.kind.activated.connect(lambda: self.changed.emit("kind", str(self.kind.currentData())))
        self.further.changed.connect(self.changed)
        self.limit.changed.connect(lambda limit: self.changed.emit("limit", limit))
        self.asked.changed.connect(lambda terms: self.changed.emit("asked-when", terms))
        self.optional.clicked.connect(lambda on: self.changed.emit("optional", on or None))
        self.personal.clicked.connect(lambda on: self.changed.emit("personal", on or None))
        self.assumed.clicked.connect(
            lambda on: self.changed.emit("basis", "assumed" if on else None)
        )
        for helps in (self.looks_for, self.guidance, self.example):
            helps.left.connect(self._on_guidance)
        self.wording.split_asked.connect(self.split_asked)
        self.wording.join_asked.connect(self.join_asked)
        self.up.clicked.connect(lambda: self.move_asked.emit(-1))
        self.down.clicked.connect(lambda: self.move_asked.emit(1))
        self.share.clicked.connect(self.share_asked)
        self.own.clicked.connect(self.own_asked)
        self.begin.clicked.connect(self.section_asked)
        for name, box in (
            ("section", self.section), ("label", self.page_label), ("title", self.page_title),
        ):  # fmt: skip
            box.left.connect(lambda words, name=name: self.placed.emit(name, words.strip()))
        self.remove.clicked.connect(self.remove_asked)

    def _on_guidance(self, _words: str) -> None:
        """What helps stands together in one part of the pack."""
        guidance = dict(self._question.get("guidance", {}))
        lines = [line.strip() for line in self.looks_for.toPlainText().split("\n")]
        guidance |= {
            "looks-for": [line for line in lines if line],
            "text": self.guidance.toPlainText().strip(),
            "example": self.example.text().strip(),
        }
        self.changed.emit("guidance", {name: value for name, value in guidance.items() if value})

    # --- showing -----------------------------------------------------------------------------

    def show_question(self, data: Mapping[str, Any], id_: str, number: int) -> None:
        """Show what the round says of it."""
        found = (one for one in data.get("questions", ()) if one.get("id") == id_)
        question = self._question = next(found, {})
        kind = str(question.get("kind", ""))
        self._anew, self._id = id_ != self._id, id_
        self.heading.setText(f"Question {number}")
        for name, box in (
            ("wording", self.wording), ("hint", self.hint), ("label", self.label),
            ("number", self.number), ("note", self.note), ("min", self.least), ("max", self.most),
        ):  # fmt: skip
            box.show_words(str(question.get(name, "")), anew=self._anew)
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.limit.show_limit(question.get("limit", {}))
        self.asked.show_question(data, question)
        self._show_list(question, kind)
        self.further.show_question(question, anew=self._anew)
        self._show_guidance(question)
        self.optional.setChecked(bool(question.get("optional")))
        self.personal.setChecked(bool(question.get("personal", kind == "contact")))
        self.assumed.setChecked(question.get("basis") == "assumed")
        known = {kebab(name) for name in KNOWN[kind].model_fields} if kind in KNOWN else set()
        self._fields["limit"].setVisible("limit" in known)
        self._bounds.setVisible(kind in _BOUNDS)
        self._fields["note"].setVisible(self.assumed.isChecked())
        self._show_place(data, id_)
        shares = shares_page(data, id_)
        self.own.setVisible(shares)
        self.share.setVisible(not shares and number > 1)

    def _show_place(self, data: Mapping[str, Any], id_: str) -> None:
        stand = stands(data).get(id_)
        if stand is None:
            return
        page = page_of(data, stand)
        self.section.show_words(
            str(data["sections"][stand.section].get("title", "")), anew=self._anew
        )
        self.page_label.show_words(str(page.get("label", "")), anew=self._anew)
        self.page_title.show_words(str(page.get("title", "")), anew=self._anew)
        self.begin.setVisible(stand.task > 0)

    def _show_list(self, question: Mapping[str, Any], kind: str) -> None:
        name, is_table = _LISTS.get(kind, ""), kind == "table"
        self._fields["options"].setVisible(bool(name) or is_table)
        self._fields["options"].set_hint(_COLUMNS if is_table else _ONE_A_LINE)
        if is_table:
            self.options.show_words("\n".join(lines_of(question)), anew=self._anew)
            return
        wording = "text" if name == "statements" else "label"
        labels = [str(one.get(wording, "")) for one in question.get(name, ())]
        self.options.show_words("\n".join(labels), anew=self._anew)

    def _show_guidance(self, question: Mapping[str, Any]) -> None:
        guidance = question.get("guidance", {})
        self.looks_for.show_words("\n".join(guidance.get("looks-for", ())), anew=self._anew)
        self.guidance.show_words(str(guidance.get("text", "")), anew=self._anew)
        self.example.show_words(str(guidance.get("example", "")), anew=self._anew)

    def tell_all(self) -> None:
        """What was typed and is not left yet counts too."""
        for box in (
            self.wording, self.hint, self.label, self.number, self.note, self.least, self.most,
            self.options, self.looks_for, self.guidance, self.example, self.section,
            self.page_label, self.page_title,
        ):  # fmt: skip
            box.tell()
        self.limit.tell()
        self.further.tell()

    def put_cursor(self, at: int) -> None:
        """Go to a character of the wording."""
        self.wording.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.wording.textCursor()
        cursor.setPosition(min(at, len(self.wording.toPlainText())))
        self.wording.setTextCursor(cursor)
