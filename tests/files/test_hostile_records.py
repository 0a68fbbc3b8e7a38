"""Bids and rounds from anyone, bent in any place: refused in a sentence, or opened and usable."""

import copy
import json
import random
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW, SAMPLE

from bidwriter.bids.record.record import record
from bidwriter.bids.telling.summary import summary
from bidwriter.checks.checking import check
from bidwriter.checks.progress import progress
from bidwriter.exports.verifying import lines, report
from bidwriter.files.container import bag
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.files.disk.trouble import FileTroubleError

MANY = settings(max_examples=tries(120))
NASTY: list[Any] = [
    None, True, 0, -1, 10**15, "", "x" * 3000, "<img src=x>", "&amp;", "../../etc/passwd", "\u202e", "\x07",
    "NaN", "1e999", "1.005", [], {}, [[]], {"withheld": True}, {"a": {"b": []}}, ["a", 1, None],
    "2018-13-45", "E07000164", "E99999999", "{{figure:x}}", "😀", "-1.00", "cost-lines/x/y/z", "evidence/a/1",
]  # fmt: skip


@lru_cache(maxsize=1)
def parts() -> tuple[bytes, bytes]:
    with zipfile.ZipFile(SAMPLE) as archive:
        return archive.read("bid/data/bid.json"), archive.read("bid/data/round.json")


def bent(data: bytes, seed: int, bends: int) -> bytes:
    """`data` with a few values replaced, taken out, added or doubled at random places."""
    chance, value = random.Random(seed), json.loads(data)
    for _ in range(bends):
        _bend(value, chance)
    return json.dumps(value).encode()


def _bend(value: Any, chance: random.Random) -> None:
    at = value
    while isinstance(at, dict | list) and at:
        key = chance.choice(list(at)) if isinstance(at, dict) else chance.randrange(len(at))
        if isinstance(at[key], dict | list) and at[key] and chance.random() < 0.8:
            at = at[key]
            continue
        match chance.randrange(4):
            case 0:
                del at[key]
            case 1 if isinstance(at, list):
                at.append(copy.deepcopy(at[key]))
            case 2 if isinstance(at, dict):
                at["surprise"] = copy.deepcopy(chance.choice(NASTY))
            case _:
                at[key] = copy.deepcopy(chance.choice(NASTY))
        return


def use(path: Path) -> None:
    """Everything that is done with a file from anyone."""
    try:
        opened = open_file(path)
    except FileTroubleError as error:
        assert "\n" not in str(error)
        assert len(str(error)) < 400
        return
    for _ in summary(opened.bid):
        pass
    progress(opened.bid, check(opened.bid, NOW))
    assert lines(report(opened))
    json.dumps(record(opened.bid, whole=True))
    bid_bytes(opened.bid, opened.contents)


@MANY
@given(st.integers(0, 10**9), st.integers(1, 4))
def test_a_bent_record_is_refused_or_usable(tmp_path: Path, seed: int, bends: int) -> None:
    record_data, round_data = parts()
    path = tmp_path / "x.bid"
    path.write_bytes(
        bag.write("bid", {"bid.json": bent(record_data, seed, bends), "round.json": round_data}, {})
    )
    use(path)


@MANY
@given(st.integers(0, 10**9), st.integers(1, 4))
def test_a_bent_round_is_refused_or_usable(tmp_path: Path, seed: int, bends: int) -> None:
    record_data, round_data = parts()
    raw = json.loads(record_data)
    raw["round"]["hash"] = ""
    path = tmp_path / "x.bid"
    payload = {"bid.json": json.dumps(raw).encode(), "round.json": bent(round_data, seed, bends)}
    path.write_bytes(bag.write("bid", payload, {}))
    use(path)
