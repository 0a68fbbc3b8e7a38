"""Which block stands on which page: chains of headings end, rows stay whole, pages are filled."""

import re
from collections.abc import Callable

import pypdfium2
import pytest
import tagged_sample as sample
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from reportlab.graphics.shapes import Drawing

from bidwriter.exports.tagged import (
    Beside,
    Block,
    Callout,
    Cell,
    Column,
    Contents,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Row,
    Table,
)

HEAD = sample.H3
PAGE, FOOT = 700.0, 65.2
"""Height of the text on a page, and where it ends, in points."""


def read(blocks: list[Block]) -> list[tuple[str, float]]:
    """Of each page of a document: its text, and how much of its height is filled."""
    document = pypdfium2.PdfDocument(sample.build([Heading(1, "Title", sample.H1), *blocks]))
    found = []
    for page in document:
        text = page.get_textpage()
        feet = [text.get_rect(n)[1] for n in range(text.count_rects())]
        low = min((foot for foot in feet if foot > FOOT - 10), default=FOOT + PAGE)
        words = text.get_text_range().split()
        body = " ".join(word for word in words if word.startswith("x"))
        found.append((body, 1 - (low - FOOT) / PAGE))
    document.close()
    return found


class Names:
    """Words that each stand once in a document, in order."""

    def __init__(self) -> None:
        self.all: list[str] = []

    def __call__(self, count: int) -> str:
        made = [f"x{len(self.all) + n}" for n in range(count)]
        self.all += made
        return " ".join(made)


def headings(names: Names, size: int) -> list[Block]:
    return [Heading(2, names(1), HEAD) for _ in range(size)]


def table(names: Names, size: int) -> list[Block]:
    tall = [2500] if size % 4 == 3 else []
    rows = [Row((Cell(names(count), "Row"),)) for count in (*[1 + 7 * (size % 9)] * size, *tall)]
    return [Table((Column(),), rows, sample.TABLE)]


def figure(names: Names, size: int) -> list[Block]:
    return [Figure(Drawing(100, 5.0 * size), "A drawing"), Paragraph(names(1), sample.PROSE)]


MAKES: dict[str, Callable[[Names, int], list[Block]]] = {
    "headings": headings,
    "words": lambda names, size: [Paragraph(names(size * 20), sample.PROSE)],
    "list": lambda names, size: [ItemList([names(size) for _ in range(size)], sample.PROSE)],
    "callout": lambda names, size: [Callout([Paragraph(names(size * 9), sample.PROSE)])],
    "kept": lambda names, size: [Paragraph(names(size * 5), HEAD.but(keep_with_next=True))],
    "table": table,
    "figure": figure,
}

stories = st.lists(st.tuples(st.sampled_from(sorted(MAKES)), st.integers(1, 30)), max_size=12)


@settings(deadline=None, max_examples=tries(80))
@given(stories)
def test_no_page_is_left_near_empty_and_nothing_is_lost(story: list[tuple[str, int]]) -> None:
    names = Names()
    blocks = [block for kind, size in story for block in MAKES[kind](names, size)]
    pages = read(blocks)
    assert " ".join(body for body, _ in pages).split() == names.all
    assert all(filled > 1 / 3 for _, filled in pages[:-1])


@pytest.mark.parametrize("count", [2, 8, 9, 25, 100])
def test_a_run_of_headings_fills_its_pages(count: int) -> None:
    names = Names()
    pages = read([*headings(names, count), Paragraph(names(30), sample.PROSE)])
    assert len(pages) <= 1 + count * 36 / (PAGE * 2 / 3)
    assert f"x{count - 1} x{count}" in " ".join(body for body, _ in pages)
    assert pages[-1][0].split()[0] != f"x{count}"  # the last heading stands with what follows


def test_a_heading_above_a_row_higher_than_a_page_is_not_alone() -> None:
    rows = [Row((Cell(" ".join(["xlong"] * 3000), "Row"),))]
    for above in (1, 2, 3):
        names = Names()
        pages = read([*headings(names, above), Table((Column(),), rows, sample.TABLE)])
        assert "xlong" in pages[0][0]


@settings(deadline=None, max_examples=tries(40))
@given(st.lists(st.integers(1, 300), min_size=1, max_size=40), st.integers(0, 500))
def test_no_row_is_parted_that_a_page_can_hold(heights: list[int], above: int) -> None:
    rows = [
        Row((Cell(f"xa{n}", "Row"), " ".join([f"xb{n}"] * count)))
        for n, count in enumerate(heights)
    ]
    header = ("xhead", "xwords")
    long = Table((Column(width=60), Column()), rows, sample.TABLE, header=header)
    pages = [body.split() for body, _ in read([Paragraph("word " * above, sample.PROSE), long])]
    for n, count in enumerate(heights):
        holds = [page for page in pages if f"xb{n}" in page]
        assert len(holds) == 1 and holds[0].count(f"xb{n}") == count and f"xa{n}" in holds[0]
    for page in pages:
        assert not any(word.startswith("xb") for word in page) or "xhead" in page


def test_contents_in_columns_are_read_in_order_and_go_over_pages() -> None:
    names = Names()
    blocks = headings(names, 130)
    contents = Contents([sample.SMALL], columns=2)
    heard = sample.structure(sample.build([Heading(1, "Title", sample.H1), contents, *blocks]))
    assert re.findall(r'"(x\d+) ', heard) == [*names.all, *names.all]


def test_contents_do_not_end_a_column_with_a_heading_of_others() -> None:
    blocks = [Heading(2 + bool(n % 4), f"x{n}", HEAD) for n in range(20)]
    contents = Contents([sample.SMALL, sample.SMALL], columns=2)
    document = pypdfium2.PdfDocument(
        sample.build([Heading(1, "Title", sample.H1), contents, *blocks])
    )
    text = document[0].get_textpage()
    starts: dict[str, float] = {}
    for n in range(text.count_rects()):
        left, foot, right, top = text.get_rect(n)
        word = text.get_text_bounded(left, foot, right, top).strip()
        starts.setdefault(word, left)
    left = [n for n in range(20) if starts.get(f"x{n}", 999) < 200]
    assert left and left[-1] % 4


@pytest.mark.parametrize("rows", [1, 12, 13, 40, 90])
def test_what_is_too_high_to_stand_beside_something_stands_beneath_it(rows: int) -> None:
    names = Names()
    left, right = ([Paragraph(names(1), sample.PROSE) for _ in range(rows)] for _ in range(2))
    pages = read([Beside(left, right), Paragraph(names(1), sample.PROSE)])
    assert " ".join(body for body, _ in pages).split() == names.all
    high = rows * 25 - 8
    assert len(pages) == 1 if high <= PAGE / 2 else len(pages) <= 2 + 2 * high / PAGE


@pytest.mark.parametrize(("count", "apart"), [(3, False), (4, True), (5, True)])
def test_a_short_list_is_not_parted_between_its_items_and_no_last_one_is_alone(
    count: int,
    apart: bool,
) -> None:
    parted = set()
    for above in range(30, 42):
        names = Names()
        filler = [Paragraph("word", sample.PROSE.but(after=0)) for _ in range(above)]
        pages = read([*filler, ItemList([names(1) for _ in range(count)], sample.PROSE)])
        parted.add(tuple(len(body.split()) for body, _ in pages if body))
    assert (len(parted) > 1) is apart
    assert all(part[-1] > 1 for part in parted)
