"""What a journal's lines say. A record is a line: CRC-32, a space, JSON.

`{"journal": 2, "base", "path", "begun", "process", "computer"}` heads a file; `base` is the
SHA-256 of the bid file it starts from. Then, in order:

- a change;
- `{"attachment": sha256}`: its bytes were put beside the journal;
- `{"follows": {name: lost}}`: here the work in other journals was taken over, so many of whose
  changes had not fitted;
- `{"saving": sha256, "but": n}`: all before this, but the last n, is in the bid file with this
  SHA-256, if that came to be; `{"saved": ...}`: it did.

A broken line is passed over, and counts as lost; what stands around it counts. One that was torn
as it was written was never there whole, and nobody was told that it was: it is no line at all.
"""

import json
import os
import socket
import time
import zlib
from pathlib import Path
from typing import Any, NamedTuple

from bidwriter.files.disk import strict_json
from bidwriter.files.disk.holding import TORN
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.forms import Form

Record = dict[str, Any]
BROKEN: Record = {"broken": True}  # stands for a line that cannot be read; never written


# The first form was never released.
FORM = Form("The recovery copy", "journal", (lambda record: record,))
_FORM_NOW = FORM.number


class Unsaved(NamedTuple):
    """What in a journal is not in the bid file: its items in order, the SHA-256 of the bid file
    that they start from, and the journals that were taken over and then saved, with what each
    lost."""

    items: tuple[Record, ...]
    start: str
    saved: frozenset[tuple[str, int]]


def head(base: str, path: Path) -> Record:
    """The first record of a journal of this process."""
    return {
        FORM.key: _FORM_NOW,
        "base": base,
        "path": os.fsencode(path).decode("utf-8", "replace"),
        "begun": str(time.time_ns()),  # as text: longer than any number `strict_json` reads
        "process": os.getpid(),
        "computer": socket.gethostname(),
    }


def is_newer(records: tuple[Record, ...]) -> bool:
    """Whether a later bidwriter wrote the journal: it is left alone."""
    stated = (_number(record, FORM.key) for record in records[:1])
    return any(number > _FORM_NOW for number in stated)


def line(record: Record) -> bytes:
    """A record as it stands in the file."""
    body = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


def parse(data: bytes) -> tuple[Record, ...]:
    """The records of a journal, with BROKEN in the place of each that cannot be read."""
    *whole, last = data.split(b"\n")  # what no line feed ends is torn
    lines = [text for text in whole if text and not text.endswith(TORN)]
    # A disk may have room for a line and not the line: then there is a run of noughts in it.
    if lines and not last and b"\0\0" in lines[-1]:
        lines.pop()
    # One bit of the last line feed may have turned.
    tail = [found for text in (last, last[:-1]) if (found := _record(text)) is not BROKEN]
    return (*map(_record, lines), *tail[:1])


def unsaved(records: tuple[Record, ...], digest: str) -> Unsaved:
    """What is not in the bid file whose SHA-256 is `digest`."""
    items: list[Record] = []
    start, saved = "", set[tuple[str, int]]()
    for record in records:
        if "journal" in record:
            start = _text(record, "base")
        elif "saved" in record or ("saving" in record and record["saving"] == digest):
            start = _text(record, "saved") or digest
            cut = len(items) - _number(record, "but")
            saved |= {pair for item in items[:cut] for pair in follows(item).items()}
            items = items[cut:]
        elif "saving" not in record:
            items.append(record)
    return Unsaved(tuple(items), start, frozenset(saved))


def follows(record: Record) -> dict[str, int]:
    """The journals taken over at this record, with how many of their changes had not fitted."""
    named = record.get("follows")
    if not isinstance(named, dict):
        return {}
    return {str(name): lost for name, lost in named.items() if isinstance(lost, int)}


def begun(records: tuple[Record, ...]) -> int:
    """When the journal was begun, as its maker's clock said; 0 where it does not say."""
    said = _text(records[0], "begun") if records else ""
    return int(said) if said.isdecimal() else 0


def maker(records: tuple[Record, ...]) -> tuple[int, str]:
    """The process and the computer that made the journal; (0, "") where it does not say."""
    return (_number(records[0], "process"), _text(records[0], "computer")) if records else (0, "")


def _record(text: bytes) -> Record:
    crc, _, body = text.partition(b" ")
    if crc != b"%08x" % zlib.crc32(body):
        return BROKEN
    try:
        record = strict_json.loads(body, "the recovery copy")
    except FileTroubleError:
        return BROKEN
    return record if isinstance(record, dict) else BROKEN


def _text(record: Record, name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""


def _number(record: Record, name: str) -> int:
    value = record.get(name)
    return value if isinstance(value, int) and value >= 0 else 0
