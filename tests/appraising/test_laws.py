"""What must hold of any appraisal."""

from decimal import Decimal
from typing import Any

from appraised import EXAMPLE, Cells, inputs, worked_out
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries

from bidwriter.bids.appraising.discounting import factors
from bidwriter.bids.appraising.scenarios import SCENARIOS, scenarios
from bidwriter.bids.appraising.uncertainty import cases, swings
from bidwriter.kinds.tables.appraisal import Appraisal, DiscountStep

NEAR = Decimal("1e-15")
pounds = st.integers(0, 2_000_000).map(lambda pence: f"{Decimal(pence) / 100:.2f}")
whose = st.sampled_from(["lead", "partner", "other", "all"])
year = st.integers(2017, 2033).map(str)
lines = st.lists(
    st.one_of(
        st.fixed_dictionaries(
            {
                "input": st.sampled_from(
                    ["development", "fixed-cost", "variable-cost", "fixed-benefit",
                     "variable-benefit"]
                ),
                "whose": whose,
                "amount": pounds,
                "uncertainty": st.sampled_from(["", "0", "10", "100"]),
            },
            optional={"first": year},
        ),
        st.fixed_dictionaries(
            {"input": st.just("renewal"), "whose": whose, "amount": pounds,
             "every": st.integers(1, 6).map(str)},
            optional={"first": year},
        ),
    ),
    max_size=6,
)  # fmt: skip
rules = st.fixed_dictionaries(
    {},
    optional={
        "take-up": st.integers(0, 100).map(str),
        "growth": st.integers(-20, 20).map(str),
        "councils-adopting": st.integers(0, 9).map(str),
        "partners": st.integers(0, 5).map(str),
    },
)


def rule_rows(given_rules: dict[str, str]) -> list[Cells]:
    whole = {"take-up": "all", "growth": "all"}
    return [
        {"input": name, "number": value, **({"whose": whole[name]} if name in whole else {})}
        for name, value in given_rules.items()
    ]


def near(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= NEAR * max(abs(a), abs(b), Decimal(1))


@settings(max_examples=tries(25))
@given(lines, rules, st.integers(2, 9))
def test_all_sums_times_k_is_worth_k_times(
    rows: list[Cells], given_rules: dict[str, str], k: int
) -> None:
    once = worked_out(rows + rule_rows(given_rules))
    more = [{**row, "amount": f"{Decimal(row['amount']) * k:.2f}"} for row in rows]
    times = worked_out(more + rule_rows(given_rules))
    for a, b in zip(once, times, strict=True):
        assert near(a.npv * k, b.npv)
        assert a.payback == b.payback
        assert (a.ratio is None) == (b.ratio is None)
        assert a.ratio is None or b.ratio is None or near(a.ratio, b.ratio)


@settings(max_examples=tries(25))
@given(lines, rules)
def test_the_order_of_inputs_does_not_matter(
    rows: list[Cells], given_rules: dict[str, str]
) -> None:
    all_ = rows + rule_rows(given_rules)
    pairs = zip(worked_out(all_), worked_out(all_[::-1]), strict=True)
    assert all(near(a.npv, b.npv) and a.payback == b.payback for a, b in pairs)


@settings(max_examples=tries(25))
@given(lines)
def test_cohorts_add(rows: list[Cells]) -> None:
    def of(*years: str) -> Decimal:
        typed = "; ".join(f"{one} 4" for one in years)
        joining = {"input": "councils-adopting", "number": "0", "years": typed}
        alone = {"input": "councils-adopting", "number": "0"}
        return worked_out([*rows, joining if years else alone])[2].npv

    assert near(of("2020", "2023") - of(), (of("2020") - of()) + (of("2023") - of()))


@settings(max_examples=tries(25))
@given(lines, rules)
def test_low_central_and_high_are_in_order(rows: list[Cells], given_rules: dict[str, str]) -> None:
    found = inputs(rows + rule_rows(given_rules))
    for name in SCENARIOS:
        low, central, high = cases(found, name)
        assert low.npv <= central.npv + NEAR
        assert central.npv <= high.npv + NEAR
        widths = [swing.width for swing in swings(found)[name]]
        assert widths == sorted(widths, reverse=True)


@settings(max_examples=tries(25))
@given(lines)
def test_without_discounting_it_is_the_plain_sum(rows: list[Cells]) -> None:
    found = inputs(rows)
    flat = found.question.model_copy(update={"discount": (DiscountStep(rate=Decimal(0)),)})
    for scenario in scenarios(found._replace(question=flat)):
        assert near(scenario.npv, sum(scenario.net, Decimal(0)))


def horizon(years: int, *steps: tuple[str, int | None]) -> Appraisal:
    discount = [{"rate": rate, "to": to} for rate, to in steps]
    data: dict[str, Any] = {
        "id": "a", "wording": "w", "first-year": 2019, "years": years, "discount": discount,
    }  # fmt: skip
    return Appraisal.model_validate(data)


def test_later_rates_begin_after_their_year() -> None:
    found = factors(horizon(80, ("3.5", 30), ("3.0", 75), ("2.5", None)))
    assert found[0] == 1
    ratios = [found[at - 1] / found[at] for at in (1, 30, 31, 75, 76)]
    wanted = ["1.035", "1.035", "1.03", "1.03", "1.025"]
    assert all(near(a, Decimal(b)) for a, b in zip(ratios, wanted, strict=True))


def test_a_typed_year_that_says_the_same_changes_nothing() -> None:
    typed = [dict(row) for row in EXAMPLE]
    typed[0]["years"] = "19/20 £200,000; 20/21 0"
    pairs = zip(worked_out(EXAMPLE), worked_out(typed), strict=True)
    assert all(a.npv == b.npv for a, b in pairs)


def test_half_the_confidence_halves_the_benefits() -> None:
    half = worked_out([*EXAMPLE, {"input": "confidence-factor", "number": "50"}])
    for a, b in zip(worked_out(EXAMPLE), half, strict=True):
        assert near(a.benefits, b.benefits * 2)
        assert a.costs == b.costs


def test_what_is_no_money_and_what_citizens_gain_is_in_no_sum() -> None:
    beside: list[Cells] = [
        {"input": "fixed-benefit", "whose": "all", "amount": "9000", "citizens": "yes"},
        {"input": "fixed-benefit", "whose": "all", "number": "12", "benefit-class": "quantified"},
        {"input": "fixed-benefit", "whose": "all", "name": "Trust", "benefit-class": "qualitative"},
    ]
    found = worked_out(EXAMPLE + beside)
    assert [s.npv for s in found] == [s.npv for s in worked_out(EXAMPLE)]
    assert all(s.citizens > 0 for s in found)


def test_sharing_effects() -> None:
    plain: list[Cells] = [{"input": "development", "whose": "all", "amount": "1000"},
                          {"input": "partners", "number": "1"}]  # fmt: skip
    effects: list[Cells] = [{"input": "lead-effect", "whose": "lead", "number": "25"},
                            {"input": "reuse-effect", "whose": "partner; other", "number": "60"}]  # fmt: skip
    assert [int(s.costs) for s in worked_out(plain)[:2]] == [1000, 2000]
    assert [int(s.costs) for s in worked_out(plain + effects)[:2]] == [1250, 1650]


def test_a_share_is_never_more_than_the_whole() -> None:
    rows: list[Cells] = [
        {"input": "development", "whose": "partner", "amount": "1000"},
        {"input": "fixed-benefit", "whose": "partner", "amount": "10", "last": "2019"},
        {"input": "partners", "number": "1"},
        {"input": "reuse-effect", "whose": "partner", "number": "90", "uncertainty": "50"},
        {"input": "confidence-factor", "number": "100", "uncertainty": "50"},
    ]
    low, _, high = cases(inputs(rows), "partners")
    assert (int(high.costs), int(high.benefits)) == (0, 10)
    assert (int(low.costs), int(low.benefits)) == (550, 5)


def test_no_input_makes_a_sum_too_long_to_write() -> None:
    rows: list[Cells] = [
        {"input": "variable-benefit", "whose": "all", "amount": "9999999999.99"},
        {"input": "growth", "whose": "all", "number": "100000"},
        {"input": "councils-adopting", "number": "100000"},
    ]
    assert all(f"{scenario.npv:f}" for scenario in worked_out(rows))
