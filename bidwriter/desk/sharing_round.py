"""A round as one file that can be sent, and taken in from one: a zip of the files of its pack,
`round.toml` and those beside it. Nothing in it is executed."""

import io
import re
import zipfile
import zlib
from pathlib import Path

from bidwriter.desk.changing_round import other_files
from bidwriter.desk.new_round import free_id, keep_files, taken_names
from bidwriter.files.disk.trouble import FileTroubleError, TooLargeError
from bidwriter.pack_editing.texts import read_texts
from bidwriter.rounds import library
from bidwriter.rounds.loading import LARGEST_FILE, RoundError, load
from bidwriter.rounds.round import Round

ENDING = ".round"
LARGEST = 8_000_000  # bytes of such a file, and of all that is in it
_MOST_FILES = 60
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,80}\.(?:toml|csv|txt)", re.IGNORECASE)
_DAY = (1980, 1, 1, 0, 0, 0)  # the same round gives the same bytes
_NOTHING = "Nothing was taken in"


def round_file(folder: Path) -> bytes:
    """The round in a folder as one file. Raises RoundError for one that cannot be used."""
    load(folder)
    texts = read_texts(folder)
    paths = [*(folder / name for name in texts.files), *other_files(folder, texts)]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        for path in sorted(paths):
            parts.writestr(zipfile.ZipInfo(path.name, _DAY), path.read_bytes())
    return made.getvalue()


def take_in(data: bytes, name: str) -> tuple[Path, Round]:
    """The round of such a file among one's own, and its folder; that of the round that is there
    already, where it is the same. One of the same id and version with other content is refused, and
    so is one that cannot be used. Raises FileTroubleError, RoundError, OSError."""
    if len(data) > LARGEST:
        raise TooLargeError(f"“{name}” is larger than any round. {_NOTHING}")
    files = _files_in(data, name)
    folder = keep_files(files, library.own_folder() / free_id("round-taken-in", taken_names()))
    try:
        made = load(folder)
        there = _there_already(made, folder)
        if there is None:
            home = folder.with_name(free_id(made.id, taken_names()))
            folder.rename(home)
            return home, made
    except RoundError as error:
        _drop(folder)
        why = str(error).replace(f"“{folder.name}”", f"“{name}”")
        raise RoundError(f"{why}. {_NOTHING}") from None
    _drop(folder)
    if there.round.hash != made.hash:
        raise RoundError(
            f"“{name}” is version {made.version} of “{made.name}”, and another version "
            f"{made.version} with other content is on this computer. Ask for one with a higher "
            f"version. {_NOTHING}"
        )
    return there.folder, there.round


def _there_already(made: Round, folder: Path) -> library.Pack | None:
    same = (
        pack
        for pack in library.packs()[0]
        if pack.folder != folder and (pack.round.id, pack.round.version) == (made.id, made.version)
    )
    return next(same, None)


def _drop(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def _files_in(data: bytes, name: str) -> dict[str, bytes]:
    """The files in it, each within bounds before it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            entries = [entry for entry in parts.infolist() if not entry.is_dir()]
            _check(entries, name)
            found = {entry.filename: parts.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError):
        raise FileTroubleError(
            f"“{name}” is damaged or no round. Ask for it again. {_NOTHING}"
        ) from None
    if "round.toml" not in found:
        raise FileTroubleError(f"“{name}” is no round: there is no round.toml in it. {_NOTHING}")
    return found


def _check(entries: list[zipfile.ZipInfo], name: str) -> None:
    sizes = [entry.file_size for entry in entries]
    if len(entries) > _MOST_FILES or sum(sizes) > LARGEST or max(sizes, default=0) > LARGEST_FILE:
        raise TooLargeError(f"“{name}” holds more than a round has. {_NOTHING}")
    strange = next((e.filename for e in entries if not _NAME.fullmatch(e.filename)), None)
    if strange is not None:
        raise FileTroubleError(
            f"“{name}” holds “{strange[:60]}”, which is no file of a round. {_NOTHING}"
        )
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        raise FileTroubleError(f"“{name}” holds two files of one name. {_NOTHING}")
