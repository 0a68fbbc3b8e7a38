"""What a bid file holds for the team alone, beside `bid.json`: comments, undecided conflicts, and
what was said when the copy was made. None of it is ever in a package."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from bidwriter.bids.bid import Bid, Lent, rebuilt
from bidwriter.bids.comment import Comment
from bidwriter.bids.conflict import Conflict
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.trouble import DamagedError
from bidwriter.forms import Unknown, put_back, read_known
from bidwriter.kinds.frozen import Frozen
from bidwriter.kinds.wording import plain_errors

COMMENTS, CONFLICTS, LENT = "comments.json", "conflicts.json", "copy.json"
HISTORY = "history.jsonl"  # written by `history_file`
PATHS = (COMMENTS, CONFLICTS, LENT)

F = TypeVar("F", bound=Frozen)


def team_files(bid: Bid) -> dict[str, bytes]:
    """The files, by path; none where there is nothing to say."""
    made: dict[str, Any] = {}
    if bid.comments:
        made[COMMENTS] = {"comments": [_json(c) for c in bid.comments]}
    if bid.conflicts:
        made[CONFLICTS] = {"conflicts": [_json(c) for c in bid.conflicts]}
    if bid.lent:
        made[LENT] = _json(bid.lent)
    return {path: strict_json.dumps(_with_unknown(path, made, bid)) for path in made}


def _with_unknown(path: str, made: dict[str, Any], bid: Bid) -> Any:
    return put_back(made[path], tuple(u._replace(path=u.path[1:]) for u in bid.unknown
                                      if u.path[0] == path))  # fmt: skip


def with_team_files(bid: Bid, payload: Mapping[str, bytes], name: str) -> Bid:
    """`bid` with what the files hold. Raises DamagedError."""
    comments, strange = _all(payload, COMMENTS, "comments", Comment, name)
    conflicts, stranger = _all(payload, CONFLICTS, "conflicts", Conflict, name)
    lent, strangest = _lent(payload, name)
    by_id = {comment.id: comment for comment in comments}
    return rebuilt(
        bid,
        unknown=(*bid.unknown, *strange, *stranger, *strangest),
        comments=tuple(sorted(by_id.values(), key=lambda c: (c.when, c.id))),
        conflicts=tuple(
            sorted({c.id: c for c in conflicts}.values(), key=lambda c: (c.place, c.id))
        ),
        lent=lent,
    )


def _json(value: Frozen) -> Any:
    return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _all(
    payload: Mapping[str, bytes], path: str, key: str, kind: type[F], name: str
) -> tuple[tuple[F, ...], tuple[Unknown, ...]]:
    if path not in payload:
        return (), ()
    raw = _loaded(payload, path, name)
    rows = raw.get(key) if isinstance(raw, dict) else None
    if not isinstance(rows, list):
        raise DamagedError(f"“{name}” is damaged: {path} cannot be read. It has not been touched")
    unknown = [Unknown((path, other), raw[other]) for other in raw if other != key]
    values: list[F] = []
    for row in rows:
        value, more = _read(kind, row, path, name)
        values.append(value)
        unknown += [u._replace(path=(path, key, str(row.get("id")), *u.path)) for u in more]
    return tuple(values), tuple(unknown)


def _lent(payload: Mapping[str, bytes], name: str) -> tuple[Lent | None, tuple[Unknown, ...]]:
    if LENT not in payload:
        return None, ()
    lent, unknown = _read(Lent, _loaded(payload, LENT, name), LENT, name)
    return lent, tuple(u._replace(path=(LENT, *u.path)) for u in unknown)


def _loaded(payload: Mapping[str, bytes], path: str, name: str) -> Any:
    return strict_json.loads(payload[path], f"{path} in “{name}”")


def _read(kind: type[F], raw: Any, path: str, name: str) -> tuple[F, tuple[Unknown, ...]]:
    try:
        return read_known(raw, kind.model_validate)
    except ValidationError as error:
        why = plain_errors(error)[0]
        raise DamagedError(
            f"“{name}” is damaged: {path} cannot be read ({why}). It has not been touched"
        ) from None
