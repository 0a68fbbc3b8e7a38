"""What the commands that change a bid share: who does it, opening it, saving it."""

import argparse
from pathlib import Path

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.bids.person import Person, Stamp
from bidwriter.cli.output import warn
from bidwriter.cli.trouble import CommandError
from bidwriter.desk import changing
from bidwriter.files import settings
from bidwriter.files.container.bid_file import Opened


def free(path: Path) -> Path:
    """A name that nothing has yet. Raises CommandError."""
    if path.exists():
        raise CommandError(
            f"“{path.name}” is there already. Choose another name; nothing was written"
        )
    return path


def person(options: argparse.Namespace) -> Person:
    """Who makes the change: `--as`, or the person of the settings."""
    if options.name is None:
        return settings.load().person
    return Person(id="", name=options.name, council=options.council)


def stamp(options: argparse.Namespace) -> Stamp:
    """Who makes the change, and when."""
    return Stamp(who=person(options), when=clock.now())


def open_to_change(path: Path, options: argparse.Namespace) -> Opened:
    """A bid file that may be changed; what it holds that is not known is said. Raises
    FileTroubleError or ClosedError."""
    opened = changing.open_to_change(path, although_open=options.although_open)
    if opened.unknown:
        warn(opened.unknown)
    return opened


def save_change(  # noqa: PLR0917
    path: Path, opened: Opened, new: Bid, options: argparse.Namespace, words: str,
    contents: dict[str, bytes] | None = None, *, apart: bool = False,
) -> None:  # fmt: skip
    """Apply what differs between the opened bid and `new` as one change, and save. `apart`: as a
    version of its own in the history."""
    changing.save_change(
        path, opened, new, stamp(options), words=words, contents=contents, apart=apart
    )
