"""What is measured once: long lists are laid out in time that grows with their length alone."""

import pytest
from driving import settle
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bidwriter.desk.form_rows import FoundRow
from bidwriter.ui.forms.question_list import QuestionList
from bidwriter.ui.look.space import column
from bidwriter.ui.parts.measured import Measured
from bidwriter.ui.parts.scroll import PageScroll
from bidwriter.ui.parts.words import Words


def test_it_is_as_high_as_what_is_inside_is_now(qtbot: QtBot) -> None:
    inside, outside = QWidget(), QWidget()
    words = Words("A word")
    column(inside, 0).addWidget(words)
    held = Measured(inside)
    body = column(outside, 0)
    body.addWidget(held)
    body.addStretch(1)
    qtbot.addWidget(outside)
    outside.resize(200, 600)
    outside.show()
    settle()
    heights = [held.height()]
    for text in ("word " * 60, "A word"):
        words.setText(text)
        settle()
        assert held.height() == words.heightForWidth(200) == words.height()
        heights.append(held.height())
    assert heights[0] == heights[2] < heights[1]
    outside.resize(400, 600)
    settle()
    assert words.width() == 400


def test_four_times_the_questions_are_no_more_than_four_times_the_work(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    measure, many = Words.heightForWidth, 0

    def counted(self: Words, width: int) -> int:
        nonlocal many
        many += 1
        return measure(self, width)

    monkeypatch.setattr(Words, "heightForWidth", counted)
    work = []
    for length in (24, 96):
        many = 0
        rows = [FoundRow(n, str(n), "Why? " * 9, "", "", ("date",), ()) for n in range(length)]
        listed = QuestionList()
        scroll = PageScroll(listed)
        qtbot.addWidget(scroll)
        scroll.resize(700, 500)
        scroll.show()
        listed.show_rows(tuple(rows))
        for _ in range(length // 8):
            settle()  # a part of the rows at a time
        assert len(listed.rows) == length
        work.append(many)
    assert work[1] < 4.2 * work[0], work
