"""Versions on the command line: listed, told, compared, named, brought back; and many places set
as one change."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from making import copy_of_sample, sample

from bidwriter.bids.cells import rows_of
from bidwriter.cli import run
from bidwriter.files.container.bid_file import open_file


@pytest.fixture
def do(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*words: object) -> tuple[int, str, str]:
        status = run([str(word) for word in words])
        streams = capsys.readouterr()
        return status, streams.out, streams.err

    return call


_written: list[bytes] = []


@pytest.fixture
def file(do: Any, tmp_path: Path) -> Path:
    """A bid that Joan and then Ruth wrote in: written once, a copy for each test."""
    path = copy_of_sample(tmp_path)
    if not _written:
        assert do("set", path, "title", "Joan's title", "--as", "Joan")[0] == 0
        assert do("set", path, "title", "Ruth's title", "--as", "Ruth")[0] == 0
        assert do("set", path, "contact-role", "Ruth's role", "--as", "Ruth")[0] == 0
        _written.append(path.read_bytes())
    path.write_bytes(_written[0])
    return path


def versions(do: Any, path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(do("history", path, "--json")[1])
    return found


def test_history_says_what_each_version_did(do: Any, file: Path) -> None:
    status, said, _ = do("history", file)
    newest, joan, first = said.splitlines()
    assert status == 0
    assert newest.endswith("Ruth  Title, The contact's role") or "Title" in newest
    assert "Joan  Title" in joan
    assert first.endswith("how it began")
    ruth = versions(do, file)[0]["id"]
    status, said, _ = do("history", file, ruth[:8])
    assert status == 0
    assert "changed “Joan's title” to “Ruth's title”  [title]" in said
    told = json.loads(do("history", file, ruth, "--json")[1])
    assert [change["place"] for change in told["changes"]] == ["title", "contact-role"]
    assert do("history", file, versions(do, file)[-1]["id"])[1].endswith("how the history begins\n")


@pytest.mark.parametrize("wanted", ["nope", "", "0000"])
def test_a_version_that_is_none_is_refused(do: Any, file: Path, wanted: str) -> None:
    before = file.read_bytes()
    for words in (
        ("restore", file, wanted),
        ("name", file, wanted, "x"),
        ("compare", file, wanted),
    ):
        status, _, said = do(*words)
        assert status == 2
        assert "of this bid. See: bidwriter history FILE" in said
    assert file.read_bytes() == before


def test_a_version_is_named_compared_and_brought_back(do: Any, file: Path) -> None:
    joan = versions(do, file)[1]["id"]
    assert do("name", file, joan[:8], "Before", "Ruth")[0] == 0
    assert versions(do, file)[1]["name"] == "Before Ruth"
    status, said, _ = do("compare", file, "Before Ruth")
    assert status == 1
    assert "changed “Joan's title” to “Ruth's title”  [title]" in said
    assert do("compare", file, "Before Ruth", joan)[:2] == (0, "Both say the same\n")
    assert json.loads(do("compare", file, "Before Ruth", "--json")[1])[0]["place"] == "title"
    assert do("restore", file, "Before Ruth", "--only", "title")[1] == (
        "Brought back “Title” of Before Ruth\n"
    )
    bid = open_file(file).bid
    assert (bid.title, bid.answer("contact-role")) == ("Joan's title", "Ruth's role")
    assert versions(do, file)[0]["words"] == "Brought back “Title” of Before Ruth"
    assert do("restore", file, "Before Ruth")[0] == 0
    assert open_file(file).bid.answer("contact-role") == sample().answer("contact-role")
    before = file.read_bytes()
    assert do("restore", file, "Before Ruth")[1].startswith("The bid says this already")
    assert file.read_bytes() == before
    assert do("name", file, "Before Ruth")[0] == 0
    assert not any(version["name"] for version in versions(do, file))
    assert do("name", file, "now", "As", "sent")[0] == 0
    assert versions(do, file)[0]["name"] == "As sent"


@pytest.mark.parametrize(("many", "status"), [(200, 0), (201, 2)])
def test_a_name_has_an_end(do: Any, file: Path, many: int, status: int) -> None:
    assert do("name", file, "now", "x" * many)[0] == status


def test_only_questions_are_brought_back_alone(do: Any, file: Path) -> None:
    status, _, said = do("restore", file, versions(do, file)[1]["id"], "--only", "nope")
    assert (status, "no question “nope”" in said) == (2, True)


# --- many places at once -------------------------------------------------------------------------


def values(path: Path, value: object) -> Path:
    made = path.with_name("values.json")
    made.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
    return made


def test_many_places_are_one_change(do: Any, file: Path) -> None:
    row = rows_of(open_file(file).bid, "cost-lines")[0].id
    many = len(versions(do, file))
    wanted = {
        "title": "From a file",
        "summary": "One.\r\n\r\nTwo.",
        f"cost-lines/{row}/quantity": 5,
        f"cost-lines/{row}/unit-cost": "650.00",
        "regions": [option.id for option in sample().round.by_id["regions"].options[:2]],  # type: ignore[union-attr]
        "outputs/+": [{"output": "A report"}, {"output": "A service"}],
        "finished/title": False,
        "own-deadline": None,
    }
    status, said, _ = do("set", file, "--values", values(file, wanted), "--as", "Mark")
    assert (status, said) == (0, "Set 9 places\n")
    bid = open_file(file).bid
    assert (bid.title, bid.answer("summary")) == ("From a file", "One.\n\nTwo.")
    assert [row.title for row in rows_of(bid, "outputs")][-2:] == ["A report", "A service"]
    assert "title" not in bid.finished
    assert len(versions(do, file)) == many + 1


def test_of_many_values_one_that_is_wrong_stops_all(do: Any, file: Path) -> None:
    before = file.read_bytes()
    wanted: dict[str, object] = {"title": "New", "nope": "x", "own-deadline": "soon"}
    status, _, said = do("set", file, "--values", values(file, wanted))
    assert status == 2
    assert "2 of 3 values cannot be set, so nothing was written. nope:" in said
    assert "own-deadline: Write a real date" in said
    many = {f"nope{n}": "x" for n in range(7)}
    assert "; and 2 more" in do("set", file, "--values", values(file, many))[2]
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "held",
    ["[]", '"x"', "{", '{"title": 1.5}', '{"title": "a", "title": "b"}', '{"title": "a\\u202eb"}'],
)
def test_what_is_no_list_of_places_is_refused(do: Any, file: Path, held: str) -> None:
    before = file.read_bytes()
    status, _, said = do("set", file, "--values", values(file, held))
    assert (status, said.count("\n")) == (2, 1)
    assert file.read_bytes() == before


def test_one_way_at_a_time(do: Any, file: Path) -> None:
    assert do("set", file)[0] == 2
    assert do("set", file, "title", "x", "--values", values(file, {}))[0] == 2
    assert do("set", file, "--values", values(file, {}))[:2] == (0, "Set 0 places\n")


# --- what is no file -----------------------------------------------------------------------------


def test_a_pipe_that_nobody_writes_to_keeps_nobody_waiting(do: Any, file: Path) -> None:
    pipe = file.with_name("pipe.bid")
    os.mkfifo(pipe)
    for words in (
        ("show", pipe),
        ("verify", pipe),
        ("attach", file, pipe),
        ("costs", file, "--import", pipe),
        ("merge", file, pipe, "-o", pipe.with_name("out.bid")),
    ):
        status, _, said = do(*words)
        assert (status, "is a pipe or a device" in said) == (2, True), words
    pack = file.with_name("pack")
    pack.mkdir()
    os.mkfifo(pack / "round.toml")
    status, said, _ = do("rounds", "--lint", pack)
    assert (status, "round.toml is no file" in said) == (1, True)
    assert do("rounds", "--rounds", file.parent)[0] == 0


def test_a_bid_that_seems_open_elsewhere_is_changed_where_one_says_so(do: Any, file: Path) -> None:
    from bidwriter.clock import now

    mark = file.with_name(f".{file.name}.open")
    held = {"user": "ann", "computer": "elsewhere", "process": 1, "since": now().isoformat()}
    mark.write_text(json.dumps(held))
    status, _, said = do("set", file, "title", "New")
    assert status == 2
    assert "is open in bidwriter (ann on elsewhere, last seen" in said
    assert "--although-open" in said
    assert do("set", file, "title", "New", "--although-open")[0] == 0
    assert open_file(file).bid.title == "New"
