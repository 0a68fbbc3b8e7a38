"""Commands that only read: show, check, figures, verify, schema."""

import argparse
import re
from pathlib import Path

from bidwriter import clock
from bidwriter.bids.places import NOWHERE
from bidwriter.bids.printing.live_figures import live_figures
from bidwriter.bids.printing.printed import names_of
from bidwriter.bids.record.record import record
from bidwriter.bids.record.schema import bid_schema
from bidwriter.bids.telling.summary import summary
from bidwriter.checks.checking import check as check_bid
from bidwriter.checks.problem import Problem
from bidwriter.cli.output import say, say_json
from bidwriter.cli.trouble import CommandError
from bidwriter.exports.verifying import held_against, lines
from bidwriter.exports.verifying import verify as verify_file
from bidwriter.files.container.bid_file import Opened, open_file
from bidwriter.rounds import library


def show(options: argparse.Namespace) -> int:
    """Print a bid or a package as words, or its record as JSON."""
    bid = open_file(options.file, to_change=False).bid
    if options.json:
        say_json(record(bid, whole=True))
    else:
        say(*summary(bid))
    return 0


def check(options: argparse.Namespace) -> int:
    """List problems; exit 1 if any stops export."""
    opened = open_file(options.file, to_change=False)
    found = (
        *stated_figures(opened),
        *check_bid(opened.bid, clock.now()),
        *other_round(opened, options.rounds),
    )
    many = sum(problem.stops for problem in found)
    if options.json:
        say_json({"stops-export": many, "problems": [problem._asdict() for problem in found]})
    else:
        for problem in found:
            mark = "Stops export" if problem.stops else "Advice"
            detail = f" ({problem.detail})" if problem.detail else ""
            say(f"{mark}: {problem.words}{detail}  [{problem.place}]")
        say(
            f"{many} {'thing stops' if many == 1 else 'things stop'} export"
            if many
            else "Nothing stops export"
        )
    return 1 if many else 0


def figures(options: argparse.Namespace) -> int:
    """List what `{{figure:NAME}}` can name, what it prints now and where that comes from."""
    bid = open_file(options.file, to_change=False).bid
    found = live_figures(bid).values()
    used = {name for question in bid.asked for name in names_of(bid, question)}
    if options.json:
        say_json(
            [
                {
                    "name": f.name, "label": f.label, "value": f.value, "place": f.place,
                    "used": f.name in used,
                }
                for f in found
            ]
        )  # fmt: skip
        return 0
    for f in found:
        mark = ", in the text" if f.name in used else ""
        say(f"{f.name}: {f.value or 'no value yet'}  ({f.label}{mark})  [{f.place or 'round'}]")
    return 0


def stated_figures(opened: Opened) -> tuple[Problem, ...]:
    """What a file states that its own answers do not bear out."""
    return tuple(
        Problem(
            "stated-figures",
            NOWHERE,
            words,
            "bidwriter worked it out again and uses the true figure",
            which=words,
        )
        for words in opened.differences
    )


def other_round(opened: Opened, extra: Path | None) -> tuple[Problem, ...]:
    """That this computer has the bid's round in another form than the bid carries."""
    pack = library.other_form(opened.bid.round, extra)
    if pack is None:
        return ()
    words = (
        f"This computer has {pack.round.name} as version {pack.round.version} with other content"
    )
    mine = opened.bid.round.version
    detail = f"The bid goes on with its own, version {mine}; the window offers the other"
    return (Problem("round", NOWHERE, words, detail, "advice"),)


def verify(options: argparse.Namespace) -> int:
    """Say what matches, is missing, added or changed, or states something else than the answers;
    exit 1 for any of it."""
    told = _told_hash(options.content_hash)
    found = verify_file(options.file)
    is_told = told in (None, found.content_hash)
    if options.json:
        say_json(
            {
                "whole": found.whole,
                "finding": found.finding,
                "kind": found.kind,
                "title": found.title,
                "files": [entry._asdict() for entry in found.entries],
                "faults": list(found.faults),
                "notes": list(found.notes),
                "info": found.info,
                "meaning": found.meaning,
                "content-hash": found.content_hash,
                "public-hash": found.public_hash,
                "not-compared": list(found.not_compared),
                **({} if told is None else {"content-hash-is-told": is_told}),
            }
        )
    else:
        say(*lines(found), *([] if told is None else [held_against(found, told)]))
    return 0 if found.whole and is_told else 1


def _told_hash(given: str | None) -> str | None:
    """A content hash as people copy it: in groups, in capitals, with its name before it."""
    if given is None:
        return None
    told = "".join(given.casefold().removeprefix("sha256").split()).removeprefix(":")
    if not re.fullmatch("[0-9a-f]{64}", told):
        raise CommandError("A content hash has 64 characters, each 0 to 9 or a to f")
    return told


def schema(options: argparse.Namespace) -> int:  # noqa: ARG001 - all commands take options
    """Print the JSON Schema of bid.json."""
    say_json(bid_schema())
    return 0
