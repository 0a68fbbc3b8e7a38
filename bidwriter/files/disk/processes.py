"""Whether a process that a file names is still the one that wrote it."""

import os
import socket
from datetime import UTC, datetime, timedelta

# Clocks are set while programs run, and some systems tell a process's beginning in whole seconds.
_LEEWAY = timedelta(minutes=1)


def this_began() -> datetime:
    """When this process began, in UTC; now where the system does not say."""
    return _began(os.getpid()) or datetime.now(UTC)


def runs(process: int, computer: str, began: datetime | None = None) -> bool:
    """Whether the process with this number is there, and is the one that began then (or, where
    that is not known, any). On another computer nobody can tell, and it counts as gone."""
    found = _began(process) if process > 0 and computer == socket.gethostname() else None
    return found is not None and (began is None or abs(found - began) <= _LEEWAY)


def ran_at(process: int, computer: str, when: datetime) -> bool:
    """As `runs`, where all that is known is a moment at which it ran: a number that another
    process has since says nothing."""
    found = _began(process) if process > 0 and computer == socket.gethostname() else None
    return found is not None and found <= when + _LEEWAY


def _began(process: int) -> datetime | None:
    import psutil  # only where some file names a process

    try:
        return datetime.fromtimestamp(psutil.Process(process).create_time(), UTC)
    except (psutil.Error, OSError, OverflowError, ValueError):
        return None
