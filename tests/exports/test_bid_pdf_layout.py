"""How the printed bid is laid out: its length, its first page, its cost lines and its charts."""

import re
from decimal import Decimal
from functools import cache
from typing import Literal

import pytest
import tagged_sample
from making import sample
from pdf_bids import BIDS, pages, printed
from reportlab.graphics.shapes import String

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import add_rows
from bidwriter.bids.typed.setting import set_typed
from bidwriter.exports.drawings.shapes import Drawing, Label
from bidwriter.exports.pdf import charts
from bidwriter.exports.pdf.document import bid_pdf
from bidwriter.exports.pdf.drawn import canvas_of
from bidwriter.exports.pdf.labels import label_width
from bidwriter.kinds.values import money


@cache
def costly() -> Bid:
    """The sample with sixty more lines, each with its source, some of sums without end."""
    lines: tuple[dict[str, object], ...] = tuple(
        {
            "what": f"Work{n} " + "Longword" * (n % 7 * 5),
            "quantity": f"{n + 1}.5",
            "unit": "days",
            "unit-cost": "999999.99" if n % 5 == 0 else "350.00",
            "payer": ("fund", "in-kind", "cash")[n % 3],
            "source": f"Source{n}",
            "principle": n % 5 + 1,
        }
        for n in range(60)
    )
    return add_rows(BIDS["14 councils"](), "cost-lines", lines)


@cache
def costly_pages() -> list[str]:
    return pages(bid_pdf(costly(), "final", "full", None))


def first(bid: Bid) -> str:
    return pages(bid_pdf(bid, "draft", "full", None))[0]


def test_the_sample_has_sixteen_pages_at_the_most() -> None:
    assert len(pages(printed("sample"))) <= 16


def test_a_cost_line_stands_in_one_row_with_who_pays() -> None:
    found = " ".join(pages(printed("sample")))
    header = "What Quantity Unit cost Total Who pays Principle it serves"
    assert f"{header} Asking the fund £78,400 User researcher, supplier 45 days £720 " in found
    assert "£32,400 Fund 1 User needs Hambleton · Supplier, Jan to Mar 2019 · VAT left out" in found
    assert "Show and tells, travel and venue 4 events £475 £1,900 Fund 5 Open culture All four" in (
        found
    )


def test_a_cost_line_is_never_apart_from_what_is_told_beneath_it() -> None:
    for n in range(60):
        holds = [page for page in costly_pages() if re.search(rf"\bSource{n}\b", page)]
        assert len(holds) == 1 and re.search(rf"\bWork{n}\b", holds[0])
        assert "Who pays" in holds[0]


def test_sums_and_quantities_of_many_lines_stay_whole() -> None:
    found = " ".join(costly_pages())
    for n in range(60):
        cost = Decimal("999999.99") if n % 5 == 0 else Decimal("350.00")
        assert f"{n + 1}.5 days {money.show(cost)}" in found


def test_no_sum_is_parted_on_the_first_page() -> None:
    line: dict[str, object] = {"total": "9999999999.99", "payer": "fund"}
    lines = tuple({**line, "what": f"Work {n}", "principle": n % 5 + 1} for n in range(40))
    page = first(add_rows(sample(), "cost-lines", lines))
    found = re.findall(r"(\S+) of grant", page)
    assert len(found) == 5
    assert all(re.fullmatch(r"£\d{2}(,\d{3}){3}\.\d{2}", amount) for amount in found)


def test_the_first_page_says_what_it_is_worth_and_when_and_what_can_be_reused() -> None:
    page = first(sample())
    assert "Net value, 12 years £2.88m about £2.4 back for each £1" in page
    assert "The costs run Four months Jan to Apr 2019" in page
    assert "What others can reuse User research report; Map of records" in page
    assert "Conclusion and first journey, under an open licence" in page


@pytest.mark.parametrize("name", ["empty", "bare round", "commitment"])
def test_the_first_page_invents_nothing(name: str) -> None:
    page = first(BIDS[name]())
    assert "Net value" not in page and "The costs run" not in page and "reuse" not in page


def test_reuse_is_claimed_where_the_officer_agreed_to_an_open_licence() -> None:
    assert "What others can reuse" not in first(set_typed(sample(), "declarations", "accurate"))


def test_labels_of_charts_stay_apart_for_readers() -> None:
    heard = tagged_sample.structure(printed("sample"))
    assert '"£0 £1m £2m £3m 19/20 21/22 23/24 25/26 27/28 29/30 Pays back in 23/24 ' in heard


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_the_space_after_a_label_moves_nothing(
    anchor: Literal["start", "middle", "end"],
) -> None:
    label = Label(100, 20, "£100", 10, anchor=anchor)
    (words,) = canvas_of(Drawing(200, 40, (label,))).contents
    assert isinstance(words, String) and words.text == "£100 "
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    assert words.x == pytest.approx(100 - share * label_width("£100", 10))


def test_labels_take_each_character_from_a_font_that_has_it() -> None:
    given = [charts.Bar("CO₂ ✓", Decimal(5), "#2B3A67")]
    found = [one for one in charts.bars(given, money.show).contents if isinstance(one, String)]
    assert "".join(one.text for one in found).split() == ["CO₂", "✓", "£5"]
    assert len({one.fontName for one in found}) > 2
