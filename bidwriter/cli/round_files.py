"""Two versions of a round beside each other, and a round as one file: further ways of the command
that lists rounds."""

import argparse

from bidwriter.cli.changing import free
from bidwriter.cli.output import say, say_json
from bidwriter.cli.trouble import CommandError
from bidwriter.desk.sharing_round import ENDING, LARGEST, round_file, take_in
from bidwriter.files.disk.reading import read_file
from bidwriter.files.disk.replacing import replace
from bidwriter.rounds import library
from bidwriter.rounds.between import counted, differences


def compare(options: argparse.Namespace) -> int:
    """What another version says otherwise, as bids on the first would be told; exit 1 if anything
    does."""
    mine, other = (library.find(name, options.rounds).round for name in options.compare)
    found = differences(mine, other)
    if options.json:
        say_json([one._asdict() for one in found])
        return 1 if found else 0
    say(f"{mine.name} {mine.version} → {other.name} {other.version}: {counted(found)}")
    for one in found:
        say(f"  {one.words}")
    return 1 if found else 0


def send(options: argparse.Namespace) -> int:
    """A round as one file."""
    if not options.out:
        raise CommandError(f"Say where to: rounds --send ROUND -o FILE{ENDING}")
    path = free(options.out)
    pack = library.find(options.send, options.rounds)
    replace(path, round_file(pack.folder))
    say(f"Wrote {pack.round.name}, version {pack.round.version}, as “{path.name}”")
    return 0


def receive(options: argparse.Namespace) -> int:
    """The round of such a file among one's own."""
    data = read_file(options.take_in, LARGEST + 1)
    folder, made = take_in(data, options.take_in.name)
    say(f"{made.name}, version {made.version}, is in “{folder}”")
    return 0
