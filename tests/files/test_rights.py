"""Who may read what bidwriter writes: what is new its owner alone, whatever the system would let
others do; what was there keeps its rights."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from making import NOW, copy_of_sample, sample

from bidwriter.bids.person import Person
from bidwriter.cli import run
from bidwriter.desk.log import write_down
from bidwriter.desk.new_bid import write_new
from bidwriter.files import settings
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk import lock
from bidwriter.files.disk.holding import alone
from bidwriter.files.disk.replacing import replace
from bidwriter.files.recovery.journal import Journal
from bidwriter.files.recovery.keeping import Keeper

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
UMASKS = [0o000, 0o002, 0o022, 0o027, 0o077]


@pytest.fixture(params=UMASKS, ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_everything_in_the_own_folder_is_the_owners(
    umask: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "data" / "bidwriter"
    monkeypatch.setenv("BIDWRITER_PROFILE", str(own))
    settings.save(settings.Settings(person=Person(name="Joan")))
    write_down(ValueError("x"))
    with alone(own / "saving.lock"):
        pass
    keeper = Keeper(Journal("b" * 20, tmp_path / "a.bid"), tmp_path / "a.bid", "")
    keeper.keep("ab" * 32, b"a letter")
    made = [own, *own.rglob("*")]
    assert len(made) > 6
    assert {rights(path) for path in made if path.is_dir()} == {0o700}
    assert {rights(path) for path in made if path.is_file()} == {0o600}
    keeper.close()


def test_what_is_new_is_the_owners_and_what_was_there_keeps_its_rights(
    umask: int, tmp_path: Path
) -> None:
    bid = tmp_path / "a.bid"
    write_new(bid, sample())
    made, table = tmp_path / "b.bid", tmp_path / "a.csv"
    assert run(["new", "local-digital-fund-2018", str(made)]) == 0
    assert run(["costs", str(bid), "--csv", str(table)]) == 0
    assert {rights(path) for path in (bid, made, table)} == {0o600}
    for shared in (0o664, 0o640, 0o600):
        bid.chmod(shared)
        replace(bid, bid.read_bytes())
        assert rights(bid) == shared
    assert open_file(bid).whole


@pytest.mark.parametrize("umask", [0o000], indirect=True)
def test_a_package_is_the_owners(umask: int, tmp_path: Path) -> None:
    package = tmp_path / "a.zip"
    assert run(["export", str(copy_of_sample(tmp_path)), str(package), "--draft"]) in (0, 1)
    assert rights(package) == 0o600


@pytest.mark.parametrize(("of_bid", "of_mark"), [(0o600, 0o600), (0o664, 0o644), (0o640, 0o640)])
def test_the_mark_beside_a_bid_is_for_those_who_may_read_the_bid(
    umask: int, tmp_path: Path, of_bid: int, of_mark: int
) -> None:
    bid = copy_of_sample(tmp_path)
    bid.chmod(of_bid)
    assert lock.take(bid, NOW)
    (mark,) = tmp_path.glob(".*.open")
    assert rights(mark) == of_mark
    mark.chmod(0o666)
    assert lock.take(bid, NOW)
    assert rights(mark) == 0o666
    lock.release(bid)
