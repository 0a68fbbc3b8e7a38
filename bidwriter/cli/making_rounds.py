"""`round`: a fund's form made into a round."""

import argparse
import re
from datetime import date

from bidwriter.cli.changing import free
from bidwriter.cli.doubts import Source, answers_for, check_known, refuse
from bidwriter.cli.output import say
from bidwriter.cli.rounds import told
from bidwriter.cli.trouble import CommandError
from bidwriter.desk.making_round import MadeRound, make_round
from bidwriter.desk.new_round import keep_files
from bidwriter.doubts import answer
from bidwriter.files.disk.reading import read_file
from bidwriter.fund_forms.opening import LARGEST, open_form
from bidwriter.fund_forms.pack.making import Named
from bidwriter.rounds.linting.lint import faults

_AS_SHOWN = "--doubtful-as-shown"


def round_(options: argparse.Namespace) -> int:
    """Read a form, ask about what is doubtful, and write the round (exit 1 if the linter finds
    something to mend in it)."""
    named = _named(options)
    if options.out is None and options.doubts is None:
        raise CommandError("Say where the round goes: round FORM -o FOLDER")
    folder = free(options.out) if options.out else None
    name = options.form.name
    opened = open_form(read_file(options.form, LARGEST + 1), name)
    source = Source("round", name, opened.source.sha256, "")
    given = answers_for(options.answers, source)
    answered = answer(lambda settled: opened.found(settled)[1], given)
    if options.answers:
        check_known(answered, options.answers.name)
    if answered.open and not options.doubtful_as_shown:
        refuse(answered, source, options.doubts, options.answers, _AS_SHOWN)
    if folder is None:
        say("Nothing is doubtful: make the round with -o FOLDER")
        return 0
    made = make_round(opened, named, answered.settled)
    keep_files(made.files, folder)
    say(f"Wrote {_many(len(made.form.questions), 'question')} into “{folder.name}”")
    _say_more(made)
    wrong = faults(made.findings)
    for finding in wrong:
        say(*told(finding))
    if advice := len(made.findings) - len(wrong):
        say(f"{_many(advice, 'piece')} of advice: bidwriter rounds --lint {folder}")
    if not wrong:
        say(f"Nothing to mend: begin a bid with: bidwriter new {folder} FILE.bid")
    return 1 if wrong else 0


def _say_more(made: MadeRound) -> None:
    for doubt in made.doubts:
        say(f"Taken as shown: {doubt.where}: {doubt.readings[0].words}. {doubt.why}")
    for rule in made.form.rules:
        params = ", ".join(f"{name} {value}" for name, value in rule.params.items())
        say(f"Rule: {rule.check}, {params}: “{rule.quote}”")
    for words in made.form.passed:
        say(f"Passed over: {words}")
    say(*made.said)


def _named(options: argparse.Namespace) -> Named:
    day, _, time = (options.closes or "").partition(" ")
    try:
        if day:
            date.fromisoformat(day)
    except ValueError:
        raise CommandError(f"“{day}” is no day, like 2027-03-31") from None
    if time and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", time):
        raise CommandError(f"“{time}” is no time of day, like 17:00")
    return Named(options.fund or "", options.called or "", day, time)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
