"""Wherever an answer is shown, its live figures show their values and never their markers."""

from pathlib import Path

import pytest
from driving import CTRL, Key, Officer, name_of, spoken
from making import copy_of_sample, sample
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bidwriter.bids.conflict import Conflict, Part
from bidwriter.bids.printing.printed import shown_blocks
from bidwriter.bids.typed.setting import set_typed
from bidwriter.desk.reading_html import reading_html
from bidwriter.ui.editor.rich_text_edit import RichTextEdit
from bidwriter.ui.joining.prose_result import ProseResult
from bidwriter.ui.joining.side_card import shown_values

pytestmark = pytest.mark.usefixtures("stopped_clock")

TEXT = "We ask for {{figure:requested}}, all {{figure:councils}} of us."
SHOWN = "We ask for £78,400, all four of us."


def spoken_in(root: QWidget) -> list[str]:
    """Names of all below `root`, shown or not."""
    return [name_of(widget) for widget in root.findChildren(QWidget)]


def test_the_reading_view() -> None:
    html = reading_html(set_typed(sample(), "approach", TEXT))
    assert f"<p>{SHOWN}</p>" in html
    assert "{{" not in html


def test_finding_checking_answers_and_history(qtbot: QtBot, tmp_path: Path) -> None:
    officer = Officer(qtbot, copy_of_sample(tmp_path))
    officer.session.edit(lambda bid: set_typed(bid, "approach", TEXT), "Typed")
    section = next(s for s in officer.bid.round.sections if "approach" in str(s))
    officer.go(f"answers/{section.id}")
    assert officer.says(SHOWN)
    officer.press(Key.Key_K, CTRL)
    officer.type("78,400, all four")
    assert officer.view.finder.finder.matches.count() == 1
    officer.press(Key.Key_Escape)
    officer.go("approach")
    officer.press(Key.Key_4, CTRL)
    assert not any("{{" in said for said in spoken(officer.window))


def test_a_conflict_and_what_it_will_read(qtbot: QtBot) -> None:
    bid = set_typed(sample(), "approach", TEXT)
    part = Part(place="approach", base="We ask.", mine=TEXT, theirs="We do not ask.")
    conflict = Conflict(kind="prose", parts=(part,))
    (shown,) = shown_values(bid, conflict, theirs=False)
    assert "".join(run.text for run in shown.runs if run.kind != "out") == SHOWN
    result = ProseResult("Reads", "theirs", lambda words: shown_blocks(bid, words))
    qtbot.addWidget(result)
    result.show_words(TEXT)
    assert any(SHOWN in said for said in spoken_in(result))
    result.write(TEXT, starts=False)
    assert result.words == TEXT
    box = result.findChild(RichTextEdit)
    assert box is not None
    assert box.toPlainText() == SHOWN


def test_the_reading_view_shows_lists_and_heights() -> None:
    text = "3. costs\n   - staff & more\n4. time\n\nthe 1<sup>st</sup>, x<sub>ab</sub>"
    html = reading_html(set_typed(sample(), "approach", text))
    assert (
        '<ol start="3"><li>costs<ul><li>staff &amp; more</li></ul></li><li>time</li></ol>' in html
    )
    assert "<p>the 1<sup>st</sup>, x<sub>ab</sub></p>" in html
