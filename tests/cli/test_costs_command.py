"""The command `costs`: sums with their lines, lines in and out."""

import json
from pathlib import Path
from typing import Any

import pytest
from making import copy_of_plain_sample
from workbooks_made import TABLE, sheet, workbook

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.cli import run
from bidwriter.files.container.bid_file import open_file


@pytest.fixture
def costs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Any:
    path = copy_of_plain_sample(tmp_path)

    def call(*words: object) -> tuple[int, str, str]:
        status = run(["costs", str(path), *(str(word) for word in words)])
        streams = capsys.readouterr()
        return status, streams.out, streams.err

    return call


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bid.bid"


def titles(path: Path) -> list[str]:
    bid: Bid = open_file(path).bid
    return [row.title for row in rows_of(bid, "cost-lines")]


def test_each_sum_with_its_lines(costs: Any) -> None:
    status, out, _ = costs("--by", "payer")
    assert status == 0
    assert "By who pays\n  Fund: £78,400, fund £78,400\n" in out
    assert "    £32,400  User researcher, supplier  [cost-lines/cost000001]" in out
    assert set(json.loads(costs("--json")[1])) == {"payer", "council", "principle", "phase"}
    assert costs("--by", "colour")[0] == 2


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_out_and_in_again(costs: Any, path: Path, tmp_path: Path, kind: str) -> None:
    before, out = titles(path), tmp_path / f"out.{kind}"
    assert costs(f"--{kind}", out) == (0, "", "")
    status, said, _ = costs("--import", out)
    assert (status, said.splitlines()[0]) == (0, f"Took in 10 cost lines from out.{kind}")
    assert titles(path) == before * 2
    status, said, _ = costs("--import", out, "--replace")
    assert "They replace 20 lines" in said
    assert titles(path) == before


def test_doubtful_cells_are_said_and_nothing_is_written(
    costs: Any, path: Path, tmp_path: Path
) -> None:
    table = tmp_path / "a.csv"
    table.write_text('What,Grade,Quantity,Unit cost\nA,G7,2,"1,25"\n', "utf-8")
    before = path.read_bytes()
    status, said, err = costs("--import", table)
    assert status == 2
    assert err == (
        "bidwriter: 2 things are doubtful, so nothing was written. List what is doubtful with "
        "--doubts OUT.json, fill in the answers and give them with --answers, or take what is "
        "doubtful as shown with --doubtful-to-note\n"
    )
    assert said.splitlines() == [
        "Column “Grade”: Its heading is not known, so it goes into the note",
        "Row 2 Unit cost “1,25”: Put a point before the pence and commas only between thousands, "
        "like £1,250.50",
    ]
    assert path.read_bytes() == before
    assert costs("--import", table, "--doubtful-to-note")[0] == 0
    line = rows_of(open_file(path).bid, "cost-lines")[-1]
    assert line.note == "Grade: G7; Unit cost: 1,25"  # type: ignore[attr-defined]


def test_a_row_that_may_be_a_sum_is_refused_and_with_the_flag_told(
    costs: Any, path: Path, tmp_path: Path
) -> None:
    table = tmp_path / "a.csv"
    table.write_text("What,Total\nA,100\nB,250\nThe lot,350\nTotal,350\n", "utf-8")
    same = "ows 2 and 3 come to the same, so this may be their sum and no cost"
    status, said, _ = costs("--import", table)
    assert (status, said.splitlines()[0]) == (2, f"Row 4 “The lot, £350”: R{same}")
    status, said, _ = costs("--import", table, "--doubtful-to-note")
    assert (status, said.splitlines()) == (
        0,
        [
            "Took in 3 cost lines from a.csv",
            "1 row of sums was passed over",
            f"Row 4 “The lot, £350” went in as a line: r{same}",
        ],
    )
    assert titles(path)[-3:] == ["A", "B", "The lot"]


FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (workbook(sheet(TABLE + FAR)), "Sheet “S1” of “a.xlsx” goes on beyond row 3,000"),
        (workbook(sheet("<row/>"), sheet(), states=("hidden", "hidden")), ""),
        (workbook(sheet(), sheet()), "Say which sheet with --sheet: S1, S2; or list"),
        (workbook(sheet("<row/>"), sheet(), states=("visible", "hidden")), "S1, S2 (hidden)"),
    ],
)
def test_a_workbook_that_cannot_be_taken_is_one_sentence(
    costs: Any, tmp_path: Path, data: bytes, said: str
) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    status, _, err = costs("--import", tmp_path / "a.xlsx")
    assert (status, err.count("\n")) == ((2, 1) if said else (0, 0))
    assert said in err


@pytest.mark.parametrize(
    "words",
    [
        ["--replace"],
        ["--csv", "bid.bid"],
        ["--import", "nowhere.csv"],
        ["--import", "empty.csv"],
        ["--table", "outputs", "--csv", "out.csv"],
    ],
)
def test_what_cannot_be_done_is_one_line(costs: Any, tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    placed = [str(tmp_path / word) if "." in word else word for word in words]
    status, out, err = costs(*placed)
    assert (status, out, err.count("\n")) == (2, "", 1)
