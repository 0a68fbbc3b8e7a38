"""Money adds up, however it is looked at, and each sum knows its lines."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from making import bid_with, sample

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import WAYS, By, groups
from bidwriter.bids.costs.totals import cost_lines, totals
from bidwriter.bids.editing import add_rows, set_answer, take_round
from bidwriter.bids.record.figures import figures
from bidwriter.rounds.round import data_of, read_round

AMOUNTS = st.integers(-(10**8), 10**8).map(lambda pence: f"{Decimal(pence) / 100:.2f}")
COUNCILS = ["E07000164", "E07000167", "E07000168"]
LINES = st.fixed_dictionaries(
    {
        "what": st.just("x"),
        "total": AMOUNTS,
        "payer": st.sampled_from(["fund", "in-kind", "cash"]),
        "councils": st.just(("all",))
        | st.lists(st.sampled_from(COUNCILS), min_size=1, unique=True).map(tuple),
        "principle": st.none() | st.integers(1, 5),
        "category": st.none() | st.sampled_from(["staff", "travel", "of-old"]),
        "stage": st.none()
        | st.sampled_from(["2019-01", "2018-11/2019-02", "sprint-1", "sprint-2/sprint-4"]),
    }
)
THREE = bid_with(
    {
        "partners/+": {"council": COUNCILS[0], "lead": True},
        "partners/+#2": {"council": COUNCILS[1]},
        "partners/+#3": {"council": COUNCILS[2]},
    }
)


def by(bid: Bid, way: By) -> dict[str, Decimal]:
    return {group.key: group.amount for group in groups(bid, way)}


@given(st.lists(LINES, max_size=8))
def test_every_way_of_adding_comes_to_the_whole(lines: list[dict[str, object]]) -> None:
    bid = add_rows(THREE, "cost-lines", tuple(lines))
    sums = totals(bid)
    assert sums.fund + sums.in_kind + sums.cash == sums.whole
    assert sum(sums.by_principle.values()) == sums.whole
    assert sum(sums.fund_by_principle.values()) == sums.fund
    assert sum(sum(paid.values()) for paid in sums.by_council.values()) == sums.whole
    for way in WAYS:
        assert sum(by(bid, way).values()) == sums.whole


@given(st.lists(LINES, max_size=8), st.sampled_from(WAYS), st.booleans())
def test_each_sum_is_made_of_its_lines(
    lines: list[dict[str, object]], way: By, timed: bool
) -> None:
    bid = add_rows(with_sprints() if timed else THREE, "cost-lines", tuple(lines))
    sums, found = totals(bid), groups(bid, way)
    assert sum(group.amount for group in found) == sums.whole
    assert sum(group.fund for group in found) == sums.fund
    behind: dict[str, Decimal] = {}
    for group in found:
        for part in group.parts:
            behind[part.line.id] = behind.get(part.line.id, Decimal(0)) + part.amount
    assert behind == {line.id: line.amount for line in cost_lines(bid)}


def with_sprints() -> Bid:
    """The same bid in a round that says when its sprints are."""
    data = data_of(THREE.round)
    (costs,) = [q for q in data["questions"] if q["kind"] == "cost-lines"]
    costs |= {"first-sprint": "2019-01-07", "sprint-weeks": 2}
    return take_round(THREE, read_round(data))


def test_sprints_fall_into_months_where_the_round_says_when_they_are() -> None:
    line = {"what": "x", "total": "100.00", "payer": "fund", "stage": "sprint-1/sprint-3"}
    apart = by(add_rows(THREE, "cost-lines", (line,)), "month")
    assert {k: str(v) for k, v in apart.items()} == {
        "sprint-1": "33.34", "sprint-2": "33.33", "sprint-3": "33.33",
    }  # fmt: skip
    months = by(add_rows(with_sprints(), "cost-lines", (line,)), "month")
    assert {k: str(v) for k, v in months.items()} == {"2019-01": "66.67", "2019-02": "33.33"}


def test_a_record_states_categories_and_months_once_a_line_names_them() -> None:
    line = {"what": "x", "total": "5.00", "payer": "fund"}
    assert figures(add_rows(THREE, "cost-lines", (line,))).by_category is None
    stated = figures(add_rows(THREE, "cost-lines", ({**line, "category": "staff"},)))
    assert stated.by_category is not None
    assert [(one.name, str(one.whole)) for one in stated.by_category] == [("staff", "5.00")]
    assert stated.by_month is None


@given(st.lists(LINES, max_size=8), st.randoms())
def test_the_order_of_lines_makes_no_difference(
    lines: list[dict[str, object]], chance: object
) -> None:
    mixed = list(lines)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one = totals(add_rows(THREE, "cost-lines", tuple(lines)))
    other = totals(add_rows(THREE, "cost-lines", tuple(mixed)))
    assert one == other
    assert [totals_of(add_rows(THREE, "cost-lines", tuple(rows))) for rows in (lines, mixed)] == [
        totals_of(add_rows(THREE, "cost-lines", tuple(lines)))
    ] * 2


def totals_of(bid: Bid) -> list[list[tuple[str, Decimal]]]:
    """Every sum of every way of adding up, in order."""
    return [[(group.key, group.amount) for group in groups(bid, way)] for way in WAYS]


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
