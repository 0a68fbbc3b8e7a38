"""Trying rounds: all that is asked is come to, nothing is called a fault that one can get round,
and the work is bounded."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from asking_round import pack_of, question, round_of
from hypothesis import given
from hypothesis import strategies as st

from bidwriter.checks.checking import check, stops
from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.desk.trying import trial
from bidwriter.desk.trying.trial import Trial, moment_of, tried, unfinishable
from bidwriter.desk.trying.work import Work
from bidwriter.rounds.linting.finding import Further
from bidwriter.rounds.linting.lint import faults, lint
from bidwriter.rounds.round import Round, read_round

NOW = datetime(2026, 11, 28, 10, 32, tzinfo=UTC)
YES, NO = (
    [{"question": "open", "is": [answer]}] for answer in ("yes", "no")
)  # fmt: skip
OPEN, LINE = question("open", "yes-no"), question("line")


def found(round_: Round) -> list[Further]:
    return list(unfinishable(round_, NOW))


def runs_of(round_: Round) -> list[Any]:
    made = Trial(round_, NOW)
    assert [*made.findings()] == []
    return made.runs


def test_every_answer_that_decides_and_every_question_is_come_to() -> None:
    several = [{"id": id_, "label": id_} for id_ in ("a", "b")]
    round_ = round_of(
        OPEN,
        question("kinds", "choose-several", options=[*several, {"id": "no", "label": "None", "alone": True}],
                 **{"asked-when": YES}),
        question("many", "number", **{"asked-when": NO}),
        question("far", **{"asked-when": [*NO, {"question": "many", "at-least": "12"}]}),
        question("none", **{"asked-when": [{"question": "kinds", "is": ["no"]}]}),
        question("both", **{"asked-when": [{"question": "kinds", "is": ["a"]}, {"question": "kinds", "is": ["b"]}]}),
    )  # fmt: skip
    runs = runs_of(round_)
    assert {id_ for run in runs for id_ in run.bid.asked_by_id} == {*round_.by_id}
    assert {run.bid.answer("open") for run in runs} == {True, False}
    assert {"a", "b", "no"} <= {one for run in runs for one in run.bid.answer("kinds") or ()}
    assert len({run.bid.answer("many") for run in runs} - {None}) > 1


def test_an_answer_that_a_rule_refuses_is_no_fault() -> None:
    rule = {"check": "must-be", "question": "open", "answer": "yes"}
    bad = question("bad", pattern=r"\s", **{"pattern-words": "Write", "asked-when": NO})
    assert found(round_of(OPEN, LINE, checks=[rule])) == []
    assert found(round_of(OPEN, bad, checks=[rule])) == []
    assert [one.place for one in found(round_of(OPEN, bad))] == ["questions/bad/pattern"]


# What can be got round, and so is no fault, though usual answers would be stopped.
WAYS_ROUND: dict[str, Round] = {
    "another answer": round_of(OPEN, checks=[{"check": "must-be", "question": "open", "answer": "no"}]),
    "rules for different answers": round_of(
        OPEN, question("b", "yes-no"), question("c", "yes-no"),
        checks=[{"check": "must-be", "question": "c", "answer": "yes", "asked-when": YES},
                {"check": "must-be", "question": "c", "answer": "no",
                 "asked-when": [{"question": "b", "is": ["yes"]}]}]),
    "an optional question without an answer": round_of(
        question("line", pattern=r"\s", optional=True, **{"pattern-words": "Write"})),
    "no costs where none are asked for": round_of(
        question("costs", "cost-lines", optional=True),
        checks=[{"check": "cost-cap", "max": "1.00"}, {"check": "cost-minimum", "min": "2.00"}]),
    "nothing at all": round_of(
        question("costs", "cost-lines"),
        checks=[{"check": "cost-cap", "max": "1.00"},
                {"check": "cost-minimum", "min": "2.00", "or-nothing": True}]),
    "more that may be nothing than can be tried": round_of(
        question("costs", "cost-lines"),
        checks=[*({"check": "cost-between", "category": c, "payer": p, "min": "10.00",
                   "max": "20.00", "or-nothing": True}
                  for c in ("supplier", "staff", "travel", "licences") for p in ("fund", "cash")),
                {"check": "cost-between", "category": "other", "min": "1.00"}]),
    "several years": round_of(
        question("costs", "cost-lines", **{"by-year": True}),
        checks=[{"check": "cost-between", "year": "each", "max": "1000.00"},
                {"check": "cost-between", "min": "4000.00"}]),
    "each council": round_of(
        question("costs", "cost-lines"), question("partners", "partners"),
        checks=[{"check": "cost-between", "council": "each", "min": "500.00", "max": "600.00"},
                {"check": "authorities", "min": 3},
                {"check": "contribution-share", "min-percent": 20, "cash-only": True}]),
    "one council by name": round_of(
        question("partners", "partners"), question("costs", "cost-lines"),
        checks=[{"check": "cost-between", "council": "E06000014", "min": "700.00"},
                {"check": "cost-cap", "max": "500.00"}]),
    "a share of a grant": round_of(
        question("costs", "cost-lines"),
        checks=[{"check": "cost-share", "of": "grant", "category": "staff", "payer": "fund",
                 "min-percent": 37, "max-percent": 37}]),
    "partners asked for twice": round_of(
        *(question(f"p{n}", "partners", optional=n == 2) for n in range(3)),
        checks=[{"check": "authorities", "min": 2, "max": 3}]),
    "partners asked for with one answer": round_of(
        OPEN, question("p", "partners", **{"asked-when": NO}),
        checks=[{"check": "authorities", "min": 2, "asked-when": NO}]),
    "a file asked for by the last answer": round_of(
        OPEN, question("f", "file", **{"asked-when": YES})),
    "days in order": round_of(
        *(question(f"d{n}", "date") for n in range(4)),
        checks=[*({"check": "date-order", "first": f"d{n}", "last": f"d{n + 1}"} for n in range(3)),
                {"check": "date-range", "question": "d0", "from": "2030-01-01"},
                {"check": "date-range", "question": "d3", "to": "2030-01-01"}]),
}  # fmt: skip


@pytest.mark.parametrize("name", WAYS_ROUND)
def test_what_can_be_got_round_is_got_round(name: str) -> None:
    assert found(WAYS_ROUND[name]) == []
    assert tried(WAYS_ROUND[name], NOW).stopping == ()


def test_what_is_only_not_found_is_advice() -> None:
    limit = {"words": 1, "also-counts": ["b"]}
    round_ = round_of(question("a", "rich-text", limit=limit), question("b", "rich-text"))
    [told] = found(round_)
    assert told.is_advice and told.place == "questions/a"
    assert told.words.startswith("It could not be shown that a bid can be finished")


def test_each_fault_is_said_once_however_many_runs_show_it() -> None:
    bad = question("bad", pattern=r"\s", **{"pattern-words": "Write"})
    deciders = [question(f"d{n}", "yes-no") for n in range(5)]
    asked = [question(f"q{n}", **{"asked-when": [{"question": f"d{n}", "is": ["yes"]}]})
             for n in range(5)]  # fmt: skip
    assert [one.place for one in found(round_of(*deciders, *asked, bad))] == [
        "questions/bad/pattern"
    ]


def test_a_round_is_tried_while_it_is_open() -> None:
    shut = round_of(LINE, closes={"day": "2020-01-31"})
    assert moment_of(shut, NOW).date().isoformat() == "2020-01-30"
    assert moment_of(round_of(LINE), NOW) == NOW


# --- the work is bounded ----------------------------------------------------------------------


def test_no_more_is_tried_than_a_share_of_the_rounds_size(monkeypatch: Any) -> None:
    checked: list[int] = []

    def counted(bid: Any, now: datetime) -> Any:
        checked.append(len(bid.asked))
        return check(bid, now)

    monkeypatch.setattr("bidwriter.desk.trying.finishing.check", counted)
    hard = {"check": "must-be", "question": "c", "answer": "b"}
    choices = [{"id": i, "label": i, "asked-when": YES if i == "b" else NO} for i in "ab"]
    deciders = [question(f"d{n}", "yes-no") for n in range(60)]
    asked = [question(f"q{n}", **{"asked-when": [{"question": f"d{n}", "is": ["yes"]}]})
             for n in range(60)]  # fmt: skip
    c = question("c", "choose-one", options=choices)
    limit = {"words": 1, "also-counts": ["q1"]}
    never = question("never", "rich-text", limit=limit)
    round_ = round_of(OPEN, c, *deciders, *asked, never, question("q", "rich-text"), checks=[hard])
    found(round_)
    assert sum(checked) <= 40_000


def test_what_is_too_large_to_try_is_said() -> None:
    columns = [{"id": f"c{n}", "label": f"C{n}", "kind": "short-text"} for n in range(40)]
    table = question("t", "table", columns=columns, **{"least-rows": 500})
    tables = [{**table, "id": f"t{n}"} for n in range(3)]
    [told] = found(round_of(*tables))
    assert told.is_advice and "so large" in told.words
    assert found(round_of(table)) == []


def test_where_not_every_answer_was_tried_that_is_said(monkeypatch: Any) -> None:
    choices = [{"id": f"o{n}", "label": f"O{n}"} for n in range(9)]
    terms = [{"question": "c", "is": ["o8"]}]
    round_ = round_of(question("c", "choose-one", options=choices), {**LINE, "asked-when": terms})
    assert found(round_) == []
    monkeypatch.setattr(trial, "work_for", lambda _: Work(3, 3))
    assert [one.words for one in found(round_) if one.is_advice][-1].endswith(
        "3 bids were filled, and no more"
    )


# --- the linter -------------------------------------------------------------------------------


def lint_with(folder: Path, text: str) -> Any:
    (folder / "round.toml").write_text(text, "utf-8")
    return lint(folder, CATALOGUE, lambda round_, _: unfinishable(round_, NOW))


def test_the_linter_names_the_line_and_tries_only_what_has_no_faults(tmp_path: Path) -> None:
    docs = Path(__file__).parents[2] / "docs" / "round-packs.md"
    text = docs.read_text("utf-8")
    text = text[text.index("## A whole small pack") :].split("```toml\n")[1].split("```")[0]
    assert faults(lint_with(tmp_path, text)) == ()
    more = '\n[[checks]]\ncheck = "cost-minimum"\nmin = "25000.01"\n'
    [told] = faults(lint_with(tmp_path, text + more))
    line = (text + more)[: (text + more).index('check = "cost-minimum"')].count("\n")
    assert (told.file, told.line, told.place) == ("round.toml", line, "checks/cost-minimum")
    assert "checks/cost-cap" in told.words
    [told] = faults(
        lint_with(tmp_path, text.replace('kind = "yes-no"', 'kind = "yes-or-no"') + more)
    )
    assert "yes-or-no" in told.words


# --- any round --------------------------------------------------------------------------------

IDS = ("d0", "d1", "d2", "e0", "e1", "e2", "e3")
DECIDERS = st.sampled_from(["yes-no", "choose-one", "choose-several", "number"])
OTHERS = st.sampled_from(["short-text", "rich-text", "date", "money", "cost-lines", "partners",
                          "file", "contact"])  # fmt: skip


@st.composite
def packs(draw: st.DrawFn) -> dict[str, Any]:
    """Rounds in which earlier answers decide what is asked, with rules of some of them."""
    questions: list[dict[str, Any]] = []
    for at, id_ in enumerate(IDS):
        kind = draw(DECIDERS if id_.startswith("d") else OTHERS)
        made = question(id_, kind, optional=draw(st.booleans()))
        if kind.startswith("choose"):
            made["options"] = [{"id": name, "label": name} for name in ("yes", "no", "more")]
        terms = [draw(_terms(questions[n])) for n in range(min(at, 3)) if draw(st.booleans())]
        questions.append({**made, "asked-when": terms})
    rules = [{"check": "must-be", "question": q["id"], "answer": draw(st.sampled_from(["yes", "no"]))}
             for q in questions[:3] if q["kind"] != "number" and draw(st.booleans())]  # fmt: skip
    low, high = (draw(st.integers(0, 3)) * 1000 for _ in range(2))
    rules += [
        {"check": "cost-cap", "max": f"{high}.00"},
        {"check": "cost-minimum", "min": f"{low}.00"},
    ]
    share = draw(st.integers(0, 100))
    rules += [{"check": "contribution-share", "min-percent": share},
              {"check": "authorities", "min": draw(st.integers(0, 4)), "max": 3}]  # fmt: skip
    return pack_of(*questions, checks=rules)


def _terms(decider: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    named: dict[str, Any] = {"question": decider["id"]}
    if decider["kind"] == "number":
        return st.sampled_from([{**named, "at-least": "5"}, {**named, "at-least": "50"}])
    answers = [{**named, way: [one]} for way in ("is", "is-not") for one in ("yes", "no")]
    return st.sampled_from(answers)


@given(packs())
def test_any_round_can_be_finished_or_something_is_found(pack: dict[str, Any]) -> None:
    round_ = read_round(pack)
    run, told = tried(round_, NOW), found(round_)
    assert run.stopping == stops(check(run.bid, moment_of(round_, NOW)))
    assert told or not run.stopping
    places = [*round_.by_id]
    for one in told:
        assert one.words and one.remedy
        assert one.place.startswith(("checks/", "questions/")), places
    if any(
        not one.is_advice and "where" not in one.words and "ever" not in one.words for one in told
    ):
        assert run.stopping  # what is said of every bid holds of this one too
