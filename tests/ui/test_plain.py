"""Words are shown as they are, whoever wrote them: no mark-up, no keys, no files opened."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from bidwriter.ui.editor.rich_text_edit import RichTextEdit
from bidwriter.ui.pages.bid_document import BidDocument
from bidwriter.ui.parts import plain
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.check import CheckBox, RadioButton, RadioSet
from bidwriter.ui.parts.choice_card import ChoiceCard
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.side_tabs import SideTabs

UI = Path(plain.__file__).parent.parent
EVIL = '<img src="file:///etc/x.png"> <b>Kept safe</b> R&D'
HOVE = "Brighton & Hove && Co"


def shown(tip: str) -> str:
    """What the eye sees of a tip."""
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("target", [QLineEdit, QListWidgetItem, QTextCharFormat])
def test_a_tip_shows_mark_up_as_words(qtbot: QtBot, target: type[plain.HasTip]) -> None:
    one = target()
    plain.tip(one, EVIL)
    tip = one.toolTip()  # type: ignore[attr-defined]
    assert shown(tip) == EVIL
    assert "<img" not in tip
    plain.tip(one, "Council tax")
    assert one.toolTip() == "Council tax"  # type: ignore[attr-defined]


def test_a_long_tip_keeps_its_lines_and_wraps() -> None:
    words = f"One  two\n{'many words ' * 20}end"
    assert shown(plain.tip_words(words)) == words


def test_a_screen_reader_hears_the_words_of_a_tip(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    plain.tip(line, EVIL)
    assert line.accessibleDescription() == EVIL
    plain.tip(line, "")
    assert line.accessibleDescription() == ""
    line.setAccessibleDescription("As on the form")
    plain.tip(line, EVIL)
    assert line.accessibleDescription() == "As on the form"


def test_a_label_is_plain(qtbot: QtBot) -> None:
    label = plain.PlainLabel(EVIL)
    qtbot.addWidget(label)
    assert label.text() == EVIL
    assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("kind", [Button, Link, CheckBox, RadioButton, ChoiceCard])
def test_no_key_hides_in_a_buttons_words(
    qtbot: QtBot, kind: Callable[[str], QAbstractButton]
) -> None:
    button = kind(HOVE)
    qtbot.addWidget(button)
    assert button.text() == HOVE
    assert button.shortcut() == QKeySequence()
    button.setText("Tyne &Wear")
    assert (button.text(), button.shortcut()) == ("Tyne &Wear", QKeySequence())


def test_no_key_hides_in_tabs_groups_and_menus(qtbot: QtBot) -> None:
    tabs, group, icon = SideTabs((HOVE,)), RadioSet((("a", HOVE),)), IconButton("x", HOVE)
    for part in (tabs, group, icon):
        qtbot.addWidget(part)
    group.setTitle(HOVE)
    icon.setText(HOVE)
    assert (tabs.tabText(0), group.title(), icon.text()) == (HOVE, HOVE, HOVE)
    assert icon.shortcut() == QKeySequence()
    menu = plain.Menu(tabs, HOVE)
    entry = menu.add(f"{HOVE}\tCtrl+Q", beside="R&D")
    twice = HOVE.replace("&", "&&")
    assert (menu.title(), menu.add_menu(HOVE).title()) == (twice, twice)
    assert entry.text() == f"{twice} Ctrl+Q\tR&&D"


def test_a_window_is_called_what_it_is_called(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    plain.set_title(window, "Phase [*] two")
    window.show()
    handle = window.windowHandle()
    assert handle is not None
    assert handle.title() == "Phase [*] two"


def test_no_document_loads_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    from making import sample

    file = tmp_path / "style.css"
    file.write_text("secret")
    boxes = RichTextEdit(), BidDocument(sample())
    for box in boxes:
        qtbot.addWidget(box)
        for kind in QTextDocument.ResourceType:
            found = box.document().resource(kind.value, QUrl.fromLocalFile(str(file)))
            assert not found, f"{type(box).__name__} loads {kind}"


# --- by construction -------------------------------------------------------------------------

# Qt's own classes and calls that take words for more than words.
MADE = {
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox"),
    *("QTabBar", "QTabWidget", "QMenu", "QAction", "QCommandLinkButton", "QDockWidget"),
    *("QMessageBox", "QErrorMessage", "QProgressDialog", "QInputDialog", "QSplashScreen"),
    *("QTextEdit", "QTextBrowser", "QTextDocument", "QGraphicsTextItem", "QStaticText"),
    *("QSystemTrayIcon", "QWizard", "QMdiSubWindow"),
}
CALLED = {
    *("setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setTextFormat"),
    *("setHtml", "insertHtml", "appendHtml", "setMarkdown", "addTab", "insertTab", "setBuddy"),
    *("addAction", "addMenu", "setInformativeText"),
}
NAMED = {"ToolTipRole", "StatusTipRole", "WhatsThisRole", "QToolTip", "QWhatsThis"}
# The answer's box and the bid to be read, which load nothing; and what goes to the clipboard.
ALLOWED = {
    ("editor/block_box.py", "QTextEdit"), ("pages/bid_document.py", "QTextBrowser"),
    ("pages/bid_document.py", "setHtml"), ("answers/cost_lines.py", "setHtml"),
    ("editor/copying.py", "setHtml"),
}  # fmt: skip


def used(path: Path) -> set[str]:
    """What a file calls, derives from and names of Qt that is not plain by itself."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found |= {node.func.id} & MADE
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            found |= {node.func.attr} & CALLED
        elif isinstance(node, ast.ClassDef):
            found |= {base.id for base in node.bases if isinstance(base, ast.Name)} & MADE
        elif isinstance(node, ast.Attribute):
            found |= {node.attr} & NAMED
        elif isinstance(node, ast.Name):
            found |= {node.id} & NAMED
    return found


def test_words_reach_the_screen_by_one_way() -> None:
    names = {path.relative_to(UI).as_posix(): path for path in UI.rglob("*.py")}
    del names["parts/plain.py"]
    assert {(name, each) for name, path in names.items() for each in used(path)} <= ALLOWED


def test_qts_own_label_still_guesses(qtbot: QtBot) -> None:
    label = QLabel("<b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.AutoText
