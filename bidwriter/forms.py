"""Forms of files: the number that a form has, how an older one becomes today's, and what is newer.

A form's number rises with every release that writes what the release before cannot read. There is
one migration for each step, a small function on plain JSON values, so that the number is always
the number of migrations and one. See docs/file-formats.md.
"""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bidwriter.spoken import SpokenError

Migration = Callable[[dict[str, Any]], dict[str, Any]]
T = TypeVar("T")
_ROUNDS = 8  # a name within a name that is not known shows only once the outer one is put aside


class NewerFormError(SpokenError):
    """What was written by a later bidwriter. It is not damaged; nothing of it was validated."""


@dataclass(frozen=True)
class Form:
    """What a kind of file looks like. `name` is what it is called; `key` holds its number.
    `migrations` lead from the first form to today's, in order."""

    name: str
    key: str
    migrations: tuple[Migration, ...] = ()

    @property
    def number(self) -> int:
        """Today's form."""
        return len(self.migrations) + 1

    def check(self, data: Any) -> None:
        """Raises NewerFormError if `data` says that it has a later form."""
        number = data.get(self.key) if isinstance(data, dict) else None
        if isinstance(number, int) and number > self.number:
            raise NewerFormError(
                f"{self.name} was written by a newer bidwriter. It has not been changed; "
                "open it with the newer version"
            )

    def current(self, data: Any) -> Any:
        """`data` in today's form; what is no form of this at all is handed back as it is. Raises
        NewerFormError."""
        self.check(data)
        if not isinstance(data, dict) or not isinstance(data.get(self.key), int):
            return data
        done = max(0, data[self.key] - 1)
        for step, migration in enumerate(self.migrations[done:], done + 2):
            data = {**migration(copy.deepcopy(data)), self.key: step}
        return data


# --- names that are not known ----------------------------------------------------------------


class Unknown(NamedTuple):
    """A value under a name that this bidwriter does not know, though the form's number is known.
    It is kept and written back. `path` leads to it through names, and through lists by what their
    parts are known by."""

    path: tuple[str, ...]
    value: Any

    @property
    def name(self) -> str:
        """The name itself."""
        return self.path[-1]


def read_known(data: Any, read: Callable[[Any], T]) -> tuple[T, tuple[Unknown, ...]]:
    """What `read` makes of `data` without the names that it does not know, and those. Raises
    pydantic's ValidationError for all that is wrong otherwise."""
    unknown: tuple[Unknown, ...] = ()
    for _ in range(_ROUNDS):
        try:
            return read(data), unknown
        except ValidationError as error:
            details = error.errors(include_url=False)
            strange = [detail for detail in details if detail["type"] == "extra_forbidden"]
            if not strange:
                raise
            data = copy.deepcopy(data)
            unknown += tuple(_put_aside(data, strange))
    return read(data), unknown


def put_back(data: Any, unknown: tuple[Unknown, ...]) -> Any:
    """`data` as it is to be written, with what was kept in its places. What stood in a part that
    is there no more goes with it."""
    for one in unknown:
        holder = data
        for step in one.path[:-1]:
            holder = _at(holder, step)
        if isinstance(holder, dict):
            holder.setdefault(one.name, one.value)
    return data


def unknown_sentence(unknown: tuple[Unknown, ...]) -> str:
    """What to say of them, once; "" for none."""
    names = list(dict.fromkeys(f"“{one.name[:40]}”" for one in unknown))
    if not names:
        return ""
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return (
        f"The file holds what this bidwriter does not know: {', '.join(names[:5])}{more}. "
        "It is kept as it is and written back"
    )


def _put_aside(data: Any, strange: list[ErrorDetails]) -> Iterator[Unknown]:
    for detail in strange:
        holder, path = data, []
        *steps, name = detail["loc"]
        for step in steps:
            # pydantic names the members of unions too; they are no steps into the data.
            if isinstance(holder, dict) and step in holder:
                holder = holder[step]
                path.append(str(step))
            elif isinstance(holder, list) and isinstance(step, int) and step < len(holder):
                holder = holder[step]
                path.append(_known_by(holder, step))
        if isinstance(holder, dict) and name in holder:
            yield Unknown((*path, str(name)), holder.pop(name))


def _known_by(part: Any, at: int) -> str:
    """What a part of a list is known by, wherever it stands."""
    if isinstance(part, dict):
        for key in ("id", "sha256"):
            if isinstance(part.get(key), str):
                return str(part[key])
        if "place" in part:
            return f"{part['place']} {part.get('principle', '')}".strip()
    return str(at)


def _at(holder: Any, step: str) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    if isinstance(holder, list):
        return next((p for at, p in enumerate(holder) if _known_by(p, at) == step), None)
    return None
