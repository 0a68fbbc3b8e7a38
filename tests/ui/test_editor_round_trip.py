"""What is put into the editor comes out again, and cached reading equals fresh reading."""

from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from bidwriter.prose.blocks import Block, Span, normal, numbers, whole
from bidwriter.prose.lists import LIST_KINDS
from bidwriter.ui.editor.formats import shape_of
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
    Span, _TEXT, st.booleans(), st.booleans(), st.sampled_from(("", "https://x.org/?a=1&b=2")),
    st.just(""), st.sampled_from(("", "", "raised", "lowered")),
)  # fmt: skip
_KINDS = st.sampled_from(("paragraph", "heading", "bullet", "number"))
BLOCKS = st.lists(
    st.builds(
        Block,
        _KINDS,
        st.lists(_SPANS, max_size=4).map(tuple),
        st.integers(1, 2),
        st.none() | st.integers(0, 4),
    ),
    max_size=7,
).map(tuple)

_SETTINGS = settings(max_examples=tries(80))


@_SETTINGS
@given(first=BLOCKS, second=BLOCKS, passage=st.booleans())
def test_what_goes_in_comes_out(
    qtbot: QtBot, first: tuple[Block, ...], second: tuple[Block, ...], passage: bool
) -> None:
    box = RichTextEdit(passage=passage)
    qtbot.addWidget(box)
    for blocks in (first, second, first, ()):
        box.set_blocks(blocks)
        assert box.blocks() == (normal(blocks) if passage else whole(normal(blocks)))
        assert Reading(box.document(), passage=passage).blocks() == box.blocks()
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
    """Each item shows the number that follows from those before it, one list for each that is
    numbered on; other lines are in none. Empty items, which are not stored, count too."""
    lines, shown = [], []
    block = box.document().begin()
    while block.isValid():
        shape = shape_of(block)
        lines.append(Block(shape.kind, (), shape.level, shape.start))
        group = block.textList()
        assert (group is not None) == (shape.kind in LIST_KINDS)
        number = None
        if group is not None:
            assert group.format().indent() == shape.level
            number = group.itemNumber(block) + group.format().start()
        shown.append(number if shape.kind == "number" else None)
        block = block.next()
    assert tuple(shown) == numbers(tuple(lines))
