"""Commands about the versions of a bid: list them, say what one did, compare two, name one, and
bring one back."""

import argparse

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.bids.history.bringing_back import shown_as, with_answer_of, with_everything_of
from bidwriter.bids.history.log import HistoryError, Log, Named
from bidwriter.bids.history.version import Version
from bidwriter.bids.telling.sides import moment_words
from bidwriter.bids.telling.story import touched
from bidwriter.bids.telling.telling import told_together
from bidwriter.cli.changing import open_to_change, person, save_change
from bidwriter.cli.output import say, say_json
from bidwriter.cli.trouble import CommandError
from bidwriter.files.container.bid_file import Opened, open_file
from bidwriter.files.recovery.keeping import replace_known
from bidwriter.files.recovery.kept import kept

_LONGEST_NAME = 200
_MOST_NAMED = 4  # questions in the line of a version


def log_of(opened: Opened) -> Log:
    """The history of a file, up to the bid that is in it."""
    return kept(opened).log()


def version_of(log: Log, wanted: str) -> Version:
    """The version whose id begins so, or that has this name. Raises CommandError."""
    named = [version for version in log.versions if log.names.get(version.id, "") == wanted]
    begins = [version for version in log.versions if wanted and version.id.startswith(wanted)]
    found = named or begins
    if len(found) != 1:
        raise CommandError(
            f"“{wanted}” is {'no version' if not found else 'several versions'} of this bid. "
            "See: bidwriter history FILE"
        )
    return found[0]


# --- history and compare -----------------------------------------------------------------------


def history(options: argparse.Namespace) -> int:
    """The versions of a bid, the newest first; or all that one of them did."""
    opened = open_file(options.file, to_change=False)
    log = log_of(opened)
    if options.version:
        return _one(log, version_of(log, options.version), options)
    if options.json:
        say_json([_row(log, version) for version in reversed(log.versions)])
    else:
        for version in reversed(log.versions):
            row = _row(log, version)
            words = " ".join(str(row[key]) for key in ("name", "words") if row[key])
            did = "how it began" if version.is_root else _in_short(version, opened.bid)
            said = f"{words}: {did}" if words and did else words or did
            say(f"{version.id[:12]}  {row['when']}  {row['who']}  {said}".rstrip())
    if log.broken:
        say(f"{log.broken} lines of the history cannot be read")
    return 0


def _row(log: Log, version: Version) -> dict[str, object]:
    return {
        "id": version.id,
        "name": log.names.get(version.id, ""),
        "who": version.who.title,
        "when": version.when.isoformat(),
        "words": version.words,
        "parents": list(version.parents),
    }


def _in_short(version: Version, bid: Bid) -> str:
    names = touched(version, bid.round)
    more = [f"and {len(names) - _MOST_NAMED} more"] if len(names) > _MOST_NAMED else []
    return ", ".join([*names[:_MOST_NAMED], *more])


def _one(log: Log, version: Version, options: argparse.Namespace) -> int:
    """What a version did to the one before it."""
    new = _bid_at(log, version)
    parents = log.parents[version.id]
    old = _bid_at(log, log.by_id[parents[0]]) if parents else None
    if options.json:
        lines = [] if old is None else _as_json(old, new)
        say_json({**_row(log, version), "changes": lines})
        return 0
    row = _row(log, version)
    words = " ".join(str(row[key]) for key in ("name", "words") if row[key])
    say(f"{version.id[:12]}  {row['when']}  {row['who']}  {words}".rstrip())
    if old is None:
        say("This is how the history begins")
    else:
        say(*(_lines(old, new) or ["Nothing in the answers changed"]))
    return 0


def compare(options: argparse.Namespace) -> int:
    """What makes one version into another, or into the bid as it is now; exit 1 if anything
    does."""
    opened = open_file(options.file, to_change=False)
    log = log_of(opened)
    old = _bid_at(log, version_of(log, options.version))
    new = _bid_at(log, version_of(log, options.other)) if options.other else opened.bid
    new = shown_as(new, opened.bid)
    if options.json:
        say_json(_as_json(old, new))
        return 1 if _as_json(old, new) else 0
    lines = _lines(old, new)
    say(*(lines or ["Both say the same"]))
    return 1 if lines else 0


def _lines(old: Bid, new: Bid) -> list[str]:
    made: list[str] = []
    for question, lines in told_together(old, new):
        made += [question, *(f"  {told.words}  [{told.place}]" for told in lines)]
    return made


def _as_json(old: Bid, new: Bid) -> list[dict[str, object]]:
    return [{"question": q, **t._asdict()} for q, lines in told_together(old, new) for t in lines]


def _bid_at(log: Log, version: Version) -> Bid:
    try:
        return log.bid_at(version.id)
    except HistoryError as error:
        raise CommandError(f"{error}. Nothing was written") from None


# --- what changes the file -----------------------------------------------------------------------


def restore(options: argparse.Namespace) -> int:
    """Bring an earlier version back, or single answers of it, as one change that is a version of
    its own."""
    opened = open_to_change(options.file, options)
    log = log_of(opened)
    version = version_of(log, options.version)
    then, bid = _bid_at(log, version), opened.bid
    what = log.names.get(version.id) or f"the version of {moment_words(version.when)}"
    if options.only:
        unknown = [id_ for id_ in options.only if id_ not in bid.round.by_id]
        if unknown:
            raise CommandError(f"There is no question “{unknown[0]}”. See: bidwriter places FILE")
        for question in options.only:
            bid = with_answer_of(bid, then, question)
        names = ", ".join(f"“{bid.round.by_id[id_].name}”" for id_ in options.only)
        words = f"Brought back {names} of {what}"
    else:
        bid = with_everything_of(bid, then)
        words = f"Brought back {what}"
    if not _lines(opened.bid, bid):
        say("The bid says this already; nothing was written")
        return 0
    save_change(options.file, opened, bid, options, words, apart=True)
    say(words)
    return 0


def name(options: argparse.Namespace) -> int:
    """Give a version a name, or with no words take its name away."""
    opened = open_to_change(options.file, options)
    now = kept(opened)
    version = version_of(now.log(), options.version) if options.version != "now" else now.log().head
    words = " ".join(options.words).strip()
    if len(words) > _LONGEST_NAME:
        raise CommandError(f"A name has at most {_LONGEST_NAME} characters. Nothing was written")
    assert version is not None
    named = Named(of=version.id, name=words, who=person(options), when=clock.now())
    data = now.named(named).file(opened.contents)
    replace_known(options.file, data, opened.digest)
    say(f"Named {version.id[:12]} “{words}”" if words else f"{version.id[:12]} has no name now")
    return 0
