"""Commands about copies: diff, merge, history."""

import argparse
from pathlib import Path

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.joining.copies import with_conflicts
from bidwriter.bids.person import Stamp
from bidwriter.bids.telling.joined import headline, report_json, report_lines
from bidwriter.bids.telling.telling import told_together
from bidwriter.cli.changing import open_to_change, stamp
from bidwriter.cli.output import say, say_json
from bidwriter.cli.trouble import CommandError
from bidwriter.desk.joining import JoinedCopies, Taken, doing_of, join_files, joined
from bidwriter.files.container import history_file
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.replacing import replace
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.recovery.keeping import replace_known
from bidwriter.files.recovery.kept import Kept, kept


def diff(options: argparse.Namespace) -> int:
    """What makes A into B, in plain words; exit 1 if anything does."""
    a, b = (open_file(path, to_change=False).bid for path in (options.a, options.b))
    found = list(told_together(a, b))
    if options.json:
        say_json([{"question": q, **t._asdict()} for q, lines in found for t in lines])
    elif not found:
        say("Both say the same")
    else:
        for question, lines in found:
            say(question, *(f"  {told.words}  [{told.place}]" for told in lines))
    return 1 if found else 0


def merge(options: argparse.Namespace) -> int:
    """Join copies; exit 1 if conflicts are left, with mine and the conflicts in OUT."""
    opened = open_file(options.mine)
    if opened.kind == "package":
        raise CommandError(f"“{options.mine.name}” is a package; packages are never changed")
    _check_target(options, opened.bid.bid_id)
    before = kept(opened)
    copies = join_files(
        before, opened.contents, options.mine.name, tuple(options.theirs), lambda _: None
    )
    mine = copies.mine
    after = with_conflicts(copies.joining.bid, copies.joining.conflicts)
    joining = copies.joining._replace(conflicts=after.conflicts)
    data = b"" if copies.is_nothing_new else _joined(options, before, copies, after)
    if options.out.exists() and options.out.samefile(options.mine):
        replace_known(options.out, data or options.mine.read_bytes(), opened.digest)
    else:
        replace(options.out, data or options.mine.read_bytes())
    if options.json:
        say_json(report_json(mine.copy.bid, joining))
    elif options.report:
        say(*report_lines(mine.copy.bid, joining))
    else:
        say(headline(mine.copy.bid, joining))
    return 1 if joining.conflicts else 0


def _joined(options: argparse.Namespace, before: Kept, copies: JoinedCopies, after: Bid) -> bytes:
    """The joined bid file."""
    doing = doing_of(stamp(options), copies.others)
    after = rebuilt(after, changed=Stamp(who=doing.who, when=doing.when))
    taken = Taken(copies.mine, copies.others, copies.joining)
    contents = [copy.contents for copy in (*copies.others, copies.mine)]
    return joined(before, taken, after, doing).file({k: v for c in contents for k, v in c.items()})


def _check_target(options: argparse.Namespace, bid_id: str) -> None:
    """The bid itself or a copy of it may be replaced; any other file is left alone."""
    out: Path = options.out
    if not out.exists():
        return
    if out.samefile(options.mine):
        open_to_change(options.mine, options)
        return
    try:
        if open_file(out).bid.bid_id == bid_id:
            return
    except FileTroubleError:
        pass
    raise CommandError(
        f"“{out.name}” is there already and is no copy of this bid. Nothing was written"
    )


def history(options: argparse.Namespace) -> int:
    """The versions of a bid, the newest first."""
    opened = open_file(options.file, to_change=False)
    log = history_file.read_log(history_file.settled(opened.history, opened.bid), opened.bid.bid_id)
    rows = [
        {
            "id": v.id,
            "name": log.names.get(v.id, ""),
            "who": v.who.title,
            "when": v.when.isoformat(),
            "words": v.words,
            "parents": list(v.parents),
        }
        for v in reversed(log.versions)
    ]
    if options.json:
        say_json(rows)
    else:
        for row in rows:
            words = " ".join(str(row[key]) for key in ("name", "words") if row[key])
            say(f"{str(row['id'])[:12]}  {row['when']}  {row['who']}  {words}".rstrip())
    if log.broken:
        say(f"{log.broken} lines of the history cannot be read")
    return 0
