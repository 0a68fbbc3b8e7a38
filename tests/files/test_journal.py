"""The journal: what it took survives, whatever happens to its end."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import NOW, copy_of_sample, sample

from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, apply, diff
from bidwriter.bids.editing import attach
from bidwriter.bids.typed import set_typed
from bidwriter.files.attachments import attachment
from bidwriter.files.bid_file import bid_bytes, open_file
from bidwriter.files.journal import Journal
from bidwriter.files.keeping import ChangedElsewhereError, Keeper
from bidwriter.files.trouble import FileTroubleError

TITLES = ["First", "Second", "Third"]


def titled(bid: Bid, title: str) -> Change:
    return Change(when=NOW, words="Title", edits=diff(bid, set_typed(bid, "title", title)))


def journal_with(path: Path, titles: list[str]) -> Journal:
    journal = Journal(sample().bid_id, path)
    journal.clear()
    bid = sample()
    for title in titles:
        change = titled(bid, title)
        journal.append([change], "base")
        bid = apply(bid, change)
    return journal


def test_recovers_what_was_not_saved(tmp_path: Path) -> None:
    found = journal_with(tmp_path / "a.bid", TITLES).recover(sample(), "x")
    assert found is not None
    assert found.bid.title == "Third"
    assert (len(found.changes), found.lost, found.last) == (3, 0, NOW)


def test_a_torn_tail_loses_only_itself_and_the_next_append_counts(tmp_path: Path) -> None:
    journal = journal_with(tmp_path / "a.bid", TITLES)
    whole = journal.file.read_bytes()
    journal.file.write_bytes(whole[:-7])
    found = journal.recover(sample(), "x")
    assert found is not None
    assert found.bid.title == "Second"
    journal.append([titled(found.bid, "Fourth")], "base")
    again = journal.recover(sample(), "x")
    assert again is not None
    assert again.bid.title == "Fourth"


@settings(
    max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.integers(0, 10**6), st.integers(0, 7))
def test_flipped_bits_never_make_up_a_change(tmp_path: Path, at: int, bit: int) -> None:
    journal = journal_with(tmp_path / "a.bid", TITLES)
    data = bytearray(journal.file.read_bytes())
    data[at % len(data)] ^= 1 << bit
    journal.file.write_bytes(data)
    found = journal.recover(sample(), "x")
    assert found is None or found.bid.title in [sample().title, *TITLES]


def test_a_crash_between_saving_and_emptying_repeats_nothing(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    opened = open_file(path)
    journal = Journal(opened.bid.bid_id, path)
    change = titled(opened.bid, "First")
    journal.append([change], opened.digest)
    saved = apply(opened.bid, change)
    path.write_bytes(bid_bytes(saved, {}))
    again = open_file(path)
    journal.saving(again.digest)
    assert journal.recover(again.bid, again.digest) is None


def test_saving_empties_the_journal_and_keeps_what_came_later(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    opened = open_file(path)
    keeper = Keeper(Journal(opened.bid.bid_id, path), path, opened.digest)
    first = titled(opened.bid, "First")
    keeper.append((first,))
    bid = apply(opened.bid, first)
    keeper.save((), bid_bytes(bid, {}))
    assert not keeper.journal.file.exists()
    keeper.append((titled(bid, "Second"),))
    again = open_file(path)
    found = keeper.journal.recover(again.bid, again.digest)
    assert found is not None
    assert found.bid.title == "Second"


def test_a_file_changed_elsewhere_is_not_overwritten(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    opened = open_file(path)
    keeper = Keeper(Journal(opened.bid.bid_id, path), path, opened.digest)
    path.write_bytes(b"a partner's version")
    change = titled(opened.bid, "First")
    with pytest.raises(ChangedElsewhereError):
        keeper.save((change,), b"mine")
    assert path.read_bytes() == b"a partner's version"
    found = keeper.journal.recover(opened.bid, "x")
    assert found is not None
    assert found.bid.title == "First"


def test_attachments_survive_a_crash(tmp_path: Path) -> None:
    journal = Journal(sample().bid_id, tmp_path / "a.bid")
    data = b"%PDF-1.7 letter"
    made = attachment("letter.pdf", data)
    journal.keep(made.sha256, data)
    journal.append([Change(when=NOW, edits=diff(sample(), attach(sample(), made)))], "base")
    found = journal.recover(sample(), "x")
    assert found is not None
    assert found.bid.attachments == (made,)
    assert found.contents == {made.sha256: data}
    journal.clear()
    assert journal.recover(sample(), "x") is None


def test_a_journal_that_cannot_be_written_says_so(tmp_path: Path, own_profile: Path) -> None:
    (own_profile / "recovery").write_text("in the way")
    with pytest.raises(FileTroubleError, match="recovery copy"):
        Journal(sample().bid_id, tmp_path / "a.bid").append([titled(sample(), "x")], "b")
