"""The questions of a round changed as its editor changes them: whatever is done, the round can be
read, asks each of its questions once, and keeps the ids that bids know."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.desk.making_round import make_round
from bidwriter.desk.new_round import copy_of, empty_round
from bidwriter.fund_forms.opening import paste_form
from bidwriter.fund_forms.pack.making import Named
from bidwriter.pack_editing.columns import lines_of, with_columns
from bidwriter.pack_editing.order import moved, new_section, stands
from bidwriter.pack_editing.questions import (
    added,
    joined,
    joined_page,
    own_page,
    question,
    split,
    with_kind,
    with_name,
    with_options,
    without,
)
from bidwriter.pack_editing.texts import (
    CannotBeChangedError,
    PackTexts,
    file_bytes,
    in_todays_form,
    read_texts,
)
from bidwriter.paths import RESOURCES
from bidwriter.rounds.linting.lint import faults, lint
from bidwriter.rounds.loading import RoundError, load

FORM = """Halls Fund 2027
Section A: You
Project title (no more than 80 characters)
A1. Which areas will it serve? Select all that apply
- North
- South
- None of these
A2. Describe the need (max 300 words)
A3. Have you a lease? Yes / No
If yes, on what date does it end?
Section B: Money
Item | 2026/27 | Total
B2. Upload a plan (PDF)
"""
AREAS, NEED, LEASE, ENDS = "areas-will-it-serve", "need", "lease", "on-what-date-does-it-end"


@pytest.fixture(scope="module")
def halls(tmp_path_factory: pytest.TempPathFactory) -> PackTexts:
    folder = tmp_path_factory.mktemp("halls")
    for name, data in make_round(paste_form(FORM), Named(), {}).files.items():
        (folder / name).write_bytes(data)
    return read_texts(folder)


def asked(texts: PackTexts) -> list[str]:
    return list(stands(texts.data))


def mend(texts: PackTexts, folder: Path) -> list[tuple[str, str]]:
    """What the linter finds wrong with it."""
    for name, data in texts.files.items():
        (folder / name).write_bytes(data)
    return [(found.place, found.words) for found in faults(lint(folder, CATALOGUE, None))]


def test_enter_splits_and_backspace_joins(halls: PackTexts, tmp_path: Path) -> None:
    wording = "Describe the need. How many people does it meet?"
    texts = with_name(halls, NEED, "wording", wording)
    texts, new = split(texts, NEED, len("Describe the need."))
    assert [question(texts, id_)["wording"] for id_ in (NEED, new)] == [
        "Describe the need.", "How many people does it meet?",
    ]  # fmt: skip
    assert asked(texts)[asked(texts).index(NEED) + 1] == new
    assert question(texts, NEED)["limit"] == {"words": 300}
    assert mend(texts, tmp_path) == []
    texts, stayed, cursor = joined(texts, new)
    assert (stayed, cursor) == (NEED, len("Describe the need. "))
    assert question(texts, NEED)["wording"] == wording
    assert asked(texts) == asked(halls)
    for at in (0, len(wording)):
        with pytest.raises(CannotBeChangedError, match="nothing to split"):
            split(texts, NEED, at)


def test_a_question_that_something_names_stays(halls: PackTexts) -> None:
    with pytest.raises(CannotBeChangedError, match="asked only after some of its answers"):
        without(halls, LEASE)
    with pytest.raises(CannotBeChangedError, match="first page of the PDF shows it"):
        without(halls, asked(halls)[0])
    freed = with_name(halls, ENDS, "asked-when", None)
    assert LEASE not in asked(without(freed, LEASE))


def test_the_last_question_of_a_page_and_a_section_takes_them_along(halls: PackTexts) -> None:
    texts = without(halls, "upload-a-plan")
    assert [section["title"] for section in texts.data["sections"]] == [
        section["title"] for section in halls.data["sections"]
    ]
    texts = texts.with_value(("cover", "costs"), None)
    texts = without(texts, "costs")
    assert len(texts.data["sections"]) == len(halls.data["sections"]) - 1


def test_what_decides_stays_before_what_it_decides(halls: PackTexts) -> None:
    """They stand on one page; neither passes the other, and the page moves as one."""
    for id_, step in ((LEASE, 1), (ENDS, -1)):
        with pytest.raises(CannotBeChangedError, match="so it stays behind it"):
            moved(halls, id_, step)
    order = asked(halls)
    texts = moved(halls, NEED, -1)
    assert asked(texts) == [NEED, *(id_ for id_ in order if id_ != NEED)]  # past a page of two
    first = asked(halls)[0]
    assert moved(halls, first, -1) is halls
    last = asked(halls)[-1]
    assert moved(halls, last, 1) is halls


def test_another_kind_drops_what_it_does_not_know(halls: PackTexts, tmp_path: Path) -> None:
    texts = with_kind(halls, AREAS, "choose-one")
    assert [option["label"] for option in question(texts, AREAS)["options"]] == [
        "North", "South", "None of these",
    ]  # fmt: skip
    assert mend(texts, tmp_path) == []  # an option that stands alone is one of several no more
    texts = with_kind(halls, AREAS, "rich-text")
    assert "options" not in question(texts, AREAS)
    assert mend(texts, tmp_path) == []


def test_options_keep_their_ids(halls: PackTexts) -> None:
    def offered(texts: PackTexts) -> list[tuple[str, str]]:
        return [(one["id"], one["label"]) for one in question(texts, AREAS)["options"]]

    labels = [label for _, label in offered(halls)]
    reworded = with_options(halls, AREAS, ["The north", *labels[1:]])
    assert offered(reworded)[0] == ("north", "The north")
    assert question(reworded, AREAS)["options"][2]["alone"] is True
    texts = with_options(halls, AREAS, ["South", "East", " ", "South"])
    assert offered(texts) == [("south", "South"), ("east", "East")]
    texts = with_options(texts, AREAS, ["South", "East", "east"])
    assert [id_ for id_, _ in offered(texts)] == ["south", "east", "east-2"]


def test_questions_share_a_page_and_get_one_of_their_own(halls: PackTexts, tmp_path: Path) -> None:
    texts = joined_page(halls, NEED, "The need and the place")
    before = stands(texts.data)
    assert before[NEED].page == before[AREAS].page
    assert mend(texts, tmp_path) == []
    again = own_page(texts, NEED)
    assert asked(again) == asked(halls)
    assert stands(again.data)[NEED].page != stands(again.data)[AREAS].page


CHANGES: list[Callable[[PackTexts, str, str], PackTexts]] = [
    lambda texts, id_, words: added(texts, words or "?", id_)[0],
    lambda texts, id_, _: without(texts, id_),
    lambda texts, id_, _: moved(texts, id_, -1),
    lambda texts, id_, _: moved(texts, id_, 1),
    lambda texts, id_, words: split(texts, id_, len(words))[0],
    lambda texts, id_, _: joined(texts, id_)[0],
    lambda texts, id_, _: joined_page(texts, id_, "Together"),
    lambda texts, id_, _: own_page(texts, id_),
]


@given(st.data())
def test_whatever_is_done_there_is_nothing_to_mend(
    halls: PackTexts, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    texts = halls
    for _ in range(data.draw(st.integers(1, 6))):
        change = data.draw(st.sampled_from(CHANGES))
        id_, words = data.draw(st.sampled_from(asked(texts))), data.draw(st.text(max_size=20))
        try:
            texts = change(texts, id_, words)
        except CannotBeChangedError:
            continue
    assert sorted(asked(texts)) == sorted(one["id"] for one in texts.data["questions"])
    wrong = mend(texts, tmp_path_factory.mktemp("pack"))
    assert [one for one in wrong if not one[0].endswith(("/wording", "/label"))] == []


def test_columns_are_lines(halls: PackTexts, tmp_path: Path) -> None:
    texts, id_ = added(halls, "Your milestones", kind="table")
    lines = ["Milestone", "By when: a month", "Cost: A sum in pounds",
             "Risk: One of a list (Low, High)", "Note: Prose"]  # fmt: skip
    texts = with_columns(texts, id_, lines)
    assert mend(texts, tmp_path) == []
    assert lines_of(question(texts, id_)) == [
        "Milestone: One line", "By when: A month", "Cost: A sum in pounds",
        "Risk: One of a list (Low, High)", "Note: Prose",
    ]  # fmt: skip
    ids = [column["id"] for column in question(texts, id_)["columns"]]
    assert ids == ["milestone", "by-when", "cost", "risk", "note"]
    at = ("questions", [q["id"] for q in texts.data["questions"]].index(id_), "columns", 2)
    texts = texts.with_value((*at, "total"), value=True)
    changed = with_columns(texts, id_, [*lines[:2], "Cost: Sum: A sum in pounds", *lines[3:]])
    assert question(changed, id_)["columns"][2] == {
        "id": "cost", "label": "Cost: Sum", "kind": "money", "total": True,
    }  # fmt: skip
    texts = with_columns(texts, id_, ["Cost: One line", "Risk: One of a list (High, Certain)"])
    assert question(texts, id_)["columns"] == [
        {"id": "cost", "label": "Cost", "kind": "short-text"},
        {
            "id": "risk", "label": "Risk", "kind": "choose-one",
            "options": [{"id": "high", "label": "High"}, {"id": "certain", "label": "Certain"}],
        },
    ]  # fmt: skip
    with pytest.raises(CannotBeChangedError, match="is no column: write a name, a colon"):
        with_columns(texts, id_, ["Cost: Bananas"])


def test_a_section_begins_with_a_question(halls: PackTexts, tmp_path: Path) -> None:
    texts = new_section(halls, LEASE, "The place")
    assert asked(texts) == asked(halls)
    assert [section["title"] for section in texts.data["sections"]] == [
        "Section A: You", "The place", "Section B: Money",
    ]  # fmt: skip
    assert mend(texts, tmp_path) == []
    assert new_section(texts, LEASE, "Again") is texts


# --- files -----------------------------------------------------------------------------------


def test_line_ends_and_marks_of_a_file_stay(tmp_path: Path) -> None:
    source = RESOURCES / "rounds" / "local-digital-declaration-commitment" / "round.toml"
    mark = b"\xef\xbb\xbf"
    (tmp_path / "round.toml").write_bytes(mark + source.read_bytes().replace(b"\n", b"\r\n"))
    texts = read_texts(tmp_path)
    assert file_bytes(texts, tmp_path) == {}
    changed = with_name(texts, "title", "hint", "Short")
    (after,) = file_bytes(changed, tmp_path).values()
    assert after.startswith(mark)
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert in_todays_form(texts).data["format"] == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = ", "is not right TOML.*line 1"),
        ("\0", "is not right TOML"),
        ("a = 1\na = 2", "is not right TOML"),
        ("questions = 5", "“questions” is not written in the shape"),
        ("questions = [1]", "“questions” is not written in the shape"),
        ("questions = [{ kind = 'table' }]", "“questions” is not written in the shape"),
        ("questions = [{ id = 'a', kind = 'table', columns = 'b' }]", "“questions” is not"),
        ("questions = [{ id = 'a', kind = 'b', guidance = 'c' }]", "“questions” is not"),
        ("questions = [{ id = 'a', kind = 'b', asked-when = 'c' }]", "“questions” is not"),
        ("questions = [{ id = 'a', kind = 'b', asked-when = { is = 3 } }]", "“questions” is not"),
        ("questions = [{ id = 'a', kind = 'b', columns = true }]", "“questions” is not"),
        ("sections = { a = 1 }", "“sections” is not written"),
        ("sections = [{ tasks = 'a' }]", "“sections” is not written"),
        ("sections = [{ tasks = [{ questions = [1] }] }]", "“tasks” is not written"),
        ("checks = ['a']", "“checks” is not written"),
        ("closes = 2027-03-31", "“closes” is not written"),
    ],
)
def test_what_can_only_be_mended_by_hand_is_said(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "round.toml").write_text(text)
    with pytest.raises(RoundError, match=said):
        read_texts(tmp_path)


def test_an_empty_round_and_a_copy_can_be_used() -> None:
    folder = empty_round("Café & Halls Fund", "")
    made = load(folder)
    assert (made.name, made.fund, made.id) == ("Café & Halls Fund",) * 2 + ("cafe-halls-fund",)
    assert faults(lint(folder, CATALOGUE, None)) == ()
    again = load(empty_round("Café & Halls Fund", "The fund"))
    assert again.id == "cafe-halls-fund-2"
    shipped = RESOURCES / "rounds" / "local-digital-fund-2018"
    copied = load(copy_of(shipped, "Our own fund"))
    assert (copied.name, copied.version, copied.id) == ("Our own fund", "1.0", "our-own-fund")
    assert copied.questions == load(shipped).questions
