"""Rounds that nobody can finish, each with the place at fault; and their neighbours, one step
inside the rule, which can be finished."""

from datetime import UTC, datetime
from typing import Any

import pytest
from asking_round import question, round_of

from bidwriter.desk.trying.trial import tried, unfinishable
from bidwriter.rounds.linting.finding import Further
from bidwriter.rounds.round import Round

NOW = datetime(2026, 11, 28, 10, 32, tzinfo=UTC)
CLOSES = {"day": "2027-03-31"}
COSTS = question("costs", "cost-lines", **{"below-nought": False})
PARTNERS = question("partners", "partners")
YES_NO = question("open", "yes-no")


def options(*ids: str, **more: Any) -> list[dict[str, Any]]:
    return [{"id": id_, "label": id_, **more} for id_ in ids]


def check(name: str, **params: Any) -> dict[str, Any]:
    return {"check": name, **params}


def only(question_: str, *is_: str) -> list[dict[str, Any]]:
    return [{"question": question_, "is": list(is_)}]


def line(**more: Any) -> dict[str, Any]:
    return question("line", **more)


def form(pattern: str, **more: Any) -> dict[str, Any]:
    return line(pattern=pattern, **{"pattern-words": "Write it so", **more})


def column(**more: Any) -> dict[str, Any]:
    return question("table", "table", columns=[{"id": "c", "label": "Cell", **more}])


def money(*checks: dict[str, Any], **more: Any) -> Round:
    return round_of(COSTS, PARTNERS, checks=list(checks), **more)


def team(*checks: dict[str, Any]) -> Round:
    return round_of(PARTNERS, checks=list(checks))


def day(id_: str = "day", **more: Any) -> dict[str, Any]:
    return question(id_, "date", **more)


def days(*checks: dict[str, Any], **more: Any) -> Round:
    return round_of(day(**more), day("end"), checks=list(checks), closes=CLOSES)


def between(low: str = "", high: str = "", **more: Any) -> dict[str, Any]:
    bounds = {"min": low} if low else {}
    return check("cost-between", **bounds, **({"max": high} if high else {}), **more)


def share(low: int = 0, high: int = 100, **more: Any) -> dict[str, Any]:
    return check("cost-share", **{"min-percent": low, "max-percent": high}, **more)


def within(question_: str, from_: str = "", to: str = "") -> dict[str, Any]:
    edges = {"from": from_} if from_ else {}
    return check("date-range", question=question_, **edges, **({"to": to} if to else {}))


CHOICE = question("choice", "choose-one", options=options("a", "b", "c"))
SEVERAL = question("choice", "choose-several", options=[
    *options("a", "b"), *options("none", alone=True)])  # fmt: skip
ORDER = check("date-order", first="day", last="end")
LIST = question("choice", "choose-one", options=[
    {"id": "a", "label": "A", "asked-when": only("open", "no")}, {"id": "b", "label": "B"},
])  # fmt: skip
CAP = check("cost-cap", max="1000.00")
SELF = [{"number": 1, "name": "First", "text": "The first"}]
WITH_SECTION = {
    "sections": [
        {"id": "one", "title": "One", "tasks": [
            {"id": "t", "label": "T", "questions": ["title", "open"]}]},
        {"id": "two", "title": "Two", "asked-when": only("open", "yes"), "tasks": [
            {"id": "u", "label": "U", "questions": ["line"]}]},
    ]
}  # fmt: skip
PHASED = {
    "phase-question": "phase",
    "phases": [{"id": "early", "name": "Early"}, {"id": "late", "name": "Late"}],
}
PHASE = question("phase", "choose-one", options=options("early", "late"))

# Name: the round that nobody can finish, the place at fault, and its neighbour that can be.
ROUNDS: dict[str, tuple[Round, str, Round]] = {
    "a form that only spaces have": (
        round_of(form(r"\s+")), "questions/line/pattern", round_of(form(r"\s*\d"))),
    "a form longer than the limit": (
        round_of(form(r"\d{8}", limit={"characters": 7})), "questions/line/limit",
        round_of(form(r"\d{8}", limit={"characters": 8}))),
    "an email of four characters": (
        round_of(line(format="email", limit={"characters": 4})), "questions/line/limit",
        round_of(line(format="email", limit={"characters": 5}))),
    "a number to ring of six": (
        round_of(line(format="phone", limit={"characters": 6})), "questions/line/limit",
        round_of(line(format="phone", limit={"characters": 7}))),
    "a web address of nine": (
        round_of(line(format="web", limit={"characters": 9})), "questions/line/limit",
        round_of(line(format="web", limit={"characters": 10}))),
    "sums between two pence": (
        round_of(column(kind="money", min="0.001", max="0.009")), "questions/table/columns",
        round_of(column(kind="money", min="0.001", max="0.010"))),
    "a cell too short for an email": (
        round_of(column(kind="short-text", format="email", limit={"characters": 4})),
        "questions/table/columns",
        round_of(column(kind="short-text", format="email", limit={"characters": 5}))),
    "a cap below the least": (
        money(CAP, check("cost-minimum", min="1000.01")), "checks/cost-minimum",
        money(CAP, check("cost-minimum", min="1000.00"))),
    "a least of one payer above the cap": (
        money(CAP, between("1000.01", payer="fund")), "checks/cost-between",
        money(CAP, between("1000.01", payer="cash"))),
    "two sums of the same lines": (
        money(between("500.01"), between("", "500.00")), "checks/cost-between[2]",
        money(between("500.00"), between("", "500.00"))),
    "parts that come to more than the whole may": (
        money(between("600.00", category="staff"), between("600.00", category="travel"),
              between("", "1199.99")), "checks/cost-between[3]",
        money(between("600.00", category="staff"), between("600.00", category="travel"),
              between("", "1200.00"))),
    "shares of more than a whole": (
        money(share(60, category="staff"), share(41, category="travel"), between("1.00")), "checks/cost-share[2]",
        money(share(60, category="staff"), share(40, category="travel"), between("1.00"))),
    "given and asked more than a whole": (
        money(check("contribution-share", **{"min-percent": 51}), share(50, payer="fund")),
        "checks/cost-share",
        money(check("contribution-share", **{"min-percent": 50}), share(50, payer="fund"))),
    "in one phase alone": (
        money(check("cost-cap", max="10.00", phase="late"), between("11.00", payer="fund"),
              **PHASED), "", money(CAP)),
    "two answers at once": (
        round_of(CHOICE, checks=[check("must-be", question="choice", answers=["a", "b"]),
                                 check("must-be", question="choice", answer="c")]),
        "checks/must-be[2]",
        round_of(CHOICE, checks=[check("must-be", question="choice", answers=["a", "b"]),
                                 check("must-be", question="choice", answers=["c", "b"])])),
    "all, and what stands alone": (
        round_of(SEVERAL, checks=[check("all-chosen", question="choice"),
                                  check("must-be", question="choice", answer="none")]),
        "checks/must-be",
        round_of(SEVERAL, checks=[check("all-chosen", question="choice"),
                                  check("must-be", question="choice", answers=["none", "b"])])),
    "an answer that goes with another": (
        round_of(YES_NO, LIST, checks=[check("must-be", question="open", answer="yes"),
                                       check("must-be", question="choice", answer="a")]),
        "checks/must-be[2]",
        round_of(YES_NO, LIST, checks=[check("must-be", question="open", answer="no"),
                                       check("must-be", question="choice", answer="a")])),
    "days against their order": (
        days(ORDER, within("day", "2027-02-02"), within("end", "", "2027-02-01")),
        "checks/date-order",
        days(ORDER, within("day", "2027-02-01"), within("end", "", "2027-02-01"))),
    "a day that is over and must not be": (
        days(within("day", "", "2027-03-29"), **{"not-before-today": True}), "checks/date-range",
        days(within("day", "", "2027-03-30"), **{"not-before-today": True})),
    "a day to come that must not be": (
        days(within("day", "2027-04-01"), **{"not-after-today": True}), "checks/date-range",
        days(within("day", "2027-03-30"), **{"not-after-today": True})),
    "two ranges apart": (
        days(within("day", "2027-02-02"), within("day", "", "2027-02-01")), "checks/date-range",
        days(within("day", "2027-02-02"), within("day", "", "2027-02-02"))),
    "more councils than there may be": (
        team(check("authorities", min=4), check("authorities", max=3)), "checks/authorities[2]",
        team(check("authorities", min=4), check("authorities", max=4))),
    "more who signed than there may be": (
        team(check("authorities", max=2), check("signatories", min=3)), "checks/signatories",
        team(check("authorities", max=3), check("signatories", min=3))),
    "a lead of a type that is none": (
        team(check("lead-type", types=["borough council"])), "checks/lead-type",
        team(check("lead-type", types=["London borough"]))),
    "a lead in a nation that is none": (
        team(check("lead-type", nations=["Ireland"])), "checks/lead-type",
        team(check("lead-type", nations=["Northern Ireland"]))),
    "councils that a rule of an answer leaves unasked": (
        round_of(YES_NO, {**PARTNERS, "asked-when": only("open", "no")}, checks=[
            check("authorities", min=1), check("must-be", question="open", answer="yes")]),
        "checks/authorities",
        round_of(YES_NO, {**PARTNERS, "asked-when": only("open", "no")}, checks=[
            check("authorities", min=1), check("must-be", question="open", answer="no")])),
    "principles that nothing can show": (
        round_of(line(), principles=SELF, checks=[check("principles-shown")]),
        "checks/principles-shown",
        round_of(line(**{"shows-principles": True}), principles=SELF,
                 checks=[check("principles-shown")])),
    "a question for nobody": (
        round_of(YES_NO, line(**{"asked-when": only("open", "no")}), **WITH_SECTION),
        "questions/line/asked-when",
        round_of(YES_NO, line(**{"asked-when": only("open", "yes")}), **WITH_SECTION)),
    "a question of no phase": (
        round_of(PHASE, question("a", "yes-no", phases=["early"]),
                 line(phases=["late"], **{"asked-when": only("a", "yes")}), **PHASED),
        "questions/line/asked-when",
        round_of(PHASE, question("a", "yes-no", phases=["late"]),
                 line(phases=["late"], **{"asked-when": only("a", "yes")}), **PHASED)),
    "nothing left to choose": (
        round_of(YES_NO, question("choice", "choose-one", options=options(
            "a", "b", **{"asked-when": only("open", "no")}))), "questions/choice/options",
        round_of(YES_NO, LIST)),
    "an option for nobody": (
        round_of(YES_NO, question("choice", "choose-one", options=[{"id": "x", "label": "X"},
            {"id": "a", "label": "A", "asked-when": [*only("open", "no"), *only("open", "yes")]},
        ])), "questions/choice/options/a/asked-when", round_of(YES_NO, LIST)),
    "a rule that never holds": (
        round_of(YES_NO, CHOICE, checks=[check("must-be", question="choice", answer="a",
                 **{"asked-when": [*only("open", "no"), *only("open", "yes")]})]),
        "checks/must-be/asked-when",
        round_of(YES_NO, CHOICE, checks=[check("must-be", question="choice", answer="a",
                 **{"asked-when": only("open", "no")})])),
}  # fmt: skip


def found(round_: Round) -> list[Further]:
    return list(unfinishable(round_, NOW))


@pytest.mark.parametrize("name", ROUNDS)
def test_what_nobody_can_finish_is_found_at_its_place(name: str) -> None:
    wrong, place, right = ROUNDS[name]
    if place:
        told = found(wrong)
        assert [one.place for one in told if not one.is_advice] == [place], told
        assert not [one for one in told if one.is_advice]
        assert all(one.words and one.remedy for one in told)
    assert found(right) == []
    assert tried(right, NOW).stopping == ()
