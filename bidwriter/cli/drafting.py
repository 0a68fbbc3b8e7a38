"""Commands that make and change bid files: new, places, attach, import."""

import argparse
from pathlib import Path

from bidwriter import clock
from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.editing import attach as attach_to
from bidwriter.bids.editing import set_language
from bidwriter.bids.person import Stamp
from bidwriter.bids.record.differing import differences
from bidwriter.bids.typed.place_list import places_of
from bidwriter.bids.typed.setting import language_code
from bidwriter.cli.changing import free, open_to_change, person, save_change, stamp
from bidwriter.cli.output import say, say_json
from bidwriter.cli.trouble import CommandError
from bidwriter.desk.new_bid import begun, write_new
from bidwriter.files.container.attachments import check_room, read_attachment
from bidwriter.files.container.bid_file import bid_bytes, open_file, read_bid, read_pack
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.reading import read_file
from bidwriter.files.disk.replacing import replace
from bidwriter.rounds import library
from bidwriter.rounds.round import Round


def new(options: argparse.Namespace) -> int:
    """Make an empty bid; a file that is there already is left alone."""
    pack = library.find(options.round, options.rounds)
    bid = begun(pack.round, stamp(options))
    bid = set_language(bid, language_code(bid, options.language))
    write_new(free(options.file), bid)
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


def attach(options: argparse.Namespace) -> int:
    """Attach a file, known by its content."""
    opened = open_to_change(options.file, options)
    attachment, data = read_attachment(options.path, options.about)
    check_room(opened.bid.attachments, attachment)
    if strange := [q for q in options.answers if q not in opened.bid.round.questions_of_files]:
        known = ", ".join(opened.bid.round.questions_of_files) or "none"
        raise CommandError(f"“{strange[0]}” asks for no files. Questions that do: {known}")
    attachment = attachment.model_copy(update={"for_": tuple(sorted({*options.answers}))})
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
    data = read_file(source, strict_json.LARGEST + 1)
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
        return read_pack(read_file(beside, strict_json.LARGEST + 1), beside.name)
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
