"""The command `set`: one place, or many at once as one change."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bidwriter.bids.bid import Bid
from bidwriter.bids.joining.deciding import Choice, decide
from bidwriter.bids.places import read_place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.bids.typed.values import as_typed, pairs
from bidwriter.cli.changing import open_to_change, save_change
from bidwriter.cli.output import say
from bidwriter.cli.trouble import CommandError
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.reading import read_file
from bidwriter.prose.characters import unseen_in
from bidwriter.spoken import SpokenError

LARGEST_VALUE = 5_000_000
_MOST_TOLD = 5  # of the places that could not be set


def set(options: argparse.Namespace) -> int:  # noqa: A001 - the command's name
    """Set one place to a typed value, or many."""
    if options.values is not None:
        return _set_many(options)
    if options.place is None:
        raise CommandError("Say which place to set, or give many with --values VALUES.json")
    opened = open_to_change(options.file, options)
    typed = _typed(options, opened.bid)
    changed = _set(opened.bid, options.place, typed)
    save_change(options.file, opened, changed, options, f"Set {options.place}")
    return 0


def _set_many(options: argparse.Namespace) -> int:
    """All of it as one change, or none."""
    if options.place is not None or options.source is not None:
        raise CommandError("Give one place and its value, or --values, not both")
    opened = open_to_change(options.file, options)
    data = _from_file(options.values)
    raw = strict_json.loads(data, f"“{options.values.name}”")
    if not isinstance(raw, dict):
        raise CommandError(
            f"“{options.values.name}” must hold one object of places with their values"
        )
    bid, wrong = opened.bid, list[str]()
    typed_pairs = list(_pairs(raw))
    for place, typed in typed_pairs:
        try:
            bid = _set(bid, place, typed)
        except SpokenError as error:
            wrong.append(f"{place}: {error}")
    if wrong:
        more = [f"and {len(wrong) - _MOST_TOLD} more"] if len(wrong) > _MOST_TOLD else []
        were = f"{len(wrong)} of {len(typed_pairs)} values cannot be set, so nothing was written"
        raise CommandError("; ".join([f"{were}. {wrong[0]}", *wrong[1:_MOST_TOLD], *more]))
    places = "1 place" if len(typed_pairs) == 1 else f"{len(typed_pairs)} places"
    save_change(options.file, opened, bid, options, f"Set {places} from {options.values.name}")
    say(f"Set {places}")
    return 0


def _pairs(raw: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each place with what one would type there."""
    for place, value in pairs(raw):
        is_text = isinstance(value, str)
        typed = _seen(_lines(value), f"The value of {place}") if is_text else as_typed(value)
        yield place, typed


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
        return _decoded(_bounded(_from_file(options.source)), str(options.source))
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


def _from_file(path: Path) -> bytes:
    """A file's bytes, or what a pipe gives that was named on purpose."""
    if path.is_file():
        return read_file(path, strict_json.LARGEST + 1)
    with path.open("rb") as file:
        return file.read(strict_json.LARGEST + 1)


def _bounded(data: bytes) -> bytes:
    if len(data) > LARGEST_VALUE:
        raise CommandError(f"The value is longer than {LARGEST_VALUE // 10**6} MB")
    return data


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CommandError(f"{name} is not text in UTF-8") from None
    return _seen(_lines(text), name)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _seen(text: str, name: str) -> str:
    if strange := unseen_in(text):
        raise CommandError(f"{name} holds {strange[0]}, which nobody can see; take it out")
    return text
