"""Reading copies and joining them, as one piece of work that can run off the interface thread."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.history.recording import Doing
from bidwriter.bids.history.relation import joined_when
from bidwriter.bids.joining.copies import JoinError, Joining, begin, join_copy
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.telling.sides import Side, side_of
from bidwriter.files.container.bid_file import open_file
from bidwriter.files.container.copies import ReadCopy, joined_history, read_copy
from bidwriter.files.recovery.kept import Kept

# What history can hold of a joining's words and of a file's name.
_LONGEST_WORDS, _LONGEST_FILE = 500, 300


class JoinedCopies(NamedTuple):
    """What stands after joining: `mine` and the copies as they were read, and the joining.
    `after` is the joined bid after each copy, which tells what came from which; `bases` are the
    versions that each copy and the bid come from, `digests` the SHA-256 of their files."""

    mine: ReadCopy
    others: tuple[ReadCopy, ...]
    joining: Joining
    after: tuple[Bid, ...]
    bases: tuple[Stamp | None, ...]
    digests: tuple[str, ...]

    @property
    def is_nothing_new(self) -> bool:
        """Whether the copies brought nothing."""
        return len(self.joining.heads) == 1 and self.joining.bid == self.mine.copy.bid

    @property
    def new(self) -> tuple[ReadCopy, ...]:
        """The copies that brought something."""
        heads, known = self.joining.heads, self.joining.known
        return tuple(
            other
            for other in self.others
            if other.copy.head in heads or other.copy.file not in known
        )

    def sides(self, own: Person) -> tuple[Side, ...]:
        """Who each copy is from."""
        return tuple(_side(other, own) for other in self.others)

    def known_since(self) -> Stamp | None:
        """Who joined a copy that brings nothing, and when, if history tells."""
        found = (joined_when(self.mine.copy.log, other.copy.head) for other in self.others)
        return next((stamp for stamp in found if stamp), None)


class Taken(NamedTuple):
    """Of what was joined, what is taken: the same, less what was only looked at."""

    mine: ReadCopy
    new: tuple[ReadCopy, ...]
    joining: Joining


def join_files(
    kept: Kept,
    contents: Mapping[str, bytes],
    name: str,
    paths: tuple[Path, ...],
    begin_step: Callable[[int], None],
) -> JoinedCopies:
    """Read the copies at `paths` and join them into the bid. `begin_step` hears which file is
    being read, and then that they are being joined. Raises FileTroubleError and JoinError."""
    mine = kept.copy(dict(contents), name)
    others: list[ReadCopy] = []
    digests: list[str] = []
    for at, path in enumerate(paths):
        begin_step(at)
        copy, digest = _read(path)
        others.append(copy)
        digests.append(digest)
    begin_step(len(paths))
    # In one order, whatever order they were given in: it can decide what is asked.
    in_order = sorted(zip(others, digests, strict=True), key=_by_time)
    others, digests = [copy for copy, _ in in_order], [digest for _, digest in in_order]
    joining = begin(mine.copy)
    after, bases = [], []
    for other in others:
        joining = join_copy(joining._replace(base_when=None), other.copy)
        after.append(joining.bid)
        bases.append(joining.base_when)
    return JoinedCopies(mine, tuple(others), joining, tuple(after), tuple(bases), tuple(digests))


def _by_time(read: tuple[ReadCopy, str]) -> tuple[str, str]:
    copy, digest = read
    changed = copy.copy.bid.changed
    return (changed.when.isoformat() if changed else "", digest)


def doing_of(stamp: Stamp, others: Sequence[ReadCopy]) -> Doing:
    """What history says of a joining."""
    names = " and ".join(f"“{other.copy.file}”" for other in others)
    words = f"Joined {names}"[:_LONGEST_WORDS]
    return Doing(stamp.who, stamp.when, words, file=others[0].copy.file[:_LONGEST_FILE])


def joined(before: Kept, copies: "JoinedCopies | Taken", after: Bid, doing: Doing) -> Kept:
    """The bid `after` joining, with its history; `before` is mine as it was recorded."""
    if len(copies.joining.heads) == 1:  # only comments were new, which history does not keep
        return before.after(after, doing)
    history = joined_history(copies.mine, copies.new, copies.joining, after, doing)
    return Kept(after, history, before.others)


def _read(path: Path) -> tuple[ReadCopy, str]:
    opened = open_file(path)
    if opened.kind == "package":
        raise JoinError(
            f"“{path.name}” is a package, which has no history. Join the bid file it came from"
        )
    return read_copy(opened, path.name), opened.digest


def _side(copy: ReadCopy, own: Person) -> Side:
    changed = copy.copy.bid.changed
    return side_of(changed.who if changed else None, own)
