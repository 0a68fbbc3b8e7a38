"""Versions of a round compared, and rounds sent and taken in, on the command line."""

import json
import shutil
from pathlib import Path

import pytest

from bidwriter.cli import run
from bidwriter.desk.new_round import empty_round
from bidwriter.rounds import library

SHIPPED = "local-digital-fund-2018"


def test_two_versions_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = tmp_path / "newer"
    shutil.copytree(library.find(SHIPPED).folder, newer)
    for name, was, now in (
        ("round.toml", 'version = "1.1"', 'version = "1.2"'),
        ("questions.toml", "limit = { characters = 120", "limit = { characters = 100"),
    ):
        text = (newer / name).read_text("utf-8")
        assert was in text
        (newer / name).write_text(text.replace(was, now), "utf-8")
    assert run(["rounds", "--compare", SHIPPED, str(newer)]) == 1
    said = capsys.readouterr().out
    assert "1.1 → Local Digital Fund, round 1 1.2: 1 with another limit" in said
    assert "  “Title”: 100 characters, not 120 characters" in said
    assert run(["rounds", "--compare", SHIPPED, str(newer), "--json"]) == 1
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["sort"], one["question"], one["matters"]) == ("limit", "title", True)
    assert run(["rounds", "--compare", SHIPPED, SHIPPED]) == 0


def test_a_round_is_sent_and_taken_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home, file = empty_round("Halls Fund", ""), tmp_path / "halls.round"
    assert run(["rounds", "--send", "halls-fund"]) == 2
    assert "Say where to" in capsys.readouterr().err
    assert run(["rounds", "--send", "halls-fund", "-o", str(file)]) == 0
    assert "Wrote Halls Fund, version 1.0, as “halls.round”" in capsys.readouterr().out
    assert run(["rounds", "--send", "halls-fund", "-o", str(file)]) == 2  # it is there
    shutil.rmtree(home)
    assert run(["rounds", "--take-in", str(file)]) == 0
    assert library.find("halls-fund").folder == home
    file.write_bytes(b"nothing")
    capsys.readouterr()
    assert run(["rounds", "--take-in", str(file)]) != 0
    assert "is damaged or no round" in capsys.readouterr().err
