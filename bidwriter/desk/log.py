"""The log: what nobody foresaw, with its trace, for whoever mends it."""

import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from bidwriter.files.disk.replacing import owners_alone
from bidwriter.files.disk.syncing import make_own
from bidwriter.paths import profile


def write_down(error: BaseException) -> Path | None:
    """Write an error into the log; hands back the log, None where it cannot be written."""
    path = profile() / "bidwriter.log"
    with suppress(OSError):
        make_own(path.parent)
        with open(path, "a", encoding="utf-8", opener=owners_alone) as log:
            log.write(f"{datetime.now(UTC).isoformat()}\n")
            log.writelines(traceback.format_exception(error))
        return path
    return None


def unforeseen_words(error: BaseException) -> str:
    """What a person hears of an error that nobody foresaw, which is written down."""
    path = write_down(error)
    kind = type(error).__name__
    where = f"The details are in {path}" if path else f"It was a {kind}"
    return f"Something went wrong that was not foreseen. {where}"
