"""Copies come back: joined, decided, left for later, undone, and joined again."""

from pathlib import Path

import pytest
from copies_made import LEAST, files, text
from driving import ALT, CTRL, SHIFT, Key, Officer, settle
from making import NOW, copy_of_sample
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bidwriter.bids.cells import rows_of
from bidwriter.exports.package import Wanted, make_package
from bidwriter.files.container.bid_file import open_file
from bidwriter.ui import jobs
from bidwriter.ui.editor.rich_text_edit import RichTextEdit
from bidwriter.ui.joining.conflict_page import ConflictPage
from bidwriter.ui.joining.view import JoiningView
from bidwriter.ui.window.copies_out import save_copy
from bidwriter.ui.window.more_menu import more_menu

pytestmark = pytest.mark.usefixtures("stopped_clock")


class Joiner(Officer):
    """Somebody who joins copies."""

    @property
    def joining(self) -> JoiningView:
        """The joining view."""
        view = self.window.joining.view
        assert view is not None
        return view

    @property
    def conflict(self) -> ConflictPage:
        """The page of a conflict."""
        assert isinstance(self.joining.page, ConflictPage)
        return self.joining.page

    def join(self, *paths: Path) -> None:
        """Join copies from the menu, as far as the view that shows them."""
        self.script.files = list(paths)
        menu = more_menu(self.window)
        next(a for a in menu.actions() if a.text() == "Join a copy…").trigger()
        menu.deleteLater()
        self.read()

    def read(self) -> None:
        """Until the copies are read."""
        self.qtbot.waitUntil(lambda: self.window.joining.under_way is None)
        settle()

    def pick(self, card: str) -> None:
        """Choose one of the cards."""
        self.conflict.choices.cards[card].setFocus()
        self.click(self.conflict.choices.cards[card].accessibleName(), self.conflict)


@pytest.fixture
def joiner(qtbot: QtBot, tmp_path: Path) -> Joiner:
    mine, _ = files(tmp_path)
    return Joiner(qtbot, mine)


def others(tmp_path: Path) -> tuple[Path, Path, Path]:
    return tmp_path / "ruth.bid", tmp_path / "mark.bid", tmp_path / "ann.bid"


def test_three_copies_are_joined_decided_undone_and_done_again(
    joiner: Joiner, tmp_path: Path
) -> None:
    before = joiner.bid
    joiner.join(*others(tmp_path))
    assert joiner.says("Join 3 copies")
    assert joiner.says("You both changed the same paragraph")
    assert joiner.says("Decision 1 of 3")
    assert joiner.bid is before, "nothing is applied yet"

    # Both, looked at and mended.
    joiner.pick("both")
    joiner.click("Decide and go on")
    assert joiner.says("Read it through, then say that you have")
    joiner.click("Edit")
    assert isinstance(joiner.focused, RichTextEdit)
    assert joiner.focused.toPlainText() == "One is really as it was here today."
    joiner.press(Key.Key_End, CTRL)
    joiner.type(" So.")
    joiner.press(Key.Key_Return, CTRL)

    # A typed third value has to be one; then theirs.
    assert joiner.says("You both changed the unit cost of User researcher, supplier")
    joiner.pick("other")
    line = joiner.conflict.result.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    line.selectAll()
    joiner.type("a lot")
    joiner.click("Decide and go on")
    assert joiner.says("Write a sum of money in digits")
    joiner.pick("theirs")
    joiner.click("Decide and go on")

    # The third is left for later.
    assert joiner.says("You took this line out; Ann changed it")
    joiner.click("Leave for later")
    assert joiner.says("1 thing is left to decide")
    joiner.click("Finish joining")

    assert joiner.window.joining.view is None
    assert joiner.says("Joined 3 copies: 4 changes, 2 decided, 1 left to decide")
    after = joiner.bid
    assert after.answer("approach") == text(
        "One is really as it was here today. So.", "Three is new."
    )
    assert after.title == "Moving once"
    lines = rows_of(after, "cost-lines")
    assert str(lines[0].unit_cost) == "260.00"  # type: ignore[attr-defined]
    assert lines[-1].title == "Van"
    assert len(after.conflicts) == len(after.comments) == 1

    joiner.click("Undo")
    assert joiner.bid.answers == before.answers
    assert not joiner.bid.conflicts and not joiner.bid.comments
    joiner.press(Key.Key_Y, CTRL)
    assert joiner.bid.answers == after.answers
    assert joiner.bid.conflicts == after.conflicts
    assert joiner.saved().conflicts == after.conflicts


def test_it_is_one_version_that_says_who_and_from_which_file(
    joiner: Joiner, tmp_path: Path
) -> None:
    joiner.join(others(tmp_path)[0])
    joiner.pick("theirs")
    joiner.click("Decide and go on")
    joiner.click("Finish joining")
    log = joiner.session.record().log()
    head = log.head
    assert head is not None
    assert (head.words, head.file, len(head.parents)) == ("Joined “ruth.bid”", "ruth.bid", 2)
    jobs.wait()
    settle()
    assert len(open_file(joiner.session.path).history) > 0


def test_leaving_changes_nothing_and_asks_only_where_something_was_decided(
    joiner: Joiner, tmp_path: Path
) -> None:
    before, data = joiner.bid, joiner.session.path.read_bytes()
    joiner.join(others(tmp_path)[0])
    joiner.press(Key.Key_Escape)
    assert joiner.window.joining.view is None
    assert joiner.bid is before

    joiner.join(others(tmp_path)[0])
    joiner.pick("mine")
    joiner.click("Decide and go on")
    joiner.script.choices = {"Leave without finishing": False}
    joiner.press(Key.Key_Escape)
    assert joiner.says("Everything is decided"), "stayed"
    joiner.script.choices = {"Leave without finishing": True}
    joiner.click("Back to the bid")
    assert joiner.window.joining.view is None
    joiner.window.close()
    assert (tmp_path / "joan.bid").read_bytes() == data


def test_the_same_copy_again_brings_nothing(joiner: Joiner, tmp_path: Path) -> None:
    ruth = others(tmp_path)[0]
    joiner.join(ruth)
    joiner.pick("theirs")
    joiner.click("Decide and go on")
    joiner.click("Finish joining")
    before = joiner.bid
    joiner.join(ruth)
    assert joiner.says("Nothing in this copy is new")
    assert joiner.says("It was joined on Tue 6 Nov 2018 10:32")
    joiner.click("Go back to the bid")
    assert joiner.window.joining.view is None
    assert joiner.bid is before


def test_what_was_left_is_decided_later_from_its_problem(joiner: Joiner, tmp_path: Path) -> None:
    joiner.join(others(tmp_path)[2])
    joiner.click("Leave for later")
    joiner.click("Finish joining")
    (left,) = joiner.bid.conflicts
    row = left.place.split("/")[1]
    joiner.go(f"conflicts/{left.id}")
    assert joiner.says("Decide what copies disagree on")
    assert joiner.says("You took this line out; Ann changed it")
    joiner.pick("theirs")
    joiner.click("Decide and go on")
    joiner.click("Finish deciding")
    assert joiner.says("Decided 1 thing that copies disagreed on")
    assert not joiner.bid.conflicts
    (back,) = [line for line in rows_of(joiner.bid, "cost-lines") if line.id == row]
    assert back.note == "Vouchers"  # type: ignore[attr-defined]
    joiner.press(Key.Key_Z, CTRL)
    assert joiner.bid.conflicts == (left,)
    joiner.press(Key.Key_Z, CTRL | SHIFT)
    assert not joiner.bid.conflicts
    joiner.go(f"conflicts/{left.id}")
    assert joiner.window.joining.view is None, "decided already: nowhere to go"


def test_what_joined_by_itself_can_be_left_out(joiner: Joiner, tmp_path: Path) -> None:
    joiner.join(others(tmp_path)[1])
    joiner.joining.show_page("joined/cost-lines")
    settle()
    assert joiner.says("1 line of “Cost the team” came from Mark")
    joiner.click("Leave it out: Mark added Van, 2 days at £90")
    assert joiner.says("Left out: yours stays as it is")
    joiner.click("Finish joining")
    assert [line.title for line in rows_of(joiner.bid, "cost-lines")].count("Van") == 0
    assert len(joiner.bid.conflicts) == 1


def test_keys_move_between_decisions_and_what_was_written_waits(
    joiner: Joiner, tmp_path: Path
) -> None:
    joiner.join(*others(tmp_path))
    joiner.pick("other")
    edit = joiner.conflict.findChild(RichTextEdit)
    assert edit is not None
    edit.setFocus()
    joiner.press(Key.Key_End, CTRL)
    joiner.type(" More")
    joiner.press(Key.Key_Down, ALT)
    assert joiner.says("Decision 2 of 3")
    assert joiner.focused is joiner.conflict.heading
    joiner.press(Key.Key_Up, ALT)
    again = joiner.conflict.findChild(RichTextEdit)
    assert again is not None
    assert again.toPlainText() == "One is really as it was here. More"
    again.setFocus()
    joiner.press(Key.Key_End, CTRL)
    joiner.type("!")
    joiner.press(Key.Key_Z, CTRL)
    assert again.toPlainText() == "One is really as it was here. More"
    assert LEAST in str(joiner.bid.answer("approach"))
    joiner.script.choices = {"Leave without finishing": True}
    joiner.press(Key.Key_Escape)
    assert joiner.window.joining.view is None


def test_a_copy_that_is_opened_or_dropped_can_be_joined(joiner: Joiner, tmp_path: Path) -> None:
    ruth, mark, _ = others(tmp_path)
    joiner.script.choices = {"“ruth.bid” is a copy of this bid": True}
    joiner.window.open_path(ruth)
    joiner.read()
    assert joiner.says("Join Ruth’s copy")
    joiner.click("Back to the bid")

    joiner.script.choices = {"Join 2 copies": True}
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (ruth, mark)])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    joiner.window.dropEvent(
        QDropEvent(QPointF(10, 10), copy, data, button, Qt.KeyboardModifier.NoModifier)
    )
    joiner.read()
    assert joiner.says("Join 2 copies")
    joiner.click("Back to the bid")

    joiner.script.choices = {"“ruth.bid” is a copy of this bid": False}
    joiner.window.open_path(ruth)
    settle()
    assert joiner.session.path == ruth


def test_what_cannot_be_joined_is_said(joiner: Joiner, tmp_path: Path) -> None:
    joiner.script.tellings = ("The copy could not be joined",)
    damaged = tmp_path / "damaged.bid"
    damaged.write_bytes(b"no bid")
    joiner.join(damaged)
    assert joiner.window.joining.view is None
    assert "damaged.bid" in joiner.script.told[0]
    package = tmp_path / "package.zip"
    made = make_package(joiner.bid, joiner.session.contents, Wanted("draft"), NOW)
    package.write_bytes(made.data)
    joiner.join(package)
    assert joiner.window.joining.view is None
    assert "is a package, which has no history" in joiner.script.told[1]


def test_a_bid_edited_while_copies_are_read_is_joined_as_it_is_then(
    joiner: Joiner, tmp_path: Path
) -> None:
    joiner.script.files = [others(tmp_path)[0]]
    joiner.window.joining.ask_for_copies()
    joiner.session.edit(lambda bid: bid.model_copy(update={"own_deadline": None}), "Nothing")
    from bidwriter.bids.typed.setting import set_typed

    joiner.session.edit(lambda bid: set_typed(bid, "contact-role", "Manager of joining"), "Typed")
    joiner.read()
    joiner.click("Finish joining")
    assert joiner.bid.answer("contact-role") == "Manager of joining"
    assert joiner.bid.title == "Moving once"


def test_a_saved_copy_comes_back_with_its_history(qtbot: QtBot, tmp_path: Path) -> None:
    joiner = Joiner(qtbot, copy_of_sample(tmp_path))
    joiner.go("contact-role")
    joiner.type("Another role")
    joiner.press(Key.Key_Tab)
    copy = tmp_path / "copy.bid"
    joiner.script.files = [copy]
    save_copy(joiner.window)
    joiner.join(copy)
    assert joiner.says("Nothing in this copy is new")


def test_the_joined_files_are_left_alone(joiner: Joiner, tmp_path: Path) -> None:
    before = [path.read_bytes() for path in others(tmp_path)]
    joiner.join(*others(tmp_path))
    joiner.click("Finish joining")
    assert [path.read_bytes() for path in others(tmp_path)] == before
