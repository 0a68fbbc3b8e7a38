"""Copies on the command line: compared, joined, joined again, refused in one line."""

import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from making import copy_of_sample

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


@pytest.fixture
def copies(do: Any, tmp_path: Path) -> tuple[Path, Path, Path]:
    mine = copy_of_sample(tmp_path, "mine.bid")
    do("set", mine, "approach", "First.\n\nSecond.\n\nThird.", "--as", "Joan")
    theirs = tmp_path / "theirs.bid"
    shutil.copy(mine, theirs)
    return mine, theirs, tmp_path / "out.bid"


def test_what_two_did_apart_joins_and_once_is_enough(do: Any, copies: tuple[Path, ...]) -> None:
    mine, theirs, out = copies
    do("set", mine, "approach", "First by Joan.\n\nSecond.\n\nThird.", "--as", "Joan")
    do("set", theirs, "approach", "First.\n\nSecond.\n\nThird by Ruth.", "--as", "Ruth")
    do("set", theirs, "title", "Another title", "--as", "Ruth")
    status, said, _ = do("merge", mine, theirs, "-o", out)
    assert status == 0
    assert said.startswith("2 changes joined; nothing is left to decide")
    bid = open_file(out).bid
    assert bid.answer("approach") == "First by Joan.\n\nSecond.\n\nThird by Ruth."
    assert bid.title == "Another title"
    again = out.with_name("again.bid")
    assert do("merge", out, theirs, "-o", again)[0] == 0
    assert again.read_bytes() == out.read_bytes()


def test_a_conflict_keeps_mine_and_is_told_with_both(do: Any, copies: tuple[Path, ...]) -> None:
    mine, theirs, out = copies
    do("set", mine, "approach", "First by Joan.\n\nSecond.\n\nThird.", "--as", "Joan")
    do("set", theirs, "approach", "First by Ruth.\n\nSecond.\n\nThird.", "--as", "Ruth")
    status, said, _ = do("merge", mine, theirs, "-o", out, "--report")
    assert status == 1
    for words in ("First.", "First{+ by Joan+}.", "First{+ by Ruth+}.", "(Ruth,", "theirs.bid"):
        assert words in said
    opened = open_file(out)
    assert str(opened.bid.answer("approach")).startswith("First by Joan.")
    assert len(opened.bid.conflicts) == 1
    status, said, _ = do("check", out)
    assert status == 1
    assert "Decide between your words and those of Ruth" in said
    assert do("export", out, out.with_suffix(".zip"))[0] == 1
    assert do("merge", out, theirs, "-o", out)[0] == 1, "still undecided"
    status, said, _ = do("merge", mine, theirs, "-o", out, "--json")
    report = json.loads(said)
    (conflict,) = report["conflicts"]
    assert conflict["place"] == "approach"
    assert conflict["parts"][0]["theirs"] == "First by Ruth."


def test_a_conflict_is_decided_by_command(do: Any, copies: tuple[Path, ...]) -> None:
    mine, theirs, out = copies
    do("set", mine, "approach", "First by Joan.\n\nSecond.\n\nThird.", "--as", "Joan")
    do("set", theirs, "approach", "First by Ruth.\n\nSecond.\n\nThird.", "--as", "Ruth")
    do("set", mine, "title", "Joan's")
    do("set", theirs, "title", "Ruth's")
    do("merge", mine, theirs, "-o", out)
    assert "Left to decide: approach" in do("show", out)[1]
    by_place = {str(c.place): c.id for c in open_file(out).bid.conflicts}
    assert do("set", out, f"conflicts/{by_place['approach']}", "theirs")[0] == 0
    assert do("set", out, f"conflicts/{by_place['title']}", "Both of ours")[0] == 0
    bid = open_file(out).bid
    assert (bid.answer("approach"), bid.title) == (
        "First by Ruth.\n\nSecond.\n\nThird.",
        "Both of ours",
    )
    assert bid.conflicts == ()
    assert do("set", out, f"conflicts/{by_place['title']}", "mine")[0] == 2


def test_a_copy_keeps_closed_parts_closed_and_comes_back(do: Any, copies: tuple[Path, ...]) -> None:
    mine, _, out = copies
    copy = out.with_name("leeds.bid")
    assert do("copy", mine, copy, "--to", "Leeds", "--note", "Hello", "--open", "approach")[0] == 0
    assert do("copy", mine, copy, "--to", "Leeds")[0] == 2, "never over another file"
    assert do("copy", mine, out, "--to", "Leeds", "--open", "nothing")[0] == 2
    status, _, error = do("set", copy, "title", "Mine now")
    assert (status, "for reading in this copy" in error) == (2, True)
    do("set", copy, "approach", "By Leeds.", "--as", "Ruth")
    assert do("merge", mine, copy, "-o", out)[0] == 0
    joined = open_file(out).bid
    assert joined.answer("approach") == "By Leeds."
    assert joined.lent is None
    assert "Copy for Leeds" in do("history", mine)[1]


def test_comments_by_command(do: Any, copies: tuple[Path, ...]) -> None:
    mine, _, _ = copies
    assert do("comment", mine, "approach", "Too", "long?", "--as", "Ruth", "--to", "Joan")[0] == 0
    (head,) = open_file(mine).bid.comments
    said = do("comments", mine)[1]
    assert "for Joan to settle" in said
    assert "Ruth, " in said
    assert do("comment", mine, f"comments/{head.id}", "Cut", "--settle", "--as", "Joan")[0] == 0
    assert do("comments", mine)[1] == "No comments are open\n"
    (thread,) = json.loads(do("comments", mine, "--all", "--json")[1])
    assert [c["text"] for c in thread] == ["Too long?", "Cut"]
    assert do("comment", mine, "nowhere", "x")[0] == 2
    assert do("comment", mine, "comments/none", "x")[0] == 2


def test_diff_tells_in_plain_words(do: Any, copies: tuple[Path, ...]) -> None:
    mine, theirs, _ = copies
    assert do("diff", mine, theirs) == (0, "Both say the same\n", "")
    row = rows_of(open_file(theirs).bid, "cost-lines")[0]
    do("set", theirs, f"cost-lines/{row.id}/quantity", "60", "--as", "Ruth")
    status, said, _ = do("diff", mine, theirs)
    assert status == 1
    assert f"raised {row.title} from 45 to 60 days" in said
    status, said, _ = do("diff", mine, theirs, "--json")
    assert json.loads(said)[0]["place"] == f"cost-lines/{row.id}/quantity"


def test_history_lists_versions_with_their_people(do: Any, copies: tuple[Path, ...]) -> None:
    mine, _, _ = copies
    do("set", mine, "title", "Later", "--as", "Ruth")
    status, said, _ = do("history", mine)
    assert status == 0
    assert [line.split()[2] for line in said.splitlines()] == ["Ruth", "Joan", "Joan"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("merge", "mine.bid", "package.zip", "-o", "out.bid"), "package"),
        (("merge", "package.zip", "mine.bid", "-o", "out.bid"), "package"),
        (("merge", "mine.bid", "gone.bid", "-o", "out.bid"), "could not be read"),
        (("merge", "mine.bid", "broken.bid", "-o", "out.bid"), "broken.bid"),
        (("merge", "mine.bid", "theirs.bid", "-o", "notes.txt"), "is there already"),
        (("merge", "mine.bid", "theirs.bid"), "required"),
        (("diff", "mine.bid", "notes.txt"), "not a bid"),
    ],
)
def test_what_cannot_be_joined_is_said_in_one_line(
    do: Any, copies: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch, words: Any, said: str
) -> None:
    folder = copies[0].parent
    monkeypatch.chdir(folder)
    (folder / "notes.txt").write_text("mine")
    (folder / "broken.bid").write_bytes((folder / "mine.bid").read_bytes()[:5000])
    if "package.zip" in words:
        do("export", "mine.bid", "package.zip", "--draft")
    status, out, error = do(*words)
    assert (status, out) == (2, "")
    assert said in error
    assert len(error.splitlines()) == 1
    assert not (folder / "out.bid").exists()
    assert (folder / "notes.txt").read_text() == "mine"


def test_a_package_has_history_only_if_chosen_and_never_comments(
    do: Any, copies: tuple[Path, ...]
) -> None:
    mine, _, out = copies
    package = out.with_suffix(".zip")

    def names() -> list[str]:
        with zipfile.ZipFile(io.BytesIO(package.read_bytes())) as archive:
            return archive.namelist()

    do("export", mine, package, "--draft")
    assert "package/data/history.jsonl" not in names()
    assert do("export", mine, package, "--draft", "--history")[0] == 0
    assert "package/data/history.jsonl" in names()
    assert do("export", mine, package, "--draft", "--history", "--public")[0] == 2


def test_what_would_join_is_left_out_by_its_key(do: Any, copies: tuple[Path, ...]) -> None:
    mine, theirs, out = copies
    first = "First we ask the councils"
    do("set", mine, "approach", f"{first}.\n\nSecond.", "--as", "Joan")
    shutil.copy(mine, theirs)
    do("set", theirs, "approach", f"Second.\n\n{first} by Ruth.", "--as", "Ruth")
    do("set", theirs, "title", "Another title", "--as", "Ruth")
    status, said, _ = do("merge", mine, theirs, "-o", out, "--report")
    assert status == 0
    for words in (
        "changed paragraph 1, +2 words, from Ruth  [approach#0]",
        "moved paragraph 2 to the top, from Ruth  [approach#1]",
        "from Ruth  [title]",
    ):
        assert words in said
    status, said, _ = do(
        "merge", mine, theirs, "-o", out, "--leave-out", "title", "--leave-out", "approach#1"
    )
    assert (status, said.splitlines()[0]) == (0, "1 change joined; nothing is left to decide")
    bid = open_file(out).bid
    assert bid.answer("approach") == f"{first} by Ruth.\n\nSecond."
    assert bid.title == open_file(mine).bid.title
    before = out.read_bytes()
    status, _, said = do("merge", mine, theirs, "-o", out, "--leave-out", "nope")
    assert (status, "has the key “nope”" in said) == (2, True)
    assert out.read_bytes() == before


def test_a_row_in_conflict_says_what_each_did_and_nothing_else(
    do: Any, copies: tuple[Path, ...]
) -> None:
    mine, theirs, out = copies
    row = rows_of(open_file(mine).bid, "cost-lines")[0]
    do("set", mine, f"cost-lines/{row.id}", "", "--as", "Joan")
    do("set", theirs, f"cost-lines/{row.id}/quantity", "5", "--as", "Ruth")
    said = do("merge", mine, theirs, "-o", out, "--report")[1]
    line = next(line for line in said.splitlines() if line.startswith("To decide 1"))
    assert line == (
        f"To decide 1: “Cost the team”, {row.title}: taken out in mine; quantity 45 → 5 in theirs"
    )
    other = out.with_name("other.bid")
    line = do("merge", theirs, mine, "-o", other)[1].splitlines()[-1]
    assert "quantity 45 days → 5 days in mine; taken out in theirs" in line


def test_prose_in_conflict_shows_which_words_differ(do: Any, copies: tuple[Path, ...]) -> None:
    mine, theirs, out = copies
    do("set", mine, "approach", "First by Joan.\n\nSecond.\n\nThird.", "--as", "Joan")
    do("set", theirs, "approach", "Not first.\n\nSecond.\n\nThird.", "--as", "Ruth")
    said = do("merge", mine, theirs, "-o", out, "--report")[1]
    assert "mine (Joan," in said
    assert "First{+ by Joan+}." in said
    assert "[-First-]{+Not first+}." in said


def test_several_copies_are_told_one_by_one_whatever_their_order(
    do: Any, copies: tuple[Path, ...]
) -> None:
    mine, theirs, out = copies
    third = out.with_name("third.bid")
    shutil.copy(mine, third)
    do("set", theirs, "title", "Another title", "--as", "Ruth")
    do("set", third, "contact-role", "Lead", "--as", "Mark")
    one = do("merge", mine, theirs, third, "-o", out)[1]
    assert "From “theirs.bid” (Ruth): 1 change in 1 place" in one
    assert "From “third.bid” (Mark): 1 change in 1 place" in one
    assert do("merge", mine, third, theirs, "-o", out.with_name("turned.bid"))[1] == one
    report = do("merge", mine, third, theirs, "-o", out, "--report")[1]
    assert "  Title: 1 change, from Ruth" in report


def test_another_bid_is_refused_and_nothing_is_written(do: Any, copies: tuple[Path, ...]) -> None:
    mine, _, out = copies
    other = out.with_name("other.bid")
    do("new", "local-digital-fund-2018", other)
    status, _, said = do("merge", mine, other, "-o", out)
    assert (status, "is another bid, no copy of this one" in said) == (2, True)
    assert not out.exists()
