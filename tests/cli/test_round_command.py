"""The command `round`: a fund's form made into a round, with what is doubtful asked."""

import json
from pathlib import Path
from typing import Any

import pytest

from bidwriter.cli import run
from bidwriter.rounds.loading import load

FORM = """Halls Fund 2027: application form
Project title
Which areas will it serve?
- North
- South
Describe the need (max 300 words)
Item | Cost (£) | Note
Grants of up to £25,000 are available.
"""


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "halls.txt"
    path.write_text(FORM, "utf-8")
    return path


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], form: Path) -> Any:
    def made(*words: object) -> tuple[int, str]:
        status = run(["round", str(form), *map(str, words)])
        said = capsys.readouterr()
        return status, said.out + said.err

    return made


def test_what_is_doubtful_is_asked_and_nothing_is_written(call: Any, tmp_path: Path) -> None:
    status, said = call("-o", tmp_path / "halls")
    assert status == 2
    assert "“Which areas will it serve?”: May one of these be chosen, or several?" in said
    assert "2 things are doubtful" in said and "--doubtful-as-shown" in said
    assert not (tmp_path / "halls").exists()


def test_answers_settle_it(call: Any, tmp_path: Path, form: Path) -> None:
    file, folder = tmp_path / "doubts.json", tmp_path / "halls"
    assert call("-o", folder, "--doubts", file)[0] == 2
    listed = json.loads(file.read_text("utf-8"))
    assert (listed["taken-by"], listed["file"]) == ("round", "halls.txt")
    for doubt in listed["doubts"]:
        doubt["answer"] = "kind:choose-one" if "areas" in doubt["where"] else "kind:cost-lines"
    file.write_text(json.dumps(listed), "utf-8")
    status, said = call(
        "-o", folder, "--answers", file, "--fund", "Halls Fund", "--closes", "2027-03-31 17:00"
    )
    assert (status, "Wrote 4 questions into “halls”" in said) == (0, True), said
    assert "Rule: cost-cap, max 25000.00: “Grants of up to £25,000 are available.”" in said
    made = load(folder)
    assert [question.kind for question in made.questions] == [
        "short-text", "choose-one", "rich-text", "cost-lines",
    ]  # fmt: skip
    assert (made.fund, made.closing.isoformat() if made.closing else "") == (
        "Halls Fund",
        "2027-03-31T17:00:00+01:00",
    )
    assert made.made_from is not None and made.made_from.kind == "pasted"
    # The answers are of this file, and of no other.
    form.write_text(FORM + "One more?", "utf-8")
    assert "for one that has changed since" in call("-o", tmp_path / "two", "--answers", file)[
        1
    ].replace("\n", " ")


def test_a_round_that_is_made_begins_a_bid(call: Any, tmp_path: Path) -> None:
    folder = tmp_path / "halls"
    status, said = call("-o", folder, "--doubtful-as-shown")
    assert status == 0
    assert "Taken as shown: “Which areas will it serve?”" in said
    assert "The form does not say when the round closes" in said
    assert run(["new", str(folder), str(tmp_path / "bid.bid")]) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Say where the round goes"),
        (("-o", "{folder}", "--closes", "soon"), "“soon” is no day"),
        (("-o", "{folder}", "--closes", "2027-03-31 25:00"), "no time of day"),
    ],
)
def test_what_cannot_be_done_is_said(
    call: Any, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    folder = tmp_path / "halls"
    status, told = call(*(word.format(folder=folder) for word in words), "--doubtful-as-shown")
    assert (status, said in told) == (2, True), told
    assert not folder.exists()


def test_a_folder_that_is_there_is_left_alone(call: Any, tmp_path: Path) -> None:
    status, said = call("-o", tmp_path, "--doubtful-as-shown")
    assert (status, "is there already" in said) == (2, True)
