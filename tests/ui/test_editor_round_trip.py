"""What is put into the editor comes out again, and cached reading equals fresh reading."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from bidwriter.prose.blocks import Block, Span, normal
from bidwriter.ui.editor.formats import LIST_KINDS, kind_of
from bidwriter.ui.editor.reading import Reading
from bidwriter.ui.editor.rich_text_edit import RichTextEdit

# Control characters and Qt's own marks never reach an answer: the ways in drop them.
_QT_MARKS = "\u2028\u2029\ufffc\ufdd0\ufdd1"
_ODD = (
    "\u00a0",
    "\n",
    " ",
    "😀",
    "<b>",
    "&amp;",
    "**",
    "שלום",
    "مرحبا",
    "e\u0301",
    "\u200d",
    "\u202e",
)
_TEXT = st.lists(
    st.one_of(
        st.sampled_from(_ODD),
        st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=_QT_MARKS)),
    ),
    max_size=4,
).map("".join)
_SPANS = st.builds(
    Span, _TEXT, st.booleans(), st.booleans(), st.sampled_from(("", "https://x.org/?a=1&b=2"))
)
_KINDS = st.sampled_from(("paragraph", "heading", "bullet", "number"))
BLOCKS = st.lists(
    st.builds(Block, _KINDS, st.lists(_SPANS, max_size=4).map(tuple)), max_size=7
).map(tuple)

_SETTINGS = settings(max_examples=80)


@_SETTINGS
@given(first=BLOCKS, second=BLOCKS)
def test_what_goes_in_comes_out(
    qtbot: QtBot, first: tuple[Block, ...], second: tuple[Block, ...]
) -> None:
    box = RichTextEdit()
    qtbot.addWidget(box)
    for blocks in (first, second, first, ()):
        box.set_blocks(blocks)
        assert box.blocks() == normal(blocks)
        assert Reading(box.document()).blocks() == box.blocks()
        _lists_are_whole(box)
    box.deleteLater()


@_SETTINGS
@given(start=BLOCKS, pasted=BLOCKS, cuts=st.lists(st.integers(0, 60), min_size=2, max_size=8))
def test_cached_reading_equals_fresh_reading(
    qtbot: QtBot, start: tuple[Block, ...], pasted: tuple[Block, ...], cuts: list[int]
) -> None:
    box = RichTextEdit()
    qtbot.addWidget(box)
    box.set_blocks(start)
    for number, cut in enumerate(cuts):
        cursor = box.textCursor()
        last = box.document().characterCount() - 1
        cursor.setPosition(min(cut, last))
        if number % 2:
            cursor.setPosition(min(cut * 2 + number, last), QTextCursor.MoveMode.KeepAnchor)
            box.setTextCursor(cursor)
            box.insert(normal(pasted)) if number % 4 == 1 else box.toggle_kind("bullet")
        else:
            cursor.insertText("a\nb")
        assert Reading(box.document()).blocks() == box.blocks()
        _lists_are_whole(box)
    box.deleteLater()


def _lists_are_whole(box: RichTextEdit) -> None:
    """Neighbours of one kind share a list that starts at 1; other lines are in none."""
    block, before = box.document().begin(), None
    while block.isValid():
        kind = kind_of(block)
        assert (block.textList() is not None) == (kind in LIST_KINDS)
        if kind in LIST_KINDS:
            number = block.textList().itemNumber(block)
            follows = before is not None and kind_of(before) == kind
            assert number == (before.textList().itemNumber(before) + 1 if follows and before else 0)
        before, block = block, block.next()
