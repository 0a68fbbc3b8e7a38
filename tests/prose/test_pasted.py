"""Clipboards as office programs fill them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.prose.blocks import Block, Span, normal
from bidwriter.prose.links import allowed_link
from bidwriter.prose.pasted import blocks_from_html, blocks_from_text

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=Generator content="Microsoft Word 15"><title>No</title>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;font-size:11.0pt;color:red;} @list l0 {mso-list-id:1;} --></style>
</head><body lang=EN-GB style='tab-interval:36.0pt'>
<!--StartFragment-->
<h2 style='mso-outline-level:2'>Our<span style='mso-spacerun:yes'>  </span>approach<o:p></o:p></h2>
<p class=MsoNormal><b>Forty</b> interviews across <i style='mso-bidi-font-style:normal'>four</i>
councils, <span style='color:red'>in three weeks</span>. See <a href="https://www.gov.uk/x?a=1&amp;b=2"><span
style='color:blue'>the standard</span></a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>listen<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><!--[endif]-->observe<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><!--[endif]-->count<o:p></o:p></p>
<p class=MsoNormal>Kept <del cite="mailto:J" datetime="2018-11-01">removed</del><ins cite="mailto:J">added</ins><span
class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[JP1]</a></span><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Who<o:p></o:p></p></td><td><p class=MsoNormal>Days</p></td></tr>
<tr><td><p class=MsoNormal><b>Analyst</b></p></td><td><p class=MsoNormal>40</p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="p"><v:imagedata src="file:///C:/x.png"/></v:shape><![endif]--><img
width=10 src="file:///C:/x.png"></p>
<!--EndFragment--></body></html>"""


def kinds(html: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks_from_html(html)]


def test_word() -> None:
    blocks = blocks_from_html(WORD)
    assert [(b.kind, b.text.replace("\u00a0", "~")) for b in blocks] == [
        ("heading", "Our approach"),
        ("paragraph", "Forty interviews across four councils, in three weeks. See the standard."),
        ("bullet", "listen"),
        ("bullet", "observe"),
        ("number", "count"),
        ("paragraph", "Kept added"),
        ("paragraph", "Who | Days"),
        ("paragraph", "Analyst | 40"),
    ]
    assert blocks[1].spans[0] == Span("Forty", bold=True)
    assert Span("four", italic=True) in blocks[1].spans
    assert Span("the standard", link="https://www.gov.uk/x?a=1&b=2") in blocks[1].spans
    assert blocks[7].spans[0] == Span("Analyst", bold=True)


def test_outlook_and_its_web_twin() -> None:
    html = (
        "<div class='WordSection1'><p class=MsoNormal>Hello,<o:p></o:p></p><p class=MsoNormal>"
        "<o:p>&nbsp;</o:p></p><div><div>Two<br>lines</div><ul type=disc><li class=MsoListParagraph "
        "style='mso-list:l0 level1 lfo1'>item<o:p></o:p></li></ul></div></div>"
    )
    shown = [(kind, text) for kind, text in kinds(html) if text != "\u00a0"]
    assert shown == [("paragraph", "Hello,"), ("paragraph", "Two\nlines"), ("bullet", "item")]


def test_libreoffice() -> None:
    html = (
        '<meta http-equiv="content-type"/><style>p { color: #000 }</style>'
        '<p style="line-height: 100%">\nOne <b>two</b>\n<i>three</i></p>\n'
        '<ol>\n\t<li><p style="x">first</p></li>\n\t<li><p>second</p></li>\n</ol>'
    )
    assert kinds(html) == [
        ("paragraph", "One two three"),
        ("number", "first"),
        ("number", "second"),
    ]


def test_a_browser_with_nested_and_unclosed_tags() -> None:
    html = (
        "<h1>Big</h1><p>a<p>b<ul><li>one<li>two<ol><li>deep</ol><li>three</ul>"
        "<script>alert(1)</script><div>x <span style='font-weight:700'>y</span>"
        "<b style='font-weight:normal'>z</b></div></section></b>"
    )
    assert kinds(html) == [
        ("heading", "Big"),
        ("paragraph", "a"),
        ("paragraph", "b"),
        ("bullet", "one"),
        ("bullet", "two"),
        ("number", "deep"),
        ("bullet", "three"),
        ("paragraph", "x yz"),
    ]
    assert blocks_from_html(html)[-1].spans == (Span("x "), Span("y", bold=True), Span("z"))


def test_what_is_typed_as_mark_up_stays_text() -> None:
    assert kinds("<p>&lt;b&gt; &amp;amp; **x**</p>") == [("paragraph", "<b> &amp; **x**")]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://x.org/a", True),
        ("HTTP://x.org", True),
        ("mailto:a@b.uk", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("#top", False),
        ("https:///", False),
    ],
)
def test_links_are_web_or_mail(address: str, kept: bool) -> None:
    assert bool(allowed_link(address)) is kept
    spans = blocks_from_html(f"<a href='{address}'>x</a>")[0].spans
    assert bool(spans[0].link) is kept


def test_plain_text() -> None:
    text = "One\r\ntwo\n\n• listen\n- count\n1. first\n2) second\n-5 degrees\n3.5 days\x00\ufffc"
    assert [(b.kind, b.text) for b in blocks_from_text(text)] == [
        ("paragraph", "One"),
        ("paragraph", "two"),
        ("bullet", "listen"),
        ("bullet", "count"),
        ("number", "first"),
        ("number", "second"),
        ("paragraph", "-5 degrees"),
        ("paragraph", "3.5 days"),
    ]


def test_words_are_never_glued_or_lost_between_inline_tags() -> None:
    html = "<p>one <b> two</b> <i>three </i>four</p>"
    assert kinds(html) == [("paragraph", "one two three four")]


def test_preformatted_keeps_its_lines() -> None:
    assert kinds("<pre>a  b\n c</pre>") == [("paragraph", "a  b\nc")]


@given(st.text())
def test_nothing_breaks_it(text: str) -> None:
    for blocks in (blocks_from_html(text), blocks_from_text(text)):
        assert normal(blocks) == blocks
        assert not any("\x00" in block.text or "\ufffc" in block.text for block in blocks)


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<ul>",
                "<li>",
                "</ul>",
                "<td>",
                "<tr>",
                "q",
                " ",
                "<b>",
                "</b>",
                "<table>",
                "</table>",
                "<h2>",
            ]
        )
    )
)
def test_broken_mark_up_keeps_every_letter(parts: list[str]) -> None:
    html = "".join(parts)
    assert "".join(b.text for b in blocks_from_html(html)).count("q") == html.count("q")


def test_a_block_is_a_block() -> None:
    assert blocks_from_html("") == ()
    assert blocks_from_html("<p>x</p>") == (Block("paragraph", (Span("x"),)),)


def test_a_live_figure_stays_live() -> None:
    html = '<p>We ask <b><span data-figure="requested">£78,<i>4</i>00</span></b> for it</p>'
    (block,) = blocks_from_html(html)
    live = [span for span in block.spans if span.figure]
    assert [(span.figure, span.bold) for span in live] == [("requested", True)]
    (block,) = blocks_from_html('<span data-figure="{{no}}">£5</span>')
    assert block.spans == (Span("£5"),)
