"""Every named check one below its edge, at it, and one above: a penny, a council, a day."""

from typing import Any

import pytest
from making import NOW
from ruled import HAMBLETON, RYEDALE, Cells, councils, found, paid, ruled, words

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import add_rows, set_answer, set_evidence
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.checks.named.catalogue import CATALOGUE

CASH: Cells = {"payer": "cash"}
KIND: Cells = {"payer": "in-kind"}

# --- councils ----------------------------------------------------------------------------------


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
    for principle in (1, 9):
        right = ruled("cost-between", min="10.00", max="10.00", principle=principle).round.checks[0]
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
