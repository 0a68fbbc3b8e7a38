"""A frozen file of every version that was released, and how it must read for ever. These files are
never made anew; a new one is added when what is written changes."""

import json
from pathlib import Path
from typing import Any

import pytest
from making import copy_of_sample

from bidwriter.bids.record.record import record
from bidwriter.files.container.bid_file import Opened, open_file
from bidwriter.files.container.history_file import read_log
from bidwriter.files.container.team_files import team_files
from bidwriter.files.recovery.kept import kept

OLD = Path(__file__).parent.parent / "old_files"
FILES = sorted(OLD.glob("*.bid"), key=lambda path: path.name)


def reading(opened: Opened) -> dict[str, Any]:
    """All that the file says, as JSON values."""
    log = read_log(opened.history, opened.bid.bid_id)
    return {
        # The number of the form rises when it is written again; the reading is the same.
        "bid": record(opened.bid, whole=True) | {"version": 1},
        "team": {path: json.loads(data) for path, data in team_files(opened.bid).items()},
        "attachments": sorted(opened.contents),
        "others": {path: data.decode() for path, data in opened.others.items()},
        "history": [[v.id, v.who.name, v.words, log.bid_at(v.id).title] for v in log.versions],
        "names": log.names,
        "broken": log.broken,
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_reads_as_it_always_did(path: Path, request: pytest.FixtureRequest) -> None:
    opened = open_file(path)
    assert opened.whole
    found = json.dumps(reading(opened), ensure_ascii=False, indent=1) + "\n"
    expected = path.with_suffix(".json")
    if request.config.getoption("--accept") and not expected.exists():
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_written_again_loses_nothing(path: Path, tmp_path: Path) -> None:
    opened = open_file(path)
    again = tmp_path / "again.bid"
    again.write_bytes(kept(opened).file(opened.contents))
    assert reading(open_file(again)) == reading(opened)


def test_todays_file_reads_back_the_same(tmp_path: Path) -> None:
    opened = open_file(copy_of_sample(tmp_path))
    again = tmp_path / "again.bid"
    again.write_bytes(kept(opened).file(opened.contents))
    assert reading(open_file(again)) == reading(opened)
