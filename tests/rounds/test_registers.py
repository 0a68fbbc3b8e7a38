"""Lists that come with a pack: read from its folder or refused in a sentence, found and carried."""

from pathlib import Path
from typing import Any

import pytest
from every_kind import pack_asking, round_asking
from making import NOW

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import new_bid
from bidwriter.bids.typed.setting import set_typed
from bidwriter.checks.checking import check
from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.values.register import MOST_ENTRIES, Register
from bidwriter.rounds.linting.lint import faults, lint
from bidwriter.rounds.loading import RoundError, load
from bidwriter.rounds.round import read_round

PACK = """format = 2
id = "areas"
version = "1"
fund = "A fund"
name = "Areas"
short-name = "A"
[cover]
title = "title"
[[sections]]
id = "all"
title = "All"
[[sections.tasks]]
id = "all"
label = "Answer all"
title = "All"
questions = ["title", "area"]
[[questions]]
id = "title"
kind = "short-text"
wording = "Title"
guidance = { looks-for = ["A title"] }
[[questions]]
id = "area"
kind = "register"
wording = "Area"
from = "NAME"
guidance = { looks-for = ["An area"] }
"""


def pack_with(folder: Path, list_: bytes | None, name: str = "areas.csv") -> Path:
    folder.joinpath("round.toml").write_text(PACK.replace("NAME", name), "utf-8")
    if list_ is not None:
        folder.joinpath(name).write_bytes(list_)
    return folder


def area(folder: Path) -> Register:
    found = load(folder).by_id["area"]
    assert isinstance(found, Register)
    return found


LISTS = [
    ("areas.csv", b"id,label\nE1,York\nE2,Malton\n"),
    ("areas.csv", b"\xef\xbb\xbfLabel,ID\r\nYork,E1\r\n\r\nMalton,E2\r\n"),
    ("areas.csv", b'"id","label"\n"E1","York"\n"E2"," Malton\n"\n'),
]


@pytest.mark.parametrize(("name", "list_"), LISTS)
def test_a_list_is_read_and_carried_by_bids(tmp_path: Path, name: str, list_: bytes) -> None:
    assert area(pack_with(tmp_path, list_, name)).labels == {"E1": "York", "E2": "Malton"}
    assert faults(lint(tmp_path, CATALOGUE)) == ()
    bid = set_typed(new_bid(load(tmp_path)), "area", "malton")
    path = tmp_path / "one.bid"
    path.write_bytes(bid_bytes(bid, {}))
    tmp_path.joinpath(name).unlink()
    again = open_file(path).bid
    assert again.round == bid.round
    assert again.answer("area") == "E2"
    assert again.round.by_id["area"].text("E2") == "Malton"


def test_a_list_of_lines_has_each_for_its_id(tmp_path: Path) -> None:
    made = area(pack_with(tmp_path, b"York\n\n  St  Ives \n", "areas.txt"))
    assert made.labels == {"York": "York", "St Ives": "St Ives"}


def test_what_is_hashed_is_what_stands_in_the_list(tmp_path: Path) -> None:
    one = load(pack_with(tmp_path, b"id,label\nE1,York\n")).hash
    same = load(pack_with(tmp_path, b"label,id\r\nYork,E1\r\n")).hash
    other = load(pack_with(tmp_path, b"id,label\nE1,Yorke\n")).hash
    assert one == same != other


def rows(many: int) -> bytes:
    return b"id,label\n" + b"".join(b"E%d,Area %d\n" % (at, at) for at in range(many))


@pytest.mark.parametrize("many", [MOST_ENTRIES - 1, MOST_ENTRIES])
def test_as_many_entries_as_fit_are_taken(tmp_path: Path, many: int) -> None:
    assert len(area(pack_with(tmp_path, rows(many))).labels) == many


REFUSED = [
    ("areas.csv", rows(MOST_ENTRIES + 1), "more than 20,000 entries"),
    ("areas.csv", b"id,label\n" + b"x" * 2_000_000, "too large"),
    ("areas.csv", None, "no file areas.csv"),
    ("areas.csv", b"", "is empty"),
    ("areas.csv", b"id,label\n", "is empty"),
    ("areas.csv", b"code,name\nE1,York\n", "two headings: id,label"),
    ("areas.csv", b"id,label,county\nE1,York,x\n", "two headings: id,label"),
    ("areas.csv", b"id,label\nE1,York\nE1,Malton\n", "line 3: “E1” stands there twice"),
    ("areas.csv", b"id,label\nE1\n", "line 2: write an id and a label"),
    ("areas.csv", b"id,label\nE1,York, City of\n", "quotation marks"),
    ("areas.csv", b"id,label\n,York\n", "line 2: an entry needs"),
    ("areas.txt", b"x" * 301, "line 1: an entry has at most 300"),
    ("areas.csv", b'id,label\nE1,"York\n', "not right CSV"),
    ("areas.csv", b"id,label\nE1,\xa3\n", "not text in UTF-8"),
    ("areas.csv", "id,label\nE1,York\n".encode("utf-16"), "not text in UTF-8"),
    ("areas.txt", b"York\nYork\n", "line 2: “York” stands there twice"),
    ("areas.xlsx", b"", "cannot be the name of a list"),
    ("../areas.csv", None, "cannot be the name of a list"),
    ("/etc/areas.csv", None, "cannot be the name of a list"),
    ("a\\\\areas.csv", None, "cannot be the name of a list"),
    (".areas.csv", None, "cannot be the name of a list"),
]


@pytest.mark.parametrize(("name", "list_", "why"), REFUSED)
def test_a_list_that_cannot_be_used_is_refused_in_a_sentence(
    tmp_path: Path, name: str, list_: bytes | None, why: str
) -> None:
    pack_with(tmp_path, list_, name)
    with pytest.raises(RoundError, match=why):
        load(tmp_path)
    assert any(why in finding.words for finding in lint(tmp_path, CATALOGUE))


def test_a_list_is_a_file_of_the_folder_itself(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    elsewhere = tmp_path / "secret.csv"
    elsewhere.write_bytes(b"id,label\nE1,York\n")
    pack_with(folder, None).joinpath("areas.csv").symlink_to(elsewhere)
    with pytest.raises(RoundError, match="no file"):
        load(folder)


def test_a_pack_does_not_say_its_list_twice(tmp_path: Path) -> None:
    pack_with(tmp_path, b"id,label\nE1,York\n")
    path = tmp_path / "round.toml"
    path.write_text(PACK.replace('from = "NAME"', 'from = "areas.csv"\nentries = "E"'), "utf-8")
    with pytest.raises(RoundError, match="take entries or from out"):
        load(tmp_path)


def test_all_lists_together_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack_with(tmp_path, b"id,label\nE1,York\n")
    for most, fits in ((8, True), (7, True), (6, False)):
        monkeypatch.setattr("bidwriter.rounds.registers.LARGEST_TOGETHER", most)
        if fits:
            assert load(tmp_path)
        else:
            with pytest.raises(RoundError, match="lists of this pack are too large"):
                load(tmp_path)


def test_a_carried_list_is_bounded_too() -> None:
    for entries in ("\n" * MOST_ENTRIES, "x" * 2_000_001):
        with pytest.raises(ValueError, match=r"more than 20,000|at most 2000000"):
            round_asking([{"id": "q", "kind": "register", "entries": entries}])
    assert round_asking([{"id": "q", "kind": "register", "entries": "\n" * (MOST_ENTRIES - 1)}])


ENTRIES = "E1\tYork\nE2\tSt. Ives, Cornwall\nE3\tSt Ives, Cambridgeshire\nE4\tYorkshire Dales"


def asking(**more: Any) -> Bid:
    return new_bid(round_asking([{"id": "q", "kind": "register", "entries": ENTRIES, **more}]))


TYPED = [
    ("E2", "E2"), ("York", "E1"), ("  york ", "E1"), ("Saint Ives Cornwall", "E2"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "kept"), TYPED)
def test_an_entry_is_known_by_id_or_label(typed: str, kept: str) -> None:
    bid = set_typed(asking(), "q", typed)
    assert bid.answer("q") == kept
    label = bid.round.by_id["q"].text(kept)
    assert set_typed(asking(), "q", label).answer("q") == kept


def test_what_is_in_no_list_is_refused_with_what_is_near() -> None:
    with pytest.raises(NotAllowedError, match=r"Did you mean: St\. Ives, Cornwall; St Ives"):
        set_typed(asking(), "q", "st ives")
    with pytest.raises(NotAllowedError, match="Type part of a name"):
        set_typed(asking(), "q", "London")
    with pytest.raises(NotAllowedError, match="Type part of a name"):
        set_typed(asking(), "q", "—")
    twice = new_bid(round_asking([{"id": "q", "kind": "register", "entries": "1\tA\n2\tA"}]))
    with pytest.raises(NotAllowedError, match="more than one “A”: write 1, 2"):
        set_typed(twice, "q", "A")
    assert set_typed(twice, "q", "2").answer("q") == "2"


def test_own_words_will_do_where_the_pack_says_so() -> None:
    bid = set_typed(asking(other=True), "q", " The  old mill ")
    assert bid.answer("q") == "The old mill"
    assert not [p for p in check(bid, NOW) if p.check == "form"]


def test_an_entry_that_is_gone_is_a_problem_and_kept() -> None:
    bid = set_typed(asking(), "q", "York")
    fewer = new_bid(round_asking([{"id": "q", "kind": "register", "entries": "E2\tMalton"}]))
    bid = bid.model_copy(update={"round": fewer.round})
    [problem] = [p for p in check(bid, NOW) if p.check == "form"]
    assert (problem.place, problem.words) == (
        "q", "Choose again: the list of this round has no “E1”"
    )  # fmt: skip
    assert bid.answer("q") == "E1"


def test_all_words_are_looked_for_and_what_begins_so_comes_first() -> None:
    question = asking().round.by_id["q"]
    assert isinstance(question, Register)
    assert question.find("york") == ("E1", "E4")
    assert question.find("dales york") == ("E4",)
    assert question.find("e3") == ("E3",)
    assert question.find("ives", 1) == ("E2",)
    assert question.find(" ") == question.find("zz") == ()


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ("", "no list"),
        ("1\tA\n2\ta", "Two entries are called “A”"),
        ("1\t2\n2\tB", "is the id of one entry and the label of another"),
        ("A\nB", ""),
    ],
)
def test_a_list_that_cannot_be_told_apart_is_named(entries: str, words: str) -> None:
    asked = read_round(pack_asking([{"id": "q", "kind": "register", "entries": entries}]))
    found = list(asked.by_id["q"].faults())
    assert bool(found) == bool(words)
    assert all(words in fault.words for fault in found)
