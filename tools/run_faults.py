"""`make faults`: harm of every kind done to bids being written, and a table of what came of it.

    python tools/run_faults.py [--quick] [--only ROW] [--seed N]

Exits with 1 where an acknowledged edit was lost, a file damaged, or a message unclear.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from faults import broken, circumstances, disks, kills, others, power
from faults.row import Row, table

from bidwriter import clock

Harm = Callable[[int, Path, int], Row]
# Each row with how often it is done, and how often in the tests.
ROWS: dict[Harm, tuple[int, int]] = {
    kills.typing: (300, 12),
    kills.saving: (400, 16),
    kills.two_processes: (200, 6),
    kills.commands: (150, 6),
    kills.merging: (150, 6),
    disks.full: (400, 12),
    disks.read_only: (150, 6),
    power.all_dropped: (600, 24),
    power.some_dropped: (600, 24),
    others.replaced: (350, 14),
    others.copied: (3_000, 60),
    broken.journals: (6_000, 150),
    broken.files: (20_000, 150),
    circumstances.clocks: (200, 6),
    circumstances.names: (720, 36),
}


def main(words: list[str]) -> int:
    """Do it, print it."""
    options = _options(words)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    start = time.monotonic()
    rows = list(_done(options))
    print(f"\nOn {clock.now():%-d %B %Y}, in {time.monotonic() - start:.0f} s:\n")  # noqa: T201
    print(table(rows))  # noqa: T201
    for row in rows:
        for words_ in row.examples:
            print(f"\n{row.what}: {words_}")  # noqa: T201
    return 0 if all(row.good for row in rows) else 1


def _done(options: argparse.Namespace) -> Iterable[Row]:
    for harm, (many, few) in ROWS.items():
        if options.only not in ("", harm.__name__):
            continue
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="faults-") as folder:
            row = harm(few if options.quick else many, Path(folder), options.seed)
        if not options.quick:
            print(f"{row.what}: {time.monotonic() - start:.0f} s", file=sys.stderr)  # noqa: T201
        yield row


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Do harm to bids being written")
    parser.add_argument("--quick", action="store_true", help="a few of each, as the tests do")
    parser.add_argument("--only", default="", choices=["", *(harm.__name__ for harm in ROWS)])
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**6)
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
