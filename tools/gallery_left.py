"""The gallery's left side: colours, type, buttons, fields, chips, the editor, money."""

from dataclasses import fields

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bidwriter.prose.blocks import Block, Span
from bidwriter.ui.editor.editor_box import EditorBox
from bidwriter.ui.look.painting import box, painter_on
from bidwriter.ui.look.space import column, row, widths
from bidwriter.ui.look.theme import theme
from bidwriter.ui.look.tokens import TYPE, Role
from bidwriter.ui.parts.badge import Badge
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.card import Tile
from bidwriter.ui.parts.check import CheckBox, RadioSet, Switch
from bidwriter.ui.parts.chip import PrincipleChip
from bidwriter.ui.parts.choice_card import ChoiceCard
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.inputs import ComboBox, LineEdit, TextArea
from bidwriter.ui.parts.meter import Meter
from bidwriter.ui.parts.pill import Pill
from bidwriter.ui.parts.principle_bars import PrincipleAmount, PrincipleBars
from bidwriter.ui.parts.progress_ring import ProgressRing
from bidwriter.ui.parts.segment_bar import SegmentBar
from bidwriter.ui.parts.words import Words
from bidwriter.ui.parts.words_left import WordsLeft

NAMES = ("User needs", "Fix the plumbing", "Share safely", "Digital leadership", "Open culture")
SAMPLES: tuple[tuple[Role, str], ...] = (
    ("display", "Two things stop export"),
    ("h1", "How will you approach the problem?"),
    ("h2", "Sign off the money"),
    ("h3", "What the panel looks for"),
    ("prose", "We will spend the first three weeks"),
    ("body", "Say what the discovery will do"),
    ("small", "Describe your approach"),
    ("caption", "Checked 10:32 as you stopped typing"),
)


class _Swatch(QWidget):
    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token
        widths(self, least=88)
        self.setMinimumHeight(40)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        rect = QRectF(self.rect())
        box(painter, rect, 6, theme().colour(self._token), theme().colour("line2"))
        painter.end()


def swatches_part() -> QWidget:
    """Swatches."""
    holder = QWidget()
    flow = FlowLayout(holder, 12, 12)
    skipped = ("dark", "principles")
    names = [f.name for f in fields(theme().tokens) if f.name not in skipped]
    names += [f"p{n}{t}" for n in range(1, 6) for t in ("", "t")]
    for name in names:
        one = QWidget()
        inner = column(one, 1)
        inner.addWidget(_Swatch(name))
        inner.addWidget(Words(name, "caption", weight=600))
        inner.addWidget(Words(theme().colour(name).name().upper(), "caption", "text2"))
        flow.addWidget(one)
    return holder


def rule_part() -> QFrame:
    """Rule."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setStyleSheet(f"background: {theme().tokens.line}; border: none;")
    return line


def section_part(into: QVBoxLayout, title: str, content: QWidget | QLayout) -> None:
    """Section."""
    inner = column(spacing=8)
    inner.addWidget(Words(title, "h3"))
    if isinstance(content, QWidget):
        inner.addWidget(content)
    else:
        inner.addLayout(content)
    into.addLayout(inner)


def type_part() -> QVBoxLayout:
    """Type."""
    lines = column(spacing=3)
    for role, text in SAMPLES:
        line = row(spacing=8)
        name = Words(f"{role} {TYPE[role].px}", "caption", "text3", wrap=False)
        widths(name, least=94, most=94)
        line.addWidget(name)
        line.addWidget(Words(text, role), 1)
        lines.addLayout(line)
    return lines


def line_part(*parts: QWidget, spacing: float = 10) -> QHBoxLayout:
    """Line."""
    line = row(spacing=spacing)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return line


def buttons_part() -> QVBoxLayout:
    """Buttons."""
    off = Button("Continue", "primary")
    off.setEnabled(False)
    lines = column(spacing=10)
    lines.addLayout(
        line_part(
            Button("Continue", "primary"),
            Button("Save a draft PDF"),
            Button("Copy", "quiet", "copy"),
            Button("Delete the line", "danger", "trash-2"),
        )
    )
    lines.addLayout(line_part(off, Button("Add a line", "secondary", "plus")))
    return lines


def fields_part() -> QVBoxLayout:
    """Fields."""
    lines = column(spacing=16)
    title = LineEdit("Digital services manager", characters=30)
    lines.addWidget(Field("Job title", title, hint="As it should appear in the bid"))
    email = Field("Work email", LineEdit("joan.price@", characters=30))
    email.set_error("Enter an email address")
    lines.addWidget(email)
    council = ComboBox()
    council.addItems(["Hambleton", "Scarborough", "North Yorkshire"])
    widths(council, most=260)
    lines.addWidget(Field("Council", council, optional=True))
    area = TextArea(lines=2)
    area.show_text("What we ask you to agree to,\nin two lines.")
    lines.addWidget(Field("Reason", area))
    agreed = CheckBox("Agreed by every partner")
    agreed.setChecked(True)
    lines.addWidget(CheckBox("I have finished this answer"))
    lines.addWidget(agreed)
    radios = RadioSet((("yes", "Yes"), ("no", "No")), across=True)
    radios.choose("no")
    on, off = Switch(), Switch()
    on.setChecked(True)
    lines.addLayout(line_part(radios, on, off, spacing=14))
    return lines


def chips_part() -> QVBoxLayout:
    """Chips."""
    lines = column(spacing=10)
    lines.addLayout(
        line_part(
            PrincipleChip(1, NAMES[0]),
            PrincipleChip(1, NAMES[0], "some"),
            PrincipleChip(1, NAMES[0], "strong"),
        )
    )
    flow = QWidget()
    layout = FlowLayout(flow, 10, 10)
    for chip in (
        PrincipleChip(3, NAMES[2], "strong"),
        PrincipleChip(5, NAMES[4], "some"),
        PrincipleChip(4, NAMES[3], "strong"),
        PrincipleChip(2, NAMES[1], "some"),
    ):
        layout.addWidget(chip)
    lines.addWidget(flow)
    filled = [Badge(n, NAMES[n - 1]) for n in range(1, 6)]
    hollow = [Badge(n, NAMES[n - 1], filled=False) for n in range(1, 6)]
    lines.addLayout(line_part(*filled, *hollow, spacing=6))
    return lines


def words_left_part() -> QVBoxLayout:
    """Words left."""
    lines = column(spacing=8)
    for used in (96, 149, 162):
        counter = WordsLeft()
        counter.show_count(used, 150)
        counter.set_note("Reads easily: about age 13" if used == 96 else "")
        lines.addWidget(counter)
    return lines


def save_states_part() -> QHBoxLayout:
    """Save states."""
    line = row(spacing=8)
    for icon, token, text in (
        ("check", "ok", "Saved 10:32"),
        ("loader", "text2", "Saving"),
        ("octagon-alert", "bad", "Not saved since 10:32: disk full"),
    ):
        line.addWidget(IconMark(icon, token, 18))
        line.addWidget(Words(text, "small", "text2", wrap=False))
        line.addSpacing(10)
    line.addStretch(1)
    return line


def pills_part() -> QHBoxLayout:
    """Pills."""
    return line_part(
        Pill("2 things stop export", "problem", "octagon-alert"),
        Pill("Waiting", "waiting", "clock"),
        Pill("Open", "met"),
        Pill("Partner"),
    )


def editor_part() -> EditorBox:
    """Editor."""
    editor = EditorBox(lambda text, address: (text, address))
    editor.setAccessibleName("How will you approach the problem?")
    for icon, said in (("pound-sterling", "Insert figure"), ("quote", "Cite evidence")):
        editor.bar.add_extra(icon, said, lambda: None)
    editor.text.set_blocks(
        (
            Block("heading", (Span("First, listen"),)),
            Block(
                "paragraph",
                (
                    Span("We will spend the first three weeks with "),
                    Span("residents", bold=True),
                    Span(" who moved home in the last year, using the "),
                    Span("open address standard", link="https://www.example.org/"),
                    Span("."),
                ),
            ),
            Block("bullet", (Span("sprints 1 and 2: listen, observe and count"),)),
            Block("bullet", (Span("sprints 3 and 4: compare three ways, then go on or stop"),)),
            Block("paragraph", (Span("We ask for £78,400, and these words are too many."),)),
        )
    )
    editor.text.shade_from(4, 24)
    return editor


def choices_part() -> QWidget:
    """Choices."""
    holder = QWidget()
    line = row(holder, 12)
    for title, text in (
        ("Keep yours", "“Forty interviews across four councils”"),
        ("Take theirs", "“Thirty interviews across three councils”"),
    ):
        card = ChoiceCard(title, text)
        card.setChecked(title.startswith("Keep"))
        line.addWidget(card, 1)
    return holder


def money_part() -> QHBoxLayout:
    """Money."""
    line = row(spacing=12)
    ask = Tile("Asking the fund for", "£78,400", "£1,600 below the £80,000 discovery cap")
    meter = Meter("Grant against the cap")
    meter.show_amount(78400, 80000, "£1,600 below the £80,000 discovery cap")
    over = Meter("Grant against the cap, over")
    over.show_amount(92000, 80000, "£12,000 over the £80,000 discovery cap")
    ring = ProgressRing("Tasks done")
    ring.show_share(8, 15)
    for part in (meter, over, ring):
        ask.body.addWidget(part)
    whole = Tile("Whole project", "£99,950", "We give 22% of it ourselves")
    bar = SegmentBar("Whole project")
    bar.show_parts(78400, 21550, "The fund gives 78%, we give 22%")
    bars = PrincipleBars()
    amounts = ((56500, "£56,500"), (20000, "£20,000"), (0, ""), (0, ""), (1900, "£1,900"))
    bars.show_amounts(
        [PrincipleAmount(n, NAMES[n - 1], *amount) for n, amount in enumerate(amounts, 1)]
    )
    whole.body.addWidget(bar)
    whole.body.addWidget(bars)
    line.addWidget(ask, 1)
    line.addWidget(whole, 1)
    return line
