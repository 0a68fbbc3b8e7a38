"""Word files read into blocks: what a person sees in them, in order."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_made import (
    STRICT_R,
    STRICT_W,
    R,
    W,
    deleted,
    inserted,
    links,
    paragraph,
    run,
    style,
    table,
)
from word_read import grid, one, read, texts

from bidwriter.files.word.blocks import Paragraph, Run, Table, paragraphs
from bidwriter.files.word.reading import read_document


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
        ("<w:t>a\u2028b\u2029c</w:t>", "a\nb\nc"),
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


@pytest.mark.parametrize(("last", "level"), [("heading 2", 2), ("s0", 0)])
def test_styles_in_a_long_chain_or_in_a_circle(last: str, level: int) -> None:
    styles = "".join(style(f"s{at}", based_on=f"s{at + 1}") for at in range(40))
    found = read(paragraph("x", style="s0"), styles=styles + style("s40", based_on=last))
    assert [(p.style, p.level) for p in paragraphs(found.blocks)] == [("s0", level)]


def test_a_style_is_named_as_people_see_it_whatever_its_id() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Heading 1"/></w:style>'
    )
    (found,) = read(
        '<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr></w:p>', styles=styles
    ).blocks
    assert isinstance(found, Paragraph)
    assert (found.style, found.level) == ("Heading 1", 1)


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
