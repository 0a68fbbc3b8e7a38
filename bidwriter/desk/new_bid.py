"""Beginning a bid: an empty one for a round, or a copy of the sample to look round in."""

from pathlib import Path

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.editing import add_rows, new_bid
from bidwriter.bids.person import Stamp
from bidwriter.files.container.bid_file import bid_bytes
from bidwriter.files.disk.replacing import replace
from bidwriter.files.disk.syncing import make_folder
from bidwriter.kinds.tables.partners import Partners
from bidwriter.paths import RESOURCES
from bidwriter.rounds.round import Round

SAMPLE = RESOURCES / "samples" / "tell-us-once.bid"


def begun(round_: Round, stamp: Stamp) -> Bid:
    """An empty bid for a round, begun by somebody; their council, if it is known, leads."""
    bid = rebuilt(new_bid(round_), changed=stamp)
    council = stamp.who.council
    question = next((q for q in round_.questions if isinstance(q, Partners)), None)
    if council and question:
        bid = add_rows(bid, question.id, ({"council": council, "lead": True},))
    return bid


def write_new(path: Path, bid: Bid) -> None:
    """A bid as a file of its own. Raises FileTroubleError or OSError."""
    make_folder(path.parent)
    replace(path, bid_bytes(bid, {}))


def write_sample(path: Path) -> None:
    """A copy of the sample bid. Raises FileTroubleError or OSError."""
    make_folder(path.parent)
    replace(path, SAMPLE.read_bytes())


def free_path(folder: Path, stem: str) -> Path:
    """A name in a folder that nothing has yet: "bid.bid", "bid-2.bid"."""
    path, number = folder / f"{stem}.bid", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.bid"
    return path
