"""A real session, offscreen, in a process that will be killed: it types, it may save, and it
tells how many edits are safe as soon as they are."""

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from bidwriter.bids.person import Person
from bidwriter.desk.opening import look
from bidwriter.ui import saving
from bidwriter.ui.session import Session
from faults.killing import Tell
from faults.pen import Edit, Reading, changed, edits


def work(path: Path, seed: int, start: Reading, tell: Tell, *, saves: bool) -> None:
    """Open the bid as the window does, take what is recovered, and write until killed."""
    saving.JOURNAL_MS = 3  # the same steps, in less time
    app = QCoreApplication([])
    found = look(path)
    session = Session(found.opened, path, Person(name="Joan Price"), read_only=False)
    if found.recovered:
        session.take_recovered(found.recovered)
    writer = Writer(session, edits(seed, start), tell, random.Random(seed), saves=saves)
    writer.go_on()
    app.exec()


class Writer:
    """Makes one edit after the other on a session."""

    def __init__(
        self,
        session: Session,
        script: Iterator[tuple[Edit, Reading]],
        tell: Tell,
        chance: random.Random,
        *,
        saves: bool,
    ) -> None:
        self._session, self._script, self._chance, self._saves = session, script, chance, saves
        self._made = self._noted = 0
        self._noted_at: dict[int, int] = {}
        self._listen(tell)

    def go_on(self) -> None:
        """The next edit, and the one after it a moment later."""
        edit, _ = next(self._script)
        if edit.do == "undo":
            self._session.undo()
        else:
            self._session.edit(partial(changed, edit=edit), "Typed")
        self._made += 1
        if self._chance.random() < 0.2:
            self._session.break_typing()
        if self._saves and self._chance.random() < 0.15:
            self._session.save()
        QTimer.singleShot(self._chance.choice((0, 0, 1, 4)), self.go_on)

    def _listen(self, tell: Tell) -> None:
        """Edits are safe when the keeper that has them comes back from the disk."""
        keeper = self._session.saving.keeper
        take, write, save = keeper.take, keeper.write, keeper.save

        def taking(items: object) -> int:
            many = take(items)  # type: ignore[arg-type]
            self._noted = self._noted_at[many] = self._made
            return many

        def writing() -> None:
            noted = self._noted
            write()
            tell(noted)

        def saving(data: bytes, through: int | None = None) -> None:
            save(data, through)
            tell(self._noted_at[through or 0])

        keeper.take, keeper.write, keeper.save = taking, writing, saving  # type: ignore[method-assign]
