"""A bid as its file will hold it: with its history up to a certain bid, as one value.

What reads and writes history is loaded when it is first needed, never to open a file.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.files.container.bid_file import Opened, bid_bytes

if TYPE_CHECKING:
    from bidwriter.bids.history.log import Log, Named
    from bidwriter.bids.history.recording import Doing
    from bidwriter.files.container.copies import ReadCopy


class Kept(NamedTuple):
    """`history` goes up to `bid`; `others` are files in the bag that are none of bidwriter's."""

    bid: Bid
    history: bytes
    others: Mapping[str, bytes]

    def after(self, bid: Bid, doing: "Doing") -> "Kept":
        """With what makes the bid into `bid` recorded."""
        if bid is self.bid:
            return self
        from bidwriter.files.container import history_file

        return Kept(bid, history_file.recorded(self.history, self.bid, bid, doing), self.others)

    def named(self, name: "Named") -> "Kept":
        """With a version named."""
        from bidwriter.files.container import history_file

        return self._replace(history=history_file.named(self.whole_history(), name))

    def whole_history(self) -> bytes:
        """The history up to this very bid."""
        from bidwriter.files.container import history_file

        return history_file.settled(self.history, self.bid)

    def log(self) -> "Log":
        """The whole history, read; its last version is the bid."""
        from bidwriter.files.container import history_file

        return history_file.read_log(self.whole_history(), self.bid.bid_id)

    def last_alone(self) -> "Kept":
        """Without any earlier version, for a copy that is given away."""
        from bidwriter.files.container import history_file

        return self._replace(history=history_file.last_alone(self.history, self.bid))

    def forgotten(self) -> "Kept":
        """With every earlier version forgotten, and never to come back by joining."""
        from bidwriter.files.container import history_file

        return self._replace(history=history_file.forgotten(self.history, self.bid))

    def copy(self, contents: dict[str, bytes], file: str) -> "ReadCopy":
        """The bid as a copy to join others into."""
        from bidwriter.files.container.copies import copy_now

        return copy_now(self.bid, self.history, contents, file)

    def file(self, contents: Mapping[str, bytes]) -> bytes:
        """The file's bytes."""
        return bid_bytes(self.bid, contents, self.history, self.others)


def kept(opened: Opened) -> Kept:
    """The bid as it was opened."""
    return Kept(opened.bid, opened.history, opened.others)
