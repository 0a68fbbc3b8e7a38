"""Figures typed in prose are held against the bid's own, and few others are."""

import re
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW, bid_with, sample
from sentences import CLAIM_NOTHING, CLAIMS, LET_BE, SAID_WRONG

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import set_answer
from bidwriter.bids.printing.live_figures import live_figures
from bidwriter.bids.printing.printed import printed_text
from bidwriter.bids.printing.using_figures import use_live_figure
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.checks.claims import reading
from bidwriter.checks.claims.claim import Claim, Sentence
from bidwriter.checks.claims.hedges import ABOUT_SLACK, EXACT
from bidwriter.checks.claims.reading import claims
from bidwriter.checks.problem import Problem
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.prose.numbers import NUMBER

RIGHT = (
    "We ask for £78,400 and give £21,550 of our own time.",
    "We are asking the fund for £78k, and the whole project costs £99,950.",
    "The whole project costs £0.1m.",
    "We ask for about £80,000.",
    "The £80,000 cap leaves room: we are £1,600 below the cap.",
    "We contribute 22% of the whole project, or 21.6% of the total cost.",
    "All four councils agree. We work with three other councils, our three partners.",
    "We plan 45 days of a user researcher and 30 days of a service designer.",
    "A user researcher for 45 days.",
)
WRONG = (
    ("We ask for £80,000.", "You wrote £80,000; the cost lines ask for £78,400", "stops"),
    ("We ask for £79k.", "You wrote £79k; the cost lines ask for £78,400", "stops"),
    ("We ask for £78,400.50.", "You wrote £78,400.50; the cost lines ask for £78,400", "stops"),
    ("We ask for about £90,000.", "You wrote £90,000; the cost lines ask for £78,400", "stops"),
    ("Our contribution is £20,000.", "You wrote £20,000; the cost lines give £21,550", "stops"),
    ("We contribute £20,000 in kind.",
     "You wrote £20,000; the cost lines give £21,550 in kind", "stops"),
    ("The whole project costs £1.2 million.",
     "You wrote £1.2 million; the cost lines come to £99,950", "stops"),
    ("The £75,000 discovery cap is tight.", "You wrote £75,000; the cap is £80,000", "advice"),
    ("We are £1,500 below the cap.",
     "You wrote £1,500; £1,600 is left below the cap", "advice"),
    ("We contribute 25% of the whole project.",
     "You wrote 25%; the councils give 22% of the whole project", "advice"),
    ("Our five councils agree.",
     "You wrote five councils; the bid has four councils", "advice"),
    ("We work with 14 partner councils.",
     "You wrote 14 partner councils; the bid has three councils besides the lead", "advice"),
    ("We plan 40 days of user research.",
     "You wrote 40 days; the cost line “User researcher, supplier” has 45", "advice"),
)  # fmt: skip


def found_in(text: str, bid: Bid | None = None, question: str = "approach") -> list[Problem]:
    written = set_typed(bid or sample(), question, text)
    return [p for p in check(written, NOW) if p.check == "figure-in-prose"]


@pytest.mark.parametrize(("text", "meant"), CLAIMS)
def test_words_say_what_a_figure_is(text: str, meant: str) -> None:
    assert " ".join(claim.what for claim in claims(text)) == meant
    assert all(text[claim.start : claim.end] == claim.words for claim in claims(text))


@pytest.mark.parametrize("text", CLAIM_NOTHING)
def test_other_figures_are_let_be(text: str) -> None:
    named = {"requested", "contributed", "whole-project", "cap", "below-cap", "councils"}
    assert [claim for claim in claims(text) if claim.what in named] == []
    assert found_in(text) == []


@pytest.mark.parametrize(("text", "typed"), SAID_WRONG)
def test_what_the_bid_has_otherwise_is_told(text: str, typed: str) -> None:
    assert [problem.typed for problem in found_in(text)] == [typed]


@pytest.mark.parametrize("text", LET_BE)
def test_what_is_not_the_bids_is_let_be(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize("text", RIGHT)
def test_right_figures_raise_nothing(text: str) -> None:
    assert found_in(text) == []
    assert claims(text)


@pytest.mark.parametrize(("text", "words", "severity"), WRONG)
def test_wrong_figures_are_told(text: str, words: str, severity: str) -> None:
    (problem,) = found_in(text)
    assert (problem.words, problem.severity) == (words, severity)
    assert problem.detail == f"Question 2: “{text}”"
    start, end = problem.passage or (0, 0)
    assert text[start:end] == problem.typed
    assert problem.source.split("/")[0] in ("cost-lines", "partners", "")


def test_the_passage_counts_in_the_whole_printed_text() -> None:
    text = (
        "## Money\n\nWe give {{figure:contributed}} of our own time.\n\n- We **ask for £80,000**."
    )
    bid = set_typed(sample(), "approach", text)
    (problem,) = found_in(text)
    start, end = problem.passage or (0, 0)
    assert printed_text(bid, bid.round.by_id["approach"])[start:end] == "£80,000"
    mended = use_live_figure(bid, "approach", (start, end), problem.typed, problem.figure)
    assert str(mended.answer("approach")).endswith("- We **ask for {{figure:requested}}**.")
    assert found_in(str(mended.answer("approach"))) == []


@pytest.mark.parametrize(("text", "words", "severity"), WRONG)
def test_one_click_puts_the_true_figure_there(text: str, words: str, severity: str) -> None:
    (problem,) = found_in(text)
    if not problem.figure:
        assert "cost line" in words
        assert severity == "advice"
        return
    bid = set_typed(sample(), "approach", text)
    assert problem.passage is not None
    mended = use_live_figure(bid, "approach", problem.passage, problem.typed, problem.figure)
    assert found_in(str(mended.answer("approach"))) == []
    with pytest.raises(NotAllowedError, match="not there any more"):
        use_live_figure(mended, "approach", problem.passage, problem.typed, problem.figure)


def test_outputs_are_read_too() -> None:
    row = next(r.id for r in sample().by_id["outputs"])  # type: ignore[union-attr]
    bid = set_typed(sample(), f"outputs/{row}/action", "Spend it: we ask for £80,000")
    (problem,) = (p for p in check(bid, NOW) if p.check == "figure-in-prose")
    assert (problem.place, problem.figure) == (f"outputs/{row}/action", "")


def test_without_cost_lines_nothing_is_held_against_them() -> None:
    assert found_in("We ask for £80,000 of £99,000.", bid_with({"phase": "discovery"})) == []


@given(st.sampled_from(sorted(live_figures(sample()))))
def test_live_figures_never_alarm(name: str) -> None:
    for text in ("We ask for {}.", "We contribute {} in kind.", "Our {} councils", "{} councils"):
        assert found_in(text.format(f"{{{{figure:{name}}}}}")) == []


@settings(max_examples=tries(200))
@given(st.text(st.characters(categories=["L", "P", "Z"]), max_size=120))
def test_text_without_figures_claims_nothing(text: str) -> None:
    assume(not re.search(rf"\b(?:{NUMBER})\b", text, re.IGNORECASE))
    assert [claim for claim in claims(text) if claim.what != "councils"] == []


@given(st.decimals(0, 10_000_000, places=2), st.sampled_from(["0.01", "1", "10", "1000", "100000"]))
def test_a_figure_agrees_with_what_rounds_to_it(true: Decimal, step: str) -> None:
    size = Decimal(step)
    written = (true / size).quantize(Decimal(1), "ROUND_HALF_UP") * size
    assert Claim("requested", "", 0, 0, written, size).agrees_with(true)
    assert not Claim("requested", "", 0, 0, written + size, size).agrees_with(true)


def test_a_live_figure_without_a_value_stops_export() -> None:
    bid = set_answer(sample(), "approach", "{{figure:nought}}")
    bid = set_answer(bid, "cost-lines", ())
    bid = set_answer(bid, "benefits", "We ask for {{figure:requested}}.")
    unknown, valueless = (p for p in check(bid, NOW) if p.check == "live-figure")
    assert unknown.words == (
        "Take the figure called nought out of “Describe your approach”: the bid has none"
    )
    assert valueless.words.startswith("Give the figure “Grant asked for” a value")
    assert (unknown.stops, valueless.stops, valueless.source) == (True, True, "cost-lines")
    assert printed_text(bid, bid.round.by_id["benefits"]) == (
        "We ask for [no grant asked for yet]."
    )


@pytest.mark.parametrize(
    ("text", "amount", "step"),
    [
        ("We plan 40 days of user research.", "40", "1"),
        ("We plan 1,250 days of user research.", "1250", "1"),
        ("We plan 12.5 days of user research.", "12.5", "0.1"),
        ("A user researcher for 12.25 days will lead.", "12.25", "0.01"),
        ("We plan twelve days of user research.", "12", "1"),
        ("Our match is 25%.", "25", "1"),
        ("Our match is 25.5%.", "25.5", "0.1"),
        ("Our match is 25.55 per cent.", "25.55", "0.01"),
        ("We ask for £80,000.", "80000", "1"),
        ("We ask for £80,000.50.", "80000.50", "0.01"),
        ("We ask for £80k.", "80000", "1000"),
        ("We ask for £80.5 thousand.", "80500", "100"),
        ("We ask for £0.08m.", "80000", "10000"),
        ("We ask for £1.2 billion.", "1200000000", "100000000"),
        ("We ask for 80,000 pounds.", "80000", "1"),
    ],
)
def test_a_figure_is_as_exact_as_it_is_written(text: str, amount: str, step: str) -> None:
    (claim,) = claims(text)
    assert (claim.amount, claim.step) == (Decimal(amount), Decimal(step))


@pytest.mark.parametrize(
    ("amount", "about", "agrees"),
    [("100", True, True), ("95.24", True, True), ("95.23", True, False), ("105.26", True, True),
     ("105.27", True, False), ("100.50", False, True), ("100.51", False, False),
     ("99.50", False, True), ("99.49", False, False)],
)  # fmt: skip
def test_about_may_be_a_twentieth_off(amount: str, about: bool, agrees: bool) -> None:
    slack = ABOUT_SLACK if about else EXACT
    claim = Claim("requested", "", 0, 0, Decimal(100), slack=slack)
    assert claim.agrees_with(Decimal(amount)) is agrees


SLIPS = [
    # A sum that words name nothing for certain, and whether it is taken for a slip of £32,400.
    ("£38,880", True), ("£38,881", False), ("£25,920", True), ("£25,919", False),
    ("£32,900", True), ("£92,400", True), ("£92,401", False), ("£43,200", True),
    ("£324,000", True), ("£3,240", True), ("£324,001", False), ("£32,400", False),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "told"), SLIPS)
def test_a_slip_is_near_or_has_the_same_digits(typed: str, told: bool) -> None:
    found = found_in(f"The user researcher costs {typed}.")
    assert [problem.severity for problem in found] == (["advice"] if told else [])
    # Nobody is named whose sum it could be.
    assert found_in(f"The postage costs {typed}.") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("We ask for over £78,399.", True), ("We ask for over £78,400.", True),
        ("We ask for over £78,401.", False), ("We ask for under £78,399.", False),
        ("We ask for under £78,400.", True), ("We ask for under £78,401.", True),
        ("Our contribution is a fifth of the whole project.", True),  # 21.6 %
        ("Our contribution is a quarter of the whole project.", False),
        ("Our contribution is over a fifth of the whole project.", True),
        ("Our contribution is under a fifth of the whole project.", False),
    ],
)  # fmt: skip
def test_bounds_and_shares_in_words(text: str, right: bool) -> None:
    assert (found_in(text) == []) is right


@pytest.mark.parametrize(("many", "read"), [(39, True), (40, True), (41, False)])
def test_what_has_more_than_forty_figures_is_no_prose(many: int, read: bool) -> None:
    text = "We ask for £80,000" + ", £1" * (many - 1)
    assert ("requested" in [claim.what for claim in claims(text)]) is read


def test_a_name_in_the_bid_is_no_pattern() -> None:
    bid = sample()
    line = bid.by_id["cost-lines"][0]  # type: ignore[index]
    bid = set_typed(bid, f"cost-lines/{line.id}/what", "(a+)+$ [researcher")  # type: ignore[union-attr]
    assert found_in(f"The {'a' * 200} costs £34,200 or 54 days.", bid) == []


def test_a_key_press_reads_one_sentence_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [f"We ask the fund for £{number},000." for number in range(1, 400)]
    whole = claims(" ".join(sentences))
    read: list[str] = []

    def days(one: Sentence) -> tuple[Claim, ...]:
        read.append(one.text)
        return ()

    monkeypatch.setattr(reading, "days", days)
    sentences[200] = "We ask the fund for £999,000."
    text = " ".join(sentences)
    changed = claims(text)
    assert read == [sentences[200]]
    assert [c.amount for c in changed[:200]] == [c.amount for c in whole[:200]]
    assert [c.amount for c in changed[199:202]] == [200_000, 999_000, 202_000]
    assert all(text[c.start : c.end] == c.words for c in changed)
    assert reading.sentences_round(text, [c.start for c in changed]) == sentences


def test_a_paragraph_without_an_end_is_read_to_its_end() -> None:
    text = "word " * 2_000 + "we ask the fund for £80,000 " + "word " * 2_000
    (claim,) = claims(text)
    assert text[claim.start : claim.end] == "£80,000"
    assert "£80,000" in reading.sentences_round(text, [claim.start])[0]
    assert [claim.what for claim in claims("x" * 9_000 + "£5")] == ["sum"]
