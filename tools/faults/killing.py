"""Real processes that are killed: a child is forked, does its work, tells what is safe, and is
ended by the system at a moment that nobody chose. Forking saves the half second of a start.

The moment is drawn by what the child has done, not by the clock: after so many things that it told
were safe, and then somewhere on the way to the next. So as much happens on a slow machine as on a
quick one.
"""

import os
import random
import select
import signal
import time
import traceback
from collections.abc import Callable, Iterable
from typing import NoReturn

Tell = Callable[[int], None]
Work = Callable[[Tell], None]
_WIDTH = 8


class Child:
    """A process at work, heard through a pipe. `told` is the last that it told was safe."""

    # How long the child before needed from its beginning to the first thing that was safe.
    _opening = 0.0

    def __init__(self, work: Work) -> None:
        self._process, self._pipe = _begin(work)
        self.told = _read(self._pipe) or 0  # that it has begun
        self._way = Child._opening  # how long the way to the next telling may be

    def hear(self, things: int) -> None:
        """Wait until it has told of so many things more."""
        for n in range(things):
            since, before = time.monotonic(), self.told
            while self.told == before and (told := _read(self._pipe)) is not None:
                self.told = max(self.told, told)
            self._way = time.monotonic() - since
            if n == 0:
                Child._opening = self._way

    def kill(self, part: float) -> int:
        """Kill it after so large a part of the way to its next telling; the last that it told."""
        select.select([self._pipe], [], [], part * self._way)
        os.kill(self._process, signal.SIGKILL)
        while (told := _read(self._pipe)) is not None:
            self.told = max(self.told, told)
        os.close(self._pipe)
        _, status = os.waitpid(self._process, 0)
        if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
            raise RuntimeError("A child ended by itself; what it said stands above")
        return self.told


def kill_all(
    works: Iterable[Work],
    chance: random.Random,
    most: int,
    meanwhile: Callable[[], None] | None = None,
) -> list[int]:
    """Let children work side by side and kill them, one after the other, once `meanwhile` is done
    and each has told of one to `most` things more; one in eight is killed before its first. Hands
    back what each told last."""
    children = [Child(work) for work in works]
    if meanwhile:
        for child in children:
            child.hear(1)  # it is at work, not only begun
        meanwhile()
    told = []
    for child in children:
        child.hear(chance.randint(1, most) if chance.random() < 7 / 8 else 0)
        told.append(child.kill(chance.random()))
    return told


def _begin(work: Work) -> tuple[int, int]:
    there, here = os.pipe()
    process = os.fork()
    if not process:
        os.close(there)
        _live(work, here)
    os.close(here)
    return process, there


def _live(work: Work, pipe: int) -> NoReturn:
    def tell(many: int) -> None:
        os.write(pipe, many.to_bytes(_WIDTH, "big"))

    try:
        tell(0)
        work(tell)
    except BaseException:  # noqa: BLE001 - a forked child must end below, whatever it met
        traceback.print_exc()
    os._exit(1)


def _read(pipe: int) -> int | None:
    """The next number, each written at once and whole; None where the child is gone."""
    data = os.read(pipe, _WIDTH)
    return int.from_bytes(data, "big") if data else None
