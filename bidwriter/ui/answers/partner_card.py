"""One council in the bid: who it is, its declaration, what it gives, and its part."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from bidwriter.checks.problem import Problem
from bidwriter.councils.register import council
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.partners import Partner
from bidwriter.kinds.values import day, money
from bidwriter.ui.answers.row_table.findings import Findings
from bidwriter.ui.look.fonts import make_font
from bidwriter.ui.look.icons import icon
from bidwriter.ui.look.painting import box, painter_on, text_at
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.check import CheckBox
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.heard import say_problem
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.parts.pill import Pill
from bidwriter.ui.parts.plain import Menu, PlainLabel
from bidwriter.ui.parts.words import Words

_SIDE = 42


class PartnerCard(Card):
    """Shows one row. `edited` carries cells, `typed` those that are still being typed; `asked` what
    to do with the whole row: "lead", "up", "down" or "remove"."""

    edited = Signal(dict)
    typed = Signal(dict)
    asked = Signal(str)
    typing_ended = Signal()

    def __init__(self, *, read_only: bool, signs: bool, gives: bool) -> None:
        super().__init__(padding=(16, 16, 14, 18), spacing=10)
        self._partner: Partner | None = None
        self._read_only, self._signs, self._gives = read_only, signs, gives
        self.crest, self.name = Crest(), Words("", "h3")
        self.pill, self.kind = Pill("Partner"), Words("", "small", "text2")
        self.more = IconButton("ellipsis", "More about this council")
        self.signed = CheckBox("Signed")
        self.signed_on = LineEdit(placeholder="Day, like 9 Aug 2018", characters=17)
        self.gives = Words("", "body", wrap=False)
        self.agreed = CheckBox("Has agreed")
        self.part = LineEdit()
        self.findings = Findings()
        self._unread = ""
        self._problems: tuple[Problem, ...] = ()
        self._facts_shown: list[QWidget] = []
        self._lay_out()
        self._listen()
        for part in (self.signed, self.agreed, self.more):
            part.setEnabled(not read_only)
        for line in (self.signed_on, self.part):
            line.setReadOnly(read_only)
        if read_only:
            self.more.hide()
        theme().changed.connect(self._align)
        self._align()

    # --- making ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = row(spacing=14)
        head.addWidget(self.crest, 0, Qt.AlignmentFlag.AlignTop)
        titles = column(spacing=0)
        first = row(spacing=10)
        first.addWidget(self.name)
        first.addWidget(self.pill)
        first.addStretch(1)
        titles.addLayout(first)
        titles.addWidget(self.kind)
        head.addLayout(titles, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        facts = column(spacing=10, margins=(_SIDE + 14, 0, 8, 0))
        facts.addWidget(self._facts())
        self.part_field = Field("Part in the project", self.part, role="small")
        facts.addWidget(self.part_field)
        facts.addWidget(self.findings)
        self.body.addLayout(facts)

    def _facts(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, 26, 8)
        signing = row(spacing=10)
        signing.addWidget(self.signed, 0, Qt.AlignmentFlag.AlignVCenter)
        signing.addWidget(self.signed_on)
        for title, part in (
            ("Declaration", signing),
            ("Gives in kind", self.gives),
            ("Taking part", self.agreed),
        ):
            self._facts_shown.append(_fact(title, part))
            flow.addWidget(self._facts_shown[-1])
        self._facts_shown[0].setVisible(self._signs)
        self._facts_shown[1].setVisible(self._gives)
        return holder

    def _align(self) -> None:
        """The facts stand on one line with the box for the day."""
        self.ensurePolished()
        high = self.signed_on.sizeHint().height()
        for fact in self._facts_shown:
            fact.setMinimumHeight(high + theme().line("small") + theme().px(2))

    def _listen(self) -> None:
        self.signed.clicked.connect(self._on_signed)
        self.agreed.clicked.connect(lambda on: self.edited.emit({"agreed": bool(on)}))
        self.signed_on.editingFinished.connect(self._on_day_finished)
        self.part.textEdited.connect(
            lambda text: self.typed.emit({"part": " ".join(text.split()) or None})
        )
        self.part.editingFinished.connect(self.typing_ended)
        self.more.clicked.connect(self._on_more)

    # --- showing -----------------------------------------------------------------------------

    def show_partner(self, partner: Partner, gives: str) -> None:
        """Show a row's values, without moving a cursor."""
        self._partner = partner
        short = partner.council.short_name if partner.council else partner.title
        self.name.setText(short)
        self.crest.show_name(short, lead=partner.is_lead)
        self.pill.show_state(*(("Lead", "waiting") if partner.is_lead else ("Partner", "plain")))
        self.kind.setText(kind_words(partner))
        self.signed.setChecked(partner.signed is True)
        self.agreed.setChecked(partner.agreed is True)
        self.gives.setText(gives)
        if not self._unread and not (self.signed_on.hasFocus() and self.signed_on.isModified()):
            self.signed_on.show_text(self._day_shown())
        if " ".join(self.part.text().split()) != (partner.part or ""):
            self.part.show_text(partner.part or "")
        self._name_all(short)

    def _name_all(self, short: str) -> None:
        self.more.set_name(f"More about {short}")
        self.signed.setAccessibleName(f"Signed the Declaration, {short}")
        self.signed_on.setAccessibleName(f"Day the Declaration was signed, {short}")
        self.agreed.setAccessibleName(f"Has agreed to take part, {short}")
        self.part.setAccessibleName(f"Part in the project, {short}")

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """What stops export in crimson, advice quietly."""
        self._problems = problems
        wrong = [problem.words for problem in problems if problem.stops]
        advice = tuple(problem.detail or problem.words for problem in problems if not problem.stops)
        self.findings.show_sentences(tuple(filter(None, (self._unread, *wrong))), advice)

    def field(self, name: str) -> QWidget:
        """The control of a cell by its written name."""
        controls: dict[str, QWidget] = {
            "signed": self.signed,
            "signed-on": self.signed_on,
            "agreed": self.agreed,
            "part": self.part,
        }
        return controls.get(name, self.part if self._read_only else self.more)

    def _day_shown(self) -> str:
        signed_on = self._partner.signed_on if self._partner else None
        return day.show(signed_on) if signed_on else ""

    # --- what the officer does ---------------------------------------------------------------

    def _on_signed(self, on: bool) -> None:  # noqa: FBT001 - a signal gives it
        self.edited.emit({"signed": True} if on else {"signed": False, "signed-on": None})

    def _on_day_finished(self) -> None:
        typed = self.signed_on.text().strip()
        if typed == self._day_shown() and not self._unread:
            return
        try:
            signed_on = day.parse(typed).isoformat() if typed else None
        except NotAllowedError as error:
            self._unread = str(error)
        else:
            self._unread = ""
            self.signed_on.setModified(False)
            cells = {"signed-on": signed_on, **({"signed": True} if signed_on else {})}
            self.edited.emit(cells)
            self.signed_on.show_text(self._day_shown())
        say_problem(self.signed_on, self._unread)
        self.show_problems(self._problems)

    def menu(self) -> Menu:
        """What can be done with this council."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.more.accessibleName())
        lead = self._partner is not None and self._partner.is_lead
        offered = [] if lead else [("lead", "landmark", "Make it the lead")]
        offered += [] if lead else [("up", "arrow-up", "Move up")]
        offered += [] if lead else [("down", "arrow-down", "Move down")]
        for key, picture, words in [*offered, ("remove", "trash-2", "Remove from the bid")]:
            menu.add(words, partial(self.asked.emit, key), icon=icon(picture))
        return menu

    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def kind_words(partner: Partner) -> str:
    """ "District · E07000164", or the kind and nation of a body typed by name."""
    found = partner.council
    if found is None:
        return "Choose a council"
    if not found.code:
        return f"{str(found.kind).capitalize()}  ·  {found.nation}"
    known = council(found.code)
    kind = known.type[:1].upper() + known.type[1:] if known else "Not in the register"
    return f"{kind}  ·  {found.code}"


def gives_words(amount: Decimal | None) -> str:
    """What a council gives in kind."""
    return money.show(amount) if amount else "Nothing yet"


def _fact(title: str, part: QWidget | QLayout) -> QWidget:
    holder = QWidget()
    outer: QVBoxLayout = column(holder, 2)
    outer.addWidget(Words(title, "small", "text2"))
    if isinstance(part, QWidget):
        outer.addWidget(part, 1, Qt.AlignmentFlag.AlignVCenter)
    else:
        outer.addLayout(part, 1)
    return holder


class Crest(PlainLabel):
    """The first letters of a council in a square: ink for the lead. Its name is beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._letters, self._lead = "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_name(self, name: str, *, lead: bool) -> None:
        """Show another council."""
        words = [word for word in name.replace(",", " ").split() if word[:1].isupper()]
        letters = "".join(word[0] for word in words[:2]) if len(words) > 1 else name[:2]
        self._letters, self._lead = letters.upper(), lead
        self.setAccessibleName(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme().px(_SIDE), theme().px(_SIDE))

    @override
    def minimumSizeHint(self) -> QSize:
        """The same square."""
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square and its letters."""
        painter: QPainter = painter_on(self)
        rect = QRectF(0, 0, theme().px(_SIDE), theme().px(_SIDE))
        box(painter, rect, theme().px(10), theme().colour("ink" if self._lead else "tint"))
        painter.setFont(make_font(rect.width() * 0.36, 600))
        painter.setPen(theme().colour("on_ink" if self._lead else "ink"))
        text_at(painter, rect, self._letters, Qt.AlignmentFlag.AlignHCenter)
        painter.end()
