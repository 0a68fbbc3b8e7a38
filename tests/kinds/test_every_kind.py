"""What every kind of question and every column must have. A new one runs through all of it; what
it lacks is named here or by the type checker."""

from datetime import datetime
from importlib import import_module
from pathlib import Path

import pytest
from every_kind import TYPED, TYPED_CELLS, TYPED_PARTS, round_of_every_kind

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import around_at, column_at, rows_of
from bidwriter.bids.changes import diff
from bidwriter.bids.editing import new_bid
from bidwriter.bids.leaves import leaf_at, leaves_of, with_leaves
from bidwriter.bids.places import Place
from bidwriter.bids.printing.printed import printed_text
from bidwriter.bids.record.record import bid_of, read_record, record
from bidwriter.bids.telling.telling import tell
from bidwriter.bids.telling.values import leaf_words, typed_words
from bidwriter.bids.typed.place_list import places_of
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.desk.reading_html import reading_html
from bidwriter.exports.pdf.answers import PRINTS
from bidwriter.kinds.kinds import KINDS, parted_of
from bidwriter.kinds.parts.in_parts import InParts
from bidwriter.kinds.tables.rows import Row
from bidwriter.kinds.tables.table import Table
from bidwriter.ui.answers.editors import EDITORS

NOW = datetime.fromisoformat("2018-11-06T10:32+00:00")
ICONS = Path(__file__).parents[2] / "resources" / "icons"
ROUND = round_of_every_kind()
TABLES: dict[str, type[Row]] = {q.kind: q.row for q in ROUND.questions if isinstance(q, Table)}
CELLS = [(kind, column.key) for kind, row in TABLES.items() for column in row.columns]
PARTS = [(kind, c.key) for kind in KINDS if (q := parted_of(kind)) for c in q.whole.columns]
IN_PARTS = list(dict.fromkeys(kind for kind, _ in PARTS))
VALUES = [kind for kind in KINDS if kind not in TABLES and kind not in IN_PARTS]
VALUES = [kind for kind in VALUES if not KINDS[kind].is_of_files]


def empty() -> Bid:
    return new_bid(round_of_every_kind())


def with_row(bid: Bid, kind: str) -> tuple[Bid, Place]:
    """`bid` with one empty row in the table of a kind, and its place."""
    made = set_typed(bid, f"of-{kind}/+", "{}")
    [row] = rows_of(made, f"of-{kind}")
    return made, Place(f"of-{kind}").at(row.id)


def what_fits(bid: Bid, place: Place) -> str:
    """Words that an officer could type in a cell."""
    column = column_at(bid, place)
    assert column is not None
    listed = column.cell.allowed(around_at(bid, place))
    return listed[0] if listed else TYPED_CELLS[column.cell.kind]


def through_a_record(bid: Bid) -> Bid:
    made, unknown = read_record(record(bid, whole=True))
    return bid_of(made, bid.round, unknown)


def holds_together(before: Bid, after: Bid, place: Place) -> None:
    """What was typed at a place is kept, told, shown and typed again as the same."""
    leaf = leaf_at(after, place)
    assert leaf is not None
    assert with_leaves(before, leaves_of(after)).answers == after.answers
    assert through_a_record(after).answers == after.answers
    assert leaf_words(after, place, leaf)
    assert leaf_at(set_typed(after, place, typed_words(after, place, leaf)), place) == leaf
    assert leaf_at(set_typed(after, place, ""), place) in (None, leaf_at(before, place))
    assert place in [edit.place for edit in diff(before, after)]
    told = [told.words for told in tell(before, after) if told.place == place]
    assert told and all("{" not in words for words in told)
    assert place in [listed.place for listed in places_of(after)]


# --- kinds -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_required_answer_that_is_missing_is_a_problem_in_words(kind: str) -> None:
    problems = check(empty(), NOW)
    [problem] = [p for p in problems if p.place == f"of-{kind}" and p.check == "required"]
    assert problem.stops
    assert len(problem.words.split()) >= 3 and "{" not in problem.words


@pytest.mark.parametrize("kind", VALUES)
def test_a_typed_answer_is_the_same_everywhere(kind: str) -> None:
    place = Place(f"of-{kind}")
    before, after = empty(), set_typed(empty(), place, TYPED[kind])
    holds_together(before, after, place)
    question = after.round.by_id[place.root]
    assert after.answer(place.root) == question.tidy(after.answer(place.root))
    assert question.count(after.answer(place.root)) > 0


@pytest.mark.parametrize("kind", VALUES)
def test_an_answer_is_read_where_the_whole_bid_is(kind: str) -> None:
    bid = set_typed(empty(), f"of-{kind}", TYPED[kind])
    words = printed_text(bid, bid.round.by_id[f"of-{kind}"]).split()
    assert words and all(word in reading_html(bid) for word in words)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_an_editor_a_print_and_an_icon(kind: str) -> None:
    module, name = EDITORS[kind]
    assert hasattr(import_module(f"bidwriter.ui.answers.{module}"), name)
    assert KINDS[kind].is_short or kind in PRINTS
    assert ICONS.joinpath(f"{KINDS[kind].icon}.svg").exists()


def test_nothing_is_listed_for_a_kind_that_is_not() -> None:
    assert not set(EDITORS) - set(KINDS)
    assert not set(PRINTS) - set(KINDS)


# --- parts -----------------------------------------------------------------------------------


def with_parts(kind: str) -> Bid:
    bid = empty()
    for key, typed in TYPED_PARTS[kind].items():
        bid = set_typed(bid, f"of-{kind}/{key}", typed)
    return bid


@pytest.mark.parametrize(("kind", "key"), PARTS)
def test_a_typed_part_is_the_same_everywhere(kind: str, key: str) -> None:
    place = Place(f"of-{kind}").at(key)
    for before in (empty(), with_parts(kind)):
        bare = set_typed(before, place, "")
        holds_together(bare, set_typed(bare, place, TYPED_PARTS[kind][key]), place)


@pytest.mark.parametrize("kind", IN_PARTS)
def test_a_whole_answer_in_parts_is_read_cleared_and_complete(kind: str) -> None:
    bid = with_parts(kind)
    words = printed_text(bid, bid.round.by_id[f"of-{kind}"]).split()
    assert words and all(word in reading_html(bid) for word in words)
    assert not [p for p in check(bid, NOW) if p.place.root == f"of-{kind}" and p.stops]
    assert set_typed(bid, f"of-{kind}", "").answers == empty().answers
    emptied = bid
    for key in TYPED_PARTS[kind]:
        emptied = set_typed(emptied, f"of-{kind}/{key}", "")
    assert emptied.answers == empty().answers


@pytest.mark.parametrize(("kind", "key"), PARTS)
def test_a_part_says_what_it_is_called(kind: str, key: str) -> None:
    question = round_of_every_kind().by_id[f"of-{kind}"]
    assert isinstance(question, InParts)
    column = question.column(key)
    assert column is not None
    assert column.label and column.told and "{" not in column.told


# --- columns ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "key"), CELLS)
def test_a_typed_cell_is_the_same_everywhere(kind: str, key: str) -> None:
    before, row = with_row(empty(), kind)
    place = Place(row.root).at(row.row, key)
    usual = leaf_at(before, place)
    typed = what_fits(before, place)
    after = set_typed(before, place, typed)
    if leaf_at(after, place) == usual:  # what an empty row has already
        column = column_at(before, place)
        assert column is not None
        typed = column.cell.allowed(around_at(before, place))[1]
        after = set_typed(before, place, typed)
    holds_together(before, after, place)


@pytest.mark.parametrize(("kind", "key"), CELLS)
def test_a_column_says_what_it_is_called(kind: str, key: str) -> None:
    column = TABLES[kind].column(key)
    assert column is not None
    assert column.label and column.title
    assert column.told or column.tell is not None
    assert "{" not in column.told.replace("{}", "", 1)


@pytest.mark.parametrize("kind", TABLES)
def test_columns_differ_in_name_and_heading(kind: str) -> None:
    columns = TABLES[kind].columns
    assert len({column.key for column in columns}) == len(columns)
    assert len({column.title.casefold() for column in columns}) == len(columns)
