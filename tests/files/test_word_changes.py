"""Tracked changes of Word files, their tables and text boxes, and what is passed over."""

import pytest
from word_made import (
    W,
    cell,
    control,
    deleted,
    inserted,
    paragraph,
    row,
    run,
    table,
    text_box,
)
from word_read import grid, one, read, texts

from bidwriter.files.word.blocks import Paragraph, Run, Table, paragraphs

# --- tracked changes ---------------------------------------------------------------------------


def test_changes_are_kept_with_who_and_when() -> None:
    found = one("our ", inserted("four ", by="Ann"), deleted("three ", by="Ben"), "councils")
    assert found.text == "our four councils"
    assert [(run.text, run.sort, [c.by for c in run.tracked]) for run in found.runs] == [
        ("our ", "plain", []),
        ("four ", "inserted", ["Ann"]),
        ("three ", "deleted", ["Ben"]),
        ("councils", "plain", []),
    ]
    assert found.runs[1].tracked[0].when == "2024-05-01T10:00:00Z"


def test_what_was_inserted_and_then_deleted_does_not_stand() -> None:
    found = one("a", inserted(deleted("b", by="Ben"), by="Ann"))
    assert found.text == "a"
    assert [(c.sort, c.by) for c in found.runs[1].tracked] == [
        ("inserted", "Ann"),
        ("deleted", "Ben"),
    ]
    assert found.runs[1].sort == "deleted"


def test_what_was_moved_stands_where_it_went() -> None:
    read_ = read(
        paragraph(inserted("moved", kind="moveTo"), looks="<w:rPr><w:moveTo/></w:rPr>"), "between",
        paragraph(deleted("moved", kind="moveFrom"), looks="<w:rPr><w:moveFrom/></w:rPr>"), "end",
    )  # fmt: skip
    assert [p.text for p in paragraphs(read_.blocks)] == ["moved", "between", "end"]


def test_a_paragraph_whose_end_was_deleted_runs_on_in_the_next() -> None:
    gone = '<w:rPr><w:del w:author="Ben"/></w:rPr>'
    read_ = read(
        paragraph("One", style="heading 1", looks=gone),
        paragraph(deleted("two"), looks=gone),
        paragraph("three", '<w:bookmarkStart w:name="b"/>', style="heading 2"),
        paragraph(deleted("all of it"), looks=gone, style="heading 3"),
        paragraph("four", style="heading 4"),
        paragraph("new", looks='<w:rPr><w:ins w:author="Ann"/></w:rPr>'),
        "end",
    )
    first, second, new, _ = [p for p in read_.blocks if isinstance(p, Paragraph)]
    assert (first.text, first.style, first.number) == ("Onethree", "heading 1", 1)
    assert first.bookmarks == ("b",)
    assert [run.text for run in first.runs if run.ends_paragraph] == ["\n", "\n"]
    assert first.runs[1].tracked[0].by == "Ben"
    assert (second.text, second.style, second.number) == ("four", "heading 4", 5)
    assert new.mark is not None
    assert (new.mark.sort, new.mark.by) == ("inserted", "Ann")


@pytest.mark.parametrize("marks", ["<w:ins/><w:del/>", "<w:del/><w:ins/>"])
def test_an_end_or_a_row_that_was_inserted_and_then_deleted_is_deleted(marks: str) -> None:
    looks = f"<w:rPr>{marks}</w:rPr>"
    joined, grid_ = read(paragraph("a", looks=looks), "b", table(row("c", looks=marks))).blocks
    assert isinstance(joined, Paragraph) and isinstance(grid_, Table)
    assert joined.text == "ab"
    assert [row.tracked and row.tracked.sort for row in grid_.rows] == ["deleted"]


def test_a_last_paragraph_whose_end_was_deleted_stays() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    (table_, last) = read(table((paragraph("a", looks=gone),)), paragraph("b", looks=gone)).blocks
    assert isinstance(table_, Table) and isinstance(last, Paragraph)
    assert grid(table_) == [["a"]]
    assert (last.text, last.mark and last.mark.sort) == ("b", "deleted")


def test_text_that_was_deleted_is_not_in_its_control() -> None:
    found = one(control("text", run("a") + deleted("b") + inserted("c")))
    assert found.controls[0].text == "ac"


def test_rows_that_were_inserted_or_deleted_say_so() -> None:
    (found,) = read(
        table(
            row("a"),
            row("b", looks='<w:ins w:author="Ann"/>'),
            row(paragraph(deleted("c")), looks='<w:ins w:author="Ann"/><w:del w:author="Ben"/>'),
        )
    ).blocks
    assert isinstance(found, Table)
    changes = [row.tracked and (row.tracked.sort, row.tracked.by) for row in found.rows]
    assert changes == [None, ("inserted", "Ann"), ("deleted", "Ben")]


# --- tables ------------------------------------------------------------------------------------


def test_merged_cells_are_one() -> None:
    def joined(text: str, how: str = "", span: int = 1) -> str:
        value = f' w:val="{how}"' if how else ""
        return cell(text, looks=f'<w:gridSpan w:val="{span}"/><w:vMerge{value}/>')

    (found,) = read(
        table(
            row(cell("Name", looks='<w:gridSpan w:val="2"/>'), "Sum", looks="<w:tblHeader/>"),
            row(joined("Ann", "restart"), "a", "1"),
            row(joined(""), joined("wide", "restart", 2)),
            row(joined("", "continue"), joined("gone", span=2)),
            row(joined("not begun"), "b", "2"),
            row("c", joined("alone"), looks='<w:gridBefore w:val="1"/>'),
        )
    ).blocks
    assert isinstance(found, Table)
    placed = [[(c.text, c.column, c.span, c.rows) for c in row.cells] for row in found.rows]
    assert placed == [
        [("Name", 0, 2, 1), ("Sum", 2, 1, 1)],
        [("Ann", 0, 1, 4), ("a", 1, 1, 1), ("1", 2, 1, 1)],
        [("wide", 1, 2, 2)],
        [],
        [("b", 1, 1, 1), ("2", 2, 1, 1)],
        [("c", 1, 1, 1), ("alone", 2, 1, 1)],
    ]
    assert [row.is_header for row in found.rows] == [True, False, False, False, False, False]


@pytest.mark.parametrize(
    ("told", "span"), [("1", 1), ("100", 100), ("101", 100), ("999999999", 100), ("0", 1), ("x", 1)]
)
def test_how_far_a_cell_can_span(told: str, span: int) -> None:
    (found,) = read(table((cell("a", looks=f'<w:gridSpan w:val="{told}"/>'), "b"))).blocks
    assert isinstance(found, Table)
    assert [(c.column, c.span) for c in found.rows[0].cells] == [(0, span), (span, 1)]


def test_cells_merged_in_the_old_way_are_one() -> None:
    first = cell("a", looks='<w:hMerge w:val="restart"/>')
    (found,) = read(table((first, cell("", looks="<w:hMerge/>"), "b"))).blocks
    assert isinstance(found, Table)
    assert [(c.text, c.column, c.span) for c in found.rows[0].cells] == [("a", 0, 2), ("b", 2, 1)]


def test_text_under_a_merged_cell_is_counted() -> None:
    top = cell("a", looks='<w:vMerge w:val="restart"/>')
    read_ = read(table((top,), (cell("under it", looks="<w:vMerge/>"),)))
    assert [p.text for p in paragraphs(read_.blocks)] == ["a"]
    assert read_.passed_over == ("One passage that does not show in Word was left out",)


def test_hidden_rows_are_left_out_and_counted() -> None:
    read_ = read(table(row("a"), row("b", looks="<w:hidden/>")))
    assert [p.text for p in paragraphs(read_.blocks)] == ["a"]
    assert read_.passed_over == ("One table row that does not show in Word was left out",)


def test_tables_in_tables_are_blocks_of_their_cell() -> None:
    inner = table(("in",), style="Table Grid")
    (outer,) = read(table((cell("a", inner, "b"),))).blocks
    assert isinstance(outer, Table)
    blocks = outer.rows[0].cells[0].blocks
    assert [getattr(block, "text", "table") for block in blocks] == ["a", "table", "b"]
    assert isinstance(blocks[1], Table)
    assert (outer.number, blocks[1].number, blocks[1].style) == (1, 2, "Table Grid")
    assert outer.rows[0].cells[0].text == "a\nin\nb"


# --- text boxes, bookmarks, and what is passed over --------------------------------------------


def test_the_text_of_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = text_box(paragraph("in the box"), table(("and a table",)))
    read_ = read(paragraph("before ", box, "after"), "next")
    assert [(p.text, p.number) for p in paragraphs(read_.blocks)] == [
        ("before after", 1),
        ("in the box", 2),
        ("and a table", 3),
        ("next", 4),
    ]


def test_a_text_box_stays_where_its_paragraph_is_left_out_or_joined() -> None:
    one, two = text_box(paragraph("box 1")), text_box(paragraph("box 2"))
    gone = "<w:rPr><w:del/></w:rPr>"
    assert texts(
        paragraph("Contents", one, style="toc 1"), "text", paragraph("a", two, looks=gone), "b"
    ) == ["box 1", "text", "ab", "box 2"]


@pytest.mark.parametrize(
    ("requires", "seen"), [("wps", "newer"), ("w16se", "newer"), ("odd", "older"), ("wps odd", "older")]
)  # fmt: skip
def test_of_two_copies_the_first_that_is_understood_is_read(requires: str, seen: str) -> None:
    made = (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{run("newer")}</mc:Choice>'
        f'<mc:Choice Requires="wps"/><mc:Fallback>{run("older")}</mc:Fallback></mc:AlternateContent>'
    ).replace('<mc:Choice Requires="wps"/>', "")
    assert texts(paragraph(made, "!")) == [f"{seen}!"]


def test_bookmarks_before_and_within_a_paragraph() -> None:
    first, second = read(
        '<w:bookmarkStart w:id="1" w:name="a"/>',
        paragraph("x", '<w:bookmarkStart w:id="2" w:name="b"/>', "y"),
        "z",
    ).blocks
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)
    assert (first.bookmarks, second.bookmarks) == (("a", "b"), ())
    assert first.runs == (Run("xy"),)


def test_what_is_not_read_is_said_with_its_count() -> None:
    picture = run(inside="<w:drawing><pic:pic/></w:drawing>")
    old_picture = run(inside="<w:pict><v:shape><v:imagedata/></v:shape></w:pict>")
    chart = run(inside='<w:drawing><c:chart r:id="x"/></w:drawing>')
    thing = run(inside="<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object>")
    notes = run(inside='<w:footnoteReference w:id="1"/><w:endnoteReference w:id="1"/>')
    said = run(inside='<w:commentReference w:id="1"/>')
    header = f'<w:hdr xmlns:w="{W}">{paragraph("A fund")}</w:hdr>'
    read_ = read(
        paragraph(picture, old_picture, chart, thing, notes, said, "x"),
        '<w:altChunk r:id="a"/>',
        linked=[("h1", "header", "h1.xml"), ("h2", "footer", "h2.xml"), ("h3", "header", "none.xml")],
        more={"word/h1.xml": header, "word/h2.xml": header.replace("A fund", " ")},
    )  # fmt: skip
    assert read_.passed_over == (
        "Two pictures were not read",
        "One chart was not read",
        "One embedded object or control was not read",
        "One other file that Word shows within this one was not read",
        "One footnote was not read",
        "One endnote was not read",
        "One comment was not read",
        "One header or footer with text was not read",
    )
    assert [p.text for p in paragraphs(read_.blocks)] == ["x"]
