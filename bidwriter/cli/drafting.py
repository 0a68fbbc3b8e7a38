"""Commands that make and change bid files: new, places, set, attach, import."""

import argparse
import json
import sys
from pathlib import Path

from bidwriter import clock
from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.editing import attach as attach_to
from bidwriter.bids.joining.deciding import Choice, decide
from bidwriter.bids.person import Stamp
from bidwriter.bids.places import read_place
from bidwriter.bids.record.differing import differences
from bidwriter.bids.typed.place_list import places_of
from bidwriter.bids.typed.setting import set_typed
from bidwriter.cli.changing import free, open_to_change, person, save_change, stamp
from bidwriter.cli.output import say, say_json
from bidwriter.cli.trouble import CommandError
from bidwriter.desk.new_bid import begun, write_new
from bidwriter.files.container.attachments import check_room, read_attachment
from bidwriter.files.container.bid_file import bid_bytes, open_file, read_bid, read_pack
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.replacing import replace
from bidwriter.prose.characters import unseen_in
from bidwriter.rounds import library
from bidwriter.rounds.round import Round

LARGEST_VALUE = 5_000_000


def new(options: argparse.Namespace) -> int:
    """Make an empty bid; a file that is there already is left alone."""
    pack = library.find(options.round, options.rounds)
    write_new(free(options.file), begun(pack.round, stamp(options)))
    return 0


def _write_new(
    path: Path, bid: Bid, options: argparse.Namespace, contents: dict[str, bytes]
) -> None:
    if bid.changed is None:
        bid = rebuilt(bid, changed=Stamp(who=person(options), when=clock.now()))
    replace(free(path), bid_bytes(bid, contents))


def places(options: argparse.Namespace) -> int:
    """Every place of a bid: what it takes and what it holds."""
    rows = places_of(open_file(options.file).bid)
    if options.json:
        say_json([row._asdict() for row in rows])
        return 0
    for row in rows:
        allowed = f"  [{', '.join(row.allowed)}]" if row.allowed else ""
        say(f"{row.place}  ({row.kind}) {row.name}{allowed}")
    return 0


def set(options: argparse.Namespace) -> int:  # noqa: A001 - the command's name
    """Set one place to a typed value."""
    opened = open_to_change(options.file, options)
    typed = _typed(options, opened.bid)
    changed = _set(opened.bid, options.place, typed)
    save_change(options.file, opened, changed, options, f"Set {options.place}")
    return 0


def _set(bid: Bid, place: str, typed: str) -> Bid:
    """A place set, or a conflict decided: "mine", "theirs", or other words."""
    read = read_place(place)
    if read.root != "conflicts":
        return set_typed(bid, place, typed)
    conflict = next((c for c in bid.conflicts if c.id == read.row), None)
    if conflict is None:
        raise CommandError(f"There is no conflict {read.row} to decide; see: bidwriter check FILE")
    choice: Choice = "mine" if typed == "mine" else "theirs" if typed == "theirs" else "other"
    return decide(bid, conflict, choice, typed)


def _typed(options: argparse.Namespace, bid: Bid) -> str:
    if options.source is not None:
        if options.value:
            raise CommandError("Give a value or --from, not both")
        return _decoded(_bounded(options.source.read_bytes()), str(options.source))
    if options.value == ["-"]:
        return _decoded(_bounded(sys.stdin.buffer.read(LARGEST_VALUE + 1)), "Standard input")
    if not options.value:
        raise CommandError("Say what to set: a value, - for standard input, or --from PATH")
    for word in options.value:
        _decoded(word.encode("utf-8", "surrogateescape"), "The value")
    question = bid.round.by_id.get(read_place(options.place).root)
    if len(options.value) > 1 and question is not None and question.is_set:
        return json.dumps(options.value)
    return " ".join(options.value)


def _bounded(data: bytes) -> bytes:
    if len(data) > LARGEST_VALUE:
        raise CommandError(f"The value is longer than {LARGEST_VALUE // 10**6} MB")
    return data


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CommandError(f"{name} is not text in UTF-8") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if strange := unseen_in(text):
        raise CommandError(f"{name} holds {strange[0]}, which nobody can see; take it out")
    return text


def attach(options: argparse.Namespace) -> int:
    """Attach a file, known by its content."""
    opened = open_to_change(options.file, options)
    attachment, data = read_attachment(options.path, options.about)
    check_room(opened.bid.attachments, attachment)
    changed = attach_to(opened.bid, attachment)
    save_change(
        options.file,
        opened,
        changed,
        options,
        f"Attached {attachment.name}",
        {attachment.sha256: data},
    )
    return 0


def import_(options: argparse.Namespace) -> int:
    """Make a bid file from a `bid.json`, with its round from beside it or from this computer.

    Stated figures that its answers do not bear out are told, and the true ones kept (exit 1).
    """
    source: Path = options.source
    data = source.read_bytes()
    raw = strict_json.loads(data, f"“{source.name}”")
    stated = raw.get("round") if isinstance(raw, dict) else None
    round_ = _round_for(source, stated if isinstance(stated, dict) else {}, options.rounds)
    made, bid = read_bid(data, round_, source.name)
    found = differences(made, bid)
    lost = [f"“{a.name}” is not inside a bid.json; attach it again" for a in bid.attachments]
    _write_new(options.file, rebuilt(bid, attachments=()), options, {})
    for words in (*found, *lost):
        say(words)
    return 1 if found else 0


def _round_for(source: Path, stated: dict[str, object], extra: Path | None) -> Round:
    beside = source.with_name("round.json")
    if beside.is_file():
        return read_pack(beside.read_bytes(), beside.name)
    usable, _ = library.packs(extra)
    for pack in usable:
        if pack.round.hash == stated.get("hash"):
            return pack.round
    same = [pack.round for pack in usable if pack.round.id == stated.get("id")]
    if same and not stated.get("hash"):
        return same[-1]
    name = str(stated.get("id", "unknown"))[:80]
    raise CommandError(
        f"The round of this bid (“{name}”) is not here in the same form. "
        f"Put its round.json beside {source.name}"
    )
