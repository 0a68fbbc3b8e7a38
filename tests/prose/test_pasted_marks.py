"""What office programs hang on words: heights, notes, strokes, signs, numbers, levels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.prose.blocks import numbers, plain_text
from bidwriter.prose.markdown import write
from bidwriter.prose.pasted import blocks_from_text, plain_from_text, read_html
from bidwriter.prose.symbol_fonts import PRIVATE_LETTERS, UNKNOWN, shown, symbol_font


def text_of(html: str) -> str:
    return plain_text(read_html(html).blocks)


def said(html: str) -> str:
    return read_html(html).passed.sentence


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("10<sup>6</sup> and 5 m<sup>2</sup>, H<sub>2</sub>O", "10⁶ and 5 m², H₂O"),
        ("10<sup>−6</sup> or 10<sup>-6</sup>", "10⁻⁶ or 10⁻⁶"),
        ("10<span style='vertical-align:super;font-size:0.6em'>6</span>", "10⁶"),
        ("10<span style='position:relative;top:-4.0pt;mso-text-raise:4.0pt'>6</span>", "10⁶"),
        ("CO<span style='mso-text-raise:-3.0pt'>2</span>", "CO₂"),
        ("<style>.x9 {vertical-align: super}</style>10<span class=x9>6</span>", "10⁶"),
        ("10<sup><span style='vertical-align:baseline'>6</span></sup>", "10⁶"),
        # notes: LibreOffice, Word, Google Docs, Wikipedia, GitHub
        ("£1,200<a class='sdfootnoteanc' href='#sdfootnote1sym'><sup>1</sup></a>.", "£1,200[1]."),
        (
            "£1,200<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span "
            "class=MsoFootnoteReference><span style='mso-special-character:footnote'>"
            "<![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span>"
            "</span></a>",
            "£1,200[1]",
        ),
        ("£1,200<span style='vertical-align:super'>1</span> each", "£1,200[1] each"),
        ("£1.2 million<sup>12</sup>", "£1.2 million[12]"),
        (
            "done<sup class='reference'><a href='https://x.org/wiki/A#cite_note-3'>"
            "<span>[</span>3<span>]</span></a></sup>",
            "done[3]",
        ),
        ("done<sup><a href='#user-content-fn-1' data-footnote-ref>1</a></sup>", "done[1]"),
        ("£9m<sup>2,3</sup>, £80k<sup>*</sup>, £5<sup>(2)</sup>", "£9m[2,3], £80k[*], £5[2]"),
        ("12%<sup>[1]</sup> and 12%<sup>1</sup>", "12%[1] and 12%¹"),
        ("£5<sup>th</sup> per m<sup>2</sup>", "£5th per m²"),
        ("<a class='sdfootnotesym' href='#sdfootnote1anc'>1</a> The note", "[1] The note"),
        ("12<a role='doc-noteref' href='#n'>*</a>", "12[*]"),
        # a link that leads on, and one within the page that is no note
        ("<a href='#_Toc1'>Costs</a> 4", "Costs 4"),
    ],
)  # fmt: skip
def test_heights_and_notes_never_melt_into_numbers(html: str, text: str) -> None:
    assert text_of(html) == text


def test_letters_that_are_raised_stay_so() -> None:
    assert write(read_html("the 1<sup>st</sup>, x<sub>max</sub>").blocks) == (
        "the 1<sup>st</sup>, x<sub>max</sub>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<s>one two</s>",
        "<del>one two</del>",
        "<strike>one two</strike>",
        "<span style='text-decoration:line-through'>one two</span>",
        "<span style='text-decoration: underline line-through'>one two</span>",
        "<span style='text-decoration-line:line-through'>one <b style='text-decoration:none'>two</b></span>",
        "<div style='text-decoration:line-through'><p>one</p><ul><li>two</ul></div>",
        "<span class=msoDel>one two</span>",
        "<span class='ql-strikethrough'>one two</span>",
        "<span role=deletion>one two</span>",
        "<style>span.T4 {text-decoration: line-through}</style><span class=T4>one two</span>",
    ],
)
def test_what_is_struck_out_stays_out_and_is_counted(html: str) -> None:
    html = html.replace("<style>", "<style>p {margin: 0} ")
    assert text_of(f"<p>kept {html}</p>") == "kept"
    assert said(f"<p>kept {html}</p>") == "Left out two words struck through"


@pytest.mark.parametrize(
    "how",
    [
        "style='display:none'", "style='visibility: hidden'", "style='mso-hide:all'",
        "style='font-size:0'", "style='font-size:0.0pt'", "style='opacity:0'", "hidden",
        "style='position:absolute;clip:rect(0 0 0 0)'",
    ],
)  # fmt: skip
def test_what_nobody_sees_stays_out_and_is_counted(how: str) -> None:
    html = f"<p>kept<span {how}> one</span></p>"
    assert (text_of(html), said(html)) == ("kept", "Left out one hidden word")


@pytest.mark.parametrize("how", ["display:none", "mso-hide:all", "visibility:hidden", "opacity:0"])
def test_a_size_further_in_shows_nothing_that_is_hidden(how: str) -> None:
    html = f"<p style='{how}'><span style='font-size:11pt'>one</span></p>"
    assert (text_of(html), said(html)) == ("", "Left out one hidden word")


def test_what_is_seen_inside_of_it_comes_in() -> None:
    html = (
        "<div style='font-size:0'><p style='font-size:12pt'>a</p></div>"
        "<p style='visibility:hidden'><b style='visibility:visible'>b</b></p>"
        "<p style='font-size:0.5em;opacity:0.5;text-decoration:underline'>c</p>"
    )
    assert (text_of(html), said(html)) == ("a\nb\nc", "")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a <span style='font-family:Wingdings'>à</span> b", "a → b"),
        ("<span style='font-family:\"Wingdings\", serif'>ü</span> done", "✓ done"),
        (
            "<span style='font-family:Wingdings;mso-char-type:symbol;mso-symbol-font-family:"
            "Wingdings'><span style='mso-char-type:symbol'>ß</span></span> x",
            "← x",
        ),
        (
            "<span style='font-family:Symbol'>®</span> <span style='font-family:Symbol'>D5</span>",
            "→ Δ5",
        ),
        ("<font style='font-family:Webdings'>a</font>", "✔"),
        ("<span style='font-family:\"Wingdings 2\"'>P</span>", "✓"),
        ("\uf0e0 \uf0fc \uf0b7 \uf04a", "→ ✓ • :)"),
        ("<span style='font-family:Wingdings'>→</span>", "→"),
        (
            "<span style='font-family:Wingdings'><span style='font-family:Arial'>à</span></span>",
            "à",
        ),
        ("Voilà, Fürth", "Voilà, Fürth"),
        ("<font face='Wingdings'>ü</font> <font face=Arial>ü</font>", "✓ ü"),
    ],
)
def test_letters_of_symbol_fonts_are_the_signs_that_are_seen(html: str, text: str) -> None:
    assert text_of(html) == text


def test_a_sign_without_a_character_is_said() -> None:
    html = "<p style='font-family:Webdings'>\xfe\xfe</p>"
    assert text_of(html) == UNKNOWN * 2
    assert said(html) == "Two signs of symbol fonts have no character and stand as “[?]”"


@given(st.text())
def test_no_letter_of_a_symbol_font_is_lost(text: str) -> None:
    for font in ("Wingdings", "'Wingdings 3'", "symbol"):
        assert len(shown(text, symbol_font(font))) >= len(text)
    assert not any(char in PRIVATE_LETTERS.values() for char in "àü")


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b"),
        ("<ol><li>a<li value=7>b<li>c</ol>", "1. a\n\n7) b\n8) c"),
        ("<ol><li>a</ol><p>x</p><ol start='2'><li>b</ol>", "1. a\n\nx\n\n2. b"),
        ("<ol><li>a</ol><ol><li>b</ol>", "1. a\n\n1) b"),
        ("<ul><li>a<ol start=4><li>b</ol><li>c</ul>", "- a\n\n  4. b\n- c"),
        ("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ul><li aria-level=1>a</li></ul><ul><li aria-level=2>b</li></ul>", "- a\n  - b"),
        ("<ol start='-2'><li>a</ol>", "1. a"),
        ("<ol start='99999999999999999999'><li>a</ol>", "1. a"),
    ],
)
def test_lists_keep_their_numbers_and_levels(html: str, stored: str) -> None:
    assert write(read_html(html).blocks) == stored


def test_words_own_lists() -> None:
    item = "<p class=MsoListParagraph style='mso-list:l0 level{} lfo1'><span style='mso-list:Ignore'>{}<span>&nbsp; </span></span>{}</p>"
    marks = [
        (1, "3.", "a"),
        (2, "·", "b"),
        (2, "o", "c"),
        (1, "4.", "d"),
        (3, "(i)", "e"),
        (2, "1.2", "f"),
    ]
    read = read_html("".join(item.format(*mark) for mark in marks))
    assert [(b.kind, b.level, n) for b, n in zip(read.blocks, numbers(read.blocks), strict=True)] == [
        ("number", 1, 3), ("bullet", 2, None), ("bullet", 2, None),
        ("number", 1, 4), ("number", 2, 1), ("number", 2, 2),
    ]  # fmt: skip
    assert read.passed.sentence == (
        "One list item stood deeper than two levels and is on the second"
    )


def test_all_that_is_passed_over_is_said_in_one_sentence() -> None:
    html = (
        "<p>x<img src=a><img src=b><svg><text>t</text></svg><del>a b c</del>"
        "<a class=msocomanchor>[J1]</a><a href='file:///c:/x'>y</a><a href='#z'>z</a></p>"
        "<table><tr><td>1<td>2<tr><td>3<td>4</table><table><tr><td>alone</table>"
        "<ol><li style='list-style-type:lower-alpha'>q<li style='list-style-type:lower-alpha'>r</ol>"
    )
    assert said(html) == (
        "Left out three pictures, three words struck through, one comment and one link that leads "
        "to no web page; one table became lines of text and one list with letters is numbered"
    )
    assert said("<p>x <b>y</b> <script>z</script><o:p></o:p></p>") == ""
    assert said("<div hidden><img src=a><b>q</b></div>x") == "Left out one hidden word"


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("§ 3 of the Act", "§ 3 of the Act"),
        ("§\tfirst\no\tsecond\nü\tthird", "- first\n- second\n- third"),
        ("o 3 is no item", "o 3 is no item"),
        ("3. a\n4. b\n\ntext\n5) c", "3. a\n4. b\n\ntext\n\n5. c"),
        ("1. a\n    - b\n    - c\n2. d", "1. a\n   - b\n   - c\n2. d"),
        ("\t\uf0b7\ta\n\t\to\tb", "- a\n  - b"),
        ("   - a\n   - b", "- a\n- b"),
    ],
)
def test_plain_text_with_lists(text: str, stored: str) -> None:
    assert write(blocks_from_text(text)) == stored


def test_plain_text_as_it_is() -> None:
    assert write(plain_from_text("- a\r\n3. b\n\uf0e0")) == "\\- a\n\n3\\. b\n\n→"
