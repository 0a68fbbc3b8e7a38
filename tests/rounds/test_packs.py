"""Round packs: shipped ones are right, the linter finds what rots, an own pack needs no code."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from making import round_1, sample

from bidwriter.bids.editing import new_bid
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.paths import RESOURCES
from bidwriter.rounds import library
from bidwriter.rounds.linting.lint import lint
from bidwriter.rounds.loading import RoundError, load
from bidwriter.rounds.round import cap, data_of, read_round

PACKS = RESOURCES / "rounds"
KNOWN = CATALOGUE


def test_what_ships_is_named_once() -> None:
    assert sorted(folder.name for folder in PACKS.iterdir()) == list(library.SHIPPED)
    assert [load(PACKS / id_).id for id_ in library.SHIPPED] == list(library.SHIPPED)


# What rounds 3, C-19, 5 and 6 and the expression of interest asked was not found.
@pytest.mark.parametrize(
    "name", [id_ for id_ in library.SHIPPED if id_.startswith("local-digital-fund-")][1:]
)
def test_a_round_whose_questions_were_not_found_says_so_of_each(name: str) -> None:
    round_ = load(PACKS / name)
    assert "not found" in round_.about.split(":")[0]
    for question in round_.questions:
        assert (question.basis, question.number) == ("assumed", ""), question.id
        assert "not found" in question.note or question.id == "earlier-discovery"


def test_what_is_published_of_the_later_rounds() -> None:
    closings = {
        "local-digital-fund-2018-interest": "2018-10-05T23:59:00+01:00",
        "local-digital-fund-2019": "2019-09-16T17:00:00+01:00",
        "local-digital-fund-c19-2020": "2020-07-15T23:59:00+01:00",
        "local-digital-fund-2021": "2021-09-26T23:59:00+01:00",
        "local-digital-fund-2022": "2022-11-24T17:30:00+00:00",
    }
    for id_, closing in closings.items():
        round_ = load(PACKS / id_)
        assert round_.closing is not None and round_.closing.isoformat() == closing
        assert round_.closes is not None
        assert (round_.closes.time_basis == "assumed") is ("23:59" in closing)
    caps = [cap(load(PACKS / "local-digital-fund-2022").checks, p) for p in ("discovery", "beta")]
    assert caps == [100_000, 350_000]
    assert cap(load(PACKS / "local-digital-fund-2021").checks, "discovery") is None


def test_digital_planning_is_nine_tasks_scored_by_halves() -> None:
    round_ = load(PACKS / "digital-planning-improvement-fund-4")
    assert sum(len(section.tasks) for section in round_.sections) == 9
    assert (round_.checks, round_.closes, round_.scoring) == ((), None, None)
    assert [criterion.weight for criterion in round_.criteria] == [50, 50]
    assert not any(q.basis == "assumed" for q in round_.questions)
    for chosen, asked in (
        ("conservation-areas;tree-preservation", "format-conservation-areas"),
        ("tree-preservation;listed-buildings", "format-listed-buildings"),
        ("tree-preservation", "format-tree-preservation"),
    ):
        bid = set_typed(new_bid(round_), "datasets-collected", "yes")
        bid = set_typed(bid, "which-datasets", chosen)
        assert [id_ for id_ in bid.asked_by_id if id_.startswith("format-")] == [asked]


def test_rounds_stand_as_somebody_looks_for_them() -> None:
    def order(now: datetime) -> list[str]:
        return [pack.round.short_name for pack in library.in_order(library.packs()[0], now)]

    undated = ["small-grant", "DPIF4", "LDD-commitment"]
    closing = ["LDF1-interest", "LDF1", "LDF3", "LDF-C19", "LDF5", "LDF6"]
    assert order(datetime(2018, 1, 1, tzinfo=UTC)) == [*closing, *undated]
    assert order(datetime(2026, 1, 1, tzinfo=UTC)) == [*undated, *closing[::-1]]
    at = datetime(2019, 9, 16, 16, tzinfo=UTC)  # the minute in which round 3 closes
    assert order(at) == [*closing[2:], *undated, "LDF1", "LDF1-interest"]
    later = order(at + timedelta(seconds=1))
    assert later == [*closing[3:], *undated, "LDF3", "LDF1", "LDF1-interest"]


def test_round_1_says_what_is_assumed() -> None:
    round_ = round_1()
    assert round_.closing is not None
    assert round_.closing.isoformat() == "2018-11-15T23:59:00+00:00"
    assert round_.closes is not None
    assert (round_.closes.basis, round_.closes.time_basis) == ("published", "assumed")
    assert round_.by_id["earlier-discovery"].basis == "assumed"
    limits = [q.limit for q in round_.questions if q.kind == "rich-text"]
    assert all(limit and (limit.words, limit.basis) == (300, "assumed") for limit in limits)
    assert len(round_.principles) == 5
    assert {c.audience for c in round_.commitments} == {
        "Senior managers, service managers, board members and councillors",
        "IT, digital and transformation teams",
    }


def test_every_question_has_guidance_to_act_on() -> None:
    for question in round_1().questions:
        assert question.guidance.looks_for, question.id
        if question.kind == "rich-text":
            assert question.guidance.example, question.id
            if question.shows_principles:
                assert question.guidance.principles, question.id


def test_the_pack_comes_back_from_its_data() -> None:
    again = read_round(data_of(round_1()))
    assert again == round_1()
    assert again.hash == round_1().hash


def edited(tmp_path: Path, edit: Callable[[str], str], file: str = "questions.toml") -> Path:
    folder = tmp_path / "local-digital-fund-2018"
    shutil.copytree(PACKS / "local-digital-fund-2018", folder)
    path = folder / file
    text = path.read_text("utf-8")
    changed = edit(text)
    assert changed != text
    path.write_text(changed, "utf-8")
    return folder


FAULTS: dict[str, tuple[str, Callable[[str], str], str]] = {
    "reused id": ("questions.toml", lambda t: t.replace('id = "relevance"', 'id = "benefits"'), "used 2 times"),
    "dangling question": ("round.toml", lambda t: t.replace('["support"]', '["suport"]'), "no question “suport”"),
    "unreachable question": ("round.toml", lambda t: t.replace('["support"]', '["user-research"]'), "No task asks “support”"),
    "unknown check": ("round.toml", lambda t: t.replace('check = "signatories"', 'check = "signers"'), "no check called “signers”"),
    "wrong parameter": ("round.toml", lambda t: t.replace("min = 2", "least = 2"), "least"),
    "check that names no question": ("round.toml", lambda t: t.replace('question = "required-outputs"', 'question = "outputs-required"'), "no question"),
    "check of no phase": ("round.toml", lambda t: t.replace('phase = "alpha"', 'phase = "beta"'), "no phase “beta”"),
    "phase nobody can choose": ("questions.toml", lambda t: t.replace('{ id = "alpha", label = "Alpha"', '{ id = "beta", label = "Alpha"'), "Nobody can choose"),
    "limit without a unit": ("questions.toml", lambda t: t.replace("limit = { characters = 120, ", "limit = { "), "no unit"),
    "missing text": ("questions.toml", lambda t: t.replace('wording = "Job title"', 'wording = ""'), "text is missing"),
    "assumed without a note": ("questions.toml", lambda t: t.replace('note = "Question 7 is not shown', 'hint2 = "Question 7 is not shown'), "hint2"),
    "unknown name": ("questions.toml", lambda t: t.replace('kind = "money"', "x") if 'kind = "money"' in t else t.replace("personal = true", "private = true", 1), "private"),
    "unknown kind": ("questions.toml", lambda t: t.replace('kind = "yes-no"', 'kind = "maybe"'), "kind"),
    "weights": ("round.toml", lambda t: t.replace('name = "Scalable by design"', 'name = "Scalable by design"\nweight = 30'), "weight"),
    "reserved id": ("questions.toml", lambda t: t.replace('id = "support"', 'id = "history"'), "meaning of its own"),
    "principle that is not there": ("questions.toml", lambda t: t.replace("principle = 5", "principle = 7"), "no principle 7"),
    "check of a category nobody can choose": ("round.toml", lambda t: t + '\n[[checks]]\ncheck = "cost-between"\nmax = "5.00"\ncategory = "kit"\n', "no category “kit”"),
    "check of a principle that is not there": ("round.toml", lambda t: t + '\n[[checks]]\ncheck = "cost-share"\nmax-percent = 5\nprinciple = 8\n', "no principle 8"),
    "check of money without a bound": ("round.toml", lambda t: t + '\n[[checks]]\ncheck = "cost-between"\ncouncil = "each"\n', "give min, max or both"),
    "reused category": ("questions.toml", lambda t: t.replace('kind = "cost-lines"', 'kind = "cost-lines"\ncategories = [{ id = "a", label = "A" }, { id = "a", label = "B" }]'), "used 2 times"),
    "broken TOML": ("questions.toml", lambda t: t + "\n[[", "TOML"),
    "number with a point": ("round.toml", lambda t: t.replace('max = "80000.00"', "max = 80000.50"), "number with a point"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_the_linter_names_file_place_and_remedy(name: str, tmp_path: Path) -> None:
    file, edit, words = FAULTS[name]
    found = lint(edited(tmp_path, edit, file), KNOWN)
    assert any(words in f"{finding.words} {finding.place}" for finding in found), found
    assert all(finding.remedy and finding.file for finding in found)


def test_the_hash_is_of_the_data_not_of_its_form(tmp_path: Path) -> None:
    folder = edited(tmp_path, lambda t: "# a comment\n" + t.replace("\n", "\r\n"))
    assert load(folder).hash == round_1().hash
    other = edited(
        tmp_path / "other", lambda t: t.replace("Name a contact", "Name someone"), "round.toml"
    )
    assert load(other).hash != round_1().hash


def test_own_rounds_are_found_and_twins_told_apart(own_profile: Path, tmp_path: Path) -> None:
    own = edited(tmp_path, lambda t: t.replace("Name a contact", "Name someone"), "round.toml")
    shutil.copytree(own, own_profile / "rounds" / "mine")
    usable, broken = library.packs()
    assert broken == ()
    assert sum(pack.round.id == "local-digital-fund-2018" for pack in usable) == 2
    with pytest.raises(RoundError, match="more than one"):
        library.find("local-digital-fund-2018")
    assert library.find(str(own)).round.hash == load(own).hash


def test_a_broken_own_round_stops_nothing(own_profile: Path) -> None:
    folder = own_profile / "rounds" / "broken"
    folder.mkdir(parents=True)
    (folder / "round.toml").write_text("format = 2", "utf-8")
    usable, broken = library.packs()
    assert len(usable) == len(library.SHIPPED)
    assert "cannot be used" in broken[0].why


def test_the_sample_carries_the_shipped_pack() -> None:
    assert sample().round.hash == round_1().hash
