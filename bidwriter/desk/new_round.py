"""A new round among one's own, to change: an empty one, or a copy of another."""

import shutil
from collections.abc import Container, Mapping
from itertools import chain, count
from pathlib import Path

from bidwriter.desk.changing_round import other_files
from bidwriter.files.disk.replacing import replace
from bidwriter.fund_forms.pack.ids import id_of, short_name
from bidwriter.fund_forms.pack.making import own_title
from bidwriter.fund_forms.pack.toml import files_of
from bidwriter.pack_editing.texts import read_texts
from bidwriter.rounds import library
from bidwriter.rounds.round import FORM

_WHY_TITLE = "bidwriter needs a name to tell bids apart."


def empty_round(name: str, fund: str) -> Path:
    """A round with one question, the name of the bid, in a folder of its own. Raises OSError and
    NotSavedError."""
    data = {
        "format": FORM.number,
        "id": _id(name),
        "version": "1.0",
        "fund": fund.strip() or name.strip(),
        "name": name.strip(),
        "short-name": short_name(name),
        "cover": {"title": "title"},
        "sections": [
            {
                "id": "the-bid",
                "title": "The bid",
                "tasks": [{"id": "name", "label": "Name the bid", "questions": ["title"]}],
            }
        ],
        "questions": [own_title(_WHY_TITLE)],
    }
    files = {name: text.encode() for name, text in files_of(data).items()}
    return keep_files(files, library.own_folder() / str(data["id"]))


def copy_of(folder: Path, name: str) -> Path:
    """A copy of a round under another name and id, as version 1.0. Raises RoundError for one whose
    files cannot be read, OSError and NotSavedError."""
    texts = read_texts(folder)
    lists = {path.name: path.read_bytes() for path in other_files(folder, texts)}
    changes = {"id": _id(name), "name": name.strip(), "version": "1.0"}
    for key, value in (changes | {"short-name": short_name(name)}).items():
        texts = texts.with_value((key,), value)
    return keep_files({**lists, **texts.files}, library.own_folder() / changes["id"])


def keep_files(files: Mapping[str, bytes], folder: Path) -> Path:
    """The files of a round in a new folder, all of them or nothing. Raises OSError and
    NotSavedError."""
    folder.mkdir(parents=True)
    try:
        for name, data in files.items():
            replace(folder / name, data)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)  # it is ours: it was not there before
        raise
    return folder


def free_id(id_: str, taken: Container[str]) -> str:
    """The id, or the first with a count behind it that is not taken."""
    counted = (f"{id_}-{number}" for number in count(2))
    return next(one for one in chain([id_], counted) if one not in taken)


def taken_names() -> set[str]:
    """The names in the folder for rounds of one's own."""
    folder = library.own_folder()
    return {path.name.casefold() for path in folder.iterdir()} if folder.is_dir() else set()


def taken_ids() -> set[str]:
    """The ids of rounds there are, and the names of folders of one's own."""
    return taken_names() | {pack.round.id for pack in library.packs()[0]}


def _id(name: str) -> str:
    return free_id(id_of(name, (), "round"), taken_ids())
