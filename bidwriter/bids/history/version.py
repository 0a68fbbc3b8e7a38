"""A version: one stretch of work by one person, known by the SHA-256 of what it is."""

import hashlib
import json
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import rfc8785
from pydantic import AwareDatetime, Field, JsonValue

from bidwriter.bids.bid import Bid, Same, Sha256, chooses_language
from bidwriter.bids.changes import Edit, diff
from bidwriter.bids.history.packing import pack
from bidwriter.bids.leaves import leaves_of
from bidwriter.bids.person import Person
from bidwriter.bids.places import COMMENTS, ROUND
from bidwriter.bids.record.content_hash import content_hash
from bidwriter.kinds.frozen import Frozen, Words

NO_ID = "0" * 64
_NEVER = datetime(1980, 1, 1, tzinfo=UTC)


class Step(Frozen):
    """What one save put down: packed edits. `saved` is the id that the version had at that save,
    if more steps followed: whoever has that file has this version up to here."""

    when: AwareDatetime
    words: str = ""
    edits: tuple[tuple[JsonValue, ...], ...] = ()
    saved: Sha256 | None = None


class Version(Frozen):
    """`parents` come before it, the first being the one that the steps start from. `content` is
    the bid's content hash, `whole` the hash of all that history keeps. `words` is set where the
    version is more than a stretch of writing; `file` names a joined copy."""

    id: Sha256
    parents: tuple[Sha256, ...] = ()
    content: Sha256
    whole: Sha256
    who: Person = Person()
    when: AwareDatetime
    words: Words = Field(default="", max_length=500)
    file: Words = Field(default="", max_length=300)
    steps: tuple[Step, ...] = ()
    since: int = Field(default=0, ge=0)  # versions since the last full snapshot

    @property
    def is_root(self) -> bool:
        """Whether history begins here."""
        return not self.parents


def version_id(version: Version, steps: int | None = None, content: str = "") -> str:
    """The id that a version has, or that it had after its first `steps` steps, when the bid's
    content hash was `content`."""
    kept = version.steps if steps is None else version.steps[:steps]
    last = kept[-1].when if kept and steps is not None else version.when
    said: dict[str, Any] = {
        "parents": list(version.parents),
        "content": content or version.content,
        "who": version.who.model_dump(mode="json"),
        "when": last.isoformat(),
        "changes": [
            {"when": s.when.isoformat(), "words": s.words, "edits": _plain(s.edits)} for s in kept
        ],
    }
    return hashlib.sha256(rfc8785.dumps(said)).hexdigest()


def _plain(value: Any) -> Any:
    return [_plain(part) for part in value] if isinstance(value, tuple | list) else value


def with_id(version: Version) -> Version:
    """`version` under the id that it has."""
    return version.model_copy(update={"id": version_id(version)})


def historic_edits(old: Bid, new: Bid) -> tuple[Edit, ...]:
    """What history keeps of the difference: everything but comments and the language of the
    form. A round is named by its hash; its data stands in the history once."""
    edits = []
    for edit in diff(old, new):
        if edit.place == ROUND:
            edits.append(Edit(place=ROUND, before=old.round.hash, after=new.round.hash))
        elif not COMMENTS.holds(edit.place) and not chooses_language(new, edit.place):
            edits.append(edit)
    return tuple(edits)


def step_of(edits: tuple[Edit, ...], when: datetime, words: str) -> Step:
    """A step of these edits."""
    return Step(when=when, words=words, edits=tuple(tuple(pack(edit)) for edit in edits))


def whole_hash(bid: Bid) -> str:
    """SHA-256 over all that history keeps of a bid."""
    return _hashed(Same(bid))


@lru_cache(maxsize=4)  # each save asks for that of the bid before it and after it several times
def _hashed(key: Same) -> str:
    bid = key.bid
    said = json.dumps([bid.round.hash, leaves_of(bid)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def root_of(bid: Bid) -> Version:
    """The version that history begins with, where a file has none: the same for the same bid."""
    who = bid.changed.who if bid.changed else Person()
    when = bid.changed.when if bid.changed else _NEVER
    whole = whole_hash(bid)
    step = Step(when=when, edits=(("whole", None, whole),))
    root = Version(
        id=NO_ID, content=content_hash(bid), whole=whole, who=who, when=when, steps=(step,)
    )
    return with_id(root)
