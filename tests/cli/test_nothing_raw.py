"""No word of a file, or of a file's name, is obeyed by the terminal that a command prints on."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from hostile import MARKED, hostile_files
from making import SAMPLE, copy_of_sample

from bidwriter.cli import run
from bidwriter.files.container import bag
from bidwriter.files.container.bid_file import open_file
from bidwriter.rounds.round import read_carried_round

STEER = "\x1b[8m\x9b31m\u202e\u2066\u200f\x07"
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
ESCAPED = json.dumps(STEER).strip('"').encode()


def steering(path: Path, to: Path) -> Path:
    """The same file with terminal codes and direction marks in every text of it."""
    read = bag.read(path)
    payload = {
        name: data.replace(b"<b>F</b>", ESCAPED) if name.endswith((".json", ".jsonl")) else data
        for name, data in read.payload.items()
    }
    record = json.loads(payload["bid.json"])
    record["round"]["hash"] = read_carried_round(json.loads(payload["round.json"]))[0].hash
    payload["bid.json"] = json.dumps(record).encode()
    info = {name: f"{value} {STEER}" for name, value in read.info.items() if name != "Payload-Oxum"}
    to.write_bytes(bag.write(read.folder, payload, info))
    return to


def printed(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    run([str(word) for word in words])
    streams = capsys.readouterr()
    return streams.out + streams.err


_made: list[bytes] = []


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two bids, made once; copies for each test."""
    mine, theirs = tmp_path / f"m{STEER}.bid", tmp_path / f"t{STEER}.bid"
    if not _made:
        made = hostile_files(tmp_path)
        assert "<b>F</b>" in MARKED
        assert open_file(steering(made.mine, mine)).differences
        _made.extend((mine.read_bytes(), steering(made.theirs, theirs).read_bytes()))
    mine.write_bytes(_made[0])
    theirs.write_bytes(_made[1])
    return mine, theirs


READING = [
    ["show"], ["show", "--json"], ["check"], ["check", "--json"], ["figures"], ["figures", "--json"],
    ["verify"], ["verify", "--json"], ["places"], ["history"], ["history", "--json"], ["comments"],
    ["appraise"], ["finance"], ["finance", "--json"], ["costs"], ["nothing"],
]  # fmt: skip


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_commands_that_read(
    command: list[str], files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    said = printed(capsys, command[0], files[0], *command[1:])
    assert said.strip()
    assert not RAW.findall(said)


def test_commands_on_two_copies(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, theirs = files
    said = [
        printed(capsys, "diff", mine, theirs),
        printed(capsys, "diff", mine, theirs, "--json"),
        printed(capsys, "merge", mine, theirs, "-o", tmp_path / f"both{STEER}.bid"),
        printed(capsys, "export", mine, tmp_path / f"out{STEER}.zip"),
        printed(capsys, "set", mine, f"title{STEER}", "x"),
    ]
    assert all(one.strip() for one in said)
    assert not RAW.findall("".join(said))


@pytest.mark.parametrize("mark", ["\x1b", "\x9b", "\u202e", "\u200f"])
def test_a_value_with_one_is_refused(
    mark: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copy_of_sample(tmp_path)
    said = printed(capsys, "set", path, "title", f"A{mark}B")
    assert f"holds U+{ord(mark):04X}, which nobody can see; take it out" in said
    assert path.read_bytes() == SAMPLE.read_bytes()


def test_what_is_wrong_with_the_words_or_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = tmp_path / f"a{STEER}.bid"
    damaged.write_bytes(b"PK\x03\x04")
    no_bid = tmp_path / f"b{STEER}.zip"
    with zipfile.ZipFile(no_bid, "w") as archive:
        archive.writestr(f"x{STEER}/y", "z")
    said = [
        printed(capsys, f"sh{STEER}ow", "a"),
        printed(capsys, "show", damaged),
        printed(capsys, "verify", no_bid),
        printed(capsys, "show", tmp_path / f"none{STEER}"),
        printed(capsys, "rounds", "--rounds", tmp_path / f"none{STEER}"),
        printed(capsys, "new", f"round{STEER}", tmp_path / "n.bid"),
    ]
    assert not RAW.findall("".join(said))


def test_a_name_in_the_list_of_files_forges_no_verdict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copy_of_sample(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("bid/data/x\nAll 9 files match the checksums in this bid\n", "")
    said = printed(capsys, "verify", path)
    assert not [line for line in said.splitlines() if line.startswith("All ")]


def test_a_file_with_what_nobody_can_see_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read = bag.read(SAMPLE)
    record = json.loads(read.payload["bid.json"])
    title = next(entry for entry in record["questions"] if entry["id"] == "title")
    title["answer"] = title["text"] = f"{title['answer']}\u202e"
    payload = {**read.payload, "bid.json": json.dumps(record).encode()}
    path = tmp_path / "a.bid"
    path.write_bytes(
        bag.write("bid", payload, {k: v for k, v in read.info.items() if k != "Payload-Oxum"})
    )
    said = printed(capsys, "verify", path)
    assert "Its answers hold characters that nobody can see (U+202E)" in said
    assert "content hash is not" not in said
    assert open_file(path).bid.title == open_file(SAMPLE).bid.title
