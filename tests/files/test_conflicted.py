"""Copies that sync clients leave beside a bid are found, and only those that hold something new."""

import os
import zipfile
from pathlib import Path

import pytest
from copying import Desk
from making import NOW, copy_of_sample, round_1, sample

from bidwriter.bids.bid import rebuilt
from bidwriter.bids.comment import Comment
from bidwriter.bids.editing import new_bid
from bidwriter.bids.person import Person
from bidwriter.files.container.bid_file import Opened, bid_bytes, open_file
from bidwriter.files.recovery import conflicted
from bidwriter.files.recovery.conflicted import conflicted_copies
from bidwriter.files.recovery.kept import kept


def lay(folder: Path, name: str, desk: Desk) -> Path:
    path = folder / name
    path.write_bytes(bid_bytes(desk.bid, {}, desk.history))
    return path


@pytest.mark.parametrize(
    "name",
    [
        "move-LAPTOP-7.bid",
        "move (Ruth's conflicted copy 2018-11-06).bid",
        "move (conflicted copy 2018-11-06 101500).bid",
        "move.sync-conflict-20181106-101500-ABCDEF7.bid",
        "Move (1).BID",
    ],
)
def test_a_copy_with_news_is_found_by_any_clients_name(tmp_path: Path, name: str) -> None:
    desk = Desk("Joan", sample()).types("title", "A")
    mine = lay(tmp_path, "move.bid", desk.types("title", "B"))
    other = lay(tmp_path, name, desk.sends("Ruth").types("summary", "C"))
    assert conflicted_copies(mine, kept(open_file(mine))) == (other,)
    assert conflicted_copies(other, kept(open_file(other))) == (mine,)


def test_what_brings_nothing_is_left_alone(tmp_path: Path) -> None:
    desk = Desk("Joan", sample()).types("title", "A")
    mine = lay(tmp_path, "move.bid", desk.types("title", "B"))
    lay(tmp_path, "move (1).bid", desk)  # an older copy
    lay(tmp_path, "moved.bid", desk.sends("Ruth").types("summary", "D"))
    lay(tmp_path, "other.bid", desk.sends("Ruth").types("summary", "C"))  # another name
    (tmp_path / "move (2).bid").write_bytes(b"no bid")
    copy_of_sample(tmp_path, "move-sample.bid")
    (tmp_path / "move (3).bid").mkdir()
    found = conflicted_copies(mine, kept(open_file(mine)))
    assert [path.name for path in found] == []


def test_a_known_version_is_offered_where_it_comes_with_a_new_comment(tmp_path: Path) -> None:
    desk = Desk("Joan", sample()).types("title", "A")
    said = Comment(id="said1", about="title", by=Person(name="Ruth"), when=NOW, text="Is it so?")
    mine = lay(tmp_path, "move.bid", desk)
    commented = Desk("Ruth", rebuilt(desk.bid, comments=(said,)), desk.history)
    other = lay(tmp_path, "move (1).bid", commented)
    assert conflicted_copies(mine, kept(open_file(mine))) == (other,)
    assert conflicted_copies(other, kept(open_file(other))) == ()


def test_another_bid_and_a_damaged_copy_are_not_offered(tmp_path: Path) -> None:
    desk = Desk("Joan", sample()).types("title", "A")
    mine = lay(tmp_path, "move.bid", desk)
    lay(tmp_path, "move (1).bid", Desk("Joan", new_bid(round_1())))
    copy = lay(tmp_path, "move (2).bid", desk.sends("Ruth").types("summary", "C"))
    assert conflicted_copies(mine, kept(open_file(mine))) == (copy,)
    with zipfile.ZipFile(copy, "a") as archive:
        archive.writestr("bid/data/more.txt", b"not listed")
    assert conflicted_copies(mine, kept(open_file(mine))) == ()


def test_of_very_many_copies_forty_are_looked_at(tmp_path: Path) -> None:
    desk = Desk("Joan", sample()).types("title", "A")
    mine = lay(tmp_path, "move.bid", desk)
    for n in range(41):
        lay(tmp_path, f"move ({n + 10}).bid", desk.sends("Ruth").types("summary", "C"))
    found = conflicted_copies(mine, kept(open_file(mine)))
    assert [path.name for path in found] == [f"move ({n + 10}).bid" for n in range(40)]


@pytest.mark.parametrize(("size", "opened"), [(150_000_000, 1), (150_000_001, 0)])
def test_a_very_large_copy_is_not_opened(
    tmp_path: Path, size: int, opened: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = lay(tmp_path, "move.bid", Desk("Joan", sample()))
    own = kept(open_file(mine))
    other = tmp_path / "move (1).bid"
    other.touch()
    os.truncate(other, size)
    tried = list[Path]()

    def noted(path: Path, *, to_change: bool) -> Opened:
        tried.append(path)
        return open_file(path, to_change=to_change)

    monkeypatch.setattr(conflicted, "open_file", noted)
    assert conflicted_copies(mine, own) == ()
    assert tried == [other] * opened
