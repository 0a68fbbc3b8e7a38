"""Values written into TOML where they stand: what was meant is said, and nothing else changes."""

import copy
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.pack_editing.writing import insert, move, put, take_out
from bidwriter.rounds.toml_parts import Way

PACK = b'''\
# A fund of ours.
format = 2
name = "Halls Fund"      # as the council calls it
facts = ["a", "b"]

# --- closing ---
[closes]
day = "2027-03-31"

[[sections]]
id = "case"
title = "The case"

[[sections.tasks]]
id = "need"
label = "Describe the need"
questions = ["need", "where"]   # both on one page

# The need comes first.
[[questions]]
id = "need"   # never changed
kind = "rich-text"
wording = """
Describe
the need"""
limit = { words = 300, basis = "assumed", note = "A page, we think" }
[questions.guidance]
looks-for = [
  "Numbers",     # three will do
  # the next was added later
  "Who says so",
]

[[questions.guidance.folded]]
title = "More"
text = "And more"

# A choice.
[[questions]]
id = "where"
kind = "choose-several"
options = [ # in the order of the map
  { id = "north", label = "North" }, # first
  { id = "south", label = "South, \\"old\\" ]" },
]
guidance.text = "All that apply"
'''


def said(text: bytes) -> Any:
    return tomllib.loads(text.decode())


def at(data: Any, way: Way) -> Any:
    for step in way:
        data = data[step]
    return data


def ways(data: Any, way: Way = ()) -> list[Way]:
    items: Any = data.items() if isinstance(data, dict) else enumerate(data)
    below = [ways(one, (*way, step)) for step, one in items if isinstance(one, dict | list)]
    return [*((*way, step) for step, _ in items), *(one for some in below for one in some)]


def changed_lines(after: bytes) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    old, new = PACK.decode().splitlines(), after.decode().splitlines()
    return [one for one in old if one not in new], [one for one in new if one not in old]


@pytest.mark.parametrize(
    ("way", "value", "gone", "come"),
    [
        (("name",), "Barns Fund", 1, ['name = "Barns Fund"      # as the council calls it']),
        (("questions", 0, "id"), "want", 1, ['id = "want"   # never changed']),
        (("questions", 0, "hint"), "In short", 0, ['hint = "In short"']),
        (
            ("questions", 0, "limit"),
            {"words": 250, "basis": "assumed", "note": "A page, we think"},
            1,
            ['limit = { words = 250, basis = "assumed", note = "A page, we think" }'],
        ),
        (("questions", 0, "guidance", "looks-for", 1), "Who", 1, ['  "Who",']),
        (("questions", 0, "guidance", "example"), "So", 0, ['example = "So"']),
        (("questions", 1, "guidance", "example"), "So", 0, ['guidance.example = "So"']),
        (
            ("questions", 1, "options"),
            [
                {"id": "north", "label": "North"},
                {"id": "south", "label": 'South, "old" ]'},
                {"id": "east", "label": "East"},
            ],
            0,
            ['  { id = "east", label = "East" },'],
        ),
        (
            ("questions", 1, "options"),
            [{"id": "south", "label": 'South, "old" ]'}],
            1,
            [],
        ),
        (("sections", 0, "tasks", 0, "questions"), ["where", "need"], 1,
         ['questions = ["where", "need"]   # both on one page']),
        (("closes", "time"), "17:00", 0, ['time = "17:00"']),
        (("about",), "For halls", 0, ['about = "For halls"']),
        (("cover",), {"title": "need"}, 0, ["[cover]", 'title = "need"']),
    ],
)  # fmt: skip
def test_a_value_changes_its_own_lines_alone(
    way: Way, value: Any, gone: int, come: list[str]
) -> None:
    after = put(PACK, way, value)
    assert at(said(after), way) == value
    lost, new = changed_lines(after)
    assert (len(lost), new) == (gone, come)


def test_an_entry_moves_with_the_comment_over_it() -> None:
    after = move(PACK, ("questions",), 1, 0).decode()
    first = after.index("# A choice.\n[[questions]]")
    assert first < after.index("# The need comes first.\n[[questions]]")
    assert 'questions = ["need", "where"]   # both on one page\n\n# A choice.' in after
    assert sorted(after.split("\n")) == sorted(PACK.decode().split("\n"))


def test_an_entry_is_written_as_a_person_would() -> None:
    after = insert(PACK, ("questions",), 1, {"id": "new", "kind": "yes-no", "wording": "Is it?"})
    block = '[[questions]]\nid = "new"\nkind = "yes-no"\nwording = "Is it?"\n\n# A choice.\n'
    assert f'text = "And more"\n\n{block}' in after.decode()
    assert take_out(after, ("questions", 1)) == PACK


def test_crooked_but_right_toml_stays_as_it_is() -> None:
    text = b"a=1\n  b = [ 1,2 , 3 ] # c\n[ t . u ]\nx='y'\n"
    after = put(text, ("t", "u", "x"), "z")
    assert after == b'a=1\n  b = [ 1,2 , 3 ] # c\n[ t . u ]\nx="z"\n'
    assert put(text, ("b", 1), 5) == text.replace(b"1,2 ,", b"1,5 ,")
    assert take_out(text, ("b", 0)) == text.replace(b"[ 1,2", b"[ 2")


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=40
)


@given(st.data())
def test_what_was_meant_is_said_and_nothing_else_differs(data: st.DataObject) -> None:
    text, wanted = PACK, said(PACK)
    for _ in range(data.draw(st.integers(1, 3))):
        way = data.draw(st.sampled_from(ways(wanted)))
        holder, step = at(wanted, way[:-1]), way[-1]
        wanted = copy.deepcopy(wanted)
        into: Any = at(wanted, way[:-1])
        match data.draw(st.sampled_from(["put", "take out", "insert", "move"])):
            case "put":
                into[step] = data.draw(WORDS) if isinstance(holder[step], str) else holder[step]
                text = put(text, way, into[step])
            case "take out" if len(holder) > 1:
                del into[step]
                text = take_out(text, way)
            case "insert" if isinstance(step, int):
                into.insert(step, copy.deepcopy(into[step]))
                text = insert(text, way[:-1], step, into[step])
            case "move" if isinstance(step, int):
                to = data.draw(st.integers(0, len(holder) - 1))
                into.insert(to, into.pop(step))
                text = move(text, way[:-1], step, to)
            case _:
                continue
        assert said(text) == wanted
    kept = [line for line in text.split(b"\n") if b"#" in line]
    assert len(kept) <= PACK.count(b"#") + 3
