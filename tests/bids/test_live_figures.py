"""Live figures: what the bid has to offer, and that everything prints, counts and keeps by them."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW, bid_with, round_1, sample
from test_changes import randomly_edited

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.editing import new_bid, set_answer
from bidwriter.bids.printing.limits import limit_words, use_of_limit, words_in
from bidwriter.bids.printing.live_figures import comes_from, live_figure, live_figures
from bidwriter.bids.printing.printed import printed_prose, printed_text, shown_blocks
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.bids.record.differing import differences
from bidwriter.bids.record.record import bid_of, read_record, record
from bidwriter.bids.telling.summary import summary
from bidwriter.bids.telling.telling import tell
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.checks.printing import printed_texts
from bidwriter.kinds.question import Limit
from bidwriter.kinds.values.money import show
from bidwriter.prose.figures import is_name, marker

TEXT = "We ask for {{figure:requested}}.\n\n- {{figure:partner-names}} ({{figure:closes}})"
SHOWN = "We ask for £78,400.\nRyedale, Scarborough and North Yorkshire (Thu 15 Nov 2018)"


def with_figures() -> Bid:
    return set_typed(sample(), "approach", TEXT)


def test_the_sample_has_these() -> None:
    all_ = live_figures(sample())
    found = {name: figure.value for name, figure in all_.items() if figure.group != "Benefits"}
    assert found == {
        "requested": "£78,400", "contributed": "£21,550", "contributed-in-kind": "£21,550",
        "contributed-in-cash": "£0", "whole-project": "£99,950", "contributed-share": "22%",
        "cap": "£80,000", "below-cap": "£1,600", "cost-lines": "10", "team-days": "215",
        "councils": "four", "partners": "three", "signatories": "four", "lead": "Hambleton",
        "partner-names": "Ryedale, Scarborough and North Yorkshire",
        "closes": "Thu 15 Nov 2018", "title": "Tell us once when you move home",
        "phase": "discovery", "requested-principle-1": "£56,500",
        "requested-principle-2": "£20,000", "requested-principle-5": "£1,900",
        "requested-council-e07000164": "£65,750", "requested-council-e07000167": "£10,750",
        "requested-council-e07000168": "£950", "requested-council-e10000023": "£950",
    }  # fmt: skip


def test_the_appraisal_has_its_figures_by_scenario() -> None:
    all_ = live_figures(sample())
    assert [all_[f"net-present-value-{who}"].value for who in ("lead", "partners", "all")] == [
        "£1.43m", "£2.88m", "£16.58m",
    ]  # fmt: skip
    assert all_["payback-partners"].value == "23/24"
    assert all_["benefit-cost-ratio-partners"].value == "£2.4"


def test_each_says_where_it_comes_from() -> None:
    bid = sample()
    places = {name: comes_from(bid, figure) for name, figure in live_figures(bid).items()}
    assert places["requested"] == "Cost the team"
    assert places["lead"] == "Add partners"
    assert places["closes"] == "Local Digital Fund, round 1"


def test_an_empty_bid_has_names_and_hardly_a_value() -> None:
    found = live_figures(new_bid(round_1()))
    assert {name for name, figure in found.items() if figure.value} == {"closes"}
    assert found["requested"].printed == "[no grant asked for yet]"


@settings(max_examples=tries(40))
@given(st.integers(0, 10**6))
def test_sums_are_the_totals_and_names_can_be_stored(seed: int) -> None:
    bid = randomly_edited(sample(), seed)
    found = live_figures(bid)
    assert all(map(is_name, found))
    if "requested" in found and found["requested"].value:
        assert found["requested"].value == show(totals(bid).fund)
        assert found["whole-project"].value == show(totals(bid).whole)


@pytest.mark.parametrize(("days", "words"), [("9", "nine"), ("10", "10"), ("2.5", "2.5")])
def test_counts_are_words_up_to_nine(days: str, words: str) -> None:
    row = {
        "what": "Researcher",
        "quantity": days,
        "unit": "days",
        "unit-cost": "1",
        "payer": "fund",
    }
    bid = bid_with({"phase": "discovery", "cost-lines/+": {**row}})
    assert live_figure(bid, "team-days").value == words


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (Limit(words=1), "1 word at most"),
        (Limit(words=1500), "1,500 words at most"),
        (Limit(characters=80), "80 characters at most"),
        (None, ""),
    ],
)
def test_a_limit_is_said_in_words(limit: Limit | None, words: str) -> None:
    question = sample().round.by_id["approach"].model_copy(update={"limit": limit})
    assert limit_words(question) == words


def test_everything_shows_the_values() -> None:
    bid = with_figures()
    question = bid.round.by_id["approach"]
    assert printed_text(bid, question) == SHOWN
    assert words_in(bid, question) == 13
    use = use_of_limit(bid, question)
    assert use is not None
    assert use.used == 13
    assert "  We ask for £78,400." in list(summary(bid))
    assert (("approach", SHOWN, False)) in list(printed_texts(bid))
    (told,) = tell(sample(), bid)
    assert told.after == SHOWN
    assert "{" not in "".join(str(part) for part in told)


def test_values_follow_the_tables() -> None:
    bid = set_answer(with_figures(), "cost-lines", ())
    question = bid.round.by_id["approach"]
    assert printed_text(bid, question).startswith("We ask for [no grant asked for yet].")
    assert any(p.check == "live-figure" for p in check(bid, NOW))


def test_the_record_keeps_the_marker_and_says_what_it_prints() -> None:
    bid = with_figures()
    made = json.loads(json.dumps(record(bid, whole=True)))
    entry = next(e for e in made["questions"] if e["id"] == "approach")
    assert (entry["answer"], entry["text"], entry["count"]) == (TEXT, SHOWN, 13)
    listed = {one["name"]: one["value"] for one in made["figures-in-prose"]}
    assert listed["requested"] == "£78,400"
    assert list(listed) == ["requested", "partner-names", "closes"]
    back = bid_of(read_record(made)[0], bid.round)
    assert back.answer("approach") == TEXT
    assert content_hash(back) == content_hash(bid)
    assert differences(read_record(made)[0], back) == ()
    assert "figures-in-prose" not in record(sample(), whole=True)


def test_the_content_hash_is_of_the_marker_not_of_the_value() -> None:
    typed = set_typed(sample(), "approach", SHOWN)
    assert content_hash(typed) != content_hash(with_figures())


@given(st.sampled_from(sorted(live_figures(sample()))), st.sampled_from(["", "**", "*"]))
def test_printing_leaves_nothing_to_fill_in(name: str, style: str) -> None:
    stored = f"It is {style}{marker(name)}{style} now."
    printed = printed_prose(sample(), stored)
    assert printed == printed_prose(sample(), printed)
    assert (
        shown_blocks(sample(), stored)[0].text == f"It is {live_figure(sample(), name).value} now."
    )


def test_short_answers_take_no_figures() -> None:
    bid = set_typed(sample(), "title", "{{figure:requested}}")
    assert printed_text(bid, bid.round.by_id["title"]) == "{{figure:requested}}"


def test_the_share_is_rounded_once() -> None:
    lines = [
        {"what": "A", "total": "875", "payer": "fund"},
        {"what": "B", "total": "125", "payer": "cash"},
    ]
    bid = bid_with({"phase": "discovery"})
    for line in lines:
        bid = set_typed(bid, "cost-lines/+", json.dumps(line))
    assert totals(bid).whole == Decimal(1000)
    assert live_figure(bid, "contributed-share").value == "13%"
