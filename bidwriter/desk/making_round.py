"""A round made from a fund's form: read with the answers given so far, made into a pack, linted,
and kept in a folder of its own."""

import csv
import io
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bidwriter import clock
from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.desk.trying.sampling import found_in
from bidwriter.doubts import Doubt, Met, Settled
from bidwriter.files.disk.reading import read_file
from bidwriter.files.disk.replacing import reason
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.fund_forms.found import FoundForm
from bidwriter.fund_forms.opening import LARGEST, NoFormError, OpenedForm, open_form
from bidwriter.fund_forms.pack.making import Named, pack_of
from bidwriter.fund_forms.pack.toml import files_of
from bidwriter.rounds.linting.finding import Finding
from bidwriter.rounds.linting.lint import lint
from bidwriter.rounds.loading import load
from bidwriter.rounds.round import Round


class MadeRound(NamedTuple):
    """A round that was made from a form and is not kept yet: its id, its files by name, what was
    found, what is doubtful still and what was settled (`asked` has both), what of the pack is
    bidwriter's (`said`), and what the linter says."""

    id: str
    files: Mapping[str, bytes]
    form: FoundForm
    doubts: tuple[Doubt, ...]
    asked: tuple[Doubt, ...]
    said: tuple[str, ...]
    findings: tuple[Finding, ...]


def form_in(path: Path) -> OpenedForm:
    """The form in a file. Raises FileTroubleError."""
    try:
        return open_form(read_file(path, LARGEST + 1), path.name)
    except OSError as error:
        why = f"“{path.name}” could not be read: {reason(error)}. Nothing was taken in"
        raise FileTroubleError(why) from None


def make_round(opened: OpenedForm, named: Named, settled: Settled) -> MadeRound:
    """The round that a form becomes. Raises NoFormError for a form that asks nothing."""
    met = Met(settled)
    form = opened.read(met)
    if not form.questions:
        raise NoFormError(f"No question was found in “{opened.source.file}”. Nothing was taken in")
    made = pack_of(form, opened.source, named)
    files = {name: text.encode() for name, text in files_of(made.data).items()}
    files |= {name: _list_file(entries) for name, entries in made.lists.items()}
    doubts, asked = tuple(met.open), tuple(met.all)
    return MadeRound(made.data["id"], files, form, doubts, asked, made.said, _linted(files))


def as_round(made: MadeRound) -> Round:
    """The round as a bid has it. Raises RoundError for one that the linter finds faults in."""
    with _as_files(made.files) as folder:
        return load(folder)


@contextmanager
def _as_files(files: Mapping[str, bytes]) -> Iterator[Path]:
    """The files in a folder for as long as they are looked at."""
    with tempfile.TemporaryDirectory() as name:
        for file, data in files.items():
            (Path(name) / file).write_bytes(data)
        yield Path(name)


def _linted(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    with _as_files(files) as folder:
        return lint(folder, CATALOGUE, partial(found_in, now=clock.now()))


def _list_file(entries: tuple[tuple[str, str], ...]) -> bytes:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows([("id", "label"), *entries])
    return made.getvalue().encode()
