"""Rich text goes into files and comes back the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bidwriter.prose.blocks import Block, Span, normal
from bidwriter.prose.figures import figure
from bidwriter.prose.links import safe_link
from bidwriter.prose.markdown import parse, stored, write
from bidwriter.prose.markdown_reading import read_any
from bidwriter.prose.markdown_simple import read_simple

TRICKY = st.text(
    st.sampled_from("aB1 .,;:!?*_`~[](){}<>#&+-=|\\/\n\t\u00a0\u200b\u2028“”é—&amp;")
    | st.characters(exclude_categories=["Cs"]),
    max_size=24,
)
LINKS = st.sampled_from(["", "", "https://example.org/a_(b)?c=1&copy=2", "mailto:a@b.example"])
NAMES = st.sampled_from(["requested", "net-present-value", "a1-2"])
SPANS = st.builds(Span, TRICKY, st.booleans(), st.booleans(), LINKS, st.just("")) | st.builds(
    lambda name, bold, italic, link: Span(figure(name).text, bold, italic, link, name),
    NAMES, st.booleans(), st.booleans(), LINKS,
)  # fmt: skip
KINDS = st.sampled_from(["paragraph", "heading", "bullet", "number"])
BLOCKS = st.lists(st.builds(Block, KINDS, st.lists(SPANS, max_size=4).map(tuple)), max_size=5)


def texts(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


@given(BLOCKS.map(tuple))
def test_no_character_is_lost_or_made_up(blocks: tuple[Block, ...]) -> None:
    assert texts(parse(write(blocks))) == texts(normal(blocks))


@given(BLOCKS.map(tuple))
def test_what_is_stored_is_stored_once_and_for_all(blocks: tuple[Block, ...]) -> None:
    text = write(blocks)
    assert write(parse(text)) == text
    assert stored(text) == text


@given(TRICKY | st.text(st.sampled_from("*_a b\n-1.)#>`<&;![]()\\"), max_size=60))
def test_any_text_reads_and_settles(text: str) -> None:
    once = stored(text)
    assert stored(once) == once


@given(BLOCKS.map(tuple))
def test_normal_is_settled(blocks: tuple[Block, ...]) -> None:
    assert normal(normal(blocks)) == normal(blocks)


def test_styles_that_an_officer_makes_come_back() -> None:
    blocks = (
        Block("heading", (Span("What we do"),)),
        Block(
            "paragraph",
            (Span("We "), Span("really ", bold=True), Span("mean it", bold=True, italic=True)),
        ),
        Block(
            "paragraph",
            (
                Span("un"),
                Span("believ", italic=True),
                Span("able (or "),
                Span("not", bold=True),
                Span(")"),
            ),
        ),
        Block("bullet", (Span("see "), Span("the map", link="https://example.org/x"))),
        Block("bullet", (Span("1. not a number"),)),
        Block("number", (Span("first\nsecond line"),)),
    )
    assert parse(write(blocks)) == (
        blocks[0],
        Block(
            "paragraph",
            (Span("We "), Span("really ", bold=True), Span("mean it", bold=True, italic=True)),
        ),
        *blocks[2:],
    )


def test_markup_prints_as_typed() -> None:
    for text in (
        "<b>bold</b> & &amp; {{figure:grant}}",
        "![x](y)",
        "`code`",
        "    indented",
        "> quote",
        "a | b",
    ):
        assert (
            "\n".join(b.text for b in parse(write((Block("paragraph", (Span(text),)),))))
            == text.strip()
        )


def test_only_web_and_mail_addresses_are_links() -> None:
    assert parse("[x](javascript:alert(1))") == (Block("paragraph", (Span("x"),)),)
    assert safe_link("file:///etc/passwd") == ""
    assert safe_link(" https://a.example/b c ") == "https://a.example/b%20c"


PIECES = st.sampled_from(
    ["word", "two words", "**", "*", "(", ")", " ", ". ", "a_b", "_", "\\*", "\\", "&", "&amp;", "<", "<b>", "!", "[", "]",
     "](https://example.org/x)", "](mailto:a@b.c)", "1", ",", "£5", "~", "`", "{", "#", "—", "“", "é",
     "}", "{{figure:requested}}", "**{{figure:requested}}**", "{{figure:Nought}}", "{{figure:a-}}"]
)  # fmt: skip


@settings(max_examples=800)
@given(st.lists(PIECES, max_size=9).map("".join))
def test_the_quick_reader_reads_as_commonmark_does(text: str) -> None:
    quick = read_simple(text)
    if quick is not None:
        whole = normal((Block("paragraph", read_any(text)),))
        assert normal((Block("paragraph", quick),)) == whole


def test_the_quick_reader_reads_what_officers_write() -> None:
    for text in (
        "**Listen.** We hear *you*, R&D, a_b and [us](https://a.example/b-c?d=e).",
        "plain, 5 < 6",
        "(**x**)",
    ):
        assert read_simple(text) is not None
