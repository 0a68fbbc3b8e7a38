"""Places to fill in a Word file, and its fields and links: what they are and what shows."""

import pytest
from word_made import (
    cell,
    control,
    field,
    paragraph,
    row,
    run,
    style,
    table,
)
from word_read import one, read, texts

from bidwriter.files.word.blocks import Control, Paragraph, paragraphs

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


def test_a_field_of_a_form_that_shows_nothing_ends_with_its_paragraph() -> None:
    begin = '<w:fldChar w:fldCharType="begin"><w:ffData><w:textInput/></w:ffData></w:fldChar>'
    found = list(paragraphs(read(paragraph("a", run(inside=begin)), "b").blocks))
    assert [(c.text, c.is_prompt) for c in found[0].controls] == [("", True)]
    assert found[1].text == "b"


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
