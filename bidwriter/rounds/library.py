"""The rounds on this computer: shipped ones, the user's own, and folders that were named."""

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from bidwriter.paths import RESOURCES, profile
from bidwriter.rounds.loading import RoundError, load, read_data, round_of
from bidwriter.rounds.round import Round

# The rounds that come with bidwriter, by their ids, which are the names of their folders too.
SHIPPED = (
    "any-small-grant",
    "digital-planning-improvement-fund-4",
    "local-digital-declaration-commitment",
    "local-digital-fund-2018",
    "local-digital-fund-2018-interest",
    "local-digital-fund-2019",
    "local-digital-fund-2021",
    "local-digital-fund-2022",
    "local-digital-fund-c19-2020",
)


class Pack(NamedTuple):
    """A round and the folder that it was read from."""

    round: Round
    folder: Path


class Broken(NamedTuple):
    """A folder that holds no usable round, and why."""

    folder: Path
    why: str


def folders(extra: Path | None = None) -> tuple[Path, ...]:
    """Where rounds are looked for: shipped, the user's own, `BIDWRITER_ROUNDS`, `extra`."""
    places = [RESOURCES / "rounds", own_folder()]
    if named := os.environ.get("BIDWRITER_ROUNDS"):
        places.append(Path(named))
    if extra:
        places.append(extra)
    return tuple(places)


def own_folder() -> Path:
    """The folder for rounds of the user's own."""
    return profile() / "rounds"


def packs(extra: Path | None = None) -> tuple[tuple[Pack, ...], tuple[Broken, ...]]:
    """Every usable round (the same pack found twice counts once), and what could not be used."""
    found: dict[tuple[str, str, str], Pack] = {}
    broken: list[Broken] = []
    for folder in _pack_folders(extra):
        try:
            round_ = load(folder)
        except RoundError as error:
            broken.append(Broken(folder, str(error)))
        else:
            found.setdefault((round_.id, round_.version, round_.hash), Pack(round_, folder))
    return tuple(found.values()), tuple(broken)


def in_order(found: Iterable[Pack], now: datetime) -> tuple[Pack, ...]:
    """As somebody looks for a round: those that are open, the next to close first; those without a
    closing day; those that have closed, the last first."""

    def place(pack: Pack) -> tuple[int, float]:
        closing = pack.round.closing
        if closing is None:
            return 1, 0
        return (2, -closing.timestamp()) if now > closing else (0, closing.timestamp())

    return tuple(sorted(found, key=place))


def find(name: str, extra: Path | None = None) -> Pack:
    """The pack with this id, in its newest version, or the pack in the folder of this name.

    Raises RoundError.
    """
    path = Path(name)
    if (path / "round.toml").is_file():
        return Pack(load(path), path)
    once: dict[tuple[str, str], Pack] = {}
    for pack in _of_id(name, extra):
        once.setdefault((pack.round.version, pack.round.hash), pack)
    named = list(once.values())
    if not named:
        known = ", ".join(sorted({pack.round.id for pack in packs(extra)[0]}))
        raise RoundError(f"There is no round called “{name}” here. Known rounds: {known}")
    newest = max(_version(pack.round) for pack in named)
    newest_packs = [pack for pack in named if _version(pack.round) == newest]
    if len(newest_packs) > 1:
        where = "; ".join(str(pack.folder) for pack in newest_packs)
        raise RoundError(
            f"There is more than one “{name}” {named[0].round.version}; name its folder: {where}"
        )
    return newest_packs[0]


def other_form(round_: Round, extra: Path | None = None) -> Pack | None:
    """The pack of the same round on this computer, where it has another content than `round_` and
    no older version; None where there is none."""
    same = list(_of_id(round_.id, extra))
    if any(pack.round.hash == round_.hash for pack in same):
        newer = [pack for pack in same if _version(pack.round) > _version(round_)]
    else:
        newer = [pack for pack in same if _version(pack.round) >= _version(round_)]
    return max(newer, key=lambda pack: _version(pack.round), default=None)


def _of_id(id_: str, extra: Path | None) -> Iterator[Pack]:
    """The usable packs of one id; the others are not read further than to their name."""
    for folder in _pack_folders(extra):
        try:
            data, _ = read_data(folder)
            if data.get("id") == id_:
                yield Pack(round_of(data, folder), folder)
        except RoundError:
            continue


def _version(round_: Round) -> tuple[int, ...]:
    return tuple(int(part) for part in round_.version.split("."))


def _pack_folders(extra: Path | None) -> Iterator[Path]:
    for place in folders(extra):
        if (place / "round.toml").is_file():
            yield place
        elif place.is_dir():
            yield from sorted(path.parent for path in place.glob("*/round.toml"))
