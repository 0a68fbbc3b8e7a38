"""What a reader hears: words whole, in order, each under the right element."""

import re
from functools import cache

import pytest
import tagged_sample as sample
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import Color

from bidwriter.exports.tagged import (
    Block,
    Callout,
    Column,
    Contents,
    Figure,
    Furniture,
    Heading,
    ItemList,
    PageFacts,
    Paragraph,
    Row,
    Run,
    Table,
)
from bidwriter.prose.glyphs import pieces

TITLE = "Title"


def story(*blocks: Block) -> list[Block]:
    return [Heading(1, TITLE, sample.H1), *blocks]


def told(*blocks: Block) -> str:
    return sample.structure(sample.build(story(*blocks)))


@cache
def everything_heard() -> str:
    """poppler takes seconds over a large tree, so it reads the kitchen sink once."""
    return sample.structure(sample.build(sample.everything()))


def texts(structure: str) -> list[str]:
    return re.findall(r'^ *"(.*)"$', structure, re.MULTILINE)


def test_words_stay_whole_over_lines() -> None:
    words = " ".join(f"word{n}" for n in range(400))
    heard = texts(told(Paragraph(words, sample.PROSE)))[1:]
    assert "".join(heard).split() == words.split()


def test_a_long_word_is_parted_on_paper_and_whole_in_the_text() -> None:
    for word in (sample.LONG, "x" * 300):
        assert texts(told(Paragraph(word, sample.PROSE)))[1].strip() == word


def test_nothing_runs_over_the_margin() -> None:
    pdf = sample.build(story(*sample.odd_text()[1:]))
    boxes = sample.run("pdftotext", pdf, "-bbox", after=("-",))
    rights = [float(right) for right in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert len(rights) > 20 and max(rights) <= 595.276 - 53.8


def test_elements_in_order() -> None:
    heard = everything_heard()
    tags = re.findall(r"^ *(H1|H2|H3|Caption|TOC|Figure|L|Table|Div)\b", heard, re.MULTILINE)
    assert tags[:7] == ["H1", "L", "H2", "L", "H2", "Table", "Div"]
    assert tags[7:13] == ["H2", "TOC", "H2", "L", "H3", "L"]
    assert {"Caption", "Figure"} <= set(tags)
    for row in ("/ListNumbering /Decimal", "/Scope /Column", "/Scope /Row", "/ColSpan 3"):
        assert row in heard


def test_badge_is_read_before_its_words() -> None:
    heard = texts(everything_heard())
    for number, (name, _, _) in enumerate(sample.FIVE, 1):
        at = heard.index(f"{number} ")
        assert heard[at + 1] == f"{name} "


def test_table_header_is_read_once_and_drawn_on_each_page() -> None:
    pdf = sample.build(story(*sample.costs(48)[1:]))
    heard = sample.structure(pdf)
    assert heard.count('"Quantity "') == 1
    assert sample.words(pdf).count("Quantity") == 2
    rows = re.findall(r"User researcher (\d+)", heard)
    assert rows == [str(n) for n in range(48)]


def test_group_row_stays_with_the_row_below() -> None:
    for count in range(24, 36):
        plain = [Row((f"row {n}", "")) for n in range(count)]
        table = Table(
            (Column(), Column()),
            [*plain, Row(("GROUP", ""), group=True), Row(("BELOW", ""))],
            sample.TABLE,
        )
        pages = sample.run("pdftotext", sample.build(story(table)), after=("-",)).split("\f")
        assert any("GROUP" in page and "BELOW" in page for page in pages)


def test_row_higher_than_a_page_is_parted() -> None:
    words = " ".join(f"word{n}" for n in range(2500))
    table = Table((Column(), Column()), [Row(("left", words))], sample.TABLE, header=("a", "b"))
    pdf = sample.build(story(table))
    assert sample.failures(pdf, "ua1") == []
    assert sample.structure(pdf).count("TR") == 2
    heard = "".join(texts(sample.structure(pdf)))
    assert heard[heard.index("word0") :].split() == words.split()


def test_a_row_higher_than_a_page_is_parted_below_its_group_too() -> None:
    words = " ".join(f"word{n}" for n in range(1500))
    rows = [Row(("GROUP", ""), group=True), Row(("left", words)), Row(("last", ""))]
    table = Table((Column(), Column()), rows, sample.TABLE, header=("a", "b"))
    pages = sample.run("pdftotext", sample.build(story(table)), after=("-",)).split("\f")
    assert any("GROUP" in page and "word0" in page for page in pages)
    assert sum(page.count("word1499") for page in pages) == 1


def test_no_row_of_a_table_stands_alone() -> None:
    for count in range(28, 36):
        filler = [Paragraph("x", sample.PROSE.but(after=0)) for _ in range(count)]
        rows = [Row((f"ROW{n}", "")) for n in range(6)]
        table = Table((Column(), Column()), rows, sample.TABLE, header=("a", "b"))
        pdf = sample.build(story(*filler, table))
        pages = sample.run("pdftotext", pdf, after=("-",)).split("\f")
        assert all(page.count("ROW") != 1 for page in pages)


def test_a_row_is_not_parted_so_that_a_cell_is_empty_on_the_first_page() -> None:
    for count in range(30, 40):
        filler = [Paragraph("x", sample.PROSE.but(after=0)) for _ in range(count)]
        rows = [Row(("ONE", "two lines " * 12)), Row(("a", "b"))]
        table = Table((Column(), Column()), rows, sample.TABLE)
        pages = sample.run("pdftotext", sample.build(story(*filler, table)), after=("-",)).split(
            "\f"
        )
        assert all(("ONE" in page) <= ("two lines" in page) for page in pages)


def test_a_heading_higher_than_a_page_is_parted() -> None:
    words = " ".join(f"word{n}" for n in range(900))
    heading = Heading(2, words, sample.H2, bookmark="Long", rule=sample.INK)
    heard = told(heading, Paragraph("after", sample.PROSE))
    assert heard.count("H2 (block)") == 1
    assert "".join(texts(heard)[1:]).split() == [*words.split(), "after"]


def test_contents_can_begin_after_a_heading() -> None:
    pdf = sample.build(
        story(
            Heading(2, "Before", sample.H2),
            Heading(2, "Contents", sample.H2, key="c"),
            Contents((sample.PROSE,), after_key="c"),
            Heading(2, "After", sample.H2),
        )
    )
    assert sample.words(pdf).count("Before") == 1 and sample.words(pdf).count("After") == 2


def test_an_aside_of_two_lines_ends_on_the_headings_last_line() -> None:
    aside = Paragraph("one\ntwo", sample.SMALL.but(align="right"))
    pdf = sample.build(story(Heading(2, "HEAD", sample.H2, aside=aside, rule=sample.INK)))
    boxes = sample.run("pdftotext", pdf, "-bbox", after=("-",))
    feet = {
        word: float(foot) for foot, word in re.findall(r'yMax="([\d.]+)">(HEAD|one|two)<', boxes)
    }
    assert feet["one"] < feet["two"] <= feet["HEAD"]


def test_list_parted_over_pages_is_one_list() -> None:
    items = [f"item {n} " + "and more words " * 30 for n in range(30)]
    heard = told(ItemList(items, sample.PROSE, ordered=True))
    assert len(re.findall(r"^ *L \(", heard, re.MULTILINE)) == 1
    assert re.findall(r'"(\d+)\. "', heard) == [str(n) for n in range(1, 31)]
    assert re.findall(r'"item (\d+)', heard) == [str(n) for n in range(30)]


def test_callout_parted_over_pages_is_read_whole() -> None:
    blocks = [Paragraph(f"start{n} " + "more words " * 100, sample.PROSE) for n in range(9)]
    heard = told(Callout(blocks, fill="#F1F3F8"))
    assert re.findall(r"start(\d)", heard) == [str(n) for n in range(9)]
    assert heard.count("Div") == 1


def test_heading_never_stands_alone_at_the_foot() -> None:
    for fill in range(30, 42):
        filler = [Paragraph("x", sample.PROSE.but(after=0)) for _ in range(fill)]
        pdf = sample.build(
            story(*filler, Heading(2, "HEAD", sample.H2), Paragraph("body " * 200, sample.PROSE))
        )
        pages = sample.run("pdftotext", pdf, after=("-",)).split("\f")
        assert all(("HEAD" in page) <= ("body body" in page) for page in pages)


def test_what_keeps_with_the_next_keeps_within_a_panel_too() -> None:
    kept = sample.PROSE.but(after=0, keep_with_next=True)
    for fill in range(30, 42):
        blocks = [Paragraph("x", sample.PROSE.but(after=0)) for _ in range(fill)]
        panel = [*blocks, Paragraph("KEPT", kept), Paragraph("WITH", sample.PROSE)]
        pdf = sample.build(story(Callout(panel)))
        pages = sample.run("pdftotext", pdf, after=("-",)).split("\f")
        assert any("KEPT" in page and "WITH" in page for page in pages)


def test_links_have_words_and_lead_somewhere() -> None:
    pdf = sample.build(sample.everything())
    plain = sample.run_bytes("qpdf", pdf, "--qdf", "--object-streams=disable", after=("-",))
    assert b"/URI (https://example.org/log?a=1&b=2)" in plain
    assert b"(our log of every call that the contact centre took this year" in plain
    lost = Paragraph((Run("nowhere", goto="nothing"),), sample.PROSE)
    with pytest.raises(ValueError, match="nothing"):
        sample.build(story(lost))


def test_contents_and_bookmarks_name_the_pages() -> None:
    pdf = sample.build(sample.everything())
    words = sample.words(pdf)
    assert "11 Who does the work and what it costs 3" in words
    heard = everything_heard()
    assert heard.count("TOCI") == 8
    plain = sample.run_bytes("qpdf", pdf, "--qdf", "--object-streams=disable", after=("-",))
    assert b"/Title (Five principles)" in plain


def test_furniture_names_what_is_on_the_page() -> None:
    seen: list[PageFacts] = []

    def note(facts: PageFacts) -> Furniture:
        seen.append(facts)
        return Furniture()

    sample.document(furniture=note).build(sample.everything())
    assert [facts.topics for facts in seen][:5] == [(), ("2",), ("11",), ("11", "12"), ("12",)]
    assert [facts.number for facts in seen] == list(range(1, len(seen) + 1))
    assert {facts.total for facts in seen} == {len(seen)}


@settings(max_examples=tries(40))
@given(st.text(max_size=60))
def test_any_text_prints_as_typed(text: str) -> None:
    pdf = sample.build(story(Paragraph(f"[{text}]", sample.PROSE)))
    printed = "".join(piece.text for piece in pieces(f"[{text}]"))
    assert sample.failures(pdf, "ua1") == []
    if '"' not in printed and "\\" not in printed:
        assert texts(told_of(pdf))[-1].split() == printed.split()


def told_of(pdf: bytes) -> str:
    return sample.structure(pdf)


def test_markup_prints_as_typed() -> None:
    pdf = sample.build(story(Paragraph(sample.HOSTILE, sample.PROSE)))
    assert sample.HOSTILE in sample.words(pdf)


def test_figure_is_described() -> None:
    pdf = sample.build(story(sample.chart()))
    plain = sample.run_bytes("qpdf", pdf, "--qdf", "--object-streams=disable", after=("-",))
    assert b"/Alt (The work pays back in the year 23/24.)" in plain and b"/BBox [" in plain
    with pytest.raises(ValueError, match="description"):
        Figure(Drawing(1, 1), " ")


@pytest.mark.parametrize(
    "label",
    [
        String(0, 0, "x", fontName="Helvetica"),
        String(0, 0, "x", fontName="Times-Roman"),
        String(
            0,
            0,
            "x",
            fontName="AtkinsonHyperlegibleNext-Regular",
            fillColor=Color(0, 0, 0, alpha=0.5),
        ),
        String(0, 0, "\U0001f600", fontName="AtkinsonHyperlegibleNext-Regular"),
    ],
)
def test_drawings_with_what_the_file_cannot_hold_are_refused(label: String) -> None:
    drawing = Drawing(10, 10)
    drawing.add(label)
    with pytest.raises(ValueError, match=r"embedded|transparency|no glyph"):
        sample.build(story(Figure(drawing, "A label")))


def test_wrong_stories_are_refused() -> None:
    twice = Paragraph("x", sample.PROSE)
    for blocks, words in (
        ((twice, twice), "twice"),
        ((Heading(3, "x", sample.H3),), "skips"),
        ((Callout([Heading(2, "x", sample.H2)]),), "within"),
        ((Heading(2, "x", sample.H2, key="a"), Heading(2, "y", sample.H2, key="a")), "share"),
    ):
        with pytest.raises(ValueError, match=words):
            sample.build(story(*blocks))
    with pytest.raises(ValueError, match="fill 2 columns"):
        Table((Column(), Column()), [Row(("one",))], sample.TABLE)
