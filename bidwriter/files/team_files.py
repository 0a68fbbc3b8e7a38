"""What a bid file holds for the team alone, beside `bid.json`: comments, undecided conflicts, and
what was said when the copy was made. None of it is ever in a package."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from bidwriter.bids.bid import Bid, Lent, rebuilt
from bidwriter.bids.comment import Comment
from bidwriter.bids.conflict import Conflict
from bidwriter.files import strict_json
from bidwriter.files.trouble import DamagedError
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
    return {path: strict_json.dumps(value) for path, value in made.items()}


def with_team_files(bid: Bid, payload: Mapping[str, bytes], name: str) -> Bid:
    """`bid` with what the files hold. Raises DamagedError."""
    comments = _all(payload, COMMENTS, "comments", Comment, name)
    conflicts = _all(payload, CONFLICTS, "conflicts", Conflict, name)
    by_id = {comment.id: comment for comment in comments}
    return rebuilt(
        bid,
        comments=tuple(sorted(by_id.values(), key=lambda c: (c.when, c.id))),
        conflicts=tuple(
            sorted({c.id: c for c in conflicts}.values(), key=lambda c: (c.place, c.id))
        ),
        lent=_read(Lent, _loaded(payload, LENT, name), LENT, name) if LENT in payload else None,
    )


def _json(value: Frozen) -> Any:
    return value.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _all(
    payload: Mapping[str, bytes], path: str, key: str, kind: type[F], name: str
) -> tuple[F, ...]:
    if path not in payload:
        return ()
    raw = _loaded(payload, path, name)
    rows = raw.get(key) if isinstance(raw, dict) else None
    if not isinstance(rows, list):
        raise DamagedError(f"“{name}” is damaged: {path} cannot be read. It has not been touched")
    return tuple(_read(kind, row, path, name) for row in rows)


def _loaded(payload: Mapping[str, bytes], path: str, name: str) -> Any:
    return strict_json.loads(payload[path], f"{path} in “{name}”")


def _read(kind: type[F], raw: Any, path: str, name: str) -> F:
    try:
        return kind.model_validate(raw)
    except ValidationError as error:
        why = plain_errors(error)[0]
        raise DamagedError(
            f"“{name}” is damaged: {path} cannot be read ({why}). It has not been touched"
        ) from None
