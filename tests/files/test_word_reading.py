"""Word files read into blocks: what a person sees in them, in order."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_made import (
    STRICT_R,
    STRICT_W,
    R,
    W,
    cell,
    control,
    deleted,
    docx,
    field,
    inserted,
    links,
    paragraph,
    row,
    run,
    style,
    table,
    text_box,
)

from bidwriter.files.word.blocks import Control, Document, Paragraph, Run, Table, paragraphs
from bidwriter.files.word.reading import read_document


def read(*blocks: str, **parts: Any) -> Document:
    return read_document(docx(*blocks, **parts), "form.docx")


def texts(*blocks: str, **parts: Any) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(read(*blocks, **parts).blocks)]


def one(*parts: str, looks: str = "", **more: Any) -> Paragraph:
    (found,) = read(paragraph(*parts, looks=looks), **more).blocks
    assert isinstance(found, Paragraph)
    return found


def grid(table_: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table_.rows]


def test_paragraphs_and_tables_come_in_order() -> None:
    heading, words, grid_, end = read(
        paragraph("Your project", style="heading 1"),
        "Tell us about it.",
        table(("Name", ""), ("Post", "")),
        "The end.",
    ).blocks
    assert heading == Paragraph((Run("Your project"),), "heading 1", level=1, number=1)
    assert isinstance(words, Paragraph)
    assert (words.text, words.style, words.level) == ("Tell us about it.", "Normal", 0)
    assert isinstance(grid_, Table)
    assert grid(grid_) == [["Name", ""], ["Post", ""]]
    assert isinstance(end, Paragraph)
    assert end.number == 7


# --- text --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:ptab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t>", "a\nb\nc"),
        ('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>', "a\nb"),
        ('<w:br w:type="page"/><w:t>b</w:t>', "b"),
        ('<w:t>a</w:t><w:br w:type="column"/>', "a"),
        ("<w:t>co</w:t><w:softHyphen/><w:t>op</w:t>", "coop"),
        ("<w:t>co\xadop\u202e\x9f</w:t>", "coop"),
        ("<w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t>", "co-op"),
        ("<w:t>co\u2011op</w:t>", "co-op"),
        ("<w:t> a </w:t><w:t>b</w:t>", "ab"),
        ('<w:t xml:space="preserve"> a </w:t><w:t>b</w:t>', " a b"),
        ('<w:t xml:space="preserve">a\nb</w:t>', "a b"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "☑"),
        ('<w:sym w:font="Wingdings" w:char="FE"/>', "☑"),
        ('<w:sym w:font="Arial" w:char="00A3"/>', "£"),
        ('<w:sym w:font="Odd" w:char="F0A8"/>', "□"),
        ('<w:sym w:font="Wingdings" w:char="nonsense"/>', ""),
        ('<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>o</w:t>', "□"),
        ("<w:t>\uf0a8 Yes</w:t>", "□ Yes"),
        ("<w:instrText>PAGE</w:instrText>", ""),
        ("<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>y</w:t></w:r></w:rubyBase></w:ruby>", "y"),
        ("<m:oMath><m:r><m:t>x = 2</m:t></m:r></m:oMath>", "x = 2"),
        ("<w:unheardOf><w:t>kept</w:t></w:unheardOf>", "kept"),
    ],
)  # fmt: skip
def test_text_is_as_a_person_sees_it(inside: str, seen: str) -> None:
    assert one(run(inside=inside)).text == seen


def test_space_is_kept_where_the_whole_file_says_so() -> None:
    body = f'<w:document xmlns:w="{W}" xml:space="preserve"><w:body><w:p><w:r><w:t>a </w:t><w:t>b</w:t></w:r></w:p></w:body></w:document>'
    assert texts(more={"word/document.xml": body}) == ["a b"]


def test_runs_of_the_same_looks_are_one() -> None:
    noise = '<w:r w:rsidR="00A1"><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t>ject</w:t></w:r>'
    found = one("pro", '<w:proofErr w:type="spellStart"/>', noise, run("!", looks="<w:b/>"))
    assert found.runs == (Run("project"), Run("!", bold=True))


@pytest.mark.parametrize(
    ("looks", "bold", "italic"),
    [
        ("<w:b/>", True, False),
        ('<w:b w:val="1"/><w:i w:val="true"/>', True, True),
        ('<w:b w:val="0"/><w:i w:val="false"/>', False, False),
        ('<w:b w:val="off"/>', False, False),
        ('<w:rStyle w:val="Strong"/>', True, False),
        ('<w:rStyle w:val="Strong"/><w:b w:val="0"/>', False, False),
        ('<w:rStyle w:val="Softer"/>', True, True),
        ("<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>", False, False),
    ],
)
def test_bold_and_italic_are_the_runs_own_or_its_styles(
    looks: str, bold: bool, italic: bool
) -> None:
    styles = style("Strong", "<w:rPr><w:b/></w:rPr>", kind="character") + style(
        "Softer", "<w:rPr><w:i/></w:rPr>", based_on="Strong", kind="character"
    )
    assert one(run("x", looks=looks), styles=styles).runs == (Run("x", bold, italic),)


@pytest.mark.parametrize(
    ("name", "run_looks", "bold"),
    [
        ("Ask", "", True),
        ("Ask", '<w:b w:val="0"/>', False),
        ("Ask", '<w:rStyle w:val="Strong"/>', False),  # both: Word turns it off again
        ("heading 2", "", False),
        ("heading 2", "<w:b/>", True),
        ("Own heading", "", False),
        ("Title", "", False),
    ],
)
def test_what_the_style_of_a_heading_makes_bold_is_no_emphasis(
    name: str, run_looks: str, bold: bool
) -> None:
    made = "<w:rPr><w:b/></w:rPr>"
    styles = style("Strong", made, kind="character") + style("Ask", made)
    styles += style("heading 2", made) + style("Own heading", based_on="heading 2")
    styles += style("Title", made)
    (found,) = read(paragraph(run("x", looks=run_looks), style=name), styles=styles).blocks
    assert isinstance(found, Paragraph)
    assert found.runs[0].bold is bold


def test_hidden_text_is_left_out_and_counted() -> None:
    hidden = "<w:vanish/>"
    styles = style("Secret", f"<w:rPr>{hidden}</w:rPr>", kind="character")
    whole = paragraph(run("all", looks=hidden), looks=f"<w:rPr>{hidden}</w:rPr>")
    read_ = read(
        paragraph("a", run("b", looks=hidden), run("c", looks=f"{hidden}<w:b/>"), "d"),
        whole,
        paragraph(run("e", looks='<w:rStyle w:val="Secret"/>'), "f"),
        paragraph(run("g", looks='<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')),
        styles=styles,
    )
    assert [(p.text, p.number) for p in paragraphs(read_.blocks)] == [("ad", 1), ("f", 3), ("g", 4)]
    assert read_.passed_over == ("Three passages that do not show in Word were left out",)


# --- styles ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style_", "looks", "level"),
    [
        ("heading 1", "", 1),
        ("heading 9", "", 9),
        ("Title", "", 0),
        ("Own", "", 3),
        ("Own child", "", 3),
        ("Text again", "", 0),
        ("Big", "", 2),
        ("Normal", '<w:outlineLvl w:val="0"/>', 1),
        ("heading 1", '<w:outlineLvl w:val="9"/>', 0),
        ("Normal", '<w:outlineLvl w:val="8"/>', 9),
        ("Normal", '<w:outlineLvl w:val="10"/>', 0),
        ("Normal", "<w:pPrChange><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange>", 0),
        ("not there", "", 0),
    ],
)
def test_headings_are_known_by_name_outline_and_what_they_are_based_on(
    style_: str, looks: str, level: int
) -> None:
    styles = (
        style("Own child", based_on="Own")
        + style("Own", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("Text again", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="heading 1")
        + style("Big", based_on="heading 2")
    )
    (found,) = read(paragraph("x", style=style_, looks=looks), styles=styles).blocks
    assert isinstance(found, Paragraph)
    assert found.level == level
    assert found.style == ("Normal" if style_ == "not there" else style_)


def test_a_style_is_named_as_people_see_it_whatever_its_id() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Heading 1"/></w:style>'
    )
    (found,) = read(
        '<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr></w:p>', styles=styles
    ).blocks
    assert isinstance(found, Paragraph)
    assert (found.style, found.level) == ("Heading 1", 1)


# --- controls ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "found"),
    [
        (control("text", "Ann", tag="t", alias="a"), Control("1", "t", "a", "text", text="Ann")),
        (
            control("text", "Click here", is_prompt=True),
            Control("1", sort="text", text="Click here", is_prompt=True),
        ),
        (control("richText", "Ann"), Control("1", sort="rich", text="Ann")),
        (control("rich", "Ann"), Control("1", sort="rich", text="Ann")),
        (control("date", "1 May"), Control("1", sort="date", text="1 May")),
        (control("tick"), Control("1", sort="tick", text="☐")),
        (control("tick", ticked=True), Control("1", sort="tick", ticked=True, text="☒")),
        (
            control("choice", "Yes", choices=("Yes", "No")),
            Control("1", sort="choice", choices=("Yes", "No"), text="Yes"),
        ),
        (
            control("combo", "Maybe", choices=("Yes",)),
            Control("1", sort="choice", choices=("Yes",), text="Maybe", is_open=True),
        ),
        (control("picture", "x"), Control("1", sort="other", text="x")),
    ],
)
def test_what_a_control_is(made: str, found: Control) -> None:
    paragraph_ = one("Before ", made, " after")
    assert paragraph_.controls == (found,)
    assert paragraph_.text == f"Before {found.text} after"
    assert [run.is_prompt for run in paragraph_.runs if run.text == "Click here"] == (
        [True] if found.is_prompt else []
    )


def test_the_entry_of_a_list_that_cannot_be_chosen_is_no_choice() -> None:
    items = (
        '<w:listItem w:value="Choose an item."/><w:listItem w:displayText="Select" w:value=""/>'
        '<w:listItem w:displayText="North" w:value="n"/><w:listItem w:value="South"/>'
    )
    made = (
        f"<w:sdt><w:sdtPr><w:dropDownList>{items}</w:dropDownList></w:sdtPr><w:sdtContent/></w:sdt>"
    )
    assert one(made).controls[0].choices == ("North", "South")


def test_controls_round_blocks_rows_and_cells_are_seen() -> None:
    read_ = read(
        control("rich", paragraph("One") + paragraph("two"), tag="block"),
        table(
            control("repeatingSection", row("a", control("text", cell("b"), tag="cell")), tag="row")
        ),
        control("rich", table(("c",)), tag="table"),
        control("rich", "<w:bookmarkStart w:name='x'/>", tag="empty"),
        paragraph(control("text", "in a heading"), style="heading 1"),
    )
    found = {p.text: [(c.tag, c.text) for c in p.controls] for p in paragraphs(read_.blocks)}
    assert found == {
        "One": [("block", "One\ntwo")],
        "two": [],
        "a": [("row", "a\nb")],
        "b": [("cell", "b")],
        "c": [("table", "c")],
        "in a heading": [("", "in a heading")],
    }


def test_controls_in_controls_each_have_their_text() -> None:
    inner = control("text", "b", tag="in")
    found = one(control("group", run("a") + inner + run("c"), tag="out")).controls
    assert [(c.tag, c.text) for c in found] == [("out", "abc"), ("in", "b")]


@pytest.mark.parametrize(
    ("form", "result", "found", "seen"),
    [
        ("<w:textInput/>", "\u2002" * 5, Control("f", sort="text", is_prompt=True), "\u2002" * 5),
        ("<w:textInput/>", "Ann", Control("f", sort="text"), "Ann"),
        (
            '<w:textInput><w:default w:val="Your name"/></w:textInput>',
            "Your name",
            Control("f", sort="text", is_prompt=True),
            "Your name",
        ),
        ('<w:textInput><w:type w:val="date"/></w:textInput>', "x", Control("f", sort="date"), "x"),
        ('<w:textInput><w:type w:val="calculated"/></w:textInput>', "9", Control("f", sort="other"), "9"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "", Control("f", sort="tick"), "☐"),
        (
            '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>',
            "X",
            Control("f", sort="tick", ticked=True),
            "☒",
        ),
        (
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/></w:ddList>',
            "",
            Control("f", sort="choice", choices=("a", "b")),
            "b",
        ),
        ('<w:ddList><w:listEntry w:val="a"/></w:ddList>', "a", Control("f", sort="choice", choices=("a",)), "a"),
        ('<w:ddList><w:result w:val="7"/></w:ddList>', "", Control("f", sort="choice"), ""),
    ],
)  # fmt: skip
def test_what_a_field_of_a_form_is(form: str, result: str, found: Control, seen: str) -> None:
    paragraph_ = one("Before ", field("FORM", result, f'<w:name w:val="f"/>{form}'), " after")
    assert paragraph_.controls == (found._replace(is_field=True, text=seen),)
    assert paragraph_.text == f"Before {seen} after"


def test_a_field_of_a_form_goes_on_over_paragraphs() -> None:
    begin = '<w:fldChar w:fldCharType="begin"><w:ffData><w:textInput/></w:ffData></w:fldChar>'
    first, second = read(
        paragraph(run(inside=begin), run(inside='<w:fldChar w:fldCharType="separate"/>'), "One"),
        paragraph("two", run(inside='<w:fldChar w:fldCharType="end"/>'), "after"),
    ).blocks
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)
    assert first.controls[0].text == "One\ntwo"
    assert second.text == "twoafter"


# --- fields and links --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "link"),
    [
        ('<w:hyperlink r:id="rId9"><w:r><w:t>x</w:t></w:r></w:hyperlink>', "https://a.org/b"),
        ('<w:hyperlink r:id="rId9" w:anchor="c"><w:r><w:t>x</w:t></w:r></w:hyperlink>', "https://a.org/b#c"),
        ('<w:hyperlink w:anchor="c"><w:r><w:t>x</w:t></w:r></w:hyperlink>', "#c"),
        ('<w:hyperlink r:id="none"><w:r><w:t>x</w:t></w:r></w:hyperlink>', ""),
        (field('HYPERLINK "https://a.org/b c"', "x"), "https://a.org/b c"),
        (field('HYPERLINK https://a.org \\o "tip \\"of\\" it"', "x"), "https://a.org"),
        (field(' HYPERLINK \\l "c" ', "x"), "#c"),
        (field('hyperlink "C:\\\\a" \\l "c" \\n', "x"), "C:\\a#c"),
        ('<w:fldSimple w:instr="HYPERLINK &quot;https://a.org&quot;"><w:r><w:t>x</w:t></w:r></w:fldSimple>', "https://a.org"),
        (field("REF c", "x"), ""),
    ],
)  # fmt: skip
def test_where_links_lead(made: str, link: str) -> None:
    found = one("a", made, "b", linked=[("rId9", "hyperlink", "https://a.org/b")])
    assert found.text == "axb"
    assert [run.link for run in found.runs if "x" in run.text] == [link]
    assert found.runs[-1].link == ""


def test_instructions_of_fields_never_show() -> None:
    inner = field("MERGEFIELD a", "not shown")
    nested = (
        run(inside='<w:fldChar w:fldCharType="begin"/>') + run("also not") + inner
        + run(inside='<w:fldChar w:fldCharType="separate"/>') + run("shown")
        + run(inside='<w:fldChar w:fldCharType="end"/>')
    )  # fmt: skip
    assert texts(paragraph("a ", nested, field("PAGE"), " b")) == ["a shown b"]


def test_a_field_that_never_ends_hides_nothing_of_what_follows() -> None:
    begin = run(inside='<w:fldChar w:fldCharType="begin"/>')
    told = run(inside='<w:instrText>HYPERLINK "https://a.org"</w:instrText>')
    shown = run(inside='<w:fldChar w:fldCharType="separate"/>')
    read_ = read(paragraph("a", begin, told), paragraph(begin, told, shown, "b"), paragraph("c"))
    assert [[(r.text, r.link) for r in p.runs] for p in paragraphs(read_.blocks)] == [
        [("a", "")],
        [("b", "https://a.org")],
        [("c", "")],
    ]
    ends = run(inside='<w:fldChar w:fldCharType="end"/>')
    assert texts(paragraph(ends, "a", shown, "b")) == ["ab"]


def test_very_many_fields_that_never_end_hide_nothing_of_what_follows() -> None:
    form = '<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="f"/></w:ffData></w:fldChar>'
    shown = run(inside='<w:fldChar w:fldCharType="separate"/>')
    lines = [paragraph(run(inside=form), shown, f"{at}") for at in range(30)]
    found = list(paragraphs(read(*lines).blocks))
    assert [p.text for p in found] == [f"{at}" for at in range(30)]
    assert all(p.controls[0].id == "f" for p in found)
    assert [len(p.controls[0].text.split()) for p in found[:11]] == [20] * 10 + [0]


def test_tables_of_contents_are_left_out_and_counted() -> None:
    begin, *_ = field('TOC \\o "1-3"', "x").split("<w:r><w:t")
    end = run(inside='<w:fldChar w:fldCharType="end"/>')
    read_ = read(
        paragraph("Contents", style="TOC Heading"),
        paragraph(begin, "1 First", run(inside="<w:tab/>"), field("PAGEREF a", "3")),
        paragraph(field('HYPERLINK \\l "b"', "2 Second")),
        paragraph(end),
        paragraph("Tables", style="toc 1"),
        paragraph("Text", style="heading 1"),
        styles=style("TOC Heading", based_on="heading 1"),
    )
    assert [p.text for p in paragraphs(read_.blocks)] == ["", "Text"]
    assert read_.passed_over == ("Four lines of a table of contents were left out",)


def test_a_table_of_contents_that_never_ends_takes_nothing_with_it() -> None:
    begin, *_ = field("TOC", "x").split("<w:r><w:t")
    assert texts(paragraph(begin, "One"), paragraph("two")) == ["One", "two"]


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


# --- the file as a whole -----------------------------------------------------------------------


def test_title_and_language() -> None:
    core = '<coreProperties xmlns:dc="d"><dc:title> A  fund\u202e</dc:title><dc:language>cy</dc:language></coreProperties>'
    more = {
        "_rels/.rels": links(
            [("1", "officeDocument", "word/document.xml"), ("2", "metadata/core-properties", "c.xml")]
        ),
        "c.xml": core,
    }  # fmt: skip
    english = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    assert read("x", more=more)[1:3] == ("A fund", "cy")
    assert read("x", more=more, styles=english).language == "en-GB"
    own = style("Normal", '<w:rPr><w:lang w:val="fr-FR"/></w:rPr>')
    assert read("x", styles=english + own).language == "fr-FR"
    assert read("x")[1:3] == ("", "")


def test_a_strict_file_is_read_as_well() -> None:
    body = f'<w:document xmlns:w="{STRICT_W}"><w:body>{paragraph("x", style="heading 1")}</w:body></w:document>'
    styles = f'<w:styles xmlns:w="{STRICT_W}">{style("heading 1")}</w:styles>'
    strict = {
        "_rels/.rels": links([("1", "officeDocument", "word/document.xml")], STRICT_R),
        "word/_rels/document.xml.rels": links([("1", "styles", "styles.xml")], STRICT_R),
        "word/document.xml": body,
        "word/styles.xml": styles,
    }
    (found,) = read(more=strict).blocks
    assert isinstance(found, Paragraph)
    assert (found.text, found.level) == ("x", 1)


def test_parts_are_found_by_what_the_file_says_whatever_they_are_called() -> None:
    type_ = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    types = f'<Types><Override PartName="/odd/Text.xml" ContentType="{type_}"/></Types>'
    body = f'<w:document xmlns:w="{W}"><w:body>{paragraph("x", style="heading 1")}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": links([("1", "officeDocument", "/odd/Text.xml")]),
        "odd/Text.xml": body,
        "odd/_rels/Text.xml.rels": links([("1", "styles", "../looks.xml")]),
        "looks.xml": f'<w:styles xmlns:w="{W}">{style("heading 1")}</w:styles>',
        "word/document.xml": "<no/>",
    }
    assert [p.level for p in paragraphs(read(more=parts).blocks)] == [1]
    without = {**parts, "_rels/.rels": links([])}
    assert [p.level for p in paragraphs(read(more=without).blocks)] == [1]


def test_macros_are_never_looked_at_and_it_is_said() -> None:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    assert read("x", type_=kind).passed_over == ("Its macros were not looked at",)
    linked = [("v", R.replace("/2006/relationships", "") + "/vbaProject", "v.bin")]
    assert read("x", linked=linked).passed_over == ("Its macros were not looked at",)


# --- laws --------------------------------------------------------------------------------------

_WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=12).map(
    lambda words: words.replace("\u2011", "-")
)
_PIECES = st.lists(st.tuples(_WORDS, st.booleans(), st.booleans()), max_size=6)


def _made(pieces: list[tuple[str, bool, bool]], noise: str = "") -> str:
    looks = [("<w:b/>" * bold + "<w:i/>" * italic) for _, bold, italic in pieces]
    told = (run(words, looks=look) for (words, *_), look in zip(pieces, looks, strict=True))
    return paragraph(*(f"{noise}{r}" for r in told))


@given(st.lists(_PIECES, max_size=4))
def test_text_that_goes_in_comes_out_in_order(told: list[list[tuple[str, bool, bool]]]) -> None:
    assert texts(*map(_made, told)) == ["".join(words for words, *_ in pieces) for pieces in told]


@given(_PIECES, st.data())
def test_splitting_runs_and_marks_between_them_change_nothing(
    pieces: list[tuple[str, bool, bool]], data: st.DataObject
) -> None:
    split: list[tuple[str, bool, bool]] = []
    for words, bold, italic in pieces:
        at = data.draw(st.integers(0, len(words)))
        split += [(words[:at], bold, italic), (words[at:], bold, italic)]
    noise = '<w:proofErr w:type="gramStart"/><w:r w:rsidR="00B7"/><w:bookmarkEnd w:id="3"/>'
    assert read(_made(split, noise)).blocks == read(_made(pieces)).blocks


@given(st.lists(st.booleans(), max_size=8))
def test_taking_changes_as_made_is_the_file_with_them_made(deletes: list[bool]) -> None:
    tracked = [
        deleted(f"d{at}") if is_gone else inserted(f"i{at}") for at, is_gone in enumerate(deletes)
    ]
    made = [run(f"i{at}") for at, is_gone in enumerate(deletes) if not is_gone]
    assert texts(paragraph("x", *tracked)) == texts(paragraph("x", *made))


# --- a file that LibreOffice wrote -------------------------------------------------------------

FORM = Path(__file__).parent.parent / "word_files" / "form.docx"


def test_a_form_that_libreoffice_saved() -> None:
    """`form.docx` is `form.fodt` beside it, as LibreOffice 7.4 saves it."""
    read_ = read_document(FORM.read_bytes(), FORM.name)
    told = [(p.level, p.style, p.label, p.list_level, p.text) for p in paragraphs(read_.blocks)]
    assert told == [
        (0, "Title", "", 0, "Small grants form"),
        (1, "Heading 1", "Part A", 1, "About you"),
        (0, "Bid hint", "", 0, "Read the guide first."),
        *((0, "Normal", "", 0, words) for words in ("Question", "Answer", "Who", "Name", "")),
        *((0, "Normal", "", 0, words) for words in ("Post", "")),
        (2, "Heading 2", "A.1", 2, "Your council"),
        (0, "Normal", "", 0, "We are four councils.\nAnd\tmore."),
        (0, "Normal", "", 0, "☒ We agree"),
        (0, "Normal", "1.", 1, "First"),
        (0, "Normal", "(a)", 2, "deeper"),
        (0, "Normal", "(b)", 2, "again"),
        (0, "Normal", "2.", 1, "Second"),
        (0, "Normal", "•", 1, "Point"),
        (1, "Heading 1", "Part B", 1, "Your project"),
        (0, "Normal", "", 0, "With a box."),
        (0, "Frame Contents", "", 0, "In the box"),
        (0, "Normal", "", 0, "A remark."),
    ]
    assert read_[1:] == (
        "Small grants form",
        "en-GB",
        (
            "One footnote was not read",
            "One comment was not read",
            "One passage that does not show in Word was left out",
        ),
    )


def test_what_stands_in_the_form_that_libreoffice_saved() -> None:
    blocks = read_document(FORM.read_bytes(), FORM.name).blocks
    about, hint, changed, agree = (blocks[at] for at in (1, 2, 5, 6))
    assert isinstance(about, Paragraph) and about.bookmarks == ("bw_about",)
    assert isinstance(hint, Paragraph)
    assert [run.link for run in hint.runs] == ["", "https://example.org/guide", ""]
    assert isinstance(changed, Paragraph)
    assert [(run.text, run.bold, run.sort) for run in changed.runs] == [
        ("We are ", False, "plain"),
        ("four ", False, "inserted"),
        ("three ", False, "deleted"),
        ("councils", True, "plain"),
        (".\nAnd\tmore.", False, "plain"),
    ]
    assert [change.by for run in changed.runs for change in run.tracked] == ["Ann", "Ben"]
    assert isinstance(agree, Paragraph)
    assert [(c.sort, c.ticked, c.text) for c in agree.controls] == [("tick", True, "☒")]
    (table_,) = (block for block in blocks if isinstance(block, Table))
    assert [[(c.column, c.span, c.rows) for c in row.cells] for row in table_.rows] == [
        [(0, 2, 1), (2, 1, 1)],
        [(0, 1, 2), (1, 1, 1), (2, 1, 1)],
        [(1, 1, 1), (2, 1, 1)],
    ]
    assert [row.is_header for row in table_.rows] == [True, False, False]
