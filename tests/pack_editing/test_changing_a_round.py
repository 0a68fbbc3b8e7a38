"""A round that is changed: its draft, its versions, what bids are told, and rounds sent as files."""

import io
import zipfile
from pathlib import Path

import pytest

from bidwriter.bids.editing import new_bid, take_round
from bidwriter.desk import changing_round
from bidwriter.desk.changing_round import (
    RoundWork,
    draft_folder,
    keep_draft,
    linted,
    needs_version,
    open_round,
    put_in_place,
    raised,
    told_to_bids,
)
from bidwriter.desk.new_round import empty_round
from bidwriter.desk.sharing_round import round_file, take_in
from bidwriter.files.disk.replacing import replace as real_replace
from bidwriter.files.disk.trouble import FileTroubleError, NotSavedError
from bidwriter.pack_editing.questions import added, with_kind, with_name, with_options, without
from bidwriter.pack_editing.texts import PackTexts
from bidwriter.rounds import library
from bidwriter.rounds.between import counted, differences
from bidwriter.rounds.loading import RoundError, load
from bidwriter.rounds.round import Round


@pytest.fixture
def work() -> RoundWork:
    work = open_round(empty_round("Halls Fund", ""))
    texts, need = added(work.texts, "Describe the need", kind="rich-text")
    texts = with_name(texts, need, "limit", {"words": 300})
    texts, where = added(texts, "Where?", kind="choose-one")
    texts = with_options(texts, where, ["North", "South"])
    return put_in_place(work._replace(texts=texts), "1.0")


def changed(work: RoundWork, texts: PackTexts) -> RoundWork:
    return work._replace(texts=texts)


def test_a_draft_waits_and_the_round_stays_as_it_was(work: RoundWork) -> None:
    before = load(work.home)
    later = changed(work, with_name(work.texts, "title", "hint", "Be brief"))
    keep_draft(later)
    assert load(work.home) == before
    again = open_round(work.home)
    assert (again.is_continued, again.is_changed, again.texts.files) == (
        True, True, later.texts.files,
    )  # fmt: skip
    done = put_in_place(again, "1.1")
    assert not draft_folder(work.home).exists()
    assert (done.is_changed, load(work.home).version) == (False, "1.1")
    assert load(work.home).by_id["title"].hint == "Be brief"


def test_a_torn_draft_is_put_away(work: RoundWork) -> None:
    keep_draft(changed(work, with_name(work.texts, "title", "hint", "Be brief")))
    (draft_folder(work.home) / "questions.toml").write_text("[[questions")
    again = open_round(work.home)
    assert (again.is_continued, again.is_changed) == (False, False)


def test_what_has_faults_never_takes_the_place_of_a_round(work: RoundWork) -> None:
    before = load(work.home)
    broken = changed(work, with_kind(work.texts, "title", "choose-one"))
    assert linted(broken).round is None
    with pytest.raises(RoundError, match=r"something to mend first.*Your draft is kept"):
        put_in_place(broken, "1.1")
    assert load(work.home) == before


def test_a_write_that_fails_leaves_the_version_before(
    work: RoundWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in work.home.iterdir()}
    later = changed(work, with_name(work.texts, "title", "hint", "Be brief"))
    written: list[Path] = []

    def replace(path: Path, data: bytes) -> None:
        written.append(path)
        if len(written) == 2:  # the second of two files
            raise NotSavedError("The disk is full", "Make room")
        real_replace(path, data)

    monkeypatch.setattr("bidwriter.desk.changing_round.replace", replace)
    with pytest.raises(NotSavedError):
        put_in_place(later, "1.1")
    assert {path.name: path.read_bytes() for path in work.home.iterdir()} == before


@pytest.mark.parametrize(
    ("version", "after"), [("1.0", "1.1"), ("1.9", "1.10"), ("2", "2.1"), ("1.0.3", "1.0.4")]
)
def test_versions_rise(version: str, after: str) -> None:
    assert raised(version) == after


def test_bids_are_told_what_changes_and_take_it_as_one_change(work: RoundWork) -> None:
    texts = with_name(work.texts, "title", "wording", "What is the bid called?")
    texts = with_name(texts, "need", "limit", {"words": 250})
    texts = with_options(texts, "where", ["North", "East"])
    texts, new = added(texts, "Who pays?", kind="short-text")
    later = changed(work, texts)
    assert needs_version(later)
    told = told_to_bids(later)
    assert [(one.sort, one.question, one.words) for one in told] == [
        ("reworded", "title", "“What do you call this bid?” now reads “What is the bid called?”"),
        ("limit", "need", "“Describe the need”: 250 words, not 300 words"),
        ("offers", "where", "“Where?”: “South” reads “East”"),
        ("new", new, "New: “Who pays?”, and it must be answered"),
    ]
    assert counted(told) == ("1 new, 1 reworded, 1 with another limit, 1 that offer other answers")
    done = put_in_place(later, "1.1")
    assert done.before is not None
    bid = new_bid(load(work.home))
    assert take_round(bid, done.before).round.version == "1.1"
    assert not needs_version(done)
    assert told_to_bids(done) == ()


def test_what_goes_and_what_is_wanted_otherwise_is_told(work: RoundWork) -> None:
    mine = load(work.home)

    def told(texts: PackTexts) -> list[tuple[str, str, bool]]:
        later = changing_round.as_round(changed(work, texts))
        return [(one.sort, one.words, one.matters) for one in differences(mine, later)]

    assert told(work.texts) == []
    (gone,) = told(without(work.texts, "need"))
    assert gone == (
        "dropped", "No longer asked: “Describe the need”. An answer is kept and not exported", True,
    )  # fmt: skip
    (optional,) = told(with_name(work.texts, "need", "optional", value=True))
    assert optional == ("wanted", "“Describe the need” may be left empty now", False)
    texts = with_kind(work.texts, "need", "money")
    (kind,) = told(texts)
    assert kind[0::2] == ("kind", True)
    terms = {"question": "where", "is": ["north"]}
    (asked,) = told(with_name(added(work.texts, "x")[0], "title", "asked-when", terms))[:1]
    assert asked[0] == "asked"
    (closes,) = told(work.texts.with_value(("closes",), {"day": "2027-03-31", "time": "17:00"}))
    assert closes == ("rules", "It closes on Wed 31 Mar 2027 at 17:00", True)
    fewer = with_options(work.texts, "where", ["North"])
    (offers,) = told(with_options(fewer, "where", ["North", "Else", "More"]))
    assert offers == ("offers", "“Where?”: “Else”, “More” new; “South” gone", True)


# --- as a file -------------------------------------------------------------------------------


def sent(work: RoundWork) -> bytes:
    return round_file(work.home)


def forget(work: RoundWork) -> None:
    for path in work.home.iterdir():
        path.unlink()
    work.home.rmdir()


def test_a_round_is_sent_and_taken_in(work: RoundWork) -> None:
    data, made = sent(work), load(work.home)
    assert data == sent(work)
    folder, same = take_in(data, "halls.round")
    assert (folder, same) == (work.home, made)  # it is there already
    forget(work)
    folder, same = take_in(data, "halls.round")
    assert (folder, same) == (library.own_folder() / "halls-fund", made)


def test_another_of_the_same_version_is_refused(work: RoundWork) -> None:
    data = sent(work)
    later = changed(work, with_name(work.texts, "title", "hint", "Be brief"))
    put_in_place(later, "1.0")
    with pytest.raises(RoundError, match=r"another version 1\.0 with other content.*taken in"):
        take_in(data, "halls.round")
    put_in_place(later, "1.1")
    folder, made = take_in(data, "halls.round")
    assert (folder.name, made.version) == ("halls-fund-2", "1.0")
    assert library.find("halls-fund").round.version == "1.1"


def zipped(**files: str | bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, data in files.items():
            parts.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK nothing", "is damaged or no round"),
        (zipped(), "no round.toml in it"),
        (zipped(**{"../round.toml": "x"}), "no file of a round"),
        (zipped(**{"a/round.toml": "x"}), "no file of a round"),
        (zipped(**{"round.toml": "x", "run.exe": "x"}), "no file of a round"),
        (zipped(**{"round.toml": "x", "CON .toml": "x"}), "no file of a round"),
        (zipped(**{"round.toml": "x", "ROUND.toml": "y"}), "two files of one name"),
        (zipped(**{"round.toml": b"#" * 2_000_001}), "more than a round has"),
        (zipped(**{f"a{at}.toml": "" for at in range(61)}), "more than a round has"),
        (zipped(**{"round.toml": "a = "}), "is not right TOML"),
        (zipped(**{"round.toml": "id = 'a'"}), "cannot be used"),
    ],
)
def test_what_is_no_round_is_refused_and_leaves_nothing(data: bytes, said: str) -> None:
    with pytest.raises((FileTroubleError, RoundError), match=said) as refused:
        take_in(data, "halls.round")
    assert str(refused.value).endswith("Nothing was taken in")
    folder = library.own_folder()
    assert not folder.exists() or not list(folder.iterdir())


def test_whoever_reads_differences_meets_no_round_twice(work: RoundWork) -> None:
    mine: Round = load(work.home)
    assert counted(differences(mine, mine)) == "Nothing that officers see differs"
