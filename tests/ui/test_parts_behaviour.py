"""What each part does when it is used."""

from driving import settle
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.ui.look.theme import Mode, theme
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.check import RadioSet
from bidwriter.ui.parts.chip import PrincipleChip
from bidwriter.ui.parts.choice_card import ChoiceCard
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.error_summary import ErrorLine, ErrorSummary
from bidwriter.ui.parts.flow import FlowLayout
from bidwriter.ui.parts.focus_ring import FocusRing
from bidwriter.ui.parts.inputs import ComboBox, LineEdit, TextArea
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.plain_table import PlainTable
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.parts.side_tabs import SideTabs
from bidwriter.ui.parts.state_mark import StateMark
from bidwriter.ui.parts.steps_card import StepsCard
from bidwriter.ui.parts.toast import Toast
from bidwriter.ui.parts.type_ahead import Match, TypeAhead
from bidwriter.ui.parts.words import Heading, OneLine, Words
from bidwriter.ui.parts.words_left import WordsLeft


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def test_a_chip_asks_and_does_not_decide(qtbot: QtBot) -> None:
    chip = PrincipleChip(1, "User needs")
    shown(qtbot, chip)
    wide = chip.sizeHint()
    with qtbot.waitSignal(chip.strength_chosen) as asked:
        QTest.keyClick(chip, Qt.Key.Key_Space)
    assert asked.args == ["some"]
    assert chip.strength == "none"
    chip.set_strength("strong")
    assert chip.sizeHint() == wide
    with qtbot.waitSignal(chip.strength_chosen) as asked:
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert asked.args == ["none"]


def test_a_chips_menu_lists_its_strengths(qtbot: QtBot) -> None:
    chip = PrincipleChip(1, "User needs", "some")
    qtbot.addWidget(chip)
    menu = chip.menu_of_strengths()
    words = [(action.text(), action.isChecked()) for action in menu.actions()]
    assert words == [("None", False), ("Some", True), ("Strong", False)]
    with qtbot.waitSignal(chip.strength_chosen) as asked:
        menu.actions()[2].trigger()
    assert asked.args == ["strong"]


def test_words_left_says_what_is_left(qtbot: QtBot) -> None:
    counter = WordsLeft()
    qtbot.addWidget(counter)
    said = []
    for used in (96, 149, 150, 162):
        counter.show_count(used, 150)
        said.append(counter.sentence)
    assert said[0] == "54 words left, 96 of 150 used"
    assert [s.split(",")[0] for s in said[1:]] == [
        "1 word left",
        "0 words left",
        "12 words too many",
    ]
    assert counter.bar.is_over
    counter.show_count(12, 0)
    assert counter.sentence == "12 words"


def test_words_grow_in_height_when_narrow(qtbot: QtBot) -> None:
    label = Words("Only signatories can lead. Choose another lead or record when yours signed.")
    qtbot.addWidget(label)
    assert label.heightForWidth(1000) == theme().line("body")
    assert label.heightForWidth(200) == 3 * theme().line("body")
    theme().set_scale(2)
    assert label.heightForWidth(2000) == 44


def test_an_error_summary_takes_focus_and_tells_which(qtbot: QtBot) -> None:
    window = QWidget()
    summary = ErrorSummary(window)
    QVBoxLayout(window).addWidget(summary)
    shown(qtbot, window)
    assert summary.isHidden()
    summary.show_errors((ErrorLine("email", "Enter an email address", "Work email"),))
    qtbot.waitUntil(summary.hasFocus)
    assert summary.accessibleName() == "There is a problem. Enter an email address"
    link = summary.findChild(Link)
    assert isinstance(link, Link)
    with qtbot.waitSignal(summary.followed) as told:
        QTest.keyClick(link, Qt.Key.Key_Space)
    assert told.args == ["email"]
    summary.show_errors(())
    assert summary.isHidden()


def test_a_toast_goes_by_itself_and_waits_while_focused(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(600, 300)
    shown(qtbot, host)
    toast = Toast(host)
    with qtbot.waitSignal(toast.closed):
        toast.say("Joined 14 changes")
    toast.say("Joined 14 changes")
    undo = toast.findChild(Link)
    assert isinstance(undo, Link)
    undo.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(undo.hasFocus)
    with qtbot.waitSignal(toast.undo_asked):
        QTest.keyClick(undo, Qt.Key.Key_Space)
    assert toast.isHidden()


def test_type_ahead_walks_and_picks_by_keys(qtbot: QtBot) -> None:
    names = ("Scarborough", "Selby", "Sefton")
    ahead = TypeAhead(lambda text: [Match(n[:3], n) for n in names if text in n])
    ahead.setAccessibleName("Council")
    shown(qtbot, ahead)
    assert ahead.box.accessibleName() == "Council"
    with qtbot.waitSignal(ahead.announcer.announced) as told:
        QTest.keyClicks(ahead.box, "Se")
    assert told.args == ["2 matches"]
    QTest.keyClick(ahead.box, Qt.Key.Key_Down)
    with qtbot.waitSignal(ahead.chosen) as picked:
        QTest.keyClick(ahead.box, Qt.Key.Key_Return)
    assert picked.args == ["Sef"]
    assert ahead.box.text() == "Sefton"
    assert not ahead.matches.isVisible()


def test_only_the_last_polite_word_is_said(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    announcer = Announcer(widget)
    said: list[str] = []
    announcer.announced.connect(said.append)
    for left in ("12 left", "11 left", "10 left"):
        announcer.say(left)
    qtbot.waitUntil(lambda: said == ["10 left"])


def test_choice_cards_exclude_each_other(qtbot: QtBot) -> None:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    yours, theirs = ChoiceCard("Yours"), ChoiceCard("Theirs")
    layout.addWidget(yours)
    layout.addWidget(theirs)
    qtbot.addWidget(holder)
    yours.setChecked(True)
    theirs.click()
    assert not yours.isChecked()


def test_a_radio_set_tells_only_of_the_officers_choice(qtbot: QtBot) -> None:
    radios = RadioSet((("y", "Yes"), ("n", "No")))
    qtbot.addWidget(radios)
    heard: list[str] = []
    radios.chosen.connect(heard.append)
    radios.choose("n")
    assert radios.choice == "n"
    assert heard == []
    radios.findChildren(QWidget)[0].click()  # type: ignore[attr-defined]
    assert heard == ["y"]
    radios.choose("")
    assert radios.choice == ""


def test_the_wheel_changes_no_answer(qtbot: QtBot) -> None:
    combo = ComboBox()
    combo.addItems(["one", "two"])
    shown(qtbot, combo)
    middle = QPointF(combo.rect().center())
    event = QWheelEvent(
        middle,
        combo.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes no names
    )
    QApplication.sendEvent(combo, event)
    assert combo.currentText() == "one"


def test_undo_is_not_the_boxes_own(qtbot: QtBot) -> None:
    for box in (LineEdit("abc"), TextArea()):
        qtbot.addWidget(box)
        QTest.keyClicks(box, "x")
        with qtbot.waitSignal(box.undo_asked):
            QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    line = LineEdit("abc")
    qtbot.addWidget(line)
    line.setCursorPosition(1)
    line.show_text("abcd")
    assert line.cursorPosition() == 1


def test_a_disclosure_opens(qtbot: QtBot) -> None:
    content = Words("More")
    part = Disclosure("How words are counted", content)
    qtbot.addWidget(part)
    assert content.isHidden()
    with qtbot.waitSignal(part.toggled):
        part.set_open(is_open=True)
    assert not content.isHidden()


def test_tabs_count(qtbot: QtBot) -> None:
    tabs = SideTabs(("Guidance", "Problems"))
    qtbot.addWidget(tabs)
    tabs.set_count(1, 2)
    assert tabs.tabText(1) == "Problems 2"
    tabs.set_count(1, 0)
    assert tabs.tabText(1) == "Problems"


def test_long_work_shows_where_it_is(qtbot: QtBot) -> None:
    card = StepsCard("Making the package", ("Check", "Write"))
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.stop_asked):
        card.stop.click()
    card.show_step(1)
    marks = [mark.accessibleName() for mark in card.findChildren(StateMark)]
    assert marks == ["Check, completed", "Write, in progress"]


def test_a_flow_breaks_lines(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    for _ in range(4):
        flow.addWidget(Button("A button"))
    one = flow.heightForWidth(2000)
    assert flow.heightForWidth(250) > 1.9 * one


def test_the_ring_follows_the_keyboard_and_scrolls_its_target_into_view(qtbot: QtBot) -> None:
    content = QWidget()
    layout = QVBoxLayout(content)
    buttons = [Button(f"Button {n}") for n in range(20)]
    for button in buttons:
        layout.addWidget(button)
    page = PageScroll(content)
    page.resize(300, 200)
    ring = FocusRing(page)
    shown(qtbot, page)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.target is buttons[0])
    buttons[-1].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.target is buttons[-1])
    assert page.verticalScrollBar().value() > 0
    assert buttons[-1].mapTo(page, QPoint(0, buttons[-1].height())).y() <= page.height()
    buttons[-1].clearFocus()
    qtbot.waitUntil(lambda: ring.target is None)


def test_after_a_click_only_fields_are_ringed(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    go, field, title = Button("Continue"), LineEdit(), Heading("Next page")
    for part in (go, field, title):
        layout.addWidget(part)
    ring = FocusRing(window)
    shown(qtbot, window)
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=go.geometry().center())
    title.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(title.hasFocus)
    assert ring.target is None
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: ring.target is field)
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: ring.target is not field)
    title.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: ring.target is title)


def test_the_menu_of_a_box_asks_for_the_bids_undo(qtbot: QtBot) -> None:
    box = LineEdit("abc")
    shown(qtbot, box)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(), box.mapToGlobal(QPoint())
    )
    QApplication.sendEvent(box, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(box.undo_asked):
        menu.actions()[0].trigger()
    menu.close()


def test_every_part_paints_in_every_look(qtbot: QtBot) -> None:
    parts: list[QWidget] = [
        Button("Continue", "primary"),
        PrincipleChip(2, "Fix the plumbing", "some"),
        WordsLeft(),
        StepsCard("Work", ("One",)),
        SideTabs(("Guidance",)),
        ChoiceCard("Keep", "yours"),
    ]
    for part in parts:
        qtbot.addWidget(part)
        before = part.grab().toImage()
        theme().set_mode(Mode.DARK)
        after = part.grab().toImage()
        assert before != after
        theme().set_mode(Mode.LIGHT)


def test_a_table_of_words_wraps_them_where_there_is_little_room(qtbot: QtBot) -> None:
    table, words = PlainTable(), "Calls and letters no longer needed could be out by a third " * 2
    table.resize(900, 300)
    shown(qtbot, table)
    table.show_rows("Sums", ("What", "How much"), ((words, "£1"), ("Renew", "£200")))
    settle()
    assert table.horizontalHeader().length() == table.viewport().width()
    assert table.rowHeight(0) == table.rowHeight(1)
    table.resize(250, 300)
    settle()
    assert table.rowHeight(0) > table.rowHeight(1)
    assert all(table.columnWidth(at) <= table.viewport().width() for at in (0, 1))
    across = table.horizontalScrollBar()
    table.setCurrentCell(0, 0)
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Right)
    assert across.value() == across.maximum()


def test_what_is_cut_off_is_told_whole(qtbot: QtBot) -> None:
    line, choice = OneLine("Tell us once when you move home"), ComboBox()
    choice.addItem("The version of Tuesday, before the team met")
    for part in (line, choice):
        part.resize(600, 40)
        shown(qtbot, part)
        assert part.toolTip() == ""
        part.resize(100, 40)
        settle()
    assert line.toolTip() == line.accessibleName() == "Tell us once when you move home"
    assert choice.toolTip() == "The version of Tuesday, before the team met"


def test_no_box_takes_the_address_of_a_copied_file(qtbot: QtBot) -> None:
    line, area = LineEdit("kept"), TextArea()
    for box in (line, area):
        qtbot.addWidget(box)
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile("/home/j/plan.docx")])
    QApplication.clipboard().setMimeData(copied)
    for box in (line, area):
        QTest.keySequence(box, QKeySequence.StandardKey.Paste)
    assert (line.text(), area.toPlainText()) == ("kept", "")
    QApplication.clipboard().setText("see file:///home/j or not")
    for box in (line, area):
        QTest.keySequence(box, QKeySequence.StandardKey.Paste)
    assert line.text() == "keptsee file:///home/j or not"
    assert area.toPlainText() == "see file:///home/j or not"
    line.setReadOnly(True)
    QTest.keySequence(line, QKeySequence.StandardKey.Paste)
    assert line.text() == "keptsee file:///home/j or not"
