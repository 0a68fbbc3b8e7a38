"""Faults in words for the person at the command line."""

from pydantic import ValidationError

from bidwriter.desk.log import unforeseen_words
from bidwriter.files.disk.replacing import reason
from bidwriter.kinds.wording import plain_errors
from bidwriter.spoken import SpokenError


class CommandError(SpokenError):
    """A command that could not be done; the message says why in one line."""


def plain(error: Exception) -> str:
    """What happened, what is safe and what to do. What nobody foresaw goes into the log."""
    match error:
        case SpokenError():
            return str(error)
        case ValidationError():
            return plain_errors(error)[0]
        case OSError():
            name = f"“{error.filename}” " if error.filename else ""
            return f"{name}could not be read or written: {reason(error)}. Nothing was written"
        case _:
            return f"{unforeseen_words(error)}. Nothing was written"
