"""A round that was made: kept among the person's own, never over another."""

import shutil
from pathlib import Path

from bidwriter.desk.making_round import MadeRound
from bidwriter.desk.new_round import free_id, keep_files, taken_ids
from bidwriter.files.disk.replacing import reason
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
