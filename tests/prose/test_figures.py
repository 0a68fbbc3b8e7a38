"""Live figures in rich text: stored as markers, read as values, never mixed up with typed words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.prose.blocks import Block, Span, normal, plain_text
from bidwriter.prose.figures import figures_in, filled, fixed, is_name, marker
from bidwriter.prose.markdown import parse, stored, write

VALUES = {"requested": "£78,400", "councils": "four", "closes": "Thu 15 Nov 2018"}
PIECES = st.sampled_from(
    ["We ask for ", "1. ", "- ", "{", "}", "\\", "**", "*", "!", "# ", "\n", "\n\n", "1", "("]
    + [marker(name) for name in VALUES]
)


def value(name: str) -> str:
    return VALUES.get(name, f"[no {name}]")


@given(st.lists(PIECES, max_size=10).map("".join))
def test_values_never_change_what_is_stored(text: str) -> None:
    blocks = parse(text)
    assert write(filled(blocks, value)) == write(blocks)
    assert figures_in(parse(write(blocks))) == figures_in(blocks)
    assert normal(filled(blocks, value)) == filled(blocks, value)


@given(st.text(st.sampled_from("{}figure:requested\\ *-"), max_size=40))
def test_what_is_typed_is_never_a_figure(text: str) -> None:
    assert not figures_in(parse(write((Block("paragraph", (Span(text),)),))))


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("We ask for {{figure:requested}}.", "We ask for £78,400."),
        ("**{{figure:requested}}** and *{{figure:closes}}*", "£78,400 and Thu 15 Nov 2018"),
        ("[ask {{figure:requested}}](https://a.example/x)", "ask £78,400"),
        ("{{figure:councils}} councils. {{figure:councils}} more", "Four councils. Four more"),
        ("- {{figure:councils}} councils", "four councils"),
        ("## {{figure:requested}}{{figure:requested}}", "£78,400£78,400"),
        (r"\{{{figure:requested}}\} \{{figure:requested}}", "{£78,400} {{figure:requested}}"),
        ("{{figure:Requested}} {{figure:}} {{figure:a--b}}", "{{figure:Requested}} {{figure:}} {{figure:a--b}}"),
        ("{{figure:unheard-of}}", "[no unheard-of]"),
    ],
)  # fmt: skip
def test_figures_read_as_their_values(text: str, reads: str) -> None:
    assert plain_text(filled(parse(text), value)) == reads


def test_styles_stand_round_a_figure() -> None:
    text = "a **b {{figure:requested}} c** *{{figure:closes}}*, un{{figure:requested}}"
    assert stored(text) == text
    assert [span.figure for span in parse(text)[0].spans if span.bold] == ["", "requested", ""]


def test_without_values_no_braces_are_seen() -> None:
    assert plain_text(parse("{{figure:net-present-value}}")) == "[net present value]"


def test_fixed_figures_are_plain_words() -> None:
    assert write(fixed(filled(parse("{{figure:requested}}"), value))) == "£78,400"


def test_names() -> None:
    assert is_name("requested-principle-1")
    assert not any(map(is_name, ("", "Requested", "a--b", "-a", "a}", "a" * 61)))
