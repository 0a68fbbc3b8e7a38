"""A round made from a fund's form: read with the answers given so far, made into a pack, linted,
and kept in a folder of its own."""

import csv
import io
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bidwriter import clock
from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.desk.trying.sampling import found_in
from bidwriter.doubts import Doubt, Settled
from bidwriter.files.disk.replacing import replace
from bidwriter.fund_forms.found import FoundForm
from bidwriter.fund_forms.opening import NoFormError, OpenedForm
from bidwriter.fund_forms.pack.making import Named, pack_of
from bidwriter.fund_forms.pack.toml import files_of
from bidwriter.rounds.linting.finding import Finding
from bidwriter.rounds.linting.lint import lint


class MadeRound(NamedTuple):
    """A round that was made from a form and is not kept yet: its files by name, what was found,
    what is doubtful still, what of the pack is bidwriter's (`said`), and what the linter says."""

    files: Mapping[str, bytes]
    form: FoundForm
    doubts: tuple[Doubt, ...]
    said: tuple[str, ...]
    findings: tuple[Finding, ...]


def make_round(opened: OpenedForm, named: Named, settled: Settled) -> MadeRound:
    """The round that a form becomes. Raises NoFormError for a form that asks nothing."""
    form, doubts = opened.found(settled)
    if not form.questions:
        raise NoFormError(f"No question was found in “{opened.source.file}”. Nothing was taken in")
    made = pack_of(form, opened.source, named)
    files = {name: text.encode() for name, text in files_of(made.data).items()}
    files |= {name: _list_file(entries) for name, entries in made.lists.items()}
    return MadeRound(files, form, doubts, made.said, _linted(files))


def keep_round(made: MadeRound, folder: Path) -> None:
    """Write the round into a new folder. Raises OSError, and NotSavedError."""
    folder.mkdir(parents=True)
    for name, data in made.files.items():
        replace(folder / name, data)


def _linted(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    with tempfile.TemporaryDirectory() as name:
        for file, data in files.items():
            (Path(name) / file).write_bytes(data)
        return lint(Path(name), CATALOGUE, partial(found_in, now=clock.now()))


def _list_file(entries: tuple[tuple[str, str], ...]) -> bytes:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows([("id", "label"), *entries])
    return made.getvalue().encode()
