"""`history.jsonl`: the history inside a bid file, a line for each thing.

{"history": 2}                 the first line
{"round": HASH, "data": {}}    a round pack, once
{"version": {}}                a version; the last one is the bid beside it
{"snapshot": {}}               the whole bid at a version
{"name": {}}                   a name given to a version
{"forgotten": [ID]}            versions that were taken out, so that no copy brings them back

It is carried as bytes. Saving reads its last version alone, opening reads nothing of it.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from pydantic import ValidationError

from bidwriter.bids.bid import Bid
from bidwriter.bids.history.log import Log, Named
from bidwriter.bids.history.recording import (
    SNAPSHOT_EVERY,
    Doing,
    begun,
    joined_up,
    joins,
    outside,
)
from bidwriter.bids.history.snapshot import Snapshot, snapshot
from bidwriter.bids.history.version import Version, root_of, whole_hash
from bidwriter.files.container.history_form import FORM
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.rounds.round import Round, data_of

_MOMENT = timedelta(seconds=1)  # what the clock tells
_HEAD = f'{{"{FORM.key}":{FORM.number}}}\n'.encode()


# --- writing ---------------------------------------------------------------------------------


def settled(data: bytes, bid: Bid) -> bytes:
    """The history whose last version is `bid`: begun, or told of what was changed by other
    means, where need be."""
    head = _head(data)
    if head is None:
        root = root_of(bid)
        start = _HEAD + _round(bid.round)
        return start + _version(root) + _snapshot(snapshot(root.id, bid))
    if head.whole == whole_hash(bid):
        return data
    found = outside(head, bid)
    return _with_round(data, bid.round) + _version(found) + _snapshot(snapshot(found.id, bid))


def recorded(data: bytes, before: Bid, after: Bid, doing: Doing) -> bytes:
    """The history of `before`, and then of what makes it `after`."""
    data = settled(data, before)
    head = _head(data)
    assert head is not None
    if head.whole == whole_hash(after):
        return data
    data = _with_round(data, after.round)
    # A name or a snapshot after it speaks of the version as it is: that one is not gone on with.
    if _is_last_line(data, head) and joins(head, doing):
        cut = data.rstrip(b"\n").rfind(b"\n") + 1
        return data[:cut] + _version(joined_up(head, before, after, doing))
    return _begun(data, head, before, after, doing)


def recorded_join(data: bytes, mine: str, before: Bid, after: Bid, doing: Doing) -> bytes:
    """The history with a version that comes from the version `mine`, which is `before`, and from
    the other copies' versions that `doing` names. Those stand in `data` already, after mine."""
    head = next(v for line in _lines(data) if (v := _read_version(line)) and v.id == mine)
    return _begun(_with_round(data, after.round), head, before, after, doing)


def _begun(data: bytes, head: Version, before: Bid, after: Bid, doing: Doing) -> bytes:
    if head.since + 1 >= SNAPSHOT_EVERY:
        data += _snapshot(snapshot(head.id, before))
        head = head.model_copy(update={"since": 0})
    return data + _version(begun(head, before, after, doing))


def named(data: bytes, name: Named) -> bytes:
    """The history with a version named. What is written after it is a new version. It is later
    than the name that the version had, whatever a clock that tells seconds says."""
    told = [one for line in _lines(data) if (one := _read_name(line)) and one.of == name.of]
    last = max((one.when for one in told), default=name.when - _MOMENT)
    name = name.model_copy(update={"when": max(name.when, last + _MOMENT)})
    return data + _line({"name": name.model_dump(mode="json", exclude_defaults=True)})


def last_alone(data: bytes, bid: Bid) -> bytes:
    """The history of nothing but the version that the bid is: its id, so that copies can still be
    joined, its names, and the bid at it. No word of what was before is left."""
    data = settled(data, bid)
    head = _head(data)
    assert head is not None
    alone = head.model_copy(update={"steps": (), "since": 0})
    named_ = [line for line in _lines(data) if _of(line) == head.id and "name" in line]
    start = _HEAD + _round(bid.round) + _version(alone) + _snapshot(snapshot(head.id, bid))
    return start + b"".join(_line(line) for line in named_)


def forgotten(data: bytes, bid: Bid) -> bytes:
    """The same, and that all earlier versions are forgotten: joining brings none of them back."""
    data = settled(data, bid)
    gone = [*_forgotten(data), *(v.id for line in _lines(data) if (v := _read_version(line)))]
    kept = last_alone(data, bid)
    ids = sorted({*gone} - {head_id(kept)})
    return kept + (_line({"forgotten": ids}) if ids else b"")


def with_others(data: bytes, theirs: bytes) -> bytes:
    """The history and, before any later version, all that another copy's history knows more and
    this one has not forgotten."""
    mine = set(data.splitlines())
    known = {version.id for line in _lines(data) if (version := _read_version(line))}
    gone = set(_forgotten(data))
    parts = [data]
    for raw in theirs.splitlines():
        line = _read_line(raw)
        if raw in mine or line is None or {"history", "forgotten"} & line.keys():
            continue
        version = _read_version(line)
        if (version and version.id in known) or _of(line) in gone:
            continue
        parts.append(raw + b"\n")
    return b"".join(parts)


def _of(line: dict[str, Any]) -> str:
    """The id of the version that a line is, or speaks of; "" for another line."""
    for kind, key in (("version", "id"), ("snapshot", "of"), ("name", "of")):
        if isinstance(part := line.get(kind), dict):
            return str(part.get(key, ""))
    return ""


def _forgotten(data: bytes) -> Iterator[str]:
    for line in _lines(data):
        if isinstance(ids := line.get("forgotten"), list):
            yield from (id_ for id_ in ids if isinstance(id_, str))


def head_id(data: bytes) -> str:
    """The id of the version that the file holds; "" where there is no history."""
    head = _head(data)
    return head.id if head else ""


def _line(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _version(version: Version) -> bytes:
    return _line({"version": version.model_dump(mode="json", exclude_defaults=True)})


def _snapshot(made: Snapshot) -> bytes:
    return _line({"snapshot": made.model_dump(mode="json", exclude_defaults=True)})


def _round(round_: Round) -> bytes:
    return _line({"round": round_.hash, "data": data_of(round_)})


def _with_round(data: bytes, round_: Round) -> bytes:
    known = f'{{"round":"{round_.hash}"'.encode()
    return data if data.startswith(known) or b"\n" + known in data else data + _round(round_)


# --- reading ---------------------------------------------------------------------------------


def read_log(data: bytes, bid_id: str) -> Log:
    """The whole history; lines that cannot be read are passed over and counted."""
    versions: dict[str, Version] = {}
    names: list[Named] = []
    snapshots: dict[str, Snapshot] = {}
    rounds: dict[str, dict[str, Any]] = {}
    broken = 0
    for raw in data.splitlines():
        line = _read_line(raw)
        try:
            match line:
                case {"history": int()}:
                    pass
                case {"version": dict(version)}:
                    made = Version.model_validate(version)
                    versions[made.id] = made
                case {"snapshot": dict(found)}:
                    whole = Snapshot.model_validate(found)
                    snapshots[whole.of] = whole
                case {"name": dict(name)}:
                    names.append(Named.model_validate(name))
                case {"round": str(hash_), "data": dict(pack)}:
                    rounds[hash_] = pack
                case {"forgotten": list()}:
                    pass
                case _:
                    broken += bool(raw.strip())
        except ValidationError:
            broken += 1
    return Log(
        bid_id,
        tuple(versions.values()),
        names=tuple(names),
        snapshots=snapshots,
        rounds=rounds,
        broken=broken,
    )


def _lines(data: bytes) -> Iterator[dict[str, Any]]:
    for raw in data.splitlines():
        line = _read_line(raw)
        if line is not None:
            yield line


def _read_name(line: dict[str, Any]) -> Named | None:
    try:
        return Named.model_validate(line["name"]) if "name" in line else None
    except ValidationError:
        return None


def _read_line(raw: bytes) -> dict[str, Any] | None:
    try:
        line = strict_json.loads(raw, "the history")
    except FileTroubleError:
        return None
    return line if isinstance(line, dict) else None


def _read_version(line: dict[str, Any]) -> Version | None:
    try:
        return Version.model_validate(line["version"]) if "version" in line else None
    except ValidationError:
        return None


def _head(data: bytes) -> Version | None:
    """The last version, read from the end."""
    end = len(data)
    while end > 0:
        start = data.rfind(b"\n", 0, end - 1) + 1
        line = _read_line(data[start:end]) if data.startswith(b'{"version"', start) else None
        if line and (version := _read_version(line)):
            return version
        end = start
    return None


def _is_last_line(data: bytes, head: Version) -> bool:
    start = data.rstrip(b"\n").rfind(b"\n") + 1
    return data.startswith(b'{"version"', start) and f'"id":"{head.id}"'.encode() in data[start:]
