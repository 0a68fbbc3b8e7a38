"""The numbers that stand before paragraphs of a Word file, as Word shows them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_made import deleted, docx, item, level, numbering, paragraph, style, table

from bidwriter.files.word.blocks import Paragraph, paragraphs
from bidwriter.files.word.reading import read_document

THREE = level(0, "%1.") + level(1, "%1.%2") + level(2, "(%3)", "lowerLetter")


def read(*blocks: str, **parts: Any) -> list[Paragraph]:
    return list(paragraphs(read_document(docx(*blocks, **parts), "form.docx").blocks))


def labels(*blocks: str, **parts: Any) -> list[str]:
    return [paragraph.label for paragraph in read(*blocks, **parts)]


def at(*levels: int, list_id: int = 1) -> list[str]:
    return [item("x", list_id, deep) for deep in levels]


def test_levels_count_within_each_other() -> None:
    found = labels(*at(0, 1, 1, 2, 2, 1, 2, 0, 1), numbered=numbering(THREE))
    assert found == ["1.", "1.1", "1.2", "(a)", "(b)", "1.3", "(a)", "2.", "2.1"]


def test_text_between_does_not_matter_and_tables_are_counted_too() -> None:
    found = labels(*at(0), "text", table((item("x"), item("x"))), *at(0), numbered=numbering(THREE))
    assert found == ["1.", "", "2.", "3.", "4."]


def test_a_level_that_was_skipped_counts_as_begun() -> None:
    assert labels(*at(1, 1, 0, 1), numbered=numbering(THREE)) == ["1.1", "1.2", "2.", "2.1"]
    assert labels(*at(0, 2, 1), numbered=numbering(THREE)) == ["1.", "(a)", "1.2"]


def test_sort_and_level_of_a_list() -> None:
    bullet = level(0, "\uf0b7", "bullet", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>')
    bullet += level(1, "o", "bullet") + level(2, "\uf0a8", "bullet")
    numbers = level(0, "%1.") + level(1, "", "none")
    blocks = [*at(0, 1, 2), *at(0, 1, list_id=2), "x"]
    found = read(*blocks, numbered=numbering(bullet, numbers))
    assert [(p.label, p.list_sort, p.list_level) for p in found] == [
        ("•", "bullet", 1),
        ("o", "bullet", 2),
        ("□", "bullet", 3),
        ("1.", "number", 1),
        ("", "", 0),
        ("", "", 0),
    ]


@pytest.mark.parametrize(
    ("fmt", "start", "label"),
    [
        ("decimal", 1, "1"), ("decimal", 0, "0"), ("decimal", 999_999_999, "999999999"),
        ("lowerLetter", 1, "a"), ("lowerLetter", 26, "z"), ("lowerLetter", 27, "aa"),
        ("upperLetter", 28, "BB"), ("upperLetter", 780, "Z" * 30), ("upperLetter", 781, "781"),
        ("lowerLetter", 0, "0"), ("lowerRoman", 4, "iv"), ("upperRoman", 1_994, "MCMXCIV"),
        ("upperRoman", 3_999, "MMMCMXCIX"), ("upperRoman", 4_000, "4000"), ("lowerRoman", 0, "0"),
        ("decimalZero", 9, "09"), ("decimalZero", 10, "10"), ("ordinal", 1, "1st"),
        ("ordinal", 12, "12th"), ("ordinal", 22, "22nd"), ("ordinal", 111, "111th"),
        ("ordinalText", 1, "First"), ("ordinalText", 10, "Tenth"), ("ordinalText", 11, "11th"),
        ("cardinalText", 9, "Nine"), ("cardinalText", 10, "10"), ("numberInDash", 3, "- 3 -"),
        ("hebrew1", 3, "3"), ("", 3, "3"),
    ],
)  # fmt: skip
def test_how_numbers_are_written(fmt: str, start: int, label: str) -> None:
    assert labels(*at(0), numbered=numbering(level(0, "%1", fmt, start=start))) == [label]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("B%1", "B2"), ("(%1)", "(2)"), ("Question %1:", "Question 2:"), ("%1%1", "22"),
        ("100%", "100%"), ("%2.%1", ".2"), ("%0", "%0"), ("\u202e%1", "2"), ("", ""),
    ],
)  # fmt: skip
def test_what_stands_round_a_number(text: str, label: str) -> None:
    assert labels(*at(0, 0), numbered=numbering(level(0, text)))[1] == label


def test_a_legal_level_writes_all_numbers_in_digits() -> None:
    levels = level(0, "%1.", "upperRoman") + level(1, "%1.%2", "lowerLetter", "<w:isLgl/>")
    assert labels(*at(0, 0, 1), numbered=numbering(levels)) == ["I.", "II.", "2.1"]


@pytest.mark.parametrize(
    ("restart", "found"),
    [
        ("", ["1", "1", "1", "1", "1", "1", "1"]),
        ('<w:lvlRestart w:val="0"/>', ["1", "1", "1", "1", "2", "1", "3"]),
        ('<w:lvlRestart w:val="1"/>', ["1", "1", "1", "1", "2", "1", "1"]),
        ('<w:lvlRestart w:val="2"/>', ["1", "1", "1", "1", "1", "1", "1"]),
    ],
)
def test_where_a_level_starts_anew(restart: str, found: list[str]) -> None:
    levels = level(0, "%1") + level(1, "%2") + level(2, "%3", more=restart)
    told = labels(*at(0, 1, 2, 1, 2, 0, 2), numbered=numbering(levels))
    assert [told[i] for i in (2, 4, 6)] == [found[i] for i in (2, 4, 6)]


def test_lists_of_one_shape_count_on_unless_they_start_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "Part %1", "upperLetter")}</w:lvlOverride>'
    numbered = numbering(THREE, overrides={2: (1, ""), 3: (1, again), 4: (1, other)})
    blocks = [item("x", list_id) for list_id in (1, 2, 3, 3, 1, 4)]
    assert labels(*blocks, numbered=numbered) == ["1.", "2.", "5.", "6.", "7.", "Part H"]


@pytest.mark.parametrize("list_id", ["0", "77", "", "nonsense"])
def test_what_is_in_no_list_has_no_label(list_id: str) -> None:
    looks = f'<w:numPr><w:numId w:val="{list_id}"/></w:numPr>'
    numbered = numbering(THREE, overrides={0: (1, "")})
    assert labels(paragraph("x", looks=looks), numbered=numbered) == [""]


def test_headings_are_numbered_by_their_styles() -> None:
    linked = "".join(
        level(deep, text, more=f'<w:pStyle w:val="heading{deep + 1}"/>')
        for deep, text in enumerate(("%1", "%1.%2"))
    )
    numbered_by = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("heading 1", numbered_by) + style("heading 2", numbered_by)
    styles += style("Own", based_on="heading 2")
    names = ("heading 1", "heading 2", "Own", "heading 1", "heading 2")
    blocks = [paragraph("x", style=name) for name in names]
    blocks.append(
        paragraph("x", style="heading 1", looks='<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    found = labels(*blocks, styles=styles, numbered=numbering(linked))
    assert found == ["1", "1.1", "1.2", "2", "2.1", ""]


def test_a_style_can_say_its_level_itself() -> None:
    styles = style(
        "Own", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    deeper = '<w:numPr><w:ilvl w:val="2"/></w:numPr>'
    blocks = [paragraph("x", style="Own"), paragraph("x", style="Own", looks=deeper)]
    assert labels(*blocks, styles=styles, numbered=numbering(THREE)) == ["1.1", "(a)"]


def test_a_list_can_be_like_a_style_of_lists() -> None:
    styles = style(
        "Ours", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering"
    )
    numbered = numbering('<w:numStyleLink w:val="Ours"/>', THREE)
    found = labels(*at(0, 1), item("x", 2), styles=styles, numbered=numbered)
    assert found == ["1.", "1.1", "2."]


def test_a_number_format_of_words_own_counts_in_digits() -> None:
    fmt = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="upperRoman"/></mc:Fallback></mc:AlternateContent>'
    )
    levels = f'<w:lvl w:ilvl="0"><w:start w:val="4"/>{fmt}<w:lvlText w:val="%1)"/></w:lvl>'
    assert labels(*at(0), numbered=numbering(levels)) == ["IV)"]


def test_paragraphs_that_were_deleted_do_not_count() -> None:
    gone = '<w:rPr><w:del/></w:rPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    blocks = [item("a"), paragraph(deleted("b"), looks=gone), item("c")]
    assert [(p.text, p.label) for p in read(*blocks, numbered=numbering(THREE))] == [
        ("a", "1."),
        ("c", "2."),
    ]
    last = [item("a"), paragraph(deleted("b"), looks=gone), table((item("c"),))]
    assert labels(*last, numbered=numbering(THREE)) == ["1.", "", "2."]


@given(st.lists(st.integers(0, 2), min_size=1, max_size=12))
def test_no_number_of_a_list_comes_twice_in_one_place(deep: list[int]) -> None:
    levels = "".join(level(n, ".".join(f"%{k + 1}" for k in range(n + 1))) for n in range(3))
    found = labels(*at(0, *deep), numbered=numbering(levels))
    assert len({*found}) == len(found)
    assert [label.count(".") for label in found] == [0, *deep]
