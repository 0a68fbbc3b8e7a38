"""Doubts on the command line: listed in a file, answered in it, and taken for nothing else."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import copy_of_plain_sample
from workbooks_made import TABLE, sheet, workbook

from bidwriter.bids.cells import rows_of
from bidwriter.cli import run
from bidwriter.doubts import Doubt, Reading, Settled, Way, answer
from bidwriter.files.container.bid_file import open_file
from bidwriter.kinds.tables.cost_lines import CostLine

DOUBTFUL = (
    'Item,Grade,Days,Cost (£k),Who pays\nA,G7,2,"1,25",Match\nB,,,80,match\nAll of it,,,80,\n'
)
OUT = "doubts.json"


class Desk:
    """A bid, a table beside it, and the command."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.bid = copy_of_plain_sample(folder)
        self.put("a.csv", DOUBTFUL)

    def put(self, name: str, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        (self.folder / name).write_bytes(data)

    def take(self, *words: str, table: str = "a.csv") -> tuple[int, str, str]:
        placed = [
            str(self.folder / w) if w.endswith((".json", ".csv", ".xlsx")) else w for w in words
        ]
        status = run(["costs", str(self.bid), "--import", str(self.folder / table), *placed])
        streams = self._capsys.readouterr()
        return status, streams.out, streams.err

    def doubts(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads((self.folder / OUT).read_text("utf-8"))
        return data

    def answer(self, answers: dict[str, str | None], name: str = OUT) -> None:
        data = self.doubts()
        for doubt in data["doubts"]:
            doubt["answer"] = answers.get(doubt["id"], doubt["answer"])
        known = {doubt["id"] for doubt in data["doubts"]}
        data["doubts"] += [{"id": i, "answer": a} for i, a in answers.items() if i not in known]
        self.put(name, json.dumps(data))

    def lines(self) -> list[CostLine]:
        return [
            r for r in rows_of(open_file(self.bid).bid, "cost-lines") if isinstance(r, CostLine)
        ]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_doubts_are_listed_answered_and_then_taken(desk: Desk) -> None:
    before = desk.bid.read_bytes()
    status, out, err = desk.take("--doubts", OUT)
    assert (status, desk.bid.read_bytes()) == (2, before)
    assert "“doubts.json” lists them: fill in each answer" in err
    told = desk.doubts()
    assert (told["taken-by"], told["file"], told["question"], told["sheet"]) == (
        "costs", "a.csv", "cost-lines", "a"
    )  # fmt: skip
    ids = [doubt["id"] for doubt in told["doubts"]]
    assert ids == ["column/2", "column/4", "scale/4", "row/4", "row/2/total", "payer=match"]
    assert all(doubt["answer"] is None and doubt["why"] for doubt in told["doubts"])
    assert len(out.splitlines()) == len(ids)
    answers = {"column/2": "out", "column/4": "column:total", "scale/4": "times:1000",
               "row/2/total": "typed:£1.25", "payer=match": "typed:cash", "row/4": "out"}  # fmt: skip
    desk.answer({id_: answers[id_] for id_ in ids})
    status, out, err = desk.take("--answers", OUT)
    assert (status, err) == (0, "")
    assert "1 row of sums was passed over" in out
    one, other = desk.lines()[-2:]
    assert (one.what, str(one.amount), one.payer, one.note) == ("A", "1.25", "cash", None)
    assert (other.what, str(other.amount), other.payer) == ("B", "80000.00", "cash")


def test_what_is_not_answered_stays_doubtful_and_is_listed_with_the_answers(desk: Desk) -> None:
    desk.take("--doubts", OUT)
    desk.answer({"column/2": "out"})
    status, _, err = desk.take("--answers", OUT, "--doubts", OUT)
    assert (status, err.startswith("bidwriter: 1 answer was taken. ")) == (2, True)
    told = {doubt["id"]: doubt["answer"] for doubt in desk.doubts()["doubts"]}
    assert told.pop("column/2") == "out"
    assert {*told.values()} == {None}
    status, out, _ = desk.take("--answers", OUT, "--doubtful-to-note")
    assert status == 0
    assert "Done: 80 is £80,000" in out
    assert "Grade" not in (desk.lines()[-2].note or "")


def test_a_file_that_is_there_is_left_alone(desk: Desk) -> None:
    desk.put(OUT, "mine")
    status, _, err = desk.take("--doubts", OUT)
    assert (status, (desk.folder / OUT).read_text("utf-8")) == (2, "mine")
    assert "is there already" in err


def bent(**changes: Any) -> Callable[[dict[str, Any]], Any]:
    return lambda data: {**data, **{key.replace("_", "-"): to for key, to in changes.items()}}


WRONG: list[tuple[Callable[[dict[str, Any]], Any], str]] = [
    (bent(sha256="0" * 64), "are for another file than “a.csv”, or for one that has changed"),
    (bent(taken_by="rounds"), "are for another file"),
    (bent(question="costs"), "are for the table costs"),
    (bent(sheet="Other"), "are for the sheet “Other”"),
    (bent(form=2), "was written by a newer bidwriter"),
    (bent(doubts=[{"id": "row/99", "answer": "out"}]), "answers “row/99”, which is not asked"),
    (bent(doubts=[{"id": "column/2", "answer": "yes"}]), "is none of its readings"),
    (bent(doubts=[{"id": "column/2", "answer": "typed:5"}]), "is none of its readings"),
    (bent(doubts=[{"id": "a", "answer": "b"}, {"id": "a", "answer": "c"}]), "“a” in two ways"),
    (bent(doubts=[{"id": 5}]), "doubts/0/id is not as --doubts writes it"),
    (bent(doubts="all"), "doubts is not as --doubts writes it"),
    (lambda data: [data], "the whole is not as --doubts writes it"),
]


@pytest.mark.parametrize(("bend", "said"), WRONG)
def test_answers_that_are_not_for_this_are_refused_in_a_sentence(
    desk: Desk, bend: Callable[[dict[str, Any]], Any], said: str
) -> None:
    desk.take("--doubts", OUT)
    before = desk.bid.read_bytes()
    desk.put("bent.json", json.dumps(bend(desk.doubts())))
    status, out, err = desk.take("--answers", "bent.json")
    assert (status, out, err.count("\n"), said in err) == (2, "", 1, True), err
    assert desk.bid.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"{", "bent.json"), (b"\xff\xfe", "UTF-8"), (b" " * 5_000_001, "larger than any file")],
)
def test_what_is_no_file_of_answers_is_refused(desk: Desk, data: bytes, said: str) -> None:
    desk.put("bent.json", data)
    status, _, err = desk.take("--answers", "bent.json")
    assert (status, err.count("\n"), said in err) == (2, 1, True), err


def test_answers_go_stale_with_the_table(desk: Desk) -> None:
    desk.take("--doubts", OUT)
    desk.put("a.csv", DOUBTFUL + "C,,,5,\n")
    assert "has changed since" in desk.take("--answers", OUT)[2]


def test_which_sheet_is_a_doubt_like_any_other(desk: Desk) -> None:
    other = TABLE.replace(">A<", ">B<")
    desk.put("a.xlsx", workbook(sheet(TABLE), sheet(other)))
    status, _, _ = desk.take("--doubts", OUT, table="a.xlsx")
    (doubt,) = desk.doubts()["doubts"]
    assert (status, doubt["id"], desk.doubts()["sheet"]) == (2, "sheet", None)
    desk.answer({"sheet": "sheet:S2"})
    assert desk.take("--answers", OUT, table="a.xlsx")[0] == 0
    assert desk.lines()[-1].what == "B"
    assert "--sheet: S1, S2" in desk.take("--doubtful-to-note", table="a.xlsx")[2]
    assert desk.take("--sheet", "S1", table="a.xlsx")[0] == 0


def test_nothing_doubtful_writes_no_file(desk: Desk) -> None:
    desk.put("a.csv", "Item,Cost\nA,5\n")
    assert desk.take("--doubts", OUT)[0] == 0
    assert not (desk.folder / OUT).exists()
    assert run(["costs", str(desk.bid), "--doubts", OUT]) == 2


# --- the mechanism -----------------------------------------------------------------------------

A = Doubt("a", "A", "", "?", (Reading("one", Way("one")), Reading("two", Way("two"))))
B = Doubt("b", "B", "", "?", (Reading("out", Way("out")),), takes_words=True)


def deeper(settled: Settled) -> list[Doubt]:
    """B is asked only once A is one."""
    found = [] if "a" in settled else [A]
    return found + ([B] if settled.get("a") == Way("one") and "b" not in settled else [])


@pytest.mark.parametrize(
    ("answers", "settled", "left", "unknown", "unfit"),
    [
        ({}, {}, ["a"], (), ()),
        ({"a": "two"}, {"a": Way("two")}, [], (), ()),
        ({"a": "two", "b": "out"}, {"a": Way("two")}, [], ("b",), ()),
        ({"a": "one"}, {"a": Way("one")}, ["b"], (), ()),
        ({"a": "one", "b": "typed: x"}, {"a": Way("one"), "b": Way("typed", "x")}, [], (), ()),
        ({"a": "typed:x"}, {}, ["a"], (), ("a",)),
        ({"b": "out"}, {}, ["a"], ("b",), ()),
    ],
)
def test_answers_show_further_doubts(
    answers: dict[str, str],
    settled: dict[str, Way],
    left: list[str],
    unknown: tuple[str, ...],
    unfit: tuple[str, ...],
) -> None:
    found = answer(deeper, answers)
    assert found.settled == settled
    assert [doubt.id for doubt in found.open] == left
    assert (found.unknown, found.unfit) == (unknown, unfit)
