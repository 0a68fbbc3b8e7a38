"""Making and writing a package off the interface thread, step by step."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.exports.package import STEPS, Package, Wanted, make_package
from bidwriter.exports.verifying import Report, verify
from bidwriter.files.disk.replacing import replace
from bidwriter.ui.jobs import Steps

ALL_STEPS = (*STEPS[:-1], "Save the file", STEPS[-1])


class Exported(NamedTuple):
    """A package in place: where, what it holds, what reading it back found, and its SHA-256."""

    path: Path
    package: Package
    report: Report
    sha256: str


def export(
    bid: Bid, contents: dict[str, bytes], wanted: Wanted, path: Path, steps: Steps
) -> Exported:
    """Make, write and read back. Raises StoppedError, ExportStoppedError, FileTroubleError."""
    made = make_package(bid, contents, wanted, clock.now(), steps.begin)
    steps.begin(len(STEPS) - 1)
    replace(path, made.data)
    steps.begin(len(STEPS))
    return Exported(path, made, verify(path), hashlib.sha256(made.data).hexdigest())
