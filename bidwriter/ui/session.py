"""One open bid: its value now, undo, checks and history. No widgets.

Every edit comes in as a bid → bid function and becomes a change, which `saving` puts on disk.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.bids.changes import Change, apply, diff
from bidwriter.bids.partner_copy import closed_part, may_change
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.undo import Timeline
from bidwriter.checks.checking import check
from bidwriter.checks.problem import Problem
from bidwriter.files.container.bid_file import Opened
from bidwriter.files.disk import lock
from bidwriter.files.recovery.journal import Journal
from bidwriter.files.recovery.keeping import Keeper
from bidwriter.files.recovery.kept import Kept, kept
from bidwriter.files.recovery.recovery import Recovered
from bidwriter.kinds.frozen import one_line
from bidwriter.ui import pauses
from bidwriter.ui.pauses import Pause
from bidwriter.ui.saving import Now, SaveState, Saving

if TYPE_CHECKING:  # history and joining are loaded when they are first needed
    from bidwriter.bids.history.recording import Doing
    from bidwriter.bids.joining.copies import Joining
    from bidwriter.files.container.copies import ReadCopy

QUIET_MS = 600
JOIN_MS = 1_000


class Session(QObject):
    """An open bid. `problems` are those shown: new ones appear after a moment of quiet."""

    changed = Signal(object, object)  # old bid, new bid
    problems_changed = Signal()
    save_state_changed = Signal()
    undone = Signal(str)  # the words of what was undone or done again
    refused = Signal(str)  # why a change was not made

    def __init__(
        self, opened: Opened, path: Path, person: Person, *, read_only: bool, locks: bool = True
    ) -> None:
        super().__init__()
        self.bid = opened.bid
        self.opened = opened
        self.path = path
        self.person = person
        self.read_only = read_only
        self.contents = dict(opened.contents)
        self.kept = kept(opened)
        self.timeline = Timeline()
        self.found = check(self.bid, clock.now())
        self.problems = self.found
        self._join = ""
        self._typed_at = 0
        keeper = Keeper(Journal(self.bid.bid_id, path), path, opened.digest)
        self.saving = Saving(keeper, self.bid, self._now, read_only=read_only)
        self.saving.state_changed.connect(self.save_state_changed)
        self._quiet = Pause(self, QUIET_MS, self._on_quiet)
        self._locks = locks and not read_only
        if self._locks:
            lock.take(path, clock.now())

    # --- editing -----------------------------------------------------------------------------

    def edit(
        self,
        change: Callable[[Bid], Bid],
        words: str,
        join: str = "",
        keep: Callable[[Bid], Kept] | None = None,
    ) -> None:
        """Make a change. `join` names a field: typing in it joins up until a pause. `keep` puts
        it into the history at once, before anybody hears of it."""
        if self.read_only:
            return
        new = change(self.bid)
        edits = diff(self.bid, new)
        if not edits:
            return
        made = Change(who=self.person, when=clock.now(), words=words, edits=edits)
        changed = apply(self.bid, made)
        # What is stored may differ from what was handed in (white space at an edge); undo must
        # begin from what is stored.
        made = made.model_copy(update={"edits": diff(self.bid, changed)})
        if not made.edits:
            return
        if (part := closed_part(self.bid, made.edits)) is not None:
            question = self.bid.round.by_id.get(part)
            name = f"“{question.name}”" if question else "That part"
            self.refused.emit(f"{name} is for reading in this copy")
            return
        joins = bool(join) and join == self._join and pauses.now() - self._typed_at < JOIN_MS
        if keep is not None:
            self.kept = keep(changed)
        self._take(changed, self.timeline.after(made, join=joins), made)
        self._join = join
        self._typed_at = pauses.now()

    def may_change(self, part: str) -> bool:
        """Whether a question, or the attachments, may be changed here."""
        return not self.read_only and may_change(self.bid, part)

    def keep_attachment(self, sha256: str, data: bytes) -> None:
        """Put an attachment's bytes on disk before the change that names it. Raises
        FileTroubleError."""
        self.saving.keeper.keep(sha256, data)
        self.contents[sha256] = data

    def break_typing(self) -> None:
        """What is typed next is a step of its own for undo; what was typed is journalled now."""
        self._join = ""
        self.saving.journal()

    def undo(self) -> None:
        """Take the last step back."""
        self._step(self.timeline.undo(self.bid, clock.now()))

    def redo(self) -> None:
        """Do the last undone step again."""
        self._step(self.timeline.redo(self.bid, clock.now()))

    def _step(self, step: tuple[Timeline, Bid, Change] | None) -> None:
        self._join = ""
        if step and not self.read_only:
            timeline, bid, change = step
            self._take(bid, timeline, change)
            self.undone.emit(change.words)

    def _take(self, bid: Bid, timeline: Timeline, change: Change) -> None:
        old, self.bid, self.timeline = self.bid, bid, timeline
        self.found = check(self.bid, clock.now())
        known = {problem.key for problem in self.problems}
        self.problems = tuple(problem for problem in self.found if problem.key in known)
        self.saving.take(bid, change)
        self._quiet.begin()
        self.changed.emit(old, self.bid)

    def _on_quiet(self) -> None:
        if self.problems != self.found:
            self.problems = self.found
            self.problems_changed.emit()

    def check_now(self) -> tuple[Problem, ...]:
        """The problems at this moment, shown at once."""
        self.found = check(self.bid, clock.now())
        self._on_quiet()
        return self.found

    # --- history -----------------------------------------------------------------------------

    def record(self) -> Kept:
        """Put what was done until now into the history, as one stretch of work."""
        self.kept = self.kept.after(self.bid, self._doing())
        return self.kept

    def told(self) -> Kept:
        """The history up to this moment, to be looked at: nothing is recorded by looking."""
        return self.kept.after(self.bid, self._doing())

    def edit_apart(self, change: Callable[[Bid], Bid], words: str) -> bool:
        """Make a change that is a version of its own: something brought back, a round taken.
        False if nothing was changed."""
        self.break_typing()
        before = self.record()
        self.edit(change, words, keep=lambda bid: before.after(bid, self._doing(words)))
        self.save()
        return self.bid is not before.bid

    def name_version(self, version: str, name: str) -> None:
        """Give a version a name; "" takes it away. What comes next is a new version."""
        from bidwriter.bids.history.log import Named

        named = Named(of=version, name=one_line(name), who=self.person, when=clock.now())
        self.kept = self.record().named(named)
        self.saving.want_file()
        self.save()

    def name_now(self, name: str) -> None:
        """Give the version that the bid is now a name."""
        self.break_typing()
        head = self.record().log().head
        assert head is not None
        self.name_version(head.id, name)

    def forget_earlier(self) -> None:
        """Forget every earlier version, what was taken out, and all that could be undone. The file
        is written at once."""
        self.break_typing()
        self.kept = self.record().forgotten()
        attached = {item.sha256 for item in self.bid.attachments}
        self.contents = {sha256: d for sha256, d in self.contents.items() if sha256 in attached}
        self.timeline = Timeline()
        self.saving.want_file()
        self.save()
        self.changed.emit(self.bid, self.bid)

    def copy_now(self) -> "ReadCopy":
        """The bid as it is, to join others into."""
        self.break_typing()
        return self.record().copy(self.contents, self.path.name)

    def take_joined(
        self,
        mine: "ReadCopy",
        others: "tuple[ReadCopy, ...]",
        joining: "Joining",
        after: Bid,
    ) -> None:
        """Take what was joined and decided, as one step that can be undone and one version.
        `mine` is what `copy_now` gave, and nothing may have been edited since."""
        from bidwriter.desk.joining import Taken, doing_of, joined

        doing = doing_of(Stamp(who=self.person, when=clock.now()), others)
        for other in others:
            self.contents = other.contents | self.contents
        before, taken = self.record(), Taken(mine, others, joining)

        def keep(bid: Bid) -> Kept:
            return joined(before, taken, bid, doing)

        if after == self.bid:
            self.kept = keep(self.bid)
        self.edit(lambda _: after, doing.words, keep=keep)
        self.saving.want_file()
        self.save()

    def _doing(self, words: str = "") -> "Doing":
        from bidwriter.bids.history.recording import Doing

        return Doing(self.person, clock.now(), words)

    # --- keeping -----------------------------------------------------------------------------

    @property
    def save_state(self) -> SaveState:
        """What is truly safe."""
        return self.saving.state

    @property
    def unsaved(self) -> bool:
        """Whether the file lacks something."""
        return self.saving.unsaved

    def save(self) -> None:
        """Write the file, off the interface thread; nothing happens if it has everything."""
        self.saving.save()

    def _now(self) -> Now:
        now, contents = self.record(), dict(self.contents)
        return Now(self.bid, lambda: now.file(contents))

    def close(self) -> None:
        """Save what is unsaved and wait for it, then let go of the file."""
        self._end(self.saving.close)

    def let_go(self) -> None:
        """Let go of the file without writing it: what was done here stays in the recovery copy."""
        self._end(self.saving.let_go)

    def give_up(self) -> None:
        """Let go of the file without writing it: what was done here is in another file now."""
        self._end(self.saving.give_up)

    def _end(self, end: Callable[[], None]) -> None:
        self.break_typing()
        end()
        self.forget()
        if self._locks:
            lock.release(self.path)

    def forget(self) -> None:
        """Nothing more is written or checked."""
        self._quiet.stop()
        self.saving.stop()

    # --- recovered work ----------------------------------------------------------------------

    def take_recovered(self, recovered: Recovered) -> None:
        """Go on from work that was never saved, as one step that can be undone. Its journal stays
        until the next save."""
        adopted = self.saving.keeper.adopt(recovered)
        self.contents.update(recovered.contents)
        edits = diff(self.bid, recovered.bid)
        if not edits:
            return
        last = recovered.changes[-1]
        made = Change(who=last.who, when=last.when, words="Brought back unsaved work", edits=edits)
        old, self.bid = self.bid, apply(self.bid, made)
        self.timeline = self.timeline.after(made, join=False)
        self.saving.take_adopted(self.bid, made, adopted=adopted)
        self.check_now()
        self.changed.emit(old, self.bid)
