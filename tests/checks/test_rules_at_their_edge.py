"""Every named check one below its edge, at it, and one above: a penny, a council, a day."""

from decimal import Decimal
from typing import Any

import pytest
from making import NOW
from ruled import HAMBLETON, RICHMONDSHIRE, RYEDALE, Cells, found, paid, ruled, words

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import add_rows, set_answer, set_evidence
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.checks.named.catalogue import CATALOGUE

CASH: Cells = {"payer": "cash"}
KIND: Cells = {"payer": "in-kind"}

# --- sums ------------------------------------------------------------------------------------

CAPS = [
    ("99.99", []),
    ("100.00", []),
    ("100.01", ["Bring what you ask the fund for down by £0.01"]),
]


@pytest.mark.parametrize(("asked", "problems"), CAPS)
def test_a_cap_is_met_to_the_penny(asked: str, problems: list[str]) -> None:
    bid = ruled("cost-cap", max="100.00")
    assert words(paid(bid, {"total": asked})) == problems
    assert words(paid(bid, {"total": asked}, {"total": "0.01", **CASH})) == problems


def test_the_cap_is_called_by_its_phase() -> None:
    for phase, name in (("discovery", "discovery cap"), ("alpha", "alpha cap"), ("", "cap")):
        bid = set_typed(paid(ruled("cost-cap", max="1.00"), {"total": "1.01"}), "phase", phase)
        assert [p.detail for p in found(bid)] == [f"You ask for £1.01; the {name} is £1"]


LEAST = [
    ("99.99", False, ["Ask the fund for £100 or more"]),
    ("100.00", False, []),
    ("100.01", False, []),
    ("0.00", False, ["Ask the fund for £100 or more"]),
    ("0.00", True, []),
    ("0.01", True, ["Ask the fund for £100 or more"]),
    ("99.99", True, ["Ask the fund for £100 or more"]),
    ("100.00", True, []),
]


@pytest.mark.parametrize(("asked", "or_nothing", "problems"), LEAST)
def test_a_least_sum_is_met_to_the_penny(asked: str, or_nothing: bool, problems: list[str]) -> None:
    bid = ruled("cost-minimum", min="100.00", or_nothing=or_nothing)
    assert words(bid) == [], "nothing is said while there are no lines"
    assert words(paid(bid, {"total": asked})) == problems


BETWEEN = [
    ("9.99", {}, ["Raise costs by £0.01"]),
    ("10.00", {}, []),
    ("10.01", {}, []),
    ("19.99", {}, []),
    ("20.00", {}, []),
    ("20.01", {}, ["Bring costs down by £0.01"]),
    ("0.00", {}, ["Raise costs by £10"]),
    ("0.00", {"or_nothing": True}, ["Raise costs by £10 or take them out"]),
    ("9.99", {"or_nothing": True}, ["Raise costs by £0.01 or take them out"]),
    ("20.01", {"or_nothing": True}, ["Bring costs down by £0.01"]),
]


@pytest.mark.parametrize(("comes_to", "more", "problems"), BETWEEN)
def test_between_two_sums_includes_both(
    comes_to: str, more: dict[str, Any], problems: list[str]
) -> None:
    bid = ruled("cost-between", min="10.00", max="20.00", **more)
    assert words(bid) == [], "nothing is said while there are no lines"
    assert words(paid(bid, {"total": comes_to})) == problems


@pytest.mark.parametrize(
    ("bounds", "rule"),
    [
        ({"min": "10.00"}, "the rule is £10 or more"),
        ({"max": "1.00"}, "the rule is £1 or less"),
        ({"max": "0.00"}, "the rule is £0 or less"),
        ({"max": "0.00", "or_nothing": True}, "the rule is nothing, or £0 or less"),
    ],
)
def test_one_bound_alone_is_said_alone(bounds: dict[str, Any], rule: str) -> None:
    (problem,) = found(paid(ruled("cost-between", **bounds), {"total": "5.00"}))
    assert problem.detail == f"They come to £5; {rule}"


def test_nothing_or_between_takes_lines_of_others_for_nothing() -> None:
    bid = ruled("cost-between", min="10.00", payer="cash", or_nothing=True)
    assert words(paid(bid, {"total": "5.00"})) == []
    assert words(paid(bid, {"total": "5.00"}, {"total": "9.99", **CASH})) == [
        "Raise costs given in cash by £0.01 or take them out"
    ]


def test_a_line_that_does_not_say_who_pays_is_in_no_sum() -> None:
    unpaid: Cells = {"total": "1000.00", "payer": None}
    for rule, bounds in (("cost-cap", {"max": "100.00"}), ("cost-between", {"max": "100.00"}),
                         ("cost-share", {"max_percent": 100, "payer": "fund"}),
                         ("contribution-share", {"min_percent": 0})):  # fmt: skip
        assert words(paid(ruled(rule, **bounds), {"total": "100.00"}, unpaid)) == []


# --- shares ----------------------------------------------------------------------------------

# Of £200 whole, half of it the fund's.
SHARES = [
    ({"max_percent": 25, "payer": "cash"}, "50.00", []),
    ({"max_percent": 25, "payer": "cash"}, "50.01", ["Bring costs given in cash down by £0.02"]),
    ({"max_percent": 25, "payer": "cash"}, "49.99", []),
    ({"min_percent": 25, "payer": "cash"}, "49.99", ["Raise costs given in cash by £0.02"]),
    ({"min_percent": 25, "payer": "cash"}, "50.00", []),
    ({"min_percent": 25, "payer": "cash"}, "50.01", []),
    ({"max_percent": 50, "payer": "cash", "of": "grant"}, "50.00", []),
    ({"max_percent": 50, "payer": "cash", "of": "grant"}, "50.01",
     ["Bring costs given in cash down by £0.01"]),
    ({"min_percent": 50, "payer": "cash", "of": "grant"}, "50.00", []),
    ({"min_percent": 50, "payer": "cash", "of": "grant"}, "49.99",
     ["Raise costs given in cash by £0.01"]),
    ({"min_percent": 0, "max_percent": 25, "payer": "cash"}, "0.00", []),
    ({"max_percent": 0, "payer": "cash"}, "0.00", []),
    ({"max_percent": 0, "payer": "cash"}, "0.01", ["Bring costs given in cash down by £0.01"]),
]  # fmt: skip


@pytest.mark.parametrize(("params", "cash", "problems"), SHARES)
def test_a_share_is_met_to_the_penny(
    params: dict[str, Any], cash: str, problems: list[str]
) -> None:
    rest = str(Decimal(100) - Decimal(cash))
    lines = ({"total": "100.00"}, {"total": cash, **CASH}, {"total": rest, **KIND})
    assert words(paid(ruled("cost-share", **params), *lines)) == problems


def test_the_whole_may_have_a_share_of_one_hundred() -> None:
    bid = ruled("cost-share", min_percent=100, payer="fund")
    assert words(paid(bid, {"total": "100.00"})) == []
    assert words(paid(bid, {"total": "100.00"}, {"total": "0.01", **CASH})) == [
        "Raise costs paid by the fund by £0.01"
    ]


def test_what_a_share_says_is_just_enough_up_to_ninety_nine_in_a_hundred() -> None:
    bid, given = ruled("cost-share", max_percent=99, payer="fund"), {"total": "1.00", **CASH}
    assert words(paid(bid, {"total": "100.00"}, given)) == [
        "Bring costs paid by the fund down by £1"
    ]
    assert words(paid(bid, {"total": "99.01"}, given)) != []
    assert words(paid(bid, {"total": "99.00"}, given)) == []


def test_a_share_of_nothing_is_not_asked_for() -> None:
    bid = ruled("cost-share", min_percent=50, payer="fund", of="grant")
    assert words(paid(bid, {"total": "5.00", **CASH})) == []
    assert words(bid) == []


def test_both_bounds_of_a_share_are_said() -> None:
    bid = ruled("cost-share", min_percent=10, max_percent=20, payer="fund")
    (problem,) = found(paid(bid, {"total": "30.00"}, {"total": "70.00", **CASH}))
    assert problem.detail == (
        "They come to £30; the rule is at least 10% and at most 20% of the whole project, £100"
    )


GIVEN = [
    ("19.99", "0.00", False, ["Give £0.01 more in kind or in cash"]),
    ("20.00", "0.00", False, []),
    ("20.01", "0.00", False, []),
    ("10.00", "9.99", False, ["Give £0.01 more in kind or in cash"]),
    ("10.00", "10.00", False, []),
    ("20.00", "0.00", True, []),
    ("19.99", "0.01", True, ["Give £0.01 more in cash"]),
    ("0.00", "20.00", True, ["Give £20 more in cash"]),
]


@pytest.mark.parametrize(("cash", "in_kind", "cash_only", "problems"), GIVEN)
def test_what_the_applicants_give_is_met_to_the_penny(
    cash: str, in_kind: str, cash_only: bool, problems: list[str]
) -> None:
    bid = ruled("contribution-share", min_percent=20, cash_only=cash_only)
    assert words(bid) == [], "nothing is said while there are no lines"
    asked = str(Decimal(100) - Decimal(cash) - Decimal(in_kind))
    lines = ({"total": asked}, {"total": cash, **CASH}, {"total": in_kind, **KIND})
    assert words(paid(bid, *lines)) == problems


# --- which lines -------------------------------------------------------------------------------

CHOSEN: list[tuple[Cells, Cells, bool]] = [
    ({"payer": "cash"}, CASH, True),
    ({"payer": "cash"}, KIND, False),
    ({"category": "supplier"}, {"category": "supplier"}, True),
    ({"category": "supplier"}, {"category": "staff"}, False),
    ({"category": "supplier"}, {}, False),
    ({"principle": 3}, {"principle": 3}, True),
    ({"principle": 3}, {"principle": 4}, False),
    ({"principle": 3}, {}, False),
    ({"council": HAMBLETON}, {"councils": (HAMBLETON,)}, True),
    ({"council": HAMBLETON}, {"councils": (RYEDALE,)}, False),
    ({"council": HAMBLETON}, {}, False),
    ({"payer": "cash", "category": "staff"}, {**CASH, "category": "staff"}, True),
    ({"payer": "cash", "category": "staff"}, {**CASH, "category": "travel"}, False),
    ({"payer": "cash", "category": "staff"}, {**KIND, "category": "staff"}, False),
]


@pytest.mark.parametrize(("which", "line", "counts"), CHOSEN)
def test_only_the_chosen_lines_count(which: Cells, line: Cells, counts: bool) -> None:
    bid = ruled("cost-between", max="0.00", **which)
    assert bool(words(paid(bid, {"total": "0.01", **line}))) is counts


def test_of_a_shared_line_each_council_has_its_share() -> None:
    bid = councils(ruled("cost-between", max="33.33", council="each"), 3)
    assert words(paid(bid, {"total": "99.99", "councils": ("all",)})) == []
    assert words(paid(bid, {"total": "100.00", "councils": ("all",)})) == [
        "Bring costs for Hambleton down by £0.01"
    ]
    lead = councils(ruled("cost-between", max="33.33", council="lead"), 3)
    assert words(paid(lead, {"total": "100.00", "councils": (RYEDALE,)})) == []
    assert len(words(paid(lead, {"total": "100.00", "councils": ("all",)}))) == 1


# --- councils ----------------------------------------------------------------------------------


def councils(bid: Bid, many: int, **cells: Any) -> Bid:
    """With so many councils, the first of them the lead."""
    codes = (HAMBLETON, RICHMONDSHIRE, RYEDALE, "E07000168")[:many]
    rows = ({"council": {"code": code}, **cells} for code in codes)
    with_lead = ({**row, "lead": True if at == 0 else None} for at, row in enumerate(rows))
    return add_rows(bid, "partners", tuple(with_lead))


MANY = [
    (1, ["Add 1 more council in the bid"]),
    (2, []),
    (3, []),
    (4, ["Take out 1 council in the bid"]),
]


@pytest.mark.parametrize(("many", "problems"), MANY)
def test_the_number_of_councils_is_met_exactly(many: int, problems: list[str]) -> None:
    bid = councils(ruled("authorities", min=2, max=3), many)
    assert words(bid) == problems
    no_name = add_rows(bid, "partners", ({"part": "Not named yet"},))
    assert words(no_name) == problems, "a row without a council is none"


SIGNED = [
    (0, ["Add 2 more councils that have signed the declaration"]),
    (1, ["Add 1 more council that has signed the declaration"]),
    (2, []),
    (3, []),
    (4, ["Take out 1 council that has signed the declaration"]),
]


@pytest.mark.parametrize(("many", "problems"), SIGNED)
def test_the_number_of_signatories_is_met_exactly(many: int, problems: list[str]) -> None:
    bid = councils(ruled("signatories", min=2, max=3), many, signed=True)
    assert words(bid) == problems
    nobody = add_rows(bid, "partners", ({"part": "Not named yet", "signed": True},))
    assert words(nobody) == problems
    said_no = add_rows(bid, "partners", ({"council": {"code": "E06000023"}, "signed": False},))
    assert words(said_no) == problems


def test_no_number_is_no_rule() -> None:
    assert words(ruled("authorities")) == []
    assert words(councils(ruled("signatories"), 4, signed=True)) == []


KINDS = [
    ({"types": ["district"]}, HAMBLETON, True),
    ({"types": ["county"]}, HAMBLETON, False),
    ({"types": ["county", "district"]}, HAMBLETON, True),
    ({}, HAMBLETON, True),
    ({"nations": ["Scotland"]}, HAMBLETON, False),
    ({"nations": []}, HAMBLETON, True),
    ({}, {"name": "Fife", "kind": "council", "nation": "Scotland"}, False),
    ({"nations": ["Scotland"]}, {"name": "Fife", "kind": "council", "nation": "Scotland"}, True),
    ({"types": ["parish or town"]},
     {"name": "Thirsk", "kind": "parish or town", "nation": "England"}, True),
    ({"types": ["district"]},
     {"name": "Thirsk", "kind": "parish or town", "nation": "England"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("params", "body", "may_lead"), KINDS)
def test_only_some_may_lead(params: Cells, body: Any, may_lead: bool) -> None:
    council = {"code": body} if isinstance(body, str) else body
    bid = add_rows(ruled("lead-type", **params), "partners", ({"council": council, "lead": True},))
    assert (words(bid) == []) is may_lead
    as_partner = add_rows(
        ruled("lead-type", **params), "partners", ({"council": council, "lead": False},)
    )
    assert words(as_partner) == []


@pytest.mark.parametrize(("signed", "problems"), [(True, 0), (False, 1), (None, 1)])
def test_the_lead_has_signed(signed: bool | None, problems: int) -> None:
    bid = ruled("lead-signed")
    assert words(bid) == [], "there is no lead yet"
    assert len(words(councils(bid, 1, signed=signed))) == problems
    fields = {problem.place.field for problem in found(councils(bid, 1, signed=signed))}
    assert fields <= {"signed"}
    partner = add_rows(bid, "partners", ({"council": {"code": RYEDALE}, "signed": signed},))
    assert words(partner) == [], "nobody but the lead must"


@pytest.mark.parametrize(("has_agreed", "problems"), [(True, 0), (False, 2), (None, 2)])
def test_every_partner_has_agreed_and_the_lead_is_not_asked(
    has_agreed: bool | None, problems: int
) -> None:
    bid = councils(ruled("agreed"), 3, agreed=has_agreed)
    assert len(words(bid)) == problems
    assert not any("Hambleton" in said for said in words(bid))
    assert {problem.place.field for problem in found(bid)} <= {"agreed"}
    assert len(words(add_rows(bid, "partners", ({"part": "No name"},)))) == problems


# --- principles and answers --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("params", "shown", "problems"),
    [
        ({"min": 2}, 1, 4),
        ({"min": 2}, 2, 0),
        ({"min": 2}, 3, 0),
        ({"min": 0}, 0, 0),
        ({}, 4, 1),
        ({}, 5, 0),
    ],
)
def test_enough_principles_are_shown(params: Cells, shown: int, problems: int) -> None:
    bid = set_typed(ruled("principles-shown", **params), "phase", "discovery")
    for number in range(1, shown + 1):
        bid = set_typed(bid, f"evidence/approach/{number}", "some")
    assert len(words(bid)) == problems


def test_a_cost_line_shows_its_main_principle() -> None:
    bid = set_typed(ruled("principles-shown", min=2), "phase", "discovery")
    lines = tuple({"total": "1.00", "principle": number} for number in (1, 2))
    assert len(words(paid(bid, lines[0]))) == 4
    assert words(paid(bid, *lines)) == []


def unpaid(bid: Bid) -> list[str]:
    """The principles that nothing spent supports, each said as advice."""
    said = [problem for problem in check(bid, NOW) if problem.check == "principle-money"]
    assert not any(problem.stops for problem in said)
    assert {problem.place for problem in said} <= {"cost-lines"}
    return [problem.which for problem in said]


def test_a_principle_is_paid_for_by_a_line_that_shows_it() -> None:
    bid = set_typed(ruled("principles-shown", min=0), "phase", "discovery")
    prose = set_evidence(bid, "approach", 2, "some")
    assert unpaid(prose) == [], "nothing is said while there are no lines"
    lines = paid(prose, {"total": "1.00"}, {"total": "1.00", "principle": 4})
    assert unpaid(lines) == ["1", "2", "3", "5"]
    shown = set_evidence(
        lines, Place("cost-lines").at(rows_of(lines, "cost-lines")[0].id), 2, "some"
    )
    assert unpaid(shown) == ["1", "3", "5"]


CHOICES = [
    ((), []),
    (("benefits-case",), ["research-report", "conclusion"]),
    (("benefits-case", "research-report"), ["conclusion"]),
    (("benefits-case", "research-report", "conclusion"), []),
]


@pytest.mark.parametrize(("chosen", "missing"), CHOICES)
def test_every_option_is_chosen_once_one_is(chosen: tuple[str, ...], missing: list[str]) -> None:
    bid = ruled("all-chosen", question="required-outputs")
    for phase, problems in (("discovery", missing), ("alpha", [])):  # asked in a discovery alone
        asked = set_answer(set_typed(bid, "phase", phase), "required-outputs", chosen or None)
        assert [problem.which for problem in found(asked)] == problems


@pytest.mark.parametrize(
    ("question", "answer", "typed", "problems"),
    [
        ("contact-consent", "yes", "yes", 0),
        ("contact-consent", "yes", "no", 1),
        ("contact-consent", "yes", "", 0),
        ("contact-consent", "no", "no", 0),
        ("contact-consent", "no", "yes", 1),
        ("phase", "alpha", "alpha", 0),
        ("phase", "alpha", "discovery", 1),
        ("phase", "alpha", "", 0),
    ],
)
def test_one_answer_lets_a_council_bid(
    question: str, answer: str, typed: str, problems: int
) -> None:
    bid = ruled("must-be", question=question, answer=answer)
    assert len(words(set_typed(bid, question, typed))) == problems


@pytest.mark.parametrize(
    ("first", "last", "problems"),
    [
        ("2019-01-02", "2019-01-01", ["Make “Ends” the same day as “Starts” or later"]),
        ("2019-01-01", "2019-01-01", []),
        ("2019-01-01", "2019-01-02", []),
        ("", "2019-01-01", []),
        ("2019-01-01", "", []),
    ],
)
def test_two_days_are_in_order_or_the_same(first: str, last: str, problems: list[str]) -> None:
    bid = ruled("date-order", first="starts", last="ends")
    bid = set_typed(set_typed(bid, "starts", first), "ends", last)
    assert words(bid) == problems


RANGE = [
    ("2018-12-31", {"from_": "2019-01-01", "to": "2019-03-31"},
     ["Choose a day from Tue 1 Jan 2019 to Sun 31 Mar 2019"]),
    ("2019-01-01", {"from_": "2019-01-01", "to": "2019-03-31"}, []),
    ("2019-01-02", {"from_": "2019-01-01", "to": "2019-03-31"}, []),
    ("2019-03-30", {"from_": "2019-01-01", "to": "2019-03-31"}, []),
    ("2019-03-31", {"from_": "2019-01-01", "to": "2019-03-31"}, []),
    ("2019-04-01", {"from_": "2019-01-01", "to": "2019-03-31"},
     ["Choose a day from Tue 1 Jan 2019 to Sun 31 Mar 2019"]),
    ("2018-12-31", {"from_": "2019-01-01"}, ["Choose a day from Tue 1 Jan 2019"]),
    ("2019-01-01", {"from_": "2019-01-01"}, []),
    ("2019-04-01", {"to": "2019-03-31"}, ["Choose a day to Sun 31 Mar 2019"]),
    ("2019-03-31", {"to": "2019-03-31"}, []),
    ("", {"from_": "2019-01-01", "to": "2019-03-31"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("day", "edges", "problems"), RANGE)
def test_a_range_of_days_includes_both_ends(
    day: str, edges: dict[str, str], problems: list[str]
) -> None:
    bid = ruled("date-range", question="starts", **edges)
    assert words(set_typed(bid, "starts", day)) == problems


# --- every rule ----------------------------------------------------------------------------------

BROKEN: dict[str, tuple[Cells, Any]] = {
    "cost-cap": ({"max": "1.00"}, lambda bid: paid(bid, {"total": "1.01"})),
    "cost-minimum": ({"min": "1.00"}, lambda bid: paid(bid, {"total": "0.99"})),
    "cost-between": ({"max": "1.00"}, lambda bid: paid(bid, {"total": "1.01"})),
    "cost-share": ({"max_percent": 99, "payer": "fund"}, lambda bid: paid(bid, {"total": "1.00"})),
    "contribution-share": ({"min_percent": 1}, lambda bid: paid(bid, {"total": "1.00"})),
    "authorities": ({"min": 1}, lambda bid: bid),
    "signatories": ({"min": 1}, lambda bid: bid),
    "lead-type": ({"types": ["county"]}, lambda bid: councils(bid, 1)),
    "lead-signed": ({}, lambda bid: councils(bid, 1)),
    "agreed": ({}, lambda bid: councils(bid, 2)),
    "principles-shown": ({"min": 1}, lambda bid: bid),
    "all-chosen": (
        {"question": "services"}, lambda bid: set_answer(bid, "services", ("planning",))
    ),
    "must-be": (
        {"question": "contact-consent", "answer": "yes"},
        lambda bid: set_typed(bid, "contact-consent", "no"),
    ),
    "date-order": (
        {"first": "starts", "last": "ends"},
        lambda bid: set_typed(set_typed(bid, "starts", "2019-01-02"), "ends", "2019-01-01"),
    ),
    "date-range": (
        {"question": "starts", "to": "2019-01-01"},
        lambda bid: set_typed(bid, "starts", "2019-01-02"),
    ),
}  # fmt: skip


def test_every_rule_is_tried() -> None:
    assert {*BROKEN} == {*CATALOGUE}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_rule_holds_in_its_phase_and_is_as_grave_as_the_round_says(rule: str) -> None:
    params, breaks = BROKEN[rule]

    def stops(bids: str, **more: str) -> list[bool]:
        bid = set_typed(breaks(ruled(rule, **params, **more)), "phase", bids)
        return [problem.stops for problem in found(bid)]

    always = stops("discovery")
    assert always
    assert all(always)
    assert always == stops("alpha") == stops("discovery", phase="discovery")
    assert stops("alpha", phase="discovery") == stops("discovery", phase="alpha") == []
    assert stops("", phase="alpha") == []
    assert stops("discovery", severity="stops") == always
    assert stops("discovery", severity="advice") == [False] * len(always)


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"min": "10.00", "max": "9.99"},
        {"min": "10.00", "council": "some"},
        {"min": "10.00", "principle": 0},
        {"min": "10.00", "principle": 10},
    ],
)
def test_bounds_that_nothing_can_meet_are_refused(params: Cells) -> None:
    bid = ruled("cost-between", **params)
    (use,) = bid.round.checks
    assert CATALOGUE["cost-between"].faults(use)
    (right,) = ruled("cost-between", min="10.00", max="10.00", principle=9).round.checks
    assert not CATALOGUE["cost-between"].faults(right)


BOUNDS = [
    ("contribution-share", {"min_percent": 0}, True),
    ("contribution-share", {"min_percent": 100}, True),
    ("contribution-share", {"min_percent": -1}, False),
    ("contribution-share", {"min_percent": 101}, False),
    ("cost-share", {"min_percent": 0}, True),
    ("cost-share", {"max_percent": 100}, True),
    ("cost-share", {"min_percent": -1}, False),
    ("cost-share", {"max_percent": 101}, False),
    ("cost-share", {}, False),
    ("authorities", {"min": 0, "max": 1}, True),
    ("authorities", {"min": -1}, False),
    ("authorities", {"max": 0}, False),
    ("principles-shown", {"min": 0}, True),
    ("principles-shown", {"min": 9}, True),
    ("principles-shown", {"min": -1}, False),
    ("principles-shown", {"min": 10}, False),
]


@pytest.mark.parametrize(("rule", "params", "right"), BOUNDS)
def test_a_rules_own_numbers_have_their_bounds(rule: str, params: Cells, right: bool) -> None:
    (use,) = ruled(rule, **params).round.checks
    assert (not CATALOGUE[rule].faults(use)) is right
