"""Laws of tables of a fund's own columns: whatever the columns and whatever is in the rows, they are
the same in leaves, in the record, in history, and in the CSV and XLSX that they are written to."""

import csv
from contextlib import suppress
from datetime import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from own_tables import bid_on, own_rows, round_with, table

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import new_bid, take_round
from bidwriter.bids.leaves import leaves_of, with_leaves
from bidwriter.bids.places import Place
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.record import bid_of, read_record, record
from bidwriter.bids.sheets.own_taking_in import read_own, with_own
from bidwriter.bids.sheets.sheet import Sheet
from bidwriter.bids.sheets.sum_names import naming
from bidwriter.bids.telling.telling import tell
from bidwriter.bids.typed.place_list import places_of
from bidwriter.checks.checking import check
from bidwriter.desk.reading_html import reading_html
from bidwriter.files.tables.own_files import rows_as_csv, rows_as_xlsx
from bidwriter.files.tables.table_files import sheets_in
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.own import loose_words
from bidwriter.kinds.frozen import Leaf, NotAllowedError

NOW = datetime.fromisoformat("2026-01-06T10:32+00:00")
quick = settings(deadline=None, max_examples=tries(60))
KINDS = (
    "short-text", "long-text", "number", "money", "date", "month", "yes-no", "choose-one",
    "choose-several", "council",
)  # fmt: skip
OPTIONS = [
    {"id": "a", "label": "First"},
    {"id": "b", "label": "None"},
    {"id": "c", "label": "Red, amber; green"},
]
ids = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True).filter(
    lambda id_: id_ not in ("id", "order")
)
labels = st.text("abcXYZ £(),/0123456789-é", min_size=1, max_size=20).filter(
    lambda label: any(map(str.isalpha, label)) and "{" not in label
)


@st.composite
def columns(draw: st.DrawFn) -> list[dict[str, Any]]:
    names = draw(st.lists(ids, min_size=1, max_size=6, unique=True))
    titles = draw(
        st.lists(
            labels, min_size=len(names), max_size=len(names),
            unique_by=lambda label: " ".join(label.split()).casefold(),
        )
    )  # fmt: skip
    made = []
    for id_, label in zip(names, titles, strict=True):
        kind = draw(st.sampled_from(KINDS))
        column: dict[str, Any] = {"id": id_, "label": " ".join(label.split()), "kind": kind}
        if kind.startswith("choose"):
            column["options"] = OPTIONS
        if kind in ("number", "money"):
            column["total"] = draw(st.booleans())
        made.append(column)
    return made


figures = st.decimals("-99999", "99999", places=2).map(str)
words = st.text("ab =+-@'\"1,;.£é", min_size=1, max_size=30)
TYPED: dict[str, st.SearchStrategy[str]] = {
    "short-text": words,
    "long-text": st.lists(words, min_size=1, max_size=3).map("\n".join),
    "number": figures,
    "money": figures,
    "date": st.dates().map(str),
    "month": st.dates().map(lambda day: f"{max(day.year, 1900):04}-{day.month:02}"),
    "yes-no": st.sampled_from(["yes", "no"]),
    "choose-one": st.sampled_from(["a", "b", "c"]),
    "choose-several": st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("; ".join),
    "council": st.sampled_from(["Leeds City Council", "Parish X (parish or town, England)"]),
}


@st.composite
def filled(draw: st.DrawFn) -> Bid:
    """A bid with a table of some columns and some rows, a grid or not."""
    made = draw(columns())
    grid = draw(st.lists(ids, max_size=3, unique=True))
    question: dict[str, Any] = {"columns": made}
    if grid:
        question["rows"] = [{"id": id_, "label": f"Row of {id_}"} for id_ in grid]
    bid = bid_on(t=question)
    asked = table(bid, "t")
    for at in range(len(grid) or draw(st.integers(0, 4))):
        place = Place("t").at(grid[at] if grid else f"row{at}")
        leaves: dict[Place, Leaf] = {} if grid else {place: f"{at:03}"}
        for column in asked.columns:
            kind = column.cell.kind
            typed = draw(st.none() | TYPED[kind])
            leaf = None
            with suppress(NotAllowedError):
                leaf = column.cell.read(typed, Around(bid, asked)) if typed else None
            if leaf not in (None, (), ""):
                leaves[place.at(column.key)] = leaf
        bid = with_leaves(bid, leaves)
    return bid


@given(filled())
@quick
def test_leaves_and_record_give_the_same_bid(bid: Bid) -> None:
    again = with_leaves(new_bid(bid.round), leaves_of(bid))
    assert again.answers == bid.answers
    made, unknown = read_record(record(bid, whole=True))
    assert bid_of(made, bid.round, unknown).answers == bid.answers


def cells(bid: Bid) -> list[dict[str, Leaf]]:
    """What its rows hold, as far as a sheet can tell."""
    return [row.cells for row in own_rows(bid, "t") if row.cells]


@given(filled(), st.booleans())
@quick
def test_what_is_written_out_reads_back(bid: Bid, is_csv: bool) -> None:
    asked = table(bid, "t")
    if any(naming(loose_words(next(iter(c.values()), ""))) == "sum" for c in cells(bid)):
        return
    data = (rows_as_csv if is_csv else rows_as_xlsx)(bid, asked)
    [sheet] = sheets_in(data, "t.csv" if is_csv else "t.xlsx")
    pasted = read_own(new_bid(bid.round), asked, sheet)
    assert not pasted.doubts
    assert cells(with_own(new_bid(bid.round), asked, pasted)) == cells(bid)


@given(filled(), columns())
@quick
def test_another_pack_changes_no_leaf(bid: Bid, other: list[dict[str, Any]]) -> None:
    after = take_round(bid, round_with("2", t={"columns": other}))
    assert leaves_of(after) == leaves_of(bid)
    assert take_round(after, bid.round).answers == bid.answers
    record(after, whole=True)
    check(after, NOW)
    assert reading_html(after) and content_hash(after)
    assert all(place.name for place in places_of(after))
    emptied = with_leaves(after, dict.fromkeys(leaves_of(after)))
    assert not emptied.answers
    assert all(told.words for told in tell(after, emptied))
    data = rows_as_csv(after, table(after, "t"))
    assert data


def taken(text: str, question: dict[str, Any]) -> tuple[list[dict[str, Leaf]], list[str]]:
    """The cells that a table of text comes to, and why some of it is doubtful."""
    bid = bid_on(t=question)
    pasted = read_own(
        bid, table(bid, "t"), Sheet("", tuple(map(tuple, csv.reader([*text.split("|")]))))
    )
    return cells(with_own(bid, table(bid, "t"), pasted)), [doubt.why for doubt in pasted.doubts]


TWO = {
    "columns": [
        {"id": "note", "label": "Name", "kind": "short-text"},
        {"id": "n", "label": "N", "kind": "number"},
    ]
}


def test_subtotals_and_a_grand_total_are_passed_over() -> None:
    text = "Name,N|a,1|b,2|Subtotal,3|c,4|Subtotal,4|Grand total,7"
    rows, doubts = taken(text, TWO)
    assert [row["note"] for row in rows] == ["a", "b", "c"] and not doubts


def test_what_is_called_a_total_and_is_none_is_asked() -> None:
    rows, [why] = taken("Name,N|a,1|Total,3", TWO)
    assert len(rows) == 1 and "called a sum" in why


def test_a_row_of_words_alone_is_a_row() -> None:
    assert taken("Name,N|a,1|b,", TWO)[0] == [{"note": "a", "n": "1"}, {"note": "b"}]


def test_a_column_called_note_takes_no_words_of_unknown_columns() -> None:
    rows, [why] = taken("Name,N,Colour|a,1,red", TWO)
    assert rows == [{"note": "a", "n": "1"}] and "not known" in why


def test_a_table_of_totals_is_read_in_a_moment() -> None:
    text = "Name,N|" + "|".join(["Total,5"] * 2900)
    assert len(taken(text, TWO)[1]) == 2900
