"""Whatever a clipboard holds is read in time that grows with its length alone, within bounds."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from html_made import HOSTILE_HTML, HOSTILE_TEXT
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.bids.sheets.grid import TooMuchCopiedError, grid_of, rows_of_html, rows_of_text
from bidwriter.prose.blocks import MOST_CHARACTERS, Span, TooLongError, plain_text
from bidwriter.prose.mark_up import LONGEST, MOST_PIECES, TooMuchMarkUpError, unescaped
from bidwriter.prose.pasted import blocks_from_html, blocks_from_text

READERS = [
    *((blocks_from_html, f"answer: {name}", made) for name, made in HOSTILE_HTML.items()),
    *((rows_of_html, f"table: {name}", made) for name, made in HOSTILE_HTML.items()),
    *((rows_of_text, f"text: {name}", made) for name, made in HOSTILE_TEXT.items()),
]


def steps(work: Callable[[], object]) -> int:
    """How many functions are called in `work`, Python's own too."""
    many = 0

    def count(_frame: object, what: str, _about: object) -> None:
        nonlocal many
        many += what in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    except (TooLongError, TooMuchMarkUpError, TooMuchCopiedError):
        pass
    finally:
        sys.setprofile(None)
    return many


@pytest.mark.parametrize(("read", "made"), [r[::2] for r in READERS], ids=[r[1] for r in READERS])
def test_twice_as_much_is_twice_the_work(
    read: Callable[[str], object], made: Callable[[int], str]
) -> None:
    once, twice = made(2_000), made(4_000)
    assert steps(lambda: read(twice)) <= 2.2 * steps(lambda: read(once)) + 100


# Reads each with 100 MB to spare and prints what came of it: every sixth at the most that is looked
# at, in another turn with each reader, the others at a tenth of it.
CHILD = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from html_made import HOSTILE_HTML, HOSTILE_TEXT
from bidwriter.bids.sheets.grid import rows_of_html, rows_of_text
from bidwriter.prose.pasted import blocks_from_html
free = resource.getrlimit(resource.RLIMIT_AS)
for read, those in ((blocks_from_html, HOSTILE_HTML), (rows_of_html, HOSTILE_HTML),
                    (rows_of_text, HOSTILE_TEXT)):
    for at, (name, made) in enumerate(those.items()):
        resource.setrlimit(resource.RLIMIT_AS, free)
        most = int(sys.argv[2])
        data = made(most if at % 6 == len(read.__name__) % 6 else most // 10)
        now = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + 100_000_000, free[1]))
        try:
            said = f"{len(read(data))} read"
        except ValueError as error:
            said = type(error).__name__
        print(f"{read.__name__}, {name}: {said}")
"""


@pytest.mark.proof
def test_nothing_takes_more_than_a_hundred_megabytes() -> None:
    words = [sys.executable, "-c", CHILD, str(Path(__file__).parent.parent), str(LONGEST - 100)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    said = done.stdout.splitlines()
    assert len(said) == len(READERS)
    known = "TooLongError|TooMuchMarkUpError|TooMuchCopiedError"
    assert not [line for line in said if not re.search(rf": (\d+ read|{known})$", line)]


@pytest.mark.parametrize("made", HOSTILE_HTML.values(), ids=HOSTILE_HTML)
def test_what_is_read_can_be_kept(made: Callable[[int], str]) -> None:
    html = made(300)
    plain_text(blocks_from_html(html)).encode()
    str(rows_of_html(html)).encode()
    "".join(cell for row in rows_of_text(html) for cell in row).encode()


@pytest.mark.proof
def test_the_most_is_read_and_one_more_is_refused() -> None:
    assert len(plain_text(blocks_from_html("x" * MOST_CHARACTERS))) == MOST_CHARACTERS
    assert len(plain_text(blocks_from_text("x" * MOST_CHARACTERS))) == MOST_CHARACTERS
    for read in (blocks_from_html, blocks_from_text):
        with pytest.raises(TooLongError):
            read("x" * (MOST_CHARACTERS + 1))
    assert plain_text(blocks_from_html("<b>" * (MOST_PIECES - 1) + "x</b>")) == "x"
    with pytest.raises(TooMuchMarkUpError):
        blocks_from_html("<b>" * MOST_PIECES + "x</b>")
    with pytest.raises(TooMuchMarkUpError):
        blocks_from_html("x" + " " * LONGEST)
    with pytest.raises(TooMuchCopiedError, match="more than a table of costs needs"):
        grid_of("a", "<table>" + "<td>" * (MOST_PIECES + 1))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a < b and c > d", "a < b and c > d"),
        ("1 <2, 3> 2", "1 <2, 3> 2"),
        ("<b>x</b><i unclosed", "x<i unclosed"),
        ('<a title="x>y">z</a>', "z"),
        ('<a title="x>z', "z"),
        ("<![CDATA[a <b> &amp; c]]>d", "a <b> &amp; cd"),
        ("a<!-- b --> c<!---->d<?xml e?>f<!doctype g>h", "a cdfh"),
        ("<!--[if !mso]><!-->seen<!--<![endif]-->", "seen"),
        ("<script>a < b</SCRIPT>c<style>d</style >e", "ce"),
        ("&pound;5 &#163;6 &#xA3;7 &#00163;8 &#x0000000000A3;9", "£5 £6 £7 £8 £9"),
        ("<br/>a<p/>b<br / >c", "ab\nc"),
    ],
)
def test_mark_up_and_words_are_told_apart(html: str, text: str) -> None:
    assert plain_text(blocks_from_html(html)) == text


def test_numbers_that_are_no_characters_are_one_that_is_lost() -> None:
    assert unescaped(f"&#{'9' * 5000};&#x{'f' * 9};&#{'0' * 9};&#xD800;") == "\ufffd" * 4


def test_a_hidden_bullet_tells_a_number_from_a_bullet() -> None:
    item = "<p style='mso-list:l0 level1 lfo1'><!--[if !supportLists]><span style='mso-list:Ignore'>{}<span> </span></span><![endif]-->x</p>"
    kinds = [blocks_from_html(item.format(mark))[0].kind for mark in ("1.", "·")]
    assert kinds == ["number", "bullet"]


def test_a_cell_that_reaches_far_is_read_to_the_last_row() -> None:
    html = "<table><tr><td rowspan=300>a<td>b" + "<tr><td>c" * 299 + "<tr><td>d</table>"
    rows = rows_of_html(html)
    assert (len(rows), rows[299], rows[300]) == (301, ("", "c"), ("d",))


PIECES = "< > </ <! <!-- --> <![ ]]> <![CDATA[ <? & &# ; \" ' = / a b <p> </p> <td> <table> <ul> <li> \x00 \ud800".split()


@given(st.lists(st.sampled_from([*PIECES, " ", "\n"]), max_size=40))
def test_no_order_of_pieces_breaks_it(parts: list[str]) -> None:
    html = "".join(parts)
    plain_text(blocks_from_html(html)).encode()
    rows_of_html(html)


def test_one_look_is_one_span() -> None:
    (block,) = blocks_from_html("<b>a</b>" * 3 + "<i>c</i>")
    assert block.spans == (Span("aaa", bold=True), Span("c", italic=True))
