"""Columns of tables: sums, days and quantities stay whole; too many columns become lines."""

import re

import pypdfium2
import pytest
import tagged_sample as sample
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries

from bidwriter.exports.tagged import Cell, Column, Heading, Paragraph, Row, Table
from bidwriter.exports.tagged.columns import fitted
from bidwriter.exports.tagged.lines import broken
from bidwriter.exports.tagged.text import Run

sums = st.integers(0, 10**14).map(lambda pence: f"£{pence // 100:,}.{pence % 100:02}")


def lines_of(*blocks: Table | Paragraph) -> list[str]:
    """The printed lines as extracted, cell by cell."""
    document = pypdfium2.PdfDocument(sample.build([Heading(1, "Title", sample.H1), *blocks]))
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [line.strip() for text in found for line in text.splitlines()]


def table(header: list[str], rows: list[list[str]]) -> Table:
    columns = [Column(1.3), *[Column(align="right")] * (len(header) - 1)]
    made = [Row([Cell(cells[0], "Row"), *cells[1:]]) for cells in rows]
    return Table(columns, made, sample.TABLE, header=header)


@settings(deadline=None, max_examples=tries(40))
@given(st.lists(sums, min_size=1, max_size=12), st.text("abc wordy", max_size=90))
def test_no_sum_is_parted_whatever_the_number_of_columns(amounts: list[str], name: str) -> None:
    header = ["Year", *(f"Column{n}" for n in range(len(amounts)))]
    found = " ".join(lines_of(table(header, [[f"Row {name}", *amounts]])))
    for amount in amounts:
        assert amount in found


def test_too_many_columns_become_lines_with_their_headers_beside() -> None:
    amounts = [f"£{n},999,999,999.99" for n in range(1, 9)]
    header = ["Year", *(f"Column{n}" for n in range(1, 9))]
    wide = table(header, [["19/20", *amounts], ["20/21", *amounts]])
    found = lines_of(wide)
    joined = " ".join(found)
    for n, amount in enumerate(amounts, 1):
        assert joined.count(f"Column{n} {amount}") == 2
    pdf = sample.build([Heading(1, "Title", sample.H1), wide])
    assert sample.failures(pdf, "ua1") == [] and sample.failures(pdf, "2a") == []
    heard = sample.structure(pdf)
    assert heard.count("/Scope /Row") == 18 and "/Scope /Column" not in heard


def test_type_shrinks_before_columns_become_lines_and_never_below_the_least() -> None:
    for count in range(1, 12):
        header = ["Year", *["Sum"] * count]
        pdf = sample.build(
            [Heading(1, "T", sample.H1), table(header, [["19/20", *["£99,999,999.99"] * count]])]
        )
        plain = sample.run_bytes("qpdf", pdf, "--qdf", "--object-streams=disable", after=("-",))
        sizes = {float(size) for size in re.findall(rb"/\w+ ([\d.]+) Tf", plain)}
        assert min(sizes) >= 7


@pytest.mark.parametrize(
    "words", ["Thu 15 Nov 2018", "2 October 2018", "45 days", "£1.2 million", "1.5 weeks"]
)
def test_days_and_quantities_stay_on_one_line_where_they_can(words: str) -> None:
    for filler in range(1, 60):
        text = "a " * filler + words + " and on"
        lines = broken((Run(text),), sample.PROSE, 200)
        printed = ["".join(bit.text for bit in line.bits) for line in lines]
        assert any(words in line for line in printed)
    narrow = broken((Run(words),), sample.PROSE, 30)
    assert len(narrow) > 1  # where no line can hold them


def test_words_that_only_stand_beside_a_number_are_parted() -> None:
    lines = broken((Run("Questions 1, 2, 4, 10"),), sample.PROSE, 60)
    assert len(lines) > 1


widths = st.floats(0, 200)
given_columns = st.lists(
    st.tuples(st.sampled_from([0, 40, 120]), widths, widths), min_size=1, max_size=9
)


@given(given_columns)
def test_columns_have_what_they_need_and_no_more_than_there_is(
    wanted: list[tuple[int, float, float]],
) -> None:
    columns = [Column(width=width) for width, _, _ in wanted]
    least = [min(a, b) for _, a, b in wanted]
    most = [max(a, b) for _, a, b in wanted]
    found = fitted(columns, least, most, 480)
    if sum(least) > 480:
        assert found is None
        return
    assert found is not None
    assert sum(found) <= 480.001
    assert all(wide >= low - 0.001 for wide, low in zip(found, least, strict=True))
