"""`export`: write the package, and read it back before saying that it is there."""

import argparse
from pathlib import Path

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.cli.output import say
from bidwriter.cli.trouble import CommandError
from bidwriter.exports.package import ExportStoppedError, Wanted, make_package
from bidwriter.exports.verifying import verify
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.replacing import replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery.kept import kept


def export(options: argparse.Namespace) -> int:
    """Write the package; exit 1, and nothing written, if something stops it."""
    opened = open_file(options.file, to_change=False)
    _check_target(options.out)
    if options.history and options.public:
        raise CommandError(
            "A public copy never carries the history: it names people and holds what was withheld"
        )
    wanted = Wanted(
        "draft" if options.draft else "final",
        "public" if options.public else "full",
        _ticked(opened.bid, options.publish),
        options.publish_found,
        kept(opened).whole_history() if options.history else b"",
    )
    try:
        made = make_package(opened.bid, opened.contents, wanted, clock.now())
    except ExportStoppedError as error:
        say(*(f"Stops export: {p.words}  [{p.place}]" for p in error.problems))
        say(f"{error}. Nothing was written; --draft exports a draft")
        return 1
    replace(options.out, made.data)
    found = verify(options.out)
    say(f"{options.out}: {found.finding}", f"Content hash: {found.content_hash}")
    return 0 if found.whole else 1


def _check_target(path: Path) -> None:
    """An earlier package may be replaced; any other file is left alone."""
    if not path.exists():
        return
    try:
        if open_file(path).kind == "package":
            return
    except FileTroubleError:
        pass
    raise CommandError(f"“{path.name}” is there already and is not a package. Nothing was written")


def _ticked(bid: Bid, names: list[str]) -> frozenset[str]:
    known = {a.name: a.sha256 for a in bid.attachments}
    for name in names:
        if name not in known:
            raise CommandError(
                f"There is no attachment “{name}”. Attached: {', '.join(known) or 'none'}"
            )
    return frozenset(known[name] for name in names)
