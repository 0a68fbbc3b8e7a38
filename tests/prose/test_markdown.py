"""Rich text goes into files and comes back the same."""

from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from markdown_it import MarkdownIt

from bidwriter.prose.blocks import Block, Span, normal, numbers, whole
from bidwriter.prose.figures import figure
from bidwriter.prose.links import safe_link
from bidwriter.prose.markdown import parse, stored, write
from bidwriter.prose.markdown_reading import read_any
from bidwriter.prose.markdown_simple import read_simple
from bidwriter.prose.rises import Rise

TRICKY = st.text(
    st.sampled_from("aB1 .,;:!?*_`~[](){}<>#&+-=|\\/\n\t\u00a0\u200b\u2028“”é—&amp;")
    | st.characters(exclude_categories=["Cs"]),
    max_size=24,
)
LINKS = st.sampled_from(["", "", "https://example.org/a_(b)?c=1&copy=2", "mailto:a@b.example"])
NAMES = st.sampled_from(["requested", "net-present-value", "a1-2"])
RISES = st.sampled_from(["", "", "raised", "lowered"])
SPANS = st.builds(
    Span, TRICKY, st.booleans(), st.booleans(), LINKS, st.just(""), RISES
) | st.builds(
    lambda name, bold, italic, link, rise: Span(figure(name).text, bold, italic, link, name, rise),
    NAMES, st.booleans(), st.booleans(), LINKS, RISES,
)  # fmt: skip
KINDS = st.sampled_from(["paragraph", "heading", "bullet", "number", "number"])
STARTS = st.none() | st.integers(-1, 12) | st.sampled_from([99, 900_000_000, 900_000_001])
BLOCKS = st.lists(
    st.builds(Block, KINDS, st.lists(SPANS, max_size=4).map(tuple), st.integers(1, 3), STARTS),
    max_size=6,
)


def texts(blocks: tuple[Block, ...]) -> list[tuple[str, str, int, int | None]]:
    return [(block.kind, block.text, block.level, block.start) for block in blocks]


@given(BLOCKS.map(tuple))
def test_no_character_is_lost_or_made_up(blocks: tuple[Block, ...]) -> None:
    assert texts(parse(write(blocks))) == texts(normal(blocks))


@given(BLOCKS.map(tuple))
def test_what_is_stored_is_stored_once_and_for_all(blocks: tuple[Block, ...]) -> None:
    text = write(blocks)
    assert write(parse(text)) == text
    answer = write(whole(normal(blocks)))
    assert stored(text) == stored(answer) == answer


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
        "10<sup>6</sup>, H<sub>2</sub>O",
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
     "<sup>", "</sup>", "<sub>x</sub>", "}", "{{figure:requested}}", "**{{figure:requested}}**", "{{figure:Nought}}", "{{figure:a-}}"]
)  # fmt: skip


@settings(max_examples=tries(800))
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


# --- lists and heights, as other readers of CommonMark see them ------------------------------------

Seen = tuple[str, int, int | None, str]


def as_others_read(text: str) -> list[Seen]:
    """Kind, level, number and words (raised and lowered ones in their tags) of each block."""
    found: list[Seen] = []
    lists: list[list[int | None]] = []
    kind = "paragraph"
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "ordered_list_open":
            start = token.attrGet("start")
            lists.append([1 if start is None else int(start)])
        elif token.type == "bullet_list_open":
            lists.append([None])
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif token.type == "list_item_close" and (number := lists[-1][0]) is not None:
            lists[-1][0] = number + 1
        elif token.type in ("heading_open", "heading_close"):
            kind = "heading" if token.type == "heading_open" else "paragraph"
        elif token.type == "inline":
            number = lists[-1][0] if lists else None
            shown = ("bullet" if number is None else "number") if lists else kind
            breaks = ("softbreak", "hardbreak")
            words = "".join("\n" if t.type in breaks else t.content for t in token.children or ())
            found.append((shown, max(1, len(lists)), number, words))
    return found


def as_meant(blocks: tuple[Block, ...]) -> list[Seen]:
    tags = {"": ("", ""), "raised": ("<sup>", "</sup>"), "lowered": ("<sub>", "</sub>")}
    return [
        (b.kind, b.level, number, "".join(s.text.join(tags[s.rise]) for s in b.spans))
        for b, number in zip(blocks, numbers(blocks), strict=True)
    ]


def risen(text: str, rise: Rise) -> Span:
    return Span(text, rise=rise)


PLAIN = st.text(st.sampled_from("aB1.)-+*# \n<>&"), min_size=1, max_size=8)
PLAINLY = st.lists(
    st.builds(
        Block,
        KINDS,
        st.lists(st.builds(risen, PLAIN, RISES), min_size=1, max_size=3).map(tuple),
        st.integers(1, 2),
        st.none() | st.integers(0, 12),
    ),
    max_size=8,
).map(tuple)


@settings(max_examples=tries(300))
@given(PLAINLY)
def test_any_reader_of_commonmark_sees_what_was_meant(blocks: tuple[Block, ...]) -> None:
    meant = whole(normal(blocks))
    assert as_others_read(write(meant)) == as_meant(meant)
    assert parse(write(meant)) == meant == whole(meant)


@given(PLAINLY, st.integers(0, 8), st.integers(0, 8))
def test_a_passage_of_an_answer_is_kept_by_itself(
    blocks: tuple[Block, ...], start: int, end: int
) -> None:
    for part in (whole(normal(blocks))[start:end], blocks):
        assert parse(write(part)) == normal(part)
        assert stored(write(part)) == write(whole(normal(part)))


def test_the_one_written_form() -> None:
    blocks = (
        Block("number", (Span("costs"),), start=3),
        Block("bullet", (Span("of staff\nand more"),), 2),
        Block("number", (Span("of travel"),), 2, 7),
        Block("number", (Span("time"),)),
        Block("number", (Span("weeks"),), 2, 2),
        Block("number", (Span("another list"),), start=1),
        Block("paragraph", (Span("CO"), Span("2", rise="lowered"), Span(" at 10"),
                            Span("-6", rise="raised"), Span(" on the 1"), Span("st", rise="raised"))),
    )  # fmt: skip
    text = (
        "3. costs\n   - of staff\\\n     and more\n   7. of travel\n4. time\n\n   2. weeks\n\n"
        "1) another list\n\nCO₂ at 10⁻⁶ on the 1<sup>st</sup>"
    )
    assert write(blocks) == text
    assert parse(text) == whole(normal(blocks))
    assert stored("1) a\n2) b\n   * c\n      * d") == "1. a\n2. b\n   - c\n   - d"


def test_an_item_of_the_second_level_needs_one_of_the_first() -> None:
    alone = (Block("paragraph", (Span("x"),)), Block("bullet", (Span("y"),), 2))
    assert normal(alone)[1].level == 1
    assert [b.level for b in normal((*alone, Block("bullet", (Span("z"),), 2)))] == [1, 1, 2]
    assert normal(alone[1:]) == parse("  - y") == (Block("bullet", (Span("y"),), 2),)  # a passage
    assert stored("  - y") == "- y"


def test_a_tag_without_its_other_half_and_every_other_tag_mean_themselves() -> None:
    for text in ("<sup>", "a</sub>", "<sup>a</sub>", "<SUP>a</SUP>", "<sup x>a</sup>", "<b>a</b>"):
        (block,) = parse(text)
        assert (block.text, {span.rise for span in block.spans}) == (text, {""})
    assert parse("<sup><sub>a</sub></sup>")[0].text == "<sup>a</sup>"


def test_no_raised_digit_is_a_mere_look() -> None:
    for text, printed in (
        ("10<sup>6</sup>", "10⁶"),
        ("x<sup>a1-2</sup>", "xa¹⁻²"),
        ("H<sub>2</sub>O", "H₂O"),
        ("1<sup>re-use</sup>", "1re-use"),
    ):
        assert parse(stored(text))[0].text == printed


def test_odd_heights_cost_no_more_than_their_length() -> None:
    for odd in (" " * 150_000, "(" * 150_000, " \n" * 50_000, "1(" * 75_000):
        block = Block("paragraph", (Span(f"a{odd}b", rise="raised"),))
        assert "".join(normal((block,))[0].text.split())[-1] == "b"
