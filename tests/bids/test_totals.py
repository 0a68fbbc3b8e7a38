"""Money adds up, however it is looked at."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from making import bid_with, sample

from bidwriter.bids.editing import add_rows, set_answer
from bidwriter.bids.figures import figures
from bidwriter.bids.totals import totals

AMOUNTS = st.integers(0, 10**8).map(lambda pence: f"{Decimal(pence) / 100:.2f}")
COUNCILS = ["E07000164", "E07000167", "E07000168"]
LINES = st.fixed_dictionaries(
    {
        "what": st.just("x"),
        "total": AMOUNTS,
        "payer": st.sampled_from(["fund", "in-kind", "cash"]),
        "councils": st.just(("all",))
        | st.lists(st.sampled_from(COUNCILS), min_size=1, unique=True).map(tuple),
        "principle": st.none() | st.integers(1, 5),
    }
)
THREE = bid_with(
    {
        "partners/+": {"council": COUNCILS[0], "lead": True},
        "partners/+#2": {"council": COUNCILS[1]},
        "partners/+#3": {"council": COUNCILS[2]},
    }
)


@given(st.lists(LINES, max_size=8))
def test_every_way_of_adding_comes_to_the_whole(lines: list[dict[str, object]]) -> None:
    sums = totals(add_rows(THREE, "cost-lines", tuple(lines)))
    assert sums.fund + sums.in_kind + sums.cash == sums.whole
    assert sum(sums.by_principle.values()) == sums.whole
    assert sum(sums.fund_by_principle.values()) == sums.fund
    assert sum(sum(paid.values()) for paid in sums.by_council.values()) == sums.whole


@given(st.lists(LINES, max_size=8), st.randoms())
def test_the_order_of_lines_makes_no_difference(
    lines: list[dict[str, object]], chance: object
) -> None:
    mixed = list(lines)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one = totals(add_rows(THREE, "cost-lines", tuple(lines)))
    other = totals(add_rows(THREE, "cost-lines", tuple(mixed)))
    assert one == other


def test_odd_pence_go_to_the_lead() -> None:
    line = {"what": "x", "total": "100.00", "payer": "fund", "councils": ("all",)}
    by_council = totals(add_rows(THREE, "cost-lines", (line,))).by_council
    assert [str(by_council[code]["fund"]) for code in COUNCILS] == ["33.34", "33.33", "33.33"]


def test_the_sample_adds_up() -> None:
    sums = totals(sample())
    assert (sums.fund, sums.in_kind, sums.whole) == (
        Decimal("78400.00"),
        Decimal("21550.00"),
        Decimal("99950.00"),
    )


def test_costs_outside_the_phase_do_not_count() -> None:
    assert totals(set_answer(sample(), "cost-lines", None)).whole == 0


def test_sums_beyond_any_line_are_still_recorded() -> None:
    line = {"what": "x", "total": "9999999999.99", "payer": "fund", "councils": ("all",)}
    bid = add_rows(THREE, "cost-lines", (line,) * 300)
    assert str(figures(bid).requested) == "2999999999997.00"
