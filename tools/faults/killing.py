"""Real processes that are killed: a child is forked, does its work, tells what is safe, and is
ended by the system at a moment that nobody chose. Forking saves the half second of a start."""

import os
import random
import select
import signal
import time
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, NoReturn

Tell = Callable[[int], None]
Work = Callable[[Tell], None]
_WIDTH = 8


class Killed(NamedTuple):
    """A child that was killed, and the last that it told was safe."""

    told: int


def kill_all(
    works: Iterable[Work],
    chance: random.Random,
    longest: float,
    meanwhile: Callable[[], None] | None = None,
) -> list[Killed]:
    """Let children work side by side and kill them, one after the other, within `longest`
    seconds of the first sign of each, and once `meanwhile` is done."""
    children = [_begin(work) for work in works]
    for _process, pipe in children:
        select.select([pipe], [], [], 20)  # it has begun
    if meanwhile:
        meanwhile()
    for process, _ in children:
        time.sleep(chance.random() * longest)
        os.kill(process, signal.SIGKILL)
    return [_end(process, pipe) for process, pipe in children]


def files_left(folder: Path) -> list[Path]:
    """The files in a folder, but for those that a killed save leaves beside its target."""
    return sorted(path for path in folder.iterdir() if path.suffix not in (".tmp", ".open"))


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
    except BaseException:
        traceback.print_exc()
    os._exit(1)


def _end(process: int, pipe: int) -> Killed:
    with os.fdopen(pipe, "rb") as told:
        data = told.read()
    _, status = os.waitpid(process, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("A child ended by itself; what it said stands above")
    numbers = [int.from_bytes(data[at : at + _WIDTH], "big") for at in range(0, len(data), _WIDTH)]
    return Killed(max(numbers, default=0))
