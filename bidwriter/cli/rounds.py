"""`rounds`: which rounds are here, what is wrong with one, and one tried with made-up answers."""

import argparse
from collections.abc import Iterator
from functools import partial

from bidwriter import clock
from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.cli.changing import free, stamp
from bidwriter.cli.output import say, say_json
from bidwriter.cli.round_files import compare, receive, send
from bidwriter.cli.trouble import CommandError
from bidwriter.desk.trying.bid_to_try import bid_to_try
from bidwriter.desk.trying.samples import Samples, samples_of
from bidwriter.desk.trying.sampling import found_in
from bidwriter.files.disk.replacing import replace
from bidwriter.kinds.values.day import show
from bidwriter.rounds import library
from bidwriter.rounds.linting.finding import Finding
from bidwriter.rounds.linting.lint import faults, lint
from bidwriter.rounds.loading import load
from bidwriter.rounds.samples import SampleFile, sample_file


def rounds(options: argparse.Namespace) -> int:
    """List the rounds, or lint or try the one in a folder (exit 1 if something is found)."""
    if options.lint:
        return _lint(options)
    if options.compare:
        return compare(options)
    if options.take_in:
        return receive(options)
    if options.send:
        return send(options)
    if options.tried or options.out:
        return _try(options)
    usable, broken = library.packs(options.rounds)
    usable = library.in_order(usable, clock.now())
    if options.json:
        say_json([_row(pack) for pack in usable])
        return 0
    for pack in usable:
        closes = f"closes {show(pack.round.closes.day)}" if pack.round.closes else "no closing day"
        say(
            f"{pack.round.id} {pack.round.version}  {pack.round.name}, {closes}", f"  {pack.folder}"
        )
    for folder, why in broken:
        say(f"Not usable: {folder}", f"  {why}")
    return 0


def _row(pack: library.Pack) -> dict[str, str | None]:
    round_ = pack.round
    return {
        "id": round_.id,
        "version": round_.version,
        "name": round_.name,
        "hash": round_.hash,
        "closes": round_.closing.isoformat() if round_.closing else None,
        "folder": str(pack.folder),
    }


def _lint(options: argparse.Namespace) -> int:
    if not options.lint.is_dir():
        raise CommandError(f"There is no folder “{options.lint}”")
    found = lint(options.lint, CATALOGUE, partial(found_in, now=clock.now()))
    wrong = faults(found)
    if options.json:
        say_json([finding._asdict() for finding in found])
        return 1 if wrong else 0
    for finding in found:
        say(*told(finding))
    if not wrong:
        say("Nothing to mend: this round can be used")
    return 1 if wrong else 0


def _try(options: argparse.Namespace) -> int:
    """A bid with made-up answers on the round in a folder."""
    if not (options.tried and options.out):
        raise CommandError("Say which round to try, and where to: rounds --try FOLDER -o FILE.bid")
    if not options.tried.is_dir():
        raise CommandError(f"There is no folder “{options.tried}”")
    path = free(options.out)
    round_, written = load(options.tried), sample_file(options.tried)
    samples = samples_of(written.data, round_)
    made = bid_to_try(round_, clock.now(), stamp(options), samples)
    replace(path, made.file())
    say(f"Wrote “{path.name}”: every answer in it is made up, only to try the round")
    for line in _of_samples(made.sampled, len(samples.answers), written, samples):
        say(line)
    for name in made.without_file:
        say(f"No file could be made up for “{name}”: attach one")
    for problem in made.stopping:
        say(f"This stops it still: {problem.words}. {problem.detail}".rstrip(". ") + ".")
    if made.stopping:
        say("See: bidwriter rounds --lint FOLDER")
    return 1 if made.stopping else 0


def _of_samples(taken: int, read: int, written: SampleFile, samples: Samples) -> Iterator[str]:
    """How many answers are the pack's samples, and how many of those were not taken."""
    if taken:
        yield f"{taken} of them {'is' if taken == 1 else 'are'} the round's own sample answers"
    left = len(samples.passed) + read - taken
    if written.troubles and not written.data:
        yield "Its sample answers could not be read. See: bidwriter rounds --lint FOLDER"
    elif left:
        were = "1 sample answer was" if left == 1 else f"{left} sample answers were"
        yield f"{were} not taken. See: bidwriter rounds --lint FOLDER"


def told(finding: Finding) -> Iterator[str]:
    """ "round.toml:12: checks/cost-cap/maximum: “maximum” is not known here. …"."""
    where = f"{finding.file}:{finding.line}" if finding.line else finding.file
    place = f"{finding.place}: " if finding.place else ""
    advice = "Advice: " if finding.is_advice else ""
    remedy = finding.remedy if finding.remedy.endswith("?") else f"{finding.remedy}."
    yield f"{where}: {advice}{place}{finding.words}. {remedy}"
    if finding.example and not finding.is_advice:
        yield from (f"    {line}" for line in ("For example:", *finding.example.splitlines()))
