"""How tables of a fund's own columns print: tagged, with every row and column under its header."""

import re
from functools import cache

import tagged_sample
from own_tables import EVERY, MILESTONES, SPEND, bid_on, own_rows, round_with

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import take_round
from bidwriter.bids.typed.setting import set_typed
from bidwriter.exports.pdf.document import bid_pdf

HOSTILE = '<b>&amp; & </para> {{figure:x}} %s \\ ]]> "q"'


def bid() -> Bid:
    made = bid_on(
        m={**MILESTONES, "shows-principles": True},
        s=SPEND,
        t=EVERY,
        typed={"title": "Own tables", "s/year-1/capital": "1000", "s/year-2/capital": "234.50"},
    )
    made = set_typed(made, "m/+", '{"what": "Alpha", "cost": "10", "note": "Two\\nlines"}')
    [row] = own_rows(made, "m")
    made = set_typed(made, f"evidence/m/{row.id}/1", "some")
    made = set_typed(made, "t/+", "{}")
    [row] = own_rows(made, "t")
    return set_typed(made, f"t/{row.id}/note", HOSTILE)


@cache
def printed() -> bytes:
    return bid_pdf(bid(), "draft", "full", None)


@cache
def heard() -> str:
    return tagged_sample.structure(printed())


def test_it_conforms() -> None:
    assert tagged_sample.failures(printed(), "ua1") == []


def cells(scope: str) -> list[str]:
    """The words of header cells of a scope."""
    found = re.findall(rf'TH:\s+/Scope /{scope}\s+P \(block\)\s+"([^"]*)"', heard())
    return [words.strip() for words in found]


def test_fixed_rows_and_columns_are_headers_and_sums_stand_below() -> None:
    words = " ".join(" ".join(re.findall(r'"(.*)"', heard())).split())
    told = "Year Capital Revenue 2026 to 2027 £1,000 – 2027 to 2028 £234.50 – Total £1,234.50"
    assert told in words
    assert [w for w in cells("Column") if w in told.split()] == ["Year", "Capital", "Revenue"]
    rows = cells("Row")
    at = rows.index("2026 to 2027")
    assert rows[at - 2 : at + 3] == ["Alpha", "Total", "2026 to 2027", "2027 to 2028", "Total"]


def test_words_from_a_cell_are_words() -> None:
    assert "</para> {{figure:x}} %s" in tagged_sample.words(printed())


def test_what_has_no_column_any_more_is_told_beneath() -> None:
    less = {**MILESTONES, "columns": MILESTONES["columns"][:2]}
    after = take_round(bid(), round_with("2", m=less, s=SPEND, t=EVERY))
    words = tagged_sample.words(bid_pdf(after, "draft", "full", None))
    assert "Of columns that the round has no more" in words
    assert "Two" in words and "lines" in words
