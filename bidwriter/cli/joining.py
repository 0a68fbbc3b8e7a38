"""Commands about copies: diff and merge."""

import argparse
from pathlib import Path

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.joining.copies import with_conflicts
from bidwriter.bids.person import Stamp
from bidwriter.bids.telling.telling import told_together
from bidwriter.cli.changing import open_to_change, person, stamp
from bidwriter.cli.output import say, say_json
from bidwriter.cli.trouble import CommandError
from bidwriter.desk.decisions import Work, taken, work_on
from bidwriter.desk.join_report import Report, lines_in_short, report_json, report_lines
from bidwriter.desk.joining import JoinedCopies, Taken, doing_of, join_files, joined
from bidwriter.desk.whose import story_of
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
    work = _work(copies, options.leave_out)
    after = with_conflicts(taken(work), copies.joining.conflicts)
    data = b"" if copies.is_nothing_new else _joined(options, before, copies, after)
    if options.out.exists() and options.out.samefile(options.mine):
        replace_known(options.out, data or options.mine.read_bytes(), opened.digest)
    else:
        replace(options.out, data or options.mine.read_bytes())
    report = Report(copies, story_of(copies, person(options)), work, after.conflicts)
    if options.json:
        say_json(report_json(report))
    else:
        say(*(report_lines(report) if options.report else lines_in_short(report)))
    return 1 if after.conflicts else 0


def _work(copies: JoinedCopies, left_out: list[str]) -> Work:
    """What joined, less what is left out by its key. Raises CommandError."""
    work = work_on(copies.mine.copy.bid, copies.joining.bid, copies.joining.conflicts)
    can = {thing.key for thing in work.things if thing.can_be_left_out}
    for key in left_out:
        if key not in can:
            raise CommandError(
                f"Nothing that joins by itself has the key “{key}”. See: bidwriter merge … "
                "--report. Nothing was written"
            )
    return work._replace(left_out=frozenset(left_out))


def _joined(options: argparse.Namespace, before: Kept, copies: JoinedCopies, after: Bid) -> bytes:
    """The joined bid file."""
    doing = doing_of(stamp(options), copies.others)
    after = rebuilt(after, changed=Stamp(who=doing.who, when=doing.when))
    part = Taken(copies.mine, copies.others, copies.joining)
    contents = [copy.contents for copy in (*copies.others, copies.mine)]
    return joined(before, part, after, doing).file({k: v for c in contents for k, v in c.items()})


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
