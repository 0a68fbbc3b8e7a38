"""Checks: each finds its fault, leads to its place, and says what to do."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW, bid_with, round_1, sample
from test_changes import randomly_edited

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import new_bid
from bidwriter.bids.leaves import leaf_at
from bidwriter.bids.places import read_place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.checks.progress import done, progress

AFTER = datetime(2026, 1, 1, tzinfo=UTC)


def places(bid: Bid, name: str) -> list[str]:
    return [problem.place for problem in check(bid, NOW) if problem.check == name]


def test_the_sample_has_nothing_that_stops_it() -> None:
    assert [p for p in check(sample(), NOW) if p.stops] == []
    assert done(progress(sample(), check(sample(), NOW))) == 16


def test_an_empty_bid_lists_every_required_question() -> None:
    bid = new_bid(round_1())
    wanted = {q.id for q in bid.asked if not q.optional}
    assert wanted == set(places(bid, "required"))


FAULTS = [
    ({"contact-email": "joan"}, "form", "contact-email"),
    ({"contact-phone": "ring me"}, "form", "contact-phone"),
    ({"summary": "word " * 301}, "limit", "summary"),
    ({"impacts": "word " * 250}, "limit", "impacts"),
    ({"title": "x" * 121}, "limit", "title"),
    ({"title": "smile 😀"}, "characters", "title"),
    ({"support": "ring 01632 960123"}, "personal-data", "support"),
    ({"cost-lines/cost000001/unit-cost": "800"}, "cost-cap", "cost-lines"),
    ({"cost-lines/cost000001/payer": ""}, "cost-line", "cost-lines/cost000001/payer"),
    ({"cost-lines/cost000001/councils": ""}, "cost-line", "cost-lines/cost000001/councils"),
    (
        {"cost-lines/cost000001/councils": "E06000001"},
        "cost-line",
        "cost-lines/cost000001/councils",
    ),
    ({"cost-lines/cost000001/quantity": ""}, "cost-line", "cost-lines/cost000001/quantity"),
    ({"cost-lines/cost000001/unit-cost": "-5000"}, "cost-sum", "cost-lines"),
    ({"partners/prow000001/lead": "no"}, "lead", "partners"),
    ({"partners/prow000002/lead": "yes"}, "lead", "partners/prow000002/lead"),
    ({"partners/prow000002/council": "E07000164"}, "partner", "partners/prow000002/council"),
    ({"partners/prow000002/council": "E06000065"}, "council", "partners/prow000002/council"),
    (
        {"partners/prow000001/council": "Fife (council, Scotland)"},
        "lead-type",
        "partners/prow000001/council",
    ),
    ({"required-outputs": "conclusion"}, "all-chosen", "required-outputs"),
    ({"declarations": "accurate"}, "required", "declarations"),
    ({"evidence/approach/1/reason": ""}, "evidence", "evidence/approach/1/reason"),
    ({"phase": "alpha"}, "kept", "required-outputs"),
    ({"own-deadline": "2018-12-01"}, "deadline", "own-deadline"),
]


@pytest.mark.parametrize(("values", "name", "place"), FAULTS)
def test_each_fault_is_found_at_its_place(values: dict[str, str], name: str, place: str) -> None:
    bid = sample()
    for at, typed in values.items():
        bid = set_typed(bid, at, typed)
    assert place in places(bid, name), check(bid, NOW)


def test_signatories_and_principles_are_counted() -> None:
    bid = bid_with(
        {
            "phase": "discovery",
            "partners/+": {"council": "Hambleton", "lead": True, "signed": "yes"},
        }
    )
    assert places(bid, "signatories") == ["partners"]
    assert len(places(bid, "principles-shown")) == 5
    for number in range(1, 6):
        bid = set_typed(bid, f"evidence/approach/{number}", "some")
    assert places(bid, "principles-shown") == []


def test_a_closed_round_is_advice_alone() -> None:
    found = [p for p in check(sample(), AFTER) if p.check == "closed"]
    assert [p.severity for p in found] == ["advice"]


def test_questions_of_the_other_phase_are_not_checked() -> None:
    assert "earlier-discovery" not in places(new_bid(round_1()), "required")
    assert "earlier-discovery" in places(
        set_typed(new_bid(round_1()), "phase", "alpha"), "required"
    )


@settings(max_examples=tries(60))
@given(st.integers(0, 10**6))
def test_every_problem_leads_somewhere_and_a_fresh_check_agrees(seed: int) -> None:
    bid = randomly_edited(sample(), seed)
    found = check(bid, NOW)
    assert found == check(bid.model_copy(deep=True), NOW)
    for problem in found:
        if problem.place:
            place = read_place(problem.place)
            assert place.root in bid.round.by_id or place.root in (
                "evidence",
                "own-deadline",
                "attachments",
            )
            if place.row and place.root in bid.round.by_id:
                assert place.row in [row.id for row in rows_of(bid, place.root)]
            leaf_at(bid, problem.place)
        assert problem.words.strip()


def test_a_task_is_no_problem_until_it_is_begun_or_finished() -> None:
    bid = new_bid(round_1())
    assert {task.state for task in progress(bid, check(bid, NOW))} == {"not_started"}
    bid = set_typed(bid, "summary", "Begun")
    states = {task.task.id: task.state for task in progress(bid, check(bid, NOW))}
    assert states["summarise"] == "started"
    bid = set_typed(bid, "finished/approach", "yes")
    states = {task.task.id: task.state for task in progress(bid, check(bid, NOW))}
    assert states["approach"] == "problem"


def test_a_council_replaced_since_is_advice_once_it_is() -> None:
    assert places(sample(), "council") == []
    found = [p for p in check(sample(), AFTER) if p.check == "council"]
    assert [p.place for p in found] == [f"partners/prow00000{n}/council" for n in (1, 2, 3, 4)]
    assert {p.severity for p in found} == {"advice"}
