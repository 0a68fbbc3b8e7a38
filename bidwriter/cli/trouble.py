"""Faults in words for the person at the command line."""

import traceback
from datetime import UTC, datetime

from pydantic import ValidationError

from bidwriter.bids.changes import ChangeError
from bidwriter.bids.history.log import HistoryError
from bidwriter.bids.joining.copies import JoinError
from bidwriter.files.disk.replacing import reason
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.wording import plain_errors
from bidwriter.paths import profile
from bidwriter.rounds.loading import RoundError


class CommandError(Exception):
    """A command that could not be done; the message says why in one line."""


def plain(error: Exception) -> str:
    """What happened, what is safe and what to do. What nobody foresaw goes into the log."""
    match error:
        case (
            NotAllowedError()
            | FileTroubleError()
            | RoundError()
            | ChangeError()
            | HistoryError()
            | JoinError()
        ):
            return str(error)
        case ValidationError():
            return plain_errors(error)[0]
        case OSError():
            name = f"“{error.filename}” " if error.filename else ""
            return f"{name}could not be read or written: {reason(error)}. Nothing was written"
        case _:
            return f"Something went wrong that was not foreseen. Nothing was written. {_log(error)}"


def _log(error: Exception) -> str:
    try:
        path = profile() / "bidwriter.log"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC).isoformat()}\n")
            log.writelines(traceback.format_exception(error))
    except OSError:
        return f"It was a {type(error).__name__}"
    return f"The details are in {path}"
