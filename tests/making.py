"""Bids to test with, made through the public face."""

import json
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import new_bid
from bidwriter.bids.typed.setting import set_typed
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.paths import RESOURCES
from bidwriter.rounds.languages import in_language
from bidwriter.rounds.library import find
from bidwriter.rounds.loading import load
from bidwriter.rounds.round import Round

NOW = datetime(2018, 11, 6, 10, 32, tzinfo=UTC)
WELSH_PACK = Path(__file__).parent / "welsh_pack"
SAMPLE = RESOURCES / "samples" / "tell-us-once.bid"


@lru_cache(maxsize=1)
def round_1() -> Round:
    """The Local Digital Fund's round 1."""
    return find("local-digital-fund-2018").round


@lru_cache(maxsize=1)
def halls() -> Round:
    """A small made-up round whose pack has most of its texts in Welsh too; shown in English."""
    return load(WELSH_PACK)


def welsh_bid(values: dict[str, str]) -> Bid:
    """A bid in Welsh to that round, with typed values."""
    bid = new_bid(in_language(halls(), "cy"))
    for place, value in values.items():
        bid = set_typed(bid, place.split("#")[0], value)
    return bid


@lru_cache(maxsize=1)
def sample() -> Bid:
    """The sample bid, complete."""
    return open_file(SAMPLE).bid


def bid_with(values: dict[str, str | dict[str, object]]) -> Bid:
    """An otherwise empty bid for round 1 with typed values; a dict is a row."""
    bid = new_bid(round_1())
    for place, value in values.items():
        root = place.split("#")[0]
        bid = set_typed(bid, root, value if isinstance(value, str) else json.dumps(value))
    return bid


def copy_of_sample(folder: Path, name: str = "bid.bid") -> Path:
    """A copy of the sample file."""
    path = folder / name
    path.write_bytes(SAMPLE.read_bytes())
    return path


@lru_cache(maxsize=1)
def plain_sample() -> Bid:
    """The sample, its cost lines without category, months, VAT and source."""
    bid = sample()
    for row in rows_of(bid, "cost-lines"):
        for cell in ("category", "stage", "vat", "source"):
            bid = set_typed(bid, f"cost-lines/{row.id}/{cell}", "")
    return bid


def copy_of_plain_sample(folder: Path, name: str = "bid.bid") -> Path:
    """A file of the plain sample."""
    path = folder / name
    path.write_bytes(bid_bytes(plain_sample(), {}))
    return path
