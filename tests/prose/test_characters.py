"""Characters that nobody sees: left out of what is read, written out where a terminal would obey."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.prose.blocks import Block, Span, normal
from bidwriter.prose.characters import all_seen, for_a_screen, for_json, seen, unseen_in
from bidwriter.prose.markdown import stored

STEERING = [chr(n) for n in (*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0))]
TURNING = list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("mark", [*STEERING, *TURNING, "\ufeff", "\ufff9", "\ufffe", "\uffff"])
def test_is_left_out(mark: str) -> None:
    assert seen(f"a{mark}b") == "ab"
    assert unseen_in({"x": [f"a{mark}b"]}) == (f"U+{ord(mark):04X}",)


@pytest.mark.parametrize(
    "kept", ["\t", "\n", "\u200d", "\u200c", "\u00ad", "é", "ŵ", "👩\u200d🚒", "\ufffc"]
)
def test_is_kept(kept: str) -> None:
    assert seen(f"a{kept}b") == f"a{kept}b"


@given(st.text())
def test_what_is_left_steers_nothing(text: str) -> None:
    left = seen(text)
    assert not [c for c in left if unicodedata.category(c) == "Cc" and c not in "\t\n"]
    assert not [c for c in left if unicodedata.bidirectional(c) in _TURNS]
    assert seen(left) == left


_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(st.text())
def test_a_line_for_a_terminal_is_one_line_that_hides_nothing(text: str) -> None:
    shown = for_a_screen(text)
    assert len(shown.splitlines()) <= 1
    assert seen(shown) == shown
    assert all(c in shown for c in text if c.isalnum())


def test_an_escape_is_written_out() -> None:
    assert for_a_screen("\x1b[8mhidden\x1b[0m\nAll files match") == (
        "\\u001b[8mhidden\\u001b[0m All files match"
    )


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_for_a_terminal_has_the_same_value(value: object) -> None:
    written = for_json(json.dumps(value, ensure_ascii=False))
    assert json.loads(written) == value
    assert seen(written) == written


def test_every_part_of_a_value_is_seen() -> None:
    assert all_seen({"a\x1b": ["b\u202e", 3, None]}) == {"a": ["b", 3, None]}


@given(st.text(alphabet=st.sampled_from(["a", " ", "\n", "*", *STEERING, *TURNING])))
def test_no_prose_holds_any(text: str) -> None:
    assert unseen_in(stored(text).replace("\n", "")) == ()
    blocks = normal((Block("paragraph", (Span(text), Span(text, bold=True))),))
    assert unseen_in([span.text for block in blocks for span in block.spans]) == ()
    assert normal(blocks) == blocks
