"""What a screen reader is told of each part."""

from hearing import face, met
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.bids.principles import Shown
from bidwriter.ui.pages.coverage import CoverageRow
from bidwriter.ui.parts.avatar import Avatar
from bidwriter.ui.parts.badge import Badge
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.check import CheckBox, RadioButton, Switch
from bidwriter.ui.parts.chip import PrincipleChip
from bidwriter.ui.parts.choice_card import ChoiceCard
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.gap_row import GapRow
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.inputs import ComboBox, LineEdit
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.meter import Meter
from bidwriter.ui.parts.pill import Pill
from bidwriter.ui.parts.plain import tip
from bidwriter.ui.parts.principle_bars import PrincipleAmount, PrincipleBars
from bidwriter.ui.parts.state_mark import StateMark
from bidwriter.ui.parts.strength import StrengthDisc
from bidwriter.ui.parts.words import Heading, Words

Role, Text = QAccessible.Role, QAccessible.Text


def told(qtbot: QtBot, widget: QWidget) -> tuple[QAccessible.Role, str]:
    qtbot.addWidget(widget)
    face = QAccessible.queryAccessibleInterface(widget)
    return face.role(), face.text(QAccessible.Text.Name)


def test_buttons_and_links(qtbot: QtBot) -> None:
    assert told(qtbot, Button("Continue", "primary")) == (Role.Button, "Continue")
    assert told(qtbot, Link("Show me where")) == (Role.Link, "Show me where")
    assert told(qtbot, IconButton("x", "Close")) == (Role.Button, "Close")
    row = GapRow("The grant differs", "Question 3", stops=True, who="Joan Price")
    spoken = "Stops export. The grant differs. Question 3. Joan Price"
    assert told(qtbot, row) == (Role.Button, spoken)


def test_keys_are_said_and_the_name_not_twice(qtbot: QtBot) -> None:
    button = IconButton("x", "Close", "Ctrl W")
    assert told(qtbot, button)[1] == "Close"
    assert face(button).text(Text.Description) == "Ctrl W"
    button.set_name("Shut")
    assert face(button).text(Text.Description) == ""


def test_what_opens_says_whether_it_is_open(qtbot: QtBot) -> None:
    shut = Disclosure("How words are counted", QLabel("By spaces"))
    qtbot.addWidget(shut)
    shut.show()
    (opener,) = met(face(shut))
    assert (opener.role(), opener.text(Text.Name)) == (Role.Button, "How words are counted")
    assert opener.state().collapsed and not opener.state().expanded
    opener.actionInterface().doAction("Press")
    assert opener.state().expanded and not opener.state().collapsed
    assert not opener.state().checkable
    assert len(list(met(face(shut)))) == 2
    link = Link("IT plan", opens=True)
    qtbot.addWidget(link)
    assert face(link).role() == Role.Link and face(link).state().collapsed
    link.show_opened(is_open=True)
    assert face(link).state().expanded and not face(link).state().collapsed
    assert not face(Link("Go")).state().expandable


def test_a_shut_list_holds_nothing(qtbot: QtBot) -> None:
    box = ComboBox()
    box.addItems(["Fund", "In kind"])
    box.setAccessibleName("Who pays")
    qtbot.addWidget(box)
    box.show()
    told_of = face(box)
    assert (told_of.role(), told_of.text(Text.Name)) == (Role.ComboBox, "Who pays")
    assert told_of.text(Text.Value) == "Fund"
    assert told_of.childCount() == 0 and told_of.state().collapsed
    told_of.actionInterface().doAction("ShowMenu")
    assert told_of.childCount() == 1 and told_of.state().expanded
    assert told_of.child(0).childCount() == 2
    told_of.actionInterface().doAction("ShowMenu")
    assert told_of.childCount() == 0


def test_a_principle_is_read_out_once(qtbot: QtBot) -> None:
    row = CoverageRow(Shown(1, "Fair", 3, 1, 8), "User needs")
    assert told(qtbot, row)[1] == "User needs: Fair, 3 strong and 1 some of 8 answers"
    assert list(met(face(row))) == []


def test_only_what_is_written_in_has_the_focus(qtbot: QtBot) -> None:
    field = Field("Full name", LineEdit())
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert not face(field).state().focused
    assert [n.role() for n in met(face(field)) if n.state().focused] == [Role.EditableText]


def test_principles(qtbot: QtBot) -> None:
    chip = PrincipleChip(3, "Share safely", "strong")
    assert told(qtbot, chip) == (Role.Button, "Principle 3, Share safely, strong")
    chip.set_strength("none")
    assert told(qtbot, chip)[1] == "Principle 3, Share safely, none"
    assert told(qtbot, Badge(3, "Share safely"))[1] == "Principle 3, Share safely"
    assert told(qtbot, StrengthDisc("some")) == (Role.StaticText, "some")
    bars = PrincipleBars()
    bars.show_amounts([PrincipleAmount(1, "User needs", 5, "£5"), PrincipleAmount(2, "B", 0, "")])
    assert told(qtbot, bars) == (Role.StaticText, "User needs, £5; B, nothing yet")


def test_choices(qtbot: QtBot) -> None:
    assert told(qtbot, CheckBox("Agreed")) == (Role.CheckBox, "Agreed")
    assert told(qtbot, Switch("Agreed"))[0] == Role.CheckBox
    assert told(qtbot, RadioButton("Yes")) == (Role.RadioButton, "Yes")
    assert told(qtbot, ChoiceCard("Keep", "yours")) == (Role.RadioButton, "Keep. yours")


def test_states_and_words(qtbot: QtBot) -> None:
    assert told(qtbot, StateMark("problem")) == (Role.StaticText, "there is a problem")
    assert told(qtbot, Pill("Open", "met")) == (Role.StaticText, "Open")
    assert told(qtbot, Avatar("Joan Price")) == (Role.StaticText, "Joan Price")
    assert told(qtbot, Words("<b>not bold</b> & so")) == (Role.StaticText, "<b>not bold</b> & so")
    assert told(qtbot, Heading("Sign off")) == (Role.Heading, "Sign off")
    assert told(qtbot, Words("Files", "h3")) == (Role.Heading, "Files")
    callout = Callout("problem", "No lead")
    assert told(qtbot, callout)[1] == ""
    callout.show()
    assert "Stops export: No lead" in [n.text(Text.Name) for n in met(face(callout))]


def test_meters(qtbot: QtBot) -> None:
    meter = Meter("Grant")
    meter.show_amount(50, 100, "£50 below the cap")
    assert told(qtbot, meter) == (Role.ProgressBar, "Grant")
    face = QAccessible.queryAccessibleInterface(meter)
    assert face.text(QAccessible.Text.Description) == "£50 below the cap"
    assert meter.value() == 50
    meter.show_amount(120, 100)
    assert meter.is_over


def test_a_field_passes_its_name_and_state_inward(qtbot: QtBot) -> None:
    edit = LineEdit()
    field = Field("Work email", edit, hint="The panel may write to you", optional=True)
    qtbot.addWidget(field)
    face = QAccessible.queryAccessibleInterface(edit)
    assert face.text(QAccessible.Text.Name) == "Work email, optional"
    assert face.text(QAccessible.Text.Description) == "The panel may write to you"
    field.set_error("Enter an email address")
    assert face.text(QAccessible.Text.Name) == "Work email, optional"
    assert (
        face.text(QAccessible.Text.Description)
        == "Problem: Enter an email address. The panel may write to you"
    )
    field.set_error("")
    assert face.text(QAccessible.Text.Description) == "The panel may write to you"
    combo = ComboBox()
    other = Field("Council", combo)
    qtbot.addWidget(other)
    face = QAccessible.queryAccessibleInterface(combo)
    assert face.text(QAccessible.Text.Name) == "Council"
    other.set_error("Choose a council")
    tip(combo, "Hambleton")  # what is wrong is not lost for what the mouse is told
    assert face.text(QAccessible.Text.Description) == "Problem: Choose a council"
    other.set_error("")
    tip(combo, "")
    assert face.text(QAccessible.Text.Description) == ""
