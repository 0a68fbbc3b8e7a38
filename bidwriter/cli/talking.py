"""Commands for the team: comment, comments, copy, forget."""

import argparse

from bidwriter import clock
from bidwriter.bids.bid import Bid, Lent
from bidwriter.bids.cells import rows_of
from bidwriter.bids.comment import Comment
from bidwriter.bids.partner_copy import ATTACHMENTS
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.places import read_place
from bidwriter.bids.threads import assign, reply, say, settle, threads
from bidwriter.cli.changing import free, open_to_change, person, save_change
from bidwriter.cli.output import say as print_lines
from bidwriter.cli.output import say_json
from bidwriter.cli.trouble import CommandError
from bidwriter.desk.forgetting import COST, NOTHING_TO_FORGET, forgetting
from bidwriter.desk.partner_copy import Sending, copy_file, named_for, strange_parts
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.disk.replacing import replace
from bidwriter.files.recovery.keeping import replace_known
from bidwriter.files.recovery.kept import kept


def comment(options: argparse.Namespace) -> int:
    """Comment on a question or a row, or reply to a comment; perhaps settle it or ask somebody."""
    opened = open_to_change(options.file, options)
    words = " ".join(options.words).strip()
    stamp = Stamp(who=person(options), when=clock.now())
    bid, id_ = _said(opened.bid, options.place, words, stamp, todo=options.todo)
    if options.to:
        bid = assign(bid, id_, Person(name=options.to), stamp.when)
    if options.settle:
        bid = settle(bid, id_, stamp, settled=True)
    if bid is opened.bid:
        raise CommandError("Say what to comment, or --settle or --to with the comment's place")
    save_change(options.file, opened, bid, options, "Commented")
    return 0


def _said(bid: Bid, place: str, words: str, stamp: Stamp, *, todo: bool) -> tuple[Bid, str]:
    """The bid with the words said, and the id of their thread."""
    read = read_place(place)
    if read.root == "comments":
        if not any(c.id == read.row and c.is_head for c in bid.comments):
            raise CommandError(f"There is no comment {read.row}; see: bidwriter comments FILE")
        return (reply(bid, read.row, words, stamp) if words else bid), read.row
    question = bid.round.by_id.get(read.root)
    rows = rows_of(bid, read.root) if question else ()
    if question is None or read.field or (read.row and all(r.id != read.row for r in rows)):
        raise CommandError(f"“{place}” is no question or row; see: bidwriter places FILE")
    if not words:
        raise CommandError("Say what to comment")
    before = {c.id for c in bid.comments}
    bid = say(bid, place, words, stamp, todo=todo)
    return bid, next(c.id for c in bid.comments if c.id not in before)


def comments(options: argparse.Namespace) -> int:
    """What is said and not settled; with --all also what is settled."""
    bid = open_file(options.file, to_change=False).bid
    found = [t for t in threads(bid) if options.all or t.is_open]
    if options.json:
        say_json([[_as_json(c) for c in thread.said] for thread in found])
        return 0
    for thread in found:
        head = thread.head
        question = bid.round.by_id.get(head.about.question)
        name = question.name if question else head.about
        print_lines(f"{name}  [comments/{head.id}, about {head.about}]{_state(head)}")
        print_lines(*(f"  {_line(c)}" for c in thread.said))
    if not found:
        print_lines("No comments are open" if not options.all else "There are no comments")
    return 0


def _as_json(comment: Comment) -> object:
    return comment.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _state(head: Comment) -> str:
    if head.settled:
        return " settled"
    if head.todo:
        return f" to do, for {head.by.title}"
    return f" for {head.to.title} to settle" if head.to else ""


def _line(comment: Comment) -> str:
    return f"{comment.by.title}, {comment.when:%Y-%m-%d %H:%M}: {' '.join(comment.text.split())}"


def copy(options: argparse.Namespace) -> int:
    """Write a copy for a partner, and name this moment in the history of both."""
    opened = open_to_change(options.file, options)
    out = free(options.out)
    for part in strange_parts(opened.bid, tuple(options.open)):
        raise CommandError(f"“{part}” is no question of this round, nor “{ATTACHMENTS}”")
    who, when = person(options), clock.now()
    lent = Lent(by=who, when=when, to=options.to, note=options.note, open=tuple(options.open))
    now = named_for(kept(opened), lent)
    # The copy first: a moment is named after a copy that there is.
    replace(out, copy_file(now, Sending(lent, not options.without_history), opened.contents))
    replace_known(options.file, now.file(opened.contents), opened.digest)
    return 0


def forget(options: argparse.Namespace) -> int:
    """Forget every earlier version of a bid, and the attachments that were taken out."""
    opened = open_to_change(options.file, options)
    what = forgetting(kept(opened), opened.contents)
    if not what:
        raise CommandError(NOTHING_TO_FORGET)
    if not options.yes:
        raise CommandError(f"{what.would} {COST} Say --yes to do it. Nothing was changed")
    made = kept(opened).forgotten().file(opened.contents)
    replace_known(options.file, made, opened.digest)
    print_lines(f"{what.did} {COST}")
    return 0
