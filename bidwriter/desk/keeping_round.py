"""A round that was made: kept among the person's own, never over another, or only tried."""

import shutil
from datetime import datetime
from pathlib import Path

from bidwriter.bids.person import Stamp
from bidwriter.desk.making_round import MadeRound, as_round
from bidwriter.desk.new_round import free_id, keep_files, taken_ids
from bidwriter.desk.trying.bid_to_try import bid_to_try
from bidwriter.files.disk.replacing import reason, replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.rounds import library
from bidwriter.rounds.loading import RoundError, load
from bidwriter.rounds.round import Round


def other_id(made: MadeRound) -> str:
    """The id that a round can be kept by where its own is that of another round, or the name of
    something in the folder for one's own; "" where its own is free."""
    taken = taken_ids()
    return free_id(made.id, taken) if made.id in taken else ""


def keep_own(made: MadeRound) -> tuple[Round, Path]:
    """Keep a round in a new folder among the person's own; hands back both. Raises
    FileTroubleError, and nothing is kept."""
    folder = library.own_folder() / made.id
    try:
        keep_files(made.files, folder)
    except OSError as error:
        raise FileTroubleError(
            f"The folder “{folder}” cannot be written: {reason(error)}"
        ) from None
    try:
        return load(folder), folder
    except RoundError as error:
        shutil.rmtree(folder, ignore_errors=True)  # it is ours: it was not there before
        raise FileTroubleError(str(error)) from None


def write_trial(made: MadeRound, path: Path, stamp: Stamp, now: datetime) -> None:
    """Write a bid on the round with made-up answers. Raises FileTroubleError and RoundError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = f"The folder “{path.parent}” cannot be made: {reason(error)}"
        raise FileTroubleError(why) from None
    replace(path, bid_to_try(as_round(made), now, stamp).file())
