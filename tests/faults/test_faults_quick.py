"""A few of each harm of `make faults`, in a process of its own; and that harm would be noticed."""

import subprocess
import sys
from pathlib import Path

import pytest
from faults.desk import copy_of_sample
from faults.judging import unclear
from faults.kills import after_kill, check
from faults.pen import changed, edits, reading
from faults.row import Row, table
from making import sample

from bidwriter.bids.bid import Bid

TOP = Path(__file__).parent.parent.parent


@pytest.mark.proof
def test_nothing_is_lost_damaged_or_unclear() -> None:
    words = [sys.executable, str(TOP / "tools" / "run_faults.py"), "--quick"]
    done = subprocess.run(words, cwd=TOP, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = [line for line in done.stdout.splitlines() if line.startswith("| ")][2:]
    assert len(rows) == 15
    for row in rows:
        what, tried, acknowledged, *bad = (cell.strip() for cell in row.strip("| ").split(" | "))
        if tried.startswith("not tried"):
            assert "root" in tried
            continue
        assert int(tried) > 0, what
        assert int(acknowledged.replace(",", "")) > 0 or what.startswith("bid files"), what
        assert bad == ["0", "0", "0"], what


@pytest.mark.parametrize(
    "message",
    [
        "“a.bid” could not be saved: the disk is full. What was there is untouched",
        "“FileNotFoundError [Errno 2].bid” is read-only and was not written over",
    ],
)
def test_clear_messages(message: str) -> None:
    assert not unclear(message)


@pytest.mark.parametrize(
    "message",
    [
        "", "  ", "[Errno 28] No space left on device", "OSError: full", "One. Two. Three.",
        "FileTroubleError", "It failed\nTraceback", "os.replace() failed", "x" * 400, "…",
    ],
)  # fmt: skip
def test_unclear_messages(message: str) -> None:
    assert unclear(message)


def test_the_pen_writes_what_it_says() -> None:
    bid, start = sample(), reading(sample())
    before: list[Bid] = []
    for edit, after in (pair for _, pair in zip(range(300), edits(7, start), strict=False)):
        if edit.do == "undo":
            bid = before.pop()
        else:
            before.append(bid)
            bid = changed(bid, edit)
        assert reading(bid) == after


def test_lost_and_made_up_edits_are_noticed() -> None:
    bid, start = sample(), reading(sample())
    script = edits(7, start)
    first, _ = next(script)
    bid = changed(bid, first)
    row = Row("x")
    check(row, bid, 7, start, 1)
    assert row.good
    check(row, bid, 7, start, 3)
    assert row.lost == 2
    check(row, bid, 8, start, 0)
    assert row.lost == 3


def test_damage_is_noticed(tmp_path: Path) -> None:
    path, row = copy_of_sample(tmp_path), Row("x")
    after_kill(row, path)
    assert row.good
    path.write_bytes(path.read_bytes()[:-9])
    after_kill(row, path)
    assert row.damaged == 1


def test_the_table_shows_what_was_not_tried() -> None:
    lines = table([Row("a", 1000, 2), Row("b", note="not tried")]).splitlines()
    assert lines[2:] == ["| a | 1,000 | 2 | 0 | 0 | 0 |", "| b | not tried |  |  |  |  |"]
