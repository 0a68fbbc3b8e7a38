"""What the commands share: printing, opening a bid to change it, saving it."""

import argparse
import json
from pathlib import Path
from typing import Any

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, apply, diff
from bidwriter.bids.history.recording import Doing
from bidwriter.bids.lending import closed_part
from bidwriter.bids.person import Person
from bidwriter.cli.trouble import CommandError
from bidwriter.files import history_file, lock, settings
from bidwriter.files.bid_file import Opened, bid_bytes, open_file
from bidwriter.files.keeping import replace_known


def free(path: Path) -> Path:
    """A name that nothing has yet. Raises CommandError."""
    if path.exists():
        raise CommandError(
            f"“{path.name}” is there already. Choose another name; nothing was written"
        )
    return path


def say(*lines: str) -> None:
    """Print lines."""
    for line in lines:
        print(line)  # noqa: T201


def say_json(value: Any) -> None:
    """Print a value as JSON."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def person(options: argparse.Namespace) -> Person:
    """Who makes the change: `--as`, or the person of the settings."""
    if options.name is None:
        return settings.load().person
    return Person(id="", name=options.name, council=options.council)


def open_to_change(path: Path) -> Opened:
    """A bid file that may be changed. Raises FileTroubleError or CommandError."""
    opened = open_file(path)
    if opened.kind == "package":
        raise CommandError(
            f"“{path.name}” is a package; packages are never changed. Change the bid file"
        )
    if not opened.bag.whole:
        raise CommandError(
            f"“{path.name}” does not match the checksums in it (see: bidwriter verify), so it is "
            "only read. It has not been changed"
        )
    if holder := lock.held_by_other(path):
        raise CommandError(
            f"“{path.name}” is open in bidwriter ({holder.user} on {holder.computer}); "
            "close it first"
        )
    return opened


def save_change(  # noqa: PLR0917
    path: Path, opened: Opened, new: Bid, options: argparse.Namespace, words: str,
    contents: dict[str, bytes] | None = None,
) -> None:  # fmt: skip
    """Apply what differs between the opened bid and `new` as one change, and save."""
    edits = diff(opened.bid, new)
    if not edits:
        return
    if (part := closed_part(opened.bid, edits)) is not None:
        raise CommandError(f"“{part}” is for reading in this copy; whoever sent it closed it")
    change = Change(who=person(options), when=clock.now(), words=words, edits=edits)
    saved = apply(opened.bid, change)
    doing = Doing(change.who, change.when)
    history = history_file.recorded(opened.history, opened.bid, saved, doing)
    kept = {**opened.contents, **(contents or {})}
    replace_known(path, bid_bytes(saved, kept, history, opened.others), opened.digest)
