"""A bid on a round with made-up answers, as a file where somebody wants it."""

from datetime import datetime
from pathlib import Path

from bidwriter.bids.person import Stamp
from bidwriter.desk.trying.bid_to_try import bid_to_try
from bidwriter.desk.trying.samples import Samples
from bidwriter.files.disk.replacing import reason, replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.rounds.round import Round

_NO_SAMPLES = Samples()


def write_trial(
    round_: Round, path: Path, stamp: Stamp, now: datetime, samples: Samples = _NO_SAMPLES
) -> None:
    """Write it. Raises FileTroubleError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = f"The folder “{path.parent}” cannot be made: {reason(error)}"
        raise FileTroubleError(why) from None
    replace(path, bid_to_try(round_, now, stamp, samples).file())
