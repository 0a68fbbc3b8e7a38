"""What is kept on this computer for its user: who they are, how the window looks, recent files.

A settings file that cannot be read is set aside and defaults are used; losing it loses no work.
"""

from contextlib import suppress
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from bidwriter.bids.person import Person
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.replacing import reason, replace
from bidwriter.files.disk.syncing import make_own
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.kinds.frozen import Frozen
from bidwriter.kinds.tables.rows import new_id
from bidwriter.paths import profile

MOST_RECENT = 12


class RecentFile(Frozen):
    """A file opened before, with what the start window says of it without touching it."""

    path: str
    title: str = ""
    round_name: str = ""
    phase: str = ""
    requested: str = ""
    tasks_done: int = 0
    tasks: int = 0
    stops: int = 0
    closes: str = ""
    saved: str = ""
    package: bool = False


class Settings(Frozen):
    """All settings. `person.id` is random and made once."""

    version: Literal[1] = 1
    person: Person = Person()
    theme: Literal["light", "dark", "system"] = "system"
    text_size: int = Field(default=100, ge=100, le=200)
    recent: tuple[RecentFile, ...] = ()
    window: tuple[int, int] = (1360, 860)
    cost_columns: tuple[str, ...] | None = None  # chosen further columns; None: as room allows
    bids_folder: str = ""
    forgotten: frozenset[str] = Field(default=frozenset(), exclude=True)  # in this window


def load() -> Settings:
    """The settings, or the defaults."""
    path = _path()
    try:
        return _read(path)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValidationError, FileTroubleError):
        with suppress(OSError):
            path.replace(path.with_name("settings-unreadable.json"))
        return Settings()


def save(settings: Settings) -> None:
    """Keep the settings, and the recent files that other windows added. Raises FileTroubleError."""
    path = _path()
    with suppress(OSError, ValidationError, FileTroubleError):
        settings = _with_recent_of(settings, _read(path))
    try:
        make_own(path.parent)
        replace(path, strict_json.dumps(settings.model_dump(mode="json", by_alias=True)))
    except (OSError, FileTroubleError, UnicodeError) as error:
        cause = error if isinstance(error, OSError) else error.__cause__
        why = f": {reason(cause)}" if isinstance(cause, OSError) else ""
        raise FileTroubleError(
            f"The settings could not be kept on this computer{why}. Your bids are not touched"
        ) from error


def with_person(settings: Settings, name: str, council: str) -> Settings:
    """The settings with the user's name and council."""
    id_ = settings.person.id or new_id()
    return settings.model_copy(update={"person": Person(id=id_, name=name, council=council)})


def with_recent(settings: Settings, recent: RecentFile) -> Settings:
    """The settings with a file at the head of the recent ones."""
    others = tuple(r for r in settings.recent if r.path != recent.path)
    return settings.model_copy(
        update={
            "recent": (recent, *others)[:MOST_RECENT],
            "forgotten": settings.forgotten - {recent.path},
        }
    )


def without_recent(settings: Settings, path: str) -> Settings:
    """The settings with a file forgotten."""
    return settings.model_copy(
        update={
            "recent": tuple(r for r in settings.recent if r.path != path),
            "forgotten": settings.forgotten | {path},
        }
    )


def _with_recent_of(settings: Settings, stored: Settings) -> Settings:
    """With what other windows opened since: after the file opened here last, before the rest."""
    known = {recent.path for recent in settings.recent} | settings.forgotten
    others = tuple(recent for recent in stored.recent if recent.path not in known)
    recent = (*settings.recent[:1], *others, *settings.recent[1:])[:MOST_RECENT]
    return settings.model_copy(update={"recent": recent})


def _read(path: Path) -> Settings:
    return Settings.model_validate(strict_json.loads(path.read_bytes(), path.name))


def _path() -> Path:
    return profile() / "settings.json"
