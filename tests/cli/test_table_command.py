"""The command `table`: rows shown, taken in with what is doubtful asked, and written out."""

import json
from pathlib import Path
from typing import Any

import pytest
from own_tables import MILESTONES, SPEND, bid_on, own_rows

from bidwriter.cli import run
from bidwriter.files.container.bid_file import bid_bytes, open_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    typed = {"m/+": '{"what": "Alpha", "cost": "100", "note": "=1+1"}', "s/year-1/capital": "10"}
    path = tmp_path / "own.bid"
    path.write_bytes(bid_bytes(bid_on(m=MILESTONES, s=SPEND, typed=typed), {}))
    return path


@pytest.fixture
def table(capsys: pytest.CaptureFixture[str], file: Path) -> Any:
    def call(*words: object) -> tuple[int, str]:
        status = run(["table", str(file), *map(str, words)])
        said = capsys.readouterr()
        return status, said.out + said.err

    return call


def rows(file: Path, id_: str) -> list[dict[str, Any]]:
    return [row.cells for row in own_rows(open_file(file).bid, id_)]


def test_it_shows_rows_and_totals(table: Any) -> None:
    status, said = table("--table", "s")
    assert status == 0
    assert "2026 to 2027  [s/year-1]" in said and "Total Capital: £10" in said
    _, said = table("--table", "m", "--json")
    told = json.loads(said)
    assert told["rows"][0]["cells"]["cost"] == "100.00" and told["totals"] == {"cost": "100.00"}


def test_which_table_is_asked(table: Any) -> None:
    status, said = table()
    assert status == 2 and "Say which table with --table: m, s" in said


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("id_", ["m", "s"])
def test_what_goes_out_comes_in(
    table: Any, file: Path, tmp_path: Path, id_: str, ending: str
) -> None:
    before, out = rows(file, id_), tmp_path / f"out.{ending}"
    assert table("--table", id_, f"--{ending}", out)[0] == 0
    status, said = table("--table", id_, "--import", out, "--replace")
    assert status == 0, said
    assert rows(file, id_) == before


def test_a_cell_that_is_no_value_is_asked_and_answered(
    table: Any, file: Path, tmp_path: Path
) -> None:
    source, doubts = tmp_path / "in.csv", tmp_path / "doubts.json"
    source.write_text("Milestone,Cost\nBeta,tbc\n", "utf-8")
    status, said = table("--table", "m", "--import", source, "--doubts", doubts)
    assert status == 2 and "nothing was taken in" in said
    assert len(rows(file, "m")) == 1
    told = json.loads(doubts.read_text("utf-8"))
    assert told["taken-by"] == "table"
    told["doubts"][0]["answer"] = "typed:£5"
    doubts.write_text(json.dumps(told), "utf-8")
    status, said = table("--table", "m", "--import", source, "--answers", doubts)
    assert status == 0 and "Took in 1 milestone" in said
    assert rows(file, "m")[1] == {"what": "Beta", "cost": "5.00"}


def test_a_grid_is_filled_by_the_labels_of_its_rows(table: Any, file: Path, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("Year,Revenue,Capital\n2027 to 2028,2,3\nTotal,2,3\n", "utf-8")
    status, said = table("--table", "s", "--import", source)
    assert status == 0 and "1 row of sums was passed over" in said
    assert rows(file, "s") == [{"capital": "10.00"}, {"capital": "3.00", "revenue": "2.00"}]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Year,Capital\n2026/27,5\n", "Year"),
        ("Year,Capital\n2026 to 2027,5\n2026 to 2027,6\n", "more than once"),
        ("Capital,Revenue\n1,2\n3,4\n", "fund's order"),
        ("Year,Capital\n,5\n2027 to 2028,6\n", "does not say which row"),
        ("Year,Capital\n2026 to 2027,5\nTotal,6\n", "called a sum"),
    ],
)
def test_what_is_not_sure_of_a_grid_is_asked(
    table: Any, file: Path, tmp_path: Path, text: str, asks: str
) -> None:
    before, source = rows(file, "s"), tmp_path / "in.csv"
    source.write_text(text, "utf-8")
    status, said = table("--table", "s", "--import", source)
    assert status == 2 and asks in said
    assert rows(file, "s") == before


def test_labels_that_are_none_of_the_rows_are_asked_and_not_passed_over(
    table: Any, tmp_path: Path
) -> None:
    source = tmp_path / "in.csv"
    source.write_text("Year,Capital\n2026/27,5\n2027/28,6\n", "utf-8")
    status, said = table("--table", "s", "--import", source)
    assert status == 2 and "2026/27" in said and "fund's order" not in said


def test_what_is_written_over_is_counted(table: Any, file: Path, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("Year,Capital\n2026 to 2027,11\n", "utf-8")
    status, said = table("--table", "s", "--import", source)
    assert status == 0 and "1 cell that held something else was written over" in said
    assert rows(file, "s")[0] == {"capital": "11.00"}
