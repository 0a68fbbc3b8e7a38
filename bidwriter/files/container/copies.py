"""Copies of a bid as files: read with their history, and the history of what was joined."""

from collections.abc import Iterable
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.history.recording import Doing
from bidwriter.bids.joining.copies import Copy, Joining
from bidwriter.files.container import history_file
from bidwriter.files.container.bid_file import Opened


class ReadCopy(NamedTuple):
    """A copy and the bytes that it came with: its history, and its attachments by SHA-256."""

    copy: Copy
    history: bytes
    contents: dict[str, bytes]


def read_copy(opened: Opened, name: str) -> ReadCopy:
    """What a bid file holds, ready to be joined."""
    return copy_now(opened.bid, opened.history, opened.contents, name)


def copy_now(bid: Bid, history: bytes, contents: dict[str, bytes], name: str) -> ReadCopy:
    """The same of a bid in memory whose history goes up to `bid`, or not quite."""
    settled = history_file.settled(history, bid)
    log = history_file.read_log(settled, bid.bid_id)
    return ReadCopy(Copy(bid, log, name), settled, contents)


def joined_history(
    mine: ReadCopy, others: Iterable[ReadCopy], joining: Joining, after: Bid, doing: Doing
) -> bytes:
    """The history after joining: all that any copy knows, then one version that comes from all
    of them."""
    data = mine.history
    for other in others:
        data = history_file.with_others(data, other.history)
    joined = doing._replace(parents=joining.heads[1:])
    return history_file.recorded_join(data, mine.copy.head, mine.copy.bid, after, joined)
