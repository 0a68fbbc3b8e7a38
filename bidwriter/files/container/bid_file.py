"""The `.bid` file and the package, read the same way; and the `.bid` written."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from bidwriter.bids.bid import Bid
from bidwriter.bids.record.differing import differences
from bidwriter.bids.record.file_names import file_names
from bidwriter.bids.record.record import Record, RecordError, bid_of, read_record, record
from bidwriter.files.container import bag, team_files
from bidwriter.files.container.bag import Bag
from bidwriter.files.container.history_form import check_form
from bidwriter.files.container.team_files import with_team_files
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.replacing import reason
from bidwriter.files.disk.trouble import DamagedError, FileTroubleError, NewerError, NotABidError
from bidwriter.forms import NewerFormError, Unknown, unknown_sentence
from bidwriter.rounds.round import Round, data_of, read_carried_round

Kind = Literal["bid", "package"]
_LARGEST_KEPT = 1_000_000  # bytes; a round that ships has some 40,000
_TAKEN_OUT = "history/"  # the folder of attachments that only history names


@dataclass(frozen=True)
class Opened:
    """What a file held. `contents` are the attachments' bytes by SHA-256; `digest` is the file's
    own SHA-256; `history` is read when it is asked for; `others` are files that this bidwriter
    does not know, kept as they are; `unknown` says what in its parts it does not know."""

    kind: Kind
    bid: Bid
    bag: Bag
    record: Record
    contents: dict[str, bytes]
    digest: str
    history: bytes = b""
    others: Mapping[str, bytes] = field(default_factory=dict)
    unknown: str = ""

    @cached_property
    def differences(self) -> tuple[str, ...]:
        """Where the record states something that its answers do not bear out; worked out when it
        is first asked for."""
        lost = tuple(
            f"The attachment “{a.name}” is not in the file"
            for a in self.bid.attachments
            if a.sha256 not in self.contents
        )
        return differences(self.record, self.bid) + lost

    @property
    def whole(self) -> bool:
        """Whether nothing is missing, added, changed or misstated."""
        return self.bag.whole and not self.differences


def open_file(path: Path, *, to_change: bool = True) -> Opened:
    """Read a bid or a package from anyone. Raises FileTroubleError; nothing is written.

    The file's own digest is only taken where it may be changed and saved again.
    """
    if to_change and path.is_dir():
        raise NotABidError(f"“{path.name}” is a folder; open the bid or the zip that it came from")
    try:
        data_bag = bag.read(path)
        digest = _sha256(path) if to_change else ""
    except OSError as error:
        raise FileTroubleError(f"“{path.name}” could not be read: {reason(error)}") from None
    return read_bag(data_bag, path.name, digest)


def read_bag(read: Bag, name: str, digest: str = "") -> Opened:
    """The bid in a bag. Raises FileTroubleError."""
    kind = _kind(read, name)
    history = read.payload.get(team_files.HISTORY, b"")
    check_form(history, name)
    round_, strange = _carried(_part(read, "round.json", name), name)
    made, bid = read_bid(_part(read, "bid.json", name), round_, name)
    by_hash = {
        hashlib.sha256(data).hexdigest(): data
        for path, data in read.payload.items()
        if path.startswith(("attachments/", _TAKEN_OUT))
    }
    if kind == "bid":
        bid = with_team_files(bid, read.payload, name)
    others, said = _others(read.payload), unknown_sentence((*strange, *bid.unknown))
    return Opened(kind, bid, read, made, by_hash, digest, history, others, said)


def _others(payload: Mapping[str, bytes]) -> dict[str, bytes]:
    known = {"bid.json", "round.json", team_files.HISTORY, *team_files.PATHS}
    return {
        path: data
        for path, data in payload.items()
        if path not in known and not path.startswith(("attachments/", _TAKEN_OUT))
    }


def read_bid(data: bytes, round_: Round, name: str) -> tuple[Record, Bid]:
    """The record in `bid.json` and its bid. Raises FileTroubleError."""
    try:
        made, unknown = read_record(strict_json.loads(data, f"bid.json in “{name}”"))
        if made.round.hash and made.round.hash.lower() != round_.hash:
            raise RecordError(  # noqa: TRY301 - said below with the file's name
                "The bid answers another round than the one beside it"
            )
        return made, bid_of(made, round_, unknown)
    except NewerFormError as error:
        raise NewerError(f"“{name}” could not be opened. {error}") from None
    except RecordError as error:
        raise DamagedError(f"“{name}” could not be opened. {error}") from None


def read_pack(data: bytes, name: str) -> Round:
    """The round pack in `round.json`. Raises FileTroubleError."""
    return _carried(data, name)[0]


def _carried(data: bytes, name: str) -> tuple[Round, tuple[Unknown, ...]]:
    try:
        return _kept_round(data) if len(data) <= _LARGEST_KEPT else _round_in(data)
    except FileTroubleError:
        strict_json.loads(data, f"round.json in “{name}”")  # says it of this file
        raise
    except NewerFormError as error:
        raise NewerError(f"“{name}” could not be opened. {error}") from None
    except (ValidationError, ValueError, RecursionError):
        raise DamagedError(
            f"“{name}” holds a round that cannot be read. It has not been touched"
        ) from None


def _round_in(data: bytes) -> tuple[Round, tuple[Unknown, ...]]:
    return read_carried_round(strict_json.loads(data, "round.json"))


# All bids of a fund bring the same round with them.
_kept_round = lru_cache(maxsize=4)(_round_in)


def _kind(read: Bag, name: str) -> Kind:
    if "bid.json" not in read.payload or "round.json" not in read.payload:
        raise NotABidError(f"“{name}” is a zip of checked files, but holds no bid")
    return "package" if "package.json" in read.payload else "bid"


def _part(read: Bag, path: str, name: str) -> bytes:
    if path not in read.payload:
        raise DamagedError(f"“{name}” is damaged: {path} is missing. It has not been touched")
    return read.payload[path]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# --- writing ---------------------------------------------------------------------------------


def bid_bytes(
    bid: Bid,
    contents: Mapping[str, bytes],
    history: bytes = b"",
    others: Mapping[str, bytes] | None = None,
) -> bytes:
    """The `.bid` file of a bid, its attachments' bytes and its history: same bid and history,
    same bytes. `others` are files to keep that are none of bidwriter's."""
    names = file_names(bid.attachments)
    payload = {
        **(others or {}),
        "bid.json": strict_json.dumps(record(bid, whole=True)),
        "round.json": strict_json.dumps(data_of(bid.round)),
        **team_files.team_files(bid),
    }
    if history:
        payload[team_files.HISTORY] = history
        payload |= _reached_by_history(bid, contents, history)
    for item in bid.attachments:
        if item.sha256 in contents:
            payload[f"attachments/{names[item.sha256]}"] = contents[item.sha256]
    return bag.write("bid", payload, {**bag.software(), **info(bid)})


def _reached_by_history(
    bid: Bid, contents: Mapping[str, bytes], history: bytes
) -> dict[str, bytes]:
    """Attachments that were taken out, kept for as long as a version can bring them back."""
    attached = {item.sha256 for item in bid.attachments}
    return {
        f"{_TAKEN_OUT}{sha256}": data
        for sha256, data in contents.items()
        if sha256 not in attached and f"attachments/{sha256}".encode() in history
    }


def info(bid: Bid) -> dict[str, str]:
    """The lines of a bid file's `bag-info.txt` but for the software's and the bag's own."""
    return {
        "External-Identifier": bid.bid_id,
        "External-Description": f"A bid being drafted: {bid.title or 'no title yet'}",
        "Bagging-Date": bagging_date(bid),
    }


def bagging_date(bid: Bid) -> str:
    """The day of the bid's last change, in UTC; a bid never changed has the first day of 1980."""
    when = bid.changed.when if bid.changed else datetime(1980, 1, 1, tzinfo=UTC)
    return when.astimezone(UTC).date().isoformat()
