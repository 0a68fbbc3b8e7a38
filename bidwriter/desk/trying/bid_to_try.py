"""A bid filled with sample and made-up answers, as a file: to open, look at and print."""

from datetime import datetime
from typing import NamedTuple

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.editing import new_bid
from bidwriter.bids.person import Stamp
from bidwriter.checks.problem import Problem
from bidwriter.desk.trying.files import file
from bidwriter.desk.trying.samples import Samples
from bidwriter.desk.trying.sampling import tried_with
from bidwriter.desk.trying.setting import Setting
from bidwriter.desk.trying.trial import moment_of
from bidwriter.files.container.bid_file import bid_bytes
from bidwriter.kinds.values.files import Files
from bidwriter.rounds.round import Round

_NO_SAMPLES = Samples()


class BidToTry(NamedTuple):
    """The bid, the bytes of its attachments, what still stops it where it could not be finished,
    the names of the questions for which no file could be made, and how many of the answers are
    the pack's samples."""

    bid: Bid
    contents: dict[str, bytes]
    stopping: tuple[Problem, ...]
    without_file: tuple[str, ...]
    sampled: int

    def file(self) -> bytes:
        """The bid file. Raises FileTroubleError."""
        return bid_bytes(self.bid, self.contents)


def bid_to_try(
    round_: Round, now: datetime, stamp: Stamp, samples: Samples = _NO_SAMPLES
) -> BidToTry:
    """A bid on a round with sample answers where there are some, the others made up; begun by
    somebody."""
    run = tried_with(round_, samples, now)
    contents, without = _contents(run.bid, Setting(round_, moment_of(round_, now)))
    kept = tuple(one for one in run.bid.attachments if one.sha256 in contents)
    bid = rebuilt(run.bid, bid_id=new_bid(round_).bid_id, changed=stamp, attachments=kept)
    sampled = sum(bid.answer(id_) == value for id_, value in samples.answers.items())
    return BidToTry(bid, contents, run.stopping, without, sampled)


def _contents(bid: Bid, setting: Setting) -> tuple[dict[str, bytes], tuple[str, ...]]:
    contents: dict[str, bytes] = {}
    without: list[str] = []
    for question in bid.asked:
        made = file(question, setting) if isinstance(question, Files) else None
        if made and made.data:
            contents[made.attachment.sha256] = made.data
        elif made:
            without.append(question.name)
    return contents, tuple(without)
